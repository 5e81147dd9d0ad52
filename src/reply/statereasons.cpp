// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/statereasons.h"

#include "core/retold.h"
#include "networks/failuretexts.h"
#include "reply/reply.h"

#include <QtGlobal>

using namespace Qt::StringLiterals;

namespace vigie::reply
{
namespace
{

constexpr const char *kContext = "ReplyState";

/// Those of the header, word for word; tst_dispatcher holds them against it.
constexpr const char *kReasons[] = {
    QT_TRANSLATE_NOOP("ReplyState", "publication was suspended before it left"),
    QT_TRANSLATE_NOOP("ReplyState", "it has waited for over an hour: somebody confirms that it may still leave"),
    QT_TRANSLATE_NOOP("ReplyState", "its public half was not sent"),
    QT_TRANSLATE_NOOP("ReplyState", "waiting until the account is signed in"),
    QT_TRANSLATE_NOOP("ReplyState", "it may have arrived: the network is being searched for it"),
    QT_TRANSLATE_NOOP("ReplyState", "the network does not show it: somebody looks and says what happened"),
    QT_TRANSLATE_NOOP("ReplyState", "it may have arrived: somebody looks and says what happened"),
    QT_TRANSLATE_NOOP("ReplyState", "the network answered with the post of another reply"),
};

const QString kWaiting = u"waiting: "_s;

} // namespace

QString waitingReason(const QString &detail)
{
    return kWaiting + detail;
}

QString stateReasonText(const QString &reason, const core::Phrasebook &phrases)
{
    if (reason == kInterrupted)
        return phrases.text(kContext, QT_TRANSLATE_NOOP("ReplyState", "Vigie ended before anybody said what happened."));
    if (reason == kPlayedReason)
        return phrases.text(kContext, QT_TRANSLATE_NOOP("ReplyState", "Given in an exercise: nothing has left."));
    if (reason.startsWith(kWaiting))
        //: Why a reply has not left yet. %1 is a reason, such as "no complete answer in time".
        return phrases.text(kContext, QT_TRANSLATE_NOOP("ReplyState", "waiting: %1"))
            .arg(networks::failureText(reason.mid(kWaiting.size()), phrases));
    const QString told = core::retold(phrases, kContext, kReasons, reason);
    return told == reason ? networks::failureText(reason, phrases) : told;
}

} // namespace vigie::reply
