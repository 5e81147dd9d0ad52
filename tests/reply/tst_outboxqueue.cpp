// SPDX-License-Identifier: GPL-3.0-or-later
// How replies get on their way and off it again; what is sent then is in tst_dispatcher.
#include "dispatchworld.h"
#include "reply/sametext.h"
#include "reply/statereasons.h"
#include "store/auditchain.h"

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::reply;
using namespace vigie::reply::test;

namespace
{

const QString kLea = u"Léa"_s;
const QString kMax = u"Max"_s;
const QString kText = u"Thank you for telling us. We are looking into it and come back at noon."_s;

} // namespace

class OutboxQueueTest : public QObject
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

    void aQueuedReplyIsHeldForTenSeconds();
    void theHoldIsASettingOfTheDesk();
    void whatIsQueuedCanBeRecalled();
    void whatIsNotOnItsWayIsNotRecalled();
    void aReplyIsQueuedOnce();
    void onlyWhatMayLeaveIsQueued();
    void aDrillIsNeverQueued();
    void withoutAnAccountAPersonSends_data();
    void withoutAnAccountAPersonSends();
    void aReplyThatNamesNoAccountIsSentByTheDesksOwn();
    void atADeskWithoutApprovalADraftIsQueued();
    void anEditTakesAReplyOffItsWay();
    void nothingIsQueuedWhileSuspended();
    void aSuspensionTakesEverythingOffItsWay();
    void sendingByHandTakesAReplyOffItsWay();
    void aPairIsOnePublicAndOnePrivateReplyToOnePerson();
    void thePrivateHalfIsNotQueuedBeforeThePublicOneIsOut();
    void aPairIsRecalledAsOne();
    void theSameTextToManyIsWarnedOf();
    void anotherTextOrAnOldOneIsNotWarnedOf();
    void everyReasonIsToldInFrench();

private:
    NewReply privateAnswer()
    {
        NewReply reply = answerFrom(1, kText);
        reply.visibility = Visibility::Private;
        return reply;
    }
    Outbox &outbox() { return *m_world->outbox; }

    std::unique_ptr<ReplyCheck> m_check;
    std::unique_ptr<DispatchWorld> m_world;
};

void OutboxQueueTest::aQueuedReplyIsHeldForTenSeconds()
{
    const auto id = m_world->approved(answerFrom(1, kText));
    const auto leaves = wait(outbox().queue(kLea, id));
    QVERIFY(leaves);
    QCOMPARE(*leaves - m_world->world.clock.now(), std::chrono::seconds(10));
    const Reply reply = m_world->reply(id);
    QCOMPARE(reply.state, ReplyState::Approved);
    QVERIFY(isOnItsWay(reply));
    QCOMPARE(reply.leaveAt, *leaves);
    QCOMPARE(reply.queuedBy, kLea);
    QCOMPARE(reply.queuedAt, m_world->world.clock.now());
}

void OutboxQueueTest::theHoldIsASettingOfTheDesk()
{
    QVERIFY(!wait(outbox().setHold(kLea, std::chrono::seconds(-1))));
    QVERIFY(!wait(outbox().setHold(kLea, std::chrono::seconds(301))));
    QVERIFY(wait(outbox().setHold(kLea, std::chrono::seconds(30))));
    const auto leaves = wait(outbox().queue(kLea, m_world->approved(answerFrom(1, kText))));
    QCOMPARE(*leaves - m_world->world.clock.now(), std::chrono::seconds(30));
}

void OutboxQueueTest::whatIsQueuedCanBeRecalled()
{
    const auto id = m_world->queued(answerFrom(1, kText));
    QVERIFY(wait(outbox().recall(kLea, id)));
    const Reply reply = m_world->reply(id);
    QCOMPARE(reply.state, ReplyState::Approved);
    QVERIFY(!isOnItsWay(reply));
    QVERIFY(wait(outbox().queue(kLea, id)));
    const auto audit = store::readAudit(m_world->world.reader(), 0, 100).value();
    QCOMPARE(audit.at(audit.size() - 2).action, u"reply.recall"_s);
    QCOMPARE(audit.back().action, u"reply.queue"_s);
}

void OutboxQueueTest::whatIsNotOnItsWayIsNotRecalled()
{
    const auto id = m_world->approved(answerFrom(1, kText));
    QCOMPARE(wait(outbox().recall(kLea, id)).error().kind, ErrorKind::Conflict);
    QVERIFY(wait(outbox().begin(kLea, id)));
    QCOMPARE(wait(outbox().recall(kLea, id)).error().kind, ErrorKind::Conflict);
}

void OutboxQueueTest::aReplyIsQueuedOnce()
{
    const auto id = m_world->queued(answerFrom(1, kText));
    QCOMPARE(wait(outbox().queue(kMax, id)).error().kind, ErrorKind::Conflict);
}

void OutboxQueueTest::onlyWhatMayLeaveIsQueued()
{
    const auto draft = wait(m_world->service->createDraft(kLea, answerFrom(1, kText))).value();
    QCOMPARE(wait(outbox().queue(kLea, draft)).error().kind, ErrorKind::Conflict);
    const auto wrong = m_world->approved(answerFrom(1, u"Hello {{author}}, thank you."_s));
    QCOMPARE(wait(outbox().queue(kLea, wrong)).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(m_world->world.number(u"SELECT count(*) FROM replies WHERE leave_at IS NOT NULL"_s), 0);
}

void OutboxQueueTest::aDrillIsNeverQueued()
{
    NewReply reply = answerTo(ReplyWorld::kDrillMention, kText);
    reply.drillRunId = core::DrillRunId{7};
    reply.incidentId = core::IncidentId{2};
    reply.accountId = core::AccountId{1};
    const auto id = m_world->approved(reply);
    QCOMPARE(wait(outbox().queue(kLea, id)).error().kind, ErrorKind::Suspended);
}

void OutboxQueueTest::withoutAnAccountAPersonSends_data()
{
    QTest::addColumn<int>("account");
    QTest::newRow("none") << 0;
    QTest::newRow("of another network") << 2;
    QTest::newRow("not in use") << 4;
}

void OutboxQueueTest::withoutAnAccountAPersonSends()
{
    QFETCH(int, account);
    m_world->world.sql(u"INSERT INTO accounts (id, network, handle, created_at, is_active) VALUES (4, 'mastodon', 'old', 0, 0)"_s);
    if (account == 0)
        m_world->world.sql(u"UPDATE accounts SET state = 'manual' WHERE network = 'mastodon'"_s);
    NewReply reply = answerTo(ReplyWorld::kMention, kText);
    reply.accountId = core::AccountId{account};
    const auto id = m_world->approved(reply);
    const auto queued = wait(outbox().queue(kLea, id));
    QVERIFY(!queued);
    QCOMPARE(queued.error().kind, ErrorKind::InvalidArgument);
    QVERIFY(wait(outbox().begin(kLea, id)));
}

void OutboxQueueTest::aReplyThatNamesNoAccountIsSentByTheDesksOwn()
{
    const auto id = m_world->approved(answerTo(ReplyWorld::kMention, kText));
    QVERIFY(!m_world->reply(id).accountId.isValid());
    QVERIFY(wait(outbox().queue(kLea, id)));
    QCOMPARE(m_world->reply(id).accountId.value, 1);
}

void OutboxQueueTest::atADeskWithoutApprovalADraftIsQueued()
{
    QVERIFY(wait(m_world->service->setApprovalPolicy(kLea, ApprovalPolicy::None)));
    const auto id = wait(m_world->service->createDraft(kLea, answerFrom(1, kText))).value();
    QVERIFY(wait(outbox().queue(kLea, id)));
    QCOMPARE(m_world->reply(id).state, ReplyState::Approved);
    QVERIFY(!m_world->reply(id).approvedAt);
    m_world->pass(std::chrono::seconds(10));
    QCOMPARE(m_world->reply(id).state, ReplyState::Sent);
}

void OutboxQueueTest::anEditTakesAReplyOffItsWay()
{
    const auto id = m_world->queued(answerFrom(1, kText));
    ReplyEdit edit = ReplyEdit::of(m_world->reply(id));
    edit.text += u" Sorry."_s;
    QVERIFY(wait(m_world->service->saveDraft(kLea, id, edit)));
    QCOMPARE(m_world->reply(id).state, ReplyState::Draft);
    QVERIFY(!m_world->reply(id).leaveAt);
    m_world->pass(std::chrono::minutes(1));
    QCOMPARE(m_world->postsOf(id), 0);
}

void OutboxQueueTest::nothingIsQueuedWhileSuspended()
{
    const auto id = m_world->approved(answerFrom(1, kText));
    QVERIFY(wait(outbox().suspend(kMax, u"The lawyers are reading"_s, {})));
    QCOMPARE(wait(outbox().queue(kLea, id)).error().kind, ErrorKind::Suspended);
    QVERIFY(wait(outbox().resume(kMax)));
    QVERIFY(wait(outbox().queue(kLea, id)));
}

void OutboxQueueTest::aSuspensionTakesEverythingOffItsWay()
{
    const auto id = m_world->queued(answerFrom(1, kText));
    QVERIFY(wait(outbox().suspend(kMax, u"The lawyers are reading"_s, {})));
    QVERIFY(!isOnItsWay(m_world->reply(id)));
    QCOMPARE(m_world->reply(id).stateReason, kSuspendedMeanwhile);
    QVERIFY(wait(outbox().resume(kMax)));
    m_world->pass(std::chrono::minutes(1));
    QCOMPARE(m_world->postsOf(id), 0); // what was written before the pause does not fly out after it
}

void OutboxQueueTest::sendingByHandTakesAReplyOffItsWay()
{
    const auto id = m_world->queued(answerFrom(1, kText));
    QVERIFY(wait(outbox().begin(kLea, id)));
    m_world->pass(std::chrono::minutes(10));
    QCOMPARE(m_world->postsOf(id), 0);
    QCOMPARE(m_world->reply(id).state, ReplyState::Sending);
    QVERIFY(wait(outbox().markSent(kLea, id, u"https://example.org/@us/1"_s)));
}

void OutboxQueueTest::aPairIsOnePublicAndOnePrivateReplyToOnePerson()
{
    const auto first = m_world->approved(answerFrom(1, kText));
    const auto second = m_world->approved(privateAnswer());
    NewReply elsewhere = privateAnswer();
    elsewhere.recipient = u"@max@example.org"_s;
    QCOMPARE(wait(outbox().queuePair(kLea, first, first)).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(wait(outbox().queuePair(kLea, second, first)).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(wait(outbox().queuePair(kLea, first, m_world->approved(elsewhere))).error().kind, ErrorKind::InvalidArgument);
    QVERIFY(!isOnItsWay(m_world->reply(first))); // refused as one: neither half is on its way
    QVERIFY(wait(outbox().queuePair(kLea, first, second)));
    QCOMPARE(m_world->reply(first).partnerId, second);
    QCOMPARE(m_world->reply(second).partnerId, first);
    QCOMPARE(pairState(m_world->reply(first), m_world->reply(second)), PairState::UnderWay);
}

void OutboxQueueTest::thePrivateHalfIsNotQueuedBeforeThePublicOneIsOut()
{
    const auto first = m_world->approved(answerFrom(1, kText));
    const auto second = m_world->approved(privateAnswer());
    QVERIFY(wait(outbox().queuePair(kLea, first, second)));
    QVERIFY(wait(outbox().recall(kLea, first)));
    QCOMPARE(wait(outbox().queue(kLea, second)).error().kind, ErrorKind::Conflict);
    QVERIFY(wait(outbox().queue(kLea, first)));
    m_world->pass(std::chrono::seconds(10));
    QVERIFY(wait(outbox().queue(kLea, second)));
}

void OutboxQueueTest::aPairIsRecalledAsOne()
{
    const auto first = m_world->approved(answerFrom(1, kText));
    const auto second = m_world->approved(privateAnswer());
    QVERIFY(wait(outbox().queuePair(kLea, first, second)));
    QVERIFY(wait(outbox().recall(kLea, second)));
    QVERIFY(!isOnItsWay(m_world->reply(first)));
    QCOMPARE(pairState(m_world->reply(first), m_world->reply(second)), PairState::NotBegun);
    QVERIFY(wait(outbox().queuePair(kLea, first, second)));
}

void OutboxQueueTest::theSameTextToManyIsWarnedOf()
{
    const core::Phrasebook english(core::Language::English);
    const QStringList spellings = {u"@a Thank you for telling us!"_s, u"@b thank you  for telling us"_s,
                                   u"Thank you for telling us."_s};
    for (int i = 0; i < spellings.size(); ++i) {
        NewReply reply = answerFrom(1, spellings[i]);
        reply.recipient = u"@person%1@example.org"_s.arg(i);
        const auto next = m_world->reply(m_world->approved(answerFrom(1, u"Thank you for telling us"_s)));
        QVERIFY(!sameTextFinding(m_world->world.reader(), next, m_world->world.clock.now(), english)->has_value());
        (void)m_world->queued(reply);
        m_world->pass(std::chrono::seconds(10));
    }
    const auto id = m_world->approved(answerFrom(1, u"Thank you for telling us"_s));
    const auto finding = sameTextFinding(m_world->world.reader(), m_world->reply(id), m_world->world.clock.now(), english);
    QVERIFY(finding && *finding);
    QCOMPARE((*finding)->rule, u"same-text"_s);
    QCOMPARE((*finding)->severity, FindingSeverity::Warning);
    QVERIFY2((*finding)->message.contains(u"3 other people"_s), qPrintable((*finding)->message));
    QVERIFY(wait(outbox().queue(kLea, id))); // refused nowhere
}

void OutboxQueueTest::anotherTextOrAnOldOneIsNotWarnedOf()
{
    const core::Phrasebook english(core::Language::English);
    for (int i = 0; i < 4; ++i) {
        NewReply reply = answerFrom(1, kText);
        reply.recipient = u"@person%1@example.org"_s.arg(i);
        (void)m_world->queued(reply);
        m_world->pass(std::chrono::seconds(10));
    }
    const auto find = [&](const QString &text) {
        const Reply next = m_world->reply(m_world->approved(answerFrom(1, text)));
        return sameTextFinding(m_world->world.reader(), next, m_world->world.clock.now(), english).value().has_value();
    };
    QVERIFY(find(kText));
    QVERIFY(!find(u"We are sorry, and come back at noon."_s));
    m_world->advance(std::chrono::minutes(61));
    QVERIFY(!find(kText));
}

void OutboxQueueTest::everyReasonIsToldInFrench()
{
    const core::Phrasebook french(core::Language::French);
    const core::Phrasebook english(core::Language::English);
    for (const QStringView reason : {kInterrupted, kSuspendedMeanwhile, kWaitedTooLong, kPublicHalfNotSent, kNoSender, kLooking,
                                     kNotFound, kCannotLook, kAnotherReplysPost})
        QVERIFY2(stateReasonText(reason.toString(), french) != stateReasonText(reason.toString(), english),
                 qPrintable(reason.toString()));
    QCOMPARE(stateReasonText(waitingReason(u"no complete answer in time"_s), english), u"waiting: no complete answer in time"_s);
    QVERIFY(!stateReasonText(waitingReason(u"no complete answer in time"_s), french).contains(u"answer"_s));
    QCOMPARE(stateReasonText(u"Trop tôt"_s, english), u"Trop tôt"_s);
}

QTEST_GUILESS_MAIN(OutboxQueueTest)
#include "tst_outboxqueue.moc"
