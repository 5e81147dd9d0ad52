// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/connector.h"
#include "networks/folderfile.h"
#include "networks/networks.h"

#include <QFutureWatcher>
#include <QHash>

#include <memory>

namespace vigie::networks
{

/**
 * Reads the NDJSON and CSV files that appear in a folder, each once in each of its states: the cursor holds name, size and
 * time of what was read. A file that is still being written waits until it has stood still. A file that cannot be read
 * does not keep others back: the fetch ends with its error when nothing else is left to read.
 *
 * Files are read in the global thread pool.
 */
class FolderConnector final : public Connector
{
    Q_OBJECT
public:
    [[nodiscard]] static Connector *make(const ReadTask &task, Account *account, HttpClient &http,
                                         const core::Clock &clock, QObject *parent);
    FolderConnector(QString folder, const core::Clock &clock, QObject *parent);

    void fetch(const Cursor &since) override;
    void cancel() override;

private:
    /// What the cursor holds.
    struct Progress {
        QHash<QString, FolderFile> done;
        FolderFile reading; ///< begun; no name: none
        qint64 offset = 0;

        [[nodiscard]] static Progress from(const Cursor &cursor);
        [[nodiscard]] Cursor toCursor() const;
    };

    void look(const Cursor &since);
    [[nodiscard]] bool isSettled(const FolderFile &file) const;
    void read(const FolderFile &file, qint64 offset, bool isLast);
    void readEnded(const FolderFile &file, bool isLast, const Result<FileSlice> &slice);
    void finish(const Result<Page> &page);

    const QString m_folder;
    const core::Clock &m_clock;
    Progress m_progress;
    QHash<QString, FolderFile> m_seen;    ///< at the last look: what changes is still being written
    QHash<QString, FolderFile> m_refused; ///< cannot be read as they are
    std::optional<Error> m_complaint;     ///< about the last of those
    std::unique_ptr<QFutureWatcher<Result<FileSlice>>> m_reading;
    bool m_isBusy = false;
};

} // namespace vigie::networks
