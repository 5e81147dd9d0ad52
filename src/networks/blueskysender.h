// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/blueskydraft.h"
#include "networks/blueskyids.h"

#include <QSet>

namespace vigie::networks
{

class Account;

/**
 * Posts, answers and sends direct messages on Bluesky.
 *
 * A post has its address before it leaves, so that the very same may be sent again without making a second one; but once it was
 * seen there and is there no longer, someone has deleted it, and it stays away. A message has no such address: it can be looked
 * for, and is never sent again.
 */
class BlueskySender final : public Sender
{
    Q_OBJECT
public:
    BlueskySender(Account &account, HttpClient &http, const core::Clock &clock, QObject *parent);

    void prepare(const OutgoingPost &post, Prepared done) override;
    void send(const OutgoingPost &post, Sent done) override;
    void find(const OutgoingPost &post, Found done) override;
    void remove(const QString &remoteId, Removed done) override;
    [[nodiscard]] bool maySendAgain(const OutgoingPost &post, core::Instant now) const override;

private:
    void sendRecord(const BlueskyRecordDraft &draft, const Sent &done);
    void sendMessage(const BlueskyMessageDraft &draft, const Sent &done);
    void findRecord(const BlueskyRecordDraft &draft, const Found &done);
    void findMessage(const BlueskyMessageDraft &draft, const Found &done, const QString &place = {}, int page = 1);
    void later(std::function<void()> act);

    Account &m_account;
    const core::Clock &m_clock;
    BlueskySession &m_session;
    TidMaker m_tids;
    QSet<QString> m_wasThere; ///< addresses at which a post of ours was seen, or that we have emptied
};

} // namespace vigie::networks
