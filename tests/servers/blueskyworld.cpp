// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/blueskyworld.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace vigie;
using networks::HttpRequest;
using networks::HttpResponse;

namespace
{

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QJsonObject BlueskyWorld::ask(const QUrl &server, const QByteArray &verb, const QString &method,
                                   const QByteArray &body, const QByteArray &token, const QByteArray &proxy)
{
    HttpRequest request{.url = QUrl(server.toString() + u"/xrpc/"_s + method), .verb = verb, .body = body};
    request.isErrorBodyWanted = true;
    if (verb == "POST")
        request.headers.emplaceBack("Content-Type", "application/json");
    if (!token.isEmpty())
        request.headers.emplaceBack("Authorization", "Bearer " + token);
    if (!proxy.isEmpty())
        request.headers.emplaceBack("atproto-proxy", proxy);
    std::optional<QJsonObject> answer;
    m_http.send(request, this, [&answer, method](const Result<HttpResponse> &response) {
        answer = response ? QJsonDocument::fromJson(response->body).object() : QJsonObject();
        if (!response || response->status >= 400)
            qWarning("%s: %s", qPrintable(method), response ? response->body.constData() : "no answer");
    });
    [&answer] { QTRY_VERIFY_WITH_TIMEOUT(answer, 30'000); }();
    return answer.value_or(QJsonObject());
}

BlueskyWorld::Person BlueskyWorld::join(const QString &name)
{
    // Handles are unique in the network: a second run on the same one gets other people.
    const QString unique = name + QString::number(core::toMillis(m_clock.now()) % 100'000'000);
    Person person{.handle = unique + u".test"_s, .did = {}, .token = {}, .appPassword = {}, .weakPassword = {}};
    const QJsonObject session = procedure(u"com.atproto.server.createAccount"_s,
                                          {{u"handle"_s, person.handle},
                                           {u"email"_s, unique + u"@exemple.org"_s},
                                           {u"password"_s, u"mot-de-passe"_s}});
    person.did = session.value(u"did").toString();
    person.token = session.value(u"accessJwt").toString().toLatin1();
    const auto password = [&](const QString &label, bool isPrivileged) {
        return procedure(u"com.atproto.server.createAppPassword"_s, {{u"name"_s, label}, {u"privileged"_s, isPrivileged}},
                         person.token)
            .value(u"password")
            .toString()
            .toLatin1();
    };
    person.appPassword = password(u"vigie"_s, true);
    person.weakPassword = password(u"faible"_s, false);
    return person;
}

QString BlueskyWorld::write(const Person &person, const QString &text)
{
    const QJsonObject record{{u"$type"_s, u"app.bsky.feed.post"_s},
                             {u"text"_s, text},
                             {u"createdAt"_s, core::toUtc(m_clock.now()).toString(Qt::ISODateWithMs)}};
    return procedure(u"com.atproto.repo.createRecord"_s,
                     {{u"repo"_s, person.did}, {u"collection"_s, u"app.bsky.feed.post"_s}, {u"record"_s, record}}, person.token)
        .value(u"uri")
        .toString();
}

bool BlueskyWorld::writeMany(const Person &person, int count, const QString &text, const QString &mentionedDid)
{
    const QJsonObject mention{{u"$type"_s, u"app.bsky.richtext.facet#mention"_s}, {u"did"_s, mentionedDid}};
    const QJsonArray facets{QJsonObject{{u"index"_s, QJsonObject{{u"byteStart"_s, 0}, {u"byteEnd"_s, 1}}},
                                        {u"features"_s, QJsonArray{mention}}}};
    for (int done = 0; done < count; done += 100) {
        QJsonArray writes;
        for (int i = done; i < std::min(count, done + 100); ++i) {
            const QString at =
                core::toUtc(m_clock.now() + std::chrono::milliseconds(i)).toString(Qt::ISODateWithMs);
            writes.append(QJsonObject{{u"$type"_s, u"com.atproto.repo.applyWrites#create"_s},
                                      {u"collection"_s, u"app.bsky.feed.post"_s},
                                      {u"value"_s, QJsonObject{{u"$type"_s, u"app.bsky.feed.post"_s},
                                                               {u"text"_s, text + u" %1"_s.arg(i)},
                                                               {u"facets"_s, facets},
                                                               {u"createdAt"_s, at}}}});
        }
        const QJsonObject answer =
            procedure(u"com.atproto.repo.applyWrites"_s, {{u"repo"_s, person.did}, {u"writes"_s, writes}}, person.token);
        if (!answer.contains(u"commit"))
            return false;
    }
    return true;
}

int BlueskyWorld::recordsOf(const Person &person)
{
    const QString method =
        u"com.atproto.repo.listRecords?repo=%1&collection=app.bsky.feed.post&limit=100"_s.arg(person.did);
    return int(ask(address("PDS_URL"), "GET", method, {}, {}).value(u"records").toArray().size());
}

QJsonObject BlueskyWorld::procedure(const QString &method, const QJsonObject &body, const QByteArray &token)
{
    return ask(address("PDS_URL"), "POST", method, json(body), token);
}

QByteArray BlueskyWorld::expired(const QByteArray &token)
{
    constexpr auto kStyle = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const QList<QByteArray> parts = token.split('.');
    QJsonObject claims = QJsonDocument::fromJson(QByteArray::fromBase64(parts.value(1), kStyle)).object();
    claims.insert(u"exp"_s, claims.value(u"iat").toInteger() - 60);
    const QByteArray signedPart = parts.value(0) + '.' + json(claims).toBase64(kStyle);
    return signedPart + '.'
           + QMessageAuthenticationCode::hash(signedPart, "jwt-secret", QCryptographicHash::Sha256).toBase64(kStyle);
}
