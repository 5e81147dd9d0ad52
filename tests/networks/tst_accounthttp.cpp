// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/accountbook.h"
#include "networks/accounthttp.h"
#include "networks/connector.h"
#include "networks/fakenetwork.h"
#include "networks/logcatcher.h"
#include "networks/networks.h"
#include "networks/reading.h"
#include "networks/secretstore.h"
#include "networks/sender.h"

#include <QFuture>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using networks::Account;
using networks::AccountBook;
using networks::AccountHttp;
using networks::Credentials;
using networks::Departure;
using networks::HttpClient;
using networks::HttpResponse;

namespace
{

const QByteArray kNewTokens = R"({"access_token":"access2","refresh_token":"refresh2","token_type":"bearer","expires_in":7200})";
const FakeAnswer kExpired{.status = 401, .body = R"({"title":"Unauthorized","status":401})"};

/// Writes down what is asked of it, and answers when the test says so.
class SlowKeeper final : public networks::KeyKeeper
{
public:
    explicit SlowKeeper(QStringList &acts) : m_acts(acts) {}

    void claim(QObject *context, std::function<void(const Result<Credentials> &kept)> done) override
    {
        m_acts += u"claim"_s;
        QMetaObject::invokeMethod(context, [this, done] { done(kept); }, Qt::QueuedConnection);
    }
    void keep(const Credentials &renewed, QObject *, std::function<void()> done) override
    {
        m_acts += u"keep "_s + QString::fromLatin1(renewed.refreshToken);
        isKept = std::move(done);
    }
    void release() override { m_acts += u"release"_s; }

    Result<Credentials> kept = {};
    std::function<void()> isKept;

private:
    QStringList &m_acts;
};

/// Takes nothing any more.
class FullStore final : public networks::SecretStore
{
public:
    QFuture<Result<QByteArray>> read(const QString &) override
    {
        return QtFuture::makeReadyFuture(Result<QByteArray>(kept));
    }
    QFuture<Result<>> write(const QString &, const QByteArray &) override
    {
        return QtFuture::makeReadyFuture(Result<>(fail(ErrorKind::File, u"the keychain failed"_s)));
    }
    QFuture<Result<>> remove(const QString &) override { return QtFuture::makeReadyFuture(Result<>()); }
    QByteArray kept;
};

} // namespace

class AccountHttpTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aTokenThatHasRunOutIsRenewedOnceForAllWhoWait();
    void newTokensAreKeptBeforeTheyAreUsed();
    void aTokenThatSomebodyElseRenewedIsTaken();
    void aTokenThatCannotBeKeptIsNotAskedFor();
    void anAccountWithoutARefreshTokenIsToldTheRefusal();
    void aRenewedTokenThatIsNotTakenEitherIsNotRenewedAgain();
    void aRefusedRenewalSignsOut_data();
    void aRefusedRenewalSignsOut();
    void aRenewalThatFailsKeepsTheAccount_data();
    void aRenewalThatFailsKeepsTheAccount();
    void whoIsGoneMeanwhileSendsNothing();
    void eachNetworkIsAskedItsOwnWay_data();
    void eachNetworkIsAskedItsOwnWay();
    void aReaderReadsOnWithTheNewToken();
    void aReplyIsPublishedOnceWithTheNewToken();
    void twoBooksOverTheSameKeysRenewOnce();
    void aKeyThatCouldNotBeKeptIsNotLostToTheNextRenewal();
    void nothingSecretIsLogged();

private:
    [[nodiscard]] Credentials credentials(const QString &network = u"x"_s) const
    {
        return {.network = network,
                .baseUrl = m_network->url({}),
                .handle = u"@LumioCare"_s,
                .userId = u"777"_s,
                .accessToken = "access1",
                .refreshToken = "refresh1",
                .clientId = "desk-app",
                .options = {{u"token_url"_s, m_network->url(u"/token"_s).toString()}}};
    }
    struct Told {
        int calls = 0;
        std::optional<Result<HttpResponse>> result;
        Departure departure = Departure::Possible;
    };
    void ask(const QString &path, Told &told)
    {
        AccountHttp::of(*m_account, *m_http, m_clock)
            .send({.url = m_network->url(path)}, this, [&told](const Result<HttpResponse> &result) {
                ++told.calls;
                told.result = result;
            });
    }
    void askOnce(const QString &path, QObject *context, Told &told)
    {
        AccountHttp::of(*m_account, *m_http, m_clock)
            .sendOnce({.url = m_network->url(path), .verb = "POST", .body = "once"}, context,
                      [&told](const Result<HttpResponse> &result, Departure departure) {
                          ++told.calls;
                          told.result = result;
                          told.departure = departure;
                      });
    }
    [[nodiscard]] int asked(const QByteArray &target) const
    {
        const auto &requests = m_network->requests();
        return int(std::count_if(requests.begin(), requests.end(), [&](const FakeRequest &one) { return one.target == target; }));
    }

    core::ManualClock m_clock{core::instantFromMillis(1769847125000)};
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<Account> m_account;
};

void AccountHttpTest::init()
{
    m_network = std::make_unique<FakeNetwork>();
    m_http = std::make_unique<HttpClient>(m_clock);
    m_account = std::make_unique<Account>(credentials());
}

void AccountHttpTest::cleanup()
{
    m_network->verify();
    m_account.reset();
    m_http.reset();
}

void AccountHttpTest::aTokenThatHasRunOutIsRenewedOnceForAllWhoWait()
{
    for (const QByteArray path : {"/one", "/two", "/three"}) {
        m_network->expect(path, kExpired);
        m_network->expect(path, {.body = "{}"});
    }
    m_network->expect("/token", {.body = kNewTokens, .delay = 50ms});
    Told one;
    Told two;
    Told three;
    ask(u"/one"_s, one);
    ask(u"/two"_s, two);
    askOnce(u"/three"_s, this, three);
    QTRY_COMPARE(one.calls + two.calls + three.calls, 3);
    QCOMPARE((*one.result)->status, 200);
    QCOMPARE((*two.result)->status, 200);
    QCOMPARE((*three.result)->status, 200);
    QCOMPARE(asked("/token"), 1);
    QCOMPARE(m_account->credentials().accessToken, "access2");
    QCOMPARE(m_account->credentials().refreshToken, "refresh2");
    for (const FakeRequest &request : m_network->requests()) {
        if (request.target == "/three")
            QCOMPARE(request.body, "once");
        QVERIFY(!request.target.contains("access") && !request.target.contains("refresh"));
    }
}

void AccountHttpTest::newTokensAreKeptBeforeTheyAreUsed()
{
    QStringList acts;
    auto keeper = std::make_unique<SlowKeeper>(acts);
    SlowKeeper &slow = *keeper;
    slow.kept = m_account->credentials();
    m_account->setKeeper(std::move(keeper));
    m_network->expect("/one", kExpired);
    m_network->expect("/token", {.body = kNewTokens});
    Told told;
    ask(u"/one"_s, told);
    QTRY_VERIFY(slow.isKept);
    QTest::qWait(20);
    QCOMPARE(asked("/one"), 1); // not a byte with a token that might be lost
    QCOMPARE(m_account->credentials().accessToken, "access1");
    QCOMPARE(acts, (QStringList{u"claim"_s, u"keep refresh2"_s}));
    m_network->expect("/one", {.body = "{}"});
    slow.isKept();
    QTRY_COMPARE(told.calls, 1);
    QCOMPARE(acts.last(), u"release"_s);
    QCOMPARE(m_network->requests().last().headers.value("authorization"), "Bearer access2");
}

void AccountHttpTest::aTokenThatSomebodyElseRenewedIsTaken()
{
    QStringList acts;
    auto keeper = std::make_unique<SlowKeeper>(acts);
    Credentials other = m_account->credentials();
    other.accessToken = "access-other";
    other.refreshToken = "refresh-other";
    keeper->kept = other;
    m_account->setKeeper(std::move(keeper));
    m_network->expect("/one", kExpired);
    m_network->expect("/one", {.body = "{}"});
    Told told;
    ask(u"/one"_s, told);
    QTRY_COMPARE(told.calls, 1);
    QCOMPARE((*told.result)->status, 200);
    QCOMPARE(acts, (QStringList{u"claim"_s, u"release"_s}));
    QCOMPARE(m_network->requests().last().headers.value("authorization"), "Bearer access-other");
    QCOMPARE(m_account->credentials().refreshToken, "refresh-other");
}

void AccountHttpTest::aTokenThatCannotBeKeptIsNotAskedFor()
{
    QStringList acts;
    auto keeper = std::make_unique<SlowKeeper>(acts);
    keeper->kept = fail(ErrorKind::Unauthorized, u"the keychain refused"_s);
    m_account->setKeeper(std::move(keeper));
    m_network->expect("/one", kExpired);
    Told told;
    askOnce(u"/one"_s, this, told);
    QTRY_COMPARE(told.calls, 1);
    QVERIFY(!*told.result);
    QVERIFY(told.result->error().kind != ErrorKind::Unauthorized); // which would say that the network refused
    QCOMPARE(told.departure, Departure::Nothing);
    QVERIFY(m_account->isSignedIn());
    QCOMPARE(acts, QStringList{u"claim"_s});
}

void AccountHttpTest::anAccountWithoutARefreshTokenIsToldTheRefusal()
{
    Credentials pasted = credentials();
    pasted.refreshToken.clear();
    m_account = std::make_unique<Account>(pasted);
    m_network->expect("/one", kExpired);
    Told told;
    ask(u"/one"_s, told);
    QTRY_COMPARE(told.calls, 1);
    QCOMPARE((*told.result)->status, 401);
}

void AccountHttpTest::aRenewedTokenThatIsNotTakenEitherIsNotRenewedAgain()
{
    m_network->expect("/one", kExpired);
    m_network->expect("/token", {.body = kNewTokens});
    m_network->expect("/one", kExpired);
    Told told;
    ask(u"/one"_s, told);
    QTRY_COMPARE(told.calls, 1);
    QCOMPARE((*told.result)->status, 401);
}

void AccountHttpTest::aRefusedRenewalSignsOut_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("taken back") << 400 << QByteArray(R"({"error":"invalid_grant"})");
    QTest::newRow("as X says it") << 400 << QByteArray(R"({"error":"invalid_request","error_description":"Value passed for the token was invalid."})");
    QTest::newRow("the app is gone") << 401 << QByteArray(R"({"error":"invalid_client"})");
    QTest::newRow("as Reddit says it") << 200 << QByteArray(R"({"error":"invalid_grant"})");
}

void AccountHttpTest::aRefusedRenewalSignsOut()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_network->expect("/one", kExpired);
    m_network->expect("/two", kExpired);
    m_network->expect("/token", {.status = status, .body = body, .delay = 50ms});
    QSignalSpy signedOut(m_account.get(), &Account::signedOut);
    Told one;
    Told two;
    ask(u"/one"_s, one);
    askOnce(u"/two"_s, this, two);
    QTRY_COMPARE(one.calls + two.calls, 2);
    QCOMPARE(one.result->error().kind, ErrorKind::Unauthorized);
    QCOMPARE(two.result->error().kind, ErrorKind::Unauthorized);
    QCOMPARE(two.departure, Departure::Nothing);
    QCOMPARE(signedOut.size(), 1);
    QCOMPARE(signedOut.at(0).at(0).toString(), u"signed out: sign in again"_s);
    Told again; // nothing is asked any more
    ask(u"/one"_s, again);
    QTRY_COMPARE(again.calls, 1);
    QCOMPARE(again.result->error().kind, ErrorKind::Unauthorized);
}

void AccountHttpTest::aRenewalThatFailsKeepsTheAccount_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("broken server") << 0;
    QTest::newRow("hangup") << 1;
    QTest::newRow("no tokens") << 2;
    QTest::newRow("HTML") << 3;
    QTest::newRow("too many requests") << 4;
    QTest::newRow("turned away, it does not tell by whom") << 5;
}

void AccountHttpTest::aRenewalThatFailsKeepsTheAccount()
{
    QFETCH(int, kind);
    const FakeAnswer answers[] = {{.status = 500},
                                  {.kind = FakeAnswer::Kind::Hangup}, // and the transport must not ask once more
                                  {.body = R"({"refresh_token":"refresh2"})"},
                                  {.body = "<html>"},
                                  {.status = 429, .headers = {{"Retry-After", "7"}}},
                                  {.status = 403, .body = "<html>"}};
    m_network->expect("/one", kExpired);
    m_network->expect("/token", answers[kind]);
    Told told;
    askOnce(u"/one"_s, this, told);
    QTRY_COMPARE(told.calls, 1);
    QVERIFY(!*told.result);
    QVERIFY(told.result->error().kind != ErrorKind::Unauthorized);
    QCOMPARE(told.departure, Departure::Nothing);
    QVERIFY(m_account->isSignedIn());
    QCOMPARE(m_account->credentials().refreshToken, "refresh1");
    QCOMPARE(asked("/token"), 1);
    if (kind == 4)
        QCOMPARE(told.result->error().retryAfter, 7s);
}

void AccountHttpTest::whoIsGoneMeanwhileSendsNothing()
{
    m_network->expect("/one", kExpired);
    m_network->expect("/token", {.body = kNewTokens, .delay = 100ms});
    auto context = std::make_unique<QObject>();
    Told told;
    askOnce(u"/one"_s, context.get(), told);
    QTRY_COMPARE(asked("/token"), 1);
    context.reset();
    QTRY_COMPARE(m_account->credentials().accessToken, "access2");
    QTest::qWait(30);
    QCOMPARE(asked("/one"), 1);
    QCOMPARE(told.calls, 0);
}

void AccountHttpTest::eachNetworkIsAskedItsOwnWay_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QString>("client");
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("x") << QByteArray() << u"desk-app"_s << QByteArray();
    QTest::newRow("reddit") << "Basic " + QByteArray("desk-app:").toBase64() << QString() << QByteArray();
    QTest::newRow("youtube") << QByteArray() << u"desk-app"_s << QByteArray("no-secret");
}

void AccountHttpTest::eachNetworkIsAskedItsOwnWay()
{
    QFETCH(QByteArray, authorization);
    QFETCH(QString, client);
    QFETCH(QByteArray, secret);
    Credentials who = credentials(QString::fromLatin1(QTest::currentDataTag()));
    who.clientSecret = secret;
    m_account = std::make_unique<Account>(who);
    m_network->expect("/one", kExpired);
    m_network->expect("/token", {.body = R"({"access_token":"access2","expires_in":3600,"scope":"*"})"}); // no new refresh token
    m_network->expect("/one", {.body = "{}"});
    Told told;
    ask(u"/one"_s, told);
    QTRY_COMPARE(told.calls, 1);
    const FakeRequest renewal = m_network->requests().at(1);
    const QUrlQuery sent(QString::fromUtf8(renewal.body));
    QCOMPARE(sent.queryItemValue(u"grant_type"_s), u"refresh_token"_s);
    QCOMPARE(sent.queryItemValue(u"refresh_token"_s), u"refresh1"_s);
    QCOMPARE(sent.queryItemValue(u"client_id"_s), client);
    QCOMPARE(sent.queryItemValue(u"client_secret"_s), QString::fromLatin1(secret));
    QCOMPARE(renewal.headers.value("authorization"), authorization);
    QCOMPARE(renewal.headers.value("content-type"), "application/x-www-form-urlencoded");
    QCOMPARE(m_account->credentials().refreshToken, "refresh1");
}

void AccountHttpTest::aReaderReadsOnWithTheNewToken()
{
    m_account = std::make_unique<Account>(credentials(u"reddit"_s));
    const QByteArray mentions = "/message/mentions?raw_json=1&limit=100";
    m_network->expect(mentions, kExpired);
    m_network->expect("/token", {.body = kNewTokens});
    m_network->expect(mentions, {.body = ownFixture(u"reddit/mentions.json"_s)});
    const std::unique_ptr<networks::Connector> reader(networks::makeReader(
        {.network = u"reddit"_s, .what = networks::ReadTask::What::Mentions}, m_account.get(), *m_http, m_clock, nullptr));
    const auto page = fetchOnce(*reader);
    QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
    QVERIFY(!page->posts.empty());
    QVERIFY(m_account->isSignedIn());
}

void AccountHttpTest::aReplyIsPublishedOnceWithTheNewToken()
{
    m_network->expect("/2/tweets", kExpired);
    m_network->expect("/token", {.body = kNewTokens});
    m_network->expect("/2/tweets", {.status = 201, .body = R"({"data":{"id":"9","text":"Bonjour"}})"});
    const std::unique_ptr<networks::Sender> sender(networks::makeSender(*m_account, *m_http, m_clock, nullptr));
    std::vector<networks::SendOutcome> outcomes;
    sender->send({.text = u"Bonjour"_s, .parentId = u"5"_s, .at = m_clock.now()},
                 [&](const networks::SendOutcome &outcome) { outcomes.push_back(outcome); });
    QTRY_COMPARE(outcomes.size(), 1u);
    QCOMPARE(outcomes[0].kind, networks::SendOutcome::Kind::Sent);
    QCOMPARE(outcomes[0].post.remoteId, u"9"_s);
    QVERIFY(m_account->isSignedIn());
}

void AccountHttpTest::twoBooksOverTheSameKeysRenewOnce()
{
    QTemporaryDir folder;
    const auto secrets = networks::SecretStore::file(folder.filePath(u"keys"_s));
    const QString name = u"test-%1"_s.arg(QString::number(m_network->url({}).port()));
    QVERIFY(secrets->write(name, credentials().toJson()).result());
    // As the thread that reads and the one that a person tries something in, or the window and the command line.
    std::array<std::unique_ptr<AccountBook>, 2> books;
    std::array<Account *, 2> accounts{};
    for (std::size_t i = 0; i < books.size(); ++i) {
        books[i] = std::make_unique<AccountBook>(*secrets);
        books[i]->find(name, this, [&accounts, i](const Result<Account *> &found) { accounts[i] = found.value_or(nullptr); });
        QTRY_VERIFY(accounts[i]);
    }
    for (const QByteArray path : {"/one", "/two"}) {
        m_network->expect(path, kExpired);
        m_network->expect(path, {.body = "{}"});
    }
    m_network->expect("/token", {.body = kNewTokens, .delay = 150ms});
    std::array<Told, 2> told;
    for (std::size_t i = 0; i < told.size(); ++i) {
        AccountHttp::of(*accounts[i], *m_http, m_clock)
            .sendOnce({.url = m_network->url(i == 0 ? u"/one"_s : u"/two"_s)}, this,
                      [&one = told[i]](const Result<HttpResponse> &result, Departure) {
                          ++one.calls;
                          one.result = result;
                      });
    }
    QTRY_COMPARE(told[0].calls + told[1].calls, 2);
    QCOMPARE((*told[0].result)->status, 200);
    QCOMPARE((*told[1].result)->status, 200);
    QCOMPARE(asked("/token"), 1);
    QCOMPARE(accounts[0]->credentials().refreshToken, "refresh2");
    QCOMPARE(accounts[1]->credentials().refreshToken, "refresh2");
    QCOMPARE(Credentials::fromJson(secrets->read(name).result().value()).refreshToken, "refresh2");
}

void AccountHttpTest::aKeyThatCouldNotBeKeptIsNotLostToTheNextRenewal()
{
    FullStore secrets;
    secrets.kept = credentials().toJson();
    AccountBook book(secrets);
    Account *account = nullptr;
    book.find(u"test-full-%1"_s.arg(m_network->url({}).port()), this, [&account](const Result<Account *> &found) { account = found.value_or(nullptr); });
    QTRY_VERIFY(account);
    for (const QByteArray &tokens : {kNewTokens, QByteArray(R"({"access_token":"access3","refresh_token":"refresh3"})")}) {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"could not be kept"_s));
        m_network->expect("/one", kExpired);
        m_network->expect("/token", {.body = tokens});
        m_network->expect("/one", {.body = "{}"});
        Told told;
        AccountHttp::of(*account, *m_http, m_clock)
            .sendOnce({.url = m_network->url(u"/one"_s)}, this, [&told](const Result<HttpResponse> &result, Departure) {
                ++told.calls;
                told.result = result;
            });
        QTRY_COMPARE(told.calls, 1);
        QVERIFY(*told.result);
        QCOMPARE((*told.result)->status, 200);
    }
    // The second renewal began with what is in memory, and not with the old key of the store.
    QCOMPARE(account->credentials().refreshToken, "refresh3");
    QVERIFY(m_network->requests().at(4).body.contains("refresh_token=refresh2"));
}

void AccountHttpTest::nothingSecretIsLogged()
{
    const LogCatcher log;
    FullStore secrets;
    secrets.kept = credentials().toJson();
    AccountBook book(secrets);
    Account *account = nullptr;
    book.find(u"test-log-%1"_s.arg(m_network->url({}).port()), this, [&account](const Result<Account *> &found) { account = found.value_or(nullptr); });
    QTRY_VERIFY(account);
    m_network->expect("/one", kExpired);
    m_network->expect("/token", {.body = kNewTokens}); // and they cannot be kept, which is logged
    m_network->expect("/one", {.status = 401, .body = R"({"title":"access2 is not taken"})"});
    m_network->expect("/two", kExpired);
    m_network->expect("/token", {.status = 400, .body = R"({"error":"refresh2","error_description":"refresh2"})"});
    QSignalSpy signedOut(account, &Account::signedOut);
    for (const QString &path : {u"/one"_s, u"/two"_s}) {
        int calls = 0;
        AccountHttp::of(*account, *m_http, m_clock)
            .send({.url = m_network->url(path)}, this, [&calls](const Result<HttpResponse> &result) {
                ++calls;
                if (!result)
                    qWarning("%s", qPrintable(result.error().detail));
            });
        QTRY_COMPARE(calls, 1);
    }
    QCOMPARE(signedOut.size(), 1);
    QVERIFY(log.text().contains(u"could not be kept"_s) && log.text().contains(u"sign in again"_s));
    for (const QString &secret : {u"access1"_s, u"access2"_s, u"refresh1"_s, u"refresh2"_s, u"desk-app"_s})
        QVERIFY2(!log.text().contains(secret), qPrintable(log.text()));
}

QTEST_GUILESS_MAIN(AccountHttpTest)
#include "tst_accounthttp.moc"
