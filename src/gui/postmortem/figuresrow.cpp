// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/postmortem/figuresrow.h"

#include "gui/shell/theme.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

FiguresRow::FiguresRow(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kMedium);
    layout->setSpacing(space::kLarge);
    for (Cell &cell : m_cells) {
        cell.widget = new QWidget(this);
        cell.caption = new QLabel(cell.widget);
        cell.value = new QLabel(cell.widget);
        cell.note = new QLabel(cell.widget);
        setTextRole(cell.caption, TextRole::SmallMuted);
        setTextRole(cell.value, TextRole::Title);
        setTextRole(cell.note, TextRole::SmallMuted);
        for (QLabel *label : {cell.caption, cell.note})
            label->setWordWrap(true);
        auto *column = new QVBoxLayout(cell.widget);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        // The figure first: captions of one and of two lines then do not push the figures out of line.
        column->addWidget(cell.value);
        column->addWidget(cell.caption);
        column->addSpacing(space::kTiny);
        column->addWidget(cell.note);
        column->addStretch();
        layout->addWidget(cell.widget, 1, Qt::AlignTop);
    }
}

void FiguresRow::setFigures(const postmortem::Figures &figures, const core::Format &format)
{
    const Moment began{tr("it began"), figures.beganAt};
    const Moment detected{tr("it was detected"), figures.detectedAt};
    fill(m_cells[0], tr("Detected"), began, detected, std::nullopt, format);
    fill(m_cells[1], tr("Taken in charge"), detected, {tr("somebody took charge"), figures.acknowledgedAt},
         figures.targets.acknowledge, format);
    fill(m_cells[2], tr("First statement"), detected, {tr("the first public statement"), figures.firstStatementAt},
         figures.targets.firstStatement, format);
    fill(m_cells[3], tr("First reply"), detected, {tr("the first reply was sent"), figures.firstReplyAt},
         figures.targets.firstReply, format);
    fill(m_cells[4], tr("Resolved"), began, {tr("it was marked as resolved"), figures.resolvedAt}, std::nullopt, format);
}

void FiguresRow::fill(const Cell &cell, const QString &caption, const Moment &from, const Moment &to,
                      std::optional<std::chrono::milliseconds> target, const core::Format &format)
{
    cell.caption->setText(caption);
    if (!to.at) {
        cell.value->setText(u"—"_s);
        cell.note->setText(tr("not recorded"));
        cell.widget->setToolTip(tr("Nothing was recorded for: %1.", "%1: a moment, such as 'it was detected'").arg(to.name));
    } else {
        const auto delay = *to.at - *from.at;
        cell.value->setText(format.duration(delay));
        const bool isLate = target && delay > *target;
        setTextRole(cell.note, isLate ? TextRole::Negative : TextRole::SmallMuted);
        if (!target)
            cell.note->clear();
        else
            cell.note->setText((isLate ? tr("target %1: missed", "%1 is a duration") : tr("target %1: met", "%1 is a duration"))
                                   .arg(format.duration(*target)));
        cell.widget->setToolTip(tr("%1: %2\n%3: %4", "two moments, each with its time")
                                    .arg(from.name, format.dateTimeWithZone(*from.at), to.name,
                                                          format.dateTimeWithZone(*to.at)));
    }
    cell.widget->setAccessibleName(u"%1 %2 %3"_s.arg(caption, cell.value->text(), cell.note->text()));
}

} // namespace vigie::gui
