// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/mastodondesk.h"

#include "networks/mastodonapi.h"
#include "networks/mastodonsignin.h"
#include "servers/realnetwork.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace vigie;
using networks::Account;
using networks::Credentials;
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

constexpr int kPatience = 30'000; // ms

} // namespace

void Browser::signIn(const QUrl &page, const QString &user, const QString &password)
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

bool MastodonDesk::open()
{
    m_base = QUrl(settingsOfServer(u"mastodon/snac.env"_s).value(u"MASTODON_URL"_s));
    m_domain = networks::mastodonServerOf(m_base);
    m_passwords = settingsOfServer(u"mastodon/passwords"_s, u' ');
    return !m_domain.isEmpty();
}

void MastodonDesk::close()
{
    m_alice.reset();
    m_bob.reset();
    m_carol.reset();
}

Result<Credentials> MastodonDesk::signIn(const QString &user)
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

Result<Page> MastodonDesk::fetch(MastodonConnector &connector, const networks::Cursor &cursor)
{
    QSignalSpy spy(&connector, &MastodonConnector::fetched);
    connector.fetch(cursor);
    if (!QTest::qWaitFor([&spy] { return !spy.isEmpty(); }, kPatience))
        return fail(ErrorKind::Timeout, u"the reading did not end"_s);
    return spy.at(0).at(0).value<Result<Page>>();
}

Result<std::vector<Post>> MastodonDesk::readAll(MastodonConnector &connector, networks::Cursor &cursor, int *gaps)
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

std::vector<Post> MastodonDesk::waitFor(const QString &text, MastodonConnector &connector, networks::Cursor &cursor)
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

Result<QByteArray> MastodonDesk::prepare(MastodonSender &sender, const OutgoingPost &post)
{
    std::optional<Result<QByteArray>> prepared;
    sender.prepare(post, [&prepared](const Result<QByteArray> &result) { prepared = result; });
    (void)QTest::qWaitFor([&prepared] { return prepared.has_value(); }, kPatience);
    return prepared.value_or(fail(ErrorKind::Timeout, u"the preparation did not end"_s));
}

SendOutcome MastodonDesk::sendPrepared(MastodonSender &sender, const OutgoingPost &post)
{
    std::optional<SendOutcome> outcome;
    sender.send(post, [&outcome](const SendOutcome &result) { outcome = result; });
    (void)QTest::qWaitFor([&outcome] { return outcome.has_value(); }, kPatience);
    return outcome.value_or(SendOutcome());
}

SendOutcome MastodonDesk::send(MastodonSender &sender, OutgoingPost &post)
{
    const auto prepared = prepare(sender, post);
    if (!prepared)
        return {.kind = SendOutcome::Kind::NotSent, .post = {}, .error = prepared.error()};
    post.prepared = *prepared;
    return sendPrepared(sender, post);
}

Result<std::optional<SentPost>> MastodonDesk::find(MastodonSender &sender, const OutgoingPost &post)
{
    std::optional<Result<std::optional<SentPost>>> found;
    sender.find(post, [&found](const Result<std::optional<SentPost>> &result) { found = result; });
    (void)QTest::qWaitFor([&found] { return found.has_value(); }, kPatience);
    return found.value_or(fail(ErrorKind::Timeout, u"the search did not end"_s));
}

QJsonDocument MastodonDesk::call(const Account &account, const QByteArray &verb, const QString &path, const QJsonObject &body)
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
    return answer && *answer ? QJsonDocument::fromJson((*answer)->body) : QJsonDocument();
}

QString MastodonDesk::post(const Account &account, const QString &text)
{
    return call(account, "POST", u"/api/v1/statuses"_s, {{u"status"_s, text}, {u"visibility"_s, u"public"_s}})[u"id"_s].toString();
}

std::unique_ptr<MastodonConnector> MastodonDesk::reader(Account &account, ReadTask::What what, const QString &query)
{
    return std::make_unique<MastodonConnector>(
        ReadTask{.network = u"mastodon"_s, .what = what, .query = query, .url = m_base}, &account, m_http, m_clock);
}

Post MastodonDesk::question(const QString &text)
{
    Post to;
    to.remoteId = networks::mastodonRemoteId(networks::mastodonServerOf(m_base), post(*m_bob, u"@alice "_s + text));
    to.author.handle = m_bob->credentials().handle;
    return to;
}

OutgoingPost MastodonDesk::answer(const QString &text, const Post &to, bool isPrivate) const
{
    return {.text = text, .language = u"fr"_s, .isPrivate = isPrivate, .recipient = to.author.handle, .parentId = to.remoteId,
            .idempotencyKey = QUuid::createUuid().toString(QUuid::WithoutBraces), .at = m_clock.now()};
}
