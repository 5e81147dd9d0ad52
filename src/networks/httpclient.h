// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPair>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>

namespace vigie::networks
{

using HttpHeaders = QList<QPair<QByteArray, QByteArray>>;

/// Where an unencrypted request may go. A redirect never leads from https to http, whatever this says.
enum class PlainHttp { LoopbackOnly, Allowed };

struct HttpResponse;

/// What becomes of an answer whose body is taken piece by piece.
enum class Flow {
    GoOn,
    Wait, ///< nothing more is read, from the network neither, until HttpClient::goOn()
};

struct HttpRequest {
    QUrl url = {};
    HttpHeaders headers = {};
    QByteArray verb = "GET";
    QByteArray body = {}; ///< sent as it stands; its Content-Type is one of the headers
    bool isErrorBodyWanted = false; ///< an answer of any status, redirects aside, is a response and no Error
    std::chrono::milliseconds timeout = std::chrono::seconds(30); ///< for the whole request, redirects included
    qint64 maxBodySize = 10'000'000;
    PlainHttp plainHttp = PlainHttp::LoopbackOnly;
    /// Takes the body of a successful answer as it arrives, with its head; the response at the end has none. `timeout` begins
    /// anew with each goOn(). Not called when the context has gone. May cancel.
    std::function<Flow(const HttpResponse &head, const QByteArray &piece)> takePiece = {};
};

struct HttpResponse {
    int status = 0; ///< 2xx or 304, or any where the request wanted error bodies; else it is an Error with its httpStatus
    HttpHeaders headers = {};
    QByteArray body;
    QUrl url;          ///< that answered, after redirects
    QUrl permanentUrl; ///< where the resource has moved for good (301, 308 from the start on); empty when it has not

    /// Names are compared without case; empty when absent.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/// Seconds or an HTTP date, as a wait from `now` on; at least 0, at most a day. Nothing when it is neither.
[[nodiscard]] std::optional<std::chrono::seconds> parseRetryAfter(QByteArrayView value, core::Instant now);

/// What a service says of the requests that are left to us.
struct RateLimit {
    int remaining = 0;
    core::Instant resetAt;
};

/// From X-RateLimit-*, x-rate-limit-*, RateLimit-* and X-Ratelimit-*, whose "reset" is an ISO instant (Mastodon), seconds
/// since 1970 (Bluesky, X) or seconds from now (Reddit, the IETF draft): told apart by their shape. Nothing when there is none.
[[nodiscard]] std::optional<RateLimit> rateLimitOf(const HttpHeaders &headers, core::Instant now);

/// How long an answer of status 429 or 503 asks us to wait: Retry-After, else until the limit resets. Nothing when it does not say.
[[nodiscard]] std::optional<std::chrono::seconds> askedWait(const HttpHeaders &headers, core::Instant now);

/// An answer that is no success as an Error: kind by status, with the wait it asks for. For what wanted error bodies.
[[nodiscard]] Error errorOfStatus(const HttpResponse &response, core::Instant now);

/// Whether anything of a request that failed may have reached the other side.
enum class Departure { Nothing, Possible };

/// How long to wait before try number `attempt` (from 1): doubles from `first` to `most`, then takes between half and all
/// of it. `random` is between 0 and 1, so that a test knows what it gets.
[[nodiscard]] std::chrono::milliseconds backoffDelay(int attempt, double random,
                                                     std::chrono::milliseconds first = std::chrono::seconds(5),
                                                     std::chrono::milliseconds most = std::chrono::minutes(5));

/**
 * Speaks HTTP. Each call ends with exactly one call of its callback, in this object's thread and never from within the call
 * itself; unless its context or this object is gone by then, in which case the callback is dropped.
 *
 * send() is for what may be repeated, and for reading: requests to one host run one after the other; at most five redirects,
 * to the same scheme or from http to https; while a host has told of a route that nothing is left to us, that
 * route is not asked (ErrorKind::RateLimited with the wait). Nothing of a body, a header or a URL's query is ever logged. Lives in one thread; make one per thread.
 */
class HttpClient final : public QObject
{
    Q_OBJECT
public:
    using RequestId = quint64;
    using Callback = std::function<void(const Result<HttpResponse> &result)>;

    /// `clock` must outlive this object; it reads Retry-After dates.
    explicit HttpClient(const core::Clock &clock, QObject *parent = nullptr);
    ~HttpClient() override;

    RequestId send(const HttpRequest &request, QObject *context, Callback done);

    using OnceCallback = std::function<void(const Result<HttpResponse> &result, Departure departure)>;
    /**
     * For a request that must not arrive twice: a connection of its own, no redirect, and no second try, not even by the
     * transport (which otherwise repeats a request whose connection closed before an answer). Error bodies are always wanted.
     * Does not wait for other requests.
     */
    RequestId sendOnce(const HttpRequest &request, QObject *context, OnceCallback done);

    /// Hands over the body as it arrives; `timeout` is the longest silence, and bounds no length. Does not wait for other
    /// requests. `opened` is called once with the answer's head; `done` always, at the end.
    struct StreamCallbacks {
        std::function<void(const HttpResponse &head)> opened = {};
        std::function<void(const QByteArray &bytes)> data = {};
        std::function<void(const Error &reason)> done = {};
    };
    RequestId stream(const HttpRequest &request, QObject *context, const StreamCallbacks &callbacks);

    /// After Flow::Wait, from the event loop. An id that is done or unknown is ignored.
    void goOn(RequestId id);
    /// The callback gets ErrorKind::Cancelled, from the event loop. An id that is done or unknown is ignored.
    void cancel(RequestId id);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace vigie::networks
