// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/peoplesection.h"

#include "gui/common/icons.h"
#include "playbook/personservice.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

PeopleSection::PeopleSection(Desk &desk, QWidget *parent)
    : ListSection(desk, parent)
    , m_addAction(makeAction(u"person-plus"_s, [this] { edit(0); }))
    , m_verifyAction(makeAction(u"patch-check"_s, [this] { verifySelected(); }))
{
    m_verifyAction->setEnabled(false);
    connect(view(), &CardView::opened, this, [this](const CardRow &row) { edit(row.id); });
    connect(view(), &CardView::menuRequested, this, &PeopleSection::showMenu);
    connect(view(), &CardView::selected, this, [this] { m_verifyAction->setEnabled(!workspace().isReadOnly()); });
}

void PeopleSection::load()
{
    store::readAsync(
        workspace().database(), this,
        [language = workspace().language()](const store::Connection &connection) { return readDirectory(connection, language); },
        [this](Result<Directory> directory) {
            if (!directory)
                return desk().showError(tr("Could not read the directory."), directory.error());
            m_people = std::move(directory->people);
            m_roles = std::move(directory->roles);
            showRows();
            emit headerChanged();
            emit loaded();
        });
}

QString PeopleSection::roleTitle(const QString &key) const
{
    const auto found = std::find_if(m_roles.begin(), m_roles.end(), [&key](const KnownRole &role) { return role.key == key; });
    return found == m_roles.end() ? key : found->title;
}

const playbook::Person *PeopleSection::person(qint64 id) const
{
    const auto found = std::find_if(m_people.begin(), m_people.end(), [id](const auto &one) { return one.id.value == id; });
    return found == m_people.end() ? nullptr : &*found;
}

void PeopleSection::showRows()
{
    const core::Format format = workspace().format();
    const core::Instant now = workspace().clock().now();
    std::vector<CardRow> rows;
    for (const playbook::Person &one : m_people) {
        QStringList meta;
        for (const QString &role : one.roles)
            meta += roleTitle(role);
        QStringList contacts;
        for (const QString &contact : {one.jobTitle, one.phone, one.email}) {
            if (!contact.isEmpty())
                contacts += contact;
        }
        if (const playbook::Person *deputy = person(one.deputyId.value))
            contacts += tr("deputy: %1").arg(deputy->name);
        const bool isStale = playbook::isStale(one, now);
        rows.push_back({.key = QString::number(one.id.value),
                        .id = one.id.value,
                        .iconName = isStale ? u"patch-exclamation"_s : u"patch-check"_s,
                        .iconToken = isStale ? Token::Warning : Token::Positive,
                        .text = meta.isEmpty() ? one.name : one.name + u" — "_s + meta.join(u", "_s),
                        .textLines = 2,
                        .isStrong = true,
                        .meta = contacts.isEmpty() ? tr("No phone and no e-mail") : contacts.join(u" · "_s),
                        .metaLines = 2,
                        .trailing = !one.verifiedAt ? tr("Never verified")
                                    : isStale       ? tr("To verify: last %1", "a short date").arg(format.dateShort(*one.verifiedAt))
                                                    : tr("Verified %1", "a short date").arg(format.dateShort(*one.verifiedAt)),
                        .trailingToken = isStale ? Token::Warning : Token::Muted});
    }
    setRows(std::move(rows));
}

QString PeopleSection::headline() const
{
    const core::Instant now = workspace().clock().now();
    const auto stale = std::count_if(m_people.begin(), m_people.end(), [now](const auto &one) { return playbook::isStale(one, now); });
    QString text = tr("%n person(s)", nullptr, int(m_people.size()));
    if (stale > 0)
        text += u" · "_s + tr("%n to verify", "contacts", int(stale));
    return text;
}

void PeopleSection::edit(qint64 id)
{
    if (workspace().isReadOnly())
        return;
    const playbook::Person *known = person(id);
    auto *dialog = new PersonDialog(desk(), known ? *known : playbook::Person{}, m_people, m_roles, this);
    dialog->open();
}

void PeopleSection::verify(qint64 id)
{
    finish(workspace().people().markVerified(workspace().actor(), core::PersonId{id}), tr("Verified today."),
           tr("Could not note the verification."));
}

void PeopleSection::verifySelected()
{
    if (const CardRow *row = view()->currentRow())
        verify(row->id);
}

void PeopleSection::remove(qint64 id)
{
    finish(workspace().people().deactivate(workspace().actor(), core::PersonId{id}),
           tr("No longer in the directory. Past crises keep the name."), tr("Could not take the person out."));
}

void PeopleSection::showMenu(const CardRow &row, const QPoint &position)
{
    if (!person(row.id) || workspace().isReadOnly())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const qint64 id = row.id;
    menu->addAction(icon(u"patch-check"_s), tr("The contacts hold: verified today"), this, [this, id] { verify(id); });
    menu->addAction(icon(u"pencil"_s), tr("Edit…"), this, [this, id] { edit(id); });
    menu->addSeparator();
    menu->addAction(icon(u"trash"_s), tr("Take out of the directory"), this, [this, id] { remove(id); });
    menu->popup(position);
}

void PeopleSection::retranslate()
{
    m_addAction->setText(tr("Add a person…"));
    m_verifyAction->setText(tr("Verify now"));
    m_verifyAction->setToolTip(tr("I have reached this person: the contacts hold"));
    setIntroduction(tr("Who is called, at any hour. Contacts that nobody has tried for 90 days are flagged. Enter edits; the menu key shows "
                       "more."));
    setEmptyTexts(u"people"_s, tr("Nobody is in the directory"),
                  tr("Add the people who hold a role in a crisis, with a number that is answered at night. A plan can then name them at "
                     "once, and their deputies."),
                  m_addAction);
    view()->setAccessibleName(tr("Directory of the team"));
    showRows();
}

// The dialog --------------------------------------------------------------------------------------------------------------

PersonDialog::PersonDialog(Desk &desk, const playbook::Person &person, const std::vector<playbook::Person> &people,
                           const std::vector<KnownRole> &roles, QWidget *parent)
    : ActDialog(parent)
    , m_desk(desk)
    , m_person(person)
    , m_nameEdit(new QLineEdit(person.name, this))
    , m_jobEdit(new QLineEdit(person.jobTitle, this))
    , m_phoneEdit(new QLineEdit(person.phone, this))
    , m_emailEdit(new QLineEdit(person.email, this))
    , m_deputyBox(new QComboBox(this))
{
    const bool isNew = !person.id.isValid();
    setWindowTitle(isNew ? tr("Add a person") : tr("Edit the person"));
    setAct(isNew ? tr("Add the person") : tr("Save"));
    m_deputyBox->addItem(tr("Nobody"), qint64(0));
    for (const playbook::Person &other : people) {
        if (other.id != person.id)
            m_deputyBox->addItem(other.name, other.id.value);
    }
    m_deputyBox->setCurrentIndex(std::max(0, m_deputyBox->findData(person.deputyId.value)));
    addField(tr("&Name"), m_nameEdit);
    addField(tr("&Post in the house"), m_jobEdit);
    addField(tr("P&hone, answered at night"), m_phoneEdit);
    addField(tr("&E-mail"), m_emailEdit, isNew ? QString() : tr("A changed phone or e-mail must be verified again."));
    addField(tr("&Deputy"), m_deputyBox);
    if (!roles.empty()) {
        auto *caption = new QLabel(tr("Roles in a crisis"), this);
        setTextRole(caption, TextRole::Strong);
        caption->setContentsMargins(0, space::kSmall, 0, 0);
        addWide(caption);
        auto *boxes = new QWidget(this);
        auto *grid = new QGridLayout(boxes);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setVerticalSpacing(space::kTiny);
        for (const KnownRole &role : roles) {
            auto *box = new QCheckBox(role.title, boxes);
            box->setChecked(person.roles.contains(role.key));
            const int index = int(m_roleBoxes.size());
            grid->addWidget(box, index / 2, index % 2);
            m_roleBoxes.emplace_back(role.key, box);
        }
        addWide(boxes);
    }
    connect(m_nameEdit, &QLineEdit::textChanged, this, &PersonDialog::check);
    check();
}

bool PersonDialog::isComplete() const
{
    return !m_nameEdit->text().trimmed().isEmpty();
}

void PersonDialog::act()
{
    m_person.name = m_nameEdit->text().trimmed();
    m_person.jobTitle = m_jobEdit->text().trimmed();
    m_person.phone = m_phoneEdit->text().trimmed();
    m_person.email = m_emailEdit->text().trimmed();
    m_person.deputyId = core::PersonId{m_deputyBox->currentData().toLongLong()};
    for (const auto &[key, box] : m_roleBoxes) {
        m_person.roles.removeAll(key);
        if (box->isChecked())
            m_person.roles += key;
    }
    m_person.roles.sort();
    auto &workspace = m_desk.workspace();
    if (m_person.id.isValid())
        finishWith(workspace.people().update(workspace.actor(), m_person));
    else
        finishWith(workspace.people().add(workspace.actor(), m_person));
}

} // namespace vigie::gui
