// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/replytone.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace vigie::analysis;
using vigie::core::Language;

class ReplyToneTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto shipped = ReplyToneChecker::shipped();
        QVERIFY2(shipped, qPrintable(shipped ? QString() : shipped.error().toString()));
        m_checker.emplace(std::move(*shipped));
    }

    void aReplyIsChecked_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("rules");
        const auto fr = [](const char *name, const QString &text, const QStringList &rules) {
            QTest::newRow(name) << Language::French << text << rules;
        };
        const auto en = [](const char *name, const QString &text, const QStringList &rules) {
            QTest::newRow(name) << Language::English << text << rules;
        };
        fr("good",
           u"Bonjour Léa, merci de nous avoir signalé cet incident. Nous sommes désolés. Nos équipes vérifient, nous "
           u"reviendrons "
           u"vers vous avant 18 h."_s,
           {});
        fr("you should have", u"Merci de votre message. Vous auriez dû lire la notice avant."_s, {u"defensive"_s});
        fr("as told", u"Désolés, mais comme indiqué dans nos conditions générales, ce n'est pas notre faute."_s,
           {u"defensive"_s, u"defensive"_s, u"defensive"_s});
        fr("blame", u"Nous comprenons, mais c'est une erreur de votre part."_s, {u"blame"_s});
        fr("promise", u"Toutes nos excuses. Nous vous garantissons que tout sera réglé."_s, {u"absolute-promise"_s});
        fr("a promise to do one's best is fine",
           u"Toutes nos excuses, nous travaillons pour que cela ne se reproduise plus."_s, {});
        fr("one's own misunderstanding is fine", u"Toutes nos excuses, nous avons mal compris votre demande."_s, {});
        fr("guess", u"Nous sommes désolés. Il semblerait que le serveur soit tombé."_s, {u"speculation"_s});
        fr("cold", u"Le service est rétabli depuis ce matin dans toutes les régions."_s, {u"no-acknowledgement"_s});
        fr("english", u"We are very sorry about this and we are looking into it with the team."_s,
           {u"wrong-language"_s});
        fr("phone", u"Merci, nous vous appelons au 06 12 34 56 78 demain matin."_s, {u"personal-data"_s});
        fr("just begun", u"Bonjour {{prenom}},"_s, {});
        fr("empty", QString(), {});
        en("good",
           u"Hi Lea, thank you for letting us know. We're sorry about this. We are looking into it and will update you by 6 pm."_s,
           {});
        en("you should have", u"Thanks for your message. You should have read the manual first."_s, {u"defensive"_s});
        en("as told", u"We are sorry, but as we already said this is beyond our control."_s,
           {u"defensive"_s, u"defensive"_s});
        en("no apology", u"We're sorry if you were upset by this delay of the train."_s, {u"defensive"_s});
        en("blame", u"We understand, but our supplier is to blame."_s, {u"blame"_s});
        en("promise", u"We apologise. This will never happen again."_s, {u"absolute-promise"_s});
        en("guess", u"Thank you for the report. It is probably a problem of the network."_s, {u"speculation"_s});
        en("cold", u"The service has been restored in all of the regions since this morning."_s,
           {u"no-acknowledgement"_s});
        en("french", u"Nous sommes vraiment désolés pour ce retard et nous cherchons une solution pour vous."_s,
           {u"wrong-language"_s});
        en("mail", u"Thanks, we have written to lea.martin@example.org about this."_s, {u"personal-data"_s});
    }
    void aReplyIsChecked()
    {
        QFETCH(Language, language);
        QFETCH(QString, text);
        QFETCH(QStringList, rules);
        const ReplyToneReport report = m_checker->check({text, language, ReplyAudience::Public, {}});
        QStringList told;
        const vigie::core::Phrasebook phrases(Language::English);
        for (const ToneFinding &finding : report.findings) {
            told.append(finding.rule);
            QVERIFY(!finding.text(phrases).isEmpty());
        }
        QVERIFY2(told == rules, qPrintable(told.join(u' ')));
    }

    void thePartsOfAReplyAreMarked_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("parts");
        QTest::newRow("french") << Language::French
                                << u"Nous avons bien reçu votre message et comprenons votre inquiétude. Merci. Toutes "
                                   u"nos excuses, nous regrettons. En raison "
                                   u"d'une panne, nous n'avons pas été à la hauteur. Nos équipes sont mobilisées, vous "
                                   u"serez remboursée, et nous en tirons les "
                                   u"leçons pour que cela ne se reproduise plus. Prochain point à 18 h sur "
                                   u"https://acme.example. Un conseiller vous attend en "
                                   u"message privé."_s
                                << QStringList{u"acknowledgement"_s,
                                               u"empathy"_s,
                                               u"thanks"_s,
                                               u"apology"_s,
                                               u"regret"_s,
                                               u"explanation"_s,
                                               u"responsibility"_s,
                                               u"repentance"_s,
                                               u"repair"_s,
                                               u"action"_s,
                                               u"next-step"_s,
                                               u"private"_s,
                                               u"link"_s,
                                               u"human-contact"_s};
        QTest::newRow("english") << Language::English
                                 << u"We hear you and understand your frustration. Thank you. We apologise, and we "
                                    u"regret this. Because of a failure we let you "
                                    u"down. We are working on it, you will be refunded, and we will learn from this. "
                                    u"Next update at 6 pm on https://acme.example. "
                                    u"Send us a DM, one of our people will answer."_s
                                 << QStringList{u"acknowledgement"_s,
                                                u"empathy"_s,
                                                u"thanks"_s,
                                                u"apology"_s,
                                                u"regret"_s,
                                                u"explanation"_s,
                                                u"responsibility"_s,
                                                u"repentance"_s,
                                                u"repair"_s,
                                                u"action"_s,
                                                u"next-step"_s,
                                                u"private"_s,
                                                u"link"_s,
                                                u"human-contact"_s};
        QTest::newRow("nothing") << Language::English << u"The shop is closed."_s << QStringList{};
    }
    void thePartsOfAReplyAreMarked()
    {
        QFETCH(Language, language);
        QFETCH(QString, text);
        QFETCH(QStringList, parts);
        const ReplyToneReport report = m_checker->check({text, language, ReplyAudience::Public, {}});
        QStringList told;
        for (int part = 0; part <= int(ReplyPart::HumanContact); ++part) {
            if (report.has(ReplyPart(part)))
                told.append(replyPartKey(ReplyPart(part)));
        }
        QVERIFY2(told == parts, qPrintable(told.join(u' ')));
    }

    void placesCountInCodePoints()
    {
        const QString text = u"😀😀 Vous auriez dû, merci"_s;
        const ReplyToneReport report = m_checker->check({text, Language::French, ReplyAudience::Public, {}});
        QCOMPARE(report.findings.size(), 1U);
        QCOMPARE(report.findings.front().start, 3);
        QCOMPARE(report.findings.front().end, 17);
        QCOMPARE(report.findings.front().found, u"Vous auriez dû"_s);
    }

    void personalDataIsAnErrorInPublicAndNoneInPrivate()
    {
        const QString text = u"Thanks, your order number is ABX99812 and we call +44 20 7946 0958."_s;
        QVERIFY(m_checker->check({text, Language::English, ReplyAudience::Public, {}}).hasErrors());
        QVERIFY(m_checker->check({text, Language::English, ReplyAudience::Private, {}}).findings.empty());
        const QStringList own{u"+442079460958"_s};
        const auto report = m_checker->check({text, Language::English, ReplyAudience::Public, own});
        QCOMPARE(std::count_if(report.findings.begin(), report.findings.end(),
                               [](const ToneFinding &f) { return f.rule == u"personal-data"; }),
                 1);
    }

    void aBadLineIsAnErrorWithItsPlace()
    {
        const auto unknown = ReplyToneChecker::fromBytes("[finding defensive]\nx\n[finding nothing]\ny\n", "");
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().place, (vigie::Place{u"reply_fr.tsv"_s, 4, 0}));
        QVERIFY(!ReplyToneChecker::fromBytes("", "[part apology]\nsorry\t2\n"));
    }

private:
    std::optional<ReplyToneChecker> m_checker;
};

QTEST_APPLESS_MAIN(ReplyToneTest)
#include "tst_replytone.moc"
