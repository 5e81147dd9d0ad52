// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/desktonality.h"
#include "analysis/postjudge.h"
#include "analysis/tonalitytrainer.h"
#include "analysis/trainedtonality.h"
#include "house/lineartime.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace vigie::analysis;

namespace
{

TonalityJudgement judged(const TonalityJudge &judge, const QString &text, const QString &language)
{
    const QString folded = vigie::core::folded(text);
    return judge.judge({text, folded}, language);
}

/// Posts of a shop whose customers say "zorgle" when they are angry and "plim" when they are glad.
std::vector<LabelledPost> inventedPosts()
{
    const std::array<QString, 3> words{u"zorgle"_s, u"counter"_s, u"plim"_s};
    const std::array<Tonality, 3> labels{Tonality::Negative, Tonality::Neutral, Tonality::Positive};
    std::vector<LabelledPost> posts;
    for (int i = 0; i < 120; ++i) {
        const auto k = std::size_t(i % 3);
        posts.push_back({u"the %1 of shop number %2 is what it is today"_s.arg(words[k]).arg(i), u"shop"_s, labels[k]});
    }
    return posts;
}

} // namespace

class TrainedTonalityTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto shipped = TrainedTonality::shipped();
        QVERIFY2(shipped, qPrintable(shipped ? QString() : shipped.error().toString()));
        m_judge = std::move(*shipped);
    }

    void aPostIsJudged_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Tonality>("expected");
        const auto row = [](const char *name, const QString &language, const QString &text, Tonality expected) {
            QTest::newRow(name) << language << text << expected;
        };
        row("angry", u"fr"_s, u"C'est une honte, trois heures d'attente et personne ne répond"_s, Tonality::Negative);
        row("thankful", u"fr"_s, u"Merci beaucoup à votre équipe, service impeccable"_s, Tonality::Positive);
        row("negated good", u"fr"_s, u"Je ne suis pas du tout satisfait de ce produit, quelle honte"_s, Tonality::Negative);
        row("compound hashtag", u"fr"_s, u"encore une panne ce matin #VraimentNul #Honte"_s, Tonality::Negative);
        row("angry in english", u"en"_s, u"Worst company ever, three hours on hold and no answer"_s, Tonality::Negative);
        row("thankful in english", u"en"_s, u"Thank you so much, your team was very helpful :)"_s, Tonality::Positive);
        row("plain", u"en"_s, u"The shop on the corner opens at nine on Monday"_s, Tonality::Neutral);
        row("negated good in english", u"en"_s, u"This is not good at all, I am not happy"_s, Tonality::Negative);
        row("elongated", u"en"_s, u"this is sooo baaaaad"_s, Tonality::Negative);
        row("sms", u"en"_s, u"thx u guys, luv it <3"_s, Tonality::Positive);
        row("too short", u"en"_s, u"Tuesday"_s, Tonality::Undetermined);
        row("another language", u"de"_s, u"Das ist eine Katastrophe"_s, Tonality::Undetermined);
        row("empty", u"fr"_s, QString(), Tonality::Undetermined);
        row("only links", u"en"_s, u"https://example.org/awful-horrible @somebody"_s, Tonality::Undetermined);
    }
    void aPostIsJudged()
    {
        QFETCH(QString, language);
        QFETCH(QString, text);
        QFETCH(Tonality, expected);
        const TonalityJudgement judgement = judged(*m_judge, text, language);
        QCOMPARE(tonalityKey(judgement.tonality), tonalityKey(expected));
        QVERIFY(judgement.negativity >= 0 && judgement.negativity <= 1);
        QVERIFY(judgement.reasons.size() <= TonalityJudgement::kMaxReasons);
    }

    void reasonsAreWordsOfThePost()
    {
        const TonalityJudgement judgement =
            judged(*m_judge, u"Terrible delay again, I am not happy, see https://example.org/x @shop"_s, u"en"_s);
        QCOMPARE(judgement.tonality, Tonality::Negative);
        QVERIFY(!judgement.reasons.empty());
        QStringList terms;
        for (const Reason &reason : judgement.reasons)
            terms << reason.term;
        QVERIFY2(terms.contains(u"terrible"_s), qPrintable(terms.join(u' ')));
        QVERIFY(!terms.join(u' ').contains(u"example"));
        QVERIFY(!terms.join(u' ').contains(u"shop"));
        QVERIFY(std::is_sorted(judgement.reasons.begin(), judgement.reasons.end(),
                               [](const Reason &a, const Reason &b) { return std::abs(a.weight) > std::abs(b.weight); }));
    }

    void aNegatedWordIsToldWithItsNegation()
    {
        const TonalityJudgement judgement = judged(*m_judge, u"this shop is not good"_s, u"en"_s);
        QVERIFY(std::any_of(judgement.reasons.begin(), judgement.reasons.end(),
                            [](const Reason &reason) { return reason.term == u"not good"; }));
    }

    void tokensAreWhatTheModelReads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isFrench");
        QTest::addColumn<QString>("expected"); // negated words stand in brackets
        QTest::newRow("negation reaches to the end of the sentence")
            << u"I do not like this. Nice"_s << false << u"i do not [like] [this] . nice"_s;
        QTest::newRow("a french negation stands behind the verb too") << u"j'aime pas ça"_s << true << u"j [aime] pas [ca]"_s;
        QTest::newRow("an apostrophe joins in english") << u"don't go"_s << false << u"dont [go]"_s;
        QTest::newRow("elongations and numbers") << u"sooooo 12345"_s << false << u"soo 000"_s;
        QTest::newRow("sms") << u"merci bcp"_s << true << u"merci beaucoup"_s;
        QTest::newRow("compound hashtag") << u"#EpicFail"_s << false << u"epicfail . epic fail"_s;
        QTest::newRow("signs and faces") << u"what?!! :-)) ..."_s << false << u"what !? :) …"_s;
        QTest::newRow("left by exports") << u"salt &amp; pepper\\u002c ok"_s << false << u"salt pepper , ok"_s;
        QTest::newRow("a face of several tones") << u"👍🏽👍🏿"_s << false << u"👍 👍"_s;
    }
    void tokensAreWhatTheModelReads()
    {
        QFETCH(QString, text);
        QFETCH(bool, isFrench);
        QFETCH(QString, expected);
        const QString folded = vigie::core::folded(text);
        TonalityTokens tokens;
        tokens.make({text, folded}, isFrench);
        QStringList seen;
        for (const TonalityToken &token : tokens.tokens)
            seen << (token.isNegated ? u"[%1]"_s : u"%1"_s).arg(tokens.letters(token));
        QCOMPARE(seen.join(u' '), expected);
    }

    void aNegatedWordCountsTheOtherWay()
    {
        TonalityFeatures plain;
        TonalityFeatures negated;
        m_judge->maker().make({u"this is good", u"this is good"}, TonalityLanguage::English, plain);
        m_judge->maker().make({u"this is not good", u"this is not good"}, TonalityLanguage::English, negated);
        QVERIFY(plain.tokenValence.back() > 0);
        QVERIFY(negated.tokenValence.back() < 0);
        QVERIFY(plain.blocks[2].empty());
        QCOMPARE(negated.blocks[2].size(), std::size_t(1));
    }

    void worsePostsAreMoreNegative()
    {
        const double bad = judged(*m_judge, u"what a horrible and disgusting service"_s, u"en"_s).negativity;
        const double plain = judged(*m_judge, u"the service opens on monday at nine"_s, u"en"_s).negativity;
        QVERIFY(bad > 0.6);
        QVERIFY(plain < 0.3);
    }

    void anyTextIsJudgedInLinearTime_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a megabyte of words") << u"horrible train delay "_s.repeated(50'000);
        QTest::newRow("a megabyte of one letter") << QString(1'000'000, u'a');
        QTest::newRow("a megabyte of signs") << u"!?.,;:"_s.repeated(160'000);
        QTest::newRow("a megabyte of hashtags") << u"#EpicFailOfTheDay "_s.repeated(55'000);
        QTest::newRow("a megabyte of escapes") << u"\\u0041&amp;"_s.repeated(90'000);
        QTest::newRow("only emoji") << u"😡🎉👍🏽"_s.repeated(1000);
        QTest::newRow("zalgo") << u"t\u0300\u0301\u0302\u0303e\u0304\u0305r\u0306"_s.repeated(1000);
        QTest::newRow("right to left") << u"هذا سيء جدا \u202e!"_s.repeated(100);
        QTest::newRow("lone surrogates") << QString(QChar(0xd83d)).repeated(100) + QChar(0xdc00);
        QTest::newRow("control characters") << QString(QChar(1)).repeated(100) + u"bad"_s + QChar(0);
    }
    void anyTextIsJudgedInLinearTime()
    {
        QFETCH(QString, text);
        for (const QString &language : {u"fr"_s, u"en"_s}) {
            const TonalityJudgement judgement = judged(*m_judge, text, language);
            QVERIFY(judgement.negativity >= 0 && judgement.negativity <= 1);
            for (const Reason &reason : judgement.reasons)
                QVERIFY(std::isfinite(reason.weight));
            const QString quarter = text.left(text.size() / 4);
            const double ratio = vigie::tests::growth([&] { (void)judged(*m_judge, quarter, language); },
                                               [&] { (void)judged(*m_judge, text, language); });
            QVERIFY2(ratio <= vigie::tests::kLinear, qPrintable(QString::number(ratio)));
        }
    }

    void devPostsAreJudgedBetterThanByTfIdf_data()
    {
        // Macro-F1 of TF-IDF with logistic regression trained on the set, as it was measured on parts that are kept apart.
        QTest::addColumn<QString>("file");
        QTest::addColumn<double>("bar");
        QTest::newRow("umsab en") << u"en_umsab.dev.jsonl"_s << 0.551;
        QTest::newRow("semeval") << u"en_semeval17.dev.jsonl"_s << 0.621;
        QTest::newRow("sanders") << u"en_sanders.dev.jsonl"_s << 0.634;
        QTest::newRow("umsab fr") << u"fr_umsab.dev.jsonl"_s << 0.620;
        QTest::newRow("deft") << u"fr_deft17.dev.jsonl"_s << 0.738;
    }
    void devPostsAreJudgedBetterThanByTfIdf()
    {
        QFETCH(QString, file);
        QFETCH(double, bar);
        QFile posts(QStringLiteral(VIGIE_SHARED) + u"/data/tonality/"_s + file);
        if (!posts.open(QIODevice::ReadOnly))
            QSKIP("the labelled posts are not here");
        std::array<std::array<double, 3>, 3> seen{};
        while (!posts.atEnd()) {
            const QJsonObject post = QJsonDocument::fromJson(posts.readLine()).object();
            const Tonality label = tonalityFromKey(post.value(u"label"_s).toString()).value();
            Tonality told = judged(*m_judge, post.value(u"text"_s).toString(), post.value(u"lang"_s).toString()).tonality;
            if (told == Tonality::Undetermined)
                told = Tonality::Neutral;
            ++seen[std::size_t(label) - 1][std::size_t(told) - 1];
        }
        double macroF1 = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            double wrong = 0;
            for (std::size_t k = 0; k < 3; ++k)
                wrong += k == i ? 0 : seen[i][k] + seen[k][i];
            macroF1 += 2 * seen[i][i] / (2 * seen[i][i] + wrong) / 3;
        }
        QVERIFY2(macroF1 > bar, qPrintable(QString::number(macroF1)));
    }

    void aModelReadsBackAsItWasWritten()
    {
        const QByteArray bytes = m_judge->baseModel().toBytes();
        const auto model = TonalityModel::fromBytes(bytes);
        QVERIFY(model);
        QCOMPARE(model->toBytes(), bytes);
        QVERIFY(bytes.size() < 2'500'000);
    }

    void aDamagedModelIsRefused()
    {
        const QByteArray bytes = m_judge->baseModel().toBytes();
        for (const qsizetype length : {0, 1, 4, 10, 11, 12, 500, 100'000, int(bytes.size()) - 1})
            QVERIFY2(!TonalityModel::fromBytes(bytes.left(length)), qPrintable(QString::number(length)));
        QVERIFY(!TonalityModel::fromBytes(bytes + '\0'));
        QByteArray other = bytes;
        other[0] = 'x';
        QVERIFY(!TonalityModel::fromBytes(other));
        QByteArray notANumber = bytes;
        notANumber.replace(12, 4, QByteArray("\xff\xff\xff\x7f", 4));
        const auto refused = TonalityModel::fromBytes(notANumber);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, vigie::ErrorKind::Parse);
    }

    void trainingTwiceGivesTheSameModel()
    {
        const TonalityTrainer trainer(m_judge->maker());
        const std::vector<LabelledPost> posts = inventedPosts();
        std::array<QByteArray, 2> models;
        for (QByteArray &bytes : models) {
            auto weights = trainer.train(posts, TonalityLanguage::English);
            QVERIFY(weights);
            TonalityModel model;
            model.languages[std::size_t(TonalityLanguage::English)] = std::make_shared<const TonalityWeights>(*weights);
            bytes = model.toBytes();
        }
        QVERIFY(models[0] == models[1]);
        auto judge = TrainedTonality::shipped();
        QVERIFY(judge);
        (*judge)->use(*TonalityModel::fromBytes(models[0]));
        QCOMPARE(judged(**judge, u"the zorgle of another shop is here"_s, u"en"_s).tonality, Tonality::Negative);
        QCOMPARE(judged(**judge, u"the plim of another shop is here"_s, u"en"_s).tonality, Tonality::Positive);
    }

    void aClassWithoutPostsCannotBeTrained()
    {
        const TonalityTrainer trainer(m_judge->maker());
        const auto weights = trainer.train({{u"all is well here"_s, u"s"_s, Tonality::Positive}}, TonalityLanguage::French);
        QVERIFY(!weights);
        QCOMPARE(weights.error().kind, vigie::ErrorKind::InvalidArgument);
    }

    void aDeskTeachesItsOwnWords()
    {
        std::vector<TonalityLesson> lessons;
        for (const LabelledPost &post : inventedPosts())
            lessons.push_back({post.text, u"en"_s, post.label});
        DeskTonality desk(m_judge->maker(), m_judge->baseModel());
        const DeskLearning learning = desk.learn(lessons);
        const LearningCheck check = learning.check;
        QCOMPARE(check.lessons, 120);
        QVERIFY2(check.errorAfter < check.errorBefore / 2, qPrintable(u"%1 %2"_s.arg(check.errorBefore).arg(check.errorAfter)));

        const QString unseen = u"the zorgle of shop number 7000 is what it is"_s;
        const double before = judged(*m_judge, unseen, u"en"_s).negativity;
        m_judge->use(learning.model);
        QCOMPARE(judged(*m_judge, unseen, u"en"_s).tonality, Tonality::Negative);
        m_judge->use(desk.learn({}).model);
        QCOMPARE(judged(*m_judge, unseen, u"en"_s).negativity, before);
    }

    void aFewLessonsDoNotUnlearnTheRest()
    {
        DeskTonality desk(m_judge->maker(), m_judge->baseModel());
        m_judge->use(desk.learn({{u"the zorgle is here again"_s, u"en"_s, Tonality::Negative},
                                 {u"and one more zorgle today"_s, u"en"_s, Tonality::Negative}})
                         .model);
        QCOMPARE(judged(*m_judge, u"Thank you so much, your team was very helpful"_s, u"en"_s).tonality, Tonality::Positive);
        QCOMPARE(judged(*m_judge, u"Merci beaucoup, service impeccable"_s, u"fr"_s).tonality, Tonality::Positive);
        m_judge->use(m_judge->baseModel());
    }

    void aListOfValencesNamesTheBadLine()
    {
        const auto good = WordValence::fromBytes("# comment\nbon\t60\nmauvais\t-60\t0\t-40\n", u"w.tsv"_s);
        QVERIFY(good);
        QCOMPARE(good->size(), std::size_t(2));
        QCOMPARE((*good->find(WordValence::keyOf(u"mauvais")))[2], -0.4F);
        QVERIFY(good->find(WordValence::keyOf(u"autre")) == nullptr);
        for (const QByteArray &bytes : {QByteArray("bon\t60\nmal\n"), QByteArray("bon\t60\nmal\t200\n"),
                                        QByteArray("bon\t60\nmal\t1\t1\t1\t1\n"), QByteArray("bon\t60\nmal\tx\n")}) {
            const auto bad = WordValence::fromBytes(bytes, u"w.tsv"_s);
            QVERIFY(!bad);
            QCOMPARE(bad.error().place.line, 2);
        }
    }

private:
    std::unique_ptr<TrainedTonality> m_judge;
};

QTEST_APPLESS_MAIN(TrainedTonalityTest)
#include "tst_trainedtonality.moc"
