// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and answering on a real server of Mastodon's kind.
#include "networks/mastodonapi.h"
#include "networks/mastodoninstance.h"
#include "servers/mastodondesk.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using networks::Account;
using networks::MastodonConnector;
using networks::MastodonSender;
using networks::OutgoingPost;
using networks::Post;
using networks::ReadTask;
using networks::SendOutcome;

namespace
{

constexpr int kPosts = 500;
constexpr int kMentions = 40; // this server keeps 64 for us, whatever is asked: five hundred come by a hashtag
constexpr int kPatience = 30'000; // ms

} // namespace

class MastodonServerTest final : public MastodonDesk
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { close(); }

    void aPersonSignsInThroughTheBrowser();
    void mentionsAreReadOnceEach();
    void aNewMentionIsRead();
    void aReplyStandsInTheRightThreadAndIsFoundAgain();
    void aPrivateMessageReachesNobodyElse();
    void whatWasNeverSentIsNotFound();
    void aSearchFindsPostsOrSaysThatThereIsNone();
    void aServerWithoutAStreamIsNotAskedAgain();
    void fiveHundredPostsOfAHashtagAreReadOnceEach();
};

void MastodonServerTest::initTestCase()
{
    if (!open())
        QSKIP("no server was started in this work directory");
}

void MastodonServerTest::aPersonSignsInThroughTheBrowser()
{
    const auto alice = signIn(u"alice"_s);
    QVERIFY2(alice, alice ? "" : qPrintable(alice.error().toString()));
    QCOMPARE(alice->handle, u"@alice@"_s + m_domain);
    QVERIFY(!alice->userId.isEmpty() && !alice->accessToken.isEmpty());
    const auto options = networks::MastodonOptions::fromJson(alice->options);
    qInfo() << "software" << options.software << "characters" << options.maxCharacters << "key" << options.honoursKey;
    QVERIFY(!options.honoursKey); // whatever version it claims
    m_alice = std::make_unique<Account>(*alice);
    const auto bob = signIn(u"bob"_s);
    const auto carol = signIn(u"carol"_s);
    QVERIFY(bob && carol);
    m_bob = std::make_unique<Account>(*bob);
    m_carol = std::make_unique<Account>(*carol);
}

void MastodonServerTest::mentionsAreReadOnceEach()
{
    if (!m_alice)
        QSKIP("nobody is signed in");
    const auto connector = reader(*m_alice, ReadTask::What::Mentions);
    QSet<QString> expected;
    QStringList read;
    int readings = 0;
    int gaps = 0;
    const auto readOn = [&] {
        const auto posts = readAll(*connector, m_aliceCursor, &gaps);
        ++readings;
        for (const Post &each : posts.value_or(std::vector<Post>())) {
            if (expected.contains(each.remoteId)) // not what other tests have left
                read.append(each.remoteId);
        }
        return posts.has_value();
    };
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < kMentions; ++i) {
        const QString id = post(*m_bob, u"@alice la cafetière numéro %1 fume"_s.arg(i));
        expected.insert(networks::mastodonRemoteId(networks::mastodonServerOf(m_base), id));
    }
    QCOMPARE(expected.size(), kMentions);
    QTRY_VERIFY_WITH_TIMEOUT(readOn() && read.size() >= kMentions, 4 * kPatience);
    qInfo("%lld mentions in %d readings and %lld ms, %d gaps, the cursor has %lld bytes", qint64(read.size()), readings,
          timer.elapsed(), gaps, qint64(m_aliceCursor.size()));
    QCOMPARE(QSet<QString>(read.begin(), read.end()), expected);
    QCOMPARE(read.size(), kMentions); // none twice
    QCOMPARE(gaps, 0);
    QVERIFY(readOn());
    QCOMPARE(read.size(), kMentions);
}

void MastodonServerTest::aNewMentionIsRead()
{
    if (!m_alice)
        QSKIP("nobody is signed in");
    const auto connector = reader(*m_alice, ReadTask::What::Mentions);
    QVERIFY(!post(*m_bob, u"@alice et maintenant ?"_s).isEmpty());
    QElapsedTimer timer;
    timer.start();
    // The server delivers to itself when it likes: what counts is the time since it has the mention for us.
    while (!call(*m_alice, "GET", u"/api/v1/notifications"_s).toJson().contains("et maintenant"))
        QTest::qWait(50);
    const qint64 delivered = timer.restart();
    const std::vector<Post> posts = waitFor(u"et maintenant"_s, *connector, m_aliceCursor);
    QCOMPARE(posts.size(), 1u);
    qInfo("delivered after %lld ms, read after another %lld ms", delivered, timer.elapsed());
    QVERIFY(timer.elapsed() < 5000);
    QCOMPARE(posts[0].author.handle, m_bob->credentials().handle);
    QVERIFY(posts[0].url.startsWith(u"http://"_s + m_domain));
}

void MastodonServerTest::aReplyStandsInTheRightThreadAndIsFoundAgain()
{
    if (!m_alice)
        QSKIP("nobody is signed in");
    const auto bobReads = reader(*m_bob, ReadTask::What::Mentions);
    QVERIFY(readAll(*bobReads, m_bobCursor));
    const Post to = question(u"dois-je la débrancher ?"_s);
    MastodonSender sender(*m_alice, m_http, m_clock);
    OutgoingPost reply = answer(u"Oui, débranchez-la : https://exemple.org/rappel/lot-2026 *tout de suite* …"_s, to);
    const SendOutcome outcome = send(sender, reply);
    QVERIFY2(outcome.kind == SendOutcome::Kind::Sent, qPrintable(outcome.error.toString()));
    qInfo() << "warnings" << outcome.post.warnings;
    const auto found = find(sender, reply);
    QVERIFY2(found && *found, found ? "not found" : qPrintable(found.error().toString()));
    QCOMPARE((*found)->remoteId, outcome.post.remoteId);
    QVERIFY(!sender.maySendAgain(reply, m_clock.now()));

    const std::vector<Post> posts = waitFor(u"débranchez-la"_s, *bobReads, m_bobCursor);
    QCOMPARE(posts.size(), 1u);
    QCOMPARE(posts[0].inReplyTo, to.remoteId);
    const QString id = networks::mastodonRefFrom(to.remoteId).id;
    const QJsonDocument thread = call(*m_bob, "GET", u"/api/v1/statuses/%1/context"_s.arg(id));
    QCOMPARE(thread[u"descendants"_s].toArray().size(), 1); // in the thread, and once
}

void MastodonServerTest::aPrivateMessageReachesNobodyElse()
{
    if (!m_alice)
        QSKIP("nobody is signed in");
    const auto bobReads = reader(*m_bob, ReadTask::What::Mentions);
    const Post to = question(u"où envoyer ma facture ?"_s);
    MastodonSender sender(*m_alice, m_http, m_clock);
    OutgoingPost reply = answer(u"Votre numéro de dossier est le 4711."_s, to, true);
    const SendOutcome outcome = send(sender, reply);
    QVERIFY2(outcome.kind == SendOutcome::Kind::Sent, qPrintable(outcome.error.toString()));
    qInfo() << "warnings" << outcome.post.warnings;
    const auto found = find(sender, reply);
    QVERIFY2(found && *found, "a private message is not found among our own");
    QCOMPARE((*found)->remoteId, outcome.post.remoteId);
    const std::vector<Post> posts = waitFor(u"4711"_s, *bobReads, m_bobCursor);
    QCOMPARE(posts.size(), 1u);
    const QString id = networks::mastodonRefFrom(outcome.post.remoteId).id;
    const QString seenByCarol = call(*m_carol, "GET", u"/api/v1/statuses/"_s + id)[u"content"_s].toString();
    if (seenByCarol.contains(u"4711"_s))
        qWarning("the server shows the private message to whoever knows its id");
    const auto ofAlice = call(*m_carol, "GET", u"/api/v1/statuses/%1/context"_s.arg(networks::mastodonRefFrom(to.remoteId).id));
    QVERIFY(!ofAlice.toJson().contains("4711"));
}

void MastodonServerTest::whatWasNeverSentIsNotFound()
{
    if (!m_alice)
        QSKIP("nobody is signed in");
    MastodonSender sender(*m_alice, m_http, m_clock);
    OutgoingPost reply = answer(u"Jamais partie."_s, question(u"une question"_s));
    const auto prepared = prepare(sender, reply);
    QVERIFY(prepared);
    reply.prepared = *prepared;
    const auto found = find(sender, reply);
    QVERIFY2(found, found ? "" : qPrintable(found.error().toString()));
    QVERIFY(!*found);
}

void MastodonServerTest::fiveHundredPostsOfAHashtagAreReadOnceEach()
{
    if (!m_alice)
        QSKIP("nobody is signed in");
    QSet<QString> expected;
    for (int i = 0; i < kPosts; ++i)
        expected.insert(networks::mastodonRemoteId(networks::mastodonServerOf(m_base),
                                                   post(*m_bob, u"Rappel numéro %1 #rappelcafe"_s.arg(i))));
    QCOMPARE(expected.size(), kPosts);
    // Without an account, as a watch on a server where the brand has none.
    MastodonConnector anonymous({.network = u"mastodon"_s, .what = ReadTask::What::Hashtag, .query = u"rappelcafe"_s, .url = m_base},
                                nullptr, m_http, m_clock);
    networks::Cursor cursor;
    QStringList read;
    int gaps = 0;
    QElapsedTimer timer;
    timer.start();
    const auto readOn = [&] {
        const auto posts = readAll(anonymous, cursor, &gaps);
        for (const Post &each : posts.value_or(std::vector<Post>()))
            read.append(each.remoteId);
        return posts.has_value();
    };
    QTRY_VERIFY_WITH_TIMEOUT(readOn() && read.size() >= kPosts, kPatience);
    qInfo("%lld posts in %lld ms, %d gaps, the cursor has %lld bytes", qint64(read.size()), timer.elapsed(), gaps,
          qint64(cursor.size()));
    QCOMPARE(QSet<QString>(read.begin(), read.end()), expected);
    QCOMPARE(read.size(), kPosts);
    timer.restart();
    QVERIFY(!post(*m_bob, u"Encore un #rappelcafe"_s).isEmpty());
    QVERIFY(readOn());
    QCOMPARE(read.size(), kPosts + 1);
    QVERIFY2(timer.elapsed() < 5000, "a new post takes too long");
}

void MastodonServerTest::aSearchFindsPostsOrSaysThatThereIsNone()
{
    if (!m_alice)
        QSKIP("nobody is signed in");
    // This one gives the forty newest of what concerns the account, and no further page: five hundred come by a hashtag.
    const auto search = reader(*m_alice, ReadTask::What::Search, u"cafetière"_s);
    networks::Cursor cursor;
    const auto found = readAll(*search, cursor);
    qInfo() << "search:" << (found ? QString::number(found->size()) : found.error().toString());
    QVERIFY(found ? !found->empty() : found.error().kind == ErrorKind::NotFound);
}

void MastodonServerTest::aServerWithoutAStreamIsNotAskedAgain()
{
    if (!m_alice)
        QSKIP("nobody is signed in");
    const auto connector = reader(*m_alice, ReadTask::What::Mentions);
    QVERIFY(connector->canStream());
    QSignalSpy ended(connector.get(), &MastodonConnector::streamEnded);
    connector->stream({});
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, kPatience);
    qInfo() << ended.at(0).at(0).value<Error>().toString();
    QVERIFY(!connector->canStream());
}

QTEST_GUILESS_MAIN(MastodonServerTest)
#include "tst_mastodon_server.moc"
