// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace vigie::app
{

/**
 * Tells on standard error whenever this thread has been blocked for longer than ever since the watch began: the longest time
 * between two beats of a timer, so up to one beat too much; and the longest of those times without what the thread, ready to
 * run, waited for a processor, because on a busy machine that says more of the machine than of the program (Linux alone
 * tells). tests/bench/bench_feed.cpp measures the GUI thread with it.
 */
class StallWatch final : public QObject
{
    Q_OBJECT

public:
    /// QT_LOGGING_RULES="vigie.stall.info=true" asks for it.
    [[nodiscard]] static bool isWanted();
    explicit StallWatch(QObject *parent);

private:
    void beat();

    QTimer m_timer;
    QElapsedTimer m_sinceBeat;
    qint64 m_waited = 0;     ///< for a processor, in all; nanoseconds, as the following
    qint64 m_longest = 0;
    qint64 m_longestOwn = 0; ///< without waiting for a processor
};

} // namespace vigie::app
