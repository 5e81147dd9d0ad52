// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/lessonrepository.h"

#include "store/query.h"
#include "store/settings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

const QString kResetKey = u"tonality.lessons_since"_s; // the id of the last correction before the reset

Result<qint64> lastForgotten(const store::Connection &connection)
{
    const auto value = store::Settings::value(connection, kResetKey);
    if (!value)
        return fail(value.error());
    return value->toLongLong();
}

/// Of each real mention the first and the last correction since the reset, unless it was taken back.
QString standingCorrections(const QString &columns)
{
    return u"SELECT %1 FROM (SELECT mention_id, min(id) AS first_id, max(id) AS last_id, count(*) AS acts"
           " FROM tonality_corrections WHERE id > ? GROUP BY mention_id) c"
           " JOIN tonality_corrections f ON f.id = c.first_id JOIN tonality_corrections l ON l.id = c.last_id"
           " JOIN mentions m ON m.id = c.mention_id"
           " WHERE m.drill_run_id = 0 AND (c.acts = 1 OR l.now <> f.was)"_s.arg(columns);
}

struct Dated {
    core::Instant at;
    qint64 id = 0;
    analysis::TonalityLesson lesson;
};

Dated dated(const store::Row &row)
{
    return {row.instant(0), row.integer(1), {row.text(2), row.text(3), analysis::Tonality(std::clamp(row.smallInteger(4), 0, 3))}};
}

} // namespace

Result<std::vector<analysis::TonalityLesson>> LessonRepository::lessons(const store::Connection &connection)
{
    const auto since = lastForgotten(connection);
    const auto known = counts(connection);
    if (!since || !known)
        return fail(!since ? since.error() : known.error());
    const int tooMany = std::max(0, known->all() - kMost);
    const int kept = known->all() - (tooMany + kLeaveTogether - 1) / kLeaveTogether * kLeaveTogether;
    auto corrections = store::readAll(
        connection, standingCorrections(u"l.at, l.id, m.text, m.lang, l.now"_s) + u" ORDER BY l.id DESC LIMIT %1"_s.arg(kept),
        {*since}, dated);
    if (!corrections)
        return fail(corrections.error());
    const auto imported = store::readAll(
        connection, u"SELECT at, id, text, lang, tonality FROM tonality_lessons ORDER BY id DESC LIMIT %1"_s.arg(kept), {}, dated);
    if (!imported)
        return fail(imported.error());
    corrections->insert(corrections->end(), imported->begin(), imported->end());
    std::stable_sort(corrections->begin(), corrections->end(), [](const Dated &left, const Dated &right) {
        return left.at != right.at ? left.at < right.at : left.id < right.id;
    });
    std::vector<analysis::TonalityLesson> lessons;
    const std::size_t first = corrections->size() - std::min(corrections->size(), std::size_t(kept));
    for (std::size_t i = first; i < corrections->size(); ++i)
        lessons.push_back(std::move((*corrections)[i].lesson));
    return lessons;
}

Result<LessonCounts> LessonRepository::counts(const store::Connection &connection)
{
    const auto since = lastForgotten(connection);
    if (!since)
        return fail(since.error());
    const auto counted = store::readFirst(connection, standingCorrections(u"sum(l.now <> f.was), sum(l.now = f.was)"_s), {*since},
                                          [](const store::Row &row) {
                                              return LessonCounts{row.smallInteger(0), row.smallInteger(1), 0};
                                          });
    const auto imported = store::readNumber(connection, u"SELECT count(*) FROM tonality_lessons"_s);
    if (!counted || !imported)
        return fail(!counted ? counted.error() : imported.error());
    LessonCounts result = counted->value_or(LessonCounts{});
    result.imported = int(*imported);
    return result;
}

Result<> LessonRepository::add(store::Transaction &transaction, const std::vector<ImportedLesson> &lessons)
{
    for (const ImportedLesson &one : lessons) {
        const auto added = store::execute(
            transaction,
            u"INSERT INTO tonality_lessons (remote_id, text, lang, tonality, at, actor) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (remote_id) DO UPDATE SET text = excluded.text, lang = excluded.lang, tonality = excluded.tonality,"
            " at = excluded.at, actor = excluded.actor"_s,
            {one.remoteId, one.lesson.text, one.lesson.language, int(one.lesson.tonality), transaction.now(), transaction.actor()});
        if (!added)
            return fail(added.error());
    }
    transaction.announce({.entity = store::Entity::Lesson, .count = int(lessons.size())});
    return transaction.audit(u"tonality.learn"_s, u"lesson"_s, 0, {{u"count"_s, qint64(lessons.size())}});
}

Result<> LessonRepository::reset(store::Transaction &transaction)
{
    const auto last = store::readNumber(transaction, u"SELECT max(id) FROM tonality_corrections"_s);
    if (!last)
        return fail(last.error());
    const auto deleted = store::execute(transaction, u"DELETE FROM tonality_lessons"_s);
    if (!deleted)
        return fail(deleted.error());
    if (auto set = store::Settings::setValue(transaction, kResetKey, QString::number(*last)); !set)
        return set;
    transaction.announce({.entity = store::Entity::Lesson, .kind = store::ChangeKind::Removed, .count = *deleted});
    return transaction.audit(u"tonality.reset"_s, u"lesson"_s, 0, {{u"deleted"_s, *deleted}});
}

} // namespace vigie::monitoring
