// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/jsonreader.h"
#include "networks/networks.h"
#include "networks/walkcursor.h"

namespace vigie::networks
{

/**
 * Reads Reddit with an account whose app the network has approved: mentions of the account, submissions by a query, or
 * (hashtag) all comments of one community. Anchors are never trusted: a deleted one would give an empty page for ever.
 */
class RedditConnector final : public JsonReader
{
    Q_OBJECT
public:
    [[nodiscard]] static Connector *make(const ReadTask &task, Account *account, HttpClient &http,
                                         const core::Clock &clock, QObject *parent);

protected:
    [[nodiscard]] Result<> begin(const Cursor &since) override;
    void explain(Error &error, const HttpResponse &response) const override;

private:
    RedditConnector(QString path, QString query, Account &account, HttpClient &http, const core::Clock &clock,
                    QObject *parent);
    void answered(const HttpResponse &response);

    const QString m_path;
    const QString m_query;
    WalkCursor m_walk;
};

} // namespace vigie::networks
