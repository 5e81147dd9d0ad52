// SPDX-License-Identifier: GPL-3.0-or-later
// Three hundred replies on three kinds of network, and everything goes wrong in every order: each is there once, or the desk
// says that it is unknown, failed, or waits. The order comes from a seed, so that a failure can be had again.
#include "dispatchworld.h"
#include "store/auditchain.h"

#include <QElapsedTimer>

#include <random>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::reply;
using namespace vigie::reply::test;

namespace
{

constexpr int kReplies = 300;

/// Five replies have the same words, below the same post: a search may show the post of another.
QString textOf(int reply)
{
    return u"Thank you for telling us. Our engineers work on number %1."_s.arg(reply % 60);
}

/// Draws what becomes of each attempt, of each search, and of the program.
class Chance
{
public:
    explicit Chance(unsigned seed) : m_engine(seed) {}
    int below(int limit) { return int(m_engine() % unsigned(limit)); }
    bool oneIn(int count) { return below(count) == 0; }
    Fate fate()
    {
        static constexpr Fate kFates[] = {Fate::Arrives,     Fate::Arrives,      Fate::Arrives, Fate::AnswerLost,
                                          Fate::RequestLost, Fate::NoConnection, Fate::TooMany, Fate::Refused};
        if (oneIn(20))
            return oneIn(2) ? Fate::Silence : Fate::SilenceUnsent;
        return kFates[below(int(std::size(kFates)))];
    }

private:
    std::mt19937 m_engine;
};

} // namespace

class NeverTwiceTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto check = ReplyCheck::shipped();
        QVERIFY2(check, qPrintable(check ? QString() : check.error().toString()));
        m_check = std::make_unique<ReplyCheck>(std::move(*check));
    }
    void eachReplyIsThereOnceOrTheDeskSaysSo_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (const unsigned seed : {1U, 20U, 300U})
            QTest::addRow("seed %u", seed) << seed;
    }
    void eachReplyIsThereOnceOrTheDeskSaysSo();

private:
    void queueAll(DispatchWorld &world);
    void goThrough(DispatchWorld &world, Chance &chance);
    void judge(DispatchWorld &world);

    std::unique_ptr<ReplyCheck> m_check;
    std::vector<core::ReplyId> m_ids;
    int m_crashes = 0;
    qint64 m_patience = 60; ///< milliseconds without a call that are silence, on this machine at this hour
};

void NeverTwiceTest::queueAll(DispatchWorld &world)
{
    QVERIFY(wait(world.service->setApprovalPolicy(u"Léa"_s, ApprovalPolicy::None)));
    QElapsedTimer writing;
    writing.start();
    std::vector<QFuture<Result<core::ReplyId>>> drafts;
    for (int i = 0; i < kReplies; ++i)
        drafts.push_back(world.service->createDraft(u"Léa"_s, answerFrom(1 + i % 3, textOf(i))));
    m_ids.clear();
    std::vector<QFuture<Result<core::Instant>>> queued;
    for (auto &draft : drafts) {
        m_ids.push_back(wait(draft).value());
        queued.push_back(world.outbox->queue(u"Léa"_s, m_ids.back()));
    }
    for (auto &one : queued)
        QVERIFY(wait(one));
    m_patience = std::max<qint64>(60, writing.elapsed() / 10);
}

/// One stretch of time: some attempts, and perhaps the end of the program in their midst.
void NeverTwiceTest::goThrough(DispatchWorld &world, Chance &chance)
{
    for (int account = 1; account <= 3; ++account) {
        FakeSender &sender = world.sender(account);
        sender.hidePosts = chance.below(5);
        sender.fates.clear();
        for (int i = 0; i < 40; ++i)
            sender.fates.push_back(chance.fate());
        if (chance.oneIn(4))
            sender.findErrors = {{.kind = ErrorKind::Timeout, .detail = u"no complete answer in time"_s}};
        if (chance.oneIn(6))
            sender.prepareErrors = {{.kind = ErrorKind::Network, .detail = u"no answer (Qt network error 3)"_s}};
    }
    world.advance(std::chrono::milliseconds(500 + chance.below(20'000)));
    const auto round = world.dispatcher->dispatchOnce();
    // The program may end at any moment; where the network keeps silent, only its end brings the round to one.
    const int turns = chance.oneIn(8) ? chance.below(40) : 100'000;
    QElapsedTimer quiet;
    quiet.start();
    for (int turn = 0; !round.isFinished() && turn < turns && quiet.elapsed() < m_patience; ++turn) {
        const auto before = world.sender(1).calls() + world.sender(2).calls() + world.sender(3).calls();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        if (world.sender(1).calls() + world.sender(2).calls() + world.sender(3).calls() != before)
            quiet.start();
        else
            QThread::usleep(200);
    }
    if (!round.isFinished() || chance.oneIn(10)) {
        ++m_crashes;
        world.restart();
    }
}

void NeverTwiceTest::judge(DispatchWorld &world)
{
    std::map<QString, int> states;
    QStringList wrong;
    QSet<QString> remoteIds;
    for (const core::ReplyId id : m_ids) {
        const Reply reply = world.reply(id);
        const int posts = world.postsOf(id);
        const QString line = u"reply %1 on %2 is %3, and %4 times there"_s.arg(id.value).arg(
            reply.network, replyStateKey(reply.state), QString::number(posts));
        ++states[u"%1 %2, there: %3"_s.arg(reply.network, replyStateKey(reply.state)).arg(posts)];
        const bool mayBeThere = reply.state == ReplyState::Sent || reply.state == ReplyState::Unknown;
        if (posts > 1 || (posts == 1 && !mayBeThere) || (posts == 0 && reply.state == ReplyState::Sent))
            wrong << line;
        if (reply.state == ReplyState::Sending || isOnItsWay(reply))
            wrong << line + u" at the end"_s;
        if (reply.state == ReplyState::Sent && std::exchange(remoteIds, remoteIds + QSet{reply.network + reply.remoteId}).contains(
                                                   reply.network + reply.remoteId))
            wrong << line + u" with the post of another"_s;
    }
    for (const auto &[state, count] : states)
        qInfo("%4d × %s", count, qPrintable(state));
    qInfo("%4d crashes", m_crashes);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    // Something was tried at all.
    QVERIFY(states[u"mastodon sent, there: 1"_s] + states[u"x sent, there: 1"_s] > 100);
    QVERIFY(m_crashes > 20);
    QVERIFY(store::verifyDatabase(world.world.reader())->isSound());
}

void NeverTwiceTest::eachReplyIsThereOnceOrTheDeskSaysSo()
{
    QFETCH(unsigned, seed);
    Chance chance(seed);
    DispatchWorld world(*m_check);
    m_crashes = 0;
    queueAll(world);
    for (int stretch = 0; stretch < 150; ++stretch)
        goThrough(world, chance);
    // The storm is over: what waits leaves now, and what still waits after an hour goes back to a person.
    for (int account = 1; account <= 3; ++account)
        world.sender(account).fates.clear();
    for (int i = 0; i < 20; ++i) {
        for (auto &[account, platform] : world.platforms) {
            for (FakePlatform::Post &post : platform.posts)
                post.hiddenFor = 0;
        }
        world.pass(i < 12 ? std::chrono::minutes(2) : std::chrono::minutes(30));
    }
    judge(world);
}

QTEST_GUILESS_MAIN(NeverTwiceTest)
#include "tst_nevertwice.moc"
