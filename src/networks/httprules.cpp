// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/httprules.h"

#include "networks/timestamps.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr std::chrono::seconds kLongestWait = std::chrono::hours(24);
constexpr qint64 kLeastEpoch = 1'000'000'000; // a smaller number of seconds is a wait and no date

ErrorKind kindOfStatus(int status)
{
    switch (status) {
    case 401:
    case 403:
        return ErrorKind::Unauthorized;
    case 404:
    case 410:
        return ErrorKind::NotFound;
    case 408:
    case 504:
        return ErrorKind::Timeout;
    case 429:
        return ErrorKind::RateLimited;
    default:
        return ErrorKind::Network;
    }
}

QByteArray headerOf(const HttpHeaders &headers, QByteArrayView name)
{
    const auto found = std::find_if(headers.begin(), headers.end(), [name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.end() ? QByteArray() : found->second.trimmed();
}

std::optional<core::Instant> resetFrom(const QByteArray &value, core::Instant now)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (!isNumber)
        return parseRfc3339(std::string_view(value.constData(), std::size_t(value.size())));
    if (!(number >= 0) || number > 1e11)
        return std::nullopt;
    const auto millis = qint64(number * 1000);
    return number >= double(kLeastEpoch) ? core::instantFromMillis(millis) : now + std::chrono::milliseconds(millis);
}

} // namespace

namespace httprules
{

namespace
{

bool isLoopback(const QUrl &url)
{
    return url.host() == u"localhost"_s || QHostAddress(url.host()).isLoopback();
}

} // namespace

std::optional<QString> objectionTo(const QUrl &url, PlainHttp plainHttp)
{
    if (!url.isValid() || url.host().isEmpty())
        return u"not a web address"_s;
    if (url.scheme() == u"https"_s)
        return std::nullopt;
    if (url.scheme() != u"http"_s)
        return u"only http and https are read"_s;
    if (plainHttp == PlainHttp::LoopbackOnly && !isLoopback(url))
        return u"unencrypted http is not allowed here"_s;
    return std::nullopt;
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

QString hostKey(const QUrl &url)
{
    const int usual = url.scheme() == u"https"_s ? 443 : 80;
    return u"%1://%2:%3"_s.arg(url.scheme(), url.host()).arg(url.port(usual));
}

QString routeKey(const QUrl &url)
{
    return hostKey(url) + url.path();
}

QNetworkRequest networkRequest(const HttpRequest &request, const QUrl &hop)
{
    QNetworkRequest result(hop);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setHeader(QNetworkRequest::UserAgentHeader, u"Vigie/0.1"_s);
    const bool isSameHost = hostKey(hop) == hostKey(request.url);
    for (const auto &[name, value] : request.headers) {
        // Whom a server redirects us to must not learn the secret that was meant for the server.
        if (isSameHost || name.compare("Authorization", Qt::CaseInsensitive) != 0)
            result.setRawHeader(name, value);
    }
    return result;
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

Error errorWithoutAnswer(const QNetworkReply &reply)
{
    const auto failed = [](const QString &detail) { return Error{.kind = ErrorKind::Network, .detail = detail}; };
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
        return failed(u"the server refuses the connection"_s);
    case QNetworkReply::RemoteHostClosedError:
        return failed(u"the server closed the connection without an answer"_s);
    case QNetworkReply::HostNotFoundError:
        return failed(u"no server of this name is found: the network is down, or the address is wrong"_s);
    case QNetworkReply::SslHandshakeFailedError:
        return failed(u"no secure connection can be made with the server (certificate or TLS version)"_s);
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
        return failed(u"the network cannot be reached"_s);
    case QNetworkReply::TimeoutError:
        return {.kind = ErrorKind::Timeout, .detail = u"no complete answer in time"_s};
    default:
        return failed(u"no answer (Qt network error %1)"_s.arg(int(reply.error())));
    }
}

bool isSuccess(int status)
{
    return (status >= 200 && status < 300) || status == 304;
}

void drop(QNetworkReply *reply)
{
    if (!reply)
        return;
    reply->disconnect();
    reply->abort();
    reply->deleteLater();
}

} // namespace httprules

QByteArray HttpResponse::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

std::optional<std::chrono::seconds> parseRetryAfter(QByteArrayView value, core::Instant now)
{
    const QByteArray text = value.trimmed().toByteArray();
    if (text.isEmpty())
        return std::nullopt;
    const bool isDelta = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    std::chrono::seconds wait = kLongestWait;
    if (isDelta) {
        bool isNumber = false;
        const qint64 seconds = text.toLongLong(&isNumber);
        if (isNumber)
            wait = std::chrono::seconds(std::min<qint64>(seconds, kLongestWait.count()));
    } else {
        const std::optional<core::Instant> date = parseFeedDate(QString::fromLatin1(text));
        if (!date)
            return std::nullopt;
        wait = std::chrono::ceil<std::chrono::seconds>(*date - now);
    }
    return std::clamp(wait, std::chrono::seconds(0), kLongestWait);
}

std::optional<RateLimit> rateLimitOf(const HttpHeaders &headers, core::Instant now)
{
    for (const QByteArrayView prefix : {"X-RateLimit", "RateLimit", "X-Rate-Limit"}) {
        const QByteArray remaining = headerOf(headers, prefix.toByteArray() + "-Remaining");
        bool isNumber = false;
        const double left = remaining.toDouble(&isNumber); // Reddit counts "599.0"
        const auto reset = resetFrom(headerOf(headers, prefix.toByteArray() + "-Reset"), now);
        if (isNumber && reset)
            return RateLimit{.remaining = int(std::clamp(left, 0.0, 1e9)), .resetAt = *reset};
    }
    return std::nullopt;
}

std::optional<std::chrono::seconds> askedWait(const HttpHeaders &headers, core::Instant now)
{
    if (const auto wait = parseRetryAfter(headerOf(headers, "Retry-After"), now))
        return wait;
    if (const auto limit = rateLimitOf(headers, now))
        return std::clamp(std::chrono::ceil<std::chrono::seconds>(limit->resetAt - now), std::chrono::seconds(0), kLongestWait);
    return std::nullopt;
}

Error errorOfStatus(const HttpResponse &response, core::Instant now)
{
    Error error{.kind = kindOfStatus(response.status),
                .detail = u"HTTP status %1"_s.arg(response.status),
                .httpStatus = response.status};
    if (response.status == 429 || response.status == 503) {
        error.retryAfter = askedWait(response.headers, now);
        if (error.retryAfter)
            error.kind = ErrorKind::RateLimited;
    }
    return error;
}

std::chrono::milliseconds backoffDelay(int attempt, double random, std::chrono::milliseconds first,
                                       std::chrono::milliseconds most)
{
    const int doublings = std::clamp(attempt - 1, 0, 30);
    const double full = std::min(double(first.count()) * double(1LL << doublings), double(most.count()));
    const double share = 0.5 + 0.5 * std::clamp(random, 0.0, 1.0);
    return std::chrono::milliseconds(qint64(full * share));
}

} // namespace vigie::networks
