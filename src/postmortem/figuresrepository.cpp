// SPDX-License-Identifier: GPL-3.0-or-later
#include "postmortem/figuresrepository.h"

#include "monitoring/mention.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::postmortem
{
namespace
{

constexpr int kTop = 8;

/// The ids of the mentions that count for an incident, as a common table expression called `chosen`.
struct Chosen {
    QString sql;
    std::vector<store::Value> values;
};

Chosen chosen(const IncidentHeader &incident, core::Instant from, core::Instant to)
{
    const auto first = monitoring::firstMentionIdAt(from);
    const auto end = monitoring::firstMentionIdAt(to + std::chrono::milliseconds(1));
    if (incident.watchId.isValid())
        return {u"WITH chosen (id) AS (SELECT mention_id FROM mention_watches WHERE watch_id = ? AND mention_id >= ? AND "
                "mention_id < ? UNION SELECT mention_id FROM incident_mentions WHERE incident_id = ?) "_s,
                {incident.watchId, first, end, incident.id}};
    if (incident.scope.isValid())
        return {u"WITH chosen (id) AS (SELECT id FROM mentions WHERE drill_run_id = ?) "_s, {incident.scope}};
    return {u"WITH chosen (id) AS (SELECT mention_id FROM incident_mentions WHERE incident_id = ?) "_s, {incident.id}};
}

QString hourOf(const QString &id)
{
    return u"((%1 >> %2) / 3600000)"_s.arg(id).arg(monitoring::kMentionIdShift);
}

IncidentHeader readHeader(const store::Row &row)
{
    IncidentHeader header;
    header.id = row.id<core::IncidentId>(0);
    header.scope = row.id<core::DrillRunId>(1);
    header.title = row.text(2);
    header.kind = row.text(3);
    header.severity = row.smallInteger(4);
    header.isClosed = row.text(5) == u"closed"_s;
    header.language = row.text(6);
    header.alertId = row.id<core::AlertId>(7);
    header.watchId = row.id<core::WatchId>(8);
    header.beganAt = row.instant(9);
    header.detectedAt = row.instant(10);
    header.openedAt = row.instant(11);
    header.acknowledgedAt = row.optionalInstant(12);
    header.firstStatementAt = row.optionalInstant(13);
    header.firstReplyAt = row.optionalInstant(14);
    header.resolvedAt = row.optionalInstant(15);
    header.closedAt = row.optionalInstant(16);
    header.cadence = std::chrono::seconds(row.integer(17));
    return header;
}

Result<std::vector<NamedCount>> ranked(const store::Connection &connection, const Chosen &set, const QString &name,
                                       const QString &joined = {})
{
    const QString sql = set.sql + u"SELECT "_s + name
                        + u", count(*) AS n, sum(m.tonality = 1) FROM chosen c JOIN mentions m ON m.id = c.id "_s + joined
                        + u" GROUP BY 1 ORDER BY n DESC, 1 LIMIT "_s + QString::number(kTop);
    return store::readAll(connection, sql, set.values, [](const store::Row &row) {
        return NamedCount{.name = row.text(0), .count = row.integer(1), .negative = row.integer(2)};
    });
}

} // namespace

Result<IncidentHeader> FiguresRepository::header(const store::Connection &connection, core::IncidentId id)
{
    const auto header = store::readFirst(
        connection,
        u"SELECT id, drill_run_id, title, kind, severity, state, language, alert_id, watch_id, began_at, detected_at, "
        "opened_at, acknowledged_at, first_statement_at, first_reply_at, resolved_at, closed_at, cadence_s "
        "FROM incidents WHERE id = ?"_s,
        {id}, readHeader);
    if (!header)
        return fail(header.error());
    if (!*header)
        return fail(ErrorKind::NotFound, u"no incident %1"_s.arg(id.value));
    return **header;
}

Result<> FiguresRepository::countMentions(const store::Connection &connection, const IncidentHeader &incident,
                                          Figures &figures)
{
    const Chosen set = chosen(incident, figures.from, figures.to);
    const auto counted = store::readFirst(
        connection,
        set.sql + u"SELECT count(*), sum(m.tonality = 1), sum(m.tonality = 2), sum(m.tonality = 3), sum(m.tonality = 0), "
                  "sum(m.group_id <> m.id), count(DISTINCT m.author_id) FROM chosen c JOIN mentions m ON m.id = c.id"_s,
        set.values, [&figures](const store::Row &row) {
            figures.mentions = row.integer(0);
            figures.negative = row.integer(1);
            figures.neutral = row.integer(2);
            figures.positive = row.integer(3);
            figures.undetermined = row.integer(4);
            figures.copies = row.integer(5);
            figures.authors = row.integer(6);
            return true;
        });
    if (!counted)
        return fail(counted.error());
    const auto peak = store::readFirst(
        connection,
        set.sql + u"SELECT "_s + hourOf(u"c.id"_s) + u" AS hour, count(*) AS n FROM chosen c GROUP BY hour "
                                                     "ORDER BY n DESC, hour LIMIT 1"_s,
        set.values, [&figures](const store::Row &row) {
            figures.peakAt = core::instantFromMillis(row.integer(0) * 3600000);
            figures.peakPerHour = row.integer(1);
            return true;
        });
    if (!peak)
        return fail(peak.error());
    return {};
}

Result<> FiguresRepository::rankMentions(const store::Connection &connection, const IncidentHeader &incident,
                                         Figures &figures)
{
    const Chosen set = chosen(incident, figures.from, figures.to);
    auto networks = ranked(connection, set, u"m.network"_s);
    auto languages = ranked(connection, set, u"m.lang"_s);
    auto authors = ranked(connection, set, u"CASE a.handle WHEN '' THEN a.name ELSE a.handle END || ' · ' || a.network"_s,
                          u"JOIN authors a ON a.id = m.author_id"_s);
    for (const auto *list : {&networks, &languages, &authors}) {
        if (!*list)
            return fail(list->error());
    }
    figures.topNetworks = std::move(*networks);
    figures.topLanguages = std::move(*languages);
    figures.topAuthors = std::move(*authors);
    return {};
}

Result<std::vector<CurvePoint>> FiguresRepository::points(const store::Connection &connection,
                                                          const IncidentHeader &incident, const Figures &figures)
{
    Chosen set = chosen(incident, figures.from, figures.to);
    const auto step = qint64(figures.curveStep.count());
    set.values.emplace_back(step);
    set.values.emplace_back(step);
    return store::readAll(
        connection,
        set.sql + u"SELECT (c.id >> %1) / ? * ? AS start, sum(m.tonality = 1), sum(m.tonality IN (0, 2)), "
                  "sum(m.tonality = 3) FROM chosen c JOIN mentions m ON m.id = c.id GROUP BY start ORDER BY start"_s
                      .arg(monitoring::kMentionIdShift),
        set.values, [](const store::Row &row) {
            return CurvePoint{
                .at = row.instant(0), .negative = row.integer(1), .neutral = row.integer(2), .positive = row.integer(3)};
        });
}

Result<> FiguresRepository::countReplies(const store::Connection &connection, Figures &figures)
{
    const auto counted = store::readFirst(
        connection,
        u"SELECT sum(state = 'sent' AND visibility <> 'private'), sum(state = 'sent' AND visibility = 'private'), "
        "sum(state IN ('unknown', 'sending')) FROM replies WHERE incident_id = ?"_s,
        {figures.incidentId}, [&figures](const store::Row &row) {
            figures.repliesPublic = row.integer(0);
            figures.repliesPrivate = row.integer(1);
            figures.repliesUnknown = row.integer(2);
            return true;
        });
    if (!counted)
        return fail(counted.error());
    auto delays = store::readAll(connection,
                                 u"SELECT sent_at - (mention_id >> %1) FROM replies WHERE incident_id = ? AND state = 'sent' "
                                 "AND mention_id IS NOT NULL AND sent_at IS NOT NULL ORDER BY 1 LIMIT 100000"_s
                                     .arg(monitoring::kMentionIdShift),
                                 {figures.incidentId}, [](const store::Row &row) { return row.integer(0); });
    if (!delays)
        return fail(delays.error());
    if (!delays->empty()) {
        const std::size_t half = delays->size() / 2;
        const qint64 median = delays->size() % 2 == 1 ? (*delays)[half] : ((*delays)[half - 1] + (*delays)[half]) / 2;
        figures.medianAnswerDelay = std::chrono::milliseconds(median);
    }
    return {};
}

Result<> FiguresRepository::countTasks(const store::Connection &connection, Figures &figures)
{
    const auto counted = store::readFirst(
        connection,
        u"SELECT sum(state <> 'skipped'), sum(state = 'done'), "
        "sum(state = 'done' AND (due_at IS NULL OR done_at <= due_at)), "
        "sum((state = 'done' AND due_at IS NOT NULL AND done_at > due_at) OR (state = 'open' AND due_at < ?)), "
        "sum(state = 'skipped') FROM tasks WHERE incident_id = ?"_s,
        {figures.to, figures.incidentId}, [&figures](const store::Row &row) {
            figures.tasks = {.total = row.smallInteger(0),
                             .done = row.smallInteger(1),
                             .inTime = row.smallInteger(2),
                             .late = row.smallInteger(3),
                             .skipped = row.smallInteger(4)};
            return true;
        });
    if (!counted)
        return fail(counted.error());
    return {};
}

Result<> FiguresRepository::countUpdates(const store::Connection &connection, Figures &figures)
{
    const auto updates = store::readAll(
        connection, u"SELECT at, is_public FROM status_updates WHERE incident_id = ? ORDER BY at, id"_s,
        {figures.incidentId}, [](const store::Row &row) { return std::pair(row.instant(0), row.boolean(1)); });
    if (!updates)
        return fail(updates.error());
    core::Instant last = figures.openedAt;
    std::chrono::milliseconds longest{0};
    for (const auto &[at, isPublic] : *updates) {
        longest = std::max(longest, at - last);
        last = std::max(last, at);
        ++figures.updates;
        figures.publicUpdates += isPublic ? 1 : 0;
    }
    longest = std::max(longest, figures.to - last);
    figures.longestSilence = longest;
    if (figures.cadence.count() > 0 && figures.to > figures.openedAt)
        figures.updatesExpected = int((figures.to - figures.openedAt) / figures.cadence);
    return {};
}

Result<> FiguresRepository::countPromises(const store::Connection &connection, Figures &figures)
{
    const auto counted = store::readFirst(
        connection,
        u"SELECT sum(state = 'open'), sum(state = 'kept'), sum(state = 'broken') FROM promises WHERE incident_id = ?"_s,
        {figures.incidentId}, [&figures](const store::Row &row) {
            figures.promisesOpen = row.smallInteger(0);
            figures.promisesKept = row.smallInteger(1);
            figures.promisesBroken = row.smallInteger(2);
            return true;
        });
    if (!counted)
        return fail(counted.error());
    return {};
}

Result<std::vector<CurveMark>> FiguresRepository::marks(const store::Connection &connection,
                                                        const IncidentHeader &incident)
{
    return store::readAll(
        connection,
        u"SELECT raised_at AS at, 0, '' FROM alerts WHERE incident_id = ? OR id = ? "
        "UNION ALL SELECT at, 1, text FROM status_updates WHERE incident_id = ? AND is_public = 1 "
        "UNION ALL SELECT at, 2, what FROM decisions WHERE incident_id = ? ORDER BY at LIMIT 200"_s,
        {incident.id, incident.alertId, incident.id, incident.id}, [](const store::Row &row) {
            const MarkKind kind = row.integer(1) == 0   ? MarkKind::Alert
                                  : row.integer(1) == 1 ? MarkKind::Statement
                                                        : MarkKind::Decision;
            return CurveMark{.at = row.instant(0), .kind = kind, .text = row.text(2)};
        });
}

Result<Targets> FiguresRepository::targets(const store::Connection &connection)
{
    Targets targets;
    const auto rows = store::readAll(
        connection, u"SELECT key, value FROM settings WHERE key LIKE 'target.%' LIMIT 100"_s, {},
        [](const store::Row &row) { return std::pair(row.text(0), row.text(1).toLongLong()); });
    if (!rows)
        return fail(rows.error());
    for (const auto &[key, value] : *rows) {
        if (value <= 0)
            continue;
        if (key == u"target.acknowledge_s"_s)
            targets.acknowledge = std::chrono::seconds(value);
        else if (key == u"target.first_statement_s"_s)
            targets.firstStatement = std::chrono::seconds(value);
        else if (key == u"target.first_reply_s"_s)
            targets.firstReply = std::chrono::seconds(value);
    }
    return targets;
}

} // namespace vigie::postmortem
