// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/reply/replywidgets.h"

#include <QCoreApplication>

namespace vigie::gui
{

struct PairNotice {
    NoticeBar::Kind kind = NoticeBar::Kind::Info;
    QString text = {}; ///< empty where there is nothing to say yet
};

/// The words for an answer in two parts, the same in the composer and on the Replies page.
class PairTexts
{
    Q_DECLARE_TR_FUNCTIONS(PairTexts)

public:
    /// Where the whole stands, and why.
    [[nodiscard]] static PairNotice notice(const reply::Reply &publicHalf, const reply::Reply &privateHalf,
                                           core::Language language);
    /// "Private message": what a half is to the other.
    [[nodiscard]] static QString half(reply::Visibility visibility);
    /// Where a half stands, to be read behind what it is.
    [[nodiscard]] static Pill statePill(const reply::Reply &half);
    /// Who can read a reply, and which half of a pair it is, if it is one.
    [[nodiscard]] static Pill visibilityPill(const reply::Reply &reply);

private:
    [[nodiscard]] static QString underWay(const reply::Reply &publicHalf);
    [[nodiscard]] static QString halfDone(const reply::Reply &privateHalf, const QString &reason);
    [[nodiscard]] static PairNotice notBegun(const reply::Reply &publicHalf, const reply::Reply &privateHalf,
                                             core::Language language);
};

} // namespace vigie::gui
