// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/oauthtokens.h"

#include "networks/jsonmembers.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::networks::oauth
{
namespace
{

/// "invalid_grant". Some services put a number there, or the status itself.
QString codeOf(const QJsonValue &error)
{
    const QString code = error.isString()   ? error.toString()
                         : error.isDouble() ? QString::number(error.toInt())
                                            : QString();
    const bool isWord = code.size() <= 64 && std::all_of(code.begin(), code.end(), [](QChar unit) {
                            return unit.unicode() < 0x80 && (unit.isLetterOrNumber() || unit == u'_');
                        });
    return isWord ? code : u"error"_s;
}

Error refusal(const QString &code)
{
    static const QStringList ofTheApp = {u"invalid_client"_s, u"unauthorized_client"_s, u"401"_s};
    if (ofTheApp.contains(code))
        return {.kind = ErrorKind::Unauthorized,
                .detail = u"the network does not know this client ID, or wants its secret"_s};
    return {.kind = ErrorKind::Unauthorized,
            .detail = u"the network refused the sign-in (%1): sign in again"_s.arg(code)};
}

/// A token goes into a header: what is no visible ASCII would break it.
QByteArray tokenOf(const QJsonValue &value)
{
    const QByteArray token = value.toString().toUtf8();
    const bool isToken = std::all_of(token.begin(), token.end(), [](char unit) { return unit > 0x20 && unit < 0x7F; });
    return isToken ? token : QByteArray();
}

} // namespace

HttpRequest tokenRequest(const QUrl &url, const Credentials &who, Members members, Client client)
{
    HttpRequest request{.url = url, .headers = {{"Content-Type", "application/x-www-form-urlencoded"}}, .verb = "POST"};
    request.headers.emplaceBack("Accept", "application/json");
    if (client == Client::InHeader) {
        request.headers.emplaceBack("Authorization", "Basic " + (who.clientId + ':' + who.clientSecret).toBase64());
    } else {
        members.append({"client_id", who.clientId});
        if (!who.clientSecret.isEmpty())
            members.append({"client_secret", who.clientSecret});
    }
    for (const auto &[name, value] : members)
        request.body += (request.body.isEmpty() ? "" : "&") + name + '=' + value.toPercentEncoding();
    return request;
}

Result<Credentials> takeTokens(const Credentials &who, const HttpResponse &response, const QStringList &needed,
                               core::Instant now)
{
    const QJsonObject object = json::objectFrom(response.body).value_or(QJsonObject());
    const bool isSuccess = response.status >= 200 && response.status <= 299;
    const bool isAnswer = isSuccess || response.status == 400 || response.status == 401;
    if (isAnswer && object.contains(u"error"_s)) // some say it with a success
        return fail(refusal(codeOf(object.value(u"error"_s))));
    if (!isSuccess) {
        Error error = errorOfStatus(response, now);
        if (error.kind == ErrorKind::Unauthorized) // by whom, it does not tell: the sign-in may be as good as before
            error.kind = ErrorKind::Network;
        return fail(error);
    }
    Credentials renewed = who;
    renewed.accessToken = tokenOf(object.value(u"access_token"_s));
    if (renewed.accessToken.isEmpty())
        return fail(ErrorKind::Parse, u"not the JSON that the network's description promises"_s);
    if (const QByteArray refreshToken = tokenOf(object.value(u"refresh_token"_s)); !refreshToken.isEmpty())
        renewed.refreshToken = refreshToken;
    const QString scope = object.value(u"scope"_s).toString();
    QStringList missing = scope.isEmpty() ? QStringList() : needed;
    static const QRegularExpression between(u"[ ,]+"_s);
    const QStringList given = scope.split(between);
    missing.removeIf([&given](const QString &right) { return given.contains(right); });
    if (!missing.isEmpty() && scope != u"*"_s)
        return fail(ErrorKind::Unauthorized, u"the sign-in lacks these rights: %1"_s.arg(missing.join(u", "_s)));
    return renewed;
}

} // namespace vigie::networks::oauth
