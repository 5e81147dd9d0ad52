// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/account.h"
#include "networks/httpclient.h"
#include "networks/mastodonapi.h"
#include "networks/mastodonreply.h"
#include "networks/sender.h"

namespace vigie::networks
{

/**
 * Publishes on one server that speaks Mastodon's API.
 *
 * What leaves is made in prepare(): the author of the answered post is named, since nobody else is notified; the reply is
 * never seen by more people than the post it answers; a post that was read on another server is looked up on ours. What is
 * private goes to those whom it names, and to nobody else: it is not encrypted.
 *
 * `account`, `http` and `clock` must outlive this object.
 */
class MastodonSender final : public Sender
{
    Q_OBJECT
public:
    MastodonSender(Account &account, HttpClient &http, const core::Clock &clock, QObject *parent = nullptr);

    void prepare(const OutgoingPost &post, Prepared done) override;
    void send(const OutgoingPost &post, Sent done) override;
    void find(const OutgoingPost &post, Found done) override;
    void remove(const QString &remoteId, Removed done) override;
    [[nodiscard]] bool maySendAgain(const OutgoingPost &post, core::Instant now) const override;

private:
    struct Search;
    using Answer = std::function<void(const Result<HttpResponse> &result)>;

    [[nodiscard]] MastodonContext context() const;
    [[nodiscard]] QUrl address(const QString &path, const QUrlQuery &query = {}) const;
    void get(const QUrl &url, Answer done);
    void soon(std::function<void()> call);
    void findParentHere(const OutgoingPost &post, const MastodonRef &parent, Prepared done);
    void prepareBelow(const OutgoingPost &post, const Result<HttpResponse> &parent, const Prepared &done);
    [[nodiscard]] Result<QByteArray> draftOf(const OutgoingPost &post, const MastodonStatus &parent) const;
    void findOnPage(const std::shared_ptr<Search> &search);
    void findInPage(const std::shared_ptr<Search> &search, const HttpResponse &response);
    void findInThread(const std::shared_ptr<Search> &search);
    void confirmGone(const QString &id, Removed done);

    Account &m_account;
    HttpClient &m_http;
    const core::Clock &m_clock;
};

} // namespace vigie::networks
