// SPDX-License-Identifier: GPL-3.0-or-later
#include "house/lineartime.h"
#include "networks/failuretexts.h"
#include "networks/feedparser.h"
#include "networks/plaintext.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using networks::FeedDocument;
using networks::FeedFormat;
using networks::Post;

namespace
{

QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(VIGIE_FIXTURES "/feeds/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray rssWith(const QByteArray &item)
{
    return "<rss version=\"2.0\"><channel><item>" + item + "</item></channel></rss>";
}

} // namespace

class FeedParserTest : public QObject
{
    Q_OBJECT

private slots:
    void anRssFeedIsRead();
    void anAtomFeedIsRead();
    void anRdfFeedIsRead();
    void aJsonFeedIsRead();
    void identityIsIdThenLinkThenContent();
    void relativeLinksFollowXmlBase();
    void encodingsAreRecognised_data();
    void encodingsAreRecognised();
    void junkAndUndeclaredEntitiesAreTolerated();
    void olderEncodingsAreRead_data();
    void olderEncodingsAreRead();
    void whatManyFeedsWriteWronglyIsMended_data();
    void whatManyFeedsWriteWronglyIsMended();
    void nothingDeclaredInADocumentTypeIsExpanded();
    void whatIsNoFeedIsAnErrorWithItsPlace_data();
    void whatIsNoFeedIsAnErrorWithItsPlace();
    void theEndsOfLinesMakeNoDifference();
    void hostileNestingIsRefused();
    void theJsonFeedExamplesAreRead();
};

void FeedParserTest::anRssFeedIsRead()
{
    const Result<FeedDocument> feed = networks::parseFeed(fixture(u"rss20.xml"_s));
    QVERIFY2(feed, feed ? "" : qPrintable(feed.error().toString()));
    QCOMPARE(feed->format, FeedFormat::Rss);
    QCOMPARE(feed->version, u"2.0"_s);
    QCOMPARE(feed->title, u"Journal & exemple"_s);
    QCOMPARE(feed->language, u"fr"_s);
    QCOMPARE(feed->posts.size(), 2u);
    const Post &post = feed->posts[0];
    QCOMPARE(post.network, u"rss"_s);
    QCOMPARE(post.remoteId, u"lot-4417"_s);
    QCOMPARE(post.url, u"https://journal.exemple/4417"_s);
    QCOMPARE(post.author.name, u"Claire R."_s);
    QCOMPARE(post.text, u"Rappel : « lot 4417 »\n\nDu verre.\n\n- Rapporter le pot\n- Être remboursé"_s);
    QCOMPARE(core::toIso(post.postedAt), u"2026-02-22T08:30:00Z"_s);
    QCOMPARE(feed->posts[1].remoteId, u"https://journal.exemple/2"_s);
    QCOMPARE(feed->posts[1].text, u"Sans texte"_s);
}

void FeedParserTest::anAtomFeedIsRead()
{
    const Result<FeedDocument> feed = networks::parseFeed(fixture(u"atom10.xml"_s));
    QVERIFY2(feed, feed ? "" : qPrintable(feed.error().toString()));
    QCOMPARE(feed->format, FeedFormat::Atom);
    QCOMPARE(feed->title, u"Forum <exemple>"_s);
    QCOMPARE(feed->nextUrl, u"https://forum.exemple/atom?page=2"_s);
    QCOMPARE(feed->posts.size(), 3u);
    QCOMPARE(feed->posts[0].text, u"Un & deux\n\nAvec du gras."_s);
    QCOMPARE(feed->posts[0].author.name, u"Zoé"_s);
    QCOMPARE(feed->posts[0].author.url, u"https://forum.exemple/zoe"_s);
    QCOMPARE(feed->posts[0].language, u"fr"_s);
    QCOMPARE(core::toIso(feed->posts[0].postedAt), u"2026-02-22T07:00:00Z"_s);
    QCOMPARE(feed->posts[1].text, u"a < b\n\nPas <b>gras</b>"_s);
    QCOMPARE(feed->posts[1].inReplyTo, u"tag:forum.exemple,2026:1"_s);
    QCOMPARE(feed->posts[1].language, u"en"_s);
    QCOMPARE(feed->posts[2].text, u"XHTML\n\nUn paragraphe & <rien>"_s);
}

void FeedParserTest::anRdfFeedIsRead()
{
    const Result<FeedDocument> feed = networks::parseFeed(fixture(u"rss10.rdf"_s));
    QVERIFY2(feed, feed ? "" : qPrintable(feed.error().toString()));
    QCOMPARE(feed->format, FeedFormat::Rdf);
    QCOMPARE(feed->posts.size(), 1u);
    QCOMPARE(feed->posts[0].remoteId, u"https://rdf.exemple/1"_s);
    QCOMPARE(feed->posts[0].author.name, u"Rédaction"_s);
    QCOMPARE(core::toIso(feed->posts[0].postedAt), u"2026-02-22T06:30:00Z"_s);
}

void FeedParserTest::aJsonFeedIsRead()
{
    const Result<FeedDocument> feed = networks::parseFeed(fixture(u"feed11.json"_s));
    QVERIFY2(feed, feed ? "" : qPrintable(feed.error().toString()));
    QCOMPARE(feed->format, FeedFormat::JsonFeed);
    QCOMPARE(feed->version, u"1.1"_s);
    QCOMPARE(feed->posts.size(), 2u);
    QCOMPARE(feed->posts[0].text, u"Titre\n\nBonjour à tous"_s);
    QCOMPARE(feed->posts[0].author.name, u"Ali"_s);
    QCOMPARE(feed->posts[1].remoteId, u"7"_s);
    QCOMPARE(feed->posts[1].text, u"1 < 2 & <b>"_s);
    QCOMPARE(feed->nextUrl, u"https://exemple.org/feed.json?p=2"_s);
}

void FeedParserTest::identityIsIdThenLinkThenContent()
{
    const auto idOf = [](const QByteArray &item) {
        return networks::parseFeed(rssWith(item), {.url = {}, .contentType = {}}).value().posts.at(0).remoteId;
    };
    QCOMPARE(idOf("<guid>g</guid><link>https://a.b/</link>"), u"g"_s);
    QCOMPARE(idOf("<link>https://a.b/</link><title>t</title>"), u"https://a.b/"_s);
    QVERIFY(idOf("<title>t</title>").startsWith(u"sha256:"_s));
    QCOMPARE(idOf("<title>t</title>"), idOf("<title>t</title>"));
    QVERIFY(idOf("<title>t</title>") != idOf("<title>u</title>"));
}

void FeedParserTest::relativeLinksFollowXmlBase()
{
    const QByteArray bytes = "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/a/'>"
                             "<entry xml:base='b/'><id>1</id><link href='c'/></entry>"
                             "<entry><id>2</id><link href='javascript:alert(1)'/></entry></feed>";
    const FeedDocument feed =
        networks::parseFeed(bytes, {.url = QUrl(u"https://exemple.org/x/feed"_s), .contentType = {}}).value();
    QCOMPARE(feed.posts.at(0).url, u"https://exemple.org/a/b/c"_s);
    QCOMPARE(feed.posts.at(1).url, QString());
}

void FeedParserTest::encodingsAreRecognised_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("contentType");
    const QString text = QString::fromUtf8(rssWith("<title>été</title>"));
    const auto declared = [](const char *name) {
        return "<?xml version=\"1.0\" encoding=\"" + QByteArray(name) + "\"?>";
    };
    const auto utf16 = [](const QString &content, QStringConverter::Encoding encoding) {
        return QByteArray(QStringEncoder(encoding)(content));
    };
    QTest::newRow("UTF-8") << text.toUtf8() << QByteArray();
    QTest::newRow("mark") << "\xef\xbb\xbf" + text.toUtf8() << QByteArray();
    QTest::newRow("declared Latin-1") << declared("iso-8859-1") + text.toLatin1() << QByteArray();
    QTest::newRow("declared wrongly") << declared("iso-8859-1") + text.toUtf8() << QByteArray();
    QTest::newRow("header") << text.toLatin1() << QByteArray("text/xml; charset=ISO-8859-1");
    QTest::newRow("nothing said, no UTF-8") << text.toLatin1() << QByteArray("text/xml");
    QTest::newRow("UTF-16LE mark") << "\xff\xfe" + utf16(text, QStringConverter::Utf16LE) << QByteArray();
    QTest::newRow("UTF-16BE mark") << "\xfe\xff" + utf16(text, QStringConverter::Utf16BE) << QByteArray();
    QTest::newRow("UTF-16LE bare") << utf16(text, QStringConverter::Utf16LE) << QByteArray();
    QTest::newRow("UTF-16 declared, is UTF-8") << declared("utf-16") + text.toUtf8() << QByteArray();
}

void FeedParserTest::encodingsAreRecognised()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, contentType);
    const Result<FeedDocument> feed = networks::parseFeed(bytes, {.url = {}, .contentType = contentType});
    QVERIFY2(feed, feed ? "" : qPrintable(feed.error().toString()));
    QCOMPARE(feed->posts.at(0).text, u"été"_s);
}

void FeedParserTest::junkAndUndeclaredEntitiesAreTolerated()
{
    const Result<FeedDocument> feed = networks::parseFeed("\n  junk \n<?xml version='1.0'?>\n" +
                                                          rssWith("<title>caf&eacute;&nbsp;&hellip; &amp;lt;</title>"));
    QVERIFY2(feed, feed ? "" : qPrintable(feed.error().toString()));
    QCOMPARE(feed->posts.at(0).text, u"café … <"_s);
    QVERIFY(networks::parseFeed(rssWith("<title>a\x08 b</title>")));
}

void FeedParserTest::olderEncodingsAreRead_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("Korean") << QByteArray("EUC-KR") << QByteArray("\xb3\xe2") << u"년"_s;
    QTest::newRow("Japanese") << QByteArray("Shift_JIS") << QByteArray("\x93\xfa\x96\x7b") << u"日本"_s;
    QTest::newRow("Chinese") << QByteArray("gb2312") << QByteArray("\xc4\xe3\xba\xc3") << u"你好"_s;
    QTest::newRow("Russian") << QByteArray("koi8-r") << QByteArray("\xd0\xd2\xc9\xd7\xc5\xd4") << u"привет"_s;
    QTest::newRow("Polish") << QByteArray("iso-8859-2") << QByteArray("\xb1\xea") << u"ąę"_s;
    QTest::newRow("unknown") << QByteArray("iso-2022-cn-ext") << QByteArray("\xe9t\xe9") << u"été"_s;
    QTest::newRow("wrong label") << QByteArray("euc-kr") << QByteArray("\xe9t\xe9 \xff") << u"été ÿ"_s;
}

void FeedParserTest::olderEncodingsAreRead()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    const auto feed = networks::parseFeed("<?xml version='1.0' encoding='" + encoding + "'?>"
                                          + rssWith("<title>" + bytes + "</title>"));
    QVERIFY(feed);
    QCOMPARE(feed->posts.at(0).text, text);
}

void FeedParserTest::whatManyFeedsWriteWronglyIsMended_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QString>("text");
    QTest::newRow("a bare ampersand") << QByteArray("<title>A & B &c; D</title>") << u"A & B &c; D"_s;
    QTest::newRow("in an address") << QByteArray("<title>T</title><link>https://a.b/?a=1&copy=2</link>") << u"T"_s;
    QTest::newRow("an upper case X") << QByteArray("<title>&#X41;</title>") << u"A"_s;
    QTest::newRow("windows-1252 by number") << QByteArray("<title>l&#146;été</title>") << u"l’été"_s;
    QTest::newRow("a number of no character")
        << QByteArray("<title>a&#0;&#xd800;&#99999999999;b</title>") << u"a\ufffd\ufffd\ufffdb"_s;
    QTest::newRow("no number") << QByteArray("<title>&#; &#x; &#-5; &#zz;</title>") << u"&#; &#x; &#-5; \ufffd"_s;
    QTest::newRow("CDATA as it is") << QByteArray("<description><![CDATA[a &amp; b &eacute;]]></description>")
                                    << u"a & b é"_s;
    QTest::newRow("a prefix that nobody declared")
        << QByteArray("<dc:title>T</dc:title><x:y a:b='c'>no</x:y>") << u"T"_s;
}

void FeedParserTest::whatManyFeedsWriteWronglyIsMended()
{
    QFETCH(QByteArray, item);
    QFETCH(QString, text);
    const auto feed = networks::parseFeed(rssWith(item));
    QVERIFY2(feed, feed ? "" : qPrintable(feed.error().toString()));
    QCOMPARE(feed->posts.at(0).text, text);
    if (item.contains("<link>"))
        QCOMPARE(feed->posts.at(0).url, u"https://a.b/?a=1&copy=2"_s);
}

void FeedParserTest::nothingDeclaredInADocumentTypeIsExpanded()
{
    const QByteArray type = "<?xml version='1.0'?><!DOCTYPE rss [\n<!ENTITY a \"ha>ha\">\n"
                            "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">\n<!ENTITY x SYSTEM \"file:///etc/passwd\">\n]>";
    const Result<FeedDocument> feed = networks::parseFeed(type + rssWith("<title>[&b;|&x;|&eacute;]</title>"));
    QVERIFY2(feed, feed ? "" : qPrintable(feed.error().toString()));
    QCOMPARE(feed->posts.at(0).text, u"[&b;|&x;|é]"_s);
}

void FeedParserTest::whatIsNoFeedIsAnErrorWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("line");
    QTest::newRow("empty") << QByteArray() << 1;
    QTest::newRow("text") << QByteArray("bonjour") << 1;
    QTest::newRow("page") << QByteArray("<!DOCTYPE html>\n<html><body></body></html>") << 2;
    QTest::newRow("broken off") << QByteArray("<rss>\n<channel>\n<item><title>x") << 3;
    QTest::newRow("misnested") << QByteArray("<rss>\n<channel></rss>") << 2;
    QTest::newRow("two roots") << QByteArray("<rss></rss>\n<rss></rss>") << 2;
    QTest::newRow("JSON cut off") << QByteArray("{\"version\":\"https://jsonfeed.org/version/1\",\n\"items\":[") << 2;
    QTest::newRow("other JSON") << QByteArray("{\"items\":[]}") << 1;
}

void FeedParserTest::whatIsNoFeedIsAnErrorWithItsPlace()
{
    QFETCH(QByteArray, bytes);
    const Result<FeedDocument> feed = networks::parseFeed(bytes);
    QVERIFY(!feed);
    QCOMPARE(feed.error().kind, ErrorKind::Parse);
    QTEST(feed.error().place.line, "line");
    QVERIFY(feed.error().place.column > 0);
    const QString &reason = feed.error().detail;
    QVERIFY2(networks::failureText(reason, core::Phrasebook(core::Language::French)) != reason, qPrintable(reason));
}

void FeedParserTest::theEndsOfLinesMakeNoDifference()
{
    for (const QString &name : {u"rss20.xml"_s, u"atom10.xml"_s, u"rss10.rdf"_s}) {
        const QByteArray written = fixture(name);
        const auto expected = networks::parseFeed(written);
        QVERIFY(expected && !expected->posts.empty());
        for (const char *const end : {"\r\n", "\r"}) {
            const auto read = networks::parseFeed(QByteArray(written).replace("\n", end));
            QVERIFY(read);
            QCOMPARE(read->posts.size(), expected->posts.size());
            for (std::size_t i = 0; i < read->posts.size(); ++i) {
                QCOMPARE(read->posts[i].text, expected->posts[i].text);
                QCOMPARE(read->posts[i].remoteId, expected->posts[i].remoteId);
            }
        }
    }
}

void FeedParserTest::hostileNestingIsRefused()
{
    const std::vector<std::pair<QByteArray, QByteArray>> nests{
        {"<rss>", "<channel>"}, {"<rss><channel><item><description>", "<b>"}, {"{\"a\":", "["}};
    for (const auto &[head, piece] : nests) {
        const QByteArray quarter = head + piece.repeated(50'000);
        const QByteArray whole = head + piece.repeated(200'000);
        QVERIFY(!networks::parseFeed(whole));
        const double ratio = tests::growth([&] { (void)networks::parseFeed(quarter); }, [&] { (void)networks::parseFeed(whole); });
        QVERIFY2(ratio <= tests::kLinear, qPrintable(QString::number(ratio)));
    }
    QVERIFY(!networks::parseFeed(QByteArray(networks::kMaxFeedSize + 1, ' ')));
}

void FeedParserTest::theJsonFeedExamplesAreRead()
{
    const QDir folder(QStringLiteral(VIGIE_SHARED "/fixtures/feeds/jsonfeed"));
    const QStringList names = folder.entryList({u"*.json"_s});
    if (names.isEmpty())
        QSKIP("the shared JSON feeds are absent");
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const Result<FeedDocument> feed = networks::parseFeed(bytes);
        const qsizetype items = QJsonDocument::fromJson(bytes).object().value(u"items"_s).toArray().size();
        QVERIFY2(feed, qPrintable(name));
        QCOMPARE(qsizetype(feed->posts.size()), items);
    }
}

QTEST_APPLESS_MAIN(FeedParserTest)
#include "tst_feedparser.moc"
