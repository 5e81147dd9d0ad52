// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/watchquerylexer.h"

namespace vigie::monitoring
{

/// Makes the tree of a query; the grammar is told in watchquery.h. One parser for one query.
class WatchQueryParser
{
public:
    explicit WatchQueryParser(QStringView query) : m_lexer(query) {}
    [[nodiscard]] Parsed<WatchQuery::Node> parse();

private:
    using Node = WatchQuery::Node;

    [[nodiscard]] Parsed<bool> advance();
    [[nodiscard]] bool startsOperand() const;
    [[nodiscard]] Parsed<Node> alternatives();
    [[nodiscard]] Parsed<Node> conjunction();
    [[nodiscard]] Parsed<Node> nearness();
    [[nodiscard]] Parsed<Node> operand();
    [[nodiscard]] Parsed<Node> operandFrom(const QueryToken &token);
    [[nodiscard]] Parsed<Node> group(const QueryToken &open);
    [[nodiscard]] Parsed<Node> word(const QueryToken &token);
    [[nodiscard]] Parsed<Node> term(const QueryToken &token, const QString &text, bool isPrefix);

    WatchQueryLexer m_lexer;
    QueryToken m_token;
    int m_depth = 0;
    int m_terms = 0;
};

/// A field such as lang:fr or followers>=10k; nothing where the word is none.
[[nodiscard]] std::optional<Parsed<WatchQuery::Node>> queryField(const QueryToken &token);

} // namespace vigie::monitoring
