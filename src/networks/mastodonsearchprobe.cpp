// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/mastodonsearchprobe.h"

#include "networks/account.h"
#include "networks/mastodonapi.h"
#include "networks/mastodonparser.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::networks
{

Error noSearchHere()
{
    return {.kind = ErrorKind::NotFound,
            .detail = u"full-text search is not available on this server"_s,
            .retryAfter = std::chrono::hours(24)};
}

QString wordToSearch(const QString &text)
{
    QString longest;
    QString word;
    // Words of mentions and links are found in another way, or not at all.
    const QStringList parts = text.simplified().split(u' ');
    for (const QString &part : parts) {
        if (part.contains(u'@') || part.contains(u'/') || part.startsWith(u'#'))
            continue;
        word.clear();
        for (const QChar unit : part) {
            if (!unit.isLetter())
                break;
            word += unit;
        }
        if (word.size() > longest.size())
            longest = word;
    }
    return longest.size() >= 5 ? longest : QString();
}

MastodonSearchProbe::MastodonSearchProbe(const Account &account, HttpClient &http, QObject *parent)
    : QObject(parent), m_account(account), m_http(http)
{
}

MastodonSearchProbe::~MastodonSearchProbe()
{
    m_http.cancel(m_request);
}

void MastodonSearchProbe::start()
{
    const Credentials &own = m_account.credentials();
    const QString path = u"/api/v1/accounts/%1/statuses"_s.arg(mastodonPathPart(own.userId));
    m_request = m_http.send(mastodonRequest(mastodonUrl(own.baseUrl, path), own.accessToken), this,
                            [this](const Result<HttpResponse> &result) {
                                if (result)
                                    searchFor(result->body);
                                else
                                    emit finished(Answer::CannotTell);
                            });
}

void MastodonSearchProbe::searchFor(const QByteArray &ownStatuses)
{
    const Result<MastodonList> list = parseMastodonStatuses(ownStatuses, {});
    QString word;
    for (const MastodonItem &item : list ? list->items : std::vector<MastodonItem>()) {
        // The newest may not be in the index yet.
        const bool isPlain = item.status && !item.status->post.isRepost && item.status->visibility == u"public";
        if (const QString found = isPlain ? wordToSearch(item.status->post.text) : QString(); !found.isEmpty())
            word = found;
    }
    if (word.isEmpty()) {
        emit finished(Answer::CannotTell);
        return;
    }
    QUrlQuery query;
    query.addQueryItem(u"q"_s, mastodonPathPart(word));
    query.addQueryItem(u"type"_s, u"statuses"_s);
    const Credentials &own = m_account.credentials();
    m_request = m_http.send(mastodonRequest(mastodonUrl(own.baseUrl, u"/api/v2/search"_s, query), own.accessToken), this,
                            [this](const Result<HttpResponse> &result) {
                                const auto found = result ? parseMastodonSearch(result->body, {})
                                                          : Result<MastodonList>(fail(result.error()));
                                if (!found)
                                    emit finished(Answer::CannotTell);
                                else
                                    emit finished(found->items.empty() ? Answer::SearchesNot : Answer::Searches);
                            });
}

} // namespace vigie::networks
