// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"
#include "monitoring/desk.h"
#include "monitoring/queryagreement.h"
#include "monitoring/queryindex.h"
#include "monitoring/storedquery.h"
#include "store/query.h"
#include "store/rawstatement.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::monitoring;

class StoredQueryTest : public QObject
{
    Q_OBJECT

private slots:
    void theSearchFindsWhatTheStreamFinds()
    {
        for (const unsigned seed : {1U, 2U}) {
            const QueryAgreement agreement = queryAgreement(3'000, 100, seed);
            QVERIFY2(agreement.differences.isEmpty(), qPrintable(agreement.differences.join(u'\n')));
            QVERIFY(agreement.matches > 1000);
            QVERIFY(agreement.indexed > 20);
            QVERIFY(agreement.unfaithful > 20);
        }
    }

    /// The index must give every text that the query language finds, whatever character stands in it or beside it, unless
    /// isIndexedFaithfully() says that it may not: the promise on which all searches rest, tried with every character.
    void theIndexNeverMissesAFaithfulText()
    {
        Desk desk;
        const QList<std::pair<QString, QString>> frames{{u"panne"_s, QString()}, {QString(), u"panne"_s}, {u"pan"_s, u"ne"_s},
                                                        {u"une "_s, u" panne"_s}};
        auto filled = desk.database->submit(u"test"_s, [&frames](store::Transaction &transaction) -> Result<> {
            auto made = transaction.connection().execute(u"CREATE VIRTUAL TABLE temp.every USING fts5 (text, tokenize = "_s
                                                         + tokenizer() + u')');
            if (!made)
                return made;
            auto insert = store::RawStatement::prepare(transaction.connection(), "INSERT INTO temp.every (rowid, text) VALUES (?, ?)");
            if (!insert)
                return fail(insert.error());
            for (char32_t c = 0x20; c <= kLast; c = next(c)) {
                for (qsizetype frame = 0; frame < frames.size(); ++frame) {
                    insert->bind(1, qint64(c) * 4 + frame);
                    insert->bind(2, QStringView(frames[frame].first + QString::fromUcs4(&c, 1) + frames[frame].second));
                    if (auto step = insert->step(); !step)
                        return fail(step.error());
                }
            }
            return missed(transaction.connection(), frames);
        });
        filled.waitForFinished();
        QVERIFY2(filled.result().has_value(), filled.result() ? "" : qPrintable(filled.result().error().detail));
    }

    /// Among plain texts the index alone decides about a word, so there it must find exactly what the query finds: tried with
    /// every plain character, before, behind and within a word, against every word that such a character may give.
    void theIndexIsExactAboutWordsOfPlainTexts()
    {
        QStringList texts;
        for (char32_t c = 1; c <= kLast; c = next(c)) {
            const QString character = QString::fromUcs4(&c, 1);
            for (const QString &text : {character + u"xx"_s, u"xx"_s + character, u"x"_s + character + u'x'}) {
                if (isPlainUtf8(text.toUtf8()))
                    texts << text;
            }
        }
        QVERIFY(texts.size() >= 3 * 0x13f);
        QStringList words{u"x"_s, u"xx"_s};
        for (const QString &middle : QString(u"a b c d e f g h i j k l m n o p q r s t u v w x y z 0 1 2 3 4 5 6 7 8 9 _ oe ae ss th ij"_s).split(u' '))
            words << u'x' + middle + u'x' << middle + u"xx"_s << u"xx"_s + middle;

        Desk desk;
        auto compared = desk.database->submit(u"test"_s, [&](store::Transaction &transaction) -> Result<> {
            auto made = transaction.connection().execute(u"CREATE VIRTUAL TABLE temp.plain USING fts5 (text, tokenize = "_s
                                                         + tokenizer() + u')');
            if (!made)
                return made;
            for (qsizetype i = 0; i < texts.size(); ++i) {
                auto insert = store::execute(transaction, u"INSERT INTO temp.plain (rowid, text) VALUES (?, ?)"_s, {i, texts[i]});
                if (!insert)
                    return fail(insert.error());
            }
            for (const QString &word : words) {
                if (auto same = findTheSame(transaction.connection(), word, texts); !same)
                    return same;
            }
            return {};
        });
        compared.waitForFinished();
        QVERIFY2(compared.result().has_value(), compared.result() ? "" : qPrintable(compared.result().error().detail));
    }

    void onlyASingleWholeWordIsLeftToTheIndex_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<bool>("isWord");
        QTest::newRow("word") << u"Réseau"_s << true;
        QTest::newRow("spellings") << u"soeur"_s << true;
        QTest::newRow("beginning") << u"pann*"_s << false;
        QTest::newRow("phrase") << u"\"une panne\""_s << false;
        QTest::newRow("two words") << u"une panne"_s << false;
        QTest::newRow("not") << u"-panne"_s << false;
        QTest::newRow("mark before") << u"#panne"_s << false;
        QTest::newRow("another script") << u"авария"_s << false;
        QTest::newRow("too many spellings") << u"oiseldolido"_s.repeated(3) << false;
    }
    void onlyASingleWholeWordIsLeftToTheIndex()
    {
        QFETCH(QString, query);
        QFETCH(bool, isWord);
        QCOMPARE(isIndexedWord(*WatchQuery::parse(query)), isWord);
    }

    void aQueryIsNarrowedByItsWords_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("expression");
        QTest::newRow("word") << u"panne"_s << u"\"panne\""_s;
        QTest::newRow("accents") << u"Réseau"_s << u"\"reseau\""_s;
        QTest::newRow("beginning") << u"pann*"_s << u"\"pann\"*"_s;
        QTest::newRow("phrase") << u"\"une panne\""_s << u"\"une panne\""_s;
        QTest::newRow("and") << u"panne (une OR pannes)"_s << u"(\"panne\" AND (\"une\" OR \"pannes\"))"_s;
        QTest::newRow("not is no help") << u"panne -une"_s << u"\"panne\""_s;
        QTest::newRow("near") << u"panne NEAR/3 une"_s << u"(\"panne\" AND \"une\")"_s;
        QTest::newRow("a field or a word") << u"panne OR lang:fr"_s << QString();
        QTest::newRow("an emoji") << u"🔥"_s << QString();
        QTest::newRow("another script") << u"авария"_s << QString();
        QTest::newRow("spellings") << u"soeur"_s << u"(\"sœur\" OR \"søeur\" OR \"soeur\")"_s;
    }
    void aQueryIsNarrowedByItsWords()
    {
        QFETCH(QString, query);
        QFETCH(QString, expression);
        const StoredQuery stored(*WatchQuery::parse(query), {});
        QCOMPARE(stored.indexExpression(), expression);
    }

    void anyQueryGivesAnExpressionThatTheIndexUnderstands()
    {
        Desk desk;
        QStringList queries{u"a"_s, u"("_s.repeated(38) + u"a b OR c"_s + u")"_s.repeated(38), u"a OR "_s.repeated(499) + u"b"_s,
                            u"oiseldolido"_s.repeated(30), u"\"ollido ollido ollido ollido\""_s, u"ollido* ssoeaeil*"_s};
        QString nested = u"a"_s;
        for (int i = 0; i < 36; ++i)
            nested = i % 2 == 0 ? u"(b AND "_s + nested + u')' : u"(c OR "_s + nested + u')';
        queries << nested;
        for (const QString &query : queries) {
            const auto parsed = WatchQuery::parse(query);
            QVERIFY2(parsed.has_value(), parsed ? "" : qPrintable(parsed.error().toString()));
            const auto found = StoredQuery(*parsed, {}).ids(desk.reader(), {}, {}, {}, {}, 10);
            QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().toString()));
        }
    }

    void anEmojiRightBehindAWordDoesNotHideIt()
    {
        Desk desk;
        Intake intake(*desk.database, Desk::judge());
        IntakeBatch batch;
        batch.posts = {post("1", u"encore une panne🤔"_s), post("2", u"🥰panne"_s), post("3", u"la 𝗯elle panne𝗯"_s)};
        QVERIFY(waitFor(intake.accept(batch)).has_value());
        QCOMPARE(MentionRepository::search(desk.reader(), {}, u"panne"_s)->size(), 3U);
        QCOMPARE(desk.number(u"SELECT count(*) FROM mentions WHERE is_irregular = 1"_s), 1);
        QVERIFY(desk.indexIsSound());
    }

    void anEditedTextIsFoundByWhatItSaysNow()
    {
        Desk desk;
        Intake intake(*desk.database, Desk::judge());
        IntakeBatch batch;
        batch.posts = {post("1", u"avant𝗯"_s)};
        QVERIFY(waitFor(intake.accept(batch)).has_value());
        batch.posts = {post("1", u"apres"_s)};
        QVERIFY(waitFor(intake.accept(batch)).has_value());
        QCOMPARE(MentionRepository::search(desk.reader(), {}, u"avant"_s)->size(), 0U);
        QCOMPARE(MentionRepository::search(desk.reader(), {}, u"apres"_s)->size(), 1U);
        QCOMPARE(desk.number(u"SELECT count(*) FROM mentions WHERE is_irregular = 1"_s), 0);
    }

private:
    static constexpr char32_t kLast = 0x1ffff;

    static char32_t next(char32_t c) { return c == 0xd7ff ? 0xe000 : c + 1; }

    /// As the migration gives it to the real index.
    static QString tokenizer()
    {
        QFile file(QStringLiteral(VIGIE_SOURCE_DIR "/resources/sql/sqlite/0030_search.sql"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no migration");
        const QString sql = QString::fromUtf8(file.readAll());
        const qsizetype start = sql.indexOf(u"tokenize = "_s) + 11;
        return sql.mid(start, sql.indexOf(u");"_s, start) - start);
    }

    static Result<> findTheSame(const store::Connection &connection, const QString &word, const QStringList &texts)
    {
        const WatchQuery query = *WatchQuery::parse(word);
        if (!isIndexedWord(query))
            return fail(ErrorKind::Internal, word + u" is no word of the index"_s);
        const WatchSet set({{core::WatchId{1}, query}});
        const auto found = store::readAll(connection, u"SELECT rowid FROM temp.plain WHERE plain MATCH ?"_s, {indexExpression(query)},
                                          [](const store::Row &row) { return row.integer(0); });
        if (!found)
            return fail(found.error());
        const QSet<qint64> hits(found->begin(), found->end());
        for (qsizetype i = 0; i < texts.size(); ++i) {
            const QString folded = core::folded(texts[i]);
            if (hits.contains(i) == set.match({.text = {texts[i], folded}}).empty())
                return fail(ErrorKind::Internal, u"\"%1\" (%2) is found by one side alone: %3"_s.arg(texts[i], QString::fromLatin1(texts[i].toUtf8().toHex()), word));
        }
        return {};
    }

    static Result<> missed(const store::Connection &connection, const QList<std::pair<QString, QString>> &frames)
    {
        int tried = 0;
        auto find = store::RawStatement::prepare(connection, "SELECT 1 FROM temp.every WHERE every MATCH ? AND rowid = ?");
        if (!find)
            return fail(find.error());
        const WatchQuery panne = *WatchQuery::parse(u"panne");
        const WatchSet pannes({{core::WatchId{1}, panne}});
        const QString panneExpression = StoredQuery(panne, {}).indexExpression();
        // A character alone between two words is no word, so they still follow each other.
        const WatchQuery phrase = *WatchQuery::parse(u"\"une panne\"");
        const WatchSet phrases({{core::WatchId{1}, phrase}});
        const QString phraseExpression = StoredQuery(phrase, {}).indexExpression();
        for (char32_t c = 0x20; c <= kLast; c = next(c)) {
            for (qsizetype frame = 0; frame < frames.size(); ++frame) {
                const QString text = frames[frame].first + QString::fromUcs4(&c, 1) + frames[frame].second;
                const QString folded = core::folded(text);
                const bool isPlain = std::all_of(folded.begin(), folded.end(), [](QChar f) { return f.unicode() < 0x80; });
                // Either the word is found beside the character, or the character is a letter of a word of its own.
                QString expression;
                if (!phrases.match({.text = {text, folded}}).empty())
                    expression = phraseExpression;
                else if (!pannes.match({.text = {text, folded}}).empty())
                    expression = panneExpression;
                else if (const auto own = WatchQuery::parse(u'"' + folded + u'"'); isPlain && own && c > 0x7f)
                    expression = StoredQuery(*own, {}).indexExpression();
                if (expression.isEmpty() || !isIndexedFaithfully(text))
                    continue;
                ++tried;
                find->bind(1, QStringView(expression));
                find->bind(2, qint64(c) * 4 + frame);
                const auto step = find->step();
                if (!step)
                    return fail(step.error());
                if (*step == store::RawStatement::Step::Done)
                    return fail(ErrorKind::Internal, u"U+%1 in \"%2\" is missed by %3"_s.arg(QString::number(uint(c), 16), text, expression));
                find->reset();
            }
        }
        if (tried < 5'000)
            return fail(ErrorKind::Internal, u"only %1 texts were tried"_s.arg(tried));
        return {};
    }
};

QTEST_GUILESS_MAIN(StoredQueryTest)
#include "tst_storedquery.moc"
