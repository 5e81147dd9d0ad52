// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 of the real program at random moments, many times over one database, while it sends to servers that none of us
// wrote through a line that breaks: each reply is there once, or the desk says that it does not know.
#include "monitoring/accountservice.h"
#include "networks/secretstore.h"
#include "reply/outbox.h"
#include "reply/replycheck.h"
#include "reply/replyworld.h"
#include "servers/faultproxy.h"
#include "servers/numberedtext.h"
#include "servers/realnetwork.h"

#include <QProcess>
#include <QRandomGenerator>

#include <cstdio>
#include <map>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::reply;
using vigie::reply::test::ReplyWorld;
using vigie::reply::test::wait;

namespace
{

constexpr int kReplies = 60;
const QString kNetwork = QStringLiteral(VIGIE_NETWORK);
constexpr int kLeastKills = 20;
constexpr int kLongest = 600'000; // ms, for all
const QString kWho = u"Léa"_s;

constexpr Fault kFaults[] = {Fault::None,           Fault::CutBeforeRequest, Fault::CutDuringRequest, Fault::CutAfterRequest,
                             Fault::CutDuringAnswer, Fault::DelayedRequest,   Fault::DelayedAnswer,    Fault::NoAnswer};

} // namespace

class KilledVigieTest : public QObject
{
    Q_OBJECT

private slots:
    void eachReplyIsThereOnceOrUnknown();

private:
    void queueAll(ReplyWorld &world, const RealNetwork &network, const QUrl &base);
    [[nodiscard]] static QStringList commandFor(const ReplyWorld &world, const QStringList &act);
    void sendAndKill(const ReplyWorld &world, FaultProxy &proxy);
    [[nodiscard]] static bool hasMoreToDo(ReplyWorld &world);

    QRandomGenerator m_random{7};
    int m_kills = 0;
    int m_ends = 0; ///< by itself
};

void KilledVigieTest::queueAll(ReplyWorld &world, const RealNetwork &network, const QUrl &base)
{
    const core::SystemClock clock;
    world.clock.set(clock.now());
    world.fill();
    askIn(world, network, base);
    const auto secrets = networks::SecretStore::file(world.folder.filePath(u"keys.json"_s));
    monitoring::AccountService accounts(*world.database, *secrets);
    const auto account = accounts.signIn(kWho, network.credentialsAt(base));
    QTRY_VERIFY(account.isFinished());
    QVERIFY(account.result());
    const auto check = ReplyCheck::shipped();
    QVERIFY(check);
    ReplyService service(*world.database);
    Outbox outbox(*world.database, *check, clock);
    QVERIFY(wait(service.setApprovalPolicy(kWho, ApprovalPolicy::None)));
    QVERIFY(wait(outbox.setHold(kWho, std::chrono::seconds(0))));
    for (int i = 0; i < kReplies; ++i) {
        NewReply reply = test::answerTo(ReplyWorld::kMention, numberedText(i));
        reply.accountId = *account.result();
        reply.network = network.credentials.network;
        reply.recipient = network.recipient;
        const auto id = wait(service.createDraft(kWho, reply));
        QVERIFY(id);
        QVERIFY(wait(outbox.queue(kWho, *id)));
    }
    world.database.reset(); // the program has it now
}

QStringList KilledVigieTest::commandFor(const ReplyWorld &world, const QStringList &act)
{
    return QStringList{u"--db"_s, world.folder.filePath(u"desk.vigie"_s), u"--secret-file"_s,
                       world.folder.filePath(u"keys.json"_s)}
           + act;
}

void KilledVigieTest::sendAndKill(const ReplyWorld &world, FaultProxy &proxy)
{
    QProcess program;
    program.start(QStringLiteral(VIGIECTL), commandFor(world, {u"outbox"_s, u"send"_s}));
    // Often before it has done anything, and sometimes after it has got through a search.
    const int life = m_random.bounded(3) == 0 ? m_random.bounded(1000, 5000) : m_random.bounded(60, 700);
    QElapsedTimer timer;
    timer.start();
    while (program.state() != QProcess::NotRunning && timer.elapsed() < life) {
        if (m_random.bounded(3) == 0)
            proxy.arm(kFaults[m_random.bounded(int(std::size(kFaults)))]);
        QTest::qWait(20);
    }
    if (program.state() == QProcess::NotRunning) {
        ++m_ends;
        return;
    }
    program.kill();
    QTRY_COMPARE(program.state(), QProcess::NotRunning);
    m_kills += program.exitStatus() == QProcess::CrashExit ? 1 : 0;
}

bool KilledVigieTest::hasMoreToDo(ReplyWorld &world)
{
    world.openAgain();
    const qint64 open = world.number(
        u"SELECT count(*) FROM replies r WHERE r.state = 'sending' OR (r.state = 'approved' AND r.leave_at IS NOT NULL) "
        "OR (r.state = 'unknown' AND EXISTS (SELECT 1 FROM reply_attempts a WHERE a.reply_id = r.id "
        "AND a.look_at IS NOT NULL))"_s);
    world.database.reset();
    return open > 0;
}

void KilledVigieTest::eachReplyIsThereOnceOrUnknown()
{
    const std::unique_ptr<RealNetwork> network = RealNetwork::make(kNetwork, u"carol"_s);
    if (!network)
        QSKIP("no server of this kind was started");
    FaultProxy proxy(network->server());
    proxy.setDelay(std::chrono::milliseconds(400));
    ReplyWorld world;
    queueAll(world, *network, proxy.url());
    if (QTest::currentTestFailed())
        return;
    QElapsedTimer timer;
    timer.start();
    while (hasMoreToDo(world) && timer.elapsed() < kLongest) {
        sendAndKill(world, proxy);
        QTest::qWait(m_random.bounded(200));
    }
    QTest::qWait(1000); // for what is still on its way

    const QHash<int, int> there = network->repliesThere();
    world.openAgain();
    std::map<QString, int> outcomes;
    QStringList wrong;
    for (qint64 id = 1; id <= kReplies; ++id) {
        const Reply reply = world.reply(core::ReplyId{id});
        const int count = there.value(numberIn(reply.text));
        const QString outcome = u"%1, there %2"_s.arg(isOnItsWay(reply) ? u"waiting"_s : replyStateKey(reply.state)).arg(count);
        ++outcomes[outcome];
        static const QStringList right{u"sent, there 1"_s, u"unknown, there 1"_s, u"unknown, there 0"_s, u"failed, there 0"_s};
        if (!right.contains(outcome))
            wrong << u"%1: %2"_s.arg(reply.text, outcome);
    }
    const qint64 attempts = world.number(u"SELECT count(*) FROM reply_attempts"_s);
    world.database.reset();
    std::printf("%s: %d replies, %lld attempts, the program killed %d times and ended by itself %d times in %lld s\n",
                VIGIE_NETWORK, kReplies, attempts, m_kills, m_ends, timer.elapsed() / 1000);
    for (const auto &[outcome, count] : outcomes)
        std::printf("%-28s%6d\n", qPrintable(outcome), count);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QVERIFY2(m_kills >= kLeastKills, qPrintable(QString::number(m_kills)));
    QVERIFY2(outcomes[u"sent, there 1"_s] >= kReplies * (kNetwork == u"bluesky" ? 9 : 5) / 10, "too few arrived");
    QCOMPARE(QProcess::execute(QStringLiteral(VIGIECTL), commandFor(world, {u"verify"_s})), 0);
}

QTEST_GUILESS_MAIN(KilledVigieTest)
#include "tst_killedvigie.moc"
