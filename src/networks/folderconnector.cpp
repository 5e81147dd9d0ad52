// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/folderconnector.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QPromise>
#include <QThreadPool>

#include <utility>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

Q_LOGGING_CATEGORY(logFolder, "vigie.folder")

/// A file that nobody has touched for so long is complete.
constexpr std::chrono::seconds kSettled{5};

} // namespace

FolderConnector::Progress FolderConnector::Progress::from(const Cursor &cursor)
{
    const QJsonObject object = QJsonDocument::fromJson(cursor).object();
    Progress progress;
    const QJsonObject files = object.value(u"files"_s).toObject();
    for (auto it = files.begin(); it != files.end(); ++it) {
        const QJsonArray state = it.value().toArray();
        progress.done.insert(it.key(), {it.key(), state.at(0).toInteger(-1), state.at(1).toInteger(-1)});
    }
    const QJsonObject reading = object.value(u"reading"_s).toObject();
    progress.reading = {reading.value(u"name"_s).toString(), reading.value(u"size"_s).toInteger(),
                        reading.value(u"modified_at"_s).toInteger()};
    progress.offset = std::max<qint64>(0, reading.value(u"offset"_s).toInteger());
    return progress;
}

Cursor FolderConnector::Progress::toCursor() const
{
    QJsonObject files;
    for (const FolderFile &file : done)
        files.insert(file.name, QJsonArray{file.size, file.modifiedAt});
    QJsonObject object{{u"files"_s, files}};
    if (!reading.name.isEmpty())
        object.insert(u"reading"_s, QJsonObject{{u"name"_s, reading.name},
                                                {u"size"_s, reading.size},
                                                {u"modified_at"_s, reading.modifiedAt},
                                                {u"offset"_s, offset}});
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Connector *FolderConnector::make(const ReadTask &task, Account *, HttpClient &, const core::Clock &clock, QObject *parent)
{
    return task.what == ReadTask::What::Folder ? new FolderConnector(task.url.toLocalFile(), clock, parent) : nullptr;
}

FolderConnector::FolderConnector(QString folder, const core::Clock &clock, QObject *parent)
    : Connector(parent), m_folder(std::move(folder)), m_clock(clock)
{
}

void FolderConnector::fetch(const Cursor &since)
{
    if (std::exchange(m_isBusy, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this, since] {
            if (m_isBusy)
                look(since);
        },
        Qt::QueuedConnection);
}

void FolderConnector::cancel()
{
    m_reading.reset(); // what the thread still reads is dropped
    if (m_isBusy)
        QMetaObject::invokeMethod(
            this, [this] { finish(fail(ErrorKind::Cancelled, u"cancelled"_s)); }, Qt::QueuedConnection);
}

bool FolderConnector::isSettled(const FolderFile &file) const
{
    const core::Instant touched = core::instantFromMillis(file.modifiedAt);
    return m_clock.now() - touched >= kSettled || m_seen.value(file.name) == file;
}

void FolderConnector::look(const Cursor &since)
{
    const auto files = listFolder(m_folder);
    if (!files)
        return finish(tl::unexpected(files.error()));
    m_progress = Progress::from(since);
    std::vector<FolderFile> ready;
    QHash<QString, FolderFile> there;
    QHash<QString, FolderFile> done;
    bool isRefused = false;
    for (const FolderFile &file : *files) {
        there.insert(file.name, file);
        if (m_progress.done.value(file.name) == file)
            done.insert(file.name, file);
        else if (m_refused.value(file.name) == file)
            isRefused = true;
        else if (isSettled(file))
            ready.push_back(file);
    }
    const bool hasForgotten = done.size() != m_progress.done.size();
    m_progress.done = std::move(done); // what is gone or has changed
    m_seen = std::move(there);
    const auto begun = std::find(ready.begin(), ready.end(), m_progress.reading);
    if (begun != ready.end())
        return read(*begun, m_progress.offset, ready.size() == 1);
    m_progress.reading = {};
    if (!ready.empty())
        return read(ready.front(), 0, ready.size() == 1);
    if (isRefused && m_complaint)
        return finish(tl::unexpected(*m_complaint));
    Page page;
    if (hasForgotten)
        page.next = m_progress.toCursor();
    finish(page);
}

void FolderConnector::read(const FolderFile &file, qint64 offset, bool isLast)
{
    auto promise = std::make_shared<QPromise<Result<FileSlice>>>();
    m_reading = std::make_unique<QFutureWatcher<Result<FileSlice>>>();
    connect(m_reading.get(), &QFutureWatcherBase::finished, this, [this, file, isLast] {
        const Result<FileSlice> slice = m_reading->result();
        m_reading.release()->deleteLater();
        readEnded(file, isLast, slice);
    });
    promise->start();
    m_reading->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, folder = m_folder, file, offset] {
        promise->addResult(readSlice(folder, file, offset));
        promise->finish();
    });
}

void FolderConnector::readEnded(const FolderFile &file, bool isLast, const Result<FileSlice> &slice)
{
    Page page;
    page.hasMore = !isLast;
    if (!slice && slice.error().kind == ErrorKind::Conflict) {
        m_seen.remove(file.name); // it changes: look again later
        return finish(page);
    }
    if (!slice) {
        m_refused.insert(file.name, file);
        m_complaint = slice.error();
        m_complaint->detail = file.name + u": "_s + m_complaint->detail;
        return isLast ? finish(tl::unexpected(*m_complaint)) : look(m_progress.toCursor());
    }
    if (slice->report.rejected > 0) {
        const Reject first = slice->report.rejects.empty() ? Reject() : slice->report.rejects.front();
        qCWarning(logFolder) << slice->report.rejected << "records of a file were refused; the first, at line"
                             << first.line << "of what was read:" << first.reason;
    }
    page.posts = slice->posts;
    const bool isDone = slice->end >= file.size;
    m_progress.reading = isDone ? FolderFile() : file;
    m_progress.offset = isDone ? 0 : slice->end;
    if (isDone)
        m_progress.done.insert(file.name, file);
    else
        page.hasMore = true;
    page.next = m_progress.toCursor();
    finish(page);
}

void FolderConnector::finish(const Result<Page> &page)
{
    if (std::exchange(m_isBusy, false))
        emit fetched(page);
}

} // namespace vigie::networks
