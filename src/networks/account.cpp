// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/account.h"

#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace vigie::networks
{

QByteArray Credentials::toJson() const
{
    const QJsonObject object = {
        {u"network"_s, network},
        {u"base_url"_s, baseUrl.toString()},
        {u"handle"_s, handle},
        {u"display_name"_s, displayName},
        {u"user_id"_s, userId},
        {u"access_token"_s, QString::fromUtf8(accessToken)},
        {u"refresh_token"_s, QString::fromUtf8(refreshToken)},
        {u"client_id"_s, QString::fromUtf8(clientId)},
        {u"client_secret"_s, QString::fromUtf8(clientSecret)},
        {u"options"_s, options},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Credentials Credentials::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    return {
        .network = object[u"network"_s].toString(),
        .baseUrl = QUrl(object[u"base_url"_s].toString()),
        .handle = object[u"handle"_s].toString(),
        .displayName = object[u"display_name"_s].toString(),
        .userId = object[u"user_id"_s].toString(),
        .accessToken = object[u"access_token"_s].toString().toUtf8(),
        .refreshToken = object[u"refresh_token"_s].toString().toUtf8(),
        .clientId = object[u"client_id"_s].toString().toUtf8(),
        .clientSecret = object[u"client_secret"_s].toString().toUtf8(),
        .options = object[u"options"_s].toObject(),
    };
}

void Account::renew(Credentials credentials)
{
    m_credentials = std::move(credentials);
    m_isSignedIn = true;
    emit renewed(m_credentials);
}

void Account::signOut(const QString &reason)
{
    if (std::exchange(m_isSignedIn, false))
        emit signedOut(reason);
}

} // namespace vigie::networks
