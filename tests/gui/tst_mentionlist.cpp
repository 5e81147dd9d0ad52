// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/monitoring/mentiondelegate.h"
#include "gui/monitoring/mentionlistmodel.h"
#include "gui/monitoring/mentiontexts.h"
#include "gui/monitoring/mentionview.h"
#include "gui/shell/theme.h"
#include "monitoring/desk.h"
#include "monitoring/mentionrepository.h"
#include "monitoring/mentionservice.h"
#include "monitoring/tombstonerepository.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using namespace vigie::gui;
using namespace vigie::monitoring;

namespace
{

std::vector<networks::Post> posts(int count, core::Instant from, const QString &prefix, std::chrono::milliseconds apart = 1min)
{
    std::vector<networks::Post> result;
    for (int i = 0; i < count; ++i) {
        networks::Post one = post((prefix + QString::number(i)).toLatin1().constData(), u"word %1 of %2"_s.arg(i).arg(prefix), from + i * apart);
        result.push_back(one);
    }
    return result;
}

/// 300 mentions, one a minute, and a model that shows those to do.
struct ListDesk : monitoring::Desk {
    explicit ListDesk(int count = 300)
    {
        take(posts(count, at("2026-03-01T01:00:00Z"), u"a"_s));
        model.setFilter({}, {.status = Status::New});
    }
    std::vector<core::MentionId> take(std::vector<networks::Post> batch)
    {
        auto report = waitFor(intake.accept({.posts = std::move(batch)}));
        if (!report)
            qFatal("%s", qPrintable(report.error().toString()));
        return report->mentions;
    }

    Intake intake{*database, judge()};
    MentionService service{*database, intake};
    MentionListModel model{*database};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

} // namespace

class MentionListTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theFirstPageIsThereAtOnceAndTheRestFollows();
    void theRestWaitsWhereItIsHeld();
    void newMentionsComeInAtTheTop();
    void anOldPostThatComesLateFindsItsPlace();
    void whatIsDoneLeavesTheListToDo();
    void whatIsKeptStaysWhateverBecomesOfIt();
    void aCorrectionChangesItsRowOnly();
    void anotherScopeShowsNothingOfThisOne();
    void whatIsReadDoesNotMoveWhenNewOnesComeIn();
    void theSelectionStaysOnItsMention();
    void steppingStopsAtBothEnds();
    void aRowIsSpokenAsOneSentence();
    void aPostThatIsGoneSaysSoInPlaceOfItsText();
    void aHundredInsertionsAreAnnouncedAFewTimes();

private:
    std::unique_ptr<Theme> m_theme;
};

void MentionListTest::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
}

void MentionListTest::theFirstPageIsThereAtOnceAndTheRestFollows()
{
    ListDesk desk;
    QCOMPARE(desk.model.rowCount(), MentionRepository::kPageSize);
    QVERIFY(!desk.model.isComplete());
    QCOMPARE(desk.model.mention(0)->text, u"word 299 of a"_s);
    QTRY_VERIFY(desk.model.isComplete());
    QCOMPARE(desk.model.rowCount(), 300);
    QCOMPARE(desk.model.mention(0)->text, u"word 299 of a"_s);
    QCOMPARE(desk.model.mention(299)->text, u"word 0 of a"_s);
    for (int row = 1; row < 300; ++row)
        QVERIFY(desk.model.idAt(row) < desk.model.idAt(row - 1));
    QCOMPARE(desk.model.rowOf(desk.model.idAt(123)), 123);
    QCOMPARE(desk.model.rowOf(core::MentionId{1}), -1);
}

void MentionListTest::theRestWaitsWhereItIsHeld()
{
    ListDesk desk;
    QTRY_VERIFY(desk.model.isComplete());
    desk.model.hold();
    desk.model.setFilter({}, {.status = Status::New});
    QSignalSpy completed(&desk.model, &MentionListModel::completed);
    QVERIFY(!completed.wait(200));
    QCOMPARE(desk.model.rowCount(), MentionRepository::kPageSize);
    desk.model.release();
    QVERIFY(completed.wait(5000));
    QCOMPARE(desk.model.rowCount(), 300);
}

void MentionListTest::newMentionsComeInAtTheTop()
{
    ListDesk desk;
    QTRY_VERIFY(desk.model.isComplete());
    QSignalSpy arrived(&desk.model, &MentionListModel::arrived);
    desk.take(posts(3, at("2026-03-01T11:00:00Z"), u"new"_s));
    QTRY_COMPARE(desk.model.rowCount(), 303);
    QCOMPARE(desk.model.mention(0)->text, u"word 2 of new"_s);
    QCOMPARE(desk.model.mention(3)->text, u"word 299 of a"_s);
    QCOMPARE(arrived.size(), 1);
    QCOMPARE(arrived.first().first().toInt(), 3);
}

void MentionListTest::anOldPostThatComesLateFindsItsPlace()
{
    ListDesk desk;
    QTRY_VERIFY(desk.model.isComplete());
    // Far older than the newest: only the look at everything finds it.
    const auto late = desk.take(posts(1, at("2026-03-01T01:30:30Z"), u"late"_s));
    QTRY_VERIFY_WITH_TIMEOUT(desk.model.rowOf(late.front()) >= 0, 10'000);
    QCOMPARE(desk.model.rowOf(late.front()), 269);
    QCOMPARE(desk.model.mention(269)->text, u"word 0 of late"_s);
    QCOMPARE(desk.model.mention(270)->text, u"word 30 of a"_s);
}

void MentionListTest::whatIsDoneLeavesTheListToDo()
{
    ListDesk desk;
    QTRY_VERIFY(desk.model.isComplete());
    const core::MentionId id = desk.model.idAt(10);
    QSignalSpy removed(&desk.model, &QAbstractItemModel::rowsRemoved);
    QVERIFY(waitFor(desk.service.setStatus(u"Ada"_s, id, Status::Done)));
    QTRY_COMPARE(desk.model.rowCount(), 299);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(desk.model.rowOf(id), -1);
    // Undone, it comes back to where it was.
    QVERIFY(waitFor(desk.service.setStatus(u"Ada"_s, id, Status::New)));
    QTRY_COMPARE(desk.model.rowOf(id), 10);
}

void MentionListTest::whatIsKeptStaysWhateverBecomesOfIt()
{
    ListDesk desk;
    QTRY_VERIFY(desk.model.isComplete());
    const core::MentionId id = desk.model.idAt(10);
    desk.model.keep(id);
    QVERIFY(waitFor(desk.service.setStatus(u"Ada"_s, id, Status::Waiting)));
    QTRY_COMPARE(desk.model.mention(10)->status, Status::Waiting);
    QCOMPARE(desk.model.rowOf(id), 10);
    // Nor does it leave when the whole list is compared because another one has gone.
    const core::MentionId other = desk.model.idAt(20);
    QVERIFY(waitFor(desk.service.setStatus(u"Ada"_s, other, Status::Done)));
    QTRY_COMPARE(desk.model.rowOf(other), -1);
    QVERIFY(waitFor(desk.service.setStatus(u"Ada"_s, other, Status::New)));
    QTRY_COMPARE(desk.model.rowOf(other), 20);
    QCOMPARE(desk.model.rowOf(id), 10);

    desk.model.keep({});
    QTRY_COMPARE(desk.model.rowOf(id), -1);
    QCOMPARE(desk.model.rowCount(), 299);
}

void MentionListTest::aCorrectionChangesItsRowOnly()
{
    ListDesk desk;
    QTRY_VERIFY(desk.model.isComplete());
    const core::MentionId id = desk.model.idAt(5);
    QSignalSpy changed(&desk.model, &QAbstractItemModel::dataChanged);
    QVERIFY(waitFor(desk.service.correctTonality(u"Ada"_s, id, analysis::Tonality::Negative)));
    QTRY_VERIFY(!changed.isEmpty());
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 5);
    QCOMPARE(changed.first().at(1).toModelIndex().row(), 5);
    QCOMPARE(desk.model.mention(5)->tonality, analysis::Tonality::Negative);
    QCOMPARE(desk.model.rowCount(), 300);
}

void MentionListTest::anotherScopeShowsNothingOfThisOne()
{
    ListDesk desk;
    desk.model.setFilter(core::DrillRunId{4}, {});
    QTRY_VERIFY(desk.model.isComplete());
    QCOMPARE(desk.model.rowCount(), 0);
    QVERIFY(!desk.model.mention(0));
}

void MentionListTest::whatIsReadDoesNotMoveWhenNewOnesComeIn()
{
    ListDesk desk;
    MentionView view;
    view.setRowHeight(84);
    view.setModel(&desk.model);
    view.resize(500, 600);
    view.show();
    QTRY_VERIFY(desk.model.isComplete());
    view.verticalScrollBar()->setValue(84 * 20 + 10);
    const core::MentionId top = desk.model.idAt(view.rowAt(0));
    const int offset = view.rowViewportPosition(view.rowAt(0));
    desk.take(posts(7, at("2026-03-01T11:00:00Z"), u"new"_s));
    QTRY_COMPARE(desk.model.rowCount(), 307);
    QCOMPARE(desk.model.idAt(view.rowAt(0)), top);
    QCOMPARE(view.rowViewportPosition(view.rowAt(0)), offset);
}

void MentionListTest::theSelectionStaysOnItsMention()
{
    ListDesk desk;
    MentionView view;
    view.setModel(&desk.model);
    QTRY_VERIFY(desk.model.isComplete());
    view.select(2);
    const core::MentionId chosen = desk.model.idAt(2);
    desk.take(posts(5, at("2026-03-01T11:00:00Z"), u"new"_s));
    QTRY_COMPARE(desk.model.rowCount(), 305);
    QCOMPARE(view.currentIndex().row(), 7);
    QCOMPARE(desk.model.idAt(view.currentIndex().row()), chosen);
}

void MentionListTest::steppingStopsAtBothEnds()
{
    ListDesk desk(70);
    MentionView view;
    view.setModel(&desk.model);
    QTRY_VERIFY(desk.model.isComplete());
    view.step(1);
    QCOMPARE(view.currentIndex().row(), 0);
    view.step(-1);
    QCOMPARE(view.currentIndex().row(), 0);
    view.step(500);
    QCOMPARE(view.currentIndex().row(), 69);
}

void MentionListTest::aRowIsSpokenAsOneSentence()
{
    ListDesk desk(1);
    const QString spoken = desk.model.index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.startsWith(u"Ada, on Mastodon, "_s), qPrintable(spoken));
    QVERIFY(spoken.endsWith(u"word 0 of a"_s));
}

void MentionListTest::aPostThatIsGoneSaysSoInPlaceOfItsText()
{
    ListDesk desk(2);
    const auto bury = [&desk](const QString &remoteId) {
        const Mention *const one = desk.model.mention(0);
        return waitFor(desk.database->submit(u"eva"_s, [network = one->network, remoteId](store::Transaction &transaction) {
            return TombstoneRepository::bury(transaction, {}, network, remoteId);
        }));
    };
    const auto asRead = [&desk](int row) {
        return *MentionRepository::byId(desk.reader(), desk.model.idAt(row)).value();
    };
    const core::Format english(core::Language::English, QTimeZone::utc());
    QCOMPARE(shownText(asRead(0)), u"word 1 of a"_s);
    QVERIFY(goneReason(asRead(0), english).isEmpty());
    QCOMPARE(bury(u"a1"_s).value(), 1);
    const Mention gone = asRead(0);
    QCOMPARE(*gone.goneAt, desk.clock.now());
    QCOMPARE(shownText(gone), u"Deleted on Mastodon. Its text was removed here, too."_s);
    QVERIFY(spokenSentence(gone, english, desk.clock.now()).endsWith(shownText(gone)));
    QVERIFY(goneReason(gone, english).contains(u"its text and its author were removed here"_s));

    QVERIFY(waitFor(desk.service.setLegalHold(u"eva"_s, true)));
    QCOMPARE(bury(u"a0"_s).value(), 1);
    const Mention held = asRead(1);
    QCOMPARE(shownText(held), u"word 0 of a"_s);
    QVERIFY(spokenSentence(held, english, desk.clock.now()).contains(u"Deleted"_s));
    QVERIFY(goneReason(held, english).contains(u"because of the legal hold"_s));
}

void MentionListTest::aHundredInsertionsAreAnnouncedAFewTimes()
{
    ListDesk desk(10);
    QTRY_VERIFY(desk.model.isComplete());
    QSignalSpy inserted(&desk.model, &QAbstractItemModel::rowsInserted);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 100; ++i)
        desk.take(posts(1, at("2026-03-01T11:00:00Z") + i * 1s, u"n%1x"_s.arg(i)));
    QTRY_COMPARE(desk.model.rowCount(), 110);
    QVERIFY2(inserted.size() <= 2 + timer.elapsed() / 200, qPrintable(QString::number(inserted.size())));
}

QTEST_MAIN(MentionListTest)
#include "tst_mentionlist.moc"
