// SPDX-License-Identifier: GPL-3.0-or-later
#include "postmortem/reportrepository.h"

using namespace Qt::StringLiterals;

namespace vigie::postmortem
{

Result<std::vector<TimelineEntry>> ReportRepository::timeline(const store::Connection &connection, core::IncidentId id)
{
    return store::readAll(connection,
                          u"SELECT at, kind, text, actor, is_starred FROM log_entries WHERE incident_id = ? AND (is_starred = 1 "
                          "OR NOT EXISTS (SELECT 1 FROM log_entries WHERE incident_id = ? AND is_starred = 1)) "
                          "ORDER BY at, id LIMIT ?"_s,
                          {id, id, kMostEntries}, [](const store::Row &row) {
                              return TimelineEntry{.at = row.instant(0),
                                                   .kind = row.text(1),
                                                   .text = row.text(2),
                                                   .actor = row.text(3),
                                                   .isStarred = row.boolean(4)};
                          });
}

Result<std::vector<SentMessage>> ReportRepository::messages(const store::Connection &connection, core::IncidentId id)
{
    return store::readAll(connection,
                          u"SELECT sent_at AS at, network, recipient, visibility <> 'private', text, remote_url, "
                          "CASE approved_by WHEN '' THEN created_by ELSE approved_by END "
                          "FROM replies WHERE incident_id = ? AND state = 'sent' AND sent_at IS NOT NULL "
                          "UNION ALL SELECT at, '', '', 1, text, '', author FROM status_updates "
                          "WHERE incident_id = ? AND is_public = 1 ORDER BY at LIMIT ?"_s,
                          {id, id, kMostEntries}, [](const store::Row &row) {
                              return SentMessage{.at = row.instant(0),
                                                 .network = row.text(1),
                                                 .recipient = row.text(2),
                                                 .isPublic = row.boolean(3),
                                                 .text = row.text(4),
                                                 .url = row.text(5),
                                                 .by = row.text(6)};
                          });
}

Result<std::vector<DecisionEntry>> ReportRepository::decisions(const store::Connection &connection, core::IncidentId id)
{
    return store::readAll(connection,
                          u"SELECT at, what, why, options, actor FROM decisions WHERE incident_id = ? "
                          "ORDER BY at, id LIMIT ?"_s,
                          {id, kMostEntries}, [](const store::Row &row) {
                              return DecisionEntry{.at = row.instant(0),
                                                   .what = row.text(1),
                                                   .why = row.text(2),
                                                   .options = row.text(3),
                                                   .actor = row.text(4)};
                          });
}

Result<QString> ReportRepository::watchName(const store::Connection &connection, core::WatchId id)
{
    const auto name = store::readFirst(connection, u"SELECT name FROM watches WHERE id = ?"_s, {id},
                                       [](const store::Row &row) { return row.text(0); });
    if (!name)
        return fail(name.error());
    return name->value_or(QString());
}

} // namespace vigie::postmortem
