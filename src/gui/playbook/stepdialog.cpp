// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/playbook/stepdialog.h"

#include "core/text.h"
#include "gui/playbook/languagepair.h"
#include "gui/playbook/playbookwords.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

constexpr int kMaxOffset = 60 * 24 * 60; // sixty days, in minutes
constexpr int kLongestKey = 40;

} // namespace

QString freshKey(const QString &title, const QStringList &taken, const QString &fallback)
{
    static const QRegularExpression others(u"[^a-z0-9]+"_s);
    QString key = core::folded(title).toLower();
    key.replace(others, u"-"_s);
    key = key.left(kLongestKey);
    while (key.startsWith(u'-'))
        key.remove(0, 1);
    while (key.endsWith(u'-'))
        key.chop(1);
    if (key.isEmpty() || !key.at(0).isLetter())
        key = fallback + (key.isEmpty() ? QString() : u'-' + key);
    QString fresh = key;
    for (int i = 2; taken.contains(fresh); ++i)
        fresh = u"%1-%2"_s.arg(key).arg(i);
    return fresh;
}

StepDialog::StepDialog(const playbook::Playbook &plan, const playbook::Step &step, core::Language language, Take take, QWidget *parent)
    : ActDialog(parent)
    , m_before(step)
    , m_take(std::move(take))
    , m_titleFrEdit(new QLineEdit(step.title.fr, this))
    , m_titleEnEdit(new QLineEdit(step.title.en, this))
    , m_detailFrEdit(makeTextEdit(4))
    , m_detailEnEdit(makeTextEdit(4))
    , m_phaseBox(new QComboBox(this))
    , m_roleBox(new QComboBox(this))
    , m_offsetBox(new QSpinBox(this))
    , m_fromBox(new QComboBox(this))
{
    setMinimumWidth(qRound(720 * textScale()));
    setWindowTitle(step.key.isEmpty() ? tr("Add a step") : tr("Edit the step"));
    setIntroduction(tr("Both languages are needed: whoever opens a crisis chooses one. Running crises are not touched."));
    setAct(step.key.isEmpty() ? tr("Add the step") : tr("Take the change"));
    for (const playbook::Step &other : plan.steps)
        m_keys += other.key;
    m_detailFrEdit->setPlainText(step.detail.fr);
    m_detailEnEdit->setPlainText(step.detail.en);
    fillBoxes(plan, language);
    addWide(sideBySide(m_titleFrEdit, m_titleEnEdit, tr("What to do, in French"), tr("What to do, in English"), this));
    addWide(sideBySide(m_detailFrEdit, m_detailEnEdit, tr("Details in French"), tr("Details in English"), this));
    addWide(sideBySide(m_phaseBox, m_roleBox, tr("Phase"), tr("Who does it"), this));
    addWide(sideBySide(m_offsetBox, m_fromBox, tr("When"), tr("Counted from"), this));
    connect(m_titleFrEdit, &QLineEdit::textChanged, this, &StepDialog::check);
    connect(m_titleEnEdit, &QLineEdit::textChanged, this, &StepDialog::check);
    check();
}

void StepDialog::fillBoxes(const playbook::Playbook &plan, core::Language language)
{
    for (const QString &phase : PlaybookWords::stepPhases())
        m_phaseBox->addItem(PlaybookWords::stepPhase(phase), phase);
    for (const playbook::Role &role : plan.roles)
        m_roleBox->addItem(role.title.in(language), role.key);
    m_offsetBox->setRange(0, kMaxOffset);
    m_offsetBox->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_offsetBox->setSuffix(tr(" min", "after a number"));
    m_offsetBox->setValue(int(m_before.offset.count()));
    m_fromBox->addItem(tr("the opening of the crisis"));
    m_fromBox->addItem(tr("standing down"));
    m_phaseBox->setCurrentIndex(std::max(0, m_phaseBox->findData(m_before.phase)));
    m_roleBox->setCurrentIndex(std::max(0, m_roleBox->findData(m_before.role)));
    m_fromBox->setCurrentIndex(m_before.offsetFrom == playbook::OffsetFrom::StoodDown ? 1 : 0);
}

bool StepDialog::isComplete() const
{
    return !m_titleFrEdit->text().trimmed().isEmpty() && !m_titleEnEdit->text().trimmed().isEmpty()
           && m_detailFrEdit->toPlainText().trimmed().isEmpty() == m_detailEnEdit->toPlainText().trimmed().isEmpty();
}

playbook::Step StepDialog::step() const
{
    playbook::Step step = m_before;
    step.title = {.en = m_titleEnEdit->text().trimmed(), .fr = m_titleFrEdit->text().trimmed()};
    step.detail = {.en = m_detailEnEdit->toPlainText().trimmed(), .fr = m_detailFrEdit->toPlainText().trimmed()};
    step.phase = m_phaseBox->currentData().toString();
    step.role = m_roleBox->currentData().toString();
    step.offset = std::chrono::minutes(m_offsetBox->value());
    step.offsetFrom = m_fromBox->currentIndex() == 1 ? playbook::OffsetFrom::StoodDown : playbook::OffsetFrom::Opened;
    if (step.key.isEmpty())
        step.key = freshKey(step.title.en, m_keys, u"step"_s);
    return step;
}

void StepDialog::act()
{
    m_take(step());
    accept();
}

} // namespace vigie::gui
