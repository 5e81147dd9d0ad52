// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/xcost.h"

#include "networks/walkcursor.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

qint64 dayOf(core::Instant now)
{
    return std::chrono::floor<std::chrono::days>(now).time_since_epoch().count();
}

} // namespace

XCost XCost::from(const QJsonObject &json)
{
    return {.day = json.value(u"day"_s).toInteger(),
            .posts = std::max<qint64>(0, json.value(u"posts"_s).toInteger()),
            .spent = std::max<qint64>(0, json.value(u"spent"_s).toInteger())};
}

XCost XCost::ofCursor(const QByteArray &cursor)
{
    return from(WalkCursor::from(cursor).more.value(u"cost"_s).toObject());
}

QJsonObject XCost::toJson() const
{
    return {{u"day"_s, day}, {u"posts"_s, posts}, {u"spent"_s, spent}};
}

qint64 XCost::spentOn(core::Instant now) const
{
    // A clock that was set back does not make a new day: what was spent is spent.
    return dayOf(now) > day ? 0 : spent;
}

void XCost::note(core::Instant now, qint64 postsRead, qint64 usersRead, qint64 postPrice)
{
    if (dayOf(now) > day)
        *this = {.day = dayOf(now)};
    posts += postsRead;
    spent += postsRead * postPrice + usersRead * XPrices::kUser;
}

int XCost::affordable(core::Instant now, qint64 budget, qint64 postPrice, int most) const
{
    const qint64 room = std::max<qint64>(0, budget - spentOn(now));
    return int(std::min<qint64>(most, room / (postPrice + XPrices::kUser + kMostReferenced * XPrices::kPost)));
}

QString dollars(qint64 thousandths)
{
    return QString::number(double(thousandths) / 1000, 'f', 2);
}

std::chrono::seconds untilMidnightUtc(core::Instant now)
{
    const auto today = std::chrono::floor<std::chrono::days>(now);
    return std::chrono::ceil<std::chrono::seconds>(today + std::chrono::days(1) - now);
}

} // namespace vigie::networks
