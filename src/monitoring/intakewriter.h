// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/mentionwriter.h"
#include "monitoring/watchdetection.h"

namespace vigie::monitoring
{

/**
 * The half of the intake that runs in the writer's thread: stores one judged batch in the transaction it is given.
 *
 * What it remembers (authors, near-duplicates, detectors) is only true as long as every batch was committed. A batch that
 * failed, also later at the commit, is noticed at the next one, and everything is read anew from the database.
 */
class IntakeWriter
{
public:
    explicit IntakeWriter(core::DrillRunId scope) : m_scope(scope), m_detection(scope) {}

    [[nodiscard]] Result<IntakeReport> store(store::Transaction &transaction, const JudgedBatch &batch);

private:
    [[nodiscard]] Result<> checkOrder(const store::Connection &connection, const JudgedBatch &batch) const;
    [[nodiscard]] Result<> recall(store::Transaction &transaction, const JudgedBatch &batch);
    [[nodiscard]] Result<bool> remembersRight(const store::Connection &connection) const;
    [[nodiscard]] Result<> restoreGroups(const store::Connection &connection);
    [[nodiscard]] Result<> storePosts(store::Transaction &transaction, const JudgedBatch &batch, IntakeReport &report);
    [[nodiscard]] Result<> removePosts(store::Transaction &transaction, const JudgedBatch &batch, IntakeReport &report);
    [[nodiscard]] Result<> noteSource(store::Transaction &transaction, const JudgedBatch &batch);
    [[nodiscard]] Result<> detect(store::Transaction &transaction, const JudgedBatch &batch, IntakeReport &report);
    [[nodiscard]] Result<> auditAndAnnounce(store::Transaction &transaction, const JudgedBatch &batch,
                                            const IntakeReport &report);

    const core::DrillRunId m_scope;
    bool m_isValid = false; ///< false before the first batch and after one that failed
    int m_watchGeneration = 0;
    qint64 m_auditRow = 0;  ///< of the last batch that wrote one; its hash proves that it was committed
    QByteArray m_auditHash;
    IntakeMemory m_memory;
    WatchDetection m_detection;
};

} // namespace vigie::monitoring
