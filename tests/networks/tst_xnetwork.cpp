// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/fakenetwork.h"
#include "networks/account.h"
#include "networks/networks.h"
#include "networks/httpclient.h"
#include "networks/reading.h"
#include "networks/recordings.h"
#include "networks/walkcursor.h"
#include "networks/xcost.h"
#include "networks/xparser.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using networks::Page;
using networks::PostListing;
using networks::ReadTask;
using networks::XCost;
using networks::XPrices;

namespace
{

const QByteArray kFields = "post.fields=conversation_id%2Ccreated_at%2Clang%2Cnote_post%2Cpublic_metrics&"
                           "expansions=author_id%2Creferenced_posts&user.fields=name%2Cpublic_metrics%2Cusername";

} // namespace

class XNetworkTest : public QObject
{
    Q_OBJECT

private slots:
    void postsAreReadInBothSpellings();
    void recordedExchangesAreRead();
    void aSingleGonePostIsATombstone();
    void badAnswersAreErrorsOrHoles_data();
    void badAnswersAreErrorsOrHoles();
    void onlyWhoSummonsMayBeAnswered();
    void theDayIsCountedInThousandths();
    void mentionsAreReadOnFromTheNewest();
    void aSpentBudgetStopsReadingUntilMidnight();
    void whatPostsBringAlongIsPaidForBeforehand();
    void aSearchThatSleptForAWeekSaysWhatItMissed();
    void anEndedTokenSignsOutOnce();
    void aLimitIsWaitedFor();

private:
    networks::Account account(const FakeNetwork &network, QJsonObject options = {{u"daily_budget_usd"_s, 5.0}})
    {
        return networks::Account({.network = u"x"_s,
                                  .baseUrl = network.url(QString()),
                                  .handle = u"@LumioCare"_s,
                                  .userId = u"777"_s,
                                  .accessToken = "T0K",
                                  .options = std::move(options)});
    }
    std::unique_ptr<networks::Connector> reader(networks::Account &account, ReadTask::What what,
                                                const QString &query = {})
    {
        return std::unique_ptr<networks::Connector>(
            networks::makeReader({.network = u"x"_s, .what = what, .query = query}, &account, m_http, m_clock, nullptr));
    }

    core::ManualClock m_clock{core::instantFromMillis(1769847125000)};
    networks::HttpClient m_http{m_clock};
};

void XNetworkTest::postsAreReadInBothSpellings()
{
    const auto listing = networks::parseXPosts(ownFixture(u"x/mentions.json"_s));
    QVERIFY(listing);
    QCOMPARE(listing->posts.size(), 2u);
    QCOMPARE(listing->nextToken, u"tok1"_s);
    QCOMPARE(listing->newestId, u"2017148500000000003"_s);
    QCOMPARE(listing->authors, 2);
    QCOMPARE(listing->others, 0);
    QCOMPARE(networks::parseXPosts(R"({"data":[],"includes":{"posts":[{"id":"1"},{"id":"2"}]},"meta":{"result_count":0}})")->others, 2);
    QVERIFY(listing->deleted.isEmpty()); // only a hole refers to it
    const networks::Post &reply = listing->posts[0];
    QCOMPARE(reply.network, u"x"_s);
    QCOMPARE(reply.text, u"@LumioCare my lamp <4417> smokes & smells"_s);
    QCOMPARE(reply.author.handle, u"@lea_k"_s);
    QCOMPARE(reply.author.name, u"Léa K."_s);
    QCOMPARE(reply.author.followers, 1520);
    QCOMPARE(reply.url, u"https://x.com/lea_k/status/2017148500000000003"_s);
    QCOMPARE(reply.inReplyTo, u"2017148500000000002"_s);
    QCOMPARE(reply.root, u"2017148500000000001"_s);
    QCOMPARE(reply.language, u"en"_s);
    QCOMPARE(core::toIso(reply.postedAt), u"2026-01-31T08:12:05Z"_s);
    QCOMPARE(std::tuple(reply.likes, reply.reposts, reply.replies), std::tuple(9, 4, 2));
    const networks::Post &repost = listing->posts[1];
    QCOMPARE(repost.text, u"Une annonce, en entier, pour @LumioCare"_s);
    QVERIFY(repost.isRepost);
    QCOMPARE(repost.reposts, 7);
    QCOMPARE(repost.language, QString());
    QCOMPARE(repost.root, QString());
    QCOMPARE(repost.author.handle, u"@max_m"_s);
    QCOMPARE(core::toUtc(repost.postedAt).date(), QDate(2026, 1, 30)); // out of its id
}

void XNetworkTest::recordedExchangesAreRead()
{
    const std::vector<Recorded> exchanges = recordedOf(u"x"_s);
    if (exchanges.empty())
        QSKIP("the recorded exchanges of X are absent");
    QMap<QString, int> posts;
    int all = 0;
    int refused = 0;
    for (const Recorded &exchange : exchanges) {
        const auto listing = networks::parseXPosts(exchange.body);
        refused += listing ? 0 : 1;
        if (!listing)
            continue;
        posts[exchange.file] += int(listing->posts.size());
        all += int(listing->posts.size());
        for (const networks::Post &post : listing->posts) {
            QVERIFY(!post.text.isEmpty());
            QVERIFY(post.remoteId.toULongLong() > 1'000'000'000'000'000);
            QCOMPARE(post.url, u"https://x.com/i/status/"_s + post.remoteId);
            QVERIFY(core::toUtc(post.postedAt).date().year() >= 2010 && core::toUtc(post.postedAt).date().year() <= 2022);
        }
    }
    qInfo("X: %d exchanges, %d posts, %d answers without a list", int(exchanges.size()), all, refused);
    QCOMPARE(exchanges.size(), 86u);
    QCOMPARE(all, 363); // and one made-up id, "1234567890", that tells no time
    QCOMPARE(posts.value(u"test_client_get_users_mentions.json"_s), 10);
    QCOMPARE(posts.value(u"test_client_search_recent_tweets.json"_s), 10);
    QCOMPARE(posts.value(u"test_client_get_home_timeline.json"_s), 98);
    QCOMPARE(posts.value(u"test_manage_and_lookup_direct_messages.json"_s), 0); // private ones are none
    QCOMPARE(refused, 1); // testratelimitstatus.json, of API 1.1
}

void XNetworkTest::aSingleGonePostIsATombstone()
{
    const QByteArray gone = R"({"errors":[{"value":"12","resource_id":"12","parameter":"ids","title":"Not Found Error",)"
                            R"("type":"https://api.example/2/problems/resource-not-found"}]})";
    const auto listing = networks::parseXPosts(gone);
    QVERIFY(listing);
    QCOMPARE(listing->deleted, QStringList{u"12"_s});
    const auto refused = networks::parseXPosts(R"({"errors":[{"title":"Forbidden","detail":"no","parameter":"ids"}]})");
    QVERIFY(!refused);
    QCOMPARE(refused.error().detail, u"Forbidden: no"_s);
}

void XNetworkTest::badAnswersAreErrorsOrHoles_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("posts");
    QTest::newRow("empty") << QByteArray() << -1;
    QTest::newRow("truncated") << ownFixture(u"x/mentions.json"_s).left(900) << -1;
    QTest::newRow("HTML") << QByteArray("<!DOCTYPE html>") << -1;
    QTest::newRow("an error with status 200") << QByteArray(R"({"title":"Too Many Requests","status":429})") << -1;
    QTest::newRow("nothing found") << QByteArray(R"({"meta":{"result_count":0}})") << 0;
    QTest::newRow("data of a wrong type") << QByteArray(R"({"data":"x","meta":{"result_count":1}})") << 0;
    QTest::newRow("items of wrong types") << QByteArray(R"({"data":[1,null,"x",[],{},{"id":"1"},{"text":"t"}]})") << 0;
    QTest::newRow("an id beyond 2^53 as a number") << QByteArray(R"({"data":[{"id":1578516295611748353,"text":"t"}]})") << 1;
    QTest::newRow("members of wrong types")
        << QByteArray(R"({"data":[{"id":"1578516295611748353","text":"t","author_id":[],"public_metrics":7,"referenced_tweets":{}}],)"
                      R"("includes":[],"meta":"x"})")
        << 1;
    QTest::newRow("no time, and none in the id") << QByteArray(R"({"data":[{"id":"20","text":"t"}]})") << 0;
    QTest::newRow("nested too deeply") << QByteArray(R"({"data":[)").repeated(5000) << -1;
}

void XNetworkTest::badAnswersAreErrorsOrHoles()
{
    QFETCH(QByteArray, body);
    QFETCH(int, posts);
    const auto listing = networks::parseXPosts(body);
    QCOMPARE(listing ? int(listing->posts.size()) : -1, posts);
    if (posts == 1)
        QCOMPARE(listing->posts[0].remoteId, u"1578516295611748353"_s);
}

void XNetworkTest::onlyWhoSummonsMayBeAnswered()
{
    const QByteArray mention = R"({"data":{"id":"1","text":"@lumiocare hi","entities":{"mentions":[{"username":"lumiocare","id":"777"}]}}})";
    QVERIFY(networks::isSummons(mention, u"@LumioCare"_s, u"777"_s));
    QVERIFY(!networks::isSummons(mention, u"@Other"_s, u"778"_s));
    const QByteArray quote = R"({"data":{"id":"1","text":"see","referenced_posts":[{"type":"quoted","id":"5"}]},)"
                             R"("includes":{"posts":[{"id":"5","author_id":"777"}]}})";
    QVERIFY(networks::isSummons(quote, u"@LumioCare"_s, u"777"_s));
    QVERIFY(!networks::isSummons(quote, u"@LumioCare"_s, u"778"_s));
    QVERIFY(!networks::isSummons("{}", {}, {}));

    const networks::Capabilities x = networks::capabilitiesOf(u"x");
    QVERIFY(x.isUntestedLive);
    QVERIFY(networks::replyObjection(x, u"nothing of yours", u"@LumioCare"_s));
    QVERIFY(!networks::replyObjection(x, u"(@lumiocare) look", u"@LumioCare"_s));
    QVERIFY(networks::replyObjection(x, u"@LumioCareFR look", u"LumioCare"_s));
    QVERIFY(!networks::replyObjection(x, u"look https://t.co/abc", u"@LumioCare"_s)); // may be a quotation
    QVERIFY(!networks::replyObjection(networks::capabilitiesOf(u"mastodon"), u"nothing", u"@LumioCare"_s));
}

void XNetworkTest::theDayIsCountedInThousandths()
{
    const core::Instant noon = core::instantFromMillis(1769860800000); // 2026-01-31T12:00:00Z
    XCost cost;
    QCOMPARE(cost.affordable(noon, 2500, XPrices::kPost, 100), 100);
    QCOMPARE(cost.affordable(noon, 2499, XPrices::kPost, 100), 99);
    cost.note(noon, 100, 40, XPrices::kPost);
    QCOMPARE(cost.spentOn(noon), 900);
    cost.note(noon + 1h, 50, 0, XPrices::kOwnedPost);
    QCOMPARE(cost.spentOn(noon + 1h), 950);
    QCOMPARE(cost.affordable(noon, 1000, XPrices::kPost, 100), 2);
    QCOMPARE(cost.affordable(noon, 900, XPrices::kPost, 100), 0);
    QCOMPARE(XCost::from(cost.toJson()), cost);
    QCOMPARE(cost.spentOn(noon + 11h), 950);
    QCOMPARE(cost.spentOn(noon + 12h), 0);
    QCOMPARE(cost.spentOn(noon - 48h), 950); // a clock that was set back makes no new day
    cost.note(noon + 12h, 1, 0, XPrices::kPost);
    QCOMPARE(cost.posts, 1);
    QCOMPARE(networks::untilMidnightUtc(noon), std::chrono::seconds(12h));
    QCOMPARE(networks::dollars(1250), u"1.25"_s);
}

void XNetworkTest::mentionsAreReadOnFromTheNewest()
{
    FakeNetwork network;
    networks::Account who = account(network);
    const QByteArray second = R"({"data":[{"id":"2017148400000000000","text":"older"}],)"
                              R"("meta":{"newest_id":"2017148400000000000","result_count":1}})";
    network.expect("/2/users/777/mentions?max_results=100&" + kFields, {.body = ownFixture(u"x/mentions.json"_s)});
    network.expect("/2/users/777/mentions?max_results=100&pagination_token=tok1&" + kFields, {.body = second});
    network.expect("/2/users/777/mentions?max_results=100&since_id=2017148500000000003&" + kFields,
                   {.body = R"({"meta":{"result_count":0}})"});
    const Result<Page> first = fetchOnce(*reader(who, ReadTask::What::Mentions));
    QVERIFY(first && first->hasMore);
    QCOMPARE(network.requests().at(0).headers.value("authorization"), "Bearer T0K");
    const Result<Page> next = fetchOnce(*reader(who, ReadTask::What::Mentions), *first->next); // after a restart
    QVERIFY(next && !next->hasMore);
    QCOMPARE(idsOf(next->posts), QStringList{u"2017148400000000000"_s});
    const Result<Page> idle = fetchOnce(*reader(who, ReadTask::What::Mentions), *next->next);
    network.verify();
    QVERIFY(idle && idle->posts.empty() && idle->gaps.empty());
    const auto cost = XCost::from(networks::WalkCursor::from(*idle->next).more.value(u"cost"_s).toObject());
    QCOMPARE(cost.posts, 3);
    QCOMPARE(cost.spent, 3 * XPrices::kOwnedPost + 2 * XPrices::kUser);
    QVERIFY(!idle->next->contains("T0K"));
}

void XNetworkTest::aSpentBudgetStopsReadingUntilMidnight()
{
    FakeNetwork network;
    networks::Account who = account(network, {{u"daily_budget_usd"_s, 0.33}});
    // 0.33 dollars pay for 13 posts at 0.025, with their authors and all that they may bring along; what is read is 2 posts and
    // 2 people: 0.03.
    network.expect("/2/tweets/search/recent?query=lumio&max_results=13&" + kFields,
                   {.body = ownFixture(u"x/mentions.json"_s)});
    const Result<Page> page = fetchOnce(*reader(who, ReadTask::What::Search, u"lumio"_s));
    QVERIFY(page);
    networks::WalkCursor walk = networks::WalkCursor::from(*page->next);
    XCost cost = XCost::from(walk.more.value(u"cost"_s).toObject());
    QCOMPARE(cost.spent, 30);
    cost.note(m_clock.now(), 36, 0, XPrices::kPost);
    walk.more[u"cost"_s] = cost.toJson();
    const Result<Page> stopped = fetchOnce(*reader(who, ReadTask::What::Search, u"lumio"_s), walk.toCursor());
    network.verify();
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, ErrorKind::RateLimited);
    QCOMPARE(stopped.error().detail, u"the budget of this day is spent: 0.21 of 0.33 US dollars"_s);
    QCOMPARE(*stopped.error().retryAfter, networks::untilMidnightUtc(m_clock.now()));
}

void XNetworkTest::whatPostsBringAlongIsPaidForBeforehand()
{
    FakeNetwork network;
    networks::Account who = account(network, {{u"daily_budget_usd"_s, 0.33}});
    QJsonArray posts;
    QJsonArray users;
    QJsonArray others;
    for (int i = 0; i < 13; ++i) { // all strangers, and each post both answers and quotes one
        const auto id = [i](int of) { return u"20171485%1000%2"_s.arg(of).arg(i, 8, 10, QLatin1Char('0')); };
        posts.append(QJsonObject{{u"id"_s, id(1)}, {u"text"_s, u"lumio"_s}, {u"author_id"_s, id(2)}});
        users.append(QJsonObject{{u"id"_s, id(2)}, {u"username"_s, u"u%1"_s.arg(i)}});
        for (const int referred : {3, 4})
            others.append(QJsonObject{{u"id"_s, id(referred)}, {u"text"_s, u"before"_s}});
    }
    const QJsonObject answer{{u"data"_s, posts}, {u"includes"_s, QJsonObject{{u"users"_s, users}, {u"posts"_s, others}}}};
    network.expect("/2/tweets/search/recent?query=lumio&max_results=13&" + kFields, {.body = QJsonDocument(answer).toJson()});
    const Result<Page> page = fetchOnce(*reader(who, ReadTask::What::Search, u"lumio"_s));
    network.verify();
    QVERIFY(page);
    const auto cost = XCost::from(networks::WalkCursor::from(*page->next).more.value(u"cost"_s).toObject());
    QCOMPARE(cost.spent, 13 * (XPrices::kPost + XPrices::kUser + 2 * XPrices::kPost)); // 0.325 of 0.33
}

void XNetworkTest::aSearchThatSleptForAWeekSaysWhatItMissed()
{
    FakeNetwork network;
    networks::Account who = account(network);
    const core::Instant last = m_clock.now() - 30 * 24h;
    networks::WalkCursor walk{
        .known = {u"1"_s}, .knownUntil = last, .more = {{u"newest_id"_s, u"2000000000000000000"_s}}};
    network.expect("/2/tweets/search/recent?query=lumio&max_results=100&" + kFields, {.body = R"({"meta":{"result_count":0}})"});
    const Result<Page> page = fetchOnce(*reader(who, ReadTask::What::Search, u"lumio"_s), walk.toCursor());
    network.verify();
    QVERIFY(page);
    QCOMPARE(page->gaps.size(), 1u);
    QCOMPARE(page->gaps[0].from, last);
    QCOMPARE(page->gaps[0].to, m_clock.now() - 167h);
}

void XNetworkTest::anEndedTokenSignsOutOnce()
{
    FakeNetwork network;
    networks::Account who = account(network);
    network.expect("/2/users/777/mentions?max_results=100&" + kFields,
                   {.status = 401, .body = R"({"title":"Unauthorized","status":401,"detail":"Unauthorized"})"});
    const Result<Page> page = fetchOnce(*reader(who, ReadTask::What::Mentions));
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::Unauthorized);
    QCOMPARE(page.error().detail, u"HTTP status 401: Unauthorized: Unauthorized"_s);
    QVERIFY(!who.isSignedIn());
}

void XNetworkTest::aLimitIsWaitedFor()
{
    FakeNetwork network;
    networks::Account who = account(network);
    const QByteArray reset = QByteArray::number(core::toMillis(m_clock.now()) / 1000 + 90);
    network.expect(
        "/2/users/777/mentions?max_results=100&" + kFields,
        {.status = 429, .headers = {{"x-rate-limit-remaining", "0"}, {"x-rate-limit-reset", reset}}, .body = "{}"});
    const Result<Page> page = fetchOnce(*reader(who, ReadTask::What::Mentions));
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::RateLimited);
    QVERIFY(page.error().retryAfter);
    QCOMPARE(page.error().retryAfter->count(), 90);
    QVERIFY(who.isSignedIn());
}

QTEST_GUILESS_MAIN(XNetworkTest)
#include "tst_xnetwork.moc"
