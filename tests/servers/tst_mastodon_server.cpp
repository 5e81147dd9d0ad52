// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/mastodonapi.h"
#include "networks/mastodonconnector.h"
#include "networks/mastodoninstance.h"
#include "networks/mastodonsender.h"
#include "networks/mastodonsignin.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using networks::Account;
using networks::Credentials;
using networks::HttpClient;
using networks::MastodonConnector;
using networks::MastodonSender;
using networks::OutgoingPost;
using networks::Page;
using networks::Post;
using networks::ReadTask;
using networks::SendOutcome;
using networks::SentPost;

namespace
{

constexpr int kPosts = 500;
constexpr int kMentions = 40; // this server keeps 64
constexpr int kPatience = 30'000; // ms

/// The folder in which the scripts leave what a test must know.
QString workDir()
{
    return qEnvironmentVariable("VIGIE_SERVERS_WORK", QStringLiteral(VIGIE_SERVERS_WORK));
}

QHash<QString, QString> settingsIn(const QString &name, QChar separator)
{
    QHash<QString, QString> settings;
    QFile file(workDir() + u"/mastodon/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return settings;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines)
        settings.insert(line.section(separator, 0, 0), line.section(separator, 1));
    return settings;
}

/// Fills the sign-in page in as a person would, and goes where it is sent. It keeps no connection: the server has a handful of
/// threads, and each of them waits for a connection that is kept.
class Browser : public QObject
{
public:
    void signIn(const QUrl &page, const QString &user, const QString &password)
    {
        QNetworkRequest first(page);
        first.setRawHeader("Connection", "close");
        QNetworkReply *const shown = m_network.get(first);
        connect(shown, &QNetworkReply::finished, this, [this, shown, page, user, password] {
            const QString html = QString::fromUtf8(shown->readAll());
            static const QRegularExpression action(u"action=\"([^\"]+)\""_s);
            static const QRegularExpression input(u"<input[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\""_s);
            QByteArray form;
            for (auto it = input.globalMatch(html); it.hasNext();) {
                const auto match = it.next();
                form += match.captured(1).toUtf8() + '=' + QUrl::toPercentEncoding(match.captured(2)) + '&';
            }
            form += "login=" + user.toUtf8() + "&passwd=" + QUrl::toPercentEncoding(password);
            QNetworkRequest request(page.resolved(QUrl(action.match(html).captured(1))));
            request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
            request.setRawHeader("Connection", "close");
            request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
            m_network.post(request, form);
        });
    }

private:
    QNetworkAccessManager m_network;
};

} // namespace

class MastodonServerTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();

    void aPersonSignsInThroughTheBrowser();
    void mentionsAreReadOnceEach();
    void aNewMentionIsRead();
    void aReplyStandsInTheRightThreadAndIsFoundAgain();
    void aPrivateMessageReachesNobodyElse();
    void whatWasNeverSentIsNotFound();
    void anEditComesWithTheNextReading();
    void aSearchFindsPostsOrSaysThatThereIsNone();
    void aServerWithoutAStreamIsNotAskedAgain();
    void deletingTellsTheTruth();
    void aStoppedServerIsReadAgainWhenItIsBack();
    void aTokenThatIsNotKnownSignsTheAccountOut();
    void fiveHundredPostsOfAHashtagAreReadOnceEach();

private:
    Result<Credentials> signIn(const QString &user);
    Result<std::vector<Post>> readAll(MastodonConnector &connector, networks::Cursor &cursor, int *gaps = nullptr);
    /// The posts with this text of the first reading that has any.
    std::vector<Post> waitFor(const QString &text, MastodonConnector &connector, networks::Cursor &cursor);
    Result<Page> fetch(MastodonConnector &connector, const networks::Cursor &cursor);
    SendOutcome send(MastodonSender &sender, OutgoingPost &post);
    Result<std::optional<SentPost>> find(MastodonSender &sender, const OutgoingPost &post);
    QJsonObject call(const Account &account, const QByteArray &verb, const QString &path, const QJsonObject &body = {});
    QString post(const Account &account, const QString &text); ///< id on its server
    std::unique_ptr<MastodonConnector> reader(Account &account, ReadTask::What what, const QString &query = {})
    {
        return std::make_unique<MastodonConnector>(
            ReadTask{.network = u"mastodon"_s, .what = what, .query = query, .url = m_base}, &account, m_http, m_clock);
    }
    OutgoingPost answer(const QString &text, const Post &to, bool isPrivate = false) const
    {
        return {.text = text, .language = u"fr"_s, .isPrivate = isPrivate, .recipient = to.author.handle, .parentId = to.remoteId,
                .idempotencyKey = QUuid::createUuid().toString(QUuid::WithoutBraces), .at = m_clock.now()};
    }

    core::SystemClock m_clock;
    HttpClient m_http{m_clock};
    Browser m_browser;
    QUrl m_base;
    QString m_domain; ///< of its accounts
    QHash<QString, QString> m_passwords;
    std::unique_ptr<Account> m_alice;
    std::unique_ptr<Account> m_bob;
    std::unique_ptr<Account> m_carol;
    networks::Cursor m_aliceCursor;
    networks::Cursor m_bobCursor;
};

void MastodonServerTest::initTestCase()
{
    m_base = QUrl(settingsIn(u"snac.env"_s, u'=').value(u"MASTODON_URL"_s));
    m_domain = networks::mastodonServerOf(m_base);
    m_passwords = settingsIn(u"passwords"_s, u' ');
    if (m_domain.isEmpty())
        QSKIP("no server was started in this work directory");
}

void MastodonServerTest::cleanupTestCase()
{
    m_alice.reset();
    m_bob.reset();
    m_carol.reset();
}

Result<Credentials> MastodonServerTest::signIn(const QString &user)
{
    networks::MastodonSignIn signIn(m_http, m_clock);
    connect(&signIn, &networks::SignIn::needsBrowser, this,
            [this, user](const QUrl &page) { m_browser.signIn(page, user, m_passwords.value(user)); });
    QSignalSpy ends(&signIn, &networks::SignIn::finished);
    signIn.start({.network = u"mastodon"_s, .server = m_base});
    if (!QTest::qWaitFor([&ends] { return !ends.isEmpty(); }, kPatience))
        return fail(ErrorKind::Timeout, u"the sign-in did not end"_s);
    return ends.at(0).at(0).value<Result<Credentials>>();
}

Result<Page> MastodonServerTest::fetch(MastodonConnector &connector, const networks::Cursor &cursor)
{
    QSignalSpy spy(&connector, &MastodonConnector::fetched);
    connector.fetch(cursor);
    if (!QTest::qWaitFor([&spy] { return !spy.isEmpty(); }, kPatience))
        return fail(ErrorKind::Timeout, u"the reading did not end"_s);
    return spy.at(0).at(0).value<Result<Page>>();
}

Result<std::vector<Post>> MastodonServerTest::readAll(MastodonConnector &connector, networks::Cursor &cursor, int *gaps)
{
    std::vector<Post> posts;
    for (bool hasMore = true; hasMore;) {
        const auto page = fetch(connector, cursor);
        if (!page)
            return fail(page.error());
        posts.insert(posts.end(), page->posts.begin(), page->posts.end());
        if (gaps)
            *gaps += int(page->gaps.size());
        if (page->next)
            cursor = *page->next;
        hasMore = page->hasMore;
    }
    return posts;
}

std::vector<Post> MastodonServerTest::waitFor(const QString &text, MastodonConnector &connector, networks::Cursor &cursor)
{
    std::vector<Post> found;
    QElapsedTimer timer;
    timer.start();
    while (found.empty() && timer.elapsed() < kPatience) {
        for (const Post &each : readAll(connector, cursor).value_or(std::vector<Post>())) {
            if (each.text.contains(text))
                found.push_back(each);
        }
        QTest::qWait(50);
    }
    return found;
}

SendOutcome MastodonServerTest::send(MastodonSender &sender, OutgoingPost &post)
{
    std::optional<Result<QByteArray>> prepared;
    sender.prepare(post, [&prepared](const Result<QByteArray> &result) { prepared = result; });
    if (!QTest::qWaitFor([&prepared] { return prepared.has_value(); }, kPatience) || !*prepared)
        return {.kind = SendOutcome::Kind::NotSent, .post = {}, .error = prepared ? prepared->error() : Error()};
    post.prepared = **prepared;
    std::optional<SendOutcome> outcome;
    sender.send(post, [&outcome](const SendOutcome &result) { outcome = result; });
    (void)QTest::qWaitFor([&outcome] { return outcome.has_value(); }, kPatience);
    return outcome.value_or(SendOutcome());
}

Result<std::optional<SentPost>> MastodonServerTest::find(MastodonSender &sender, const OutgoingPost &post)
{
    std::optional<Result<std::optional<SentPost>>> found;
    sender.find(post, [&found](const Result<std::optional<SentPost>> &result) { found = result; });
    (void)QTest::qWaitFor([&found] { return found.has_value(); }, kPatience);
    return found.value_or(fail(ErrorKind::Timeout, u"the search did not end"_s));
}

QJsonObject MastodonServerTest::call(const Account &account, const QByteArray &verb, const QString &path, const QJsonObject &body)
{
    networks::HttpRequest request =
        networks::mastodonRequest(networks::mastodonUrl(m_base, path), account.credentials().accessToken);
    request.verb = verb;
    // The server ends every connection after one answer without saying so.
    request.headers.emplaceBack("Connection", "close");
    if (!body.isEmpty()) {
        request.headers.emplaceBack("Content-Type", "application/json");
        request.body = QJsonDocument(body).toJson();
    }
    std::optional<Result<networks::HttpResponse>> answer;
    m_http.send(request, this, [&answer](const Result<networks::HttpResponse> &result) { answer = result; });
    (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, kPatience);
    return answer && *answer ? QJsonDocument::fromJson((*answer)->body).object() : QJsonObject();
}

QString MastodonServerTest::post(const Account &account, const QString &text)
{
    return call(account, "POST", u"/api/v1/statuses"_s, {{u"status"_s, text}, {u"visibility"_s, u"public"_s}})[u"id"_s].toString();
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
        for (const Post &each : posts.value_or(std::vector<Post>()))
            read.append(each.remoteId);
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
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!post(*m_bob, u"@alice et maintenant ?"_s).isEmpty());
    const std::vector<Post> posts = waitFor(u"et maintenant"_s, *connector, m_aliceCursor);
    QCOMPARE(posts.size(), 1u);
    qInfo("after %lld ms, the server's own delivery included", timer.elapsed());
    QCOMPARE(posts[0].author.handle, m_bob->credentials().handle);
    QVERIFY(posts[0].url.startsWith(u"http://"_s + m_domain));
}

void MastodonServerTest::aReplyStandsInTheRightThreadAndIsFoundAgain()
{
    if (!m_alice)
        QSKIP("nobody is signed in");
    const auto bobReads = reader(*m_bob, ReadTask::What::Mentions);
    QVERIFY(readAll(*bobReads, m_bobCursor));
    const QString question = post(*m_bob, u"@alice dois-je la débrancher ?"_s);
    Post to;
    to.remoteId = networks::mastodonRemoteId(networks::mastodonServerOf(m_base), question);
    to.author.handle = m_bob->credentials().handle;
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
    const QJsonObject thread = call(*m_bob, "GET", u"/api/v1/statuses/%1/context"_s.arg(question));
    QCOMPARE(thread[u"descendants"_s].toArray().size(), 1); // in the thread, and once
}

void MastodonServerTest::aPrivateMessageReachesNobodyElse()
{
    if (!m_alice)
        QSKIP("nobody is signed in");
    const auto bobReads = reader(*m_bob, ReadTask::What::Mentions);
    const QString question = post(*m_bob, u"@alice où envoyer ma facture ?"_s);
    Post to;
    to.remoteId = networks::mastodonRemoteId(networks::mastodonServerOf(m_base), question);
    to.author.handle = m_bob->credentials().handle;
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
    const auto ofAlice = call(*m_carol, "GET", u"/api/v1/statuses/%1/context"_s.arg(question));
    QVERIFY(!QJsonDocument(ofAlice).toJson().contains("4711"));
}

void MastodonServerTest::whatWasNeverSentIsNotFound()
{
    if (!m_alice)
        QSKIP("nobody is signed in");
    const QString question = post(*m_bob, u"@alice une question"_s);
    Post to;
    to.remoteId = networks::mastodonRemoteId(networks::mastodonServerOf(m_base), question);
    to.author.handle = m_bob->credentials().handle;
    MastodonSender sender(*m_alice, m_http, m_clock);
    OutgoingPost reply = answer(u"Jamais partie."_s, to);
    std::optional<Result<QByteArray>> prepared;
    sender.prepare(reply, [&prepared](const Result<QByteArray> &result) { prepared = result; });
    QTRY_VERIFY_WITH_TIMEOUT(prepared.has_value(), kPatience);
    QVERIFY(*prepared);
    reply.prepared = **prepared;
    const auto found = find(sender, reply);
    QVERIFY2(found, found ? "" : qPrintable(found.error().toString()));
    QVERIFY(!*found);
}

void MastodonServerTest::anEditComesWithTheNextReading()
{
    if (!m_alice)
        QSKIP("nobody is signed in");
    const auto connector = reader(*m_alice, ReadTask::What::Mentions);
    const QString id = post(*m_bob, u"@alice elle fume"_s);
    QCOMPARE(waitFor(u"elle fume"_s, *connector, m_aliceCursor).size(), 1u);
    const QJsonObject edited = call(*m_bob, "PUT", u"/api/v1/statuses/"_s + id, {{u"status"_s, u"@alice elle ne fume plus"_s}});
    QVERIFY(!edited.isEmpty());
    const std::vector<Post> again = waitFor(u"ne fume plus"_s, *connector, m_aliceCursor);
    QCOMPARE(again.size(), 1u);
    if (networks::mastodonRefFrom(again[0].remoteId).id != id)
        qWarning("an edit gives the post another id: it is taken for a new one");
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

void MastodonServerTest::deletingTellsTheTruth()
{
    if (!m_alice)
        QSKIP("nobody is signed in");
    MastodonSender sender(*m_alice, m_http, m_clock);
    const QString id = post(*m_alice, u"À supprimer"_s);
    std::optional<Result<>> removed;
    sender.remove(networks::mastodonRemoteId(networks::mastodonServerOf(m_base), id), [&removed](const Result<> &result) { removed = result; });
    QTRY_VERIFY_WITH_TIMEOUT(removed.has_value(), kPatience);
    const bool isThere = !call(*m_alice, "GET", u"/api/v1/statuses/"_s + id).isEmpty();
    qInfo() << "removed:" << (*removed ? u"yes"_s : removed->error().toString()) << "still there:" << isThere;
    QCOMPARE(removed->has_value(), !isThere);
    QVERIFY(*removed || removed->error().kind == ErrorKind::Conflict);
}

void MastodonServerTest::aStoppedServerIsReadAgainWhenItIsBack()
{
    if (!m_alice)
        QSKIP("nobody is signed in");
    const QString scripts = QStringLiteral(VIGIE_SERVERS "/mastodon/");
    QVERIFY(!post(*m_bob, u"@alice avant la panne"_s).isEmpty());
    QTest::qWait(500);
    QCOMPARE(QProcess::execute(scripts + u"stop"_s, {workDir()}), 0);
    const auto connector = reader(*m_alice, ReadTask::What::Mentions);
    const networks::Cursor before = m_aliceCursor;
    QVERIFY(!readAll(*connector, m_aliceCursor));
    QCOMPARE(m_aliceCursor, before);
    MastodonSender sender(*m_alice, m_http, m_clock);
    OutgoingPost reply = answer(u"Pendant la panne"_s, {});
    reply.prepared = networks::MastodonDraft{.status = reply.text, .visibility = u"public"_s}.toJson();
    std::optional<SendOutcome> outcome;
    sender.send(reply, [&outcome](const SendOutcome &result) { outcome = result; });
    QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), kPatience);
    QCOMPARE(outcome->kind, SendOutcome::Kind::NotSent);
    QCOMPARE(QProcess::execute(scripts + u"start"_s, {workDir()}), 0);
    QCOMPARE(waitFor(u"avant la panne"_s, *connector, m_aliceCursor).size(), 1u);
}

void MastodonServerTest::aTokenThatIsNotKnownSignsTheAccountOut()
{
    if (!m_alice)
        QSKIP("nobody is signed in");
    Credentials credentials = m_alice->credentials();
    credentials.accessToken = "0123456789abcdef";
    Account wrong(credentials);
    QSignalSpy out(&wrong, &Account::signedOut);
    const auto connector = reader(wrong, ReadTask::What::Mentions);
    const auto page = fetch(*connector, {});
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::Unauthorized);
    QCOMPARE(out.size(), 1);
    networks::MastodonSignIn signIn(m_http, m_clock);
    QSignalSpy ends(&signIn, &networks::SignIn::finished);
    signIn.start({.network = u"mastodon"_s, .server = m_base, .password = credentials.accessToken});
    QTRY_COMPARE_WITH_TIMEOUT(ends.size(), 1, kPatience);
    QCOMPARE(ends.at(0).at(0).value<Result<Credentials>>().error().kind, ErrorKind::Unauthorized);
}

QTEST_GUILESS_MAIN(MastodonServerTest)
#include "tst_mastodon_server.moc"
