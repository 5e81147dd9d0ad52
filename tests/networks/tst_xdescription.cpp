// SPDX-License-Identifier: GPL-3.0-or-later
//
// What Vigie asks of X, held against what X has published of its operations (tests/fixtures/x/operations.json): a server on
// loopback that takes each request apart before it answers.

#include "networks/account.h"
#include "networks/apprules.h"
#include "networks/appsignin.h"
#include "networks/httpclient.h"
#include "networks/networks.h"
#include "networks/reading.h"
#include "networks/sender.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using networks::ReadTask;

namespace
{

const QByteArray kToken = "T0K-secret";

struct Request {
    QString method;
    QUrl url;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
};

/// What is wrong with a value; empty when nothing is.
QString objectionTo(const QJsonValue &value, const QJsonObject &schema)
{
    const QString type = schema[u"type"_s].toString();
    const QString text = value.toString();
    if (type == u"object"_s || schema.contains(u"properties"_s)) {
        const QJsonObject object = value.toObject();
        const QJsonObject properties = schema[u"properties"_s].toObject();
        if (!value.isObject())
            return u"is no object"_s;
        for (const QJsonValue &name : schema[u"required"_s].toArray()) {
            if (!object.contains(name.toString()))
                return u"lacks "_s + name.toString();
        }
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (!properties.contains(member.key()))
                return u"has %1, which is not known"_s.arg(member.key());
            if (const QString wrong = objectionTo(*member, properties[member.key()].toObject()); !wrong.isEmpty())
                return member.key() + u' ' + wrong;
        }
        return {};
    }
    if (type == u"boolean"_s || type == u"array"_s)
        return (type == u"array"_s ? value.isArray() : value.isBool()) ? QString() : u"is no "_s + type;
    if (!value.isString())
        return u"is no string"_s;
    if (type == u"integer"_s) {
        bool isNumber = false;
        const int number = text.toInt(&isNumber);
        const bool fits = isNumber && number >= schema[u"minimum"_s].toInt() && number <= schema[u"maximum"_s].toInt();
        return fits ? QString() : text + u" is out of range"_s;
    }
    if (type == u"date-time"_s)
        return QDateTime::fromString(text, Qt::ISODate).isValid() ? QString() : text + u" is no time"_s;
    const QStringList items = type == u"list"_s ? text.split(u',') : QStringList{text};
    if (const QJsonArray known = schema[u"enum"_s].toArray(); !known.isEmpty()) {
        for (const QString &item : items) {
            if (!known.contains(item))
                return item + u" is none of the values"_s;
        }
        return QSet<QString>(items.begin(), items.end()).size() == items.size() ? QString() : u"says something twice"_s;
    }
    if (text.size() < schema[u"minLength"_s].toInt() || text.size() > schema[u"maxLength"_s].toInt(1'000'000))
        return u"is too short or too long: %1"_s.arg(text.size());
    const QString pattern = schema[u"pattern"_s].toString();
    return pattern.isEmpty() || QRegularExpression(pattern).match(text).hasMatch() ? QString() : text + u" has not its form"_s;
}

/// The members of a body, as its operation writes it.
QJsonObject membersOf(const QByteArray &body, const QString &contentType)
{
    if (contentType != u"application/x-www-form-urlencoded")
        return QJsonDocument::fromJson(body).object();
    QJsonObject members;
    for (const auto &[name, value] : QUrlQuery(QString::fromLatin1(body)).queryItems(QUrl::FullyDecoded))
        members.insert(name, value);
    return members;
}

class Description
{
public:
    Description() : m_document(QJsonDocument::fromJson(ownFixture(u"x/operations.json"_s)).object())
    {
        Q_ASSERT(!m_document.isEmpty());
    }

    /// What the description does not allow in this request. `operation` becomes its name.
    [[nodiscard]] QStringList objectionsTo(const Request &request, QString &operation) const
    {
        const QJsonArray operations = m_document[u"operations"_s].toArray();
        for (const QJsonValue &value : operations) {
            const QJsonObject described = value.toObject();
            if (described[u"method"_s].toString() == request.method && isAt(described, request.url.path())) {
                operation = described[u"id"_s].toString();
                return objections(described, request);
            }
        }
        return {u"no operation: %1 %2"_s.arg(request.method, request.url.path())};
    }

private:
    static bool isAt(const QJsonObject &described, const QString &path)
    {
        const QStringList parts = path.split(u'/');
        const QStringList form = described[u"path"_s].toString().split(u'/');
        if (parts.size() != form.size())
            return false;
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const bool isId = form[i].startsWith(u'{');
            if (isId ? !QRegularExpression(described[u"pathPattern"_s].toString()).match(parts[i]).hasMatch() : parts[i] != form[i])
                return false;
        }
        return true;
    }

    [[nodiscard]] QStringList objections(const QJsonObject &described, const Request &request) const
    {
        QStringList result;
        QJsonObject parameters = described[u"query"_s].toObject();
        for (const QJsonValue &name : described[u"lookup"_s].toArray())
            parameters.insert(name.toString(), m_document[u"shared"_s][name.toString()]);
        QSet<QString> given;
        for (const auto &[name, value] : QUrlQuery(request.url).queryItems(QUrl::FullyDecoded)) {
            if (given.contains(name))
                result << name + u" comes twice"_s;
            given.insert(name);
            const QString wrong = parameters.contains(name) ? objectionTo(value, parameters[name].toObject()) : u"is not known"_s;
            if (!wrong.isEmpty())
                result << name + u' ' + wrong;
        }
        for (auto parameter = parameters.begin(); parameter != parameters.end(); ++parameter) {
            if ((*parameter)[u"required"_s].toBool() && !given.contains(parameter.key()))
                result << parameter.key() + u" is missing"_s;
        }
        for (const QJsonValue &group : described[u"atMostOneOf"_s].toArray()) {
            const QJsonArray names = group.toArray();
            if (std::count_if(names.begin(), names.end(), [&](const QJsonValue &name) { return given.contains(name.toString()); }) > 1)
                result << u"two of a group of which one is allowed"_s;
        }
        result << objectionsToTheRest(described, request);
        return result;
    }

    static QStringList objectionsToTheRest(const QJsonObject &described, const Request &request)
    {
        QStringList result;
        const bool wantsBody = described.contains(u"body"_s);
        if (wantsBody) {
            if (request.headers.value("content-type").split(';').first().trimmed() != described[u"contentType"_s].toString().toUtf8())
                result << u"the body is said to be "_s + QString::fromLatin1(request.headers.value("content-type"));
            const QString wrong = objectionTo(membersOf(request.body, described[u"contentType"_s].toString()), described[u"body"_s].toObject());
            if (!wrong.isEmpty())
                result << u"the body "_s + wrong;
        } else if (!request.body.isEmpty()) {
            result << u"a body where there is none"_s;
        }
        if (described[u"security"_s].toArray().isEmpty()) { // where tokens are given
            if (request.headers.contains("authorization"))
                result << u"a key where there is none"_s;
            return result;
        }
        const bool takesBearer = described[u"security"_s].toArray().contains(u"OAuth2UserToken"_s);
        if (!takesBearer || request.headers.value("authorization") != "Bearer " + kToken)
            result << u"not signed with the account's token"_s;
        if (request.url.toEncoded().contains(kToken) || request.body.contains(kToken))
            result << u"the token stands outside its header"_s;
        return result;
    }

    const QJsonObject m_document;
};

class DescribedServer : public QTcpServer
{
public:
    DescribedServer()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *const socket = nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("the described server cannot listen on loopback");
    }
    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort())); }

    QHash<QString, QList<QByteArray>> answers; ///< by operation, one after the other; then an empty list
    QStringList objections;
    QHash<QString, int> seen; ///< how often, by operation
    QList<QUrl> urls;

private:
    void read(QTcpSocket *socket)
    {
        const QByteArray bytes = socket->property("bytes").toByteArray() + socket->readAll();
        socket->setProperty("bytes", bytes);
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QList<QByteArray> lines = bytes.left(end).split('\n');
        const QList<QByteArray> first = lines[0].trimmed().split(' ');
        Request request{.method = QString::fromLatin1(first.value(0)), .url = QUrl::fromEncoded(first.value(1)), .headers = {},
                        .body = bytes.mid(end + 4)};
        for (const QByteArray &line : lines.mid(1))
            request.headers.insert(line.left(line.indexOf(':')).toLower(), line.mid(line.indexOf(':') + 1).trimmed());
        if (request.body.size() < request.headers.value("content-length").toLongLong())
            return;
        QString operation;
        for (const QString &objection : m_description.objectionsTo(request, operation))
            objections << operation + u": "_s + objection;
        ++seen[operation];
        urls << request.url;
        QList<QByteArray> &waiting = answers[operation];
        const QByteArray body = waiting.isEmpty() ? QByteArray(R"({"meta":{"result_count":0}})") : waiting.takeFirst();
        socket->write(QByteArray("HTTP/1.1 ") + (request.method == u"POST"_s ? "201" : "200")
                      + " X\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
                      + "\r\nConnection: close\r\n\r\n" + body);
        socket->disconnectFromHost();
    }

    const Description m_description;
};

QByteArray page(int newest, const QString &nextToken = {})
{
    const QString id = u"20171485000000000%1"_s.arg(newest, 2, 10, QLatin1Char('0'));
    QJsonObject meta{{u"newest_id"_s, id}};
    if (!nextToken.isEmpty())
        meta.insert(u"next_token"_s, nextToken);
    const QJsonObject post{{u"id"_s, id},
                           {u"text"_s, u"The lamp smokes"_s},
                           {u"author_id"_s, u"9"_s},
                           {u"created_at"_s, u"2026-01-31T08:00:00Z"_s}};
    const QJsonObject author{{u"id"_s, u"9"_s}, {u"username"_s, u"lea"_s}, {u"name"_s, u"Lea"_s}};
    return QJsonDocument(QJsonObject{{u"data"_s, QJsonArray{post}},
                                     {u"includes"_s, QJsonObject{{u"users"_s, QJsonArray{author}}}},
                                     {u"meta"_s, meta}})
        .toJson();
}

} // namespace

class XDescriptionTest : public QObject
{
    Q_OBJECT

private slots:
    void everyRequestToReadIsAsDescribed_data();
    void everyRequestToReadIsAsDescribed();
    void theRestOfABudgetAsksForNoLessThanIsAllowed();
    void aSearchThatIsTooLongIsNotAsked();
    void everyRequestToSendIsAsDescribed();
    void everyRequestToSignInIsAsDescribed();
    void everyRequestToRenewIsAsDescribed();
    void aRequestThatIsNotDescribedIsNoticed();

private:
    networks::Account account(QJsonObject options = {})
    {
        return networks::Account({.network = u"x"_s,
                                  .baseUrl = m_server->url(),
                                  .handle = u"@LumioCare"_s,
                                  .userId = u"777"_s,
                                  .accessToken = kToken,
                                  .options = std::move(options)});
    }
    std::unique_ptr<networks::Connector> reader(networks::Account &account, ReadTask::What what, const QString &query = {})
    {
        return std::unique_ptr<networks::Connector>(
            networks::makeReader({.network = u"x"_s, .what = what, .query = query}, &account, m_http, m_clock, nullptr));
    }
    void init() { m_server = std::make_unique<DescribedServer>(); }

    core::ManualClock m_clock{core::instantFromMillis(1769847125000)};
    networks::HttpClient m_http{m_clock};
    std::unique_ptr<DescribedServer> m_server = std::make_unique<DescribedServer>();
};

void XDescriptionTest::everyRequestToReadIsAsDescribed_data()
{
    QTest::addColumn<ReadTask::What>("what");
    QTest::addColumn<QString>("operation");
    QTest::newRow("mentions") << ReadTask::What::Mentions << u"getUsersMentions"_s;
    QTest::newRow("search") << ReadTask::What::Search << u"searchPostsRecent"_s;
}

void XDescriptionTest::everyRequestToReadIsAsDescribed()
{
    QFETCH(ReadTask::What, what);
    QFETCH(QString, operation);
    m_clock.set(core::instantFromMillis(1769847125000));
    m_server = std::make_unique<DescribedServer>();
    m_server->answers[operation] = {page(2, u"tok1"_s), page(1), page(3)};
    networks::Account us = account();
    const auto connector = reader(us, what, u"(lampe OR \"ça fume\") -is:retweet lang:fr"_s);
    networks::Cursor cursor;
    // From the beginning, the next page, from the newest on, and after the search has slept for a week.
    for (const auto pause : {0h, 0h, 1h, 24h * 8}) {
        m_clock.advance(pause);
        const auto read = fetchOnce(*connector, cursor);
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        cursor = read->next.value_or(cursor);
    }
    QCOMPARE(m_server->seen[operation], 4);
    QCOMPARE(m_server->objections.join(u'\n'), QString());
    const QString next = what == ReadTask::What::Search ? u"next_token"_s : u"pagination_token"_s;
    QCOMPARE(QUrlQuery(m_server->urls[1]).queryItemValue(next), u"tok1"_s);
    QCOMPARE(QUrlQuery(m_server->urls[2]).queryItemValue(u"since_id"_s), u"2017148500000000002"_s);
}

void XDescriptionTest::theRestOfABudgetAsksForNoLessThanIsAllowed()
{
    for (const auto what : {ReadTask::What::Mentions, ReadTask::What::Search}) {
        m_server = std::make_unique<DescribedServer>();
        for (int cents = 1; cents <= 200; cents += 3) {
            networks::Account us = account({{u"daily_budget_usd"_s, cents / 100.0}});
            (void)fetchOnce(*reader(us, what, u"lampe"_s)); // where it pays for too little, nothing is asked
        }
        QVERIFY(m_server->urls.size() > 20);
        QCOMPARE(m_server->objections.join(u'\n'), QString());
    }
}

void XDescriptionTest::aSearchThatIsTooLongIsNotAsked()
{
    m_server = std::make_unique<DescribedServer>();
    networks::Account us = account();
    const auto read = fetchOnce(*reader(us, ReadTask::What::Search, QString(4097, u'x')));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::InvalidArgument);
    QVERIFY(m_server->urls.isEmpty());
    QVERIFY(fetchOnce(*reader(us, ReadTask::What::Search, QString(4096, u'x'))));
    QCOMPARE(m_server->objections.join(u'\n'), QString());
}

void XDescriptionTest::everyRequestToSendIsAsDescribed()
{
    m_server = std::make_unique<DescribedServer>();
    m_server->answers[u"getPostsById"_s] = {
        R"({"data":{"id":"5","text":"@LumioCare ?","author_id":"9","entities":{"mentions":[{"id":"777","username":"LumioCare"}]}}})"};
    m_server->answers[u"createPosts"_s] = {R"({"data":{"id":"6","text":"x"}})", R"({"data":{"id":"7","text":"x"}})"};
    m_server->answers[u"getUsersPosts"_s] = {page(2, u"tok1"_s), page(1)};
    m_server->answers[u"deletePosts"_s] = {R"({"data":{"deleted":true}})"};
    networks::Account us = account();
    const std::unique_ptr<networks::Sender> sender(networks::makeSender(us, m_http, m_clock, nullptr));
    int done = 0;
    const networks::OutgoingPost reply{.text = u"Désolés ! On regarde « tout de suite » \"\\\n👍"_s,
                                       .language = u"fr"_s,
                                       .recipient = u"@lea"_s,
                                       .parentId = u"5"_s,
                                       .at = m_clock.now()};
    networks::OutgoingPost own = reply;
    own.parentId.clear();
    sender->prepare(reply, [&](const Result<QByteArray> &prepared) { done += prepared ? 1 : 0; });
    QTRY_COMPARE(done, 1);
    for (const networks::OutgoingPost &post : {reply, own}) {
        sender->send(post, [&](const networks::SendOutcome &sent) { done += sent.kind == networks::SendOutcome::Kind::Sent ? 1 : 0; });
        QTRY_COMPARE(done, post.parentId.isEmpty() ? 3 : 2);
    }
    sender->find(reply, [&](const Result<std::optional<networks::SentPost>> &found) { done += found ? 1 : 0; });
    QTRY_COMPARE(done, 4);
    sender->remove(u"6"_s, [&](const Result<> &removed) { done += removed ? 1 : 0; });
    QTRY_COMPARE(done, 5);
    QCOMPARE(m_server->objections.join(u'\n'), QString());
    QCOMPARE(m_server->seen[u"getPostsById"_s], 1);
    QCOMPARE(m_server->seen[u"createPosts"_s], 2);
    QCOMPARE(m_server->seen[u"getUsersPosts"_s], 2);
    QCOMPARE(m_server->seen[u"deletePosts"_s], 1);
}

void XDescriptionTest::everyRequestToSignInIsAsDescribed()
{
    m_server = std::make_unique<DescribedServer>();
    const QByteArray self = R"({"data":{"id":"777","name":"Lumio Care","username":"LumioCare"}})";
    const QByteArray token = R"({"access_token":")" + kToken + R"(","refresh_token":"R3F","scope":"tweet.read users.read tweet.write offline.access"})";
    const auto signIn = [this](networks::SignInRequest request) {
        networks::AppRules rules = *networks::appRulesOf(u"x");
        rules.port = 0; // tests run side by side
        networks::AppSignIn flow(rules, m_http, m_clock, nullptr);
        connect(&flow, &networks::SignIn::needsBrowser, &flow, [&flow] { flow.enterCode(u"c0de+/ ="_s.remove(u' ')); });
        std::optional<Result<networks::Credentials>> end;
        connect(&flow, &networks::SignIn::finished, &flow, [&end](const Result<networks::Credentials> &result) { end = result; });
        request.network = u"x"_s;
        request.server = m_server->url();
        flow.start(request);
        [&end] { QTRY_VERIFY(end.has_value()); }();
        return end && *end;
    };
    m_server->answers[u"getUsersMe"_s] = {self, self, "{}"};
    m_server->answers[u"oauth2Token"_s] = {token};
    QVERIFY(signIn({.password = kToken}));
    QVERIFY(signIn({.clientId = "desk:1"}));
    QVERIFY(!signIn({.password = kToken}));
    // The one for the token of an app, which the other operation does not take.
    const networks::AppRules &rules = *networks::appRulesOf(u"x");
    const auto byName = rules.questions.back().request({.network = u"x"_s, .baseUrl = m_server->url()}, u"@LumioCare"_s);
    QVERIFY(byName);
    bool isAnswered = false;
    networks::Account us = account();
    m_server->answers[u"getUsersByUsername"_s] = {self};
    networks::AccountHttp::of(us, m_http, m_clock).send(*byName, this, [&](const Result<networks::HttpResponse> &) { isAnswered = true; });
    QTRY_VERIFY(isAnswered);
    QCOMPARE(m_server->objections.join(u'\n'), QString());
    QCOMPARE(m_server->seen[u"getUsersMe"_s], 3);
    QCOMPARE(m_server->seen[u"oauth2Token"_s], 1);
    QCOMPARE(m_server->seen[u"getUsersByUsername"_s], 1);
}

void XDescriptionTest::everyRequestToRenewIsAsDescribed()
{
    m_server = std::make_unique<DescribedServer>();
    m_server->answers[u"oauth2Token"_s] = {R"({"access_token":"new","refresh_token":"R3F-2"})"};
    networks::Credentials who = account().credentials();
    who.refreshToken = "R3F+/=";
    who.clientId = "desk:1";
    networks::Account us(who);
    const networks::SessionRules session = networks::sessionRulesOf(who, m_clock);
    networks::TokenRenewal renewal(us, m_http, session.renewal, nullptr);
    std::optional<Result<>> renewed;
    renewal.renew(kToken, this, [&renewed](const Result<> &result) { renewed = result; });
    QTRY_VERIFY(renewed.has_value());
    QVERIFY(*renewed);
    QCOMPARE(us.credentials().refreshToken, "R3F-2");
    QCOMPARE(m_server->seen[u"oauth2Token"_s], 1);
    QCOMPARE(m_server->objections.join(u'\n'), QString());
}

void XDescriptionTest::aRequestThatIsNotDescribedIsNoticed()
{
    const Description description;
    const QHash<QByteArray, QByteArray> signedIn{{"authorization", "Bearer " + kToken}};
    const QString search = u"/2/tweets/search/recent?query=a"_s;
    const auto wrong = [&](const QString &method, const QString &url, const QByteArray &body = {},
                           QHash<QByteArray, QByteArray> headers = {}) {
        QString operation;
        headers.insert(signedIn);
        return description.objectionsTo({.method = method, .url = QUrl(url), .headers = headers, .body = body}, operation).join(u'\n');
    };
    QCOMPARE(wrong(u"GET"_s, search), QString());
    QVERIFY(wrong(u"GET"_s, u"/2/tweets/search/recent"_s).contains(u"query is missing"_s));
    QVERIFY(wrong(u"GET"_s, search + u"&max_results=9"_s).contains(u"out of range"_s));
    QVERIFY(wrong(u"GET"_s, search + u"&max_results=101"_s).contains(u"out of range"_s));
    QVERIFY(wrong(u"GET"_s, search + u"&tweet.fields=lang"_s).contains(u"not known"_s));
    QVERIFY(wrong(u"GET"_s, search + u"&post.fields=lang,colour"_s).contains(u"none of the values"_s));
    QVERIFY(wrong(u"GET"_s, search + u"&since_id=abc"_s).contains(u"form"_s));
    QVERIFY(wrong(u"GET"_s, search + u"&since_id=1&start_time=2026-01-31T00:00:00Z"_s).contains(u"two of a group"_s));
    QVERIFY(wrong(u"GET"_s, search + u"&next_token=T0K-secret"_s).contains(u"outside its header"_s));
    QVERIFY(wrong(u"GET"_s, u"/2/users/me/mentions"_s).contains(u"no operation"_s));
    QVERIFY(wrong(u"PUT"_s, u"/2/tweets"_s).contains(u"no operation"_s));
    QVERIFY(wrong(u"POST"_s, u"/2/tweets"_s, "{}").contains(u"is said to be"_s));
    const QHash<QByteArray, QByteArray> isJson{{"content-type", "application/json"}};
    const QHash<QByteArray, QByteArray> isForm{{"content-type", "application/x-www-form-urlencoded"}};
    QVERIFY(wrong(u"POST"_s, u"/2/oauth2/token"_s, "grant_type=refresh_token&client_id=a", isForm).contains(u"a key where there is none"_s));
    QVERIFY(wrong(u"POST"_s, u"/2/oauth2/token"_s, "grant_type=refresh_token", isForm).contains(u"lacks client_id"_s));
    QVERIFY(wrong(u"POST"_s, u"/2/oauth2/token"_s, "grant_type=password&client_id=a", isForm).contains(u"none of the values"_s));
    QVERIFY(wrong(u"POST"_s, u"/2/tweets"_s, R"({"text":1})", isJson).contains(u"no string"_s));
    QVERIFY(wrong(u"POST"_s, u"/2/tweets"_s, R"({"text":"a","reply":{}})", isJson).contains(u"lacks"_s));
    QVERIFY(wrong(u"POST"_s, u"/2/tweets"_s, R"({"text":"a","colour":"b"})", isJson).contains(u"not known"_s));
}

QTEST_GUILESS_MAIN(XDescriptionTest)
#include "tst_xdescription.moc"
