// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/watchquerylexer.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

using Kind = QueryToken::Kind;

bool isQuote(QChar c)
{
    return c == u'"' || c == u'“' || c == u'”' || c == u'„' || c == u'«' || c == u'»';
}

Kind kindOf(QStringView text)
{
    if (text == u"AND")
        return Kind::And;
    if (text == u"OR")
        return Kind::Or;
    if (text == u"NOT")
        return Kind::Not;
    if (text == u"NEAR" || text.startsWith(u"NEAR/"))
        return Kind::Near;
    return Kind::Word;
}

} // namespace

Parsed<QueryToken> WatchQueryLexer::next()
{
    while (m_at < m_query.size() && m_query[m_at].isSpace())
        ++m_at;
    const qsizetype start = m_at;
    if (m_at == m_query.size())
        return QueryToken{.kind = Kind::End, .start = start, .length = 1};
    const QChar c = m_query[m_at];
    if (c == u'(' || c == u')') {
        ++m_at;
        return QueryToken{.kind = c == u'(' ? Kind::Open : Kind::Close, .start = start, .length = 1};
    }
    if (isQuote(c))
        return phrase();
    if (c == u'-' && m_at + 1 < m_query.size() && !m_query[m_at + 1].isSpace()) {
        ++m_at;
        return QueryToken{.kind = Kind::Not, .start = start, .length = 1};
    }
    return word();
}

/// The text between quotation marks; stands on the opening one, ends behind the closing one.
Parsed<QString> WatchQueryLexer::quotedText()
{
    const qsizetype start = m_at++;
    while (m_at < m_query.size() && !isQuote(m_query[m_at]))
        ++m_at;
    if (m_at == m_query.size())
        return expected(start, m_query.size() - start,
                        QT_TRANSLATE_NOOP("WatchQuery", "expected a closing quotation mark for the one opened here"));
    return m_query.mid(start + 1, m_at++ - start - 1).toString();
}

Parsed<QueryToken> WatchQueryLexer::phrase()
{
    QueryToken token{.kind = Kind::Phrase, .start = m_at};
    auto text = quotedText();
    if (!text)
        return tl::unexpected(text.error());
    token.text = std::move(*text);
    while (m_at < m_query.size() && m_query[m_at] == u'*') {
        token.isPrefix = true;
        ++m_at;
    }
    token.length = m_at - token.start;
    return token;
}

Parsed<QueryToken> WatchQueryLexer::word()
{
    QueryToken token{.start = m_at};
    while (m_at < m_query.size()) {
        const QChar c = m_query[m_at];
        if (c.isSpace() || c == u'(' || c == u')' || isQuote(c))
            break;
        ++m_at;
    }
    const QStringView text = m_query.mid(token.start, m_at - token.start);
    token.text = text.toString();
    token.kind = kindOf(text);
    if (token.kind == Kind::Word && text.size() > 1 && text.endsWith(u':') && m_at < m_query.size() && isQuote(m_query[m_at])) {
        auto quoted = quotedText();
        if (!quoted)
            return tl::unexpected(quoted.error());
        token.quoted = std::move(*quoted);
        token.hasQuoted = true;
    }
    token.length = m_at - token.start;
    return token;
}

} // namespace vigie::monitoring
