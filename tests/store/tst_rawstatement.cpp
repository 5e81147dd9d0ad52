// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rawstatement.h"

#include "store/database.h"
#include "store/query.h"

#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::store;

class RawStatementTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = Database::open(m_folder->filePath(u"desk.db"_s), m_clock);
        QVERIFY(opened.has_value());
        m_database = std::move(*opened);
    }
    void cleanup() { m_database.reset(); }

    void aStatementIsPreparedOnceForAllWhoAskForIt()
    {
        sqlite3_stmt *const first = m_cache.take(handle(), kNames);
        QVERIFY(first);
        m_cache.giveBack(first);
        QCOMPARE(m_cache.take(handle(), kNames), first);
        sqlite3_stmt *const second = m_cache.take(handle(), kNames); // the first is in use
        QVERIFY(second != nullptr && second != first);
        m_cache.giveBack(first);
        m_cache.giveBack(second);
        m_cache.clear();
    }

    void onlyTheLastUsedOnesAreKept()
    {
        for (int i = 0; i < 200; ++i)
            m_cache.giveBack(m_cache.take(handle(), "SELECT " + QByteArray::number(i)));
        int kept = 0;
        for (sqlite3_stmt *statement = nullptr; (statement = sqlite3_next_stmt(handle(), statement)) != nullptr;)
            ++kept;
        QVERIFY2(kept < 60, qPrintable(QString::number(kept)));
        m_cache.clear();
    }

    void aStatementComesBackWithoutTheValuesOfTheOneBefore()
    {
        for (const bool isFirst : {true, false}) {
            auto statement = RawStatement::prepare(reader(), "SELECT ?1");
            QVERIFY(statement.has_value());
            if (isFirst)
                statement->bind(1, 7);
            QCOMPARE(*statement->step(), RawStatement::Step::Row);
            QCOMPARE(statement->isNull(0), !isFirst);
        }
    }

    void whatIsLeftBeforeItsEndSeesWhatCameLater()
    {
        add(u"a"_s);
        add(u"b"_s);
        QCOMPARE(names(1), QStringList{u"a"_s}); // left on its first row
        add(u"c"_s);
        QCOMPARE(names(9), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    }

    void whatSqliteCannotPrepareIsSaid()
    {
        const auto statement = RawStatement::prepare(reader(), "SELECT 1 FROM nowhere");
        QVERIFY(!statement.has_value());
        QVERIFY2(statement.error().detail.contains(u"nowhere"_s), qPrintable(statement.error().detail));
    }

private:
    static constexpr QByteArrayView kNames = "SELECT name FROM labels ORDER BY name";

    [[nodiscard]] const Connection &reader() { return **m_database->reader(); }
    [[nodiscard]] sqlite3 *handle() { return reader().handle(); }

    void add(const QString &name)
    {
        const auto added = m_database->submit(u"ana"_s, [name](Transaction &transaction) {
            return insert(transaction, u"INSERT INTO labels (name) VALUES (?)"_s, {name});
        });
        QVERIFY(added.result().has_value());
    }

    [[nodiscard]] QStringList names(int limit)
    {
        auto statement = RawStatement::prepare(reader(), kNames);
        QStringList found;
        while (statement && found.size() < limit && statement->step().value_or(RawStatement::Step::Done) == RawStatement::Step::Row)
            found << statement->text(0);
        return found;
    }

    core::ManualClock m_clock{core::instantFromMillis(1'750'000'000'000)};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    StatementCache m_cache;
};

QTEST_GUILESS_MAIN(RawStatementTest)
#include "tst_rawstatement.moc"
