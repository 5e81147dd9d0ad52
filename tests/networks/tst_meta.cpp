// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/account.h"
#include "networks/fakenetwork.h"
#include "networks/httpclient.h"
#include "networks/metaparser.h"
#include "networks/networks.h"
#include "networks/reading.h"
#include "networks/recordings.h"

#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using networks::Page;
using networks::ReadTask;

class MetaTest : public QObject
{
    Q_OBJECT

private slots:
    void aPageIsReadWithTheCommentsWithinItsPosts();
    void anInstagramAccountIsReadWithItsReplies();
    void recordedAnswersAreRead();
    void badAnswersAreErrorsOrHoles_data();
    void badAnswersAreErrorsOrHoles();
    void errorsSayWhatToDo_data();
    void errorsSayWhatToDo();
    void usageHeadersSayHowLongToWait();
    void aPageIsWalkedWithoutEverKeepingAToken();
    void anErrorWithin200SignsOutWhenTheTokenHasEnded();

private:
    core::ManualClock m_clock{core::instantFromMillis(1769847125000)};
    networks::HttpClient m_http{m_clock};
};

void MetaTest::aPageIsReadWithTheCommentsWithinItsPosts()
{
    const auto listing = networks::parseFacebook(ownFixture(u"facebook/feed.json"_s));
    QVERIFY(listing);
    QCOMPARE(idsOf(listing->posts), QStringList({u"100_1"_s, u"1_12"_s, u"1_13"_s, u"1_14"_s}));
    QCOMPARE(listing->nextToken, u"AFTER1"_s);
    const networks::Post &comment = listing->posts[1];
    QCOMPARE(comment.network, u"facebook"_s);
    QCOMPARE(comment.text, u"It smokes"_s);
    QCOMPARE(comment.author.name, u"Léa K."_s);
    QCOMPARE(comment.author.handle, u"2001"_s);
    QCOMPARE(comment.inReplyTo, u"100_1"_s);
    QCOMPARE(comment.root, u"100_1"_s);
    QCOMPARE(comment.url, u"https://www.facebook.com/100/posts/1/?comment_id=12"_s);
    QCOMPARE(core::toIso(comment.postedAt), u"2026-01-31T08:12:05Z"_s);
    QCOMPARE(std::pair(comment.likes, comment.replies), std::pair(3, 1));
    QCOMPARE(listing->posts[2].inReplyTo, u"1_12"_s);
    QCOMPARE(listing->posts[3].author.name, QString()); // the app may not know
}

void MetaTest::anInstagramAccountIsReadWithItsReplies()
{
    const auto listing = networks::parseInstagram(ownFixture(u"instagram/media.json"_s));
    QVERIFY(listing);
    QCOMPARE(idsOf(listing->posts), QStringList({u"17900"_s, u"17858154961981086"_s, u"17858154961981087"_s}));
    QCOMPARE(listing->nextToken, QString()); // a cursor without a next page leads nowhere
    const networks::Post &comment = listing->posts[1];
    QCOMPARE(comment.network, u"instagram"_s);
    QCOMPARE(comment.author.handle, u"@lea_k"_s);
    QCOMPARE(comment.url, u"https://www.instagram.com/p/abc/"_s);
    QCOMPARE(comment.root, u"17900"_s);
    QCOMPARE(listing->posts[2].inReplyTo, u"17858154961981086"_s);
    QCOMPARE(listing->posts[2].root, u"17900"_s);
}

void MetaTest::recordedAnswersAreRead()
{
    const QByteArray stream = recordedFile(u"meta/fb_comments_stream_p1.json"_s);
    if (stream.isEmpty())
        QSKIP("the recorded answers of Meta are absent");
    const auto comments = networks::parseFacebook(stream);
    QVERIFY(comments);
    QCOMPARE(idsOf(comments->posts),
             QStringList({u"10158407654328553_10158407903973553"_s, u"10158407654328553_10158408043788553"_s,
                          u"10158407654328553_10158409983033553"_s}));
    QCOMPARE(comments->posts[0].text, u"Can someone please assist me 😕"_s);
    QCOMPARE(comments->posts[0].replies, 2);
    QCOMPARE(comments->nextToken, u"after"_s);
    const auto top = networks::parseFacebook(recordedFile(u"meta/fb_comments_toplevel_p1.json"_s));
    QVERIFY(top);
    QCOMPARE(idsOf(top->posts),
             QStringList({u"2498598377021978_2498617433686739"_s, u"2498598377021978_2509257345956081"_s}));
    QCOMPARE(top->posts[0].author.name, u"Person A"_s);
    QCOMPARE(top->posts[0].likes, 2);
    const auto feed = networks::parseFacebook(recordedFile(u"meta/fb_feed_p1.json"_s));
    QVERIFY(feed);
    QCOMPARE(idsOf(feed->posts), QStringList{u"4_10113477241177441"_s});
    QCOMPARE(feed->nextToken, QString()); // its paging has addresses with tokens alone
    const auto media = networks::parseInstagram(recordedFile(u"meta/ig_media_comments_p1.json"_s));
    QVERIFY(media);
    QCOMPARE(idsOf(media->posts), QStringList({u"17858154961981086"_s, u"17874875428706419"_s}));
    const auto mentioned = networks::parseInstagram(recordedFile(u"meta/ig_mentioned_comment.json"_s));
    QVERIFY(mentioned);
    QCOMPARE(mentioned->posts.size(), 1u);
    QCOMPARE(mentioned->posts[0].text, u"@brand good"_s);
    QCOMPARE(mentioned->posts[0].author.handle, u"@person_c"_s);
    const auto missing = networks::parseFacebook(recordedFile(u"meta/error_100_missing_permission.json"_s));
    QVERIFY(!missing);
    QVERIFY(missing.error().detail.startsWith(u"error 100 of the network: (#100) Object does not exist"_s));
    const QJsonObject header =
        QJsonDocument::fromJson(recordedFile(u"meta/header_x-business-use-case-usage.json"_s)).object();
    const QByteArray usage =
        QJsonDocument(header.value(u"x-business-use-case-usage"_s).toObject()).toJson(QJsonDocument::Compact);
    QVERIFY(!networks::metaWait({{"X-Business-Use-Case-Usage", usage}}));
}

void MetaTest::badAnswersAreErrorsOrHoles_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("posts");
    QTest::newRow("empty") << QByteArray() << -1;
    QTest::newRow("truncated") << ownFixture(u"facebook/feed.json"_s).left(500) << -1;
    QTest::newRow("HTML") << QByteArray("<html>") << -1;
    QTest::newRow("an object") << QByteArray("{}") << -1;
    QTest::newRow("data of a wrong type") << QByteArray(R"({"data":{"id":"1"}})") << -1;
    QTest::newRow("an empty list") << QByteArray(R"({"data":[]})") << 0;
    QTest::newRow("items of wrong types") << QByteArray(R"({"data":[1,"x",null,[],{"id":"1"},{"message":"m"}],"paging":[]})") << 0;
    QTest::newRow("an id beyond 2^53 as a number")
        << QByteArray(R"({"data":[{"id":9007199254740993,"message":"m","created_time":"2026-01-31T07:00:00+0000","from":[],)"
                      R"("comments":{"data":{}}}]})")
        << 1;
    QTest::newRow("an error with status 200") << QByteArray(R"({"data":[],"error":{"code":190}})") << -1;
    QTest::newRow("nested too deeply") << QByteArray(R"({"data":[)").repeated(5000) << -1;
}

void MetaTest::badAnswersAreErrorsOrHoles()
{
    QFETCH(QByteArray, body);
    QFETCH(int, posts);
    const auto listing = networks::parseFacebook(body);
    QCOMPARE(listing ? int(listing->posts.size()) : -1, posts);
    if (posts == 1)
        QCOMPARE(listing->posts[0].remoteId, u"9007199254740993"_s);
    (void)networks::parseInstagram(body);
}

void MetaTest::errorsSayWhatToDo_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("page limit") << 32 << ErrorKind::RateLimited;
    QTest::newRow("business limit") << 80'001 << ErrorKind::RateLimited;
    QTest::newRow("ended token") << 190 << ErrorKind::Unauthorized;
    QTest::newRow("missing right") << 200 << ErrorKind::Conflict;
    QTest::newRow("their trouble") << 2 << ErrorKind::Network;
    QTest::newRow("something else") << 100 << ErrorKind::Parse;
}

void MetaTest::errorsSayWhatToDo()
{
    QFETCH(int, code);
    QFETCH(ErrorKind, kind);
    const QByteArray body = R"({"error":{"message":"why","code":)" + QByteArray::number(code) + "}}";
    const auto error = networks::metaError(body, {}, 400);
    QVERIFY(error);
    QCOMPARE(error->kind, kind);
    QCOMPARE(error->detail, u"error %1 of the network: why"_s.arg(code));
    QCOMPARE(error->retryAfter.has_value(), kind == ErrorKind::RateLimited);
    QVERIFY(!networks::metaError(R"({"data":[]})", {}, 200));
}

void MetaTest::usageHeadersSayHowLongToWait()
{
    QCOMPARE(*networks::metaWait({{"X-App-Usage", R"({"call_count":100,"total_time":5,"total_cputime":1})"}}), std::chrono::seconds(60min));
    QCOMPARE(*networks::metaWait({{"x-business-use-case-usage", R"({"17":[{"call_count":12,"estimated_time_to_regain_access":19}]})"}}),
             std::chrono::seconds(19min));
    QVERIFY(!networks::metaWait({{"X-App-Usage", "nonsense"}, {"X-Other", R"({"call_count":100})"}}));
    QCOMPARE(*networks::metaWait({{"x-app-usage", R"({"estimated_time_to_regain_access":1e300})"}}), std::chrono::seconds(24h));
}

void MetaTest::aPageIsWalkedWithoutEverKeepingAToken()
{
    FakeNetwork network;
    networks::Account account(
        {.network = u"facebook"_s, .baseUrl = network.url(u"/v25.0"_s), .userId = u"100"_s, .accessToken = "T0K"});
    const auto reader = [&] {
        return std::unique_ptr<networks::Connector>(networks::makeReader(
            {.network = u"facebook"_s, .what = ReadTask::What::Mentions}, &account, m_http, m_clock, nullptr));
    };
    const QString fields =
        u"id,message,from,created_time,permalink_url,comments.filter(stream).order(reverse_chronological)"
        ".limit(100){id,message,from,created_time,parent{id},like_count,comment_count,permalink_url}"_s;
    const QByteArray target = "/v25.0/100/feed?fields=" + QUrl::toPercentEncoding(fields) + "&limit=25";
    network.expect(target, {.body = ownFixture(u"facebook/feed.json"_s)});
    network.expect(target + "&after=AFTER1", {.body = R"({"data":[]})"});
    const Result<Page> first = fetchOnce(*reader());
    QVERIFY(first && first->hasMore && first->next);
    QCOMPARE(idsOf(first->posts), QStringList({u"1_12"_s, u"1_13"_s, u"1_14"_s})); // the page's own are no mentions
    QVERIFY(!first->next->contains("SECRET"));
    const Result<Page> second = fetchOnce(*reader(), *first->next);
    network.verify();
    QVERIFY(second && !second->hasMore);
    for (const FakeRequest &request : network.requests()) {
        QVERIFY(!request.target.contains("T0K"));
        QCOMPARE(request.headers.value("authorization"), "Bearer T0K");
    }
}

void MetaTest::anErrorWithin200SignsOutWhenTheTokenHasEnded()
{
    FakeNetwork network;
    networks::Account account(
        {.network = u"instagram"_s, .baseUrl = network.url(QString()), .userId = u"17"_s, .accessToken = "T"});
    const std::unique_ptr<networks::Connector> connector(networks::makeReader(
        {.network = u"instagram"_s, .what = ReadTask::What::Mentions}, &account, m_http, m_clock, nullptr));
    const QString fields =
        u"id,caption,username,timestamp,permalink,comments_count,comments.limit(50){id,text,username,timestamp,"
        "like_count,replies.limit(50){id,text,username,timestamp,like_count}}"_s;
    network.expect("/17/media?fields=" + QUrl::toPercentEncoding(fields) + "&limit=25",
                   {.status = 400, .body = R"({"error":{"message":"Session has expired","code":190}})"});
    const Result<Page> page = fetchOnce(*connector);
    network.verify();
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::Unauthorized);
    QVERIFY(!account.isSignedIn());
}

QTEST_GUILESS_MAIN(MetaTest)
#include "tst_meta.moc"
