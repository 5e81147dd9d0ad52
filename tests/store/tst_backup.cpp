// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup.h"

#include "store/database.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::store;

class BackupTest : public QObject
{
    Q_OBJECT

private slots:
    void aBackupTakenWhileWritingRestoresToWhatItWas();
    void aDamagedBackupIsRefusedAndTheDatabaseStays();
    void aTargetThatCannotBeWrittenIsNamed();
};

namespace
{
void addLabel(Database &database, const QString &name)
{
    const auto answer = database.submit(u"ana"_s, [name](Transaction &transaction) -> Result<qint64> {
        return insert(transaction, u"INSERT INTO labels (name) VALUES (?)"_s, {name});
    });
    QVERIFY(answer.result().has_value());
}

qint64 labels(const QString &path)
{
    auto connection = Connection::open(path, Access::ReadOnly);
    return *readNumber(**connection, u"SELECT count(*) FROM labels"_s);
}
} // namespace

void BackupTest::aBackupTakenWhileWritingRestoresToWhatItWas()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"desk.db"_s);
    const QString copy = folder.filePath(u"copy.db"_s);
    const core::SystemClock clock;
    {
        const auto database = Database::open(path, clock);
        addLabel(**database, u"before"_s);
        QVERIFY(backupTo(**(*database)->reader(), copy).has_value());
        addLabel(**database, u"after"_s);
    }
    QCOMPARE(labels(path), 2);
    const auto restored = restoreFrom(copy, path);
    QVERIFY2(restored.has_value(), restored ? "" : qPrintable(restored.error().detail));
    QCOMPARE(labels(path), 1);
    QCOMPARE(labels(path + u".before-restore"_s), 2);
}

void BackupTest::aDamagedBackupIsRefusedAndTheDatabaseStays()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"desk.db"_s);
    const core::SystemClock clock;
    {
        const auto database = Database::open(path, clock);
        addLabel(**database, u"kept"_s);
    }
    const QString bad = folder.filePath(u"bad.db"_s);
    QFile file(bad);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not a database");
    file.close();
    const auto restored = restoreFrom(bad, path);
    QVERIFY(!restored);
    QVERIFY(restored.error().detail.contains(bad));
    QCOMPARE(labels(path), 1);
    QVERIFY(!QFile::exists(path + u".restoring"_s));
}

void BackupTest::aTargetThatCannotBeWrittenIsNamed()
{
    const QTemporaryDir folder;
    const core::SystemClock clock;
    const auto database = Database::open(folder.filePath(u"desk.db"_s), clock);
    const auto result = backupTo(**(*database)->reader(), u"/nowhere/at/all.db"_s);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::File);
    QVERIFY(result.error().detail.contains(u"/nowhere/at/all.db"_s));
}

QTEST_GUILESS_MAIN(BackupTest)
#include "tst_backup.moc"
