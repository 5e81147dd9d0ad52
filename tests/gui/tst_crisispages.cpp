// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/deskfortests.h"

#include "gui/common/actdialog.h"
#include "gui/common/columnscroller.h"
#include "gui/incident/crisisroompage.h"
#include "gui/incident/opencrisisdialog.h"
#include "gui/incident/roomrows.h"
#include "gui/postmortem/reviewpage.h"
#include "gui/shell/theme.h"
#include "incident/incidentservice.h"
#include "incident/logservice.h"
#include "incident/taskservice.h"
#include "playbook/playbookservice.h"
#include "postmortem/reviewrepository.h"
#include "postmortem/reviewservice.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSplitter>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::gui;

namespace
{

constexpr int kPatience = 20000; // the machine may be busy

/// Waits for the answer of a service, as no page may do.
template <typename T>
Result<T> waitFor(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.result();
}

/// The newest dialog of a kind, when there is one.
template <typename Dialog>
Dialog *dialogOf(QWidget *page)
{
    const auto all = page->findChildren<Dialog *>();
    return all.isEmpty() ? nullptr : all.last();
}

const CardRow *rowWith(const CardView *view, const QString &text)
{
    for (const CardRow &row : view->cards().rows()) {
        if (row.kind == CardKind::Card && row.text.contains(text))
            return &row;
    }
    return nullptr;
}

int openRows(const CardView *view)
{
    const auto &rows = view->cards().rows();
    return int(std::count_if(rows.begin(), rows.end(), [](const CardRow &row) { return row.mark == CardMark::Open; }));
}

} // namespace

/// The two pages on a real workspace: what a person does from opening a crisis to the PDF.
class CrisisPagesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void anEmptyRoomOffersToOpenACrisis();
    void aCrisisIsOpenedByTheDialog();
    void withoutATitleTheDialogDoesNotOpen();
    void noFieldOfTheDialogIsCut();
    void tickingATaskCompletesItAndUndoTakesItBack();
    void aTaskThatAsksForAProofAsksForIt();
    void anUpdateSetsTheNextOne();
    void aNoteAppearsInTheLog();
    void theLogGoesToAMoment();
    void whatIsOverdueComesFirstAndInRed();
    void factsAppearUnderTheirState();
    void closingLeadsToTheReview();
    void theReviewKeepsWhatIsWritten();
    void aFinalReviewCannotBeWritten();
    void thePdfIsWrittenWhereThePersonSays();
    void largeTextMakesTheColumnsScrollNotCoverEachOther();
    void theListsAreModelsAsTheyShouldBe();
    void everyActHasAWordAndTheLanguageMaySwitch();

private:
    core::IncidentId openCrisis(int severity = 3);
    [[nodiscard]] std::unique_ptr<CrisisRoomPage> roomPage(core::IncidentId id = {});
    [[nodiscard]] std::unique_ptr<ReviewPage> reviewPage(core::IncidentId id, FileAsker asker = {});
    [[nodiscard]] workspace::Workspace &workspace() { return m_desk->workspace(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DeskForTests> m_desk;
};

void CrisisPagesTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void CrisisPagesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = workspace::Workspace::open(
        {.path = m_folder->filePath(u"desk.db"_s), .language = core::Language::English, .operatorName = u"Anne Morel"_s});
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().toString()));
    m_desk = std::make_unique<DeskForTests>(*std::move(opened));
    const auto installed = waitFor(workspace().playbooks().installShipped());
    QVERIFY2(installed, installed ? "" : qPrintable(installed.error().toString()));
}

void CrisisPagesTest::cleanup()
{
    QVERIFY2(!m_desk || m_desk->errors.isEmpty(), qPrintable(m_desk ? m_desk->errors.join(u'\n') : QString()));
    m_desk.reset();
    m_folder.reset();
}

core::IncidentId CrisisPagesTest::openCrisis(int severity)
{
    const auto id = waitFor(workspace().incidents().open(
        u"Anne Morel"_s, {.title = u"Allergen in the almond bars"_s, .severity = severity, .playbookKey = u"product-safety"_s,
                          .lead = u"Anne Morel"_s}));
    return id ? *id : core::IncidentId();
}

std::unique_ptr<CrisisRoomPage> CrisisPagesTest::roomPage(core::IncidentId id)
{
    auto page = std::make_unique<CrisisRoomPage>(*m_desk);
    QSignalSpy loaded(page.get(), &CrisisRoomPage::loaded);
    page->resize(1100, 700);
    page->activate(id.value);
    page->show();
    loaded.wait(kPatience);
    return page;
}

std::unique_ptr<ReviewPage> CrisisPagesTest::reviewPage(core::IncidentId id, FileAsker asker)
{
    auto page = asker ? std::make_unique<ReviewPage>(*m_desk, nullptr, std::move(asker)) : std::make_unique<ReviewPage>(*m_desk);
    QSignalSpy loaded(page.get(), &ReviewPage::loaded);
    page->resize(1100, 700);
    page->activate(id.value);
    page->show();
    loaded.wait(kPatience);
    return page;
}

// The crisis room ---------------------------------------------------------------------------------------------------------

void CrisisPagesTest::anEmptyRoomOffersToOpenACrisis()
{
    const auto page = roomPage();
    QVERIFY(!page->room().board);
    QVERIFY(!page->primaryAction()); // one button, not the same one twice
    const auto buttons = page->findChildren<QPushButton *>();
    QVERIFY(std::any_of(buttons.begin(), buttons.end(), [&page](const QPushButton *button) {
        return button->text() == u"Open a crisis"_s && button->isVisibleTo(page.get());
    }));
}

void CrisisPagesTest::aCrisisIsOpenedByTheDialog()
{
    const auto page = roomPage();
    page->menuActions().first()->trigger();
    auto *dialog = dialogOf<OpenCrisisDialog>(page.get());
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>()->setText(u"Fire at the warehouse"_s);
    auto *playbooks = dialog->findChildren<QComboBox *>().first();
    QTRY_VERIFY_WITH_TIMEOUT(playbooks->isEnabled(), kPatience);
    QVERIFY(!dialog->actButton()->isEnabled()); // no plan is chosen for a person
    QVERIFY(playbooks->currentText().isEmpty());
    playbooks->setCurrentIndex(0);
    QVERIFY(dialog->actButton()->isEnabled());
    dialog->actButton()->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->pages.size(), 1, kPatience);
    QCOMPARE(m_desk->pages.first().page, PageId::CrisisRoom);
    page->activate(m_desk->pages.first().itemId);
    QTRY_VERIFY_WITH_TIMEOUT(page->room().board, kPatience);
    QCOMPARE(page->room().board->incident.title, u"Fire at the warehouse"_s);
    QVERIFY(!page->room().board->tasks.empty());
    QCOMPARE(page->room().board->holder(kLeadRole), u"Anne Morel"_s);
    QCOMPARE(page->primaryAction()->text(), u"Post an update"_s);
}

void CrisisPagesTest::withoutATitleTheDialogDoesNotOpen()
{
    const auto page = roomPage();
    page->menuActions().first()->trigger();
    auto *dialog = dialogOf<OpenCrisisDialog>(page.get());
    QVERIFY(dialog);
    auto *playbooks = dialog->findChildren<QComboBox *>().first();
    QTRY_VERIFY_WITH_TIMEOUT(playbooks->isEnabled(), kPatience);
    QVERIFY(!dialog->actButton()->isEnabled());
}

// The four severities were wider than the dialog, which cut the right end of every field.
void CrisisPagesTest::noFieldOfTheDialogIsCut()
{
    Theme theme(*qApp);
    const auto page = roomPage();
    for (const double scale : {1.0, 1.5}) {
        theme.setTextScale(scale);
        page->menuActions().first()->trigger();
        auto *dialog = dialogOf<OpenCrisisDialog>(page.get());
        auto *playbooks = dialog->findChildren<QComboBox *>().first();
        QTRY_VERIFY_WITH_TIMEOUT(playbooks->isEnabled(), kPatience);
        QTRY_VERIFY(dialog->isVisible());
        dialog->setStyleSheet(u"QToolButton { padding: 5px 28px; }"_s); // as wide as in French, and more
        const auto *fields = dialog->findChild<QScrollArea *>();
        for (int plan = 0; plan < playbooks->count(); ++plan) {
            playbooks->setCurrentIndex(plan);
            QTest::qWait(50); // the layout comes after the words
            QVERIFY2(fields->widget()->width() <= fields->viewport()->width(), qPrintable(playbooks->currentText()));
        }
        delete dialog;
    }
    theme.setTextScale(1.0);
}

void CrisisPagesTest::tickingATaskCompletesItAndUndoTakesItBack()
{
    const auto page = roomPage(openCrisis());
    QVERIFY(page->room().board);
    auto *tasks = page->findChild<CardView *>(u"taskView"_s);
    const int before = openRows(tasks);
    QVERIFY(before > 3);
    const auto &all = page->room().board->tasks;
    const auto simple = std::find_if(all.begin(), all.end(), [](const auto &task) { return !task.requiresProof; });
    QVERIFY(simple != all.end());
    tasks->setCurrentIndex(tasks->cards().indexOf(u"task.%1"_s.arg(simple->id.value)));
    QTest::keyClick(tasks, Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(openRows(tasks), before - 1, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(bool(m_desk->undo), kPatience);
    m_desk->undo();
    QTRY_COMPARE_WITH_TIMEOUT(openRows(tasks), before, kPatience);
}

void CrisisPagesTest::aTaskThatAsksForAProofAsksForIt()
{
    const auto page = roomPage(openCrisis());
    QVERIFY(page->room().board);
    const auto &all = page->room().board->tasks;
    const auto proven = std::find_if(all.begin(), all.end(), [](const auto &task) { return task.requiresProof; });
    QVERIFY(proven != all.end());
    const core::TaskId id = proven->id;
    auto *tasks = page->findChild<CardView *>(u"taskView"_s);
    tasks->setCurrentIndex(tasks->cards().indexOf(u"task.%1"_s.arg(id.value)));
    QTest::keyClick(tasks, Qt::Key_Space);
    auto *dialog = dialogOf<ActDialog>(page.get());
    QVERIFY(dialog);
    QVERIFY(!dialog->actButton()->isEnabled());
    dialog->findChild<QPlainTextEdit *>()->setPlainText(u"Batch 4471, report of 9:12"_s);
    dialog->actButton()->click();
    QTRY_COMPARE_WITH_TIMEOUT(page->room().board->task(id)->state, incident::TaskState::Done, kPatience);
    QCOMPARE(page->room().board->task(id)->proof, u"Batch 4471, report of 9:12"_s);
}

void CrisisPagesTest::anUpdateSetsTheNextOne()
{
    const auto page = roomPage(openCrisis());
    QVERIFY(page->room().board);
    page->primaryAction()->trigger();
    auto *dialog = dialogOf<ActDialog>(page.get());
    QVERIFY(dialog);
    dialog->findChild<QPlainTextEdit *>()->setPlainText(u"Two batches are withdrawn. More at noon."_s);
    const auto reach = dialog->findChildren<QRadioButton *>();
    reach.last()->setChecked(true);
    dialog->actButton()->click();
    QTRY_COMPARE_WITH_TIMEOUT(page->room().board->updates.size(), 1U, kPatience);
    QCOMPARE(page->room().board->updates.front().reach, incident::Reach::Public);
    QVERIFY(page->room().board->incident.firstStatementAt);
    QVERIFY(*page->room().board->incident.nextUpdateAt > workspace().clock().now());
}

void CrisisPagesTest::aNoteAppearsInTheLog()
{
    const auto page = roomPage(openCrisis());
    QVERIFY(page->room().board);
    auto *note = page->findChild<QLineEdit *>(u"noteEdit"_s);
    QVERIFY(note);
    QTest::keyClicks(note, u"The mayor called"_s);
    QTest::keyClick(note, Qt::Key_Return);
    const auto *log = page->findChild<CardView *>(u"logView"_s);
    QTRY_VERIFY_WITH_TIMEOUT(rowWith(log, u"The mayor called"_s), kPatience);
    QTRY_VERIFY(note->text().isEmpty());
}

// A pin of the curve leads here: whatever the log was filtered by, what was written then is found.
void CrisisPagesTest::theLogGoesToAMoment()
{
    const auto page = roomPage(openCrisis());
    QVERIFY(page->room().board);
    const auto *log = page->findChild<CardView *>(u"logView"_s);
    QLineEdit *filter = nullptr;
    for (QLineEdit *line : page->findChildren<QLineEdit *>()) {
        if (line->accessibleName() == u"Filter the log by words"_s)
            filter = line;
    }
    QVERIFY(filter);
    filter->setText(u"nothing says this"_s);
    const incident::LogEntry first = page->room().board->log.front();
    page->showMoment(first.at - std::chrono::minutes(1));
    QTRY_VERIFY_WITH_TIMEOUT(log->currentRow(), kPatience);
    QCOMPARE(log->currentRow()->key, RoomRows::logKey(first.id));
    QVERIFY(filter->text().isEmpty());
}

void CrisisPagesTest::whatIsOverdueComesFirstAndInRed()
{
    const auto page = roomPage(openCrisis());
    QVERIFY(page->room().board);
    QVERIFY(page->headline().contains(u"next update at"_s));
    const Board &board = *page->room().board;
    const core::Format format = workspace().format();
    const core::Instant later = *board.incident.nextUpdateAt + std::chrono::hours(30);
    const auto rows = RoomRows(board, format, later).tasks();
    QCOMPARE(rows.front().key, u"overdue"_s);
    QVERIFY(rows.at(1).trailing.contains(u"late"_s));
    QCOMPARE(rows.at(1).trailingToken, Token::Negative);
}

void CrisisPagesTest::factsAppearUnderTheirState()
{
    const core::IncidentId id = openCrisis();
    QVERIFY(waitFor(workspace().log().addFact(u"Anne Morel"_s, {.incidentId = id, .text = u"Only batch 4471"_s,
                                                                .state = incident::FactState::Confirmed})));
    QVERIFY(waitFor(workspace().log().addFact(u"Anne Morel"_s, {.incidentId = id, .text = u"A child in hospital"_s,
                                                                .state = incident::FactState::NotToSay})));
    const auto page = roomPage(id);
    const auto *notebook = page->findChild<CardView *>(u"notebookView"_s);
    const CardRow *sure = rowWith(notebook, u"Only batch 4471"_s);
    const CardRow *secret = rowWith(notebook, u"A child in hospital"_s);
    QVERIFY(sure && secret);
    QVERIFY(sure->meta.startsWith(u"Confirmed"_s));
    QVERIFY(secret->meta.startsWith(u"Not to say"_s));
}

void CrisisPagesTest::closingLeadsToTheReview()
{
    const core::IncidentId id = openCrisis();
    const auto page = roomPage(id);
    QVERIFY(page->room().board);
    const auto actions = page->menuActions();
    const auto close = std::find_if(actions.begin(), actions.end(),
                                    [](const QAction *action) { return action && action->text().startsWith(u"Close"_s); });
    QVERIFY(close != actions.end());
    (*close)->trigger();
    auto *dialog = dialogOf<ActDialog>(page.get());
    QVERIFY(dialog);
    dialog->actButton()->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->pages.size(), 1, kPatience);
    QCOMPARE(m_desk->pages.first().page, PageId::Review);
    QCOMPARE(m_desk->pages.first().itemId, id.value);
    const auto review = postmortem::ReviewRepository::ofIncident(workspace().reader(), id);
    QVERIFY(review && *review);
    QVERIFY(!(*review)->summary.isEmpty());
}

// The review --------------------------------------------------------------------------------------------------------------

void CrisisPagesTest::theReviewKeepsWhatIsWritten()
{
    const core::IncidentId id = openCrisis();
    QVERIFY(waitFor(workspace().incidents().close(u"Anne Morel"_s, id)));
    const auto page = reviewPage(id);
    QVERIFY(page->shown());
    QVERIFY(!page->shown()->review);
    page->menuActions().first()->trigger(); // begin
    QTRY_VERIFY_WITH_TIMEOUT(page->shown()->review, kPatience);
    auto *summary = page->findChild<QPlainTextEdit *>(u"summaryEdit"_s);
    QVERIFY(summary);
    summary->setPlainText(u"One batch, found by a customer."_s);
    QTRY_COMPARE_WITH_TIMEOUT(page->shown()->review->summary, u"One batch, found by a customer."_s, kPatience);
    QCOMPARE(summary->toPlainText(), u"One batch, found by a customer."_s);
}

void CrisisPagesTest::aFinalReviewCannotBeWritten()
{
    const core::IncidentId id = openCrisis();
    QVERIFY(waitFor(workspace().incidents().close(u"Anne Morel"_s, id)));
    const auto review = waitFor(workspace().reviews().prefill(u"Anne Morel"_s, id));
    QVERIFY(review);
    const auto page = reviewPage(id);
    QTRY_VERIFY_WITH_TIMEOUT(page->shown() && page->shown()->review, kPatience);
    page->headerActions().last()->trigger(); // finalise
    auto *summary = page->findChild<QPlainTextEdit *>(u"summaryEdit"_s);
    QVERIFY(summary);
    QTRY_VERIFY_WITH_TIMEOUT(summary->isReadOnly(), kPatience);
    page->headerActions().last()->trigger(); // reopen
    QTRY_VERIFY_WITH_TIMEOUT(!summary->isReadOnly(), kPatience);
}

void CrisisPagesTest::thePdfIsWrittenWhereThePersonSays()
{
    const core::IncidentId id = openCrisis();
    QVERIFY(waitFor(workspace().incidents().close(u"Anne Morel"_s, id)));
    QVERIFY(waitFor(workspace().reviews().prefill(u"Anne Morel"_s, id)));
    const QString path = m_folder->filePath(u"Rétex été.pdf"_s);
    FileRequest asked;
    const auto page = reviewPage(id, [&](QWidget *, const FileRequest &request, const std::function<void(const QString &)> &done) {
        asked = request;
        done(path);
    });
    QVERIFY(page->shown());
    QSignalSpy exported(page.get(), &ReviewPage::exported);
    QCOMPARE(page->primaryAction()->text(), u"Export PDF"_s);
    page->primaryAction()->trigger();
    QVERIFY(exported.wait(kPatience));
    QVERIFY(asked.suggestion.endsWith(u".pdf"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(5).startsWith("%PDF-"));
    QVERIFY(file.size() > 10'000);
}

// At twice the text size the columns were pressed into the window, and words stood over words.
void CrisisPagesTest::largeTextMakesTheColumnsScrollNotCoverEachOther()
{
    Theme theme(*qApp);
    theme.setTextScale(2.0);
    const core::IncidentId id = openCrisis();
    const auto room = roomPage(id);
    QVERIFY(waitFor(workspace().reviews().prefill(u"Anne Morel"_s, id)));
    const auto review = reviewPage(id);
    for (QWidget *page : std::initializer_list<QWidget *>{room.get(), review.get()}) {
        const auto *scroller = page->findChild<ColumnScroller *>();
        QVERIFY(scroller);
        const auto *columns = qobject_cast<QSplitter *>(scroller->widget());
        QVERIFY(columns->width() > scroller->viewport()->width());
        for (int i = 0; i < columns->count(); ++i) {
            QVERIFY(columns->widget(i)->width() >= columns->widget(i)->minimumWidth());
            QVERIFY(columns->rect().contains(columns->widget(i)->geometry()));
        }
    }
    theme.setTextScale(1.0);
    QTRY_COMPARE(room->findChild<ColumnScroller *>()->widget()->width(), room->findChild<ColumnScroller *>()->viewport()->width());
}

void CrisisPagesTest::theListsAreModelsAsTheyShouldBe()
{
    const core::IncidentId id = openCrisis();
    const auto page = roomPage();
    std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
    for (CardView *view : page->findChildren<CardView *>())
        testers.push_back(std::make_unique<QAbstractItemModelTester>(&view->cards(),
                                                                     QAbstractItemModelTester::FailureReportingMode::Fatal));
    QVERIFY(waitFor(workspace().incidents().changeSeverity(u"Anne Morel"_s, id, 4, u"Two people in hospital"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(page->room().board->incident.severity, 4, kPatience);
}

void CrisisPagesTest::everyActHasAWordAndTheLanguageMaySwitch()
{
    const core::IncidentId id = openCrisis();
    const auto room = roomPage(id);
    const auto review = reviewPage(id);
    QEvent event(QEvent::LanguageChange);
    QApplication::sendEvent(room.get(), &event);
    QApplication::sendEvent(review.get(), &event);
    for (const Page *page : {static_cast<const Page *>(room.get()), static_cast<const Page *>(review.get())}) {
        for (const QAction *action : page->menuActions())
            QVERIFY(!action || !action->text().isEmpty());
        for (const CardView *view : page->findChildren<CardView *>())
            QVERIFY(!view->accessibleName().isEmpty());
    }
    QVERIFY(room->room().board);
}

QTEST_MAIN(CrisisPagesTest)
#include "tst_crisispages.moc"
