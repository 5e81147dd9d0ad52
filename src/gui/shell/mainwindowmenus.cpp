// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the window, and all its visible texts.
#include "gui/common/icons.h"
#include "gui/common/queryhelp.h"
#include "gui/shell/band.h"
#include "gui/shell/helpdialog.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/rail.h"
#include "gui/shell/toastbar.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

constexpr std::array<int, 4> kTextSizes = {100, 125, 150, 200};

QString withoutMnemonic(QString text)
{
    return text.remove(u'&');
}

void collect(const QList<QAction *> &actions, const QString &path, QList<Command> &commands)
{
    for (QAction *action : actions) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        const QString name = withoutMnemonic(action->text());
        if (action->menu())
            collect(action->menu()->actions(), path.isEmpty() ? name : path + u" › "_s + name, commands);
        else
            commands += Command{action, name, path, action->shortcut()};
    }
}

} // namespace

QAction *MainWindow::addAct(QMenu *menu, const QString &iconName, const QKeySequence &shortcut)
{
    QAction *action = menu->addAction(iconName.isEmpty() ? QIcon() : icon(iconName), QString());
    action->setShortcut(shortcut);
    return action;
}

void MainWindow::buildMenus()
{
    m_fileMenu = menuBar()->addMenu(QString());
    m_undoAction = addAct(m_fileMenu, u"arrow-counterclockwise"_s, QKeySequence::Undo);
    m_fileMenu->addSeparator();
    m_quitAction = addAct(m_fileMenu, {}, QKeySequence::Quit);
    m_quitAction->setMenuRole(QAction::QuitRole);

    m_goMenu = menuBar()->addMenu(QString());
    for (int i = 0; i < kPageCount; ++i) {
        QAction *action = addAct(m_goMenu, Rail::iconName(PageId(i)), QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)));
        action->setEnabled(bool(m_parts.factories.pages[std::size_t(i)]));
        m_rail->button(PageId(i))->setEnabled(action->isEnabled());
        connect(action, &QAction::triggered, this, [this, i] { openPage(PageId(i)); });
        m_goActions[std::size_t(i)] = action;
    }
    m_goMenu->addSeparator();
    m_paletteAction = addAct(m_goMenu, u"search"_s, QKeySequence(Qt::CTRL | Qt::Key_K));
    m_closeComposerAction = addAct(m_goMenu, u"x-lg"_s, QKeySequence(Qt::CTRL | Qt::Key_W));
    m_closeComposerAction->setEnabled(false);

    m_pageMenu = menuBar()->addMenu(QString());
    buildViewMenu();
    m_helpMenu = menuBar()->addMenu(QString());
    m_helpAction = addAct(m_helpMenu, u"question-circle"_s, QKeySequence(Qt::Key_F1));
    m_keysAction = addAct(m_helpMenu, u"keyboard"_s, QKeySequence(Qt::Key_Question));
    m_queryHelpAction = addAct(m_helpMenu, u"search"_s, {});
    m_helpMenu->addSeparator();
    m_aboutAction = addAct(m_helpMenu, u"info-circle"_s, {});
    m_aboutAction->setMenuRole(QAction::AboutRole);

    connect(m_undoAction, &QAction::triggered, this, [this] {
        if (!m_toast->undo())
            showToast(tr("There is nothing to take back."));
    });
    connect(m_quitAction, &QAction::triggered, this, &QWidget::close);
    connect(m_paletteAction, &QAction::triggered, this, &MainWindow::showCommandPalette);
    connect(m_closeComposerAction, &QAction::triggered, this, [this] {
        if (m_composer)
            emit m_composer->closeRequested();
    });
    connect(m_helpAction, &QAction::triggered, this, &MainWindow::showHelp);
    connect(m_keysAction, &QAction::triggered, this, &MainWindow::showHelp);
    connect(m_queryHelpAction, &QAction::triggered, this, [this] { QueryHelpDialog::showFor(workspace().language(), this); });
    connect(m_aboutAction, &QAction::triggered, this, [this] {
        QMessageBox::about(this, tr("About Vigie"),
                           tr("Vigie %1\nCrisis desk for communications teams.\nFree software under the GNU GPL, version 3 or later.")
                               .arg(QApplication::applicationVersion()));
    });
}

void MainWindow::buildViewMenu()
{
    m_viewMenu = menuBar()->addMenu(QString());
    m_themeMenu = m_viewMenu->addMenu(QString());
    m_themeGroup = new QActionGroup(this);
    for (const Theme::Choice choice : {Theme::Choice::System, Theme::Choice::Light, Theme::Choice::Dark}) {
        QAction *action = m_themeMenu->addAction(QString());
        action->setCheckable(true);
        action->setChecked(m_parts.theme.choice() == choice);
        m_themeGroup->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] { setThemeChoice(choice); });
    }
    m_sizeMenu = m_viewMenu->addMenu(QString());
    m_sizeGroup = new QActionGroup(this);
    for (const int percent : kTextSizes) {
        QAction *action = m_sizeMenu->addAction(QString());
        action->setCheckable(true);
        action->setData(percent);
        action->setChecked(qRound(textScale() * 100 / 5) * 5 == percent || (percent == 100 && textScale() < 1.1));
        m_sizeGroup->addAction(action);
        connect(action, &QAction::triggered, this, [this, percent] {
            m_parts.settings.setValue(u"textSize"_s, percent);
            m_parts.theme.setTextScale(percent / 100.0);
        });
    }
    m_languageMenu = m_viewMenu->addMenu(QString());
    m_languageGroup = new QActionGroup(this);
    for (const auto &[language, name] : {std::pair{core::Language::English, u"English"_s}, std::pair{core::Language::French, u"Français"_s}}) {
        QAction *action = m_languageMenu->addAction(name); // each in its own language, always
        action->setCheckable(true);
        action->setChecked(workspace().language() == language);
        m_languageGroup->addAction(action);
        connect(action, &QAction::triggered, this, [this, chosen = language] { setLanguage(chosen); });
    }
    m_viewMenu->addSeparator();
    m_fullScreenAction = addAct(m_viewMenu, {}, QKeySequence(Qt::Key_F11));
    m_fullScreenAction->setCheckable(true);
    connect(m_fullScreenAction, &QAction::toggled, this, [this](bool isFull) { isFull ? showFullScreen() : showNormal(); });
}

void MainWindow::setThemeChoice(Theme::Choice choice)
{
    m_parts.settings.setValue(u"theme"_s, Theme::toKey(choice));
    m_parts.theme.setChoice(choice);
    m_themeGroup->actions().at(int(choice))->setChecked(true); // they stand in the order of the choices
}

void MainWindow::buildPageMenu()
{
    m_pageMenu->clear();
    m_pageMenu->setTitle(Rail::title(m_current));
    const Page *shown = m_pages[std::size_t(m_current)];
    const QList<QAction *> actions = shown ? shown->menuActions() : QList<QAction *>();
    for (QAction *action : actions) {
        if (action)
            m_pageMenu->addAction(action);
        else
            m_pageMenu->addSeparator();
    }
    m_pageMenu->menuAction()->setVisible(!actions.isEmpty());
}

QList<Command> MainWindow::commands() const
{
    QList<Command> commands;
    collect(menuBar()->actions(), {}, commands);
    return commands;
}

void MainWindow::showCommandPalette()
{
    if (!m_palette)
        m_palette = new CommandPalette(this);
    m_palette->setCommands(commands());
    m_palette->popUp();
}

void MainWindow::showHelp()
{
    auto *dialog = new HelpDialog(m_current, commands(), workspace().language(), this);
    dialog->open();
}

void MainWindow::retranslate()
{
    m_fileMenu->setTitle(tr("&File"));
    m_goMenu->setTitle(tr("&Go"));
    m_viewMenu->setTitle(tr("&View"));
    m_helpMenu->setTitle(tr("&Help"));
    m_undoAction->setText(tr("Take back the last act"));
    m_quitAction->setText(tr("Quit"));
    for (int i = 0; i < kPageCount; ++i)
        m_goActions[std::size_t(i)]->setText(Rail::title(PageId(i)));
    m_paletteAction->setText(tr("Command palette…"));
    m_closeComposerAction->setText(tr("Close the composer"));
    m_themeMenu->setTitle(tr("Theme"));
    const QStringList themes = {tr("As the system"), tr("Light"), tr("Dark")};
    for (qsizetype i = 0; i < themes.size(); ++i)
        m_themeGroup->actions().at(i)->setText(themes.at(i));
    m_sizeMenu->setTitle(tr("Text size"));
    for (QAction *action : m_sizeGroup->actions())
        action->setText(workspace().format().percent(action->data().toInt() / 100.0));
    m_languageMenu->setTitle(tr("Language"));
    m_fullScreenAction->setText(tr("Full screen"));
    m_helpAction->setText(tr("Help on this page"));
    m_keysAction->setText(tr("Keys"));
    m_queryHelpAction->setText(tr("What can be searched for and watched"));
    m_aboutAction->setText(tr("About Vigie"));
    retranslateBands();
    buildPageMenu();
    showCurrentHeader();
}

void MainWindow::retranslateBands()
{
    //: The band shown on every page during a drill (French: EXERCICE)
    m_drillBand->setTexts(tr("DRILL"), tr("This is an exercise: nothing can be sent, and nothing enters the statistics."));
    m_drillBand->setButtonText(tr("Show the drill"));
    m_suspendedBand->setVisible(m_suspension.has_value());
    m_suspendedBand->setTexts(tr("Publication suspended"), m_suspension.value_or(QString()));
    m_suspendedBand->setButtonText(m_suspension ? tr("Show") : QString());
    const bool isReadOnly = workspace().isReadOnly();
    m_offlineBand->setVisible(isReadOnly || m_offline.has_value());
    if (isReadOnly) {
        m_offlineBand->setTexts(tr("Read only"),
                                tr("Another Vigie holds this database. Everything can be read; nothing can be changed here."));
    } else {
        m_offlineBand->setTexts(tr("No network"), m_offline.value_or(QString()));
    }
}

} // namespace vigie::gui
