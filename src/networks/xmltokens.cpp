// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/xmltokens.h"

#include <QByteArrayList>

#include <expat.h>

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace vigie::networks
{

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

/// Expat calls back where we want to ask, so what it calls with waits in a queue, some dozens at a time.
class QuickXmlTokens::Parser
{
public:
    /// Of an element or an attribute, as Expat gives it: "namespace SEPARATOR local SEPARATOR prefix", the first and the last
    /// only where they are there.
    struct Name {
        QString local = {};
        QString space = {};
        QString qualified = {};
    };
    struct NameHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>()(name); }
    };
    struct Piece {
        Kind kind = Kind::Other;
        const Name *name = nullptr;
        std::vector<std::pair<const Name *, QString>> attributes = {}; ///< and their values
        bool declaresNamespaces = false;
        QString text = {};
    };

    explicit Parser(QStringView xml);
    ~Parser() { XML_ParserFree(m_expat); }
    Parser(const Parser &) = delete;
    Parser &operator=(const Parser &) = delete;

    /// Null at the end, or after an objection.
    [[nodiscard]] const Piece *next();
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }

private:
    static constexpr std::size_t kAtOnce = 64;
    static constexpr std::size_t kMostNames = 1000; ///< kept: a feed has a few dozen, a hostile one any number
    static constexpr XML_Char kSeparator = '\f';  ///< stands in no XML

    static void startElement(void *self, const XML_Char *name, const XML_Char **attributes);
    static void endElement(void *self, const XML_Char *name);
    static void characters(void *self, const XML_Char *text, int size);
    static void startNamespace(void *self, const XML_Char *prefix, const XML_Char *uri);
    static void declaration(void *self, const XML_Char *version, const XML_Char *encoding, int isStandalone);
    static void startDocumentType(void *self, const XML_Char *name, const XML_Char *system, const XML_Char *publicId, int hasSubset);

    void parse();
    void add(Piece &&piece);
    void addText();
    [[nodiscard]] const Name *nameFrom(std::string_view expatName);

    QByteArray m_xml; ///< UTF-8
    XML_Parser m_expat;
    std::unordered_map<std::string, Name, NameHash, std::equal_to<>> m_names; ///< by what Expat calls them; stay where they are
    QByteArray m_text; ///< of the element it is in, so far
    bool m_declaresNamespaces = false;
    std::vector<Piece> m_pieces;
    std::size_t m_at = 0;
    bool m_hasBegun = false;
    bool m_isStopped = false;
    bool m_isOver = false;
    bool m_hasFailed = false;
};

QuickXmlTokens::Parser::Parser(QStringView xml) : m_xml(xml.toUtf8()), m_expat(XML_ParserCreateNS("UTF-8", kSeparator))
{
    XML_SetUserData(m_expat, this);
    XML_SetReturnNSTriplet(m_expat, XML_TRUE);
    XML_SetElementHandler(m_expat, startElement, endElement);
    XML_SetCharacterDataHandler(m_expat, characters);
    XML_SetStartNamespaceDeclHandler(m_expat, startNamespace);
    XML_SetStartDoctypeDeclHandler(m_expat, startDocumentType);
    XML_SetXmlDeclHandler(m_expat, declaration);
    // In UTF-8 half a character would be another one.
    m_isOver = m_hasFailed = !xml.isValidUtf16();
}

const QuickXmlTokens::Parser::Piece *QuickXmlTokens::Parser::next()
{
    if (m_at == m_pieces.size()) {
        m_pieces.clear();
        m_at = 0;
        if (!m_isOver)
            parse();
        if (m_pieces.empty())
            return nullptr;
    }
    return &m_pieces[m_at++];
}

void QuickXmlTokens::Parser::parse()
{
    m_isStopped = false;
    if (m_names.size() > kMostNames)
        m_names.clear(); // no piece is left that looks at one
    const XML_Status status = std::exchange(m_hasBegun, true) ? XML_ResumeParser(m_expat)
                                                              : XML_Parse(m_expat, m_xml.constData(), int(m_xml.size()), XML_TRUE);
    m_isOver = status != XML_STATUS_SUSPENDED;
    m_hasFailed = status == XML_STATUS_ERROR;
}

void QuickXmlTokens::Parser::add(Piece &&piece)
{
    m_pieces.push_back(std::move(piece));
    // The end of an empty element still comes after it was stopped at its start.
    if (m_pieces.size() >= kAtOnce && !std::exchange(m_isStopped, true))
        XML_StopParser(m_expat, XML_TRUE);
}

void QuickXmlTokens::Parser::addText()
{
    if (m_text.isEmpty())
        return;
    // Not by add(): the element that follows stops the parser soon enough.
    m_pieces.push_back({.kind = Kind::Text, .text = QString::fromUtf8(m_text)});
    m_text.clear();
}

const QuickXmlTokens::Parser::Name *QuickXmlTokens::Parser::nameFrom(std::string_view expatName)
{
    if (const auto known = m_names.find(expatName); known != m_names.end())
        return &known->second;
    const QList<QByteArray> parts = QByteArray(expatName.data(), qsizetype(expatName.size())).split(kSeparator);
    Name name;
    name.local = QString::fromUtf8(parts.size() > 1 ? parts[1] : parts[0]);
    name.space = parts.size() > 1 ? QString::fromUtf8(parts[0]) : QString();
    name.qualified = parts.size() > 2 ? QString::fromUtf8(parts[2]) + u':' + name.local : name.local;
    return &m_names.emplace(std::string(expatName), std::move(name)).first->second;
}

void QuickXmlTokens::Parser::startElement(void *self, const XML_Char *name, const XML_Char **attributes)
{
    auto *parser = static_cast<Parser *>(self);
    parser->addText();
    Piece piece{.kind = Kind::Start, .name = parser->nameFrom(name), .declaresNamespaces = std::exchange(parser->m_declaresNamespaces, false)};
    for (; *attributes; attributes += 2)
        piece.attributes.emplace_back(parser->nameFrom(attributes[0]), QString::fromUtf8(attributes[1]));
    parser->add(std::move(piece));
}

void QuickXmlTokens::Parser::endElement(void *self, const XML_Char *name)
{
    auto *parser = static_cast<Parser *>(self);
    parser->addText();
    parser->add({.kind = Kind::End, .name = parser->nameFrom(name)});
}

void QuickXmlTokens::Parser::characters(void *self, const XML_Char *text, int size)
{
    static_cast<Parser *>(self)->m_text.append(text, size);
}

void QuickXmlTokens::Parser::startNamespace(void *self, const XML_Char *, const XML_Char *)
{
    static_cast<Parser *>(self)->m_declaresNamespaces = true;
}

/// Expat takes any version for 1.0; Qt's reader takes no other.
void QuickXmlTokens::Parser::declaration(void *self, const XML_Char *version, const XML_Char *, int)
{
    if (version && std::string_view(version) != "1.0")
        XML_StopParser(static_cast<Parser *>(self)->m_expat, XML_FALSE);
}

void QuickXmlTokens::Parser::startDocumentType(void *self, const XML_Char *, const XML_Char *, const XML_Char *, int)
{
    XML_StopParser(static_cast<Parser *>(self)->m_expat, XML_FALSE);
}

QuickXmlTokens::QuickXmlTokens(QStringView xml) : m_parser(std::make_unique<Parser>(xml)) {}

QuickXmlTokens::~QuickXmlTokens() = default;

XmlTokens::Kind QuickXmlTokens::next()
{
    m_attributes.clear();
    const Parser::Piece *piece = m_parser->next();
    if (!piece)
        return m_kind = m_parser->hasFailed() ? Kind::Failed : Kind::Over;
    m_name = piece->name ? QStringView(piece->name->local) : QStringView();
    m_namespace = piece->name ? QStringView(piece->name->space) : QStringView();
    m_declaresNamespaces = piece->declaresNamespaces;
    m_text = piece->text;
    for (const auto &[name, value] : piece->attributes)
        m_attributes.push_back({name->qualified, value});
    return m_kind = piece->kind;
}

} // namespace vigie::networks
