// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/mastodonapi.h"
#include "networks/mastodoninstance.h"
#include "networks/mastodonparser.h"
#include "networks/plaintext.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using networks::MastodonContext;
using networks::MastodonItem;
using networks::MastodonList;
using networks::MastodonStatus;
using networks::Post;

namespace
{

QByteArray fixture(const char *name)
{
    QFile file(QStringLiteral(VIGIE_FIXTURES "/mastodon/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const MastodonContext kContext{.server = u"veille.exemple"_s, .receivedAt = core::instantFromMillis(1769847125000)};

/// The statuses of a recorded answer, found by another way than the parser's: every object with `content` and `account`, in
/// places that hold what the answer is about.
QJsonArray statusesIn(const QJsonValue &answer)
{
    QJsonArray found;
    const QJsonArray entries = answer.isArray() ? answer.toArray() : QJsonArray{answer};
    for (const QJsonValue &entry : entries) {
        const QJsonObject object = entry.toObject();
        const QString type = object[u"type"_s].toString();
        if (object.contains(u"in_reply_to_id"_s))
            found.append(object);
        else if (object[u"last_status"_s].isObject())
            found.append(object[u"last_status"_s]);
        else if (object[u"status"_s].isObject() && (type == u"mention" || type == u"quote"))
            found.append(object[u"status"_s]);
    }
    if (answer.toObject().contains(u"notification_groups"_s))
        return found;
    for (const QString &name : {u"ancestors"_s, u"descendants"_s, u"statuses"_s}) {
        const QJsonArray list = answer[name].toArray();
        for (const QJsonValue &status : list)
            found.append(status);
    }
    return found;
}

} // namespace

class MastodonParserTest : public QObject
{
    Q_OBJECT

private slots:
    void aStatusBecomesAPost();
    void mentionsBringPostsAndOtherNotificationsDoNot();
    void groupedNotificationsFindTheirPosts();
    void aThreadKnowsItsRoot();
    void searchesAndConversationsBringTheirPosts();
    void aRepostCarriesTheWordsOfAnother();
    void whatADocumentIsIsToldFromItsShape_data();
    void whatADocumentIsIsToldFromItsShape();
    void idsKeepAllTheirDigits_data();
    void idsKeepAllTheirDigits();
    void anIdNamesItsServerAndComesBack_data();
    void anIdNamesItsServerAndComesBack();
    void wrongTypesLoseAMemberAndNotThePost();
    void entriesWithoutAnIdAreCountedAndLeftOut();
    void bytesThatAreNoUtf8HideNoOtherPost();
    void answersThatAreNoneAreErrors_data();
    void answersThatAreNoneAreErrors();
    void aBrokenOffAnswerIsAnErrorAtEveryByte();
    void serversAreReadInBothVersions();
    void nodeinfoTellsTheSoftware();
    void everyRecordedExchangeGivesItsPosts();
};

void MastodonParserTest::aStatusBecomesAPost()
{
    const auto status = networks::parseMastodonStatus(fixture("status.json"), kContext);
    QVERIFY(status);
    const Post &post = status->post;
    QCOMPARE(post.network, u"mastodon"_s);
    QCOMPARE(post.remoteId, u"veille.exemple/9007199254740993"_s);
    QCOMPARE(post.url, u"https://veille.exemple/@lea/9007199254740993"_s);
    QCOMPARE(post.author.handle, u"@lea@veille.exemple"_s);
    QCOMPARE(post.author.name, u"Léa M."_s);
    QCOMPARE(post.author.followers, 110);
    QCOMPARE(post.text, u"@lumea ma cafetière fume depuis ce matin.\nQue faire\u00a0?\n\nexemple.org/photos/cafetiere-f…"_s);
    QCOMPARE(post.language, u"fr"_s);
    QCOMPARE(core::toIso(post.postedAt), u"2026-01-31T08:12:05.120Z"_s);
    QCOMPARE(post.likes, 3);
    QCOMPARE(post.reposts, 2);
    QCOMPARE(post.replies, 1);
    QCOMPARE(post.inReplyTo, QString());
    QVERIFY(post.extra.contains("\"uri\":\"https://veille.exemple/users/lea/statuses/9007199254740993\""));
    QVERIFY(post.extra.contains("\"visibility\":\"public\""));
    QCOMPARE(status->mentionedAccountIds, QStringList{u"7"_s});
    QVERIFY(!status->isEdited && !post.isRepost);
}

void MastodonParserTest::mentionsBringPostsAndOtherNotificationsDoNot()
{
    const auto list = networks::parseMastodonNotifications(fixture("notifications.json"), kContext);
    QVERIFY(list);
    QCOMPARE(list->items.size(), 4u);
    QCOMPARE(list->items[0].id, u"34"_s);
    QVERIFY(!list->items[0].status && !list->items[2].status);
    const MastodonStatus &edited = *list->items[1].status;
    QCOMPARE(edited.post.text, u"Sécurité\n\n@lumea idem chez moi"_s);
    QCOMPARE(edited.post.author.handle, u"@tom@autre.exemple"_s);
    QCOMPARE(edited.post.inReplyTo, u"veille.exemple/9007199254740993"_s);
    QCOMPARE(edited.post.url, QString()); // was a script
    QCOMPARE(edited.visibility, u"unlisted"_s);
    QVERIFY(edited.isEdited);
    QVERIFY(edited.post.extra.contains("\"edited_at\":\"2026-01-31T09:00:00Z\""));
    QCOMPARE(core::toIso(edited.post.postedAt), u"2026-01-31T07:20:00Z"_s);
}

void MastodonParserTest::groupedNotificationsFindTheirPosts()
{
    const auto list = networks::parseMastodonNotifications(fixture("grouped.json"), kContext);
    QVERIFY(list);
    QCOMPARE(list->items.size(), 2u);
    QCOMPARE(list->items[0].id, u"34"_s);
    QVERIFY(!list->items[0].status);
    QCOMPARE(list->items[1].status->post.remoteId, u"veille.exemple/9007199254740993"_s);
}

void MastodonParserTest::aThreadKnowsItsRoot()
{
    const auto list = networks::parseMastodonThread(fixture("context.json"), kContext);
    QVERIFY(list);
    QCOMPARE(list->items.size(), 3u);
    QCOMPARE(list->items[0].status->post.root, QString());
    QCOMPARE(list->items[1].status->post.root, u"veille.exemple/9007199254740993"_s);
    QCOMPARE(list->items[2].status->post.inReplyTo, u"veille.exemple/9007199254740995"_s);
    QCOMPARE(list->items[2].status->inReplyToAccountId, u"12"_s);
}

void MastodonParserTest::searchesAndConversationsBringTheirPosts()
{
    const auto found = networks::parseMastodonSearch(fixture("search.json"), kContext);
    QVERIFY(found);
    QCOMPARE(found->items.size(), 1u);
    const auto conversations = networks::parseMastodonAnswer(fixture("conversations.json"), kContext);
    QVERIFY(conversations);
    QCOMPARE(conversations->items.size(), 1u);
    QCOMPARE(conversations->skipped, 1);
    QCOMPARE(conversations->items[0].status->visibility, u"direct"_s);
}

void MastodonParserTest::aRepostCarriesTheWordsOfAnother()
{
    const auto list = networks::parseMastodonStatuses(fixture("reblog.json"), kContext);
    QVERIFY(list);
    const Post &post = list->items.at(0).status->post;
    QVERIFY(post.isRepost);
    QCOMPARE(post.remoteId, u"veille.exemple/9007199254741003"_s);
    QCOMPARE(post.author.handle, u"@tom@autre.exemple"_s);
    QVERIFY(post.text.startsWith(u"@lumea ma cafetière"_s));
    QCOMPARE(post.url, u"https://veille.exemple/@lea/9007199254740993"_s);
}

void MastodonParserTest::whatADocumentIsIsToldFromItsShape_data()
{
    QTest::addColumn<int>("posts");
    QTest::newRow("status.json") << 1;
    QTest::newRow("notifications.json") << 2;
    QTest::newRow("grouped.json") << 1;
    QTest::newRow("context.json") << 3;
    QTest::newRow("search.json") << 1;
    QTest::newRow("conversations.json") << 1;
    QTest::newRow("reblog.json") << 1;
    QTest::newRow("account.json") << -1;
    QTest::newRow("instance-v2.json") << -1;
}

void MastodonParserTest::whatADocumentIsIsToldFromItsShape()
{
    QFETCH(int, posts);
    const auto list = networks::parseMastodonAnswer(fixture(QTest::currentDataTag()), kContext);
    QCOMPARE(list.has_value(), posts >= 0);
    if (!list)
        return;
    const auto count = std::count_if(list->items.begin(), list->items.end(),
                                     [](const MastodonItem &item) { return item.status.has_value(); });
    QCOMPARE(int(count), posts);
}

void MastodonParserTest::idsKeepAllTheirDigits_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QString>("expected");
    QTest::newRow("text") << QByteArray("\"117020585924712638\"") << u"117020585924712638"_s;
    QTest::newRow("a number above 2^53") << QByteArray("9007199254740993") << u"9007199254740993"_s;
    QTest::newRow("the largest") << QByteArray("9223372036854775807") << u"9223372036854775807"_s;
    QTest::newRow("a number that Qt would round") << QByteArray("92233720368547758070") << QString();
    QTest::newRow("a fraction") << QByteArray("1.5") << QString();
    QTest::newRow("UUID") << QByteArray("\"0190b3a4-aaaa-7bbb-8ccc-123456789abc\"") << u"0190b3a4-aaaa-7bbb-8ccc-123456789abc"_s;
    QTest::newRow("slashes") << QByteArray("\"2026-01-31T08:12:05Z/mention/0190b3a4\"") << u"2026-01-31T08:12:05Z/mention/0190b3a4"_s;
    QTest::newRow("empty") << QByteArray("\"\"") << QString();
    QTest::newRow("null") << QByteArray("null") << QString();
    QTest::newRow("list") << QByteArray("[1]") << QString();
}

void MastodonParserTest::idsKeepAllTheirDigits()
{
    QFETCH(QByteArray, id);
    QFETCH(QString, expected);
    const auto status = networks::parseMastodonStatus("{\"id\":" + id + ",\"content\":\"<p>a</p>\"}", {});
    QCOMPARE(status.has_value(), !expected.isEmpty());
    if (status)
        QCOMPARE(status->post.remoteId, expected);
}

void MastodonParserTest::anIdNamesItsServerAndComesBack_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("id");
    QTest::newRow("usual") << u"mastodon.example"_s << u"117020585924712638"_s;
    QTest::newRow("port") << u"localhost:8801"_s << u"a1b2"_s;
    QTest::newRow("IPv6") << u"[::1]:8801"_s << u"a1b2"_s;
    QTest::newRow("slashes in the id") << u"hollo.example"_s << u"a/b/c"_s;
    QTest::newRow("no server") << QString() << u"117020585924712638"_s;
    QTest::newRow("no server, slashes in the id") << QString() << u"mention/0190b3a4"_s;
}

void MastodonParserTest::anIdNamesItsServerAndComesBack()
{
    QFETCH(QString, server);
    QFETCH(QString, id);
    const networks::MastodonRef expected{server, id};
    QVERIFY(networks::mastodonRefFrom(networks::mastodonRemoteId(server, id)) == expected);
}

void MastodonParserTest::wrongTypesLoseAMemberAndNotThePost()
{
    const auto status = networks::parseMastodonStatus(
        R"({"id":"1","created_at":12,"account":"lea","content":["<p>a</p>"],"favourites_count":"many","replies_count":-4,
            "reblogs_count":1e300,"mentions":{"id":1},"spoiler_text":7,"language":"<script>","edited_at":"yesterday",
            "url":{"a":1},"reblog":"no","visibility":[]})",
        kContext);
    QVERIFY(status);
    QCOMPARE(status->post.text, QString());
    QCOMPARE(status->post.postedAt, kContext.receivedAt);
    QCOMPARE(status->post.author.followers, -1);
    QCOMPARE(status->post.likes, 0);
    QCOMPARE(status->post.replies, 0);
    QCOMPARE(status->post.language, QString());
    QVERIFY(!status->isEdited && !status->post.isRepost);
}

void MastodonParserTest::entriesWithoutAnIdAreCountedAndLeftOut()
{
    const auto list = networks::parseMastodonStatuses(R"([1,null,"a",[],{},{"id":null},{"id":"2"},{"id":"2"}])", kContext);
    QVERIFY(list);
    QCOMPARE(list->items.size(), 2u);
    QCOMPARE(list->skipped, 6);
}

void MastodonParserTest::bytesThatAreNoUtf8HideNoOtherPost()
{
    const auto list = networks::parseMastodonStatuses("\xEF\xBB\xBF[{\"id\":\"1\",\"content\":\"caf\xe9\"},{\"id\":\"2\",\"content\":\"th\xc3\xa9\"}]",
                                                      kContext);
    QVERIFY(list);
    QCOMPARE(list->items[0].status->post.text, u"caf\ufffd"_s);
    QCOMPARE(list->items[1].status->post.text, u"thé"_s);
}

void MastodonParserTest::answersThatAreNoneAreErrors_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("blanks") << QByteArray("  \n");
    QTest::newRow("HTML") << QByteArray("<!doctype html><title>502</title>");
    QTest::newRow("a number") << QByteArray("12");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("error") << QByteArray(R"({"error":"Record not found"})");
    QTest::newRow("error object") << QByteArray(R"({"error":{"message":"no"}})");
    QTest::newRow("another document") << QByteArray(R"({"hello":"world"})");
    QTest::newRow("nested too deeply") << QByteArray(5000, '[') + QByteArray(5000, ']');
    QTest::newRow("UTF-16") << QByteArray("[\0{\0}\0]\0", 8);
}

void MastodonParserTest::answersThatAreNoneAreErrors()
{
    QFETCH(QByteArray, body);
    QVERIFY(!networks::parseMastodonStatus(body, kContext));
    QVERIFY(!networks::parseMastodonStatuses(body, kContext));
    QVERIFY(!networks::parseMastodonNotification(body, kContext));
    QVERIFY(!networks::parseMastodonNotifications(body, kContext));
    QVERIFY(!networks::parseMastodonThread(body, kContext));
    QVERIFY(!networks::parseMastodonSearch(body, kContext));
    QVERIFY(!networks::parseMastodonAnswer(body, kContext));
    QVERIFY(!networks::parseMastodonAccount(body));
    QVERIFY(!networks::parseMastodonInstance(body));
    QVERIFY(!networks::parseNodeInfoSoftware(body));
}

void MastodonParserTest::aBrokenOffAnswerIsAnErrorAtEveryByte()
{
    const QByteArray whole = fixture("notifications.json").trimmed();
    QVERIFY(whole.size() > 1000);
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY2(!networks::parseMastodonNotifications(whole.left(size), kContext), qPrintable(QString::number(size)));
}

void MastodonParserTest::serversAreReadInBothVersions()
{
    const auto second = networks::parseMastodonInstance(fixture("instance-v2.json"));
    QVERIFY(second);
    QCOMPARE(second->domain, u"veille.exemple"_s);
    QCOMPARE(second->maxCharacters, 1500);
    QCOMPARE(second->charactersPerUrl, 23);
    QCOMPARE(second->streaming, QUrl(u"wss://flux.veille.exemple"_s));
    const auto first = networks::parseMastodonInstance(fixture("instance-v1.json"));
    QVERIFY(first);
    QCOMPARE(first->domain, u"veille.exemple"_s);
    QCOMPARE(first->maxCharacters, 5000);
    QCOMPARE(first->charactersPerUrl, 0);
    const auto self = networks::parseMastodonAccount(fixture("account.json"));
    QVERIFY(self);
    QCOMPARE(self->id, u"7"_s);
    QCOMPARE(self->acct, u"lumea"_s);
}

void MastodonParserTest::nodeinfoTellsTheSoftware()
{
    QCOMPARE(networks::parseNodeInfoSoftware(R"({"version":"2.0","software":{"name":"Mastodon","version":"4.6.4"}})").value(),
             u"mastodon"_s);
    const auto links = networks::parseNodeInfoLinks(
        R"({"links":[{"rel":"http://nodeinfo.diaspora.software/ns/schema/2.0","href":"https://a.example/nodeinfo/2.0"},
                     {"rel":"http://nodeinfo.diaspora.software/ns/schema/2.1","href":"https://a.example/nodeinfo/2.1"},
                     {"rel":"https://www.w3.org/ns/activitystreams#Application","href":"https://a.example/actor"},
                     {"rel":"http://nodeinfo.diaspora.software/ns/schema/3.0","href":"file:///etc/passwd"}]})");
    QCOMPARE(links.value(), QUrl(u"https://a.example/nodeinfo/2.1"_s));
}

void MastodonParserTest::everyRecordedExchangeGivesItsPosts()
{
    const QDir folder(QStringLiteral(VIGIE_SHARED "/fixtures/mastodon/decoded"));
    if (!folder.exists())
        QSKIP("the recorded answers are not on this machine");
    int exchanges = 0;
    int answersWithPosts = 0;
    int posts = 0;
    int accounts = 0;
    int instances = 0;
    int streams = 0;
    const QStringList names = folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray recorded = QJsonDocument::fromJson(file.readAll()).array();
        for (const QJsonValue &exchange : recorded) {
            ++exchanges;
            const QUrl url(exchange[u"request"_s][u"uri"_s].toString());
            const QJsonValue answer = exchange[u"response"_s][u"body"_s];
            const MastodonContext context{.server = networks::mastodonServerOf(url), .receivedAt = kContext.receivedAt};
            if (answer.isString()) {
                streams += answer.toString().startsWith(u':');
                continue; // read in tst_eventstream and tst_mastodonstream
            }
            const QByteArray body = answer.isArray() ? QJsonDocument(answer.toArray()).toJson()
                                                     : QJsonDocument(answer.toObject()).toJson();
            accounts += url.path().endsWith(u"verify_credentials"_s) && networks::parseMastodonAccount(body);
            instances += url.path().endsWith(u"/instance/"_s) && networks::parseMastodonInstance(body)
                         && networks::parseMastodonInstance(body)->maxCharacters == 500;
            const QJsonArray expected = statusesIn(answer);
            const auto list = networks::parseMastodonAnswer(body, context);
            if (!list) {
                QVERIFY2(expected.isEmpty(), qPrintable(name));
                continue;
            }
            std::vector<MastodonStatus> read;
            for (const MastodonItem &item : list->items) {
                if (item.status)
                    read.push_back(*item.status);
            }
            if (!answer.toObject().contains(u"notification_groups"_s))
                QVERIFY2(qsizetype(read.size()) == expected.size(), qPrintable(name + u' ' + url.toString()));
            answersWithPosts += !read.empty();
            for (qsizetype i = 0; i < expected.size() && i < qsizetype(read.size()); ++i) {
                const QJsonValue status = expected[i];
                const Post &post = read[std::size_t(i)].post;
                ++posts;
                QCOMPARE(post.remoteId, context.server + u'/' + status[u"id"_s].toString());
                QCOMPARE(core::toUtc(post.postedAt), QDateTime::fromString(status[u"created_at"_s].toString(), Qt::ISODateWithMs));
                QVERIFY2(post.author.handle.startsWith(u'@' + status[u"account"_s][u"acct"_s].toString()), qPrintable(name));
                QCOMPARE(post.author.followers, status[u"account"_s][u"followers_count"_s].toInteger());
                QCOMPARE(post.isRepost, status[u"reblog"_s].isObject());
                QCOMPARE(post.inReplyTo.isEmpty(), status[u"in_reply_to_id"_s].isNull());
                const QJsonValue source = post.isRepost ? status[u"reblog"_s] : status;
                QCOMPARE(post.likes, source[u"favourites_count"_s].toInt());
                QCOMPARE(post.language, source[u"language"_s].toString());
                QVERIFY2(!post.text.contains(u"</"_s), qPrintable(post.text));
                QVERIFY(post.text.endsWith(networks::plainTextFromHtml(source[u"content"_s].toString())));
                QVERIFY(!source[u"spoiler_text"_s].toString().isEmpty() ? post.text.startsWith(source[u"spoiler_text"_s].toString())
                                                                        : true);
            }
        }
    }
    qInfo("%d exchanges: %d answers with %d posts, %d accounts, %d descriptions of servers, %d streams", exchanges,
          answersWithPosts, posts, accounts, instances, streams);
    QCOMPARE(exchanges, 465);
    QCOMPARE(answersWithPosts, 297);
    QCOMPARE(posts, 341);
    QCOMPARE(accounts, 25);
    QCOMPARE(instances, 18);
    QCOMPARE(streams, 4);
}

QTEST_APPLESS_MAIN(MastodonParserTest)
#include "tst_mastodonparser.moc"
