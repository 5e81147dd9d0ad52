// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/intakewriter.h"

#include "monitoring/mentionrepository.h"
#include "monitoring/sourcerepository.h"
#include "monitoring/tombstonerepository.h"
#include "store/query.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

using store::Row;

/// How late a live post may come and still be seen by the detectors.
constexpr std::chrono::minutes kLiveLag{60};

QString originKey(Origin origin)
{
    switch (origin) {
    case Origin::Live:
        return u"live"_s;
    case Origin::Import:
        return u"import"_s;
    case Origin::Drill:
        return u"drill"_s;
    case Origin::Manual:
        return u"manual"_s;
    }
    return {};
}

/// Up to when everything has been counted after this batch; nothing where it says nothing about that.
std::optional<core::Instant> countedUntil(const JudgedBatch &batch, core::Instant now)
{
    std::optional<core::Instant> until = batch.completeUntil;
    if (batch.origin == Origin::Live)
        until = std::max(until.value_or(now), now);
    const bool followsPosts = batch.origin == Origin::Import || batch.origin == Origin::Drill;
    if (followsPosts && !batch.posts.empty()) { // ordered by id, which is ordered by time
        const core::Instant newest = core::instantFromMillis(batch.posts.back().postedAt);
        until = std::max(until.value_or(newest), newest);
    }
    return until;
}

} // namespace

Result<IntakeReport> IntakeWriter::store(store::Transaction &transaction, const JudgedBatch &batch)
{
    IntakeReport report;
    if (auto order = checkOrder(transaction, batch); !order)
        return fail(order.error()); // nothing was touched, and what is remembered still holds
    auto done = recall(transaction, batch);
    m_isValid = false; // until the end is reached
    if (done)
        done = storePosts(transaction, batch, report);
    if (done)
        done = removePosts(transaction, batch, report);
    if (done)
        done = noteSource(transaction, batch);
    if (done)
        done = detect(transaction, batch, report);
    if (done)
        done = auditAndAnnounce(transaction, batch, report);
    if (!done)
        return fail(done.error());
    m_isValid = true;
    return report;
}

Result<> IntakeWriter::checkOrder(const store::Connection &connection, const JudgedBatch &batch) const
{
    if (!batch.follows)
        return {};
    const auto cursor = store::readFirst(connection, u"SELECT cursor FROM sources WHERE id = ?"_s, {batch.sourceId},
                                         [](const Row &row) { return row.bytes(0); });
    if (!cursor)
        return fail(cursor.error());
    return *cursor == batch.follows ? Result<>() : fail(ErrorKind::Conflict, u"what came before it was not stored"_s);
}

Result<> IntakeWriter::recall(store::Transaction &transaction, const JudgedBatch &batch)
{
    const auto isRight = remembersRight(transaction);
    if (!isRight)
        return fail(isRight.error());
    if (!*isRight) {
        m_memory.authors.clear();
        if (auto restored = restoreGroups(transaction); !restored)
            return restored;
    }
    // A live desk goes on from where its clock is, whatever future a wrong clock or post has claimed.
    const bool isLost = batch.origin == Origin::Live && m_detection.isBeyond(transaction.now() + kLiveLag);
    if (*isRight && !isLost && batch.watches->generation <= m_watchGeneration)
        return {};
    m_watchGeneration = batch.watches->generation;
    const auto until = batch.origin == Origin::Live ? std::optional(transaction.now() - kLiveLag) : std::nullopt;
    return m_detection.rebuild(transaction, batch.watches->watches, until);
}

Result<bool> IntakeWriter::remembersRight(const store::Connection &connection) const
{
    if (!m_isValid || m_auditRow == 0)
        return m_isValid;
    const auto hash = store::readFirst(connection, u"SELECT hash FROM audit_log WHERE id = ?"_s, {m_auditRow},
                                       [](const Row &row) { return row.bytes(0); });
    if (!hash)
        return fail(hash.error());
    return *hash == m_auditHash;
}

Result<> IntakeWriter::restoreGroups(const store::Connection &connection)
{
    struct Known {
        qint64 id = 0;
        quint64 fingerprint = 0;
        qint64 group = 0;
    };
    std::vector<Known> known;
    for (const Status status : {Status::New, Status::Waiting, Status::Done}) {
        const auto read = store::readAll(connection,
                                         u"SELECT id, fingerprint, group_id FROM mentions INDEXED BY mentions_list"
                                         " WHERE drill_run_id = ? AND status = ? ORDER BY id DESC LIMIT ?"_s,
                                         {m_scope, int(status), qint64(IntakeMemory::kMaxGroups)}, [](const Row &row) {
                                             return Known{row.integer(0), quint64(row.integer(1)), row.integer(2)};
                                         });
        if (!read)
            return fail(read.error());
        known.insert(known.end(), read->begin(), read->end());
    }
    std::sort(known.begin(), known.end(), [](const Known &a, const Known &b) { return a.id < b.id; });
    if (known.size() > IntakeMemory::kMaxGroups)
        known.erase(known.begin(), known.end() - qsizetype(IntakeMemory::kMaxGroups));
    m_memory.groups = analysis::NearDuplicateIndex(IntakeMemory::kMaxGroups);
    for (const Known &mention : known)
        m_memory.groups.restore(mention.fingerprint, mention.group);
    return {};
}

Result<> IntakeWriter::storePosts(store::Transaction &transaction, const JudgedBatch &batch, IntakeReport &report)
{
    report.mentions.resize(batch.posts.size());
    if (batch.posts.empty())
        return {};
    auto writer = MentionWriter::prepare(transaction, m_memory, m_scope, batch.sourceId, batch.origin);
    if (!writer)
        return fail(writer.error());
    for (const JudgedPost &post : batch.posts) {
        const auto written = writer->write(post);
        if (!written)
            return fail(written.error());
        report.mentions[post.order] = {written->id};
        switch (written->outcome) {
        case MentionWriter::Outcome::Stored:
            ++report.stored;
            break;
        case MentionWriter::Outcome::Duplicate:
            ++report.duplicate;
            break;
        case MentionWriter::Outcome::Edited:
            ++report.edited;
            break;
        }
    }
    return writer->finish();
}

Result<> IntakeWriter::removePosts(store::Transaction &transaction, const JudgedBatch &batch, IntakeReport &report)
{
    for (const QString &remoteId : batch.deleted) {
        const auto gone = TombstoneRepository::bury(transaction, m_scope, batch.network, remoteId);
        if (!gone)
            return fail(gone.error());
        report.gone += *gone;
    }
    return {};
}

Result<> IntakeWriter::noteSource(store::Transaction &transaction, const JudgedBatch &batch)
{
    if (!batch.sourceId.isValid())
        return {};
    if (batch.cursor) {
        if (auto stored = SourceRepository::storeCursor(transaction, batch.sourceId, *batch.cursor); !stored)
            return stored;
    }
    for (const networks::Gap &gap : batch.gaps) {
        if (auto noted = SourceRepository::noteGap(transaction, batch.sourceId, gap); !noted)
            return noted;
    }
    return batch.origin == Origin::Live ? SourceRepository::noteSuccess(transaction, batch.sourceId) : Result<>();
}

Result<> IntakeWriter::detect(store::Transaction &transaction, const JudgedBatch &batch, IntakeReport &report)
{
    const auto until = countedUntil(batch, transaction.now());
    if (!until)
        return {};
    auto alerts = m_detection.advance(transaction, *until,
                                      batch.origin == Origin::Live ? kLiveLag : std::chrono::minutes(0));
    if (!alerts)
        return fail(alerts.error());
    report.alerts = std::move(*alerts);
    return {};
}

Result<> IntakeWriter::auditAndAnnounce(store::Transaction &transaction, const JudgedBatch &batch,
                                        const IntakeReport &report)
{
    if (report.stored > 0) {
        transaction.announce({.entity = store::Entity::Mention,
                              .kind = store::ChangeKind::Inserted,
                              .count = report.stored,
                              .drillRunId = m_scope.value});
        transaction.announce({.entity = store::Entity::Volume, .count = report.stored, .drillRunId = m_scope.value});
    }
    if (report.edited > 0) // those that are gone were announced one by one
        transaction.announce({.entity = store::Entity::Mention, .count = report.edited, .drillRunId = m_scope.value});
    if (report.stored + report.edited + report.gone == 0 && report.alerts.empty())
        return {}; // nothing but a look: the log would drown in them
    const QJsonObject details{{u"origin"_s, originKey(batch.origin)},
                              {u"drill_run"_s, m_scope.value},
                              {u"stored"_s, report.stored},
                              {u"duplicate"_s, report.duplicate},
                              {u"edited"_s, report.edited},
                              {u"gone"_s, report.gone},
                              {u"alerts"_s, qint64(report.alerts.size())}};
    if (auto audited = transaction.audit(u"intake.accept"_s, u"source"_s, batch.sourceId.value, details); !audited)
        return audited;
    const auto head = store::readFirst(transaction, u"SELECT row, hash FROM audit_head"_s, {},
                                       [](const Row &row) { return std::pair(row.integer(0), row.bytes(1)); });
    if (!head)
        return fail(head.error());
    std::tie(m_auditRow, m_auditHash) = head->value_or(std::pair<qint64, QByteArray>());
    return {};
}

} // namespace vigie::monitoring
