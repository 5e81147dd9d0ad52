// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

#include "store/backup.h"
#include "store/query.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace vigie::store
{
namespace
{

QString migrationFolder()
{
    return u":/sql/sqlite"_s;
}

int numberOf(const QString &fileName)
{
    return fileName.section(u'_', 0, 0).toInt();
}

QStringList migrationFiles()
{
    return QDir(migrationFolder()).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
}

Result<> apply(Connection &connection, const QString &fileName)
{
    QFile file(migrationFolder() + u'/' + fileName);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Internal, u"missing migration "_s + fileName);
    const QString script = u"BEGIN IMMEDIATE;\n"_s + QString::fromUtf8(file.readAll())
                           + u"\nPRAGMA application_id = %1; PRAGMA user_version = %2; COMMIT;"_s.arg(
                               QString::number(kApplicationId), QString::number(numberOf(fileName)));
    if (auto done = connection.execute(script); !done) {
        (void)connection.execute(u"ROLLBACK"_s); // the first error is the one to report
        Error error = done.error();
        error.detail = u"migration %1: %2"_s.arg(fileName, error.detail);
        return fail(std::move(error));
    }
    return {};
}

} // namespace

int latestSchemaVersion()
{
    const QStringList files = migrationFiles();
    return files.isEmpty() ? 0 : numberOf(files.last());
}

Result<int> schemaVersion(const Connection &connection)
{
    const auto version = readNumber(connection, u"PRAGMA user_version"_s);
    if (!version)
        return fail(version.error());
    const auto application = readNumber(connection, u"PRAGMA application_id"_s);
    const auto tables = readNumber(connection, u"SELECT count(*) FROM sqlite_master"_s);
    if (!application || !tables)
        return fail(!application ? application.error() : tables.error());
    if (*application != kApplicationId && (*tables > 0 || *version > 0))
        return fail(ErrorKind::InvalidArgument, u"this is an SQLite database, but not one of Vigie's"_s);
    if (*version > latestSchemaVersion()) {
        return fail(ErrorKind::DatabaseTooNew,
                    u"made by a later version of Vigie (schema %1; this program knows %2); left untouched"_s.arg(
                        QString::number(*version), QString::number(latestSchemaVersion())));
    }
    return int(*version);
}

Result<> migrate(Connection &connection, const QString &path)
{
    const auto version = schemaVersion(connection);
    if (!version)
        return fail(version.error());
    if (*version == latestSchemaVersion())
        return {};
    if (*version > 0) {
        if (auto copied = backupTo(connection, u"%1.before-%2"_s.arg(path).arg(latestSchemaVersion())); !copied)
            return copied;
    }
    for (const QString &file : migrationFiles()) {
        if (numberOf(file) <= *version)
            continue;
        if (auto applied = apply(connection, file); !applied)
            return applied;
    }
    return {};
}

} // namespace vigie::store
