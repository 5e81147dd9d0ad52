// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/csvreader.h"
#include "networks/failuretexts.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using networks::CsvMapping;
using networks::ImportReport;
using networks::Post;

namespace
{

struct Imported {
    Result<ImportReport> report;
    std::vector<Post> posts;

    [[nodiscard]] QString text(std::size_t index) const { return index < posts.size() ? posts[index].text : QString(); }
};

Imported importCsv(QByteArray bytes, const std::optional<CsvMapping> &mapping = {})
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    Imported imported;
    imported.report = networks::readCsv(buffer, mapping, [&imported](std::vector<Post> &&batch) -> Result<> {
        std::move(batch.begin(), batch.end(), std::back_inserter(imported.posts));
        return {};
    });
    return imported;
}

Imported importFile(const QString &name)
{
    QFile file(QStringLiteral(VIGIE_FIXTURES "/csv/") + name);
    return file.open(QIODevice::ReadOnly) ? importCsv(file.readAll()) : Imported{fail(ErrorKind::File, name), {}};
}

CsvMapping mappingOf(const QByteArray &json)
{
    return networks::csvMappingFromJson(json).value();
}

bool isToldInFrench(const QString &reason)
{
    return networks::rejectText(reason, core::Phrasebook(core::Language::French)) != reason;
}

} // namespace

class CsvReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void quotesDelimitersAndLineBreaksFollowRfc4180();
    void everyDelimiterAndEncodingIsRecognised_data();
    void everyDelimiterAndEncodingIsRecognised();
    void aBrandwatchExportIsRead_data();
    void aBrandwatchExportIsRead();
    void aTalkwalkerExportIsRead();
    void aMeltwaterExportIsRead();
    void aFrenchSpreadsheetIsRead();
    void rejectsNameThePhysicalLine();
    void roundedIdsAreRejectedNeverGuessed();
    void aRowWithoutAnIdIsKnownByItsUrlThenByItsContent();
    void theDateOrderIsReadFromTheWholeColumn();
    void anAmbiguousDateIsRejectedUnlessTheMapTells();
    void datesAreReadInManyForms_data();
    void datesAreReadInManyForms();
    void aTimeZoneAppliesToTimesWithoutOne();
    void aMapFileNamesTheColumns();
    void aMapFileWithAMistakeSaysWhich_data();
    void aMapFileWithAMistakeSaysWhich();
    void aFileWithoutTheNeededColumnsIsRefused();
    void thePreviewShowsWhatAMapperNeeds();
    void everyKnownHeaderOfAVendorIsRecognised();
};

void CsvReaderTest::quotesDelimitersAndLineBreaksFollowRfc4180()
{
    const Imported imported = importCsv("id,text,date\r\n"
                                        "1,\"un, \"\"deux\"\"\r\ntrois\",2026-01-31 08:00:00\r\n"
                                        "2,a \"b\" c,2026-01-31T08:00:00Z\r\n"
                                        "\r\n"
                                        "3,\"\"\"x\"\"\",2026-01-31 08:00");
    QVERIFY(imported.report);
    QCOMPARE(imported.report->rejected, 0);
    QCOMPARE(imported.text(0), u"un, \"deux\"\ntrois"_s);
    QCOMPARE(imported.text(1), u"a \"b\" c"_s);
    QCOMPARE(imported.text(2), u"\"x\""_s);
    QCOMPARE(imported.posts[0].network, u"import"_s);
}

void CsvReaderTest::everyDelimiterAndEncodingIsRecognised_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString base = u"id|texte|date|auteur\n1|\"été, bien; oui\"|2026-01-31 08:00|Zoë\n2|b|2026-01-31 09:00|x\n"_s;
    const auto with = [&base](QChar delimiter) { return QString(base).replace(u'|', delimiter); };
    QTest::newRow("comma") << with(u',').toUtf8();
    QTest::newRow("semicolon") << with(u';').toUtf8();
    QTest::newRow("tab") << with(u'\t').toUtf8();
    QTest::newRow("UTF-8 with mark") << "\xef\xbb\xbf" + with(u';').toUtf8();
    QTest::newRow("UTF-16LE") << QByteArray("\xff\xfe") + QByteArray(QStringEncoder(QStringEncoder::Utf16LE)(with(u'\t')));
    QTest::newRow("UTF-16BE") << QByteArray("\xfe\xff") + QByteArray(QStringEncoder(QStringEncoder::Utf16BE)(with(u';')));
    QTest::newRow("windows-1252") << with(u';').toLatin1();
    QTest::newRow("old Macintosh line ends") << with(u',').replace(u'\n', u'\r').toUtf8();
}

void CsvReaderTest::everyDelimiterAndEncodingIsRecognised()
{
    QFETCH(QByteArray, bytes);
    const Imported imported = importCsv(bytes);
    QVERIFY2(imported.report, imported.report ? "" : qPrintable(imported.report.error().detail));
    QCOMPARE(imported.posts.size(), 2u);
    QCOMPARE(imported.text(0), u"été, bien; oui"_s);
    QCOMPARE(imported.posts[0].author.handle, u"Zoë"_s);
}

void CsvReaderTest::aBrandwatchExportIsRead_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("columns named X") << u"brandwatch-x.csv"_s;
    QTest::newRow("columns named Twitter") << u"brandwatch-twitter.csv"_s;
}

void CsvReaderTest::aBrandwatchExportIsRead()
{
    QFETCH(QString, file);
    const Imported imported = importFile(file);
    QVERIFY2(imported.report, imported.report ? "" : qPrintable(imported.report.error().detail));
    QCOMPARE(imported.report->rejected, 0);
    QCOMPARE(imported.posts.size(), 2u);
    const Post &post = imported.posts[0];
    QCOMPARE(post.network, u"x"_s);
    QCOMPARE(post.remoteId, u"1900000000000000001"_s);
    QCOMPARE(post.author.handle, u"lea_m"_s);
    QCOMPARE(post.text, u"Du verre dans le pot,\nencore."_s);
    QCOMPARE(post.likes, 12);
    QCOMPARE(post.reposts, 8);
    QCOMPARE(core::toIso(post.postedAt), u"2026-02-22T07:41:09Z"_s);
    QCOMPARE(QJsonDocument::fromJson(post.extra).object().value(u"Sentiment"_s).toString(), u"negative"_s);
    QCOMPARE(imported.posts[1].network, u"facebook"_s);
    QCOMPARE(imported.posts[1].likes, 40);
}

void CsvReaderTest::aTalkwalkerExportIsRead()
{
    const Imported imported = importFile(u"talkwalker.csv"_s);
    QVERIFY2(imported.report, imported.report ? "" : qPrintable(imported.report.error().detail));
    QCOMPARE(imported.posts.size(), 1u);
    QCOMPARE(imported.posts[0].network, u"x"_s);
    QCOMPARE(imported.posts[0].remoteId, u"https://x.com/a/status/1"_s);
    QCOMPARE(imported.posts[0].author.handle, u"lea_m"_s);
    QCOMPARE(imported.posts[0].language, u"fr"_s);
}

void CsvReaderTest::aMeltwaterExportIsRead()
{
    const Imported imported =
        importCsv("Date\tHeadline\tURL\tOpening Text\tHit Sentence\tSource\tInfluencer\tLanguage\tReach\n"
                  "31-Jan-2026 08:12PM\tRappel\thttps://journal.exemple/1\tOuverture\tPhrase\tLe Journal\tA. B.\tFrench\t1000\n");
    QVERIFY2(imported.report, imported.report ? "" : qPrintable(imported.report.error().detail));
    QCOMPARE(imported.posts.size(), 1u);
    QCOMPARE(core::toIso(imported.posts[0].postedAt), u"2026-01-31T20:12:00Z"_s);
    QCOMPARE(imported.text(0), u"Rappel\n\nPhrase"_s);
    QCOMPARE(imported.posts[0].language, u"fr"_s);
}

void CsvReaderTest::aFrenchSpreadsheetIsRead()
{
    const Imported imported = importFile(u"tableur.csv"_s);
    QVERIFY2(imported.report, imported.report ? "" : qPrintable(imported.report.error().detail));
    QCOMPARE(imported.report->accepted, 3);
    QCOMPARE(imported.report->rejected, 1);
    QCOMPARE(imported.report->rejects[0].line, 5);
    QCOMPARE(imported.posts[0].network, u"facebook"_s);
    QCOMPARE(imported.posts[0].remoteId, u"0012345678901234567"_s);
    QCOMPARE(imported.posts[0].likes, 1234);
    QCOMPARE(core::toIso(imported.posts[1].postedAt), u"2026-02-03T18:05:00Z"_s);
}

void CsvReaderTest::rejectsNameThePhysicalLine()
{
    const Imported imported = importCsv("id,text,date\n1,\"a\nb\nc\",2026-01-31 08:00\n2,,2026-01-31 08:00\n3,d,never\n"
                                        "4,e,2026-01-31 08:00,trop\n5,\"f,2026-01-31 08:00\n");
    QVERIFY(imported.report);
    QCOMPARE(imported.report->accepted, 1);
    QCOMPARE(imported.report->rejects.size(), 4u);
    QCOMPARE(imported.report->rejects[0], (networks::Reject{5, u"text: missing"_s}));
    QCOMPARE(imported.report->rejects[1].line, 6);
    QCOMPARE(imported.report->rejects[2].line, 7);
    QCOMPARE(imported.report->rejects[3], (networks::Reject{8, u"a quoted field is never closed"_s}));
    for (const networks::Reject &reject : imported.report->rejects)
        QVERIFY2(isToldInFrench(reject.reason), qPrintable(reject.reason));
}

void CsvReaderTest::roundedIdsAreRejectedNeverGuessed()
{
    const Imported imported = importCsv("id;text;date;parent id\n1,23E+18;a;2026-01-31 08:00;\n1.23457E+18;b;2026-01-31 08:00;\n"
                                        "=\"1234567890123456789\";c;2026-01-31 08:00;1.2E+18\n");
    QVERIFY(imported.report);
    QCOMPARE(imported.report->rejected, 2);
    QVERIFY(imported.report->rejects[0].reason.startsWith(u"id: a spreadsheet has rounded it"_s));
    QVERIFY(isToldInFrench(imported.report->rejects[0].reason));
    QCOMPARE(imported.posts.size(), 1u);
    QCOMPARE(imported.posts[0].remoteId, u"1234567890123456789"_s);
    QCOMPARE(imported.posts[0].inReplyTo, QString());
}

void CsvReaderTest::aRowWithoutAnIdIsKnownByItsUrlThenByItsContent()
{
    const QByteArray bytes = "id,url,text,date\n,https://x.com/a/status/1,a,2026-01-31 08:00\n,,b,2026-01-31 08:00\n"
                             ",,b,2026-01-31 08:01\n";
    const Imported first = importCsv(bytes);
    QVERIFY(first.report);
    QCOMPARE(first.posts.size(), 3u);
    QCOMPARE(first.posts[0].remoteId, u"https://x.com/a/status/1"_s);
    QCOMPARE(first.posts[0].network, u"x"_s);
    QVERIFY(first.posts[1].remoteId.startsWith(u"sha256:"_s));
    QVERIFY(first.posts[1].remoteId != first.posts[2].remoteId);
    QCOMPARE(importCsv(bytes).posts[1].remoteId, first.posts[1].remoteId);
}

void CsvReaderTest::theDateOrderIsReadFromTheWholeColumn()
{
    const Imported french = importCsv("id,text,date\n1,a,03/04/2026 10:00\n2,b,31/01/2026 10:00\n");
    QVERIFY(french.report);
    QCOMPARE(core::toIso(french.posts.at(0).postedAt), u"2026-04-03T10:00:00Z"_s);
    const Imported american = importCsv("id,text,date\n1,a,03/04/2026 10:00\n2,b,1/31/26 10:00 PM\n");
    QVERIFY(american.report);
    QCOMPARE(core::toIso(american.posts.at(0).postedAt), u"2026-03-04T10:00:00Z"_s);
    QCOMPARE(core::toIso(american.posts.at(1).postedAt), u"2026-01-31T22:00:00Z"_s);
}

void CsvReaderTest::anAmbiguousDateIsRejectedUnlessTheMapTells()
{
    const QByteArray bytes = "id,text,date\n1,a,03/04/2026 10:00\n2,b,04/04/2026 10:00\n";
    const Imported unclear = importCsv(bytes);
    QVERIFY(unclear.report);
    QCOMPARE(unclear.posts.size(), 1u); // 4 April has one reading
    QVERIFY(unclear.report->rejects[0].reason.contains(u"date_order"_s));
    QVERIFY(isToldInFrench(unclear.report->rejects[0].reason));
    const Imported told = importCsv(bytes, mappingOf(R"({"date_order":"mdy"})"));
    QVERIFY(told.report);
    QCOMPARE(core::toIso(told.posts.at(0).postedAt), u"2026-03-04T10:00:00Z"_s);
}

void CsvReaderTest::datesAreReadInManyForms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(expected);
    };
    row("2026-01-31T08:12:05+01:00", "2026-01-31T07:12:05Z");
    row("2026-01-31 08:12:05", "2026-01-31T08:12:05Z");
    row("2026-01-31 08:12:05.0", "2026-01-31T08:12:05Z");
    row("2026-01-31 08:12:05 UTC", "2026-01-31T08:12:05Z");
    row("2026/01/31", "2026-01-31T00:00:00Z");
    row("31.01.2026 08:12", "2026-01-31T08:12:00Z");
    row("31/01/2026 à 8h12", "2026-01-31T08:12:00Z");
    row("31-01-2026", "2026-01-31T00:00:00Z");
    row("Sat, 31 Jan 2026 08:12:05 GMT", "2026-01-31T08:12:05Z");
    row("1769847125", "2026-01-31T08:12:05Z");
    row("1769847125000", "2026-01-31T08:12:05Z");
    row("31/02/2026", "");
    row("46053.34", "");
    row("123", "");
    row("2026-01-31 13:00 PM", "");
}

void CsvReaderTest::datesAreReadInManyForms()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Imported imported = importCsv("id;text;date\n1;a;\"" + text.toUtf8() + "\"\n");
    QVERIFY(imported.report);
    QCOMPARE(imported.posts.empty() ? QString() : core::toIso(imported.posts[0].postedAt), expected);
}

void CsvReaderTest::aTimeZoneAppliesToTimesWithoutOne()
{
    const Imported imported = importCsv("id,text,date\n1,a,2026-07-31 08:00\n2,b,2026-07-31T08:00:00Z\n",
                                        mappingOf(R"({"time_zone":"Europe/Paris"})"));
    QVERIFY(imported.report);
    QCOMPARE(core::toIso(imported.posts.at(0).postedAt), u"2026-07-31T06:00:00Z"_s);
    QCOMPARE(core::toIso(imported.posts.at(1).postedAt), u"2026-07-31T08:00:00Z"_s);
}

void CsvReaderTest::aMapFileNamesTheColumns()
{
    const CsvMapping mapping = mappingOf(
        R"({"text":"Verbatim client","posted_at":["Saisi le","Reçu le"],"id":"N°","network":"sav","date_order":"dmy"})");
    const Imported imported =
        importCsv("N°;Saisi le;Reçu le;Verbatim client;Text\n7;;03/04/2026;Bonjour;autre\n", mapping);
    QVERIFY2(imported.report, imported.report ? "" : qPrintable(imported.report.error().detail));
    QCOMPARE(imported.posts.size(), 1u);
    QCOMPARE(imported.posts[0].network, u"sav"_s);
    QCOMPARE(imported.posts[0].remoteId, u"7"_s);
    QCOMPARE(imported.text(0), u"Bonjour"_s);
    QCOMPARE(core::toIso(imported.posts[0].postedAt), u"2026-04-03T00:00:00Z"_s);
    QCOMPARE(networks::csvMappingFromJson(networks::toJson(mapping)).value(), mapping);
}

void CsvReaderTest::aMapFileWithAMistakeSaysWhich_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("needle");
    QTest::newRow("no JSON") << QByteArray("{\n\"text\":,}") << u"map: "_s;
    QTest::newRow("unknown field") << QByteArray(R"({"txt":"a"})") << u"unknown field \"txt\""_s;
    QTest::newRow("number") << QByteArray(R"({"text":1})") << u"needs the name of a column"_s;
    QTest::newRow("order") << QByteArray(R"({"date_order":"ymd"})") << u"date_order"_s;
    QTest::newRow("zone") << QByteArray(R"({"time_zone":"Mars/Olympus"})") << u"time_zone"_s;
    QTest::newRow("network") << QByteArray(R"({"network":"Mon Réseau"})") << u"network"_s;
}

void CsvReaderTest::aMapFileWithAMistakeSaysWhich()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, needle);
    const Result<CsvMapping> mapping = networks::csvMappingFromJson(json);
    QVERIFY(!mapping);
    QVERIFY2(mapping.error().detail.contains(needle), qPrintable(mapping.error().detail));
}

void CsvReaderTest::aFileWithoutTheNeededColumnsIsRefused()
{
    const Imported noDate = importCsv("id,text\n1,a\n");
    QVERIFY(!noDate.report);
    QCOMPARE(noDate.report.error().kind, ErrorKind::Parse);
    QVERIFY(noDate.report.error().detail.contains(u"posted_at"_s));
    QVERIFY(!importCsv({}).report);
    const Imported wrongMap = importCsv("id,text,date\n1,a,2026-01-31\n", mappingOf(R"({"text":"Contenu"})"));
    QVERIFY(!wrongMap.report);
    QVERIFY(wrongMap.report.error().detail.contains(u"Contenu"_s));
}

void CsvReaderTest::thePreviewShowsWhatAMapperNeeds()
{
    QFile file(QStringLiteral(VIGIE_FIXTURES "/csv/brandwatch-x.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<networks::CsvPreview> preview = networks::previewCsv(file);
    QVERIFY(preview);
    QCOMPARE(preview->mapping.vendor, u"brandwatch"_s);
    QCOMPARE(preview->headerLine, 7);
    QCOMPARE(preview->firstRows.size(), 2);
    QVERIFY(preview->unmapped.contains(u"Sentiment"_s));
    QVERIFY(preview->missing.isEmpty());
    QCOMPARE(preview->delimiter, u',');
    QCOMPARE(file.pos(), 0);
}

void CsvReaderTest::everyKnownHeaderOfAVendorIsRecognised()
{
    QFile file(QStringLiteral(VIGIE_SHARED "/fixtures/csv/known-headers.json"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the shared list of vendors' headers is absent");
    const QJsonObject vendors = QJsonDocument::fromJson(file.readAll()).object();
    const QHash<QString, QString> names = {{u"brandwatch"_s, u"brandwatch"_s},
                                           {u"talkwalker"_s, u"talkwalker"_s},
                                           {u"hootsuite_inbox_2"_s, u"hootsuite"_s},
                                           {u"meltwater"_s, u"meltwater"_s},
                                           {u"determ"_s, u"determ"_s}};
    for (auto it = names.begin(); it != names.end(); ++it) {
        const QJsonObject vendor = vendors.value(it.key()).toObject();
        const QVariantList columns =
            vendor.value(vendor.contains(u"columns"_s) ? u"columns"_s : u"columns_seen"_s).toVariant().toList();
        QStringList headers;
        for (const QVariant &column : columns)
            headers.append(column.toString());
        QByteArray bytes = headers.join(u',').toUtf8() + '\n';
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        const Result<networks::CsvPreview> preview = networks::previewCsv(buffer);
        QVERIFY(preview);
        QCOMPARE(preview->mapping.vendor, it.value());
    }
}

QTEST_APPLESS_MAIN(CsvReaderTest)
#include "tst_csvreader.moc"
