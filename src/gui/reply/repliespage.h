// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/reply/replycontext.h"
#include "gui/reply/replygroup.h"
#include "gui/shell/page.h"

#include <QTimer>

class QAction;
class QListView;
class QSplitter;
class QStackedWidget;
class QTabBar;

namespace vigie::gui
{

class CardView;
class Composer;
class EmptyState;
class ReplyActs;
class ReplyDetail;
class ReplyListModel;

/**
 * The queue of replies by what they wait for, and one of them in detail. Edited in place: the composer takes the detail's
 * column. Everything follows Database::changed.
 */
class RepliesPage : public Page
{
    Q_OBJECT

public:
    /// On the desk's workspace.
    explicit RepliesPage(Desk &desk, QWidget *parent = nullptr);
    RepliesPage(Desk &desk, ReplyContext context, QWidget *parent = nullptr);
    ~RepliesPage() override;

    /// For the rail: replies that wait for a person to approve, send or settle them.
    [[nodiscard]] static Result<int> badge(const store::Connection &connection, core::DrillRunId scope);

    [[nodiscard]] QString headline() const override;
    [[nodiscard]] QList<QAction *> headerActions() const override;
    [[nodiscard]] QList<QAction *> menuActions() const override;
    void activate(qint64 itemId) override;
    void setScope(core::DrillRunId scope) override;

protected:
    void retranslate() override;

private:
    void build();
    void buildLists();
    void makeActions();
    void connectAll();
    void reload();
    void apply(ReplyQueue queue);
    void showTabs();
    void showList();
    void showEmptyTexts();
    void showActions();
    void setGroup(ReplyGroup group);
    void select(core::ReplyId id);
    void showReply(core::ReplyId id);
    void reloadDetail();
    void edit();
    void closeComposer();
    void move(int by);
    void askToSuspend();

    ReplyContext m_context;
    ReplyActs *m_acts = nullptr;
    ReplyListModel *m_model = nullptr;
    ReplyQueue m_now;
    ReplyGroup m_group = ReplyGroup::ToApprove;
    core::ReplyId m_shown = {};
    core::ReplyId m_wanted = {}; ///< to be selected once the list has it
    core::DrillRunId m_scope = {};
    int m_listToken = 0;
    int m_detailToken = 0;
    bool m_hasChosenGroup = false;
    QTimer m_reloadTimer;
    QTimer m_ageTimer;

    QTabBar *m_tabs = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_lists = nullptr; ///< replies, promises, or the empty state
    QListView *m_list = nullptr;
    CardView *m_promises = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_right = nullptr;
    EmptyState *m_nothingChosen = nullptr;
    ReplyDetail *m_detail = nullptr;
    Composer *m_composer = nullptr;

    QAction *m_nextAction = nullptr;
    QAction *m_previousAction = nullptr;
    QAction *m_editAction = nullptr;
    QAction *m_primaryAct = nullptr;
    QAction *m_rejectAction = nullptr;
    QAction *m_cancelAction = nullptr;
    QAction *m_promiseAction = nullptr;
    QAction *m_suspendAction = nullptr;
    QAction *m_resumeAction = nullptr;
};

} // namespace vigie::gui
