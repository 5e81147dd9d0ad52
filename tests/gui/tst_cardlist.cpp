// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/cardlist.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie::gui;

namespace
{

CardRow card(const QString &key, const QString &text = {})
{
    return {.key = key, .id = 1, .mark = CardMark::Open, .text = text.isEmpty() ? key : text};
}

QStringList keysOf(const CardListModel &model)
{
    QStringList keys;
    for (const CardRow &row : model.rows())
        keys += row.key;
    return keys;
}

} // namespace

class CardListTest : public QObject
{
    Q_OBJECT

private slots:
    void anEqualListAnnouncesNothing();
    void aChangedTextAnnouncesOneRow();
    void rowsComeGoAndMoveWithoutAReset();
    void theSelectionFollowsItsRow();
    void hintsCannotBeSelected();
    void spaceSettlesAndEnterOpens();
    void aClickOnTheMarkSettlesAndOneOnTheTextDoesNot();
    void aLongTextMakesAHigherRow();
};

void CardListTest::anEqualListAnnouncesNothing()
{
    CardListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows({card(u"a"_s), card(u"b"_s)});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.setRows({card(u"a"_s), card(u"b"_s)});
    QCOMPARE(changed.size(), 0);
    QCOMPARE(inserted.size(), 0);
}

void CardListTest::aChangedTextAnnouncesOneRow()
{
    CardListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows({card(u"a"_s), card(u"b"_s), card(u"c"_s)});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRows({card(u"a"_s), card(u"b"_s, u"other words"_s), card(u"c"_s)});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(model.index(1).data().toString(), u"other words"_s);
}

void CardListTest::rowsComeGoAndMoveWithoutAReset()
{
    CardListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QList<QStringList> steps = {{u"a"_s, u"b"_s, u"c"_s, u"d"_s},
                                      {u"d"_s, u"a"_s, u"b"_s, u"c"_s},
                                      {u"c"_s, u"x"_s, u"a"_s},
                                      {},
                                      {u"z"_s},
                                      {u"y"_s, u"z"_s, u"a"_s}};
    for (const QStringList &step : steps) {
        std::vector<CardRow> rows;
        for (const QString &key : step)
            rows.push_back(card(key));
        model.setRows(rows);
        QCOMPARE(keysOf(model), step);
    }
    QCOMPARE(reset.size(), 0);
}

void CardListTest::theSelectionFollowsItsRow()
{
    CardView view;
    view.cards().setRows({card(u"a"_s), card(u"b"_s)});
    view.setCurrentIndex(view.cards().index(1));
    view.cards().setRows({card(u"new"_s), card(u"b"_s), card(u"a"_s)});
    QVERIFY(view.currentRow());
    QCOMPARE(view.currentRow()->key, u"b"_s);
}

void CardListTest::hintsCannotBeSelected()
{
    CardListModel model;
    model.setRows({{.key = u"s"_s, .kind = CardKind::Section, .text = u"Section"_s},
                   {.key = u"t"_s, .kind = CardKind::Section, .text = u"With a plus"_s, .canAdd = true},
                   {.key = u"h"_s, .kind = CardKind::Hint, .text = u"Nothing yet"_s}});
    QVERIFY(!model.flags(model.index(0)).testFlag(Qt::ItemIsSelectable));
    QVERIFY(model.flags(model.index(1)).testFlag(Qt::ItemIsSelectable));
    QVERIFY(!model.flags(model.index(2)).testFlag(Qt::ItemIsSelectable));
}

void CardListTest::spaceSettlesAndEnterOpens()
{
    CardView view;
    view.cards().setRows({{.key = u"t"_s, .kind = CardKind::Section, .text = u"With a plus"_s, .canAdd = true}, card(u"a"_s)});
    view.resize(300, 200);
    view.show();
    QSignalSpy settled(&view, &CardView::markClicked);
    QSignalSpy opened(&view, &CardView::opened);
    QSignalSpy added(&view, &CardView::addClicked);
    view.setCurrentIndex(view.cards().index(1));
    QTest::keyClick(&view, Qt::Key_Space);
    QTest::keyClick(&view, Qt::Key_Return);
    QTest::keyClick(&view, Qt::Key_K);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(settled.size(), 1);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(added.size(), 1);
}

void CardListTest::aClickOnTheMarkSettlesAndOneOnTheTextDoesNot()
{
    CardView view;
    view.cards().setRows({card(u"a"_s, u"Call the factory"_s)});
    view.resize(300, 200);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QSignalSpy settled(&view, &CardView::markClicked);
    const QRect rect = view.visualRect(view.cards().index(0));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(rect.left() + 120, rect.center().y()));
    QCOMPARE(settled.size(), 0);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(rect.left() + 24, rect.top() + 18));
    QCOMPARE(settled.size(), 1);
}

void CardListTest::aLongTextMakesAHigherRow()
{
    CardView view;
    view.resize(240, 400);
    view.cards().setRows({card(u"a"_s, u"Short"_s), card(u"b"_s, u"A sentence that is much too long for one line of this list"_s)});
    view.show();
    QVERIFY(view.visualRect(view.cards().index(1)).height() > view.visualRect(view.cards().index(0)).height());
}

QTEST_MAIN(CardListTest)
#include "tst_cardlist.moc"
