// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/promiserepository.h"
#include "reply/promiseservice.h"
#include "replyworld.h"

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::reply;
using namespace vigie::reply::test;

namespace
{
const QString kLea = u"Léa"_s;
const QString kMax = u"Max"_s;
} // namespace

class ReplyServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ReplyWorld>();
        m_world->fill();
        m_service = std::make_unique<ReplyService>(*m_world->database);
    }
    void cleanup()
    {
        m_service.reset();
        m_world.reset();
    }

    void theTableOfTransitionsIsTheOneThatWasAgreedOn();
    void everyStateHasAKeyThatReadsBack();
    void aDraftKeepsItsKeyAndMakesItsMentionWait();
    void aDraftIsSavedAsOftenAsOneTypes();
    void nobodyApprovesATextOfTheirOwn();
    void whoEditsATextMayNotApproveItEither();
    void aDeskOfOneMayApproveItsOwn();
    void anApprovalIsOfTheTextThatWasRead();
    void changingAnApprovedTextAsksForApprovalAgain();
    void aRefusalGoesBackToItsWriterWithANote();
    void aCancelledReplyIsNotLost();
    void anEmptyTextIsNeverApproved();
    void noActChangesAReplyThatItsStateForbids_data();
    void noActChangesAReplyThatItsStateForbids();
    void aPageGoesOnWhereTheLastOneEnded();
    void twoHalvesBecomeOneAnswerWhileBothAreHere();
    void onlyTwoTextsToOnePersonBecomeAPair();
    void promisesAreKeptApartByScopeAndSettledOnce();

private:
    core::ReplyId draft(const QString &text = u"Thank you, we are looking into it."_s)
    {
        return wait(m_service->createDraft(kLea, answerTo(ReplyWorld::kMention, text))).value();
    }
    core::ReplyId approved()
    {
        const auto id = draft();
        [&] {
            QVERIFY(wait(m_service->requestApproval(kLea, id)));
            QVERIFY(wait(m_service->approve(kMax, id, m_world->reply(id).text)));
        }();
        return id;
    }

    std::unique_ptr<ReplyWorld> m_world;
    std::unique_ptr<ReplyService> m_service;
};

void ReplyServiceTest::theTableOfTransitionsIsTheOneThatWasAgreedOn()
{
    using S = ReplyState;
    const std::vector<std::pair<S, std::vector<S>>> table = {
        // A draft is approved by putting it on its way, where the desk asks for no approval.
        {S::Draft, {S::Pending, S::Approved, S::Sending, S::Cancelled}},
        {S::Pending, {S::Draft, S::Approved, S::Cancelled}},
        {S::Approved, {S::Draft, S::Sending, S::Cancelled}},
        {S::Sending, {S::Sent, S::Approved, S::Failed, S::Unknown}},
        // Sent again only as the very same, where that cannot make a second post.
        {S::Unknown, {S::Sent, S::Approved, S::Failed, S::Sending}},
        {S::Failed, {S::Draft, S::Cancelled}},
        {S::Cancelled, {S::Draft}},
        {S::Sent, {}},
    };
    for (const auto &[from, allowed] : table) {
        for (const auto &[to, ignored] : table) {
            const bool isAllowed = std::find(allowed.begin(), allowed.end(), to) != allowed.end();
            QVERIFY2(canBecome(from, to) == isAllowed,
                     qPrintable(replyStateKey(from) + u" to "_s + replyStateKey(to)));
        }
    }
}

void ReplyServiceTest::everyStateHasAKeyThatReadsBack()
{
    for (int i = 0; i <= int(ReplyState::Cancelled); ++i)
        QCOMPARE(replyStateFromKey(replyStateKey(ReplyState(i))), ReplyState(i));
    QVERIFY(!replyStateFromKey(u"posted"));
}

void ReplyServiceTest::aDraftKeepsItsKeyAndMakesItsMentionWait()
{
    const auto id = draft();
    const Reply first = m_world->reply(id);
    QCOMPARE(first.state, ReplyState::Draft);
    QCOMPARE(first.idempotencyKey.size(), 36);
    QCOMPARE(m_world->number(u"SELECT status FROM mentions WHERE id = %1"_s.arg(ReplyWorld::kMention)), 1);

    auto edit = ReplyEdit::of(first);
    edit.text = u"Another text"_s;
    QVERIFY(wait(m_service->saveDraft(kLea, id, edit)));
    QCOMPARE(m_world->reply(id).idempotencyKey, first.idempotencyKey);
    QVERIFY(m_world->reply(draft()).idempotencyKey != first.idempotencyKey);
}

void ReplyServiceTest::aDraftIsSavedAsOftenAsOneTypes()
{
    const auto id = draft();
    const qint64 audited = m_world->number(u"SELECT count(*) FROM audit_log"_s);
    for (int i = 0; i < 20; ++i) {
        auto edit = ReplyEdit::of(m_world->reply(id));
        edit.text += u"x"_s;
        QVERIFY(wait(m_service->saveDraft(kLea, id, edit)));
    }
    m_service.reset();
    m_world->openAgain();
    QVERIFY(m_world->reply(id).text.endsWith(u"xxxxxxxxxxxxxxxxxxxx"_s));
    QCOMPARE(m_world->number(u"SELECT count(*) FROM audit_log"_s), audited);
}

void ReplyServiceTest::nobodyApprovesATextOfTheirOwn()
{
    const auto id = draft();
    QVERIFY(wait(m_service->requestApproval(kLea, id)));
    const auto own = wait(m_service->approve(kLea, id, m_world->reply(id).text));
    QVERIFY(!own);
    QCOMPARE(own.error().kind, ErrorKind::Unauthorized);
    QCOMPARE(m_world->reply(id).state, ReplyState::Pending);
    QVERIFY(wait(m_service->approve(kMax, id, m_world->reply(id).text)));
    QCOMPARE(m_world->reply(id).approvedBy, kMax);
}

void ReplyServiceTest::whoEditsATextMayNotApproveItEither()
{
    const auto id = draft();
    auto edit = ReplyEdit::of(m_world->reply(id));
    edit.text = u"Thank you. We shall tell you more at noon."_s;
    QVERIFY(wait(m_service->saveDraft(kMax, id, edit)));
    QVERIFY(wait(m_service->requestApproval(kLea, id)));
    QCOMPARE(wait(m_service->approve(kMax, id, edit.text)).error().kind, ErrorKind::Unauthorized);
    QVERIFY(wait(m_service->approve(kLea, id, edit.text)));
}

void ReplyServiceTest::aDeskOfOneMayApproveItsOwn()
{
    const auto id = draft();
    QVERIFY(wait(m_service->setApprovalPolicy(kLea, ApprovalPolicy::None)));
    QVERIFY(wait(m_service->requestApproval(kLea, id)));
    QVERIFY(wait(m_service->approve(kLea, id, m_world->reply(id).text)));
}

void ReplyServiceTest::anApprovalIsOfTheTextThatWasRead()
{
    const auto id = draft();
    const QString read = m_world->reply(id).text;
    auto edit = ReplyEdit::of(m_world->reply(id));
    edit.text = u"Something else"_s;
    QVERIFY(wait(m_service->saveDraft(kLea, id, edit)));
    QVERIFY(wait(m_service->requestApproval(kLea, id)));
    QCOMPARE(wait(m_service->approve(kMax, id, read)).error().kind, ErrorKind::Conflict);
    QCOMPARE(m_world->reply(id).state, ReplyState::Pending);
}

void ReplyServiceTest::changingAnApprovedTextAsksForApprovalAgain()
{
    const auto id = approved();
    auto edit = ReplyEdit::of(m_world->reply(id));
    QCOMPARE(wait(m_service->saveDraft(kLea, id, edit)).value(), ReplyState::Approved);
    edit.visibility = Visibility::Private;
    QCOMPARE(wait(m_service->saveDraft(kLea, id, edit)).value(), ReplyState::Draft);
    QVERIFY(m_world->reply(id).approvedBy.isEmpty());
    QVERIFY(!m_world->reply(id).approvedAt);
}

void ReplyServiceTest::aRefusalGoesBackToItsWriterWithANote()
{
    const auto id = draft();
    QVERIFY(wait(m_service->requestApproval(kLea, id)));
    QVERIFY(wait(m_service->reject(kMax, id, u"Too long"_s)));
    QCOMPARE(m_world->reply(id).state, ReplyState::Draft);
    QCOMPARE(m_world->reply(id).stateReason, u"Too long"_s);
}

void ReplyServiceTest::aCancelledReplyIsNotLost()
{
    const auto id = draft();
    QVERIFY(wait(m_service->cancel(kLea, id, u"Said nothing"_s)));
    QVERIFY(!wait(m_service->saveDraft(kLea, id, ReplyEdit{})));
    QVERIFY(wait(m_service->reopen(kLea, id)));
    QCOMPARE(m_world->reply(id).text, u"Thank you, we are looking into it."_s);
}

void ReplyServiceTest::anEmptyTextIsNeverApproved()
{
    const auto id = draft(u"  \n"_s);
    QCOMPARE(wait(m_service->requestApproval(kLea, id)).error().kind, ErrorKind::InvalidArgument);
}

void ReplyServiceTest::noActChangesAReplyThatItsStateForbids_data()
{
    QTest::addColumn<QString>("state");
    for (int i = 0; i <= int(ReplyState::Cancelled); ++i) {
        const QString key = replyStateKey(ReplyState(i));
        QTest::newRow(qPrintable(key)) << key;
    }
}

void ReplyServiceTest::noActChangesAReplyThatItsStateForbids()
{
    QFETCH(QString, state);
    const ReplyState from = *replyStateFromKey(state);
    const auto attempt = [&](auto act, const QList<ReplyState> &allowedFrom, const char *name) {
        const auto id = draft();
        m_world->sql(u"UPDATE replies SET state = ? WHERE id = ?"_s, {state, id.value});
        const auto done = wait(act(id));
        QVERIFY2(done.has_value() == allowedFrom.contains(from), name);
        if (!done) {
            QCOMPARE(done.error().kind, ErrorKind::Conflict);
            QCOMPARE(m_world->reply(id).state, from);
        } else {
            QVERIFY2(canBecome(from, m_world->reply(id).state), name);
        }
    };
    using S = ReplyState;
    attempt([&](auto id) { return m_service->requestApproval(kLea, id); }, {S::Draft}, "request");
    attempt([&](auto id) { return m_service->approve(kMax, id, m_world->reply(id).text); }, {S::Pending}, "approve");
    attempt([&](auto id) { return m_service->reject(kMax, id, u"no"_s); }, {S::Pending, S::Approved}, "reject");
    attempt([&](auto id) { return m_service->cancel(kMax, id, u"no"_s); },
            {S::Draft, S::Pending, S::Approved, S::Failed}, "cancel");
    attempt([&](auto id) { return m_service->reopen(kMax, id); }, {S::Failed, S::Cancelled}, "reopen");
}

void ReplyServiceTest::aPageGoesOnWhereTheLastOneEnded()
{
    for (int i = 0; i < 5; ++i)
        draft();
    const ReplyFilter filter = {.states = {ReplyState::Draft}, .incidentId = core::IncidentId{1}};
    const auto first = ReplyRepository::page(m_world->reader(), filter, {}, 3).value();
    QCOMPARE(first.size(), 3U);
    const auto rest =
        ReplyRepository::page(m_world->reader(), filter, {first.back().updatedAt, first.back().id}, 3).value();
    QCOMPARE(rest.size(), 2U);
    QVERIFY(rest.front().id < first.back().id);
    QCOMPARE(ReplyRepository::counts(m_world->reader(), {}).value().drafts, 5);
}

void ReplyServiceTest::twoHalvesBecomeOneAnswerWhileBothAreHere()
{
    const auto publicId = draft();
    NewReply half = answerTo(ReplyWorld::kMention, u"Here is your order number."_s);
    half.visibility = Visibility::Private;
    const auto privateId = wait(m_service->createDraft(kLea, half)).value();
    QVERIFY(wait(m_service->pair(kLea, publicId, privateId)));
    QVERIFY(wait(m_service->pair(kLea, publicId, privateId))); // a pair that is one already
    QCOMPARE(m_world->reply(publicId).partnerId, privateId);
    QCOMPARE(m_world->reply(privateId).partnerId, publicId);

    // Words and approval of one half are nothing to the other, nor to the pair.
    QVERIFY(wait(m_service->requestApproval(kLea, publicId)));
    QVERIFY(wait(m_service->approve(kMax, publicId, m_world->reply(publicId).text)));
    QCOMPARE(m_world->reply(privateId).state, ReplyState::Draft);
    QCOMPARE(m_world->reply(publicId).partnerId, privateId);

    m_world->sql(u"UPDATE replies SET leave_at = 1 WHERE id = %1"_s.arg(publicId.value));
    QCOMPARE(wait(m_service->unpair(kLea, privateId)).error().kind, ErrorKind::Conflict);
    m_world->sql(u"UPDATE replies SET leave_at = NULL"_s);
    QVERIFY(wait(m_service->unpair(kLea, privateId)));
    QVERIFY(!m_world->reply(publicId).partnerId.isValid());
    QVERIFY(!m_world->reply(privateId).partnerId.isValid());
}

void ReplyServiceTest::onlyTwoTextsToOnePersonBecomeAPair()
{
    const auto publicId = draft();
    NewReply half = answerTo(ReplyWorld::kMention, u"Here is your order number."_s);
    half.visibility = Visibility::Private;
    const auto privateId = wait(m_service->createDraft(kLea, half)).value();
    QCOMPARE(wait(m_service->pair(kLea, publicId, draft())).error().kind, ErrorKind::InvalidArgument);
    half.recipient = u"@somebody.else"_s;
    const auto elsewhere = wait(m_service->createDraft(kLea, half)).value();
    QCOMPARE(wait(m_service->pair(kLea, publicId, elsewhere)).error().kind, ErrorKind::InvalidArgument);
    QVERIFY(wait(m_service->pair(kLea, publicId, privateId)));
    QCOMPARE(wait(m_service->pair(kLea, draft(), privateId)).error().kind, ErrorKind::Conflict);
}

void ReplyServiceTest::promisesAreKeptApartByScopeAndSettledOnce()
{
    PromiseService promises(*m_world->database);
    QCOMPARE(wait(promises.add(kLea, {})).error().kind, ErrorKind::InvalidArgument);
    const auto id = wait(promises.add(kLea, {.incidentId = core::IncidentId{1}, .text = u"A refund"_s})).value();
    QVERIFY(wait(promises.add(kLea, {.incidentId = core::IncidentId{2}, .text = u"Played"_s})));
    const auto open = PromiseRepository::open(m_world->reader(), {}).value();
    QCOMPARE(open.size(), 1U);
    QCOMPARE(open.front().promisedBy, kLea);
    QVERIFY(wait(promises.settle(kLea, id, PromiseState::Kept)));
    QVERIFY(PromiseRepository::open(m_world->reader(), {})->empty());
    QVERIFY(PromiseRepository::find(m_world->reader(), id)->value().settledAt);

    const auto remedy =
        wait(promises.offer(kMax, {.incidentId = core::IncidentId{1}, .kind = u"voucher"_s, .amount = 2000, .currency = u"EUR"_s}));
    QVERIFY(wait(promises.setRemedyState(kMax, *remedy, RemedyState::Accepted)));
    const auto remedies = PromiseRepository::remediesOfIncident(m_world->reader(), core::IncidentId{1}).value();
    QCOMPARE(remedies.front().amount, 2000);
    QCOMPARE(remedies.front().state, RemedyState::Accepted);
}

QTEST_GUILESS_MAIN(ReplyServiceTest)
#include "tst_replyservice.moc"
