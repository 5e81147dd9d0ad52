// SPDX-License-Identifier: GPL-3.0-or-later
// What the composer shows of the reply it holds.
#include "gui/common/icons.h"
#include "gui/common/widgets.h"
#include "gui/reply/assistedsend.h"
#include "gui/reply/composer.h"
#include "gui/reply/replyeditor.h"
#include "gui/reply/replytexts.h"
#include "gui/reply/replywidgets.h"
#include "gui/reply/variableform.h"

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
    m_quote->setVisible(mention.has_value());
    if (mention) {
        const core::Format format = m_context.uiFormat();
        m_quote->setQuote(format.dateTime(mention->postedAt), mention->text);
        m_quote->setToolTip(format.dateTimeWithZone(mention->postedAt));
    }
}

void Composer::showNotices()
{
    const reply::Reply &reply = m_session->reply();
    const ComposerData &known = m_session->data();
    const core::Format format = m_context.uiFormat();
    if (m_session->isDrill()) {
        m_worldNotice->setNotice(NoticeBar::Kind::Drill, tr("Exercise: nothing leaves Vigie from here."));
    } else if (known.suspension) {
        //: %1 is a person, %2 the reason a person gave.
        m_worldNotice->setNotice(NoticeBar::Kind::Danger, tr("Publication is suspended by %1: %2")
                                                              .arg(known.suspension->by, known.suspension->reason));
    } else {
        m_worldNotice->setNotice(NoticeBar::Kind::Info, {});
    }

    using Kind = NoticeBar::Kind;
    const QString reason = ReplyTexts::reason(reply, m_context.language());
    switch (reply.state) {
    case ReplyState::Pending:
        //: %1 is the person who wrote the text.
        m_replyNotice->setNotice(Kind::Warning, tr("Written by %1, waiting for approval.").arg(reply.editedBy));
        return;
    case ReplyState::Approved:
        m_replyNotice->setNotice(Kind::Positive, reason.isEmpty() ? tr("Approved by %1. It has not been sent.").arg(reply.approvedBy)
                                                                  : reason);
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
    const bool isPrivate = reply.visibility == reply::Visibility::Private;
    (isPrivate ? m_privateButton : m_publicButton)->setChecked(true);
    (reply.language == core::Language::French ? m_frenchButton : m_englishButton)->setChecked(true);
    for (QPushButton *button : {m_publicButton, m_frenchButton, m_englishButton, m_insertButton})
        button->setEnabled(mayType());
    m_privateButton->setEnabled(mayType() && (can.canPrivate || isPrivate));

    const QString network = networks::networkName(reply.network);
    QString hint;
    if (!can.canReply)
        hint = tr("One cannot answer on %1 itself. Prepare the text here, and send it the way that page offers.").arg(network);
    else if (!can.canPrivate)
        hint = tr("On %1, no private message can follow a public post.").arg(network);
    else if (isPrivate)
        hint = tr("Only the recipient reads it. Order numbers and addresses belong here.");
    m_visibilityHint->setText(hint);
    m_visibilityHint->setVisible(!hint.isEmpty());
    const bool isWriting = mayType();
    m_insertButton->setVisible(isWriting);
    m_editor->setReadOnly(!isWriting);
    m_editor->setVisible(reply.state != ReplyState::Unknown);
}

QString Composer::counterText() const
{
    const auto &length = networks::countLength(m_session->reply().network, m_session->reply().text);
    const core::Format format = m_context.uiFormat();
    if (length.limit <= 0)
        return tr("%n character(s)", nullptr, int(length.count));
    if (length.fits)
        //: A length and its limit, such as 212 / 280.
        return tr("%1 / %2").arg(format.number(length.count), format.number(length.limit));
    //: A length and its limit, such as 301 / 280, and by how much it is over.
    return tr("%1 / %2, too long by %3")
        .arg(format.number(length.count), format.number(length.limit),
             format.number(std::max(length.count - length.limit, length.bytes - length.byteLimit)));
}

void Composer::showReport()
{
    const reply::ReplyReport &report = m_session->report();
    m_counterLabel->setText(counterText());
    setTextRole(m_counterLabel, report.length.fits ? TextRole::SmallMuted : TextRole::Negative);
    QList<Pill> pills;
    QList<analysis::ReplyPart> seen;
    for (const analysis::FoundPart &part : report.parts) {
        if (seen.contains(part.part))
            continue;
        seen += part.part;
        pills += Pill{ReplyTexts::part(part.part), u"check2"_s, Token::Neutral, Token::NeutralTint};
    }
    m_parts->setPills(pills);
    const bool isOpen = reply::isEditable(m_session->reply().state);
    // The form below asks for each variable by name; saying it a second time helps nobody.
    std::vector<reply::ReplyFinding> findings;
    if (isOpen) {
        std::copy_if(report.findings.begin(), report.findings.end(), std::back_inserter(findings),
                     [this](const reply::ReplyFinding &finding) {
                         return finding.rule != u"empty-variable"_s || !mayType();
                     });
    }
    m_findings->setFindings(findings);
    m_editor->showReport(report);
    m_variables->setVariables(mayType() ? m_session->missingVariables() : std::vector<AskedVariable>{});
    showActs();
}

void Composer::showSaving()
{
    const core::Format format = m_context.uiFormat();
    switch (m_session->saving()) {
    case ComposerSession::Saving::Nothing:
        m_savedLabel->setText({});
        break;
    case ComposerSession::Saving::Waiting:
    case ComposerSession::Saving::Writing:
        m_savedLabel->setText(tr("Saving…"));
        break;
    case ComposerSession::Saving::Saved:
        //: %1 is a time of day. The draft is in the database.
        m_savedLabel->setText(tr("Saved %1").arg(format.time(m_session->savedAt())));
        break;
    case ComposerSession::Saving::Failed:
        m_savedLabel->setText(tr("Not saved. Trying again."));
        break;
    }
    setTextRole(m_savedLabel, m_session->saving() == ComposerSession::Saving::Failed ? TextRole::Negative
                                                                                      : TextRole::SmallMuted);
}

void Composer::showAssisted()
{
    const reply::Reply &reply = m_session->reply();
    const auto &attempts = m_session->data().attempts;
    const bool isOpen = isForAPerson(reply.state, attempts);
    m_assisted->setVisible(isOpen);
    if (!isOpen)
        return;
    if (const auto payload = reply::FrozenPayload::fromJson(attempts.back().payload))
        m_assisted->setPayload(*payload, reply.state);
}

} // namespace vigie::gui
