// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/jsonreader.h"

#include "networks/accounthttp.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace vigie::networks
{

JsonReader::JsonReader(Account *account, HttpClient &http, const core::Clock &clock, QObject *parent)
    : Connector(parent), m_account(account), m_http(http), m_clock(clock)
{
}

void JsonReader::fetch(const Cursor &since)
{
    if (m_context)
        return;
    m_context = std::make_unique<QObject>();
    const Result<> begun = begin(since);
    if (begun)
        return;
    QMetaObject::invokeMethod(
        m_context.get(), [this, error = begun.error()] { finish(tl::unexpected(error)); }, Qt::QueuedConnection);
}

void JsonReader::cancel()
{
    if (!m_context)
        return;
    m_context = std::make_unique<QObject>(); // what is under way calls back no more
    QMetaObject::invokeMethod(
        m_context.get(), [this] { finish(fail(ErrorKind::Cancelled, u"cancelled"_s)); }, Qt::QueuedConnection);
}

void JsonReader::explain(Error &, const HttpResponse &) const {}

void JsonReader::get(const QUrl &url, Answered answered)
{
    HttpRequest request;
    request.url = url;
    request.isErrorBodyWanted = true;
    request.headers.emplaceBack("Accept", "application/json");
    const auto done = [this, answered = std::move(answered)](const Result<HttpResponse> &result) {
        if (!result)
            finish(tl::unexpected(result.error()));
        else if (result->status < 200 || result->status > 299)
            finish(tl::unexpected(errorOf(*result)));
        else
            answered(*result);
    };
    if (m_account)
        AccountHttp::of(*m_account, m_http, m_clock).send(request, m_context.get(), done);
    else
        m_http.send(request, m_context.get(), done);
}

Error JsonReader::errorOf(const HttpResponse &response)
{
    Error error = errorOfStatus(response, m_clock.now());
    explain(error, response);
    if (error.httpStatus == 401 && m_account)
        m_account->signOut(error.detail);
    return error;
}

void JsonReader::finish(const Result<Page> &page)
{
    m_context.release()->deleteLater(); // we may be in a callback of its own
    emit fetched(page);
}

QUrl serviceUrl(const QUrl &base, const QString &path, const QList<QPair<QString, QString>> &query)
{
    QUrl url = base.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    url.setPath(url.path() + path);
    QByteArray encoded;
    for (const auto &[name, value] : query) {
        if (value.isEmpty())
            continue;
        encoded += (encoded.isEmpty() ? "" : "&") + name.toLatin1() + '=' + QUrl::toPercentEncoding(value);
    }
    if (!encoded.isEmpty())
        url.setQuery(QString::fromLatin1(encoded), QUrl::StrictMode);
    return url;
}

} // namespace vigie::networks
