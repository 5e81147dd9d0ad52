// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/postjudge.h"
#include "core/clock.h"
#include "monitoring/intake.h"
#include "monitoring/mentionrepository.h"
#include "monitoring/watchservice.h"
#include "store/database.h"
#include "store/query.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace vigie::monitoring
{

inline core::Instant at(const char *iso)
{
    return core::instantFrom(QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODateWithMs));
}

/// A new database in a temporary folder, a clock that stands still, and the shipped judges.
struct Desk {
    Desk()
    {
        auto opened = store::Database::open(folder.filePath(QStringLiteral("desk.db")), clock);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().toString()));
        database = std::move(*opened);
    }

    /// Reading the lexicons takes longer than most tests: all tests of a program share one.
    static const analysis::PostJudge &judge()
    {
        static const auto shipped = analysis::PostJudge::shipped();
        if (!shipped)
            qFatal("%s", qPrintable(shipped.error().toString()));
        return *shipped;
    }
    [[nodiscard]] const store::Connection &reader() const
    {
        auto connection = database->reader();
        if (!connection)
            qFatal("%s", qPrintable(connection.error().toString()));
        return **connection;
    }
    [[nodiscard]] qint64 number(const QString &sql) const { return store::readNumber(reader(), sql).value_or(-1); }
    /// Whether the full-text index holds what the mentions say: SQLite compares them.
    [[nodiscard]] bool indexIsSound()
    {
        auto checked = database->submit(QStringLiteral("test"), [](store::Transaction &transaction) -> Result<> {
            return transaction.connection().execute(
                QStringLiteral("INSERT INTO mention_fts (mention_fts, rank) VALUES ('integrity-check', 1)"));
        });
        checked.waitForFinished();
        return checked.result().has_value();
    }
    core::WatchId addWatch(Watch watch)
    {
        WatchService service(*database);
        auto added = service.add(QStringLiteral("test"), watch);
        added.waitForFinished();
        if (!added.result())
            qFatal("%s", qPrintable(added.result().error().toString()));
        return *added.result();
    }

    core::ManualClock clock{at("2026-03-01T12:00:00Z")};
    QTemporaryDir folder;
    std::unique_ptr<store::Database> database;
};

template <typename Answer>
Answer waitFor(QFuture<Answer> future)
{
    future.waitForFinished();
    return future.result();
}

inline networks::Post post(const char *id, const QString &text, core::Instant postedAt = at("2026-03-01T10:00:00Z"))
{
    networks::Post result;
    result.network = QStringLiteral("mastodon");
    result.remoteId = QString::fromLatin1(id);
    result.url = QStringLiteral("https://social.example/") + result.remoteId;
    result.author = {.handle = QStringLiteral("@ada@social.example"), .name = QStringLiteral("Ada"), .url = {}, .followers = 12};
    result.text = text;
    result.postedAt = postedAt;
    return result;
}

} // namespace vigie::monitoring
