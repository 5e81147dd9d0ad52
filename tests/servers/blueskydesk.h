// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/account.h"
#include "networks/connector.h"
#include "networks/httpclient.h"
#include "networks/networks.h"
#include "networks/sender.h"
#include "servers/blueskyworld.h"

#include <QObject>
#include <QSet>

#include <memory>

/// What the tests against Bluesky's own servers share: a brand and a client of its, and the program's own readers and senders,
/// each act waited for.
class BlueskyDesk : public QObject
{
protected:
    /// Whether the environment says where the servers are.
    [[nodiscard]] static bool isThere();
    void open();
    /// Makes m_account and m_sender.
    void signInAsBrand();

    [[nodiscard]] std::unique_ptr<vigie::networks::Account> signIn(const BlueskyWorld::Person &person,
                                                                   const QByteArray &password);
    /// The remote ids, and in `posts` how many posts they came in; -1 after an error.
    [[nodiscard]] QSet<QString> readAll(vigie::networks::ReadTask::What what, const QString &query,
                                        vigie::networks::Cursor &cursor, int &posts);
    [[nodiscard]] vigie::Result<QByteArray> prepare(vigie::networks::Sender &sender, const vigie::networks::OutgoingPost &post);
    vigie::networks::SendOutcome send(vigie::networks::Sender &sender, const vigie::networks::OutgoingPost &post);
    vigie::Result<std::optional<vigie::networks::SentPost>> find(vigie::networks::Sender &sender,
                                                                 const vigie::networks::OutgoingPost &post);
    vigie::Result<> remove(vigie::networks::Sender &sender, const QString &id);

    vigie::core::SystemClock m_clock;
    vigie::networks::HttpClient m_http{m_clock};
    BlueskyWorld m_world{m_clock};
    BlueskyWorld::Person m_brand;
    BlueskyWorld::Person m_lea;
    QString m_word; ///< that no earlier run has written
    std::unique_ptr<vigie::networks::Account> m_account;
    std::unique_ptr<vigie::networks::Sender> m_sender;
};
