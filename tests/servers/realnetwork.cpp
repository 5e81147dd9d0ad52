// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/realnetwork.h"

#include "networks/mastodonapi.h"
#include "networks/networks.h"
#include "networks/signin.h"
#include "reply/replyworld.h"
#include "servers/blueskyworld.h"
#include "servers/numberedtext.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace vigie;
using networks::Credentials;
using networks::HttpRequest;
using networks::HttpResponse;

namespace
{

constexpr int kPatience = 60'000; // ms; the one server answers nobody for six seconds now and then

class RealMastodon final : public RealNetwork
{
public:
    static constexpr qsizetype kListed = 256; ///< of an account's posts, by its server

    bool begin(const QString &user)
    {
        const QUrl base(settingsOfServer(u"mastodon/snac.env"_s).value(u"MASTODON_URL"_s));
        m_ours = tokenOf(user);
        const QByteArray theirs = tokenOf(u"bob"_s);
        if (base.host().isEmpty() || m_ours.isEmpty() || theirs.isEmpty() || !signIn(base, {}, m_ours, {}))
            return false;
        recipient = u"@bob@"_s + networks::mastodonServerOf(base);
        m_question = ask("POST", base.resolved(QUrl(u"/api/v1/statuses"_s)), theirs,
                         R"({"status": "Is it broken for everybody?", "visibility": "public"})")[u"id"].toString();
        return !m_question.isEmpty();
    }
    QString questionFrom(const QUrl &base) const override
    {
        return networks::mastodonRemoteId(networks::mastodonServerOf(base), m_question);
    }

    QHash<int, int> repliesThere() override
    {
        QHash<int, int> found;
        QSet<QString> ids;
        QString before;
        for (bool goesOn = true; goesOn;) {
            goesOn = false;
            QUrl url = server().resolved(QUrl(u"/api/v1/accounts/%1/statuses"_s.arg(credentials.userId)));
            url.setQuery(before.isEmpty() ? u"limit=40"_s : u"limit=40&max_id="_s + before);
            for (const QJsonValue status : ask("GET", url, m_ours).array()) {
                before = status[u"id"].toString();
                if (ids.contains(before))
                    continue;
                ids.insert(before);
                goesOn = true;
                if (status[u"in_reply_to_id"].toString() == m_question)
                    ++found[numberIn(status[u"content"].toString())];
            }
        }
        if (ids.size() < kListed)
            return found;
        qWarning("the server may have more posts of ours than it lists: they cannot be counted");
        return {};
    }

private:
    static QByteArray tokenOf(const QString &user)
    {
        QProcess script;
        script.start(serverScripts() + u"mastodon/token"_s, {user, serversWork()});
        return script.waitForFinished(kPatience) ? script.readAllStandardOutput().trimmed() : QByteArray();
    }

    QByteArray m_ours;
    QString m_question;
};

class RealBluesky final : public RealNetwork
{
public:
    bool begin(const QString &)
    {
        const QUrl pds = BlueskyWorld::address("PDS_URL");
        if (pds.host().isEmpty())
            return false;
        BlueskyWorld world(m_clock);
        const auto ours = world.join(u"desk"_s);
        const auto theirs = world.join(u"client"_s);
        const QJsonObject options{{u"plc"_s, qEnvironmentVariable("PLC_URL")},
                                  {u"appview"_s, qEnvironmentVariable("APPVIEW_URL")}};
        // The AppView, by which a thread is looked up, learns of an account and of a post by the stream.
        if (!QTest::qWaitFor([&] { return signIn(pds, ours.handle, ours.appPassword, options); }, kPatience))
            return false;
        recipient = theirs.handle;
        m_question = world.write(theirs, u"Is it broken for everybody?"_s);
        return !m_question.isEmpty() && QTest::qWaitFor([this] { return isIndexed(m_question); }, kPatience);
    }
    QString questionFrom(const QUrl &) const override { return m_question; }

    QHash<int, int> repliesThere() override
    {
        QHash<int, int> found;
        QString cursor;
        do {
            QUrl url = server().resolved(QUrl(u"/xrpc/com.atproto.repo.listRecords"_s));
            url.setQuery(QUrlQuery{{u"repo"_s, credentials.userId}, {u"collection"_s, u"app.bsky.feed.post"_s},
                                   {u"limit"_s, u"100"_s}, {u"cursor"_s, cursor}});
            const QJsonDocument page = ask("GET", url, {});
            for (const QJsonValue record : page[u"records"].toArray()) {
                if (record[u"value"][u"reply"][u"parent"][u"uri"].toString() == m_question)
                    ++found[numberIn(record[u"value"][u"text"].toString())];
            }
            cursor = page[u"cursor"].toString();
        } while (!cursor.isEmpty());
        return found;
    }

private:
    bool isIndexed(const QString &uri)
    {
        QUrl url = BlueskyWorld::address("APPVIEW_URL").resolved(QUrl(u"/xrpc/app.bsky.feed.getPosts"_s));
        url.setQuery(QUrlQuery{{u"uris"_s, uri}});
        return !ask("GET", url, {})[u"posts"].toArray().isEmpty();
    }

    QString m_question;
};

template <typename Network>
std::unique_ptr<RealNetwork> begun(const QString &user)
{
    auto network = std::make_unique<Network>();
    return network->begin(user) ? std::move(network) : nullptr;
}

} // namespace

QHash<QString, QString> settingsOfServer(const QString &name, QChar separator)
{
    QHash<QString, QString> settings;
    QFile file(serversWork() + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        return settings;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines)
        settings.insert(line.section(separator, 0, 0), line.section(separator, 1));
    return settings;
}

QString serverScripts()
{
    return qEnvironmentVariable("VIGIE_SERVERS") + u'/';
}

QString serversWork()
{
    return qEnvironmentVariable("VIGIE_SERVERS_WORK");
}

std::unique_ptr<RealNetwork> RealNetwork::make(const QString &network, const QString &user)
{
    return network == u"mastodon" ? begun<RealMastodon>(user) : begun<RealBluesky>(user);
}

Credentials RealNetwork::credentialsAt(const QUrl &base) const
{
    Credentials there = credentials;
    there.baseUrl = base;
    return there;
}

std::unique_ptr<networks::Sender> RealNetwork::makeSender(networks::HttpClient &http, const QUrl &base) const
{
    auto *const account = new networks::Account(credentialsAt(base));
    std::unique_ptr<networks::Sender> sender(networks::makeSender(*account, http, m_clock, nullptr));
    account->setParent(sender.get());
    return sender;
}

QJsonDocument RealNetwork::ask(const QByteArray &verb, const QUrl &url, const QByteArray &token, const QByteArray &body)
{
    HttpRequest request{.url = url, .verb = verb, .body = body, .isErrorBodyWanted = true};
    request.headers = {{"Connection", "close"}};
    if (!token.isEmpty())
        request.headers.emplaceBack("Authorization", "Bearer " + token);
    if (!body.isEmpty())
        request.headers.emplaceBack("Content-Type", "application/json");
    std::optional<Result<HttpResponse>> answer;
    m_http.send(request, this, [&answer](const Result<HttpResponse> &result) { answer = result; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, kPatience) || !*answer || (*answer)->status >= 400) {
        qWarning("%s: no answer that helps", qPrintable(url.path()));
        return {};
    }
    return QJsonDocument::fromJson((*answer)->body);
}

bool RealNetwork::signIn(const QUrl &server, const QString &identifier, const QByteArray &password, const QJsonObject &options)
{
    const QString network = identifier.isEmpty() ? u"mastodon"_s : u"bluesky"_s;
    const std::unique_ptr<networks::SignIn> flow(networks::makeSignIn(network, m_http, m_clock, nullptr));
    QSignalSpy ends(flow.get(), &networks::SignIn::finished);
    flow->start({.network = network, .server = server, .identifier = identifier, .password = password, .options = options});
    if (!QTest::qWaitFor([&ends] { return !ends.isEmpty(); }, kPatience))
        return false;
    const auto result = ends.at(0).at(0).value<Result<Credentials>>();
    if (!result) {
        qWarning("sign-in: %s", qPrintable(result.error().toString()));
        return false;
    }
    credentials = *result;
    return true;
}

void askIn(reply::test::ReplyWorld &world, const RealNetwork &network, const QUrl &base)
{
    const Credentials &own = network.credentials;
    const QString question = network.questionFrom(base);
    world.sql(u"UPDATE authors SET network = ?, handle = ? WHERE id = 1"_s, {own.network, network.recipient});
    world.sql(u"UPDATE mentions SET network = ?, remote_id = ? WHERE id = ?"_s,
              {own.network, question, reply::test::ReplyWorld::kMention});
    world.sql(u"UPDATE accounts SET network = ?, handle = ? WHERE id = 1"_s, {own.network, own.handle});
}
