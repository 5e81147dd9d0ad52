// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/watchqueryparser.h"

#include "core/text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

using Kind = WatchQuery::Kind;
using Token = QueryToken::Kind;

/// A term, or several of which one is meant: what can be near to something.
bool hasPlaces(const WatchQuery::Node &node)
{
    return node.kind == Kind::Term
           || (node.kind == Kind::Or
               && std::all_of(node.children.begin(), node.children.end(),
                              [](const WatchQuery::Node &child) { return child.kind == Kind::Term; }));
}

} // namespace

Parsed<WatchQuery::Node> WatchQueryParser::parse()
{
    if (auto advanced = advance(); !advanced)
        return tl::unexpected(advanced.error());
    auto root = alternatives();
    if (root && m_token.kind == Token::Close)
        return expected(m_token.start, m_token.length,
                        QT_TRANSLATE_NOOP("WatchQuery", "expected the end of the query: there is no '(' to close"));
    if (root && m_token.kind == Token::Near)
        return expected(m_token.start, m_token.length,
                        QT_TRANSLATE_NOOP("WatchQuery", "expected AND, OR or the end: NEAR joins two words or phrases, no third"));
    return root;
}

Parsed<bool> WatchQueryParser::advance()
{
    auto token = m_lexer.next();
    if (!token)
        return tl::unexpected(token.error());
    m_token = std::move(*token);
    return true;
}

bool WatchQueryParser::startsOperand() const
{
    return m_token.kind == Token::Word || m_token.kind == Token::Phrase || m_token.kind == Token::Open
           || m_token.kind == Token::Not;
}

Parsed<WatchQuery::Node> WatchQueryParser::alternatives()
{
    auto node = conjunction();
    if (!node || m_token.kind != Token::Or)
        return node;
    Node either{.kind = Kind::Or, .children = {std::move(*node)}};
    while (m_token.kind == Token::Or) {
        if (auto advanced = advance(); !advanced)
            return tl::unexpected(advanced.error());
        auto other = conjunction();
        if (!other)
            return other;
        either.children.push_back(std::move(*other));
    }
    return either;
}

Parsed<WatchQuery::Node> WatchQueryParser::conjunction()
{
    auto node = nearness();
    if (!node || !(m_token.kind == Token::And || startsOperand()))
        return node;
    Node both{.kind = Kind::And, .children = {std::move(*node)}};
    while (m_token.kind == Token::And || startsOperand()) {
        if (m_token.kind == Token::And) {
            if (auto advanced = advance(); !advanced)
                return tl::unexpected(advanced.error());
        }
        auto other = nearness();
        if (!other)
            return other;
        both.children.push_back(std::move(*other));
    }
    return both;
}

Parsed<WatchQuery::Node> WatchQueryParser::nearness()
{
    constexpr const char *kTwo
        = QT_TRANSLATE_NOOP("WatchQuery", "expected a word, a phrase or (words joined by OR) on this side of NEAR");
    const QueryToken first = m_token;
    auto left = operand();
    if (!left || m_token.kind != Token::Near)
        return left;
    const QueryToken near = m_token;
    if (!hasPlaces(*left))
        return expected(first.start, near.start - first.start, kTwo);
    int distance = WatchQuery::kUsualDistance;
    if (near.text.size() > 4) {
        bool isNumber = false;
        distance = QStringView(near.text).mid(5).toInt(&isNumber);
        if (!isNumber || distance < 1 || distance > WatchQuery::kMaxDistance)
            return expected(near.start, near.length,
                            QT_TRANSLATE_NOOP("WatchQuery", "expected NEAR/ and a number of words from 1 to %1"),
                            QString::number(WatchQuery::kMaxDistance));
    }
    if (auto advanced = advance(); !advanced)
        return tl::unexpected(advanced.error());
    const QueryToken second = m_token;
    auto right = operand();
    if (!right)
        return right;
    if (!hasPlaces(*right))
        return expected(second.start, second.length, kTwo);
    return Node{.kind = Kind::Near, .children = {std::move(*left), std::move(*right)}, .number = double(distance)};
}

Parsed<WatchQuery::Node> WatchQueryParser::operand()
{
    const QueryToken token = m_token;
    if (!startsOperand())
        return expected(token.start, token.length,
                        QT_TRANSLATE_NOOP("WatchQuery", "expected a word, a phrase, a field, NOT or '('"));
    if (++m_depth > WatchQuery::kMaxDepth)
        return expected(token.start, token.length,
                        QT_TRANSLATE_NOOP("WatchQuery", "expected at most %1 nested parentheses and negations"),
                        QString::number(WatchQuery::kMaxDepth));
    if (auto advanced = advance(); !advanced)
        return tl::unexpected(advanced.error());
    auto node = operandFrom(token);
    --m_depth;
    return node;
}

Parsed<WatchQuery::Node> WatchQueryParser::operandFrom(const QueryToken &token)
{
    if (token.kind == Token::Phrase)
        return term(token, token.text, token.isPrefix);
    if (token.kind == Token::Word)
        return word(token);
    if (token.kind == Token::Open)
        return group(token);
    auto negated = operand();
    if (!negated)
        return negated;
    return Node{.kind = Kind::Not, .children = {std::move(*negated)}};
}

Parsed<WatchQuery::Node> WatchQueryParser::group(const QueryToken &open)
{
    auto inner = alternatives();
    if (!inner)
        return inner;
    if (m_token.kind != Token::Close)
        return expected(m_token.start, m_token.length,
                        QT_TRANSLATE_NOOP("WatchQuery", "expected ')' for the '(' in column %1"),
                        QString::number(open.start + 1));
    if (auto advanced = advance(); !advanced)
        return tl::unexpected(advanced.error());
    return inner;
}

Parsed<WatchQuery::Node> WatchQueryParser::word(const QueryToken &token)
{
    if (token.text == u"*")
        return Node{.kind = Kind::Everything};
    if (auto field = queryField(token))
        return *field;
    const qsizetype star = token.text.indexOf(u'*');
    if (star >= 0 && !QStringView(token.text).mid(star).toString().remove(u'*').isEmpty())
        return expected(token.start + star, 1, QT_TRANSLATE_NOOP("WatchQuery", "expected '*' only at the end of a word"));
    return term(token, token.text, false);
}

Parsed<WatchQuery::Node> WatchQueryParser::term(const QueryToken &token, const QString &text, bool isPrefix)
{
    QString value = text.simplified();
    while (value.endsWith(u'*')) {
        value = value.chopped(1).trimmed();
        isPrefix = true;
    }
    if (core::folded(value).trimmed().isEmpty())
        return expected(token.start, token.length, QT_TRANSLATE_NOOP("WatchQuery", "expected something to look for"));
    if (++m_terms > WatchQuery::kMaxTerms)
        return expected(token.start, token.length, QT_TRANSLATE_NOOP("WatchQuery", "expected at most %1 words and phrases"),
                        QString::number(WatchQuery::kMaxTerms));
    return Node{.kind = Kind::Term, .value = isPrefix ? value + u'*' : value};
}

} // namespace vigie::monitoring
