// SPDX-License-Identifier: GPL-3.0-or-later
// Where the columns of the crisis room stand, and its actions with their keys.
#include "gui/common/widgets.h"
#include "gui/incident/crisisroompage.h"
#include "gui/incident/crisisstrip.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace vigie::gui
{

namespace
{

constexpr auto kSearchDelay = 300ms;

/// The head of a column: its name at the left, what belongs to it at the right.
QHBoxLayout *makeColumnHead(QLabel *label)
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::kLarge, space::kSmall, space::kSmall, space::kTiny);
    head->setSpacing(space::kSmall);
    setTextRole(label, TextRole::Strong);
    label->setMinimumHeight(qRound(32 * textScale()));
    head->addWidget(label);
    head->addStretch();
    return head;
}

QVBoxLayout *makeColumn(QWidget *column)
{
    setPanel(column);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    return layout;
}

} // namespace

void CrisisRoomPage::makeActions()
{
    m_acts.open = makeAction(u"flag"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_O, &CrisisRoomPage::openCrisis);
    m_acts.postUpdate = makeAction(u"megaphone"_s, Qt::Key_U, &CrisisRoomPage::postUpdate);
    m_acts.decide = makeAction(u"signpost-split"_s, Qt::Key_D, &CrisisRoomPage::decide);
    m_acts.addNote = makeAction(u"chat-left-text"_s, Qt::Key_N, &CrisisRoomPage::focusNote);
    m_acts.addTask = makeAction(u"plus-lg"_s, Qt::Key_T, &CrisisRoomPage::addTask);
    m_acts.addFact = makeAction(u"patch-check"_s, Qt::Key_F, &CrisisRoomPage::addFact);
    m_acts.addStakeholder = makeAction(u"telephone"_s, Qt::Key_W, &CrisisRoomPage::addStakeholder);
    m_acts.takeCharge = makeAction(u"person-check"_s, {}, &CrisisRoomPage::takeCharge);
    m_acts.severity = makeAction(u"exclamation-triangle"_s, Qt::CTRL | Qt::Key_G, &CrisisRoomPage::changeSeverity);
    m_acts.handOver = makeAction(u"person-badge"_s, Qt::CTRL | Qt::Key_H, &CrisisRoomPage::handOver);
    m_acts.resolve = makeAction(u"check-circle"_s, {}, &CrisisRoomPage::markResolved);
    m_acts.close = makeAction(u"door-closed"_s, {}, &CrisisRoomPage::closeCrisis);
    m_acts.reopen = makeAction(u"arrow-counterclockwise"_s, {}, &CrisisRoomPage::reopenCrisis);
    m_acts.legalHold = makeAction(u"lock"_s, {}, &CrisisRoomPage::toggleLegalHold);
    m_acts.legalHold->setCheckable(true);
    m_acts.review = makeAction(u"clipboard-data"_s, {}, &CrisisRoomPage::goToReview);
    m_strip->setMenuActions({m_acts.takeCharge, m_acts.severity, m_acts.handOver, nullptr, m_acts.resolve, m_acts.close,
                             m_acts.reopen, nullptr, m_acts.legalHold, m_acts.review});
}

QWidget *CrisisRoomPage::makeTasks()
{
    auto *column = new QWidget(this);
    auto *layout = makeColumn(column);
    m_taskLabel = new QLabel(column);
    auto *head = makeColumnHead(m_taskLabel);
    m_addTaskButton = new QToolButton(column);
    m_addTaskButton->setDefaultAction(m_acts.addTask);
    m_addTaskButton->setToolButtonStyle(Qt::ToolButtonIconOnly);
    setButtonKind(m_addTaskButton, ButtonKind::Quiet);
    head->addWidget(m_addTaskButton);
    m_taskView = new CardView(column);
    m_taskView->setObjectName(u"taskView"_s);
    layout->addLayout(head);
    layout->addWidget(m_taskView, 1);
    connect(m_taskView, &CardView::markClicked, this, &CrisisRoomPage::settleTask);
    connect(m_taskView, &CardView::opened, this, &CrisisRoomPage::settleTask);
    connect(m_taskView, &CardView::menuRequested, this, &CrisisRoomPage::showTaskMenu);
    return column;
}

QWidget *CrisisRoomPage::makeLog()
{
    auto *column = new QWidget(this);
    auto *layout = makeColumn(column);
    m_logLabel = new QLabel(column);
    auto *head = makeColumnHead(m_logLabel);
    m_kindBox = new QComboBox(column);
    m_searchEdit = new QLineEdit(column);
    m_searchEdit->setClearButtonEnabled(true);
    m_searchEdit->setMaximumWidth(qRound(140 * textScale()));
    head->addWidget(m_kindBox);
    head->addWidget(m_searchEdit);
    m_logView = new CardView(column);
    m_logView->setObjectName(u"logView"_s);
    m_noteEdit = new QLineEdit(column);
    m_noteEdit->setObjectName(u"noteEdit"_s);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kMedium);
    foot->addWidget(m_noteEdit);
    layout->addLayout(head);
    layout->addWidget(m_logView, 1);
    layout->addLayout(foot);

    auto *delay = new QTimer(this);
    delay->setSingleShot(true);
    delay->setInterval(kSearchDelay);
    connect(m_searchEdit, &QLineEdit::textChanged, delay, qOverload<>(&QTimer::start));
    connect(delay, &QTimer::timeout, this, &CrisisRoomPage::showLog);
    connect(m_kindBox, &QComboBox::activated, this, &CrisisRoomPage::showLog);
    // Who reads the newest line goes on doing so when lines come or the window changes; who reads back is left alone.
    QScrollBar *bar = m_logView->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this,
            [this, bar](int value) { m_isLogAtEnd = value >= bar->maximum() - space::kHuge; });
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar](int, int maximum) {
        if (m_isLogAtEnd)
            bar->setValue(maximum);
    });
    connect(m_logView, &CardView::starClicked, this, &CrisisRoomPage::toggleStar);
    connect(m_noteEdit, &QLineEdit::returnPressed, this, &CrisisRoomPage::writeNote);
    return column;
}

QWidget *CrisisRoomPage::makeNotebook()
{
    auto *column = new QWidget(this);
    auto *layout = makeColumn(column);
    m_notebookLabel = new QLabel(column);
    m_notebookView = new CardView(column);
    m_notebookView->setObjectName(u"notebookView"_s);
    layout->addLayout(makeColumnHead(m_notebookLabel));
    layout->addWidget(m_notebookView, 1);
    connect(m_notebookView, &CardView::markClicked, this, &CrisisRoomPage::settleNotebookRow);
    connect(m_notebookView, &CardView::opened, this, &CrisisRoomPage::openNotebookRow);
    connect(m_notebookView, &CardView::addClicked, this, &CrisisRoomPage::addToNotebook);
    connect(m_notebookView, &CardView::menuRequested, this, &CrisisRoomPage::showNotebookMenu);
    return column;
}

} // namespace vigie::gui
