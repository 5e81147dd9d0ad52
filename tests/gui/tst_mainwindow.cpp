// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/afterpaint.h"
#include "gui/common/icons.h"
#include "gui/monitoring/watchpage.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/pageheader.h"
#include "gui/shell/rail.h"
#include "gui/shell/toastbar.h"
#include "workspace/workspace.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::gui;

namespace
{

/// A page of nothing, that counts how often it was made.
class PlainPage : public Page
{
public:
    PlainPage(Desk &desk, QWidget *parent, int &made) : Page(desk, parent), m_action(new QAction(this))
    {
        ++made;
        retranslate();
    }
    [[nodiscard]] QList<QAction *> menuActions() const override { return {m_action}; }
    void setScope(core::DrillRunId newScope) override { scope = newScope; }
    void activate(qint64 itemId) override { lastItem = itemId; }

    core::DrillRunId scope;
    qint64 lastItem = -1;

protected:
    void retranslate() override { m_action->setText(QCoreApplication::translate("PlainPage", "Do something")); }

private:
    QAction *m_action;
};

/// With as many words in its header as the page of mentions has in French.
class WordyPage : public PlainPage
{
public:
    WordyPage(Desk &desk, QWidget *parent, int &made) : PlainPage(desk, parent, made)
    {
        m_crisis.setText(u"Ouvrir une crise…"_s);
        m_add.setText(u"Ajouter une mention…"_s);
        m_import.setText(u"Importer…"_s);
        m_add.setIcon(icon(u"plus-lg"_s));
        m_import.setIcon(icon(u"box-arrow-in-down"_s));
    }
    [[nodiscard]] QAction *primaryAction() const override { return &m_crisis; }
    [[nodiscard]] QList<QAction *> headerActions() const override { return {&m_add, &m_import}; }

private:
    mutable QAction m_crisis;
    mutable QAction m_add;
    mutable QAction m_import;
};

struct TestDesk {
    TestDesk()
    {
        auto opened = workspace::Workspace::open({.path = folder.filePath(u"desk.db"_s), .operatorName = u"Ada"_s});
        if (!opened)
            qFatal("%s", qPrintable(opened.error().toString()));
        workspace = std::move(*opened);
        PageFactories factories;
        factories.pages[std::size_t(PageId::Watch)] = [](Desk &desk, QWidget *parent) -> Page * { return new WatchPage(desk, parent); };
        for (const PageId id : {PageId::CrisisRoom, PageId::Drills}) {
            factories.pages[std::size_t(id)] = [this](Desk &desk, QWidget *parent) -> Page * { return new PlainPage(desk, parent, made); };
        }
        factories.badges[std::size_t(PageId::CrisisRoom)] = [](const store::Connection &, core::DrillRunId) -> Result<int> { return 3; };
        window = std::make_unique<MainWindow>(MainWindow::Parts{.workspace = *workspace,
                                                                .theme = theme,
                                                                .languages = languages,
                                                                .settings = settings,
                                                                .factories = std::move(factories)});
    }

    QTemporaryDir folder;
    Theme theme{*qApp};
    LanguageSwitch languages;
    QSettings settings{folder.filePath(u"desk.ini"_s), QSettings::IniFormat};
    std::unique_ptr<workspace::Workspace> workspace;
    int made = 0;
    std::unique_ptr<MainWindow> window;
};

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void pagesAreMadeAtTheirFirstShowing();
    void badgesCountWithoutThePage();
    void everyActHasANameAndKeysAreUnique();
    void aDrillPutsItsBandOnEveryPage();
    void theLanguageChangesWithoutARestart();
    void anUndoToastTakesTheActBack();
    void aPageIsRemembered();
    void noButtonOfTheHeaderIsCutWhereItIsNarrow();
    void largeTextInASmallWindowLeavesTheRoomToThePage();
    void enterPressesTheButtonThatHasTheFocus();
    void everyControlHasASpokenName();
    void workAfterTheFirstFrameWaitsForItAndIsDoneOnce();
};

void MainWindowTest::pagesAreMadeAtTheirFirstShowing()
{
    TestDesk desk;
    QCOMPARE(desk.made, 0);
    desk.window->openPage(PageId::CrisisRoom, 12);
    QCOMPARE(desk.made, 1);
    QCOMPARE(static_cast<PlainPage *>(desk.window->page(PageId::CrisisRoom))->lastItem, 12);
    desk.window->openPage(PageId::Watch);
    desk.window->openPage(PageId::CrisisRoom);
    QCOMPARE(desk.made, 1);
    desk.window->openPage(PageId::Settings); // not in this program: the page stays
    QCOMPARE(desk.window->currentPage(), PageId::CrisisRoom);
}

void MainWindowTest::workAfterTheFirstFrameWaitsForItAndIsDoneOnce()
{
    QWidget window;
    int done = 0;
    afterPaint(window, [&done] { ++done; });
    QCoreApplication::processEvents();
    QCOMPARE(done, 0);
    window.show();
    QTRY_COMPARE(done, 1);
    window.repaint();
    QCoreApplication::processEvents();
    QCOMPARE(done, 1);
    afterPaint(window, [&done] { ++done; }); // a window that is there already is painted for it
    QTRY_COMPARE(done, 2);
}

void MainWindowTest::badgesCountWithoutThePage()
{
    TestDesk desk;
    const auto *rail = desk.window->findChild<Rail *>();
    desk.window->show(); // what the first frame does not need is read after it
    QTRY_COMPARE(rail->button(PageId::CrisisRoom)->badge(), 3);
    QCOMPARE(desk.made, 0);
    QVERIFY(rail->button(PageId::CrisisRoom)->accessibleName().contains(u'3'));
}

void MainWindowTest::everyActHasANameAndKeysAreUnique()
{
    TestDesk desk;
    desk.window->show(); // the acts of its first page are among them
    QHash<QString, QString> keys;
    for (const Command &command : desk.window->commands()) {
        QVERIFY(!command.name.isEmpty());
        const QString key = command.shortcut.toString();
        QVERIFY2(key.isEmpty() || !keys.contains(key), qPrintable(key + u" is "_s + command.name + u" and "_s + keys.value(key)));
        keys.insert(key, command.name);
    }
    for (const QString &key : {u"J"_s, u"K"_s, u"R"_s, u"P"_s, u"A"_s, u"E"_s, u"S"_s, u"L"_s, u"/"_s, u"Ctrl+K"_s, u"F1"_s, u"?"_s, u"Ctrl+1"_s})
        QVERIFY2(keys.contains(key), qPrintable(key));
}

void MainWindowTest::aDrillPutsItsBandOnEveryPage()
{
    TestDesk desk;
    desk.window->openPage(PageId::CrisisRoom);
    desk.workspace->setScope(core::DrillRunId{1});
    QCOMPARE(static_cast<PlainPage *>(desk.window->page(PageId::CrisisRoom))->scope, core::DrillRunId{1});
    QVERIFY(desk.window->windowTitle().contains(u"DRILL"_s));
    desk.workspace->setScope({});
    QVERIFY(!desk.window->windowTitle().contains(u"DRILL"_s));
}

void MainWindowTest::theLanguageChangesWithoutARestart()
{
    TestDesk desk;
    desk.window->setLanguage(core::Language::French);
    QCOMPARE(desk.workspace->language(), core::Language::French);
    QCOMPARE(desk.settings.value(u"language"_s).toString(), u"fr"_s);
    desk.window->setLanguage(core::Language::English);
    QCoreApplication::processEvents();
    QCOMPARE(Rail::title(PageId::CrisisRoom), u"Crisis room"_s);
}

void MainWindowTest::anUndoToastTakesTheActBack()
{
    TestDesk desk;
    desk.window->show();
    int undone = 0;
    desk.window->showUndoToast(u"Done."_s, [&undone] { ++undone; });
    auto *toast = desk.window->findChild<ToastBar *>();
    QCOMPARE(toast->text(), u"Done."_s);
    QVERIFY(toast->undo());
    QCOMPARE(undone, 1);
    QVERIFY(!toast->undo()); // once only
    QCOMPARE(undone, 1);
}

void MainWindowTest::aPageIsRemembered()
{
    TestDesk desk;
    desk.window->openPage(PageId::Drills);
    desk.window->close();
    QCOMPARE(desk.settings.value(u"window/page"_s).toInt(), int(PageId::Drills));
}

void MainWindowTest::noButtonOfTheHeaderIsCutWhereItIsNarrow()
{
    // "Ajouter une mention…" and "Ouvrir une crise…" did not fit beside the title at twice the text size.
    TestDesk desk;
    WordyPage page(*desk.window, nullptr, desk.made);
    QWidget frame;
    frame.resize(1000, 200);
    PageHeader header(&frame);
    header.resize(900, 150); // as high as it must be at twice the text size
    header.showPage(u"Veille"_s, page);
    frame.show();
    const auto buttons = header.findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 3);
    const auto areWhole = [&header, &buttons] {
        return std::all_of(buttons.begin(), buttons.end(), [&header](const QPushButton *button) {
            return header.rect().contains(button->geometry()) && button->width() >= button->sizeHint().width()
                   && !button->accessibleName().isEmpty();
        });
    };
    header.resize(900, header.height());
    QTRY_VERIFY(areWhole());
    QVERIFY(!buttons.front()->text().isEmpty());
    header.resize(460, header.height());
    QTRY_VERIFY(areWhole());
    QVERIFY(buttons.front()->text().isEmpty());
    QVERIFY(!buttons.back()->text().isEmpty()); // the primary act keeps its words
    header.resize(900, header.height());
    QTRY_VERIFY(areWhole() && !buttons.front()->text().isEmpty());
    desk.theme.setTextScale(2.0);
    QTRY_VERIFY(areWhole() && buttons.front()->text().isEmpty());
    desk.theme.setTextScale(1.0);
}

// At twice the text size the names of the pages took a quarter of a small window.
void MainWindowTest::largeTextInASmallWindowLeavesTheRoomToThePage()
{
    TestDesk desk;
    desk.window->resize(1280, 800);
    desk.window->show();
    const auto *rail = desk.window->findChild<Rail *>();
    const RailButton *button = rail->button(PageId::CrisisRoom);
    QTRY_VERIFY(!button->isCompact());
    const int wide = rail->width();
    desk.theme.setTextScale(2.0);
    QTRY_VERIFY(button->isCompact());
    QTRY_VERIFY(rail->width() < wide);
    QVERIFY(button->toolTip().contains(Rail::title(PageId::CrisisRoom)));
    QVERIFY(button->accessibleName().startsWith(Rail::title(PageId::CrisisRoom)));
    desk.window->resize(1980, 1080);
    QTRY_VERIFY(!button->isCompact());
    desk.theme.setTextScale(1.0);
}

void MainWindowTest::enterPressesTheButtonThatHasTheFocus()
{
    TestDesk desk;
    desk.window->openPage(PageId::Watch);
    desk.window->show();
    desk.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    desk.window->findChild<Rail *>()->button(PageId::CrisisRoom)->setFocus();
    QTest::keyClick(desk.window->focusWidget(), Qt::Key_Return);
    QCOMPARE(desk.window->currentPage(), PageId::CrisisRoom);
}

void MainWindowTest::everyControlHasASpokenName()
{
    TestDesk desk;
    desk.window->show();
    QTest::qWait(50);
    for (const QWidget *widget : desk.window->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(desk.window.get()))
            continue;
        const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY(spoken);
        const bool isContainer = widget->inherits("QMenuBar") || widget->inherits("QSplitter");
        QVERIFY2(isContainer || !spoken->text(QAccessible::Name).isEmpty(),
                 qPrintable(u"%1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName())));
    }
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
