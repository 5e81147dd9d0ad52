// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/watchquery.h"

#include "core/text.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

using Node = WatchQuery::Node;
using Kind = WatchQuery::Kind;

bool isQuote(QChar c)
{
    return c == u'"' || c == u'“' || c == u'”' || c == u'«' || c == u'»';
}

struct Token {
    enum class Kind { Word, Phrase, Open, Close, And, Or, Not, End };
    Kind kind = Kind::End;
    QString text = {};
    bool isPrefix = false; ///< a phrase with '*' behind it
    qsizetype position = 0;
};

tl::unexpected<Error> failHere(qsizetype position, const QString &expected)
{
    return failAt({.file = {}, .column = int(position) + 1}, expected);
}

/// One token at a time, with its position; AND, OR and NOT only in capitals.
class Lexer
{
public:
    explicit Lexer(QStringView query) : m_query(query) {}

    Result<Token> next()
    {
        while (m_at < m_query.size() && m_query[m_at].isSpace())
            ++m_at;
        const qsizetype start = m_at;
        if (m_at == m_query.size())
            return Token{.kind = Token::Kind::End, .position = start};
        const QChar c = m_query[m_at];
        if (c == u'(' || c == u')') {
            ++m_at;
            return Token{.kind = c == u'(' ? Token::Kind::Open : Token::Kind::Close, .position = start};
        }
        if (isQuote(c))
            return phrase();
        if (c == u'-' && m_at + 1 < m_query.size() && !m_query[m_at + 1].isSpace()) {
            ++m_at;
            return Token{.kind = Token::Kind::Not, .position = start};
        }
        return word();
    }

private:
    Result<Token> phrase()
    {
        const qsizetype start = m_at++;
        while (m_at < m_query.size() && !isQuote(m_query[m_at]))
            ++m_at;
        if (m_at == m_query.size())
            return failHere(start, u"expected a closing quotation mark for the one opened here"_s);
        Token token{.kind = Token::Kind::Phrase,
                    .text = m_query.mid(start + 1, m_at - start - 1).toString(),
                    .position = start};
        ++m_at;
        while (m_at < m_query.size() && m_query[m_at] == u'*') {
            token.isPrefix = true;
            ++m_at;
        }
        return token;
    }

    Token word()
    {
        const qsizetype start = m_at;
        while (m_at < m_query.size()) {
            const QChar c = m_query[m_at];
            if (c.isSpace() || c == u'(' || c == u')' || isQuote(c))
                break;
            ++m_at;
        }
        const QStringView text = m_query.mid(start, m_at - start);
        Token token{.kind = Token::Kind::Word, .text = text.toString(), .position = start};
        if (text == u"AND")
            token.kind = Token::Kind::And;
        else if (text == u"OR")
            token.kind = Token::Kind::Or;
        else if (text == u"NOT")
            token.kind = Token::Kind::Not;
        return token;
    }

    QStringView m_query;
    qsizetype m_at = 0;
};

class Parser
{
public:
    explicit Parser(QStringView query) : m_lexer(query) {}

    Result<Node> parse()
    {
        if (auto advanced = advance(); !advanced)
            return fail(advanced.error());
        auto root = alternatives();
        if (root && m_token.kind != Token::Kind::End)
            return failHere(m_token.position, u"expected the end of the query: there is no '(' to close"_s);
        return root;
    }

private:
    Result<> advance()
    {
        auto token = m_lexer.next();
        if (!token)
            return fail(token.error());
        m_token = std::move(*token);
        return {};
    }

    Result<Node> alternatives()
    {
        auto node = conjunction();
        if (!node || m_token.kind != Token::Kind::Or)
            return node;
        Node either{.kind = Kind::Or, .children = {std::move(*node)}};
        while (m_token.kind == Token::Kind::Or) {
            if (auto advanced = advance(); !advanced)
                return fail(advanced.error());
            auto other = conjunction();
            if (!other)
                return other;
            either.children.push_back(std::move(*other));
        }
        return either;
    }

    [[nodiscard]] bool startsOperand() const
    {
        return m_token.kind == Token::Kind::Word || m_token.kind == Token::Kind::Phrase
               || m_token.kind == Token::Kind::Open || m_token.kind == Token::Kind::Not;
    }

    Result<Node> conjunction()
    {
        auto node = operand();
        if (!node || !(m_token.kind == Token::Kind::And || startsOperand()))
            return node;
        Node both{.kind = Kind::And, .children = {std::move(*node)}};
        while (m_token.kind == Token::Kind::And || startsOperand()) {
            if (m_token.kind == Token::Kind::And) {
                if (auto advanced = advance(); !advanced)
                    return fail(advanced.error());
            }
            auto other = operand();
            if (!other)
                return other;
            both.children.push_back(std::move(*other));
        }
        return both;
    }

    Result<Node> operand()
    {
        const Token token = m_token;
        if (!startsOperand())
            return failHere(token.position, u"expected a word, a phrase, a field, NOT or '('"_s);
        if (++m_depth > WatchQuery::kMaxDepth)
            return failHere(token.position,
                            u"expected at most %1 nested parentheses and negations"_s.arg(WatchQuery::kMaxDepth));
        if (auto advanced = advance(); !advanced)
            return fail(advanced.error());
        auto node = operandFrom(token);
        --m_depth;
        return node;
    }

    Result<Node> operandFrom(const Token &token)
    {
        if (token.kind == Token::Kind::Phrase)
            return term(token, token.text, token.isPrefix);
        if (token.kind == Token::Kind::Word)
            return word(token);
        if (token.kind == Token::Kind::Not) {
            auto negated = operand();
            return negated ? Result<Node>(Node{.kind = Kind::Not, .children = {std::move(*negated)}}) : negated;
        }
        auto inner = alternatives();
        if (!inner)
            return inner;
        if (m_token.kind != Token::Kind::Close)
            return failHere(m_token.position, u"expected ')' for the '(' in column %1"_s.arg(token.position + 1));
        if (auto advanced = advance(); !advanced)
            return fail(advanced.error());
        return inner;
    }

    Result<Node> word(const Token &token)
    {
        if (token.text == u"*")
            return Node{.kind = Kind::Everything};
        const qsizetype star = token.text.indexOf(u'*');
        if (star >= 0 && !QStringView(token.text).mid(star).trimmed().toString().remove(u'*').isEmpty())
            return failHere(token.position + star, u"expected '*' only at the end of a word"_s);
        const qsizetype colon = token.text.indexOf(u':');
        const QStringView name = QStringView(token.text).left(std::max<qsizetype>(colon, 0));
        const bool looksLikeField = colon > 0 && !QStringView(token.text).mid(colon + 1).startsWith(u"//")
                                    && std::all_of(name.begin(), name.end(), [](QChar c) { return c.isLetter(); });
        return looksLikeField ? field(token, name, token.text.mid(colon + 1)) : term(token, token.text, false);
    }

    Result<Node> field(const Token &token, QStringView name, const QString &value)
    {
        const qsizetype valuePosition = token.position + name.size() + 1;
        const QString key = core::folded(name);
        Node node{.value = core::folded(value)};
        if (key == u"lang")
            node.kind = Kind::Language;
        else if (key == u"network")
            node.kind = Kind::Network;
        else if (key == u"author")
            node.kind = Kind::Author;
        else
            return failHere(token.position, u"expected lang:, network: or author: (put a text with ':' in quotes)"_s);
        if (node.kind == Kind::Author && node.value.startsWith(u'@'))
            node.value.remove(0, 1);
        if (node.value.isEmpty() || node.value.contains(u'*'))
            return failHere(valuePosition, u"expected a plain value right after '%1:'"_s.arg(key));
        return node;
    }

    Result<Node> term(const Token &token, const QString &text, bool isPrefix)
    {
        QString value = text.simplified();
        while (value.endsWith(u'*')) {
            value = value.chopped(1).trimmed();
            isPrefix = true;
        }
        if (core::folded(value).trimmed().isEmpty())
            return failHere(token.position, u"expected something to look for"_s);
        if (++m_terms > WatchQuery::kMaxTerms)
            return failHere(token.position, u"expected at most %1 words and phrases"_s.arg(WatchQuery::kMaxTerms));
        return Node{.kind = Kind::Term, .value = isPrefix ? value + u'*' : value};
    }

    Lexer m_lexer;
    Token m_token;
    int m_depth = 0;
    int m_terms = 0;
};

QString canonicalText(const Node &node)
{
    const auto joined = [&node](const QString &between) {
        QStringList parts;
        for (const Node &child : node.children)
            parts << canonicalText(child);
        return u'(' + parts.join(between) + u')';
    };
    switch (node.kind) {
    case Kind::Term:
        return node.value.endsWith(u'*') ? u'"' + node.value.chopped(1) + u"\"*"_s : u'"' + node.value + u'"';
    case Kind::Language:
        return u"lang:"_s + node.value;
    case Kind::Network:
        return u"network:"_s + node.value;
    case Kind::Author:
        return u"author:@"_s + node.value;
    case Kind::Everything:
        return u"*"_s;
    case Kind::And:
        return joined(u" AND "_s);
    case Kind::Or:
        return joined(u" OR "_s);
    case Kind::Not:
        return u"NOT "_s + canonicalText(node.children.front());
    }
    return {};
}

} // namespace

WatchQuery::WatchQuery(QString source, Node root)
    : m_source(std::move(source)), m_root(std::make_shared<const Node>(std::move(root)))
{
}

Result<WatchQuery> WatchQuery::parse(QStringView query)
{
    if (query.size() > kMaxLength)
        return failHere(kMaxLength, u"expected at most %1 characters"_s.arg(kMaxLength));
    auto root = Parser(query).parse();
    if (!root)
        return fail(root.error());
    return WatchQuery(query.toString(), std::move(*root));
}

QString WatchQuery::canonical() const
{
    return canonicalText(*m_root);
}

} // namespace vigie::monitoring
