// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/httpclient.h"

#include "networks/httpexchange.h"
#include "networks/httprules.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <deque>

using namespace Qt::StringLiterals;
using namespace vigie::networks::httprules;

namespace vigie::networks
{
namespace
{

constexpr int kMaxRedirects = 5;
constexpr qint64 kPieceSize = 262'144;

} // namespace

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
        qint64 taken = 0;     ///< of a body that is taken piece by piece
        bool isHeld = false;  ///< by Flow::Wait
        bool hasEnded = false; ///< while it was held
        QNetworkReply *reply = nullptr;
        QTimer *timer = nullptr;
    };

    Private(HttpClient &owner, const core::Clock &time) : q(owner), clock(time), manager(&owner) {}

    void start(RequestId id);
    void send(RequestId id);
    void readSome(RequestId id);
    void handOver(RequestId id);
    void goOn(RequestId id);
    void replyFinished(RequestId id);
    void follow(RequestId id, int status, const QUrl &target);
    [[nodiscard]] static HttpResponse headOf(const Job &job, int status);
    [[nodiscard]] Result<HttpResponse> answer(const Job &job, int status) const;
    void finishSoon(RequestId id, Error error);
    void finish(RequestId id, const Result<HttpResponse> &result);
    void adopt(RequestId id, HttpExchange *exchange, QObject *context);
    /// How long this host will have none of us.
    [[nodiscard]] std::optional<std::chrono::seconds> waitFor(const QUrl &url) const;

    HttpClient &q;
    const core::Clock &clock;
    QNetworkAccessManager manager;
    QHash<RequestId, std::shared_ptr<Job>> jobs; // shared: a callback may start or cancel requests while one is finishing
    QHash<QString, std::deque<RequestId>> queues; ///< per host; the first one is running
    /// Per route: until when nothing is left to us. Services count families of routes apart, and do not say which.
    QHash<QString, core::Instant> exhausted;
    QHash<RequestId, QPointer<HttpExchange>> exchanges;
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
        drop(job->reply);
}

HttpClient::RequestId HttpClient::send(const HttpRequest &request, QObject *context, Callback done)
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
    if (const auto wait = d->waitFor(request.url)) {
        d->finishSoon(id, {.kind = ErrorKind::RateLimited, .detail = u"HTTP status %1"_s.arg(429), .retryAfter = wait});
        return id;
    }
    std::deque<RequestId> &queue = d->queues[hostKey(request.url)];
    queue.push_back(id);
    if (queue.size() == 1)
        d->start(id);
    return id;
}

HttpClient::RequestId HttpClient::sendOnce(const HttpRequest &request, QObject *context, OnceCallback done)
{
    const RequestId id = ++d->lastId;
    auto guarded = [context = QPointer<QObject>(context), done = std::move(done)](const Result<HttpResponse> &result,
                                                                                  Departure departure) {
        if (context)
            done(result, departure);
    };
    d->adopt(id, new OnceExchange(request, d->clock, std::move(guarded), this), context);
    return id;
}

HttpClient::RequestId HttpClient::stream(const HttpRequest &request, QObject *context, const StreamCallbacks &callbacks)
{
    const RequestId id = ++d->lastId;
    const QPointer<QObject> guard(context);
    const StreamCallbacks guarded = {
        .opened =
            [guard, opened = callbacks.opened](const HttpResponse &head) {
                if (guard && opened)
                    opened(head);
            },
        .data =
            [guard, data = callbacks.data](const QByteArray &bytes) {
                if (guard && data)
                    data(bytes);
            },
        .done =
            [guard, done = callbacks.done](const Error &reason) {
                if (guard && done)
                    done(reason);
            },
    };
    d->adopt(id, new StreamExchange(request, d->clock, guarded, this), context);
    return id;
}

void HttpClient::Private::adopt(RequestId id, HttpExchange *exchange, QObject *context)
{
    exchanges.insert(id, exchange);
    QObject::connect(exchange, &HttpExchange::ended, &q, [this, id, exchange] {
        exchanges.remove(id);
        exchange->deleteLater();
    });
    // Nobody is left to be told: whatever is under way ends.
    QObject::connect(context, &QObject::destroyed, exchange, &QObject::deleteLater);
    QMetaObject::invokeMethod(exchange, &HttpExchange::start, Qt::QueuedConnection);
}

void HttpClient::goOn(RequestId id)
{
    QMetaObject::invokeMethod(
        this, [this, id] { d->goOn(id); }, Qt::QueuedConnection);
}

void HttpClient::cancel(RequestId id)
{
    if (const QPointer<HttpExchange> exchange = d->exchanges.value(id)) {
        QMetaObject::invokeMethod(
            exchange, [exchange] { exchange->end({.kind = ErrorKind::Cancelled, .detail = u"cancelled"_s}); },
            Qt::QueuedConnection);
    }
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
    job->body.clear();
    // The manager makes a GET of what has no body, and shares what it can of a connection.
    const QNetworkRequest request = networkRequest(job->request, job->url);
    job->reply = job->request.verb == "GET" ? manager.get(request)
                                            : manager.sendCustomRequest(request, job->request.verb, job->request.body);
    if (job->request.takePiece)
        job->reply->setReadBufferSize(kPieceSize);
    QObject::connect(job->reply, &QNetworkReply::readyRead, &q, [this, id] { readSome(id); });
    QObject::connect(job->reply, &QNetworkReply::finished, &q, [this, id] { replyFinished(id); });
}

void HttpClient::Private::readSome(RequestId id)
{
    const std::shared_ptr<Job> job = jobs.value(id);
    if (!job || !job->reply)
        return;
    if (job->request.takePiece && isSuccess(statusOf(*job->reply)))
        return handOver(id);
    // What arrives may be compressed: the size of what comes out is what counts.
    const qint64 room = job->request.maxBodySize - job->body.size();
    if (job->reply->bytesAvailable() > room) {
        finish(id, fail(ErrorKind::Network, u"the answer is larger than %1 bytes"_s.arg(job->request.maxBodySize)));
        return;
    }
    job->body += job->reply->readAll();
}

void HttpClient::Private::handOver(RequestId id)
{
    const std::shared_ptr<Job> job = jobs.value(id);
    while (!job->isHeld && job->context && jobs.contains(id) && job->reply->bytesAvailable() > 0) {
        const QByteArray piece = job->reply->read(kPieceSize);
        job->taken += piece.size();
        if (job->taken > job->request.maxBodySize)
            return finish(id, fail(ErrorKind::Network, u"the answer is larger than %1 bytes"_s.arg(job->request.maxBodySize)));
        if (job->request.takePiece(headOf(*job, statusOf(*job->reply)), piece) == Flow::GoOn)
            continue;
        job->isHeld = true;
        job->timer->stop();
    }
}

void HttpClient::Private::goOn(RequestId id)
{
    const std::shared_ptr<Job> job = jobs.value(id);
    if (!job || !job->isHeld)
        return;
    job->isHeld = false;
    job->timer->start(job->request.timeout);
    if (job->hasEnded)
        replyFinished(id);
    else
        readSome(id);
}

void HttpClient::Private::replyFinished(RequestId id)
{
    readSome(id);
    const std::shared_ptr<Job> job = jobs.value(id);
    if (!job || !job->reply)
        return;
    if (job->isHeld) {
        job->hasEnded = true;
        return;
    }
    const int status = statusOf(*job->reply);
    if (const auto limit = rateLimitOf(job->reply->rawHeaderPairs(), clock.now()); limit && limit->remaining == 0)
        exhausted.insert(routeKey(job->url), limit->resetAt);
    if (isRedirect(status) && job->request.verb == "GET") {
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

std::optional<std::chrono::seconds> HttpClient::Private::waitFor(const QUrl &url) const
{
    const auto found = exhausted.constFind(routeKey(url));
    if (found == exhausted.constEnd() || *found <= clock.now())
        return std::nullopt;
    // A reset that is far off is a clock that is wrong, ours or theirs.
    constexpr std::chrono::seconds kLongest = std::chrono::minutes(15);
    return std::min(std::chrono::ceil<std::chrono::seconds>(*found - clock.now()), kLongest);
}

HttpResponse HttpClient::Private::headOf(const Job &job, int status)
{
    return {.status = status,
            .headers = job.reply->rawHeaderPairs(),
            .body = {},
            .url = job.url,
            .permanentUrl = job.permanentUrl};
}

Result<HttpResponse> HttpClient::Private::answer(const Job &job, int status) const
{
    const QNetworkReply &reply = *job.reply;
    if (status == 0)
        return fail(errorWithoutAnswer(reply));
    HttpResponse response = headOf(job, status);
    response.body = job.body;
    if (!isSuccess(status)) {
        if (job.request.isErrorBodyWanted)
            return response;
        return fail(errorOfStatus(response, clock.now()));
    }
    if (reply.error() != QNetworkReply::NoError)
        return fail(ErrorKind::Network, u"the answer broke off (Qt network error %1)"_s.arg(int(reply.error())));
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

} // namespace vigie::networks
