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

struct HttpRequest {
    QUrl url = {};
    HttpHeaders headers = {};
    std::chrono::milliseconds timeout = std::chrono::seconds(30); ///< for the whole request, redirects included
    qint64 maxBodySize = 10'000'000;
    PlainHttp plainHttp = PlainHttp::LoopbackOnly;
};

struct HttpResponse {
    int status = 0; ///< 2xx or 304; everything else is an Error with its httpStatus
    HttpHeaders headers = {};
    QByteArray body;
    QUrl url;          ///< that answered, after redirects
    QUrl permanentUrl; ///< where the resource has moved for good (301, 308 from the start on); empty when it has not

    /// Names are compared without case; empty when absent.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/// Seconds or an HTTP date, as a wait from `now` on; at least 0, at most a day. Nothing when it is neither.
[[nodiscard]] std::optional<std::chrono::seconds> parseRetryAfter(QByteArrayView value, core::Instant now);

/// How long to wait before try number `attempt` (from 1): doubles from `first` to `most`, then takes between half and all
/// of it. `random` is between 0 and 1, so that a test knows what it gets.
[[nodiscard]] std::chrono::milliseconds backoffDelay(int attempt, double random,
                                                     std::chrono::milliseconds first = std::chrono::seconds(5),
                                                     std::chrono::milliseconds most = std::chrono::minutes(5));

/**
 * Reads over HTTP. Each get() ends with exactly one call of its callback, in this object's thread and never from within
 * get() itself; unless its context or this object is gone by then, in which case the callback is dropped.
 *
 * Requests to one host run one after the other. At most five redirects, to the same scheme or from http to https.
 * Nothing of a body, a header or a URL's query is ever logged. Lives in one thread; make one per thread.
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

    RequestId get(const HttpRequest &request, QObject *context, Callback done);
    /// The callback gets ErrorKind::Cancelled, from the event loop. An id that is done or unknown is ignored.
    void cancel(RequestId id);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace vigie::networks
