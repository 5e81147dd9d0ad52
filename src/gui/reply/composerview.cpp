// SPDX-License-Identifier: GPL-3.0-or-later
// What the composer shows of the reply it holds.
#include "gui/common/icons.h"
#include "gui/common/networktexts.h"
#include "gui/common/widgets.h"
#include "gui/reply/assistedsend.h"
#include "gui/reply/composer.h"
#include "gui/reply/pairtexts.h"
#include "gui/reply/replytexts.h"
#include "gui/reply/replywidgets.h"

#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

using reply::ReplyState;

void Composer::showHeader()
{
    const reply::Reply &reply = m_session->reply();
    const auto &mention = m_session->data().mention;
    const QString who = mention ? mention->author.displayName() : reply.recipient;
    //: Title of the composer. %1 is a person.
    m_titleLabel->setFullText(who.isEmpty() ? tr("A post of our own") : tr("Reply to %1").arg(who));
    QStringList where = {networks::networkName(reply.network)};
    if (!reply.recipient.isEmpty() && reply.recipient != who)
        where += reply.recipient;
    if (m_session->data().incident)
        where += m_session->data().incident->title;
    m_whereLabel->setFullText(where.join(u" · "_s));
    const int side = qRound(20 * textScale());
    m_networkIcon->setPixmap(icon(networkIconName(reply.network), Token::Muted).pixmap(QSize(side, side), devicePixelRatioF()));
    m_networkIcon->setAccessibleName(networks::networkName(reply.network));
    m_statePill->setPill(ReplyTexts::statePill(reply));
    m_statePill->setVisible(!m_privateSession); // two halves have their states at their heads
    m_quote->setVisible(mention.has_value());
    if (mention) {
        const core::Format format = m_context.uiFormat();
        m_quote->setQuote(format.dateTime(mention->postedAt), mention->text);
        m_quote->setToolTip(format.dateTimeWithZone(mention->postedAt));
    }
}

void Composer::showNotices()
{
    const ComposerData &known = m_session->data();
    if (m_session->isDrill()) {
        m_worldNotice->setNotice(NoticeBar::Kind::Drill, tr("Exercise: nothing leaves Vigie from here."));
    } else if (known.suspension) {
        //: %1 is a person, %2 the reason a person gave.
        m_worldNotice->setNotice(NoticeBar::Kind::Danger, tr("Publication is suspended by %1: %2")
                                                              .arg(known.suspension->by, known.suspension->reason));
    } else {
        m_worldNotice->setNotice(NoticeBar::Kind::Info, {});
    }
    if (m_privateSession) {
        const PairNotice said = PairTexts::notice(m_session->reply(), m_privateSession->reply(), m_context.language());
        m_replyNotice->setNotice(said.kind, said.text);
        if (!said.text.isEmpty())
            return;
    }
    showReplyNotice();
}

void Composer::showReplyNotice()
{
    const reply::Reply &reply = m_session->reply();
    const ComposerData &known = m_session->data();
    const core::Format format = m_context.uiFormat();
    using Kind = NoticeBar::Kind;
    const QString reason = ReplyTexts::reason(reply, m_context.language());
    switch (reply.state) {
    case ReplyState::Pending:
        //: %1 is the person who wrote the text.
        m_replyNotice->setNotice(Kind::Warning, tr("Written by %1, waiting for approval.").arg(reply.editedBy));
        return;
    case ReplyState::Approved:
        if (!reason.isEmpty())
            m_replyNotice->setNotice(reply::isOnItsWay(reply) ? Kind::Info : Kind::Warning, reason);
        else if (reply::isOnItsWay(reply))
            m_replyNotice->setNotice(Kind::Info, tr("On its way. It can be taken back until it has left."));
        else if (reply.approvedBy.isEmpty())
            m_replyNotice->setNotice(Kind::Info, tr("Nobody needed to approve it. It has not been sent."));
        else
            m_replyNotice->setNotice(Kind::Positive, tr("Approved by %1. It has not been sent.").arg(reply.approvedBy));
        return;
    case ReplyState::Sent:
        m_replyNotice->setNotice(m_session->isDrill() ? Kind::Drill : Kind::Positive,
                                 m_session->isDrill() || !reply.sentAt ? reason
                                                                       : tr("Sent %1.").arg(format.dateTime(*reply.sentAt)));
        return;
    case ReplyState::Cancelled:
    case ReplyState::Failed:
        m_replyNotice->setNotice(Kind::Info, reason.isEmpty() ? ReplyTexts::state(reply.state) : reason);
        return;
    case ReplyState::Draft:
        if (!reason.isEmpty())
            //: %1 is the note of the person who did not approve.
            m_replyNotice->setNotice(Kind::Warning, tr("Sent back: %1").arg(reason));
        else if (known.earlier && known.earlier->sentAt)
            //: %1 is a person, %2 a date and time.
            m_replyNotice->setNotice(Kind::Info, tr("Answered already by %1, %2.")
                                                     .arg(known.earlier->createdBy, format.dateTime(*known.earlier->sentAt)));
        else
            m_replyNotice->setNotice(Kind::Info, {});
        return;
    case ReplyState::Sending:
    case ReplyState::Unknown:
        m_replyNotice->setNotice(Kind::Warning, reason);
        return;
    }
}

void Composer::showOptions()
{
    const reply::Reply &reply = m_session->reply();
    const networks::Capabilities can = m_session->capabilities();
    const Form now = form();
    (now == Form::Both ? m_bothButton : now == Form::Private ? m_privateButton : m_publicButton)->setChecked(true);
    (reply.language == core::Language::French ? m_frenchButton : m_englishButton)->setChecked(true);
    const bool isWriting = mayType(*m_session);
    // A half whose other half is not beside it stays what it is.
    const bool isBound = reply.partnerId.isValid() && now != Form::Both;
    for (QPushButton *button : {m_frenchButton, m_englishButton})
        button->setEnabled(isWriting);
    m_publicButton->setEnabled(isWriting && !isBound);
    m_privateButton->setEnabled(isWriting && !isBound && (can.canPrivate || now == Form::Private));
    m_bothButton->setEnabled(isWriting && !isBound && reply.mentionId.isValid() && can.canReply && can.canPrivate);
    showHint();
}

void Composer::showHint()
{
    const networks::Capabilities can = m_session->capabilities();
    const QString network = networks::networkName(m_session->reply().network);
    QString hint;
    if (!can.canReply)
        hint = tr("One cannot answer on %1 itself. Prepare the text here, and send it the way that page offers.").arg(network);
    else if (!can.canPrivate)
        hint = tr("On %1, no private message can follow a public post.").arg(network);
    else if (isByHandOnly(m_session->reply(), m_session->data()))
        hint = tr("%1 lets a program answer only who has mentioned or quoted the account, and this post does neither. Vigie "
                  "prepares the text; you send it in the browser.").arg(network);
    else if (form() == Form::Both)
        hint = tr("The acknowledgement leaves first, the private message once it is out. If the message cannot leave, the "
                  "acknowledgement stays out; the message is kept here, and Vigie says what is missing.");
    else if (form() == Form::Private)
        hint = tr("Only the recipient reads it. Order numbers and addresses belong here.");
    m_visibilityHint->setText(hint);
    m_visibilityHint->setVisible(!hint.isEmpty());
    m_untestedPill->setVisible(can.isUntestedLive && !can.assistedOnly);
    NetworkTexts::showUntested(*m_untestedPill, network);
}

void Composer::showSaving()
{
    const core::Format format = m_context.uiFormat();
    using Saving = ComposerSession::Saving;
    // Of two texts the one that is less safe counts.
    const Saving other = m_privateSession ? m_privateSession->saving() : Saving::Nothing;
    const Saving saving = (other == Saving::Failed || other == Saving::Waiting || other == Saving::Writing
                           || m_session->saving() == Saving::Nothing)
                              ? other
                              : m_session->saving();
    switch (saving) {
    case ComposerSession::Saving::Nothing:
        m_savedLabel->setFullText({});
        break;
    case ComposerSession::Saving::Waiting:
    case ComposerSession::Saving::Writing:
        m_savedLabel->setFullText(tr("Saving…"));
        break;
    case ComposerSession::Saving::Saved:
        //: %1 is a time of day. The draft is in the database.
        m_savedLabel->setFullText(tr("Saved %1").arg(
            format.time(m_privateSession ? std::max(m_session->savedAt(), m_privateSession->savedAt()) : m_session->savedAt())));
        break;
    case ComposerSession::Saving::Failed:
        m_savedLabel->setFullText(tr("Not saved. Trying again."));
        break;
    }
    setTextRole(m_savedLabel, saving == Saving::Failed ? TextRole::Negative : TextRole::SmallMuted);
    pairUp();
}

void Composer::showAssisted()
{
    const ComposerSession *const session = sessionByHand();
    m_assisted->setVisible(session != nullptr);
    if (!session)
        return;
    if (const auto payload = reply::FrozenPayload::fromJson(session->data().attempts.back().payload))
        m_assisted->setPayload(*payload, session->reply().state);
}

ComposerSession *Composer::sessionByHand() const
{
    for (ComposerSession *const session : sessions()) {
        if (isForAPerson(session->reply().state, session->data().attempts))
            return session;
    }
    return nullptr;
}

} // namespace vigie::gui
