// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/postjudge.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace vigie::analysis;

namespace
{

TonalityJudgement judged(const LexiconTonality &judge, const QString &text, const QString &language)
{
    const QString folded = vigie::core::folded(text);
    return judge.judge({text, folded}, language);
}

} // namespace

class TonalityTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto shipped = LexiconTonality::shipped();
        QVERIFY2(shipped, qPrintable(shipped ? QString() : shipped.error().toString()));
        m_judge.emplace(std::move(*shipped));
    }

    void aPostIsJudged_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Tonality>("expected");
        const auto fr = [](const char *name, const QString &text, Tonality expected) {
            QTest::newRow(name) << u"fr"_s << text << expected;
        };
        const auto en = [](const char *name, const QString &text, Tonality expected) {
            QTest::newRow(name) << u"en"_s << text << expected;
        };
        fr("angry", u"C'est une honte, trois heures d'attente et personne ne répond"_s, Tonality::Negative);
        fr("thankful", u"Merci beaucoup à votre équipe, service impeccable"_s, Tonality::Positive);
        fr("plain", u"Le magasin de la rue Neuve ouvre à neuf heures lundi"_s, Tonality::Neutral);
        fr("negated good", u"Je ne suis pas du tout satisfait de ce produit"_s, Tonality::Negative);
        fr("negator behind the verb", u"j'aime pas cette nouvelle version"_s, Tonality::Negative);
        fr("negated bad", u"Franchement pas mal du tout ce nouveau service"_s, Tonality::Positive);
        fr("emoji", u"Votre application ce matin 😡😡"_s, Tonality::Negative);
        fr("elongated", u"votre appli est nuuuuulle"_s, Tonality::Negative);
        fr("contrast", u"Les gens sont gentils mais le produit est dangereux et scandaleux"_s, Tonality::Negative);
        fr("does not work", u"L'application ne fonctionne plus depuis hier"_s, Tonality::Negative);
        en("angry", u"Worst company ever, three hours on hold and no answer"_s, Tonality::Negative);
        en("thankful", u"Thank you so much, your team was very helpful"_s, Tonality::Positive);
        en("plain", u"The shop on the corner opens at nine on Monday"_s, Tonality::Neutral);
        en("negated good", u"This is not a good product"_s, Tonality::Negative);
        en("negated bad", u"Honestly the new menu is not bad"_s, Tonality::Positive);
        en("emoji", u"your app this morning 😡😡"_s, Tonality::Negative);
        en("elongated", u"this is sooo baaaad"_s, Tonality::Negative);
        en("the words of a link do not count", u"Opening hours are here https://horrible.example/terrible-awful"_s,
           Tonality::Neutral);
        en("nor those of a handle", u"Good evening from the shop @horrible_awful"_s.mid(5), Tonality::Neutral);
        en("too short", u"Tuesday"_s, Tonality::Undetermined);
        QTest::newRow("another language") << u"de"_s << u"Das ist eine Katastrophe"_s << Tonality::Undetermined;
        QTest::newRow("empty") << u"fr"_s << QString() << Tonality::Undetermined;
    }
    void aPostIsJudged()
    {
        QFETCH(QString, language);
        QFETCH(QString, text);
        QFETCH(Tonality, expected);
        const TonalityJudgement judgement = judged(*m_judge, text, language);
        QVERIFY2(judgement.tonality == expected,
                 qPrintable(tonalityKey(judgement.tonality) + u' ' + QString::number(judgement.negativity)));
        QVERIFY(judgement.negativity >= 0 && judgement.negativity <= 1);
        if (expected == Tonality::Negative)
            QVERIFY(judgement.negativity > 0.5);
    }

    void theReasonsSayWhatCounted()
    {
        const TonalityJudgement judgement = judged(*m_judge, u"Not good. Absolutely terrible!"_s, u"en"_s);
        QCOMPARE(judgement.reasons.size(), 1U + 1U);
        QCOMPARE(judgement.reasons.front().term, u"terrible"_s);
        QVERIFY(judgement.reasons.front().weight < -3);
        QVERIFY(judgement.reasons.back().weight < 0);
    }

    void keysGoBothWays()
    {
        for (const Tonality tonality :
             {Tonality::Undetermined, Tonality::Negative, Tonality::Neutral, Tonality::Positive})
            QCOMPARE(tonalityFromKey(tonalityKey(tonality)), std::optional(tonality));
        QVERIFY(!tonalityFromKey(u"happy"));
    }

    void aBadLineIsAnErrorWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("line");
        QTest::newRow("no weight") << QByteArray("[terms]\ngood\t2\nbad\n") << 3;
        QTest::newRow("no number") << QByteArray("[terms]\ngood\tmuch\n") << 2;
        QTest::newRow("too heavy") << QByteArray("[terms]\ngood\t4\n") << 2;
        QTest::newRow("not a number") << QByteArray("[terms]\ngood\tnan\n") << 2;
        QTest::newRow("star inside") << QByteArray("[terms]\ngo*d\t1\n") << 2;
        QTest::newRow("twice") << QByteArray("[terms]\ngood\t1\nGood\t2\n") << 3;
        QTest::newRow("unknown section") << QByteArray("[words]\ngood\t1\n") << 2;
        QTest::newRow("only a star") << QByteArray("[terms]\n*\t1\n") << 2;
    }
    void aBadLineIsAnErrorWithItsPlace()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, line);
        const auto judge = LexiconTonality::fromBytes("[terms]\nbon\t1\n", bytes);
        QVERIFY(!judge);
        QCOMPARE(judge.error().place.line, line);
        QCOMPARE(judge.error().place.file, u"tonality_en.tsv"_s);
    }

    void labelledPostsAreJudgedBetterThanByPublishedWordLists_data()
    {
        // Published word lists (VADER, AFINN) reach 0.53, 0.56, 0.43 and 0.49 on posts of these kinds.
        QTest::addColumn<QString>("file");
        QTest::addColumn<double>("least");
        QTest::newRow("semeval") << u"en_semeval17.dev.jsonl"_s << 0.56;
        QTest::newRow("umsab en") << u"en_umsab.dev.jsonl"_s << 0.56;
        QTest::newRow("deft") << u"fr_deft17.dev.jsonl"_s << 0.60;
        QTest::newRow("umsab fr") << u"fr_umsab.dev.jsonl"_s << 0.48;
    }
    void labelledPostsAreJudgedBetterThanByPublishedWordLists()
    {
        QFETCH(QString, file);
        QFETCH(double, least);
        QFile posts(QStringLiteral(VIGIE_SHARED) + u"/data/tonality/"_s + file);
        if (!posts.open(QIODevice::ReadOnly))
            QSKIP("the labelled posts are not here");
        std::array<std::array<double, 3>, 3> seen{};
        while (!posts.atEnd()) {
            const QJsonObject post = QJsonDocument::fromJson(posts.readLine()).object();
            const std::optional<Tonality> label = tonalityFromKey(post.value(u"label"_s).toString());
            Tonality told = judged(*m_judge, post.value(u"text"_s).toString(), file.left(2)).tonality;
            if (told == Tonality::Undetermined)
                told = Tonality::Neutral;
            ++seen[std::size_t(label.value()) - 1][std::size_t(told) - 1];
        }
        double macroF1 = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            double wrong = 0;
            for (std::size_t k = 0; k < 3; ++k)
                wrong += k == i ? 0 : seen[i][k] + seen[k][i];
            macroF1 += 2 * seen[i][i] / (2 * seen[i][i] + wrong) / 3;
        }
        qInfo("%s: macro-F1 %.3f", qPrintable(file), macroF1);
        QVERIFY(macroF1 >= least);
    }

    void allJudgesTogetherFillOneJudgement()
    {
        const auto judge = PostJudge::shipped();
        QVERIFY(judge);
        const PostJudgement judgement = judge->judge(u"Votre chargeur a pris feu, c'est scandaleux, que faites-vous ?");
        QCOMPARE(judgement.language, u"fr"_s);
        QCOMPARE(judgement.tonality.tonality, Tonality::Negative);
        QVERIFY(riskMask(judgement.risks).testFlag(Risk::PhysicalSafety));
        QVERIFY(judgement.fingerprint != 0);
    }

private:
    std::optional<LexiconTonality> m_judge;
};

QTEST_APPLESS_MAIN(TonalityTest)
#include "tst_tonality.moc"
