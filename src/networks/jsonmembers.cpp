// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/jsonmembers.h"

#include "networks/plaintext.h"
#include "networks/postfields.h"
#include "networks/timestamps.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace vigie::networks::json
{
namespace
{

constexpr qsizetype kMaxLineLength = 2000;
/// NDJSON takes ids of 2,000 bytes; a character that is cut through becomes one of three.
constexpr qsizetype kMaxLineSize = 1990;
constexpr double kMaxSeconds = 253'402'300'799.0; // the end of the year 9999

std::string_view viewOf(const QByteArray &utf8)
{
    return {utf8.constData(), std::size_t(utf8.size())};
}

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    const QVariant number = value.isDouble() ? value.toVariant() : QVariant();
    return number.typeId() == QMetaType::LongLong ? std::optional(number.toLongLong()) : std::nullopt;
}

} // namespace

Result<QJsonObject> objectFrom(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError) {
        const QByteArray before = body.left(error.offset);
        return failAt({{}, int(before.count('\n')) + 1, int(before.size() - before.lastIndexOf('\n'))},
                      u"the answer is not valid JSON"_s);
    }
    if (!document.isObject())
        return failAt({{}, 1, 1}, u"the answer is no JSON object"_s);
    return document.object();
}

QString id(const QJsonValue &value)
{
    if (const std::optional<qint64> number = wholeNumber(value))
        return QString::number(*number);
    return line(value);
}

QString line(const QJsonValue &value)
{
    QByteArray utf8 = value.toString().left(kMaxLineLength).toUtf8();
    utf8.truncate(kMaxLineSize);
    return identifierFromUtf8(viewOf(utf8));
}

QString text(const QJsonValue &value)
{
    return cleanPostText(value.toString());
}

QString textOfHtml(const QJsonValue &value)
{
    return plainTextFromHtml(QStringView(value.toString()));
}

QString url(const QJsonValue &value)
{
    const QByteArray utf8 = value.toString().left(kMaxUrlSize + 1).trimmed().toUtf8();
    return openableUrlFromUtf8(viewOf(utf8));
}

QString language(const QJsonValue &value)
{
    const QByteArray utf8 = value.toString().left(kMaxLineLength).toUtf8();
    const QString tag = languageTagFromUtf8(viewOf(utf8));
    // "Undetermined", and X's own codes for "nothing but a link", "nothing but an emoji"…
    static const QStringList kNoLanguage{u"und"_s, u"zxx"_s, u"qam"_s, u"qct"_s, u"qht"_s, u"qme"_s, u"qst"_s, u"art"_s};
    return kNoLanguage.contains(tag) ? QString() : tag;
}

int count(const QJsonValue &value)
{
    if (!value.isDouble())
        return 0;
    return int(std::clamp(value.toDouble(), 0.0, double(std::numeric_limits<int>::max())));
}

qint64 followers(const QJsonValue &value)
{
    const std::optional<qint64> number = wholeNumber(value);
    return number && *number >= 0 ? *number : -1;
}

std::optional<core::Instant> time(const QJsonValue &value)
{
    if (value.isDouble()) {
        const double seconds = value.toDouble();
        if (!std::isfinite(seconds) || seconds < 0 || seconds > kMaxSeconds)
            return std::nullopt;
        return core::instantFromMillis(qint64(std::llround(seconds * 1000)));
    }
    const QString written = value.toString().left(64);
    const QByteArray utf8 = written.toUtf8();
    const std::optional<core::Instant> strict = parseRfc3339(viewOf(utf8));
    return strict ? strict : parseFeedDate(written);
}

} // namespace vigie::networks::json
