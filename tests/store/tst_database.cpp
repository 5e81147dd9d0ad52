// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "store/async.h"
#include "store/migrations.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/file.h>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::store;

namespace
{
auto writeLabel(const QString &name)
{
    return [name](Transaction &transaction) -> Result<qint64> {
        transaction.announce({.entity = Entity::Setting, .kind = ChangeKind::Inserted});
        return insert(transaction, u"INSERT INTO labels (name) VALUES (?)"_s, {name});
    };
}
} // namespace

class DatabaseTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aCommittedRowIsSeenByEveryReader();
    void aFailedJobLeavesNoTraceAndTheOthersStay();
    void oneCommitAnnouncesItsChangesOnce();
    void jobsThatWaitWhenItClosesAreStillDone();
    void aClosedDatabaseIsOneFile();
    void aSecondProcessIsToldWhoHoldsTheFile();
    void aLockThatACrashLeftWithoutANameIsTakenOver();
    void aLockWithoutANameThatSomebodyKeepsIsRespected();
    void aReaderMayLookWhileAnotherWrites();
    void aNewerDatabaseIsRefusedAndLeftUntouched();
    void aFileThatIsNoDatabaseIsRefusedWithItsName();
    void aForeignDatabaseIsRefused();
    void anAnswerComesInTheThreadOfItsContext();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"desk.db"_s); }
    [[nodiscard]] std::unique_ptr<Database> opened()
    {
        auto database = Database::open(path(), m_clock);
        if (!database)
            qFatal("%s", qPrintable(database.error().detail));
        return std::move(*database);
    }

    core::ManualClock m_clock{core::instantFromMillis(1'750'000'000'000)};
    std::unique_ptr<QTemporaryDir> m_folder;
};

void DatabaseTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void DatabaseTest::aCommittedRowIsSeenByEveryReader()
{
    const auto database = opened();
    QVERIFY(database->submit(u"ana"_s, writeLabel(u"urgent"_s)).result().has_value());
    QCOMPARE(*readNumber(**database->reader(), u"SELECT count(*) FROM labels"_s), 1);
    const auto elsewhere = QtConcurrent::run([&] {
        return *readNumber(**database->reader(), u"SELECT count(*) FROM labels WHERE name = ?"_s, {u"urgent"_s});
    });
    QCOMPARE(elsewhere.result(), 1);
}

void DatabaseTest::aFailedJobLeavesNoTraceAndTheOthersStay()
{
    const auto database = opened();
    const auto first = database->submit(u"ana"_s, writeLabel(u"a"_s));
    const auto broken = database->submit(u"ana"_s, [](Transaction &transaction) -> Result<qint64> {
        const auto row = insert(transaction, u"INSERT INTO labels (name) VALUES (?)"_s, {u"half"_s});
        if (!row)
            return fail(row.error());
        return fail(ErrorKind::Conflict, u"changed my mind"_s);
    });
    const auto last = database->submit(u"ana"_s, writeLabel(u"b"_s));
    QVERIFY(first.result() && last.result());
    QCOMPARE(broken.result().error().kind, ErrorKind::Conflict);
    QCOMPARE(*readNumber(**database->reader(), u"SELECT count(*) FROM labels"_s), 2);
    QCOMPARE(*readNumber(**database->reader(), u"SELECT count(*) FROM labels WHERE name = 'half'"_s), 0);
}

void DatabaseTest::oneCommitAnnouncesItsChangesOnce()
{
    const auto database = opened();
    QSignalSpy changed(database.get(), &Database::changed);
    database->submit(u"ana"_s, writeLabel(u"a"_s)).waitForFinished();
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed.front().front().value<Changes>().size(), 1);
}

void DatabaseTest::jobsThatWaitWhenItClosesAreStillDone()
{
    auto database = opened();
    QList<QFuture<Result<qint64>>> answers;
    for (int i = 0; i < 200; ++i)
        answers << database->submit(u"ana"_s, writeLabel(QString::number(i)));
    database.reset();
    for (const auto &answer : answers)
        QVERIFY(answer.result().has_value());
    database = opened();
    QCOMPARE(*readNumber(**database->reader(), u"SELECT count(*) FROM labels"_s), 200);
}

void DatabaseTest::aClosedDatabaseIsOneFile()
{
    // The readers used to close last, which left all that was written in desk.db-wal: a copy of desk.db alone was empty.
    auto database = opened();
    QVERIFY(database->submit(u"ana"_s, writeLabel(u"urgent"_s)).result().has_value());
    QCOMPARE(*readNumber(**database->reader(), u"SELECT count(*) FROM labels"_s), 1);
    database.reset();
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), {u"desk.db"_s});
}

void DatabaseTest::aSecondProcessIsToldWhoHoldsTheFile()
{
    const auto database = opened();
    const auto second = Database::open(path(), m_clock);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::DatabaseBusy);
    QVERIFY2(second.error().detail.contains(QString::number(QCoreApplication::applicationPid())),
             qPrintable(second.error().detail));
}

void DatabaseTest::aLockThatACrashLeftWithoutANameIsTakenOver()
{
    // Killed between making the lock and writing its name into it, the program never opened its database again.
    opened().reset();
    QFile lock(path() + u".lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.close();
    const auto again = Database::open(path(), m_clock);
    QVERIFY2(again, again ? "" : qPrintable(again.error().toString()));
    QCOMPARE(Database::open(path(), m_clock).error().kind, ErrorKind::DatabaseBusy); // and it is held
}

void DatabaseTest::aLockWithoutANameThatSomebodyKeepsIsRespected()
{
    QFile lock(path() + u".lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    QVERIFY(::flock(lock.handle(), LOCK_EX | LOCK_NB) == 0);
    const auto second = Database::open(path(), m_clock);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::DatabaseBusy);
    QVERIFY(lock.exists());
}

void DatabaseTest::aReaderMayLookWhileAnotherWrites()
{
    const auto database = opened();
    const auto reader = Database::open(path(), m_clock, Access::ReadOnly);
    QVERIFY(reader.has_value());
    database->submit(u"ana"_s, writeLabel(u"a"_s)).waitForFinished();
    QCOMPARE(*readNumber(**(*reader)->reader(), u"SELECT count(*) FROM labels"_s), 1);
    QCOMPARE((*reader)->submit(u"ana"_s, writeLabel(u"b"_s)).result().error().kind, ErrorKind::DatabaseBusy);
}

void DatabaseTest::aNewerDatabaseIsRefusedAndLeftUntouched()
{
    opened().reset();
    {
        auto connection = Connection::open(path(), Access::ReadWrite);
        QVERIFY((*connection)->execute(u"PRAGMA user_version = 9999"_s).has_value());
    }
    const auto again = Database::open(path(), m_clock);
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::DatabaseTooNew);
    auto connection = Connection::open(path(), Access::ReadOnly);
    QCOMPARE(*readNumber(**connection, u"PRAGMA user_version"_s), 9999);
}

void DatabaseTest::aFileThatIsNoDatabaseIsRefusedWithItsName()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("these are not the bytes you look for\n").repeated(100));
    file.close();
    const auto result = Database::open(path(), m_clock);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::DatabaseDamaged);
    QVERIFY(result.error().detail.contains(path()));
}

void DatabaseTest::aForeignDatabaseIsRefused()
{
    {
        auto connection = Connection::open(path(), Access::ReadWrite);
        QVERIFY((*connection)->execute(u"CREATE TABLE recipes (name TEXT)"_s).has_value());
    }
    const auto result = Database::open(path(), m_clock);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::InvalidArgument);
}

void DatabaseTest::anAnswerComesInTheThreadOfItsContext()
{
    const auto database = opened();
    qint64 count = -1;
    QThread *thread = nullptr;
    readAsync(
        *database, this,
        [](const Connection &connection) { return readNumber(connection, u"SELECT count(*) FROM labels"_s); },
        [&](const Result<qint64> &answer) {
            count = *answer;
            thread = QThread::currentThread();
        });
    QTRY_COMPARE(count, 0);
    QCOMPARE(thread, QThread::currentThread());
}

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
