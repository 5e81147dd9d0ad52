// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stallwatch.h"

#include <QFile>
#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace vigie::app
{

namespace
{

Q_LOGGING_CATEGORY(lcStall, "vigie.stall", QtWarningMsg)

constexpr std::chrono::milliseconds kBeat{5};

/// How long this thread has waited for a processor since it began, in nanoseconds; 0 where the system does not tell.
qint64 waitedForProcessor()
{
    QFile file(QStringLiteral("/proc/thread-self/schedstat"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() : 0;
}

} // namespace

bool StallWatch::isWanted()
{
    return lcStall().isInfoEnabled();
}

StallWatch::StallWatch(QObject *parent) : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &StallWatch::beat);
    m_waited = waitedForProcessor();
    m_sinceBeat.start();
    m_timer.start(kBeat);
}

void StallWatch::beat()
{
    const qint64 gap = m_sinceBeat.nsecsElapsed();
    m_sinceBeat.start();
    const qint64 waited = waitedForProcessor();
    const qint64 own = gap - std::min(gap, waited - std::exchange(m_waited, waited));
    if (gap <= m_longest && own <= m_longestOwn)
        return;
    m_longest = std::max(m_longest, gap);
    m_longestOwn = std::max(m_longestOwn, own);
    qCInfo(lcStall, "longest block %.1f ms, without waiting for a processor %.1f ms", double(m_longest) / 1e6,
           double(m_longestOwn) / 1e6);
}

} // namespace vigie::app
