// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <atomic>
#include <chrono>
#include <limits>

namespace vigie::core
{

/// A point in time, UTC, in milliseconds: what is stored, compared and passed about.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

[[nodiscard]] constexpr Instant instantFromMillis(qint64 millis)
{
    return Instant(std::chrono::milliseconds(millis));
}
[[nodiscard]] constexpr qint64 toMillis(Instant instant)
{
    return instant.time_since_epoch().count();
}
[[nodiscard]] inline QDateTime toUtc(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(instant), Qt::UTC);
}
[[nodiscard]] inline Instant instantFrom(const QDateTime &time)
{
    return instantFromMillis(time.toMSecsSinceEpoch());
}
/// "2026-01-31T08:12:05Z", with milliseconds only where there are any.
[[nodiscard]] QString toIso(Instant instant);

/**
 * The only source of "now". Passed to whatever needs the time, so that tests and drills run it.
 * now() may be called from any thread.
 */
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override;
};

/// A clock that stands still until it is set: for tests, and for a drill, whose posts carry their own time.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(Instant start = {}) : m_millis(toMillis(start)) {}
    [[nodiscard]] Instant now() const override { return instantFromMillis(m_millis.load()); }
    void set(Instant instant) { m_millis.store(toMillis(instant)); }
    void advance(std::chrono::milliseconds by) { m_millis.fetch_add(by.count()); }

private:
    std::atomic<qint64> m_millis;
};

/**
 * The desk's clock: the real time, or a drill's while one runs. It is held only by the drill, never by a page.
 */
class DeskClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override;
    void hold(Instant instant) { m_held.store(toMillis(instant)); }
    void release() { m_held.store(kNotHeld); }
    [[nodiscard]] bool isHeld() const { return m_held.load() != kNotHeld; }

private:
    static constexpr qint64 kNotHeld = std::numeric_limits<qint64>::min();
    std::atomic<qint64> m_held{kNotHeld};
};

} // namespace vigie::core
