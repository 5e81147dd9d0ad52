// SPDX-License-Identifier: GPL-3.0-or-later
#include "postmortem/printedplan.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using namespace vigie::postmortem;
using core::Language;

namespace
{

const core::Instant kNow = core::instantFromMillis(1'772'359'200'000); // 1 March 2026

PlanToPrint smallPlan()
{
    PlanToPrint print{.brand = u"Ondine"_s, .printedAt = kNow};
    print.plan.title = {.en = u"Product safety"_s, .fr = u"Sécurité d’un produit"_s};
    print.plan.roles = {{.key = u"lead"_s, .title = {u"Crisis lead"_s, u"Pilote de crise"_s}},
                        {.key = u"legal"_s, .title = {u"Legal"_s, u"Conseil juridique"_s}}};
    print.plan.steps = {{.key = u"log"_s, .title = {u"Open the log"_s, u"Ouvrir la main courante"_s}, .role = u"lead"_s, .offset = 15min}};
    print.people = {{.id = {1}, .name = u"Inès Marchand"_s, .phone = u"+33 1 00 00 00 00"_s, .deputyId = {2}, .roles = {u"lead"_s}},
                    {.id = {2}, .name = u"Paul Roy"_s, .phone = u"+33 1 00 00 00 01"_s}};
    const auto variant = [](Language language, const QString &text, playbook::ApprovalState state) {
        return playbook::MessageVariant{.language = language, .text = text, .state = state, .expiresAt = kNow + 24h};
    };
    print.messages = {{.title = {u"Holding"_s, u"Message d’attente"_s},
                       .variants = {variant(Language::French, u"Nous vérifions."_s, playbook::ApprovalState::Approved),
                                    variant(Language::English, u"We are checking."_s, playbook::ApprovalState::Approved)}},
                      {.title = {u"Recall"_s, u"Rappel"_s},
                       .variants = {variant(Language::French, u"Nous rappelons le lot."_s, playbook::ApprovalState::Pending)}}};
    return print;
}

/// Every word of a section, in order.
QString wordsOf(const ReportDocument &document, const QString &key)
{
    const Section *section = document.section(key);
    if (!section)
        return {};
    QStringList words;
    for (const Block &block : section->blocks) {
        if (const auto *paragraph = std::get_if<ParagraphBlock>(&block))
            words << paragraph->heading << paragraph->text;
        else if (const auto *list = std::get_if<ListBlock>(&block))
            words << list->heading << list->items;
        else if (const auto *table = std::get_if<TableBlock>(&block))
            for (const QStringList &row : table->rows)
                words << row;
    }
    return words.join(u'|');
}

} // namespace

class PrintedPlanTest : public QObject
{
    Q_OBJECT

private slots:
    void aRoleNamesWhoHasItAndTheDeputy();
    void aRoleWithoutAPersonLeavesALineToWriteOn();
    void stepsSayWhenAndWho();
    void onlyTextsThatMayBeUsedArePrinted();
    void anExpiredTextIsNotPrinted();
};

void PrintedPlanTest::aRoleNamesWhoHasItAndTheDeputy()
{
    const QString roles = wordsOf(composePlan(smallPlan(), Language::French, QTimeZone::utc()), u"roles"_s);
    QVERIFY2(roles.contains(u"Pilote de crise|Inès Marchand, +33 1 00 00 00 00\nsuppléance : Paul Roy, +33 1 00 00 00 01"_s),
             qPrintable(roles));
}

void PrintedPlanTest::aRoleWithoutAPersonLeavesALineToWriteOn()
{
    const QString roles = wordsOf(composePlan(smallPlan(), Language::English, QTimeZone::utc()), u"roles"_s);
    QVERIFY2(roles.contains(u"Legal|…"_s), qPrintable(roles));
}

void PrintedPlanTest::stepsSayWhenAndWho()
{
    const ReportDocument document = composePlan(smallPlan(), Language::French, QTimeZone::utc());
    QCOMPARE(document.title, u"Sécurité d’un produit"_s);
    QVERIFY(wordsOf(document, u"steps"_s).startsWith(u"T+15\u00a0min|Pilote de crise|Ouvrir la main courante"_s));
}

void PrintedPlanTest::onlyTextsThatMayBeUsedArePrinted()
{
    const QString messages = wordsOf(composePlan(smallPlan(), Language::French, QTimeZone::utc()), u"messages"_s);
    QVERIFY2(messages.startsWith(u"Message d’attente|Nous vérifions.|"_s), qPrintable(messages));
    QVERIFY(messages.endsWith(u"Rappel"_s));
    QVERIFY(!messages.contains(u"Nous rappelons le lot."_s));
    QVERIFY(!messages.contains(u"We are checking."_s));
}

void PrintedPlanTest::anExpiredTextIsNotPrinted()
{
    PlanToPrint print = smallPlan();
    print.printedAt = kNow + 48h;
    const QString messages = wordsOf(composePlan(print, Language::English, QTimeZone::utc()), u"messages"_s);
    QVERIFY(!messages.contains(u"We are checking."_s));
    QVERIFY(messages.contains(u"Holding"_s));
}

QTEST_GUILESS_MAIN(PrintedPlanTest)
#include "tst_printedplan.moc"
