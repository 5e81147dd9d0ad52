// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/feedtext.h"

#include "networks/feedrepair.h"
#include "networks/legacyencodings.h"

#include <QRegularExpression>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

QString fromWindows1252(const QByteArray &bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &unit : text)
        unit = QChar(fromC1(unit.unicode()));
    return text;
}

QByteArray charsetOf(const QByteArray &contentType)
{
    static const QRegularExpression expression(u"charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]{1,40})"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    return expression.match(QString::fromLatin1(contentType)).captured(1).toLatin1().toLower();
}

QByteArray declaredEncoding(const QByteArray &bytes)
{
    static const QRegularExpression expression(
        u"<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']"_s);
    return expression.match(QString::fromLatin1(bytes.left(2000))).captured(1).toLatin1().toLower();
}

bool isWestern(const QByteArray &name)
{
    // What calls itself Latin-1 or ASCII is windows-1252 on the web.
    return name == "windows-1252" || name == "cp1252" || name == "iso-8859-1" || name == "latin1" || name == "latin-1"
           || name == "us-ascii" || name == "ascii" || name == "iso-8859-15";
}

std::optional<QString> decodedAs(const QByteArray &name, const QByteArray &bytes)
{
    // Bytes that are wide were recognised before; a label that says so on others is wrong.
    if (name.isEmpty() || name.startsWith("utf-16") || name.startsWith("utf-32"))
        return std::nullopt;
    if (isWestern(name)) {
        QStringDecoder utf8(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
        const QString asUtf8 = utf8(bytes);
        // A wrong label on UTF-8 is common; bytes that happen to be valid UTF-8 by chance are not.
        return utf8.hasError() ? fromWindows1252(bytes) : asUtf8;
    }
    const std::optional<QStringConverter::Encoding> encoding = QStringConverter::encodingForName(name.constData());
    if (!encoding)
        return decodedFromLegacy(name, bytes);
    QStringDecoder decoder(*encoding, QStringConverter::Flag::Stateless);
    const QString text = decoder(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

/// UTF-16 and UTF-32 without a mark: XML begins with "<", whose other bytes are 0.
std::optional<QStringConverter::Encoding> wideEncoding(const QByteArray &bytes)
{
    if (bytes.size() < 4)
        return std::nullopt;
    if (bytes.startsWith(QByteArray("<\0\0\0", 4)))
        return QStringConverter::Utf32LE;
    if (bytes.startsWith(QByteArray("\0\0\0<", 4)))
        return QStringConverter::Utf32BE;
    if (bytes[0] == '<' && bytes[1] == '\0' && bytes[2] != '\0')
        return QStringConverter::Utf16LE;
    if (bytes[0] == '\0' && bytes[1] == '<' && bytes[2] == '\0')
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

QString decoded(const QByteArray &bytes, const QByteArray &contentType)
{
    std::optional<QStringConverter::Encoding> marked = QStringConverter::encodingForData(bytes);
    if (!marked)
        marked = wideEncoding(bytes);
    if (marked) {
        QStringDecoder decoder(*marked, QStringConverter::Flag::Stateless);
        return decoder(bytes);
    }
    for (const QByteArray &name : {charsetOf(contentType), declaredEncoding(bytes), QByteArray("utf-8")}) {
        if (const std::optional<QString> text = decodedAs(name, bytes))
            return *text;
    }
    return fromWindows1252(bytes);
}

void blank(QString &text, qsizetype from, qsizetype to)
{
    for (qsizetype i = from; i < to; ++i) {
        if (text[i] != u'\n')
            text[i] = u' ';
    }
}

/// Blanks a document type out: none is ever read, and what it declares would only be a way to make text explode.
void blankDocumentType(QString &text, qsizetype from)
{
    // Only before the first element; "<!--" and "<?" may come first.
    const auto isElement = [&text](qsizetype at) { return at + 1 < text.size() && text[at + 1].isLetter(); };
    qsizetype element = text.indexOf(u'<', from);
    while (element >= 0 && !isElement(element))
        element = text.indexOf(u'<', element + 1);
    const qsizetype start = QStringView(text).first(element < 0 ? text.size() : element).indexOf(u"<!DOCTYPE", from, Qt::CaseInsensitive);
    if (start < 0)
        return;
    int brackets = 0;
    QChar quote;
    for (qsizetype i = start; i < text.size(); ++i) {
        const QChar unit = text[i];
        if (!quote.isNull()) {
            quote = unit == quote ? QChar() : quote;
        } else if (unit == u'"' || (unit == u'\'' && brackets == 0)) {
            quote = unit;
        } else if (unit == u'[' || unit == u']') {
            brackets += unit == u'[' ? 1 : -1;
        } else if (unit == u'>' && brackets <= 0) {
            blank(text, start, i + 1);
            return;
        }
    }
}

/// XML allows few control characters, and none of them means anything in a post. Those of C1 were written as windows-1252.
void blankControls(QString &text)
{
    for (QChar &unit : text) {
        if (unit.unicode() >= 0x20 && unit.unicode() < 0x7f)
            continue;
        if ((unit.unicode() < 0x20 && unit != u'\n' && unit != u'\t' && unit != u'\r') || unit.unicode() >= 0xfffe)
            unit = u' ';
        else
            unit = QChar(fromC1(unit.unicode()));
    }
}

} // namespace

Result<QString> feedText(const QByteArray &bytes, const QByteArray &contentType)
{
    QString text = decoded(bytes, contentType);
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        text[0] = u' ';
    const qsizetype first = text.indexOf(u'<');
    const qsizetype brace = text.indexOf(u'{');
    const bool isJson = brace >= 0 && text.left(brace).trimmed().isEmpty();
    if (isJson)
        return text;
    if (first < 0)
        return failAt({{}, 1, 1}, u"neither XML nor JSON"_s);
    blankControls(text);
    blank(text, 0, first);
    blankDocumentType(text, first);
    // The text is decoded already: a declaration that names an encoding would only mislead the XML reader.
    if (text.mid(first, 5) == u"<?xml"_s) {
        const qsizetype end = text.indexOf(u"?>"_s, first);
        if (end > 0)
            blank(text, first, end + 2);
    }
    closeLastTag(text);
    return withReferencesMended(text);
}

} // namespace vigie::networks
