// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "networks/account.h"

#include <QObject>
#include <QUrl>

namespace vigie::networks
{

struct SignInRequest {
    QString network = {};
    QUrl server = {};        ///< empty: the network's usual one
    QString identifier = {}; ///< handle or address, where the network asks for one
    QByteArray password = {}; ///< an app password or a pasted token; never kept where a session can be kept instead
    QByteArray refreshToken = {}; ///< that belongs to a pasted token; renewed with the app's client ID
    QByteArray clientId = {};     ///< of the desk's own app, where Vigie cannot register itself
    QByteArray clientSecret = {}; ///< of it, where it has one
    QJsonObject options = {}; ///< Credentials::options of the account to be: addresses other than the network's usual ones
};

/**
 * Signs in to one network. One start() each; it ends with exactly one finished(), never from within start().
 *
 * Where a person must agree in the browser, needsBrowser() gives the page; the answer comes over loopback by itself, or as a
 * code that the person pastes. Lives in the thread of its HttpClient.
 */
class SignIn : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void start(const SignInRequest &request) = 0;
    virtual void enterCode(const QString &code) { Q_UNUSED(code) }
    virtual void cancel() = 0;

signals:
    void needsBrowser(const QUrl &page);
    void finished(const vigie::Result<vigie::networks::Credentials> &result);
};

} // namespace vigie::networks
