// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <chrono>
#include <map>
#include <memory>

/// What goes wrong with one request on its way.
enum class Fault {
    None,
    CutBeforeRequest, ///< nothing of it reaches the server
    CutDuringRequest, ///< half of it does
    CutAfterRequest,  ///< all of it, and not a byte of the answer comes back
    CutDuringAnswer,  ///< some bytes of the answer come back
    DelayedRequest,   ///< all of it, late, whether or not anybody waits for the answer any more
    DelayedAnswer,    ///< the answer comes late
    NoAnswer,         ///< it never comes; the connection stays
};
[[nodiscard]] QString faultName(Fault fault); ///< "cut during request"

/**
 * A proxy on loopback that passes HTTP/1.1 over TCP to one server, and spoils the requests it is told to spoil.
 *
 * arm() is for the next request whose method is one of POST, PUT or DELETE, on any connection; all others pass. A connection
 * that asks for another protocol (a WebSocket) is passed byte by byte from then on.
 */
class FaultProxy : public QObject
{
    Q_OBJECT
public:
    /// `server` is http on some port.
    explicit FaultProxy(const QUrl &server, QObject *parent = nullptr);

    [[nodiscard]] QUrl url() const; ///< in the place of the server's
    void arm(Fault fault) { m_armed = fault; }
    void setDelay(std::chrono::milliseconds delay) { m_delay = delay; }
    /// How often each was done to a request.
    [[nodiscard]] const std::map<Fault, int> &done() const { return m_done; }

private:
    struct Line; ///< one connection on both sides

    void accept();
    void clientSent(const std::shared_ptr<Line> &line);
    void pass(const std::shared_ptr<Line> &line, const QByteArray &request, Fault fault);
    void serverSent(const std::shared_ptr<Line> &line);
    void connectToServer(const std::shared_ptr<Line> &line);

    const QUrl m_server;
    QTcpServer m_listener;
    Fault m_armed = Fault::None;
    std::chrono::milliseconds m_delay{200};
    std::map<Fault, int> m_done;
};
