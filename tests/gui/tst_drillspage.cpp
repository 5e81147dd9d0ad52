// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/drillrunner.h"
#include "drill/drillrepository.h"
#include "gui/common/cardlist.h"
#include "gui/drill/drillsession.h"
#include "gui/drill/drillspage.h"
#include "gui/drill/sample.h"
#include "gui/shell/theme.h"
#include "monitoring/mentionrepository.h"
#include "gui/deskfortests.h"
#include "playbook/playbookservice.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::gui;

class DrillsPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aScenarioIsReadWhenItIsChosenAndCanThenBeStarted();
    void startingMovesTheDeskIntoTheExercise();
    void injectsAreHandedOverOnceEvenWhenFiredBeforeTheirTime();
    void endingShowsTheScoreAndLeavingGoesBackToTheRealWorld();
    void aFileThatCannotBePlayedSaysWhereAndWhy();
    void theSampleStartsWithoutThePage();
    void switchingTheLanguageChangesEveryText();

private:
    [[nodiscard]] CardView *list() const;
    [[nodiscard]] drill::DrillRunner &runner() const { return m_desk->workspace().drills(); }
    [[nodiscard]] QString path(const QString &name, const QByteArray &content) const;
    void startShipped();
    [[nodiscard]] bool saysSomewhere(const QString &text) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DeskForTests> m_desk;
    std::unique_ptr<DrillsPage> m_page;
};

void DrillsPageTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto workspace = workspace::Workspace::open({.path = m_folder->filePath(u"desk.db"_s), .operatorName = u"ana"_s});
    QVERIFY(workspace);
    m_desk = std::make_unique<DeskForTests>(std::move(*workspace));
    m_page = std::make_unique<DrillsPage>(*m_desk);
    m_page->resize(1000, 700);
    m_page->show();
    m_page->activate(0);
    QSignalSpy loaded(m_page.get(), &DrillsPage::loaded);
    QVERIFY(loaded.wait());
}

void DrillsPageTest::cleanup()
{
    QVERIFY2(m_desk->errors.isEmpty(), qPrintable(m_desk->errors.join(u'\n')));
    m_page.reset();
    m_desk.reset();
    m_folder.reset();
}

CardView *DrillsPageTest::list() const
{
    for (CardView *view : m_page->findChildren<CardView *>()) {
        if (view->accessibleName().startsWith(u"Scenarios"_s))
            return view;
    }
    return nullptr;
}

QString DrillsPageTest::path(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder->filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
    return file.fileName();
}

bool DrillsPageTest::saysSomewhere(const QString &text) const
{
    const auto labels = m_page->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}

void DrillsPageTest::startShipped()
{
    QTRY_VERIFY(m_page->primaryAction()->isEnabled());
    QSignalSpy started(&runner(), &drill::DrillRunner::started);
    m_page->primaryAction()->trigger();
    QVERIFY(started.wait());
}

void DrillsPageTest::aScenarioIsReadWhenItIsChosenAndCanThenBeStarted()
{
    const QAbstractItemModelTester tester(&list()->cards());
    const auto &rows = list()->cards().rows();
    QCOMPARE(std::count_if(rows.begin(), rows.end(), [](const auto &row) { return row.key.startsWith(u"scenario/"_s); }),
             qsizetype(drill::shippedScenarios(core::Language::English).size()));
    QTRY_VERIFY(m_page->primaryAction()->isEnabled());
    QVERIFY(saysSomewhere(u"Fennowick"_s));
    QVERIFY(saysSomewhere(u"post(s)"_s));
}

void DrillsPageTest::startingMovesTheDeskIntoTheExercise()
{
    startShipped();
    QVERIFY(m_desk->workspace().scope().isValid());
    QCOMPARE(m_desk->workspace().scope(), runner().run());
    QTRY_COMPARE(m_page->primaryAction()->text(), u"Pause"_s);
    QTRY_VERIFY(runner().playedPosts() > 0);
    QVERIFY(m_page->headline().startsWith(u"Exercise under way"_s));
    m_page->primaryAction()->trigger();
    QCOMPARE(runner().state(), drill::DrillRunner::State::Paused);
    QTRY_COMPARE(m_page->primaryAction()->text(), u"Resume"_s);
    m_page->primaryAction()->trigger();
    QCOMPARE(runner().state(), drill::DrillRunner::State::Playing);
}

void DrillsPageTest::injectsAreHandedOverOnceEvenWhenFiredBeforeTheirTime()
{
    startShipped();
    DrillSession &session = m_page->session();
    const std::size_t injects = runner().scenario().injects.size();
    QVERIFY(injects > 1);
    session.fire(1);
    QVERIFY(session.hasHappened(1));
    QVERIFY(!session.hasHappened(0));
    QCOMPARE(m_desk->toasts.filter(runner().scenario().injects[1].title).size(), 1);
    session.fire(1);
    runner().setSpeed(drill::DrillOptions::kAsFastAsPossible);
    QTRY_VERIFY_WITH_TIMEOUT(session.nextInject() == std::nullopt, 60'000);
    QCOMPARE(m_desk->toasts.filter(runner().scenario().injects[1].title).size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(!runner().isOpen(), 120'000);
}

void DrillsPageTest::endingShowsTheScoreAndLeavingGoesBackToTheRealWorld()
{
    startShipped();
    const core::DrillRunId run = runner().run();
    const auto actions = m_page->menuActions();
    const auto end = std::find_if(actions.begin(), actions.end(), [](const QAction *action) { return action && action->text().startsWith(u"End the"_s); });
    QVERIFY(end != actions.end());
    (*end)->trigger();
    auto *question = m_page->findChild<QMessageBox *>();
    QVERIFY(question);
    QSignalSpy ended(&runner(), &drill::DrillRunner::ended);
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::AcceptRole)
            button->click();
    }
    QVERIFY(!ended.isEmpty() || ended.wait(30'000));
    QCOMPARE(m_desk->workspace().scope(), run); // to be read, until somebody leaves
    m_page->setScope(run);
    QTRY_COMPARE(m_page->primaryAction()->text(), u"Leave the exercise"_s);
    QTRY_VERIFY(saysSomewhere(u"There is no total"_s));
    m_page->primaryAction()->trigger();
    QVERIFY(!m_desk->workspace().scope().isValid());
    m_page->setScope({});
    QTRY_COMPARE(m_page->primaryAction()->text(), u"Open this exercise"_s);
    m_page->primaryAction()->trigger();
    QCOMPARE(m_desk->workspace().scope(), run);
}

void DrillsPageTest::aFileThatCannotBePlayedSaysWhereAndWhy()
{
    const QString bad = path(u"bad.json"_s, "{\n  \"format\": \"vigie-drill\",\n  oops\n}\n");
    m_page->setFileAsker([&bad](QWidget *, const FileRequest &, const auto &done) { done(bad); });
    const auto others = m_page->headerActions();
    QCOMPARE(others.last()->text(), u"Open a file of posts…"_s);
    others.last()->trigger();
    QTRY_VERIFY(saysSomewhere(u"This file cannot be played"_s));
    QVERIFY(!m_page->primaryAction()->isEnabled());
    const auto views = m_page->findChildren<CardView *>();
    const bool namesTheFile = std::any_of(views.begin(), views.end(), [](const CardView *view) {
        return view->cards().rowCount() == 1 && view->cards().rows().front().meta.contains(u"bad.json"_s);
    });
    QVERIFY(namesTheFile);
}

void DrillsPageTest::theSampleStartsWithoutThePage()
{
    m_page.reset();
    startSample(*m_desk, core::Language::French);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->workspace().scope().isValid(), 20'000);
    QVERIFY(runner().isOpen());
    QCOMPARE(runner().scenario().language, core::Language::French);
    QCOMPARE(runner().speed(), 60.0);
    // The quiet day is played at once: within seconds there is something to look at.
    QTRY_VERIFY_WITH_TIMEOUT(runner().scenario().eventBeginsAt && runner().now() >= *runner().scenario().eventBeginsAt - std::chrono::minutes(21), 60'000);
    QVERIFY(runner().playedPosts() > 0);
    m_page = std::make_unique<DrillsPage>(*m_desk);
    m_page->show();
    m_page->activate(0);
    QTRY_COMPARE(m_page->primaryAction()->text(), u"Pause"_s);
}

void DrillsPageTest::switchingTheLanguageChangesEveryText()
{
    m_desk->workspace().setLanguage(core::Language::French);
    QEvent change(QEvent::LanguageChange);
    QApplication::sendEvent(m_page.get(), &change);
    QVERIFY(saysSomewhere(u"Nothing leaves this desk"_s)); // no translation is loaded here; the titles are French
    const auto &rows = list()->cards().rows();
    QVERIFY(std::any_of(rows.begin(), rows.end(), [](const auto &row) { return row.text.contains(u"Biberon"_s); }));
}

QTEST_MAIN(DrillsPageTest)
#include "tst_drillspage.moc"
