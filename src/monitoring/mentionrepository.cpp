// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/mentionrepository.h"

#include "monitoring/watch.h"
#include "store/query.h"
#include "store/rawstatement.h"

#include <QHash>

#include <string>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

using store::Row;
using store::Value;

constexpr QChar kLabelSeparator(0x1f);

QString selectMentions()
{
    static const QString sql =
        u"SELECT m.id, m.drill_run_id, m.network, m.remote_id, m.source_id, m.url, m.text, m.lang, m.tonality, m.negativity,"
        " m.risks, m.reasons, m.group_id, m.status, m.priority, m.assignee, m.likes, m.reposts, m.replies, m.in_reply_to,"
        " m.root, m.posted_at, m.captured_at, m.version, m.sha256, m.extra,"
        " (SELECT count(*) FROM (SELECT 1 FROM mentions g WHERE g.group_id = m.group_id LIMIT %1)),"
        " (SELECT group_concat(l.name, char(31)) FROM mention_labels ml JOIN labels l ON l.id = ml.label_id"
        "  WHERE ml.mention_id = m.id),"
        " a.id, a.network, a.handle, a.name, a.url, a.followers, a.note, a.first_seen_at, m.gone_at"
        " FROM mentions m JOIN authors a ON a.id = m.author_id "_s.arg(Mention::kMaxGroupSize);
    return sql;
}

/// What Row is, on a RawStatement.
class RawRow
{
public:
    explicit RawRow(const store::RawStatement &statement) : m_statement(statement) {}

    [[nodiscard]] bool isNull(int column) const { return m_statement.isNull(column); }
    [[nodiscard]] qint64 integer(int column) const { return m_statement.integer(column); }
    [[nodiscard]] int smallInteger(int column) const { return int(m_statement.integer(column)); }
    [[nodiscard]] double real(int column) const { return m_statement.real(column); }
    [[nodiscard]] QString text(int column) const { return m_statement.text(column); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_statement.bytes(column); }
    [[nodiscard]] core::Instant instant(int column) const { return core::instantFromMillis(integer(column)); }
    template <typename SomeId>
    [[nodiscard]] SomeId id(int column) const
    {
        return SomeId{integer(column)};
    }

private:
    const store::RawStatement &m_statement;
};

template <typename SomeRow>
Author authorFrom(const SomeRow &row, int first)
{
    return Author{.id = row.template id<core::AuthorId>(first),
                  .network = row.text(first + 1),
                  .handle = row.text(first + 2),
                  .name = row.text(first + 3),
                  .url = row.text(first + 4),
                  .followers = row.integer(first + 5),
                  .note = row.text(first + 6),
                  .firstSeenAt = row.instant(first + 7)};
}

template <typename SomeRow>
Mention mentionFrom(const SomeRow &row)
{
    Mention mention{.id = row.template id<core::MentionId>(0),
                    .scope = row.template id<core::DrillRunId>(1),
                    .network = row.text(2),
                    .remoteId = row.text(3),
                    .author = authorFrom(row, 28),
                    .sourceId = row.template id<core::SourceId>(4),
                    .url = row.text(5),
                    .text = row.text(6),
                    .language = row.text(7),
                    .tonality = analysis::Tonality(row.smallInteger(8)),
                    .negativity = row.real(9),
                    .risks = analysis::Risks(row.smallInteger(10)),
                    .reasons = row.bytes(11),
                    .groupId = row.template id<core::MentionId>(12),
                    .groupSize = row.smallInteger(26),
                    .status = Status(row.smallInteger(13)),
                    .priority = row.smallInteger(14),
                    .assignee = row.text(15),
                    .likes = row.smallInteger(16),
                    .reposts = row.smallInteger(17),
                    .replies = row.smallInteger(18),
                    .inReplyTo = row.text(19),
                    .root = row.text(20),
                    .postedAt = row.instant(21),
                    .capturedAt = row.instant(22),
                    .version = row.smallInteger(23),
                    .sha256 = row.bytes(24),
                    .extra = row.bytes(25)};
    if (!row.isNull(27))
        mention.labels = row.text(27).split(kLabelSeparator);
    mention.labels.sort(Qt::CaseInsensitive);
    if (!row.isNull(36))
        mention.goneAt = row.instant(36);
    return mention;
}

/// What an act on one mention must know: that it is there, and where it belongs.
struct Head {
    core::DrillRunId scope = {};
    core::Instant postedAt = {};
    analysis::Tonality tonality = analysis::Tonality::Undetermined;
};

Result<Head> announceUpdate(store::Transaction &transaction, core::MentionId id)
{
    const auto head = store::readFirst(
        transaction, u"SELECT drill_run_id, posted_at, tonality FROM mentions WHERE id = ?"_s, {id}, [](const Row &row) {
            return Head{row.id<core::DrillRunId>(0), row.instant(1), analysis::Tonality(row.smallInteger(2))};
        });
    if (!head)
        return fail(head.error());
    if (!*head)
        return fail(ErrorKind::NotFound, u"there is no mention %1"_s.arg(id.value));
    transaction.announce({.entity = store::Entity::Mention,
                          .kind = store::ChangeKind::Updated,
                          .id = id.value,
                          .drillRunId = (*head)->scope.value});
    return **head;
}

Result<> change(store::Transaction &transaction, core::MentionId id, const QString &sql, store::Values values)
{
    if (auto head = announceUpdate(transaction, id); !head)
        return fail(head.error());
    if (auto done = store::execute(transaction, sql, values); !done)
        return fail(done.error());
    return {};
}

QString bucketColumn(analysis::Tonality tonality)
{
    return analysis::tonalityKey(tonality); // the columns of volume_buckets are named like the tonalities
}

} // namespace

Result<std::vector<Mention>> MentionRepository::byIds(const store::Connection &connection, const std::vector<qint64> &ids)
{
    if (ids.empty())
        return std::vector<Mention>();
    // As one parameter: to read a hundred numbers as SQL costs more than to find their rows.
    std::string numbers;
    QHash<qint64, std::size_t> places;
    places.reserve(qsizetype(ids.size()));
    for (std::size_t i = 0; i < ids.size(); ++i) {
        numbers += (i == 0 ? '[' : ',') + std::to_string(ids[i]);
        places.insert(ids[i], i);
    }
    auto statement = store::RawStatement::prepare(connection, selectMentions().toUtf8() + "WHERE m.id IN (SELECT value FROM json_each(?))");
    if (!statement)
        return fail(statement.error());
    numbers += ']';
    statement->bindUtf8(1, QByteArrayView(numbers.data(), qsizetype(numbers.size())));
    const RawRow row(*statement);
    std::vector<Mention> mentions(ids.size());
    while (true) {
        const auto step = statement->step();
        if (!step)
            return fail(step.error());
        if (*step == store::RawStatement::Step::Done)
            break;
        mentions[places.value(row.integer(0))] = mentionFrom(row);
    }
    std::erase_if(mentions, [](const Mention &mention) { return !mention.id.isValid(); }); // there is none with that id
    return mentions;
}

Result<std::optional<Mention>> MentionRepository::byId(const store::Connection &connection, core::MentionId id)
{
    return store::readFirst(connection, selectMentions() + u"WHERE m.id = ?"_s, {id}, mentionFrom<Row>);
}

Result<std::optional<Mention>> MentionRepository::byRemoteId(const store::Connection &connection, core::DrillRunId scope,
                                                             QStringView network, QStringView remoteId)
{
    return store::readFirst(connection,
                            selectMentions() + u"WHERE m.drill_run_id = ? AND m.network = ? AND m.remote_id = ?"_s,
                            {scope, network, remoteId}, mentionFrom<Row>);
}

Result<std::vector<Mention>> MentionRepository::group(const store::Connection &connection, core::MentionId groupId,
                                                      int limit)
{
    return store::readAll(connection, selectMentions() + u"WHERE m.group_id = ? ORDER BY m.id DESC LIMIT ?"_s,
                          {groupId, limit}, mentionFrom<Row>);
}

Result<std::optional<MentionDetail>> MentionRepository::detail(const store::Connection &connection, core::MentionId id)
{
    auto mention = byId(connection, id);
    if (!mention || !*mention)
        return mention ? Result<std::optional<MentionDetail>>(std::nullopt) : fail(mention.error());
    MentionDetail detail{.mention = std::move(**mention)};

    auto versions = store::readAll(
        connection, u"SELECT version, text, sha256, captured_at FROM mention_versions WHERE mention_id = ? ORDER BY version"_s,
        {id}, [](const Row &row) {
            return MentionVersion{row.smallInteger(0), row.text(1), row.bytes(2), row.instant(3)};
        });
    auto notes = store::readAll(connection, u"SELECT id, at, author, text FROM mention_notes WHERE mention_id = ? ORDER BY id"_s,
                                {id}, [](const Row &row) {
                                    return MentionNote{row.integer(0), row.instant(1), row.text(2), row.text(3)};
                                });
    const auto watches = store::readAll(
        connection,
        u"SELECT w.id, w.name FROM watches w WHERE w.drill_run_id = ? AND EXISTS"
        " (SELECT 1 FROM mention_watches mw WHERE mw.watch_id = w.id AND mw.mention_id = ?) ORDER BY w.name"_s,
        {detail.mention.scope, id}, [](const Row &row) { return std::pair(row.id<core::WatchId>(0), row.text(1)); });
    if (!versions)
        return fail(versions.error());
    if (!notes)
        return fail(notes.error());
    if (!watches)
        return fail(watches.error());
    detail.versions = std::move(*versions);
    detail.notes = std::move(*notes);
    for (const auto &[watch, name] : *watches) {
        detail.watches.push_back(watch);
        detail.watchNames << name;
    }
    if (detail.mention.author.handle.isEmpty()) { // nobody in particular: a feed without authors
        detail.authorMentions = 1;
        detail.authorNegative = detail.mention.tonality == analysis::Tonality::Negative ? 1 : 0;
        return detail;
    }

    const auto counts = store::readFirst(
        connection, u"SELECT count(*), total(tonality = 1) FROM mentions WHERE author_id = ? AND drill_run_id = ?"_s,
        {detail.mention.author.id, detail.mention.scope},
        [](const Row &row) { return std::pair(row.integer(0), row.integer(1)); });
    auto recent = store::readAll(
        connection,
        selectMentions() + u"WHERE m.author_id = ? AND m.drill_run_id = ? AND m.id <> ? ORDER BY m.id DESC LIMIT 10"_s,
        {detail.mention.author.id, detail.mention.scope, id}, mentionFrom<Row>);
    if (!counts || !recent)
        return fail(counts ? recent.error() : counts.error());
    std::tie(detail.authorMentions, detail.authorNegative) = counts->value_or(std::pair<qint64, qint64>());
    detail.authorRecent = std::move(*recent);
    return detail;
}

Result<QStringList> MentionRepository::labels(const store::Connection &connection)
{
    const auto names = store::readAll(connection, u"SELECT name FROM labels ORDER BY name COLLATE NOCASE LIMIT 1000"_s, {},
                                      [](const Row &row) { return row.text(0); });
    if (!names)
        return fail(names.error());
    return QStringList(names->begin(), names->end());
}

Result<> MentionRepository::setStatus(store::Transaction &transaction, core::MentionId id, Status status)
{
    return change(transaction, id, u"UPDATE mentions SET status = ? WHERE id = ?"_s, {int(status), id});
}

Result<> MentionRepository::setAssignee(store::Transaction &transaction, core::MentionId id, const QString &assignee)
{
    return change(transaction, id, u"UPDATE mentions SET assignee = ? WHERE id = ?"_s, {assignee, id});
}

Result<> MentionRepository::addLabel(store::Transaction &transaction, core::MentionId id, const QString &name)
{
    if (auto made = store::execute(transaction, u"INSERT OR IGNORE INTO labels (name) VALUES (?)"_s, {name}); !made)
        return fail(made.error());
    return change(transaction, id,
                  u"INSERT OR IGNORE INTO mention_labels (mention_id, label_id) SELECT ?, id FROM labels WHERE name = ?"_s,
                  {id, name});
}

Result<> MentionRepository::removeLabel(store::Transaction &transaction, core::MentionId id, const QString &name)
{
    return change(transaction, id,
                  u"DELETE FROM mention_labels WHERE mention_id = ?"
                  " AND label_id = (SELECT id FROM labels WHERE name = ?)"_s,
                  {id, name});
}

Result<qint64> MentionRepository::addNote(store::Transaction &transaction, core::MentionId id, const QString &text)
{
    if (auto head = announceUpdate(transaction, id); !head)
        return fail(head.error());
    return store::insert(transaction, u"INSERT INTO mention_notes (mention_id, at, author, text) VALUES (?, ?, ?, ?)"_s,
                         {id, transaction.now(), transaction.actor(), text});
}

Result<> MentionRepository::correctTonality(store::Transaction &transaction, core::MentionId id,
                                            analysis::Tonality tonality)
{
    const auto head = announceUpdate(transaction, id);
    if (!head)
        return fail(head.error());
    const analysis::Tonality was = head->tonality;
    auto kept = store::insert(transaction,
                              u"INSERT INTO tonality_corrections (mention_id, at, actor, was, now) VALUES (?, ?, ?, ?, ?)"_s,
                              {id, transaction.now(), transaction.actor(), int(was), int(tonality)});
    if (!kept)
        return fail(kept.error());
    transaction.announce({.entity = store::Entity::Lesson, .kind = store::ChangeKind::Inserted, .id = *kept});
    if (was == tonality)
        return {}; // a person says that it is right: that is known from now on, too
    auto updated = store::execute(transaction, u"UPDATE mentions SET tonality = ? WHERE id = ?"_s, {int(tonality), id});
    if (!updated)
        return fail(updated.error());

    constexpr qint64 kBucketMillis = 300'000;
    const qint64 bucket = core::toMillis(head->postedAt) / kBucketMillis * kBucketMillis;
    const QString sql = u"UPDATE volume_buckets SET %1 = %1 - 1, %2 = %2 + 1 WHERE start_at = ? AND watch_id IN"
                        " (SELECT ? UNION ALL SELECT w.id FROM watches w WHERE EXISTS"
                        "  (SELECT 1 FROM mention_watches mw WHERE mw.watch_id = w.id AND mw.mention_id = ?))"_s.arg(
                            bucketColumn(was), bucketColumn(tonality));
    auto counted = store::execute(transaction, sql, {bucket, allMentionsKey(head->scope), id});
    if (!counted)
        return fail(counted.error());
    transaction.announce({.entity = store::Entity::Volume, .drillRunId = head->scope.value});
    return {};
}

} // namespace vigie::monitoring
