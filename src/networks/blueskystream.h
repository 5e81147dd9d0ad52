// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/blueskyjetstream.h"
#include "networks/connector.h"

#include <QTimer>
#include <QUrl>

#include <memory>
#include <optional>

class QWebSocket;

namespace vigie::networks
{

/**
 * Every post of the network, from a Jetstream of either version, told apart by the address. It goes on from where it was by
 * itself, so that fetch() has nothing to bring. A cursor that is too old is moved by the server: that is a gap.
 *
 * An account that is deleted or taken down is told in Page::deleted by the address of the whole, "at://did:…".
 */
class BlueskyStream final : public Connector
{
    Q_OBJECT
public:
    BlueskyStream(QUrl url, const core::Clock &clock, QObject *parent);
    ~BlueskyStream() override;

    void fetch(const Cursor &since) override;
    void cancel() override;
    [[nodiscard]] bool canStream() const override { return true; }
    void stream(const Cursor &since) override;

    /// Where it goes on from: the number of the second wire, and a time that both know.
    struct Position {
        qint64 timeUs = 0;
        qint64 sequence = 0;
    };
    [[nodiscard]] static Position positionFrom(const Cursor &cursor);
    [[nodiscard]] static Cursor toCursor(const Position &position);

private:
    enum class Resume { ByNumber, ByTime };
    [[nodiscard]] QUrl addressFor(Resume resume) const;
    void open(Resume resume);
    void opened();
    void broke();
    void received(const QByteArray &message);
    void checkPosition(const JetstreamEvent &event);
    void flush();
    void silent();
    void end(const Error &reason);

    const QUrl m_url;
    const core::Clock &m_clock;
    const bool m_isSecondWire;
    std::unique_ptr<QWebSocket> m_socket; ///< null: no stream
    bool m_isOpen = false;
    Resume m_resume = Resume::ByNumber;
    Position m_asked;    ///< what we asked to go on from
    Position m_position; ///< of the last event
    bool m_isFirst = true;
    bool m_wasOutdated = false;
    bool m_hasNews = false; ///< since the last page
    Page m_page;
    QTimer m_flush;
    QTimer m_silence;
    bool m_isPinged = false;
    std::optional<quint64> m_fetch; ///< the number of the one that is to be answered
    quint64 m_fetches = 0;
};

} // namespace vigie::networks
