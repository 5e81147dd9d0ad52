// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/jsonreader.h"
#include "networks/networks.h"
#include "networks/walkcursor.h"
#include "networks/youtubeparser.h"

namespace vigie::networks
{

/**
 * Reads the comments on the account's own channel, all of them or those with some words. A reply does not move its thread
 * up: threads whose number of replies has changed, among the newest, are read again.
 */
class YouTubeConnector final : public JsonReader
{
    Q_OBJECT
public:
    [[nodiscard]] static Connector *make(const ReadTask &task, Account *account, HttpClient &http,
                                         const core::Clock &clock, QObject *parent);

protected:
    [[nodiscard]] Result<> begin(const Cursor &since) override;
    void explain(Error &error, const HttpResponse &response) const override;

private:
    YouTubeConnector(QString words, Account &account, HttpClient &http, const core::Clock &clock, QObject *parent);
    void threadsArrived(const HttpResponse &response);
    void readNextThread();
    [[nodiscard]] QUrl url(const QString &path, QList<QPair<QString, QString>> query) const;

    const QString m_words;
    WalkCursor m_walk;
    Page m_page;
    QString m_nextToken;
    QStringList m_waiting; ///< threads whose replies are still to be read
};

} // namespace vigie::networks
