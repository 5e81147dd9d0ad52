// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/account.h"
#include "networks/connector.h"
#include "networks/httpclient.h"

#include <QPointer>

#include <functional>
#include <memory>

namespace vigie::networks
{

/**
 * Base of the readers of JSON services: one request after another, with the account's token where there is one, and one
 * fetched() at the end. What it is given must outlive it; an account that goes counts as signed out.
 */
class JsonReader : public Connector
{
    Q_OBJECT
public:
    JsonReader(Account *account, HttpClient &http, const core::Clock &clock, QObject *parent);

    void fetch(const Cursor &since) final;
    void cancel() final;

protected:
    using Answered = std::function<void(const HttpResponse &response)>;

    /// Asks by get(), or says why not.
    [[nodiscard]] virtual Result<> begin(const Cursor &since) = 0;
    /// Adds to the error of an answer that is no success what its body and headers say.
    virtual void explain(Error &error, const HttpResponse &response) const;

    /// `answered` is called for success alone; anything else ends the fetch. A 401 that no new token helps against ends the
    /// sign-in too.
    void get(const QUrl &url, Answered answered);
    void finish(const Result<Page> &page);

    [[nodiscard]] Account *account() const { return m_account; }
    [[nodiscard]] const core::Clock &clock() const { return m_clock; }

private:
    [[nodiscard]] Error errorOf(const HttpResponse &response);

    QPointer<Account> m_account;
    HttpClient &m_http;
    const core::Clock &m_clock;
    std::unique_ptr<QObject> m_context; ///< of what is under way; without it, nothing is
};

/// `base` with a path and a query; names are written as they stand, values are percent-encoded, empty ones left out.
[[nodiscard]] QUrl serviceUrl(const QUrl &base, const QString &path, const QList<QPair<QString, QString>> &query = {});

} // namespace vigie::networks
