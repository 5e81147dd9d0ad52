// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/promiserows.h"

using namespace Qt::StringLiterals;

namespace vigie::gui
{

std::vector<CardRow> PromiseRows::of(const std::vector<reply::Promise> &promises, const core::Format &format,
                                     core::Instant now)
{
    std::vector<CardRow> rows;
    for (const reply::Promise &promise : promises)
        rows.push_back(row(promise, format, now));
    return rows;
}

CardRow PromiseRows::row(const reply::Promise &promise, const core::Format &format, core::Instant now)
{
    CardRow row;
    row.key = QString::number(promise.id.value);
    row.id = promise.id.value;
    row.text = promise.text;
    const bool isOpen = promise.state == reply::PromiseState::Open;
    row.isQuiet = !isOpen;
    //: A promise. %1 is who made it, %2 to whom.
    row.meta = promise.promisedTo.isEmpty() ? promise.promisedBy
                                            : tr("%1 to %2").arg(promise.promisedBy, promise.promisedTo);
    switch (promise.state) {
    case reply::PromiseState::Open:
        row.mark = CardMark::Open;
        if (promise.dueAt) {
            const bool isLate = *promise.dueAt < now;
            //: When a promise is due. %1 is a short date, %2 a time.
            const QString due = tr("%1, %2").arg(format.dateShort(*promise.dueAt), format.time(*promise.dueAt));
            row.trailing = isLate ? tr("late: %1").arg(due) : due;
            row.trailingToken = isLate ? Token::Negative : Token::Muted;
            row.toolTip = format.dateTimeWithZone(*promise.dueAt);
        }
        break;
    case reply::PromiseState::Kept:
        row.mark = CardMark::Done;
        //: State of a promise.
        row.trailing = tr("kept");
        row.trailingToken = Token::Positive;
        break;
    case reply::PromiseState::Broken:
        row.mark = CardMark::Skipped;
        //: State of a promise.
        row.trailing = tr("broken");
        row.trailingToken = Token::Negative;
        break;
    }
    //: Screen reader: a promise. What, who and to whom, by when or its state.
    row.spoken = tr("%1, %2, %3").arg(row.text, row.meta, row.trailing);
    return row;
}

} // namespace vigie::gui
