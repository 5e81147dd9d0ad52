// SPDX-License-Identifier: GPL-3.0-or-later
// Against Bluesky's own servers (a PDS with its AppView and directory) on loopback, named by PDS_URL, APPVIEW_URL and PLC_URL,
// and a service of direct messages named by CHAT_PROXY. The network must be new: its secrets are those of a test network.
#include "networks/signin.h"
#include "servers/blueskydesk.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using networks::Account;
using networks::Credentials;
using networks::OutgoingPost;
using networks::Page;
using networks::ReadTask;
using networks::SendOutcome;

namespace
{

constexpr int kPosts = 500;

} // namespace

class BlueskyServerTest final : public BlueskyDesk
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aNameIsEnoughToSignIn();
    void aWrongPasswordIsToldSo();
    void allIsReadOnceThroughPaging_data();
    void allIsReadOnceThroughPaging();
    void whatIsNewIsReadWithinSeconds();
    void aReplyStandsInItsThread();
    void theSameSentAgainIsOnePost();
    void aPostTakenBackStaysAway();
    void aMessageArrivesOnce();
    void anAppPasswordWithoutTheRightIsToldSo();
};

void BlueskyServerTest::initTestCase()
{
    if (!isThere())
        QSKIP("no servers: PDS_URL, APPVIEW_URL, PLC_URL and CHAT_PROXY say where they are");
    open();
}

void BlueskyServerTest::aNameIsEnoughToSignIn()
{
    signInAsBrand();
    QVERIFY(m_account);
    QCOMPARE(m_account->credentials().userId, m_brand.did);
    QCOMPARE(m_account->credentials().handle, m_brand.handle);
    QCOMPARE(m_account->credentials().baseUrl, BlueskyWorld::address("PDS_URL"));
    QVERIFY(m_sender);
}

void BlueskyServerTest::aWrongPasswordIsToldSo()
{
    const std::unique_ptr<networks::SignIn> signIn(networks::makeSignIn(u"bluesky"_s, m_http, m_clock, nullptr));
    QSignalSpy spy(signIn.get(), &networks::SignIn::finished);
    signIn->start({.server = BlueskyWorld::address("PDS_URL"), .identifier = m_brand.handle, .password = "aaaa-bbbb-cccc-dddd"});
    QVERIFY(spy.wait(30'000));
    const auto result = spy.at(0).at(0).value<Result<Credentials>>();
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Unauthorized);
    QCOMPARE(result.error().detail, u"name or app password is wrong"_s);
}

void BlueskyServerTest::allIsReadOnceThroughPaging_data()
{
    QTest::addColumn<ReadTask::What>("what");
    QTest::addColumn<QString>("query");
    QTest::newRow("notifications") << ReadTask::What::Mentions << QString();
    QTest::newRow("search") << ReadTask::What::Search << m_word;
}

void BlueskyServerTest::allIsReadOnceThroughPaging()
{
    QFETCH(ReadTask::What, what);
    QFETCH(QString, query);
    if (what == ReadTask::What::Mentions)
        QVERIFY(m_world.writeMany(m_lea, kPosts, u"@ "_s + m_word, m_brand.did));
    networks::Cursor cursor;
    QSet<QString> ids;
    int posts = 0;
    QElapsedTimer timer;
    timer.start();
    // Indexing takes its time; each reading goes on from the last.
    for (int round = 0; round < 60 && ids.size() < kPosts; ++round) {
        ids.unite(readAll(what, query, cursor, posts));
        QVERIFY(posts >= 0);
        if (ids.size() < kPosts)
            QTest::qWait(500);
    }
    QCOMPARE(ids.size(), kPosts);
    // From the beginning, in one go: none lost, none doubled.
    networks::Cursor again;
    QCOMPARE(readAll(what, query, again, posts).size(), kPosts);
    QCOMPARE(posts, kPosts);
    qInfo("%d posts read in %lld ms, indexing included", kPosts, timer.elapsed());
}

void BlueskyServerTest::whatIsNewIsReadWithinSeconds()
{
    networks::Cursor cursor;
    int posts = 0;
    (void)readAll(ReadTask::What::Mentions, {}, cursor, posts);
    QVERIFY(m_world.writeMany(m_lea, 1, u"@ nouveau"_s, m_brand.did));
    QElapsedTimer timer;
    timer.start();
    const std::unique_ptr<networks::Connector> reader(networks::makeReader(
        {.network = u"bluesky"_s, .what = ReadTask::What::Mentions}, m_account.get(), m_http, m_clock, nullptr));
    const auto isRead = [&] {
        QSignalSpy spy(reader.get(), &networks::Connector::fetched);
        reader->fetch(cursor);
        spy.wait(5000);
        const auto page = spy.value(0).value(0).value<Result<Page>>();
        return page && !page->posts.empty() && page->posts.front().text.startsWith(u"@ nouveau"_s);
    };
    QTRY_VERIFY_WITH_TIMEOUT(isRead(), 5000);
    qInfo("a new mention was read after %lld ms", timer.elapsed());
}

void BlueskyServerTest::aReplyStandsInItsThread()
{
    const QString root = m_world.write(m_lea, u"Le service est en panne depuis une heure"_s);
    QVERIFY(!root.isEmpty());
    OutgoingPost first{.text = u"Bonjour @%1, nous cherchons : exemple.org/état #Panne 🛠️"_s.arg(m_lea.handle),
                       .language = u"fr"_s,
                       .recipient = m_lea.handle,
                       .parentId = root,
                       .at = m_clock.now()};
    Result<QByteArray> prepared = fail(ErrorKind::NotFound, u""_s);
    QTRY_VERIFY_WITH_TIMEOUT((prepared = prepare(*m_sender, first)), 10'000);
    first.prepared = *prepared;
    const SendOutcome sent = send(*m_sender, first);
    QCOMPARE(sent.kind, SendOutcome::Kind::Sent);
    OutgoingPost second{.text = u"C'est réparé."_s, .language = u"fr"_s, .parentId = sent.post.remoteId, .at = m_clock.now()};
    QTRY_VERIFY_WITH_TIMEOUT((prepared = prepare(*m_sender, second)), 10'000);
    second.prepared = *prepared;
    QCOMPARE(send(*m_sender, second).kind, SendOutcome::Kind::Sent);
    const auto thread = [&] {
        return m_world.ask(BlueskyWorld::address("APPVIEW_URL"), "GET",
                   u"app.bsky.feed.getPostThread?uri="_s + QString::fromLatin1(QUrl::toPercentEncoding(root)), {}, {})
            .value(u"thread")
            .toObject();
    };
    QTRY_VERIFY_WITH_TIMEOUT(!thread()[u"replies"][0][u"replies"][0].toObject().isEmpty(), 10'000);
    const QJsonObject reply = thread()[u"replies"][0].toObject();
    const QJsonObject record = reply[u"post"][u"record"].toObject();
    QCOMPARE(reply[u"post"][u"uri"].toString(), sent.post.remoteId);
    QCOMPARE(record[u"reply"][u"root"][u"uri"].toString(), root);
    QCOMPARE(record[u"facets"].toArray().size(), 3);
    QCOMPARE(record[u"facets"][0][u"features"][0][u"did"].toString(), m_lea.did);
    const QJsonObject below = reply[u"replies"][0][u"post"].toObject();
    QCOMPARE(below[u"record"][u"reply"][u"root"][u"uri"].toString(), root);
    QCOMPARE(below[u"record"][u"reply"][u"parent"][u"uri"].toString(), sent.post.remoteId);
}

void BlueskyServerTest::theSameSentAgainIsOnePost()
{
    OutgoingPost post{.text = u"Une seule fois."_s, .at = m_clock.now()};
    const auto prepared = prepare(*m_sender, post);
    QVERIFY(prepared);
    post.prepared = *prepared;
    const int before = m_world.recordsOf(m_brand);
    const auto none = find(*m_sender, post);
    QVERIFY(none && !none->has_value());
    // Four at once, each from a sender of its own: more than an outbox would ever do.
    int sent = 0;
    std::vector<std::unique_ptr<networks::Sender>> senders;
    for (int i = 0; i < 4; ++i) {
        senders.emplace_back(networks::makeSender(*m_account, m_http, m_clock, nullptr));
        senders.back()->send(post, [&sent](const SendOutcome &outcome) {
            sent += outcome.kind == SendOutcome::Kind::Sent ? 1 : 0;
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(sent, 4, 30'000);
    QCOMPARE(send(*m_sender, post).kind, SendOutcome::Kind::Sent);
    QCOMPARE(m_world.recordsOf(m_brand), before + 1);
    const auto found = find(*m_sender, post);
    QVERIFY(found && found->has_value());
    // Another text under the same key replaces nothing.
    OutgoingPost other = post;
    other.prepared.replace("Une seule fois.", "Autre chose.");
    QCOMPARE(send(*m_sender, other).kind, SendOutcome::Kind::Unknown);
    QVERIFY(!find(*m_sender, other));
    QCOMPARE(m_world.recordsOf(m_brand), before + 1);
}

void BlueskyServerTest::aPostTakenBackStaysAway()
{
    OutgoingPost post{.text = u"À retirer."_s, .at = m_clock.now()};
    const auto prepared = prepare(*m_sender, post);
    QVERIFY(prepared);
    post.prepared = *prepared;
    const SendOutcome sent = send(*m_sender, post);
    QCOMPARE(sent.kind, SendOutcome::Kind::Sent);
    QVERIFY(remove(*m_sender, sent.post.remoteId));
    QCOMPARE(remove(*m_sender, sent.post.remoteId).error().kind, ErrorKind::NotFound);
    const auto found = find(*m_sender, post);
    QVERIFY(found && !found->has_value());
    QVERIFY(!m_sender->maySendAgain(post, m_clock.now()));
}

void BlueskyServerTest::aMessageArrivesOnce()
{
    OutgoingPost post{.text = u"Voici votre dossier : exemple.org/d"_s,
                      .isPrivate = true,
                      .recipient = m_lea.handle,
                      .at = m_clock.now()};
    const auto prepared = prepare(*m_sender, post);
    QVERIFY(prepared);
    post.prepared = *prepared;
    const auto none = find(*m_sender, post);
    QVERIFY(none && !none->has_value());
    const SendOutcome sent = send(*m_sender, post);
    QCOMPARE(sent.kind, SendOutcome::Kind::Sent);
    const auto found = find(*m_sender, post);
    QVERIFY(found && found->has_value());
    QCOMPARE((*found)->remoteId, sent.post.remoteId);
    const QJsonArray convos =
        m_world.ask(BlueskyWorld::address("PDS_URL"), "GET", u"chat.bsky.convo.listConvos"_s, {}, m_lea.token, qgetenv("CHAT_PROXY"))
            .value(u"convos")
            .toArray();
    QCOMPARE(convos.size(), 1);
    QCOMPARE(convos[0][u"lastMessage"][u"text"].toString(), post.text);
    // The next draft of the same text is not taken for this one.
    const auto next = prepare(*m_sender, post);
    QVERIFY(next);
    OutgoingPost again = post;
    again.prepared = *next;
    const auto unsent = find(*m_sender, again);
    QVERIFY(unsent && !unsent->has_value());
}

void BlueskyServerTest::anAppPasswordWithoutTheRightIsToldSo()
{
    const std::unique_ptr<Account> weak = signIn(m_brand, m_brand.weakPassword);
    QVERIFY(weak);
    const std::unique_ptr<networks::Sender> sender(networks::makeSender(*weak, m_http, m_clock, nullptr));
    const auto prepared = prepare(*sender, {.text = u"Bonjour"_s, .isPrivate = true, .recipient = m_lea.did});
    QVERIFY(!prepared);
    QCOMPARE(prepared.error().detail, u"this app password may not send messages: make one that may"_s);
    QVERIFY(weak->isSignedIn());
}

QTEST_GUILESS_MAIN(BlueskyServerTest)
#include "tst_bluesky_server.moc"
