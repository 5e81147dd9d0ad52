// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/htmlentities.h"

#include <QFile>
#include <QHash>

#include <array>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr qsizetype kLongestName = 31;

struct Entity {
    QString characters;
    bool standsWithoutSemicolon = false;
};

QHash<QString, Entity> readEntities()
{
    QHash<QString, Entity> entities;
    QFile file(u":/networks/html_entities.tsv"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the table of HTML entities is not in the binary");
    const QList<QByteArray> lines = file.readAll().split('\n');
    entities.reserve(lines.size());
    for (const QByteArray &line : lines) {
        const qsizetype tab = line.indexOf('\t');
        if (tab <= 0 || line.startsWith('#'))
            continue;
        Entity entity;
        entity.standsWithoutSemicolon = line[tab - 1] == '*';
        for (const QByteArray &hex : line.mid(tab + 1).split(' '))
            entity.characters += QChar::fromUcs4(hex.toUInt(nullptr, 16));
        entities.insert(QString::fromLatin1(line.left(entity.standsWithoutSemicolon ? tab - 1 : tab)), entity);
    }
    return entities;
}

const QHash<QString, Entity> &entityTable()
{
    static const QHash<QString, Entity> table = readEntities();
    return table;
}

/// HTML gives the numbers of the C1 controls the meaning that windows-1252 has for them.
char32_t corrected(char32_t number)
{
    static constexpr std::array<char16_t, 32> kWindows = {
        0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8d,   0x017d, 0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
        0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178};
    if (number >= 0x80 && number <= 0x9f)
        return kWindows[number - 0x80];
    if (number == 0 || number > 0x10ffff || (number >= 0xd800 && number <= 0xdfff))
        return QChar::ReplacementCharacter;
    return number;
}

int digitValue(QChar unit)
{
    const char16_t c = unit.unicode();
    if (c >= u'0' && c <= u'9')
        return c - u'0';
    if (c >= u'a' && c <= u'f')
        return c - u'a' + 10;
    if (c >= u'A' && c <= u'F')
        return c - u'A' + 10;
    return 99;
}

CharacterReference numericReference(QStringView text, qsizetype at)
{
    qsizetype i = at + 2;
    int base = 10;
    if (i < text.size() && (text[i] == u'x' || text[i] == u'X')) {
        base = 16;
        ++i;
    }
    const qsizetype first = i;
    char32_t number = 0;
    for (; i < text.size() && digitValue(text[i]) < base; ++i) {
        if (number <= 0x10ffff)
            number = number * char32_t(base) + char32_t(digitValue(text[i]));
    }
    if (i == first)
        return {};
    if (i < text.size() && text[i] == u';')
        ++i;
    return {QStringView(QChar::fromUcs4(corrected(number))).toString(), i - at};
}

bool isAsciiAlphanumeric(QChar unit)
{
    const char16_t c = unit.unicode();
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

} // namespace

QString namedEntity(QStringView name)
{
    return name.size() > kLongestName ? QString() : entityTable().value(name.toString()).characters;
}

CharacterReference characterReferenceAt(QStringView text, qsizetype at)
{
    Q_ASSERT(at < text.size() && text[at] == u'&');
    if (at + 1 < text.size() && text[at + 1] == u'#')
        return numericReference(text, at);
    qsizetype end = at + 1;
    while (end < text.size() && end - at <= kLongestName && isAsciiAlphanumeric(text[end]))
        ++end;
    const QHash<QString, Entity> &table = entityTable();
    if (end < text.size() && text[end] == u';') {
        const auto found = table.constFind(text.mid(at + 1, end - at - 1).toString());
        if (found != table.constEnd())
            return {found->characters, end + 1 - at};
    }
    // The old names stand without a semicolon, even in front of a letter: the longest one counts.
    static constexpr qsizetype kLongestOldName = 6;
    for (qsizetype length = std::min(end - at - 1, kLongestOldName); length >= 2; --length) {
        const auto found = table.constFind(text.mid(at + 1, length).toString());
        if (found != table.constEnd() && found->standsWithoutSemicolon)
            return {found->characters, length + 1};
    }
    return {};
}

QString withEntitiesResolved(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'&') {
            const CharacterReference reference = characterReferenceAt(text, i);
            if (reference.length > 0) {
                result += reference.characters;
                i += reference.length - 1;
                continue;
            }
        }
        result += text[i];
    }
    return result;
}

} // namespace vigie::networks
