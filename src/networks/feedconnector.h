// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/connector.h"
#include "networks/httpclient.h"

#include <QUrl>

namespace vigie::networks
{

/**
 * Reads one RSS, Atom or JSON feed, asking only for what changed: ETag and Last-Modified go back as they came. The cursor
 * also holds the address to which the feed has moved for good. A 410 is an error with that status: the feed has ended.
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
    void finish(const Result<HttpResponse> &result, const Cursor &since);

    QUrl m_url;
    HttpClient &m_http;
    const core::Clock &m_clock;
    HttpClient::RequestId m_request = 0;
};

} // namespace vigie::networks
