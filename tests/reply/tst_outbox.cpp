// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/outbox.h"
#include "replyworld.h"
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

/// Looks, at the moment it is handed a payload, at what another connection finds on disk.
class WitnessRoute final : public Route
{
public:
    explicit WitnessRoute(QString path) : m_path(std::move(path)) {}
    QString name() const override { return u"witness"_s; }
    Result<Handover> start(const FrozenPayload &payload) override
    {
        const auto other = store::Connection::open(m_path, store::Access::ReadOnly);
        const auto reply = ReplyRepository::find(**other, payload.replyId);
        stateOnDisk = (*reply)->state;
        const auto attempts = ReplyRepository::attempts(**other, payload.replyId);
        payloadOnDisk = attempts->back().payload;
        handed = payload;
        return Handover{.replyId = payload.replyId, .text = payload.text};
    }

    ReplyState stateOnDisk = ReplyState::Draft;
    QString payloadOnDisk;
    FrozenPayload handed;

private:
    QString m_path;
};

} // namespace

class OutboxTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto check = ReplyCheck::shipped();
        QVERIFY2(check, qPrintable(check ? QString() : check.error().toString()));
        m_check = std::make_unique<ReplyCheck>(std::move(*check));
    }
    void init()
    {
        m_world = std::make_unique<ReplyWorld>();
        m_world->fill();
        restart();
    }
    void cleanup()
    {
        m_outbox.reset();
        m_service.reset();
        m_world.reset();
    }

    void anApprovedReplyIsHandedOutWithItsPage();
    void nothingIsHandedOutBeforeItIsCommitted();
    void onlyOneAttemptIsInFlight();
    void whatIsNotApprovedDoesNotLeave();
    void aDeskWithoutApprovalSendsItsDrafts();
    void aDrillNeverSends();
    void aDrillIsAnsweredInTheExercise();
    void aRealReplyIsNeverPlayed();
    void nothingLeavesWhileSuspended();
    void aSuspensionEndsAtItsTime();
    void anUnreadableSuspensionHolds();
    void aTextWithAnErrorDoesNotLeave_data();
    void aTextWithAnErrorDoesNotLeave();
    void theBrandsOwnContactsAreNotPersonalData();
    void aSentReplyChangesItsMentionItsCrisisAndTheLog();
    void theFirstReplyIsTheFirst();
    void aLinkIsNeeded_data();
    void aLinkIsNeeded();
    void aPrivateMessageNeedsNoLink();
    void theSameLinkIsRefusedTwice();
    void whatDidNotLeaveMayBeSentAgain();
    void aCrashLeavesAnUnknownThatAPersonSettles();
    void noSettlementWithoutAnAttempt_data();
    void noSettlementWithoutAnAttempt();
    void everyActIsAudited();

private:
    void restart()
    {
        m_service = std::make_unique<ReplyService>(*m_world->database);
        m_outbox = std::make_unique<Outbox>(*m_world->database, *m_check);
    }
    core::ReplyId draft(NewReply reply = answerTo(ReplyWorld::kMention, kText))
    {
        return wait(m_service->createDraft(kLea, reply)).value();
    }
    core::ReplyId approved(const NewReply &reply = answerTo(ReplyWorld::kMention, kText))
    {
        const auto id = draft(reply);
        approve(id);
        return id;
    }
    void approve(core::ReplyId id)
    {
        QVERIFY(wait(m_service->requestApproval(kLea, id)));
        QVERIFY(wait(m_service->approve(kMax, id, m_world->reply(id).text)));
    }
    static NewReply drillAnswer()
    {
        NewReply reply = answerTo(ReplyWorld::kDrillMention, kText);
        reply.drillRunId = core::DrillRunId{7};
        reply.incidentId = core::IncidentId{2};
        return reply;
    }

    std::unique_ptr<ReplyCheck> m_check;
    std::unique_ptr<ReplyWorld> m_world;
    std::unique_ptr<ReplyService> m_service;
    std::unique_ptr<Outbox> m_outbox;
};

void OutboxTest::anApprovedReplyIsHandedOutWithItsPage()
{
    const auto id = approved();
    const auto handed = wait(m_outbox->begin(kLea, id));
    QVERIFY(handed);
    QCOMPARE(handed->text, kText);
    QCOMPARE(handed->url, u"https://example.org/@lea/42"_s);
    QCOMPARE(handed->attempt, 1);
    QCOMPARE(m_world->reply(id).state, ReplyState::Sending);

    NewReply toAuthor = answerTo(ReplyWorld::kMention, kText);
    toAuthor.visibility = Visibility::Private;
    QCOMPARE(wait(m_outbox->begin(kLea, approved(toAuthor)))->url, u"https://example.org/@lea"_s);
}

void OutboxTest::nothingIsHandedOutBeforeItIsCommitted()
{
    auto route = std::make_unique<WitnessRoute>(m_world->database->path());
    WitnessRoute &witness = *route;
    m_outbox = std::make_unique<Outbox>(*m_world->database, *m_check, std::move(route));
    const auto id = approved();
    QVERIFY(wait(m_outbox->begin(kLea, id)));
    QCOMPARE(witness.stateOnDisk, ReplyState::Sending);
    QCOMPARE(witness.payloadOnDisk, witness.handed.toJson());
    QCOMPARE(witness.handed.idempotencyKey, m_world->reply(id).idempotencyKey);
    QCOMPARE(FrozenPayload::fromJson(witness.payloadOnDisk)->text, kText);
}

void OutboxTest::onlyOneAttemptIsInFlight()
{
    const auto id = approved();
    auto first = m_outbox->begin(kLea, id);
    auto second = m_outbox->begin(kMax, id);
    const auto answers = {wait(first), wait(second)};
    QCOMPARE(std::count_if(answers.begin(), answers.end(), [](const auto &answer) { return answer.has_value(); }), 1);
    QCOMPARE(ReplyRepository::attempts(m_world->reader(), id)->size(), 1U);
}

void OutboxTest::whatIsNotApprovedDoesNotLeave()
{
    const auto id = draft();
    QCOMPARE(wait(m_outbox->begin(kLea, id)).error().kind, ErrorKind::Conflict);
    QVERIFY(wait(m_service->requestApproval(kLea, id)));
    QCOMPARE(wait(m_outbox->begin(kLea, id)).error().kind, ErrorKind::Conflict);
    QCOMPARE(m_world->number(u"SELECT count(*) FROM reply_attempts"_s), 0);
}

void OutboxTest::aDeskWithoutApprovalSendsItsDrafts()
{
    QVERIFY(wait(m_service->setApprovalPolicy(kLea, ApprovalPolicy::None)));
    QVERIFY(wait(m_outbox->begin(kLea, draft())));
}

void OutboxTest::aDrillNeverSends()
{
    const auto id = approved(drillAnswer());
    QCOMPARE(wait(m_outbox->begin(kLea, id)).error().kind, ErrorKind::Suspended);
    QVERIFY(wait(m_service->setApprovalPolicy(kLea, ApprovalPolicy::None)));
    QVERIFY(!wait(m_outbox->begin(kLea, id)));
    QVERIFY(!wait(m_outbox->markSent(kLea, id, u"https://example.org/@us/1"_s)));
    QCOMPARE(m_world->reply(id).state, ReplyState::Approved);
    QCOMPARE(m_world->number(u"SELECT count(*) FROM reply_attempts"_s), 0);
}

void OutboxTest::aDrillIsAnsweredInTheExercise()
{
    const auto early = draft(drillAnswer());
    QCOMPARE(wait(m_outbox->markPlayed(kLea, early)).error().kind, ErrorKind::Conflict);
    const auto id = approved(drillAnswer());
    QVERIFY(wait(m_outbox->markPlayed(kLea, id)));
    QCOMPARE(m_world->reply(id).state, ReplyState::Sent);
    QCOMPARE(m_world->reply(id).stateReason, kPlayedReason);
    QCOMPARE(m_world->number(u"SELECT count(*) FROM reply_attempts"_s), 0);
    QCOMPARE(m_world->number(u"SELECT first_reply_at FROM incidents WHERE id = 2"_s), core::toMillis(m_world->clock.now()));
    QVERIFY(!wait(m_outbox->markPlayed(kLea, id)));
}

void OutboxTest::aRealReplyIsNeverPlayed()
{
    const auto id = approved();
    QCOMPARE(wait(m_outbox->markPlayed(kLea, id)).error().kind, ErrorKind::Conflict);
    QCOMPARE(m_world->reply(id).state, ReplyState::Approved);
}

void OutboxTest::nothingLeavesWhileSuspended()
{
    const auto id = approved();
    QCOMPARE(wait(m_outbox->suspend(kMax, u" "_s, {})).error().kind, ErrorKind::InvalidArgument);
    QVERIFY(wait(m_outbox->suspend(kMax, u"The lawyers are reading"_s, {})));
    QCOMPARE(Outbox::suspension(m_world->reader(), m_world->clock.now())->value().by, kMax);
    QCOMPARE(wait(m_outbox->begin(kLea, id)).error().kind, ErrorKind::Suspended);
    QVERIFY(wait(m_outbox->resume(kMax)));
    QCOMPARE(wait(m_outbox->resume(kMax)).error().kind, ErrorKind::Conflict);
    QVERIFY(wait(m_outbox->begin(kLea, id)));
}

void OutboxTest::aSuspensionEndsAtItsTime()
{
    const auto id = approved();
    QVERIFY(!wait(m_outbox->suspend(kMax, u"x"_s, m_world->clock.now())));
    QVERIFY(wait(m_outbox->suspend(kMax, u"One hour"_s, m_world->clock.now() + std::chrono::hours(1))));
    QVERIFY(!wait(m_outbox->begin(kLea, id)));
    m_world->clock.advance(std::chrono::hours(1));
    QVERIFY(wait(m_outbox->begin(kLea, id)));
}

void OutboxTest::anUnreadableSuspensionHolds()
{
    const auto id = approved();
    m_world->sql(u"INSERT INTO settings (key, value) VALUES ('reply.suspension', 'broken')"_s);
    QCOMPARE(wait(m_outbox->begin(kLea, id)).error().kind, ErrorKind::Suspended);
}

void OutboxTest::aTextWithAnErrorDoesNotLeave_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rule");
    QTest::newRow("variable") << u"Hello {{author}}, thank you."_s << u"empty-variable"_s;
    QTest::newRow("too long") << u"Thank you. "_s.repeated(60) << u"over-length"_s;
    QTest::newRow("personal data") << u"Thank you, we have written to lea.martin@mail.example about it."_s << u"personal-data"_s;
}

void OutboxTest::aTextWithAnErrorDoesNotLeave()
{
    QFETCH(QString, text);
    QFETCH(QString, rule);
    const auto id = approved(answerTo(ReplyWorld::kMention, text));
    const auto refused = wait(m_outbox->begin(kLea, id));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidArgument);
    QVERIFY2(refused.error().detail.contains(rule), qPrintable(refused.error().detail));
    QCOMPARE(m_world->reply(id).state, ReplyState::Approved);
}

void OutboxTest::theBrandsOwnContactsAreNotPersonalData()
{
    const auto id = approved(answerTo(ReplyWorld::kMention, u"Thank you. Please write to help@brand.example."_s));
    QVERIFY(!wait(m_outbox->begin(kLea, id)));
    QVERIFY(wait(m_outbox->setAllowedContacts(kMax, {u"help@brand.example"_s})));
    QVERIFY(wait(m_outbox->begin(kLea, id)));
}

void OutboxTest::aSentReplyChangesItsMentionItsCrisisAndTheLog()
{
    const auto id = approved();
    QVERIFY(wait(m_outbox->begin(kLea, id)));
    m_world->clock.advance(std::chrono::minutes(2));
    QVERIFY(wait(m_outbox->markSent(kLea, id, u"  https://example.org/@us/1 "_s)));
    const Reply sent = m_world->reply(id);
    QCOMPARE(sent.state, ReplyState::Sent);
    QCOMPARE(sent.remoteUrl, u"https://example.org/@us/1"_s);
    QCOMPARE(sent.sentAt, m_world->clock.now());
    QCOMPARE(m_world->number(u"SELECT status FROM mentions WHERE drill_run_id = 0"_s), 2);
    QCOMPARE(m_world->number(u"SELECT first_reply_at FROM incidents WHERE id = 1"_s), core::toMillis(m_world->clock.now()));
    QCOMPARE(m_world->number(u"SELECT count(*) FROM log_entries WHERE incident_id = 1 AND kind = 'reply'"_s), 1);
    QCOMPARE(ReplyRepository::attempts(m_world->reader(), id)->back().outcome, u"sent"_s);
    QVERIFY(!wait(m_outbox->markSent(kLea, id, u"https://example.org/@us/2"_s)));
}

void OutboxTest::theFirstReplyIsTheFirst()
{
    const core::Instant first = m_world->clock.now();
    for (int i = 0; i < 2; ++i) {
        const auto id = approved();
        QVERIFY(wait(m_outbox->begin(kLea, id)));
        QVERIFY(wait(m_outbox->markSent(kLea, id, u"https://example.org/@us/%1"_s.arg(i))));
        m_world->clock.advance(std::chrono::hours(1));
    }
    QCOMPARE(m_world->number(u"SELECT first_reply_at FROM incidents WHERE id = 1"_s), core::toMillis(first));
}

void OutboxTest::aLinkIsNeeded_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("none") << QString();
    QTest::newRow("words") << u"done"_s;
    QTest::newRow("script") << u"javascript:alert(1)"_s;
    QTest::newRow("file") << u"file:///etc/hosts"_s;
    QTest::newRow("no host") << u"https://"_s;
}

void OutboxTest::aLinkIsNeeded()
{
    QFETCH(QString, url);
    const auto id = approved();
    QVERIFY(wait(m_outbox->begin(kLea, id)));
    QCOMPARE(wait(m_outbox->markSent(kLea, id, url)).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(m_world->reply(id).state, ReplyState::Sending);
}

void OutboxTest::aPrivateMessageNeedsNoLink()
{
    NewReply reply = answerTo(ReplyWorld::kMention, kText);
    reply.visibility = Visibility::Private;
    for (int i = 0; i < 2; ++i) {
        const auto id = approved(reply);
        QVERIFY(wait(m_outbox->begin(kLea, id)));
        QVERIFY(wait(m_outbox->markSent(kLea, id, {})));
    }
}

void OutboxTest::theSameLinkIsRefusedTwice()
{
    const auto first = approved();
    QVERIFY(wait(m_outbox->begin(kLea, first)));
    QVERIFY(wait(m_outbox->markSent(kLea, first, u"https://Example.org/@us/1/"_s)));
    const auto second = approved();
    QVERIFY(wait(m_outbox->begin(kLea, second)));
    for (const QString &url : {u"https://example.org/@us/1/"_s, u"https://example.org/@us/1"_s, u"http://example.org/@us/1"_s})
        QCOMPARE(wait(m_outbox->markSent(kLea, second, url)).error().kind, ErrorKind::InvalidArgument);
    QVERIFY(wait(m_outbox->markSent(kLea, second, u"https://example.org/@us/2"_s)));
}

void OutboxTest::whatDidNotLeaveMayBeSentAgain()
{
    const auto id = approved();
    QVERIFY(wait(m_outbox->begin(kLea, id)));
    QVERIFY(wait(m_outbox->markNotSent(kLea, id, u"The page was down"_s)));
    QCOMPARE(m_world->reply(id).state, ReplyState::Approved);
    QCOMPARE(wait(m_outbox->begin(kLea, id))->attempt, 2);
    QVERIFY(wait(m_outbox->markFailed(kLea, id, u"Blocked by the author"_s)));
    QCOMPARE(m_world->reply(id).state, ReplyState::Failed);
    const auto attempts = ReplyRepository::attempts(m_world->reader(), id).value();
    QCOMPARE(attempts.size(), 2U);
    QCOMPARE(attempts[0].detail, u"The page was down"_s);
}

void OutboxTest::aCrashLeavesAnUnknownThatAPersonSettles()
{
    const auto id = approved();
    QVERIFY(wait(m_outbox->begin(kLea, id)));
    m_outbox.reset();
    m_service.reset();
    m_world->openAgain(); // as after a crash: the row still says `sending`
    restart();
    QCOMPARE(m_world->reply(id).state, ReplyState::Sending);
    QCOMPARE(wait(m_outbox->settleInterrupted()).value(), 1);
    QCOMPARE(m_world->reply(id).state, ReplyState::Unknown);
    QCOMPARE(wait(m_outbox->settleInterrupted()).value(), 0);
    QVERIFY(!wait(m_outbox->begin(kLea, id)));
    QVERIFY(wait(m_outbox->markSent(kLea, id, u"https://example.org/@us/1"_s)));
    QCOMPARE(m_world->reply(id).state, ReplyState::Sent);
}

void OutboxTest::noSettlementWithoutAnAttempt_data()
{
    QTest::addColumn<QString>("state");
    for (const auto state : {ReplyState::Draft, ReplyState::Pending, ReplyState::Approved, ReplyState::Sent,
                             ReplyState::Failed, ReplyState::Cancelled})
        QTest::newRow(qPrintable(replyStateKey(state))) << replyStateKey(state);
}

void OutboxTest::noSettlementWithoutAnAttempt()
{
    QFETCH(QString, state);
    const auto id = draft();
    m_world->sql(u"UPDATE replies SET state = ? WHERE id = ?"_s, {state, id.value});
    QCOMPARE(wait(m_outbox->markSent(kLea, id, u"https://example.org/@us/9"_s)).error().kind, ErrorKind::Conflict);
    QCOMPARE(wait(m_outbox->markNotSent(kLea, id, u"x"_s)).error().kind, ErrorKind::Conflict);
    QCOMPARE(wait(m_outbox->markUnknown(kLea, id, u"x"_s)).error().kind, ErrorKind::Conflict);
    QCOMPARE(wait(m_outbox->markFailed(kLea, id, u"x"_s)).error().kind, ErrorKind::Conflict);
    QCOMPARE(replyStateKey(m_world->reply(id).state), state);
}

void OutboxTest::everyActIsAudited()
{
    const auto id = approved();
    QVERIFY(wait(m_outbox->begin(kLea, id)));
    QVERIFY(wait(m_outbox->markUnknown(kLea, id, u"Closed the tab"_s)));
    QVERIFY(wait(m_outbox->markSent(kLea, id, u"https://example.org/@us/1"_s)));
    const auto rows = store::readAudit(m_world->reader(), 0, 100).value();
    QStringList actions;
    for (const auto &row : rows)
        actions << row.action;
    QCOMPARE(actions, QStringList({u"reply.draft"_s, u"reply.request-approval"_s, u"reply.approve"_s, u"reply.send"_s,
                                   u"reply.unknown"_s, u"reply.sent"_s}));
    QVERIFY(store::verifyDatabase(m_world->reader())->isSound());
}

QTEST_GUILESS_MAIN(OutboxTest)
#include "tst_outbox.moc"
