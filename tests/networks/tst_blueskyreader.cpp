// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/account.h"
#include "networks/blueskylists.h"
#include "networks/blueskyreader.h"
#include "networks/fakenetwork.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using networks::Account;
using networks::BlueskyCursor;
using networks::BlueskyReader;
using networks::Connector;
using networks::Credentials;
using networks::Cursor;
using networks::HttpClient;
using networks::Page;
using networks::ReadTask;

namespace
{

const QByteArray kMentions = "/xrpc/app.bsky.notification.listNotifications?reasons=mention&reasons=reply&reasons=quote&limit=100";
const QByteArray kSearchV2 = "/xrpc/app.bsky.feed.searchPostsV2?query=panne%20marque&sort=recent&limit=100";
const QByteArray kSearch = "/xrpc/app.bsky.feed.searchPosts?q=panne%20marque&sort=latest&limit=100";

FakeAnswer refusal(int status, const QByteArray &code)
{
    return {.status = status, .body = R"({"error":")" + code + "\"}"};
}

} // namespace

class BlueskyReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aFirstReadingGoesBackToTheBeginningInSteps();
    void laterReadingsStopAtWhatIsKnown();
    void noneIsLostOrDoubledWhilePostsArriveAndGo();
    void whatIsListedLateIsReadAllTheSame();
    void aPostOfAClockADayBehindIsReadWithinTheHour();
    void aPostOfTheFutureHidesNothing();
    void anEmptyListKeepsTheCursor();
    void nothingNewKeepsTheCursor();
    void theSecondSearchIsUsedWhereThereIsOne();
    void anOlderServerIsSearchedTheOldWay_data();
    void anOlderServerIsSearchedTheOldWay();
    void aHashtagIsAsked();
    void withoutAnAccountThePublicServiceIsAsked();
    void aSearchThatEndsTooEarlyLeavesAGap();
    void aWalkThatIsTooLongLeavesAGap();
    void aPlaceThatIsForgottenIsWalkedToAgain();
    void aBrokenServerIsBelievedAfterAWhile();
    void aCircleOfCursorsEnds();
    void failuresAreTold_data();
    void failuresAreTold();
    void cancellingEndsTheFetchOnce();
    void foreignCursorsCountAsEmpty();

private:
    Result<Page> fetch(Connector &reader, const Cursor &cursor = {})
    {
        QSignalSpy spy(&reader, &Connector::fetched);
        reader.fetch(cursor);
        const bool wasWithinTheCall = !spy.isEmpty();
        if (spy.isEmpty())
            spy.wait(10'000);
        return spy.size() != 1 || wasWithinTheCall ? Result<Page>(fail(ErrorKind::Internal, u"not once"_s))
                                                   : spy.at(0).at(0).value<Result<Page>>();
    }
    /// All fetches of one walk, as one page; `next` is where it leaves the cursor, changed or not.
    Result<Page> walk(Connector &reader, const Cursor &since = {})
    {
        Page sum{.next = since, .hasMore = true};
        while (sum.hasMore) {
            const Result<Page> page = fetch(reader, *sum.next);
            if (!page)
                return page;
            sum.posts.insert(sum.posts.end(), page->posts.begin(), page->posts.end());
            sum.gaps.insert(sum.gaps.end(), page->gaps.begin(), page->gaps.end());
            sum.next = page->next.value_or(*sum.next);
            sum.hasMore = page->hasMore;
        }
        return sum;
    }
    std::unique_ptr<Connector> mentions()
    {
        return std::unique_ptr<Connector>(networks::makeReader(
            {.network = u"bluesky"_s, .what = ReadTask::What::Mentions}, m_account.get(), *m_http, m_clock, nullptr));
    }
    std::unique_ptr<Connector> search()
    {
        return std::unique_ptr<Connector>(
            networks::makeReader({.network = u"bluesky"_s, .what = ReadTask::What::Search, .query = u"panne marque"_s},
                                 m_account.get(), *m_http, m_clock, nullptr));
    }
    /// Expects these pages of the list, as it is now.
    void expect(const QByteArray &target, const QString &member, std::initializer_list<int> places)
    {
        for (const int place : places) {
            m_network->expect(target + (place == 0 ? QByteArray() : "&cursor=" + QByteArray::number(place)),
                              {.body = m_list.page(member, std::size_t(place))});
        }
    }
    void expectMentions(std::initializer_list<int> places) { expect(kMentions, u"notifications"_s, places); }

    core::ManualClock m_clock;
    FakeList m_list;
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<Account> m_account;
};

void BlueskyReaderTest::init()
{
    m_list = {};
    m_clock.set(core::instantFromMillis(kStart + 30 * 86'400'000LL));
    m_network = std::make_unique<FakeNetwork>();
    m_http = std::make_unique<HttpClient>(m_clock);
    m_account = std::make_unique<Account>(Credentials{.network = u"bluesky"_s,
                                                      .baseUrl = m_network->url({}),
                                                      .userId = u"did:plc:aaaaaaaaaaaaaaaaaaaaaaaa"_s,
                                                      .accessToken = "access1",
                                                      .refreshToken = "refresh1"});
}

void BlueskyReaderTest::cleanup()
{
    m_network->verify();
    m_account.reset();
    m_http.reset();
}

void BlueskyReaderTest::aFirstReadingGoesBackToTheBeginningInSteps()
{
    m_list.add(1, 730);
    const auto reader = mentions();
    expectMentions({0}); // the newest at once
    const auto first = fetch(*reader);
    QVERIFY(first && first->next);
    QCOMPARE(first->posts.size(), 100u);
    QVERIFY(first->hasMore);
    expectMentions({100, 200, 300, 400, 500});
    const auto second = fetch(*reader, *first->next);
    QVERIFY(second && second->next);
    QCOMPARE(second->posts.size(), 500u);
    QVERIFY(second->hasMore);
    expectMentions({600, 700});
    const auto third = fetch(*reader, *second->next);
    QVERIFY(third && third->next);
    QCOMPARE(third->posts.size(), 130u);
    QVERIFY(!third->hasMore);
    QVERIFY(third->gaps.empty());
    // What came meanwhile is in the next walk.
    m_list.add(731, 733);
    expectMentions({0});
    const auto fourth = fetch(*reader, *third->next);
    QVERIFY(fourth);
    QCOMPARE(fourth->posts.front().remoteId, uri(733));
    QVERIFY(!fourth->hasMore);
}

void BlueskyReaderTest::laterReadingsStopAtWhatIsKnown()
{
    m_list.add(1, 150);
    const auto reader = mentions();
    expectMentions({0, 100});
    auto page = walk(*reader);
    QVERIFY(page && page->next);
    m_list.add(151, 280);
    m_list.numbers.erase(m_list.numbers.begin() + 130, m_list.numbers.begin() + 200); // the newest known ones are deleted
    expectMentions({0, 100});
    page = walk(*reader, *page->next);
    QVERIFY(page && page->next);
    QCOMPARE(page->posts.size(), 200u);
    QVERIFY(page->gaps.empty());
}

void BlueskyReaderTest::noneIsLostOrDoubledWhilePostsArriveAndGo()
{
    LiveList live;
    Credentials credentials = m_account->credentials();
    credentials.baseUrl = live.url();
    m_account->renew(credentials);
    const auto reader = mentions();
    QHash<QString, int> readings;
    Cursor cursor;
    const auto readToTheEnd = [&] {
        const Result<Page> page = walk(*reader, cursor);
        QVERIFY(page);
        QVERIFY(page->gaps.empty());
        QSet<QString> within;
        for (const networks::Post &post : page->posts) {
            QVERIFY2(!within.contains(post.remoteId), "twice in one walk");
            within.insert(post.remoteId);
            ++readings[post.remoteId];
        }
        cursor = *page->next;
    };
    for (int round = 0; round < 25; ++round) {
        live.add((round * 137) % 900);
        live.addWithEachAnswer = round % 3;
        readToTheEnd();
        live.addWithEachAnswer = 0;
        live.removeNewest((round * 53) % 120);
    }
    live.addWithEachAnswer = 0;
    readToTheEnd();
    QVERIFY(live.last() > 5000);
    // All but those that were gone before anyone could have read them.
    for (int number = 1; number <= live.last(); ++number)
        QVERIFY2(readings.contains(uri(number)) || live.wasRemoved(number), qPrintable(uri(number)));
    QVERIFY(live.requests() < 2 * (live.last() / 100 + 26 * 2));
}

void BlueskyReaderTest::whatIsListedLateIsReadAllTheSame()
{
    // Seen with a real AppView: of 500 posts written at once, some were listed below others that had been read already.
    m_list.apart = 20;
    FakeList late = m_list;
    for (int number = 1; number <= 800; ++number) {
        m_list.numbers.push_front(number);
        if (number % 90 != 0)
            late.numbers.push_front(number);
    }
    std::swap(m_list, late);
    const auto reader = mentions();
    QSet<QString> read;
    Cursor cursor;
    const auto readAll = [&] {
        expectMentions({0, 100, 200, 300, 400, 500, 600, 700});
        const auto page = walk(*reader, cursor);
        QVERIFY(page);
        for (const networks::Post &post : page->posts)
            read.insert(post.remoteId);
        cursor = *page->next;
    };
    readAll();
    QCOMPARE(read.size(), 792);
    std::swap(m_list, late);
    readAll();
    QCOMPARE(read.size(), 800);
}

void BlueskyReaderTest::aPostOfAClockADayBehindIsReadWithinTheHour()
{
    m_list.add(1, 2000);
    m_list.numbers.erase(m_list.numbers.begin() + 1440); // will be written now, and dated yesterday
    const auto reader = mentions();
    Cursor cursor;
    QSet<QString> read;
    const auto readPages = [&](int pages) {
        for (int i = 0; i < pages; ++i)
            expectMentions({i * 100});
        const auto page = walk(*reader, cursor);
        QVERIFY(page);
        for (const networks::Post &post : page->posts)
            read.insert(post.remoteId);
        cursor = *page->next;
    };
    readPages(20);
    m_list.numbers.insert(m_list.numbers.begin() + 1440, 2000 - 1440);
    m_clock.advance(30min);
    readPages(1);
    QVERIFY(!read.contains(uri(560)));
    m_clock.advance(30min);
    readPages(16);
    QVERIFY(read.contains(uri(560)));
    m_clock.advance(1min);
    readPages(1);
}

void BlueskyReaderTest::aPostOfTheFutureHidesNothing()
{
    m_list.add(1, 250);
    m_list.add(10'000'000, 10'000'000); // in 19 years, where the server does not say when it saw it
    m_clock.set(core::instantFromMillis(kStart + 250 * 60'000));
    const auto reader = mentions();
    expectMentions({0, 100, 200});
    auto page = walk(*reader);
    QVERIFY(page && page->next);
    m_list.numbers.pop_front();
    m_list.add(251, 450);
    m_list.add(10'000'000, 10'000'000);
    m_clock.advance(50min); // and no deep walk
    expectMentions({0, 100, 200});
    page = walk(*reader, *page->next);
    QVERIFY(page);
    QVERIFY(page->gaps.empty());
}

void BlueskyReaderTest::anEmptyListKeepsTheCursor()
{
    m_network->expect(kMentions, {.body = R"({"notifications":[]})"});
    const auto reader = mentions();
    const auto page = fetch(*reader, BlueskyCursor().toBytes());
    QVERIFY(page);
    QVERIFY(page->posts.empty());
    QVERIFY(!page->next);
    QVERIFY(!page->hasMore);
}

void BlueskyReaderTest::nothingNewKeepsTheCursor()
{
    m_list.add(1, 20);
    const auto reader = mentions();
    expectMentions({0, 0});
    const auto first = fetch(*reader);
    QVERIFY(first && first->next);
    const auto second = fetch(*reader, *first->next);
    QVERIFY(second);
    QCOMPARE(second->posts.size(), 20u); // their counts may have changed
    QVERIFY(!second->next);
}

void BlueskyReaderTest::theSecondSearchIsUsedWhereThereIsOne()
{
    m_list.add(1, 120);
    expect(kSearchV2, u"posts"_s, {0, 100});
    const auto reader = search();
    const auto page = walk(*reader);
    QVERIFY(page);
    QCOMPARE(page->posts.size(), 120u);
}

void BlueskyReaderTest::anOlderServerIsSearchedTheOldWay_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("does not know it") << 501 << QByteArray("MethodNotImplemented");
    QTest::newRow("behind a PDS that does not") << 400 << QByteArray("XRPCNotSupported");
    // Seen with a real AppView: it has the method, "not enabled".
    QTest::newRow("has it switched off") << 400 << QByteArray("InvalidRequest");
}

void BlueskyReaderTest::anOlderServerIsSearchedTheOldWay()
{
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    m_list.add(1, 620);
    m_network->expect(kSearchV2, refusal(status, code));
    expect(kSearch, u"posts"_s, {0, 100, 200, 300, 400, 500, 600, 0});
    const auto reader = search();
    const auto page = walk(*reader);
    QVERIFY(page);
    QCOMPARE(page->posts.size(), 620u);
    QVERIFY(fetch(*reader, *page->next)); // it is not tried again
}

void BlueskyReaderTest::aHashtagIsAsked()
{
    m_list.add(1, 2);
    m_network->expect("/xrpc/app.bsky.feed.searchPostsV2?hashtags=%C3%A9t%C3%A9&sort=recent&limit=100", refusal(404, ""));
    m_network->expect("/xrpc/app.bsky.feed.searchPosts?q=%23%C3%A9t%C3%A9&sort=latest&tag=%C3%A9t%C3%A9&limit=100",
                      {.body = m_list.page(u"posts"_s, 0)});
    const std::unique_ptr<Connector> reader(
        networks::makeReader({.network = u"bluesky"_s, .what = ReadTask::What::Hashtag, .query = u"été"_s},
                             m_account.get(), *m_http, m_clock, nullptr));
    const auto page = fetch(*reader);
    QVERIFY(page);
    QCOMPARE(page->posts.size(), 2u);
}

void BlueskyReaderTest::withoutAnAccountThePublicServiceIsAsked()
{
    m_list.add(1, 2);
    expect(kSearchV2, u"posts"_s, {0});
    const ReadTask task{.network = u"bluesky"_s,
                        .what = ReadTask::What::Search,
                        .query = u"panne marque"_s,
                        .url = m_network->url({})};
    const std::unique_ptr<Connector> reader(networks::makeReader(task, nullptr, *m_http, m_clock, nullptr));
    QVERIFY(fetch(*reader));
    QVERIFY(!m_network->requests().at(0).headers.contains("authorization"));
    QVERIFY(!networks::makeReader({.network = u"bluesky"_s, .what = ReadTask::What::Mentions}, nullptr, *m_http, m_clock,
                                  nullptr));
}

void BlueskyReaderTest::aSearchThatEndsTooEarlyLeavesAGap()
{
    m_list.add(1, 50);
    const auto reader = search();
    expect(kSearchV2, u"posts"_s, {0});
    auto page = walk(*reader);
    QVERIFY(page && page->next);
    m_list.add(51, 400);
    m_list.numbers.resize(250); // the server does not look further back: 151 to 400
    expect(kSearchV2, u"posts"_s, {0, 100, 200});
    page = walk(*reader, *page->next);
    QVERIFY(page && page->next);
    QCOMPARE(page->gaps.size(), 1u);
    QCOMPARE(page->gaps[0].from, core::instantFromMillis(kStart + 50 * 60'000));
    QCOMPARE(page->gaps[0].to, core::instantFromMillis(kStart + 176 * 60'000));
    QVERIFY(!page->gaps[0].reason.isEmpty());
    // Told once: the next walk begins at what is known now.
    expect(kSearchV2, u"posts"_s, {0});
    page = walk(*reader, *page->next);
    QVERIFY(page && page->gaps.empty());
}

void BlueskyReaderTest::aWalkThatIsTooLongLeavesAGap()
{
    m_list.add(1, 1);
    m_list.limit = 1; // pages of one post each make a long walk of a short list
    const auto reader = mentions();
    expectMentions({0});
    auto page = fetch(*reader);
    QVERIFY(page && page->next);
    m_list.add(2, 200);
    for (int i = 0; i < BlueskyReader::kPagesPerWalk; ++i)
        expectMentions({i});
    page = walk(*reader, *page->next);
    QVERIFY(page);
    QCOMPARE(page->posts.size(), std::size_t(BlueskyReader::kPagesPerWalk));
    QCOMPARE(page->gaps.size(), 1u);
    QCOMPARE(page->gaps[0].from, core::instantFromMillis(kStart + 60'000));
    QCOMPARE(page->gaps[0].to, core::instantFromMillis(kStart + 101 * 60'000));
}

void BlueskyReaderTest::aPlaceThatIsForgottenIsWalkedToAgain()
{
    m_list.add(1, 700);
    const auto reader = mentions();
    expectMentions({0});
    auto page = fetch(*reader);
    QVERIFY(page && page->hasMore);
    m_network->expect(kMentions + "&cursor=100", refusal(400, "InvalidRequest"));
    expectMentions({0});
    page = fetch(*reader, *page->next);
    QVERIFY(page && page->hasMore);
    // A second time, the server is taken at its word.
    m_network->expect(kMentions + "&cursor=100", refusal(400, "InvalidRequest"));
    page = fetch(*reader, *page->next);
    QVERIFY(page && page->next);
    QVERIFY(!page->hasMore);
    expectMentions({0});
    page = fetch(*reader, *page->next);
    QVERIFY(page && !page->hasMore && page->gaps.empty());
}

void BlueskyReaderTest::aBrokenServerIsBelievedAfterAWhile()
{
    m_list.add(1, 600);
    const auto reader = mentions();
    expectMentions({0});
    const auto page = fetch(*reader);
    QVERIFY(page && page->hasMore);
    for (int i = 0; i < 3; ++i)
        m_network->expect(kMentions + "&cursor=100", refusal(502, "UpstreamFailure"));
    QVERIFY(!fetch(*reader, *page->next));
    QVERIFY(!fetch(*reader, *page->next));
    expectMentions({0, 100, 200, 300, 400, 500});
    const auto again = walk(*reader, *page->next);
    QVERIFY(again);
    QCOMPARE(again->posts.size(), 600u);
}

void BlueskyReaderTest::aCircleOfCursorsEnds()
{
    m_list.add(1, 2);
    QJsonObject body = QJsonDocument::fromJson(m_list.page(u"posts"_s, 0)).object();
    body.insert(u"cursor"_s, u"c"_s);
    const FakeAnswer same{.body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
    m_network->expect(kSearchV2, same);
    m_network->expect(kSearchV2 + "&cursor=c", same);
    const auto reader = search();
    QVERIFY(walk(*reader));
}

void BlueskyReaderTest::failuresAreTold_data()
{
    QTest::addColumn<FakeAnswer::Kind>("how");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("HTML as a success") << FakeAnswer::Kind::Answer << 200 << QByteArray("<html>") << ErrorKind::Parse;
    QTest::newRow("an error within a success")
        << FakeAnswer::Kind::Answer << 200 << QByteArray(R"({"error":"UpstreamFailure"})") << ErrorKind::Parse;
    QTest::newRow("limit") << FakeAnswer::Kind::Answer << 429 << QByteArray() << ErrorKind::RateLimited;
    QTest::newRow("upstream") << FakeAnswer::Kind::Answer << 502 << QByteArray(R"({"error":"UpstreamFailure"})")
                              << ErrorKind::Network;
    QTest::newRow("signed out") << FakeAnswer::Kind::Answer << 400 << QByteArray(R"({"error":"InvalidToken"})")
                                << ErrorKind::Unauthorized;
    QTest::newRow("broken off") << FakeAnswer::Kind::Truncated << 200 << QByteArray(R"({"notifications":[)")
                                << ErrorKind::Network;
}

void BlueskyReaderTest::failuresAreTold()
{
    QFETCH(FakeAnswer::Kind, how);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_network->expect(kMentions, {.kind = how, .status = status, .headers = {{"Retry-After", "90"}}, .body = body});
    const auto reader = mentions();
    const auto page = fetch(*reader);
    QVERIFY(!page);
    QTEST(page.error().kind, "kind");
    QCOMPARE(page.error().retryAfter.has_value(), status == 429);
}

void BlueskyReaderTest::cancellingEndsTheFetchOnce()
{
    m_network->expect(kMentions, {.kind = FakeAnswer::Kind::Silence});
    const auto reader = mentions();
    QSignalSpy spy(reader.get(), &Connector::fetched);
    reader->cancel();
    reader->fetch({});
    reader->fetch({});
    QTRY_COMPARE(m_network->requests().size(), 1);
    reader->cancel();
    reader->cancel();
    QCOMPARE(spy.size(), 0);
    QTRY_COMPARE(spy.size(), 1);
    QCOMPARE(spy.at(0).at(0).value<Result<Page>>().error().kind, ErrorKind::Cancelled);
    // And it can be used again, at once.
    m_list.add(1, 1);
    expectMentions({0});
    QVERIFY(fetch(*reader));
    QCOMPARE(spy.size(), 2);
}

void BlueskyReaderTest::foreignCursorsCountAsEmpty()
{
    for (const QByteArray &bytes :
         {QByteArray("x"), QByteArray("[]"), QByteArray(R"({"seen":4,"newest":"x","walk":[]})"),
          QByteArray(R"({"seen":[1,null,{}],"walk":{"place":7}})"), QByteArray(R"({"etag":"1"})")})
        QCOMPARE(BlueskyCursor(bytes).toBytes(), BlueskyCursor().toBytes());
    QCOMPARE(BlueskyCursor(R"({"walk":{"place":"a","pages":-9999999999}})").pages(), 0);
}

QTEST_GUILESS_MAIN(BlueskyReaderTest)
#include "tst_blueskyreader.moc"
