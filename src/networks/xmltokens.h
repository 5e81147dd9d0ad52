// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>
#include <QStringView>
#include <QXmlStreamReader>

#include <vector>

namespace vigie::networks
{

/// XML piece by piece, as much of it as the reader of feeds asks for. Views hold until the next piece.
class XmlTokens
{
public:
    enum class Kind { Start, End, Text, Other, Over, Failed };
    struct Attribute {
        QStringView qualifiedName;
        QStringView value;
    };

    XmlTokens() = default;
    virtual ~XmlTokens() = default;
    XmlTokens(const XmlTokens &) = delete;
    XmlTokens &operator=(const XmlTokens &) = delete;

    /// After Over and Failed there is nothing more to ask.
    virtual Kind next() = 0;
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] QStringView name() const { return m_name; } ///< of an element, without its prefix
    [[nodiscard]] QStringView namespaceUri() const { return m_namespace; }
    [[nodiscard]] const std::vector<Attribute> &attributes() const { return m_attributes; } ///< of a Start; no xmlns
    [[nodiscard]] bool declaresNamespaces() const { return m_declaresNamespaces; } ///< a Start
    [[nodiscard]] QStringView text() const { return m_text; } ///< of a Text
    [[nodiscard]] virtual Place place() const = 0;
    [[nodiscard]] virtual QString problem() const = 0; ///< after Failed

protected:
    Kind m_kind = Kind::Other;
    QStringView m_name;
    QStringView m_namespace;
    std::vector<Attribute> m_attributes;
    bool m_declaresNamespaces = false;
    QStringView m_text;
};

/// Everything that Qt's reader understands; says where and why it does not.
class ThoroughXmlTokens : public XmlTokens
{
public:
    /// `undeclared`: prefixes that are used without being declared, and what they stand for.
    explicit ThoroughXmlTokens(const QString &xml, const QXmlStreamNamespaceDeclarations &undeclared = {});
    Kind next() override;
    [[nodiscard]] Place place() const override;
    [[nodiscard]] QString problem() const override { return m_xml.errorString(); }

private:
    QXmlStreamReader m_xml;
    QXmlStreamAttributes m_held; ///< what the views of the attributes look at
};

/**
 * XML as nearly all feeds are written, in a third of the work that Qt's reader makes of it, which takes each character in hand
 * several times. What it hands out is what Qt's reader would; on whatever it does not know (a DTD, a processing instruction, a
 * name that is not ASCII, another reference than the five and decimal ones, and all that is not well formed) it fails, without
 * saying why: then the thorough one is asked, from the beginning.
 */
class QuickXmlTokens : public XmlTokens
{
public:
    /// `xml` must outlive it.
    explicit QuickXmlTokens(QStringView xml) : m_xml(xml) {}
    Kind next() override;
    [[nodiscard]] Place place() const override { return {}; }
    [[nodiscard]] QString problem() const override { return {}; }

private:
    struct Declared {
        QStringView prefix;
        QString uri;
        std::size_t depth = 0;
    };
    Kind take();
    Kind takeText();
    Kind takeStart();
    Kind takeEnd();
    Kind takeVerbatim();
    bool takeAttribute();
    [[nodiscard]] QStringView takeName();
    void skipBlanks();
    bool declareNamespaces();
    /// The namespace that a name's prefix stands for; nothing where nobody declared it.
    [[nodiscard]] std::optional<QStringView> namespaceOf(QStringView qualifiedName) const;
    /// A value or a text whose references are resolved; nothing where it holds something unknown.
    [[nodiscard]] std::optional<QStringView> resolved(QStringView raw);

    QStringView m_xml;
    qsizetype m_at = 0;
    std::vector<QStringView> m_open; ///< qualified names
    std::vector<Declared> m_declared;
    std::vector<QString> m_resolved; ///< what views look at that are not to be found in the text itself
    bool m_hasRoot = false;
    bool m_endsAtOnce = false; ///< <name/> was handed out as a Start
};

} // namespace vigie::networks
