// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/scenario.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::drill;

class ScenarioTest : public QObject
{
    Q_OBJECT

private slots:
    void everyShippedScenarioLoads();
    void eachLanguageHasAShippedScenarioWithAQuietDayBefore();
    void aBareFileOfPostsIsAScenario();
    void aBadLineIsRejectedAndTheRestIsPlayed();
    void aFileWithoutAPostIsRefusedWithItsReason();
    void aManifestCannotReachOtherFolders();
    void anUnknownNameIsNotFound();

private:
    QString write(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write(bytes);
        return path;
    }
    QTemporaryDir m_folder;
};

void ScenarioTest::everyShippedScenarioLoads()
{
    const auto summaries = shippedScenarios(core::Language::French);
    QVERIFY(summaries.size() >= 2);
    for (const ScenarioSummary &summary : summaries) {
        const auto scenario = loadScenario(summary.key, core::Language::English);
        QVERIFY2(scenario, scenario ? "" : qPrintable(scenario.error().toString()));
        QVERIFY2(scenario->rejects.empty(), qPrintable(summary.key));
        QVERIFY(scenario->posts.size() >= 300 && scenario->posts.size() <= 600);
        QVERIFY(!scenario->injects.empty());
        QVERIFY(!scenario->playbookKey.isEmpty());
        QVERIFY(!summary.title.isEmpty() && !summary.summary.isEmpty());
    }
}

void ScenarioTest::eachLanguageHasAShippedScenarioWithAQuietDayBefore()
{
    for (const core::Language language : {core::Language::English, core::Language::French}) {
        const auto first = shippedScenarios(language).front();
        QCOMPARE(first.language, language);
        const auto scenario = loadScenario(first.key, language);
        QVERIFY(scenario->eventBeginsAt.has_value());
        QVERIFY(*scenario->eventBeginsAt - scenario->begin() >= std::chrono::hours(24));
    }
}

void ScenarioTest::aBareFileOfPostsIsAScenario()
{
    const QString path = write(u"storm.ndjson"_s,
                               R"({"network":"x","id":"2","text":"second","posted_at":"2026-01-01T10:05:00Z"})"
                               "\n"
                               R"({"network":"x","id":"1","text":"first","posted_at":"2026-01-01T10:00:00Z"})");
    const auto scenario = loadScenario(path, core::Language::French);
    QVERIFY(scenario.has_value());
    QCOMPARE(scenario->posts.size(), std::size_t(2));
    QCOMPARE(scenario->posts.front().text, u"first"_s);
    QCOMPARE(scenario->language, core::Language::French);
    QCOMPARE(scenario->watchQuery, u"*"_s);
    QCOMPARE(scenario->title, u"storm"_s);
}

void ScenarioTest::aBadLineIsRejectedAndTheRestIsPlayed()
{
    const QString path = write(u"half.ndjson"_s,
                               R"({"network":"x","id":"1","text":"first","posted_at":"2026-01-01T10:00:00Z"})"
                               "\nnot json\n");
    const auto scenario = loadScenario(path, core::Language::English);
    QVERIFY(scenario.has_value());
    QCOMPARE(scenario->rejects.size(), std::size_t(1));
    QCOMPARE(scenario->rejects.front().line, 2);
}

void ScenarioTest::aFileWithoutAPostIsRefusedWithItsReason()
{
    const QString path = write(u"bad.ndjson"_s, "oops\n");
    const auto scenario = loadScenario(path, core::Language::English);
    QVERIFY(!scenario);
    QCOMPARE(scenario.error().kind, ErrorKind::Parse);
    QCOMPARE(scenario.error().place.file, path);
    QCOMPARE(scenario.error().place.line, 1);
}

void ScenarioTest::aManifestCannotReachOtherFolders()
{
    const QString path = write(u"sly.json"_s, R"({"key":"sly","posts":"../../etc/passwd"})");
    const auto scenario = loadScenario(path, core::Language::English);
    QVERIFY(!scenario);
    QCOMPARE(scenario.error().kind, ErrorKind::Parse);
}

void ScenarioTest::anUnknownNameIsNotFound()
{
    QCOMPARE(loadScenario(u"no-such-thing"_s, core::Language::English).error().kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(ScenarioTest)
#include "tst_scenario.moc"
