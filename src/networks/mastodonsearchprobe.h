// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "networks/httpclient.h"

#include <QObject>

namespace vigie::networks
{

class Account;

/// A server without full-text search. Asked again tomorrow: its owner may have switched it on.
[[nodiscard]] Error noSearchHere();

/// The longest word of a text that a search would find it by, at least five letters; empty when there is none.
[[nodiscard]] QString wordToSearch(const QString &text);

/**
 * Finds out whether a server searches at all. Most Mastodon servers have no full-text search and answer every query with an
 * empty list, as if nothing were said about the brand. Our own posts are always found where there is one: so a word of one of
 * them is looked for.
 *
 * One start() each; it ends with exactly one finished(), never from within start().
 */
class MastodonSearchProbe final : public QObject
{
    Q_OBJECT
public:
    enum class Answer { Searches, SearchesNot, CannotTell };

    MastodonSearchProbe(const Account &account, HttpClient &http, QObject *parent);
    ~MastodonSearchProbe() override;

    void start();

signals:
    void finished(vigie::networks::MastodonSearchProbe::Answer answer);

private:
    void searchFor(const QByteArray &ownStatuses);

    const Account &m_account;
    HttpClient &m_http;
    HttpClient::RequestId m_request = 0;
};

} // namespace vigie::networks
