// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/watchquery.h"

#include <tl/expected.hpp>

namespace vigie::monitoring
{

template <typename T>
using Parsed = tl::expected<T, QueryProblem>;

[[nodiscard]] inline tl::unexpected<QueryProblem> expected(qsizetype start, qsizetype length, const char *what,
                                                           QString argument = {})
{
    return tl::unexpected<QueryProblem>(
        QueryProblem{start, std::max<qsizetype>(length, 1), what, std::move(argument)});
}

struct QueryToken {
    enum class Kind { Word, Phrase, Open, Close, And, Or, Not, Near, End };
    Kind kind = Kind::End;
    QString text = {};
    QString quoted = {};   ///< of a word that ends in ':', the quoted value right behind it
    bool hasQuoted = false;
    bool isPrefix = false; ///< a phrase with '*' behind it
    qsizetype start = 0;
    qsizetype length = 0;
};

/// One token at a time, with its place; AND, OR, NOT and NEAR only in capitals.
class WatchQueryLexer
{
public:
    explicit WatchQueryLexer(QStringView query) : m_query(query) {}
    [[nodiscard]] Parsed<QueryToken> next();

private:
    [[nodiscard]] Parsed<QueryToken> phrase();
    [[nodiscard]] Parsed<QueryToken> word();
    [[nodiscard]] Parsed<QString> quotedText();

    QStringView m_query;
    qsizetype m_at = 0;
};

} // namespace vigie::monitoring
