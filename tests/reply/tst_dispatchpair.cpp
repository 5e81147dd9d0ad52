// SPDX-License-Identifier: GPL-3.0-or-later
// An answer in public and in private, as one act.
#include "dispatchtest.h"

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::reply;
using namespace vigie::reply::test;
using std::chrono::minutes;
using std::chrono::seconds;

class DispatchPairTest : public DispatchTest
{
    Q_OBJECT

private slots:
    void thePrivateHalfFollowsThePublicOne();
    void thePrivateHalfStaysWhenThePublicOneFails();
    void thePrivateHalfWaitsWhileThePublicOneIsUnknown();
    void aPairThatIsHalfDoneSaysSo_data();
    void aPairThatIsHalfDoneSaysSo();

private:
    std::pair<core::ReplyId, core::ReplyId> queuedPair()
    {
        NewReply second = answerFrom(kMastodon, u"Could you tell us your order number here?"_s);
        second.visibility = Visibility::Private;
        const auto publicId = m_world->approved(answerFrom(kMastodon, kText));
        const auto privateId = m_world->approved(second);
        if (!wait(m_world->outbox->queuePair(kLea, publicId, privateId)))
            qFatal("the pair was not queued");
        return {publicId, privateId};
    }
    PairState pairOf(const std::pair<core::ReplyId, core::ReplyId> &pair)
    {
        return pairState(reply(pair.first), reply(pair.second));
    }
};

void DispatchPairTest::thePrivateHalfFollowsThePublicOne()
{
    const auto pair = queuedPair();
    pass(seconds(10));
    QCOMPARE(sender().sent.size(), 2U);
    QVERIFY(!sender().sent[0].isPrivate);
    QVERIFY(sender().sent[1].isPrivate);
    QCOMPARE(pairOf(pair), PairState::Done);
    QCOMPARE(log().size(), 2);
}

void DispatchPairTest::thePrivateHalfStaysWhenThePublicOneFails()
{
    const auto pair = queuedPair();
    sender().fates = {Fate::Refused};
    pass(seconds(10));
    pass(minutes(1));
    QCOMPARE(sender().sent.size(), 1U);
    QCOMPARE(reply(pair.first).state, ReplyState::Failed);
    QCOMPARE(reply(pair.second).state, ReplyState::Approved);
    QCOMPARE(reply(pair.second).stateReason, kPublicHalfNotSent);
    QCOMPARE(pairOf(pair), PairState::NotBegun);
    QVERIFY(log().isEmpty());
}

void DispatchPairTest::thePrivateHalfWaitsWhileThePublicOneIsUnknown()
{
    const auto pair = queuedPair();
    sender().hidePosts = 1;
    sender().fates = {Fate::AnswerLost};
    pass(seconds(10));
    pass(seconds(10));
    QCOMPARE(sender().sent.size(), 1U);
    QCOMPARE(pairOf(pair), PairState::UnderWay);
    pass(seconds(30));
    QCOMPARE(reply(pair.first).state, ReplyState::Sent);
    QCOMPARE(pairOf(pair), PairState::Done);
}

void DispatchPairTest::aPairThatIsHalfDoneSaysSo_data()
{
    QTest::addColumn<Fate>("fate");
    QTest::addColumn<ReplyState>("state");
    QTest::newRow("refused") << Fate::Refused << ReplyState::Failed;
    QTest::newRow("unknown") << Fate::RequestLost << ReplyState::Unknown;
    QTest::newRow("offline for an hour") << Fate::NoConnection << ReplyState::Approved;
}

void DispatchPairTest::aPairThatIsHalfDoneSaysSo()
{
    QFETCH(Fate, fate);
    QFETCH(ReplyState, state);
    m_world->platforms[kMastodon].knowsKeys = false; // so that an unknown stays one
    const auto pair = queuedPair();
    sender().fates = {Fate::Arrives};
    sender().usual = fate;
    pass(seconds(10));
    for (int i = 0; i < 61; ++i)
        pass(minutes(1));
    QCOMPARE(reply(pair.first).state, ReplyState::Sent);
    QCOMPARE(reply(pair.second).state, state);
    QVERIFY(!isOnItsWay(reply(pair.second)));
    QVERIFY(!reply(pair.second).stateReason.isEmpty());
    QCOMPARE(pairOf(pair), PairState::HalfDone);
    QCOMPARE(log().size(), 2);
    QVERIFY2(log()[1].startsWith(u"Half done: the public reply to @lea@example.org on Mastodon is out"_s), qPrintable(log()[1]));
    QCOMPARE(m_world->postsOf(pair.first), 1);
    QCOMPARE(m_world->postsOf(pair.second), 0);
}

QTEST_GUILESS_MAIN(DispatchPairTest)
#include "tst_dispatchpair.moc"
