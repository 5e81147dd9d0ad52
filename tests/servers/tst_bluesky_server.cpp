// SPDX-License-Identifier: GPL-3.0-or-later
// Against Bluesky's own servers (a PDS with its AppView and directory) on loopback, named by PDS_URL, APPVIEW_URL and PLC_URL,
// and a service of direct messages named by CHAT_PROXY; PID_FILE_NETWORK may name the file with the servers' process. The network must be new: its secrets are those of a test network.
#include "networks/account.h"
#include "networks/blueskyids.h"
#include "networks/connector.h"
#include "networks/networks.h"
#include "networks/sender.h"
#include "networks/signin.h"
#include "servers/blueskyworld.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <sys/types.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using networks::Account;
using networks::Credentials;
using networks::OutgoingPost;
using networks::Page;
using networks::ReadTask;
using networks::SendOutcome;
using networks::SentPost;

namespace
{

constexpr int kPosts = 500;

} // namespace

class BlueskyServerTest : public QObject
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
    void anExpiredTokenIsRenewedInMidFlight();
    void aPostTakenBackStaysAway();
    void aMessageArrivesOnce();
    void anAppPasswordWithoutTheRightIsToldSo();
    void anAccountThatIsSignedOutSaysSo();
    void aServerThatStandsStillGetsThePostOnce();
    void theRealLimitSaysHowLongToWait();

private:
    using Person = BlueskyWorld::Person;

    std::unique_ptr<Account> signIn(const Person &person, const QByteArray &password);
    QSet<QString> readAll(ReadTask::What what, const QString &query, networks::Cursor &cursor, int &posts);
    Result<QByteArray> prepare(networks::Sender &sender, const OutgoingPost &post);
    SendOutcome send(networks::Sender &sender, const OutgoingPost &post);
    Result<std::optional<SentPost>> find(networks::Sender &sender, const OutgoingPost &post);
    Result<> remove(networks::Sender &sender, const QString &id);

    core::SystemClock m_clock;
    networks::HttpClient m_http{m_clock};
    BlueskyWorld m_world{m_clock};
    Person m_brand;
    Person m_lea;
    QString m_word; ///< that no earlier run has written
    std::unique_ptr<Account> m_account;
    std::unique_ptr<networks::Sender> m_sender;
};

std::unique_ptr<Account> BlueskyServerTest::signIn(const Person &person, const QByteArray &password)
{
    const std::unique_ptr<networks::SignIn> signIn(networks::makeSignIn(u"bluesky"_s, m_http, m_clock, nullptr));
    QSignalSpy spy(signIn.get(), &networks::SignIn::finished);
    signIn->start({.network = u"bluesky"_s,
                   .identifier = person.handle,
                   .password = password,
                   .options = {{u"plc"_s, BlueskyWorld::address("PLC_URL").toString()},
                               {u"appview"_s, BlueskyWorld::address("APPVIEW_URL").toString()},
                               {u"chat_proxy"_s, qEnvironmentVariable("CHAT_PROXY")}}});
    spy.wait(30'000);
    const auto result = spy.value(0).value(0).value<Result<Credentials>>();
    if (!result)
        qWarning("sign-in: %s", qPrintable(result.error().toString()));
    return result ? std::make_unique<Account>(*result) : nullptr;
}

QSet<QString> BlueskyServerTest::readAll(ReadTask::What what, const QString &query, networks::Cursor &cursor, int &posts)
{
    const std::unique_ptr<networks::Connector> reader(networks::makeReader(
        {.network = u"bluesky"_s, .what = what, .query = query}, m_account.get(), m_http, m_clock, nullptr));
    QSet<QString> ids;
    posts = 0;
    bool hasMore = true;
    while (hasMore) {
        QSignalSpy spy(reader.get(), &networks::Connector::fetched);
        reader->fetch(cursor);
        spy.wait(60'000);
        const auto page = spy.value(0).value(0).value<Result<Page>>();
        if (!page) {
            qWarning("reading: %s", qPrintable(page.error().toString()));
            posts = -1;
            return {};
        }
        for (const networks::Post &post : page->posts)
            ids.insert(post.remoteId);
        posts += int(page->posts.size());
        if (!page->gaps.empty())
            qWarning("a gap where none is");
        cursor = page->next.value_or(cursor);
        hasMore = page->hasMore;
    }
    return ids;
}

Result<QByteArray> BlueskyServerTest::prepare(networks::Sender &sender, const OutgoingPost &post)
{
    std::optional<Result<QByteArray>> told;
    sender.prepare(post, [&told](const Result<QByteArray> &prepared) { told = prepared; });
    [&told] { QTRY_VERIFY_WITH_TIMEOUT(told, 30'000); }();
    if (told && !*told)
        qWarning("prepare: %s", qPrintable(told->error().toString()));
    return told.value_or(Result<QByteArray>(fail(ErrorKind::Timeout, u"nothing came"_s)));
}

SendOutcome BlueskyServerTest::send(networks::Sender &sender, const OutgoingPost &post)
{
    std::optional<SendOutcome> told;
    sender.send(post, [&told](const SendOutcome &outcome) { told = outcome; });
    [&told] { QTRY_VERIFY_WITH_TIMEOUT(told, 30'000); }();
    if (told && told->kind != SendOutcome::Kind::Sent)
        qInfo("send: %s", qPrintable(told->error.toString()));
    return told.value_or(SendOutcome());
}

Result<std::optional<SentPost>> BlueskyServerTest::find(networks::Sender &sender, const OutgoingPost &post)
{
    std::optional<Result<std::optional<SentPost>>> told;
    sender.find(post, [&told](const Result<std::optional<SentPost>> &found) { told = found; });
    [&told] { QTRY_VERIFY_WITH_TIMEOUT(told, 30'000); }();
    return told.value_or(Result<std::optional<SentPost>>(fail(ErrorKind::Timeout, u"nothing came"_s)));
}

Result<> BlueskyServerTest::remove(networks::Sender &sender, const QString &id)
{
    std::optional<Result<>> told;
    sender.remove(id, [&told](const Result<> &removed) { told = removed; });
    [&told] { QTRY_VERIFY_WITH_TIMEOUT(told, 30'000); }();
    return told.value_or(Result<>(fail(ErrorKind::Timeout, u"nothing came"_s)));
}

void BlueskyServerTest::initTestCase()
{
    for (const char *const variable : {"PDS_URL", "APPVIEW_URL", "PLC_URL", "CHAT_PROXY"}) {
        if (qEnvironmentVariableIsEmpty(variable))
            QSKIP("no servers: PDS_URL, APPVIEW_URL, PLC_URL and CHAT_PROXY say where they are");
    }
    m_word = u"mot%1"_s.arg(core::toMillis(m_clock.now()));
    m_brand = m_world.join(u"marque"_s);
    m_lea = m_world.join(u"lea"_s);
    QVERIFY(networks::isDid(m_brand.did) && networks::isDid(m_lea.did));
}

void BlueskyServerTest::aNameIsEnoughToSignIn()
{
    // The AppView learns of a new account by the stream.
    QTRY_VERIFY_WITH_TIMEOUT((m_account = signIn(m_brand, m_brand.appPassword)), 20'000);
    QCOMPARE(m_account->credentials().userId, m_brand.did);
    QCOMPARE(m_account->credentials().handle, m_brand.handle);
    QCOMPARE(m_account->credentials().baseUrl, BlueskyWorld::address("PDS_URL"));
    m_sender.reset(networks::makeSender(*m_account, m_http, m_clock, nullptr));
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

void BlueskyServerTest::anExpiredTokenIsRenewedInMidFlight()
{
    OutgoingPost post{.text = u"Après une longue pause."_s, .at = m_clock.now()};
    const auto prepared = prepare(*m_sender, post);
    QVERIFY(prepared);
    post.prepared = *prepared;
    Credentials credentials = m_account->credentials();
    credentials.accessToken = BlueskyWorld::expired(credentials.accessToken);
    m_account->renew(credentials);
    QSignalSpy renewed(m_account.get(), &Account::renewed);
    const int before = m_world.recordsOf(m_brand);
    QCOMPARE(send(*m_sender, post).kind, SendOutcome::Kind::Sent);
    QCOMPARE(renewed.size(), 1);
    QCOMPARE(m_world.recordsOf(m_brand), before + 1);
    QVERIFY(m_account->isSignedIn());
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

void BlueskyServerTest::anAccountThatIsSignedOutSaysSo()
{
    Credentials credentials = m_account->credentials();
    credentials.accessToken = BlueskyWorld::expired(credentials.accessToken);
    credentials.refreshToken = BlueskyWorld::expired(credentials.refreshToken);
    Account account(credentials);
    const std::unique_ptr<networks::Connector> reader(networks::makeReader(
        {.network = u"bluesky"_s, .what = ReadTask::What::Mentions}, &account, m_http, m_clock, nullptr));
    QSignalSpy spy(reader.get(), &networks::Connector::fetched);
    reader->fetch({});
    QVERIFY(spy.wait(30'000));
    const auto page = spy.at(0).at(0).value<Result<Page>>();
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::Unauthorized);
    QVERIFY(!account.isSignedIn());
}

void BlueskyServerTest::aServerThatStandsStillGetsThePostOnce()
{
    QFile file(qEnvironmentVariable("PID_FILE_NETWORK"));
    const int process = file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toInt() : 0;
    if (process <= 1)
        QSKIP("PID_FILE_NETWORK does not say which process to hold");
    OutgoingPost post{.text = u"Dans le silence."_s, .at = m_clock.now()};
    const auto prepared = prepare(*m_sender, post);
    QVERIFY(prepared);
    post.prepared = *prepared;
    const int before = m_world.recordsOf(m_brand);
    std::optional<SendOutcome> outcome;
    QVERIFY(::kill(process, SIGSTOP) == 0);
    m_sender->send(post, [&outcome](const SendOutcome &told) { outcome = told; });
    const bool hasEnded = QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 60'000);
    QVERIFY(::kill(process, SIGCONT) == 0);
    QVERIFY(hasEnded);
    QCOMPARE(outcome->kind, SendOutcome::Kind::Unknown);
    // It may come to life with our request still in its ear, before or after we look.
    const auto found = find(*m_sender, post);
    QVERIFY(found);
    qInfo("after the silence the post is %s", found->has_value() ? "there" : "not there");
    if (!found->has_value()) {
        QVERIFY(m_sender->maySendAgain(post, m_clock.now()));
        QCOMPARE(send(*m_sender, post).kind, SendOutcome::Kind::Sent);
    }
    QTest::qWait(1000);
    QCOMPARE(m_world.recordsOf(m_brand), before + 1);
}

void BlueskyServerTest::theRealLimitSaysHowLongToWait()
{
    if (qEnvironmentVariable("BLUESKY_RATE_LIMITS") != u"1")
        QSKIP("the servers' own limits are off: BLUESKY_RATE_LIMITS says whether they are on");
    // 30 sign-ins in five minutes, and then no more.
    std::optional<Error> limit;
    for (int i = 0; i < 40 && !limit; ++i) {
        networks::HttpClient http(m_clock); // one that has not been told yet
        const std::unique_ptr<networks::SignIn> signIn(networks::makeSignIn(u"bluesky"_s, http, m_clock, nullptr));
        QSignalSpy spy(signIn.get(), &networks::SignIn::finished);
        signIn->start({.server = BlueskyWorld::address("PDS_URL"), .identifier = m_lea.handle, .password = "aaaa-bbbb-cccc-dddd"});
        QVERIFY(spy.wait(30'000));
        const auto result = spy.at(0).at(0).value<Result<Credentials>>();
        QVERIFY(!result);
        if (result.error().kind != ErrorKind::Unauthorized)
            limit = result.error();
    }
    QVERIFY(limit);
    QCOMPARE(limit->kind, ErrorKind::RateLimited);
    QVERIFY(limit->retryAfter && *limit->retryAfter <= 300s);
    qInfo("%s, wait %lld s", qPrintable(limit->detail), qlonglong(limit->retryAfter->count()));
    // What needs no sign-in goes on.
    OutgoingPost post{.text = u"Malgré tout."_s, .at = m_clock.now()};
    const auto prepared = prepare(*m_sender, post);
    QVERIFY(prepared);
    post.prepared = *prepared;
    QCOMPARE(send(*m_sender, post).kind, SendOutcome::Kind::Sent);
}

QTEST_GUILESS_MAIN(BlueskyServerTest)
#include "tst_bluesky_server.moc"
