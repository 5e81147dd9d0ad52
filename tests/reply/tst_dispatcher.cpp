// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatchtest.h"
#include "store/auditchain.h"

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::reply;
using namespace vigie::reply::test;
using std::chrono::minutes;
using std::chrono::seconds;

class DispatcherTest : public DispatchTest
{
    Q_OBJECT

private slots:
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
    void everyTransitionIsAudited();
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
