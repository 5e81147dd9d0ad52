// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/accountservice.h"
#include "monitoring/collector.h"
#include "monitoring/desk.h"
#include "monitoring/readingcost.h"
#include "monitoring/sourcerepository.h"
#include "networks/accountbook.h"
#include "networks/connector.h"
#include "networks/httpclient.h"
#include "networks/ndjsonreader.h"
#include "networks/secretstore.h"
#include "networks/walkcursor.h"
#include "networks/xcost.h"
#include "monitoring/sourceservice.h"
#include "monitoring/tombstonerepository.h"
#include "monitoring/volumerepository.h"

#include <QSignalSpy>
#include <QTimer>

#include <QDir>
#include <QFile>
#include <QPointer>

#include <deque>
#include <map>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::monitoring;

namespace
{

/// What the other side would answer, by address.
struct FakeNetwork {
    std::map<QString, Result<networks::Page>> answers = {};
    std::map<QString, QList<QByteArray>> cursors = {}; ///< that were asked with
};

class FakeConnector final : public networks::Connector
{
public:
    FakeConnector(QString url, FakeNetwork &network, QObject *parent)
        : Connector(parent), m_url(std::move(url)), m_network(network)
    {
    }
    std::function<void()> onStream = {};
    bool hasStream = false;
    std::function<void(std::function<Purse()>)> onPurse = {};

    void setPurse(std::function<Purse()> purse) override { onPurse(std::move(purse)); }
    std::deque<networks::Page> *pages = nullptr;

    [[nodiscard]] bool canStream() const override { return hasStream; }
    void stream(const networks::Cursor &) override { onStream(); }
    void fetch(const networks::Cursor &since) override
    {
        m_network.cursors[m_url] << since;
        QTimer::singleShot(0, this, [this] {
            if (pages && !pages->empty()) {
                const networks::Page page = pages->front();
                pages->pop_front();
                emit fetched(page);
            } else {
                emit fetched(m_network.answers.at(m_url));
            }
        });
    }
    void cancel() override {}

private:
    QString m_url;
    FakeNetwork &m_network;
};

struct CollectorDesk : Desk {
    core::SourceId addSource(const QString &name)
    {
        SourceService sources(*database);
        return *waitFor(sources.add(u"eva"_s, {.name = name, .url = u"https://press.example/"_s + name}));
    }
    void answer(const QString &name, Result<networks::Page> page)
    {
        network.answers.insert_or_assign(u"https://press.example/"_s + name, std::move(page));
    }
    Result<std::vector<CollectOutcome>> collectOnce(const QString &name = {})
    {
        auto future = collector.collectOnce(name);
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }))
            return fail(ErrorKind::Timeout, u"the round did not end"_s);
        return future.result();
    }

    FakeNetwork network;
    std::deque<networks::Page> pages; ///< before the answers
    bool canStream = false;
    QHash<QString, int> streams; ///< how often opened, by address
    std::function<networks::Connector::Purse()> purse = {}; ///< of the last connector that was given one
    QPointer<FakeConnector> streaming;
    QByteArray token; ///< that the last connector was made with
    Intake intake{*database, judge()};
    networks::HttpClient http{clock};
    std::unique_ptr<networks::SecretStore> secrets = networks::SecretStore::file(folder.filePath(u"secrets"_s));
    networks::AccountBook accounts{*secrets};
    Collector collector{*database, intake, http, accounts,
                        [this](const Source &source, networks::Account *account, networks::HttpClient &, const core::Clock &,
                               QObject *parent) {
                            auto *const connector = new FakeConnector(source.url, network, parent);
                            connector->pages = &pages;
                            connector->hasStream = canStream;
                            connector->onPurse = [this](auto asked) { purse = std::move(asked); };
                            connector->onStream = [this, connector, url = source.url] {
                                ++streams[url];
                                streaming = connector;
                            };
                            token = account ? account->credentials().accessToken : QByteArray();
                            return connector;
                        }};
};

} // namespace

class CollectorTest : public QObject
{
    Q_OBJECT

private slots:
    void aFolderIsReadByTheTableOfNetworks()
    {
        CollectorDesk desk;
        QDir().mkpath(desk.folder.filePath(u"in"_s));
        QFile file(desk.folder.filePath(u"in/a.ndjson"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(networks::toNdjson(post("1", u"Bonjour"_s)) + '\n');
        file.flush();
        file.setFileTime(core::toUtc(desk.clock.now() - std::chrono::hours(1)), QFileDevice::FileModificationTime);
        Source source{.name = u"in"_s, .kind = SourceKind::Folder, .url = desk.folder.filePath(u"in"_s)};
        source.id = *waitFor(SourceService(*desk.database).add(u"eva"_s, source));
        Collector real(*desk.database, desk.intake, desk.http, desk.accounts);
        auto round = real.collectOnce();
        QVERIFY(QTest::qWaitFor([&round] { return round.isFinished(); }));
        QVERIFY(round.result());
        QCOMPARE(round.result()->at(0).report.stored, 1);
        QVERIFY(!round.result()->at(0).error);
        auto again = real.collectOnce();
        QVERIFY(QTest::qWaitFor([&again] { return again.isFinished(); }));
        QCOMPARE(again.result()->at(0).report.stored + again.result()->at(0).report.duplicate, 0); // read once
        QCOMPARE(desk.number(u"SELECT count(*) FROM mentions WHERE network = 'mastodon'"_s), 1);
    }

    void aRoundStoresPostsAndCursorAndAsksOnFromThere()
    {
        CollectorDesk desk;
        const core::SourceId id = desk.addSource(u"a"_s);
        desk.answer(u"a"_s, networks::Page{.posts = {post("1", u"article"_s)}, .next = "c1"});
        const auto first = desk.collectOnce();
        QVERIFY2(first.has_value(), first ? "" : qPrintable(first.error().toString()));
        QCOMPARE(first->size(), 1U);
        QCOMPARE(first->front().report.stored, 1);
        const auto second = desk.collectOnce(u"a"_s);
        QCOMPARE(second->front().report.duplicate, 1);
        QCOMPARE(desk.network.cursors[u"https://press.example/a"_s], (QList<QByteArray>{{}, "c1"}));
        const auto source = SourceRepository::byId(desk.reader(), id);
        QCOMPARE((*source)->state, SourceState::Live);
        QCOMPARE((*source)->lastSuccessAt, desk.clock.now());
    }

    void oneFailureDoesNotStopTheOthers()
    {
        CollectorDesk desk;
        const core::SourceId broken = desk.addSource(u"a"_s);
        desk.addSource(u"b"_s);
        desk.answer(u"a"_s, fail(ErrorKind::Timeout, u"no answer"_s));
        desk.answer(u"b"_s, networks::Page{.posts = {post("1", u"article"_s)}, .next = {}});
        const auto round = desk.collectOnce();
        QCOMPARE(round->size(), 2U);
        QCOMPARE(desk.number(u"SELECT count(*) FROM mentions"_s), 1);
        const auto source = SourceRepository::byId(desk.reader(), broken);
        QCOMPARE((*source)->state, SourceState::Failed); // never read at all
        QCOMPARE((*source)->stateReason, u"no answer"_s);
    }

    void aShortFailureIsLateAndALongOneAGap()
    {
        CollectorDesk desk;
        const core::SourceId id = desk.addSource(u"a"_s);
        desk.answer(u"a"_s, networks::Page{});
        (void)desk.collectOnce();
        const core::Instant lastGood = desk.clock.now();
        desk.answer(u"a"_s, fail(ErrorKind::Network, u"unreachable"_s));
        desk.clock.advance(std::chrono::minutes(6));
        (void)desk.collectOnce();
        QCOMPARE((*SourceRepository::byId(desk.reader(), id))->state, SourceState::Late);
        desk.clock.advance(std::chrono::minutes(20));
        (void)desk.collectOnce();
        QCOMPARE((*SourceRepository::byId(desk.reader(), id))->state, SourceState::Failed);
        desk.answer(u"a"_s, networks::Page{});
        (void)desk.collectOnce();
        const auto gaps = VolumeRepository::gaps(desk.reader(), lastGood, desk.clock.now());
        QCOMPARE(gaps->size(), 1U);
        QCOMPARE(gaps->front().from, lastGood);
        QCOMPARE(gaps->front().to, desk.clock.now());
    }

    void whoeverAsksUsToWaitIsLeftAlone()
    {
        CollectorDesk desk;
        const core::SourceId id = desk.addSource(u"a"_s);
        desk.answer(u"a"_s, fail(Error{.kind = ErrorKind::RateLimited, .detail = u"429"_s, .retryAfter = std::chrono::hours(1)}));
        QSignalSpy collected(&desk.collector, &Collector::collected);
        desk.collector.start();
        QTRY_COMPARE(collected.size(), 1);
        QCOMPARE((*SourceRepository::byId(desk.reader(), id))->state, SourceState::Limited);
        desk.clock.advance(std::chrono::minutes(30)); // due by its interval, but not by what it asked
        desk.addSource(u"b"_s);                       // makes the collector look again
        desk.answer(u"b"_s, networks::Page{});
        QTRY_COMPARE(collected.size(), 2);
        QCOMPARE(desk.network.cursors[u"https://press.example/a"_s].size(), 1);
        desk.collector.stop();
    }

    void aSourceAddedMeanwhileIsRead()
    {
        CollectorDesk desk;
        desk.collector.start();
        QSignalSpy collected(&desk.collector, &Collector::collected);
        desk.answer(u"a"_s, networks::Page{.posts = {post("1", u"article"_s)}, .next = {}});
        desk.addSource(u"a"_s);
        QTRY_COMPARE(collected.size(), 1);
        desk.collector.stop();
    }

    void whatIsWaitingIsReadInOneRoundWithACursorThatWasStored()
    {
        CollectorDesk desk;
        const core::SourceId id = desk.addSource(u"a"_s);
        desk.pages = {networks::Page{.posts = {post("1", u"one"_s)}, .next = "c1", .hasMore = true},
                      networks::Page{.posts = {post("2", u"two"_s)}, .next = "c2", .hasMore = true},
                      networks::Page{.posts = {post("3", u"three"_s)}, .next = "c3"}};
        const auto round = desk.collectOnce();
        QCOMPARE(round->size(), 1U);
        QCOMPARE(round->front().report.stored, 3);
        QCOMPARE(desk.network.cursors[u"https://press.example/a"_s], (QList<QByteArray>{{}, "c1", "c2"}));
        QCOMPARE((*SourceRepository::byId(desk.reader(), id))->cursor, "c3");
    }

    void whatFollowsAPageThatWasNotStoredIsNotStored()
    {
        CollectorDesk desk;
        const core::SourceId id = desk.addSource(u"a"_s);
        const auto batch = [&](const char *post_, const char *cursor, std::optional<networks::Cursor> follows) {
            return desk.intake.accept({.posts = {post(post_, u"Bonjour"_s)}, .sourceId = id, .cursor = cursor,
                                       .follows = std::move(follows), .origin = Origin::Live});
        };
        QVERIFY(waitFor(batch("1", "c1", std::nullopt)));
        // The page that leads to "c2" failed; the one after it was on its way already.
        const auto orphan = waitFor(batch("3", "c3", "c2"));
        QVERIFY(!orphan);
        QCOMPARE(orphan.error().kind, ErrorKind::Conflict);
        QCOMPARE(desk.number(u"SELECT count(*) FROM mentions"_s), 1);
        QCOMPARE((*SourceRepository::byId(desk.reader(), id))->cursor, QByteArray("c1"));
        QVERIFY(waitFor(batch("2", "c2", "c1")));
        QVERIFY(waitFor(batch("3", "c3", "c2")));
        QCOMPARE(desk.number(u"SELECT count(*) FROM mentions"_s), 3);
    }

    void aSourceThatStaysWhereItIsIsNotAskedForEver()
    {
        CollectorDesk desk;
        desk.addSource(u"a"_s);
        desk.answer(u"a"_s, networks::Page{.next = "c1", .hasMore = true});
        QVERIFY(desk.collectOnce());
        QCOMPARE(desk.network.cursors[u"https://press.example/a"_s].size(), 2);
    }

    void aGapThatASourceTellsIsKeptOnce()
    {
        CollectorDesk desk;
        desk.addSource(u"a"_s);
        const core::Instant from = desk.clock.now() - std::chrono::hours(2);
        const core::Instant to = desk.clock.now() - std::chrono::hours(1);
        desk.answer(u"a"_s, networks::Page{.gaps = {{from, to, u"the cursor was too old"_s}}});
        const auto round = desk.collectOnce();
        QVERIFY(!round->front().error);
        (void)desk.collectOnce();
        const auto gaps = VolumeRepository::gaps(desk.reader(), from, to);
        QCOMPARE(gaps->size(), 1U);
        QCOMPARE(gaps->front().to, to);
    }

    void whatIsDeletedOnTheNetworkLeavesATombstone()
    {
        CollectorDesk desk;
        desk.addSource(u"a"_s);
        networks::Post first = post("1", u"said in anger"_s);
        first.network = u"rss"_s;
        desk.answer(u"a"_s, networks::Page{.posts = {first}});
        (void)desk.collectOnce();
        desk.answer(u"a"_s, networks::Page{.deleted = {u"1"_s, u"never seen"_s}});
        const auto round = desk.collectOnce();
        QCOMPARE(round->front().report.gone, 1);
        QCOMPARE(desk.number(u"SELECT count(*) FROM mentions WHERE text = '' AND gone_at IS NOT NULL AND length(sha256) = 32"_s), 1);
        QVERIFY(desk.indexIsSound());
        QCOMPARE(desk.number(u"SELECT count(*) FROM mention_fts WHERE mention_fts MATCH 'anger'"_s), 0);
        QCOMPARE(desk.number(u"SELECT a.handle <> '' FROM mentions m JOIN authors a ON a.id = m.author_id"_s), 0);
    }

    void anAccountThatIsGoneTakesItsPostsWithIt()
    {
        CollectorDesk desk;
        desk.addSource(u"a"_s);
        std::vector<networks::Post> posts;
        for (const char *id : {"at://did:plc:a/post/1", "at://did:plc:a/post/2", "at://did:plc:ab/post/3"}) {
            posts.push_back(post(id, u"said in anger"_s));
            posts.back().network = u"rss"_s;
        }
        desk.answer(u"a"_s, networks::Page{.posts = posts});
        (void)desk.collectOnce();
        desk.answer(u"a"_s, networks::Page{.deleted = {u"at://did:plc:a"_s}});
        QCOMPARE(desk.collectOnce()->front().report.gone, 2);
        QCOMPARE(desk.number(u"SELECT count(*) FROM mentions WHERE text <> ''"_s), 1);
    }

    void underLegalHoldTheTextStays()
    {
        CollectorDesk desk;
        desk.addSource(u"a"_s);
        QVERIFY(waitFor(desk.database->submit(u"eva"_s, [](store::Transaction &transaction) {
            return TombstoneRepository::setLegalHold(transaction, true);
        })));
        networks::Post first = post("1", u"said in anger"_s);
        first.network = u"rss"_s;
        desk.answer(u"a"_s, networks::Page{.posts = {first}});
        (void)desk.collectOnce();
        desk.answer(u"a"_s, networks::Page{.deleted = {u"1"_s}});
        (void)desk.collectOnce();
        QCOMPARE(desk.number(u"SELECT count(*) FROM mentions WHERE text <> '' AND gone_at IS NOT NULL"_s), 1);
    }

    void aSourceWhoseAccountHasNoKeyIsSignedOut()
    {
        CollectorDesk desk;
        AccountService accounts(*desk.database, *desk.secrets);
        const auto account = waitFor(accounts.addManual(u"eva"_s, {.network = u"mastodon"_s, .handle = u"@brand@a.social"_s}));
        SourceService sources(*desk.database);
        const auto id = waitFor(sources.add(u"eva"_s, {.name = u"m"_s, .kind = SourceKind::Mentions,
                                                       .network = u"mastodon"_s, .accountId = *account}));
        QVERIFY2(id.has_value(), id ? "" : qPrintable(id.error().toString()));
        const auto round = desk.collectOnce();
        QCOMPARE(round->front().error->kind, ErrorKind::Unauthorized);
        QCOMPARE((*SourceRepository::byId(desk.reader(), *id))->state, SourceState::SignedOut);
    }

    void aSourceReadsWithTheKeyOfItsAccount()
    {
        CollectorDesk desk;
        AccountService accounts(*desk.database, *desk.secrets);
        const auto account = waitFor(accounts.signIn(u"eva"_s, {.network = u"mastodon"_s,
                                                                .handle = u"@brand@a.social"_s,
                                                                .accessToken = "secret-token"}));
        SourceService sources(*desk.database);
        const auto id = waitFor(sources.add(u"eva"_s, {.name = u"m"_s, .kind = SourceKind::Mentions,
                                                       .network = u"mastodon"_s, .accountId = *account}));
        desk.network.answers.insert_or_assign(QString(), networks::Page{});
        QVERIFY(!desk.collectOnce()->front().error);
        QCOMPARE(desk.token, "secret-token");
        QCOMPARE(desk.number(u"SELECT count(*) FROM accounts WHERE secret_name LIKE '%token%'"_s), 0);
        QVERIFY(waitFor(accounts.remove(u"eva"_s, *account)));
        QVERIFY(!*SourceRepository::byId(desk.reader(), *id));
        QFile file(desk.folder.filePath(u"secrets"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(QByteArray("secret-token").toBase64().left(8)));
    }

    void allSourcesOfAnAccountReadFromOnePurse()
    {
        CollectorDesk desk;
        AccountService accounts(*desk.database, *desk.secrets);
        const auto account = waitFor(accounts.signIn(u"eva"_s, {.network = u"x"_s, .handle = u"@brand"_s, .accessToken = "t"}));
        SourceService sources(*desk.database);
        for (const QString &name : {u"a"_s, u"b"_s}) {
            QVERIFY(waitFor(sources.add(u"eva"_s, {.name = name, .kind = SourceKind::Search, .network = u"x"_s, .url = name,
                                                   .query = name, .accountId = *account})));
        }
        networks::WalkCursor walk;
        networks::XCost cost;
        cost.note(desk.clock.now(), 100, 0, networks::XPrices::kPost);
        walk.more.insert(u"cost"_s, cost.toJson());
        for (const QString &name : {u"a"_s, u"b"_s})
            desk.network.answers.insert_or_assign(name, networks::Page{.next = walk.toCursor()});
        QVERIFY(!desk.collectOnce(u"a"_s)->front().error);
        QVERIFY(!desk.collectOnce(u"b"_s)->front().error);
        QCOMPARE(desk.purse().budget, networks::XCost::kDefaultBudget);
        QCOMPARE(desk.purse().spentByOthers, 500); // what the other one has read; its own it knows itself
        QCOMPARE(ReadingCost::of(desk.reader(), *account, desk.clock.now())->spent, 1000);
        QVERIFY(waitFor(accounts.setDailyBudget(u"eva"_s, *account, 5'000)));
        QCOMPARE(desk.purse().budget, 5'000); // it is asked before each reading
        desk.clock.advance(std::chrono::days(1));
        QCOMPARE(desk.purse().spentByOthers, 0);
    }

    void aStreamIsFollowedAndReadAfterEachOpening()
    {
        CollectorDesk desk;
        desk.canStream = true;
        desk.addSource(u"a"_s);
        desk.answer(u"a"_s, networks::Page{});
        QSignalSpy collected(&desk.collector, &Collector::collected);
        desk.collector.start();
        QTRY_VERIFY(desk.streaming);
        emit desk.streaming->streamOpened();
        QTRY_COMPARE(desk.network.cursors[u"https://press.example/a"_s].size(), 2);
        emit desk.streaming->streamed(networks::Page{.posts = {post("9", u"live"_s)}});
        QTRY_COMPARE(desk.number(u"SELECT count(*) FROM mentions"_s), 1);
        // It breaks off: what it may have missed is read when it is open again.
        emit desk.streaming->streamEnded({.kind = ErrorKind::Network, .detail = u"the stream has ended"_s});
        const int streams = desk.streams[u"https://press.example/a"_s];
        desk.clock.advance(std::chrono::minutes(5));
        desk.answer(u"b"_s, networks::Page{});
        desk.addSource(u"b"_s); // makes the collector look
        QTRY_COMPARE(desk.streams[u"https://press.example/a"_s], streams + 1);
        desk.collector.stop();
    }

    void anUnknownNameIsSaidSo()
    {
        CollectorDesk desk;
        QCOMPARE(desk.collectOnce(u"nobody"_s).error().kind, ErrorKind::NotFound);
        QVERIFY(desk.collectOnce()->empty());
    }
};

QTEST_GUILESS_MAIN(CollectorTest)
#include "tst_collector.moc"
