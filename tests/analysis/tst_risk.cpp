// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/risk.h"

#include <QFile>
#include <QTemporaryDir>
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

    void everyTopicIsFoundInBothLanguages_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("key");
        const auto row = [](const QString &key, const QString &language, const QString &text) {
            QTest::addRow("%s %s: %s", qPrintable(key), qPrintable(language), qPrintable(text.left(24))) << language << text << key;
        };
        row(u"physical-safety"_s, u"fr"_s, u"Mon fils s'est brûlé avec votre bouilloire, direction les urgences"_s);
        row(u"physical-safety"_s, u"fr"_s, u"Les freins ont lâché sur l'autoroute"_s);
        row(u"physical-safety"_s, u"en"_s, u"My daughter choked on a loose part of your toy"_s);
        row(u"physical-safety"_s, u"en"_s, u"The charger melted and there was smoke pouring out of it"_s);
        row(u"health"_s, u"fr"_s, u"Toute la classe est tombée malade après la cantine, rendue malade par vos plats : elle est malade depuis"_s);
        row(u"health"_s, u"fr"_s, u"Intoxication alimentaire dans votre restaurant"_s);
        row(u"health"_s, u"en"_s, u"Found mould in the baby food, my kid got sick"_s);
        row(u"health"_s, u"en"_s, u"Peanut allergy is not a joke, label your food"_s);
        row(u"legal-threat"_s, u"fr"_s, u"Mise en demeure envoyée, prochaine étape le tribunal"_s);
        row(u"legal-threat"_s, u"fr"_s, u"Je vais vous faire un procès"_s);
        row(u"legal-threat"_s, u"en"_s, u"I will sue you, my lawyer is on it"_s);
        row(u"legal-threat"_s, u"en"_s, u"Reported to trading standards for false advertising"_s);
        row(u"discrimination"_s, u"fr"_s, u"Refusée à cause de mon voile, c'est du racisme"_s);
        row(u"discrimination"_s, u"fr"_s, u"Votre pub est sexiste"_s);
        row(u"discrimination"_s, u"en"_s, u"They refused to serve us because I'm black"_s);
        row(u"discrimination"_s, u"en"_s, u"Homophobic slur from your driver"_s);
        row(u"harassment"_s, u"fr"_s, u"Harcelée par son chef pendant deux ans"_s);
        row(u"harassment"_s, u"fr"_s, u"Une agression sexuelle dans vos locaux"_s);
        row(u"harassment"_s, u"en"_s, u"Your manager harassed two of my colleagues"_s);
        row(u"harassment"_s, u"en"_s, u"The driver followed me home"_s);
        row(u"data-leak"_s, u"fr"_s, u"Mes données personnelles sont en vente, merci la fuite de données"_s);
        row(u"data-leak"_s, u"fr"_s, u"Mon compte piraté et personne ne répond"_s);
        row(u"data-leak"_s, u"en"_s, u"My account was hacked after your data breach"_s);
        row(u"data-leak"_s, u"en"_s, u"You store passwords in plain text?!"_s);
        row(u"boycott"_s, u"fr"_s, u"Je n'achète plus rien chez eux, boycottez"_s);
        row(u"boycott"_s, u"fr"_s, u"Plus jamais chez vous, je résilie"_s);
        row(u"boycott"_s, u"en"_s, u"Never flying with you again, you just lost a customer"_s);
        row(u"boycott"_s, u"en"_s, u"Stop buying their products"_s);
        row(u"press-interest"_s, u"fr"_s, u"Bonjour, je suis journaliste, pouvez-vous témoigner ?"_s);
        row(u"press-interest"_s, u"fr"_s, u"Appel à témoins pour notre enquête"_s);
        row(u"press-interest"_s, u"en"_s, u"Did you take this video? Can we use it on all platforms with credit?"_s);
        row(u"press-interest"_s, u"en"_s, u"Working on a story about this, DM me"_s);
        row(u"executive-named"_s, u"fr"_s, u"Votre PDG doit démissionner"_s);
        row(u"executive-named"_s, u"fr"_s, u"La directrice générale savait"_s);
        row(u"executive-named"_s, u"en"_s, u"Your CEO should resign"_s);
        row(u"executive-named"_s, u"en"_s, u"The board of directors knew"_s);
        row(u"self-harm-or-violence"_s, u"fr"_s, u"J'ai envie de mourir depuis que vous avez coupé mon compte"_s);
        row(u"self-harm-or-violence"_s, u"fr"_s, u"Je sais où vous habitez"_s);
        row(u"self-harm-or-violence"_s, u"en"_s, u"I want to kill myself over this debt"_s);
        row(u"self-harm-or-violence"_s, u"en"_s, u"Someone should burn your office down, I'll kill the lot"_s);
        row(u"call-to-action"_s, u"fr"_s, u"Signez la pétition et partagez"_s);
        row(u"call-to-action"_s, u"fr"_s, u"Rassemblement samedi, rendez-vous devant le siège"_s);
        row(u"call-to-action"_s, u"en"_s, u"Please RT and sign this"_s);
        row(u"call-to-action"_s, u"en"_s, u"Protest outside their office on Monday"_s);
        row(u"question-to-us"_s, u"fr"_s, u"Pouvez-vous me dire où en est mon colis ?"_s);
        row(u"question-to-us"_s, u"fr"_s, u"C'est prévu pour quand ?"_s);
        row(u"question-to-us"_s, u"en"_s, u"Where is my refund?"_s);
        row(u"question-to-us"_s, u"en"_s, u"Is anyone there?"_s);
    }
    void everyTopicIsFoundInBothLanguages()
    {
        QFETCH(QString, language);
        QFETCH(QString, text);
        QFETCH(QString, key);
        const QString folded = vigie::core::folded(text);
        QVERIFY(riskMask(m_rules->judge({text, folded}, language)).testFlag(riskFromKey(key).value()));
    }

    void aSayingIsNoRisk_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        const auto row = [](const QString &language, const QString &text) {
            QTest::addRow("%s", qPrintable(text)) << language << text;
        };
        row(u"fr"_s, u"je meurs de rire"_s);
        row(u"fr"_s, u"Mort de rire devant votre pub"_s);
        row(u"fr"_s, u"Une explosion de saveurs, un feu d'artifice"_s);
        row(u"fr"_s, u"La meilleure crème brûlée de Paris"_s);
        row(u"fr"_s, u"Le plus grand parc dans le monde, un bel article"_s);
        row(u"fr"_s, u"Allergique au travail ce matin"_s);
        row(u"fr"_s, u"C'est un truc de malade, un point mort c'est tout"_s);
        row(u"en"_s, u"What a killer deal, you killed it"_s);
        row(u"en"_s, u"I'm dead, this is so funny, dying laughing"_s);
        row(u"en"_s, u"My phone died, battery is dead"_s);
        row(u"en"_s, u"These bath bombs are to die for"_s);
        row(u"en"_s, u"The team is on fire tonight"_s);
        row(u"en"_s, u"Breaking Bad was a great documentary of an interview"_s);
        row(u"en"_s, u"A database of articles, join us for a rally"_s);
    }
    void aSayingIsNoRisk()
    {
        QFETCH(QString, language);
        QFETCH(QString, text);
        const QString folded = vigie::core::folded(text);
        QStringList found;
        for (const RiskHit &hit : m_rules->judge({text, folded}, language))
            found << riskKey(hit.risk) + u": "_s + hit.term;
        QCOMPARE(found, QStringList());
    }

    void aDangerBesideASayingIsStillOne()
    {
        const QString text = u"Mort de rire jusqu'à ce que la batterie ait pris feu : le chargeur a pris feu"_s;
        const QString folded = vigie::core::folded(text);
        QVERIFY(riskMask(m_rules->judge({text, folded}, u"fr"_s)).testFlag(Risk::PhysicalSafety));
    }

    void aTeamsOwnFileAddsAndTakesAway()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"risk.tsv"_s);
        const auto written = [&path](const QByteArray &bytes) {
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        const auto risksOf = [](const RiskRules &rules, const QString &text) {
            const QString folded = vigie::core::folded(text);
            return riskMask(rules.judge({text, folded}, u"fr"_s));
        };
        QCOMPARE(risksOf(*RiskRules::shippedWith(path), u"un accident"_s), Risks(Risk::PhysicalSafety)); // no file is no mistake
        QVERIFY(written("# ours\n[physical-safety]\nfr\t!accident*\n[executive-named]\n*\tJeanne Dupré\n[not-a-risk]\nfr\tboycott du sucre\n"));
        const auto rules = RiskRules::shippedWith(path);
        QVERIFY2(rules.has_value(), rules ? "" : qPrintable(rules.error().toString()));
        QCOMPARE(risksOf(*rules, u"un accident"_s), Risks());
        QCOMPARE(risksOf(*rules, u"Et Jeanne Dupre ?"_s), Risks(Risk::ExecutiveNamed));
        QCOMPARE(risksOf(*rules, u"le boycott du sucre"_s), Risks());
        QCOMPARE(risksOf(*rules, u"le boycott"_s), Risks(Risk::Boycott));
        QVERIFY(written("[physical-safety]\nfr\t!nimportequoi\n"));
        const auto wrong = RiskRules::shippedWith(path);
        QVERIFY(!wrong);
        QVERIFY2(wrong.error().toString().startsWith(path + u":2:"_s), qPrintable(wrong.error().toString()));
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
