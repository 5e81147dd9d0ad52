// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/mentionwriter.h"

#include "store/query.h"

#include <algorithm>
#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

using store::RawStatement;

constexpr qint64 kBucketMillis = 300'000;
constexpr int kMaxIdTries = 10'000;

std::size_t detailsOf(const JudgedPost &post)
{
    return qHashMulti(0, post.authorName, post.authorUrl, post.followers);
}

Result<> run(RawStatement &statement)
{
    const auto step = statement.step();
    return step ? Result<>() : fail(step.error());
}

/// In the order of MentionWriter::Sql.
constexpr std::array kStatements{
    std::string_view(
        "INSERT INTO authors (network, handle, name, url, followers, first_seen_at) VALUES (?,?,?,?,?,?) ON CONFLICT DO NOTHING"),
    std::string_view(
        "UPDATE authors SET name = CASE WHEN ?3 <> '' THEN ?3 ELSE name END, url = CASE WHEN ?4 <> '' THEN ?4 ELSE url END,"
        " followers = CASE WHEN ?5 >= 0 THEN ?5 ELSE followers END WHERE network = ?1 AND handle = ?2 RETURNING id"),
    std::string_view(
        "INSERT INTO mentions (id, drill_run_id, network, remote_id, author_id, source_id, url, text, lang,"
        " tonality, negativity, risks, reasons, fingerprint, group_id, priority, likes, reposts, replies,"
        " in_reply_to, root, posted_at, captured_at, sha256, extra, is_repost, is_irregular)"
        " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING"),
    std::string_view(
        "SELECT id, sha256 = ?4, likes, reposts, replies FROM mentions"
        " WHERE drill_run_id = ?1 AND network = ?2 AND remote_id = ?3"),
    std::string_view(
        "SELECT count(*) FROM mention_versions WHERE mention_id = ? AND sha256 = ?"),
    std::string_view(
        "UPDATE mentions SET likes = ?, reposts = ?, replies = ? WHERE id = ?"),
    std::string_view(
        "INSERT INTO mention_versions (mention_id, version, text, sha256, captured_at)"
        " SELECT id, version, text, sha256, captured_at FROM mentions WHERE id = ?"),
    std::string_view(
        "INSERT INTO mention_fts (mention_fts, rowid, text)"
        " SELECT 'delete', id, text FROM mentions WHERE id = ?"),
    std::string_view(
        "UPDATE mentions SET text = ?, lang = ?, tonality = ?, negativity = ?, risks = ?, reasons = ?,"
        " fingerprint = ?, priority = ?, likes = ?, reposts = ?, replies = ?, captured_at = ?, sha256 = ?,"
        " is_irregular = ?, version = version + 1 WHERE id = ?"),
    std::string_view(
        "INSERT INTO mention_fts (rowid, text) VALUES (?, ?)"),
    std::string_view(
        "INSERT INTO mention_watches (watch_id, mention_id) VALUES (?, ?) ON CONFLICT DO NOTHING"),
    std::string_view(
        "INSERT INTO volume_buckets (watch_id, start_at, total, undetermined, negative, neutral, positive)"
        " VALUES (?,?,?,?,?,?,?) ON CONFLICT (watch_id, start_at) DO UPDATE SET"
        " total = total + excluded.total, undetermined = undetermined + excluded.undetermined,"
        " negative = negative + excluded.negative, neutral = neutral + excluded.neutral,"
        " positive = positive + excluded.positive"),
};

} // namespace

MentionWriter::MentionWriter(store::Transaction &transaction, IntakeMemory &memory, core::DrillRunId scope,
                             core::SourceId source, Origin origin)
    : m_transaction(transaction), m_memory(memory), m_scope(scope), m_source(source), m_origin(origin)
{
}

Result<MentionWriter> MentionWriter::prepare(store::Transaction &transaction, IntakeMemory &memory, core::DrillRunId scope,
                                             core::SourceId source, Origin origin)
{
    MentionWriter writer(transaction, memory, scope, source, origin);
    static_assert(kStatements.size() == std::size_t(Sql::Bucket) + 1);
    for (const std::string_view sql : kStatements) {
        auto statement = RawStatement::prepare(transaction.connection(), QByteArrayView(sql.data(), qsizetype(sql.size())));
        if (!statement)
            return fail(statement.error());
        writer.m_statements.push_back(std::move(*statement));
    }
    const auto watches = store::readAll(transaction, u"SELECT id FROM watches WHERE drill_run_id = ?"_s, {scope},
                                        [](const store::Row &row) { return row.integer(0); });
    if (!watches)
        return fail(watches.error());
    writer.m_watches = QSet<qint64>(watches->begin(), watches->end());
    return writer;
}

Result<MentionWriter::Written> MentionWriter::write(const JudgedPost &post)
{
    const auto author = authorOf(post);
    if (!author)
        return fail(author.error());
    const std::optional<qint64> group = m_memory.groups.findAndAdd(post.fingerprint, post.id);
    for (qint64 id = post.id; id < post.id + kMaxIdTries; ++id) {
        const auto inserted = insert(post, id, *author, group.value_or(id));
        if (!inserted)
            return fail(inserted.error());
        if (!*inserted) {
            // Either the post is known, or another one of the same millisecond has taken the id.
            const auto known = meetKnown(post);
            if (!known)
                return fail(known.error());
            if (*known)
                return **known;
            continue;
        }
        if (id != post.id && !group)
            m_memory.groups.restore(post.fingerprint, id);
        m_indexed.push_back({id, &post.text});
        if (auto linked = link(post, id); !linked)
            return fail(linked.error());
        count(post);
        return Written{Outcome::Stored, id};
    }
    return fail(ErrorKind::Internal, u"no free id for a mention posted at %1"_s.arg(post.postedAt));
}

Result<qint64> MentionWriter::authorOf(const JudgedPost &post)
{
    const std::size_t details = detailsOf(post);
    const auto known = m_memory.authors.constFind(post.authorKey);
    if (known != m_memory.authors.cend() && known->details == details)
        return known->id;
    const auto bindTo = [&post](RawStatement &statement) {
        statement.bindLastingUtf8(1, post.network);
        statement.bindLastingUtf8(2, post.authorHandle);
        statement.bindLastingUtf8(3, post.authorName);
        statement.bindLastingUtf8(4, post.authorUrl);
        statement.bind(5, post.followers);
    };
    // One statement that does both would answer with a row in any case, at three times the price for the many who are new.
    RawStatement &add = sql(Sql::Author);
    bindTo(add);
    add.bind(6, core::toMillis(m_transaction.now()));
    if (auto added = run(add); !added)
        return fail(added.error());
    qint64 id = add.insertedId();
    if (add.changes() == 0) {
        RawStatement &meet = sql(Sql::KnownAuthor);
        bindTo(meet);
        if (auto met = meet.step(); !met)
            return fail(met.error());
        id = meet.integer(0);
        meet.reset();
    }
    if (m_memory.authors.size() >= IntakeMemory::kMaxAuthors)
        m_memory.authors.clear();
    m_memory.authors.insert(post.authorKey, {id, details});
    return id;
}

/// False where the id or the identity is taken.
Result<bool> MentionWriter::insert(const JudgedPost &post, qint64 id, qint64 author, qint64 group)
{
    RawStatement &statement = sql(Sql::Insert);
    statement.bind(1, id);
    statement.bind(2, m_scope.value);
    statement.bindLastingUtf8(3, post.network);
    statement.bindLastingUtf8(4, post.remoteId);
    statement.bind(5, author);
    if (m_source.isValid())
        statement.bind(6, m_source.value);
    else
        statement.bindNull(6);
    statement.bindLastingUtf8(7, post.url);
    statement.bindLastingUtf8(8, post.text);
    statement.bindLastingUtf8(9, post.language);
    statement.bind(10, int(post.tonality));
    statement.bind(11, post.negativity);
    statement.bind(12, qint64(post.risks));
    statement.bindLastingUtf8(13, post.reasons);
    statement.bind(14, qint64(post.fingerprint));
    statement.bind(15, group);
    statement.bind(16, post.priority);
    statement.bind(17, post.likes);
    statement.bind(18, post.reposts);
    statement.bind(19, post.replies);
    statement.bindLastingUtf8(20, post.inReplyTo);
    statement.bindLastingUtf8(21, post.root);
    statement.bind(22, post.postedAt);
    statement.bind(23, core::toMillis(m_transaction.now()));
    statement.bindBlob(24, post.sha256);
    statement.bindLastingUtf8(25, post.extra);
    statement.bind(26, post.isRepost ? 1 : 0);
    statement.bind(27, post.isIrregular ? 1 : 0);
    if (auto done = run(statement); !done)
        return fail(done.error());
    return statement.changes() == 1;
}

/// Nothing where the post is not known after all.
Result<std::optional<MentionWriter::Written>> MentionWriter::meetKnown(const JudgedPost &post)
{
    RawStatement &find = sql(Sql::Find);
    find.bind(1, m_scope.value);
    find.bindUtf8(2, post.network);
    find.bindUtf8(3, post.remoteId);
    find.bindBlob(4, post.sha256);
    const auto step = find.step();
    if (!step)
        return fail(step.error());
    if (*step == RawStatement::Step::Done)
        return std::optional<Written>();
    const qint64 id = find.integer(0);
    const bool hasSameText = find.integer(1) != 0;
    const bool hasSameCounts
        = find.integer(2) == post.likes && find.integer(3) == post.reposts && find.integer(4) == post.replies;
    find.reset();

    if (!hasSameText) {
        // A file that holds both texts must not add them anew each time it is read; a network that shows an old text again
        // means it.
        bool isOldText = false;
        if (m_origin != Origin::Live) {
            RawStatement &wasBefore = sql(Sql::WasBefore);
            wasBefore.bind(1, id);
            wasBefore.bindBlob(2, post.sha256);
            if (auto asked = wasBefore.step(); !asked)
                return fail(asked.error());
            isOldText = wasBefore.integer(0) > 0;
            wasBefore.reset();
        }
        if (!isOldText) {
            if (auto stored = storeEdit(post, id); !stored)
                return fail(stored.error());
            return std::optional(Written{Outcome::Edited, id});
        }
    } else if (!hasSameCounts && post.likes + post.reposts + post.replies > 0) {
        RawStatement &refresh = sql(Sql::Refresh);
        refresh.bind(1, post.likes);
        refresh.bind(2, post.reposts);
        refresh.bind(3, post.replies);
        refresh.bind(4, id);
        if (auto done = run(refresh); !done)
            return fail(done.error());
    }
    return std::optional(Written{Outcome::Duplicate, id});
}

Result<> MentionWriter::storeEdit(const JudgedPost &post, qint64 id)
{
    sql(Sql::KeepVersion).bind(1, id);
    if (auto done = run(sql(Sql::KeepVersion)); !done)
        return done;
    const auto fresh = std::find_if(m_indexed.begin(), m_indexed.end(), [id](const Indexed &entry) { return entry.id == id; });
    if (fresh != m_indexed.end()) {
        fresh->text = &post.text; // stored in this very batch: its first text was never indexed
    } else {
        sql(Sql::ForgetText).bind(1, id);
        if (auto done = run(sql(Sql::ForgetText)); !done)
            return done;
        m_indexed.push_back({id, &post.text});
    }
    RawStatement &edit = sql(Sql::Edit);
    edit.bindUtf8(1, post.text);
    edit.bindUtf8(2, post.language);
    edit.bind(3, int(post.tonality));
    edit.bind(4, post.negativity);
    edit.bind(5, qint64(post.risks));
    edit.bindUtf8(6, post.reasons);
    edit.bind(7, qint64(post.fingerprint));
    edit.bind(8, post.priority);
    edit.bind(9, post.likes);
    edit.bind(10, post.reposts);
    edit.bind(11, post.replies);
    edit.bind(12, core::toMillis(m_transaction.now()));
    edit.bindBlob(13, post.sha256);
    edit.bind(14, post.isIrregular ? 1 : 0);
    edit.bind(15, id);
    if (auto done = run(edit); !done)
        return done;
    return link(post, id);
}

Result<> MentionWriter::link(const JudgedPost &post, qint64 id)
{
    for (const core::WatchId watch : post.watches) {
        if (!m_watches.contains(watch.value))
            continue;
        sql(Sql::Link).bind(1, watch.value);
        sql(Sql::Link).bind(2, id);
        if (auto done = run(sql(Sql::Link)); !done)
            return done;
    }
    return {};
}

void MentionWriter::count(const JudgedPost &post)
{
    const qint64 start = post.postedAt / kBucketMillis * kBucketMillis;
    const auto tonality = std::size_t(post.tonality);
    ++m_counts[{allMentionsKey(m_scope).value, start}].byTonality[tonality];
    for (const core::WatchId watch : post.watches) {
        if (m_watches.contains(watch.value))
            ++m_counts[{watch.value, start}].byTonality[tonality];
    }
}

Result<> MentionWriter::finish()
{
    std::sort(m_indexed.begin(), m_indexed.end(), [](const Indexed &a, const Indexed &b) { return a.id < b.id; });
    for (const Indexed &entry : m_indexed) {
        sql(Sql::Index).bind(1, entry.id);
        sql(Sql::Index).bindLastingUtf8(2, *entry.text);
        if (auto done = run(sql(Sql::Index)); !done)
            return done;
    }
    for (const auto &[key, counts] : m_counts) {
        RawStatement &bucket = sql(Sql::Bucket);
        bucket.bind(1, key.first);
        bucket.bind(2, key.second);
        int total = 0;
        for (std::size_t i = 0; i < counts.byTonality.size(); ++i) {
            bucket.bind(4 + int(i), counts.byTonality[i]);
            total += counts.byTonality[i];
        }
        bucket.bind(3, total);
        if (auto done = run(bucket); !done)
            return done;
    }
    return {};
}

} // namespace vigie::monitoring
