// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/drill/scorepanel.h"

#include "gui/common/cardlist.h"
#include "gui/drill/drillwords.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

ScorePanel::ScorePanel(QWidget *parent)
    : QWidget(parent), m_titleLabel(new QLabel(this)), m_metaLabel(new QLabel(this)), m_noteLabel(new QLabel(this)), m_view(new CardView(this))
{
    for (QLabel *label : {m_titleLabel, m_metaLabel, m_noteLabel}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setContentsMargins(space::kLarge, 0, space::kLarge, 0);
        label->setMaximumWidth(qRound(760 * textScale()));
    }
    setTextRole(m_titleLabel, TextRole::Title);
    setTextRole(m_metaLabel, TextRole::Muted);
    setTextRole(m_noteLabel, TextRole::Muted);
    m_view->setMaximumWidth(qRound(760 * textScale()));
    m_view->setFitsContents(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kSmall, space::kHuge, space::kSmall, space::kHuge);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_titleLabel);
    layout->addWidget(m_metaLabel);
    layout->addSpacing(space::kSmall);
    layout->addWidget(m_view);
    layout->addWidget(m_noteLabel);
    layout->addStretch();
}

void ScorePanel::showRun(const drill::DrillRun &run, const core::Format &format)
{
    m_titleLabel->setText(run.title);
    QStringList meta{DrillWords::languageName(run.language), format.date(run.startedAt)};
    if (run.score) {
        meta += tr("%n post(s)", nullptr, run.score->posts);
        meta += tr("%n alert(s)", nullptr, run.score->alerts);
        if (const QString summary = DrillWords::summary(*run.score, format); !summary.isEmpty())
            meta += summary;
        if (run.score->wasAutomatic)
            meta += tr("played by the program");
        m_view->cards().setRows(DrillWords::scoreRows(*run.score, format));
        m_noteLabel->setText(tr("There is no total: a single number would hide a late first reply behind tidy tasks."));
    } else {
        m_view->cards().setRows({});
        m_noteLabel->setText(tr("This exercise has no score: it was broken off. What was done in it can still be read."));
    }
    m_metaLabel->setText(meta.join(u" · "_s));
}

void ScorePanel::retranslate()
{
    m_view->setAccessibleName(tr("Score of the exercise"));
}

} // namespace vigie::gui
