// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/findingtexts.h"
#include "playbook/jsonplaces.h"
#include "playbook/playbookdifference.h"
#include "playbook/testplaybook.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace vigie;
using namespace vigie::playbook;
using namespace Qt::StringLiterals;

class PlaybookFileTest : public QObject
{
    Q_OBJECT

private slots:
    void placesFollowPathsThroughTheText();
    void theSmallPlaybookIsRead();
    void everyShippedPlaybookKeepsTheRules_data();
    void everyShippedPlaybookKeepsTheRules();
    void writingAndReadingGiveTheSamePlaybook();
    void aBrokenFileNamesLineAndReason_data();
    void aBrokenFileNamesLineAndReason();
    void everyReasonIsToldInFrenchToo_data() { aBrokenFileNamesLineAndReason_data(); }
    void everyReasonIsToldInFrenchToo();
    void anUnknownMemberIsOnlyAWarning();
    void allErrorsAreToldAtOnce();
    void aFileThatIsTooLargeIsRefused();
    void nestingAndLongListsAreRefused();
    void aMissingFileIsAFileError();
    void theCadenceFollowsSeverityAndAge();
    void differencesNameWhatChanged();
};

void PlaybookFileTest::placesFollowPathsThroughTheText()
{
    const JsonPlaces places("{\n  \"a\": [1,\n    {\"b\": \"é\", \"c\": null}],\n  \"d\\u0065\": {}\n}");
    QCOMPARE(places.at(u"a"_s), (LineColumn{2, 8}));
    QCOMPARE(places.at(u"a[1]"_s), (LineColumn{3, 5}));
    QCOMPARE(places.at(u"a[1].b"_s), (LineColumn{3, 11}));
    QCOMPARE(places.at(u"a[1].c"_s), (LineColumn{3, 21}));
    QCOMPARE(places.at(u"de"_s), (LineColumn{4, 14}));
    QCOMPARE(places.at(u"a[1].absent.deeper"_s), (LineColumn{3, 5}));
    QCOMPARE(places.at(u"nowhere"_s), (LineColumn{1, 1}));
    QVERIFY(places.remarks().empty());
}

void PlaybookFileTest::theSmallPlaybookIsRead()
{
    const auto playbook = parsePlaybook(test::smallPlaybookFile(), u"small.json"_s);
    QVERIFY2(playbook, playbook ? "" : qPrintable(playbook.error().toString()));
    QCOMPARE(playbook->title.fr, u"Petit plan"_s);
    QCOMPARE(playbook->steps.front().key, u"check"_s); // by offset, not as the file has them
    QCOMPARE(playbook->steps.back().key, u"review"_s); // after standing down
    QCOMPARE(playbook->step(u"publish")->message, u"holding"_s);
    QVERIFY(playbook->step(u"publish")->requiresProof);
    QCOMPARE(playbook->step(u"call-board")->onlyIf.minSeverity, 3);
    QCOMPARE(playbook->variable(u"brand")->source, VariableSource::Desk);
    QCOMPARE(playbook->message(u"holding")->variants.size(), std::size_t(4));
    QVERIFY(!playbook->message(u"absent"));
}

void PlaybookFileTest::everyShippedPlaybookKeepsTheRules_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(u":/playbooks"_s);
    for (const QString &name : folder.entryList({u"*.json"_s}))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
    QVERIFY2(!folder.entryList({u"*.json"_s}).isEmpty(), "no playbook is shipped");
}

void PlaybookFileTest::everyShippedPlaybookKeepsTheRules()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const PlaybookReading reading = readPlaybook(file.readAll(), path);
    for (const Finding &finding : reading.findings)
        qWarning("%s", qPrintable(finding.toString()));
    QVERIFY(reading.playbook);
    QVERIFY(reading.findings.empty());
    const auto again = parsePlaybook(serialisePlaybook(*reading.playbook), path);
    QVERIFY(again);
    QCOMPARE(*again, *reading.playbook);
}

void PlaybookFileTest::writingAndReadingGiveTheSamePlaybook()
{
    const auto playbook = parsePlaybook(test::smallPlaybookFile(), {});
    QVERIFY(playbook);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"out.json"_s);
    QVERIFY(storePlaybook(*playbook, path));
    const auto again = loadPlaybook(path);
    QVERIFY2(again, again ? "" : qPrintable(again.error().toString()));
    QCOMPARE(*again, *playbook);
    QVERIFY(checkPlaybook(*playbook));
}

void PlaybookFileTest::aBrokenFileNamesLineAndReason_data()
{
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("reason");

    using B = QByteArray;
    QTest::newRow("not JSON") << B("\"kind\": \"other\",") << B("\"kind\": \"other\"") << 8 << u"not JSON"_s;
    QTest::newRow("other format") << B("\"vigie-playbook\"") << B("\"other-format\"") << 3 << u"format"_s;
    QTest::newRow("newer format") << B("\"format_version\": 1") << B("\"format_version\": 2") << 4
                                  << u"between 1 and 1"_s;
    QTest::newRow("no key") << B("\"key\": \"small\",") << B("") << 1 << u"“key” is missing"_s;
    QTest::newRow("bad key") << B("\"key\": \"small\"") << B("\"key\": \"Small One\"") << 5 << u"is not a key"_s;
    QTest::newRow("unknown kind") << B("\"kind\": \"other\"") << B("\"kind\": \"flood\"") << 7
                                  << u"“flood” is none of"_s;
    QTest::newRow("missing fr") << B("{\"fr\": \"Petit plan\", ") << B("{") << 8
                                << u"title.fr: the French text is missing"_s;
    QTest::newRow("missing en") << B(", \"en\": \"For tests.\"") << B("") << 9
                                << u"summary.en: the English text is missing"_s;
    QTest::newRow("blank text") << B("\"en\": \"Lead\"") << B("\"en\": \"  \"") << 14 << u"roles[0].title.en"_s;
    QTest::newRow("text of a wrong type") << B("\"title\": {\"fr\": \"Pilote\", \"en\": \"Lead\"}") << B("\"title\": 4")
                                          << 14 << u"roles[0].title: must be an object"_s;
    QTest::newRow("unknown role") << B("\"deputy_role\": \"writer\"") << B("\"deputy_role\": \"boss\"") << 14
                                  << u"there is no role “boss”"_s;
    QTest::newRow("own deputy") << B("\"deputy_role\": \"writer\"") << B("\"deputy_role\": \"crisis-lead\"") << 14
                                << u"stand in for itself"_s;
    QTest::newRow("level twice") << B("\"level\": 2") << B("\"level\": 3") << 20 << u"level 3 is there already"_s;
    QTest::newRow("unknown approver") << B("\"approvals\": [\"crisis-lead\"]}},") << B("\"approvals\": [\"nobody\"]}},")
                                      << 20 << u"severities[2].triggers.approvals[0]: there is no role “nobody”"_s;
    QTest::newRow("unknown source") << B("\"source\": \"ask\"") << B("\"source\": \"guess\"") << 25
                                    << u"must be brand"_s;
    QTest::newRow("negative offset") << B("\"offset_minutes\": 5}") << B("\"offset_minutes\": -5}") << 30
                                     << u"steps[2].offset_minutes: must be between 0"_s;
    QTest::newRow("offset is a text") << B("\"offset_minutes\": 5}") << B("\"offset_minutes\": \"T+5\"}") << 30
                                      << u"must be a whole number"_s;
    QTest::newRow("half a minute") << B("\"offset_minutes\": 5}") << B("\"offset_minutes\": 5.5}") << 30
                                   << u"must be a whole number"_s;
    QTest::newRow("huge offset") << B("\"offset_minutes\": 5}") << B("\"offset_minutes\": 1e300}") << 30
                                 << u"must be between"_s;
    QTest::newRow("key twice") << B("\"key\": \"check\"") << B("\"key\": \"publish\"") << 30
                               << u"“publish” is there already"_s;
    QTest::newRow("name twice") << B("\"phase\": \"detect\", ") << B("\"phase\": \"detect\", \"phase\": \"learn\", ")
                                << 30 << u"“phase” is given twice"_s;
    QTest::newRow("proof not named") << B(", \"proof\": {\"fr\": \"Lien\", \"en\": \"Link\"}") << B("") << 29
                                     << u"steps[1].proof: a step that requires a proof must say which"_s;
    QTest::newRow("unknown message") << B("\"message\": \"holding\"") << B("\"message\": \"absent\"") << 29
                                     << u"there is no message “absent”"_s;
    QTest::newRow("undeclared variable") << B("More here: {{link}}") << B("More here: {{lnik}}") << 44
                                         << u"the variable “lnik” is not declared"_s;
    QTest::newRow("broken variable") << B("More here: {{link}}") << B("More here: {{the link}}") << 44
                                     << u"“{{the link” is not a variable"_s;
    QTest::newRow("one language only") << B("{\"language\": \"en\", \"network\": \"x\"")
                                       << B("{\"language\": \"en\", \"network\": \"mastodon\"") << 42
                                       << u"the same networks"_s;
    QTest::newRow("owner approves") << B("\"approver_role\": \"crisis-lead\"") << B("\"approver_role\": \"writer\"")
                                    << 41 << u"cannot approve"_s;
    QTest::newRow("expires too early") << B("\"expires_days\": 365") << B("\"expires_days\": 100") << 42
                                       << u"must not be less than review_due_days"_s;
}

void PlaybookFileTest::aBrokenFileNamesLineAndReason()
{
    QFETCH(QByteArray, good);
    QFETCH(QByteArray, bad);
    QFETCH(int, line);
    QFETCH(QString, reason);
    QByteArray file = test::smallPlaybookFile();
    const auto at = file.indexOf(good);
    QVERIFY(at >= 0);
    file.replace(at, good.size(), bad);
    const auto playbook = parsePlaybook(file, u"bad.json"_s);
    QVERIFY(!playbook);
    QCOMPARE(playbook.error().kind, ErrorKind::Parse);
    QCOMPARE(playbook.error().place.file, u"bad.json"_s);
    const PlaybookReading reading = readPlaybook(file, u"bad.json"_s);
    const auto told = std::ranges::find_if(
        reading.findings, [&reason](const Finding &finding) { return finding.toString().contains(reason); });
    QVERIFY2(told != reading.findings.end(), qPrintable(playbook.error().toString()));
    QCOMPARE(told->place.line, line);
    QVERIFY(told->isError);
    QVERIFY(told->toString().startsWith(u"bad.json:%1:"_s.arg(line)));
}

void PlaybookFileTest::everyReasonIsToldInFrenchToo()
{
    QFETCH(QByteArray, good);
    QFETCH(QByteArray, bad);
    QByteArray file = test::smallPlaybookFile();
    file.replace(file.indexOf(good), good.size(), bad);
    const core::Phrasebook english(core::Language::English);
    const core::Phrasebook french(core::Language::French);
    for (const Finding &finding : readPlaybook(file, u"bad.json"_s).findings) {
        QCOMPARE(findingText(finding.reason, english), finding.reason);
        QVERIFY2(findingText(finding.reason, french) != finding.reason, qPrintable(finding.reason));
    }
}

void PlaybookFileTest::anUnknownMemberIsOnlyAWarning()
{
    QByteArray file = test::smallPlaybookFile();
    file.replace("\"kind\": \"other\",", "\"kind\": \"other\", \"colour\": \"red\",");
    const PlaybookReading reading = readPlaybook(file, u"a.json"_s);
    QVERIFY(reading.playbook);
    QCOMPARE(reading.findings.size(), std::size_t(1));
    QVERIFY(!reading.findings.front().isError);
    QCOMPARE(reading.findings.front().path, u"colour"_s);
    const core::Phrasebook french(core::Language::French);
    QVERIFY(findingText(reading.findings.front().reason, french).contains(u"est inconnu ici"_s));
    QCOMPARE(reading.findings.front().place.line, 7);
}

void PlaybookFileTest::allErrorsAreToldAtOnce()
{
    QByteArray file = test::smallPlaybookFile();
    file.replace("\"role\": \"writer\"", "\"role\": \"ghost\"");
    const PlaybookReading reading = readPlaybook(file, u"a.json"_s);
    QVERIFY(!reading.playbook);
    QCOMPARE(std::ranges::count_if(reading.findings, &Finding::isError), 3);
    const auto playbook = parsePlaybook(file, u"a.json"_s);
    QVERIFY(playbook.error().detail.endsWith(u"(and 2 more)"_s));
}

void PlaybookFileTest::aFileThatIsTooLargeIsRefused()
{
    const QByteArray file = test::smallPlaybookFile() + QByteArray(kMaxPlaybookBytes, ' ');
    const auto playbook = parsePlaybook(file, u"big.json"_s);
    QVERIFY(!playbook);
    QVERIFY(playbook.error().detail.contains(u"2 MB"_s));
}

void PlaybookFileTest::nestingAndLongListsAreRefused()
{
    QByteArray deep = test::smallPlaybookFile();
    deep.replace("\"kind\":", "\"deep\": " + QByteArray(100, '[') + QByteArray(100, ']') + ", \"kind\":");
    QVERIFY(parsePlaybook(deep, {}).error().detail.contains(u"nested"_s));
    QByteArray many = test::smallPlaybookFile();
    many.replace("\"kind\":", "\"many\": [0" + QByteArray(",0").repeated(500) + "], \"kind\":");
    QVERIFY(parsePlaybook(many, {}).error().detail.contains(u"500 entries"_s));
}

void PlaybookFileTest::aMissingFileIsAFileError()
{
    const auto playbook = loadPlaybook(u"/nowhere/at/all.json"_s);
    QVERIFY(!playbook);
    QCOMPARE(playbook.error().kind, ErrorKind::File);
    QCOMPARE(playbook.error().place.file, u"/nowhere/at/all.json"_s);
}

void PlaybookFileTest::theCadenceFollowsSeverityAndAge()
{
    using std::chrono::minutes;
    const auto playbook = parsePlaybook(test::smallPlaybookFile(), {});
    QVERIFY(playbook);
    QCOMPARE(playbook->updateInterval(4, minutes(0)), minutes(10));
    QCOMPARE(playbook->updateInterval(2, minutes(0)), minutes(20));
    QCOMPARE(playbook->updateInterval(2, minutes(119)), minutes(20));
    QCOMPARE(playbook->updateInterval(2, minutes(120)), minutes(60));
    QCOMPARE(Playbook{}.updateInterval(2, minutes(0)), minutes(60));
}

void PlaybookFileTest::differencesNameWhatChanged()
{
    const auto before = parsePlaybook(test::smallPlaybookFile(), {});
    QVERIFY(before);
    QVERIFY(differences(*before, *before).empty());
    Playbook after = *before;
    after.version = 9;
    std::erase_if(after.steps, [](const Step &step) { return step.key == u"check"; });
    after.steps.front().offset += std::chrono::minutes(5);
    after.messages.front().variants.front().text = u"Other"_s;
    after.roles.push_back({.key = u"legal"_s, .title = {.en = u"Legal"_s, .fr = u"Juridique"_s}});
    const auto found = differences(*before, after);
    QCOMPARE(found.size(), std::size_t(4));
    QCOMPARE(found[0],
             (Difference{PlaybookPart::Role, DifferenceKind::Added, u"legal"_s, {u"Legal"_s, u"Juridique"_s}}));
    QCOMPARE(found[1].kind, DifferenceKind::Changed);
    QCOMPARE(found[1].key, u"publish"_s);
    QCOMPARE(found[2].kind, DifferenceKind::Removed);
    QCOMPARE(found[2].key, u"check"_s);
    QCOMPARE(found[3].part, PlaybookPart::Message);
}

QTEST_APPLESS_MAIN(PlaybookFileTest)
#include "tst_playbookfile.moc"
