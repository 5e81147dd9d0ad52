// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/incident/opencrisisdialog.h"

#include "gui/incident/roomfields.h"
#include "gui/shell/page.h"
#include "incident/incidentservice.h"
#include "monitoring/alertrepository.h"
#include "playbook/personrepository.h"
#include "playbook/playbookrepository.h"
#include "workspace/workspace.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

OpenCrisisDialog *OpenCrisisDialog::openByHand(Desk &desk, QWidget *parent)
{
    auto *dialog = new OpenCrisisDialog(desk, std::nullopt, parent);
    dialog->open();
    return dialog;
}

OpenCrisisDialog *OpenCrisisDialog::openFor(Desk &desk, core::AlertId id, QWidget *parent)
{
    if (!id.isValid())
        return openByHand(desk, parent);
    const auto alert = monitoring::AlertRepository::byId(desk.workspace().reader(), id); // one row by its key
    if (!alert || !*alert) {
        desk.showError(tr("Could not open a crisis from this alert."),
                       alert ? Error{.kind = ErrorKind::NotFound, .detail = u"no such alert"_s} : alert.error());
        return nullptr;
    }
    if ((*alert)->incident.isValid()) {
        desk.openPage(PageId::CrisisRoom, (*alert)->incident.value);
        return nullptr;
    }
    auto *dialog = new OpenCrisisDialog(desk, *alert, parent);
    dialog->open();
    return dialog;
}

OpenCrisisDialog::OpenCrisisDialog(Desk &desk, const std::optional<monitoring::Alert> &alert, QWidget *parent)
    : ActDialog(parent)
    , m_desk(desk)
    , m_alert(alert ? alert->id : core::AlertId())
    , m_titleEdit(new QLineEdit(this))
    , m_playbookBox(new QComboBox(this))
    , m_severityPicker(new SeverityPicker(desk.workspace().language(), this))
    , m_languageBox(new QComboBox(this))
    , m_leadBox(new PersonBox(this))
{
    setWindowTitle(tr("Open a crisis"));
    setAct(tr("Open the crisis"));
    if (alert) {
        const core::Phrasebook phrases(desk.workspace().language());
        setIntroduction(tr("From the alert: %1. The mentions it counted come with it.", "%1 is a sentence without its full stop")
                            .arg(monitoring::sentence(*alert, desk.workspace().format(), phrases)));
        m_titleEdit->setText(alert->reasons.watchName);
        m_titleEdit->selectAll();
    } else {
        setIntroduction(tr("The plan gives the first tasks, who must be told and the pre-approved messages. Everything can be "
                           "changed later."));
    }
    m_titleEdit->setPlaceholderText(tr("What people will call it, in a few words"));
    m_titleEdit->setMaxLength(200);
    m_playbookBox->addItem(tr("Loading…"));
    m_playbookBox->setEnabled(false);
    m_languageBox->addItem(u"Français"_s, core::languageTag(core::Language::French));
    m_languageBox->addItem(u"English"_s, core::languageTag(core::Language::English));
    m_languageBox->setCurrentIndex(m_languageBox->findData(core::languageTag(desk.workspace().language())));
    m_leadBox->setPerson(desk.workspace().actor());

    addField(tr("&Title"), m_titleEdit);
    addField(tr("&Plan"), m_playbookBox);
    addField(tr("&Severity"), m_severityPicker);
    addField(tr("&Language of the crisis"), m_languageBox, tr("The log, the messages and the review speak it."));
    addField(tr("Crisis &lead"), m_leadBox);

    connect(m_titleEdit, &QLineEdit::textChanged, this, &OpenCrisisDialog::check);
    connect(m_playbookBox, &QComboBox::currentIndexChanged, this, &OpenCrisisDialog::showPlan);
    m_titleEdit->setFocus();
    check();
    loadOffer();
}

void OpenCrisisDialog::loadOffer()
{
    const auto read = [](const store::Connection &connection) -> Result<Offer> {
        Offer offer;
        const auto summaries = playbook::PlaybookRepository::list(connection);
        if (!summaries)
            return fail(summaries.error());
        for (const playbook::PlaybookSummary &summary : *summaries) {
            auto plan = playbook::PlaybookRepository::read(connection, summary.id);
            if (!plan)
                return fail(plan.error());
            offer.playbooks.push_back(*std::move(plan));
        }
        const auto people = playbook::PersonRepository::list(connection);
        if (!people)
            return fail(people.error());
        for (const playbook::Person &person : *people)
            offer.people += person.name;
        return offer;
    };
    store::readAsync(m_desk.workspace().database(), this, read, [this](Result<Offer> offer) {
        if (!offer)
            m_desk.showError(tr("Could not read the playbooks."), offer.error());
        showOffer(offer ? *std::move(offer) : Offer{});
    });
}

void OpenCrisisDialog::showOffer(Offer offer)
{
    m_offer = std::move(offer);
    m_playbookBox->clear();
    for (const playbook::Playbook &each : m_offer.playbooks)
        m_playbookBox->addItem(each.title.in(m_desk.workspace().language()), each.key);
    m_playbookBox->addItem(tr("Without a plan"), QString());
    // None is chosen for a tired person: the tasks of the wrong plan would cost more than this choice.
    m_playbookBox->setPlaceholderText(tr("Choose the plan that fits"));
    m_playbookBox->setCurrentIndex(m_offer.playbooks.empty() ? 0 : -1);
    m_playbookBox->setEnabled(true);
    m_leadBox->setPeople(m_offer.people);
    showPlan();
    check();
}

const playbook::Playbook *OpenCrisisDialog::plan() const
{
    const int at = m_playbookBox->currentIndex();
    return at >= 0 && at < int(m_offer.playbooks.size()) ? &m_offer.playbooks[std::size_t(at)] : nullptr;
}

void OpenCrisisDialog::showPlan()
{
    const playbook::Playbook *chosen = plan();
    m_severityPicker->setPlan(chosen ? std::optional(*chosen) : std::nullopt);
    if (isVisible())
        fitHeight();
    check();
}

core::Language OpenCrisisDialog::crisisLanguage() const
{
    return core::languageFromTag(m_languageBox->currentData().toString()).value_or(core::Language::English);
}

bool OpenCrisisDialog::isComplete() const
{
    return !m_titleEdit->text().trimmed().isEmpty() && m_playbookBox->isEnabled() && m_playbookBox->currentIndex() >= 0;
}

void OpenCrisisDialog::act()
{
    auto &workspace = m_desk.workspace();
    const playbook::Playbook *chosen = plan();
    const incident::OpenRequest request{.title = m_titleEdit->text().trimmed(),
                                        .kind = chosen ? chosen->kind : u"other"_s,
                                        .severity = m_severityPicker->severity(),
                                        .language = crisisLanguage(),
                                        .playbookKey = chosen ? chosen->key : QString(),
                                        .alertId = m_alert,
                                        .scope = workspace.scope(),
                                        .lead = m_leadBox->person()};
    finishWith(workspace.incidents().open(workspace.actor(), request),
               [this](const Result<core::IncidentId> &id) { m_desk.openPage(PageId::CrisisRoom, id->value); });
}

} // namespace vigie::gui
