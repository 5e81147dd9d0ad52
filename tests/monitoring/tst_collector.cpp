// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/collector.h"
#include "monitoring/desk.h"
#include "monitoring/sourcerepository.h"
#include "monitoring/sourceservice.h"
#include "monitoring/volumerepository.h"

#include <QSignalSpy>
#include <QTimer>

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
    void fetch(const networks::Cursor &since) override
    {
        m_network.cursors[m_url] << since;
        QTimer::singleShot(0, this, [this] { emit fetched(m_network.answers.at(m_url)); });
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
    Intake intake{*database, judge()};
    Collector collector{*database, intake,
                        [this](const Source &source, networks::HttpClient &, const core::Clock &, QObject *parent) {
                            return new FakeConnector(source.url, network, parent);
                        }};
};

} // namespace

class CollectorTest : public QObject
{
    Q_OBJECT

private slots:
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

    void anUnknownNameIsSaidSo()
    {
        CollectorDesk desk;
        QCOMPARE(desk.collectOnce(u"nobody"_s).error().kind, ErrorKind::NotFound);
        QVERIFY(desk.collectOnce()->empty());
    }
};

QTEST_GUILESS_MAIN(CollectorTest)
#include "tst_collector.moc"
