// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/dispatcher.h"

#include "networks/httpclient.h"
#include "reply/dispatchacts.h"
#include "reply/outboxrepository.h"
#include "reply/replycheck.h"
#include "reply/replyrepository.h"
#include "reply/statereasons.h"
#include "store/async.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace vigie::reply
{
namespace
{

const QString kActor = u"vigie"_s;
constexpr int kAtATime = 100;
/// A clock that was set, or a machine that slept, is noticed after that long.
constexpr std::chrono::milliseconds kLongestSleep = std::chrono::seconds(30);

} // namespace

template <typename Work, typename Done>
void Dispatcher::write(Work work, Done done)
{
    ++m_writes;
    store::whenDone(m_needs.database.submit(kActor, std::move(work)), this,
                    [this, done = std::move(done)](const auto &answer) {
                        --m_writes;
                        done(answer);
                    });
}

Dispatcher::Dispatcher(Needs needs, QObject *parent) : QObject(parent), m_needs(std::move(needs)), m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Dispatcher::wake);
}

Dispatcher::~Dispatcher()
{
    if (m_round)
        m_round->finish(); // without an answer: nobody can say what became of the rest
}

void Dispatcher::start()
{
    if (m_isStarted)
        return;
    m_isStarted = true;
    m_changes = connect(&m_needs.database, &store::Database::changed, this, [this](const store::Changes &changes) {
        const bool concernsUs = std::any_of(changes.begin(), changes.end(), [](const store::Change &change) {
            return change.entity == store::Entity::Reply || change.entity == store::Entity::Account;
        });
        if (concernsUs && m_isStarted)
            m_timer.start(0);
    });
    wake();
}

void Dispatcher::stop()
{
    m_isStarted = false;
    m_timer.stop();
    disconnect(m_changes);
    for (const auto &[account, job] : m_jobs)
        disconnect(job.guard);
    m_jobs.clear(); // their answers find no job any more
    m_mustRecover = true;
    recover();
}

QFuture<Result<>> Dispatcher::dispatchOnce()
{
    if (m_round)
        return QtFuture::makeReadyFuture(Result<>(fail(ErrorKind::Conflict, u"a round is under way"_s)));
    m_round = std::make_unique<QPromise<Result<>>>();
    m_round->start();
    const auto future = m_round->future();
    wake();
    return future;
}

bool Dispatcher::isIdle() const
{
    return m_jobs.empty() && m_writes == 0;
}

void Dispatcher::wake()
{
    if (!m_isStarted && !m_round)
        return;
    if (m_mustRecover)
        return recover();
    const auto started = startWhatIsDue();
    if (!started)
        return databaseFailed(started.error());
    if (m_round && isIdle()) {
        m_round->addResult(Result<>());
        m_round->finish();
        m_round.reset();
    }
    schedule();
}

void Dispatcher::goOn()
{
    if (m_mustRecover)
        recover();
    else
        wake();
}

void Dispatcher::recover()
{
    if (!isIdle())
        return; // the last of what is under way comes back here
    write([&clock = m_needs.clock](
              store::Transaction &transaction) { return dispatchacts::noteInterrupted(transaction, clock.now()); },
          [this](const Result<int> &noted) {
              if (!noted)
                  return databaseFailed(noted.error());
              m_mustRecover = false;
              goOn();
          });
}

Result<bool> Dispatcher::startWhatIsDue()
{
    const auto reader = m_needs.database.reader();
    if (!reader)
        return fail(reader.error());
    const auto late = OutboxRepository::queuedBefore(**reader, now() - dispatchacts::kPatience);
    const auto unknown = OutboxRepository::toLookFor(**reader, now(), kAtATime);
    const auto due = OutboxRepository::due(**reader, now(), kAtATime);
    if (!late || !unknown || !due)
        return fail(!late ? late.error() : !unknown ? unknown.error() : due.error());
    bool hasStarted = false;
    if (!late->empty() && m_writes == 0) {
        giveBackTheLate();
        hasStarted = true;
    }
    for (const LookedFor &wanted : *unknown)
        hasStarted = startLooking(wanted) || hasStarted;
    for (const core::ReplyId id : *due) {
        if (std::find(late->begin(), late->end(), id) != late->end())
            continue;
        const auto started = startSending(id);
        if (!started)
            return started;
        hasStarted = *started || hasStarted;
    }
    return hasStarted;
}

void Dispatcher::giveBackTheLate()
{
    write([&clock = m_needs.clock](
              store::Transaction &transaction) { return dispatchacts::giveBackTheLate(transaction, clock.now()); },
          [this](const Result<std::vector<core::ReplyId>> &given) {
              if (!given)
                  return databaseFailed(given.error());
              tell(*given);
              goOn();
          });
}

bool Dispatcher::isFree(core::AccountId account) const
{
    const auto resting = m_restsUntil.find(account);
    return !m_jobs.contains(account) && (resting == m_restsUntil.end() || resting->second <= now());
}

void Dispatcher::startJob(core::AccountId account, Job job, void (Dispatcher::*begin)(core::AccountId, quint64))
{
    const quint64 token = job.token = ++m_lastToken;
    m_jobs[account] = std::move(job);
    m_needs.senderFor(account, [self = QPointer(this), account, token, begin](networks::Sender *sender) {
        Job *const current = self ? self->jobOf(account, token) : nullptr;
        if (!current)
            return;
        if (!sender) {
            self->m_jobs.erase(account);
            return self->rest(account, kNoSender.toString());
        }
        current->sender = sender;
        current->guard = connect(sender, &QObject::destroyed, self, [self, account, token] { self->senderGone(account, token); });
        (self->*begin)(account, token);
    });
}

Dispatcher::Job *Dispatcher::jobOf(core::AccountId account, quint64 token)
{
    const auto found = m_jobs.find(account);
    return found != m_jobs.end() && found->second.token == token ? &found->second : nullptr;
}

Result<bool> Dispatcher::startSending(core::ReplyId id)
{
    const auto reader = m_needs.database.reader();
    if (!reader)
        return fail(reader.error());
    const auto reply = ReplyRepository::find(**reader, id);
    if (!reply)
        return fail(reply.error());
    if (!*reply || !isFree((*reply)->accountId))
        return false;
    const core::AccountId account = (*reply)->accountId;
    auto payload = dispatchacts::payloadOf(**reader, **reply, now());
    if (!payload)
        return fail(payload.error());
    startJob(account, Job{.reply = id, .payload = std::move(*payload)}, &Dispatcher::prepare);
    return true;
}

void Dispatcher::prepare(core::AccountId account, quint64 token)
{
    Job *const job = jobOf(account, token);
    if (!job->payload.prepared.isEmpty())
        return freeze(account, token); // what was frozen once stays as it is
    job->sender->prepare(job->payload.toPost(), [self = QPointer(this), account, token](const Result<QByteArray> &prepared) {
        Job *const current = self ? self->jobOf(account, token) : nullptr;
        if (!current)
            return;
        if (!prepared)
            return self->prepareFailed(account, token, prepared.error());
        current->payload.prepared = *prepared;
        self->freeze(account, token);
    });
}

void Dispatcher::prepareFailed(core::AccountId account, quint64 token, const Error &error)
{
    if (!dispatchacts::mayPass(error)) {
        const core::ReplyId id = jobOf(account, token)->reply;
        return write([id, reason = error.detail](store::Transaction &transaction) {
            return dispatchacts::giveBack(transaction, id, reason);
        }, [this, account, token](const Result<> &written) { finish(account, token, written); });
    }
    const auto wait = nextWait(account, error);
    write([account, wait, &clock = m_needs.clock, reason = waitingReason(error.detail)](store::Transaction &transaction) {
        return dispatchacts::postpone(transaction, clock.now(), account, reason, wait);
    }, [this, account, token](const Result<std::vector<core::ReplyId>> &waiting) {
        if (waiting)
            tell(*waiting);
        finish(account, token, waiting ? Result<>() : fail(waiting.error()));
    });
}

void Dispatcher::freeze(core::AccountId account, quint64 token)
{
    write(
        // The writer may come to it when this dispatcher is gone: nothing of its own is named there.
        [payload = jobOf(account, token)->payload, &check = m_needs.check,
         &clock = m_needs.clock](store::Transaction &transaction) {
            return dispatchacts::freeze(transaction, clock.now(), payload, check);
        },
        [this, account, token](const Result<dispatchacts::Frozen> &frozen) {
            Job *const job = jobOf(account, token);
            if (!job)
                return goOn();
            if (!frozen || frozen->kind != dispatchacts::Frozen::Kind::Sending)
                return finish(account, token, frozen ? Result<>() : fail(frozen.error()));
            job->attempt = frozen->attempt;
            send(account, token);
        });
}

/// The payload is on disk. Nothing else in Vigie calls Sender::send().
void Dispatcher::send(core::AccountId account, quint64 token)
{
    Job *const job = jobOf(account, token);
    job->isInFlight = true;
    if (!job->sender)
        return senderGone(account, token);
    job->sender->send(job->payload.toPost(), [self = QPointer(this), account, token](const networks::SendOutcome &outcome) {
        if (self && self->jobOf(account, token))
            self->settle(account, token, outcome);
    });
}

void Dispatcher::settle(core::AccountId account, quint64 token, const networks::SendOutcome &outcome)
{
    using Kind = networks::SendOutcome::Kind;
    const Job *const job = jobOf(account, token);
    const bool isToTryAgain = outcome.kind == Kind::NotSent;
    if (outcome.kind == Kind::Sent || outcome.kind == Kind::Refused)
        m_failures.erase(account);
    const auto wait = isToTryAgain ? nextWait(account, outcome.error) : std::chrono::milliseconds(0);
    write(
        [=, &clock = m_needs.clock, id = job->reply, attempt = job->attempt](store::Transaction &transaction) -> Result<> {
            const auto settled = dispatchacts::settleAttempt(transaction, clock.now(), id, attempt, outcome, wait);
            if (!settled)
                return fail(settled.error());
            if (!isToTryAgain)
                return {};
            const auto waiting = dispatchacts::postpone(transaction, clock.now(), account,
                                                        waitingReason(outcome.error.detail), wait);
            return waiting ? Result<>() : fail(waiting.error());
        },
        [this, account, token](const Result<> &written) { finish(account, token, written); });
}

bool Dispatcher::startLooking(const LookedFor &wanted)
{
    const auto payload = FrozenPayload::fromJson(wanted.attempt.payload);
    const core::AccountId account = payload ? payload->account : core::AccountId{};
    if (!isFree(account))
        return false;
    startJob(account, Job{.reply = wanted.reply.id, .payload = *payload, .attempt = wanted.attempt.number}, &Dispatcher::look);
    return true;
}

void Dispatcher::look(core::AccountId account, quint64 token)
{
    const Job *const job = jobOf(account, token);
    job->sender->find(job->payload.toPost(), [self = QPointer(this), account, token](
                                                 const Result<std::optional<networks::SentPost>> &found) {
        if (self && self->jobOf(account, token))
            self->noteLook(account, token, found);
    });
}

void Dispatcher::noteLook(core::AccountId account, quint64 token, const Result<std::optional<networks::SentPost>> &found)
{
    const Job *const job = jobOf(account, token);
    const bool maySendAgain = job->sender && job->sender->maySendAgain(job->payload.toPost(), now());
    const auto wait = found ? std::chrono::milliseconds(0) : nextWait(account, found.error());
    if (found)
        m_failures.erase(account);
    write(
        [=, &clock = m_needs.clock, id = job->reply, attempt = job->attempt](store::Transaction &transaction) {
            return dispatchacts::noteLook(transaction, clock.now(), id, attempt, found, maySendAgain, wait);
        },
        [this, account, token](const Result<dispatchacts::Looked> &looked) {
            Job *const current = jobOf(account, token);
            if (!current)
                return goOn();
            if (!looked || looked->kind != dispatchacts::Looked::Kind::SendAgain)
                return finish(account, token, looked ? Result<>() : fail(looked.error()));
            current->attempt = looked->attempt;
            send(account, token);
        });
}

void Dispatcher::senderGone(core::AccountId account, quint64 token)
{
    const Job *const job = jobOf(account, token);
    if (!job)
        return;
    if (!job->isInFlight) {
        // Nothing has left. Where the database is being written at this moment, its answer finds no job, and recovers.
        m_mustRecover = true;
        return finish(account, token, {});
    }
    settle(account, token, {.kind = networks::SendOutcome::Kind::Unknown,
                            .error = {.kind = ErrorKind::Cancelled, .detail = u"the account was signed out meanwhile"_s}});
}

void Dispatcher::tell(const std::vector<core::ReplyId> &ids)
{
    for (const core::ReplyId id : ids)
        emit handled(id);
}

void Dispatcher::finish(core::AccountId account, quint64 token, const Result<> &written)
{
    Job *const job = jobOf(account, token);
    if (!job)
        return goOn();
    const core::ReplyId reply = job->reply;
    disconnect(job->guard);
    m_jobs.erase(account);
    if (!written) {
        m_mustRecover = true; // it may be in flight for the database, and nobody watches it
        return databaseFailed(written.error());
    }
    emit handled(reply);
    goOn();
}

void Dispatcher::rest(core::AccountId account, const QString &reason)
{
    const auto wait = kLongestSleep;
    m_restsUntil[account] = now() + wait;
    write([=, &clock = m_needs.clock](store::Transaction &transaction) {
        return dispatchacts::postpone(transaction, clock.now(), account, reason, wait);
    },
          [this](const Result<std::vector<core::ReplyId>> &waiting) {
              if (!waiting)
                  return databaseFailed(waiting.error());
              tell(*waiting);
              goOn();
          });
}

std::chrono::milliseconds Dispatcher::nextWait(core::AccountId account, const Error &error)
{
    const double random = m_needs.random ? m_needs.random() : QRandomGenerator::global()->generateDouble();
    std::chrono::milliseconds wait = networks::backoffDelay(++m_failures[account], random);
    if (error.retryAfter)
        wait = std::max<std::chrono::milliseconds>(wait, *error.retryAfter);
    m_restsUntil[account] = now() + wait;
    return wait;
}

void Dispatcher::databaseFailed(const Error &error)
{
    qWarning("the outbox: %s", qPrintable(error.toString()));
    if (m_round) {
        m_round->addResult(Result<>(fail(error)));
        m_round->finish();
        m_round.reset();
    }
    if (m_isStarted)
        m_timer.start(kLongestSleep);
}

void Dispatcher::schedule()
{
    if (!m_isStarted || m_timer.remainingTime() == 0)
        return;
    const auto reader = m_needs.database.reader();
    const auto next = reader ? OutboxRepository::nextDue(**reader, now(), dispatchacts::kPatience) : fail(reader.error());
    std::chrono::milliseconds sleep = kLongestSleep;
    if (next && *next)
        sleep = std::clamp<std::chrono::milliseconds>(**next - now(), std::chrono::milliseconds(0), sleep);
    for (const auto &[account, until] : m_restsUntil) {
        if (until > now())
            sleep = std::min<std::chrono::milliseconds>(sleep, until - now());
    }
    m_timer.start(sleep);
}

} // namespace vigie::reply
