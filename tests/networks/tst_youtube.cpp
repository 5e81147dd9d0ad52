// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/account.h"
#include "networks/fakenetwork.h"
#include "networks/httpclient.h"
#include "networks/networks.h"
#include "networks/reading.h"
#include "networks/recordings.h"
#include "networks/youtubeparser.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using networks::Page;
using networks::ReadTask;
using networks::YouTubeText;

namespace
{

const QByteArray kThreads = "/commentThreads?part=snippet%2Creplies&allThreadsRelatedToChannelId=UC1&order=time";
const QByteArray kTail = "&maxResults=100&textFormat=plainText";

} // namespace

class YouTubeTest : public QObject
{
    Q_OBJECT

private slots:
    void threadsAreReadWithTheirReplies();
    void recordedAnswersAreRead();
    void badAnswersAreErrorsOrHoles_data();
    void badAnswersAreErrorsOrHoles();
    void aSpentQuotaWaitsUntilMidnightInCalifornia();
    void repliesThatAreMissingAreFetchedOnceForEachChange();

private:
    core::ManualClock m_clock{core::instantFromMillis(1769847125000)}; // 2026-01-31T08:12:05Z, 00:12 in California
    networks::HttpClient m_http{m_clock};
};

void YouTubeTest::threadsAreReadWithTheirReplies()
{
    const auto listing = networks::parseYouTube(ownFixture(u"youtube/threads.json"_s), YouTubeText::Plain);
    QVERIFY(listing);
    QCOMPARE(idsOf(listing->posts), QStringList({u"UgA"_s, u"UgA.1"_s, u"UgB"_s}));
    QCOMPARE(listing->nextToken, u"P2"_s);
    QCOMPARE(listing->threads, (QHash<QString, int>{{u"UgA"_s, 3}, {u"UgB"_s, 0}}));
    const networks::Post &top = listing->posts[0];
    QCOMPARE(top.network, u"youtube"_s);
    QCOMPARE(top.text, u"It smokes <3"_s);
    QCOMPARE(top.author.handle, u"@lea_k"_s);
    QCOMPARE(top.author.url, u"http://www.youtube.com/@lea_k"_s);
    QCOMPARE(top.url, u"https://www.youtube.com/watch?v=vid1&lc=UgA"_s);
    QCOMPARE(std::pair(top.likes, top.replies), std::pair(4, 3));
    const networks::Post &reply = listing->posts[1];
    QCOMPARE(reply.inReplyTo, u"UgA"_s);
    QCOMPARE(reply.root, u"UgA"_s);
    QCOMPARE(reply.url, u"https://www.youtube.com/watch?v=vid1&lc=UgA.1"_s);
    QCOMPARE(reply.author.name, u"Max"_s);
}

void YouTubeTest::recordedAnswersAreRead()
{
    if (recordedFile(u"youtube/comments_insert_response.json"_s).isEmpty())
        QSKIP("the recorded answers of YouTube are absent");
    const auto countOf = [](const QString &name) {
        const auto listing = networks::parseYouTube(recordedFile(u"youtube/"_s + name), YouTubeText::Html);
        return listing ? int(listing->posts.size()) : -1;
    };
    QCOMPARE(countOf(u"comment_threads_all_to_me.json"_s), 4);
    QCOMPARE(countOf(u"comment_threads_by_video_paged.json"_s), 3);
    QCOMPARE(countOf(u"comments_by_parent_paged.json"_s), 2);
    QCOMPARE(countOf(u"comments_insert_response.json"_s), 1);
    QCOMPARE(countOf(u"error_response.json"_s), -1);
    const auto threads =
        networks::parseYouTube(recordedFile(u"youtube/comment_threads_by_video_paged.json"_s), YouTubeText::Html);
    QCOMPARE(threads->posts[0].text, u"Example.com"_s);
    QCOMPARE(core::toIso(threads->posts[0].postedAt), u"2019-12-01T03:36:55Z"_s);
    QVERIFY(!threads->nextToken.isEmpty());
    const auto replies =
        networks::parseYouTube(recordedFile(u"youtube/comments_by_parent_paged.json"_s), YouTubeText::Html);
    QCOMPARE(replies->posts[0].inReplyTo, u"Ugw5zYU6n9pmIgAZWvN4AaABAg"_s);
    QCOMPARE(replies->posts[0].remoteId, u"Ugw5zYU6n9pmIgAZWvN4AaABAg.91zT3cYb5B291za6voUoRh"_s);
    QCOMPARE(networks::youTubeComplaint(recordedFile(u"youtube/error_response.json"_s)), u"keyInvalid: Bad Request"_s);
}

void YouTubeTest::badAnswersAreErrorsOrHoles_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("posts");
    QTest::newRow("empty") << QByteArray() << -1;
    QTest::newRow("truncated") << ownFixture(u"youtube/threads.json"_s).left(500) << -1;
    QTest::newRow("a list") << QByteArray("[]") << -1;
    QTest::newRow("an error with status 200") << QByteArray(R"({"error":{"code":403,"message":"no"}})") << -1;
    QTest::newRow("no items") << QByteArray(R"({"kind":"youtube#commentThreadListResponse"})") << -1;
    QTest::newRow("items of wrong types")
        << QByteArray(R"({"items":[1,"x",null,[],{"snippet":7},{"id":"a","snippet":{}},{"snippet":{"topLevelComment":{}}}]})") << 0;
    QTest::newRow("members of wrong types")
        << QByteArray(R"({"items":[{"id":"a","snippet":{"publishedAt":"2026-01-31T08:00:00Z","textDisplay":[],"likeCount":"x"}}]})")
        << 1;
    QTest::newRow("nested too deeply") << QByteArray(R"({"items":[)").repeated(5000) << -1;
}

void YouTubeTest::badAnswersAreErrorsOrHoles()
{
    QFETCH(QByteArray, body);
    QFETCH(int, posts);
    const auto listing = networks::parseYouTube(body, YouTubeText::Plain);
    QCOMPARE(listing ? int(listing->posts.size()) : -1, posts);
}

void YouTubeTest::aSpentQuotaWaitsUntilMidnightInCalifornia()
{
    FakeNetwork network;
    networks::Account account(
        {.network = u"youtube"_s, .baseUrl = network.url(QString()), .userId = u"UC1"_s, .accessToken = "T"});
    network.expect(kThreads + kTail,
                   {.status = 403, .body = R"({"error":{"code":403,"errors":[{"reason":"quotaExceeded"}],"message":"spent"}})"});
    const std::unique_ptr<networks::Connector> connector(networks::makeReader(
        {.network = u"youtube"_s, .what = ReadTask::What::Mentions}, &account, m_http, m_clock, nullptr));
    const Result<Page> page = fetchOnce(*connector);
    network.verify();
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::RateLimited);
    QCOMPARE(page.error().retryAfter->count(), (24 * 60 - 12) * 60 - 5);
    QVERIFY(account.isSignedIn());
}

void YouTubeTest::repliesThatAreMissingAreFetchedOnceForEachChange()
{
    FakeNetwork network;
    networks::Account account(
        {.network = u"youtube"_s, .baseUrl = network.url(QString()), .userId = u"UC1"_s, .accessToken = "T"});
    const auto reader = [&] {
        return std::unique_ptr<networks::Connector>(networks::makeReader(
            {.network = u"youtube"_s, .what = ReadTask::What::Mentions}, &account, m_http, m_clock, nullptr));
    };
    const QByteArray onePage = ownFixture(u"youtube/threads.json"_s).replace("\"nextPageToken\": \"P2\",", "");
    const QByteArray replies = "/comments?part=snippet&parentId=UgA" + kTail;
    network.expect(kThreads + kTail, {.body = onePage});
    network.expect(replies, {.body = ownFixture(u"youtube/replies.json"_s)});
    network.expect(kThreads + kTail, {.body = onePage});
    network.expect(kThreads + kTail,
                   {.body = QByteArray(onePage).replace("\"totalReplyCount\": 3", "\"totalReplyCount\": 4")});
    network.expect(replies, {.body = ownFixture(u"youtube/replies.json"_s)});
    const Result<Page> first = fetchOnce(*reader());
    QVERIFY(first);
    QCOMPARE(idsOf(first->posts), QStringList({u"UgA"_s, u"UgA.1"_s, u"UgB"_s, u"UgA.3"_s, u"UgA.2"_s}));
    const Result<Page> second = fetchOnce(*reader(), *first->next); // nothing has changed: no second request
    QVERIFY(second);
    QCOMPARE(second->posts.size(), 3u);
    const Result<Page> third = fetchOnce(*reader(), *second->next);
    network.verify();
    QVERIFY(third);
    QCOMPARE(third->posts.size(), 5u);
}

QTEST_GUILESS_MAIN(YouTubeTest)
#include "tst_youtube.moc"
