// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/jsonreader.h"
#include "networks/networks.h"
#include "networks/postlisting.h"
#include "networks/walkcursor.h"

namespace vigie::networks
{

/**
 * Reads what is written below the posts of a Facebook page or of an Instagram professional account, with a long-lived token
 * of the customer's own app. The token travels in a header, never in an address.
 */
class MetaConnector final : public JsonReader
{
    Q_OBJECT
public:
    [[nodiscard]] static Connector *makeFacebook(const ReadTask &task, Account *account, HttpClient &http,
                                                 const core::Clock &clock, QObject *parent);
    [[nodiscard]] static Connector *makeInstagram(const ReadTask &task, Account *account, HttpClient &http,
                                                  const core::Clock &clock, QObject *parent);

    /// What differs between the two.
    struct Place {
        QString edge;   ///< below the account's id
        QString fields; ///< of its posts, and of the comments within
        Result<PostListing> (*parse)(const QByteArray &body);
    };

protected:
    [[nodiscard]] Result<> begin(const Cursor &since) override;
    void explain(Error &error, const HttpResponse &response) const override;

private:
    MetaConnector(Place place, Account &account, HttpClient &http, const core::Clock &clock, QObject *parent);
    void answered(const HttpResponse &response);
    [[nodiscard]] bool isOurs(const Post &post) const;

    const Place m_place;
    WalkCursor m_walk;
};

} // namespace vigie::networks
