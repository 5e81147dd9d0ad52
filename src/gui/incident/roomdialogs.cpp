// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/incident/roomdialogs.h"

#include "gui/incident/roomfields.h"
#include "gui/incident/roomwords.h"
#include "gui/shell/page.h"
#include "incident/incidentservice.h"
#include "incident/logservice.h"
#include "incident/taskservice.h"
#include "playbook/personrepository.h"
#include "workspace/workspace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

QString textOf(const QPlainTextEdit *edit)
{
    return edit->toPlainText().trimmed();
}

void loadPeople(Desk &desk, PersonBox *box)
{
    const auto read = [](const store::Connection &connection) { return playbook::PersonRepository::list(connection); };
    store::readAsync(desk.workspace().database(), box, read, [box](const Result<std::vector<playbook::Person>> &people) {
        if (!people)
            return; // a name can still be typed
        QStringList names;
        for (const playbook::Person &person : *people)
            names += person.name;
        box->setPeople(names);
    });
}

void addRoles(QComboBox *box, const Board &board, core::Language language)
{
    if (!board.plan) {
        box->addItem(RoomWords::roleTitle(kLeadRole.toString(), language, board.plan), kLeadRole.toString());
        return;
    }
    for (const playbook::Role &role : board.plan->roles)
        box->addItem(role.title.in(language), role.key);
}

} // namespace

// One text ----------------------------------------------------------------------------------------------------------------

TextDialog::TextDialog(const Texts &texts, Asks asks, Act act, QWidget *parent)
    : ActDialog(parent), m_asks(asks), m_act(std::move(act)), m_edit(makeTextEdit(4))
{
    setWindowTitle(texts.title);
    setIntroduction(texts.introduction);
    setAct(texts.act);
    addField(texts.label, m_edit);
    m_edit->setFocus();
    check();
}

bool TextDialog::isComplete() const
{
    return m_asks == Asks::Optional || !textOf(m_edit).isEmpty();
}

void TextDialog::act()
{
    finishWith(m_act(textOf(m_edit)));
}

workspace::Workspace &RoomDialog::workspace() const
{
    return m_desk.workspace();
}

// Status update -----------------------------------------------------------------------------------------------------------

PostUpdateDialog::PostUpdateDialog(Desk &desk, const Board &board, QWidget *parent)
    : RoomDialog(desk, board.incident.id, parent)
    , m_textEdit(makeTextEdit(7))
    , m_internalButton(new QRadioButton(tr("&Internal: for the crisis team"), this))
    , m_publicButton(new QRadioButton(tr("P&ublic: a statement that has been published"), this))
    , m_nextBox(new DelayBox(board.incident.cadence > std::chrono::seconds(0)
                                 ? tr("By the plan: in %1", "%1 is a duration")
                                       .arg(desk.workspace().format().duration(board.incident.cadence))
                                 : tr("By the plan"),
                             desk.workspace().format(), this))
{
    setWindowTitle(tr("Post an update"));
    m_textEdit->setPlaceholderText(tr("What we know. What we do not know yet. What we are doing. When we will say more."));
    addField(tr("&Update"), m_textEdit);
    auto *reach = new QWidget(this);
    auto *layout = new QVBoxLayout(reach);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kTiny);
    layout->addWidget(m_internalButton);
    layout->addWidget(m_publicButton);
    reach->setFocusProxy(m_internalButton);
    addField(tr("For whom"), reach,
             tr("Vigie publishes nothing by this: it notes what was said, and the clock of the next update starts anew."));
    m_internalButton->setChecked(true);
    addField(tr("&Next update"), m_nextBox);
    connect(m_publicButton, &QRadioButton::toggled, this, &PostUpdateDialog::showReach);
    showReach();
    m_textEdit->setFocus();
    check();
}

void PostUpdateDialog::showReach()
{
    setAct(m_publicButton->isChecked() ? tr("Note the public statement") : tr("Post to the team"));
}

bool PostUpdateDialog::isComplete() const
{
    return !textOf(m_textEdit).isEmpty();
}

void PostUpdateDialog::act()
{
    const auto reach = m_publicButton->isChecked() ? incident::Reach::Public : incident::Reach::Internal;
    finishWith(workspace().log().postUpdate(workspace().actor(), incident(), textOf(m_textEdit), reach,
                                          m_nextBox->dueFrom(workspace().clock().now())),
               [this](const Result<qint64> &) { desk().showToast(tr("Update posted.")); });
}

// Severity ----------------------------------------------------------------------------------------------------------------

SeverityDialog::SeverityDialog(Desk &desk, const Board &board, QWidget *parent)
    : RoomDialog(desk, board.incident.id, parent)
    , m_before(board.incident.severity)
    , m_picker(new SeverityPicker(desk.workspace().language(), this))
    , m_reasonEdit(makeTextEdit(3))
{
    setWindowTitle(tr("Change the severity"));
    setIntroduction(tr("Tasks that the new level asks for are added; none is taken away."));
    setAct(tr("Change the severity"));
    m_picker->setPlan(board.plan);
    m_picker->setSeverity(m_before);
    addField(tr("&Severity"), m_picker);
    addField(tr("&Reason"), m_reasonEdit);
    connect(m_picker, &SeverityPicker::severityChanged, this, &SeverityDialog::check);
    check();
}

bool SeverityDialog::isComplete() const
{
    return m_picker->severity() != m_before && !textOf(m_reasonEdit).isEmpty();
}

void SeverityDialog::act()
{
    finishWith(workspace().incidents().changeSeverity(workspace().actor(), incident(), m_picker->severity(), textOf(m_reasonEdit)));
}

// Decision ----------------------------------------------------------------------------------------------------------------

DecisionDialog::DecisionDialog(Desk &desk, const Board &board, QWidget *parent)
    : RoomDialog(desk, board.incident.id, parent)
    , m_whatEdit(makeTextEdit(2))
    , m_whyEdit(makeTextEdit(3))
    , m_optionsEdit(makeTextEdit(3))
    , m_recheckBox(new DelayBox(tr("Not needed"), desk.workspace().format(), this))
{
    setWindowTitle(tr("Record a decision"));
    setAct(tr("Record the decision"));
    addField(tr("&What was decided"), m_whatEdit);
    addField(tr("Wh&y"), m_whyEdit);
    addField(tr("&Options that were weighed"), m_optionsEdit, tr("May stay empty."));
    addField(tr("&Look at it again"), m_recheckBox);
    m_whatEdit->setFocus();
    check();
}

bool DecisionDialog::isComplete() const
{
    return !textOf(m_whatEdit).isEmpty() && !textOf(m_whyEdit).isEmpty();
}

void DecisionDialog::act()
{
    const incident::Decision decision{.incidentId = incident(),
                                      .what = textOf(m_whatEdit),
                                      .why = textOf(m_whyEdit),
                                      .options = textOf(m_optionsEdit),
                                      .recheckAt = m_recheckBox->dueFrom(workspace().clock().now())};
    finishWith(workspace().log().decide(workspace().actor(), decision));
}

// Roles -------------------------------------------------------------------------------------------------------------------

HandOverDialog::HandOverDialog(Desk &desk, const Board &board, QWidget *parent)
    : RoomDialog(desk, board.incident.id, parent)
    , m_board(board)
    , m_roleBox(new QComboBox(this))
    , m_holderLabel(new QLabel(this))
    , m_personBox(new PersonBox(this))
    , m_noteEdit(makeTextEdit(3))
{
    setWindowTitle(tr("Hand over a role"));
    setIntroduction(tr("The open tasks of the role go with it."));
    setAct(tr("Hand over"));
    addRoles(m_roleBox, board, desk.workspace().language());
    setTextRole(m_holderLabel, TextRole::SmallMuted);
    m_holderLabel->setWordWrap(true);
    addField(tr("&Role"), m_roleBox);
    addWide(m_holderLabel);
    addField(tr("&Person"), m_personBox);
    addField(tr("&Note for them"), m_noteEdit, tr("May stay empty."));
    connect(m_roleBox, &QComboBox::currentIndexChanged, this, &HandOverDialog::showRole);
    connect(m_personBox, &QComboBox::editTextChanged, this, &HandOverDialog::check);
    loadPeople(desk, m_personBox);
    showRole();
    m_personBox->setFocus();
}

void HandOverDialog::showRole()
{
    const QString holder = m_board.holder(m_roleBox->currentData().toString());
    m_holderLabel->setText(holder.isEmpty() ? tr("Nobody holds it now.") : tr("Held by %1 now.").arg(holder));
    check();
}

bool HandOverDialog::isComplete() const
{
    const QString person = m_personBox->person();
    return !person.isEmpty() && person != m_board.holder(m_roleBox->currentData().toString());
}

void HandOverDialog::act()
{
    finishWith(workspace().incidents().assignRole(workspace().actor(), incident(), m_roleBox->currentData().toString(),
                                                m_personBox->person(), textOf(m_noteEdit)));
}

// Task --------------------------------------------------------------------------------------------------------------------

TaskDialog::TaskDialog(Desk &desk, const Board &board, QWidget *parent)
    : RoomDialog(desk, board.incident.id, parent)
    , m_titleEdit(new QLineEdit(this))
    , m_detailEdit(makeTextEdit(3))
    , m_roleBox(new QComboBox(this))
    , m_assigneeBox(new PersonBox(this))
    , m_dueBox(new DelayBox(tr("No time"), desk.workspace().format(), this))
    , m_proofBox(new QCheckBox(tr("Ask for a &proof when it is done"), this))
{
    setWindowTitle(tr("Add a task"));
    setAct(tr("Add the task"));
    m_titleEdit->setMaxLength(300);
    addRoles(m_roleBox, board, desk.workspace().language());
    addField(tr("&Task"), m_titleEdit);
    addField(tr("&Detail"), m_detailEdit);
    addField(tr("&Role"), m_roleBox);
    addField(tr("&Assigned to"), m_assigneeBox);
    addField(tr("D&ue"), m_dueBox);
    addWide(m_proofBox);
    m_dueBox->choose(std::chrono::minutes(30));
    connect(m_titleEdit, &QLineEdit::textChanged, this, &TaskDialog::check);
    const auto showHolder = [this, board] { m_assigneeBox->setPerson(board.holder(m_roleBox->currentData().toString())); };
    connect(m_roleBox, &QComboBox::currentIndexChanged, this, showHolder);
    showHolder();
    loadPeople(desk, m_assigneeBox);
    m_titleEdit->setFocus();
    check();
}

bool TaskDialog::isComplete() const
{
    return !m_titleEdit->text().trimmed().isEmpty();
}

void TaskDialog::act()
{
    const incident::Task task{.incidentId = incident(),
                              .title = m_titleEdit->text().trimmed(),
                              .detail = textOf(m_detailEdit),
                              .phase = u"respond"_s,
                              .roleKey = m_roleBox->currentData().toString(),
                              .assignee = m_assigneeBox->person(),
                              .dueAt = m_dueBox->dueFrom(workspace().clock().now()),
                              .requiresProof = m_proofBox->isChecked()};
    finishWith(workspace().tasks().add(workspace().actor(), task));
}

// Fact --------------------------------------------------------------------------------------------------------------------

FactDialog::FactDialog(Desk &desk, const incident::Fact &fact, QWidget *parent)
    : RoomDialog(desk, fact.incidentId, parent), m_fact(fact), m_textEdit(makeTextEdit(3)), m_stateBox(new QComboBox(this))
{
    const bool isNew = !fact.id.isValid();
    setWindowTitle(isNew ? tr("Add a fact") : tr("Change a fact"));
    setAct(isNew ? tr("Add the fact") : tr("Keep the change"));
    m_textEdit->setPlainText(fact.text);
    using State = incident::FactState;
    for (const State state : {State::Confirmed, State::Checking, State::NotToSay, State::Withdrawn}) {
        if (state != State::Withdrawn || !isNew)
            m_stateBox->addItem(RoomWords::factStateName(state), int(state));
    }
    m_stateBox->setCurrentIndex(m_stateBox->findData(int(fact.state)));
    addField(tr("&Fact"), m_textEdit);
    addField(tr("&How sure"), m_stateBox);
    if (isNew) {
        m_originEdit = new QLineEdit(this);
        addField(tr("&Where it comes from"), m_originEdit, tr("A person, a document, a link. May stay empty."));
    }
    m_textEdit->setFocus();
    check();
}

bool FactDialog::isComplete() const
{
    return !textOf(m_textEdit).isEmpty();
}

void FactDialog::act()
{
    m_fact.text = textOf(m_textEdit);
    m_fact.state = incident::FactState(m_stateBox->currentData().toInt());
    if (m_originEdit) {
        m_fact.origin = m_originEdit->text().trimmed();
        finishWith(workspace().log().addFact(workspace().actor(), m_fact));
    } else {
        finishWith(workspace().log().alterFact(workspace().actor(), m_fact.id, m_fact.state, m_fact.text));
    }
}

// Stakeholder -------------------------------------------------------------------------------------------------------------

StakeholderDialog::StakeholderDialog(Desk &desk, const Board &board, QWidget *parent)
    : RoomDialog(desk, board.incident.id, parent)
    , m_nameEdit(new QLineEdit(this))
    , m_roleBox(new QComboBox(this))
    , m_dueBox(new DelayBox(tr("No time"), desk.workspace().format(), this))
{
    setWindowTitle(tr("Add somebody who must be told"));
    setAct(tr("Add"));
    m_nameEdit->setMaxLength(200);
    addRoles(m_roleBox, board, desk.workspace().language());
    addField(tr("&Who"), m_nameEdit);
    addField(tr("&Told by"), m_roleBox);
    addField(tr("D&ue"), m_dueBox);
    m_dueBox->choose(std::chrono::minutes(30));
    connect(m_nameEdit, &QLineEdit::textChanged, this, &StakeholderDialog::check);
    m_nameEdit->setFocus();
    check();
}

bool StakeholderDialog::isComplete() const
{
    return !m_nameEdit->text().trimmed().isEmpty();
}

void StakeholderDialog::act()
{
    const incident::Stakeholder stakeholder{.incidentId = incident(),
                                            .name = m_nameEdit->text().trimmed(),
                                            .roleKey = m_roleBox->currentData().toString(),
                                            .dueAt = m_dueBox->dueFrom(workspace().clock().now())};
    finishWith(workspace().log().addStakeholder(workspace().actor(), stakeholder));
}

} // namespace vigie::gui
