// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/feedslicer.h"

#include <algorithm>
#include <cstring>

namespace vigie::networks
{
namespace
{

/// <rss><channel>; whatever lies deeper is no list of entries that we know.
constexpr qsizetype kDeepest = 2;
constexpr qsizetype kLongestMark = 9; // "<![CDATA["

QByteArray nameAt(const QByteArray &bytes, qsizetype from, qsizetype end)
{
    qsizetype to = from;
    while (to < end && !strchr(" \t\r\n/>", bytes[to]))
        ++to;
    return bytes.mid(from, to - from);
}

int linesIn(QByteArrayView bytes)
{
    int lines = 0;
    for (qsizetype at = bytes.indexOf('\n'); at >= 0; at = bytes.indexOf('\n', at + 1))
        ++lines;
    return lines;
}

} // namespace

void FeedSlicer::add(const QByteArray &bytes)
{
    m_bytes += bytes;
    if (!m_isLeftWhole)
        scan();
}

std::optional<QByteArray> FeedSlicer::take()
{
    if (m_whole < m_sliceSize || m_whole == 0)
        return std::nullopt;
    const QByteArrayView whole = QByteArrayView(m_bytes).first(m_whole);
    QByteArray slice = m_head;
    slice.reserve(m_head.size() + whole.size() + 100);
    slice.append(whole);
    for (auto element = m_open.crbegin(); element != m_open.crend(); ++element)
        slice += "</" + *element + '>';
    m_lineShift = m_taken;
    m_taken += linesIn(whole);
    m_bytes.remove(0, m_whole);
    m_at -= m_whole;
    m_whole = 0;
    return slice;
}

QByteArray FeedSlicer::rest()
{
    m_lineShift = m_taken;
    return m_head + m_bytes;
}

void FeedSlicer::scan()
{
    while (!m_isLeftWhole) {
        const qsizetype at = m_bytes.indexOf('<', m_at);
        m_at = at < 0 ? m_bytes.size() : at;
        if (at < 0 || m_bytes.size() - at < kLongestMark)
            return;
        const char kind = m_bytes[at + 1];
        const qsizetype nameBegin = kind == '/' ? at + 2 : at + 1;
        const bool isOfNoInterest = !m_entry.isEmpty() && kind != '!' && kind != '?'
                                    && qstrnicmp(m_bytes.constData() + nameBegin, m_entry.constData(), std::size_t(m_entry.size())) != 0;
        if (isOfNoInterest) {
            m_at = nameBegin;
            continue;
        }
        const qsizetype end = endOfMarkup(at);
        if (end < 0)
            return;
        m_at = end;
        if (kind != '!' && kind != '?')
            noteTag({.at = at, .end = end, .name = nameAt(m_bytes, nameBegin, end), .isEnd = kind == '/',
                     .isEmpty = m_bytes[end - 2] == '/'});
    }
}

void FeedSlicer::noteTag(const Tag &tag)
{
    const QByteArray lower = tag.name.toLower();
    if (m_entry.isEmpty()) {
        if (!tag.isEnd && (lower == "item" || lower == "entry")) {
            m_isLeftWhole = m_open.isEmpty() || m_open.size() > kDeepest;
            m_entry = lower;
            m_head = m_bytes.left(tag.at);
            m_bytes.remove(0, tag.at);
            m_at = tag.end - tag.at;
        } else if (tag.isEnd) {
            m_isLeftWhole = m_open.isEmpty() || m_open.takeLast() != tag.name;
        } else if (!tag.isEmpty) {
            m_open.append(tag.name);
        }
    }
    if (m_entry.isEmpty() || lower != m_entry) // a broken tag may have no name either
        return;
    if (tag.isEnd)
        m_depth = std::max(0, m_depth - 1);
    else if (!tag.isEmpty)
        ++m_depth;
    if (m_depth == 0)
        m_whole = m_at;
}

qsizetype FeedSlicer::endOfMarkup(qsizetype at) const
{
    const QByteArrayView from = QByteArrayView(m_bytes).sliced(at);
    const auto after = [&](const char *mark) {
        const qsizetype found = m_bytes.indexOf(mark, at);
        return found < 0 ? found : found + qsizetype(strlen(mark));
    };
    if (from.startsWith("<!--"))
        return after("-->");
    if (from.startsWith("<![CDATA["))
        return after("]]>");
    if (from.startsWith("<?"))
        return after("?>");
    char quote = 0;
    for (qsizetype i = at + 1; i < m_bytes.size(); ++i) {
        const char byte = m_bytes[i];
        if (quote != 0)
            quote = byte == quote ? char(0) : quote;
        else if (byte == '"' || byte == '\'')
            quote = byte;
        else if (byte == '>')
            return i + 1;
    }
    return -1;
}

} // namespace vigie::networks
