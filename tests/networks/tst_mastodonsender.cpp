// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/fakenetwork.h"
#include "networks/mastodoninstance.h"
#include "networks/mastodonsender.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using networks::Account;
using networks::HttpClient;
using networks::MastodonDraft;
using networks::MastodonOptions;
using networks::MastodonSender;
using networks::OutgoingPost;
using networks::SendOutcome;
using networks::SentPost;
using Kind = networks::SendOutcome::Kind;

namespace
{

constexpr core::Instant kNow = core::instantFromMillis(1769847125000); // 2026-01-31T08:12:05Z
const QByteArray kOwnPosts = "/api/v1/accounts/7/statuses?limit=40";

struct StatusFacts {
    QString id = u"900"_s;
    QString content = u"<p><span class=\"h-card\"><a href=\"https://autre.exemple/@tom\" class=\"u-url mention\">@<span>tom</span></a></span> "
                      "Débranchez-la.</p>"_s;
    QString parent = u"100"_s;
    QString visibility = u"public"_s;
    QString created = u"2026-01-31T08:12:06Z"_s;
    QString acct = u"lumea"_s;
};

QJsonObject statusObject(const StatusFacts &facts)
{
    return {{u"id"_s, facts.id},
            {u"created_at"_s, facts.created},
            {u"in_reply_to_id"_s, facts.parent.isEmpty() ? QJsonValue() : QJsonValue(facts.parent)},
            {u"content"_s, facts.content},
            {u"visibility"_s, facts.visibility},
            {u"uri"_s, u"https://veille.exemple/users/x/statuses/"_s + facts.id},
            {u"url"_s, u"https://veille.exemple/@x/"_s + facts.id},
            {u"account"_s, QJsonObject{{u"id"_s, facts.acct == u"lumea" ? u"7"_s : u"12"_s}, {u"acct"_s, facts.acct}}}};
}

QByteArray statusBody(const StatusFacts &facts = {})
{
    return QJsonDocument(statusObject(facts)).toJson();
}

QByteArray listBody(const QList<StatusFacts> &all)
{
    QJsonArray list;
    for (const StatusFacts &facts : all)
        list.append(statusObject(facts));
    return QJsonDocument(list).toJson();
}

const StatusFacts kParent{.id = u"100"_s, .content = u"<p>Elle fume</p>"_s, .parent = {}, .acct = u"tom@autre.exemple"_s};

} // namespace

class MastodonSenderTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aReplyNamesWhomItAnswers();
    void aPrivateReplyIsDirect();
    void aReplyIsNeverWiderThanWhatItAnswers_data();
    void aReplyIsNeverWiderThanWhatItAnswers();
    void whatCannotBeAnsweredIsSaidBeforeAnythingLeaves();
    void aPostReadOnAnotherServerIsLookedUpOnOurs();
    void whatLeavesIsWhatWasPrepared();
    void everyAnswerHasItsOutcome_data();
    void everyAnswerHasItsOutcome();
    void whatNeverLeftIsNotSent();
    void aBrokenConnectionLeavesTheOutcomeUnknown_data();
    void aBrokenConnectionLeavesTheOutcomeUnknown();
    void aTokenThatIsNotKnownSignsTheAccountOutAndIsNotSent();
    void whatTheServerChangedIsTold();
    void ourPostIsFoundAmongOthers();
    void anotherClockDoesNotHideOurPost();
    void findingPagesBackToTheAttempt();
    void whatCannotBeSeenIsNoAnswer();
    void theThreadIsLookedAtToo();
    void whoAnswersHundredsFindsTheReplyInItsThread();
    void sendingAgainNeedsAServerThatKnowsTheKey();
    void removingTellsWhatBecameOfIt();

private:
    void expectMorePostsThanAreLookedThrough();
    Result<QByteArray> prepare(const OutgoingPost &post)
    {
        std::vector<Result<QByteArray>> results;
        m_sender->prepare(post, [&results](const Result<QByteArray> &result) { results.push_back(result); });
        return theOnly(results);
    }
    SendOutcome send(const OutgoingPost &post)
    {
        std::vector<SendOutcome> outcomes;
        m_sender->send(post, [&outcomes](const SendOutcome &outcome) { outcomes.push_back(outcome); });
        [&outcomes] { QTRY_COMPARE(outcomes.size(), 1u); }();
        return outcomes.empty() ? SendOutcome{} : outcomes.front();
    }
    Result<std::optional<SentPost>> find(const OutgoingPost &post)
    {
        std::vector<Result<std::optional<SentPost>>> results;
        m_sender->find(post, [&results](const Result<std::optional<SentPost>> &result) { results.push_back(result); });
        return theOnly(results);
    }
    Result<> remove(const QString &id)
    {
        std::vector<Result<>> results;
        m_sender->remove(id, [&results](const Result<> &result) { results.push_back(result); });
        return theOnly(results);
    }
    template <typename T>
    static T theOnly(const std::vector<T> &results)
    {
        const bool wasSync = !results.empty();
        [&results] { QTRY_COMPARE(results.size(), 1u); }();
        if (results.size() != 1 || wasSync)
            return fail(ErrorKind::Internal, u"not exactly one, later"_s);
        return results.front();
    }
    [[nodiscard]] QString local(const QString &id) const
    {
        return u"127.0.0.1:%1/%2"_s.arg(m_network->url({}).port()).arg(id);
    }
    [[nodiscard]] OutgoingPost reply(bool isPrivate = false) const
    {
        return {.text = u"Débranchez-la."_s, .language = u"fr-FR"_s, .isPrivate = isPrivate, .recipient = u"@tom@autre.exemple"_s,
                .parentId = local(u"100"_s), .idempotencyKey = u"clé-1"_s, .at = kNow};
    }
    [[nodiscard]] OutgoingPost prepared() const
    {
        OutgoingPost post = reply();
        post.prepared = MastodonDraft{.status = u"@tom@autre.exemple Débranchez-la."_s, .inReplyToId = u"100"_s,
                                      .visibility = u"public"_s, .language = u"fr"_s}
                            .toJson();
        return post;
    }

    core::ManualClock m_clock{kNow};
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<Account> m_account;
    std::unique_ptr<MastodonSender> m_sender;
};

void MastodonSenderTest::init()
{
    m_clock.set(kNow);
    m_network = std::make_unique<FakeNetwork>();
    m_http = std::make_unique<HttpClient>(m_clock);
    m_account = std::make_unique<Account>(networks::Credentials{
        .network = u"mastodon"_s, .baseUrl = m_network->url({}), .handle = u"@lumea@veille.exemple"_s, .userId = u"7"_s,
        .accessToken = "secret",
        .options = MastodonOptions{.domain = u"veille.exemple"_s, .maxCharacters = 60, .honoursKey = true}.toJson()});
    m_sender = std::make_unique<MastodonSender>(*m_account, *m_http, m_clock);
}

void MastodonSenderTest::cleanup()
{
    m_sender.reset();
    m_account.reset();
    m_http.reset();
    m_network.reset();
}

void MastodonSenderTest::aReplyNamesWhomItAnswers()
{
    m_network->expect("/api/v1/statuses/100", {.body = statusBody(kParent)});
    const auto made = prepare(reply());
    QVERIFY(made);
    const auto draft = MastodonDraft::fromJson(*made);
    QVERIFY(draft);
    QCOMPARE(draft->status, u"@tom@autre.exemple Débranchez-la."_s);
    QCOMPARE(draft->inReplyToId, u"100"_s);
    QCOMPARE(draft->visibility, u"public"_s);
    QCOMPARE(draft->language, u"fr"_s);

    OutgoingPost unnamed = reply();
    unnamed.recipient.clear();
    m_network->expect("/api/v1/statuses/100", {.body = statusBody(kParent)});
    QCOMPARE(MastodonDraft::fromJson(prepare(unnamed).value())->status, u"@tom@autre.exemple Débranchez-la."_s);

    OutgoingPost own = reply(); // a thread of our own goes on
    own.recipient = u"@Lumea@veille.exemple"_s;
    m_network->expect("/api/v1/statuses/100", {.body = statusBody({.id = u"100"_s})});
    QCOMPARE(MastodonDraft::fromJson(prepare(own).value())->status, u"Débranchez-la."_s);

    OutgoingPost alone = reply(); // and nothing is asked for a post that answers nothing
    alone.recipient.clear();
    alone.parentId.clear();
    QCOMPARE(MastodonDraft::fromJson(prepare(alone).value())->visibility, u"public"_s);
    m_network->verify();
}

void MastodonSenderTest::aPrivateReplyIsDirect()
{
    m_network->expect("/api/v1/statuses/100", {.body = statusBody(kParent)});
    const auto made = prepare(reply(true));
    QVERIFY(made);
    QCOMPARE(MastodonDraft::fromJson(*made)->visibility, u"direct"_s);
    QVERIFY(MastodonDraft::fromJson(*made)->status.startsWith(u"@tom@autre.exemple "_s));
    OutgoingPost nobody = reply(true);
    nobody.parentId.clear();
    nobody.recipient.clear();
    QVERIFY(!prepare(nobody));
}

void MastodonSenderTest::aReplyIsNeverWiderThanWhatItAnswers_data()
{
    QTest::addColumn<QString>("parent");
    QTest::addColumn<bool>("isPrivate");
    QTest::addColumn<QString>("expected");
    for (const QString &parent : {u"public"_s, u"unlisted"_s, u"private"_s, u"direct"_s}) {
        QTest::addRow("public below %s", qPrintable(parent)) << parent << false << parent;
        QTest::addRow("private below %s", qPrintable(parent)) << parent << true << u"direct"_s;
    }
    QTest::newRow("a visibility that a server made up") << u"local"_s << false << u"public"_s;
}

void MastodonSenderTest::aReplyIsNeverWiderThanWhatItAnswers()
{
    QFETCH(QString, parent);
    QFETCH(bool, isPrivate);
    StatusFacts facts = kParent;
    facts.visibility = parent;
    m_network->expect("/api/v1/statuses/100", {.body = statusBody(facts)});
    const auto made = prepare(reply(isPrivate));
    QVERIFY(made);
    QTEST(MastodonDraft::fromJson(*made)->visibility, "expected");
}

void MastodonSenderTest::whatCannotBeAnsweredIsSaidBeforeAnythingLeaves()
{
    m_network->expect("/api/v1/statuses/100", {.status = 404});
    QCOMPARE(prepare(reply()).error().kind, ErrorKind::NotFound);
    m_network->expect("/api/v1/statuses/100", {.body = "<html>"});
    QCOMPARE(prepare(reply()).error().kind, ErrorKind::Parse);
    m_network->expect("/api/v1/statuses/100", {.body = statusBody(kParent)});
    OutgoingPost tooLong = reply();
    tooLong.text = QString(50, u'a'); // fits alone, but not with "@tom "
    tooLong.text += u" bcdefg"_s;
    QCOMPARE(prepare(tooLong).error().kind, ErrorKind::InvalidArgument);
    OutgoingPost empty = reply();
    empty.text = u"  "_s;
    empty.parentId.clear();
    empty.recipient.clear();
    QCOMPARE(prepare(empty).error().kind, ErrorKind::InvalidArgument);
    m_network->verify();
}

void MastodonSenderTest::aPostReadOnAnotherServerIsLookedUpOnOurs()
{
    FakeNetwork other;
    StatusFacts there = kParent;
    there.id = u"5"_s;
    const QByteArray search = "/api/v2/search?q=https%3A%2F%2Fveille.exemple%2Fusers%2Fx%2Fstatuses%2F5&type=statuses&resolve=true";
    OutgoingPost post = reply();
    post.parentId = u"127.0.0.1:%1/5"_s.arg(other.url({}).port());
    other.expect("/api/v1/statuses/5", {.body = statusBody(there)});
    m_network->expect(search, {.body = R"({"statuses":)" + listBody({kParent}) + "}"});
    QCOMPARE(MastodonDraft::fromJson(prepare(post).value())->inReplyToId, u"100"_s);
    QVERIFY(!other.requests().at(0).headers.contains("authorization")); // our token is none of its business
    other.expect("/api/v1/statuses/5", {.body = statusBody(there)});
    m_network->expect(search, {.body = R"({"statuses":[]})"});
    QCOMPARE(prepare(post).error().kind, ErrorKind::NotFound);
    m_network->verify();
    other.verify();
}

void MastodonSenderTest::whatLeavesIsWhatWasPrepared()
{
    m_network->expect("/api/v1/statuses", {.body = statusBody()});
    const OutgoingPost post = prepared();
    const SendOutcome outcome = send(post);
    QCOMPARE(outcome.kind, Kind::Sent);
    QCOMPARE(outcome.post.remoteId, local(u"900"_s));
    QCOMPARE(outcome.post.url, u"https://veille.exemple/@x/900"_s);
    QCOMPARE(outcome.post.warnings, QStringList());
    const FakeRequest &request = m_network->requests().at(0);
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.body, post.prepared);
    QCOMPARE(request.headers.value("content-type"), "application/json");
    QCOMPARE(request.headers.value("idempotency-key"), "cl%C3%A9-1");
    QCOMPARE(request.headers.value("authorization"), "Bearer secret");
    QVERIFY(request.headers.value("user-agent").startsWith("Vigie/"));
    OutgoingPost unprepared = reply();
    QCOMPARE(send(unprepared).kind, Kind::NotSent);
    m_network->verify();
}

void MastodonSenderTest::everyAnswerHasItsOutcome_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, int status, const QByteArray &body, Kind kind) {
        QTest::newRow(name) << status << body << int(kind);
    };
    row("200", 200, statusBody(), Kind::Sent);
    row("201", 201, statusBody(), Kind::Sent);
    row("200 with an error inside", 200, R"({"error":"no"})", Kind::Unknown);
    row("200 with an error object inside", 200, R"({"error":{"message":"no"}})", Kind::Unknown);
    row("200 without an id", 200, R"({"content":"<p>a</p>"})", Kind::Unknown);
    row("200 with HTML", 200, "<html>", Kind::Unknown);
    row("200 with nothing", 200, "", Kind::Unknown);
    row("200 broken off", 200, statusBody().left(100), Kind::Unknown);
    row("302", 302, "", Kind::Unknown);
    row("400", 400, R"({"error":"bad"})", Kind::Refused);
    row("401", 401, "", Kind::NotSent);
    row("403", 403, R"({"error":"This action is not allowed"})", Kind::Refused);
    row("404", 404, R"({"error":"Record not found"})", Kind::Refused);
    row("408", 408, "", Kind::Unknown);
    row("410", 410, "", Kind::Refused);
    row("413", 413, "<html>", Kind::Refused);
    row("418", 418, "", Kind::Refused);
    row("422", 422, R"({"error":"Validation failed: Text character limit of 500 exceeded"})", Kind::Refused);
    row("429", 429, "", Kind::NotSent);
    row("500", 500, "<html>", Kind::Unknown);
    row("502", 502, "", Kind::Unknown);
    row("503", 503, R"({"error":"busy"})", Kind::Unknown);
    row("504", 504, "", Kind::Unknown);
}

void MastodonSenderTest::everyAnswerHasItsOutcome()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    m_network->expect("/api/v1/statuses", {.status = status, .body = body});
    const SendOutcome outcome = send(prepared());
    QCOMPARE(int(outcome.kind), kind);
    QCOMPARE(m_network->requests().size(), 1); // one attempt, whatever happened
    if (status == 429)
        QCOMPARE(outcome.error.retryAfter, std::optional<std::chrono::seconds>(5min));
    if (status == 422)
        QCOMPARE(outcome.error.detail,
                 u"the server refused it with status 422: Validation failed: Text character limit of 500 exceeded"_s);
    if (outcome.kind != Kind::Sent)
        QVERIFY(!outcome.error.detail.isEmpty() && !outcome.error.detail.contains(u"Débranchez"_s));
}

void MastodonSenderTest::whatNeverLeftIsNotSent()
{
    networks::Credentials credentials = m_account->credentials();
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    credentials.baseUrl = QUrl(u"http://127.0.0.1:%1"_s.arg(gone.serverPort()));
    gone.close();
    m_account->renew(credentials);
    QCOMPARE(send(prepared()).kind, Kind::NotSent);
    m_account->signOut(u"test"_s);
    const SendOutcome outcome = send(prepared());
    QCOMPARE(outcome.kind, Kind::NotSent);
    QCOMPARE(outcome.error.kind, ErrorKind::Unauthorized);
}

void MastodonSenderTest::aBrokenConnectionLeavesTheOutcomeUnknown_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("hung up before an answer") << int(FakeAnswer::Kind::Hangup);
    QTest::newRow("broken off inside the answer") << int(FakeAnswer::Kind::Truncated);
}

void MastodonSenderTest::aBrokenConnectionLeavesTheOutcomeUnknown()
{
    QFETCH(int, kind);
    m_network->expect("/api/v1/statuses", {.kind = FakeAnswer::Kind(kind), .body = statusBody()});
    QCOMPARE(send(prepared()).kind, Kind::Unknown);
    QTest::qWait(50);
    QCOMPARE(m_network->requests().size(), 1);
}

void MastodonSenderTest::aTokenThatIsNotKnownSignsTheAccountOutAndIsNotSent()
{
    QSignalSpy spy(m_account.get(), &Account::signedOut);
    m_network->expect("/api/v1/statuses", {.status = 401});
    QCOMPARE(send(prepared()).kind, Kind::NotSent);
    QCOMPARE(spy.size(), 1);
}

void MastodonSenderTest::whatTheServerChangedIsTold()
{
    m_network->expect("/api/v1/statuses", {.body = statusBody({.content = {}, .parent = {}, .visibility = u"unlisted"_s})});
    const SendOutcome outcome = send(prepared());
    QCOMPARE(outcome.kind, Kind::Sent);
    QCOMPARE(outcome.post.warnings, (QStringList{u"the server made it \"unlisted\" instead of \"public\""_s,
                                                u"the server did not put it below the post that it answers"_s,
                                                u"the server published it without its text"_s}));
}

void MastodonSenderTest::ourPostIsFoundAmongOthers()
{
    const StatusFacts old{.id = u"1"_s, .content = u"<p>Avant</p>"_s, .created = u"2026-01-01T00:00:00Z"_s};
    StatusFacts narrow;
    narrow.visibility = u"private"_s;
    m_network->expect(kOwnPosts, {.body = listBody({{.id = u"901"_s, .content = u"<p>Autre chose</p>"_s}, narrow, old})});
    const auto found = find(prepared());
    QVERIFY(found && *found);
    QCOMPARE((*found)->remoteId, local(u"900"_s));
    QCOMPARE((*found)->warnings, QStringList{u"the server made it \"private\" instead of \"public\""_s});
    m_network->expect(kOwnPosts, {.body = listBody({old})});
    m_network->expect("/api/v1/statuses/100/context", {.body = R"({"ancestors":[],"descendants":[]})"});
    const auto none = find(prepared());
    QVERIFY(none && !*none);
    m_network->verify();
}

void MastodonSenderTest::anotherClockDoesNotHideOurPost()
{
    // Our clock is a day ahead: by it, the server's post of a moment ago is of yesterday.
    m_clock.set(kNow + 24h + 10s);
    OutgoingPost post = prepared();
    post.at = kNow + 24h;
    m_network->expect(kOwnPosts, {.headers = {{"Date", "Sat, 31 Jan 2026 08:12:15 GMT"}}, .body = listBody({{}})});
    const auto found = find(post);
    QVERIFY(found && *found);
    // And a day behind, where everything of yesterday would pass for new.
    m_clock.set(kNow - 24h + 10s);
    post.at = kNow - 24h;
    StatusFacts before;
    before.created = u"2026-01-31T06:00:00Z"_s;
    m_network->expect(kOwnPosts, {.headers = {{"Date", "Sat, 31 Jan 2026 08:12:15 GMT"}}, .body = listBody({before})});
    m_network->expect("/api/v1/statuses/100/context", {.body = R"({"ancestors":[],"descendants":[]})"});
    const auto none = find(post);
    QVERIFY(none && !*none);
}

void MastodonSenderTest::findingPagesBackToTheAttempt()
{
    const StatusFacts other{.id = u"950"_s, .content = u"<p>Autre</p>"_s};
    m_network->expect(kOwnPosts, {.body = listBody({other})});
    m_network->expect(kOwnPosts + "&max_id=950", {.body = listBody({{}})});
    const auto found = find(prepared());
    QVERIFY(found && *found);
    // A server that gives the same page again has no more to show.
    m_network->expect(kOwnPosts, {.body = listBody({other})});
    m_network->expect(kOwnPosts + "&max_id=950", {.body = listBody({other})});
    m_network->expect("/api/v1/statuses/100/context", {.status = 404});
    const auto none = find(prepared());
    QVERIFY(none && !*none);
    m_network->verify();
}

void MastodonSenderTest::whatCannotBeSeenIsNoAnswer()
{
    for (const FakeAnswer &answer : {FakeAnswer{.status = 500}, FakeAnswer{.status = 404}, FakeAnswer{.body = "<html>"},
                                     FakeAnswer{.body = R"({"error":"no"})"}, FakeAnswer{.kind = FakeAnswer::Kind::Hangup}}) {
        m_network->expect(kOwnPosts, answer);
        if (answer.kind == FakeAnswer::Kind::Hangup) // reading may be repeated by the transport
            m_network->expect(kOwnPosts, answer);
        QVERIFY(!find(prepared()));
    }
    m_network->expect(kOwnPosts, {.body = "[]"});
    m_network->expect("/api/v1/statuses/100/context", {.status = 503});
    QVERIFY(!find(prepared()));
    expectMorePostsThanAreLookedThrough();
    m_network->expect("/api/v1/statuses/100/context", {.body = R"({"ancestors":[],"descendants":[]})"});
    QVERIFY(!find(prepared()));
    expectMorePostsThanAreLookedThrough();
    m_network->expect("/api/v1/statuses/100/context", {.status = 404});
    QVERIFY(!find(prepared()));
    m_network->verify();
}

void MastodonSenderTest::expectMorePostsThanAreLookedThrough()
{
    for (int page = 0; page < 5; ++page) {
        const QByteArray before = page == 0 ? QByteArray() : "&max_id=" + QByteArray::number(1000 - page);
        m_network->expect(kOwnPosts + before, {.body = listBody({{.id = QString::number(999 - page), .content = u"<p>Autre</p>"_s}})});
    }
}

void MastodonSenderTest::whoAnswersHundredsFindsTheReplyInItsThread()
{
    // A reply of unknown outcome stayed so for an hour when two hundred others had left after it.
    expectMorePostsThanAreLookedThrough();
    m_network->expect("/api/v1/statuses/100/context", {.body = R"({"ancestors":[],"descendants":)" + listBody({{}}) + "}"});
    const auto found = find(prepared());
    QVERIFY(found && *found);
    QCOMPARE((*found)->remoteId, local(u"900"_s));
}

void MastodonSenderTest::theThreadIsLookedAtToo()
{
    StatusFacts stranger;
    stranger.id = u"899"_s;
    stranger.acct = u"tom@autre.exemple"_s; // who repeats our words is not us
    m_network->expect(kOwnPosts, {.body = "[]"});
    m_network->expect("/api/v1/statuses/100/context", {.body = R"({"ancestors":[],"descendants":)" + listBody({stranger, {}}) + "}"});
    const auto found = find(prepared());
    QVERIFY(found && *found);
    QCOMPARE((*found)->remoteId, local(u"900"_s));
}

void MastodonSenderTest::sendingAgainNeedsAServerThatKnowsTheKey()
{
    OutgoingPost post = prepared();
    QVERIFY(m_sender->maySendAgain(post, kNow));
    QVERIFY(m_sender->maySendAgain(post, kNow + 54min));
    QVERIFY(!m_sender->maySendAgain(post, kNow + 56min));
    QVERIFY(!m_sender->maySendAgain(post, kNow + 2h));
    QVERIFY(!m_sender->maySendAgain(post, kNow - 1s)); // the clock was set back: nobody knows how long it is
    OutgoingPost keyless = post;
    keyless.idempotencyKey.clear();
    QVERIFY(!m_sender->maySendAgain(keyless, kNow));
    networks::Credentials credentials = m_account->credentials();
    credentials.options = MastodonOptions{.software = u"snac"_s}.toJson();
    m_account->renew(credentials);
    QVERIFY(!m_sender->maySendAgain(post, kNow));
    credentials.options = {};
    m_account->renew(credentials);
    QVERIFY(!m_sender->maySendAgain(post, kNow));
}

void MastodonSenderTest::removingTellsWhatBecameOfIt()
{
    m_network->expect("/api/v1/statuses/900", {.body = statusBody()});
    QVERIFY(remove(local(u"900"_s)));
    QCOMPARE(m_network->requests().at(0).method, "DELETE");
    m_network->expect("/api/v1/statuses/900", {.status = 404});
    m_network->expect("/api/v1/statuses/900", {.status = 404});
    QCOMPARE(remove(local(u"900"_s)).error().kind, ErrorKind::NotFound);
    m_network->expect("/api/v1/statuses/900", {.status = 404}); // a server that cannot delete
    m_network->expect("/api/v1/statuses/900", {.body = statusBody()});
    QCOMPARE(remove(local(u"900"_s)).error().kind, ErrorKind::Conflict);
    QCOMPARE(remove(u"autre.exemple/900"_s).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(remove({}).error().kind, ErrorKind::InvalidArgument);
    m_network->verify();
}

QTEST_GUILESS_MAIN(MastodonSenderTest)
#include "tst_mastodonsender.moc"
