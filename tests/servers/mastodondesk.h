// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/account.h"
#include "networks/httpclient.h"
#include "networks/mastodonconnector.h"
#include "networks/mastodonsender.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QObject>

#include <memory>
#include <vector>

/// A person's browser. It keeps no connection: the server has a handful of threads, and each of them waits for a connection
/// that is kept.
class Browser : public QObject
{
public:
    /// Fills the sign-in page in as a person would, and goes where it is sent.
    void signIn(const QUrl &page, const QString &user, const QString &password);

private:
    QNetworkAccessManager m_network;
};

/// What the tests against a real server of Mastodon's kind share: its people alice, bob and carol, of whom alice is the brand,
/// and the program's own connector and sender, each act waited for.
class MastodonDesk : public QObject
{
protected:
    /// False where no server was started.
    [[nodiscard]] bool open();
    void close();

    [[nodiscard]] vigie::Result<vigie::networks::Credentials> signIn(const QString &user);
    [[nodiscard]] vigie::Result<std::vector<vigie::networks::Post>> readAll(vigie::networks::MastodonConnector &connector,
                                                                            vigie::networks::Cursor &cursor,
                                                                            int *gaps = nullptr);
    /// The posts with this text of the first reading that has any.
    [[nodiscard]] std::vector<vigie::networks::Post> waitFor(const QString &text, vigie::networks::MastodonConnector &connector,
                                                             vigie::networks::Cursor &cursor);
    [[nodiscard]] vigie::Result<vigie::networks::Page> fetch(vigie::networks::MastodonConnector &connector,
                                                             const vigie::networks::Cursor &cursor);
    [[nodiscard]] vigie::Result<QByteArray> prepare(vigie::networks::MastodonSender &sender,
                                                    const vigie::networks::OutgoingPost &post);
    /// What was prepared.
    [[nodiscard]] vigie::networks::SendOutcome sendPrepared(vigie::networks::MastodonSender &sender,
                                                            const vigie::networks::OutgoingPost &post);
    /// Prepares it, too.
    [[nodiscard]] vigie::networks::SendOutcome send(vigie::networks::MastodonSender &sender, vigie::networks::OutgoingPost &post);
    [[nodiscard]] vigie::Result<std::optional<vigie::networks::SentPost>> find(vigie::networks::MastodonSender &sender,
                                                                               const vigie::networks::OutgoingPost &post);
    QJsonDocument call(const vigie::networks::Account &account, const QByteArray &verb, const QString &path,
                     const QJsonObject &body = {});
    QString post(const vigie::networks::Account &account, const QString &text); ///< id on its server
    [[nodiscard]] std::unique_ptr<vigie::networks::MastodonConnector>
    reader(vigie::networks::Account &account, vigie::networks::ReadTask::What what, const QString &query = {});
    /// A question of bob's to the brand, as a post that can be answered.
    [[nodiscard]] vigie::networks::Post question(const QString &text);
    [[nodiscard]] vigie::networks::OutgoingPost answer(const QString &text, const vigie::networks::Post &to,
                                                       bool isPrivate = false) const;

    vigie::core::SystemClock m_clock;
    vigie::networks::HttpClient m_http{m_clock};
    Browser m_browser;
    QUrl m_base;
    QString m_domain; ///< of its accounts
    QHash<QString, QString> m_passwords;
    std::unique_ptr<vigie::networks::Account> m_alice;
    std::unique_ptr<vigie::networks::Account> m_bob;
    std::unique_ptr<vigie::networks::Account> m_carol;
    vigie::networks::Cursor m_aliceCursor;
    vigie::networks::Cursor m_bobCursor;
};
