// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/promise.h"

using namespace Qt::StringLiterals;

namespace vigie::reply
{

QString promiseStateKey(PromiseState state)
{
    switch (state) {
    case PromiseState::Open:
        return u"open"_s;
    case PromiseState::Kept:
        return u"kept"_s;
    case PromiseState::Broken:
        return u"broken"_s;
    }
    return {};
}

PromiseState promiseStateFromKey(QStringView key)
{
    if (key == u"kept")
        return PromiseState::Kept;
    return key == u"broken" ? PromiseState::Broken : PromiseState::Open;
}

QString remedyStateKey(RemedyState state)
{
    switch (state) {
    case RemedyState::Offered:
        return u"offered"_s;
    case RemedyState::Accepted:
        return u"accepted"_s;
    case RemedyState::Declined:
        return u"declined"_s;
    case RemedyState::Delivered:
        return u"delivered"_s;
    }
    return {};
}

RemedyState remedyStateFromKey(QStringView key)
{
    if (key == u"accepted")
        return RemedyState::Accepted;
    if (key == u"declined")
        return RemedyState::Declined;
    return key == u"delivered" ? RemedyState::Delivered : RemedyState::Offered;
}

} // namespace vigie::reply
