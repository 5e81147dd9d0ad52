// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/httpclient.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>

class QNetworkReply;

namespace vigie::networks
{

/// One request on a connection of its own: base of the two below. For HttpClient alone, which owns it.
class HttpExchange : public QObject
{
    Q_OBJECT
public:
    HttpExchange(const HttpRequest &request, const core::Clock &clock, QObject *parent);
    ~HttpExchange() override;

    virtual void start() = 0;
    virtual void end(const Error &reason) = 0; ///< calls back, once

signals:
    void ended();

protected:
    /// Never waits for, and never shares a connection with, anything else.
    void open();

    const HttpRequest m_request;
    const core::Clock &m_clock;
    QNetworkAccessManager m_manager;
    QNetworkReply *m_reply = nullptr;
    QTimer m_timer;
};

/// See HttpClient::sendOnce().
class OnceExchange final : public HttpExchange
{
    Q_OBJECT
public:
    OnceExchange(const HttpRequest &request, const core::Clock &clock, HttpClient::OnceCallback done, QObject *parent);

    void start() override;
    void end(const Error &reason) override;

private:
    void readSome();
    void replyFinished();
    void finish(const Result<HttpResponse> &result, Departure departure);

    HttpClient::OnceCallback m_done;
    QByteArray m_answer;
    bool m_hasLeft = false; ///< the transport says that it wrote something
};

/// See HttpClient::stream().
class StreamExchange final : public HttpExchange
{
    Q_OBJECT
public:
    StreamExchange(const HttpRequest &request, const core::Clock &clock, HttpClient::StreamCallbacks callbacks,
                   QObject *parent);

    void start() override;
    void end(const Error &reason) override;

private:
    void headArrived();
    void readSome();
    void replyFinished();

    HttpClient::StreamCallbacks m_callbacks;
    bool m_isOpen = false;
};

} // namespace vigie::networks
