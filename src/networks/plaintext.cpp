// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/plaintext.h"

#include "core/text.h"
#include "networks/htmlentities.h"
#include "networks/htmltokens.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

// An own tokeniser rather than a tree builder: a tree of hostile HTML can be deep enough to overflow the stack of whoever
// destroys it, and repairing misnested markup can take quadratic memory. Plain text needs neither.

constexpr std::size_t kMaxDepth = 256;

enum class Role {
    Inline,
    Block,     ///< stands on lines of its own
    Paragraph, ///< a blank line around it
    Item,
    List,
    OrderedList,
    Cell,
    Break,
    Image,
    Preformatted,
    Void,    ///< no content, no effect
    RawText, ///< content is no markup and no text for a reader
    Hidden,  ///< content is markup, but not for a reader
};

Role roleOf(const QString &name)
{
    static const QHash<QString, Role> roles = [] {
        QHash<QString, Role> table;
        const auto add = [&table](Role role, std::initializer_list<const char *> names) {
            for (const char *const element : names)
                table.insert(QString::fromLatin1(element), role);
        };
        add(Role::Block, {"address", "article", "aside", "body", "caption", "center", "dd", "details", "dialog", "dir",
                          "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup",
                          "html", "legend", "main", "menu", "nav", "optgroup", "option", "search", "section",
                          "summary", "table", "tbody", "tfoot", "thead", "tr"});
        add(Role::Paragraph, {"p", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"});
        add(Role::Item, {"li"});
        add(Role::List, {"ul"});
        add(Role::OrderedList, {"ol"});
        add(Role::Cell, {"td", "th"});
        add(Role::Break, {"br", "hr"});
        add(Role::Image, {"img"});
        add(Role::Preformatted, {"pre", "listing"});
        add(Role::Void, {"area", "base", "basefont", "bgsound", "col", "embed", "frame", "input", "keygen", "link",
                         "meta", "param", "source", "track", "wbr"});
        add(Role::RawText, {"script", "style", "iframe", "noembed", "noframes", "title", "plaintext"});
        add(Role::Hidden, {"template", "svg", "datalist"});
        return table;
    }();
    return roles.value(name, Role::Inline);
}

bool isBlank(QChar unit)
{
    return unit == u' ' || unit == u'\t' || unit == u'\n' || unit == u'\r' || unit == u'\f';
}

bool hasClass(const HtmlToken &token, QStringView wanted)
{
    const QStringView classes = token.attribute(u"class");
    if (!classes.contains(wanted))
        return false;
    const QList<QStringView> all = classes.split(u' ', Qt::SkipEmptyParts);
    return std::any_of(all.begin(), all.end(), [wanted](QStringView name) { return name == wanted; });
}

class PlainTextWriter
{
public:
    explicit PlainTextWriter(QStringView html) : m_tokens(html) {}

    [[nodiscard]] QString write();

private:
    struct Element {
        QString name;
        Role role = Role::Inline;
        bool isHidden = false;
        bool endsInEllipsis = false;
        int nextItem = 0; ///< of an ordered list
    };

    void open(const HtmlToken &token);
    void close(const QString &name);
    void pop();
    void pushElement(const HtmlToken &token, Role role);
    void closeParagraph();
    void beginItem();
    void appendText(QStringView text);
    void appendUnit(QChar unit);
    void appendVisible(QStringView text);
    void breakLine();
    void wantBreaks(int count);
    void flushBreaks();

    HtmlTokens m_tokens;
    QString m_out;
    std::vector<Element> m_open;
    int m_overflow = 0; ///< elements opened beyond kMaxDepth
    int m_hidden = 0;
    int m_preformatted = 0;
    int m_breaks = 0; ///< line breaks owed before the next visible unit
    bool m_space = false; ///< a blank owed before the next visible unit
    bool m_afterMarker = false; ///< "- " stands there: what follows stays on its line
};

QString PlainTextWriter::write()
{
    m_out.reserve(std::min(m_tokens.size(), qsizetype(Post::kMaxTextLength)));
    while (m_out.size() <= Post::kMaxTextLength) {
        const HtmlToken token = m_tokens.next();
        switch (token.kind) {
        case HtmlToken::Kind::Text:
            appendText(token.text);
            break;
        case HtmlToken::Kind::StartTag:
            open(token);
            break;
        case HtmlToken::Kind::EndTag:
            close(token.name);
            break;
        case HtmlToken::Kind::End:
            while (!m_open.empty())
                pop();
            return m_out;
        }
    }
    return m_out;
}

void PlainTextWriter::open(const HtmlToken &token)
{
    const Role role = roleOf(token.name);
    switch (role) {
    case Role::Void:
        return;
    case Role::RawText:
        m_tokens.skipRawText(token.name);
        return;
    case Role::Break:
        breakLine();
        return;
    case Role::Image:
        // Emoji are often pictures whose alternative text is the character itself.
        if (token.attribute(u"class").contains(u"emoji") || hasClass(token, u"wp-smiley"))
            appendVisible(withEntitiesResolved(token.attribute(u"alt").left(40)));
        return;
    case Role::Cell:
        m_space = true;
        break;
    case Role::Paragraph:
        closeParagraph();
        wantBreaks(2);
        break;
    case Role::Block:
    case Role::List:
    case Role::OrderedList:
    case Role::Preformatted:
        closeParagraph();
        wantBreaks(1);
        break;
    case Role::Item:
        closeParagraph();
        beginItem();
        break;
    case Role::Inline:
    case Role::Hidden:
        break;
    }
    pushElement(token, role);
}

void PlainTextWriter::pushElement(const HtmlToken &token, Role role)
{
    if (m_open.size() >= kMaxDepth) {
        ++m_overflow;
        return;
    }
    Element element;
    element.name = token.name;
    element.role = role;
    if (token.name == u"span"_s) {
        element.isHidden = hasClass(token, u"invisible");
        element.endsInEllipsis = hasClass(token, u"ellipsis");
    }
    element.isHidden = element.isHidden || role == Role::Hidden;
    if (role == Role::OrderedList) {
        bool isNumber = false;
        const int start = token.attribute(u"start").toInt(&isNumber);
        element.nextItem = isNumber ? std::clamp(start, -99'999, 99'999) : 1;
    }
    m_hidden += element.isHidden ? 1 : 0;
    m_preformatted += role == Role::Preformatted ? 1 : 0;
    m_open.push_back(std::move(element));
}

void PlainTextWriter::beginItem()
{
    // An item ends the one before it in the same list.
    for (std::size_t i = m_open.size(); i > 0; --i) {
        const Role role = m_open[i - 1].role;
        if (role == Role::List || role == Role::OrderedList)
            break;
        if (role == Role::Item) {
            while (m_open.size() >= i)
                pop();
            break;
        }
    }
    m_afterMarker = false;
    wantBreaks(1);
    const auto list = std::find_if(m_open.rbegin(), m_open.rend(), [](const Element &element) {
        return element.role == Role::List || element.role == Role::OrderedList;
    });
    if (list != m_open.rend() && list->role == Role::OrderedList)
        appendVisible(QString::number(list->nextItem++) + u". "_s);
    else
        appendVisible(u"- "_s);
    m_afterMarker = m_hidden == 0;
}

void PlainTextWriter::closeParagraph()
{
    for (std::size_t i = m_open.size(); i > 0; --i) {
        if (m_open[i - 1].role == Role::Cell || m_open[i - 1].role == Role::Item)
            return;
        if (m_open[i - 1].name == u"p"_s) {
            while (m_open.size() >= i)
                pop();
            return;
        }
    }
}

void PlainTextWriter::close(const QString &name)
{
    if (m_overflow > 0) {
        const Role role = roleOf(name);
        if (role != Role::Void && role != Role::Image && role != Role::Break) {
            --m_overflow;
            if (role == Role::Block || role == Role::Paragraph)
                wantBreaks(1);
            return;
        }
    }
    if (name == u"br"_s) {
        breakLine(); // as browsers read </br>
        return;
    }
    bool isCrossed = false;
    for (std::size_t i = m_open.size(); i > 0; --i) {
        if (m_open[i - 1].name == name) {
            if (isCrossed && m_open[i - 1].role == Role::Inline) {
                // <b><p></b>: the end of an inline element does not end the block within it.
                m_hidden -= m_open[i - 1].isHidden ? 1 : 0;
                m_open.erase(m_open.begin() + std::ptrdiff_t(i) - 1);
                return;
            }
            while (m_open.size() >= i)
                pop();
            return;
        }
        isCrossed = isCrossed || m_open[i - 1].role != Role::Inline;
    }
    if (name == u"p"_s)
        wantBreaks(2);
}

void PlainTextWriter::pop()
{
    const Element element = std::move(m_open.back());
    m_open.pop_back();
    m_hidden -= element.isHidden ? 1 : 0;
    m_preformatted -= element.role == Role::Preformatted ? 1 : 0;
    switch (element.role) {
    case Role::Paragraph:
        wantBreaks(2);
        break;
    case Role::Block:
    case Role::Item:
    case Role::List:
    case Role::OrderedList:
    case Role::Preformatted:
        wantBreaks(1);
        break;
    case Role::Cell:
        m_space = true;
        break;
    default:
        break;
    }
    if (element.endsInEllipsis)
        appendVisible(u"…"_s);
}

void PlainTextWriter::appendText(QStringView text)
{
    if (m_hidden > 0)
        return;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'&') {
            const CharacterReference reference = characterReferenceAt(text, i);
            if (reference.length > 0) {
                appendVisible(reference.characters);
                i += reference.length - 1;
                continue;
            }
        }
        appendUnit(text[i]);
        if (isBlank(text[i]))
            continue;
        // The rest of a word goes as it is, and the next one behind a single space, too.
        const auto isOfWord = [text](qsizetype at) { return at < text.size() && text[at] != u'&' && !isBlank(text[at]); };
        qsizetype end = i + 1;
        while (isOfWord(end) || (end < text.size() && text[end] == u' ' && isOfWord(end + 1)))
            ++end;
        m_out += text.mid(i + 1, end - i - 1);
        i = end - 1;
    }
}

void PlainTextWriter::appendVisible(QStringView text)
{
    if (m_hidden > 0)
        return;
    for (const QChar unit : text)
        appendUnit(unit);
}

void PlainTextWriter::appendUnit(QChar unit)
{
    if (isBlank(unit) && m_preformatted == 0) {
        m_space = true;
        return;
    }
    flushBreaks();
    if (m_space && !m_out.isEmpty() && !m_out.endsWith(u'\n'))
        m_out += u' ';
    m_space = false;
    m_afterMarker = false;
    m_out += unit;
}

void PlainTextWriter::breakLine()
{
    if (m_hidden > 0 || m_out.isEmpty() || m_afterMarker)
        return;
    // A <br> that ends a block adds nothing to the block's own break.
    m_breaks = std::min(m_breaks + 1, 2);
    m_space = false;
}

void PlainTextWriter::wantBreaks(int count)
{
    if (m_hidden > 0 || m_afterMarker)
        return;
    m_breaks = std::max(m_breaks, count);
    m_space = false;
}

void PlainTextWriter::flushBreaks()
{
    if (m_out.isEmpty()) {
        m_breaks = 0;
        return;
    }
    if (m_breaks == 0)
        return;
    m_out += QString(m_breaks, u'\n');
    m_breaks = 0;
    m_space = false;
}

} // namespace

QString cleanPostText(QStringView text)
{
    QString clean = core::sanitized(text.left(Post::kMaxTextLength * 2)).trimmed();
    if (clean.size() > Post::kMaxTextLength) {
        const bool splitsPair = clean[Post::kMaxTextLength - 1].isHighSurrogate();
        clean.truncate(Post::kMaxTextLength - (splitsPair ? 1 : 0));
    }
    return clean;
}

QString plainTextFromHtml(QStringView html)
{
    return cleanPostText(PlainTextWriter(html.left(kMaxHtmlSize)).write());
}

QString plainTextFromHtml(QByteArrayView utf8)
{
    return plainTextFromHtml(QString::fromUtf8(utf8.first(std::min(utf8.size(), kMaxHtmlSize))));
}

} // namespace vigie::networks
