// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/neardup.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace vigie::analysis;

namespace
{

constexpr QStringView kLong =
    u"Attention à tous ceux qui ont acheté ce chargeur la semaine dernière dans le magasin de la gare, le mien a "
    u"commencé à fumer pendant la nuit et le plastique a fondu sur la table du salon";

int equalDigits(quint64 left, quint64 right)
{
    int equal = 0;
    for (int digit = 0; digit < 16; ++digit)
        equal += ((left ^ right) >> (4 * digit) & 0xf) == 0 ? 1 : 0;
    return equal;
}

QString madeUpWord(QRandomGenerator &random)
{
    // Every third word is of the hundred that everybody uses.
    const quint32 rank = random.bounded(3) == 0 ? random.bounded(100U) : random.bounded(30'000U);
    static const QStringList syllables{u"ba"_s, u"re"_s, u"ton"_s, u"li"_s, u"cha"_s, u"mu"_s, u"per"_s, u"so"_s};
    QString word;
    for (quint32 rest = rank + 64; rest > 0; rest /= 8)
        word += syllables[qsizetype(rest % 8)];
    return word;
}

QStringList text(QRandomGenerator &random)
{
    QStringList words;
    const int length = 6 + random.bounded(25);
    for (int i = 0; i < length; ++i)
        words << madeUpWord(random);
    return words;
}

QString changed(QStringList words, int change, QRandomGenerator &random)
{
    const qsizetype at = random.bounded(int(words.size()));
    switch (change) {
    case 0:
        return u"RT @quelqu_un: "_s + words.join(u", "_s).toUpper() + u" !!! https://x.example/a"_s;
    case 1:
        words.insert(at, madeUpWord(random));
        break;
    case 2:
        words.removeAt(at);
        break;
    case 3:
        words[at] = madeUpWord(random);
        break;
    case 4:
        return words.mid(0, words.size() - words.size() / 4).join(u' ') + u"…"_s;
    default:
        return u"mais enfin quoi : « "_s + words.join(u' ') + u" »"_s;
    }
    return words.join(u' ');
}

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
        QVERIFY(equalDigits(fingerprint(kLong), other) <= 5);
    }

    void shortTextsAreOneOnlyWhenEqual()
    {
        QVERIFY(isNearDuplicate(fingerprint(u"Quelle honte !"), fingerprint(u"quelle HONTE https://x.example")));
        QVERIFY(!isNearDuplicate(fingerprint(u"Quelle honte"), fingerprint(u"Quelle joie")));
    }

    void theSameLinkWithLittleOwnTextIsOne()
    {
        const quint64 link = fingerprint(u"https://journal.example/Article-12?id=7");
        QVERIFY(link != 0);
        QCOMPARE(fingerprint(u"À lire : http://www.Journal.example/Article-12/?utm_source=x&id=7#haut"), link);
        QCOMPARE(fingerprint(u"@ami regarde https://journal.example/Article-12?id=7&fbclid=abc !"), link);
        QVERIFY(fingerprint(u"À lire : https://journal.example/article-12?id=7") != link); // another page: capitals count
        QVERIFY(fingerprint(u"À lire : https://journal.example/Article-12?id=8") != link);
        QVERIFY(!isNearDuplicate(fingerprint(kLong.toString() + u" https://journal.example/Article-12?id=7"_s), link));
    }

    void repostsAndQuotesAreOne()
    {
        const quint64 plain = fingerprint(kLong);
        QCOMPARE(fingerprint(u"MT @media : « "_s + kLong.toString() + u" »"_s), plain);
        QCOMPARE(fingerprint(kLong.toString() + u" (via @quelqu_un)"_s), plain);
        QVERIFY(isNearDuplicate(fingerprint(u"Mais non !! RT @a: \""_s + kLong.toString() + u'"'), plain));
        QVERIFY(isNearDuplicate(fingerprint(kLong.toString().left(130) + u"…"_s), plain));
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
        QCOMPARE(index.findAndAdd(first ^ 0x0010'0101'0000'1010ULL, 12), std::optional<qint64>(10)); // eleven digits are equal
        QCOMPARE(index.findAndAdd(first ^ 0x0010'0101'0100'1010ULL, 13), std::nullopt);              // ten
    }

    void aVariantOfAVariantDoesNotDrawTheGroupAlong()
    {
        NearDuplicateIndex index(100);
        const quint64 first = 0xfedc'ba98'7654'3210ULL;
        index.findAndAdd(first, 10);
        QCOMPARE(index.findAndAdd(first ^ 0x0000'0000'0011'1110ULL, 11), std::optional<qint64>(10));
        QCOMPARE(index.findAndAdd(first ^ 0x0000'0111'1111'1110ULL, 12), std::nullopt);
    }

    /// How people change what they pass on, on texts of made-up words of 6 to 30 words; and that other texts, which share the
    /// commonest tenth of their words as texts on one subject do, stay apart.
    void copiesAreFoundAndOtherTextsAreNot_data()
    {
        QTest::addColumn<int>("change");
        QTest::addColumn<double>("atLeast");
        QTest::newRow("capitals, signs, a link, a handle") << 0 << 0.99;
        QTest::newRow("a word more") << 1 << 0.92;
        QTest::newRow("a word less") << 2 << 0.9;
        QTest::newRow("another word") << 3 << 0.85;
        QTest::newRow("the last quarter cut off") << 4 << 0.7;
        QTest::newRow("a comment of three words") << 5 << 0.85;
    }
    void copiesAreFoundAndOtherTextsAreNot()
    {
        QFETCH(int, change);
        QFETCH(double, atLeast);
        QRandomGenerator random(11);
        NearDuplicateIndex index(200'000);
        int found = 0;
        int wrong = 0;
        constexpr int kTexts = 4000;
        for (qint64 id = 1; id <= kTexts; ++id) {
            const QStringList words = text(random);
            wrong += index.findAndAdd(fingerprint(words.join(u' ')), id) ? 1 : 0;
            const auto group = index.findAndAdd(fingerprint(changed(words, change, random)), id + kTexts);
            found += group == id ? 1 : 0;
        }
        qInfo("found %.3f, wrongly grouped %.4f", double(found) / kTexts, double(wrong) / kTexts);
        QVERIFY2(found >= atLeast * kTexts, qPrintable(QString::number(found)));
        QVERIFY2(wrong <= 0.001 * kTexts, qPrintable(QString::number(wrong)));
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
