// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/blueskyfacets.h"
#include "networks/blueskyjetstream.h"
#include "networks/blueskyparser.h"

#include <QFile>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
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

class BlueskyParserTest : public QObject
{
    Q_OBJECT

private slots:
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

void BlueskyParserTest::aSearchBecomesPosts()
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

void BlueskyParserTest::timesThatCannotBeAreReplaced()
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

void BlueskyParserTest::onlyMentionsRepliesAndQuotesAreTakenFromNotifications()
{
    const networks::BlueskyPage page = pageOf(u"notifications.json"_s);
    QCOMPARE(page.posts.size(), 3u);
    QCOMPARE(page.skipped, 0);
    QCOMPARE(page.cursor, u"2026-01-31T08:00:00.000Z"_s);
    QCOMPARE(page.posts[0].inReplyTo, u"at://did:plc:aaaaaaaaaaaaaaaaaaaaaaaa/app.bsky.feed.post/3mq2222222222"_s);
    QCOMPARE(page.posts[1].author.handle, u"max.exemple.org"_s);
}

void BlueskyParserTest::aThreadTellsWhatIsGone()
{
    const networks::BlueskyPage page = pageOf(u"thread.json"_s);
    QCOMPARE(page.posts.size(), 3u);
    QCOMPARE(page.deleted, QStringList{u"at://did:plc:cccccccccccccccccccccccc/app.bsky.feed.post/3mqeeeeeeeeee"_s});
    for (const networks::Post &post : page.posts) {
        if (post.text == u"Idem ici")
            QCOMPARE(post.root, u"at://did:plc:aaaaaaaaaaaaaaaaaaaaaaaa/app.bsky.feed.post/3mq2222222222"_s);
    }
}

void BlueskyParserTest::answersThatAreNoneAreErrors_data()
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

void BlueskyParserTest::answersThatAreNoneAreErrors()
{
    QFETCH(QByteArray, body);
    const auto page = networks::parseBlueskyPage(body, kNow);
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::Parse);
}

void BlueskyParserTest::entriesThatCannotBeKeptAreSkipped()
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

void BlueskyParserTest::aDeepThreadEnds()
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

void BlueskyParserTest::bothWiresOfJetstreamTellTheSame_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("v1") << u"jetstream-v1.jsonl"_s;
    QTest::newRow("v2") << u"jetstream-v2.jsonl"_s;
}

void BlueskyParserTest::bothWiresOfJetstreamTellTheSame()
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

void BlueskyParserTest::theSecondWireTellsItsNoticesAndItsEnd()
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

void BlueskyParserTest::brokenEventsAreErrors_data()
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

void BlueskyParserTest::brokenEventsAreErrors()
{
    QFETCH(QByteArray, message);
    QVERIFY(!networks::parseJetstreamEvent(message, kNow));
}

void BlueskyParserTest::recordedEventsAreRead()
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

QTEST_APPLESS_MAIN(BlueskyParserTest)
#include "tst_blueskyparser.moc"
