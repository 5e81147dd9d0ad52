// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/blueskydraft.h"
#include "networks/blueskyids.h"

namespace vigie::networks
{

/**
 * Makes one draft: looks up what the post answers, who is mentioned, or the conversation with the person. Sends nothing. Ends
 * with one call of `done`, from the event loop, and deletes itself; it never calls once its parent is gone.
 */
class BlueskyPreparation final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const Result<QByteArray> &prepared)>;

    /// `ourDid` and `tids` are the account's.
    BlueskyPreparation(OutgoingPost post, QString ourDid, BlueskySession &session, TidMaker &tids, const core::Clock &clock,
                       Done done, QObject *parent);
    void begin();

private:
    using Read = std::function<void(const XrpcReply &reply)>;
    void ask(const XrpcCall &call, Read read);
    // A post:
    void askParent();
    void readParent(const XrpcReply &reply);
    void askParentRecord();
    void answer(const StrongReference &parent, const QJsonObject &record);
    void askMention(std::size_t at);
    // A message:
    void askRecipient();
    void askAvailability(const QString &recipient);
    void askConversation(const QString &recipient);
    void askNewest(const QJsonObject &conversation);
    void askOfMessages(const XrpcCall &call, Read read);

    void finish(const Result<QByteArray> &result);

    const OutgoingPost m_post;
    const QString m_text;
    const QString m_ourDid;
    BlueskySession &m_session;
    TidMaker &m_tids;
    const core::Clock &m_clock;
    Done m_done;
    std::vector<Facet> m_facets;
    std::optional<BlueskyReplyTo> m_replyTo;
};

} // namespace vigie::networks
