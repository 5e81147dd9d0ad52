// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <vector>

namespace vigie::playbook
{

/// Counted from 1; columns in characters.
struct LineColumn {
    int line = 0;
    int column = 0;

    bool operator==(const LineColumn &) const = default;
};

[[nodiscard]] LineColumn lineColumnAt(const QByteArray &text, qsizetype offset);

/**
 * Where each value of a JSON text stands, which QJsonDocument forgets, and what it hides: repeated names, since it
 * keeps the last one only. Expects a text that QJsonDocument takes; on any other bytes it stops early and never
 * crashes.
 */
class JsonPlaces
{
public:
    struct Remark {
        QString path;
        LineColumn at;
        QString reason;
    };

    /// Paths are written "steps[3].title.fr"; the whole is "".
    explicit JsonPlaces(const QByteArray &json);

    /// The value's place, or that of the nearest thing round it that is there.
    [[nodiscard]] LineColumn at(const QString &path) const;
    /// Repeated names, lists that are too long, nesting that is too deep. Nothing that is within was looked at.
    [[nodiscard]] const std::vector<Remark> &remarks() const { return m_remarks; }

    static constexpr int kMaxDepth = 16;
    static constexpr int kMaxEntries = 500;
    static constexpr int kMaxValues = 100'000;
    static constexpr int kMaxRemarks = 100;

private:
    class Scanner;

    QByteArray m_json; // shared with the caller's, for turning offsets into lines
    QHash<QString, qsizetype> m_offsets;
    std::vector<Remark> m_remarks;
};

} // namespace vigie::playbook
