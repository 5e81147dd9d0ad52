// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace vigie::analysis
{

/// One line of a lexicon that is neither empty nor a comment.
struct LexiconEntry {
    QString section;    ///< the last "[section]" above it; empty before the first
    QStringList fields; ///< split at tabs, trimmed; never empty
    int line = 0;       ///< from 1
};

/**
 * The one format of all lists in resources/lexicons: UTF-8, a line for each entry, fields divided by tabs, "# comment"
 * lines,
 * "[section]" lines. `name` is the file's name for the Error, which is given for bytes that are not UTF-8 and for a
 * section line that does not end.
 */
[[nodiscard]] Result<std::vector<LexiconEntry>> parseLexicon(const QByteArray &bytes, const QString &name);
[[nodiscard]] Result<QByteArray> readLexiconFile(const QString &path);

/// A finite number between -limit and limit, or an Error at the entry.
[[nodiscard]] Result<double> parseWeight(const LexiconEntry &entry, int field, double limit, const QString &name);

} // namespace vigie::analysis
