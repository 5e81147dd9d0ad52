// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/lengthrule.h"

#include "core/text.h"

#include <QRegularExpression>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr qsizetype kLinkLength = 23;

struct Rule {
    QStringView network;
    LengthUnit unit;
    qsizetype limit;
    qsizetype byteLimit;
};

constexpr std::array kRules = {
    Rule{u"x", LengthUnit::Weighted, 280, 0},
    Rule{u"bluesky", LengthUnit::GraphemesAndBytes, 300, 3000},
    Rule{u"mastodon", LengthUnit::Graphemes, 500, 0},
    Rule{u"facebook", LengthUnit::CodePoints, 8000, 0},
    Rule{u"instagram", LengthUnit::CodePoints, 2200, 0},
    Rule{u"linkedin", LengthUnit::CodePoints, 1250, 0},
    Rule{u"youtube", LengthUnit::CodePoints, 10000, 0},
    Rule{u"reddit", LengthUnit::CodePoints, 10000, 0},
};

Rule ruleOf(QStringView network)
{
    const auto *const found = std::find_if(kRules.begin(), kRules.end(), [network](const Rule &rule) {
        return rule.network.compare(network, Qt::CaseInsensitive) == 0;
    });
    return found == kRules.end() ? Rule{{}, LengthUnit::CodePoints, 0, 0} : *found;
}

/// Characters that count 1 for X; all others count 2.
bool isLight(char32_t point)
{
    return point <= 0x10ff || (point >= 0x2000 && point <= 0x200d) || (point >= 0x2010 && point <= 0x201f)
           || (point >= 0x2032 && point <= 0x2037);
}

bool isEmojiBase(char32_t point)
{
    return point == 0x203c || point == 0x2049 || point == 0x2122 || point == 0x2139 || (point >= 0x2194 && point <= 0x21aa)
           || (point >= 0x231a && point <= 0x23ff) || point == 0x24c2 || (point >= 0x25aa && point <= 0x27bf)
           || point == 0x2934 || point == 0x2935 || (point >= 0x2b05 && point <= 0x2b55) || point == 0x3030
           || point == 0x303d || point == 0x3297 || point == 0x3299 || (point >= 0x1f000 && point <= 0x1faff);
}

/// True for a grapheme that is drawn as one emoji, however many code points it takes.
bool isEmoji(const QList<uint> &cluster)
{
    if (isEmojiBase(cluster.front()))
        return true;
    const bool isKeycapBase = (cluster.front() >= U'0' && cluster.front() <= U'9') || cluster.front() == U'#'
                              || cluster.front() == U'*';
    if (isKeycapBase)
        return cluster.back() == 0x20e3;
    const bool isSign = cluster.front() == 0xa9 || cluster.front() == 0xae;
    return isSign && cluster.size() > 1 && cluster[1] == 0xfe0f;
}

qsizetype weightedLength(QStringView text)
{
    if (text.isEmpty())
        return 0;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text.data(), text.size());
    qsizetype weight = 0;
    qsizetype start = 0;
    for (qsizetype end = finder.toNextBoundary(); end != -1; start = end, end = finder.toNextBoundary()) {
        if (end - start == 1) {
            weight += isLight(text[start].unicode()) ? 1 : 2;
            continue;
        }
        const QList<uint> cluster = text.mid(start, end - start).toUcs4();
        if (isEmoji(cluster)) {
            weight += 2;
            continue;
        }
        for (const uint point : cluster)
            weight += isLight(point) ? 1 : 2;
    }
    return weight;
}

qsizetype lengthOnX(QStringView raw)
{
    const QString text = raw.toString().normalized(QString::NormalizationForm_C);
    qsizetype weight = 0;
    qsizetype at = 0;
    for (const LinkSpan &link : linksAsXCounts(text)) {
        weight += weightedLength(QStringView(text).mid(at, link.start - at)) + kLinkLength;
        at = link.start + link.length;
    }
    return weight + weightedLength(QStringView(text).mid(at));
}

bool hasScheme(QStringView link)
{
    return link.startsWith(u"http://", Qt::CaseInsensitive) || link.startsWith(u"https://", Qt::CaseInsensitive);
}

qsizetype lengthOnMastodon(QStringView text)
{
    // A far mention counts as its local part. Bounded on purpose, so that no text can make it slow.
    static const QRegularExpression farMention(
        u"(?<![/\\w])@([a-z0-9_](?:[a-z0-9_.-]{0,60}[a-z0-9_])?)@[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,250}[\\p{L}\\p{N}]"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QString counted;
    counted.reserve(text.size());
    qsizetype at = 0;
    for (const LinkSpan &link : linksAsXCounts(text)) {
        if (!hasScheme(text.mid(link.start, link.length)))
            continue;
        counted += text.mid(at, link.start - at);
        counted += QString(kLinkLength, u'x');
        at = link.start + link.length;
    }
    counted += text.mid(at);
    counted.replace(farMention, u"@\\1"_s);
    return core::graphemeCount(counted);
}

} // namespace

QString lengthUnitName(LengthUnit unit)
{
    switch (unit) {
    case LengthUnit::Weighted:
        return u"weighted"_s;
    case LengthUnit::GraphemesAndBytes:
        return u"graphemes+bytes"_s;
    case LengthUnit::Graphemes:
    case LengthUnit::CodePoints:
        break;
    }
    return u"characters"_s;
}

LengthCount countLength(QStringView network, QStringView text, std::optional<qsizetype> limit)
{
    const Rule rule = ruleOf(network);
    LengthCount result;
    result.unit = rule.unit;
    result.limit = std::max<qsizetype>(limit.value_or(rule.limit), 0);
    switch (rule.unit) {
    case LengthUnit::Weighted:
        result.count = lengthOnX(text);
        break;
    case LengthUnit::GraphemesAndBytes:
        result.count = core::graphemeCount(text);
        result.bytes = text.toUtf8().size();
        result.byteLimit = rule.byteLimit;
        break;
    case LengthUnit::Graphemes:
        result.count = lengthOnMastodon(text);
        break;
    case LengthUnit::CodePoints:
        result.count = core::codePointCount(text);
        break;
    }
    result.fits = (result.limit == 0 || result.count <= result.limit)
                  && (result.byteLimit == 0 || result.bytes <= result.byteLimit);
    return result;
}

} // namespace vigie::networks
