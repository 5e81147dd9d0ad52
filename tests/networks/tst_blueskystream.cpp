// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/blueskystream.h"
#include "networks/httpclient.h"
#include "networks/networks.h"

#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using networks::BlueskyStream;
using networks::Connector;
using networks::Cursor;
using networks::Page;

namespace
{

constexpr qint64 kNowUs = 1769847125000000;

QStringList lines(const QString &name)
{
    QFile file(QStringLiteral(VIGIE_FIXTURES "/bluesky/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
                                          : QStringList();
}

/// A post of the first wire, seen then.
QString written(qint64 timeUs, const QString &key = u"3mq2222222222"_s)
{
    return u"{\"did\":\"did:plc:abc\",\"time_us\":%1,\"kind\":\"commit\",\"commit\":{\"operation\":\"create\","
           "\"collection\":\"app.bsky.feed.post\",\"rkey\":\"%2\",\"record\":{\"text\":\"Bonjour\"}}}"_s.arg(timeUs)
        .arg(key);
}

/// Takes one connection after the other.
class FakeJetstream
{
public:
    FakeJetstream()
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("the fake stream cannot listen on loopback");
        QObject::connect(&m_server, &QWebSocketServer::newConnection, &m_server, [this] {
            m_socket.reset(m_server.nextPendingConnection());
            asked.append(m_socket->requestUrl());
            QObject::connect(m_socket.get(), &QWebSocket::textMessageReceived, &m_server, [this] { ++heard; });
        });
    }
    [[nodiscard]] QUrl url(const QString &path) const
    {
        return QUrl(u"ws://127.0.0.1:%1%2"_s.arg(m_server.serverPort()).arg(path));
    }
    void tell(const QString &message) { m_socket->sendTextMessage(message); }
    void drop() { m_socket->abort(); }
    [[nodiscard]] bool isOpen() const { return m_socket && m_socket->isValid(); }

    QList<QUrl> asked;
    int heard = 0;

private:
    QWebSocketServer m_server{u"jetstream"_s, QWebSocketServer::NonSecureMode};
    std::unique_ptr<QWebSocket> m_socket;
};

/// What a stream told.
struct Told {
    explicit Told(Connector &stream)
    {
        QObject::connect(&stream, &Connector::streamOpened, &context, [this] { ++opened; });
        QObject::connect(&stream, &Connector::streamed, &context, [this](const Page &page) { pages.push_back(page); });
        QObject::connect(&stream, &Connector::streamEnded, &context, [this](const Error &reason) { ends.push_back(reason); });
    }
    [[nodiscard]] Page all() const
    {
        Page sum;
        for (const Page &page : pages) {
            sum.posts.insert(sum.posts.end(), page.posts.begin(), page.posts.end());
            sum.deleted += page.deleted;
            sum.gaps.insert(sum.gaps.end(), page.gaps.begin(), page.gaps.end());
            sum.next = page.next;
        }
        return sum;
    }

    int opened = 0;
    std::vector<Page> pages;
    std::vector<Error> ends;
    QObject context;
};

} // namespace

class BlueskyStreamTest : public QObject
{
    Q_OBJECT

private slots:
    void postsArriveInPagesWithTheirCursor();
    void theFirstWireGoesOnALittleBefore();
    void aCursorMovedWithoutAWordIsAGap();
    void aShortSilenceIsNoGap();
    void theSecondWireGoesOnByItsNumber();
    void aForgottenNumberIsAskedAgainByTime();
    void whatTheServerSaysAtTheEndIsTold();
    void aBrokenConnectionEndsTheStreamOnce();
    void nobodyThereEndsTheStream();
    void brokenMessagesAreNoReasonToLeave();
    void anOversizedMessageEndsTheStream();
    void unencryptedStreamsAreForThisMachine_data();
    void unencryptedStreamsAreForThisMachine();
    void cancellingEndsOnceAndKeepsWhatHasArrived();
    void fetchingBringsNothingOnce();
    void thePositionSurvivesItsCursor();

private:
    core::ManualClock m_clock{core::instantFromMillis(kNowUs / 1000)};
};

void BlueskyStreamTest::postsArriveInPagesWithTheirCursor()
{
    FakeJetstream server;
    networks::HttpClient http(m_clock);
    const networks::ReadTask task{
        .network = u"bluesky"_s, .what = networks::ReadTask::What::Firehose, .url = server.url(u"/subscribe"_s)};
    const std::unique_ptr<Connector> stream(networks::makeReader(task, nullptr, http, m_clock, nullptr));
    QVERIFY(stream && stream->canStream());
    Told told(*stream);
    stream->stream({});
    stream->stream({}); // one at a time
    QTRY_COMPARE(told.opened, 1);
    QCOMPARE(server.asked, QList<QUrl>{server.url(u"/subscribe?wantedCollections=app.bsky.feed.post"_s)});
    for (const QString &line : lines(u"jetstream-v1.jsonl"_s))
        server.tell(line);
    QTRY_COMPARE(told.all().posts.size(), 2u);
    QTRY_COMPARE(told.all().deleted.size(), 2);
    QCOMPARE(told.pages.size(), 1u); // together, and not one by one
    QCOMPARE(told.all().posts[0].text, u"Quelqu'un a des nouvelles de la panne ?"_s);
    QCOMPARE(told.all().deleted, (QStringList{u"at://did:plc:cccccccccccccccccccccccc/app.bsky.feed.post/3mqkkkkkkkkkk"_s,
                                              u"at://did:plc:cccccccccccccccccccccccc"_s}));
    QVERIFY(told.all().next);
    QCOMPARE(BlueskyStream::positionFrom(*told.all().next).timeUs, kNowUs + 7000);
    QCOMPARE(server.heard, 0);
    QCOMPARE(server.asked.size(), 1);
}

void BlueskyStreamTest::theFirstWireGoesOnALittleBefore()
{
    FakeJetstream server;
    BlueskyStream stream(server.url(u"/subscribe"_s), m_clock, nullptr);
    Told told(stream);
    stream.stream(BlueskyStream::toCursor({.timeUs = kNowUs}));
    QTRY_COMPARE(told.opened, 1);
    QCOMPARE(QUrlQuery(server.asked[0]).queryItemValue(u"cursor"_s), QString::number(kNowUs - 5'000'000));
    server.tell(written(kNowUs - 4'000'000));
    server.tell(written(kNowUs + 1'000'000, u"3mq3333333333"_s));
    QTRY_COMPARE(told.all().posts.size(), 2u);
    QVERIFY(told.all().gaps.empty());
    QCOMPARE(BlueskyStream::positionFrom(*told.all().next).timeUs, kNowUs + 1'000'000);
}

void BlueskyStreamTest::aCursorMovedWithoutAWordIsAGap()
{
    FakeJetstream server;
    BlueskyStream stream(server.url(u"/subscribe"_s), m_clock, nullptr);
    Told told(stream);
    const qint64 before = kNowUs - 3 * 86'400'000'000; // three days; the server keeps one and a half
    stream.stream(BlueskyStream::toCursor({.timeUs = before}));
    QTRY_COMPARE(told.opened, 1);
    const qint64 floor = kNowUs - 129'600'000'000;
    server.tell(written(floor));
    server.tell(written(floor + 90'000'000, u"3mq3333333333"_s));
    QTRY_COMPARE(told.all().posts.size(), 2u);
    QCOMPARE(told.all().gaps.size(), 1u);
    QCOMPARE(told.all().gaps[0].from, core::instantFromMillis(before / 1000));
    QCOMPARE(told.all().gaps[0].to, core::instantFromMillis(floor / 1000));
}

void BlueskyStreamTest::aShortSilenceIsNoGap()
{
    FakeJetstream server;
    BlueskyStream stream(server.url(u"/subscribe"_s), m_clock, nullptr);
    Told told(stream);
    stream.stream(BlueskyStream::toCursor({.timeUs = kNowUs}));
    QTRY_COMPARE(told.opened, 1);
    server.tell(written(kNowUs + 30'000'000));
    QTRY_COMPARE(told.all().posts.size(), 1u);
    QVERIFY(told.all().gaps.empty());
}

void BlueskyStreamTest::theSecondWireGoesOnByItsNumber()
{
    const QString path = u"/xrpc/network.bsky.jetstream.subscribeEvents"_s;
    FakeJetstream server;
    BlueskyStream stream(server.url(path), m_clock, nullptr);
    Told told(stream);
    stream.stream(BlueskyStream::toCursor({.timeUs = kNowUs - 3'600'000'000, .sequence = 100}));
    QTRY_COMPARE(told.opened, 1);
    QCOMPARE(server.asked[0].query(), u"kinds=commit&kinds=account&collections=app.bsky.feed.post&cursor=100"_s);
    const QStringList all = lines(u"jetstream-v2.jsonl"_s);
    for (const QString &line : all.mid(1, all.size() - 2)) // without the notice before and the end
        server.tell(line);
    QTRY_COMPARE(told.all().posts.size(), 2u);
    QTRY_COMPARE(told.all().deleted.size(), 2);
    QVERIFY(told.all().gaps.empty()); // numbers have no holes that time could show
    QCOMPARE(BlueskyStream::positionFrom(*told.all().next).sequence, 107);
}

void BlueskyStreamTest::aForgottenNumberIsAskedAgainByTime()
{
    // Refuses the first connection as HTTP does, before there is a stream; a real one takes the second.
    QTcpServer door;
    QVERIFY(door.listen(QHostAddress::LocalHost));
    FakeJetstream server;
    const quint16 behind = quint16(server.url({}).port());
    QByteArrayList heads;
    connect(&door, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *const socket = door.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [&heads, socket, behind, this] {
            const QByteArray bytes = socket->readAll();
            if (auto *const onward = socket->findChild<QTcpSocket *>()) {
                onward->write(bytes);
                return;
            }
            heads.append(bytes.left(bytes.indexOf("\r\n")));
            if (heads.size() == 1) {
                socket->write("HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: 24\r\n\r\n"
                              "{\"error\":\"CursorTooOld\"}");
                socket->disconnectFromHost();
                return;
            }
            auto *const onward = new QTcpSocket(socket);
            connect(onward, &QTcpSocket::readyRead, this, [onward, socket] { socket->write(onward->readAll()); });
            connect(onward, &QTcpSocket::disconnected, socket, &QTcpSocket::disconnectFromHost);
            onward->connectToHost(QHostAddress::LocalHost, behind);
            onward->write(bytes);
        });
    });
    BlueskyStream stream(
        QUrl(u"ws://127.0.0.1:%1/xrpc/network.bsky.jetstream.subscribeEvents"_s.arg(door.serverPort())), m_clock, nullptr);
    Told told(stream);
    const qint64 before = kNowUs - 864'000'000'000;
    stream.stream(BlueskyStream::toCursor({.timeUs = before, .sequence = 5}));
    QTRY_COMPARE(told.opened, 1);
    QCOMPARE(heads.size(), 2);
    QVERIFY(heads[0].contains("cursor=5 "));
    QVERIFY(heads[1].contains("cursor=" + QByteArray::number(before - 5'000'000) + " "));
    for (const QString &line : lines(u"jetstream-v2.jsonl"_s).mid(0, 2)) // the notice, and the first event
        server.tell(line);
    QTRY_COMPARE(told.all().posts.size(), 1u);
    QCOMPARE(told.all().gaps.size(), 1u);
    QCOMPARE(told.all().gaps[0].from, core::instantFromMillis(before / 1000));
    QCOMPARE(told.all().gaps[0].to, core::instantFromMillis(kNowUs / 1000));
    QVERIFY(told.ends.empty());
}

void BlueskyStreamTest::whatTheServerSaysAtTheEndIsTold()
{
    FakeJetstream server;
    BlueskyStream stream(server.url(u"/xrpc/network.bsky.jetstream.subscribeEvents"_s), m_clock, nullptr);
    Told told(stream);
    stream.stream({});
    QTRY_COMPARE(told.opened, 1);
    for (const QString &line : lines(u"jetstream-v2.jsonl"_s))
        server.tell(line);
    QTRY_COMPARE(told.ends.size(), 1u);
    QCOMPARE(told.ends[0].detail, u"the server answers ConsumerTooSlow"_s);
    QCOMPARE(told.all().posts.size(), 2u); // nothing of what came before is lost
}

void BlueskyStreamTest::aBrokenConnectionEndsTheStreamOnce()
{
    FakeJetstream server;
    BlueskyStream stream(server.url(u"/subscribe"_s), m_clock, nullptr);
    Told told(stream);
    stream.stream({});
    QTRY_COMPARE(told.opened, 1);
    server.tell(written(kNowUs));
    QTest::qWait(50);
    server.drop();
    QTRY_COMPARE(told.ends.size(), 1u);
    QCOMPARE(told.ends[0].kind, ErrorKind::Network);
    QCOMPARE(told.all().posts.size(), 1u);
    // The same connector streams again.
    stream.stream(*told.all().next);
    QTRY_COMPARE(told.opened, 2);
    QTest::qWait(20);
    QCOMPARE(told.ends.size(), 1u);
}

void BlueskyStreamTest::nobodyThereEndsTheStream()
{
    quint16 port = 0;
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        port = closed.serverPort();
    }
    BlueskyStream stream(QUrl(u"ws://127.0.0.1:%1/subscribe"_s.arg(port)), m_clock, nullptr);
    Told told(stream);
    stream.stream({});
    QCOMPARE(told.ends.size(), 0u);
    QTRY_COMPARE(told.ends.size(), 1u);
    QCOMPARE(told.opened, 0);
    QCOMPARE(told.ends[0].kind, ErrorKind::Network);
}

void BlueskyStreamTest::brokenMessagesAreNoReasonToLeave()
{
    FakeJetstream server;
    BlueskyStream stream(server.url(u"/subscribe"_s), m_clock, nullptr);
    Told told(stream);
    stream.stream({});
    QTRY_COMPARE(told.opened, 1);
    for (const QString &message : {u""_s, u"{"_s, u"[]"_s, u"{\"did\":1}"_s, QString(5000, u'['), written(-1)})
        server.tell(message);
    server.tell(written(kNowUs));
    QTRY_COMPARE(told.all().posts.size(), 1u);
    QVERIFY(told.ends.empty());
}

void BlueskyStreamTest::anOversizedMessageEndsTheStream()
{
    FakeJetstream server;
    BlueskyStream stream(server.url(u"/subscribe"_s), m_clock, nullptr);
    Told told(stream);
    stream.stream({});
    QTRY_COMPARE(told.opened, 1);
    server.tell(QString(2'000'000, u'x'));
    QTRY_COMPARE(told.ends.size(), 1u);
}

void BlueskyStreamTest::unencryptedStreamsAreForThisMachine_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::newRow("elsewhere") << QUrl(u"ws://jetstream.exemple.org/subscribe"_s);
    QTest::newRow("http") << QUrl(u"http://127.0.0.1/subscribe"_s);
    QTest::newRow("file") << QUrl(u"file:///etc/passwd"_s);
    QTest::newRow("none") << QUrl();
}

void BlueskyStreamTest::unencryptedStreamsAreForThisMachine()
{
    QFETCH(QUrl, url);
    BlueskyStream stream(url, m_clock, nullptr);
    Told told(stream);
    stream.stream({});
    QCOMPARE(told.ends.size(), 0u);
    QTRY_COMPARE(told.ends.size(), 1u);
    QCOMPARE(told.ends[0].kind, ErrorKind::InvalidArgument);
}

void BlueskyStreamTest::cancellingEndsOnceAndKeepsWhatHasArrived()
{
    FakeJetstream server;
    BlueskyStream stream(server.url(u"/subscribe"_s), m_clock, nullptr);
    Told told(stream);
    stream.cancel();
    stream.stream({});
    QTRY_COMPARE(told.opened, 1);
    server.tell(written(kNowUs));
    QTest::qWait(50);
    stream.cancel();
    stream.cancel();
    QCOMPARE(told.ends.size(), 0u);
    QTRY_COMPARE(told.ends.size(), 1u);
    QCOMPARE(told.ends[0].kind, ErrorKind::Cancelled);
    QCOMPARE(told.all().posts.size(), 1u);
    QTRY_VERIFY(!server.isOpen());
    QCOMPARE(told.ends.size(), 1u);
}

void BlueskyStreamTest::fetchingBringsNothingOnce()
{
    BlueskyStream stream(QUrl(u"wss://jetstream.exemple.org/subscribe"_s), m_clock, nullptr);
    QSignalSpy spy(&stream, &Connector::fetched);
    stream.fetch({});
    stream.fetch({});
    QCOMPARE(spy.size(), 0);
    QTRY_COMPARE(spy.size(), 1);
    QCOMPARE(spy.at(0).at(0).value<Result<Page>>(), Result<Page>(Page()));
    stream.fetch({});
    stream.cancel();
    QTRY_COMPARE(spy.size(), 2);
    QCOMPARE(spy.at(1).at(0).value<Result<Page>>().error().kind, ErrorKind::Cancelled);
    QTest::qWait(20);
    QCOMPARE(spy.size(), 2);
}

void BlueskyStreamTest::thePositionSurvivesItsCursor()
{
    const BlueskyStream::Position position{.timeUs = kNowUs, .sequence = 9'007'199'254'740'993};
    const auto again = BlueskyStream::positionFrom(BlueskyStream::toCursor(position));
    QCOMPARE(again.timeUs, position.timeUs);
    QCOMPARE(again.sequence, position.sequence); // beyond what a double can tell apart
    for (const Cursor &odd : {Cursor(), Cursor("x"), Cursor(R"({"time_us":"1","seq":-4})"), Cursor("[1]")}) {
        QCOMPARE(BlueskyStream::positionFrom(odd).timeUs, 0);
        QCOMPARE(BlueskyStream::positionFrom(odd).sequence, 0);
    }
}

QTEST_GUILESS_MAIN(BlueskyStreamTest)
#include "tst_blueskystream.moc"
