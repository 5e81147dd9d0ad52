// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/httpexchange.h"

#include "networks/httprules.h"

#include <QNetworkReply>

#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

/// A body that can be read once. The transport repeats a request whose connection closed before an answer, unless it cannot
/// rewind the body: then it gives up, which is what a request that must not arrive twice needs.
class OneWayBody final : public QIODevice
{
public:
    OneWayBody(QByteArray bytes, QObject *parent) : QIODevice(parent), m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    bool reset() override { return false; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_position + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 count = std::min<qint64>(most, m_bytes.size() - m_position);
        if (count <= 0)
            return -1;
        std::memcpy(data, m_bytes.constData() + m_position, std::size_t(count));
        m_position += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_bytes;
    qint64 m_position = 0;
};

/// Errors of making the connection, before which no byte of a request is written.
bool isBeforeDeparture(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return true;
    default:
        return false;
    }
}

HttpResponse headOf(const QNetworkReply &reply)
{
    HttpResponse response;
    response.status = httprules::statusOf(reply);
    response.headers = reply.rawHeaderPairs();
    response.url = reply.url();
    return response;
}

} // namespace

HttpExchange::HttpExchange(const HttpRequest &request, const core::Clock &clock, QObject *parent)
    : QObject(parent), m_request(request), m_clock(clock)
{
    m_manager.setAutoDeleteReplies(false);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        end({.kind = ErrorKind::Timeout, .detail = u"no complete answer in time"_s});
    });
}

HttpExchange::~HttpExchange()
{
    httprules::drop(m_reply);
}

void HttpExchange::start()
{
    if (const std::optional<QString> objection = httprules::objectionTo(m_request.url, m_request.plainHttp))
        return end({.kind = ErrorKind::InvalidArgument, .detail = *objection});
    open();
    listen();
}

void HttpExchange::open()
{
    QNetworkRequest request = httprules::networkRequest(m_request, m_request.url);
    if (m_request.body.isEmpty()) {
        m_reply = m_manager.sendCustomRequest(request, m_request.verb);
    } else {
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
        m_reply = m_manager.sendCustomRequest(request, m_request.verb, new OneWayBody(m_request.body, this));
    }
    m_timer.start(m_request.timeout);
}

OnceExchange::OnceExchange(const HttpRequest &request, const core::Clock &clock, HttpClient::OnceCallback done,
                           QObject *parent)
    : HttpExchange(request, clock, parent), m_done(std::move(done))
{
}

void OnceExchange::listen()
{
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_hasLeft = true; });
    connect(m_reply, &QNetworkReply::readyRead, this, &OnceExchange::readSome);
    connect(m_reply, &QNetworkReply::finished, this, &OnceExchange::replyFinished);
}

void OnceExchange::end(const Error &reason)
{
    finish(fail(reason), m_reply ? Departure::Possible : Departure::Nothing);
}

void OnceExchange::readSome()
{
    const qint64 room = m_request.maxBodySize - m_answer.size();
    if (m_reply->bytesAvailable() > room)
        return end({.kind = ErrorKind::Network,
                    .detail = u"the answer is larger than %1 bytes"_s.arg(m_request.maxBodySize)});
    m_answer += m_reply->readAll();
}

void OnceExchange::replyFinished()
{
    if (!m_reply)
        return;
    readSome();
    if (!m_reply)
        return;
    HttpResponse response = headOf(*m_reply);
    const QNetworkReply::NetworkError error = m_reply->error();
    if (response.status == 0) {
        const bool isUnsent = !m_hasLeft && isBeforeDeparture(error);
        return finish(fail(httprules::errorWithoutAnswer(*m_reply)), isUnsent ? Departure::Nothing : Departure::Possible);
    }
    if (httprules::isSuccess(response.status) && error != QNetworkReply::NoError)
        return finish(fail(ErrorKind::Network, u"the answer broke off (Qt network error %1)"_s.arg(int(error))),
                      Departure::Possible);
    response.body = std::move(m_answer);
    finish(response, Departure::Possible);
}

void OnceExchange::finish(const Result<HttpResponse> &result, Departure departure)
{
    httprules::drop(std::exchange(m_reply, nullptr));
    m_timer.stop();
    if (const HttpClient::OnceCallback done = std::exchange(m_done, nullptr)) {
        emit ended();
        done(result, departure);
    }
}

StreamExchange::StreamExchange(const HttpRequest &request, const core::Clock &clock,
                               HttpClient::StreamCallbacks callbacks, QObject *parent)
    : HttpExchange(request, clock, parent), m_callbacks(std::move(callbacks))
{
}

void StreamExchange::listen()
{
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &StreamExchange::headArrived);
    connect(m_reply, &QNetworkReply::readyRead, this, &StreamExchange::readSome);
    connect(m_reply, &QNetworkReply::finished, this, &StreamExchange::replyFinished);
}

void StreamExchange::end(const Error &reason)
{
    httprules::drop(std::exchange(m_reply, nullptr));
    m_timer.stop();
    if (const auto done = std::exchange(m_callbacks.done, nullptr)) {
        emit ended();
        done(reason);
    }
}

void StreamExchange::headArrived()
{
    if (m_isOpen || !m_reply)
        return;
    const HttpResponse head = headOf(*m_reply);
    if (!httprules::isSuccess(head.status))
        return; // replyFinished() tells why
    m_isOpen = true;
    if (m_callbacks.opened)
        m_callbacks.opened(head);
}

void StreamExchange::readSome()
{
    headArrived();
    if (!m_reply)
        return;
    m_timer.start(m_request.timeout); // from here on the silence is measured
    const QByteArray bytes = m_reply->readAll();
    if (m_isOpen && !bytes.isEmpty() && m_callbacks.data)
        m_callbacks.data(bytes);
}

void StreamExchange::replyFinished()
{
    if (m_reply && m_reply->bytesAvailable() > 0)
        readSome();
    headArrived();
    if (!m_reply)
        return;
    const HttpResponse head = headOf(*m_reply);
    if (head.status != 0 && !httprules::isSuccess(head.status))
        return end(errorOfStatus(head, m_clock.now()));
    const bool isClean = m_isOpen && m_reply->error() == QNetworkReply::NoError;
    end(isClean ? Error{.kind = ErrorKind::Network, .detail = u"the stream has ended"_s}
                : httprules::errorWithoutAnswer(*m_reply));
}

} // namespace vigie::networks
