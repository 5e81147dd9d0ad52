// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the real program as a script would.
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;

namespace
{

struct Answer {
    int code = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

Answer call(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(QStringLiteral(VIGIE_CTL), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(240'000))
        return {};
    return {.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
            .out = process.readAllStandardOutput(),
            .err = process.readAllStandardError()};
}

QByteArray post(int number, const QByteArray &text = "Bonjour")
{
    return R"({"network":"x","id":")" + QByteArray::number(number) + R"(","text":")" + text
           + R"(","posted_at":"2026-01-31T08:)" + QByteArray::number(10 + number % 50) + R"(:05Z"})" + "\n";
}

} // namespace

class VigiectlTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void helpListsEveryCommandAndNothingThatIsNotThere();
    void anAccountByHandHasSourcesUntilItIsRemoved();
    void alertsAreToldToAnAddressOfTheDeskUntilItIsRemoved();
    void theShippedDrillsAreDetectedWithoutAFalseAlarm();
    void wrongUsageIsTwo_data();
    void wrongUsageIsTwo();
    void initMakesADatabaseThatVerifies();
    void importingTwiceStoresOnce();
    void aBadLineIsNamedAndTheOthersAreStored();
    void searchFindsWithoutAccents();
    void anAlteredAuditRowIsNamed();
    void theAuditLogIsListedAndNarrowed();
    void aTimeWithoutAnOffsetIsUtcEverywhere();
    void collectingOnceAndOnAndOnIsWrongUsage();
    void aBackupRestoresToWhatItWas();
    void aFileThatIsNoDatabaseIsFour();
    void analyseAnswersEachLineInOrder();
    void analyseTellsBadLinesAndGoesOn();
    void lengthCountsAsTheNetworkDoes();
    void aDeskLearnsAndForgets();
    void trainingMakesAModelThatAnalyseReads();
    void aSeriesMayComeThroughAPipe();
    void aSeriesIsReadHoweverItWasWritten_data();
    void aSeriesIsReadHoweverItWasWritten();
    void aBadRowOfASeriesIsNamed();
    void anHourThatTheClocksSkipIsATimeOfASeries();
    void aSeriesMayBeAnsweredAsJson();
    void anAnswerThatCannotBeWrittenIsNotDone_data();
    void anAnswerThatCannotBeWrittenIsNotDone();
    void aDashIsStandardInput();
    void aByteOrderMarkHidesNoPost();
    void halfACommandHasHelpToo();
    void aStrategyNamesThePartsThatAreMissing();
    void allThatIsKeptOnAPersonIsWrittenToAFile();
    void aReportIsWrittenAsDataToo();
    void aReplyWithPersonalDataIsNotSentInPublic();
    void answersOfNetworksAreShownAsPosts_data();
    void answersOfNetworksAreShownAsPosts();
    void aQueryErrorPointsAtThePlace();
    void aBrokenPlaybookNamesLineAndReason();
    void theHeadsOfATableSpeakTheLanguageThatIsAskedFor();
    void anExportedPlaybookComesBackUnchanged();
    void theRecordedCrisisIsFoundAfterItBegins_data();
    void theRecordedCrisisIsFoundAfterItBegins();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QStringList on(const QStringList &arguments) const
    {
        return QStringList{u"--db"_s, path(u"desk.db"_s)} + arguments;
    }
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write(bytes);
        return file.fileName();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void VigiectlTest::theShippedDrillsAreDetectedWithoutAFalseAlarm()
{
    const Answer bench = call({u"bench"_s, u"detection"_s, u"--seeds"_s, u"0"_s});
    QCOMPARE(bench.code, 0);
    int drills = 0;
    for (const QByteArray &line : bench.out.trimmed().split('\n')) {
        const QJsonObject balanced = QJsonDocument::fromJson(line).object().value(u"balanced"_s).toObject();
        QVERIFY2(balanced.value(u"minutes_to_alert"_s).toDouble(1000) <= 30, line.constData());
        QCOMPARE(balanced.value(u"false_alerts"_s).toInt(-1), 0);
        ++drills;
    }
    QVERIFY(drills >= 2);
    QCOMPARE(call(on({u"watch"_s, u"history"_s, u"nobody"_s})).code, 3);
    QCOMPARE(call(on({u"watch"_s, u"history"_s, u"nobody"_s, u"--days"_s, u"0"_s})).code, 2);
}

void VigiectlTest::helpListsEveryCommandAndNothingThatIsNotThere()
{
    const Answer answer = call({u"--help"_s});
    QCOMPARE(answer.code, 0);
    for (const char *command : {"init", "verify", "audit", "export-person", "backup", "restore", "stats", "import", "collect", "source add",
                                "source test", "account login", "account add", "account list", "account remove", "posts",
                                "plain-text", "analyse", "train", "learn", "bench tonality", "bench detection", "watch check",
                                "watch history", "search", "alerts", "incidents", "incident show",
                                "length", "check-reply", "outbox list", "outbox send", "playbook validate", "drill run", "report"})
        QVERIFY2(answer.out.contains(command), command);
    for (const char *later : {"erase", "retain"})
        QVERIFY2(!answer.out.contains(later), later);
}

void VigiectlTest::anAccountByHandHasSourcesUntilItIsRemoved()
{
    QCOMPARE(call(on({u"account"_s, u"add"_s, u"mastodon"_s, u"@brand@a.social"_s})).code, 0);
    const Answer listed = call(on({u"account"_s, u"list"_s, u"--json"_s}));
    QVERIFY(listed.out.contains(R"("state":"manual")"));
    QCOMPARE(call(on({u"source"_s, u"add"_s, u"ours"_s, u"--account"_s, u"mastodon:@brand@a.social"_s, u"--mentions"_s})).code, 0);
    QCOMPARE(call(on({u"source"_s, u"add"_s, u"x"_s, u"--account"_s, u"mastodon:@nobody"_s, u"--mentions"_s})).code, 3);
    QCOMPARE(call(on({u"source"_s, u"add"_s, u"x"_s, u"--account"_s, u"mastodon:@brand@a.social"_s})).code, 3);
    const Answer tested = call(on({u"source"_s, u"test"_s, u"ours"_s})); // no key: nothing can be read
    QCOMPARE(tested.code, 5);
    QCOMPARE(call(on({u"account"_s, u"login"_s, u"rss"_s})).code, 3);
    // A folder is read by collect; a webhook's secret is told once.
    QDir(m_folder->path()).mkpath(u"drop"_s);
    const QString folder = path(u"drop"_s);
    QCOMPARE(call(on({u"source"_s, u"add"_s, u"drop"_s, folder, u"--folder"_s})).code, 0);
    const Answer hook = call(on({u"--secret-file"_s, path(u"keys"_s), u"source"_s, u"add"_s, u"relay"_s,
                                 u"http://127.0.0.1:8787/"_s, u"--webhook"_s}));
    QCOMPARE(hook.code, 0);
    QVERIFY(hook.err.contains("shown this once"));
    QCOMPARE(call(on({u"account"_s, u"remove"_s, u"mastodon"_s, u"@brand@a.social"_s})).code, 0);
    QVERIFY(!call(on({u"source"_s, u"list"_s, u"--json"_s})).out.contains("ours"));
}

void VigiectlTest::alertsAreToldToAnAddressOfTheDeskUntilItIsRemoved()
{
    const auto hook = [this](const QStringList &arguments) {
        return call(on(QStringList{u"--secret-file"_s, path(u"keys"_s), u"hook"_s} + arguments));
    };
    QVERIFY(hook({u"show"_s}).out.contains("nowhere"));
    QCOMPARE(hook({u"test"_s}).code, 3);
    QCOMPARE(hook({u"set"_s, u"ftp://chat.example/"_s}).code, 2);
    const Answer set = hook({u"set"_s, u"http://127.0.0.1:9/hooks/s3cr3t"_s, u"--lang"_s, u"fr"_s});
    QCOMPARE(set.code, 0);
    QVERIFY(set.err.contains("shown this once"));
    const Answer shown = hook({u"show"_s, u"--json"_s});
    QVERIFY(shown.out.contains(R"("host":"127.0.0.1")") && shown.out.contains(R"("language":"fr")"));
    QVERIFY(!shown.out.contains("s3cr3t")); // whoever knows the address of a chat can write there
    QCOMPARE(hook({u"test"_s}).code, 5); // nobody listens there
    QCOMPARE(hook({u"remove"_s}).code, 0);
    QVERIFY(hook({u"show"_s}).out.contains("nowhere"));
}

void VigiectlTest::wrongUsageIsTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no command") << QStringList();
    QTest::newRow("unknown command") << QStringList{u"dance"_s};
    QTest::newRow("half a command") << QStringList{u"playbook"_s};
    QTest::newRow("unknown option") << QStringList{u"stats"_s, u"--colour"_s};
    QTest::newRow("missing argument") << QStringList{u"import"_s};
    QTest::newRow("unknown language") << QStringList{u"alerts"_s, u"--lang"_s, u"tlh"_s};
}

void VigiectlTest::wrongUsageIsTwo()
{
    QFETCH(QStringList, arguments);
    const Answer answer = call(arguments.isEmpty() ? arguments : on(arguments));
    QCOMPARE(answer.code, 2);
    QVERIFY(!answer.err.isEmpty() || arguments.isEmpty());
}

void VigiectlTest::initMakesADatabaseThatVerifies()
{
    QCOMPARE(call(on({u"init"_s})).code, 0);
    const Answer verified = call(on({u"verify"_s, u"--json"_s}));
    QCOMPARE(verified.code, 0);
    QVERIFY(verified.json().value(u"sound"_s).toBool());
    QVERIFY(verified.json().value(u"audit_rows"_s).toInt() > 0);
}

void VigiectlTest::importingTwiceStoresOnce()
{
    QByteArray posts;
    for (int i = 0; i < 300; ++i)
        posts += post(i);
    const QString file = write(u"posts.ndjson"_s, posts);
    const Answer first = call(on({u"import"_s, u"--json"_s, file}));
    QCOMPARE(first.code, 0);
    QCOMPARE(first.json().value(u"stored"_s).toInt(), 300);
    const Answer second = call(on({u"import"_s, u"--json"_s, file}));
    QCOMPARE(second.json().value(u"stored"_s).toInt(), 0);
    QCOMPARE(second.json().value(u"duplicate"_s).toInt(), 300);
    QCOMPARE(call(on({u"stats"_s, u"--json"_s})).json().value(u"mentions"_s).toInt(), 300);
}

void VigiectlTest::aBadLineIsNamedAndTheOthersAreStored()
{
    const QString file = write(u"posts.ndjson"_s, post(1) + "{\"network\":\n" + post(2));
    const Answer answer = call(on({u"import"_s, u"--json"_s, file}));
    QCOMPARE(answer.code, 3);
    QCOMPARE(answer.json().value(u"stored"_s).toInt(), 2);
    QVERIFY2(answer.err.contains(file.toUtf8() + ":2: "), answer.err.constData());
}

void VigiectlTest::searchFindsWithoutAccents()
{
    const QString file = write(u"posts.ndjson"_s, post(1, "Un enfant blessé à Lyon") + post(2, "Rien à dire"));
    QCOMPARE(call(on({u"import"_s, file})).code, 0);
    const Answer found = call(on({u"search"_s, u"--json"_s, u"BLESSE"_s}));
    QCOMPARE(found.code, 0);
    QCOMPARE(found.out.trimmed().count('\n'), 0);
    QVERIFY(found.out.contains("Lyon"));
    QCOMPARE(call(on({u"search"_s, u"introuvable"_s})).code, 1);
}

void VigiectlTest::anAlteredAuditRowIsNamed()
{
    QCOMPARE(call(on({u"init"_s})).code, 0);
    QCOMPARE(call(on({u"outbox"_s, u"pause"_s, u"vérification"_s})).code, 0);
    QCOMPARE(call(on({u"outbox"_s, u"resume"_s})).code, 0);
    QCOMPARE(call(on({u"outbox"_s, u"send"_s})).code, 0); // nothing is due
    QProcess sqlite;
    sqlite.start(u"sqlite3"_s, {path(u"desk.db"_s), u"DROP TRIGGER audit_log_is_append_only_update;"
                                                    "UPDATE audit_log SET actor = 'nobody' WHERE id = 2;"_s});
    if (!sqlite.waitForStarted())
        QSKIP("sqlite3 is not installed");
    QVERIFY(sqlite.waitForFinished());
    const Answer answer = call(on({u"verify"_s, u"--json"_s}));
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.json().value(u"broken_row"_s).toInt(), 2);
}

void VigiectlTest::theAuditLogIsListedAndNarrowed()
{
    QCOMPARE(call(on({u"init"_s})).code, 0);
    QCOMPARE(call(on({u"outbox"_s, u"pause"_s, u"a check"_s})).code, 0);
    QCOMPARE(call(on({u"outbox"_s, u"resume"_s})).code, 0);
    const QByteArrayList all = call(on({u"audit"_s, u"--json"_s})).out.trimmed().split('\n');
    QVERIFY(all.size() >= 3);
    const QJsonObject newest = QJsonDocument::fromJson(all.last()).object();
    QCOMPARE(newest.value(u"row"_s).toInt(), int(all.size()));
    const QString action = newest.value(u"action"_s).toString();
    QVERIFY(!action.isEmpty());
    QVERIFY(!newest.value(u"actor"_s).toString().isEmpty());
    QCOMPARE(call(on({u"audit"_s, u"--json"_s, u"--action"_s, action})).out.trimmed(), all.last());
    QVERIFY(call(on({u"audit"_s, u"--json"_s, u"--action"_s, action.section(u'.', 0, 0)})).out.contains(all.last()));
    QCOMPARE(call(on({u"audit"_s, u"--json"_s, u"--actor"_s, u"nobody"_s})).out, QByteArray());
    QCOMPARE(call(on({u"audit"_s, u"--json"_s, u"--since"_s, u"2999-01-01"_s})).out, QByteArray());
    QCOMPARE(call(on({u"audit"_s, u"--since"_s, u"yesterday"_s})).code, 2);
}

// --since was read in the zone of the machine, while everything that is printed is UTC.
void VigiectlTest::aTimeWithoutAnOffsetIsUtcEverywhere()
{
    QCOMPARE(call(on({u"drill"_s, u"run"_s, u"fennowick-blackout"_s})).code, 0);
    const QString raised = call(on({u"alerts"_s, u"--json"_s})).json().value(u"raised_at"_s).toString();
    QVERIFY(raised.endsWith(u'Z'));
    for (const QString &zone : {u"America/New_York"_s, u"Asia/Tokyo"_s}) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TZ"_s, zone);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(VIGIE_CTL), on({u"alerts"_s, u"--json"_s, u"--since"_s, raised.chopped(1)}));
        QVERIFY(process.waitForFinished());
        QVERIFY(process.readAllStandardOutput().contains(raised.toUtf8()));
        const QString later = raised.first(11) + u"23:59:59"_s;
        process.start(QStringLiteral(VIGIE_CTL), on({u"alerts"_s, u"--json"_s, u"--since"_s, later}));
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardOutput(), QByteArray());
    }
}

void VigiectlTest::collectingOnceAndOnAndOnIsWrongUsage()
{
    QCOMPARE(call(on({u"collect"_s, u"--once"_s, u"--follow"_s})).code, 2);
}

void VigiectlTest::aBackupRestoresToWhatItWas()
{
    QCOMPARE(call(on({u"import"_s, write(u"a.ndjson"_s, post(1))})).code, 0);
    QCOMPARE(call(on({u"backup"_s, path(u"copy.db"_s)})).code, 0);
    QCOMPARE(call(on({u"import"_s, write(u"b.ndjson"_s, post(2))})).code, 0);
    QCOMPARE(call(on({u"restore"_s, path(u"copy.db"_s)})).code, 0);
    QCOMPARE(call(on({u"stats"_s, u"--json"_s})).json().value(u"mentions"_s).toInt(), 1);
    QCOMPARE(call(on({u"restore"_s, path(u"nothing.db"_s)})).code, 3);
}

void VigiectlTest::aFileThatIsNoDatabaseIsFour()
{
    write(u"desk.db"_s, QByteArray("plain text\n").repeated(1000));
    const Answer answer = call(on({u"stats"_s}));
    QCOMPARE(answer.code, 4);
    QVERIFY(answer.err.contains("desk.db"));
    QCOMPARE(call(on({u"verify"_s})).code, 4);
}

void VigiectlTest::analyseAnswersEachLineInOrder()
{
    const Answer answer = call({u"analyse"_s}, "{\"id\":\"b\",\"text\":\"C'est inadmissible, honteux et dangereux !\"}\n"
                                              "{\"id\":\"a\",\"text\":\"Thank you so much, wonderful service\"}\n");
    QCOMPARE(answer.code, 0);
    const QList<QByteArray> lines = answer.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    const QJsonObject first = QJsonDocument::fromJson(lines[0]).object();
    QCOMPARE(first.value(u"id"_s).toString(), u"b"_s);
    QCOMPARE(first.value(u"lang"_s).toString(), u"fr"_s);
    QCOMPARE(first.value(u"tonality"_s).toString(), u"negative"_s);
    const QJsonObject second = QJsonDocument::fromJson(lines[1]).object();
    QCOMPARE(second.value(u"tonality"_s).toString(), u"positive"_s);
    QVERIFY(first.value(u"negativity"_s).toDouble() > second.value(u"negativity"_s).toDouble());
}

void VigiectlTest::analyseTellsBadLinesAndGoesOn()
{
    const Answer answer = call({u"analyse"_s}, "{\"id\":1,\"text\":\"\xff\"}\n[1]\n{\"id\":2}\n"
                                              "{\"id\":3,\"text\":\"half a pair \\ud83d, what a horrible day\"}\n");
    QCOMPARE(answer.code, 3);
    QCOMPARE(answer.out.trimmed().count('\n'), 0);
    QVERIFY2(answer.out.startsWith(R"({"id":3,"lang":"en","tonality":"negative")"), answer.out.constData());
    for (const char *line : {"line 1", "line 2", "line 3"})
        QVERIFY2(answer.err.contains(line), answer.err.constData());
}

void VigiectlTest::lengthCountsAsTheNetworkDoes()
{
    const Answer x = call({u"length"_s, u"--network"_s, u"x"_s}, "Voir https://example.com/une/adresse/longue 👍\n");
    QCOMPARE(x.code, 0);
    QCOMPARE(x.json().value(u"count"_s).toInt(), 5 + 23 + 1 + 2);
    QCOMPARE(x.json().value(u"unit"_s).toString(), u"weighted"_s);
    const Answer bluesky = call({u"length"_s, u"--network"_s, u"bluesky"_s}, QByteArray("é").repeated(301));
    QCOMPARE(bluesky.code, 1);
    QCOMPARE(bluesky.json().value(u"fits"_s).toBool(true), false);
}

void VigiectlTest::aSeriesMayComeThroughAPipe()
{
#ifndef Q_OS_UNIX
    QSKIP("a pipe has a name on Unix alone");
#endif
    const QByteArray rows = "timestamp,value\n2026-01-31 08:00:00,3\n2026-01-31 08:05:00,4";
    const Answer file = call({u"anomalies"_s, write(u"series.csv"_s, rows)});
    QCOMPARE(file.code, 0);
    QCOMPARE(file.out.count('\n'), 3);
    QCOMPARE(call({u"anomalies"_s, u"/dev/stdin"_s}, rows).out, file.out);
    const Answer imported = call(on({u"import"_s, u"--json"_s, u"/dev/stdin"_s}), post(1) + post(2));
    QCOMPARE(imported.code, 0);
    QCOMPARE(call(on({u"stats"_s, u"--json"_s})).json().value(u"mentions"_s).toInt(), 2);
}

void VigiectlTest::aSeriesIsReadHoweverItWasWritten_data()
{
    QTest::addColumn<QByteArray>("series");
    QTest::addColumn<QByteArray>("rows");
    const QByteArray plain = "2026-02-26 21:42:53,10,0.0000,0\n";
    QTest::newRow("no names") << QByteArray("2026-02-26 21:42:53,10") << plain;
    QTest::newRow("other order") << QByteArray("value,timestamp\n10,2026-02-26 21:42:53\n") << plain;
    QTest::newRow("a column more") << QByteArray("brand,value,timestamp\n\"a, b\",10,2026-02-26 21:42:53\n") << plain;
    QTest::newRow("capitals") << QByteArray("Timestamp,Value\n2026-02-26 21:42:53,10\n") << plain;
    QTest::newRow("quotes") << QByteArray("\"timestamp\",\"value\"\n\"2026-02-26 21:42:53\",\"10\"\n") << plain;
    QTest::newRow("semicolons") << QByteArray("timestamp;value\n2026-02-26 21:42:53;10\n") << plain;
    QTest::newRow("mark and CR") << QByteArray("\xef\xbb\xbftimestamp,value\r\n2026-02-26 21:42:53,10\r\n") << plain;
    QTest::newRow("offset behind a blank") << QByteArray("2026-02-26 21:42:53 +0200,10\n")
                                           << QByteArray("2026-02-26 21:42:53 +0200,10,0.0000,0\n");
    QTest::newRow("offset and fraction") << QByteArray("2026-02-26T21:42:53.123456-05:00,1.5\n")
                                         << QByteArray("2026-02-26T21:42:53.123456-05:00,1.5,0.0000,0\n");
    QTest::newRow("the same row twice, and one before") << QByteArray("2026-02-26 21:42:53,10\n2026-02-26 21:42:53,10\n2026-02-25 21:42,3\n")
                                                        << plain + plain + "2026-02-25 21:42,3,0.0000,0\n";
    QTest::newRow("names alone") << QByteArray("timestamp,value\n") << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void VigiectlTest::aSeriesIsReadHoweverItWasWritten()
{
    QFETCH(QByteArray, series);
    QFETCH(QByteArray, rows);
    const Answer answer = call({u"anomalies"_s, write(u"series.csv"_s, series)});
    QCOMPARE(answer.err, QByteArray());
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.out, "timestamp,value,anomaly_score,alert\n" + rows);
}

void VigiectlTest::aBadRowOfASeriesIsNamed()
{
    const QString file = write(u"series.csv"_s, "timestamp,value\n2026-02-26 21:42:53,10\nyesterday,4\n");
    const Answer answer = call({u"anomalies"_s, file});
    QCOMPARE(answer.code, 3);
    QVERIFY2(answer.err.contains((file + u":3: expected a time"_s).toUtf8()), answer.err.constData());
    QCOMPARE(call({u"anomalies"_s, write(u"series.csv"_s, "2026-02-26 21:42:53,many\n")}).code, 3);
}

// A time without an offset was read as local time first, and where the clocks of that place skip it, refused.
void VigiectlTest::anHourThatTheClocksSkipIsATimeOfASeries()
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TZ"_s, u"Europe/Paris"_s);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(VIGIE_CTL), {u"anomalies"_s, write(u"series.csv"_s, "2026-03-29 02:30:00,10\n")});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
}

void VigiectlTest::aSeriesMayBeAnsweredAsJson()
{
    const Answer answer = call({u"anomalies"_s, write(u"series.csv"_s, "2026-02-26 21:42:53,10\n"), u"--json"_s});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.json().value(u"timestamp"_s).toString(), u"2026-02-26 21:42:53"_s);
    QCOMPARE(answer.json().value(u"value"_s).toDouble(), 10.0);
    QCOMPARE(answer.json().value(u"alert"_s).toInt(-1), 0);
}

void VigiectlTest::anAnswerThatCannotBeWrittenIsNotDone_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("a series") << QStringList{u"anomalies"_s, u"-"_s} << QByteArray("2026-02-26 21:42:53,10\n");
    QTest::newRow("judgements") << QStringList{u"analyse"_s} << QByteArray(R"({"id":1,"text":"hello"})" "\n");
    QTest::newRow("help") << QStringList{u"--help"_s} << QByteArray();
}

// On a full disk the answer was cut off, and the exit code said done.
void VigiectlTest::anAnswerThatCannotBeWrittenIsNotDone()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("there is no /dev/full here");
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, input);
    QProcess process;
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(QStringLiteral(VIGIE_CTL), arguments);
    process.write(input);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 3);
    QVERIFY(process.readAllStandardError().contains("standard output"));
}

void VigiectlTest::aDashIsStandardInput()
{
    QCOMPARE(call(on({u"import"_s, u"-"_s, u"--json"_s}), post(1)).json().value(u"stored"_s).toInt(), 1);
    QCOMPARE(call({u"anomalies"_s, u"-"_s}, "2026-02-26 21:42:53,10\n").out.count('\n'), 2);
    QCOMPARE(call({u"playbook"_s, u"validate"_s, u"-"_s}, "rubbish").code, 3);
    const QByteArray feed = R"(<rss version="2.0"><channel><title>t</title><item><guid>1</guid><title>Hello</title></item></channel></rss>)";
    QVERIFY(call({u"posts"_s, u"-"_s}, feed).out.contains("Hello"));
}

void VigiectlTest::aByteOrderMarkHidesNoPost()
{
    const QByteArray mark = "\xef\xbb\xbf";
    const Answer matched = call({u"watch"_s, u"match"_s, u"bonjour"_s}, mark + post(1) + post(2));
    QCOMPARE(matched.code, 0);
    QCOMPARE(matched.out, post(1) + post(2));
    QCOMPARE(call({u"check-reply"_s, u"--network"_s, u"x"_s, u"--batch"_s}, mark + R"({"id":1,"text":"Hello"})").out.count('\n'), 1);
}

void VigiectlTest::halfACommandHasHelpToo()
{
    for (const QString &half : {u"source"_s, u"account"_s, u"watch"_s, u"incident"_s, u"outbox"_s, u"playbook"_s, u"drill"_s, u"bench"_s}) {
        const Answer answer = call({half, u"--help"_s});
        QCOMPARE(answer.code, 0);
        QVERIFY2(answer.out.contains("  " + half.toUtf8() + ' '), answer.out.constData());
        QVERIFY(!answer.out.contains("  init "));
    }
}

void VigiectlTest::aStrategyNamesThePartsThatAreMissing()
{
    const QStringList check{u"check-reply"_s, u"--network"_s, u"x"_s, u"--lang"_s, u"fr"_s};
    const QByteArray text = "Nous sommes désolés de cette panne.";
    const Answer apology = call(check + QStringList{u"--strategy"_s, u"apology"_s}, text);
    const QJsonArray missing = apology.json().value(u"missing"_s).toArray();
    QVERIFY(missing.contains(u"repair"_s));
    QVERIFY(!missing.contains(u"regret"_s));
    QVERIFY(!call(check, text).json().contains(u"missing"_s));
    QCOMPARE(call(check + QStringList{u"--strategy"_s, u"silence"_s}, text).code, 2);
}

void VigiectlTest::allThatIsKeptOnAPersonIsWrittenToAFile()
{
    const auto by = [](const QByteArray &handle, int number, const QByteArray &text) {
        return R"({"network":"x","id":")" + QByteArray::number(number) + R"(","text":")" + text + R"(","author":{"handle":")" + handle
               + R"("},"posted_at":"2026-01-31T08:12:05Z","shop":"Lyon"})" + "\n";
    };
    const QByteArray posts = by("@Ann", 1, "One") + by("ann", 2, "Two") + by("@annette", 3, "Three");
    QCOMPARE(call(on({u"import"_s, u"-"_s}), posts).code, 0);
    QCOMPARE(call(on({u"import"_s, u"-"_s}), by("@Ann", 1, "One, edited")).code, 0);
    // What was said and promised to them; to Annette, it is none of theirs.
    for (const QString &to : {u"@ann"_s, u"@annette"_s}) {
        const int code = QProcess::execute(u"sqlite3"_s, {path(u"desk.db"_s),
            u"INSERT INTO replies (network, recipient, visibility, language, text, state, idempotency_key, created_by, created_at,"
            " updated_at) VALUES ('x', '%1', 'public', 'en', 'Sorry, %1', 'draft', '%1', 'bo', 1, 1);"
            " INSERT INTO promises (text, promised_by, promised_to) VALUES ('A refund', 'bo', '%1');"_s.arg(to)});
        if (code == -2)
            QSKIP("sqlite3 is not installed");
        QCOMPARE(code, 0);
    }
    const QString file = path(u"ann.json"_s);
    QCOMPARE(call(on({u"export-person"_s, u"x:@ann"_s, file})).code, 0);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QJsonObject all = QJsonDocument::fromJson(written.readAll()).object();
    QCOMPARE(all.value(u"authors"_s).toArray().size(), 2);
    const QJsonArray mentions = all.value(u"mentions"_s).toArray();
    QCOMPARE(mentions.size(), 2); // Annette is somebody else
    const QJsonObject first = mentions.first().toObject();
    QCOMPARE(first.value(u"text"_s).toString(), u"One, edited"_s);
    QCOMPARE(first.value(u"versions"_s).toArray().first().toObject().value(u"text"_s).toString(), u"One"_s);
    QCOMPARE(first.value(u"extra"_s).toObject().value(u"shop"_s).toString(), u"Lyon"_s);
    QCOMPARE(all.value(u"replies"_s).toArray().size(), 1);
    QCOMPARE(all.value(u"replies"_s).toArray().first().toObject().value(u"text"_s).toString(), u"Sorry, @ann"_s);
    QCOMPARE(all.value(u"promises"_s).toArray().size(), 1);
    QCOMPARE(call(on({u"export-person"_s, u"bluesky:ann"_s, path(u"none.json"_s)})).code, 1);
    QVERIFY(!QFile::exists(path(u"none.json"_s)));
    QCOMPARE(call(on({u"export-person"_s, u"ann"_s, file})).code, 2);
    QCOMPARE(call(on({u"export-person"_s, u"x:ann"_s, path(u"no/such/folder"_s)})).code, 3);
}

void VigiectlTest::aReportIsWrittenAsDataToo()
{
    const QString scenario = QString::fromUtf8(call({u"drill"_s, u"list"_s, u"--names"_s}).out.split('\n').first());
    QCOMPARE(call(on({u"drill"_s, u"run"_s, scenario, u"--speed"_s, u"max"_s})).code, 0);
    QCOMPARE(call(on({u"report"_s, u"1"_s})).code, 2);
    const Answer answer = call(on({u"report"_s, u"1"_s, u"--json"_s, path(u"report.json"_s), u"--csv"_s, path(u"tables"_s)}));
    QCOMPARE(answer.code, 0);
    QVERIFY2(!answer.err.contains("QCommandLineParser"), answer.err.constData());
    QFile data(path(u"report.json"_s));
    QVERIFY(data.open(QIODevice::ReadOnly));
    const QJsonObject written = QJsonDocument::fromJson(data.readAll()).object();
    QVERIFY(!written.isEmpty());
    QCOMPARE(call(on({u"report"_s, u"1"_s, u"--json"_s, u"-"_s})).json().keys(), written.keys());
    QVERIFY(!QFile::exists(u"-"_s));
    QVERIFY(!QDir(path(u"tables"_s)).entryList({u"*.csv"_s}).isEmpty());
}

void VigiectlTest::aDeskLearnsAndForgets()
{
    QByteArray lessons;
    for (int i = 0; i < 80; ++i)
        lessons += QByteArray(R"({"id":"%1","text":"the %2 of shop %1 is what it is","tonality":"%3"})")
                       .replace("%1", QByteArray::number(i))
                       .replace("%2", i % 2 == 0 ? "zorgle" : "counter")
                       .replace("%3", i % 2 == 0 ? "negative" : "neutral") + '\n';
    const QByteArray unseen = R"({"id":7,"text":"the zorgle of shop 700 is what it is"})" "\n";
    const Answer before = call(on({u"analyse"_s}), unseen);
    QCOMPARE(before.code, 0);
    QVERIFY2(before.out.contains(R"("tonality":"neutral")"), before.out.constData());

    const Answer learnt = call(on({u"learn"_s, write(u"lessons.ndjson"_s, lessons), u"--json"_s}));
    QCOMPARE(learnt.code, 0);
    const QJsonObject figures = QJsonDocument::fromJson(learnt.out).object();
    QCOMPARE(figures.value(u"imported"_s).toInt(), 80);
    QVERIFY(figures.value(u"error_after"_s).toDouble() < figures.value(u"error_before"_s).toDouble());
    const Answer after = call(on({u"analyse"_s}), unseen);
    QVERIFY2(after.out.contains(R"("tonality":"negative")"), after.out.constData());
    QVERIFY2(after.out.startsWith(R"({"id":7,"lang":"en")"), after.out.constData());

    QCOMPARE(call(on({u"learn"_s, u"--reset"_s})).code, 0);
    QCOMPARE(call(on({u"analyse"_s}), unseen).out, before.out);
    QCOMPARE(call(on({u"learn"_s})).code, 2);
    const Answer bad = call(on({u"learn"_s, write(u"bad.ndjson"_s, "{\"id\":1,\"text\":\"x\",\"tonality\":\"bad\"}\n")}));
    QCOMPARE(bad.code, 3);
    QVERIFY(bad.err.contains("bad.ndjson:1"));
}

void VigiectlTest::trainingMakesAModelThatAnalyseReads()
{
    QByteArray posts;
    const std::array<QByteArray, 3> words{"zorgle", "counter", "plim"};
    const std::array<QByteArray, 3> labels{"negative", "neutral", "positive"};
    for (int i = 0; i < 90; ++i)
        posts += R"({"id":"1","lang":"en","label":")" + labels[std::size_t(i % 3)] + R"(","text":"the )" +
                 words[std::size_t(i % 3)] + " of shop " + QByteArray::number(i) + " is what it is\"}\n";
    write(u"shop.train.jsonl"_s, posts);
    const QStringList train{u"train"_s, u"--data"_s, path(QString()), u"--out"_s};
    QCOMPARE(call(train + QStringList{path(u"a.bin"_s)}).code, 0);
    QCOMPARE(call(train + QStringList{path(u"b.bin"_s)}).code, 0);
    QFile a(path(u"a.bin"_s));
    QFile b(path(u"b.bin"_s));
    QVERIFY(a.open(QIODevice::ReadOnly) && b.open(QIODevice::ReadOnly));
    QVERIFY(a.readAll() == b.readAll());
    const Answer judged = call({u"analyse"_s, u"--model"_s, path(u"a.bin"_s)},
                               R"({"id":1,"text":"the zorgle of my shop is what it is"})" "\n");
    QVERIFY2(judged.out.contains(R"("tonality":"negative")"), judged.out.constData());
    QCOMPARE(call(train + QStringList{path(u"c.bin"_s), u"--exclude"_s, u"nothing"_s}).code, 3);
    QCOMPARE(call({u"analyse"_s, u"--model"_s, write(u"no.bin"_s, "no model")}).code, 3);
}

void VigiectlTest::aReplyWithPersonalDataIsNotSentInPublic()
{
    const QByteArray text = "Bonjour, nous sommes désolés. Appelez Marie au 06 12 34 56 78.";
    const Answer open = call({u"check-reply"_s, u"--network"_s, u"mastodon"_s, u"--lang"_s, u"fr"_s}, text);
    QCOMPARE(open.code, 1);
    QVERIFY(open.out.contains("personal-data"));
    const Answer closed =
        call({u"check-reply"_s, u"--network"_s, u"mastodon"_s, u"--lang"_s, u"fr"_s, u"--private"_s}, text);
    QCOMPARE(closed.code, 0);
}

void VigiectlTest::answersOfNetworksAreShownAsPosts_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("posts");
    QTest::newRow("hackernews") << u"hackernews"_s << u"hackernews/search_by_date.json"_s << 3;
    QTest::newRow("x") << u"x"_s << u"x/mentions.json"_s << 2;
    QTest::newRow("reddit") << u"reddit"_s << u"reddit/thread.json"_s << 3;
    QTest::newRow("youtube") << u"youtube"_s << u"youtube/threads.json"_s << 3;
    QTest::newRow("facebook") << u"facebook"_s << u"facebook/feed.json"_s << 4;
    QTest::newRow("instagram") << u"instagram"_s << u"instagram/media.json"_s << 3;
}

void VigiectlTest::answersOfNetworksAreShownAsPosts()
{
    QFETCH(QString, format);
    QFETCH(QString, file);
    QFETCH(int, posts);
    const Answer answer = call({u"posts"_s, QStringLiteral(VIGIE_FIXTURES "/") + file, u"--format"_s, format});
    QCOMPARE(answer.code, 0);
    const QList<QByteArray> lines = answer.out.trimmed().split('\n');
    QCOMPARE(lines.size(), posts);
    for (const QByteArray &line : lines)
        QCOMPARE(QJsonDocument::fromJson(line).object().value(u"network"_s).toString(), format);
    QCOMPARE(call({u"posts"_s, QStringLiteral(VIGIE_FIXTURES "/") + file, u"--format"_s, u"smoke-signals"_s}).code, 2);
    QCOMPARE(call({u"posts"_s, QStringLiteral(VIGIE_FIXTURES "/feeds/rss20.xml"), u"--format"_s, format}).code, 3);
}

void VigiectlTest::aQueryErrorPointsAtThePlace()
{
    QCOMPARE(call({u"watch"_s, u"check"_s, u"train OR (retard annul*)"_s}).code, 0);
    const Answer answer = call({u"watch"_s, u"check"_s, u"train OR (retard"_s});
    QCOMPARE(answer.code, 3);
    QVERIFY(answer.err.contains("column"));
    const Answer matched = call({u"watch"_s, u"match"_s, u"retard*"_s}, post(1, "Encore des retards") + post(2));
    QCOMPARE(matched.out.trimmed().count('\n'), 0);
    QVERIFY(matched.out.contains("retards"));
}

void VigiectlTest::aBrokenPlaybookNamesLineAndReason()
{
    const QString good = path(u"good.json"_s);
    QCOMPARE(call(on({u"playbook"_s, u"export"_s, u"service-outage"_s, good})).code, 0);
    QCOMPARE(call({u"playbook"_s, u"validate"_s, good}).code, 0);
    QFile file(good);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    const qsizetype comma = bytes.indexOf("\",\n", bytes.size() / 2);
    bytes[comma + 1] = ' ';
    const Answer answer = call(on({u"playbook"_s, u"import"_s, write(u"bad.json"_s, bytes)}));
    QCOMPARE(answer.code, 3);
    const QByteArray place = path(u"bad.json"_s).toUtf8() + ':';
    QVERIFY2(answer.err.contains(place), answer.err.constData());
}

void VigiectlTest::anExportedPlaybookComesBackUnchanged()
{
    QCOMPARE(call(on({u"playbook"_s, u"export"_s, u"product-safety"_s, path(u"a.json"_s)})).code, 0);
    const Answer answer = call(on({u"playbook"_s, u"import"_s, path(u"a.json"_s)}));
    QCOMPARE(answer.code, 0);
    QVERIFY(answer.out.contains("unchanged"));
}

void VigiectlTest::theHeadsOfATableSpeakTheLanguageThatIsAskedFor()
{
    QVERIFY(call({u"drill"_s, u"list"_s, u"--lang"_s, u"en"_s}).out.startsWith("name"));
    QVERIFY(call({u"drill"_s, u"list"_s, u"--lang"_s, u"fr"_s}).out.startsWith("nom"));

    const QStringList drill{u"drill"_s, u"run"_s, u"biberon-mirlouvette"_s, u"--speed"_s, u"max"_s, u"--lang"_s, u"fr"_s};
    const Answer score = call(on(drill));
    QCOMPARE(score.code, 0);
    QVERIFY2(QString::fromUtf8(score.out).contains(QRegularExpression(u"^quoi +valeur"_s, QRegularExpression::MultilineOption)),
             score.out.constData());
}

void VigiectlTest::theRecordedCrisisIsFoundAfterItBegins_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("fr") << u"fr"_s;
    QTest::newRow("en") << u"en"_s;
}

void VigiectlTest::theRecordedCrisisIsFoundAfterItBegins()
{
    QFETCH(QString, language);
    const QString file = QStringLiteral(VIGIE_SHARED "/data/crises/us_airways_2015.ndjson");
    if (!QFile::exists(file))
        QSKIP("the recorded crisis is not here");
    const QString pdf = path(u"report.pdf"_s);
    const Answer played = call(on({u"drill"_s, u"run"_s, file, u"--speed"_s, u"max"_s, u"--report"_s, pdf, u"--lang"_s, language}));
    QVERIFY2(played.code == 0, played.err.constData());
    const Answer alerts = call(on({u"alerts"_s, u"--json"_s}));
    QCOMPARE(alerts.code, 0);
    QVERIFY(!alerts.out.isEmpty());
    const QDateTime begin = QDateTime::fromString(u"2015-02-22T00:00:00Z"_s, Qt::ISODate);
    for (const QByteArray &line : alerts.out.trimmed().split('\n')) {
        const QString raised = QJsonDocument::fromJson(line).object().value(u"raised_at"_s).toString();
        QVERIFY2(QDateTime::fromString(raised, Qt::ISODate) >= begin, qPrintable(raised));
    }
    const Answer incidents = call(on({u"incidents"_s, u"--json"_s}));
    QVERIFY(incidents.json().value(u"playbook"_s).toBool());
    QFile report(pdf);
    QVERIFY(report.open(QIODevice::ReadOnly));
    QVERIFY(report.readAll().startsWith("%PDF-"));
}

QTEST_GUILESS_MAIN(VigiectlTest)
#include "tst_vigiectl.moc"
