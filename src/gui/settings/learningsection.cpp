// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/learningsection.h"

#include "workspace/workspace.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

LearningSection::LearningSection(Desk &desk, QWidget *parent)
    : ListSection(desk, parent)
    , m_forgetAction(makeAction(u"arrow-counterclockwise"_s, [this] { forget(); }))
{
    connect(&workspace(), &workspace::Workspace::judgeLoaded, this, &LearningSection::load);
}

void LearningSection::load()
{
    if (!workspace().isJudgeLoaded())
        return workspace().loadJudge();
    if (!std::exchange(m_isListening, true))
        connect(&workspace().teacher(), &monitoring::TonalityTeacher::learnt, this, &LearningSection::load);
    m_state = workspace().teacher().state();
    show();
    emit headerChanged();
    emit loaded();
}

QString LearningSection::headline() const
{
    if (m_state.check.lessons == 0)
        return {};
    const core::Format format = workspace().format();
    //: %n posts whose tone people corrected or confirmed; %1 and %2 are percentages.
    return tr("%n post(s): wrong on %1 before, on %2 after", nullptr, m_state.check.lessons)
        .arg(format.percent(m_state.check.errorBefore), format.percent(m_state.check.errorAfter));
}

CardRow LearningSection::row(const analysis::TaughtWord &word) const
{
    const bool isWorse = word.shift < 0;
    const QString direction = isWorse ? tr("More negative here") : tr("More positive here");
    const QString posts = tr("in %n post(s)", nullptr, word.posts);
    return {.key = word.language + u'/' + word.term,
            .iconName = isWorse ? u"emoji-frown"_s : u"emoji-smile"_s,
            .iconToken = isWorse ? Token::Negative : Token::Positive,
            .text = word.term,
            .isStrong = true,
            //: %1 says in how many posts a word stands, %2 is the newest of them
            .meta = tr("%1, such as: %2").arg(posts, word.example.simplified()),
            .metaLines = 2,
            .trailing = direction,
            .trailingToken = isWorse ? Token::Negative : Token::Positive};
}

void LearningSection::show()
{
    std::vector<CardRow> rows;
    for (const analysis::TaughtWord &word : m_state.words)
        rows.push_back(row(word));
    const int said = m_state.counts.all();
    if (said > 0 && rows.empty())
        rows.push_back({.key = u"none"_s, .kind = CardKind::Hint, .text = tr("No word weighs otherwise yet: they are too few, or what the judge said was right.")});
    setRows(std::move(rows));
    m_forgetAction->setEnabled(said > 0 && !workspace().isReadOnly());
}

void LearningSection::forget()
{
    askToRemove({.title = tr("Forget what was learnt"),
                 .question = tr("The tone of new mentions is judged as it was when Vigie was installed, until somebody corrects one again. "
                                "Corrections stay with their mentions; what was learnt from files is deleted.\n\n"
                                "This is written in the audit log, with your name."),
                 .button = tr("Forget it"),
                 .done = tr("Forgotten. New mentions are judged by the shipped model."),
                 .attempt = tr("What was learnt could not be forgotten."),
                 .remove = [this] { return workspace().teacher().reset(workspace().actor()); }});
}

void LearningSection::retranslate()
{
    m_forgetAction->setText(tr("Forget…"));
    m_forgetAction->setToolTip(tr("Back to the shipped judge of tone"));
    setIntroduction(tr("Whenever somebody corrects or confirms the tone of a mention, the judge of tone learns from it, for this desk alone. "
                       "These words weigh otherwise now than in the shipped judge; the most telling come first."));
    setEmptyTexts(u"lightbulb"_s, tr("Nothing was learnt yet"),
                  tr("Click the tone of a mention to correct it where it is wrong, or to confirm it where it is right. New mentions are judged "
                     "with what you said at once."),
                  nullptr);
    show();
}

} // namespace vigie::gui
