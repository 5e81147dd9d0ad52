// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/oauthloopback.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTcpSocket>
#include <QTimer>
#include <QUrlQuery>

#include <array>
#include <chrono>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

const QString kPath = u"/signed-in"_s;
constexpr qsizetype kMaxHead = 16'384;

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

QByteArray pkceChallenge(const QByteArray &verifier)
{
    return base64Url(QCryptographicHash::hash(verifier, QCryptographicHash::Sha256));
}

Pkce makePkce()
{
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    Pkce pkce;
    pkce.verifier = base64Url(QByteArray(reinterpret_cast<const char *>(random.data()), sizeof(random)));
    pkce.challenge = pkceChallenge(pkce.verifier);
    return pkce;
}

QString makeOAuthState()
{
    static const QString kLetters = u"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"_s;
    QString state;
    for (int i = 0; i < 32; ++i)
        state += kLetters[QRandomGenerator::system()->bounded(int(kLetters.size()))];
    return state;
}

OAuthLoopback::OAuthLoopback(QObject *parent) : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &OAuthLoopback::accept);
}

bool OAuthLoopback::listen(const QString &state, quint16 port)
{
    m_state = state;
    return m_server.listen(QHostAddress(QHostAddress::LocalHost), port);
}

QUrl OAuthLoopback::redirectUrlOn(quint16 port)
{
    QUrl url(u"http://127.0.0.1"_s);
    url.setPort(port);
    url.setPath(kPath);
    return url;
}

void OAuthLoopback::accept()
{
    while (QTcpSocket *const socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QTimer::singleShot(std::chrono::seconds(10), socket, [socket] { socket->abort(); });
    }
}

void OAuthLoopback::read(QTcpSocket *socket)
{
    const QByteArray head = socket->peek(kMaxHead);
    if (!head.contains("\r\n\r\n")) {
        if (head.size() >= kMaxHead)
            socket->abort();
        return;
    }
    socket->disconnect(this);
    const QList<QByteArray> words = head.left(head.indexOf('\r')).split(' ');
    const QUrl address = redirectUrl().resolved(QUrl::fromEncoded(words.value(1)));
    if (words.value(0) != "GET" || address.path() != kPath)
        return reply(socket, 404, tr("There is nothing here."));
    const Result<QString> code = oauthCodeFrom(address.toString(QUrl::FullyEncoded), m_state);
    if (!code && code.error().kind == ErrorKind::Parse)
        return reply(socket, 400, tr("This is not the answer that Vigie waits for."));
    reply(socket, 200,
          code ? tr("You are signed in. Close this page and go back to Vigie.")
               : tr("The sign-in was refused. Close this page and go back to Vigie."));
    if (!m_server.isListening())
        return;
    m_server.close();
    emit answered(code);
}

void OAuthLoopback::reply(QTcpSocket *socket, int status, const QString &sentence)
{
    const QByteArray body = "<!doctype html><meta charset=utf-8><title>Vigie</title><p>" + sentence.toHtmlEscaped().toUtf8();
    socket->write("HTTP/1.1 " + QByteArray::number(status)
                  + " Vigie\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n"
                    "Referrer-Policy: no-referrer\r\nConnection: close\r\nContent-Length: "
                  + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket->disconnectFromHost();
}

Result<QString> oauthCodeFrom(const QString &addressOrCode, const QString &state)
{
    const QString text = addressOrCode.trimmed();
    if (!text.contains(u"://"_s)) {
        if (text.isEmpty() || text.contains(u' ') || text.size() > 4096)
            return fail(ErrorKind::Parse, u"this is no sign-in code"_s);
        return text;
    }
    const QUrlQuery query(QUrl(text, QUrl::TolerantMode));
    if (query.queryItemValue(u"state"_s, QUrl::FullyDecoded) != state)
        return fail(ErrorKind::Parse, u"this is the answer to another sign-in"_s);
    const QString code = query.queryItemValue(u"code"_s, QUrl::FullyDecoded);
    if (!code.isEmpty())
        return code;
    if (query.hasQueryItem(u"error"_s))
        return fail(ErrorKind::Unauthorized, u"the sign-in was refused in the browser"_s);
    return fail(ErrorKind::Parse, u"this is no sign-in code"_s);
}

} // namespace vigie::networks
