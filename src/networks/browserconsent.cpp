// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/browserconsent.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace vigie::networks
{

BrowserConsent::BrowserConsent(QObject *parent)
    : QObject(parent)
{
    connect(&m_loopback, &OAuthLoopback::answered, this, &BrowserConsent::take);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { take(fail(ErrorKind::Timeout, u"nobody has agreed in the browser in time"_s)); });
}

bool BrowserConsent::listen(quint16 port)
{
    const bool isListening = m_loopback.listen(m_state, port);
    if (isListening)
        m_redirect = m_loopback.redirectUrl().toString();
    return isListening;
}

QString BrowserConsent::redirectOn(quint16 port)
{
    return OAuthLoopback::redirectUrlOn(port).toString();
}

void BrowserConsent::useRedirect(const QString &redirect)
{
    m_loopback.close();
    m_redirect = redirect;
}

QUrlQuery BrowserConsent::ask(const Parameters &parameters)
{
    QUrlQuery query;
    const Parameters own = {{u"response_type"_s, u"code"_s},
                            {u"redirect_uri"_s, m_redirect},
                            {u"state"_s, m_state},
                            {u"code_challenge"_s, QString::fromLatin1(m_pkce.challenge)},
                            {u"code_challenge_method"_s, u"S256"_s}};
    for (const auto &[name, value] : own + parameters)
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    m_isAsked = true;
    m_patience.start(kPatience);
    return query;
}

void BrowserConsent::enterCode(const QString &addressOrCode)
{
    const Result<QString> code = oauthCodeFrom(addressOrCode, m_state);
    if (code || code.error().kind != ErrorKind::Parse)
        QMetaObject::invokeMethod(
            this, [this, code] { take(code); }, Qt::QueuedConnection);
}

void BrowserConsent::end()
{
    m_isAsked = false;
    m_patience.stop();
    m_loopback.close();
}

void BrowserConsent::take(const Result<QString> &code)
{
    if (!std::exchange(m_isAsked, false))
        return;
    end();
    emit answered(code);
}

} // namespace vigie::networks
