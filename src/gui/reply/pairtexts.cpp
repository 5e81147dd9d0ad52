// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/pairtexts.h"

#include "gui/reply/replytexts.h"
#include "reply/statereasons.h"

using namespace Qt::StringLiterals;

namespace vigie::gui
{

using Kind = NoticeBar::Kind;
using reply::PairState;
using reply::ReplyState;

QString PairTexts::half(reply::Visibility visibility)
{
    return visibility == reply::Visibility::Private ? tr("Private message") : tr("Public acknowledgement");
}

// Words of their own, because of languages in which a message agrees otherwise than a reply does.
Pill PairTexts::statePill(const reply::Reply &half)
{
    Pill pill = ReplyTexts::statePill(half);
    if (half.state == ReplyState::Failed)
        //: State of a public acknowledgement, or of a private message.
        pill.text = tr("Refused by the network");
    else if (half.state == ReplyState::Cancelled)
        //: State of a public acknowledgement, or of a private message.
        pill.text = tr("Cancelled");
    else if (half.state == ReplyState::Approved && !reply::isOnItsWay(half))
        //: State of a public acknowledgement, or of a private message.
        pill.text = tr("Approved");
    else if (half.state == ReplyState::Sent && half.stateReason != reply::kPlayedReason)
        //: State of a public acknowledgement, or of a private message.
        pill.text = tr("Sent");
    return pill;
}

Pill PairTexts::visibilityPill(const reply::Reply &reply)
{
    Pill pill = ReplyTexts::visibilityPill(reply.visibility);
    if (!reply.partnerId.isValid())
        return pill;
    if (reply.visibility == reply::Visibility::Private)
        //: On the card of a private message that follows a public acknowledgement: the second of two halves.
        pill.text = tr("Private, 2 of 2");
    else
        //: On the card of a public acknowledgement that a private message follows: the first of two halves.
        pill.text = tr("Public, 1 of 2");
    return pill;
}

PairNotice PairTexts::notice(const reply::Reply &publicHalf, const reply::Reply &privateHalf, core::Language language)
{
    switch (reply::pairState(publicHalf, privateHalf)) {
    case PairState::Done:
        return {Kind::Positive, tr("Both are out: the acknowledgement and the private message.")};
    case PairState::HalfDone:
        return {Kind::Warning, halfDone(privateHalf, ReplyTexts::reason(privateHalf, language))};
    case PairState::UnderWay:
        return {Kind::Info, underWay(publicHalf)};
    case PairState::NotBegun:
        break;
    }
    return notBegun(publicHalf, privateHalf, language);
}

QString PairTexts::underWay(const reply::Reply &publicHalf)
{
    if (publicHalf.state == ReplyState::Sent)
        return tr("The acknowledgement is out; the private message follows.");
    if (publicHalf.state == ReplyState::Unknown)
        return tr("Nobody knows yet whether the acknowledgement arrived. The private message waits until that is settled.");
    return tr("Under way: first the acknowledgement, then the private message.");
}

QString PairTexts::halfDone(const reply::Reply &privateHalf, const QString &reason)
{
    switch (privateHalf.state) {
    case ReplyState::Failed:
        //: %1 is why, such as "the account takes no messages".
        return tr("The acknowledgement is out; the private message was refused: %1").arg(reason);
    case ReplyState::Unknown:
        //: %1 is why.
        return tr("The acknowledgement is out; nobody knows whether the private message arrived: %1").arg(reason);
    case ReplyState::Cancelled:
        return tr("The acknowledgement is out; the private message was cancelled.");
    default:
        //: %1 is why.
        return reason.isEmpty() ? tr("The acknowledgement is out; the private message has not left.")
                                : tr("The acknowledgement is out; the private message has not left: %1").arg(reason);
    }
}

PairNotice PairTexts::notBegun(const reply::Reply &publicHalf, const reply::Reply &privateHalf, core::Language language)
{
    if (publicHalf.state == ReplyState::Failed)
        //: %1 is why, such as "the post it answers is gone".
        return {Kind::Warning, tr("The acknowledgement was refused, so the private message did not leave: %1")
                                   .arg(ReplyTexts::reason(publicHalf, language))};
    for (const reply::Reply *const one : {&publicHalf, &privateHalf}) {
        const QString reason = ReplyTexts::reason(*one, language);
        if (reason.isEmpty())
            continue;
        //: %1 is the note of the person who did not approve.
        return {Kind::Warning, one->state == ReplyState::Draft ? tr("Sent back: %1").arg(reason) : reason};
    }
    const auto both = [&](ReplyState state) { return publicHalf.state == state && privateHalf.state == state; };
    if (both(ReplyState::Approved))
        return {Kind::Positive, tr("Both texts are approved. Neither has been sent.")};
    if (both(ReplyState::Pending))
        //: %1 is the person who wrote the texts.
        return {Kind::Warning, tr("Both texts were written by %1 and wait for approval.").arg(publicHalf.editedBy)};
    return {};
}

} // namespace vigie::gui
