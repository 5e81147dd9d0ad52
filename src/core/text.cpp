// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"

#include <QTextBoundaryFinder>

#include <array>

using namespace Qt::StringLiterals;

namespace vigie::core
{
namespace
{

constexpr char16_t kTableEnd = 0x0530; // Latin, Greek and Cyrillic letters with their accents lie below

/// Two units for each character below kTableEnd; the second is 0 where one is enough. Built once from Unicode's own
/// decompositions, so that no letter is typed by hand but the few that Unicode does not decompose.
struct FoldTable {
    std::array<std::array<char16_t, 2>, kTableEnd> entries{};

    FoldTable()
    {
        for (char16_t unit = 0; unit < kTableEnd; ++unit)
            entries[unit] = {folded(QChar(unit)), 0};
        setPair(u'œ', u"oe");
        setPair(u'Œ', u"oe");
        setPair(u'æ', u"ae");
        setPair(u'Æ', u"ae");
        setPair(u'ß', u"ss");
        entries[u'ø'] = entries[u'Ø'] = {u'o', 0};
        entries[u'ł'] = entries[u'Ł'] = {u'l', 0};
        entries[u'đ'] = entries[u'Đ'] = {u'd', 0};
        entries[u'ı'] = {u'i', 0};
    }

private:
    static char16_t folded(QChar unit)
    {
        QString decomposed = QString(unit).normalized(QString::NormalizationForm_D);
        const QChar base = decomposed.isEmpty() ? unit : decomposed.front();
        return base.toLower().unicode();
    }
    void setPair(char16_t unit, QStringView pair) { entries[unit] = {pair[0].unicode(), pair[1].unicode()}; }
};

const FoldTable &foldTable()
{
    static const FoldTable table;
    return table;
}

bool isCombiningMark(char16_t unit)
{
    return (unit >= 0x0300 && unit <= 0x036f) || unit == 0x200d || unit == 0xfe0f;
}

template <typename Append>
void foldInto(QStringView text, Append append)
{
    const FoldTable &table = foldTable();
    const char16_t *const units = text.utf16();
    const qsizetype size = text.size();
    for (qsizetype i = 0; i < size; ++i) {
        const char16_t unit = units[i];
        if (unit < 0x80) {
            append(unit >= u'A' && unit <= u'Z' ? char16_t(unit + 32) : unit, i);
        } else if (isCombiningMark(unit)) {
            continue;
        } else if (unit == 0x00a0 || unit == 0x202f) {
            append(u' ', i);
        } else if (unit < kTableEnd) {
            append(table.entries[unit][0], i);
            if (table.entries[unit][1] != 0)
                append(table.entries[unit][1], i);
        } else if (unit == 0x2019 || unit == 0x2018 || unit == 0x02bc) {
            append(u'\'', i);
        } else if (unit >= 0x1e00 && unit <= 0x1fff) {
            // Vietnamese and polytonic Greek: rare enough to ask Qt each time.
            append(QString(QChar(unit)).normalized(QString::NormalizationForm_D).front().toLower().unicode(), i);
        } else {
            append(QChar(unit).isSurrogate() ? unit : QChar(unit).toLower().unicode(), i);
        }
    }
}

/// Around spacing marks (Devanagari visarga, …) Qt 6.4 breaks where rules GB9 and GB9a of UAX #29 forbid it.
bool isBreakThatQtGetsWrong(QStringView text, qsizetype position)
{
    if (position <= 0 || position >= text.size())
        return false;
    if (text[position].isLowSurrogate() && text[position - 1].isHighSurrogate())
        return true;
    if (!text[position].isMark() && text[position].unicode() != 0x200d)
        return false;
    const QChar::Category before = text[position - 1].category();
    return before != QChar::Other_Control && before != QChar::Separator_Line && before != QChar::Separator_Paragraph;
}

qsizetype nextGraphemeBoundary(QTextBoundaryFinder &finder, QStringView text)
{
    qsizetype next = finder.toNextBoundary();
    while (isBreakThatQtGetsWrong(text, next))
        next = finder.toNextBoundary();
    return next;
}

bool isDirectionalOverride(char16_t unit)
{
    return (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069);
}

bool isUnwantedControl(char16_t unit)
{
    if (unit == u'\n' || unit == u'\t')
        return false;
    return unit < 0x20 || (unit >= 0x7f && unit <= 0x9f) || unit == 0xfeff;
}

} // namespace

QString folded(QStringView text)
{
    // Written into place, not appended: every post is folded before anything else is asked of it. No unit gives more than two.
    QString result(text.size() * 2, Qt::Uninitialized);
    auto *const begin = reinterpret_cast<char16_t *>(result.data());
    char16_t *end = begin;
    foldInto(text, [&end](char16_t unit, qsizetype) { *end++ = unit; });
    result.truncate(end - begin);
    return result;
}

FoldedText foldedWithOrigin(QStringView text)
{
    FoldedText result;
    result.text.reserve(text.size() + 8);
    result.origin.reserve(std::size_t(text.size()) + 8);
    foldInto(text, [&result](char16_t unit, qsizetype index) {
        result.text.append(QChar(unit));
        result.origin.push_back(index);
    });
    return result;
}

qsizetype graphemeCount(QStringView text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text.data(), text.size());
    qsizetype count = 0;
    while (nextGraphemeBoundary(finder, text) != -1)
        ++count;
    return count;
}

qsizetype codePointCount(QStringView text)
{
    qsizetype count = 0;
    for (qsizetype i = 0; i < text.size(); ++i, ++count) {
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
    }
    return count;
}

QString elided(QStringView text, qsizetype limit)
{
    if (text.size() <= limit)
        return text.toString();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text.data(), text.size());
    qsizetype end = 0;
    for (qsizetype count = 0; count < limit; ++count) {
        const qsizetype next = nextGraphemeBoundary(finder, text);
        if (next == -1 || next == text.size())
            return text.toString();
        end = next;
    }
    return text.left(end).toString() + u'…';
}

QString sanitized(QStringView text)
{
    // Written into place, as folded(): no unit gives more than one.
    QString result(text.size(), Qt::Uninitialized);
    QChar *const begin = result.data();
    QChar *end = begin;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        if (unit >= u' ' && unit < u'\x7f') {
            *end++ = unit; // as most are
        } else if (unit == u'\r') {
            if (i + 1 >= text.size() || text[i + 1] != u'\n')
                *end++ = u'\n';
        } else if (unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            *end++ = unit;
            *end++ = text[++i];
        } else if (unit.isSurrogate()) {
            *end++ = QChar::ReplacementCharacter;
        } else if (!isUnwantedControl(unit.unicode()) && !isDirectionalOverride(unit.unicode())) {
            *end++ = unit;
        }
    }
    result.truncate(end - begin);
    return result;
}

bool isWordCharacter(char16_t unit)
{
    if (unit < 0x80)
        return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z') || (unit >= u'0' && unit <= u'9')
               || unit == u'_';
    return QChar(unit).isLetterOrNumber() || QChar(unit).isMark();
}

} // namespace vigie::core
