// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace vigie::networks
{

/// One event of a text/event-stream.
struct StreamEvent {
    QByteArray name = "message";
    QByteArray data = {}; ///< without its last line break

    bool operator==(const StreamEvent &) const = default;
};

/**
 * Cuts a text/event-stream into events as the HTML standard says, however its bytes are cut into pieces. Ids and retry times
 * are ignored: the servers we read give none. An event of more than kMaxEvent bytes is dropped, not held in memory.
 */
class EventStreamParser
{
public:
    static constexpr qsizetype kMaxEvent = 1'000'000;

    /// The events that end within these bytes.
    [[nodiscard]] std::vector<StreamEvent> feed(const QByteArray &bytes);
    [[nodiscard]] int dropped() const { return m_dropped; } ///< events that were too large

private:
    void endLine(std::vector<StreamEvent> &events);

    QByteArray m_line;
    QByteArray m_name;
    QByteArray m_data;
    bool m_hasData = false;
    bool m_isTooLarge = false;
    bool m_afterCarriageReturn = false;
    bool m_isFirstLine = true;
    int m_dropped = 0;
};

} // namespace vigie::networks
