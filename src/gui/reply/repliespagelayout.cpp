// SPDX-License-Identifier: GPL-3.0-or-later
// Where the parts of the Replies page stand, and its actions with their keys.
#include "gui/common/cardlist.h"
#include "gui/common/icons.h"
#include "gui/common/widgets.h"
#include "gui/reply/replycarddelegate.h"
#include "gui/reply/replydetail.h"
#include "gui/reply/repliespage.h"
#include "gui/reply/replylistmodel.h"

#include <QAction>
#include <QListView>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

void RepliesPage::makeActions()
{
    const auto make = [this](const QString &iconName, const QList<QKeySequence> &keys) {
        auto *action = new QAction(icon(iconName), {}, this);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        return action;
    };
    m_nextAction = make(u"arrow-down"_s, {Qt::Key_J});
    m_previousAction = make(u"arrow-up"_s, {Qt::Key_K});
    m_editAction = make(u"pencil"_s, {Qt::Key_R});
    m_primaryAct = make(u"check2"_s, {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    m_rejectAction = make(u"arrow-90deg-left"_s, {});
    m_cancelAction = make(u"x-lg"_s, {});
    m_promiseAction = make(u"hand-thumbs-up"_s, {});
    m_suspendAction = make(u"send-slash"_s, {});
    m_resumeAction = make(u"send-check"_s, {});
}

void RepliesPage::build()
{
    m_tabs = new QTabBar(this);
    m_tabs->setObjectName(u"replyGroupTabs"_s);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    for (int i = 0; i < kReplyGroupCount; ++i)
        m_tabs->addTab(QString());
    buildLists();
    m_detail = new ReplyDetail(desk(), m_context, *m_acts, this);
    m_nothingChosen = new EmptyState(this);
    m_nothingChosen->setIconName(u"reply"_s);
    m_right = new QStackedWidget(this);
    setPanel(m_right);
    m_right->addWidget(m_nothingChosen);
    m_right->addWidget(m_detail);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_lists);
    m_splitter->addWidget(m_right);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setSizes({qRound(380 * textScale()), qRound(760 * textScale())});

    auto *tabsRow = new QHBoxLayout;
    tabsRow->setContentsMargins(space::kSmall, 0, space::kLarge, 0);
    tabsRow->addWidget(m_tabs, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(tabsRow);
    layout->addWidget(makeHairline(Qt::Horizontal, this));
    layout->addWidget(m_splitter, 1);
}

void RepliesPage::buildLists()
{
    m_lists = new QStackedWidget(this);
    setPanel(m_lists);
    m_lists->setMinimumWidth(qRound(280 * std::min(textScale(), 1.4))); // with large text the reply needs its half of a small screen
    m_list = new QListView(m_lists);
    m_list->setObjectName(u"replyList"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ReplyCardDelegate(m_list));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMouseTracking(true);
    m_promises = new CardView(m_lists);
    m_promises->setObjectName(u"promiseList"_s);
    m_empty = new EmptyState(m_lists);
    m_lists->addWidget(m_list);
    m_lists->addWidget(m_promises);
    m_lists->addWidget(m_empty);
}

} // namespace vigie::gui
