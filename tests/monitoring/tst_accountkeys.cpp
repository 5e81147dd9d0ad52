// SPDX-License-Identifier: GPL-3.0-or-later
// The whole way of a token that runs out: reader, renewal, keys, account.
#include "monitoring/accountrepository.h"
#include "monitoring/accountservice.h"
#include "monitoring/collector.h"
#include "monitoring/desk.h"
#include "monitoring/sourcerepository.h"
#include "monitoring/sourceservice.h"
#include "networks/accountbook.h"
#include "networks/fakenetwork.h"
#include "networks/httpclient.h"
#include "networks/reading.h"
#include "networks/secretstore.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::monitoring;

namespace
{

const QByteArray kMentions = "/message/mentions?raw_json=1&limit=100";

/// The recorded shape of one page, and no further page after it.
QByteArray onlyPage()
{
    QJsonObject listing = QJsonDocument::fromJson(ownFixture(u"reddit/mentions.json"_s)).object();
    QJsonObject data = listing[u"data"_s].toObject();
    data[u"after"_s] = QJsonValue();
    listing[u"data"_s] = data;
    return QJsonDocument(listing).toJson();
}

/// A desk whose Reddit account has a token that has just run out.
struct RedditDesk : Desk {
    RedditDesk()
    {
        AccountService service(*database, *secrets);
        auto signedIn = service.signIn(u"eva"_s, {.network = u"reddit"_s,
                                                  .baseUrl = network.url({}),
                                                  .handle = u"u/lumio_care"_s,
                                                  .accessToken = "access1",
                                                  .refreshToken = "refresh1",
                                                  .clientId = "desk-app",
                                                  .options = {{u"token_url"_s, network.url(u"/token"_s).toString()}}});
        signedIn.waitForFinished();
        auto added = SourceService(*database).add(u"eva"_s, {.name = u"ours"_s,
                                                             .kind = SourceKind::Mentions,
                                                             .network = u"reddit"_s,
                                                             .accountId = signedIn.result().value()});
        added.waitForFinished();
        source = added.result().value();
        network.expect(kMentions, {.status = 401, .body = R"({"message":"Unauthorized","error":401})"});
    }
    CollectOutcome collect()
    {
        auto round = collector.collectOnce();
        if (!QTest::qWaitFor([&round] { return round.isFinished(); }))
            qFatal("the round did not end");
        return round.result().value().at(0);
    }
    [[nodiscard]] monitoring::Account account() const
    {
        return **AccountRepository::byHandle(reader(), u"reddit"_s, u"u/lumio_care"_s);
    }

    ::FakeNetwork network;
    std::unique_ptr<networks::SecretStore> secrets = networks::SecretStore::file(folder.filePath(u"keys"_s));
    Intake intake{*database, judge()};
    networks::HttpClient http{clock};
    networks::AccountBook accounts{*secrets};
    Collector collector{*database, intake, http, accounts};
    core::SourceId source = {};
};

} // namespace

class AccountKeysTest : public QObject
{
    Q_OBJECT

private slots:
    void aTokenThatRunsOutMidwayIsRenewedAndKept()
    {
        RedditDesk desk;
        desk.network.expect("/token", {.body = R"({"access_token":"access2","refresh_token":"refresh2","scope":"*"})"});
        desk.network.expect(kMentions, {.body = onlyPage()});
        const CollectOutcome outcome = desk.collect();
        QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->detail) : "");
        QVERIFY(outcome.report.stored > 0);
        QCOMPARE(desk.account().state, AccountState::SignedIn);
        const auto kept = networks::Credentials::fromJson(desk.secrets->read(desk.account().secretName).result().value());
        QCOMPARE(kept.accessToken, "access2");
        QCOMPARE(kept.refreshToken, "refresh2");
        QCOMPARE(kept.clientId, "desk-app");
        desk.network.verify();
    }

    void aRefusedRenewalSuspendsTheAccountAndSaysWhatToDo()
    {
        RedditDesk desk;
        desk.network.expect("/token", {.status = 400, .body = R"({"error":"invalid_grant"})"});
        const CollectOutcome outcome = desk.collect();
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->kind, ErrorKind::Unauthorized);
        QTRY_COMPARE(desk.account().state, AccountState::SignedOut);
        QCOMPARE(desk.account().stateReason, u"signed out: sign in again"_s);
        QCOMPARE((*SourceRepository::byId(desk.reader(), desk.source))->state, SourceState::SignedOut);
        const auto asked = desk.network.requests().size();
        (void)desk.collect();
        QCOMPARE(desk.network.requests().size(), asked); // nothing is asked with a key that is none
        desk.network.verify();
    }

    void whatANetworkCannotAnswerNowSuspendsNothing()
    {
        RedditDesk desk;
        desk.network.expect("/token", {.status = 503});
        const CollectOutcome outcome = desk.collect();
        QVERIFY(outcome.error);
        QVERIFY(outcome.error->kind != ErrorKind::Unauthorized);
        QCOMPARE(desk.account().state, AccountState::SignedIn);
        desk.network.expect(kMentions, {.status = 401});
        desk.network.expect("/token", {.body = R"({"access_token":"access2"})"});
        desk.network.expect(kMentions, {.body = onlyPage()});
        desk.clock.advance(std::chrono::hours(1));
        QVERIFY(!desk.collect().error);
        desk.network.verify();
    }
};

QTEST_GUILESS_MAIN(AccountKeysTest)
#include "tst_accountkeys.moc"
