// SPDX-License-Identifier: GPL-3.0-or-later
// The query language: what is written in tests/fixtures/queries, one case a line, and what no table can say.
#include "core/text.h"
#include "house/lineartime.h"
#include "monitoring/watchqueryhelp.h"
#include "monitoring/watchset.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::monitoring;

namespace
{

/// The lines of a table, each divided at its tabs.
QList<QStringList> table(const QString &name)
{
    QFile file(QStringLiteral(VIGIE_FIXTURES "/queries/") + name);
    QList<QStringList> rows;
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    while (!file.atEnd()) {
        QString line = QString::fromUtf8(file.readLine());
        line.chop(1);
        if (!line.startsWith(u"# "))
            rows << line.split(u'\t');
    }
    return rows;
}

/// A post as the tables write it: "{lang=fr followers=12} text".
struct TablePost {
    QString text = {};
    QString folded = {};
    QHash<QString, QString> fields = {};

    explicit TablePost(QString written)
    {
        if (written.startsWith(u'{')) {
            const qsizetype end = written.indexOf(u'}');
            for (const QString &field : written.mid(1, end - 1).split(u' ', Qt::SkipEmptyParts))
                fields.insert(field.section(u'=', 0, 0), field.section(u'=', 1).replace(u'_', u' '));
            written = written.mid(end + 1).trimmed();
        }
        text = written.replace(u"\\n"_s, u"\n"_s);
        folded = core::folded(text);
    }

    [[nodiscard]] bool isFoundBy(const WatchSet &set) const
    {
        const QString language = fields.value(u"lang"_s);
        const QString network = fields.value(u"network"_s);
        const QString author = fields.value(u"author"_s);
        analysis::Risks risks;
        for (const QString &key : fields.value(u"risks"_s).split(u',', Qt::SkipEmptyParts))
            risks |= analysis::riskFromKey(key).value();
        const QString posted = fields.value(u"posted"_s, u"2026-03-01T12:00:00Z"_s);
        return !set.match({.text = {text, folded},
                           .language = language,
                           .network = network,
                           .author = author,
                           .followers = fields.value(u"followers"_s, u"-1"_s).toLongLong(),
                           .negativity = fields.value(u"negativity"_s, u"0.5"_s).toDouble(),
                           .tonality = analysis::tonalityFromKey(fields.value(u"tonality"_s)).value_or(analysis::Tonality::Undetermined),
                           .risks = risks,
                           .isReply = fields.contains(u"reply"_s),
                           .isRepost = fields.contains(u"repost"_s),
                           .postedAt = core::instantFrom(QDateTime::fromString(posted, Qt::ISODate)),
                           .now = core::instantFrom(QDateTime::fromString(u"2026-03-01T12:00:00Z"_s, Qt::ISODate))})
                    .empty();
    }
};

} // namespace

class WatchQueryTest : public QObject
{
    Q_OBJECT

private slots:
    void theTablesHoldTwoHundredCases()
    {
        qsizetype cases = table(u"errors.tsv"_s).size();
        for (const QString &name : {u"words.tsv"_s, u"operators.tsv"_s, u"near.tsv"_s, u"fields.tsv"_s})
            cases += table(name).size();
        QVERIFY2(cases >= 200, qPrintable(QString::number(cases)));
    }

    void aQueryHasTheTreeAndTheMatchesOfTheTable_data()
    {
        QTest::addColumn<QStringList>("row");
        for (const QString &name : {u"words.tsv"_s, u"operators.tsv"_s, u"near.tsv"_s, u"fields.tsv"_s}) {
            int line = 0;
            for (const QStringList &row : table(name))
                QTest::addRow("%s case %d: %s", qPrintable(name), ++line, qPrintable(row.first())) << row;
        }
    }
    void aQueryHasTheTreeAndTheMatchesOfTheTable()
    {
        QFETCH(QStringList, row);
        const auto query = WatchQuery::parse(row.at(0));
        QVERIFY2(query.has_value(), query ? "" : qPrintable(query.error().toString()));
        QCOMPARE(query->canonical(), row.at(1));
        const auto again = WatchQuery::parse(query->canonical());
        QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().toString()));
        QCOMPARE(again->canonical(), query->canonical());
        const WatchSet set({{core::WatchId{7}, *query}});
        const WatchSet second({{core::WatchId{7}, *again}});
        for (const QString &written : row.mid(2)) {
            QVERIFY(written.startsWith(u'+') || written.startsWith(u'-'));
            const TablePost post(written.mid(1));
            QVERIFY2(post.isFoundBy(set) == written.startsWith(u'+'), qPrintable(written));
            QVERIFY2(post.isFoundBy(second) == written.startsWith(u'+'), qPrintable(written));
        }
    }

    void anErrorSaysWhereAndWhatWasExpected_data()
    {
        QTest::addColumn<QStringList>("row");
        int line = 0;
        for (const QStringList &row : table(u"errors.tsv"_s))
            QTest::addRow("case %d: %s", ++line, qPrintable(row.first())) << row;
    }
    void anErrorSaysWhereAndWhatWasExpected()
    {
        QFETCH(QStringList, row);
        QCOMPARE(row.size(), 4);
        const auto parsed = WatchQuery::parse(row.at(0));
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, ErrorKind::Parse);
        QCOMPARE(parsed.error().place.column, row.at(1).toInt() + 1);
        const auto problem = WatchQuery::problemIn(row.at(0));
        QVERIFY(problem.has_value());
        QCOMPARE(int(problem->start), row.at(1).toInt());
        QCOMPARE(int(problem->length), row.at(2).toInt());
        const core::Phrasebook english(core::Language::English);
        const QString message = problem->message(english);
        QVERIFY2(message.contains(row.at(3)) && !message.contains(u'%'), qPrintable(message));
        QCOMPARE(message, parsed.error().detail);
        const core::Phrasebook french(core::Language::French);
        QVERIFY2(problem->message(french) != message, qPrintable(message));
    }

    void deepNestingAndLengthAreRefusedAndNotFollowed()
    {
        QVERIFY(!WatchQuery::parse(QString(2000, u'(') + u'a' + QString(1999, u')')));
        QVERIFY(!WatchQuery::parse(QString(3000, u'-') + u'a'));
        QVERIFY(!WatchQuery::parse(QString(WatchQuery::kMaxLength + 1, u'a')));
        QVERIFY(!WatchQuery::parse(u"a "_s.repeated(WatchQuery::kMaxTerms + 1)));
        QVERIFY(WatchQuery::parse(u"a "_s.repeated(WatchQuery::kMaxTerms)));
    }

    void theTreeIsToldToMachines()
    {
        const QJsonObject tree = WatchQuery::parse(u"(pann* NEAR/3 métro) followers>=10k"_s)->toJson();
        QCOMPARE(tree.value(u"kind"_s).toString(), u"and"_s);
        const QJsonObject near = tree.value(u"children"_s).toArray().at(0).toObject();
        QCOMPARE(near.value(u"kind"_s).toString(), u"near"_s);
        QCOMPARE(near.value(u"distance"_s).toInt(), 3);
        QCOMPARE(near.value(u"children"_s).toArray().at(0).toObject().value(u"prefix"_s).toBool(), true);
        const QJsonObject followers = tree.value(u"children"_s).toArray().at(1).toObject();
        QCOMPARE(followers.value(u"comparison"_s).toString(), u">="_s);
        QCOMPARE(followers.value(u"number"_s).toInt(), 10'000);
    }

    void aHalfTypedSearchFindsItsWords()
    {
        QCOMPARE(WatchQuery::typed(u"panne OR"_s)->canonical(), u"\"panne\""_s);
        QCOMPARE(WatchQuery::typed(u"\"service cli"_s)->canonical(), u"(\"service\" AND \"cli\")"_s);
        QCOMPARE(WatchQuery::typed(u"(panne lang:"_s)->canonical(), u"(\"panne\" AND \"lang\")"_s);
        QVERIFY(!WatchQuery::typed(u" ( -- \" "_s));
        QVERIFY(!WatchQuery::typed(u""_s));
        QVERIFY(!WatchQuery::typed(u"--"_s));
    }

    /// What the parser itself names as known must be explained, so that a new field cannot be forgotten here.
    void theHelpNamesEveryFieldAndOperatorInBothLanguages()
    {
        const core::Phrasebook english(core::Language::English);
        const QString known = WatchQuery::problemIn(u"colour:red"_s)->message(english);
        QStringList wanted{u"AND"_s, u"OR"_s, u"NOT"_s, u"NEAR/5"_s, u"*"_s, u"("_s, u"self-harm-or-violence"_s};
        for (const QString &word : known.split(u' ')) {
            if (word.endsWith(u':') || word.endsWith(u'>'))
                wanted << word;
        }
        QVERIFY2(wanted.contains(u"negativity>"_s) && wanted.size() > 16, qPrintable(known));
        QStringList texts;
        for (const core::Language language : {core::Language::English, core::Language::French}) {
            QString text;
            const auto sections = queryHelp(core::Phrasebook(language));
            for (const QueryHelpSection &section : sections) {
                if (&section == &sections.back())
                    break; // of mistakes
                for (const QueryHelpLine &line : section.lines)
                    text += line.form + u'\t' + line.meaning + u'\n';
            }
            for (const QString &form : std::as_const(wanted))
                QVERIFY2(text.contains(form), qPrintable(form));
            texts << text;
        }
        QVERIFY(texts.first() != texts.last());
    }

    void whateverTheHelpShowsIsUnderstoodButTheMistakes()
    {
        for (const core::Language language : {core::Language::English, core::Language::French}) {
            const auto sections = queryHelp(core::Phrasebook(language));
            const QString own = language == core::Language::French ? u"biberon"_s : u"bottle"_s;
            QVERIFY(sections.at(3).lines.front().form.contains(own)); // one's own examples come first
            for (const QueryHelpSection &section : sections) {
                const bool isMistake = &section == &sections.back();
                QVERIFY(!section.title.isEmpty() && !section.lines.empty());
                for (const QueryHelpLine &line : section.lines) {
                    for (const QString &form : line.form.split(QRegularExpression(u", |  "_s)))
                        QVERIFY2(WatchQuery::parse(form).has_value() != isMistake, qPrintable(form));
                }
            }
            QVERIFY(sections.back().lines.size() == 3);
        }
    }

    void manyWatchesAreAskedAtOnce()
    {
        std::vector<std::pair<core::WatchId, WatchQuery>> watches;
        for (int i = 1; i <= 300; ++i)
            watches.emplace_back(core::WatchId{i}, *WatchQuery::parse(u"mot%1 OR (commun autre%1)"_s.arg(i)));
        watches.emplace_back(core::WatchId{301}, *WatchQuery::parse(u"-absent"_s));
        watches.emplace_back(core::WatchId{302}, *WatchQuery::parse(u"(commun OR *) NOT mot7"_s));
        const WatchSet set(std::move(watches));
        const QString text = u"mot7 commun autre9 autre mot299"_s;
        QCOMPARE(set.match({.text = {text, text}}), (std::vector<core::WatchId>{{7}, {9}, {299}, {301}}));
        const QString other = u"rien"_s;
        QCOMPARE(set.match({.text = {other, other}}), (std::vector<core::WatchId>{{301}, {302}}));
    }

    /// A thousand letters of a script without blanks once made a beginning* walk through them all for each.
    void hugeAndHostileTextsAreMatchedInLinearTime_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("one word of a megabyte") << QString(1'000'000, u'a');
        QTest::newRow("a script without blanks") << QString(1'000'000, u'日');
        QTest::newRow("the same word over and over") << u"a "_s.repeated(500'000);
        QTest::newRow("marks upon marks") << u"a\u0337\u0301"_s.repeated(300'000);
        QTest::newRow("half characters") << QString(1'000'000, QChar(0xd83d));
        QTest::newRow("control characters") << QString(1'000'000, QChar(0));
    }
    void hugeAndHostileTextsAreMatchedInLinearTime()
    {
        QFETCH(QString, text);
        std::vector<std::pair<core::WatchId, WatchQuery>> watches;
        const QStringList queries{u"a*"_s, u"日*"_s, u"a NEAR/1 b"_s, u"a* NEAR/100 b"_s, u"日 NEAR/5 本"_s, u"(a OR a*) NEAR/3 (a OR b)"_s,
                                  u"*"_s, u"has:link"_s, u"-a"_s, u"\"a a a\""_s};
        for (int i = 0; i < 200; ++i)
            watches.emplace_back(core::WatchId{i + 1}, *WatchQuery::parse(queries[i % queries.size()]));
        const WatchSet set(std::move(watches));
        const auto matched = [&set](const QString &part, const QString &folded) { (void)set.match({.text = {part, folded}}); };
        const QString folded = core::folded(text);
        const QString part = text.left(text.size() / 16);
        const QString foldedPart = core::folded(part);
        const double ratio
            = tests::growth([&] { matched(part, foldedPart); }, [&] { matched(text, folded); }, tests::kLinearTwice);
        QVERIFY2(ratio <= tests::kLinearTwice, qPrintable(QString::number(ratio)));
    }

    void tenThousandWatchesAreBounded()
    {
        std::vector<std::pair<core::WatchId, WatchQuery>> watches;
        for (int i = 1; i <= 10'000; ++i) {
            const QString query = i % 10 == 0 ? u"*"_s : u"marque%1 (panne%2 OR \"service %1\") -jeu%2"_s.arg(i).arg(i % 97);
            watches.emplace_back(core::WatchId{i}, *WatchQuery::parse(query));
        }
        const WatchSet set(std::move(watches));
        QVERIFY2(set.memoryUsed() < 100'000'000, qPrintable(QString::number(set.memoryUsed())));
        const QString text = u"encore marque123 avec panne26"_s;
        const auto found = set.match({.text = {text, text}});
        QCOMPARE(found.size(), 1001U);
        QCOMPARE(found.at(12), core::WatchId{123});
    }
};

QTEST_GUILESS_MAIN(WatchQueryTest)
#include "tst_watchquery.moc"
