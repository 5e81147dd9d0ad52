// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/mastodonreply.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using networks::Departure;
using networks::HttpResponse;
using networks::MastodonDraft;
using networks::MastodonStatus;
using Kind = networks::SendOutcome::Kind;

namespace
{

constexpr core::Instant kNow = core::instantFromMillis(1769847125000); // 2026-01-31T08:12:05Z

} // namespace

class MastodonReplyTest : public QObject
{
    Q_OBJECT

private slots:
    void mentionsAreAddedOnce_data();
    void mentionsAreAddedOnce();
    void ourPostIsFoundByItsWords_data();
    void ourPostIsFoundByItsWords();
    void aDraftComesBackFromWhatWasWrittenDown();
    void theNarrowerOfTwoVisibilities();
    void recordedRepliesAreFoundByTheirText();
};

void MastodonReplyTest::mentionsAreAddedOnce_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("recipient");
    QTest::addColumn<QString>("expected");
    const QString tom = u"@tom@autre.exemple"_s;
    const QString lea = u"@lea@veille.exemple"_s;
    QTest::newRow("missing") << u"Bonjour"_s << tom << u"@tom@autre.exemple Bonjour"_s;
    QTest::newRow("there") << u"Bonjour @tom@autre.exemple."_s << tom << u"Bonjour @tom@autre.exemple."_s;
    QTest::newRow("there in other letters") << u"@Tom@Autre.Exemple bonjour"_s << tom << u"@Tom@Autre.Exemple bonjour"_s;
    QTest::newRow("another server's") << u"@tom@tiers.exemple"_s << tom << u"@tom@autre.exemple @tom@tiers.exemple"_s;
    QTest::newRow("ours of that name") << u"@tom bonjour"_s << tom << u"@tom@autre.exemple @tom bonjour"_s;
    QTest::newRow("a longer name") << u"@tommy@autre.exemple"_s << tom << u"@tom@autre.exemple @tommy@autre.exemple"_s;
    QTest::newRow("an e-mail address") << u"tom@autre.exemple"_s << tom << u"@tom@autre.exemple tom@autre.exemple"_s;
    QTest::newRow("local, missing") << u"Bonjour"_s << lea << u"@lea Bonjour"_s;
    QTest::newRow("local, short") << u"@lea bonjour"_s << lea << u"@lea bonjour"_s;
    QTest::newRow("local, long") << u"@lea@veille.exemple bonjour"_s << lea << u"@lea@veille.exemple bonjour"_s;
    QTest::newRow("local, under the other name") << u"@lea@web.veille.exemple:8801 bonjour"_s << lea << u"@lea@web.veille.exemple:8801 bonjour"_s;
    QTest::newRow("nobody") << u"Bonjour"_s << QString() << u"Bonjour"_s;
}

void MastodonReplyTest::mentionsAreAddedOnce()
{
    QFETCH(QString, text);
    QFETCH(QString, recipient);
    QTEST(networks::withMention(text, recipient, {u"veille.exemple"_s, u"web.veille.exemple:8801"_s}), "expected");
}

void MastodonReplyTest::ourPostIsFoundByItsWords_data()
{
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("parent");
    QTest::addColumn<QString>("created");
    QTest::addColumn<bool>("isFound");
    const QString soon = u"2026-01-31T08:12:06Z"_s;
    const QString text = u"@tom@autre.exemple Débranchez-la."_s;
    const auto row = [&](const char *name, const QString &sent, const QString &content, bool isFound) {
        QTest::newRow(name) << sent << content << u"100"_s << soon << isFound;
    };
    row("as it left", text, u"<p>@<span>tom</span> Débranchez-la.</p>"_s, true);
    row("mention in full, decomposed accents", text, u"<p>@tom@autre.exemple De\u0301branchez-la.</p>"_s, true);
    row("mention twice", text, u"<p>@tom @tom Débranchez-la.</p>"_s, true);
    row("typographic", u"@tom Il s'agit \"d'un\" lot..."_s, u"<p>@tom Il s’agit « d&#39;un&nbsp;» lot…</p>"_s, true);
    row("markup", u"@tom Ne *rien* brancher :-)"_s, u"@tom Ne <em>rien</em> brancher 🙂"_s, true);
    row("a long link with hidden parts", u"@tom Voir https://exemple.org/rappel/lot-2026 merci"_s,
        u"<p>@tom Voir <a href=\"https://exemple.org/rappel/lot-2026\"><span class=\"invisible\">https://</span><span class=\"ellipsis\">"
        "exemple.org/rapp</span><span class=\"invisible\">el/lot-2026</span></a> merci</p>"_s,
        true);
    row("a link shown shorter", u"@tom Voir https://exemple.org/rappel/lot-2026 merci"_s,
        u"<p>@tom Voir <a href=\"https://exemple.org/rappel/lot-2026\">exemple.org/…</a> merci</p>"_s, true);
    row("lines", u"@tom Un\n\nDeux\nTrois"_s, u"<p>@tom Un</p><p>Deux<br>Trois</p>"_s, true);
    row("another text", text, u"<p>@tom Branchez-la.</p>"_s, false);
    row("a longer text", text, u"<p>@tom Débranchez-la. Merci.</p>"_s, false);
    QTest::newRow("another thread") << text << u"<p>@tom Débranchez-la.</p>"_s << u"101"_s << soon << false;
    QTest::newRow("no thread") << text << u"<p>@tom Débranchez-la.</p>"_s << QString() << soon << false;
    QTest::newRow("the same of an hour ago") << text << u"<p>@tom Débranchez-la.</p>"_s << u"100"_s << u"2026-01-31T07:12:06Z"_s << false;
    QTest::newRow("by a clock two minutes behind") << text << u"<p>@tom Débranchez-la.</p>"_s << u"100"_s << u"2026-01-31T08:10:06Z"_s << true;
}

void MastodonReplyTest::ourPostIsFoundByItsWords()
{
    QFETCH(QString, sent);
    QFETCH(QString, content);
    QFETCH(QString, parent);
    QFETCH(QString, created);
    QFETCH(bool, isFound);
    MastodonStatus status;
    status.content = content;
    status.inReplyToId = parent;
    status.post.postedAt = kNow + QDateTime::fromString(created, Qt::ISODate).toMSecsSinceEpoch() * 1ms - kNow.time_since_epoch();
    const MastodonDraft draft{.status = sent, .inReplyToId = u"100"_s, .visibility = u"public"_s};
    QCOMPARE(networks::isTheDraft(status, draft, kNow - 5min), isFound);
    status.post.isRepost = true;
    QVERIFY(!networks::isTheDraft(status, draft, kNow - 5min));
}

void MastodonReplyTest::aDraftComesBackFromWhatWasWrittenDown()
{
    const MastodonDraft draft{.status = u"@tom \"Débranchez-la\"\n\u00a0!"_s, .inReplyToId = u"9007199254740993"_s,
                              .visibility = u"direct"_s, .language = u"fr"_s};
    QVERIFY(MastodonDraft::fromJson(draft.toJson()) == draft);
    for (const QByteArray &bytes : {QByteArray(), QByteArray("[]"), QByteArray("{"), QByteArray(R"({"status":"a"})"),
                                    QByteArray(R"({"status":7,"visibility":"public"})")})
        QVERIFY(!MastodonDraft::fromJson(bytes));
}

void MastodonReplyTest::theNarrowerOfTwoVisibilities()
{
    QCOMPARE(networks::narrowerVisibility(u"public"_s, u"direct"_s), u"direct"_s);
    QCOMPARE(networks::narrowerVisibility(u"private"_s, u"unlisted"_s), u"private"_s);
    QCOMPARE(networks::narrowerVisibility(u"public"_s, u"public"_s), u"public"_s);
    QCOMPARE(networks::narrowerVisibility(u"public"_s, u"local"_s), u"local"_s); // a name that a server made up
}

void MastodonReplyTest::recordedRepliesAreFoundByTheirText()
{
    QFile file(QStringLiteral(VIGIE_SHARED "/fixtures/mastodon/decoded/test_status_reply.json"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the recorded answers are not on this machine");
    int found = 0;
    const QJsonArray exchanges = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue &exchange : exchanges) {
        if (exchange[u"request"_s][u"method"_s] != u"POST"_s)
            continue;
        const QUrlQuery form(exchange[u"request"_s][u"body"_s].toString().replace(u'+', u"%20"_s));
        const QByteArray body = QJsonDocument(exchange[u"response"_s][u"body"_s].toObject()).toJson();
        const auto status = networks::parseMastodonStatus(body, {});
        QVERIFY(status);
        const MastodonDraft draft{.status = form.queryItemValue(u"status"_s, QUrl::FullyDecoded),
                                  .inReplyToId = form.queryItemValue(u"in_reply_to_id"_s),
                                  .visibility = status->visibility};
        QVERIFY(networks::isTheDraft(*status, draft, status->post.postedAt));
        const auto outcome = networks::mastodonOutcome(HttpResponse{.status = 200, .headers = {}, .body = body, .url = {}, .permanentUrl = {}}, Departure::Possible, draft, {});
        QCOMPARE(outcome.kind, Kind::Sent);
        QCOMPARE(outcome.post.warnings, QStringList());
        ++found;
    }
    QVERIFY(found >= 2);
}

QTEST_APPLESS_MAIN(MastodonReplyTest)
#include "tst_mastodonreply.moc"
