// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/fakenetwork.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// What a PDS answers, for FakeNetwork.

inline QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

inline FakeAnswer ok(const QJsonObject &object)
{
    return {.body = json(object)};
}

inline FakeAnswer refusal(int status, const QString &code)
{
    return {.status = status,
            .body = json({{QStringLiteral("error"), code}, {QStringLiteral("message"), QStringLiteral("texte du serveur")}})};
}
