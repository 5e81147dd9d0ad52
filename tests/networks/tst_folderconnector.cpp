// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/folderfile.h"
#include "networks/httpclient.h"
#include "networks/networks.h"
#include "networks/reading.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using networks::Connector;
using networks::Cursor;
using networks::Page;

namespace
{

QByteArray line(int number)
{
    return QByteArray(R"({"network":"forum","id":"%","text":"t%","posted_at":"2026-01-31T08:00:00Z"})")
               .replace('%', QByteArray::number(number))
           + '\n';
}

} // namespace

class FolderConnectorTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void eachFileIsReadOnce();
    void aFileThatStillGrowsWaits();
    void anUnfinishedLastLineComesWithTheNextChange();
    void aLastLineWithoutABreakIsReadWhenItIsWhole();
    void aLargeFileComesInPieces();
    void aCsvWithItsMappingIsReadAndDamagedIdsAreRefused();
    void aFileThatCannotBeReadKeepsNoOtherBack();
    void whatIsGoneIsForgotten();
    void aFolderThatIsGoneIsAnError();
    void cancellingEndsTheFetchOnce();

private:
    void write(const QString &name, const QByteArray &bytes, std::chrono::seconds age = 60s)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.flush();
        file.setFileTime(core::toUtc(m_clock.now() - age), QFileDevice::FileModificationTime);
    }
    std::unique_ptr<Connector> reader()
    {
        return std::unique_ptr<Connector>(
            networks::makeReader({.network = u"import"_s,
                                  .what = networks::ReadTask::What::Folder,
                                  .url = QUrl::fromLocalFile(m_folder->path())},
                                 nullptr, m_http, m_clock, nullptr));
    }
    /// As a source is read: on and on while more is promised. The posts' ids; the cursor moves on.
    QStringList readAll(Connector &connector)
    {
        QStringList ids;
        for (int i = 0; i < 100; ++i) {
            const Result<Page> page = fetchOnce(connector, m_cursor);
            if (!page)
                return ids << u"error: "_s + page.error().detail;
            ids << idsOf(page->posts);
            if (page->next)
                m_cursor = *page->next;
            if (!page->hasMore)
                break;
        }
        return ids;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Cursor m_cursor;
    core::ManualClock m_clock{core::instantFromMillis(1769847125000)};
    networks::HttpClient m_http{m_clock};
};

void FolderConnectorTest::eachFileIsReadOnce()
{
    m_cursor.clear();
    write(u"b.jsonl"_s, line(3), 30s);
    write(u"a.ndjson"_s, line(1) + line(2), 60s);
    write(u"notes.txt"_s, line(9));
    write(u"c.ndjson.part"_s, line(9));
    QCOMPARE(readAll(*reader()), QStringList({u"1"_s, u"2"_s, u"3"_s}));
    QCOMPARE(readAll(*reader()), QStringList());
    write(u"c.json"_s, line(4));
    write(u"a.ndjson"_s, line(1) + line(2) + line(5), 10s);
    QCOMPARE(readAll(*reader()), QStringList({u"4"_s, u"1"_s, u"2"_s, u"5"_s}));
}

void FolderConnectorTest::aFileThatStillGrowsWaits()
{
    m_cursor.clear();
    write(u"a.ndjson"_s, line(1), 1s);
    const auto connector = reader();
    QCOMPARE(readAll(*connector), QStringList());
    write(u"a.ndjson"_s, line(1) + line(2), 1s); // it has grown since
    QCOMPARE(readAll(*connector), QStringList());
    QCOMPARE(readAll(*connector), QStringList({u"1"_s, u"2"_s})); // it has stood still from one look to the next
}

void FolderConnectorTest::anUnfinishedLastLineComesWithTheNextChange()
{
    m_cursor.clear();
    write(u"a.ndjson"_s, line(1) + line(2).left(30));
    const auto files = networks::listFolder(m_folder->path());
    const auto slice = networks::readSlice(m_folder->path(), files->at(0), 0);
    QCOMPARE(slice->report.rejected, 0); // it is no damaged line, only an unfinished one
    QCOMPARE(readAll(*reader()), QStringList({u"1"_s}));
    QCOMPARE(readAll(*reader()), QStringList());
    write(u"a.ndjson"_s, line(1) + line(2));
    QCOMPARE(readAll(*reader()), QStringList({u"1"_s, u"2"_s}));
}

void FolderConnectorTest::aLastLineWithoutABreakIsReadWhenItIsWhole()
{
    m_cursor.clear();
    write(u"a.ndjson"_s, line(1) + line(2).trimmed());
    QCOMPARE(readAll(*reader()), QStringList({u"1"_s, u"2"_s}));
}

void FolderConnectorTest::aLargeFileComesInPieces()
{
    m_cursor.clear();
    QByteArray bytes;
    constexpr int kPosts = 120'000; // some 9 MB
    for (int i = 0; i < kPosts; ++i)
        bytes += line(i);
    write(u"a.ndjson"_s, bytes);
    const auto connector = reader();
    const Result<Page> first = fetchOnce(*connector);
    QVERIFY(first && first->hasMore);
    QVERIFY(first->posts.size() < std::size_t(kPosts) / 2);
    m_cursor = *first->next;
    const QStringList rest = readAll(*reader()); // after a restart
    QCOMPARE(qsizetype(first->posts.size()) + rest.size(), qsizetype(kPosts));
    QCOMPARE(rest.front(), QString::number(first->posts.size()));
}

void FolderConnectorTest::aCsvWithItsMappingIsReadAndDamagedIdsAreRefused()
{
    m_cursor.clear();
    write(u"map.json"_s, R"({"text":"Contenu","posted_at":"Quand","id":"Numéro","network":"facebook"})");
    write(u"a.csv"_s, "Numéro;Contenu;Quand\n12;Bonjour;2026-01-31 08:00\n1.23E+18;Abîmé;2026-01-31 08:01\n");
    QCOMPARE(readAll(*reader()), QStringList({u"12"_s}));
}

void FolderConnectorTest::aFileThatCannotBeReadKeepsNoOtherBack()
{
    m_cursor.clear();
    write(u"a.csv"_s, "no;known;header\n1;2;3\n", 90s);
    write(u"b.ndjson"_s, line(1));
    const auto connector = reader();
    QCOMPARE(readAll(*connector), QStringList({u"1"_s}));
    const QStringList idle = readAll(*connector);
    QCOMPARE(idle.size(), 1);
    QVERIFY2(idle[0].startsWith(u"error: a.csv: "_s), qPrintable(idle[0]));
    QVERIFY(QFile::remove(m_folder->filePath(u"a.csv"_s)));
    QCOMPARE(readAll(*connector), QStringList());
}

void FolderConnectorTest::whatIsGoneIsForgotten()
{
    m_cursor.clear();
    write(u"a.ndjson"_s, line(1));
    QCOMPARE(readAll(*reader()).size(), 1);
    QVERIFY(m_cursor.contains("a.ndjson"));
    QVERIFY(QFile::remove(m_folder->filePath(u"a.ndjson"_s)));
    QCOMPARE(readAll(*reader()), QStringList());
    QVERIFY(!m_cursor.contains("a.ndjson"));
}

void FolderConnectorTest::aFolderThatIsGoneIsAnError()
{
    const auto connector = reader();
    m_folder->remove();
    const Result<Page> page = fetchOnce(*connector);
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::File);
}

void FolderConnectorTest::cancellingEndsTheFetchOnce()
{
    write(u"a.ndjson"_s, line(1));
    const auto connector = reader();
    QSignalSpy spy(connector.get(), &Connector::fetched);
    connector->cancel();
    connector->fetch({});
    connector->fetch({});
    connector->cancel();
    QTRY_COMPARE(spy.size(), 1);
    QTest::qWait(50);
    QCOMPARE(spy.size(), 1);
}

QTEST_GUILESS_MAIN(FolderConnectorTest)
#include "tst_folderconnector.moc"
