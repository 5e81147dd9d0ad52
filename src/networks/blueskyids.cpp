// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/blueskyids.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr qsizetype kMaxDid = 2048;
constexpr qsizetype kMaxHandle = 253;
constexpr qsizetype kMaxNsid = 317;
constexpr qsizetype kMaxLabel = 63;
constexpr qsizetype kMaxRecordKey = 512;
constexpr qsizetype kMaxAtUri = 8192;
constexpr QStringView kTidAlphabet = u"234567abcdefghijklmnopqrstuvwxyz";

bool isLower(QChar unit)
{
    return unit >= u'a' && unit <= u'z';
}

bool isLetter(QChar unit)
{
    return isLower(unit) || (unit >= u'A' && unit <= u'Z');
}

bool isDigit(QChar unit)
{
    return unit >= u'0' && unit <= u'9';
}

bool isAlphanumeric(QChar unit)
{
    return isLetter(unit) || isDigit(unit);
}

/// A part of a domain name: letters, digits, and hyphens inside.
bool isLabel(QStringView label)
{
    return !label.isEmpty() && label.size() <= kMaxLabel && label.front() != u'-' && label.back() != u'-'
           && std::all_of(label.begin(), label.end(), [](QChar unit) { return isAlphanumeric(unit) || unit == u'-'; });
}

} // namespace

bool isDid(QStringView text)
{
    if (text.size() > kMaxDid || !text.startsWith(u"did:"))
        return false;
    const qsizetype colon = text.indexOf(u':', 4);
    if (colon <= 4)
        return false;
    const QStringView method = text.sliced(4, colon - 4);
    const QStringView rest = text.sliced(colon + 1);
    return std::all_of(method.begin(), method.end(), isLower) && !rest.isEmpty() && rest.back() != u':'
           && rest.back() != u'%'
           && std::all_of(rest.begin(), rest.end(), [](QChar unit) {
                  return isAlphanumeric(unit) || QStringView(u"._:%-").contains(unit);
              });
}

bool isHandle(QStringView text)
{
    if (text.size() > kMaxHandle)
        return false;
    const QList<QStringView> labels = text.split(u'.');
    return labels.size() >= 2 && std::all_of(labels.begin(), labels.end(), isLabel) && isLetter(labels.back().front());
}

bool isNsid(QStringView text)
{
    if (text.size() > kMaxNsid)
        return false;
    const QList<QStringView> labels = text.split(u'.');
    if (labels.size() < 3 || !std::all_of(labels.begin(), labels.end() - 1, isLabel) || !isLetter(labels.front().front()))
        return false;
    const QStringView name = labels.back();
    return !name.isEmpty() && name.size() <= kMaxLabel && isLetter(name.front())
           && std::all_of(name.begin(), name.end(), isAlphanumeric);
}

bool isRecordKey(QStringView text)
{
    return !text.isEmpty() && text.size() <= kMaxRecordKey && text != u"." && text != u".."
           && std::all_of(text.begin(), text.end(),
                          [](QChar unit) { return isAlphanumeric(unit) || QStringView(u"._:~-").contains(unit); });
}

bool isTid(QStringView text)
{
    // The first character carries the top bits; the topmost is always 0.
    return text.size() == 13 && kTidAlphabet.first(16).contains(text.front())
           && std::all_of(text.begin(), text.end(), [](QChar unit) { return kTidAlphabet.contains(unit); });
}

std::optional<AtUri> AtUri::fromString(QStringView text)
{
    if (text.size() > kMaxAtUri || !text.startsWith(u"at://"))
        return std::nullopt;
    const QList<QStringView> parts = text.sliced(5).split(u'/');
    if (parts.size() > 3 || !(isDid(parts[0]) || isHandle(parts[0])) || (parts.size() > 1 && !isNsid(parts[1]))
        || (parts.size() > 2 && !isRecordKey(parts[2])))
        return std::nullopt;
    return AtUri{parts[0].toString(), parts.value(1).toString(), parts.value(2).toString()};
}

bool AtUri::isPost() const
{
    return collection == kBlueskyPost && !recordKey.isEmpty() && isDid(authority);
}

QString AtUri::toString() const
{
    QString text = u"at://"_s + authority;
    if (!collection.isEmpty())
        text += u'/' + collection;
    if (!recordKey.isEmpty())
        text += u'/' + recordKey;
    return text;
}

QString blueskyProfileUrl(const QString &did)
{
    return u"https://bsky.app/profile/"_s + did;
}

QString blueskyPostUrl(const QString &uri)
{
    const std::optional<AtUri> parts = AtUri::fromString(uri);
    return parts && parts->isPost() ? blueskyProfileUrl(parts->authority) + u"/post/"_s + parts->recordKey : QString();
}

QString TidMaker::make(core::Instant now)
{
    constexpr qint64 kMost = (qint64(1) << 53) - 1;
    const qint64 micros = std::clamp<qint64>(core::toMillis(now), 0, kMost / 1000) * 1000;
    m_last = std::min(std::max(micros, m_last + 1), kMost);
    quint64 value = (quint64(m_last) << 10) | m_clockId;
    QString tid(13, QChar());
    for (qsizetype i = tid.size() - 1; i >= 0; --i, value >>= 5)
        tid[i] = kTidAlphabet[qsizetype(value & 31)];
    return tid;
}

} // namespace vigie::networks
