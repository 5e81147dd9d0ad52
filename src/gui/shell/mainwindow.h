// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/shell/commandpalette.h"
#include "gui/shell/languageswitch.h"
#include "gui/shell/page.h"
#include "gui/shell/theme.h"
#include "store/change.h"

#include <QMainWindow>
#include <QPointer>

#include <array>
#include <optional>

class QActionGroup;
class QSettings;
class QSplitter;
class QStackedWidget;
class QTimer;

namespace vigie::gui
{

class Band;
class PageHeader;
class Rail;
class StatusLine;
class ToastBar;

/**
 * The window: rail, header, the pages (each made at its first showing), the composer at the right, bands, menus, the command
 * palette and the foot. Everything passed in must outlive it.
 */
class MainWindow : public QMainWindow, public Desk
{
    Q_OBJECT

public:
    struct Parts {
        workspace::Workspace &workspace;
        Theme &theme;
        LanguageSwitch &languages;
        QSettings &settings; ///< where the window keeps its place, theme, language and text size
        PageFactories factories;
    };
    explicit MainWindow(Parts parts);
    ~MainWindow() override;

    [[nodiscard]] PageId currentPage() const { return m_current; }
    [[nodiscard]] Page *page(PageId page); ///< made where it does not exist yet
    [[nodiscard]] QList<Command> commands() const;

    // Desk
    [[nodiscard]] workspace::Workspace &workspace() override { return m_parts.workspace; }
    void openPage(PageId page, qint64 itemId = 0) override;
    void openMention(core::MentionId mention) override;
    void openCrisisAt(core::IncidentId incident, core::Instant at) override;
    void openComposer(core::MentionId mention, ReplyVisibility visibility) override;
    void openCrisis(core::AlertId alert) override;
    void showToast(const QString &text) override;
    void showUndoToast(const QString &text, const std::function<void()> &undo) override;
    void showError(const QString &attempt, const Error &error) override;

    /// The red band on every page, while nothing may go out; an empty optional takes it away.
    void setSuspension(const std::optional<QString> &sentence);
    /// The grey band: no network, with what waits.
    void setOffline(const std::optional<QString> &sentence);
    void setLanguage(core::Language language);
    [[nodiscard]] Theme::Choice themeChoice() const { return m_parts.theme.choice(); }
    void setThemeChoice(Theme::Choice choice);

public slots:
    void showCommandPalette();
    void showHelp();

signals:
    /// The button of the red band: go where publication is resumed.
    void resumeRequested();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildLayout();
    void buildMenus();
    void buildViewMenu();
    void buildPageMenu();
    void retranslate();
    void retranslateBands();
    void applyScope();
    void closeComposer();
    void showCurrentHeader();
    void noteChanges(const store::Changes &changes);
    void refreshBadges();
    [[nodiscard]] QAction *addAct(QMenu *menu, const QString &iconName, const QKeySequence &shortcut);

    Parts m_parts;
    PageId m_current = PageId::Watch;
    std::array<Page *, kPageCount> m_pages = {};
    std::optional<QString> m_suspension;
    std::optional<QString> m_offline;

    Rail *m_rail = nullptr;
    PageHeader *m_header = nullptr;
    QStackedWidget *m_stack = nullptr;
    QSplitter *m_splitter = nullptr;
    QPointer<SidePanel> m_composer;
    Band *m_drillBand = nullptr;
    Band *m_suspendedBand = nullptr;
    Band *m_offlineBand = nullptr;
    StatusLine *m_statusLine = nullptr;
    ToastBar *m_toast = nullptr;
    CommandPalette *m_palette = nullptr;
    QTimer *m_badgeTimer = nullptr;

    QMenu *m_fileMenu = nullptr;
    QMenu *m_goMenu = nullptr;
    QMenu *m_pageMenu = nullptr;
    QMenu *m_viewMenu = nullptr;
    QMenu *m_themeMenu = nullptr;
    QMenu *m_sizeMenu = nullptr;
    QMenu *m_languageMenu = nullptr;
    QMenu *m_helpMenu = nullptr;
    std::array<QAction *, kPageCount> m_goActions = {};
    QAction *m_undoAction = nullptr;
    QAction *m_quitAction = nullptr;
    QAction *m_paletteAction = nullptr;
    QAction *m_fullScreenAction = nullptr;
    QAction *m_closeComposerAction = nullptr;
    QAction *m_helpAction = nullptr;
    QAction *m_keysAction = nullptr;
    QAction *m_queryHelpAction = nullptr;
    QAction *m_aboutAction = nullptr;
    QActionGroup *m_themeGroup = nullptr;
    QActionGroup *m_sizeGroup = nullptr;
    QActionGroup *m_languageGroup = nullptr;
};

} // namespace vigie::gui
