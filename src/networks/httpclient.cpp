// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/httpclient.h"

#include "networks/timestamps.h"

#include <QHash>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <deque>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr int kMaxRedirects = 5;
constexpr std::chrono::seconds kLongestWait = std::chrono::hours(24);

bool isLoopback(const QUrl &url)
{
    return url.host() == u"localhost"_s || QHostAddress(url.host()).isLoopback();
}

/// Nothing when the request may go there, otherwise why not.
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

} // namespace

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

std::chrono::milliseconds backoffDelay(int attempt, double random, std::chrono::milliseconds first,
                                       std::chrono::milliseconds most)
{
    const int doublings = std::clamp(attempt - 1, 0, 30);
    const double full = std::min(double(first.count()) * double(1LL << doublings), double(most.count()));
    const double share = 0.5 + 0.5 * std::clamp(random, 0.0, 1.0);
    return std::chrono::milliseconds(qint64(full * share));
}

class HttpClient::Private
{
public:
    struct Job {
        HttpRequest request;
        QPointer<QObject> context;
        Callback done;
        QUrl url; ///< of this hop
        QUrl permanentUrl;
        bool onlyPermanent = true; ///< all redirects so far were for good
        int redirects = 0;
        QByteArray body;
        QNetworkReply *reply = nullptr;
        QTimer *timer = nullptr;
    };

    Private(HttpClient &owner, const core::Clock &time) : q(owner), clock(time), manager(&owner) {}

    void start(RequestId id);
    void send(RequestId id);
    void readSome(RequestId id);
    void replyFinished(RequestId id);
    void follow(RequestId id, int status, const QUrl &target);
    [[nodiscard]] Result<HttpResponse> answer(const Job &job, int status) const;
    void finishSoon(RequestId id, Error error);
    void finish(RequestId id, const Result<HttpResponse> &result);
    static void drop(QNetworkReply *reply);

    HttpClient &q;
    const core::Clock &clock;
    QNetworkAccessManager manager;
    QHash<RequestId, std::shared_ptr<Job>> jobs; // shared: a callback may start or cancel requests while one is finishing
    QHash<QString, std::deque<RequestId>> queues; ///< per host; the first one is running
    RequestId lastId = 0;
};

HttpClient::HttpClient(const core::Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, clock))
{
    d->manager.setAutoDeleteReplies(false);
    d->manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    d->manager.setCookieJar(new QNetworkCookieJar(&d->manager));
}

HttpClient::~HttpClient()
{
    for (const std::shared_ptr<Private::Job> &job : std::as_const(d->jobs))
        Private::drop(job->reply);
}

HttpClient::RequestId HttpClient::get(const HttpRequest &request, QObject *context, Callback done)
{
    const RequestId id = ++d->lastId;
    auto job = std::make_shared<Private::Job>();
    job->request = request;
    job->context = context;
    job->done = std::move(done);
    job->url = request.url;
    d->jobs.insert(id, job);
    if (const std::optional<QString> objection = objectionTo(request.url, request.plainHttp)) {
        d->finishSoon(id, {.kind = ErrorKind::InvalidArgument, .detail = *objection});
        return id;
    }
    std::deque<RequestId> &queue = d->queues[hostKey(request.url)];
    queue.push_back(id);
    if (queue.size() == 1)
        d->start(id);
    return id;
}

void HttpClient::cancel(RequestId id)
{
    if (d->jobs.contains(id))
        d->finishSoon(id, {.kind = ErrorKind::Cancelled, .detail = u"cancelled"_s});
}

void HttpClient::Private::start(RequestId id)
{
    const std::shared_ptr<Job> job = jobs.value(id);
    job->timer = new QTimer(&q);
    job->timer->setSingleShot(true);
    QObject::connect(job->timer, &QTimer::timeout, &q, [this, id] {
        finish(id, fail(ErrorKind::Timeout, u"no complete answer in time"_s));
    });
    job->timer->start(job->request.timeout);
    send(id);
}

void HttpClient::Private::send(RequestId id)
{
    const std::shared_ptr<Job> job = jobs.value(id);
    QNetworkRequest request(job->url);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Vigie/0.1"_s);
    const bool sameHost = hostKey(job->url) == hostKey(job->request.url);
    for (const auto &[name, value] : std::as_const(job->request.headers)) {
        // Whom a server redirects us to must not learn the secret that was meant for the server.
        if (sameHost || name.compare("Authorization", Qt::CaseInsensitive) != 0)
            request.setRawHeader(name, value);
    }
    job->body.clear();
    job->reply = manager.get(request);
    QObject::connect(job->reply, &QNetworkReply::readyRead, &q, [this, id] { readSome(id); });
    QObject::connect(job->reply, &QNetworkReply::finished, &q, [this, id] { replyFinished(id); });
}

void HttpClient::Private::readSome(RequestId id)
{
    const std::shared_ptr<Job> job = jobs.value(id);
    if (!job || !job->reply)
        return;
    // What arrives may be compressed: the size of what comes out is what counts.
    const qint64 room = job->request.maxBodySize - job->body.size();
    if (job->reply->bytesAvailable() > room) {
        finish(id, fail(ErrorKind::Network, u"the answer is larger than %1 bytes"_s.arg(job->request.maxBodySize)));
        return;
    }
    job->body += job->reply->readAll();
}

void HttpClient::Private::replyFinished(RequestId id)
{
    readSome(id);
    const std::shared_ptr<Job> job = jobs.value(id);
    if (!job || !job->reply)
        return;
    const int status = job->reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (isRedirect(status)) {
        const QUrl target = job->url.resolved(QUrl::fromEncoded(job->reply->rawHeader("Location")));
        drop(std::exchange(job->reply, nullptr));
        follow(id, status, target);
        return;
    }
    finish(id, answer(*job, status));
}

void HttpClient::Private::follow(RequestId id, int status, const QUrl &target)
{
    const std::shared_ptr<Job> job = jobs.value(id);
    if (++job->redirects > kMaxRedirects) {
        finish(id, fail(ErrorKind::Network, u"more than %1 redirects"_s.arg(kMaxRedirects)));
        return;
    }
    if (job->url.scheme() == u"https"_s && target.scheme() != u"https"_s) {
        finish(id, fail(ErrorKind::Network, u"redirected from https to something unencrypted"_s));
        return;
    }
    if (const std::optional<QString> objection = objectionTo(target, job->request.plainHttp)) {
        finish(id, fail(ErrorKind::Network, u"redirected to a place that is not read: "_s + *objection));
        return;
    }
    job->onlyPermanent = job->onlyPermanent && (status == 301 || status == 308);
    if (job->onlyPermanent)
        job->permanentUrl = target;
    job->url = target;
    send(id);
}

Result<HttpResponse> HttpClient::Private::answer(const Job &job, int status) const
{
    const QNetworkReply &reply = *job.reply;
    if (status == 0) {
        const bool isTimeout = reply.error() == QNetworkReply::TimeoutError;
        return fail(isTimeout ? ErrorKind::Timeout : ErrorKind::Network,
                    u"no answer (Qt network error %1)"_s.arg(int(reply.error())));
    }
    const bool isSuccess = (status >= 200 && status < 300) || status == 304;
    if (!isSuccess) {
        Error error{.kind = kindOfStatus(status), .detail = u"HTTP status %1"_s.arg(status), .httpStatus = status};
        if (status == 429 || status == 503) {
            error.retryAfter = parseRetryAfter(reply.rawHeader("Retry-After"), clock.now());
            if (error.retryAfter)
                error.kind = ErrorKind::RateLimited;
        }
        return fail(std::move(error));
    }
    if (reply.error() != QNetworkReply::NoError)
        return fail(ErrorKind::Network, u"the answer broke off (Qt network error %1)"_s.arg(int(reply.error())));
    HttpResponse response;
    response.status = status;
    response.headers = reply.rawHeaderPairs();
    response.body = job.body;
    response.url = job.url;
    response.permanentUrl = job.permanentUrl;
    return response;
}

void HttpClient::Private::finishSoon(RequestId id, Error error)
{
    QMetaObject::invokeMethod(
        &q, [this, id, error = std::move(error)] { finish(id, tl::unexpected(error)); }, Qt::QueuedConnection);
}

void HttpClient::Private::finish(RequestId id, const Result<HttpResponse> &result)
{
    const std::shared_ptr<Job> job = jobs.take(id);
    if (!job)
        return;
    drop(std::exchange(job->reply, nullptr));
    if (job->timer)
        job->timer->deleteLater();
    const auto queue = queues.find(hostKey(job->request.url));
    if (queue != queues.end()) {
        const bool wasRunning = !queue->empty() && queue->front() == id;
        queue->erase(std::remove(queue->begin(), queue->end(), id), queue->end());
        if (queue->empty())
            queues.erase(queue);
        else if (wasRunning)
            start(queue->front());
    }
    if (job->context)
        job->done(result);
}

void HttpClient::Private::drop(QNetworkReply *reply)
{
    if (!reply)
        return;
    reply->disconnect();
    reply->abort();
    reply->deleteLater();
}

} // namespace vigie::networks
