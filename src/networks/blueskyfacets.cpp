// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/blueskyfacets.h"

#include "core/text.h"
#include "networks/blueskyids.h"
#include "networks/lengthrule.h"

#include <QJsonObject>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr qsizetype kMaxTagGraphemes = 64;
constexpr qsizetype kMaxTagBytes = 640;
constexpr qsizetype kMaxFacets = 1000; ///< of someone else's record

constexpr QStringView kLinkType = u"app.bsky.richtext.facet#link";
constexpr QStringView kMentionType = u"app.bsky.richtext.facet#mention";
constexpr QStringView kTagType = u"app.bsky.richtext.facet#tag";

/// A stretch in UTF-16 units of the text.
struct Span {
    Facet::Kind kind;
    qsizetype start;
    qsizetype end;
    QString value;
};

bool isPunctuation(QChar unit)
{
    return unit.category() >= QChar::Punctuation_Connector && unit.category() <= QChar::Punctuation_Other;
}

/// What a person does not see, and so would not take for a part of a tag.
bool isInvisible(QChar unit)
{
    const char16_t c = unit.unicode();
    return c == 0xad || c == 0x2060 || (c >= 0x200b && c <= 0x200d) || c == 0x20e2;
}

bool mayPrecede(const QString &text, qsizetype at)
{
    return at == 0 || text[at - 1].isSpace() || text[at - 1] == u'(';
}

void findLinks(const QString &text, std::vector<Span> &spans)
{
    for (const LinkSpan &link : linksAsXCounts(text)) {
        const QString shown = text.mid(link.start, link.length);
        const bool hasScheme = shown.contains(u"://"_s);
        spans.push_back({Facet::Kind::Link, link.start, link.start + link.length,
                         hasScheme ? shown : u"https://"_s + shown});
    }
}

void findMentions(const QString &text, std::vector<Span> &spans)
{
    for (qsizetype at = text.indexOf(u'@'); at >= 0; at = text.indexOf(u'@', at + 1)) {
        if (!mayPrecede(text, at))
            continue;
        qsizetype end = at + 1;
        while (end < text.size() && text[end].unicode() < 0x80
               && (text[end].isLetterOrNumber() || text[end] == u'.' || text[end] == u'-'))
            ++end;
        while (end > at + 1 && (text[end - 1] == u'.' || text[end - 1] == u'-'))
            --end;
        const QString handle = text.mid(at + 1, end - at - 1);
        if (isHandle(handle))
            spans.push_back({Facet::Kind::Mention, at, end, handle});
    }
}

void findTags(const QString &text, std::vector<Span> &spans)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        if ((text[at] != u'#' && text[at] != QChar(0xff03)) || !mayPrecede(text, at))
            continue;
        qsizetype end = at + 1;
        while (end < text.size() && !text[end].isSpace() && !isInvisible(text[end]))
            ++end;
        while (end > at + 1 && isPunctuation(text[end - 1]))
            --end;
        const QString tag = text.mid(at + 1, end - at - 1);
        const bool hasWord = std::any_of(tag.begin(), tag.end(),
                                         [](QChar unit) { return !unit.isDigit() && !isPunctuation(unit); });
        // "#️⃣" is a picture of a key and no tag.
        if (hasWord && tag.front() != QChar(0xfe0f) && tag.toUtf8().size() <= kMaxTagBytes
            && core::graphemeCount(tag) <= kMaxTagGraphemes)
            spans.push_back({Facet::Kind::Tag, at, end, tag});
    }
}

/// The first of two that overlap stays.
template <typename Stretch, typename Start, typename End>
void dropOverlapping(std::vector<Stretch> &stretches, Start start, End end)
{
    std::stable_sort(stretches.begin(), stretches.end(),
                     [start](const Stretch &a, const Stretch &b) { return a.*start < b.*start; });
    qsizetype free = 0;
    std::erase_if(stretches, [&free, start, end](const Stretch &stretch) {
        if (stretch.*start < free)
            return true;
        free = stretch.*end;
        return false;
    });
}

std::optional<Facet> facetFrom(const QJsonObject &facet)
{
    for (const QJsonValue feature : facet.value(u"features").toArray()) {
        const QJsonObject object = feature.toObject();
        const QString type = object.value(u"$type").toString();
        if (type == kLinkType)
            return Facet{.kind = Facet::Kind::Link, .value = object.value(u"uri").toString()};
        if (type == kMentionType)
            return Facet{.kind = Facet::Kind::Mention, .value = object.value(u"did").toString()};
        if (type == kTagType)
            return Facet{.kind = Facet::Kind::Tag, .value = object.value(u"tag").toString()};
    }
    return std::nullopt;
}

bool isInsideCharacter(const QByteArray &utf8, qsizetype at)
{
    return at < utf8.size() && (uchar(utf8[at]) & 0xc0) == 0x80;
}

} // namespace

std::vector<Facet> facetsOf(const QString &text)
{
    std::vector<Span> spans;
    findLinks(text, spans);
    findMentions(text, spans);
    findTags(text, spans);
    dropOverlapping(spans, &Span::start, &Span::end);
    std::vector<Facet> facets;
    qsizetype bytes = 0;
    qsizetype at = 0;
    for (Span &span : spans) {
        bytes += QStringView(text).sliced(at, span.start - at).toUtf8().size();
        const qsizetype length = QStringView(text).sliced(span.start, span.end - span.start).toUtf8().size();
        facets.push_back({span.kind, bytes, bytes + length, std::move(span.value)});
        bytes += length;
        at = span.end;
    }
    return facets;
}

QJsonArray facetsToJson(const std::vector<Facet> &facets)
{
    QJsonArray array;
    for (const Facet &facet : facets) {
        QJsonObject feature;
        switch (facet.kind) {
        case Facet::Kind::Link:
            feature = {{u"$type"_s, kLinkType.toString()}, {u"uri"_s, facet.value}};
            break;
        case Facet::Kind::Mention:
            if (!isDid(facet.value))
                continue;
            feature = {{u"$type"_s, kMentionType.toString()}, {u"did"_s, facet.value}};
            break;
        case Facet::Kind::Tag:
            feature = {{u"$type"_s, kTagType.toString()}, {u"tag"_s, facet.value}};
            break;
        }
        array.append(QJsonObject{
            {u"index"_s, QJsonObject{{u"byteStart"_s, facet.byteStart}, {u"byteEnd"_s, facet.byteEnd}}},
            {u"features"_s, QJsonArray{feature}}});
    }
    return array;
}

std::vector<Facet> facetsFromJson(const QString &text, const QJsonArray &facets)
{
    const QByteArray utf8 = text.toUtf8();
    std::vector<Facet> found;
    for (qsizetype i = 0; i < std::min<qsizetype>(facets.size(), kMaxFacets); ++i) {
        const QJsonObject object = facets[i].toObject();
        const QJsonObject index = object.value(u"index").toObject();
        std::optional<Facet> facet = facetFrom(object);
        qsizetype start = index.value(u"byteStart").toInteger(-1);
        qsizetype end = std::min<qsizetype>(index.value(u"byteEnd").toInteger(-1), utf8.size());
        if (!facet || facet->value.isEmpty() || start < 0 || end <= start)
            continue;
        // Offsets of a program that miscounted: the character is taken as a whole.
        while (start > 0 && isInsideCharacter(utf8, start))
            --start;
        while (isInsideCharacter(utf8, end))
            ++end;
        facet->byteStart = start;
        facet->byteEnd = end;
        found.push_back(std::move(*facet));
    }
    dropOverlapping(found, &Facet::byteStart, &Facet::byteEnd);
    return found;
}

} // namespace vigie::networks
