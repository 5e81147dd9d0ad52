// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/taughtwords.h"
#include "analysis/trainedtonality.h"
#include "monitoring/lessonrepository.h"
#include "store/database.h"

#include <QFuture>
#include <QMutex>
#include <QObject>

namespace vigie::monitoring
{

/// What the desk has taught, and what it was good for.
struct LearningState {
    LessonCounts counts;
    analysis::LearningCheck check;
    std::vector<analysis::TaughtWord> words; ///< that speak otherwise now, most telling first
};

/**
 * Teaches the desk's lessons to its judge of tonality: once when asked to, and again, on a pool thread, whenever a person
 * corrected something. Judgements made before stay as they are.
 *
 * `database` and `judge` must outlive it; whoever closes the database waits for the pool first.
 */
class TonalityTeacher : public QObject
{
    Q_OBJECT

public:
    TonalityTeacher(store::Database &database, const analysis::TrainedTonality &judge);

    /// Reads all lessons and learns from them, here and now. What is new is in use within milliseconds; how good it is comes after.
    [[nodiscard]] Result<> learn();
    /// The same on a pool thread; learnt() tells its end.
    void learnSoon();
    /// learnSoon() was called and learnt() has not told its end.
    [[nodiscard]] bool isLearning() const { return m_isLearning; }
    /// Of the last learning; zeros before the first.
    [[nodiscard]] LearningState state() const;

    [[nodiscard]] QFuture<Result<>> add(const QString &actor, const std::vector<ImportedLesson> &lessons);
    [[nodiscard]] QFuture<Result<>> reset(const QString &actor);

signals:
    void learnt(); ///< in this object's thread, after each learning on a pool thread

private:
    store::Database &m_database;
    const analysis::TrainedTonality &m_judge;
    QMutex m_learning; ///< for m_desk: learn() may be called while the pool learns
    analysis::DeskTonality m_desk;
    bool m_isLearning = false;
    bool m_isStale = false; ///< something was said while it was learning
    mutable QMutex m_mutex;
    LearningState m_state;
};

} // namespace vigie::monitoring
