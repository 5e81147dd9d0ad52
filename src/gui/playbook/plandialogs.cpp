// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/playbook/plandialogs.h"

#include "gui/playbook/languagepair.h"
#include "gui/playbook/stepdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

constexpr int kWidth = 760;
constexpr int kMostMinutes = 60 * 24 * 60; // sixty days
constexpr int kRolesShown = 5;

bool isFilled(const QLineEdit *french, const QLineEdit *english)
{
    return !french->text().trimmed().isEmpty() && !english->text().trimmed().isEmpty();
}

playbook::Text textOf(const QLineEdit *french, const QLineEdit *english)
{
    return {.en = english->text().trimmed(), .fr = french->text().trimmed()};
}

/// All roles of the plan, those of `chosen` checked.
QListWidget *makeRoleList(const playbook::Playbook &plan, const QStringList &chosen, core::Language language, QWidget *parent)
{
    auto *list = new QListWidget(parent);
    for (const playbook::Role &role : plan.roles) {
        auto *item = new QListWidgetItem(role.title.in(language), list);
        item->setData(Qt::UserRole, role.key);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(chosen.contains(role.key) ? Qt::Checked : Qt::Unchecked);
    }
    list->setFixedHeight((list->fontMetrics().height() + space::kSmall) * kRolesShown + space::kSmall);
    setPanel(list, Qt::TopEdge | Qt::LeftEdge | Qt::RightEdge | Qt::BottomEdge);
    return list;
}

QStringList checkedKeys(const QListWidget *list)
{
    QStringList keys;
    for (int i = 0; i < list->count(); ++i) {
        if (list->item(i)->checkState() == Qt::Checked)
            keys += list->item(i)->data(Qt::UserRole).toString();
    }
    return keys;
}

} // namespace

// Role --------------------------------------------------------------------------------------------------------------------

RoleDialog::RoleDialog(const playbook::Playbook &plan, const playbook::Role &role, core::Language language, Take take, QWidget *parent)
    : ActDialog(parent)
    , m_role(role)
    , m_take(std::move(take))
    , m_titleFrEdit(new QLineEdit(role.title.fr, this))
    , m_titleEnEdit(new QLineEdit(role.title.en, this))
    , m_missionFrEdit(makeTextEdit(3))
    , m_missionEnEdit(makeTextEdit(3))
    , m_dutiesFrEdit(makeTextEdit(6))
    , m_dutiesEnEdit(makeTextEdit(6))
    , m_deputyBox(new QComboBox(this))
    , m_manyBox(new QCheckBox(tr("Several people have this role"), this))
{
    const bool isNew = role.key.isEmpty();
    setMinimumWidth(qRound(kWidth * textScale()));
    setWindowTitle(isNew ? tr("Add a role") : tr("Edit the role"));
    setIntroduction(tr("The card that somebody reads who takes this role at night, for the first time. Running crises are not touched."));
    setAct(isNew ? tr("Add the role") : tr("Take the change"));
    for (const playbook::Role &other : plan.roles) {
        m_keys += other.key;
        if (other.key != role.key)
            m_deputyBox->addItem(other.title.in(language), other.key);
    }
    m_deputyBox->insertItem(0, tr("Nobody"), QString());
    m_deputyBox->setCurrentIndex(std::max(0, m_deputyBox->findData(role.deputyRole)));
    m_manyBox->setChecked(role.isForMany);
    m_missionFrEdit->setPlainText(role.mission.fr);
    m_missionEnEdit->setPlainText(role.mission.en);
    showLines(role.duties, m_dutiesFrEdit, m_dutiesEnEdit);
    addWide(sideBySide(m_titleFrEdit, m_titleEnEdit, tr("Role, in French"), tr("Role, in English"), this));
    addWide(sideBySide(m_missionFrEdit, m_missionEnEdit, tr("Mission, in French"), tr("Mission, in English"), this));
    addWide(sideBySide(m_dutiesFrEdit, m_dutiesEnEdit, tr("Duties in French, one a line"), tr("Duties in English, line by line"), this));
    addField(tr("&Deputy: who stands in"), m_deputyBox);
    addWide(m_manyBox);
    for (const QLineEdit *edit : {m_titleFrEdit, m_titleEnEdit})
        connect(edit, &QLineEdit::textChanged, this, &RoleDialog::check);
    check();
}

bool RoleDialog::isComplete() const
{
    return isFilled(m_titleFrEdit, m_titleEnEdit) && !m_missionFrEdit->toPlainText().trimmed().isEmpty()
           && !m_missionEnEdit->toPlainText().trimmed().isEmpty() && linesMatch(m_dutiesFrEdit, m_dutiesEnEdit);
}

void RoleDialog::act()
{
    m_role.title = textOf(m_titleFrEdit, m_titleEnEdit);
    m_role.mission = {.en = m_missionEnEdit->toPlainText().trimmed(), .fr = m_missionFrEdit->toPlainText().trimmed()};
    m_role.duties = textsOf(m_dutiesFrEdit, m_dutiesEnEdit);
    m_role.deputyRole = m_deputyBox->currentData().toString();
    m_role.isForMany = m_manyBox->isChecked();
    if (m_role.key.isEmpty())
        m_role.key = freshKey(m_role.title.en, m_keys, u"role"_s);
    m_take(m_role);
    accept();
}

// Severity ----------------------------------------------------------------------------------------------------------------

SeverityLevelDialog::SeverityLevelDialog(const playbook::Playbook &plan, const playbook::Severity &severity, core::Language language, Take take,
                               QWidget *parent)
    : ActDialog(parent)
    , m_severity(severity)
    , m_take(std::move(take))
    , m_nameFrEdit(new QLineEdit(severity.name.fr, this))
    , m_nameEnEdit(new QLineEdit(severity.name.en, this))
    , m_criteriaFrEdit(makeTextEdit(5))
    , m_criteriaEnEdit(makeTextEdit(5))
    , m_cadenceBox(new QSpinBox(this))
    , m_rolesList(makeRoleList(plan, severity.roles, language, this))
    , m_approvalsList(makeRoleList(plan, severity.approvals, language, this))
{
    setMinimumWidth(qRound(kWidth * textScale()));
    setWindowTitle(tr("Severity %1").arg(severity.level));
    setIntroduction(tr("How one knows that it is this grave, and what happens then by itself. Level 4 is the gravest."));
    setAct(tr("Take the change"));
    showLines(severity.criteria, m_criteriaFrEdit, m_criteriaEnEdit);
    m_cadenceBox->setRange(0, kMostMinutes);
    m_cadenceBox->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_cadenceBox->setSpecialValueText(tr("As the plan says"));
    m_cadenceBox->setSuffix(tr(" min", "after a number"));
    m_cadenceBox->setValue(severity.cadence ? int(severity.cadence->count()) : 0);
    addWide(sideBySide(m_nameFrEdit, m_nameEnEdit, tr("Name, in French"), tr("Name, in English"), this));
    addWide(sideBySide(m_criteriaFrEdit, m_criteriaEnEdit, tr("Criteria in French, one a line"), tr("Criteria in English, line by line"),
                       this));
    addField(tr("The crisis &speaks every"), m_cadenceBox);
    addWide(sideBySide(m_rolesList, m_approvalsList, tr("Who is called in"), tr("Who approves what is said in public"), this));
    for (const QLineEdit *edit : {m_nameFrEdit, m_nameEnEdit})
        connect(edit, &QLineEdit::textChanged, this, &SeverityLevelDialog::check);
    check();
}

bool SeverityLevelDialog::isComplete() const
{
    return isFilled(m_nameFrEdit, m_nameEnEdit) && linesMatch(m_criteriaFrEdit, m_criteriaEnEdit);
}

void SeverityLevelDialog::act()
{
    m_severity.name = textOf(m_nameFrEdit, m_nameEnEdit);
    m_severity.criteria = textsOf(m_criteriaFrEdit, m_criteriaEnEdit);
    m_severity.cadence = m_cadenceBox->value() > 0 ? std::optional(std::chrono::minutes(m_cadenceBox->value())) : std::nullopt;
    m_severity.roles = checkedKeys(m_rolesList);
    m_severity.approvals = checkedKeys(m_approvalsList);
    m_take(m_severity);
    accept();
}

// Cadence -----------------------------------------------------------------------------------------------------------------

CadenceDialog::CadenceDialog(const playbook::Cadence &cadence, Take take, QWidget *parent)
    : ActDialog(parent)
    , m_take(std::move(take))
    , m_statementBox(makeMinutes(0, cadence.firstStatement))
    , m_scopeBox(makeMinutes(0, cadence.scope))
    , m_phaseLayout(nullptr)
    , m_lastBox(makeMinutes(1, cadence.phases.empty() ? std::chrono::minutes(60) : cadence.phases.back().every))
{
    setWindowTitle(tr("How often the crisis speaks"));
    setIntroduction(tr("Where a severity level says nothing else. Times count from the opening of the crisis."));
    setAct(tr("Take the change"));
    addField(tr("&First statement after"), m_statementBox);
    addField(tr("What it is about, and what not, &after"), m_scopeBox);
    auto *phases = new QWidget(this);
    m_phaseLayout = new QVBoxLayout(phases);
    m_phaseLayout->setContentsMargins(0, space::kSmall, 0, 0);
    m_phaseLayout->setSpacing(space::kSmall);
    addWide(phases);
    auto *addButton = new QPushButton(tr("Add a phase"), this);
    setButtonKind(addButton, ButtonKind::Quiet);
    addButton->setAutoDefault(false);
    addWide(addButton);
    addField(tr("&Then an update every"), m_lastBox);
    for (const playbook::CadencePhase &phase : cadence.phases) {
        if (phase.until)
            addPhase(phase.every, *phase.until);
    }
    connect(addButton, &QPushButton::clicked, this, [this] {
        const auto after = m_phases.empty() ? std::chrono::minutes(0) : std::chrono::minutes(m_phases.back().untilBox->value());
        addPhase(std::chrono::minutes(m_lastBox->value()), after + std::chrono::hours(1));
    });
    check();
}

QSpinBox *CadenceDialog::makeMinutes(int least, std::chrono::minutes value)
{
    auto *box = new QSpinBox(this);
    box->setRange(least, kMostMinutes);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setSuffix(tr(" min", "after a number"));
    box->setValue(int(value.count()));
    return box;
}

void CadenceDialog::addPhase(std::chrono::minutes every, std::chrono::minutes until)
{
    PhaseRow phase{.row = new QWidget(this), .everyBox = makeMinutes(1, every), .untilBox = makeMinutes(1, until)};
    auto *removeButton = new QPushButton(tr("Remove"), phase.row);
    setButtonKind(removeButton, ButtonKind::Quiet);
    removeButton->setAutoDefault(false);
    auto *layout = new QHBoxLayout(phase.row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    //: In a line with two fields: "An update every [15 min] until [60 min]"
    auto *everyLabel = new QLabel(tr("An update every"), phase.row);
    auto *untilLabel = new QLabel(tr("until"), phase.row);
    everyLabel->setBuddy(phase.everyBox);
    untilLabel->setBuddy(phase.untilBox);
    phase.everyBox->setAccessibleName(everyLabel->text());
    phase.untilBox->setAccessibleName(tr("Until this age of the crisis"));
    layout->addWidget(everyLabel);
    layout->addWidget(phase.everyBox, 1);
    layout->addWidget(untilLabel);
    layout->addWidget(phase.untilBox, 1);
    layout->addWidget(removeButton);
    m_phaseLayout->addWidget(phase.row);
    m_phases.push_back(phase);
    connect(phase.untilBox, &QSpinBox::valueChanged, this, &CadenceDialog::check);
    connect(removeButton, &QPushButton::clicked, this, [this, row = phase.row] { removePhase(row); });
    check();
}

void CadenceDialog::removePhase(QWidget *row)
{
    std::erase_if(m_phases, [row](const PhaseRow &phase) { return phase.row == row; });
    row->hide();
    row->deleteLater();
    check();
}

bool CadenceDialog::isComplete() const
{
    return std::ranges::adjacent_find(m_phases, std::ranges::greater_equal(),
                                      [](const PhaseRow &phase) { return phase.untilBox->value(); })
           == m_phases.end();
}

void CadenceDialog::act()
{
    playbook::Cadence cadence{.firstStatement = std::chrono::minutes(m_statementBox->value()),
                              .scope = std::chrono::minutes(m_scopeBox->value())};
    for (const PhaseRow &phase : m_phases)
        cadence.phases.push_back({.until = std::chrono::minutes(phase.untilBox->value()),
                                  .every = std::chrono::minutes(phase.everyBox->value())});
    cadence.phases.push_back({.until = std::nullopt, .every = std::chrono::minutes(m_lastBox->value())});
    m_take(cadence);
    accept();
}

} // namespace vigie::gui
