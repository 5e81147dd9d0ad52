// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/webhookserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using networks::WebhookServer;

namespace
{

const QByteArray kSecret = "s3cret";
const QByteArray kPost = R"({"network":"forum","id":"1","text":"Bonjour","posted_at":"2026-01-31T08:00:00Z"})";
constexpr qint64 kNow = 1769847125;

struct Delivery {
    QByteArray method = "POST";
    QByteArray path = "/in";
    QByteArray body = kPost;
    qint64 time = kNow;
    QByteArray secret = kSecret;
    QByteArray id = "d-1";
    QByteArray more = {}; ///< headers

    [[nodiscard]] QByteArray bytes() const
    {
        const QByteArray at = QByteArray::number(time);
        return method + ' ' + path + " HTTP/1.1\r\nHost: x\r\nX-Vigie-Timestamp: " + at + "\r\nX-Vigie-Signature: "
               + networks::webhookSignature(secret, at, body) + "\r\nX-Vigie-Delivery: " + id + "\r\n" + more
               + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
};

} // namespace

class WebhookServerTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_server.reset(); }
    void theSignatureIsThatOfTheContract();
    void aSignedDeliveryIsTakenAndAnsweredOnceStored();
    void listsAndLinesAreTakenAndTheirBadOnesNamed();
    void whatIsNotBelievedIsRefused_data();
    void whatIsNotBelievedIsRefused();
    void whatIsNoDeliveryIsRefused_data();
    void whatIsNoDeliveryIsRefused();
    void anyBytesAreAnsweredOrCut_data();
    void anyBytesAreAnsweredOrCut();
    void aSlowDripIsCutOff();
    void aLargeBodyIsRefusedBeforeItIsRead();
    void moreVisitorsThanAllowedAreTurnedAway();
    void whatCannotBeStoredIsToBeSentAgain();
    void aVisitorWhoLeavesEarlyIsNoMatter();
    void withoutASecretItDoesNotListen();

private:
    /// All that comes back until the other side closes.
    QByteArray talk(const QByteArray &bytes)
    {
        QTcpSocket socket;
        QByteArray answer;
        bool isClosed = false;
        connect(&socket, &QTcpSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
        connect(&socket, &QTcpSocket::disconnected, &socket, [&] { isClosed = true; });
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        socket.write(bytes);
        [&isClosed] { QTRY_VERIFY(isClosed); }();
        return answer;
    }
    static int statusOf(const QByteArray &answer) { return answer.split(' ').value(1).toInt(); }
    static QJsonObject bodyOf(const QByteArray &answer)
    {
        return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
    }
    void start(networks::WebhookSettings settings)
    {
        m_server = std::make_unique<WebhookServer>(
            std::move(settings), m_clock,
            [this](const QByteArray &id, networks::DeliveredPosts posts, const WebhookServer::Settle &settle) {
                m_ids << id;
                const int count = int(posts.posts.size());
                m_settle = settle;
                if (m_isHeld)
                    return;
                QTimer::singleShot(0, this, [this, settle, count] {
                    settle(m_isBroken ? Result<int>(fail(ErrorKind::Database, u"full"_s)) : Result<int>(count));
                });
            });
        const auto port = m_server->listen();
        QVERIFY(port);
        m_port = *port;
    }

    core::ManualClock m_clock{core::instantFromMillis(kNow * 1000)};
    std::unique_ptr<WebhookServer> m_server;
    quint16 m_port = 0;
    QList<QByteArray> m_ids;
    WebhookServer::Settle m_settle;
    bool m_isBroken = false;
    bool m_isHeld = false;
};

void WebhookServerTest::init()
{
    m_ids.clear();
    m_isBroken = false;
    m_isHeld = false;
    start({.secret = kSecret, .path = "/in", .maxBodySize = 10'000, .patience = 400ms, .maxConnections = 3});
}

void WebhookServerTest::theSignatureIsThatOfTheContract()
{
    // printf '1769847125.{}' | openssl dgst -sha256 -hmac key
    QCOMPARE(networks::webhookSignature("key", "1769847125", "{}"),
             "sha256=a26d8057dee60ca0014d3d60d3c7eb05ab4452034a4c9bb6742b7a9e78c4eac2");
}

void WebhookServerTest::aSignedDeliveryIsTakenAndAnsweredOnceStored()
{
    const QByteArray answer = talk(Delivery().bytes());
    QCOMPARE(statusOf(answer), 200);
    QCOMPARE(bodyOf(answer).value(u"stored"_s).toInt(), 1);
    QCOMPARE(m_ids, QList<QByteArray>{"d-1"});
    QVERIFY(talk(Delivery{.more = "Expect: 100-continue\r\n"}.bytes()).startsWith("HTTP/1.1 100 "));
    QCOMPARE(statusOf(talk(Delivery{.path = "/in?x=1"}.bytes())), 200);
}

void WebhookServerTest::listsAndLinesAreTakenAndTheirBadOnesNamed()
{
    const QByteArray other = QByteArray(kPost).replace("\"1\"", "\"9007199254740993\"");
    const QJsonObject list = bodyOf(talk(Delivery{.body = "[" + kPost + ",{\"id\":7}," + other + "]"}.bytes()));
    QCOMPARE(list.value(u"stored"_s).toInt(), 2);
    QCOMPARE(list.value(u"rejected"_s).toInt(), 1);
    QCOMPARE(list.value(u"rejects"_s)[0][u"line"_s].toInt(), 2);
    const QJsonObject lines = bodyOf(talk(Delivery{.body = kPost + "\n\nnonsense\n" + other + "\n"}.bytes()));
    QCOMPARE(lines.value(u"stored"_s).toInt(), 2);
    QCOMPARE(lines.value(u"rejects"_s)[0][u"line"_s].toInt(), 3);
    const QByteArray spread = QJsonDocument::fromJson(kPost).toJson(QJsonDocument::Indented);
    QCOMPARE(bodyOf(talk(Delivery{.body = spread}.bytes())).value(u"stored"_s).toInt(), 1);
}

void WebhookServerTest::whatIsNotBelievedIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("another secret") << Delivery{.secret = "other"}.bytes();
    QTest::newRow("another body") << Delivery().bytes().replace("Bonjour", "Bonsoir");
    QTest::newRow("another time") << Delivery().bytes().replace("1769847125", "1769847126");
    QTest::newRow("no signature") << Delivery().bytes().replace("X-Vigie-Signature", "X-Other");
    QTest::newRow("no time") << Delivery().bytes().replace("X-Vigie-Timestamp", "X-Other");
    QTest::newRow("a day old") << Delivery{.time = kNow - 86'400}.bytes();
    QTest::newRow("just too old") << Delivery{.time = kNow - 301}.bytes();
    QTest::newRow("just too new") << Delivery{.time = kNow + 301}.bytes();
    QTest::newRow("a huge time") << Delivery{.time = std::numeric_limits<qint64>::max()}.bytes();
}

void WebhookServerTest::whatIsNotBelievedIsRefused()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(statusOf(talk(bytes)), 401);
    QVERIFY(m_ids.isEmpty());
    QCOMPARE(statusOf(talk(Delivery{.time = kNow - 299}.bytes())), 200);
    QCOMPARE(statusOf(talk(Delivery{.time = kNow + 299}.bytes())), 200);
}

void WebhookServerTest::whatIsNoDeliveryIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("GET") << Delivery{.method = "GET"}.bytes() << 405;
    QTest::newRow("another place") << Delivery{.path = "/"}.bytes() << 404;
    QTest::newRow("no length") << Delivery().bytes().replace("Content-Length", "X-Other") << 411;
    QTest::newRow("chunked") << Delivery{.more = "Transfer-Encoding: chunked\r\n"}.bytes() << 411;
    QTest::newRow("a negative length") << Delivery().bytes().replace("Content-Length: ", "Content-Length: -") << 411;
    QTest::newRow("two lengths") << Delivery{.more = "Content-Length: 3\r\n"}.bytes() << 400;
    QTest::newRow("no id") << Delivery{.id = ""}.bytes() << 400;
    QTest::newRow("an id of another kind") << Delivery{.id = "a b"}.bytes() << 400;
    QTest::newRow("no JSON") << Delivery{.body = "hello"}.bytes() << 400;
    QTest::newRow("no post") << Delivery{.body = "{}"}.bytes() << 400;
    QTest::newRow("an empty list") << Delivery{.body = "[]"}.bytes() << 400;
    QTest::newRow("an empty body") << Delivery{.body = ""}.bytes() << 400;
    QTest::newRow("an id that is a number")
        << Delivery{.body = QByteArray(kPost).replace("\"1\"", "1.23E+18")}.bytes() << 400;
    QTest::newRow("nested deeply") << Delivery{.body = QByteArray("[").repeated(5000)}.bytes() << 400;
}

void WebhookServerTest::whatIsNoDeliveryIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QCOMPARE(statusOf(talk(bytes)), status);
    QVERIFY(m_ids.isEmpty());
}

void WebhookServerTest::anyBytesAreAnsweredOrCut_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << 400;
    QTest::newRow("TLS") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11) << 408;
    QTest::newRow("HTTP/2") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 400;
    QTest::newRow("a folded header") << QByteArray("POST /in HTTP/1.1\r\nA: b\r\n c\r\n\r\n") << 400;
    QTest::newRow("a header without a colon") << QByteArray("POST /in HTTP/1.1\r\nabc\r\n\r\n") << 400;
    QTest::newRow("a head without end") << "POST /in HTTP/1.1\r\nA: " + QByteArray(40'000, 'a') << 431;
    QTest::newRow("too many headers") << "POST /in HTTP/1.1\r\n" + QByteArray("A: b\r\n").repeated(200) + "\r\n" << 400;
    QTest::newRow("nothing") << QByteArray() << 408;
}

void WebhookServerTest::anyBytesAreAnsweredOrCut()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QCOMPARE(statusOf(talk(bytes)), status);
}

void WebhookServerTest::aSlowDripIsCutOff()
{
    QTcpSocket socket;
    QByteArray answer;
    connect(&socket, &QTcpSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
    socket.connectToHost(QHostAddress::LocalHost, m_port);
    const QByteArray bytes = Delivery().bytes();
    QTimer drip;
    int sent = 0;
    connect(&drip, &QTimer::timeout, &socket, [&] { socket.write(bytes.mid(sent++, 1)); });
    drip.start(20ms);
    QTRY_COMPARE(statusOf(answer), 408);
    QVERIFY(sent < bytes.size());
    QVERIFY(m_ids.isEmpty());
}

void WebhookServerTest::aLargeBodyIsRefusedBeforeItIsRead()
{
    QCOMPARE(statusOf(talk(Delivery{.body = QByteArray(2'000'000, 'a')}.bytes())), 413);
    QCOMPARE(statusOf(talk(Delivery().bytes().replace("Content-Length: ", "Content-Length: 99999999999"))), 413);
}

void WebhookServerTest::moreVisitorsThanAllowedAreTurnedAway()
{
    QTcpSocket idle[3];
    for (QTcpSocket &socket : idle) {
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        QVERIFY(socket.waitForConnected(1000));
    }
    QCOMPARE(statusOf(talk(Delivery().bytes())), 503);
    for (QTcpSocket &socket : idle)
        socket.abort();
    QTRY_COMPARE(statusOf(talk(Delivery().bytes())), 200);
}

void WebhookServerTest::whatCannotBeStoredIsToBeSentAgain()
{
    m_isBroken = true;
    const QByteArray answer = talk(Delivery().bytes());
    QCOMPARE(statusOf(answer), 503);
    QVERIFY(answer.contains("Retry-After: "));
}

void WebhookServerTest::aVisitorWhoLeavesEarlyIsNoMatter()
{
    m_isHeld = true;
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_port);
    socket.write(Delivery().bytes());
    QTRY_COMPARE(m_ids.size(), 1);
    socket.abort();
    QTest::qWait(50);
    m_settle(1);
    m_isHeld = false;
    QCOMPARE(statusOf(talk(Delivery().bytes())), 200);
    m_isHeld = true;
    socket.connectToHost(QHostAddress::LocalHost, m_port);
    socket.write(Delivery().bytes());
    QTRY_COMPARE(m_ids.size(), 3);
    m_server.reset(); // the server, too
    m_settle(1);
}

void WebhookServerTest::withoutASecretItDoesNotListen()
{
    WebhookServer server({}, m_clock, {});
    QVERIFY(!server.listen());
}

QTEST_GUILESS_MAIN(WebhookServerTest)
#include "tst_webhookserver.moc"
