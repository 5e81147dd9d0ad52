// SPDX-License-Identifier: GPL-3.0-or-later
//
// A day of twelve sources on a clock that runs as fast as the work gets done: outages, limits and restarts, and at the end every
// post is there once, every gap is told, and the memory is as it was.

#include "monitoring/collector.h"
#include "monitoring/daysimulators.h"
#include "monitoring/desk.h"
#include "monitoring/sourcerepository.h"
#include "monitoring/sourceservice.h"
#include "monitoring/volumerepository.h"
#include "monitoring/webhooks.h"
#include "networks/accountbook.h"
#include "networks/httpclient.h"
#include "networks/ndjsonreader.h"
#include "networks/secretstore.h"
#include "networks/webhookrequest.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using namespace vigie::monitoring;

namespace
{

constexpr int kMinutes = 24 * 60;
constexpr std::chrono::minutes kInterval{10};
constexpr int kTick = 2; ///< minutes from one look at the clock to the next

constexpr int at(int hour, int minute = 0)
{
    return hour * 60 + minute;
}

/// The program, from one start to the next stop.
struct Running {
    Running(const QString &path, const QString &secretPath, const core::Clock &clock)
        : database(openDatabase(path, clock)), http(clock), secrets(networks::SecretStore::file(secretPath))
    {
        QObject::connect(&webhooks, &Webhooks::opened, &webhooks, [this](core::SourceId, quint16 opened) { port = opened; });
        collector.start();
        webhooks.start();
    }
    ~Running()
    {
        collector.stop();
        webhooks.stop();
    }
    static std::unique_ptr<store::Database> openDatabase(const QString &path, const core::Clock &clock)
    {
        auto opened = store::Database::open(path, clock);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().toString()));
        return std::move(*opened);
    }

    quint16 port = 0;
    std::unique_ptr<store::Database> database;
    Intake intake{*database, Desk::judge()};
    networks::HttpClient http;
    std::unique_ptr<networks::SecretStore> secrets;
    networks::AccountBook accounts{*secrets};
    Collector collector{*database, intake, http, accounts};
    Webhooks webhooks{*database, intake, *secrets};
};

double residentMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray all = status.readAll();
    return all.mid(all.indexOf("VmRSS:") + 6).simplified().split(' ').first().toDouble() / 1024;
}

} // namespace

class DayTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyPostOfADayIsThereOnceAndEveryGapIsTold();

private:
    using Kind = Simulator::Kind;
    using Fault = Outage::Kind;

    void addSimulator(const QString &name, Kind kind, std::vector<Outage> outages = {});
    void addSources();
    void start() { m_running = std::make_unique<Running>(m_folder.filePath(u"desk.db"_s), m_folder.filePath(u"keys"_s), m_clock); }
    void publish();
    void writeFile(Simulator &folder);
    void deliver(Simulator &hook);
    void look();
    void settle();
    void checkPosts();
    void checkGaps();

    QTemporaryDir m_folder;
    core::ManualClock m_clock{monitoring::at("2026-03-01T00:00:00Z")};
    const core::Instant m_begin = m_clock.now();
    std::vector<std::unique_ptr<Simulator>> m_simulators;
    std::map<QString, std::size_t> m_handedOver; ///< by those that bring their posts themselves
    std::map<QString, core::SourceId> m_sources;
    std::unique_ptr<Running> m_running;
};

void DayTest::addSimulator(const QString &name, Kind kind, std::vector<Outage> outages)
{
    m_simulators.push_back(std::make_unique<Simulator>(name, kind, std::move(outages), m_clock));
}

void DayTest::initTestCase()
{
    addSimulator(u"press"_s, Kind::Rss, {{at(2), at(3, 10), Fault::Broken}});
    addSimulator(u"journal"_s, Kind::Atom, {{at(5), at(5, 40), Fault::Hangup}});
    addSimulator(u"blog"_s, Kind::JsonFeed, {{at(8), at(8, 30), Fault::LimitedFor}});
    addSimulator(u"gazette"_s, Kind::Rss, {{at(10), at(10, 45), Fault::Limited}, {at(20), at(20, 20), Fault::Truncated}});
    addSimulator(u"town"_s, Kind::Mastodon, {{at(4), at(4, 40), Fault::Spent}});
    addSimulator(u"village"_s, Kind::Mastodon, {{at(12, 40), at(13, 30), Fault::Broken}}); // a restart is in it
    addSimulator(u"skya"_s, Kind::Bluesky, {{at(6, 10), at(6, 50), Fault::Hangup}});
    addSimulator(u"skyb"_s, Kind::Bluesky, {{at(15), at(15, 25), Fault::LimitedFor}, {at(21), at(23), Fault::Broken}});
    addSimulator(u"hackers"_s, Kind::HackerNews, {{at(9), at(9, 30), Fault::Garbage}});
    addSimulator(u"makers"_s, Kind::HackerNews);
    addSimulator(u"shelf"_s, Kind::Folder, {{at(16), at(17), Fault::Away}});
    addSimulator(u"relay"_s, Kind::Webhook);
    QDir(m_folder.path()).mkdir(u"shelf"_s);
    addSources();
}

void DayTest::addSources()
{
    const auto database = Running::openDatabase(m_folder.filePath(u"desk.db"_s), m_clock);
    SourceService sources(*database);
    const auto keys = networks::SecretStore::file(m_folder.filePath(u"keys"_s));
    QVERIFY(waitFor(keys->write(u"relay"_s, "s3cret")));
    for (const auto &simulator : m_simulators) {
        Source source{.name = simulator->name, .url = simulator->url(), .interval = kInterval};
        switch (simulator->kind()) {
        case Kind::Rss:
        case Kind::Atom:
        case Kind::JsonFeed:
            break;
        case Kind::Mastodon:
            source.kind = SourceKind::Hashtag;
            source.network = u"mastodon"_s;
            source.query = u"marque"_s;
            break;
        case Kind::Bluesky:
            source.kind = SourceKind::Search;
            source.network = u"bluesky"_s;
            source.query = u"marque"_s;
            break;
        case Kind::HackerNews:
            source.kind = SourceKind::Search;
            source.network = u"hackernews"_s;
            source.query = u"marque"_s;
            break;
        case Kind::Folder:
            source.kind = SourceKind::Folder;
            source.network = u"import"_s;
            source.url = m_folder.filePath(simulator->name);
            break;
        case Kind::Webhook:
            source.kind = SourceKind::Webhook;
            source.network = u"import"_s;
            source.url = u"http://127.0.0.1/"_s;
            source.query = u"relay"_s;
            break;
        }
        const auto added = waitFor(sources.add(u"eva"_s, source));
        QVERIFY2(added, added ? "" : qPrintable(added.error().toString()));
        m_sources[simulator->name] = *added;
    }
}

void DayTest::publish()
{
    for (std::size_t i = 0; i < m_simulators.size(); ++i) {
        Simulator &simulator = *m_simulators[i];
        const int minute = simulator.minute();
        const bool isBurst = minute == at(14) && (simulator.kind() == Kind::Mastodon || simulator.kind() == Kind::Bluesky);
        // More than two pages of the one and the other.
        simulator.publish(isBurst ? 250 : (minute / kTick + int(i)) % 2 == 0 ? 1 : 0);
        if (simulator.kind() == Kind::Folder && minute % 20 == 0)
            writeFile(simulator);
    }
}

/// A file with what was published since the last one. While the folder is away, it waits.
void DayTest::writeFile(Simulator &folder)
{
    std::size_t &done = m_handedOver[folder.name];
    if (folder.outage() || done == folder.sent.size())
        return;
    QFile file(m_folder.filePath(u"shelf/%1.ndjson"_s.arg(folder.minute(), 5, 10, QLatin1Char('0'))));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (; done < folder.sent.size(); ++done) {
        const Simulator::Sent &sent = folder.sent[done];
        file.write(networks::toNdjson(post(folder.id(sent.number).toUtf8(), folder.text(sent.number), sent.at)) + '\n');
    }
    file.flush();
    QVERIFY(file.setFileTime(core::toUtc(m_clock.now() - 1min), QFileDevice::FileModificationTime));
}

/// Until it is answered, a relay delivers again.
void DayTest::deliver(Simulator &hook)
{
    std::size_t &done = m_handedOver[hook.name];
    if (done == hook.sent.size() || m_running->port == 0)
        return;
    QByteArray body;
    for (std::size_t i = done; i < hook.sent.size(); ++i)
        body += networks::toNdjson(post(hook.id(hook.sent[i].number).toUtf8(), hook.text(hook.sent[i].number), hook.sent[i].at)) + '\n';
    const QByteArray now = QByteArray::number(core::toMillis(m_clock.now()) / 1000);
    QTcpSocket socket;
    QByteArray answer;
    bool isClosed = false;
    connect(&socket, &QTcpSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
    connect(&socket, &QTcpSocket::disconnected, &socket, [&] { isClosed = true; });
    socket.connectToHost(QHostAddress::LocalHost, m_running->port);
    socket.write("POST / HTTP/1.1\r\nX-Vigie-Timestamp: " + now + "\r\nX-Vigie-Signature: "
                 + networks::webhookSignature("s3cret", now, body) + "\r\nX-Vigie-Delivery: d" + QByteArray::number(qint64(done))
                 + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QTRY_VERIFY(isClosed);
    QVERIFY2(answer.startsWith("HTTP/1.1 200 "), answer.constData());
    done = hook.sent.size();
}

/// Makes the collector look at its clock: a change of the sources does, as in the real program.
void DayTest::look()
{
    QSignalSpy changed(m_running->database.get(), &store::Database::changed);
    QVERIFY(waitFor(m_running->database->submit(u"test"_s, [](store::Transaction &transaction) -> Result<> {
        transaction.announce({.entity = store::Entity::Source, .kind = store::ChangeKind::Updated});
        return {};
    })));
    QTRY_VERIFY(!changed.isEmpty());
}

/// Until all that is due now has been read, stored and noted.
void DayTest::settle()
{
    for (int quiet = 0; quiet < 3;) {
        bool hasTurned = false;
        QTimer::singleShot(0, this, [&hasTurned] { hasTurned = true; });
        while (!hasTurned)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        quiet = m_running->collector.isReading() ? 0 : quiet + 1;
        if (quiet == 1)
            QVERIFY(waitFor(m_running->database->submit(u"test"_s, [](store::Transaction &) -> Result<> { return {}; })));
    }
}

void DayTest::everyPostOfADayIsThereOnceAndEveryGapIsTold()
{
    // When the program goes down, and when it is back; the first time in the middle of a reading.
    const std::map<int, int> restarts{{at(3, 30), at(3, 38)}, {at(7), at(7, 4)}, {at(13), at(13, 10)}, {at(18, 44), at(18, 50)}};
    int downUntil = 0;
    double atSix = 0;
    start();
    for (int minute = 0; minute < kMinutes; minute += kTick) {
        m_clock.set(m_begin + std::chrono::minutes(minute));
        const Simulator &shelf = **std::find_if(m_simulators.begin(), m_simulators.end(),
                                                [](const auto &one) { return one->kind() == Kind::Folder; });
        QDir folder(m_folder.path());
        if (shelf.outage() != nullptr && folder.exists(u"shelf"_s))
            QVERIFY(folder.rename(u"shelf"_s, u"away"_s));
        else if (shelf.outage() == nullptr && folder.exists(u"away"_s))
            QVERIFY(folder.rename(u"away"_s, u"shelf"_s));
        publish();
        if (const auto restart = restarts.find(minute); restart != restarts.end()) {
            downUntil = restart->second;
            look();
            m_running.reset();
        }
        if (minute < downUntil)
            continue;
        if (!m_running)
            start();
        look();
        settle();
        for (const auto &simulator : m_simulators) {
            if (simulator->kind() == Kind::Webhook)
                deliver(*simulator);
        }
        if (minute == at(6))
            atSix = residentMegabytes();
    }
    // The last posts of the day are read soon after it.
    for (const auto &simulator : m_simulators) {
        if (simulator->kind() == Kind::Folder)
            writeFile(*simulator);
    }
    m_clock.advance(kInterval + 1min);
    look();
    settle();
    const double inTheEnd = residentMegabytes();
    checkPosts();
    checkGaps();
    qInfo("%.0f MB at six, %.0f MB at the end: %.2f", atSix, inTheEnd, inTheEnd / atSix);
#ifndef __SANITIZE_ADDRESS__ // which keeps what is freed
    QVERIFY(inTheEnd < atSix * 1.2);
#endif
    m_running.reset();
}

void DayTest::checkPosts()
{
    const auto reader = m_running->database->reader();
    QVERIFY(reader);
    int all = 0;
    for (const auto &simulator : m_simulators) {
        QStringList sent;
        for (const Simulator::Sent &post : simulator->sent)
            sent << simulator->text(post.number);
        const auto texts = store::readAll(**reader, u"SELECT text FROM mentions WHERE source_id = ? ORDER BY id"_s,
                                          {m_sources[simulator->name]}, [](const store::Row &row) { return row.text(0); });
        QVERIFY(texts);
        QStringList stored(texts->begin(), texts->end());
        sent.sort();
        stored.sort();
        QVERIFY2(sent == stored, qPrintable(u"%1: %2 sent, %3 stored"_s.arg(simulator->name).arg(sent.size()).arg(stored.size())));
        all += int(sent.size());
    }
    QCOMPARE(store::readNumber(**reader, u"SELECT count(*) FROM mentions"_s).value_or(-1), all);
    qInfo("%d posts", all);
}

void DayTest::checkGaps()
{
    const auto reader = m_running->database->reader();
    const auto gaps = VolumeRepository::gaps(**reader, m_begin - 1h, m_clock.now() + 1h);
    QVERIFY(gaps);
    std::size_t made = 0;
    for (const auto &simulator : m_simulators) {
        std::vector<SourceGap> told;
        std::copy_if(gaps->begin(), gaps->end(), std::back_inserter(told),
                     [&](const SourceGap &gap) { return gap.sourceName == simulator->name; });
        std::sort(told.begin(), told.end(), [](const SourceGap &a, const SourceGap &b) { return a.from < b.from; });
        QVERIFY2(told.size() == simulator->outages.size(),
                 qPrintable(u"%1: %2 gaps of %3"_s.arg(simulator->name).arg(told.size()).arg(simulator->outages.size())));
        for (std::size_t i = 0; i < told.size(); ++i) {
            const Outage &outage = simulator->outages[i];
            const core::Instant from = m_begin + std::chrono::minutes(outage.from);
            const core::Instant to = m_begin + std::chrono::minutes(outage.to);
            // Who is asked to wait does, and who answers while nothing is left to us was still read.
            const std::chrono::milliseconds wait =
                outage.kind == Fault::LimitedFor ? std::chrono::seconds(Outage::kRetryAfter) : 0s;
            const std::chrono::milliseconds within = kInterval + std::chrono::minutes(kTick);
            const QString what = u"%1: outage %2 to %3, gap %4 to %5"_s.arg(simulator->name, core::toIso(from), core::toIso(to),
                                                                         core::toIso(told[i].from), core::toIso(told[i].to.value_or(core::Instant())));
            QVERIFY2(told[i].from >= from - within && told[i].from <= (outage.kind == Fault::Spent ? from + within : from),
                     qPrintable(what));
            QVERIFY2(told[i].to && *told[i].to >= to && *told[i].to <= to + within + wait, qPrintable(what));
        }
        made += told.size();
    }
    QCOMPARE(gaps->size(), made);
    qInfo("%d gaps", int(made));
}

QTEST_GUILESS_MAIN(DayTest)
#include "tst_day.moc"
