// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/httpclient.h"

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QUrl>

/// Other people of a test network, and what they do there: by plain requests, so that what we test is not tested with itself.
class BlueskyWorld : public QObject
{
public:
    struct Person {
        QString handle;
        QString did;
        QByteArray token;        ///< of the account itself
        QByteArray appPassword;  ///< with the right to send messages
        QByteArray weakPassword; ///< without
    };

    explicit BlueskyWorld(const vigie::core::Clock &clock) : m_clock(clock), m_http(clock) {}

    /// Where an environment variable says that a server is.
    [[nodiscard]] static QUrl address(const char *variable) { return QUrl(qEnvironmentVariable(variable)); }
    /// Empty, with a warning, when there is no answer.
    QJsonObject ask(const QUrl &server, const QByteArray &verb, const QString &method, const QByteArray &body,
                    const QByteArray &token, const QByteArray &proxy = {});
    QJsonObject procedure(const QString &method, const QJsonObject &body, const QByteArray &token = {});
    /// A new account, with app passwords.
    Person join(const QString &name);
    /// Returns the address of the post.
    QString write(const Person &person, const QString &text);
    /// Posts that mention someone; false when the server would not have them.
    [[nodiscard]] bool writeMany(const Person &person, int count, const QString &text, const QString &mentionedDid);
    /// At most 100.
    int recordsOf(const Person &person);

    /// The same token, but of yesterday. A test network's key is known.
    [[nodiscard]] static QByteArray expired(const QByteArray &token);

private:
    const vigie::core::Clock &m_clock;
    vigie::networks::HttpClient m_http;
};
