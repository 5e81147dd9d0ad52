// SPDX-License-Identifier: GPL-3.0-or-later
#include "exactlyonce.h"

#include "faultysender.h"
#include "numberedtext.h"

#include <random>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::reply;
using namespace vigie::reply::test;

namespace
{

constexpr Fault kFaults[] = {Fault::None,           Fault::CutBeforeRequest, Fault::CutDuringRequest, Fault::CutAfterRequest,
                             Fault::CutDuringAnswer, Fault::DelayedRequest,   Fault::DelayedAnswer,    Fault::NoAnswer};

} // namespace

ExactlyOnce::ExactlyOnce(const ReplyCheck &check, NetworkUnderTest network, Options options)
    : m_network(std::move(network)), m_options(options), m_proxy(m_network.server), m_world(check), m_random(options.seed)
{
    m_proxy.setDelay(options.delay);
    m_world.dropSenders = [this] {
        m_sender.reset();
        m_http.reset();
    };
    m_world.senderOf = [this](int) -> networks::Sender * {
        if (!m_sender) {
            m_http = std::make_unique<networks::HttpClient>(m_world.clock);
            m_sender = std::make_unique<FaultySender>(m_network.makeSender(*m_http, m_proxy.url()), m_proxy,
                                                      [this](const networks::OutgoingPost &post) { return draw(post); });
        }
        return m_sender.get();
    };
}

ExactlyOnce::~ExactlyOnce()
{
    m_world.kill();
}

Fault ExactlyOnce::draw(const networks::OutgoingPost &post)
{
    m_random = std::minstd_rand(m_random)();
    const bool isFirst = !m_firstFaults.contains(post.idempotencyKey);
    Fault fault = m_random % 3 == 0 ? kFaults[m_random / 3 % std::size(kFaults)] : Fault::None;
    if (isFirst)
        fault = m_firstFaults[post.idempotencyKey] = kFaults[m_firstFaults.size() % std::size(kFaults)];
    if (m_options.time == Time::Real)
        m_lifetime = std::min(m_lifetime, std::chrono::milliseconds(m_life.elapsed()) + lifeWith(fault));
    return fault;
}

std::chrono::milliseconds ExactlyOnce::lifeWith(Fault fault)
{
    const bool isDelayed = fault == Fault::DelayedRequest || fault == Fault::DelayedAnswer;
    if (fault == Fault::NoAnswer)
        return m_options.silence;
    // Of what is delayed, half arrives when nobody is there any more.
    return isDelayed && m_random / 7 % 2 == 0 ? m_options.delay / 2 : m_options.longest;
}

void ExactlyOnce::queueAll()
{
    if (m_network.settleIn)
        m_network.settleIn(m_world.world, m_proxy.url());
    if (m_options.time == Time::Real)
        keepUpWithTime();
    QVERIFY(wait(m_world.service->setApprovalPolicy(u"Léa"_s, ApprovalPolicy::None)));
    for (int i = 0; i < m_options.replies; ++i) {
        NewReply reply = answerFrom(m_network.account, numberedText(i));
        if (!m_network.recipient.isEmpty()) {
            reply.network = m_network.name;
            reply.recipient = m_network.recipient;
        }
        const auto id = wait(m_world.service->createDraft(u"Léa"_s, reply));
        QVERIFY(id);
        QVERIFY(wait(m_world.outbox->queue(u"Léa"_s, *id)));
        m_ids.push_back(*id);
    }
}

void ExactlyOnce::letPass(std::chrono::milliseconds time)
{
    m_random = std::minstd_rand(m_random)();
    const bool crashes = int(m_random % unsigned(m_options.crashOneIn)) == 0;
    const qint64 patience = crashes ? m_random % 300 : 60'000;
    m_world.advance(time);
    const auto round = m_world.dispatcher->dispatchOnce();
    QElapsedTimer elapsed;
    elapsed.start();
    while (!round.isFinished() && elapsed.elapsed() < patience)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    if (crashes || !round.isFinished()) {
        ++m_crashes;
        m_world.restart();
    }
}

void ExactlyOnce::run()
{
    queueAll();
    if (m_options.time == Time::Fast)
        runFast();
    else
        runInRealTime();
    judge();
}

void ExactlyOnce::runFast()
{
    // 45 minutes of the desk's clock: before what waits goes back to a person.
    for (int i = 0; i < 90; ++i)
        letPass(std::chrono::seconds(30));
}

void ExactlyOnce::keepUpWithTime()
{
    const core::Instant now = core::SystemClock().now();
    m_world.clock.set(now);
    m_world.world.clock.set(now);
}

bool ExactlyOnce::hasMoreToDo()
{
    return m_world.world.number(
               u"SELECT count(*) FROM replies r WHERE r.state = 'sending' OR (r.state = 'approved' AND r.leave_at IS NOT NULL) "
               "OR (r.state = 'unknown' AND EXISTS (SELECT 1 FROM reply_attempts a WHERE a.reply_id = r.id "
               "AND a.look_at IS NOT NULL))"_s)
           > 0;
}

void ExactlyOnce::liveOn()
{
    m_random = std::minstd_rand(m_random)();
    m_lifetime = std::chrono::milliseconds(1000 + m_random % 9000);
    m_life.start();
    while (std::chrono::milliseconds(m_life.elapsed()) < m_lifetime && hasMoreToDo()) {
        keepUpWithTime();
        const auto round = m_world.dispatcher->dispatchOnce();
        while (!round.isFinished() && std::chrono::milliseconds(m_life.elapsed()) < m_lifetime) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
            keepUpWithTime();
        }
        QTest::qWait(50); // until something is due
    }
}

void ExactlyOnce::runInRealTime()
{
    QElapsedTimer elapsed;
    elapsed.start();
    while (hasMoreToDo() && std::chrono::milliseconds(elapsed.elapsed()) < m_options.longest) {
        liveOn();
        m_world.restart();
        ++m_crashes;
    }
    QTest::qWait(int(2 * m_options.delay.count())); // for what is still on its way
}

void ExactlyOnce::judge()
{
    for (const core::ReplyId id : m_ids) {
        const Reply reply = m_world.reply(id);
        const int there = m_network.postsWith(reply.text);
        const QString state = isOnItsWay(reply) ? u"waiting"_s : replyStateKey(reply.state);
        const auto fault = m_firstFaults.find(reply.idempotencyKey);
        const Fault first = fault == m_firstFaults.end() ? Fault::None : fault->second;
        ++m_table[first][u"%1, there %2"_s.arg(state).arg(there)];
        const bool mayBeThere = reply.state == ReplyState::Sent || reply.state == ReplyState::Unknown;
        if (there > 1 || (there == 1 && !mayBeThere) || (there == 0 && reply.state == ReplyState::Sent)
            || reply.state == ReplyState::Sending)
            m_wrong << u"%1: %2, there %3 (%4)"_s.arg(reply.text, state).arg(there).arg(faultName(first));
    }
}

QString ExactlyOnce::printedTable() const
{
    QStringList columns;
    for (const auto &[fault, outcomes] : m_table) {
        for (const auto &[outcome, count] : outcomes) {
            if (!columns.contains(outcome))
                columns << outcome;
        }
    }
    columns.sort();
    QStringList lines = {u"%1 through the proxy, %2 replies, %3 ends of the program"_s.arg(m_network.name)
                             .arg(m_ids.size()).arg(m_crashes)};
    QString head = u"%1"_s.arg(u"fault of the first attempt"_s, -28);
    for (const QString &column : columns)
        head += u"%1"_s.arg(column, 20);
    lines << head;
    for (const auto &[fault, outcomes] : m_table) {
        QString line = u"%1"_s.arg(faultName(fault), -28);
        for (const QString &column : columns) {
            const auto found = outcomes.find(column);
            line += u"%1"_s.arg(found == outcomes.end() ? 0 : found->second, 20);
        }
        lines << line;
    }
    return lines.join(u'\n');
}
