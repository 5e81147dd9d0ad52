// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>
#include <QStringView>
#include <QXmlStreamReader>

#include <memory>
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
 * The same by Expat, in a fraction of the time that Qt's reader takes. What it hands out is what Qt's reader would; where it
 * objects (anything that is not well formed, a DTD, a prefix that nobody declared) it fails, without saying where: then the
 * thorough one is asked, from the beginning.
 */
class QuickXmlTokens : public XmlTokens
{
public:
    explicit QuickXmlTokens(QStringView xml);
    ~QuickXmlTokens() override;
    Kind next() override;
    [[nodiscard]] Place place() const override { return {}; }
    [[nodiscard]] QString problem() const override { return {}; }

private:
    class Parser;
    std::unique_ptr<Parser> m_parser;
};

} // namespace vigie::networks
