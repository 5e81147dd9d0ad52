// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/replytexts.h"

#include "reply/statereasons.h"

using namespace Qt::StringLiterals;

namespace vigie::gui
{

using reply::FindingSeverity;
using reply::ReplyState;

QString ReplyTexts::state(ReplyState state)
{
    switch (state) {
    case ReplyState::Draft:
        return tr("Draft");
    case ReplyState::Pending:
        return tr("Awaiting approval");
    case ReplyState::Approved:
        //: State of a reply.
        return tr("Approved");
    case ReplyState::Sending:
        //: State of a reply: a person or an account is sending it right now.
        return tr("Being sent");
    case ReplyState::Sent:
        //: State of a reply.
        return tr("Sent");
    case ReplyState::Failed:
        //: State of a reply: the network refused it.
        return tr("Refused by the network");
    case ReplyState::Unknown:
        //: State of a reply: nobody knows whether it left.
        return tr("Outcome unknown");
    case ReplyState::Cancelled:
        //: State of a reply.
        return tr("Cancelled");
    }
    return {};
}

Pill ReplyTexts::statePill(const reply::Reply &reply)
{
    switch (reply.state) {
    case ReplyState::Draft:
        return {state(reply.state), u"pencil"_s, Token::Neutral, Token::NeutralTint};
    case ReplyState::Pending:
        return {state(reply.state), u"hourglass-split"_s, Token::Warning, Token::WarningTint};
    case ReplyState::Approved:
        if (reply::isOnItsWay(reply))
            //: State of a reply: it leaves by itself in some seconds, or as soon as the network is there.
            return {tr("On its way"), u"send"_s, Token::Warning, Token::WarningTint};
        return {state(reply.state), u"check2-circle"_s, Token::Positive, Token::PositiveTint};
    case ReplyState::Sending:
        return {state(reply.state), u"send"_s, Token::Warning, Token::WarningTint};
    case ReplyState::Sent:
        if (reply.stateReason == reply::kPlayedReason)
            //: State of a reply that was given in a drill, and went nowhere.
            return {tr("Answered (exercise)"), u"flag"_s, Token::Drill, Token::DrillTint};
        return {state(reply.state), u"check2-all"_s, Token::Positive, Token::PositiveTint};
    case ReplyState::Failed:
        return {state(reply.state), u"x-circle"_s, Token::Negative, Token::NegativeTint};
    case ReplyState::Unknown:
        return {state(reply.state), u"question-circle"_s, Token::Negative, Token::NegativeTint};
    case ReplyState::Cancelled:
        return {state(reply.state), u"x-lg"_s, Token::Neutral, Token::NeutralTint};
    }
    return {};
}

QString ReplyTexts::visibility(reply::Visibility visibility)
{
    return visibility == reply::Visibility::Private
               //: A message only the recipient can read.
               ? tr("Private")
               //: A reply everybody can read.
               : tr("Public");
}

Pill ReplyTexts::visibilityPill(reply::Visibility visibility)
{
    const bool isPrivate = visibility == reply::Visibility::Private;
    return {ReplyTexts::visibility(visibility), isPrivate ? u"lock"_s : u"globe2"_s, Token::Neutral, Token::NeutralTint};
}

QString ReplyTexts::severity(FindingSeverity severity)
{
    switch (severity) {
    case FindingSeverity::Error:
        //: Before a finding of the reply check: the reply cannot leave like this.
        return tr("To correct");
    case FindingSeverity::Warning:
        //: Before a finding of the reply check.
        return tr("To consider");
    case FindingSeverity::Hint:
        //: Before a finding of the reply check.
        return tr("Hint");
    }
    return {};
}

QString ReplyTexts::severityIcon(FindingSeverity severity)
{
    switch (severity) {
    case FindingSeverity::Error:
        return u"x-circle-fill"_s;
    case FindingSeverity::Warning:
        return u"exclamation-triangle-fill"_s;
    case FindingSeverity::Hint:
        return u"lightbulb"_s;
    }
    return {};
}

Token ReplyTexts::severityInk(FindingSeverity severity)
{
    switch (severity) {
    case FindingSeverity::Error:
        return Token::Negative;
    case FindingSeverity::Warning:
        return Token::Warning;
    case FindingSeverity::Hint:
        return Token::Muted;
    }
    return Token::Muted;
}

QString ReplyTexts::part(analysis::ReplyPart part)
{
    using analysis::ReplyPart;
    switch (part) {
    case ReplyPart::Acknowledgement:
        //: A part found in a reply: it shows that the person was heard.
        return tr("acknowledges");
    case ReplyPart::Empathy:
        return tr("empathy");
    case ReplyPart::Thanks:
        return tr("thanks");
    case ReplyPart::Apology:
        return tr("apology");
    case ReplyPart::Regret:
        return tr("regret");
    case ReplyPart::Explanation:
        return tr("explanation");
    case ReplyPart::Responsibility:
        return tr("responsibility");
    case ReplyPart::Repentance:
        //: A part of an apology: it will not happen again.
        return tr("repentance");
    case ReplyPart::Repair:
        //: A part of an apology: refund, replacement.
        return tr("repair");
    case ReplyPart::Action:
        //: A part found in a reply: what is being done.
        return tr("action");
    case ReplyPart::NextStep:
        return tr("next step");
    case ReplyPart::PrivateInvitation:
        //: A part found in a reply: it invites to continue in private.
        return tr("invites to private");
    case ReplyPart::Link:
        return tr("link");
    case ReplyPart::HumanContact:
        //: A part found in a reply: a name or a number to call.
        return tr("person to reach");
    }
    return {};
}

QString ReplyTexts::attemptOutcome(const QString &key)
{
    if (key == u"sent"_s)
        return tr("sent");
    if (key == u"failed"_s)
        return tr("not sent");
    if (key == u"unknown"_s)
        return tr("outcome unknown");
    return tr("under way");
}

QString ReplyTexts::phase(const QString &key)
{
    if (key == u"holding"_s)
        return tr("Holding statement");
    if (key == u"update"_s)
        return tr("Update");
    if (key == u"correction"_s)
        return tr("Correction");
    if (key == u"apology"_s)
        return tr("Apology");
    if (key == u"closing"_s)
        //: Phase of a pre-approved message: the crisis ends.
        return tr("Closing");
    if (key == u"reply"_s)
        //: Phase of a pre-approved message: an answer to one person.
        return tr("Reply");
    return key;
}

QString ReplyTexts::audience(const QString &key)
{
    if (key == u"public"_s)
        return tr("Everybody");
    if (key == u"affected"_s)
        return tr("People affected");
    if (key == u"press"_s)
        return tr("Press");
    if (key == u"employees"_s)
        return tr("Employees");
    if (key == u"customer"_s)
        return tr("A customer");
    return key;
}

QString ReplyTexts::act(ReplyAct act)
{
    switch (act) {
    case ReplyAct::Edit:
        return tr("Edit");
    case ReplyAct::RequestApproval:
        return tr("Request approval");
    case ReplyAct::TakeBack:
        //: Button: takes a request for approval back.
        return tr("Take back");
    case ReplyAct::Approve:
        return tr("Approve");
    case ReplyAct::Reject:
        //: Button: sends a reply back to its writer, with a note.
        return tr("Send back…");
    case ReplyAct::Send:
        //: Button: an account of the desk sends it, after a short hold; without one it is sent by hand.
        return tr("Send");
    case ReplyAct::SendByHand:
        //: Button: the text is prepared, and a person sends it on the network's own page.
        return tr("Open in the browser");
    case ReplyAct::Recall:
        //: Button: takes back a reply that is on its way and has not left.
        return tr("Take back before it leaves");
    case ReplyAct::Play:
        //: Button in a drill: nothing is sent.
        return tr("Answered (exercise)");
    case ReplyAct::Cancel:
        return tr("Cancel this reply");
    case ReplyAct::Reopen:
        return tr("Open again as a draft");
    }
    return {};
}

QString ReplyTexts::obstacle(ReplyObstacle obstacle)
{
    switch (obstacle) {
    case ReplyObstacle::None:
        return {};
    case ReplyObstacle::Empty:
        return tr("Write a text, or insert a message.");
    case ReplyObstacle::Errors:
        return tr("What is marked “To correct” keeps this reply here.");
    case ReplyObstacle::OwnText:
        return tr("You wrote this text: somebody else approves it, under their own name. The name and this rule are in Settings, Desk.");
    case ReplyObstacle::Suspended:
        return tr("Publication is suspended.");
    case ReplyObstacle::OtherHalf:
        return tr("Both halves leave together, and the other one is not ready.");
    case ReplyObstacle::AfterPublic:
        return tr("It leaves once its public acknowledgement is out.");
    }
    return {};
}

QString ReplyTexts::reason(const reply::Reply &reply, core::Language language)
{
    if (reply.stateReason == u"interrupted"_s)
        return tr("Vigie ended before anybody said what happened.");
    if (reply.stateReason == reply::kPlayedReason)
        return tr("Given in an exercise: nothing has left.");
    return reply::stateReasonText(reply.stateReason, core::Phrasebook(language));
}

QString ReplyTexts::recipient(const reply::Reply &reply)
{
    //: In the place of a recipient, for a post of one's own.
    return reply.recipient.isEmpty() ? tr("A post of our own") : reply.recipient;
}

} // namespace vigie::gui
