// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/neardup.h"

#include <QRandomGenerator>
#include <QTest>

#include <bit>

using namespace Qt::StringLiterals;
using namespace vigie::analysis;

namespace
{

constexpr QStringView kLong =
    u"Attention à tous ceux qui ont acheté ce chargeur la semaine dernière dans le magasin de la gare, le mien a "
    u"commencé à fumer pendant la nuit et le plastique a fondu sur la table du salon";

} // namespace

class NearDuplicateTest : public QObject
{
    Q_OBJECT

private slots:
    void copiesWithOtherLinksAndHandlesAreOne()
    {
        const quint64 plain = fingerprint(kLong);
        QCOMPARE(fingerprint(u"RT @quelqu_un: "_s + kLong.toString() + u" https://t.example/abc"_s), plain);
        QCOMPARE(fingerprint(u"@a.b@c.social "_s + kLong.toString().toUpper() + u" !!!"_s), plain);
    }

    void otherTextsAreFarApart()
    {
        const quint64 other = fingerprint(
            u"Le service client a répondu en deux minutes et tout est réglé, bravo à toute l'équipe de Lyon");
        QVERIFY(!isNearDuplicate(fingerprint(kLong), other));
        QVERIFY(std::popcount(fingerprint(kLong) ^ other) > 12);
    }

    void shortTextsAreOneOnlyWhenEqual()
    {
        QVERIFY(isNearDuplicate(fingerprint(u"Quelle honte !"), fingerprint(u"quelle HONTE https://x.example")));
        QVERIFY(!isNearDuplicate(fingerprint(u"Quelle honte"), fingerprint(u"Quelle joie")));
    }

    void anEmptyTextStartsNoGroup()
    {
        QCOMPARE(fingerprint(u"https://example.org @someone 😡"), quint64(0));
        NearDuplicateIndex index(8);
        QCOMPARE(index.findAndAdd(0, 1), std::nullopt);
        QCOMPARE(index.findAndAdd(0, 2), std::nullopt);
        QCOMPARE(index.size(), 0U);
    }

    void theFirstPostNamesTheGroup()
    {
        NearDuplicateIndex index(100);
        const quint64 first = 0xfedc'ba98'7654'3210ULL;
        QCOMPARE(index.findAndAdd(first, 10), std::nullopt);
        QCOMPARE(index.findAndAdd(first ^ 0b10, 11), std::optional<qint64>(10));
        QCOMPARE(index.findAndAdd(first ^ 0x8000'0000'0000'0110ULL, 12), std::optional<qint64>(10)); // three bits
        QCOMPARE(index.findAndAdd(first ^ 0x8000'0001'0011'0000ULL, 13), std::nullopt);              // four bits
    }

    void noPairWithinThreeBitsIsMissed()
    {
        QRandomGenerator random(3);
        NearDuplicateIndex index(50'000);
        std::vector<quint64> known;
        for (qint64 id = 1; id <= 3000; ++id) {
            known.push_back((random.generate64() & ~quint64(1)) | 2);
            index.findAndAdd(known.back(), id);
        }
        for (const quint64 original : known) {
            quint64 changed = original;
            for (int bit = 0; bit < 3; ++bit)
                changed ^= quint64(1) << random.bounded(1, 64);
            QVERIFY(index.findAndAdd(changed, 9999).has_value());
        }
    }

    void theOldestAreForgotten()
    {
        QRandomGenerator random(5);
        NearDuplicateIndex index(1000);
        const quint64 first = 0x1234'5678'9abc'def0ULL;
        index.findAndAdd(first, 1);
        for (qint64 id = 2; id <= 1001; ++id)
            index.findAndAdd(random.generate64() & ~quint64(1), id);
        QCOMPARE(index.size(), 1000U);
        QCOMPARE(index.findAndAdd(first, 5000), std::nullopt);
    }

    void aTextThatKeepsComingIsNotForgotten()
    {
        QRandomGenerator random(6);
        NearDuplicateIndex index(100);
        const quint64 first = 0x1234'5678'9abc'def0ULL;
        index.findAndAdd(first, 1);
        for (qint64 id = 2; id <= 2000; ++id) {
            index.findAndAdd(random.generate64() & ~quint64(1), id);
            if (id % 20 == 0)
                QCOMPARE(index.findAndAdd(first, id), std::optional<qint64>(1));
        }
    }

    void groupsComeBackAfterARestart()
    {
        NearDuplicateIndex index(100);
        index.restore(0xaaaa'bbbb'cccc'ddd0ULL, 7);
        QCOMPARE(index.findAndAdd(0xaaaa'bbbb'cccc'ddd0ULL, 8), std::optional<qint64>(7));
    }
};

QTEST_APPLESS_MAIN(NearDuplicateTest)
#include "tst_neardup.moc"
