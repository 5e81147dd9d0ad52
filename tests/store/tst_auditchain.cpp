// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/auditchain.h"

#include "store/database.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::store;

class AuditChainTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void anUntouchedLogIsSound();
    void theLogCannotBeChangedByAnOrdinaryStatement();
    void anAlteredRowIsNamed_data();
    void anAlteredRowIsNamed();
    void aLogCutAtItsEndIsFoundOut();

private:
    void tamper(const QString &script)
    {
        auto connection = Connection::open(path(), Access::ReadWrite);
        QVERIFY((*connection)
                    ->execute(u"DROP TRIGGER audit_log_is_append_only_update;"
                              "DROP TRIGGER audit_log_is_append_only_delete;"_s
                              + script)
                    .has_value());
    }
    [[nodiscard]] VerifyReport verified()
    {
        auto connection = Connection::open(path(), Access::ReadOnly);
        return *verifyDatabase(**connection);
    }
    [[nodiscard]] QString path() const { return m_folder->filePath(u"desk.db"_s); }

    core::ManualClock m_clock{core::instantFromMillis(1'750'000'000'000)};
    std::unique_ptr<QTemporaryDir> m_folder;
};

void AuditChainTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const auto database = Database::open(path(), m_clock);
    for (int i = 1; i <= 20; ++i) {
        const auto answer = (*database)->submit(u"ana"_s, [i](Transaction &transaction) {
            return transaction.audit(u"test.act"_s, u"thing"_s, i, {{u"n"_s, i}});
        });
        QVERIFY(answer.result().has_value());
    }
}

void AuditChainTest::anUntouchedLogIsSound()
{
    const VerifyReport report = verified();
    QVERIFY2(report.isSound(), qPrintable(report.problems.join(u'\n')));
    QCOMPARE(report.auditRows, 20);
}

void AuditChainTest::theLogCannotBeChangedByAnOrdinaryStatement()
{
    auto connection = Connection::open(path(), Access::ReadWrite);
    QVERIFY(!execute(**connection, u"UPDATE audit_log SET actor = 'nobody' WHERE id = 3"_s));
    QVERIFY(!execute(**connection, u"DELETE FROM audit_log WHERE id = 3"_s));
}

void AuditChainTest::anAlteredRowIsNamed_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("row");
    QTest::newRow("actor") << u"UPDATE audit_log SET actor = 'bob' WHERE id = 7"_s << 7;
    QTest::newRow("time") << u"UPDATE audit_log SET at = at + 1 WHERE id = 1"_s << 1;
    QTest::newRow("details") << u"UPDATE audit_log SET details = '{}' WHERE id = 20"_s << 20;
    QTest::newRow("removed") << u"DELETE FROM audit_log WHERE id = 12"_s << 12;
    QTest::newRow("rehashed alone") << u"UPDATE audit_log SET hash = zeroblob(32) WHERE id = 5"_s << 5;
}

void AuditChainTest::anAlteredRowIsNamed()
{
    QFETCH(QString, script);
    QFETCH(int, row);
    tamper(script);
    const VerifyReport report = verified();
    QVERIFY(!report.isSound());
    QCOMPARE(report.brokenRow, row);
}

void AuditChainTest::aLogCutAtItsEndIsFoundOut()
{
    tamper(u"DELETE FROM audit_log WHERE id > 15"_s);
    const VerifyReport report = verified();
    QVERIFY(!report.isSound());
    QCOMPARE(report.brokenRow, 16);
}

QTEST_GUILESS_MAIN(AuditChainTest)
#include "tst_auditchain.moc"
