// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "store/database.h"

#include <QTemporaryDir>

namespace vigie::postmortem::test
{

template <typename T>
Result<T> wait(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.resultCount() > 0 ? future.result() : Result<T>(fail(ErrorKind::Internal, QStringLiteral("no answer")));
}

/// A database with one crisis of which everything is known beforehand: a product recall over one day in November.
class CrisisWorld
{
public:
    CrisisWorld();

    enum class Contents { Full, Empty };
    /// Incident 1. Empty: it was opened, and nothing else ever happened.
    void addCrisis(Contents contents, int drillRun = 0, const QString &language = QStringLiteral("fr"));
    /// More lines of the log, all starred.
    void addLogEntries(int count, const QString &text);
    /// Several statements of SQL in one transaction.
    void run(const std::vector<std::pair<QString, QVariantList>> &statements);
    void run(const QString &statement, const QVariantList &values = {}) { run({{statement, values}}); }

    [[nodiscard]] const store::Connection &reader() { return **database->reader(); }
    [[nodiscard]] core::Instant at(int minutes) const { return began + std::chrono::minutes(minutes); }

    static constexpr core::IncidentId kIncident{1};

    /// 20 November 2026, 06:10 UTC.
    const core::Instant began = core::instantFromMillis(1'795'155'000'000);
    QTemporaryDir folder;
    core::ManualClock clock;
    std::unique_ptr<store::Database> database;

    // What addCrisis put in, for comparison.
    qint64 mentions = 0;
    qint64 negative = 0;

private:
    void addHistoryAndMentions(int drillRun);
    void addWork(int drillRun);
};

} // namespace vigie::postmortem::test
