// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/account.h"
#include "networks/fakenetwork.h"
#include "networks/mastodonconnector.h"
#include "networks/mastodonsearchprobe.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using networks::Account;
using networks::Cursor;
using networks::HttpClient;
using networks::MastodonConnector;
using networks::Page;
using networks::ReadTask;

namespace
{

const QByteArray kNotifications = "/api/v1/notifications?limit=80&types%5B%5D=mention&types%5B%5D=quote&include_filtered=true";

QJsonObject status(int id, const QString &text, const QString &created = u"2026-01-31T08:12:05Z"_s)
{
    return {{u"id"_s, QString::number(id)},
            {u"created_at"_s, created},
            {u"content"_s, u"<p>%1</p>"_s.arg(text)},
            {u"visibility"_s, u"public"_s},
            {u"account"_s, QJsonObject{{u"id"_s, u"11"_s}, {u"acct"_s, u"lea"_s}}}};
}

QByteArray mentions(const QList<int> &ids)
{
    QJsonArray list;
    for (const int id : ids) {
        list.append(QJsonObject{{u"id"_s, QString::number(id)},
                                {u"type"_s, u"mention"_s},
                                {u"created_at"_s, u"2026-01-31T08:12:05Z"_s},
                                {u"status"_s, status(1000 + id, u"Bonjour"_s)}});
    }
    return QJsonDocument(list).toJson();
}

QByteArray timeline(const QList<int> &ids)
{
    QJsonArray list;
    for (const int id : ids)
        list.append(status(id, u"Cafetières partout"_s));
    return QJsonDocument(list).toJson();
}

QStringList idsOf(const Page &page)
{
    QStringList ids;
    for (const networks::Post &post : page.posts)
        ids.append(post.remoteId.section(u'/', 1));
    return ids;
}

} // namespace

class MastodonConnectorTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void mentionsAreReadDownToWhatIsKnown();
    void aServerThatCannotStandTheFiltersIsAskedWithoutThem();
    void everyEighthReadingAsksWithoutAnEnd();
    void aHashtagIsReadWithoutAnAccount();
    void anAccountThatIsNotThereReadsNoMentions();
    void aSearchThatFindsNothingIsTriedWithAWordOfOurs();
    void aSearchThatIsNotThereSaysSo_data();
    void aSearchThatIsNotThereSaysSo();
    void aTokenThatIsNotKnownSignsTheAccountOut();
    void aLimitWithoutAHintIsWaitedFor();
    void whatIsNoAnswerIsAnErrorThatKeepsTheCursor_data();
    void whatIsNoAnswerIsAnErrorThatKeepsTheCursor();
    void everyRequestNamesVigieAndKeepsTheTokenInAHeader();
    void cancellingEndsAFetchOnce();
    void aFetchWhileOneRunsIsIgnored();
    void theWordToSearchIsOneThatAPostIsFoundBy_data();
    void theWordToSearchIsOneThatAPostIsFoundBy();

private:
    Result<Page> fetch(MastodonConnector &connector, const Cursor &cursor = {})
    {
        std::vector<Result<Page>> results;
        const auto connection = connect(&connector, &MastodonConnector::fetched, this,
                                        [&results](const Result<Page> &result) { results.push_back(result); });
        connector.fetch(cursor);
        const bool wasSync = !results.empty();
        [&results] { QTRY_COMPARE(results.size(), 1u); }();
        disconnect(connection);
        return results.size() != 1 || wasSync ? Result<Page>(fail(ErrorKind::Internal, u"not exactly one, later"_s))
                                              : results.front();
    }
    std::unique_ptr<MastodonConnector> reader(ReadTask::What what, const QString &query = {})
    {
        return std::make_unique<MastodonConnector>(ReadTask{.network = u"mastodon"_s, .what = what, .query = query},
                                                   m_account.get(), *m_http, m_clock);
    }

    core::ManualClock m_clock{core::instantFromMillis(1769847125000)};
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<Account> m_account;
};

void MastodonConnectorTest::init()
{
    m_network = std::make_unique<FakeNetwork>();
    m_http = std::make_unique<HttpClient>(m_clock);
    m_account = std::make_unique<Account>(networks::Credentials{
        .network = u"mastodon"_s, .baseUrl = m_network->url({}), .handle = u"@lumea@veille.exemple"_s, .userId = u"7"_s,
        .accessToken = "secret"});
}

void MastodonConnectorTest::cleanup()
{
    m_account.reset();
    m_http.reset();
    m_network.reset();
}

void MastodonConnectorTest::mentionsAreReadDownToWhatIsKnown()
{
    // From the second reading on, the server is asked to end a little below the newest that is known.
    m_network->expect(kNotifications, {.body = mentions({6, 5, 4, 3, 2, 1})});
    m_network->expect(kNotifications + "&max_id=1", {.body = "[]"});
    m_network->expect(kNotifications + "&since_id=1", {.body = mentions({9, 8})});
    m_network->expect(kNotifications + "&max_id=8&since_id=1", {.body = mentions({7, 6, 5, 4})});
    m_network->expect(kNotifications + "&max_id=4&since_id=1", {.body = mentions({3, 2})});
    const auto connector = reader(ReadTask::What::Mentions);
    const auto first = fetch(*connector);
    QVERIFY(first && first->hasMore && first->next);
    QCOMPARE(idsOf(*first).size(), 6);
    QVERIFY(first->posts[0].remoteId.startsWith(u"127.0.0.1:"_s));
    const auto end = fetch(*connector, *first->next);
    QVERIFY(end && !end->hasMore && end->next);
    const auto second = fetch(*connector, *end->next);
    QVERIFY(second && second->hasMore);
    const auto third = fetch(*connector, *second->next);
    QCOMPARE(idsOf(*third), QStringList{u"1007"_s});
    const auto last = fetch(*connector, *third->next);
    QVERIFY(last && !last->hasMore && last->posts.empty() && last->gaps.empty());
    m_network->verify();
}

void MastodonConnectorTest::aServerThatCannotStandTheFiltersIsAskedWithoutThem()
{
    m_network->expect(kNotifications, {.status = 400, .body = R"({"error":"invalid value for enum"})"});
    m_network->expect("/api/v1/notifications?limit=80", {.body = mentions({5})});
    m_network->expect("/api/v1/notifications?limit=80", {.status = 400});
    const auto connector = reader(ReadTask::What::Mentions);
    const auto page = fetch(*connector);
    QVERIFY(page);
    QCOMPARE(page->posts.size(), 1u);
    QVERIFY(!fetch(*connector)); // and not for ever
    m_network->verify();
}

void MastodonConnectorTest::everyEighthReadingAsksWithoutAnEnd()
{
    const auto connector = reader(ReadTask::What::Mentions);
    const Cursor cursor = networks::MastodonCursor{.list = u"mentions 127.0.0.1:%1 7"_s.arg(m_network->url({}).port()),
                                                   .hasBegun = true,
                                                   .seen = {u"10"_s, u"9"_s, u"8"_s, u"7"_s, u"6"_s, u"5"_s, u"4"_s}}
                              .toCursor();
    m_network->expect(kNotifications, {.body = "[]"});
    for (int i = 0; i < 7; ++i)
        m_network->expect(kNotifications + "&since_id=5", {.body = "[]"});
    m_network->expect(kNotifications, {.body = "[]"});
    for (int i = 0; i < 9; ++i) {
        const auto page = fetch(*connector, cursor);
        QVERIFY(page && !page->next && page->posts.empty());
    }
    m_network->verify();
}

void MastodonConnectorTest::aHashtagIsReadWithoutAnAccount()
{
    m_network->expect("/api/v1/timelines/tag/caf%C3%A9?limit=40", {.body = timeline({3, 2})});
    m_network->expect("/api/v1/timelines/tag/caf%C3%A9?limit=40&max_id=2", {.body = "[]"});
    MastodonConnector connector({.network = u"mastodon"_s, .what = ReadTask::What::Hashtag, .query = u"#café"_s, .url = m_network->url({})},
                                nullptr, *m_http, m_clock);
    QVERIFY(!connector.canStream());
    const auto page = fetch(connector);
    QVERIFY(page);
    QCOMPARE(idsOf(*page), (QStringList{u"3"_s, u"2"_s}));
    QVERIFY(fetch(connector, *page->next));
    QVERIFY(!m_network->requests().at(0).headers.contains("authorization"));
    m_network->verify();
}

void MastodonConnectorTest::anAccountThatIsNotThereReadsNoMentions()
{
    m_account.reset();
    const auto page = fetch(*reader(ReadTask::What::Mentions));
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::Unauthorized);
    QVERIFY(m_network->requests().isEmpty());
}

void MastodonConnectorTest::aSearchThatFindsNothingIsTriedWithAWordOfOurs()
{
    const QByteArray query = "/api/v2/search?q=luméa";
    const QByteArray encoded = "/api/v2/search?q=lum%C3%A9a&type=statuses&limit=40";
    m_network->expect(encoded, {.body = R"({"statuses":[]})"});
    m_network->expect("/api/v1/accounts/7/statuses", {.body = timeline({1})});
    m_network->expect("/api/v2/search?q=Cafeti%C3%A8res&type=statuses", {.body = R"({"statuses":[]})"});
    const auto without = fetch(*reader(ReadTask::What::Search, u"luméa"_s));
    QVERIFY(!without);
    QCOMPARE(without.error().kind, ErrorKind::NotFound);
    QCOMPARE(without.error().detail, networks::noSearchHere().detail);

    m_network->expect(encoded, {.body = R"({"statuses":[]})"});
    m_network->expect("/api/v1/accounts/7/statuses", {.body = timeline({1})});
    m_network->expect("/api/v2/search?q=Cafeti%C3%A8res&type=statuses", {.body = R"({"statuses":)" + timeline({1}) + "}"});
    const auto connector = reader(ReadTask::What::Search, u"luméa"_s);
    const auto with = fetch(*connector);
    QVERIFY(with && with->posts.empty() && with->next);

    m_network->expect(encoded, {.body = R"({"statuses":)" + timeline({9, 8}) + "}"});
    m_network->expect(encoded + "&offset=2", {.body = R"({"statuses":[]})"});
    const auto found = fetch(*connector, *with->next);
    QVERIFY(found && found->hasMore);
    QCOMPARE(found->posts.size(), 2u);
    QVERIFY(fetch(*connector, *found->next));
    m_network->verify();
}

void MastodonConnectorTest::aSearchThatIsNotThereSaysSo_data()
{
    QTest::addColumn<int>("status");
    for (const int code : {400, 404, 405, 422, 501})
        QTest::addRow("%d", code) << code;
}

void MastodonConnectorTest::aSearchThatIsNotThereSaysSo()
{
    QFETCH(int, status);
    m_network->expect("/api/v2/search?q=a&type=statuses&limit=40", {.status = status, .body = "<html>"});
    const auto page = fetch(*reader(ReadTask::What::Search, u"a"_s));
    QVERIFY(!page);
    QCOMPARE(page.error().detail, networks::noSearchHere().detail);
    QCOMPARE(page.error().retryAfter, std::optional<std::chrono::seconds>(24h));
}

void MastodonConnectorTest::aTokenThatIsNotKnownSignsTheAccountOut()
{
    m_network->expect(kNotifications, {.status = 401}); // an empty body, as some servers have it
    QSignalSpy spy(m_account.get(), &Account::signedOut);
    const auto connector = reader(ReadTask::What::Mentions);
    const auto page = fetch(*connector);
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::Unauthorized);
    QCOMPARE(spy.size(), 1);
    QVERIFY(!connector->canStream());
    QVERIFY(!fetch(*connector)); // without asking again
    m_network->verify();
}

void MastodonConnectorTest::aLimitWithoutAHintIsWaitedFor()
{
    m_network->expect(kNotifications, {.status = 429});
    m_network->expect(kNotifications, {.status = 429, .headers = {{"X-RateLimit-Reset", "2026-01-31T08:13:35.000Z"}, {"X-RateLimit-Remaining", "0"}}});
    const auto silent = fetch(*reader(ReadTask::What::Mentions));
    QCOMPARE(silent.error().kind, ErrorKind::RateLimited);
    QCOMPARE(silent.error().retryAfter, std::optional<std::chrono::seconds>(5min));
    const auto told = fetch(*reader(ReadTask::What::Mentions));
    QCOMPARE(told.error().retryAfter, std::optional<std::chrono::seconds>(90s));
}

void MastodonConnectorTest::whatIsNoAnswerIsAnErrorThatKeepsTheCursor_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << 200 << QByteArray();
    QTest::newRow("HTML") << 200 << QByteArray("<html><body>Please wait…");
    QTest::newRow("an error inside a success") << 200 << QByteArray(R"({"error":{"message":"no"}})");
    QTest::newRow("another document") << 200 << QByteArray(R"({"statuses":[]})");
    QTest::newRow("broken off") << 200 << mentions({5}).left(200);
    QTest::newRow("nested") << 200 << QByteArray(100'000, '[');
    QTest::newRow("HTML error") << 502 << QByteArray("<html>");
    QTest::newRow("empty error") << 503 << QByteArray();
    QTest::newRow("teapot") << 418 << QByteArray();
}

void MastodonConnectorTest::whatIsNoAnswerIsAnErrorThatKeepsTheCursor()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_network->expect(kNotifications, {.status = status, .body = body});
    QVERIFY(!fetch(*reader(ReadTask::What::Mentions)));
    m_network->verify();
}

void MastodonConnectorTest::everyRequestNamesVigieAndKeepsTheTokenInAHeader()
{
    m_network->expect(kNotifications, {.body = "[]"});
    QVERIFY(fetch(*reader(ReadTask::What::Mentions)));
    const FakeRequest &request = m_network->requests().at(0);
    QVERIFY(request.headers.value("user-agent").startsWith("Vigie/"));
    QCOMPARE(request.headers.value("authorization"), "Bearer secret");
    QVERIFY(!request.target.contains("secret"));
}

void MastodonConnectorTest::cancellingEndsAFetchOnce()
{
    m_network->expect(kNotifications, {.kind = FakeAnswer::Kind::Silence});
    const auto connector = reader(ReadTask::What::Mentions);
    QSignalSpy spy(connector.get(), &MastodonConnector::fetched);
    connector->cancel();
    connector->fetch({});
    QTRY_COMPARE(m_network->requests().size(), 1);
    connector->cancel();
    QCOMPARE(spy.size(), 0);
    QTRY_COMPARE(spy.size(), 1);
    QCOMPARE(spy.at(0).at(0).value<Result<Page>>().error().kind, ErrorKind::Cancelled);

    // Also while it finds out whether the server searches.
    m_network->expect("/api/v2/search?q=a&type=statuses&limit=40", {.body = R"({"statuses":[]})"});
    m_network->expect("/api/v1/accounts/7/statuses", {.kind = FakeAnswer::Kind::Silence});
    const auto search = reader(ReadTask::What::Search, u"a"_s);
    QSignalSpy searched(search.get(), &MastodonConnector::fetched);
    search->fetch({});
    QTRY_COMPARE(m_network->requests().size(), 3);
    search->cancel();
    QTRY_COMPARE(searched.size(), 1);
    QCOMPARE(searched.at(0).at(0).value<Result<Page>>().error().kind, ErrorKind::Cancelled);
}

void MastodonConnectorTest::aFetchWhileOneRunsIsIgnored()
{
    m_network->expect(kNotifications, {.body = "[]", .delay = 20ms});
    const auto connector = reader(ReadTask::What::Mentions);
    QSignalSpy spy(connector.get(), &MastodonConnector::fetched);
    connector->fetch({});
    connector->fetch({});
    QTRY_COMPARE(spy.size(), 1);
    QCOMPARE(m_network->requests().size(), 1);
}

void MastodonConnectorTest::theWordToSearchIsOneThatAPostIsFoundBy_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word");
    QTest::newRow("the longest") << u"Nos équipes vérifient les cafetières."_s << u"cafetières"_s;
    QTest::newRow("neither names nor links nor tags") << u"@quelquunquiestla https://exemple.org #rappelgeneral merci"_s << u"merci"_s;
    QTest::newRow("nothing long enough") << u"oui et non"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void MastodonConnectorTest::theWordToSearchIsOneThatAPostIsFoundBy()
{
    QFETCH(QString, text);
    QTEST(networks::wordToSearch(text), "word");
}

QTEST_GUILESS_MAIN(MastodonConnectorTest)
#include "tst_mastodonconnector.moc"
