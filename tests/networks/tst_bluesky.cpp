// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/blueskyfacets.h"
#include "networks/blueskyids.h"
#include "networks/blueskyjetstream.h"
#include "networks/blueskyparser.h"

#include <QFile>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using networks::Facet;
using networks::JetstreamEvent;

namespace
{

constexpr core::Instant kNow = core::instantFromMillis(1769847125000); // 2026-01-31T08:12:05Z

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray fixture(const QString &name)
{
    return readFile(QStringLiteral(VIGIE_FIXTURES "/bluesky/") + name);
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

QList<QByteArray> linesOf(const QByteArray &bytes)
{
    QList<QByteArray> lines = bytes.split('\n');
    lines.removeAll(QByteArray());
    return lines;
}

networks::BlueskyPage pageOf(const QString &name)
{
    const auto page = networks::parseBlueskyPage(fixture(name), kNow);
    return page ? *page : networks::BlueskyPage{.cursor = u"not parsed: "_s + page.error().detail};
}

} // namespace

class BlueskyTest : public QObject
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
    void aSearchBecomesPosts();
    void timesThatCannotBeAreReplaced();
    void onlyMentionsRepliesAndQuotesAreTakenFromNotifications();
    void aThreadTellsWhatIsGone();
    void answersThatAreNoneAreErrors_data();
    void answersThatAreNoneAreErrors();
    void entriesThatCannotBeKeptAreSkipped();
    void aDeepThreadEnds();
    void bothWiresOfJetstreamTellTheSame_data();
    void bothWiresOfJetstreamTellTheSame();
    void theSecondWireTellsItsNoticesAndItsEnd();
    void brokenEventsAreErrors_data();
    void brokenEventsAreErrors();
    void recordedEventsAreRead();
};

void BlueskyTest::namesAreAsTheProtocolsOwnFilesAsk_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("least");
    for (const char *const name : {"did", "handle", "nsid", "tid", "recordkey", "aturi"}) {
        QTest::newRow(name) << QString::fromLatin1(name) << 3;
    }
}

void BlueskyTest::namesAreAsTheProtocolsOwnFilesAsk()
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

void BlueskyTest::recordKeysGrowWhateverTheClockDoes()
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

void BlueskyTest::aPostHasOnePageByDid()
{
    QCOMPARE(networks::blueskyPostUrl(u"at://did:plc:abc/app.bsky.feed.post/3mq2222222222"_s),
             u"https://bsky.app/profile/did:plc:abc/post/3mq2222222222"_s);
    QCOMPARE(networks::blueskyPostUrl(u"at://did:plc:abc/app.bsky.feed.like/3mq2222222222"_s), QString());
    QCOMPARE(networks::blueskyPostUrl(u"at://lea.exemple.org/app.bsky.feed.post/3mq2222222222"_s), QString());
    QCOMPARE(networks::blueskyPostUrl(u"javascript:alert(1)"_s), QString());
}

void BlueskyTest::facetsCountBytesOfUtf8_data()
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

void BlueskyTest::facetsCountBytesOfUtf8()
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

void BlueskyTest::facetsAreWrittenAsTheLexiconAsks()
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

void BlueskyTest::someoneElsesFacetsAreSetRight()
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

void BlueskyTest::aSearchBecomesPosts()
{
    const networks::BlueskyPage page = pageOf(u"search.json"_s);
    QCOMPARE(page.cursor, u"1769847000000::bafy"_s);
    QCOMPARE(page.posts.size(), 3u);
    const networks::Post &post = page.posts[0];
    QCOMPARE(post.network, u"bluesky"_s);
    QCOMPARE(post.remoteId, u"at://did:plc:bbbbbbbbbbbbbbbbbbbbbbbb/app.bsky.feed.post/3mq3333333333"_s);
    QCOMPARE(post.url, u"https://bsky.app/profile/did:plc:bbbbbbbbbbbbbbbbbbbbbbbb/post/3mq3333333333"_s);
    QCOMPARE(post.author.handle, u"lea.exemple.org"_s);
    QCOMPARE(post.author.name, u"Léa"_s);
    QCOMPARE(post.author.followers, -1);
    QCOMPARE(post.text, u"Encore une panne ? Détails ici : exemple.org/avis-20… #Panne"_s);
    QCOMPARE(post.language, u"fr"_s);
    QCOMPARE(core::toIso(post.postedAt), u"2026-01-31T08:10:00.123Z"_s);
    QCOMPARE(post.inReplyTo, u"at://did:plc:aaaaaaaaaaaaaaaaaaaaaaaa/app.bsky.feed.post/3mq2222222222"_s);
    QCOMPARE(post.root, post.inReplyTo);
    QCOMPARE(post.likes, 7);
    QCOMPARE(post.reposts, 5);
    QCOMPARE(post.replies, 2);
    const QJsonObject extra = QJsonDocument::fromJson(post.extra).object();
    QCOMPARE(extra.value(u"links").toArray(), QJsonArray{u"https://exemple.org/avis-2026-01-31"_s});
    QVERIFY(extra.value(u"cid").toString().startsWith(u"bafyrei"));
    // A handle that no longer holds is replaced by what does.
    QCOMPARE(page.posts[1].author.handle, u"did:plc:cccccccccccccccccccccccc"_s);
}

void BlueskyTest::timesThatCannotBeAreReplaced()
{
    const networks::BlueskyPage page = pageOf(u"search.json"_s);
    QCOMPARE(page.posts.size(), 3u);
    QCOMPARE(core::toIso(page.posts[1].postedAt), u"2026-01-31T08:09:00.500Z"_s); // said to be of 2031
    QCOMPARE(core::toIso(page.posts[2].postedAt), u"2026-01-31T08:08:00Z"_s);     // "yesterday evening"
    const auto timeOf = [](const char *created, std::optional<core::Instant> seen) {
        const auto post = networks::blueskyPostFromRecord(
            u"at://did:plc:abc/app.bsky.feed.post/3mq2222222222"_s, {},
            {{u"text"_s, u"x"_s}, {u"createdAt"_s, QString::fromLatin1(created)}}, seen, kNow);
        return post ? core::toIso(post->postedAt) : QString();
    };
    QCOMPARE(timeOf("", {}), core::toIso(kNow));
    QCOMPARE(timeOf("0001-01-01T00:00:00Z", {}), core::toIso(kNow));
    QCOMPARE(timeOf("1985-00-12T23:20:50.123Z", kNow), core::toIso(kNow));
    QCOMPARE(timeOf("1985-04-12T23:20:50.1235678912345Z", kNow), u"1985-04-12T23:20:50.123Z"_s);
    QCOMPARE(timeOf("2026-01-31T09:12:00+01:00", kNow), u"2026-01-31T08:12:00Z"_s);
}

void BlueskyTest::onlyMentionsRepliesAndQuotesAreTakenFromNotifications()
{
    const networks::BlueskyPage page = pageOf(u"notifications.json"_s);
    QCOMPARE(page.posts.size(), 3u);
    QCOMPARE(page.skipped, 0);
    QCOMPARE(page.cursor, u"2026-01-31T08:00:00.000Z"_s);
    QCOMPARE(page.posts[0].inReplyTo, u"at://did:plc:aaaaaaaaaaaaaaaaaaaaaaaa/app.bsky.feed.post/3mq2222222222"_s);
    QCOMPARE(page.posts[1].author.handle, u"max.exemple.org"_s);
}

void BlueskyTest::aThreadTellsWhatIsGone()
{
    const networks::BlueskyPage page = pageOf(u"thread.json"_s);
    QCOMPARE(page.posts.size(), 3u);
    QCOMPARE(page.deleted, QStringList{u"at://did:plc:cccccccccccccccccccccccc/app.bsky.feed.post/3mqeeeeeeeeee"_s});
    for (const networks::Post &post : page.posts) {
        if (post.text == u"Idem ici")
            QCOMPARE(post.root, u"at://did:plc:aaaaaaaaaaaaaaaaaaaaaaaa/app.bsky.feed.post/3mq2222222222"_s);
    }
}

void BlueskyTest::answersThatAreNoneAreErrors_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("HTML") << QByteArray("<html><body>503</body></html>");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("an error") << QByteArray(R"({"error":"UpstreamFailure","message":"x"})");
    QTest::newRow("another type") << QByteArray(R"({"posts":{"0":1},"cursor":4})");
    QTest::newRow("truncated") << fixture(u"search.json"_s).left(900);
    QTest::newRow("not UTF-8") << QByteArray("{\"posts\":[],\"cursor\":\"\xff\xfe\"}");
    QTest::newRow("nested without end") << QByteArray(100'000, '[');
}

void BlueskyTest::answersThatAreNoneAreErrors()
{
    QFETCH(QByteArray, body);
    const auto page = networks::parseBlueskyPage(body, kNow);
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::Parse);
}

void BlueskyTest::entriesThatCannotBeKeptAreSkipped()
{
    const QByteArray good = R"({"uri":"at://did:plc:abc/app.bsky.feed.post/3mq2222222222","record":{"text":"Bonjour"}})";
    const QByteArray body = "{\"posts\":[null,1,\"x\",[],{},{\"uri\":\"at://x\"},"
                            "{\"uri\":\"at://did:plc:abc/app.bsky.feed.post/.\",\"record\":{\"text\":\"x\"}},"
                            "{\"uri\":\"at://did:plc:abc/app.bsky.feed.post/a\",\"record\":{\"text\":7}},"
                            "{\"uri\":\"at://did:plc:abc/app.bsky.feed.post/a\",\"record\":{\"text\":\"x\",\"$type\":\"app.bsky.feed.like\"}},"
                            "{\"uri\":\"at://did:plc:abc/app.bsky.feed.post/b\",\"author\":[],\"record\":{\"text\":\"y\",\"langs\":4,"
                            "\"reply\":{\"parent\":{\"uri\":\"javascript:x\"}},\"facets\":{\"a\":1},\"createdAt\":{}},"
                            "\"likeCount\":-5,\"repostCount\":\"9\",\"replyCount\":99999999999},"
                            + good + "]}";
    const auto page = networks::parseBlueskyPage(body, kNow);
    QVERIFY(page);
    QCOMPARE(page->posts.size(), 2u);
    QCOMPARE(page->skipped, 9);
    QCOMPARE(page->posts[0].likes, 0);
    QCOMPARE(page->posts[0].reposts, 0);
    QCOMPARE(page->posts[0].replies, std::numeric_limits<int>::max());
    QCOMPARE(page->posts[0].inReplyTo, QString());
    QCOMPARE(page->posts[1].text, u"Bonjour"_s);
}

void BlueskyTest::aDeepThreadEnds()
{
    QByteArray body = R"({"thread":)";
    QByteArray end;
    for (int i = 0; i < 300; ++i) {
        body += R"({"post":{"uri":"at://did:plc:abc/app.bsky.feed.post/k)" + QByteArray::number(i)
                + R"(","record":{"text":"x"}},"replies":[)";
        end += "]}";
    }
    const auto page = networks::parseBlueskyPage(body + end + "}", kNow);
    QVERIFY(page);
    QCOMPARE(page->posts.size(), 300u);
}

void BlueskyTest::bothWiresOfJetstreamTellTheSame_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("v1") << u"jetstream-v1.jsonl"_s;
    QTest::newRow("v2") << u"jetstream-v2.jsonl"_s;
}

void BlueskyTest::bothWiresOfJetstreamTellTheSame()
{
    QFETCH(QString, file);
    QStringList told;
    for (const QByteArray &line : linesOf(fixture(file))) {
        const auto event = networks::parseJetstreamEvent(line, kNow);
        QVERIFY(event);
        if (event->kind == JetstreamEvent::Kind::Post)
            told << event->post->text + u'@' + core::toIso(event->post->postedAt);
        else if (event->kind == JetstreamEvent::Kind::Deleted || event->kind == JetstreamEvent::Kind::AccountGone)
            told << event->gone;
        if (event->timeUs > 0)
            QCOMPARE(event->timeUs / 1'000'000, 1769847125);
    }
    QCOMPARE(told, (QStringList{u"Quelqu'un a des nouvelles de la panne ?@2026-01-31T08:12:04Z"_s,
                                u"Texte corrigé@2026-01-31T07:00:00Z"_s,
                                u"at://did:plc:cccccccccccccccccccccccc/app.bsky.feed.post/3mqkkkkkkkkkk"_s,
                                u"at://did:plc:cccccccccccccccccccccccc"_s}));
}

void BlueskyTest::theSecondWireTellsItsNoticesAndItsEnd()
{
    const QList<QByteArray> lines = linesOf(fixture(u"jetstream-v2.jsonl"_s));
    QVERIFY(lines.size() > 3);
    const auto first = networks::parseJetstreamEvent(lines.first(), kNow);
    QVERIFY(first);
    QCOMPARE(first->kind, JetstreamEvent::Kind::Outdated);
    QCOMPARE(first->sequence, 0);
    const auto second = networks::parseJetstreamEvent(lines[1], kNow);
    QVERIFY(second);
    QCOMPARE(second->sequence, 100);
    const auto last = networks::parseJetstreamEvent(lines.last(), kNow);
    QVERIFY(last);
    QCOMPARE(last->kind, JetstreamEvent::Kind::Refused);
    QCOMPARE(last->reason, u"ConsumerTooSlow"_s);
}

void BlueskyTest::brokenEventsAreErrors_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("{\"did\":");
    QTest::newRow("a number") << QByteArray("17");
    QTest::newRow("no time") << QByteArray(R"({"did":"did:plc:abc","kind":"commit"})");
    QTest::newRow("time beyond 2^53") << QByteArray(R"({"did":"did:plc:abc","kind":"commit","time_us":9223372036854775807})");
    QTest::newRow("time as text") << QByteArray(R"({"did":"did:plc:abc","kind":"commit","time_us":"1"})");
    QTest::newRow("nobody") << QByteArray(R"({"did":"x","kind":"commit","time_us":1769847125000000})");
    QTest::newRow("no number") << QByteArray(R"({"$type":"message","payload":{"$type":"x#commit","did":"did:plc:abc"}})");
}

void BlueskyTest::brokenEventsAreErrors()
{
    QFETCH(QByteArray, message);
    QVERIFY(!networks::parseJetstreamEvent(message, kNow));
}

void BlueskyTest::recordedEventsAreRead()
{
    const QList<QByteArray> lines = linesOf(
        readFile(QStringLiteral(VIGIE_SHARED "/fixtures/bluesky/jetstream/expected_v1.pseudonymised.jsonl")));
    if (lines.isEmpty())
        QSKIP("the recorded events of a Jetstream are not here");
    int posts = 0;
    int deleted = 0;
    int replies = 0;
    int withLinks = 0;
    QSet<QString> languages;
    for (const QByteArray &line : lines) {
        const auto event = networks::parseJetstreamEvent(line, kNow);
        QVERIFY2(event, line.left(200).constData());
        deleted += event->kind == JetstreamEvent::Kind::Deleted ? 1 : 0;
        if (!event->post)
            continue;
        ++posts;
        const QJsonObject record = QJsonDocument::fromJson(line)[u"commit"][u"record"].toObject();
        QCOMPARE(event->post->text, record.value(u"text").toString().trimmed());
        QCOMPARE(event->post->inReplyTo, record[u"reply"][u"parent"][u"uri"].toString());
        replies += event->post->inReplyTo.isEmpty() ? 0 : 1;
        withLinks += QJsonDocument::fromJson(event->post->extra).object().contains(u"links") ? 1 : 0;
        languages.insert(event->post->language);
        // The facets of real programs point at whole characters within the text.
        const QJsonArray facets = record.value(u"facets").toArray();
        QCOMPARE(networks::facetsFromJson(record.value(u"text").toString(), facets).size(), std::size_t(facets.size()));
    }
    QCOMPARE(lines.size(), 152);
    QCOMPARE(posts, 17);
    QCOMPARE(deleted, 1);
    qInfo("152 events: %d posts, %d of them replies, %d with links, %lld languages", posts, replies, withLinks,
          qlonglong(languages.size()));
}

QTEST_APPLESS_MAIN(BlueskyTest)
#include "tst_bluesky.moc"
