// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <array>
#include <functional>

class QAction;
class QKeySequence;

namespace vigie::store
{
class Connection;
}
namespace vigie::workspace
{
class Workspace;
}

namespace vigie::gui
{

enum class PageId { Watch, CrisisRoom, Playbooks, Replies, Review, Drills, Settings };
inline constexpr int kPageCount = 7;

enum class ReplyVisibility { Public, Private };

/**
 * What a page may ask of the window around it. Implemented by MainWindow; tests pass their own.
 */
class Desk
{
public:
    virtual ~Desk() = default;

    [[nodiscard]] virtual workspace::Workspace &workspace() = 0;

    /// Shows a page. `itemId` names what to select there (an incident, a reply, a review …); 0 leaves it to the page.
    virtual void openPage(PageId page, qint64 itemId = 0) = 0;
    /// Goes to the Watch page with this mention selected.
    virtual void openMention(core::MentionId mention) = 0;
    /// Goes to the crisis room with what its log has at this time selected.
    virtual void openCrisisAt(core::IncidentId incident, core::Instant at) = 0;
    /// Opens the composer at the right of whatever page is shown.
    virtual void openComposer(core::MentionId mention, ReplyVisibility visibility) = 0;
    /// Asks what is needed to open a crisis; `alert` is what it comes from, or none.
    virtual void openCrisis(core::AlertId alert) = 0;

    /// A sentence at the foot of the window for some seconds.
    virtual void showToast(const QString &text) = 0;
    /// The same with a button that takes the act back.
    virtual void showUndoToast(const QString &text, const std::function<void()> &undo) = 0;
    /// "Could not …: what happened. What is safe. What to do." `attempt` is a whole sentence.
    virtual void showError(const QString &attempt, const Error &error) = 0;
};

/**
 * One of the seven pages. The window draws the header (title, headline, primary action), so a page draws only what is below.
 *
 * How to write one: derive, build the widgets in the constructor (it runs at the first showing, so keep it under 30 ms and
 * read nothing slow), set every visible text in retranslate(), make QActions for all acts, addAction() them with a shortcut
 * of context Qt::WidgetWithChildrenShortcut, and return them by menuActions(): the window puts them into the menu bar and the
 * command palette. Use whenDone()/readAsync() of store/async.h; listen to Database::changed for everything that moves.
 */
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(Desk &desk, QWidget *parent = nullptr);

    /// The one line of what matters now, below nothing and beside the title: "3 crises open, next update in 4 min".
    [[nodiscard]] virtual QString headline() const { return {}; }
    /// The page's one primary action; a null pointer when there is none. Its button follows text, icon and enabled state.
    [[nodiscard]] virtual QAction *primaryAction() const { return nullptr; }
    /// A few more, shown as quiet buttons left of the primary one.
    [[nodiscard]] virtual QList<QAction *> headerActions() const { return {}; }
    /// All acts of the page, in the order of its menu; a null pointer is a separator.
    [[nodiscard]] virtual QList<QAction *> menuActions() const { return {}; }

    /// The page is about to be shown, or has been asked for an item. Must be quick.
    virtual void activate(qint64 itemId) { Q_UNUSED(itemId) }
    /// After activate(): select what happened at this time, where the page has a course of time.
    virtual void showMoment(core::Instant at) { Q_UNUSED(at) }
    /// A drill began or ended: everything shown belongs to this scope from now on.
    virtual void setScope(core::DrillRunId scope) = 0;

signals:
    /// headline(), or the actions, are different now.
    void headerChanged();

protected:
    [[nodiscard]] Desk &desk() const { return m_desk; }
    [[nodiscard]] workspace::Workspace &workspace() const { return m_desk.workspace(); }
    /// An act of the page with its key; its text comes in retranslate().
    [[nodiscard]] QAction *makeAction(const QString &iconName, const QKeySequence &keys, const std::function<void()> &act);
    template <typename SomePage>
    [[nodiscard]] QAction *makeAction(const QString &iconName, const QKeySequence &keys, void (SomePage::*act)())
    {
        return makeAction(iconName, keys, [this, act] { (static_cast<SomePage *>(this)->*act)(); });
    }
    /// Sets every visible text. Called at LanguageChange; call it once at the end of your constructor.
    virtual void retranslate() = 0;
    void changeEvent(QEvent *event) override;

private:
    Desk &m_desk;
};

/// What opens at the right of a page: the composer. Closes by closeRequested(), after it has kept what was typed.
class SidePanel : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

signals:
    void closeRequested();
};

/**
 * How the window makes what it does not know. src/app/pages.cpp fills it from the page libraries:
 * vigie_add_module(gui_monitoring …) in src/gui/monitoring with WatchPage in watchpage.h, gui_incident with CrisisRoomPage,
 * gui_playbook with PlaybooksPage, gui_reply with RepliesPage and Composer (composer.h), gui_postmortem with ReviewPage,
 * gui_drill with DrillsPage, gui_settings with SettingsPage. Each has the constructor (Desk &, QWidget *parent); Composer
 * has (Desk &, core::MentionId, ReplyVisibility, QWidget *parent).
 */
struct PageFactories {
    using MakePage = std::function<Page *(Desk &, QWidget *parent)>;
    using MakeComposer = std::function<SidePanel *(Desk &, core::MentionId, ReplyVisibility, QWidget *parent)>;

    /// The number beside a page's name in the rail; asked on a worker thread after changes, whether the page exists or not.
    using CountBadge = std::function<Result<int>(const store::Connection &, core::DrillRunId scope)>;

    std::array<MakePage, kPageCount> pages = {};
    std::array<CountBadge, kPageCount> badges = {};
    MakeComposer composer = {};
    /// Shows the dialog that opens a crisis (open(), never exec()); without one, the crisis room is shown.
    std::function<void(Desk &, core::AlertId, QWidget *parent)> openCrisis = {};
};

} // namespace vigie::gui
