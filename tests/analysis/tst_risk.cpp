// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/risk.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie::analysis;

class RiskTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto shipped = RiskRules::shipped();
        QVERIFY2(shipped, qPrintable(shipped ? QString() : shipped.error().toString()));
        m_rules.emplace(std::move(*shipped));
    }

    void aPostShowsItsRisks_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("keys");
        const auto row = [](const char *name, const QString &language, const QString &text, const QStringList &keys) {
            QTest::newRow(name) << language << text << keys;
        };
        row("fire", u"fr"_s, u"Le chargeur a pris feu dans la chambre de ma fille"_s, {u"physical-safety"_s});
        row("food", u"fr"_s, u"Toute la famille malade après vos yaourts"_s, {u"health"_s});
        row("law", u"fr"_s, u"Je vais porter plainte, mon avocat est prévenu"_s, {u"legal-threat"_s});
        row("leak", u"fr"_s, u"Une fuite de données chez eux, changez vos mots de passe"_s, {u"data-leak"_s});
        row("boss", u"fr"_s, u"Le PDG savait depuis mars"_s, {u"executive-named"_s});
        row("petition", u"fr"_s, u"Signez et partagez la pétition"_s, {u"call-to-action"_s});
        row("question", u"fr"_s, u"Quand est-ce que le service revient ?"_s, {u"question-to-us"_s});
        row("no question without its mark", u"fr"_s, u"je me demande pourquoi"_s, {});
        row("plain", u"fr"_s, u"Belle boutique au coin de la rue"_s, {});
        row("battery", u"en"_s, u"The battery exploded and my son was injured"_s, {u"physical-safety"_s});
        row("press", u"en"_s, u"I'm a reporter, my DMs are open"_s, {u"press-interest"_s});
        row("law and boycott", u"en"_s, u"See you in court. #BoycottAcme"_s, {u"legal-threat"_s, u"boycott"_s});
        row("self-harm", u"en"_s, u"I want to end my life because of this"_s, {u"self-harm-or-violence"_s});
        row("an unknown language gets every rule", u"und"_s, u"boycott incendie"_s,
            {u"physical-safety"_s, u"boycott"_s});
        row("a rule of the other language does not count", u"en"_s, u"the pain and the presse"_s, {});
        row("the words of a link do not count", u"en"_s, u"see https://example.org/lawsuit fire-sale"_s.left(34), {});
    }
    void aPostShowsItsRisks()
    {
        QFETCH(QString, language);
        QFETCH(QString, text);
        QFETCH(QStringList, keys);
        const QString folded = vigie::core::folded(text);
        const std::vector<RiskHit> hits = m_rules->judge({text, folded}, language);
        QStringList found;
        for (const Risk risk : allRisks()) {
            if (riskMask(hits).testFlag(risk))
                found.append(riskKey(risk));
        }
        found.sort();
        keys.sort();
        QCOMPARE(found, keys);
    }

    void everyRiskHasAKeyAndAName()
    {
        const vigie::core::Phrasebook english(vigie::core::Language::English);
        for (const Risk risk : allRisks()) {
            QCOMPARE(riskFromKey(riskKey(risk)), std::optional(risk));
            QVERIFY(!riskName(risk, english).isEmpty());
        }
        QCOMPARE(allRisks().size(), 12U);
    }

    void aBadLineIsAnErrorWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("line");
        QTest::newRow("unknown risk") << QByteArray("[rain]\nfr\tpluie\n") << 2;
        QTest::newRow("no language") << QByteArray("[health]\n\npluie\n") << 3;
        QTest::newRow("unknown language") << QByteArray("[health]\nxx\tpluie\n") << 2;
        QTest::newRow("no term") << QByteArray("[health]\nfr\t\n") << 2;
    }
    void aBadLineIsAnErrorWithItsPlace()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, line);
        const auto rules = RiskRules::fromBytes(bytes, u"risk.tsv"_s);
        QVERIFY(!rules);
        QCOMPARE(rules.error().toString().left(11), u"risk.tsv:%1:"_s.arg(line).left(11));
        QCOMPARE(rules.error().place.line, line);
    }

private:
    std::optional<RiskRules> m_rules;
};

QTEST_APPLESS_MAIN(RiskTest)
#include "tst_risk.moc"
