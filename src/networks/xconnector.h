// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/jsonreader.h"
#include "networks/networks.h"
#include "networks/walkcursor.h"
#include "networks/xcost.h"

namespace vigie::networks
{

/**
 * Reads X: mentions of the account, or the last seven days by a query. Each post that is read costs money: the cursor counts
 * what a day has cost this source, and reading stops before the purse of its account is empty.
 */
class XConnector final : public JsonReader
{
    Q_OBJECT
public:
    /// Null without an account, and for what X does not offer.
    [[nodiscard]] static Connector *make(const ReadTask &task, Account *account, HttpClient &http,
                                         const core::Clock &clock, QObject *parent);
    void setPurse(std::function<Purse()> purse) override { m_askPurse = std::move(purse); }

protected:
    [[nodiscard]] Result<> begin(const Cursor &since) override;
    void explain(Error &error, const HttpResponse &response) const override;

private:
    XConnector(const ReadTask &task, Account &account, HttpClient &http, const core::Clock &clock, QObject *parent);
    void answered(const HttpResponse &response);
    [[nodiscard]] Purse purse() const;

    std::function<Purse()> m_askPurse; ///< none: the account's own option, and no others
    const bool m_isSearch;
    const QString m_query;
    WalkCursor m_walk;
    XCost m_cost;
    std::vector<Gap> m_gaps;
};

} // namespace vigie::networks
