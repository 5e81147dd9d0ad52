// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/blueskyfacets.h"
#include "networks/blueskyids.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using networks::Facet;

namespace
{

constexpr core::Instant kNow = core::instantFromMillis(1769847125000); // 2026-01-31T08:12:05Z

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList interopLines(const QString &name)
{
    QStringList lines;
    const QString text = QString::fromUtf8(readFile(QStringLiteral(VIGIE_SHARED "/fixtures/bluesky/interop/") + name));
    for (const QString &line : text.split(u'\n')) {
        if (!line.isEmpty() && (!line.startsWith(u'#') || name.startsWith(u"recordkey")) && !line.startsWith(u"# "))
            lines.append(line);
    }
    return lines;
}

} // namespace

class BlueskyNamesTest : public QObject
{
    Q_OBJECT

private slots:
    void namesAreAsTheProtocolsOwnFilesAsk_data();
    void namesAreAsTheProtocolsOwnFilesAsk();
    void recordKeysGrowWhateverTheClockDoes();
    void aPostHasOnePageByDid();
    void facetsCountBytesOfUtf8_data();
    void facetsCountBytesOfUtf8();
    void facetsAreWrittenAsTheLexiconAsks();
    void someoneElsesFacetsAreSetRight();
};

void BlueskyNamesTest::namesAreAsTheProtocolsOwnFilesAsk_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("least");
    for (const char *const name : {"did", "handle", "nsid", "tid", "recordkey", "aturi"}) {
        QTest::newRow(name) << QString::fromLatin1(name) << 3;
    }
}

void BlueskyNamesTest::namesAreAsTheProtocolsOwnFilesAsk()
{
    QFETCH(QString, file);
    QFETCH(int, least);
    const auto isValid = [&file](const QString &text) {
        if (file == u"did")
            return networks::isDid(text);
        if (file == u"handle")
            return networks::isHandle(text);
        if (file == u"nsid")
            return networks::isNsid(text);
        if (file == u"tid")
            return networks::isTid(text);
        if (file == u"recordkey")
            return networks::isRecordKey(text);
        return networks::AtUri::fromString(text).has_value();
    };
    const QStringList valid = interopLines(file + u"_syntax_valid.txt"_s);
    const QStringList invalid = interopLines(file + u"_syntax_invalid.txt"_s);
    if (valid.isEmpty() || invalid.isEmpty())
        QSKIP("the protocol's interop files are not here");
    QVERIFY(valid.size() >= least && invalid.size() >= least);
    for (const QString &text : valid)
        QVERIFY2(isValid(text), qPrintable(u"should be valid: "_s + text.left(80)));
    for (const QString &text : invalid)
        QVERIFY2(!isValid(text), qPrintable(u"should be invalid: "_s + text.left(80)));
    qInfo("%s: %lld valid, %lld invalid", qPrintable(file), qlonglong(valid.size()), qlonglong(invalid.size()));
}

void BlueskyNamesTest::recordKeysGrowWhateverTheClockDoes()
{
    networks::TidMaker maker(0xffff);
    QString last;
    const auto next = [&](qint64 millis) {
        const QString tid = maker.make(core::instantFromMillis(millis));
        QVERIFY2(networks::isTid(tid), qPrintable(tid));
        QVERIFY2(tid > last, qPrintable(tid));
        last = tid;
    };
    for (int i = 0; i < 1000; ++i)
        next(1769847125000);
    next(1769760000000); // set back by a day
    next(-1);
    next(1769847126000);
    next(std::numeric_limits<qint64>::max());
    next(std::numeric_limits<qint64>::min());
    QCOMPARE(networks::TidMaker(0xffff).make(kNow), u"3mdpemn4ju2zz"_s);
    QCOMPARE(networks::TidMaker(0).make(core::instantFromMillis(0)), u"2222222222322"_s);
}

void BlueskyNamesTest::aPostHasOnePageByDid()
{
    QCOMPARE(networks::blueskyPostUrl(u"at://did:plc:abc/app.bsky.feed.post/3mq2222222222"_s),
             u"https://bsky.app/profile/did:plc:abc/post/3mq2222222222"_s);
    QCOMPARE(networks::blueskyPostUrl(u"at://did:plc:abc/app.bsky.feed.like/3mq2222222222"_s), QString());
    QCOMPARE(networks::blueskyPostUrl(u"at://lea.exemple.org/app.bsky.feed.post/3mq2222222222"_s), QString());
    QCOMPARE(networks::blueskyPostUrl(u"javascript:alert(1)"_s), QString());
}

void BlueskyNamesTest::facetsCountBytesOfUtf8_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected"); // "kind|the bytes it covers|value"
    QTest::newRow("nothing") << u"Bonjour à tous"_s << QStringList();
    QTest::newRow("link") << u"é https://exemple.org/a?b=c."_s
                          << QStringList{u"L|https://exemple.org/a?b=c|https://exemple.org/a?b=c"_s};
    QTest::newRow("link without a scheme") << u"👍🏽 voir exemple.org/aide !"_s
                                           << QStringList{u"L|exemple.org/aide|https://exemple.org/aide"_s};
    QTest::newRow("mention") << u"👨‍👩‍👧 @lea.exemple.org, merci"_s << QStringList{u"M|@lea.exemple.org|lea.exemple.org"_s};
    QTest::newRow("mention at the end of a sentence")
        << u"Merci (@lea.exemple.org)."_s << QStringList{u"M|@lea.exemple.org|lea.exemple.org"_s};
    QTest::newRow("an address is no mention") << u"aide@exemple.org"_s << QStringList();
    QTest::newRow("no handle, no mention") << u"@lea et @.exemple.org et @"_s << QStringList();
    QTest::newRow("tags") << u"#Panne, #été2026! ＃障害 #l’Équipe"_s
                          << QStringList{u"T|#Panne|Panne"_s, u"T|#été2026|été2026"_s, u"T|＃障害|障害"_s,
                                         u"T|#l’Équipe|l’Équipe"_s};
    QTest::newRow("numbers and signs are no tags") << u"n°1 #1 #12 # #️⃣ a#b #!?"_s << QStringList();
    QTest::newRow("a fragment is no tag") << u"exemple.org/#haut"_s
                                          << QStringList{u"L|exemple.org/#haut|https://exemple.org/#haut"_s};
    QTest::newRow("an endless tag is no tag") << u"#"_s + QString(65, u'a') << QStringList();
    QTest::newRow("all at once") << u"😀@a.exemple.org @b.exemple.org #c https://d.exemple.org"_s
                                 << QStringList{u"M|@b.exemple.org|b.exemple.org"_s, u"T|#c|c"_s,
                                                u"L|https://d.exemple.org|https://d.exemple.org"_s};
}

void BlueskyNamesTest::facetsCountBytesOfUtf8()
{
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    const QByteArray utf8 = text.toUtf8();
    QStringList found;
    for (const Facet &facet : networks::facetsOf(text)) {
        const QString kind = facet.kind == Facet::Kind::Link ? u"L"_s : facet.kind == Facet::Kind::Mention ? u"M"_s : u"T"_s;
        found << kind + u'|' + QString::fromUtf8(utf8.mid(facet.byteStart, facet.byteEnd - facet.byteStart)) + u'|'
                     + facet.value;
    }
    QCOMPARE(found, expected);
}

void BlueskyNamesTest::facetsAreWrittenAsTheLexiconAsks()
{
    const QString text = u"é @lea.exemple.org #Panne exemple.org @max.exemple.org"_s;
    std::vector<Facet> facets = networks::facetsOf(text);
    QCOMPARE(facets.size(), 4u);
    facets[0].value = u"did:plc:abc"_s; // looked up; the other mention could not be
    const QJsonArray json = networks::facetsToJson(facets);
    QCOMPARE(QJsonDocument(json).toJson(QJsonDocument::Compact),
             QByteArray(R"([{"features":[{"$type":"app.bsky.richtext.facet#mention","did":"did:plc:abc"}],)"
                        R"("index":{"byteEnd":19,"byteStart":3}},)"
                        R"({"features":[{"$type":"app.bsky.richtext.facet#tag","tag":"Panne"}],"index":{"byteEnd":26,"byteStart":20}},)"
                        R"({"features":[{"$type":"app.bsky.richtext.facet#link","uri":"https://exemple.org"}],)"
                        R"("index":{"byteEnd":38,"byteStart":27}}])"));
    // What we write, we read back.
    facets.pop_back();
    QCOMPARE(networks::facetsFromJson(text, json), facets);

    const QByteArray lexicon = readFile(QStringLiteral(VIGIE_SHARED "/fixtures/bluesky/lexicons/app/bsky/richtext/facet.json"));
    if (lexicon.isEmpty())
        QSKIP("the lexicons are not here");
    const QJsonObject defs = QJsonDocument::fromJson(lexicon).object().value(u"defs").toObject();
    for (const QJsonValue value : json) {
        const QJsonObject facet = value.toObject();
        for (const QJsonValue member : defs.value(u"main").toObject().value(u"required").toArray())
            QVERIFY(facet.contains(member.toString()));
        const QJsonObject feature = facet.value(u"features").toArray().at(0).toObject();
        const QString kind = feature.value(u"$type").toString().section(u'#', 1);
        QVERIFY2(defs.contains(kind), qPrintable(kind));
        for (const QJsonValue member : defs.value(kind).toObject().value(u"required").toArray())
            QVERIFY(feature.contains(member.toString()));
    }
}

void BlueskyNamesTest::someoneElsesFacetsAreSetRight()
{
    const QString text = u"aé😀b"_s; // bytes: a 0, é 1-2, 😀 3-6, b 7
    const auto facet = [](int start, int end) {
        return QJsonObject{{u"index"_s, QJsonObject{{u"byteStart"_s, start}, {u"byteEnd"_s, end}}},
                           {u"features"_s, QJsonArray{QJsonObject{{u"$type"_s, u"app.bsky.richtext.facet#tag"_s},
                                                                  {u"tag"_s, QString::number(start)}}}}};
    };
    const auto spans = [&text](const QJsonArray &facets) {
        QStringList list;
        for (const Facet &found : networks::facetsFromJson(text, facets))
            list << u"%1-%2"_s.arg(found.byteStart).arg(found.byteEnd);
        return list.join(u' ');
    };
    QCOMPARE(spans({facet(7, 8), facet(0, 1)}), u"0-1 7-8"_s);
    QCOMPARE(spans({facet(2, 5)}), u"1-7"_s);
    QCOMPARE(spans({facet(0, 3), facet(2, 8)}), u"0-3"_s);
    QCOMPARE(spans({facet(7, 900), facet(8, 9), facet(5, 4), facet(-1, 4), facet(3, 3)}), u"7-8"_s);
    QCOMPARE(spans({QJsonValue(3), QJsonObject(), QJsonArray(),
                    QJsonObject{{u"index"_s, u"0"_s}, {u"features"_s, 1}}}), QString());
}

QTEST_APPLESS_MAIN(BlueskyNamesTest)
#include "tst_blueskynames.moc"
