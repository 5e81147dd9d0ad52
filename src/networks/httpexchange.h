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

    void start();
    virtual void end(const Error &reason) = 0; ///< calls back, once

signals:
    void ended();

protected:
    virtual void listen() = 0; ///< connects to what m_reply tells

    const HttpRequest m_request;
    const core::Clock &m_clock;
    QNetworkAccessManager m_manager;
    QNetworkReply *m_reply = nullptr;
    QTimer m_timer;

private:
    void open();
};

/// See HttpClient::sendOnce().
class OnceExchange final : public HttpExchange
{
    Q_OBJECT
public:
    OnceExchange(const HttpRequest &request, const core::Clock &clock, HttpClient::OnceCallback done, QObject *parent);

    void end(const Error &reason) override;

protected:
    void listen() override;

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

    void end(const Error &reason) override;

protected:
    void listen() override;

private:
    void headArrived();
    void readSome();
    void replyFinished();

    HttpClient::StreamCallbacks m_callbacks;
    bool m_isOpen = false;
};

} // namespace vigie::networks
