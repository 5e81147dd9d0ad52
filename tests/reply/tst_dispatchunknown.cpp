// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a reply that may have arrived: on a line that broke, and when the program ends in the midst.
#include "dispatchtest.h"

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::reply;
using namespace vigie::reply::test;
using std::chrono::minutes;
using std::chrono::seconds;

class DispatchUnknownTest : public DispatchTest
{
    Q_OBJECT

private slots:
    void anUnknownThatIsThereIsFound();
    void anUnknownIsSearchedThreeTimesInTwoMinutes();
    void whereKeysAreKnownTheVerySameIsSentAgain();
    void aRepetitionThatIsRefusedSaysNothingOfTheFirst_data();
    void aRepetitionThatIsRefusedSaysNothingOfTheFirst();
    void whereTheyAreNotAPersonDecides();
    void whatCannotBeSearchedForIsLeftToAPerson();
    void notSeenIsNotTheSameAsNotThere();
    void afterAnHourNothingIsSentAgain();
    void nothingIsSentAgainWhileSuspended();
    void thePostOfAnotherReplyIsNotOurs();
    void ofTwoWithTheSameWordsNoneTakesTheOthersPost();
    void aPersonsWordEndsTheSearch();

    void aCrashBeforeTheFreezeSendsOnce_data() { networks(); }
    void aCrashBeforeTheFreezeSendsOnce();
    void aCrashBetweenFreezeAndSend_data() { networks(); }
    void aCrashBetweenFreezeAndSend();
    void aCrashBetweenSendAndAnswer_data() { networks(); }
    void aCrashBetweenSendAndAnswer();
    void aCrashAfterTheAnswerChangesNothing_data() { networks(); }
    void aCrashAfterTheAnswerChangesNothing();
    void stoppingLeavesNothingInFlight();
    void anAccountThatIsSignedOutMeanwhile();

private:
    static void networks()
    {
        QTest::addColumn<int>("account");
        QTest::newRow("knows keys") << kMastodon;
        QTest::newRow("shows our posts") << kX;
        QTest::newRow("shows nothing") << kTelegram;
    }
};

void DispatchUnknownTest::anUnknownThatIsThereIsFound()
{
    const auto id = queued(kX);
    sender(kX).fates = {Fate::AnswerLost};
    pass(seconds(10));
    QCOMPARE(reply(id).state, ReplyState::Unknown);
    QCOMPARE(reply(id).stateReason, kLooking);
    pass(seconds(9));
    QCOMPARE(sender(kX).finds, 0);
    pass(seconds(1));
    QCOMPARE(reply(id).state, ReplyState::Sent);
    QCOMPARE(reply(id).remoteId, u"x-1"_s);
    QCOMPARE(m_world->postsOf(id), 1);
    QCOMPARE(sender(kX).sent.size(), 1U);
}

void DispatchUnknownTest::anUnknownIsSearchedThreeTimesInTwoMinutes()
{
    const auto id = queued(kX);
    sender(kX).hidePosts = 2; // it shows at the third look
    sender(kX).fates = {Fate::AnswerLost};
    pass(seconds(10));
    const auto since = m_world->world.clock.now();
    while (reply(id).state == ReplyState::Unknown && m_world->world.clock.now() - since < minutes(5))
        pass(seconds(5));
    QCOMPARE(reply(id).state, ReplyState::Sent);
    QCOMPARE(sender(kX).finds, 3);
    QCOMPARE(m_world->world.clock.now() - since, seconds(120));
}

void DispatchUnknownTest::whereKeysAreKnownTheVerySameIsSentAgain()
{
    const auto id = queued();
    sender().fates = {Fate::RequestLost, Fate::RequestLost};
    pass(seconds(10));
    for (int i = 0; i < 10; ++i)
        pass(minutes(1));
    QCOMPARE(sender().sent.size(), 3U);
    QVERIFY(sender().sent[0] == sender().sent[1] && sender().sent[1] == sender().sent[2]);
    QCOMPARE(reply(id).state, ReplyState::Sent);
    QCOMPARE(m_world->postsOf(id), 1);
    const auto attempts = m_world->attempts(id);
    QCOMPARE(attempts.size(), 3U);
    QCOMPARE(attempts[0].payload, attempts[2].payload);
    QCOMPARE(attempts[0].outcome, u"unknown"_s);
    QCOMPARE(attempts[0].looks, 3);
}

void DispatchUnknownTest::aRepetitionThatIsRefusedSaysNothingOfTheFirst_data()
{
    QTest::addColumn<Fate>("fate");
    QTest::newRow("refused") << Fate::Refused;
    QTest::newRow("not sent") << Fate::NoConnection;
}

// The first attempt had arrived, where nobody could see it; the second was refused, and the reply was shown as failed.
void DispatchUnknownTest::aRepetitionThatIsRefusedSaysNothingOfTheFirst()
{
    QFETCH(Fate, fate);
    const auto id = queued();
    sender().hidePosts = 4;
    sender().fates = {Fate::AnswerLost, fate};
    pass(seconds(10));
    while (sender().sent.size() < 2)
        pass(minutes(1));
    QCOMPARE(reply(id).state, ReplyState::Unknown);
    for (int i = 0; i < 5; ++i)
        pass(minutes(1));
    QCOMPARE(reply(id).state, ReplyState::Sent);
    QCOMPARE(m_world->postsOf(id), 1);
}

void DispatchUnknownTest::whereTheyAreNotAPersonDecides()
{
    const auto id = queued(kX);
    sender(kX).fates = {Fate::RequestLost};
    pass(seconds(10));
    for (int i = 0; i < 20; ++i)
        pass(minutes(1));
    QCOMPARE(sender(kX).sent.size(), 1U);
    QCOMPARE(sender(kX).finds, 3);
    QCOMPARE(reply(id).state, ReplyState::Unknown);
    QCOMPARE(reply(id).stateReason, kNotFound);
    m_world->restart();
    pass(minutes(5));
    QCOMPARE(sender(kX).finds, 0); // it was searched for; another start does not begin again
    QVERIFY(wait(m_world->outbox->markNotSent(kLea, id, u"It is not there"_s)));
    QCOMPARE(reply(id).state, ReplyState::Approved);
    QVERIFY(!isOnItsWay(reply(id)));
    QVERIFY(wait(m_world->outbox->queue(kLea, id)));
    pass(seconds(10));
    QCOMPARE(reply(id).state, ReplyState::Sent);
    QCOMPARE(m_world->postsOf(id), 1);
}

void DispatchUnknownTest::whatCannotBeSearchedForIsLeftToAPerson()
{
    const auto id = queued(kTelegram);
    sender(kTelegram).fates = {Fate::AnswerLost};
    pass(seconds(10));
    for (int i = 0; i < 5; ++i)
        pass(minutes(1));
    QCOMPARE(sender(kTelegram).finds, 0);
    QCOMPARE(reply(id).state, ReplyState::Unknown);
    QCOMPARE(reply(id).stateReason, kCannotLook);
    QVERIFY(wait(m_world->outbox->markSent(kLea, id, u"https://example.org/@us/1"_s)));
    QCOMPARE(m_world->postsOf(id), 1);
}

void DispatchUnknownTest::notSeenIsNotTheSameAsNotThere()
{
    const Error offline{.kind = ErrorKind::Network, .detail = u"no answer (Qt network error 3)"_s};
    const auto id = queued(kX);
    sender(kX).fates = {Fate::AnswerLost};
    sender(kX).findErrors = {offline, offline, offline, offline, offline};
    pass(seconds(10));
    for (int i = 0; i < 8; ++i)
        pass(minutes(2));
    QCOMPARE(reply(id).state, ReplyState::Sent);
    QCOMPARE(sender(kX).finds, 6);

    const auto lost = queued(kX);
    sender(kX).fates = {Fate::AnswerLost};
    sender(kX).findErrors = std::deque<Error>(100, offline);
    pass(seconds(10));
    for (int i = 0; i < 40; ++i)
        pass(minutes(2));
    QCOMPARE(reply(lost).state, ReplyState::Unknown);
    QCOMPARE(reply(lost).stateReason, kCannotLook);
    QVERIFY(!m_world->attempts(lost).back().lookAt);
}

void DispatchUnknownTest::afterAnHourNothingIsSentAgain()
{
    const auto id = queued();
    sender().fates = {Fate::SilenceUnsent};
    begin(seconds(10));
    QTRY_COMPARE(sender().sent.size(), 1U);
    m_world->kill();
    m_world->advance(minutes(61));
    m_world->restart();
    for (int i = 0; i < 5; ++i)
        pass(minutes(1));
    QVERIFY(sender().sent.empty());
    QCOMPARE(reply(id).state, ReplyState::Unknown);
    QCOMPARE(reply(id).stateReason, kNotFound);
}

void DispatchUnknownTest::nothingIsSentAgainWhileSuspended()
{
    const auto id = queued();
    sender().fates = {Fate::RequestLost};
    pass(seconds(10));
    QVERIFY(wait(m_world->outbox->suspend(kLea, u"The lawyers are reading"_s, {})));
    for (int i = 0; i < 5; ++i)
        pass(minutes(1));
    QCOMPARE(sender().sent.size(), 1U);
    QCOMPARE(reply(id).state, ReplyState::Unknown);
}

void DispatchUnknownTest::thePostOfAnotherReplyIsNotOurs()
{
    const auto first = queued(kX);
    pass(seconds(10));
    const auto second = queued(kX); // the same words below the same post
    sender(kX).fates = {Fate::RequestLost};
    pass(seconds(10));
    for (int i = 0; i < 5; ++i)
        pass(minutes(1));
    QCOMPARE(reply(first).state, ReplyState::Sent);
    QCOMPARE(reply(second).state, ReplyState::Unknown);
    QCOMPARE(m_world->postsOf(second), 0);
}

// Of two equal replies of unknown outcome one was there; the other was looked for first, found that one, and was taken for sent.
void DispatchUnknownTest::ofTwoWithTheSameWordsNoneTakesTheOthersPost()
{
    const auto first = queued(kX);
    const auto second = queued(kX);
    sender(kX).fates = {Fate::RequestLost, Fate::AnswerLost};
    pass(seconds(10));
    for (int i = 0; i < 5; ++i)
        pass(minutes(1));
    QCOMPARE(reply(first).state, ReplyState::Unknown);
    QCOMPARE(reply(second).state, ReplyState::Unknown);
}

void DispatchUnknownTest::aPersonsWordEndsTheSearch()
{
    const auto id = queued(kX);
    sender(kX).fates = {Fate::AnswerLost};
    pass(seconds(10));
    QVERIFY(wait(m_world->outbox->markSent(kLea, id, u"https://example.org/@us/post-1"_s)));
    for (int i = 0; i < 5; ++i)
        pass(minutes(1));
    QCOMPARE(sender(kX).finds, 0);
    QCOMPARE(reply(id).state, ReplyState::Sent);
}

void DispatchUnknownTest::aCrashBeforeTheFreezeSendsOnce()
{
    QFETCH(int, account);
    const auto id = queued(account);
    sender(account).isPreparingSilent = true;
    begin(seconds(10));
    QTRY_COMPARE(sender(account).prepares, 1);
    m_world->restart();
    QCOMPARE(reply(id).state, ReplyState::Approved);
    pass(seconds(1));
    QCOMPARE(reply(id).state, ReplyState::Sent);
    QCOMPARE(m_world->postsOf(id), 1);
}

void DispatchUnknownTest::aCrashBetweenFreezeAndSend()
{
    QFETCH(int, account);
    const auto id = queued(account);
    sender(account).isPreparingHeld = true;
    begin(seconds(10));
    QTRY_COMPARE(sender(account).prepares, 1);
    sender(account).answerPrepare();
    // The writer's thread commits the freeze. This one never hears of it: it lets no event come in meanwhile.
    const QDeadlineTimer patience(10'000);
    while (ReplyRepository::attempts(m_world->world.reader(), id)->empty() && !patience.hasExpired())
        QThread::msleep(1);
    QCOMPARE(m_world->attempts(id).size(), 1U);
    QVERIFY(sender(account).sent.empty());
    m_world->restart();
    QCOMPARE(reply(id).state, ReplyState::Sending);
    for (int i = 0; i < 5; ++i)
        pass(minutes(1));
    // It had not left, but nobody can know: only where the same cannot make a second post is it sent.
    QCOMPARE(reply(id).state, account == kMastodon ? ReplyState::Sent : ReplyState::Unknown);
    QCOMPARE(m_world->postsOf(id), account == kMastodon ? 1 : 0);
}

void DispatchUnknownTest::aCrashBetweenSendAndAnswer()
{
    QFETCH(int, account);
    const auto id = queued(account);
    sender(account).fates = {Fate::Silence};
    begin(seconds(10));
    QTRY_COMPARE(sender(account).sent.size(), 1U);
    m_world->restart();
    for (int i = 0; i < 5; ++i)
        pass(minutes(1));
    QCOMPARE(m_world->postsOf(id), 1);
    QCOMPARE(reply(id).state, account == kTelegram ? ReplyState::Unknown : ReplyState::Sent);
}

void DispatchUnknownTest::aCrashAfterTheAnswerChangesNothing()
{
    QFETCH(int, account);
    const auto id = queued(account);
    begin(seconds(10));
    // The network has answered; the answer may or may not have been written down.
    QTRY_COMPARE(sender(account).sent.size(), 1U);
    QCoreApplication::processEvents();
    m_world->restart();
    for (int i = 0; i < 5; ++i)
        pass(minutes(1));
    QCOMPARE(m_world->postsOf(id), 1);
    QVERIFY(reply(id).state == ReplyState::Sent || (account == kTelegram && reply(id).state == ReplyState::Unknown));
}

void DispatchUnknownTest::stoppingLeavesNothingInFlight()
{
    QVERIFY(wait(m_world->outbox->setHold(kLea, seconds(0))));
    sender(kX).fates = {Fate::Silence};
    m_world->dispatcher->start();
    const auto id = queued(kX);
    QTRY_COMPARE(sender(kX).sent.size(), 1U);
    m_world->dispatcher->stop();
    QTRY_COMPARE(reply(id).state, ReplyState::Unknown);
    m_world->dispatcher->start();
    QTRY_COMPARE(reply(id).state, ReplyState::Sent);
    QCOMPARE(m_world->postsOf(id), 1);
}

void DispatchUnknownTest::anAccountThatIsSignedOutMeanwhile()
{
    const auto id = queued(kX);
    sender(kX).fates = {Fate::Silence};
    begin(seconds(10));
    QTRY_COMPARE(sender(kX).sent.size(), 1U);
    m_world->senders.clear();
    m_world->isSignedIn = false;
    QTRY_VERIFY(m_round.isFinished());
    QCOMPARE(reply(id).state, ReplyState::Unknown);
    m_world->isSignedIn = true;
    pass(minutes(1));
    QCOMPARE(reply(id).state, ReplyState::Sent);
    QCOMPARE(m_world->postsOf(id), 1);
}

QTEST_GUILESS_MAIN(DispatchUnknownTest)
#include "tst_dispatchunknown.moc"
