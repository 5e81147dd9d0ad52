// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatchworld.h"
#include "incident/logrepository.h"
#include "reply/statereasons.h"
#include "store/auditchain.h"

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::reply;
using namespace vigie::reply::test;
using std::chrono::minutes;
using std::chrono::seconds;

namespace
{

const QString kLea = u"Léa"_s;
const QString kText = u"Thank you for telling us. We are looking into it and come back at noon."_s;
constexpr int kMastodon = 1; ///< knows keys: the same again makes no second post
constexpr int kX = 2;        ///< shows our own posts
constexpr int kTelegram = 3; ///< shows nothing

} // namespace

Q_DECLARE_METATYPE(vigie::reply::test::Fate)

class DispatcherTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto check = ReplyCheck::shipped();
        QVERIFY2(check, qPrintable(check ? QString() : check.error().toString()));
        m_check = std::make_unique<ReplyCheck>(std::move(*check));
    }
    void init() { m_world = std::make_unique<DispatchWorld>(*m_check); }
    void cleanup() { m_world.reset(); }

    void aReplyLeavesAfterItsHoldAndNotBefore();
    void aRunningDispatcherSendsByItself();
    void whatLeavesIsOnDiskBefore();
    void whatTheServerChangedIsKept();
    void aSentReplyIsInTheLogUnderWhoQueuedIt();
    void oneAttemptIsInFlightPerAccount();
    void whatDidNotLeaveIsTriedAgainLater();
    void theNetworksOwnWaitIsObeyed();
    void whatIsTriedAgainIsTheVerySame();
    void whatIsRefusedHasFailed();
    void offlineItWaitsAndSaysSo();
    void whatWaitedOverAnHourNeedsAPerson();
    void withoutASenderItWaitsAndSaysSo();
    void whatCannotBePreparedGoesBackToAPerson();
    void aSuspensionDuringTheHoldStopsIt();
    void aSuspensionSetElsewhereStopsItToo();
    void theClockOfADrillDecidesNothing();
    void aTextThatBecameWrongStays();
    void aRecallDuringThePreparationWins();
    void anEditDuringThePreparationWins();
    void nobodySettlesWhatIsInFlight();

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

    void thePrivateHalfFollowsThePublicOne();
    void thePrivateHalfStaysWhenThePublicOneFails();
    void thePrivateHalfWaitsWhileThePublicOneIsUnknown();
    void aPairThatIsHalfDoneSaysSo_data();
    void aPairThatIsHalfDoneSaysSo();

    void everyTransitionIsAudited();

private:
    static void networks()
    {
        QTest::addColumn<int>("account");
        QTest::newRow("knows keys") << kMastodon;
        QTest::newRow("shows our posts") << kX;
        QTest::newRow("shows nothing") << kTelegram;
    }
    core::ReplyId queued(int account = kMastodon) { return m_world->queued(answerFrom(account, kText)); }
    FakeSender &sender(int account = kMastodon) { return m_world->sender(account); }
    Reply reply(core::ReplyId id) { return m_world->reply(id); }
    void pass(std::chrono::milliseconds time) { m_world->pass(time); }
    /// What is due begins, and is left where it is: the network keeps silent.
    void begin(std::chrono::milliseconds time)
    {
        m_world->advance(time);
        m_round = m_world->dispatcher->dispatchOnce();
    }
    QStringList log()
    {
        QStringList lines;
        const auto entries = incident::LogRepository::entries(m_world->world.reader(), core::IncidentId{1});
        for (const auto &entry : *entries)
            lines.prepend(entry.text);
        return lines;
    }
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

    std::unique_ptr<ReplyCheck> m_check;
    std::unique_ptr<DispatchWorld> m_world;
    QFuture<Result<>> m_round;
};

void DispatcherTest::aReplyLeavesAfterItsHoldAndNotBefore()
{
    const auto id = queued();
    pass(std::chrono::milliseconds(9'999));
    QCOMPARE(m_world->postsOf(id), 0);
    pass(std::chrono::milliseconds(1));
    QCOMPARE(m_world->postsOf(id), 1);
    const Reply sent = reply(id);
    QCOMPARE(sent.state, ReplyState::Sent);
    QCOMPARE(sent.remoteId, u"post-1"_s);
    QCOMPARE(sent.remoteUrl, u"https://example.org/@us/post-1"_s);
    QCOMPARE(sent.sentAt, m_world->world.clock.now());
    QVERIFY(!sent.leaveAt);
    pass(minutes(90));
    QCOMPARE(sender().sent.size(), 1U);
}

void DispatcherTest::aRunningDispatcherSendsByItself()
{
    QVERIFY(wait(m_world->outbox->setHold(kLea, seconds(0))));
    m_world->dispatcher->start();
    const auto id = queued();
    QTRY_COMPARE(reply(id).state, ReplyState::Sent);
    QTRY_VERIFY(m_world->dispatcher->isIdle());
    QVERIFY(wait(m_world->outbox->setHold(kLea, seconds(10))));
    const auto later = queued();
    QTest::qWait(50); // the hold is ten seconds of a clock that stands still
    QCOMPARE(reply(later).state, ReplyState::Approved);
    m_world->advance(seconds(10));
    m_world->dispatcher->wake();
    QTRY_COMPARE(reply(later).state, ReplyState::Sent);
}

void DispatcherTest::whatLeavesIsOnDiskBefore()
{
    const auto id = queued();
    sender().fates = {Fate::Silence};
    begin(seconds(10));
    QTRY_COMPARE(sender().sent.size(), 1U);
    const auto other = store::Connection::open(m_world->world.database->path(), store::Access::ReadOnly);
    QCOMPARE(ReplyRepository::find(**other, id)->value().state, ReplyState::Sending);
    const auto attempts = ReplyRepository::attempts(**other, id).value();
    QCOMPARE(attempts.size(), 1U);
    QCOMPARE(attempts[0].route, kApiRoute);
    const auto frozen = FrozenPayload::fromJson(attempts[0].payload);
    QVERIFY(frozen->toPost() == sender().sent[0]);
    QCOMPARE(frozen->prepared, "prepared:" + reply(id).idempotencyKey.toUtf8() + ":1");
    QCOMPARE(frozen->parentId, u"42"_s);
    QCOMPARE(sender().sent[0].recipient, u"@lea@example.org"_s);
    QVERIFY(!sender().sent[0].isPrivate);
}

void DispatcherTest::whatTheServerChangedIsKept()
{
    const auto id = queued();
    sender().warnings = {u"the server made it unlisted"_s};
    pass(seconds(10));
    QCOMPARE(reply(id).state, ReplyState::Sent);
    QCOMPARE(reply(id).stateReason, u"the server made it unlisted"_s);
}

void DispatcherTest::aSentReplyIsInTheLogUnderWhoQueuedIt()
{
    (void)queued();
    pass(seconds(10));
    const auto entries = incident::LogRepository::entries(m_world->world.reader(), core::IncidentId{1}).value();
    QCOMPARE(entries.size(), 1U);
    QCOMPARE(entries[0].text, u"Public reply sent to @lea@example.org on Mastodon"_s);
    QCOMPARE(entries[0].actor, kLea);
    QCOMPARE(m_world->world.number(u"SELECT status FROM mentions WHERE drill_run_id = 0"_s), 2);
    QCOMPARE(m_world->world.number(u"SELECT first_reply_at FROM incidents WHERE id = 1"_s),
             core::toMillis(m_world->world.clock.now()));
}

void DispatcherTest::oneAttemptIsInFlightPerAccount()
{
    for (int i = 0; i < 3; ++i)
        (void)queued();
    const auto other = queued(kX);
    sender().fates = {Fate::SilenceUnsent};
    begin(seconds(10));
    QTRY_COMPARE(reply(other).state, ReplyState::Sent);
    QTest::qWait(20);
    QCOMPARE(sender().sent.size(), 1U);
    QCOMPARE(sender().prepares, 1);
    QCOMPARE(m_world->world.number(u"SELECT count(*) FROM replies WHERE state = 'sending'"_s), 1);
}

void DispatcherTest::whatDidNotLeaveIsTriedAgainLater()
{
    const auto id = queued();
    sender().fates = {Fate::NoConnection, Fate::NoConnection};
    pass(seconds(10));
    QCOMPARE(reply(id).state, ReplyState::Approved);
    QVERIFY(isOnItsWay(reply(id)));
    QCOMPARE(*reply(id).leaveAt - m_world->world.clock.now(), seconds(5));
    pass(seconds(4));
    QCOMPARE(sender().sent.size(), 1U);
    pass(seconds(1));
    QCOMPARE(sender().sent.size(), 2U);
    QCOMPARE(*reply(id).leaveAt - m_world->world.clock.now(), seconds(10)); // twice as long
    pass(seconds(10));
    QCOMPARE(reply(id).state, ReplyState::Sent);
    QCOMPARE(reply(id).stateReason, QString());
    QCOMPARE(m_world->postsOf(id), 1);
    const auto attempts = m_world->attempts(id);
    QCOMPARE(attempts.size(), 3U);
    QCOMPARE(attempts[0].outcome, u"failed"_s);
    QCOMPARE(attempts[2].outcome, u"sent"_s);
}

void DispatcherTest::theNetworksOwnWaitIsObeyed()
{
    const auto first = queued();
    const auto second = queued();
    sender().fates = {Fate::TooMany};
    pass(seconds(10));
    pass(seconds(89));
    QCOMPARE(sender().sent.size(), 1U); // neither of the two: the limit is the account's
    QVERIFY(reply(first).stateReason.contains(u"429"_s));
    QVERIFY(reply(second).stateReason.contains(u"429"_s));
    pass(seconds(1));
    QCOMPARE(reply(first).state, ReplyState::Sent);
    QCOMPARE(reply(second).state, ReplyState::Sent);
}

void DispatcherTest::whatIsTriedAgainIsTheVerySame()
{
    (void)queued();
    sender().fates = {Fate::NoConnection};
    pass(seconds(10));
    pass(minutes(5));
    QCOMPARE(sender().sent.size(), 2U);
    QVERIFY(sender().sent[0] == sender().sent[1]);
    QCOMPARE(sender().prepares, 1);
}

void DispatcherTest::whatIsRefusedHasFailed()
{
    const auto id = queued();
    sender().fates = {Fate::Refused};
    pass(seconds(10));
    QCOMPARE(reply(id).state, ReplyState::Failed);
    QCOMPARE(reply(id).stateReason, u"HTTP status 422"_s);
    pass(minutes(30));
    QCOMPARE(sender().sent.size(), 1U);
}

void DispatcherTest::offlineItWaitsAndSaysSo()
{
    const auto id = queued();
    const Error offline{.kind = ErrorKind::Network, .detail = u"no answer (Qt network error 3)"_s};
    sender().prepareErrors = {offline, offline};
    pass(seconds(10));
    QVERIFY(isOnItsWay(reply(id)));
    QCOMPARE(reply(id).stateReason, u"waiting: no answer (Qt network error 3)"_s);
    QVERIFY(m_world->attempts(id).empty()); // nothing was about to leave
    pass(minutes(1));
    QVERIFY(isOnItsWay(reply(id)));
    pass(minutes(1));
    QCOMPARE(reply(id).state, ReplyState::Sent);
}

void DispatcherTest::whatWaitedOverAnHourNeedsAPerson()
{
    const auto id = queued();
    sender().usual = Fate::NoConnection;
    for (int i = 0; i < 60; ++i)
        pass(minutes(1));
    QVERIFY(isOnItsWay(reply(id)));
    QVERIFY(m_world->attempts(id).size() > 5);
    sender().usual = Fate::Arrives;
    m_world->restart(); // it does not matter whether the program was running
    pass(minutes(1));
    QCOMPARE(reply(id).state, ReplyState::Approved);
    QVERIFY(!isOnItsWay(reply(id)));
    QCOMPARE(reply(id).stateReason, kWaitedTooLong);
    pass(minutes(10));
    QCOMPARE(m_world->postsOf(id), 0);
    QVERIFY(wait(m_world->outbox->queue(kLea, id)));
    pass(seconds(10));
    QCOMPARE(reply(id).state, ReplyState::Sent);
}

void DispatcherTest::withoutASenderItWaitsAndSaysSo()
{
    const auto id = queued();
    m_world->isSignedIn = false;
    pass(seconds(10));
    QVERIFY(isOnItsWay(reply(id)));
    QCOMPARE(reply(id).stateReason, kNoSender);
    m_world->isSignedIn = true;
    pass(seconds(30));
    QCOMPARE(reply(id).state, ReplyState::Sent);
}

void DispatcherTest::whatCannotBePreparedGoesBackToAPerson()
{
    const auto id = queued();
    sender().prepareErrors = {{.kind = ErrorKind::NotFound, .detail = u"the post it answers is gone"_s, .httpStatus = 404}};
    pass(seconds(10));
    QCOMPARE(reply(id).state, ReplyState::Approved);
    QVERIFY(!isOnItsWay(reply(id)));
    QCOMPARE(reply(id).stateReason, u"the post it answers is gone"_s);
    pass(minutes(5));
    QVERIFY(sender().sent.empty());
}

void DispatcherTest::aSuspensionDuringTheHoldStopsIt()
{
    const auto id = queued();
    pass(seconds(5));
    QVERIFY(wait(m_world->outbox->suspend(u"Max"_s, u"The lawyers are reading"_s, {})));
    pass(seconds(5));
    QCOMPARE(m_world->postsOf(id), 0);
    QVERIFY(!isOnItsWay(reply(id)));
}

void DispatcherTest::aSuspensionSetElsewhereStopsItToo()
{
    const auto id = queued();
    m_world->world.sql(u"INSERT INTO settings (key, value) VALUES ('reply.suspension', 'broken')"_s);
    pass(seconds(10));
    QCOMPARE(m_world->postsOf(id), 0);
    QCOMPARE(reply(id).stateReason, kSuspendedMeanwhile);
}

void DispatcherTest::theClockOfADrillDecidesNothing()
{
    const auto id = queued();
    m_world->world.clock.advance(std::chrono::hours(24)); // the desk's clock, held by a drill
    pass(seconds(9));
    QCOMPARE(m_world->postsOf(id), 0);
    QVERIFY(isOnItsWay(reply(id)));
    m_world->world.clock.advance(-std::chrono::hours(48));
    pass(seconds(1));
    QCOMPARE(reply(id).state, ReplyState::Sent);
    QCOMPARE(reply(id).sentAt, m_world->clock.now());
}

void DispatcherTest::aTextThatBecameWrongStays()
{
    const auto id = queued();
    m_world->world.sql(u"UPDATE replies SET text = 'Write to lea.martin@mail.example.'"_s);
    pass(seconds(10));
    QCOMPARE(m_world->postsOf(id), 0);
    QVERIFY(!isOnItsWay(reply(id)));
    QVERIFY2(reply(id).stateReason.contains(u"personal-data"_s), qPrintable(reply(id).stateReason));
}

void DispatcherTest::aRecallDuringThePreparationWins()
{
    const auto id = queued();
    sender().isPreparingSilent = true;
    begin(seconds(10));
    QTRY_COMPARE(sender().prepares, 1);
    QVERIFY(wait(m_world->outbox->recall(kLea, id)));
    m_world->restart();
    pass(minutes(1));
    QCOMPARE(m_world->postsOf(id), 0);
    QVERIFY(!isOnItsWay(reply(id)));
}

void DispatcherTest::anEditDuringThePreparationWins()
{
    const auto id = queued();
    begin(seconds(10)); // prepared with the old text, whose answer is still in the event loop
    m_world->world.sql(u"UPDATE replies SET text = 'Thank you. We come back at one.'"_s);
    QTRY_VERIFY(m_round.isFinished());
    QCOMPARE(reply(id).state, ReplyState::Sent);
    QCOMPARE(sender().sent.size(), 1U);
    QCOMPARE(sender().sent[0].text, u"Thank you. We come back at one."_s);
}

void DispatcherTest::nobodySettlesWhatIsInFlight()
{
    const auto id = queued();
    sender().fates = {Fate::Silence};
    begin(seconds(10));
    QTRY_COMPARE(sender().sent.size(), 1U);
    Outbox &outbox = *m_world->outbox;
    QCOMPARE(wait(outbox.markSent(kLea, id, u"https://example.org/@us/9"_s)).error().kind, ErrorKind::Conflict);
    QCOMPARE(wait(outbox.markNotSent(kLea, id, u"x"_s)).error().kind, ErrorKind::Conflict);
    QCOMPARE(wait(outbox.markUnknown(kLea, id, u"x"_s)).error().kind, ErrorKind::Conflict);
    QCOMPARE(wait(outbox.markFailed(kLea, id, u"x"_s)).error().kind, ErrorKind::Conflict);
    QCOMPARE(wait(outbox.recall(kLea, id)).error().kind, ErrorKind::Conflict);
    QCOMPARE(reply(id).state, ReplyState::Sending);
}

void DispatcherTest::anUnknownThatIsThereIsFound()
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

void DispatcherTest::anUnknownIsSearchedThreeTimesInTwoMinutes()
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

void DispatcherTest::whereKeysAreKnownTheVerySameIsSentAgain()
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

void DispatcherTest::aRepetitionThatIsRefusedSaysNothingOfTheFirst_data()
{
    QTest::addColumn<Fate>("fate");
    QTest::newRow("refused") << Fate::Refused;
    QTest::newRow("not sent") << Fate::NoConnection;
}

// The first attempt had arrived, where nobody could see it; the second was refused, and the reply was shown as failed.
void DispatcherTest::aRepetitionThatIsRefusedSaysNothingOfTheFirst()
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

void DispatcherTest::whereTheyAreNotAPersonDecides()
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

void DispatcherTest::whatCannotBeSearchedForIsLeftToAPerson()
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

void DispatcherTest::notSeenIsNotTheSameAsNotThere()
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

void DispatcherTest::afterAnHourNothingIsSentAgain()
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

void DispatcherTest::nothingIsSentAgainWhileSuspended()
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

void DispatcherTest::thePostOfAnotherReplyIsNotOurs()
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
void DispatcherTest::ofTwoWithTheSameWordsNoneTakesTheOthersPost()
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

void DispatcherTest::aPersonsWordEndsTheSearch()
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

void DispatcherTest::aCrashBeforeTheFreezeSendsOnce()
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

void DispatcherTest::aCrashBetweenFreezeAndSend()
{
    QFETCH(int, account);
    const auto id = queued(account);
    begin(seconds(10));
    // The freeze is committed by the writer's thread; this one never hears of it.
    while (ReplyRepository::attempts(m_world->world.reader(), id)->empty()) {
        if (sender(account).prepares == 0 || m_world->world.number(u"SELECT count(*) FROM reply_attempts"_s) == 0)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        QThread::msleep(5);
        if (!sender(account).sent.empty())
            QSKIP("the answer of the freeze was faster than this test");
    }
    QVERIFY(sender(account).sent.empty());
    m_world->restart();
    QCOMPARE(reply(id).state, ReplyState::Sending);
    for (int i = 0; i < 5; ++i)
        pass(minutes(1));
    // It had not left, but nobody can know: only where the same cannot make a second post is it sent.
    QCOMPARE(reply(id).state, account == kMastodon ? ReplyState::Sent : ReplyState::Unknown);
    QCOMPARE(m_world->postsOf(id), account == kMastodon ? 1 : 0);
}

void DispatcherTest::aCrashBetweenSendAndAnswer()
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

void DispatcherTest::aCrashAfterTheAnswerChangesNothing()
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

void DispatcherTest::stoppingLeavesNothingInFlight()
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

void DispatcherTest::anAccountThatIsSignedOutMeanwhile()
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

void DispatcherTest::thePrivateHalfFollowsThePublicOne()
{
    const auto pair = queuedPair();
    pass(seconds(10));
    QCOMPARE(sender().sent.size(), 2U);
    QVERIFY(!sender().sent[0].isPrivate);
    QVERIFY(sender().sent[1].isPrivate);
    QCOMPARE(pairOf(pair), PairState::Done);
    QCOMPARE(log().size(), 2);
}

void DispatcherTest::thePrivateHalfStaysWhenThePublicOneFails()
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

void DispatcherTest::thePrivateHalfWaitsWhileThePublicOneIsUnknown()
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

void DispatcherTest::aPairThatIsHalfDoneSaysSo_data()
{
    QTest::addColumn<Fate>("fate");
    QTest::addColumn<ReplyState>("state");
    QTest::newRow("refused") << Fate::Refused << ReplyState::Failed;
    QTest::newRow("unknown") << Fate::RequestLost << ReplyState::Unknown;
    QTest::newRow("offline for an hour") << Fate::NoConnection << ReplyState::Approved;
}

void DispatcherTest::aPairThatIsHalfDoneSaysSo()
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

void DispatcherTest::everyTransitionIsAudited()
{
    (void)queued();
    sender().fates = {Fate::NoConnection, Fate::RequestLost, Fate::AnswerLost};
    pass(seconds(10));
    for (int i = 0; i < 10; ++i)
        pass(minutes(1));
    QStringList actions;
    const auto rows = store::readAudit(m_world->world.reader(), 0, 100).value();
    for (const auto &row : rows)
        actions << row.action;
    QCOMPARE(actions.mid(3), QStringList({u"reply.queue"_s, u"reply.send"_s, u"reply.not-sent"_s, u"reply.send"_s,
                                          u"reply.unknown"_s, u"reply.send-again"_s, u"reply.unknown"_s, u"reply.found"_s}));
    QVERIFY(store::verifyDatabase(m_world->world.reader())->isSound());
}

QTEST_GUILESS_MAIN(DispatcherTest)
#include "tst_dispatcher.moc"
