// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/playbook/playbookdialogs.h"

#include "gui/common/cardlist.h"
#include "gui/playbook/playbookwords.h"
#include "playbook/findingtexts.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

// NoteDialog --------------------------------------------------------------------------------------------------------------

NoteDialog::NoteDialog(const Texts &texts, Act act, std::function<void()> done, QWidget *parent)
    : ActDialog(parent), m_isRequired(texts.isRequired), m_act(std::move(act)), m_done(std::move(done)), m_noteEdit(makeTextEdit(4))
{
    setWindowTitle(texts.title);
    setIntroduction(texts.introduction);
    setAct(texts.act, texts.kind);
    addField(texts.field, m_noteEdit, m_isRequired ? QString() : tr("May stay empty."));
    check();
}

bool NoteDialog::isComplete() const
{
    return !m_isRequired || !m_noteEdit->toPlainText().trimmed().isEmpty();
}

void NoteDialog::act()
{
    finishWith(m_act(m_noteEdit->toPlainText().trimmed()), [done = m_done](const Result<> &) { done(); });
}

// SavePlanDialog ----------------------------------------------------------------------------------------------------------

SavePlanDialog::SavePlanDialog(const std::vector<playbook::Difference> &differences, int version, core::Language language, Save save,
                               std::function<void(int)> done, QWidget *parent)
    : ActDialog(parent), m_save(std::move(save)), m_done(std::move(done)), m_noteEdit(makeTextEdit(3))
{
    setWindowTitle(tr("Save as a new version"));
    setIntroduction(tr("The plan becomes version %1. Crises that run keep the version they were opened with.").arg(version + 1));
    setAct(tr("Save version %1").arg(version + 1));
    auto *caption = new QLabel(tr("What changes"), this);
    setTextRole(caption, TextRole::Strong);
    addWide(caption);
    auto *view = new CardView(this);
    view->setAccessibleName(caption->text());
    view->setFixedHeight(qRound(180 * textScale()));
    std::vector<CardRow> rows;
    for (const playbook::Difference &difference : differences) {
        const bool isAdded = difference.kind == playbook::DifferenceKind::Added;
        const bool isRemoved = difference.kind == playbook::DifferenceKind::Removed;
        rows.push_back({.key = QString::number(rows.size()),
                        .iconName = isAdded ? u"plus-lg"_s : isRemoved ? u"trash"_s : u"pencil"_s,
                        .iconToken = isAdded ? Token::Positive : isRemoved ? Token::Negative : Token::Muted,
                        .text = PlaybookWords::difference(difference, language)});
    }
    if (rows.empty())
        rows.push_back({.key = u"order"_s, .kind = CardKind::Hint, .text = tr("Only the order of the steps.")});
    view->cards().setRows(std::move(rows));
    addWide(view);
    addField(tr("&Why"), m_noteEdit, tr("Kept with the version, for whoever asks later."));
    check();
}

void SavePlanDialog::act()
{
    finishWith(m_save(m_noteEdit->toPlainText().trimmed()), [done = m_done](const Result<int> &version) { done(*version); });
}

// PlanHeadDialog ----------------------------------------------------------------------------------------------------------

PlanHeadDialog::PlanHeadDialog(const playbook::Playbook &plan, Take take, QWidget *parent)
    : ActDialog(parent)
    , m_take(std::move(take))
    , m_titleFrEdit(new QLineEdit(plan.title.fr, this))
    , m_titleEnEdit(new QLineEdit(plan.title.en, this))
    , m_summaryFrEdit(makeTextEdit(4))
    , m_summaryEnEdit(makeTextEdit(4))
{
    setWindowTitle(tr("Title and summary"));
    setAct(tr("Take the change"));
    m_summaryFrEdit->setPlainText(plan.summary.fr);
    m_summaryEnEdit->setPlainText(plan.summary.en);
    addField(tr("Title in &French"), m_titleFrEdit);
    addField(tr("Title in &English"), m_titleEnEdit);
    addField(tr("Summary in F&rench"), m_summaryFrEdit);
    addField(tr("Summary in E&nglish"), m_summaryEnEdit);
    connect(m_titleFrEdit, &QLineEdit::textChanged, this, &PlanHeadDialog::check);
    connect(m_titleEnEdit, &QLineEdit::textChanged, this, &PlanHeadDialog::check);
    check();
}

bool PlanHeadDialog::isComplete() const
{
    return !m_titleFrEdit->text().trimmed().isEmpty() && !m_titleEnEdit->text().trimmed().isEmpty()
           && m_summaryFrEdit->toPlainText().trimmed().isEmpty() == m_summaryEnEdit->toPlainText().trimmed().isEmpty();
}

void PlanHeadDialog::act()
{
    m_take({.en = m_titleEnEdit->text().trimmed(), .fr = m_titleFrEdit->text().trimmed()},
           {.en = m_summaryEnEdit->toPlainText().trimmed(), .fr = m_summaryFrEdit->toPlainText().trimmed()});
    accept();
}

// FindingsDialog ----------------------------------------------------------------------------------------------------------

FindingsDialog::FindingsDialog(const QString &path, const std::vector<playbook::Finding> &findings,
                               core::Language language, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("This file cannot be imported"));
    resize(qRound(640 * textScale()), qRound(480 * textScale()));
    auto *introduction = new QLabel(tr("%1 is not a playbook as Vigie writes one. Nothing was changed. Mend these places and import it "
                                       "again:").arg(QFileInfo(path).fileName()), this);
    introduction->setWordWrap(true);
    introduction->setTextFormat(Qt::PlainText);
    auto *view = new CardView(this);
    view->setAccessibleName(windowTitle());
    const core::Phrasebook phrases(language);
    std::vector<CardRow> rows;
    for (const playbook::Finding &finding : findings)
        rows.push_back({.key = QString::number(rows.size()),
                        .iconName = finding.isError ? u"x-circle-fill"_s : u"exclamation-triangle"_s,
                        .iconToken = finding.isError ? Token::Negative : Token::Warning,
                        .text = playbook::findingText(finding.reason, phrases),
                        .meta = finding.path,
                        .trailing = finding.place.line > 0 ? tr("line %1").arg(finding.place.line) : QString(),
                        .toolTip = finding.toString()});
    view->cards().setRows(std::move(rows));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kHuge, space::kLarge, space::kHuge, space::kLarge);
    layout->setSpacing(space::kMedium);
    layout->addWidget(introduction);
    layout->addWidget(view, 1);
    layout->addWidget(buttons);
}

} // namespace vigie::gui
