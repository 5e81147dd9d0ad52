// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/alertrepository.h"
#include "monitoring/desk.h"
#include "monitoring/importer.h"
#include "networks/ndjsonreader.h"
#include "store/auditchain.h"

#include <QBuffer>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::monitoring;

namespace
{

QByteArray ndjson(int first, int count)
{
    QByteArray lines;
    for (int i = first; i < first + count; ++i)
        lines += networks::toNdjson(post(QByteArray::number(i).constData(), u"message numéro %1"_s.arg(i),
                                         at("2026-02-01T00:00:00Z") + std::chrono::seconds(7 * i)))
                 + '\n';
    return lines;
}

Result<ImportReport> importBytes(Intake &intake, QByteArray bytes, ImportRequest request = {})
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return importDevice(intake, buffer, request);
}

} // namespace

class ImporterTest : public QObject
{
    Q_OBJECT

private slots:
    void importingTwiceStoresOnce()
    {
        Desk desk;
        Intake intake(*desk.database, Desk::judge());
        const QByteArray file = ndjson(0, 12'000);
        const auto first = importBytes(intake, file);
        QVERIFY2(first.has_value(), first ? "" : qPrintable(first.error().toString()));
        QCOMPARE(first->read, 12'000);
        QCOMPARE(first->stored, 12'000);
        const auto second = importBytes(intake, file);
        QCOMPARE(second->stored, 0);
        QCOMPARE(second->duplicate, 12'000);
        QCOMPARE(desk.number(u"SELECT count(*) FROM mentions"_s), 12'000);
        QCOMPARE(desk.number(u"SELECT sum(total) FROM volume_buckets"_s), 12'000);
        QVERIFY(desk.indexIsSound());
        QVERIFY(store::verifyDatabase(desk.reader())->isSound());
    }

    void anInterruptedImportIsCompletedByAnother()
    {
        Desk desk;
        Intake intake(*desk.database, Desk::judge());
        const QByteArray file = ndjson(0, 12'000);
        std::atomic<bool> isCancelled = false;
        ImportRequest request{.progress = [&isCancelled](qint64, qint64) { isCancelled = true; },
                              .isCancelled = &isCancelled};
        const auto cut = importBytes(intake, file, request);
        QVERIFY(!cut);
        QCOMPARE(cut.error().kind, ErrorKind::Cancelled);
        const qint64 kept = desk.number(u"SELECT count(*) FROM mentions"_s);
        QVERIFY(kept > 0 && kept < 12'000);
        const auto again = importBytes(intake, file);
        QCOMPARE(again->stored + again->duplicate, 12'000);
        QCOMPARE(desk.number(u"SELECT count(*) FROM mentions"_s), 12'000);
        QCOMPARE(desk.number(u"SELECT sum(total) FROM volume_buckets"_s), 12'000);
    }

    void aBadLineIsRejectedAndTheRestIsRead()
    {
        Desk desk;
        Intake intake(*desk.database, Desk::judge());
        const auto report = importBytes(intake, ndjson(0, 2) + "{\"network\":1}\n" + ndjson(2, 1));
        QCOMPARE(report->stored, 3);
        QCOMPARE(report->rejectedCount, 1);
        QCOMPARE(report->rejected.front().line, 3);
        QVERIFY(!report->rejected.front().reason.isEmpty());
    }

    void aFileInAnyOrderIsReadWhole()
    {
        Desk desk;
        Intake intake(*desk.database, Desk::judge());
        QByteArrayList lines = ndjson(0, 500).trimmed().split('\n');
        std::reverse(lines.begin(), lines.end());
        const auto report = importBytes(intake, lines.join('\n'));
        QCOMPARE(report->stored, 500);
        const auto newest = MentionRepository::page(desk.reader(), {}, {});
        QCOMPARE(newest->front().remoteId, u"499"_s);
    }

    void csvIsRecognised()
    {
        Desk desk;
        Intake intake(*desk.database, Desk::judge());
        const auto report = importBytes(intake, "id,network,text,posted_at\n1,forum,bonjour,2026-02-01T10:00:00Z\n");
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().toString()));
        QCOMPARE(report->format, FileFormat::Csv);
        QCOMPARE(report->stored, 1);
    }

    void aMissingFileIsNamed()
    {
        Desk desk;
        Intake intake(*desk.database, Desk::judge());
        const auto report = importFile(intake, {.path = u"/nowhere/posts.ndjson"_s});
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::File);
        QCOMPARE(report.error().place.file, u"/nowhere/posts.ndjson"_s);
    }

    void aRealCrisisIsSeenWhenItBeginsAndNotBefore()
    {
        const QString path = QStringLiteral(VIGIE_SHARED "/data/crises/us_airways_2015.ndjson");
        if (!QFile::exists(path))
            QSKIP("the recorded crisis is not on this machine");
        Desk desk;
        desk.addWatch({.name = u"US Airways"_s, .query = u"usairways OR \"us airways\" OR @usairways"_s});
        Intake intake(*desk.database, Desk::judge());
        const auto report = importFile(intake, {.path = path});
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().toString()));
        QCOMPARE(report->rejectedCount, 0);
        const auto alerts = AlertRepository::list(desk.reader(), {});
        QVERIFY(!alerts->empty());
        QCOMPARE(alerts->size(), report->alerts.size());
        const core::Format format(core::Language::English, QTimeZone::utc());
        const core::Phrasebook phrases(core::Language::English);
        for (const Alert &alert : *alerts) {
            qInfo().noquote() << core::toIso(alert.raisedAt) << sentence(alert, format, phrases);
            QVERIFY2(alert.raisedAt >= at("2015-02-22T00:00:00Z"), qPrintable(core::toIso(alert.raisedAt)));
            QVERIFY(alert.observed >= alert.threshold);
            QVERIFY(!alert.reasons.risingTerms.empty());
            QCOMPARE(alert.reasons.examples.size(), 3U);
            QVERIFY(!alert.reasons.authors.empty());
            QCOMPARE(alert.reasons.networks.front().name, u"x"_s);
        }
    }
};

QTEST_GUILESS_MAIN(ImporterTest)
#include "tst_importer.moc"
