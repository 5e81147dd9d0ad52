// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/account.h"
#include "networks/httpclient.h"
#include "networks/sender.h"

#include <QHash>
#include <QJsonDocument>
#include <QObject>
#include <QString>
#include <QUrl>

#include <memory>

namespace vigie::reply::test
{
class ReplyWorld;
}

/// What the scripts that started a server have written down, as "mastodon/snac.env" names it in VIGIE_SERVERS_WORK.
[[nodiscard]] QHash<QString, QString> settingsOfServer(const QString &file, QChar separator = u'=');
/// Where the scripts are, by VIGIE_SERVERS; ends with a slash.
[[nodiscard]] QString serverScripts();
[[nodiscard]] QString serversWork();

/**
 * A network on a real server, on which somebody has asked something that an account of ours is to answer. What is asked of the
 * server to make and to count all this is asked by plain requests, so that what we test is not tested with itself.
 */
class RealNetwork : public QObject
{
public:
    /// "mastodon" or "bluesky"; null where no server of its kind was started. On Mastodon's our account is that of `user`: its
    /// server lists the newest 256 posts of each and no others.
    [[nodiscard]] static std::unique_ptr<RealNetwork> make(const QString &network, const QString &user);

    vigie::networks::Credentials credentials = {}; ///< of our account, at the server itself
    QString recipient = {};                        ///< who asks

    [[nodiscard]] const QUrl &server() const { return credentials.baseUrl; }
    /// The remote id of the question for an account whose server is taken to be at `base`.
    [[nodiscard]] virtual QString questionFrom(const QUrl &base) const = 0;
    /// How often the server has each numberedText() of ours below the question. Empty, with a warning, when it does
    /// not say.
    [[nodiscard]] virtual QHash<int, int> repliesThere() = 0;

    /// The program's own sender, with all that it needs but `http`.
    [[nodiscard]] std::unique_ptr<vigie::networks::Sender> makeSender(vigie::networks::HttpClient &http, const QUrl &base) const;
    [[nodiscard]] vigie::networks::Credentials credentialsAt(const QUrl &base) const;

protected:
    [[nodiscard]] QJsonDocument ask(const QByteArray &verb, const QUrl &url, const QByteArray &token,
                                    const QByteArray &body = {});
    /// Whether our account was made to sign in, by the program's own way.
    [[nodiscard]] bool signIn(const QUrl &server, const QString &identifier, const QByteArray &password,
                              const QJsonObject &options);

    vigie::core::SystemClock m_clock;
    vigie::networks::HttpClient m_http{m_clock};
};

/// The one mention of the desk becomes the question, and its first account ours.
void askIn(vigie::reply::test::ReplyWorld &world, const RealNetwork &network, const QUrl &base);
