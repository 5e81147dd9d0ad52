// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"
#include "house/lineartime.h"
#include "networks/lengthrule.h"
#include "networks/privatelength.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;

namespace
{

QJsonObject conformance(const QString &name)
{
    QFile file(QStringLiteral(VIGIE_SHARED "/fixtures/twitter-text/conformance/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object().value(u"tests"_s).toObject();
}

bool holdsEmoji(const QString &text)
{
    const QList<uint> points = text.toUcs4();
    return std::any_of(points.begin(), points.end(), [](uint point) { return point > 0x1f000 || point == 0x20e3; });
}

} // namespace

class LengthRuleTest : public QObject
{
    Q_OBJECT

private slots:
    void xCountsAsItsConformanceTestsAsk_data();
    void xCountsAsItsConformanceTestsAsk();
    void xLinksAreFoundAsItsConformanceTestsAsk();
    void graphemesAgreeWithUnicode();
    void everyNetworkCountsInItsOwnUnit_data();
    void everyNetworkCountsInItsOwnUnit();
    void blueskyAlsoLimitsBytes();
    void aServerMaySetItsOwnLimit();
    void aMessageMayBeLongerThanAPost();
    void hostileTextIsCountedInLinearTime();
};

void LengthRuleTest::xCountsAsItsConformanceTestsAsk_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("expected");
    const QJsonObject groups = conformance(u"validate.json"_s);
    if (groups.isEmpty())
        QSKIP("the shared twitter-text conformance data is absent");
    // The first group was written for version 2 of the rules, which did not count an emoji as one.
    const QStringList names = {u"WeightedTweetsCounterTest"_s, u"WeightedTweetsWithDiscountedEmojiCounterTest"_s,
                               u"UnicodeDirectionalMarkerCounterTest"_s};
    for (const QString &name : names) {
        int number = 0;
        for (const QJsonValue &value : groups.value(name).toArray()) {
            const QString text = value[u"text"_s].toString();
            if (name == names.first() && holdsEmoji(text))
                continue;
            const QString title = u"%1 %2: %3"_s.arg(name).arg(++number).arg(value[u"description"_s].toString());
            QTest::newRow(qPrintable(title)) << text << value[u"expected"_s][u"weightedLength"_s].toInt();
        }
    }
}

void LengthRuleTest::xCountsAsItsConformanceTestsAsk()
{
    QFETCH(QString, text);
    QFETCH(int, expected);
    const networks::LengthCount length = networks::countLength(u"x", text);
    QCOMPARE(length.count, expected);
    QCOMPARE(length.fits, expected <= 280);
}

void LengthRuleTest::xLinksAreFoundAsItsConformanceTestsAsk()
{
    const QJsonObject groups = conformance(u"extract.json"_s);
    if (groups.isEmpty())
        QSKIP("the shared twitter-text conformance data is absent");
    int met = 0;
    int all = 0;
    for (const QJsonValue &value : groups.value(u"urls"_s).toArray()) {
        const QString text = value[u"text"_s].toString();
        QStringList found;
        for (const networks::LinkSpan &link : networks::linksAsXCounts(text))
            found.append(text.mid(link.start, link.length));
        QStringList expected;
        for (const QJsonValue &url : value[u"expected"_s].toArray())
            expected.append(url.toString());
        ++all;
        if (found == expected)
            ++met;
        else
            qInfo().noquote() << value[u"description"_s].toString() << found << expected;
    }
    qInfo("links: %d of %d", met, all);
    QVERIFY(met >= all * 85 / 100);
}

void LengthRuleTest::graphemesAgreeWithUnicode()
{
    QFile file(QStringLiteral(VIGIE_SHARED "/fixtures/unicode/GraphemeBreakTest.txt"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the shared Unicode data is absent");
    int met = 0;
    int all = 0;
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).section(u'#', 0, 0).trimmed();
        if (line.isEmpty())
            continue;
        QString text;
        const QStringList parts = line.split(u' ', Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            bool isPoint = false;
            const uint point = part.toUInt(&isPoint, 16);
            if (isPoint)
                text += QChar::fromUcs4(point);
        }
        ++all;
        met += core::graphemeCount(text) == parts.count(u"÷"_s) - 1 ? 1 : 0;
    }
    qInfo("graphemes: %d of %d", met, all);
    QVERIFY(met >= all * 99 / 100);
}

void LengthRuleTest::everyNetworkCountsInItsOwnUnit_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("count");
    QTest::addColumn<qsizetype>("limit");
    QTest::addColumn<QString>("unit");
    const QString family = u"👨‍👩‍👧‍👦"_s;
    const auto row = [](const char *network, const QString &text, qsizetype count, qsizetype limit, const char *unit) {
        QTest::newRow(qPrintable(QLatin1StringView(network) + u' ' + text))
            << QString::fromLatin1(network) << text << count << limit << QString::fromLatin1(unit);
    };
    row("x", u"é"_s + family, 3, 280, "weighted");
    row("x", u"voir example.org/page"_s, 28, 280, "weighted");
    row("x", u"contact@example.org"_s, 19, 280, "weighted");
    row("bluesky", family + u"e\u0301"_s, 2, 300, "graphemes+bytes");
    row("mastodon", u"@service@exemple.social merci"_s, 14, 500, "characters");
    row("mastodon", u"https://example.org/une/longue/adresse/qui/compte/vingt-trois ok"_s, 26, 500, "characters");
    row("mastodon", u"example.org ok"_s, 14, 500, "characters");
    row("mastodon", u"écrire à nom@example.org"_s, 24, 500, "characters");
    row("facebook", family, 7, 8000, "characters");
    row("instagram", u"abc"_s, 3, 2200, "characters");
    row("linkedin", u"abc"_s, 3, 1250, "characters");
    row("youtube", u"abc"_s, 3, 10000, "characters");
    row("reddit", u"abc"_s, 3, 10000, "characters");
    row("forum", u"abc"_s, 3, 0, "characters");
}

void LengthRuleTest::everyNetworkCountsInItsOwnUnit()
{
    QFETCH(QString, network);
    QFETCH(QString, text);
    const networks::LengthCount length = networks::countLength(network, text);
    QTEST(length.count, "count");
    QTEST(length.limit, "limit");
    QTEST(networks::lengthUnitName(length.unit), "unit");
    QVERIFY(length.fits);
}

void LengthRuleTest::blueskyAlsoLimitsBytes()
{
    const QString text = u"👨‍👩‍👧‍👦"_s.repeated(150); // 150 graphemes of 25 bytes
    const networks::LengthCount length = networks::countLength(u"bluesky", text);
    QCOMPARE(length.count, 150);
    QCOMPARE(length.bytes, 3750);
    QCOMPARE(length.byteLimit, 3000);
    QVERIFY(!length.fits);
}

void LengthRuleTest::aServerMaySetItsOwnLimit()
{
    const QString text(600, u'a');
    QVERIFY(!networks::countLength(u"mastodon", text).fits);
    QVERIFY(networks::countLength(u"mastodon", text, 5000).fits);
}

void LengthRuleTest::aMessageMayBeLongerThanAPost()
{
    const QString text(900, u'a');
    for (const QString &network : {u"x"_s, u"bluesky"_s, u"facebook"_s, u"instagram"_s})
        QVERIFY2(networks::countPrivateLength(network, text).fits, qPrintable(network));
    QVERIFY(!networks::countPrivateLength(u"mastodon", text).fits); // its message is a post
    QVERIFY(!networks::countLength(u"bluesky", text).fits);
    QCOMPARE(networks::countPrivateLength(u"x", text).limit, 10'000);
    QVERIFY(!networks::countPrivateLength(u"bluesky", QString(1001, u'a')).fits);
    // Bytes fill an Instagram message before its letters do; Bluesky's are counted in families of emoji.
    QVERIFY(!networks::countPrivateLength(u"instagram", QString(600, u'é')).fits);
    QVERIFY(networks::countPrivateLength(u"bluesky", QString(600, u'é')).fits);
}

void LengthRuleTest::hostileTextIsCountedInLinearTime()
{
    for (const QString &piece : {u"日"_s, u"a."_s, u"http://"_s, u"@a@"_s, u"https://a.com/("_s, u"a.com,"_s, u"("_s}) {
        const QString text = piece.repeated(100'000 / piece.size());
        const QString quarter = text.left(text.size() / 4);
        for (const QString &network : {u"x"_s, u"mastodon"_s}) {
            QVERIFY(networks::countLength(network, text).count > 0);
            const double ratio = tests::growth([&] { (void)networks::countLength(network, quarter); },
                                               [&] { (void)networks::countLength(network, text); });
            QVERIFY2(ratio <= tests::kLinear, qPrintable(u"%1 on %2: %3"_s.arg(piece, network).arg(ratio)));
        }
    }
}

QTEST_APPLESS_MAIN(LengthRuleTest)
#include "tst_lengthrule.moc"
