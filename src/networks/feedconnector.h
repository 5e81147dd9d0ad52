// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/connector.h"
#include "networks/feedslicer.h"
#include "networks/httpclient.h"

#include <QUrl>

namespace vigie::networks
{

/**
 * Reads one RSS, Atom or JSON feed, asking only for what changed: ETag and Last-Modified go back as they came. The cursor
 * also holds the address to which the feed has moved for good. A 410 is an error with that status: the feed has ended.
 *
 * A long feed comes in several pages while it arrives; it is read no faster than they are asked for. Only the cursor of the last
 * one holds ETag and Last-Modified: whatever ends the reading before, the next one begins at the beginning.
 *
 * `http` and `clock` must outlive this object.
 */
class FeedConnector final : public Connector
{
    Q_OBJECT
public:
    FeedConnector(QUrl url, HttpClient &http, const core::Clock &clock, QObject *parent = nullptr);
    ~FeedConnector() override;

    void fetch(const Cursor &since) override;
    void cancel() override;

private:
    [[nodiscard]] Flow take(const HttpResponse &head, const QByteArray &piece);
    [[nodiscard]] Result<Page> pageOf(const QByteArray &feed, const HttpResponse &head);
    void finish(const Result<HttpResponse> &result);
    /// Ends the request; nothing of it is heard any more.
    void forget();

    QUrl m_url;
    HttpClient &m_http;
    const core::Clock &m_clock;
    HttpClient::RequestId m_request = 0;
    int m_reading = 0; ///< counts the requests
    bool m_isAsked = false; ///< a fetched() is due
    Cursor m_since;    ///< that this reading began with
    Cursor m_handedOut; ///< of the last page, while more is waiting
    FeedSlicer m_slicer;
    qint64 m_entries = 0; ///< handed out in this reading
};

} // namespace vigie::networks
