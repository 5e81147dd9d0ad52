// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/htmltokens.h"

namespace vigie::networks
{
namespace
{

constexpr qsizetype kLongestName = 20;
constexpr std::size_t kMostAttributes = 16;

bool isLetter(QChar unit)
{
    const char16_t c = unit.unicode() | 0x20;
    return c >= u'a' && c <= u'z';
}

bool isBlank(QChar unit)
{
    return unit == u' ' || unit == u'\t' || unit == u'\n' || unit == u'\r' || unit == u'\f';
}

} // namespace

QStringView HtmlToken::attribute(QStringView wanted) const
{
    for (const auto &[attributeName, value] : attributes) {
        if (attributeName.compare(wanted, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

HtmlToken HtmlTokens::next()
{
    HtmlToken token;
    while (m_at < m_html.size()) {
        const qsizetype start = m_at;
        // Text runs to the next "<" that really opens something.
        for (; m_at < m_html.size(); ++m_at) {
            if (m_html[m_at] != u'<' || m_at + 1 >= m_html.size())
                continue;
            const QChar following = m_html[m_at + 1];
            if (isLetter(following) || following == u'!' || following == u'?' || following == u'/')
                break;
        }
        if (m_at > start) {
            token.kind = HtmlToken::Kind::Text;
            token.text = m_html.mid(start, m_at - start);
            return token;
        }
        const bool isEnd = m_html[m_at + 1] == u'/';
        const qsizetype nameAt = m_at + (isEnd ? 2 : 1);
        if (nameAt >= m_html.size() || !isLetter(m_html[nameAt])) {
            skipMarkupDeclaration();
            continue;
        }
        qsizetype end = nameAt;
        while (end < m_html.size() && !isBlank(m_html[end]) && m_html[end] != u'/' && m_html[end] != u'>')
            ++end;
        token.name = m_html.mid(nameAt, std::min(end - nameAt, kLongestName)).toString().toLower();
        m_at = end;
        readAttributes(token);
        if (m_at >= m_html.size())
            break; // the text ends within the tag: what is left is no text
        ++m_at;
        token.kind = isEnd ? HtmlToken::Kind::EndTag : HtmlToken::Kind::StartTag;
        return token;
    }
    m_at = m_html.size();
    return {};
}

void HtmlTokens::skipMarkupDeclaration()
{
    const QStringView rest = m_html.mid(m_at);
    qsizetype end = -1;
    if (rest.startsWith(u"<!--")) {
        if (rest.startsWith(u"<!-->")) {
            end = 5;
        } else if (rest.startsWith(u"<!--->")) {
            end = 6;
        } else {
            const qsizetype usual = rest.indexOf(u"-->", 4);
            const qsizetype odd = rest.left(usual < 0 ? rest.size() : usual).indexOf(u"--!>", 4);
            end = odd >= 0 ? odd + 4 : (usual >= 0 ? usual + 3 : -1);
        }
    } else if (const qsizetype close = rest.indexOf(u'>'); close >= 0) {
        end = close + 1;
    }
    m_at = end < 0 ? m_html.size() : m_at + end;
}

void HtmlTokens::readAttributes(HtmlToken &token)
{
    const qsizetype size = m_html.size();
    while (m_at < size) {
        while (m_at < size && (isBlank(m_html[m_at]) || m_html[m_at] == u'/'))
            ++m_at;
        if (m_at >= size || m_html[m_at] == u'>')
            return;
        const qsizetype nameAt = m_at++; // an "=" may begin a name
        while (m_at < size && !isBlank(m_html[m_at]) && m_html[m_at] != u'/' && m_html[m_at] != u'>'
               && m_html[m_at] != u'=')
            ++m_at;
        const QStringView name = m_html.mid(nameAt, m_at - nameAt);
        while (m_at < size && isBlank(m_html[m_at]))
            ++m_at;
        QStringView value;
        if (m_at < size && m_html[m_at] == u'=') {
            ++m_at;
            while (m_at < size && isBlank(m_html[m_at]))
                ++m_at;
            if (m_at < size && (m_html[m_at] == u'"' || m_html[m_at] == u'\'')) {
                const QChar quote = m_html[m_at++];
                const qsizetype close = m_html.indexOf(quote, m_at);
                value = m_html.mid(m_at, close < 0 ? -1 : close - m_at);
                m_at = close < 0 ? size : close + 1;
            } else {
                const qsizetype valueAt = m_at;
                while (m_at < size && !isBlank(m_html[m_at]) && m_html[m_at] != u'>')
                    ++m_at;
                value = m_html.mid(valueAt, m_at - valueAt);
            }
        }
        if (token.attributes.size() < kMostAttributes)
            token.attributes.emplace_back(name, value);
    }
}

QStringView HtmlTokens::skipRawText(QStringView elementName)
{
    const qsizetype start = m_at;
    for (qsizetype at = m_at;;) {
        at = m_html.indexOf(u"</", at);
        if (at < 0)
            break;
        const QStringView name = m_html.mid(at + 2, elementName.size());
        const qsizetype behind = at + 2 + elementName.size();
        if (name.compare(elementName, Qt::CaseInsensitive) == 0
            && (behind >= m_html.size() || isBlank(m_html[behind]) || m_html[behind] == u'/'
                || m_html[behind] == u'>')) {
            const qsizetype close = m_html.indexOf(u'>', behind);
            m_at = close < 0 ? m_html.size() : close + 1;
            return m_html.mid(start, at - start);
        }
        at += 2;
    }
    m_at = m_html.size();
    return m_html.mid(start);
}

} // namespace vigie::networks
