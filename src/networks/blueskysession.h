// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "networks/accounthttp.h"

#include <QJsonObject>
#include <QObject>
#include <QStringList>

#include <functional>

namespace vigie::networks
{

class Account;

/// Where the parts of the network are. All can be set in Credentials::options; what is no address there is the usual one.
struct BlueskyServices {
    QUrl plc;             ///< "plc": the directory of did:plc
    QUrl appView;         ///< "appview": reading without an account, and from handle to DID
    QUrl jetstream;       ///< "jetstream"
    QByteArray chatProxy; ///< "chat_proxy": DID and service of the direct messages

    [[nodiscard]] static BlueskyServices from(const QJsonObject &options);
};

/// One call of a service.
struct XrpcCall {
    QString method = {};                           ///< "app.bsky.feed.getPosts"
    QList<QPair<QString, QString>> parameters = {};
    QByteArray body = {};                          ///< JSON of a procedure
    bool isProcedure = false;
    QByteArray proxy = {};                         ///< DID and service that the PDS shall hand it to
};

/// What a service answered, whatever its status.
struct XrpcReply {
    HttpResponse response;
    QString code; ///< the protocol's word for what is wrong: "ExpiredToken"; it says more than the status

    explicit XrpcReply(HttpResponse answer);
    [[nodiscard]] bool isSuccess() const { return response.status >= 200 && response.status < 300; }
    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] Error error(core::Instant now) const;
};

/**
 * Talks to one PDS as one account, or to a public service as nobody.
 *
 * A token that has run out is renewed (see AccountHttp). When the network does not know the account any more, the account is
 * signed out. Callbacks come as HttpClient's do.
 */
class BlueskySession final : public QObject
{
    Q_OBJECT
public:
    /// The one session of an account; the account owns it, and `http` must live as long.
    [[nodiscard]] static BlueskySession &of(Account &account, HttpClient &http, const core::Clock &clock);
    /// Without an account.
    BlueskySession(QUrl server, HttpClient &http, QObject *parent);

    /// An error is what brought no answer at all. When `context` goes, so does the request.
    using Done = std::function<void(const Result<XrpcReply> &reply)>;
    void call(const XrpcCall &call, QObject *context, Done done);
    /// By HttpClient::sendOnce(). The one repetition after ExpiredToken is the very same call.
    using OnceDone = std::function<void(const Result<XrpcReply> &reply, Departure departure)>;
    void callOnce(const XrpcCall &call, QObject *context, OnceDone done);

    [[nodiscard]] BlueskyServices services() const;

private:
    BlueskySession(Account &account, HttpClient &http, const core::Clock &clock);
    [[nodiscard]] HttpRequest requestOf(const XrpcCall &call) const;
    [[nodiscard]] Result<XrpcReply> replyTo(const XrpcCall &call, const Result<HttpResponse> &result) const;

    Account *const m_account; ///< null: nobody
    const QUrl m_server;
    AccountHttp m_http;
    HttpClient &m_client;
};

/// The address of a method below a server's.
[[nodiscard]] QUrl xrpcUrl(const QUrl &server, const XrpcCall &call);

} // namespace vigie::networks
