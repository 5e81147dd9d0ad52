// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/fakenetwork.h"
#include "networks/feedconnector.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using networks::Cursor;
using networks::FeedConnector;
using networks::HttpClient;
using networks::Page;

namespace
{

const QByteArray kFeed = "<rss version='2.0'><channel><title>T</title>"
                         "<item><guid isPermaLink='false'>1</guid><title>Un</title></item></channel></rss>";

} // namespace

class FeedConnectorTest : public QObject
{
    Q_OBJECT

private slots:
    void validatorsGoBackAsTheyCame();
    void anUnchangedFeedIsAnEmptyPageThatKeepsTheCursor();
    void aPermanentMoveIsRemembered();
    void aFeedThatIsGoneSaysSo();
    void aFeedThatAsksToWaitSaysHowLong();
    void aCompressedFeedIsRead();
    void aBrokenFeedIsAnErrorWithItsPlace();
    void aSecondFetchWhileOneRunsIsIgnored();
    void cancellingEndsTheFetchOnce();
    void aForeignCursorCountsAsEmpty();
    void aLongFeedComesInPagesAsTheyAreAskedFor();
    void aLongFeedThatBreaksOffIsReadFromTheBeginning();
    void afterAPageThatWasNotStoredTheFeedIsReadAnew();

private:
    /// One fetch to its end; exactly one fetched() is asked for.
    Result<Page> fetch(FeedConnector &connector, const Cursor &cursor = {})
    {
        std::vector<Result<Page>> results;
        const auto connection = connect(&connector, &FeedConnector::fetched, this,
                                        [&results](const Result<Page> &result) { results.push_back(result); });
        connector.fetch(cursor);
        [&results] { QTRY_COMPARE(results.size(), 1u); }();
        disconnect(connection);
        return results.empty() ? Result<Page>(fail(ErrorKind::Internal, u"nothing came"_s)) : results.front();
    }

    core::ManualClock m_clock{core::instantFromMillis(1769847125000)};
};

void FeedConnectorTest::validatorsGoBackAsTheyCame()
{
    FakeNetwork network;
    const QByteArray etag = "W/\"a b\xe9\"";
    network.expect("/f", {.headers = {{"ETag", etag}, {"Last-Modified", "Sat, 31 Jan 2026 08:00:00 GMT"}}, .body = kFeed});
    network.expect("/f", {.body = kFeed});
    HttpClient http(m_clock);
    FeedConnector connector(network.url(u"/f"_s), http, m_clock);
    const Result<Page> first = fetch(connector);
    QVERIFY(first);
    QCOMPARE(first->posts.size(), 1u);
    QCOMPARE(first->posts[0].postedAt, m_clock.now());
    QVERIFY(first->next);
    QVERIFY(fetch(connector, *first->next));
    QVERIFY(!network.requests().at(0).headers.contains("if-none-match"));
    QCOMPARE(network.requests().at(1).headers.value("if-none-match"), etag);
    QCOMPARE(network.requests().at(1).headers.value("if-modified-since"), "Sat, 31 Jan 2026 08:00:00 GMT");
    network.verify();
}

void FeedConnectorTest::anUnchangedFeedIsAnEmptyPageThatKeepsTheCursor()
{
    FakeNetwork network;
    network.expect("/f", {.status = 304});
    HttpClient http(m_clock);
    FeedConnector connector(network.url(u"/f"_s), http, m_clock);
    const Result<Page> page = fetch(connector, R"({"etag":"\"1\""})");
    QVERIFY(page);
    QVERIFY(page->posts.empty());
    QVERIFY(!page->next);
}

void FeedConnectorTest::aPermanentMoveIsRemembered()
{
    FakeNetwork network;
    network.expect("/old", {.status = 301, .headers = {{"Location", "/new"}}});
    network.expect("/new", {.body = kFeed});
    network.expect("/new", {.body = kFeed});
    HttpClient http(m_clock);
    FeedConnector connector(network.url(u"/old"_s), http, m_clock);
    const Result<Page> page = fetch(connector);
    QVERIFY(page && page->next);
    QVERIFY(fetch(connector, *page->next));
    network.verify();
}

void FeedConnectorTest::aFeedThatIsGoneSaysSo()
{
    FakeNetwork network;
    network.expect("/f", {.status = 410});
    HttpClient http(m_clock);
    FeedConnector connector(network.url(u"/f"_s), http, m_clock);
    const Result<Page> page = fetch(connector);
    QVERIFY(!page);
    QCOMPARE(page.error().httpStatus, 410);
}

void FeedConnectorTest::aFeedThatAsksToWaitSaysHowLong()
{
    FakeNetwork network;
    network.expect("/f", {.status = 429, .headers = {{"Retry-After", "120"}}});
    HttpClient http(m_clock);
    FeedConnector connector(network.url(u"/f"_s), http, m_clock);
    const Result<Page> page = fetch(connector);
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::RateLimited);
    QVERIFY(page.error().retryAfter);
    QCOMPARE(page.error().retryAfter->count(), 120);
}

void FeedConnectorTest::aCompressedFeedIsRead()
{
    // kFeed, by gzip.
    const QByteArray compressed = QByteArray::fromHex(
                                                   "1f8b08000000000002033dcd410e40400c05d0abd8cd4eb1ae9ec0c282034c281aa392e9707e44d8fde4e7fd8fd12c3b"
                                                   "399aec5abb2a2f1ce1b078550e84495260ea10de809278239c0f1933b196e3e61bd1b576930fc68e4a84a7fb5caf3f84"
                                                   "57c2bf0cf72d5d8791ca347c000000");
    FakeNetwork network;
    network.expect("/f", {.headers = {{"Content-Encoding", "gzip"}}, .body = compressed});
    HttpClient http(m_clock);
    FeedConnector connector(network.url(u"/f"_s), http, m_clock);
    const Result<Page> page = fetch(connector);
    QVERIFY(page);
    QCOMPARE(page->posts.size(), 1u);
    QCOMPARE(page->posts[0].text, u"Un"_s);
    QVERIFY(network.requests().at(0).headers.value("accept-encoding").contains("gzip"));
}

void FeedConnectorTest::aBrokenFeedIsAnErrorWithItsPlace()
{
    FakeNetwork network;
    network.expect("/f", {.body = "<rss>\n<channel>\n</rss>"});
    HttpClient http(m_clock);
    FeedConnector connector(network.url(u"/f"_s), http, m_clock);
    const Result<Page> page = fetch(connector);
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::Parse);
    QCOMPARE(page.error().place.line, 3);
}

void FeedConnectorTest::aSecondFetchWhileOneRunsIsIgnored()
{
    FakeNetwork network;
    network.expect("/f", {.body = kFeed, .delay = 20ms});
    HttpClient http(m_clock);
    FeedConnector connector(network.url(u"/f"_s), http, m_clock);
    QSignalSpy spy(&connector, &FeedConnector::fetched);
    connector.fetch({});
    connector.fetch({});
    QTRY_COMPARE(spy.size(), 1);
    QTest::qWait(50);
    QCOMPARE(spy.size(), 1);
    network.verify();
}

void FeedConnectorTest::cancellingEndsTheFetchOnce()
{
    FakeNetwork network;
    network.expect("/f", {.kind = FakeAnswer::Kind::Silence});
    HttpClient http(m_clock);
    FeedConnector connector(network.url(u"/f"_s), http, m_clock);
    QSignalSpy spy(&connector, &FeedConnector::fetched);
    connector.cancel();
    connector.fetch({});
    QTRY_COMPARE(network.requests().size(), 1);
    connector.cancel();
    connector.cancel();
    QCOMPARE(spy.size(), 0);
    QTRY_COMPARE(spy.size(), 1);
    const auto result = spy.at(0).at(0).value<Result<Page>>();
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Cancelled);
}

void FeedConnectorTest::aForeignCursorCountsAsEmpty()
{
    FakeNetwork network;
    network.expect("/f", {.body = kFeed});
    network.expect("/f", {.body = kFeed});
    HttpClient http(m_clock);
    FeedConnector connector(network.url(u"/f"_s), http, m_clock);
    QVERIFY(fetch(connector, "nonsense"));
    QVERIFY(fetch(connector, R"({"moved_to":"file:///etc/passwd","etag":"a\r\nX: y"})"));
    QVERIFY(!network.requests().at(1).headers.contains("x"));
    network.verify();
}

namespace
{

QByteArray longFeed(int entries, const QByteArray &end = "</channel></rss>")
{
    QByteArray feed = "<rss version='2.0'><channel><title>T</title>";
    for (int i = 0; i < entries; ++i)
        feed += "<item><guid isPermaLink='false'>" + QByteArray::number(i) + "</guid><title>" + QByteArray(500, 'x') + "</title></item>";
    return feed + end;
}

} // namespace

void FeedConnectorTest::aLongFeedComesInPagesAsTheyAreAskedFor()
{
    FakeNetwork network;
    network.expect("/f", {.headers = {{"ETag", "\"1\""}}, .body = longFeed(9000)});
    HttpClient http(m_clock);
    FeedConnector connector(network.url(u"/f"_s), http, m_clock);
    QSignalSpy told(&connector, &FeedConnector::fetched);
    QStringList ids;
    Cursor cursor;
    int pages = 0;
    for (bool hasMore = true; hasMore; ++pages) {
        const Result<Page> page = fetch(connector, cursor);
        QVERIFY2(page, page ? "" : qPrintable(page.error().toString()));
        QTest::qWait(pages == 0 ? 200 : 0);
        QCOMPARE(told.size(), pages + 1); // nothing comes that was not asked for
        for (const networks::Post &post : page->posts)
            ids << post.remoteId;
        QVERIFY(page->next);
        QVERIFY(*page->next != cursor);
        cursor = *page->next;
        hasMore = page->hasMore;
        QCOMPARE(cursor.contains("etag"), !hasMore); // only a feed that was read to its end need not be read again
    }
    QVERIFY2(pages > 2, qPrintable(QString::number(pages)));
    QCOMPARE(ids.size(), 9000);
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 9000);
    network.verify();
}

void FeedConnectorTest::aLongFeedThatBreaksOffIsReadFromTheBeginning()
{
    FakeNetwork network;
    network.expect("/f", {.headers = {{"ETag", "\"1\""}}, .body = longFeed(3000, "<item>")});
    network.expect("/f", {.headers = {{"ETag", "\"2\""}}, .body = longFeed(3000)});
    HttpClient http(m_clock);
    FeedConnector connector(network.url(u"/f"_s), http, m_clock);
    const Result<Page> first = fetch(connector);
    QVERIFY(first && first->hasMore);
    const Result<Page> end = fetch(connector, *first->next);
    QVERIFY(!end);
    QCOMPARE(end.error().kind, ErrorKind::Parse);
    const Result<Page> again = fetch(connector, *first->next);
    QVERIFY(again && again->hasMore);
    QCOMPARE(again->posts.front().remoteId, u"0"_s);
    QVERIFY(!network.requests().at(1).headers.contains("if-none-match"));
    network.verify();
}

void FeedConnectorTest::afterAPageThatWasNotStoredTheFeedIsReadAnew()
{
    FakeNetwork network;
    network.expect("/f", {.body = longFeed(3000)});
    network.expect("/f", {.body = longFeed(3000)});
    HttpClient http(m_clock);
    FeedConnector connector(network.url(u"/f"_s), http, m_clock);
    const Result<Page> first = fetch(connector);
    QVERIFY(first && first->hasMore);
    const Result<Page> again = fetch(connector); // from where the first one began
    QVERIFY(again && again->hasMore);
    QCOMPARE(again->posts.front().remoteId, u"0"_s);
    QCOMPARE(network.requests().size(), 2);
    connector.cancel(); // while nobody waits for a page: nothing is told
    QSignalSpy told(&connector, &FeedConnector::fetched);
    QTest::qWait(50);
    QCOMPARE(told.size(), 0);
}

QTEST_GUILESS_MAIN(FeedConnectorTest)
#include "tst_feedconnector.moc"
