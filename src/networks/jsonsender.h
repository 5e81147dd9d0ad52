// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/account.h"
#include "networks/httpclient.h"
#include "networks/postlisting.h"
#include "networks/sender.h"

#include <QPointer>

namespace vigie::networks
{

/// What differs between the services that JsonSender publishes on: pure functions, all of them. Requests come without the
/// authorization, which is added.
struct SendRules {
    /// What must be looked at before: empty for nothing.
    HttpRequest (*lookBefore)(const Credentials &who, const OutgoingPost &post) = nullptr;
    /// Whether the answer to that allows the reply.
    Result<> (*allows)(const QByteArray &answer, const Credentials &who) = nullptr;
    /// Publishes. Fails where such a post cannot be made.
    Result<HttpRequest> (*publish)(const Credentials &who, const OutgoingPost &post) = nullptr;
    /// Out of a success. A complaint within it is an error: RateLimited and Unauthorized say that nothing was published,
    /// Conflict and NotFound that it never will be; by any other it cannot be told what has become of it.
    Result<SentPost> (*published)(const QByteArray &answer, const Credentials &who) = nullptr;
    /// Adds what an answer of no success says.
    void (*explain)(Error &error, const HttpResponse &response) = nullptr;
    /// True for a refusal that proves that the very same is there already.
    bool (*isDuplicate)(const HttpResponse &response) = nullptr;
    /// Where the account's newest answers show, a page each.
    HttpRequest (*own)(const Credentials &who, const OutgoingPost &post, const QString &pageToken) = nullptr;
    Result<PostListing> (*listing)(const QByteArray &answer) = nullptr;
    bool (*isOurs)(const Post &post, const Credentials &who) = nullptr;
    bool isListingOfParent = false; ///< what `own` shows are answers to the parent, whether each says so or not
    HttpRequest (*remove)(const Credentials &who, const QString &remoteId) = nullptr;
};

/**
 * Publishes replies on the services that have no idempotency of their own: an unknown outcome is settled by looking through
 * what the account wrote last. See Sender.
 */
class JsonSender final : public Sender
{
    Q_OBJECT
public:
    /// What it is given must outlive it; an account that goes counts as signed out.
    JsonSender(const SendRules &rules, Account &account, HttpClient &http, const core::Clock &clock, QObject *parent);

    void prepare(const OutgoingPost &post, Prepared done) override;
    void send(const OutgoingPost &post, Sent done) override;
    void find(const OutgoingPost &post, Found done) override;
    void remove(const QString &remoteId, Removed done) override;
    /// Never: none of these services knows a post that comes again.
    [[nodiscard]] bool maySendAgain(const OutgoingPost &post, core::Instant now) const override;

private:
    void ask(HttpRequest request, HttpClient::Callback done);
    void askOnce(HttpRequest request, HttpClient::OnceCallback done);
    [[nodiscard]] Error errorOf(const HttpResponse &response);
    [[nodiscard]] SendOutcome outcomeOf(const Result<HttpResponse> &result, Departure departure);
    void findOn(const OutgoingPost &post, const QString &pageToken, int page, const Found &done);
    void later(std::function<void()> call);

    const SendRules m_rules;
    QPointer<Account> m_account;
    HttpClient &m_http;
    const core::Clock &m_clock;
};

/// Whether `found`, as a network shows it, is `sent`: letters and digits alone count, without the names it begins with and
/// without links, because networks rewrite everything else.
[[nodiscard]] bool isSameText(const QString &sent, const QString &found);

} // namespace vigie::networks
