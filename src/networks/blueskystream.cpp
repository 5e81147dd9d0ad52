// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/blueskystream.h"

#include "networks/blueskyids.h"
#include "networks/httprules.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace vigie::networks
{
namespace
{

constexpr qsizetype kPostsPerPage = 500;
constexpr std::chrono::milliseconds kLongestHold = 500ms;
constexpr std::chrono::milliseconds kLongestSilence = 60s; ///< then we ask whether anybody is there
constexpr std::chrono::milliseconds kLongestPong = 20s;
constexpr quint64 kMostMessage = 1'000'000;
constexpr qint64 kOverlapUs = 5'000'000; ///< the first wire has no numbers: a little is heard twice, nothing is missed
constexpr qint64 kMovedUs = 60'000'000;  ///< the whole network is never silent for so long

core::Instant instantOfMicros(qint64 micros)
{
    return core::instantFromMillis(micros / 1000);
}

/// The rules for http hold for its sockets too: encrypted, or on this machine.
std::optional<QString> objectionToSocket(QUrl url)
{
    if (url.scheme() == u"wss" || url.scheme() == u"ws")
        url.setScheme(url.scheme() == u"wss" ? u"https"_s : u"http"_s);
    else
        url.setScheme(u"unknown"_s);
    return httprules::objectionTo(url, PlainHttp::LoopbackOnly);
}

} // namespace

BlueskyStream::BlueskyStream(QUrl url, const core::Clock &clock, QObject *parent)
    : Connector(parent)
    , m_url(std::move(url))
    , m_clock(clock)
    , m_isSecondWire(m_url.path().endsWith(u".subscribeEvents"))
{
    m_flush.setSingleShot(true);
    m_silence.setSingleShot(true);
    connect(&m_flush, &QTimer::timeout, this, &BlueskyStream::flush);
    connect(&m_silence, &QTimer::timeout, this, &BlueskyStream::silent);
}

BlueskyStream::~BlueskyStream()
{
    if (m_socket)
        m_socket->disconnect(this);
}

BlueskyStream::Position BlueskyStream::positionFrom(const Cursor &cursor)
{
    const QJsonObject object = QJsonDocument::fromJson(cursor).object();
    return {.timeUs = std::max<qint64>(object.value(u"time_us").toInteger(0), 0),
            .sequence = std::max<qint64>(object.value(u"seq").toInteger(0), 0)};
}

Cursor BlueskyStream::toCursor(const Position &position)
{
    QJsonObject object{{u"time_us"_s, position.timeUs}};
    if (position.sequence > 0)
        object.insert(u"seq"_s, position.sequence);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void BlueskyStream::fetch(const Cursor &)
{
    if (m_fetch)
        return;
    m_fetch = ++m_fetches;
    QMetaObject::invokeMethod(
        this,
        [this, number = m_fetches] {
            if (m_fetch != number)
                return;
            m_fetch.reset();
            emit fetched(Page());
        },
        Qt::QueuedConnection);
}

void BlueskyStream::cancel()
{
    if (std::exchange(m_fetch, std::nullopt)) {
        QMetaObject::invokeMethod(
            this, [this] { emit fetched(fail(ErrorKind::Cancelled, u"cancelled"_s)); }, Qt::QueuedConnection);
    }
    if (m_socket) {
        QMetaObject::invokeMethod(
            this, [this] { end({.kind = ErrorKind::Cancelled, .detail = u"cancelled"_s}); }, Qt::QueuedConnection);
    }
}

void BlueskyStream::stream(const Cursor &since)
{
    if (m_socket)
        return;
    m_asked = m_position = positionFrom(since);
    m_isFirst = true;
    m_wasOutdated = false;
    open(m_isSecondWire && m_asked.sequence > 0 ? Resume::ByNumber : Resume::ByTime);
}

QUrl BlueskyStream::addressFor(Resume resume) const
{
    QUrlQuery query(m_url);
    if (m_isSecondWire) {
        query.addQueryItem(u"kinds"_s, u"commit"_s);
        query.addQueryItem(u"kinds"_s, u"account"_s);
        query.addQueryItem(u"collections"_s, kBlueskyPost.toString());
    } else {
        query.addQueryItem(u"wantedCollections"_s, kBlueskyPost.toString());
    }
    if (m_isSecondWire && resume == Resume::ByNumber)
        query.addQueryItem(u"cursor"_s, QString::number(m_asked.sequence));
    else if (m_asked.timeUs > kOverlapUs)
        query.addQueryItem(u"cursor"_s, QString::number(m_asked.timeUs - kOverlapUs));
    QUrl url = m_url;
    url.setQuery(query);
    return url;
}

void BlueskyStream::open(Resume resume)
{
    m_resume = resume;
    m_isOpen = false;
    m_isPinged = false;
    m_socket = std::make_unique<QWebSocket>();
    m_socket->setMaxAllowedIncomingMessageSize(kMostMessage);
    m_socket->setMaxAllowedIncomingFrameSize(kMostMessage);
    connect(m_socket.get(), &QWebSocket::connected, this, &BlueskyStream::opened);
    connect(m_socket.get(), &QWebSocket::disconnected, this, &BlueskyStream::broke);
    connect(m_socket.get(), QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error), this, &BlueskyStream::broke);
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this,
            [this](const QString &message) { received(message.toUtf8()); });
    connect(m_socket.get(), &QWebSocket::pong, this, [this] {
        m_isPinged = false;
        m_silence.start(kLongestSilence);
    });
    m_silence.start(kLongestSilence);
    if (const auto objection = objectionToSocket(m_url)) {
        QMetaObject::invokeMethod(
            this, [this, reason = *objection] { end({.kind = ErrorKind::InvalidArgument, .detail = reason}); },
            Qt::QueuedConnection);
        return;
    }
    QWebSocketHandshakeOptions options;
    if (m_isSecondWire)
        options.setSubprotocols({u"xrpc.v1.json"_s});
    m_socket->open(addressFor(resume), options);
}

void BlueskyStream::opened()
{
    m_isOpen = true;
    emit streamOpened();
}

void BlueskyStream::broke()
{
    if (!m_socket)
        return;
    // The second wire refuses a number that it has forgotten before the stream begins, and moves a time instead.
    if (!m_isOpen && m_resume == Resume::ByNumber) {
        m_socket.release()->deleteLater();
        return open(Resume::ByTime);
    }
    const int code = int(m_socket->error());
    end({.kind = ErrorKind::Network,
         .detail = m_isOpen ? u"the stream has ended"_s : u"no answer (Qt network error %1)"_s.arg(code)});
}

void BlueskyStream::received(const QByteArray &message)
{
    m_isPinged = false;
    m_silence.start(kLongestSilence);
    Result<JetstreamEvent> event = parseJetstreamEvent(message, m_clock.now());
    if (!event)
        return; // one that cannot be read is no reason to lose all others
    if (event->kind == JetstreamEvent::Kind::Refused)
        return end({.kind = ErrorKind::Network, .detail = u"the server answers %1"_s.arg(event->reason)});
    if (event->kind == JetstreamEvent::Kind::Outdated) {
        m_wasOutdated = true;
        return;
    }
    checkPosition(*event);
    m_position = {.timeUs = std::max(event->timeUs, m_position.timeUs),
                  .sequence = std::max(event->sequence, m_position.sequence)};
    m_hasNews = true;
    if (event->post)
        m_page.posts.push_back(std::move(*event->post));
    else if (!event->gone.isEmpty())
        m_page.deleted.append(event->gone);
    if (qsizetype(m_page.posts.size()) >= kPostsPerPage)
        flush();
    else if (!m_flush.isActive())
        m_flush.start(kLongestHold);
}

/// The first event tells whether we are where we asked to be.
void BlueskyStream::checkPosition(const JetstreamEvent &event)
{
    if (!std::exchange(m_isFirst, false) || m_asked.timeUs == 0 || event.timeUs == 0)
        return;
    // The first wire moves a cursor without a word.
    const bool wasMoved = m_wasOutdated || (!m_isSecondWire && event.timeUs - m_asked.timeUs > kMovedUs);
    if (wasMoved && event.timeUs > m_asked.timeUs)
        m_page.gaps.push_back({instantOfMicros(m_asked.timeUs), instantOfMicros(event.timeUs),
                               u"the stream does not reach back so far"_s});
}

void BlueskyStream::flush()
{
    m_flush.stop();
    if (!std::exchange(m_hasNews, false))
        return;
    m_page.next = toCursor(m_position);
    emit streamed(std::exchange(m_page, {}));
}

void BlueskyStream::silent()
{
    if (!m_isOpen || std::exchange(m_isPinged, true))
        return end({.kind = ErrorKind::Timeout, .detail = u"no complete answer in time"_s});
    m_socket->ping();
    m_silence.start(kLongestPong);
}

void BlueskyStream::end(const Error &reason)
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket.release()->deleteLater(); // we may be in one of its signals
    m_silence.stop();
    flush();
    emit streamEnded(reason);
}

} // namespace vigie::networks
