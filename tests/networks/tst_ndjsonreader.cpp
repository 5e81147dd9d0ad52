// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/failuretexts.h"
#include "networks/ndjsonreader.h"

#include <QBuffer>
#include <QFile>
#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace vigie;
using networks::ImportReport;
using networks::Post;

namespace
{

struct Imported {
    Result<ImportReport> report;
    std::vector<Post> posts;
    int batches = 0;
};

Imported importNdjson(const QByteArray &bytes, std::size_t batchSize = 1000)
{
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    Imported imported;
    imported.report = networks::readNdjson(
        buffer,
        [&imported](std::vector<Post> &&batch) -> Result<> {
            ++imported.batches;
            std::move(batch.begin(), batch.end(), std::back_inserter(imported.posts));
            return {};
        },
        {.batchSize = batchSize});
    return imported;
}

const QByteArray kGood = R"({"network":"x","id":"1","text":"a","posted_at":"2026-01-31T08:12:05Z"})";

} // namespace

class NdjsonReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void everyMemberIsRead();
    void unknownMembersAreKeptAsCompactJson();
    void aPostSurvivesTheRoundTrip();
    void aBadLineIsRejectedWithItsReason_data();
    void aBadLineIsRejectedWithItsReason();
    void badLinesDoNotStopTheFile();
    void theExampleFileIsReadAsItsNotesSay();
    void aByteOrderMarkAndWindowsLineEndsAreTolerated();
    void postsComeInBatches();
    void aLineOverAMegabyteIsRejectedAndTheNextOneRead();
    void linesAcrossBlocksAreWhole();
    void theListOfRejectsIsCapped();
    void aFailingSinkStopsTheReading();
    void readingIsFast();
};

void NdjsonReaderTest::everyMemberIsRead()
{
    const Result<Post> post = networks::postFromJson(
        R"({"network":"Mastodon","id":"109","url":"https://a.b/1","author":{"handle":"@a@b","name":"A\u00e9","followers":12},)"
        R"("text":" é\n\u202ex ","lang":"fr","posted_at":"2026-01-31T09:12:05+01:00","in_reply_to":"7","root":"5",)"
        R"("likes":1,"reposts":2,"replies":3,"is_repost":true})");
    QVERIFY(post);
    QCOMPARE(post->network, u"mastodon"_s);
    QCOMPARE(post->remoteId, u"109"_s);
    QCOMPARE(post->url, u"https://a.b/1"_s);
    QCOMPARE(post->author.handle, u"@a@b"_s);
    QCOMPARE(post->author.name, u"Aé"_s);
    QCOMPARE(post->author.followers, 12);
    QCOMPARE(post->text, u"é\nx"_s);
    QCOMPARE(post->language, u"fr"_s);
    QCOMPARE(core::toIso(post->postedAt), u"2026-01-31T08:12:05Z"_s);
    QCOMPARE(post->inReplyTo, u"7"_s);
    QCOMPARE(post->root, u"5"_s);
    QCOMPARE(post->likes, 1);
    QCOMPARE(post->reposts, 2);
    QCOMPARE(post->replies, 3);
    QVERIFY(post->isRepost);
    QVERIFY(post->extra.isEmpty());
}

void NdjsonReaderTest::unknownMembersAreKeptAsCompactJson()
{
    const Result<Post> post = networks::postFromJson(
        R"({"tags": [ "a", {"b": 1.5} ],"network":"x","id":"1","text":"a","posted_at":"2026-01-31T08:12:05Z",)"
        R"("author":{"handle":"h","bio":"é"},"big":123456789012345678901,"n":null})");
    QVERIFY2(post, post ? "" : qPrintable(post.error().detail));
    QVERIFY(post->extra.startsWith(R"({"tags":["a",{"b":1.5}],"author.bio":"é","big":123456789012345)"));
    QVERIFY(post->extra.endsWith(R"(,"n":null})"));
}

void NdjsonReaderTest::aPostSurvivesTheRoundTrip()
{
    Post post;
    post.network = u"bluesky"_s;
    post.remoteId = u"at://x/1"_s;
    post.url = u"https://bsky.app/1"_s;
    post.author = {u"a.b"_s, u"A \"B\" \\"_s, u"https://bsky.app/a"_s, 0};
    post.text = u"ligne 1\nligne\t2 😀"_s;
    post.language = u"pt-BR"_s;
    post.postedAt = core::instantFromMillis(1769847125123);
    post.inReplyTo = u"r"_s;
    post.root = u"s"_s;
    post.likes = 3;
    post.isRepost = true;
    post.extra = R"({"a":[1,2],"b":{"c":null}})";
    const QByteArray line = networks::toNdjson(post);
    const Result<Post> again = networks::postFromJson(line);
    QVERIFY2(again, line.constData());
    QCOMPARE(*again, post);
    QCOMPARE(networks::toNdjson(*again), line);
}

void NdjsonReaderTest::aBadLineIsRejectedWithItsReason_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, QByteArray line, const QString &reason) { QTest::newRow(name) << line << reason; };
    row("no JSON", "bonjour", u"expected a JSON object"_s);
    row("array", "[1]", u"expected a JSON object"_s);
    row("number", "12", u"expected a JSON object"_s);
    row("truncated", kGood.left(40), u"not valid JSON"_s);
    row("two objects", kGood + kGood, u"something follows the JSON object"_s);
    row("trailing comma", R"({"network":"x",})", u"not valid JSON"_s);
    row("bad UTF-8", QByteArray(kGood).replace("\"a\"", "\"\xff\xfe\""), u"not valid UTF-8"_s);
    row("lone surrogate", QByteArray(kGood).replace("\"a\"", R"("\ud83d")"), u"text: expected a string"_s);
    row("no network", QByteArray(kGood).replace("network", "netwerk"), u"network: missing"_s);
    row("no id", QByteArray(kGood).replace("\"id\"", "\"ix\""), u"id: missing"_s);
    row("no text", QByteArray(kGood).replace("\"text\"", "\"texte\""), u"text: missing"_s);
    row("no time", QByteArray(kGood).replace("posted_at", "date"), u"posted_at: missing"_s);
    row("number as id", QByteArray(kGood).replace("\"1\"", "1"), u"id: expected a string"_s);
    row("empty id", QByteArray(kGood).replace("\"1\"", "\" \""), u"id: empty"_s);
    row("null text", QByteArray(kGood).replace("\"a\"", "null"), u"text: expected a string"_s);
    row("bad network", QByteArray(kGood).replace("\"x\"", "\"a b\""),
        u"network: expected a short name of letters, digits, '.', '-' or '_'"_s);
    row("bad time", QByteArray(kGood).replace("2026-01-31T", "31/01/2026 "),
        u"posted_at: expected a time like 2026-01-31T08:12:05Z"_s);
    row("time without zone", QByteArray(kGood).replace("05Z", "05"),
        u"posted_at: expected a time like 2026-01-31T08:12:05Z"_s);
    row("negative likes", QByteArray(kGood).replace("{", R"({"likes":-1,)"),
        u"likes: expected a whole number, not negative"_s);
    row("likes as text", QByteArray(kGood).replace("{", R"({"likes":"1",)"),
        u"likes: expected a whole number, not negative"_s);
    row("author as text", QByteArray(kGood).replace("{", R"({"author":"a",)"), u"author: expected an object"_s);
    row("broken unknown member", QByteArray(kGood).replace("{", R"({"zzz":[1,,2],)"), u"not valid JSON"_s);
    row("deep unknown member", QByteArray(kGood).replace("{", "{\"zzz\":" + QByteArray(5000, '[') + QByteArray(5000, ']') + ","),
        u"not valid JSON"_s);
}

void NdjsonReaderTest::aBadLineIsRejectedWithItsReason()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, reason);
    const Imported imported = importNdjson(line + '\n' + kGood + '\n');
    QVERIFY(imported.report);
    QCOMPARE(imported.report->rejected, 1);
    QCOMPARE(imported.report->rejects.front().line, 1);
    QCOMPARE(imported.report->rejects.front().reason, reason);
    QVERIFY(networks::rejectText(reason, core::Phrasebook(core::Language::French)) != reason);
    QCOMPARE(imported.posts.size(), 1u);
}

void NdjsonReaderTest::badLinesDoNotStopTheFile()
{
    const Imported imported = importNdjson(kGood + "\n\n{\n" + kGood + "\n" + QByteArray(1, '\0') + "\n" + kGood);
    QVERIFY(imported.report);
    QCOMPARE(imported.report->read, 5);
    QCOMPARE(imported.report->accepted, 3);
    QCOMPARE(imported.report->rejected, 2);
    QCOMPARE(imported.report->rejects[0].line, 3);
    QCOMPARE(imported.report->rejects[1].line, 5);
}

void NdjsonReaderTest::theExampleFileIsReadAsItsNotesSay()
{
    QFile file(QStringLiteral(VIGIE_FIXTURES "/ndjson/rappel-lot.ndjson"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Imported imported = importNdjson(file.readAll());
    QVERIFY(imported.report);
    QCOMPARE(imported.report->accepted, 6);
    QCOMPARE(imported.report->rejected, 2);
    QCOMPARE(imported.report->rejects[0].line, 4);
    QCOMPARE(imported.report->rejects[1].line, 7);
}

void NdjsonReaderTest::aByteOrderMarkAndWindowsLineEndsAreTolerated()
{
    const Imported imported = importNdjson("\xef\xbb\xbf" + kGood + "\r\n\r\n" + kGood + "\r\n");
    QVERIFY(imported.report);
    QCOMPARE(imported.report->accepted, 2);
    QCOMPARE(imported.report->rejected, 0);
}

void NdjsonReaderTest::postsComeInBatches()
{
    const Imported imported = importNdjson((kGood + '\n').repeated(25), 10);
    QCOMPARE(imported.posts.size(), 25u);
    QCOMPARE(imported.batches, 3);
}

void NdjsonReaderTest::aLineOverAMegabyteIsRejectedAndTheNextOneRead()
{
    for (const qsizetype size : {1'000'001, 1'048'576, 5'000'000}) {
        const QByteArray big = QByteArray(kGood).replace("\"a\"", '"' + QByteArray(size, 'a') + '"');
        const Imported imported = importNdjson(kGood + '\n' + big + '\n' + kGood + '\n' + big);
        QVERIFY(imported.report);
        QCOMPARE(imported.report->read, 4);
        QCOMPARE(imported.posts.size(), 2u);
        QCOMPARE(imported.report->rejects[0].line, 2);
        QCOMPARE(imported.report->rejects[1].line, 4);
    }
}

void NdjsonReaderTest::linesAcrossBlocksAreWhole()
{
    QByteArray bytes;
    int count = 0;
    for (; bytes.size() < 5'000'000; ++count)
        bytes += QByteArray(kGood).replace("\"a\"", '"' + QByteArray(count % 3000, 'b') + '"') + '\n';
    const Imported imported = importNdjson(bytes);
    QVERIFY(imported.report);
    QCOMPARE(imported.report->rejected, 0);
    QCOMPARE(imported.posts.size(), std::size_t(count));
    for (std::size_t i = 0; i < imported.posts.size(); ++i)
        QCOMPARE(imported.posts[i].text.size(), qsizetype(i % 3000));
}

void NdjsonReaderTest::theListOfRejectsIsCapped()
{
    const Imported imported = importNdjson(QByteArray("x\n").repeated(5000));
    QVERIFY(imported.report);
    QCOMPARE(imported.report->rejected, 5000);
    QCOMPARE(imported.report->rejects.size(), ImportReport::kMaxListed);
}

void NdjsonReaderTest::aFailingSinkStopsTheReading()
{
    QByteArray bytes = (kGood + '\n').repeated(100);
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    int calls = 0;
    const Result<ImportReport> report = networks::readNdjson(
        buffer,
        [&calls](std::vector<Post> &&) -> Result<> {
            ++calls;
            return fail(ErrorKind::Database, u"full"_s);
        },
        {.batchSize = 10});
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::Database);
    QCOMPARE(calls, 1);
}

void NdjsonReaderTest::readingIsFast()
{
    const QByteArray line =
        R"({"network":"mastodon","id":"109876543210987654","url":"https://exemple.social/@a/109876543210987654",)"
        R"("author":{"handle":"@client@exemple.social","name":"Client déçu","followers":120},)"
        R"("text":"Toujours aucune réponse du service client, colis bloqué depuis dix jours. C'est inadmissible ! #colis",)"
        R"("lang":"fr","posted_at":"2026-01-31T08:12:05Z","likes":3,"reposts":1,"replies":0})"
        "\n";
    QByteArray bytes = line.repeated(50'000);
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    const std::clock_t start = std::clock(); // of the processor: other jobs on the machine do not count
    const auto report = networks::readNdjson(buffer, [](std::vector<Post> &&) -> Result<> { return {}; });
    const double seconds = std::max(double(std::clock() - start) / CLOCKS_PER_SEC, 1e-6);
    QVERIFY(report);
    QCOMPARE(report->accepted, 50'000);
    qInfo("%.0f posts/s", 50'000 / seconds);
}

QTEST_APPLESS_MAIN(NdjsonReaderTest)
#include "tst_ndjsonreader.moc"
