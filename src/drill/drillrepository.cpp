// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/drillrepository.h"

using namespace Qt::StringLiterals;

namespace vigie::drill
{
namespace
{

const QString kColumns = u"SELECT id, scenario, title, language, incident_id, started_at, ended_at, score FROM drill_runs "_s;

DrillRun readRun(const store::Row &row)
{
    return {.id = row.id<core::DrillRunId>(0),
            .scenario = row.text(1),
            .title = row.text(2),
            .language = core::languageFromTag(row.text(3)).value_or(core::Language::English),
            .incident = row.id<core::IncidentId>(4),
            .startedAt = row.instant(5),
            .endedAt = row.optionalInstant(6),
            .score = scoreFromJson(row.text(7).toUtf8())};
}

} // namespace

Result<std::vector<DrillRun>> DrillRepository::list(const store::Connection &connection, int limit)
{
    return store::readAll(connection, kColumns + u"ORDER BY id DESC LIMIT ?"_s, {limit}, readRun);
}

Result<std::optional<DrillRun>> DrillRepository::find(const store::Connection &connection, core::DrillRunId id)
{
    return store::readFirst(connection, kColumns + u"WHERE id = ?"_s, {id}, readRun);
}

Result<core::DrillRunId> DrillRepository::insert(store::Transaction &transaction, const DrillRun &run)
{
    const auto id = store::insert(transaction,
                                  u"INSERT INTO drill_runs (scenario, title, language, started_at) VALUES (?, ?, ?, ?)"_s,
                                  {run.scenario, run.title, core::languageTag(run.language), run.startedAt});
    if (!id)
        return fail(id.error());
    transaction.announce({.entity = store::Entity::DrillRun, .kind = store::ChangeKind::Inserted, .id = *id});
    return core::DrillRunId{*id};
}

Result<> DrillRepository::setIncident(store::Transaction &transaction, core::DrillRunId id, core::IncidentId incident)
{
    const auto changed =
        store::execute(transaction, u"UPDATE drill_runs SET incident_id = ? WHERE id = ?"_s, {incident, id});
    if (!changed)
        return fail(changed.error());
    transaction.announce({.entity = store::Entity::DrillRun, .id = id.value});
    return {};
}

Result<> DrillRepository::finish(store::Transaction &transaction, core::DrillRunId id, const DrillScore &score)
{
    const auto changed = store::execute(transaction, u"UPDATE drill_runs SET ended_at = ?, score = ? WHERE id = ?"_s,
                                        {transaction.now(), QString::fromUtf8(toJson(score)), id});
    if (!changed)
        return fail(changed.error());
    transaction.announce({.entity = store::Entity::DrillRun, .id = id.value});
    return {};
}

} // namespace vigie::drill
