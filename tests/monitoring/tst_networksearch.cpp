// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/networksearch.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::monitoring;

class NetworkSearchTest : public QObject
{
    Q_OBJECT

private slots:
    void aQueryBecomesWhatANetworkCanSearch_data()
    {
        QTest::addColumn<QString>("network");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("searches");
        QTest::addColumn<int>("unsaid");
        const auto row = [](const QString &network, const QString &query, const QStringList &searches, int unsaid) {
            QTest::addRow("%s: %s", qPrintable(network), qPrintable(query)) << network << query << searches << unsaid;
        };
        row(u"bluesky"_s, u"panne"_s, {u"panne"_s}, 0);
        row(u"bluesky"_s, u"\"service client\" nul"_s, {u"\"service client\" nul"_s}, 0);
        row(u"bluesky"_s, u"panne OR grève"_s, {u"panne"_s, u"grève"_s}, 0);
        row(u"x"_s, u"panne OR grève"_s, {u"(panne OR grève)"_s}, 0);
        row(u"x"_s, u"bus (panne OR grève) -foot lang:fr"_s, {u"((bus panne) OR (bus grève)) -foot lang:fr"_s}, 2);
        row(u"mastodon"_s, u"bus (panne OR grève)"_s, {u"bus panne"_s, u"bus grève"_s}, 0);
        row(u"mastodon"_s, u"#panne -foot"_s, {u"#panne"_s}, 1);
        row(u"mastodon"_s, u"panne NEAR/3 métro"_s, {u"panne métro"_s}, 1);
        row(u"mastodon"_s, u"rembours* billet"_s, {u"billet"_s}, 1);
        row(u"mastodon"_s, u"rembours*"_s, {}, 2);
        row(u"mastodon"_s, u"panne OR rembours*"_s, {}, 2); // half of it would lose posts
        row(u"hackernews"_s, u"followers>10 acme"_s, {u"acme"_s}, 1);
        row(u"hackernews"_s, u"-acme"_s, {}, 2);
        row(u"hackernews"_s, u"*"_s, {}, 1);
        row(u"bluesky"_s, u"e-mail \"OR\""_s, {u"\"e-mail\" \"OR\""_s}, 0);
    }
    void aQueryBecomesWhatANetworkCanSearch()
    {
        QFETCH(QString, network);
        QFETCH(QString, query);
        QFETCH(QStringList, searches);
        QFETCH(int, unsaid);
        const NetworkSearch search = networkSearch(*WatchQuery::parse(query), searchServiceFromKey(network).value());
        QCOMPARE(search.queries, searches);
        QCOMPARE(int(search.unsaid.size()), unsaid);
    }

    void aLongQueryIsAskedForLess()
    {
        QString query = u"Ondine"_s;
        for (int i = 0; i < 100; ++i)
            query += u" motbienlong%1"_s.arg(i);
        const NetworkSearch search = networkSearch(*WatchQuery::parse(query), SearchService::X);
        QCOMPARE(search.queries.size(), 1);
        QVERIFY(search.queries.first().size() <= 512);
        QCOMPARE(search.unsaid, std::vector<Unsaid>{Unsaid::Length});
        QVERIFY(!unsaidText(search.unsaid.front(), core::Phrasebook(core::Language::French)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(NetworkSearchTest)
#include "tst_networksearch.moc"
