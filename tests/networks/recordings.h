// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <vector>

/// One exchange that was recorded with a real service.
struct Recorded {
    QString file;
    QString target; ///< of the request
    int status = 0;
    QByteArray body;
};

/// The exchanges of one service, in the order of the file names; none when they are absent.
inline std::vector<Recorded> recordedOf(const QString &service)
{
    std::vector<Recorded> exchanges;
    const QDir folder(QStringLiteral(VIGIE_SHARED "/fixtures/") + service + QStringLiteral("/decoded"));
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QJsonArray list = QJsonDocument::fromJson(file.readAll()).array();
        for (const QJsonValue &value : list) {
            const QJsonObject response = value.toObject().value(QStringLiteral("response")).toObject();
            const QJsonValue body = response.value(QStringLiteral("body"));
            const QByteArray bytes = body.isObject()  ? QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact)
                                     : body.isArray() ? QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact)
                                                      : body.toString().toUtf8();
            exchanges.push_back(
                {name,
                 value.toObject().value(QStringLiteral("request")).toObject().value(QStringLiteral("uri")).toString(),
                 response.value(QStringLiteral("status")).toInt(), bytes});
        }
    }
    return exchanges;
}

/// A recorded answer that stands alone in its file.
inline QByteArray recordedFile(const QString &path)
{
    QFile file(QStringLiteral(VIGIE_SHARED "/fixtures/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
