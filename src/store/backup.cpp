// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup.h"

#include "store/auditchain.h"
#include "store/migrations.h"
#include "store/query.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace vigie::store
{
namespace
{

/// QFile::rename refuses to replace; a backup that vanishes between remove and rename is what we must not have.
Result<> replaceFile(const QString &from, const QString &to)
{
#ifdef Q_OS_WIN
    QFile::remove(to);
#endif
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return fail(ErrorKind::File, u"%1: cannot be written"_s.arg(to));
    return {};
}

} // namespace

Result<> backupTo(const Connection &connection, const QString &target)
{
    const QString partial = target + u".partial"_s;
    QFile::remove(partial);
    if (auto copied = execute(connection, u"VACUUM INTO ?"_s, {partial}); !copied) {
        QFile::remove(partial);
        Error error = copied.error();
        error.kind = ErrorKind::File;
        error.detail = u"%1: cannot write the copy (%2)"_s.arg(target, error.detail);
        return fail(std::move(error));
    }
    return replaceFile(partial, target);
}

Result<> restoreFrom(const QString &source, const QString &path)
{
    if (!QFileInfo(source).isFile())
        return fail(ErrorKind::File, u"%1: no such file"_s.arg(source));
    const QString fresh = path + u".restoring"_s;
    QFile::remove(fresh);
    if (!QFile::copy(source, fresh))
        return fail(ErrorKind::File, u"%1: cannot be copied to %2"_s.arg(source, fresh));
    const auto giveUp = [&fresh, &source](Error error) -> Result<> {
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(fresh + suffix);
        error.detail = u"%1: %2"_s.arg(source, error.detail);
        return fail(std::move(error));
    };
    {
        const auto connection = Connection::open(fresh, Access::ReadWrite);
        if (!connection)
            return giveUp(connection.error());
        const auto version = schemaVersion(**connection);
        if (!version)
            return giveUp(version.error());
        if (*version == 0)
            return giveUp(Error{.kind = ErrorKind::DatabaseDamaged, .detail = u"an empty database"_s});
        const auto report = verifyDatabase(**connection);
        if (!report)
            return giveUp(report.error());
        if (!report->isSound())
            return giveUp(Error{.kind = ErrorKind::DatabaseDamaged, .detail = report->problems.join(u"; "_s)});
        // Back to one file: a copy with a WAL beside it would lose the WAL when renamed.
        if (auto single = (*connection)->execute(u"PRAGMA journal_mode = DELETE"_s); !single)
            return giveUp(single.error());
    }
    if (QFileInfo::exists(path)) {
        // The old WAL must go into the old file before that is put aside.
        if (const auto old = Connection::open(path, Access::ReadWrite))
            (void)(*old)->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s); // a damaged file is still kept aside as it is
        if (auto kept = replaceFile(path, path + u".before-restore"_s); !kept)
            return giveUp(kept.error());
        QFile::remove(path + u"-wal"_s);
        QFile::remove(path + u"-shm"_s);
    }
    return replaceFile(fresh, path);
}

} // namespace vigie::store
