// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/mastodonjson.h"

#include "networks/postfields.h"
#include "networks/timestamps.h"

#include <QVariant>

namespace vigie::networks::mastodonjson
{
namespace
{

constexpr qsizetype kMaxLine = 2000;

std::string_view viewOf(const QByteArray &utf8)
{
    return {utf8.constData(), std::size_t(utf8.size())};
}

} // namespace

QString idOf(const QJsonValue &value)
{
    if (value.isString())
        return lineOf(value);
    // Qt keeps whole numbers of up to 63 bits; any other has become a fraction that says no id.
    const QVariant number = value.isDouble() ? value.toVariant() : QVariant();
    return number.typeId() == QMetaType::LongLong ? number.toString() : QString();
}

QString lineOf(const QJsonValue &value)
{
    return identifierFromUtf8(viewOf(value.toString().left(kMaxLine).toUtf8()));
}

QString urlOf(const QJsonValue &value)
{
    return openableUrlFromUtf8(viewOf(value.toString().toUtf8()));
}

std::optional<core::Instant> timeOf(const QJsonValue &value)
{
    return parseRfc3339(viewOf(value.toString().toUtf8()));
}

} // namespace vigie::networks::mastodonjson
