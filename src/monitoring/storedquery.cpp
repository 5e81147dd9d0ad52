// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/storedquery.h"

#include "core/text.h"
#include "monitoring/mention.h"
#include "monitoring/queryindex.h"
#include "store/rawstatement.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

using Kind = WatchQuery::Kind;
using store::RawStatement;
using store::Value;

bool asksAuthor(const WatchQuery::Node &node)
{
    return node.kind == Kind::Author || node.kind == Kind::Followers
           || std::any_of(node.children.begin(), node.children.end(), asksAuthor);
}

/// The ids that since: and until: leave, where they stand beside everything else.
void narrow(IdRange &range, const WatchQuery::Node &node, core::Instant now)
{
    const auto limit = core::instantFromMillis(node.isRelative ? core::toMillis(now) - qint64(node.number) : qint64(node.number));
    if (node.kind == Kind::Since) {
        range.first = std::max(range.first, firstMentionIdAt(limit).value);
    } else if (node.kind == Kind::Until) {
        // A millisecond more: where an id was taken, a mention may have one of the next millisecond's. Past the last time that
        // an id can hold, all of them are before it.
        const qint64 end = firstMentionIdAt(limit + std::chrono::milliseconds(1)).value;
        if (end != firstMentionIdAt(core::Instant::max()).value)
            range.end = std::min(range.end, end);
    } else if (node.kind == Kind::And) {
        for (const WatchQuery::Node &child : node.children)
            narrow(range, child, now);
    }
}

/// What is read of each candidate, in this order.
enum Column { Id, Text, Language, Network, Negativity, Tonality, Risks, IsReply, IsRepost, PostedAt, Handle, Followers };

QString columns(bool readsAuthor)
{
    return u"SELECT m.id, m.text, m.lang, m.network, m.negativity, m.tonality, m.risks, m.in_reply_to <> '', m.is_repost,"
           " m.posted_at"_s
           + (readsAuthor ? u", a.handle, a.followers"_s : QString());
}

Result<RawStatement> started(const store::Connection &connection, const QString &sql, const std::vector<Value> &values)
{
    auto statement = RawStatement::prepare(connection, sql.toUtf8());
    if (!statement)
        return statement;
    int parameter = 0;
    for (const Value &value : values) {
        if (value.variant().metaType() == QMetaType::fromType<QString>())
            statement->bind(++parameter, QStringView(value.variant().toString()));
        else
            statement->bind(++parameter, value.variant().toLongLong());
    }
    return statement;
}

/// One ordered run of candidates, standing on one of them until the end.
class Run
{
public:
    /// `isExact`: each plain text among its candidates matches.
    Run(RawStatement statement, bool isExact) : m_statement(std::move(statement)), m_isExact(isExact) {}

    [[nodiscard]] Result<> advance()
    {
        const auto step = m_statement.step();
        if (!step)
            return fail(step.error());
        m_id = *step == RawStatement::Step::Row ? std::optional(m_statement.integer(Id)) : std::nullopt;
        return {};
    }
    [[nodiscard]] std::optional<qint64> id() const { return m_id; }
    [[nodiscard]] const RawStatement &row() const { return m_statement; }
    [[nodiscard]] bool needsNoJudging() const { return m_isExact && isPlainUtf8(m_statement.utf8(Text)); }

private:
    RawStatement m_statement;
    bool m_isExact;
    std::optional<qint64> m_id;
};

bool matches(const WatchSet &set, const RawStatement &row, bool readsAuthor, core::Instant now)
{
    const QString text = row.text(Text);
    const QString folded = core::folded(text);
    const QString language = row.text(Language);
    const QString network = row.text(Network);
    const QString handle = readsAuthor ? row.text(Handle) : QString();
    return !set.match({.text = {text, folded},
                       .language = language,
                       .network = network,
                       .author = handle,
                       .followers = readsAuthor ? row.integer(Followers) : -1,
                       .negativity = row.real(Negativity),
                       .tonality = analysis::Tonality(row.integer(Tonality)),
                       .risks = analysis::Risks(int(row.integer(Risks))),
                       .isReply = row.integer(IsReply) != 0,
                       .isRepost = row.integer(IsRepost) != 0,
                       .postedAt = core::instantFromMillis(row.integer(PostedAt)),
                       .now = now})
                .empty();
}

} // namespace

StoredQuery::StoredQuery(const WatchQuery &query, core::Instant now)
    : m_set({{core::WatchId{1}, query}})
    , m_expression(monitoring::indexExpression(query))
    , m_now(now)
    , m_readsAuthor(asksAuthor(query.root()))
    , m_isWord(isIndexedWord(query))
{
    narrow(m_range, query.root(), now);
}

Result<std::vector<qint64>> StoredQuery::ids(const store::Connection &connection, core::DrillRunId scope, IdRange range,
                                             const QString &conditions, const std::vector<store::Value> &values,
                                             int limit, int candidates) const
{
    range = {std::max(range.first, m_range.first), std::min(range.end, m_range.end)};
    std::vector<qint64> ids;
    if (range.first >= range.end)
        return ids;
    const QString join = m_readsAuthor ? u" CROSS JOIN authors a ON a.id = m.author_id"_s : QString();
    const auto sql = [&](const QString &from, const QString &id, const QString &where) {
        return columns(m_readsAuthor) + u" FROM "_s + from + join + u" WHERE "_s + where + id + u" >= ? AND "_s + id
               + u" < ? AND m.drill_run_id = ?"_s + conditions + u" ORDER BY "_s + id + u" DESC"_s;
    };
    std::vector<Value> bound{range.first, range.end, scope};
    bound.insert(bound.end(), values.begin(), values.end());

    std::vector<Run> runs;
    if (m_expression.isEmpty()) {
        auto all = started(connection, sql(u"mentions m NOT INDEXED"_s, u"m.id"_s, {}), bound);
        if (!all)
            return fail(all.error());
        runs.emplace_back(std::move(*all), false);
    } else {
        auto unfaithful = started(connection, sql(u"mentions m INDEXED BY mentions_irregular"_s, u"m.id"_s,
                                                     u"m.is_irregular = 1 AND "_s),
                                     bound);
        if (!unfaithful)
            return fail(unfaithful.error());
        bound.insert(bound.begin(), m_expression);
        auto indexed = started(connection, sql(u"mention_fts c CROSS JOIN mentions m ON m.id = c.rowid"_s, u"c.rowid"_s,
                                                  u"mention_fts MATCH ? AND "_s),
                                  bound);
        if (!indexed)
            return fail(indexed.error());
        runs.emplace_back(std::move(*unfaithful), false);
        runs.emplace_back(std::move(*indexed), m_isWord);
    }
    for (Run &run : runs) {
        if (auto advanced = run.advance(); !advanced)
            return fail(advanced.error());
    }
    for (int read = 0; (limit < 0 || ids.size() < std::size_t(limit)) && read != candidates; ++read) {
        Run &newest = *std::max_element(runs.begin(), runs.end(), [](const Run &a, const Run &b) { return a.id() < b.id(); });
        const auto id = newest.id(); // nothing is less than every id
        if (!id)
            break;
        if ((ids.empty() || ids.back() != *id)
            && (newest.needsNoJudging() || matches(m_set, newest.row(), m_readsAuthor, m_now)))
            ids.push_back(*id);
        if (auto advanced = newest.advance(); !advanced)
            return fail(advanced.error());
    }
    return ids;
}

} // namespace vigie::monitoring
