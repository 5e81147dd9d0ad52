// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stallwatch.h"

#include <QLoggingCategory>

namespace vigie::app
{

namespace
{

Q_LOGGING_CATEGORY(lcStall, "vigie.stall", QtWarningMsg)

constexpr std::chrono::milliseconds kBeat{5};

} // namespace

bool StallWatch::isWanted()
{
    return lcStall().isInfoEnabled();
}

StallWatch::StallWatch(QObject *parent) : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &StallWatch::beat);
    m_sinceBeat.start();
    m_timer.start(kBeat);
}

void StallWatch::beat()
{
    const qint64 gap = m_sinceBeat.nsecsElapsed();
    m_sinceBeat.start();
    if (gap <= m_longest)
        return;
    m_longest = gap;
    qCInfo(lcStall, "longest block %.1f ms", double(gap) / 1e6);
}

} // namespace vigie::app
