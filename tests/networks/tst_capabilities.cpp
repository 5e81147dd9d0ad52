// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/account.h"
#include "networks/capabilities.h"
#include "networks/connector.h"
#include "networks/httpclient.h"
#include "networks/networks.h"
#include "networks/sender.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace vigie;

class CapabilitiesTest : public QObject
{
    Q_OBJECT

private slots:
    void theRecordSaysWhatTheTableOfNetworksCan();
    void whatWasNeverTriedLiveSaysSo();
    void theLengthRuleOfTheRecordIsTheCounters();
    void anUnknownNetworkKeepsItsKeyAsName();
    void onlyWebAddressesAreOpened_data();
    void onlyWebAddressesAreOpened();
};

void CapabilitiesTest::theRecordSaysWhatTheTableOfNetworksCan()
{
    using What = networks::ReadTask::What;
    const core::SystemClock clock;
    networks::HttpClient http(clock);
    QVERIFY(networks::knownNetworks().size() > 10);
    for (const QString &key : networks::knownNetworks()) {
        const networks::Capabilities record = networks::capabilitiesOf(key);
        networks::Account account({.network = key, .baseUrl = QUrl(u"https://exemple.org"_s), .userId = u"1"_s});
        const auto reads = [&](What what) {
            const QUrl url(u"https://exemple.org"_s);
            const std::unique_ptr<networks::Connector> reader(networks::makeReader(
                {.network = key, .what = what, .query = u"a"_s, .url = url}, &account, http, clock, nullptr));
            return reader != nullptr;
        };
        const bool readsAnything = reads(What::Feed) || reads(What::Mentions) || reads(What::Search)
                                   || reads(What::Hashtag) || reads(What::Firehose) || reads(What::Folder);
        QVERIFY2(record.canRead == readsAnything, qPrintable(key));
        QVERIFY2(!record.canSearch || reads(What::Search), qPrintable(key));
        const std::unique_ptr<networks::Sender> sender(networks::makeSender(account, http, clock, nullptr));
        QVERIFY2(record.assistedOnly == (sender == nullptr), qPrintable(key));
        QVERIFY(!networks::networkName(key).isEmpty());
    }
}

void CapabilitiesTest::whatWasNeverTriedLiveSaysSo()
{
    QStringList untested;
    for (const QString &key : networks::knownNetworks()) {
        if (networks::capabilitiesOf(key).isUntestedLive)
            untested << key;
    }
    QCOMPARE(untested, QStringList({u"facebook"_s, u"instagram"_s, u"x"_s, u"youtube"_s, u"reddit"_s}));
    QVERIFY(!networks::capabilitiesOf(u"nobody knows").isUntestedLive);
}

void CapabilitiesTest::theLengthRuleOfTheRecordIsTheCounters()
{
    const networks::Capabilities record = networks::capabilitiesOf(u"bluesky");
    QCOMPARE(record.lengthLimit, 300);
    QCOMPARE(record.lengthUnit, networks::LengthUnit::GraphemesAndBytes);
    QVERIFY(record.canPrivate);
    QVERIFY(!networks::capabilitiesOf(u"youtube").canPrivate);
}

void CapabilitiesTest::anUnknownNetworkKeepsItsKeyAsName()
{
    QCOMPARE(networks::networkName(u"forum-interne"), u"forum-interne"_s);
    QVERIFY(networks::capabilitiesOf(u"forum-interne").canReply);
    QCOMPARE(networks::capabilitiesOf(u"forum-interne").lengthLimit, 0);
}

void CapabilitiesTest::onlyWebAddressesAreOpened_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("expected");
    const auto row = [](const QString &url, bool expected) { QTest::newRow(qPrintable(url)) << url << expected; };
    row(u"https://example.org/a?b=c#d"_s, true);
    row(u"http://example.org"_s, true);
    row(u"https://exämple.org/ü"_s, true);
    row(u""_s, false);
    row(u"javascript:alert(1)"_s, false);
    row(u"file:///etc/passwd"_s, false);
    row(u"data:text/html,x"_s, false);
    row(u"ftp://example.org"_s, false);
    row(u"//example.org"_s, false);
    row(u"https://"_s, false);
    row(u"https:///chemin"_s, false);
    row(u"https://bank.example@evil.example/"_s, false);
    row(u"https://example.org/a\nb"_s, false);
    row(u"https://example.org/\u202egpj.exe"_s, false);
    row(u" https://example.org"_s, false);
}

void CapabilitiesTest::onlyWebAddressesAreOpened()
{
    QFETCH(QString, url);
    QTEST(networks::postUrlIsOpenable(url), "expected");
}

QTEST_GUILESS_MAIN(CapabilitiesTest)
#include "tst_capabilities.moc"
