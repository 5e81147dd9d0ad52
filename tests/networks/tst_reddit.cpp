// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/account.h"
#include "networks/fakenetwork.h"
#include "networks/httpclient.h"
#include "networks/ndjsonreader.h"
#include "networks/networks.h"
#include "networks/reading.h"
#include "networks/recordings.h"
#include "networks/redditparser.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using networks::Page;
using networks::ReadTask;

class RedditTest : public QObject
{
    Q_OBJECT

private slots:
    void aThreadIsReadWithItsDeletedAndRemovedOnes();
    void mentionsAreReadAndPrivateMessagesAreNot();
    void recordedExchangesAreRead();
    void badAnswersAreErrorsOrHoles_data();
    void badAnswersAreErrorsOrHoles();
    void anOverlongIdIsCutToWhatAFileOfPostsTakes();
    void complaintsWithinA200AreErrors();
    void aListingIsWalkedBackToWhatIsKnown();
    void communitiesAndSearchesAreAsked();

private:
    core::ManualClock m_clock{core::instantFromMillis(1769847125000)};
    networks::HttpClient m_http{m_clock};
};

void RedditTest::aThreadIsReadWithItsDeletedAndRemovedOnes()
{
    const auto listing = networks::parseReddit(ownFixture(u"reddit/thread.json"_s));
    QVERIFY(listing);
    QCOMPARE(idsOf(listing->posts), QStringList({u"t3_aa1"_s, u"t1_c1"_s, u"t1_c4"_s}));
    QCOMPARE(listing->deleted, QStringList({u"t1_c2"_s, u"t1_c3"_s}));
    const networks::Post &top = listing->posts[0];
    QCOMPARE(top.network, u"reddit"_s);
    QCOMPARE(top.text, u"Lumio lamps & smoke\n\nLot 4417, anyone?"_s);
    QCOMPARE(top.author.handle, u"u/lea_k"_s);
    QCOMPARE(top.author.url, u"https://www.reddit.com/user/lea_k"_s);
    QCOMPARE(top.url, u"https://www.reddit.com/r/lamps/comments/aa1/lumio_lamps/"_s);
    QCOMPARE(core::toIso(top.postedAt), u"2026-01-31T07:00:00Z"_s);
    QCOMPARE(std::pair(top.likes, top.replies), std::pair(12, 3));
    const networks::Post &comment = listing->posts[1];
    QCOMPARE(comment.text, u"Mine too"_s);
    QCOMPARE(comment.inReplyTo, u"t3_aa1"_s);
    QCOMPARE(comment.root, u"t3_aa1"_s);
    QCOMPARE(comment.likes, 0); // -4 points are no likes
    QCOMPARE(core::toIso(comment.postedAt), u"2026-01-31T07:03:20.500Z"_s);
    QCOMPARE(listing->posts[2].author.handle, QString()); // the account is gone, its words are not
}

void RedditTest::mentionsAreReadAndPrivateMessagesAreNot()
{
    const auto listing = networks::parseReddit(ownFixture(u"reddit/mentions.json"_s));
    QVERIFY(listing);
    QCOMPARE(idsOf(listing->posts), QStringList{u"t1_m2"_s});
    QCOMPARE(listing->posts[0].text, u"Hey u/lumio"_s);
    QCOMPARE(listing->posts[0].root, u"t3_aa1"_s);
    QCOMPARE(listing->posts[0].url, u"https://www.reddit.com/r/lamps/comments/aa1/lumio_lamps/m2/?context=3"_s);
    QCOMPARE(listing->nextToken, u"t1_m1"_s);
}

void RedditTest::recordedExchangesAreRead()
{
    const std::vector<Recorded> exchanges = recordedOf(u"reddit"_s);
    if (exchanges.empty())
        QSKIP("the recorded exchanges of Reddit are absent");
    QMap<QString, int> posts;
    int all = 0;
    int gone = 0;
    int refused = 0;
    for (const Recorded &exchange : exchanges) {
        const auto listing = networks::parseReddit(exchange.body);
        refused += listing ? 0 : 1;
        if (!listing)
            continue;
        posts[exchange.file] += int(listing->posts.size());
        all += int(listing->posts.size());
        gone += int(listing->deleted.size());
        for (const networks::Post &post : listing->posts) {
            QVERIFY2(!post.text.isEmpty(), qPrintable(exchange.file));
            QVERIFY2(!post.text.contains(u"<p>"_s), qPrintable(exchange.file));
            // Some names were replaced by "<TEST_SUBREDDIT>", with which an address is none.
            QVERIFY2(!post.url.isEmpty() || exchange.body.contains("<TEST_SUBREDDIT>"), qPrintable(exchange.file));
            QVERIFY2(post.remoteId.startsWith(u"t3_"_s) || !post.inReplyTo.isEmpty(), qPrintable(exchange.file));
            QVERIFY2(post.remoteId.startsWith(u"t3_"_s) || post.root.startsWith(u"t3_"_s), qPrintable(exchange.file));
            const int year = core::toUtc(post.postedAt).date().year();
            QVERIFY2(year >= 2006 && year <= 2025, qPrintable(exchange.file));
        }
    }
    qInfo("Reddit: %d exchanges, %d posts, %d gone, %d answers without a list", int(exchanges.size()), all, gone,
          refused);
    QCOMPARE(exchanges.size(), 143u);
    QCOMPARE(all, 166);
    QCOMPARE(gone, 3);
    QCOMPARE(posts.value(u"TestInbox.test_mentions.json"_s), 16);
    QCOMPARE(posts.value(u"TestSubreddit.test_search.json"_s), 6);
    QCOMPARE(posts.value(u"TestComment.test_reply.json"_s), 1);
    QCOMPARE(posts.value(u"TestInbox.test_message.json"_s), 0); // private
}

void RedditTest::badAnswersAreErrorsOrHoles_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("posts");
    QTest::newRow("empty") << QByteArray() << -1;
    QTest::newRow("truncated") << ownFixture(u"reddit/mentions.json"_s).left(300) << -1;
    QTest::newRow("HTML") << QByteArray("<html>blocked</html>") << -1;
    QTest::newRow("an object") << QByteArray("{}") << -1;
    QTest::newRow("an error with status 200") << QByteArray(R"({"message":"Forbidden","error":403})") << -1;
    QTest::newRow("an empty listing") << QByteArray(R"({"kind":"Listing","data":{"after":null,"children":[]}})") << 0;
    QTest::newRow("children of wrong types")
        << QByteArray(R"({"data":{"children":[1,"x",null,[],{"kind":"t1"},{"kind":"t1","data":{"name":"t1_a"}},)"
                      R"({"kind":"t1","data":{"name":"t3_a","created_utc":1}},{"kind":"t1","data":{"name":7,"id":8,"created_utc":1}}]}})")
        << 0;
    QTest::newRow("members of wrong types")
        << QByteArray(R"({"data":{"children":[{"kind":"t1","data":{"name":"t1_a","created_utc":1.5,"body":"b","author":[],)"
                      R"("replies":[7],"score":"x","permalink":3}}]}})")
        << 1;
    QTest::newRow("times that are none")
        << QByteArray(R"({"data":{"children":[{"kind":"t1","data":{"name":"t1_a","created_utc":1e300,"body":"b"}},)"
                      R"({"kind":"t1","data":{"name":"t1_b","created_utc":-5,"body":"b"}}]}})")
        << 0;
    QByteArray deep;
    for (int i = 0; i < 300; ++i)
        deep += R"({"data":{"children":[{"kind":"t1","data":{"name":"t1_a","created_utc":1,"body":"b","replies":)";
    QTest::newRow("nested and broken off") << deep << -1;
    QByteArray closed = deep + "\"\"";
    for (int i = 0; i < 300; ++i)
        closed += "}}]}}";
    QTest::newRow("nested deeply") << closed << -1; // over Qt's 1,024 levels
}

void RedditTest::badAnswersAreErrorsOrHoles()
{
    QFETCH(QByteArray, body);
    QFETCH(int, posts);
    const auto listing = networks::parseReddit(body);
    QCOMPARE(listing ? int(listing->posts.size()) : -1, posts);
}

void RedditTest::anOverlongIdIsCutToWhatAFileOfPostsTakes()
{
    // Found by fuzzing: an id of 2,000 characters, but of more bytes, was written and could not be read again.
    const QByteArray longId = QString(3000, u'é').toUtf8();
    const auto listing = networks::parseReddit(R"({"data":{"children":[{"kind":"t1","data":{"name":"t1_a","created_utc":1,)"
                                               R"("body":"b","link_id":"t3_)" + longId + R"(","parent_id":")" + longId
                                               + R"("}}]}})");
    QVERIFY(listing);
    QCOMPARE(listing->posts.size(), 1u);
    QVERIFY(networks::postFromJson(networks::toNdjson(listing->posts[0])));
}

void RedditTest::complaintsWithinA200AreErrors()
{
    const auto limited = networks::parseReddit(
        R"({"json":{"errors":[["RATELIMIT","you are doing that too much. try again in 9 minutes.","ratelimit"]]}})");
    QVERIFY(!limited);
    QCOMPARE(limited.error().kind, ErrorKind::RateLimited);
    QCOMPARE(*limited.error().retryAfter, std::chrono::seconds(9min));
    QVERIFY(!networks::waitInComplaint(u"THREAD_LOCKED: Comments are locked."_s));
    QCOMPARE(*networks::waitInComplaint(u"Take a break for 12 seconds before trying again."_s), 12s);
    QVERIFY(networks::parseReddit(R"({"json":{"errors":[]}})"));
}

void RedditTest::aListingIsWalkedBackToWhatIsKnown()
{
    FakeNetwork network;
    networks::Account account({.network = u"reddit"_s, .baseUrl = network.url(QString()), .accessToken = "T"});
    const auto reader = [&] {
        return std::unique_ptr<networks::Connector>(networks::makeReader(
            {.network = u"reddit"_s, .what = ReadTask::What::Mentions}, &account, m_http, m_clock, nullptr));
    };
    const QByteArray last = R"({"data":{"after":null,"children":[{"kind":"t1","data":{"name":"t1_m1","body":"b","created_utc":1769840000}}]}})";
    network.expect("/message/mentions?raw_json=1&limit=100", {.body = ownFixture(u"reddit/mentions.json"_s)});
    network.expect("/message/mentions?raw_json=1&limit=100&after=t1_m1", {.body = last});
    network.expect("/message/mentions?raw_json=1&limit=100", {.body = ownFixture(u"reddit/mentions.json"_s)});
    const Result<Page> first = fetchOnce(*reader());
    QVERIFY(first && first->hasMore);
    const Result<Page> second = fetchOnce(*reader(), *first->next);
    QVERIFY(second && !second->hasMore);
    const Result<Page> again = fetchOnce(*reader(), *second->next);
    network.verify();
    QVERIFY(again && !again->hasMore); // its oldest is known
    QVERIFY(again->gaps.empty());
}

void RedditTest::communitiesAndSearchesAreAsked()
{
    FakeNetwork network;
    networks::Account account({.network = u"reddit"_s, .baseUrl = network.url(QString()), .accessToken = "T"});
    const auto reader = [&](ReadTask::What what, const QString &query, networks::Account *who) {
        return std::unique_ptr<networks::Connector>(networks::makeReader(
            {.network = u"reddit"_s, .what = what, .query = query}, who, m_http, m_clock, nullptr));
    };
    const QByteArray nothing = R"({"data":{"after":null,"children":[]}})";
    network.expect("/search?raw_json=1&limit=100&q=lumio%20lamp&sort=new&type=link", {.body = nothing});
    network.expect("/r/lamps/comments?raw_json=1&limit=100", {.body = nothing});
    QVERIFY(fetchOnce(*reader(ReadTask::What::Search, u"lumio lamp"_s, &account)));
    QVERIFY(fetchOnce(*reader(ReadTask::What::Hashtag, u"r/lamps"_s, &account)));
    network.verify();
    QVERIFY(!reader(ReadTask::What::Hashtag, u"../me"_s, &account));
    QVERIFY(!reader(ReadTask::What::Search, u" "_s, &account));
    QVERIFY(!reader(ReadTask::What::Search, u"lumio"_s, nullptr));
}

QTEST_GUILESS_MAIN(RedditTest)
#include "tst_reddit.moc"
