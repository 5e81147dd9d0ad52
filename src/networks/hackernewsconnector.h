// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/jsonreader.h"
#include "networks/networks.h"
#include "networks/walkcursor.h"

namespace vigie::networks
{

/**
 * Reads Hacker News through Algolia's search: a query in its words, or what one author writes. The service shows at most
 * a thousand hits of a query, so the time is cut into slices. Without account; `ReadTask::url` names another service of this
 * kind.
 */
class HackerNewsConnector final : public JsonReader
{
    Q_OBJECT
public:
    /// Null when the task asks for nothing that can be asked there.
    [[nodiscard]] static Connector *make(const ReadTask &task, Account *account, HttpClient &http,
                                         const core::Clock &clock, QObject *parent);

protected:
    [[nodiscard]] Result<> begin(const Cursor &since) override;

private:
    HackerNewsConnector(const ReadTask &task, HttpClient &http, const core::Clock &clock, QObject *parent);
    void answered(const HttpResponse &response);

    const QUrl m_base;
    const QString m_query;
    const QString m_tags;
    WalkCursor m_walk;
};

} // namespace vigie::networks
