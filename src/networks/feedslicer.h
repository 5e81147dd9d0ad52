// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <optional>

namespace vigie::networks
{

/**
 * Cuts a long XML feed, while it arrives, into feeds of some thousand whole entries, each with the head and the end of the long
 * one: memory does not grow with the feed, and each slice is mended and read as any other feed. A feed shorter than a slice
 * comes out as it came, and so does what is no XML feed or names its entries otherwise than "item" and "entry".
 */
class FeedSlicer
{
public:
    /// A slice is taken as soon as its entries have so many bytes.
    explicit FeedSlicer(qsizetype sliceSize = 1'000'000) : m_sliceSize(sliceSize) {}

    void add(const QByteArray &bytes);
    /// The entries that are whole, once they fill a slice; nothing before.
    [[nodiscard]] std::optional<QByteArray> take();
    /// All that was not taken, when everything has been added.
    [[nodiscard]] QByteArray rest();
    /// Bytes that are held.
    [[nodiscard]] qsizetype size() const { return m_head.size() + m_bytes.size(); }
    /// How many lines of the feed were taken before what was asked for last: what a line in it must be moved by.
    [[nodiscard]] int lineShift() const { return m_lineShift; }

private:
    struct Tag {
        qsizetype at = 0;
        qsizetype end = 0;
        QByteArray name = {};
        bool isEnd = false;
        bool isEmpty = false;
    };
    void scan();
    /// Where what begins with the "<" at `at` ends; -1: not here yet.
    [[nodiscard]] qsizetype endOfMarkup(qsizetype at) const;
    void noteTag(const Tag &tag);

    qsizetype m_sliceSize;
    QByteArray m_bytes; ///< from the first entry on, without what was taken; everything, before there is an entry
    QByteArray m_head;  ///< up to the first entry, once there is one
    QByteArrayList m_open; ///< the elements that are open in the head, as they are written
    QByteArray m_entry; ///< "item" or "entry", once it is known
    qsizetype m_at = 0; ///< in m_bytes: everything before it has been looked at
    qsizetype m_whole = 0; ///< in m_bytes: where the last whole entry ends
    int m_depth = 0;    ///< entries that are open
    int m_taken = 0;    ///< lines
    int m_lineShift = 0;
    bool m_isLeftWhole = false;
};

} // namespace vigie::networks
