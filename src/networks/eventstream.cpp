// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/eventstream.h"

#include <utility>

namespace vigie::networks
{

std::vector<StreamEvent> EventStreamParser::feed(const QByteArray &bytes)
{
    std::vector<StreamEvent> events;
    for (const char byte : bytes) {
        // CR LF is one line break, also when it comes in two pieces.
        const bool isSecondHalf = byte == '\n' && m_afterCarriageReturn;
        m_afterCarriageReturn = byte == '\r';
        if (isSecondHalf)
            continue;
        if (byte == '\n' || byte == '\r')
            endLine(events);
        else if (m_line.size() + m_data.size() < kMaxEvent)
            m_line += byte;
        else
            m_isTooLarge = true;
    }
    return events;
}

void EventStreamParser::endLine(std::vector<StreamEvent> &events)
{
    QByteArray line = std::exchange(m_line, {});
    if (std::exchange(m_isFirstLine, false) && line.startsWith("\xEF\xBB\xBF"))
        line.remove(0, 3);
    if (line.isEmpty() && !m_isTooLarge) {
        if (m_hasData)
            events.push_back({.name = m_name.isEmpty() ? QByteArray("message") : m_name, .data = m_data});
    } else if (line.isEmpty()) {
        ++m_dropped;
    }
    if (line.isEmpty()) {
        m_name.clear();
        m_data.clear();
        m_hasData = false;
        m_isTooLarge = false;
        return;
    }
    const qsizetype colon = line.indexOf(':');
    const QByteArray field = colon < 0 ? line : line.left(colon);
    QByteArray value = colon < 0 ? QByteArray() : line.mid(colon + 1);
    if (value.startsWith(' '))
        value.remove(0, 1);
    if (field == "event") {
        m_name = value;
    } else if (field == "data") {
        if (m_hasData)
            m_data += '\n';
        m_data += value;
        m_hasData = true;
    }
}

} // namespace vigie::networks
