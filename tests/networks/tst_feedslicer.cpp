// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/feedparser.h"
#include "networks/feedslicer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie::networks;

namespace
{

constexpr int kEntries = 6000;

QByteArray entries(const char *form)
{
    QByteArray result;
    const QByteArray padding(400, 'x');
    for (int i = 0; i < kEntries; ++i)
        result += QByteArray(form).replace("#", QByteArray::number(i)).replace("PADDING", padding);
    return result;
}

/// The ids of all slices and of the rest, in their order. Pieces of a size that no tag is a multiple of.
QStringList idsInSlices(const QByteArray &feed, int &slices, qsizetype pieceSize = 40'961)
{
    FeedSlicer slicer;
    QStringList ids;
    const auto read = [&ids](const QByteArray &slice) {
        const auto document = parseFeed(slice);
        QVERIFY2(document, document ? "" : qPrintable(document.error().toString()));
        for (const Post &post : document->posts)
            ids << post.remoteId;
    };
    slices = 0;
    for (qsizetype at = 0; at < feed.size(); at += pieceSize) {
        slicer.add(feed.mid(at, pieceSize));
        while (const auto slice = slicer.take()) {
            ++slices;
            read(*slice);
        }
    }
    read(slicer.rest());
    return ids;
}

} // namespace

class FeedSlicerTest : public QObject
{
    Q_OBJECT

private slots:
    void everyEntryOfALongFeedIsInOneSlice_data();
    void everyEntryOfALongFeedIsInOneSlice();
    void aShortFeedComesOutAsItCame();
    void whatIsNoXmlFeedIsLeftWhole();
    void aLineInASliceIsFoundInTheFeed();
};

void FeedSlicerTest::everyEntryOfALongFeedIsInOneSlice_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QByteArray>("tail");
    const QByteArray rss = "<?xml version='1.0'?><rss version='2.0'><channel><title>T</title><item_count>2</item_count>";
    QTest::newRow("Atom") << QByteArray("<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title>")
                          << QByteArray("<entry><id>#</id><title>PADDING</title></entry>\n") << QByteArray("</feed>");
    QTest::newRow("RSS") << rss << QByteArray("<item><guid>#</guid><title>PADDING</title></item>") << QByteArray("</channel></rss>");
    QTest::newRow("RDF, whose channel ends before the items")
        << QByteArray("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
                      "<channel rdf:about='x'><title>T</title><items><rdf:Seq><rdf:li resource='1'/></rdf:Seq></items></channel>")
        << QByteArray("<item rdf:about='#'><title>PADDING</title></item>") << QByteArray("</rdf:RDF>");
    QTest::newRow("an end that is none, in CDATA, a comment and an attribute")
        << rss
        << QByteArray("<item><!-- </item> --><description><![CDATA[</item><item>PADDING]]></description>"
                      "<guid isPermaLink='false'>#</guid><x a='/item>' b=\"a>b\"/></item>")
        << QByteArray("</channel></rss>");
    QTest::newRow("a head that tells of items") << QByteArray("<!-- <item> --><!DOCTYPE rss [<!ENTITY a '>'>]><rss><channel><title>T</title>")
                                                << QByteArray("<item><guid>#</guid><title>PADDING</title></item>")
                                                << QByteArray("</channel></rss>");
    QTest::newRow("windows-1252") << QByteArray("<?xml version='1.0' encoding='windows-1252'?><rss><channel>")
                                  << QByteArray("<item><guid>#</guid><title>\xe9t\xe9 PADDING</title></item>")
                                  << QByteArray("</channel></rss>");
    QTest::newRow("entries within entries")
        << rss << QByteArray("<item><guid>#</guid><x><item><y/></item><item/></x><title>PADDING</title></item>")
        << QByteArray("</channel></rss>");
}

void FeedSlicerTest::everyEntryOfALongFeedIsInOneSlice()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, form);
    QFETCH(QByteArray, tail);
    QStringList wanted;
    for (int i = 0; i < kEntries; ++i)
        wanted << QString::number(i);
    int slices = 0;
    QCOMPARE(idsInSlices(head + entries(form.constData()) + tail, slices), wanted);
    QVERIFY2(slices >= 2, qPrintable(QString::number(slices)));
}

void FeedSlicerTest::aShortFeedComesOutAsItCame()
{
    const QByteArray feed = "<rss><channel><item><guid>1</guid></item></channel></rss>";
    FeedSlicer slicer;
    for (const char byte : feed) {
        slicer.add(QByteArray(1, byte));
        QVERIFY(!slicer.take());
    }
    QCOMPARE(slicer.rest(), feed);
}

void FeedSlicerTest::whatIsNoXmlFeedIsLeftWhole()
{
    for (const QByteArray &bytes : {QByteArray("{\"items\":[" + QByteArray(3'000'000, '1') + "]}"),
                                    QByteArray("<a><b><c><d>" + entries("<item>#PADDING</item>") + "</d>"),
                                    QByteArray("<item>" + entries("<item>#PADDING</item>")), entries("</item>#PADDING"),
                                    QByteArray("<rss><channel>< ></ >" + QByteArray(3'000'000, 'x') + "< ></ >          "),
                                    QByteArray("<rss><channel><item>" + QByteArray(3'000'000, '<'))}) {
        FeedSlicer slicer;
        slicer.add(bytes);
        QVERIFY(!slicer.take());
        QCOMPARE(slicer.rest(), bytes);
    }
}

void FeedSlicerTest::aLineInASliceIsFoundInTheFeed()
{
    const QByteArray feed = "<rss>\n<channel>\n" + entries("<item>\n<guid>#</guid><title>PADDING</title></item>\n") + "<broken";
    FeedSlicer slicer;
    slicer.add(feed);
    while (slicer.take()) {
    }
    const auto document = parseFeed(slicer.rest());
    QVERIFY(!document);
    QCOMPARE(document.error().place.line + slicer.lineShift(), 3 + 2 * kEntries);
}

QTEST_GUILESS_MAIN(FeedSlicerTest)
#include "tst_feedslicer.moc"
