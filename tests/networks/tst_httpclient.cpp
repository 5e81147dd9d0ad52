// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/failuretexts.h"
#include "networks/fakenetwork.h"
#include "networks/httpclient.h"

#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using networks::HttpClient;
using networks::HttpRequest;
using networks::HttpResponse;

namespace
{

/// What a callback got, and how often.
struct Outcome {
    int calls = 0;
    std::optional<Result<HttpResponse>> result;

    [[nodiscard]] HttpClient::Callback callback()
    {
        return [this](const Result<HttpResponse> &got) {
            ++calls;
            result = got;
        };
    }
    /// With this kind, and with a reason that can also be told in French.
    [[nodiscard]] bool failedWith(ErrorKind kind) const
    {
        if (!result || *result || result->error().kind != kind)
            return false;
        const QString &reason = result->error().detail;
        return kind == ErrorKind::Cancelled || networks::failureText(reason, core::Phrasebook(core::Language::French)) != reason;
    }
};

} // namespace

class HttpClientTest : public QObject
{
    Q_OBJECT

private slots:
    void anAnswerBringsStatusHeadersAndBody();
    void anErrorStatusKeepsItsNumber();
    void silenceEndsInATimeout();
    void aHangupIsANetworkError();
    void aServerThatIsNotThereIsSaidToBeSo();
    void aTruncatedBodyIsAnError();
    void aBodyThatIsTooLargeIsGivenUp();
    void redirectsAreFollowedAndPermanentOnesRemembered();
    void redirectsInACircleEnd();
    void anAddressThatIsNotForReadingIsRefused_data();
    void anAddressThatIsNotForReadingIsRefused();
    void aRedirectToAFileIsRefused();
    void theSecretStaysWithItsHost();
    void retryAfterIsReadAsSecondsAndAsDate();
    void aRateLimitCarriesItsWait();
    void cancellingAnswersOnce();
    void aGoneContextDropsTheCallback();
    void destroyingTheClientIsSafe();
    void requestsToOneHostRunOneAfterTheOther();
    void backoffDoublesWithinItsBounds();
    void aBodyIsSentWithItsVerb();
    void anErrorBodyIsHandedOverWhereItIsWanted();
    void whatIsSentOnceIsNotRepeatedAfterAHangup();
    void whatIsSentOnceSaysThatNothingLeft();
    void whatIsSentOnceFollowsNoRedirect();
    void whatIsSentOnceDoesNotWaitForReading();
    void limitsAreReadInEveryShape_data();
    void limitsAreReadInEveryShape();
    void aRouteWithNothingLeftIsLeftAlone();
    void aStreamHandsOverWhatArrives();
    void aStreamThatIsRefusedEndsWithTheStatus();
    void aStreamEndsWithItsContext();

private:
    core::ManualClock m_clock{core::instantFromMillis(1769847125000)}; // 2026-01-31T08:12:05Z
};

void HttpClientTest::anAnswerBringsStatusHeadersAndBody()
{
    FakeNetwork network;
    network.expect("/a?b=c", {.headers = {{"ETag", "\"1\""}}, .body = "bonjour"});
    HttpClient client(m_clock);
    Outcome outcome;
    client.send({.url = network.url(u"/a?b=c"_s), .headers = {{"X-Test", "1"}}}, this, outcome.callback());
    QCOMPARE(outcome.calls, 0);
    QTRY_COMPARE(outcome.calls, 1);
    QVERIFY(*outcome.result);
    QCOMPARE((*outcome.result)->status, 200);
    QCOMPARE((*outcome.result)->body, "bonjour");
    QCOMPARE((*outcome.result)->header("etag"), "\"1\"");
    QCOMPARE(network.requests().at(0).headers.value("x-test"), "1");
    network.verify();
}

void HttpClientTest::anErrorStatusKeepsItsNumber()
{
    FakeNetwork network;
    network.expect("/", {.status = 410});
    HttpClient client(m_clock);
    Outcome outcome;
    client.send({.url = network.url(u"/"_s)}, this, outcome.callback());
    QTRY_COMPARE(outcome.calls, 1);
    QVERIFY(outcome.failedWith(ErrorKind::NotFound));
    QCOMPARE(outcome.result->error().httpStatus, 410);
}

void HttpClientTest::silenceEndsInATimeout()
{
    FakeNetwork network;
    network.expect("/", {.kind = FakeAnswer::Kind::Silence});
    HttpClient client(m_clock);
    Outcome outcome;
    client.send({.url = network.url(u"/"_s), .timeout = 100ms}, this, outcome.callback());
    QTRY_COMPARE(outcome.calls, 1);
    QVERIFY(outcome.failedWith(ErrorKind::Timeout));
}

void HttpClientTest::aHangupIsANetworkError()
{
    FakeNetwork network;
    network.expect("/", {.kind = FakeAnswer::Kind::Hangup});
    network.expect("/", {.kind = FakeAnswer::Kind::Hangup}); // Qt itself tries a reset connection once more
    network.expect("/", {.kind = FakeAnswer::Kind::Hangup});
    HttpClient client(m_clock);
    Outcome outcome;
    client.send({.url = network.url(u"/"_s)}, this, outcome.callback());
    QTRY_COMPARE(outcome.calls, 1);
    QVERIFY(outcome.failedWith(ErrorKind::Network));
}

void HttpClientTest::aServerThatIsNotThereIsSaidToBeSo()
{
    QTcpServer nobody;
    QVERIFY(nobody.listen(QHostAddress::LocalHost));
    const QUrl closed(u"http://127.0.0.1:%1/"_s.arg(nobody.serverPort()));
    nobody.close();
    HttpClient client(m_clock);
    Outcome outcome;
    client.send({.url = closed}, this, outcome.callback());
    QTRY_COMPARE(outcome.calls, 1);
    QVERIFY(outcome.failedWith(ErrorKind::Network));
    QCOMPARE(outcome.result->error().detail, u"the server refuses the connection"_s);
}

void HttpClientTest::aTruncatedBodyIsAnError()
{
    FakeNetwork network;
    network.expect("/", {.kind = FakeAnswer::Kind::Truncated, .body = "<rss>"});
    HttpClient client(m_clock);
    Outcome outcome;
    client.send({.url = network.url(u"/"_s)}, this, outcome.callback());
    QTRY_COMPARE(outcome.calls, 1);
    QVERIFY(outcome.failedWith(ErrorKind::Network));
}

void HttpClientTest::aBodyThatIsTooLargeIsGivenUp()
{
    FakeNetwork network;
    network.expect("/", {.body = QByteArray(200'000, 'x')});
    HttpClient client(m_clock);
    Outcome outcome;
    client.send({.url = network.url(u"/"_s), .maxBodySize = 100'000}, this, outcome.callback());
    QTRY_COMPARE(outcome.calls, 1);
    QVERIFY(outcome.failedWith(ErrorKind::Network));
    QVERIFY(outcome.result->error().detail.contains(u"larger"_s));
}

void HttpClientTest::redirectsAreFollowedAndPermanentOnesRemembered()
{
    FakeNetwork network;
    network.expect("/a", {.status = 301, .headers = {{"Location", "/b"}}});
    network.expect("/b", {.status = 302, .headers = {{"Location", "/c"}}});
    network.expect("/c", {.status = 308, .headers = {{"Location", "/d"}}});
    network.expect("/d", {.body = "ok"});
    HttpClient client(m_clock);
    Outcome outcome;
    client.send({.url = network.url(u"/a"_s)}, this, outcome.callback());
    QTRY_COMPARE(outcome.calls, 1);
    QVERIFY(*outcome.result);
    QCOMPARE((*outcome.result)->url, network.url(u"/d"_s));
    QCOMPARE((*outcome.result)->permanentUrl, network.url(u"/b"_s)); // what follows a temporary move is temporary
    network.verify();
}

void HttpClientTest::redirectsInACircleEnd()
{
    FakeNetwork network;
    for (int i = 0; i < 6; ++i)
        network.expect("/a", {.status = 302, .headers = {{"Location", "/a"}}});
    HttpClient client(m_clock);
    Outcome outcome;
    client.send({.url = network.url(u"/a"_s)}, this, outcome.callback());
    QTRY_COMPARE(outcome.calls, 1);
    QVERIFY(outcome.failedWith(ErrorKind::Network));
    network.verify();
}

void HttpClientTest::anAddressThatIsNotForReadingIsRefused_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::newRow("file") << QUrl(u"file:///etc/passwd"_s);
    QTest::newRow("plain http") << QUrl(u"http://example.org/"_s);
    QTest::newRow("empty") << QUrl();
    QTest::newRow("relative") << QUrl(u"/feed"_s);
}

void HttpClientTest::anAddressThatIsNotForReadingIsRefused()
{
    QFETCH(QUrl, url);
    HttpClient client(m_clock);
    Outcome outcome;
    client.send({.url = url}, this, outcome.callback());
    QCOMPARE(outcome.calls, 0);
    QTRY_COMPARE(outcome.calls, 1);
    QVERIFY(outcome.failedWith(ErrorKind::InvalidArgument));
}

void HttpClientTest::aRedirectToAFileIsRefused()
{
    FakeNetwork network;
    network.expect("/", {.status = 302, .headers = {{"Location", "file:///etc/passwd"}}});
    HttpClient client(m_clock);
    Outcome outcome;
    client.send({.url = network.url(u"/"_s)}, this, outcome.callback());
    QTRY_COMPARE(outcome.calls, 1);
    QVERIFY(outcome.failedWith(ErrorKind::Network));
}

void HttpClientTest::theSecretStaysWithItsHost()
{
    FakeNetwork first;
    FakeNetwork second;
    first.expect("/", {.status = 302, .headers = {{"Location", second.url(u"/x"_s).toEncoded()}}});
    second.expect("/x", {.body = "ok"});
    HttpClient client(m_clock);
    Outcome outcome;
    client.send({.url = first.url(u"/"_s), .headers = {{"Authorization", "Bearer s"}}}, this, outcome.callback());
    QTRY_COMPARE(outcome.calls, 1);
    QVERIFY(*outcome.result);
    QVERIFY(first.requests().at(0).headers.contains("authorization"));
    QVERIFY(!second.requests().at(0).headers.contains("authorization"));
}

void HttpClientTest::retryAfterIsReadAsSecondsAndAsDate()
{
    const core::Instant now = m_clock.now();
    QCOMPARE(networks::parseRetryAfter("120", now), 120s);
    QCOMPARE(networks::parseRetryAfter(" 0 ", now), 0s);
    QCOMPARE(networks::parseRetryAfter("Sat, 31 Jan 2026 08:13:05 GMT", now), 60s);
    QCOMPARE(networks::parseRetryAfter("Sat, 31 Jan 2026 08:00:00 GMT", now), 0s);
    QCOMPARE(networks::parseRetryAfter("99999999999999999999", now), 24h);
    QCOMPARE(networks::parseRetryAfter("soon", now), std::nullopt);
    QCOMPARE(networks::parseRetryAfter("", now), std::nullopt);
    QCOMPARE(networks::parseRetryAfter("-5", now), std::nullopt);
}

void HttpClientTest::aRateLimitCarriesItsWait()
{
    FakeNetwork network;
    network.expect("/a", {.status = 429, .headers = {{"Retry-After", "30"}}});
    network.expect("/b", {.status = 503, .headers = {{"Retry-After", "Sat, 31 Jan 2026 08:14:05 GMT"}}});
    network.expect("/c", {.status = 503});
    HttpClient client(m_clock);
    Outcome a;
    Outcome b;
    Outcome c;
    client.send({.url = network.url(u"/a"_s)}, this, a.callback());
    client.send({.url = network.url(u"/b"_s)}, this, b.callback());
    client.send({.url = network.url(u"/c"_s)}, this, c.callback());
    QTRY_COMPARE(c.calls, 1);
    QVERIFY(a.failedWith(ErrorKind::RateLimited));
    QCOMPARE(a.result->error().retryAfter, 30s);
    QVERIFY(b.failedWith(ErrorKind::RateLimited));
    QCOMPARE(b.result->error().retryAfter, 120s);
    QVERIFY(c.failedWith(ErrorKind::Network));
}

void HttpClientTest::cancellingAnswersOnce()
{
    FakeNetwork network;
    network.expect("/", {.delay = 20ms});
    HttpClient client(m_clock);
    Outcome outcome;
    const HttpClient::RequestId id = client.send({.url = network.url(u"/"_s)}, this, outcome.callback());
    client.cancel(id);
    client.cancel(id);
    QCOMPARE(outcome.calls, 0);
    QTRY_COMPARE(outcome.calls, 1);
    QVERIFY(outcome.failedWith(ErrorKind::Cancelled));
    QTest::qWait(60);
    client.cancel(id);
    QTest::qWait(10);
    QCOMPARE(outcome.calls, 1);
}

void HttpClientTest::aGoneContextDropsTheCallback()
{
    FakeNetwork network;
    network.expect("/", {.delay = 20ms});
    network.expect("/b", {});
    HttpClient client(m_clock);
    Outcome dropped;
    Outcome kept;
    auto context = std::make_unique<QObject>();
    client.send({.url = network.url(u"/"_s)}, context.get(), dropped.callback());
    client.send({.url = network.url(u"/b"_s)}, this, kept.callback());
    context.reset();
    QTRY_COMPARE(kept.calls, 1);
    QCOMPARE(dropped.calls, 0);
}

void HttpClientTest::destroyingTheClientIsSafe()
{
    FakeNetwork network;
    network.expect("/", {.delay = 10s});
    Outcome outcome;
    {
        HttpClient client(m_clock);
        client.send({.url = network.url(u"/"_s)}, this, outcome.callback());
        QTRY_COMPARE(network.requests().size(), 1);
        client.cancel(client.send({.url = network.url(u"/b"_s)}, this, outcome.callback()));
    }
    QTest::qWait(50);
    QCOMPARE(outcome.calls, 0);
}

void HttpClientTest::requestsToOneHostRunOneAfterTheOther()
{
    FakeNetwork network;
    HttpClient client(m_clock);
    Outcome outcome;
    for (int i = 0; i < 5; ++i) {
        network.expect("/" + QByteArray::number(i), {.delay = 5ms});
        client.send({.url = network.url(u'/' + QString::number(i))}, this, outcome.callback());
    }
    QTRY_COMPARE(outcome.calls, 5);
    QCOMPARE(network.mostAtOnce(), 1);
    network.verify();
}

void HttpClientTest::backoffDoublesWithinItsBounds()
{
    QCOMPARE(networks::backoffDelay(1, 1.0, 1s, 60s), 1s);
    QCOMPARE(networks::backoffDelay(1, 0.0, 1s, 60s), 500ms);
    QCOMPARE(networks::backoffDelay(4, 1.0, 1s, 60s), 8s);
    QCOMPARE(networks::backoffDelay(50, 1.0, 1s, 60s), 60s);
    QCOMPARE(networks::backoffDelay(-3, 7.0, 1s, 60s), 1s);
}

void HttpClientTest::aBodyIsSentWithItsVerb()
{
    FakeNetwork network;
    network.expect("/put", {.body = "ok"});
    HttpClient client(m_clock);
    Outcome outcome;
    client.send({.url = network.url(u"/put"_s), .verb = "PUT", .body = "{}"}, this, outcome.callback());
    QTRY_COMPARE(outcome.calls, 1);
    QVERIFY(*outcome.result);
    QCOMPARE(network.requests().constFirst().method, "PUT");
    QCOMPARE(network.requests().constFirst().body, "{}");
    network.verify();
}

void HttpClientTest::anErrorBodyIsHandedOverWhereItIsWanted()
{
    FakeNetwork network;
    network.expect("/a", {.status = 400, .body = R"({"error":"ExpiredToken"})"});
    HttpClient client(m_clock);
    Outcome outcome;
    client.send({.url = network.url(u"/a"_s), .isErrorBodyWanted = true}, this, outcome.callback());
    QTRY_COMPARE(outcome.calls, 1);
    QVERIFY(*outcome.result);
    QCOMPARE((*outcome.result)->status, 400);
    QVERIFY((*outcome.result)->body.contains("ExpiredToken"));
    const Error error = networks::errorOfStatus(**outcome.result, m_clock.now());
    QCOMPARE(error.httpStatus, 400);
}

namespace
{

struct OnceOutcome {
    int calls = 0;
    std::optional<Result<HttpResponse>> result;
    networks::Departure departure = networks::Departure::Nothing;

    [[nodiscard]] HttpClient::OnceCallback callback()
    {
        return [this](const Result<HttpResponse> &got, networks::Departure left) {
            ++calls;
            result = got;
            departure = left;
        };
    }
};

} // namespace

void HttpClientTest::whatIsSentOnceIsNotRepeatedAfterAHangup()
{
    FakeNetwork network;
    for (int i = 0; i < 4; ++i) // more than are asked for: a repetition would find an answer
        network.expect("/post", {.kind = FakeAnswer::Kind::Hangup});
    HttpClient client(m_clock);
    OnceOutcome outcome;
    client.sendOnce({.url = network.url(u"/post"_s), .verb = "POST", .body = R"({"status":"a"})"}, this, outcome.callback());
    QTRY_COMPARE(outcome.calls, 1);
    QVERIFY(!*outcome.result);
    QCOMPARE(outcome.departure, networks::Departure::Possible);
    QTest::qWait(200);
    QCOMPARE(network.requests().size(), 1);
    QCOMPARE(outcome.calls, 1);
}

void HttpClientTest::whatIsSentOnceSaysThatNothingLeft()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QUrl url(u"http://127.0.0.1:%1/post"_s.arg(server.serverPort()));
    server.close();
    HttpClient client(m_clock);
    OnceOutcome outcome;
    client.sendOnce({.url = url, .verb = "POST", .body = "{}"}, this, outcome.callback());
    QTRY_COMPARE(outcome.calls, 1);
    QVERIFY(!*outcome.result);
    QCOMPARE(outcome.departure, networks::Departure::Nothing);

    client.sendOnce({.url = QUrl(u"http://example.org/post"_s), .verb = "POST", .body = "{}"}, this, outcome.callback());
    QTRY_COMPARE(outcome.calls, 2);
    QCOMPARE((*outcome.result).error().kind, ErrorKind::InvalidArgument); // unencrypted, and not loopback
    QCOMPARE(outcome.departure, networks::Departure::Nothing);
}

void HttpClientTest::whatIsSentOnceFollowsNoRedirect()
{
    FakeNetwork network;
    network.expect("/post", {.status = 307, .headers = {{"Location", "/elsewhere"}}});
    HttpClient client(m_clock);
    OnceOutcome outcome;
    client.sendOnce({.url = network.url(u"/post"_s), .verb = "POST", .body = "{}"}, this, outcome.callback());
    QTRY_COMPARE(outcome.calls, 1);
    QVERIFY(*outcome.result);
    QCOMPARE((*outcome.result)->status, 307);
    network.verify();
}

void HttpClientTest::whatIsSentOnceDoesNotWaitForReading()
{
    FakeNetwork network;
    network.expect("/slow", {.body = "x", .delay = 2000ms});
    network.expect("/post", {.body = "{}"});
    HttpClient client(m_clock);
    Outcome slow;
    OnceOutcome sent;
    client.send({.url = network.url(u"/slow"_s)}, this, slow.callback());
    client.sendOnce({.url = network.url(u"/post"_s), .verb = "POST", .body = "{}"}, this, sent.callback());
    QTRY_COMPARE(sent.calls, 1);
    QCOMPARE(slow.calls, 0);
}

void HttpClientTest::limitsAreReadInEveryShape_data()
{
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<QByteArray>("remaining");
    QTest::addColumn<QByteArray>("reset");
    QTest::addColumn<int>("seconds"); // -1: no limit was told

    QTest::newRow("Mastodon, an instant") << QByteArray("X-RateLimit") << QByteArray("0")
                                          << QByteArray("2026-01-31T08:17:05.898144Z") << 300;
    QTest::newRow("Bluesky, seconds since 1970") << QByteArray("RateLimit") << QByteArray("0") << QByteArray("1769847185") << 60;
    QTest::newRow("X, lower case") << QByteArray("x-rate-limit") << QByteArray("0") << QByteArray("1769847185") << 60;
    QTest::newRow("Reddit, seconds left") << QByteArray("X-Ratelimit") << QByteArray("0.0") << QByteArray("42") << 42;
    QTest::newRow("rubbish") << QByteArray("X-RateLimit") << QByteArray("0") << QByteArray("soon") << -1;
    QTest::newRow("not a number") << QByteArray("X-RateLimit") << QByteArray("few") << QByteArray("42") << -1;
}

void HttpClientTest::limitsAreReadInEveryShape()
{
    QFETCH(QByteArray, prefix);
    QFETCH(QByteArray, remaining);
    QFETCH(QByteArray, reset);
    QFETCH(int, seconds);
    const networks::HttpHeaders headers = {{prefix + "-Remaining", remaining}, {prefix + "-Reset", reset}};
    const auto limit = networks::rateLimitOf(headers, m_clock.now());
    QCOMPARE(limit.has_value(), seconds >= 0);
    if (limit)
        QCOMPARE(std::chrono::round<std::chrono::seconds>(limit->resetAt - m_clock.now()).count() / 2, seconds / 2);
}

void HttpClientTest::aRouteWithNothingLeftIsLeftAlone()
{
    FakeNetwork network;
    network.expect("/a", {.headers = {{"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", "60"}}, .body = "x"});
    network.expect("/b", {.body = "y"});
    HttpClient client(m_clock);
    Outcome outcome;
    client.send({.url = network.url(u"/a"_s)}, this, outcome.callback());
    QTRY_COMPARE(outcome.calls, 1);
    QVERIFY(*outcome.result);
    client.send({.url = network.url(u"/a"_s)}, this, outcome.callback());
    QTRY_COMPARE(outcome.calls, 2);
    QVERIFY(outcome.failedWith(ErrorKind::RateLimited));
    QCOMPARE(outcome.result->error().retryAfter, 60s);
    client.send({.url = network.url(u"/b"_s)}, this, outcome.callback()); // another family, for all we know
    QTRY_COMPARE(outcome.calls, 3);
    QVERIFY(*outcome.result);
    QCOMPARE(network.requests().size(), 2);
    m_clock.advance(61s);
    network.expect("/a", {.body = "z"});
    client.send({.url = network.url(u"/a"_s)}, this, outcome.callback());
    QTRY_COMPARE(outcome.calls, 4);
    QVERIFY(*outcome.result);
}

namespace
{

struct StreamOutcome {
    int opened = 0;
    int ended = 0;
    QByteArray bytes;
    Error reason;

    [[nodiscard]] HttpClient::StreamCallbacks callbacks()
    {
        return {.opened = [this](const HttpResponse &) { ++opened; },
                .data = [this](const QByteArray &more) { bytes += more; },
                .done =
                    [this](const Error &error) {
                        ++ended;
                        reason = error;
                    }};
    }
};

} // namespace

void HttpClientTest::aStreamHandsOverWhatArrives()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    HttpClient client(m_clock);
    StreamOutcome outcome;
    client.stream({.url = QUrl(u"http://127.0.0.1:%1/s"_s.arg(server.serverPort())), .timeout = 300ms}, this,
                  outcome.callbacks());
    QTRY_VERIFY(server.hasPendingConnections());
    QTcpSocket *const socket = server.nextPendingConnection();
    QTRY_VERIFY(socket->bytesAvailable() > 0 || socket->waitForReadyRead(50));
    socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n:)\n");
    QTRY_COMPARE(outcome.bytes, ":)\n");
    QCOMPARE(outcome.opened, 1);
    for (int i = 0; i < 4; ++i) { // longer than the silence that is allowed, but never silent that long
        QTest::qWait(150);
        socket->write("x");
        QTRY_COMPARE(outcome.bytes.size(), 4 + i);
    }
    QCOMPARE(outcome.ended, 0);
    QTRY_COMPARE(outcome.ended, 1); // silence
    QCOMPARE(outcome.reason.kind, ErrorKind::Timeout);
}

void HttpClientTest::aStreamThatIsRefusedEndsWithTheStatus()
{
    FakeNetwork network;
    network.expect("/s", {.status = 404, .body = "no"});
    HttpClient client(m_clock);
    StreamOutcome outcome;
    client.stream({.url = network.url(u"/s"_s)}, this, outcome.callbacks());
    QTRY_COMPARE(outcome.ended, 1);
    QCOMPARE(outcome.opened, 0);
    QCOMPARE(outcome.reason.httpStatus, 404);
}

void HttpClientTest::aStreamEndsWithItsContext()
{
    FakeNetwork network;
    network.expect("/s", {.kind = FakeAnswer::Kind::Silence});
    HttpClient client(m_clock);
    StreamOutcome outcome;
    auto context = std::make_unique<QObject>();
    client.stream({.url = network.url(u"/s"_s)}, context.get(), outcome.callbacks());
    QTRY_COMPARE(network.requests().size(), 1);
    context.reset();
    QTest::qWait(50);
    QCOMPARE(outcome.ended, 0);
}

QTEST_GUILESS_MAIN(HttpClientTest)

#include "tst_httpclient.moc"
