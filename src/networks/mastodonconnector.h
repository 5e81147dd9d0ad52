// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/connector.h"
#include "networks/httpclient.h"
#include "networks/mastodonparser.h"
#include "networks/mastodonwalk.h"
#include "networks/networks.h"

#include <QPointer>

namespace vigie::networks
{

class MastodonSearchProbe;
class MastodonStream;

/**
 * Reads mentions, a hashtag or a search on one server that speaks Mastodon's API.
 *
 * One fetch() is one request, whose page tells by hasMore that the walk goes on (see MastodonCursor). The stream never moves
 * the cursor: what it brings comes again with the next fetch, under the same id, so that nothing is lost whatever breaks.
 * Search asks for the server's full-text search; where there is none, that is an error and no empty result.
 *
 * `account` may be null for a hashtag alone; it, `http` and `clock` must outlive this object.
 */
class MastodonConnector final : public Connector
{
    Q_OBJECT
public:
    MastodonConnector(ReadTask task, Account *account, HttpClient &http, const core::Clock &clock, QObject *parent = nullptr);
    ~MastodonConnector() override;

    void fetch(const Cursor &since) override;
    void cancel() override;
    [[nodiscard]] bool canStream() const override;
    void stream(const Cursor &since) override;

private:
    struct Ask;

    [[nodiscard]] std::optional<Error> objection() const;
    [[nodiscard]] QUrl base() const;
    [[nodiscard]] QByteArray token() const;
    [[nodiscard]] MastodonContext context() const;
    [[nodiscard]] QString listName() const;
    [[nodiscard]] QUrl urlOf(const Ask &ask) const;
    [[nodiscard]] Result<MastodonList> parse(const QByteArray &body) const;
    void request(const Ask &ask);
    void answered(const Result<HttpResponse> &result, const Ask &ask);
    void finish(const Result<Page> &result);
    void finishSoon(const Error &error);
    void probeSearch(const Page &page);
    void streamEvent(const QByteArray &event, const QByteArray &payload);
    [[nodiscard]] std::optional<Post> streamedPost(const QByteArray &event, const QByteArray &payload) const;
    [[nodiscard]] bool concernsUs(const MastodonStatus &status) const;

    const ReadTask m_task;
    Account *const m_account;
    HttpClient &m_http;
    const core::Clock &m_clock;
    HttpClient::RequestId m_request = 0;
    bool m_isBusy = false;
    int m_fetches = 0;
    bool m_sendsTypes = true;   ///< until the server cannot stand it
    bool m_isSearchProven = false;
    bool m_offersStream = true; ///< until the server says that it does not
    QPointer<MastodonSearchProbe> m_probe;
    QPointer<MastodonStream> m_stream;
};

} // namespace vigie::networks
