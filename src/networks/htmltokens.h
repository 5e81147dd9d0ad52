// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <utility>
#include <vector>

namespace vigie::networks
{

struct HtmlToken {
    enum class Kind { Text, StartTag, EndTag, End };

    Kind kind = Kind::End;
    QStringView text; ///< of a Text token, entities not resolved
    QString name;     ///< of a tag, lower case, cut to 20 units: longer ones are no element we know
    std::vector<std::pair<QStringView, QStringView>> attributes; ///< at most 16; entities not resolved

    [[nodiscard]] QStringView attribute(QStringView wanted) const;
};

/**
 * Cuts HTML into text and tags as the HTML standard's tokeniser does. Comments, doctypes and processing instructions
 * are skipped. Linear in its input, without recursion. The text must outlive the tokens.
 */
class HtmlTokens
{
public:
    explicit HtmlTokens(QStringView html) : m_html(html) {}

    [[nodiscard]] qsizetype size() const { return m_html.size(); } ///< of the whole text
    [[nodiscard]] HtmlToken next();
    /// Moves behind the end tag of an element whose content is no markup (script, style, …), or to the end of the text.
    QStringView skipRawText(QStringView elementName);

private:
    void skipMarkupDeclaration();
    void readAttributes(HtmlToken &token);

    QStringView m_html;
    qsizetype m_at = 0;
};

} // namespace vigie::networks
