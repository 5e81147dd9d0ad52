// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/painting.h"
#include "gui/reply/replyoffer.h"
#include "reply/reply.h"
#include "reply/replycheck.h"

#include <QCoreApplication>

namespace vigie::gui
{

/// The words and marks of replies, said in one place so that every list and panel says them alike.
class ReplyTexts
{
    Q_DECLARE_TR_FUNCTIONS(ReplyTexts)

public:
    [[nodiscard]] static QString state(reply::ReplyState state);
    [[nodiscard]] static Pill statePill(const reply::Reply &reply);
    [[nodiscard]] static QString visibility(reply::Visibility visibility);
    [[nodiscard]] static Pill visibilityPill(reply::Visibility visibility);
    [[nodiscard]] static QString severity(reply::FindingSeverity severity);
    [[nodiscard]] static QString severityIcon(reply::FindingSeverity severity);
    [[nodiscard]] static Token severityInk(reply::FindingSeverity severity);
    [[nodiscard]] static QString part(analysis::ReplyPart part);
    [[nodiscard]] static QString attemptOutcome(const QString &key);
    [[nodiscard]] static QString phase(const QString &key);    ///< of a pre-approved message
    [[nodiscard]] static QString audience(const QString &key); ///< of a pre-approved message
    [[nodiscard]] static QString act(ReplyAct act); ///< on its button
    /// Why the act cannot be done now; empty for None.
    [[nodiscard]] static QString obstacle(ReplyObstacle obstacle);
    /// The words of a person as they are, those of the program in words: "interrupted" and the like.
    [[nodiscard]] static QString reason(const reply::Reply &reply, core::Language language);
    /// "Camille Lefèvre", or what stands for nobody: a post of one's own.
    [[nodiscard]] static QString recipient(const reply::Reply &reply);
};

} // namespace vigie::gui
