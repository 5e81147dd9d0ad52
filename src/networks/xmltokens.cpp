// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/xmltokens.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

// Each is looked for among the others.
constexpr std::size_t kMostAttributes = 32;
constexpr std::size_t kMostDeclared = 64;

bool isBlank(char16_t unit)
{
    return unit == u' ' || unit == u'\n' || unit == u'\t';
}

bool isNameUnit(char16_t unit)
{
    const char16_t letter = unit | 0x20;
    return (letter >= u'a' && letter <= u'z' && unit < 0x80) || (unit >= u'0' && unit <= u'9') || unit == u'_' || unit == u'-'
           || unit == u'.' || unit == u':';
}

bool beginsName(char16_t unit)
{
    const char16_t letter = unit | 0x20;
    return (letter >= u'a' && letter <= u'z' && unit < 0x80) || unit == u'_';
}

qsizetype prefixLength(QStringView qualifiedName)
{
    const auto colon = std::find(qualifiedName.begin(), qualifiedName.end(), u':');
    return colon == qualifiedName.end() ? 0 : colon - qualifiedName.begin();
}

QStringView localName(QStringView qualifiedName)
{
    const qsizetype prefix = prefixLength(qualifiedName);
    return prefix == 0 ? qualifiedName : qualifiedName.sliced(prefix + 1);
}

bool isDeclaration(QStringView qualifiedName)
{
    return qualifiedName == u"xmlns" || qualifiedName.startsWith(u"xmlns:");
}

/// Units that a text or a value may hold as they are. A carriage return is another character afterwards.
bool isPlain(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        if (unit < 0x20 ? !isBlank(unit) : unit >= 0xfffe)
            return false;
        if (unit >= 0xd800 && unit < 0xe000) {
            if (unit >= 0xdc00 || i + 1 == text.size() || !text[i + 1].isLowSurrogate())
                return false;
            ++i;
        }
    }
    return true;
}

/// What "&body;" stands for; empty where it is none of those known here.
QString referred(QStringView body)
{
    static constexpr std::array<std::pair<QStringView, char16_t>, 5> kNamed{
        {{u"lt", u'<'}, {u"gt", u'>'}, {u"amp", u'&'}, {u"quot", u'"'}, {u"apos", u'\''}}};
    for (const auto &[name, unit] : kNamed) {
        if (body == name)
            return QString(QChar(unit));
    }
    constexpr qsizetype kMostDigits = 7;
    if (body.size() < 2 || body.size() > kMostDigits + 1 || body[0] != u'#')
        return {};
    uint code = 0;
    for (const QChar digit : body.sliced(1)) {
        if (digit < u'0' || digit > u'9')
            return {};
        code = code * 10 + uint(digit.unicode() - u'0');
    }
    const bool isCharacter = code >= 0x20 && (code < 0xd800 || code >= 0xe000) && code != 0xfffe && code != 0xffff && code <= 0x10ffff;
    return isCharacter ? QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1) : QString();
}

} // namespace

ThoroughXmlTokens::ThoroughXmlTokens(const QString &xml, const QXmlStreamNamespaceDeclarations &undeclared) : m_xml(xml)
{
    m_xml.addExtraNamespaceDeclarations(undeclared);
}

XmlTokens::Kind ThoroughXmlTokens::next()
{
    if (m_xml.atEnd())
        return m_kind = m_xml.hasError() ? Kind::Failed : Kind::Over;
    m_attributes.clear();
    switch (m_xml.readNext()) {
    case QXmlStreamReader::StartElement:
        m_held = m_xml.attributes();
        for (const QXmlStreamAttribute &attribute : std::as_const(m_held))
            m_attributes.push_back({attribute.qualifiedName(), attribute.value()});
        m_declaresNamespaces = !m_xml.namespaceDeclarations().isEmpty();
        m_kind = Kind::Start;
        break;
    case QXmlStreamReader::EndElement:
        m_kind = Kind::End;
        break;
    case QXmlStreamReader::Characters:
        m_kind = Kind::Text;
        break;
    case QXmlStreamReader::Invalid:
        m_kind = Kind::Failed;
        break;
    default:
        m_kind = Kind::Other;
        break;
    }
    m_name = m_xml.name();
    m_namespace = m_xml.namespaceUri();
    m_text = m_xml.text();
    return m_kind;
}

Place ThoroughXmlTokens::place() const
{
    return {{}, int(m_xml.lineNumber()), int(m_xml.columnNumber()) + 1};
}

XmlTokens::Kind QuickXmlTokens::next()
{
    if (m_kind == Kind::Failed || m_kind == Kind::Over)
        return m_kind;
    // The namespaces of an element end with it, but only after it was looked at.
    if (m_kind == Kind::End) {
        while (!m_declared.empty() && m_declared.back().depth > m_open.size())
            m_declared.pop_back();
    }
    m_resolved.clear();
    if (std::exchange(m_endsAtOnce, false)) {
        m_open.pop_back();
        return m_kind = Kind::End; // its name and namespace are still there
    }
    return m_kind = take();
}

XmlTokens::Kind QuickXmlTokens::take()
{
    if (m_open.empty()) {
        skipBlanks();
        if (m_at == m_xml.size())
            return m_hasRoot ? Kind::Over : Kind::Failed;
    }
    if (m_at == m_xml.size())
        return Kind::Failed;
    if (m_xml[m_at] != u'<')
        return m_open.empty() ? Kind::Failed : takeText();
    if (m_at + 1 == m_xml.size())
        return Kind::Failed;
    const char16_t kind = m_xml[m_at + 1].unicode();
    if (kind == u'!')
        return takeVerbatim();
    if (kind == u'/')
        return takeEnd();
    return m_open.empty() && m_hasRoot ? Kind::Failed : takeStart();
}

XmlTokens::Kind QuickXmlTokens::takeText()
{
    const qsizetype end = m_xml.indexOf(u'<', m_at);
    if (end < 0)
        return Kind::Failed;
    const QStringView raw = m_xml.sliced(m_at, end - m_at);
    const bool isOdd = raw.contains(u']') && raw.contains(u"]]>");
    const auto text = isOdd ? std::nullopt : resolved(raw);
    if (!text)
        return Kind::Failed;
    m_at = end;
    m_text = *text;
    return Kind::Text;
}

/// A comment, or a section of text that is no markup.
XmlTokens::Kind QuickXmlTokens::takeVerbatim()
{
    const QStringView rest = m_xml.sliced(m_at);
    const bool isComment = rest.startsWith(u"<!--");
    const QStringView mark = isComment ? u"--" : u"]]>";
    const qsizetype begin = isComment ? 4 : 9;
    if (!isComment && (m_open.empty() || !rest.startsWith(u"<![CDATA[")))
        return Kind::Failed;
    const qsizetype end = rest.indexOf(mark, begin);
    if (end < 0 || !isPlain(rest.sliced(begin, end - begin)))
        return Kind::Failed;
    m_at += end + 3;
    if (isComment)
        return end + 2 < rest.size() && rest[end + 2] == u'>' ? Kind::Other : Kind::Failed;
    m_text = rest.sliced(begin, end - begin);
    return Kind::Text;
}

XmlTokens::Kind QuickXmlTokens::takeStart()
{
    ++m_at;
    const QStringView qualified = takeName();
    if (qualified.isEmpty())
        return Kind::Failed;
    m_open.push_back(qualified);
    m_hasRoot = true;
    m_attributes.clear();
    for (;;) {
        const qsizetype before = m_at;
        skipBlanks();
        if (m_at == m_xml.size())
            return Kind::Failed;
        if (m_xml[m_at] == u'>' || m_xml[m_at] == u'/')
            break;
        if (m_at == before || !takeAttribute())
            return Kind::Failed;
    }
    m_endsAtOnce = m_xml[m_at] == u'/';
    m_at += m_endsAtOnce ? 1 : 0;
    if (m_at == m_xml.size() || m_xml[m_at] != u'>' || !declareNamespaces())
        return Kind::Failed;
    ++m_at;
    const auto uri = namespaceOf(qualified);
    m_name = localName(qualified);
    m_namespace = uri.value_or(QStringView());
    return uri ? Kind::Start : Kind::Failed;
}

XmlTokens::Kind QuickXmlTokens::takeEnd()
{
    m_at += 2;
    const QStringView qualified = takeName();
    skipBlanks();
    if (m_open.empty() || qualified != m_open.back() || m_at == m_xml.size() || m_xml[m_at] != u'>')
        return Kind::Failed;
    ++m_at;
    m_name = localName(qualified);
    m_namespace = namespaceOf(qualified).value_or(QStringView());
    m_open.pop_back();
    return Kind::End;
}

bool QuickXmlTokens::takeAttribute()
{
    const QStringView name = takeName();
    skipBlanks();
    if (name.isEmpty() || m_at == m_xml.size() || m_xml[m_at] != u'=')
        return false;
    ++m_at;
    skipBlanks();
    if (m_at == m_xml.size() || (m_xml[m_at] != u'"' && m_xml[m_at] != u'\''))
        return false;
    const qsizetype begin = m_at + 1;
    const qsizetype end = m_xml.indexOf(m_xml[m_at], begin);
    if (end < 0)
        return false;
    const QStringView raw = m_xml.sliced(begin, end - begin);
    const bool isOdd = raw.contains(u'<') || raw.contains(u'\n') || raw.contains(u'\t');
    const auto value = isOdd || m_attributes.size() == kMostAttributes ? std::nullopt : resolved(raw);
    if (!value)
        return false;
    m_at = end + 1;
    m_attributes.push_back({name, *value});
    return true;
}

/// A name of ASCII letters with one prefix at the most; empty where there is none.
QStringView QuickXmlTokens::takeName()
{
    const qsizetype begin = m_at;
    while (m_at < m_xml.size() && isNameUnit(m_xml[m_at].unicode()))
        ++m_at;
    const QStringView name = m_xml.sliced(begin, m_at - begin);
    const QStringView local = localName(name);
    const bool isName = !local.isEmpty() && beginsName(name[0].unicode()) && beginsName(local[0].unicode()) && prefixLength(local) == 0;
    return isName ? name : QStringView();
}

void QuickXmlTokens::skipBlanks()
{
    while (m_at < m_xml.size() && isBlank(m_xml[m_at].unicode()))
        ++m_at;
}

/// Of the attributes read last, which then are without these; false where there is something odd about them.
bool QuickXmlTokens::declareNamespaces()
{
    m_declaresNamespaces = false;
    for (const Attribute &attribute : m_attributes) {
        if (!isDeclaration(attribute.qualifiedName))
            continue;
        const QStringView prefix = attribute.qualifiedName.sliced(std::min<qsizetype>(attribute.qualifiedName.size(), 6));
        const bool isOdd = prefix == u"xml" || prefix == u"xmlns" || (attribute.value.isEmpty() && !prefix.isEmpty())
                           || attribute.value.startsWith(u"http://www.w3.org/XML/") || attribute.value.startsWith(u"http://www.w3.org/2000/xmlns");
        if (isOdd || m_declared.size() == kMostDeclared)
            return false;
        m_declared.push_back({prefix, attribute.value.toString(), m_open.size()});
        m_declaresNamespaces = true;
    }
    for (auto one = m_attributes.begin(); one != m_attributes.end(); ++one) {
        const auto isAlike = [&](const Attribute &other) { return localName(other.qualifiedName) == localName(one->qualifiedName); };
        if (std::any_of(m_attributes.begin(), one, isAlike))
            return false; // perhaps twice the same
        const bool isKnown = isDeclaration(one->qualifiedName) || prefixLength(one->qualifiedName) == 0 || namespaceOf(one->qualifiedName);
        if (!isKnown)
            return false;
    }
    if (m_declaresNamespaces)
        std::erase_if(m_attributes, [](const Attribute &attribute) { return isDeclaration(attribute.qualifiedName); });
    return true;
}

std::optional<QStringView> QuickXmlTokens::namespaceOf(QStringView qualifiedName) const
{
    const QStringView prefix = qualifiedName.first(prefixLength(qualifiedName));
    if (prefix == u"xml")
        return u"http://www.w3.org/XML/1998/namespace";
    const auto found = std::find_if(m_declared.rbegin(), m_declared.rend(), [prefix](const Declared &one) { return one.prefix == prefix; });
    if (found != m_declared.rend())
        return found->uri;
    return prefix.isEmpty() ? std::optional(QStringView(u"")) : std::nullopt;
}

std::optional<QStringView> QuickXmlTokens::resolved(QStringView raw)
{
    constexpr qsizetype kLongestReference = 10;
    if (!isPlain(raw))
        return std::nullopt;
    qsizetype at = raw.indexOf(u'&');
    if (at < 0)
        return raw;
    QString text;
    text.reserve(raw.size());
    qsizetype copied = 0;
    for (; at >= 0; at = raw.indexOf(u'&', copied)) {
        const QStringView body = raw.sliced(at + 1, std::min(kLongestReference, raw.size() - at - 1));
        const qsizetype length = body.indexOf(u';');
        const QString character = length > 0 ? referred(body.first(length)) : QString();
        if (character.isEmpty())
            return std::nullopt;
        text += raw.sliced(copied, at - copied);
        text += character;
        copied = at + length + 2;
    }
    text += raw.sliced(copied);
    m_resolved.push_back(std::move(text));
    return m_resolved.back();
}

} // namespace vigie::networks
