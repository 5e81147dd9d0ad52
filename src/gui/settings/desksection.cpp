// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/desksection.h"

#include "gui/settings/legalholdswitch.h"
#include "gui/shell/mainwindow.h"
#include "reply/outbox.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

constexpr int kFormWidth = 520;

QStringList linesOf(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines += line.trimmed();
    }
    return lines;
}

} // namespace

DeskSection::DeskSection(Desk &desk, QWidget *parent)
    : SettingsSection(desk, parent)
    , m_legalHold(new LegalHoldSwitch(desk, this))
    , m_saveAction(makeAction(u"save"_s, [this] { save(); }))
    , m_deskTitle(new QLabel(this))
    , m_screenTitle(new QLabel(this))
    , m_replyTitle(new QLabel(this))
    , m_keepTitle(new QLabel(this))
    , m_brandEdit(new QLineEdit(this))
    , m_nameEdit(new QLineEdit(this))
    , m_zoneBox(new QComboBox(this))
    , m_languageBox(new QComboBox(this))
    , m_themeBox(new QComboBox(this))
    , m_approvalBox(new QComboBox(this))
    , m_contactsEdit(new QPlainTextEdit(this))
{
    auto *contents = new QWidget(this);
    contents->setObjectName(u"scrollContents"_s);
    contents->setMaximumWidth(qRound((kFormWidth + 2 * space::kHuge) * textScale()));
    auto *form = new QVBoxLayout(contents);
    form->setContentsMargins(space::kHuge, space::kLarge, space::kHuge, space::kHuge);
    form->setSpacing(space::kTiny);
    for (QLabel *label : {m_deskTitle, m_screenTitle, m_replyTitle, m_keepTitle})
        setTextRole(label, TextRole::Large);
    form->addWidget(m_deskTitle);
    m_brandField = addField(form, m_brandEdit);
    m_nameField = addField(form, m_nameEdit);
    m_zoneField = addField(form, m_zoneBox);
    form->addSpacing(space::kHuge);
    form->addWidget(m_screenTitle);
    m_languageField = addField(form, m_languageBox);
    m_themeField = addField(form, m_themeBox);
    form->addSpacing(space::kHuge);
    form->addWidget(m_replyTitle);
    m_approvalField = addField(form, m_approvalBox);
    m_contactsField = addField(form, m_contactsEdit);
    form->addSpacing(space::kHuge);
    form->addWidget(m_keepTitle);
    form->addWidget(m_legalHold);
    form->addStretch();
    m_contactsEdit->setTabChangesFocus(true);
    m_contactsEdit->setFixedHeight(qRound(96 * textScale()));
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(contents);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    fillZones();
    m_languageBox->addItem(u"English"_s, int(core::Language::English)); // each in its own language, always
    m_languageBox->addItem(u"Français"_s, int(core::Language::French));
    m_saveAction->setShortcut(QKeySequence::Save);
    m_saveAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_saveAction);
    connect(m_brandEdit, &QLineEdit::textChanged, this, &DeskSection::check);
    connect(m_nameEdit, &QLineEdit::textChanged, this, &DeskSection::check);
    connect(m_zoneBox, &QComboBox::currentIndexChanged, this, &DeskSection::check);
    connect(m_approvalBox, &QComboBox::currentIndexChanged, this, &DeskSection::check);
    connect(m_contactsEdit, &QPlainTextEdit::textChanged, this, &DeskSection::check);
    connect(m_languageBox, &QComboBox::activated, this, &DeskSection::chooseLanguage);
    connect(m_themeBox, &QComboBox::activated, this, &DeskSection::chooseTheme);
    m_saveAction->setEnabled(false);
}

DeskSection::Field DeskSection::addField(QVBoxLayout *layout, QWidget *field)
{
    auto *caption = new QLabel(this);
    auto *hint = new QLabel(this);
    setTextRole(caption, TextRole::Strong);
    setTextRole(hint, TextRole::SmallMuted);
    caption->setBuddy(field);
    hint->setWordWrap(true);
    layout->addSpacing(space::kMedium);
    layout->addWidget(caption);
    layout->addWidget(field);
    layout->addWidget(hint);
    return {caption, hint};
}

void DeskSection::setField(const Field &field, QWidget *widget, const QString &caption, const QString &hint)
{
    field.caption->setText(caption);
    field.hint->setText(hint);
    field.hint->setVisible(!hint.isEmpty());
    widget->setAccessibleName(caption);
    widget->setAccessibleDescription(hint);
}

void DeskSection::fillZones()
{
    QStringList zones;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        if (id.contains('/') || id == "UTC")
            zones += QString::fromUtf8(id);
    }
    m_zoneBox->addItems(zones);
    m_zoneBox->setEditable(true); // to type a few letters of a city
    m_zoneBox->setInsertPolicy(QComboBox::NoInsert);
    m_zoneBox->completer()->setFilterMode(Qt::MatchContains);
    m_zoneBox->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_zoneBox->setMaxVisibleItems(16);
}

QString DeskSection::headline() const
{
    return tr("You act as %1", "%1 is a person's name").arg(workspace().actor());
}

void DeskSection::load()
{
    m_legalHold->load();
    struct Policy {
        reply::ApprovalPolicy approval = reply::ApprovalPolicy::FourEyes;
        QStringList contacts = {};
    };
    const auto read = [](const store::Connection &connection) -> Result<Policy> {
        const auto approval = reply::ReplyService::approvalPolicy(connection);
        if (!approval)
            return fail(approval.error());
        const auto contacts = reply::Outbox::allowedContacts(connection);
        if (!contacts)
            return fail(contacts.error());
        return Policy{*approval, *contacts};
    };
    store::readAsync(workspace().database(), this, read, [this](const Result<Policy> &policy) {
        if (!policy)
            return desk().showError(tr("Could not read the settings."), policy.error());
        const workspace::DeskProfile &profile = workspace().profile();
        const Values stored{.brand = profile.brand,
                            .operatorName = profile.operatorName,
                            .zone = profile.zone.id(),
                            .approval = policy->approval,
                            .contacts = policy->contacts};
        const bool keepsTyping = m_isLoaded && typed() != m_stored;
        m_stored = stored;
        m_isLoaded = true;
        if (!keepsTyping)
            show(stored);
        check();
        emit headerChanged();
        emit loaded();
    });
}

void DeskSection::show(const Values &values)
{
    m_brandEdit->setText(values.brand);
    m_nameEdit->setText(values.operatorName);
    const QString zone = QString::fromUtf8(values.zone);
    if (m_zoneBox->findText(zone) < 0)
        m_zoneBox->insertItem(0, zone);
    m_zoneBox->setCurrentIndex(m_zoneBox->findText(zone));
    m_approvalBox->setCurrentIndex(values.approval == reply::ApprovalPolicy::None ? 1 : 0);
    m_contactsEdit->setPlainText(values.contacts.join(u'\n'));
}

DeskSection::Values DeskSection::typed() const
{
    return {.brand = m_brandEdit->text().trimmed(),
            .operatorName = m_nameEdit->text().trimmed(),
            .zone = m_zoneBox->itemText(m_zoneBox->currentIndex()).toUtf8(),
            .approval = m_approvalBox->currentIndex() == 1 ? reply::ApprovalPolicy::None : reply::ApprovalPolicy::FourEyes,
            .contacts = linesOf(m_contactsEdit->toPlainText())};
}

void DeskSection::check()
{
    m_saveAction->setEnabled(m_isLoaded && typed() != m_stored && !m_nameEdit->text().trimmed().isEmpty() && !workspace().isReadOnly());
}

void DeskSection::save()
{
    const Values values = typed();
    const Values before = std::exchange(m_stored, values);
    const QString attempt = tr("Could not save the settings.");
    if (values.brand != before.brand || values.operatorName != before.operatorName || values.zone != before.zone)
        workspace().setProfile({.brand = values.brand, .operatorName = values.operatorName, .zone = QTimeZone(values.zone)});
    if (values.approval != before.approval)
        finish(workspace().replies().setApprovalPolicy(workspace().actor(), values.approval), {}, attempt);
    if (values.contacts != before.contacts)
        finish(workspace().outbox().setAllowedContacts(workspace().actor(), values.contacts), {}, attempt);
    desk().showToast(tr("Saved."));
    check();
}

void DeskSection::chooseLanguage()
{
    const auto language = core::Language(m_languageBox->currentData().toInt());
    if (auto *window = dynamic_cast<MainWindow *>(&desk()))
        window->setLanguage(language);
    else
        workspace().setLanguage(language);
}

void DeskSection::chooseTheme()
{
    if (auto *window = dynamic_cast<MainWindow *>(&desk()))
        window->setThemeChoice(Theme::Choice(m_themeBox->currentData().toInt()));
}

void DeskSection::retranslate()
{
    m_saveAction->setText(tr("Save"));
    m_deskTitle->setText(tr("This desk"));
    m_screenTitle->setText(tr("This screen"));
    m_replyTitle->setText(tr("Before a reply leaves"));
    m_keepTitle->setText(tr("What is kept"));
    m_legalHold->retranslate();
    setField(m_brandField, m_brandEdit, tr("Brand"), tr("Fills {{brand}} in every message."));
    setField(m_nameField, m_nameEdit, tr("Your name"), tr("Stands beside everything you do here, in the log and in the audit."));
    setField(m_zoneField, m_zoneBox, tr("Time zone"), tr("All times on the pages and in the reports."));
    setField(m_languageField, m_languageBox, tr("Language"), tr("Of the interface, at once. A crisis and its messages have a language of their own."));
    setField(m_themeField, m_themeBox, tr("Theme"), {});
    setField(m_approvalField, m_approvalBox, tr("Approval"), tr("Pre-approved texts that nobody changed need no second pair of eyes."));
    setField(m_contactsField, m_contactsEdit, tr("Contacts of the brand"),
             tr("Phone numbers and addresses that may stand in a public reply, one a line. All others are taken for somebody's "
                "personal data, and the reply is held back."));
    const int approval = m_approvalBox->currentIndex();
    m_approvalBox->clear();
    m_approvalBox->addItem(tr("Somebody else approves each reply"));
    m_approvalBox->addItem(tr("Nobody needs to approve"));
    m_approvalBox->setCurrentIndex(std::max(0, approval));
    m_themeBox->clear();
    m_themeBox->addItem(tr("As the system"), int(Theme::Choice::System));
    m_themeBox->addItem(tr("Light"), int(Theme::Choice::Light));
    m_themeBox->addItem(tr("Dark"), int(Theme::Choice::Dark));
    const auto *window = dynamic_cast<const MainWindow *>(&desk());
    m_themeBox->setEnabled(window);
    if (window)
        m_themeBox->setCurrentIndex(m_themeBox->findData(int(window->themeChoice())));
    m_languageBox->setCurrentIndex(m_languageBox->findData(int(workspace().language())));
    check();
}

} // namespace vigie::gui
