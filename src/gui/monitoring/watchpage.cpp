// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/monitoring/watchpage.h"

#include "gui/common/afterpaint.h"
#include "gui/common/icons.h"
#include "gui/common/widgets.h"
#include "gui/monitoring/alertstrip.h"
#include "gui/monitoring/curvepanel.h"
#include "gui/monitoring/filterbar.h"
#include "gui/monitoring/mentiondelegate.h"
#include "gui/monitoring/mentiondetailview.h"
#include "gui/monitoring/mentionlistmodel.h"
#include "gui/monitoring/mentiontexts.h"
#include "gui/monitoring/mentionview.h"
#include "gui/monitoring/ownacts.h"
#include "monitoring/alertrepository.h"
#include "monitoring/mentionservice.h"
#include "monitoring/watchrepository.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using vigie::monitoring::Mention;
using vigie::monitoring::MentionRepository;
using vigie::monitoring::Status;

namespace vigie::gui
{

namespace
{

constexpr int kLeastHeight = 280;
constexpr int kLeastColumn = 320; // of the list, and of what is beside it
constexpr std::chrono::milliseconds kSlowPause{700}; // counts and alerts follow a stream at most this often

} // namespace

WatchPage::WatchPage(Desk &desk, QWidget *parent) : Page(desk, parent)
{
    buildActions();
    buildLayout();
    connectParts();
    applyFormat();
    retranslate();
    enableActions();
}

WatchPage::~WatchPage() = default;

void WatchPage::buildLayout()
{
    store::Database &database = workspace().database();
    m_model = new MentionListModel(database, this);
    m_model->hold();
    m_alertStrip = new AlertStrip(this);
    m_curvePanel = new CurvePanel(database, this);
    m_curvePanel->setOwnActs(&ownActs);
    m_filterBar = new FilterBar(this);
    // Each part is born where it stays: with a style sheet, a change of parent styles it and all in it anew.
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_listStack = new QStackedWidget(m_splitter);
    m_view = new MentionView(m_listStack);
    m_delegate = new MentionDelegate([this](int row) { return m_model->mention(row); }, workspace().clock(), m_view);
    m_view->setItemDelegate(m_delegate);
    m_view->setRowHeight(MentionDelegate::cardHeight());
    m_view->setModel(m_model);
    m_emptyState = new EmptyState(m_listStack);
    m_emptyState->setIconName(u"binoculars"_s);
    m_emptyState->setAction(m_importAction);
    m_emptyState->setSecondAction(m_drillAction);
    m_noHitState = new EmptyState(m_listStack);
    m_noHitState->setIconName(u"check2-circle"_s);
    m_noHitState->setAction(m_clearAction);
    m_detailView = new MentionDetailView(database, m_splitter);
    m_detailView->setActions({m_replyAction, m_privateAction, m_assignAction, m_doneAction, m_nothingAction});
    m_detailView->setTonalityMenu(m_tonalityMenu);
    setPanel(m_detailView);

    m_listStack->addWidget(m_view);
    m_listStack->addWidget(m_emptyState);
    m_listStack->addWidget(m_noHitState);
    setPanel(m_listStack);
    m_splitter->addWidget(m_listStack);
    m_splitter->addWidget(m_detailView);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({580, 500});
    m_listStack->setMinimumWidth(kLeastColumn);
    m_detailView->setMinimumWidth(kLeastColumn);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_alertStrip);
    column->addWidget(m_curvePanel);
    column->addWidget(m_filterBar);
    m_hairline = makeHairline(Qt::Horizontal, this);
    column->addWidget(m_hairline);
    column->addWidget(m_splitter, 1);
    setFocusProxy(m_view);
    // Else what is shown now would keep the page from becoming smaller, and itself from going.
    setMinimumSize(kLeastColumn, kLeastHeight);
}

void WatchPage::connectParts()
{
    m_slowTimer.setSingleShot(true);
    connect(&m_slowTimer, &QTimer::timeout, this, &WatchPage::readSlowly);
    connect(&workspace().database(), &store::Database::changed, this, &WatchPage::noteChanges);
    connect(&workspace(), &workspace::Workspace::profileChanged, this, &WatchPage::applyFormat);
    connect(m_filterBar, &FilterBar::filterChanged, this, &WatchPage::applyFilter);
    connect(m_filterBar, &FilterBar::listRequested, this, [this] {
        if (!m_view->currentIndex().isValid())
            m_view->step(1);
        m_view->setFocus();
    });
    connect(m_curvePanel, &CurvePanel::selectionChanged, m_filterBar, &FilterBar::setSpan);
    connect(m_curvePanel, &CurvePanel::loaded, this, &Page::headerChanged);
    connect(m_curvePanel, &CurvePanel::pinActivated, this, &WatchPage::openPin);
    connect(m_view, &MentionView::rowChanged, this, &WatchPage::showMention);
    connect(m_view, &QAbstractItemView::doubleClicked, m_replyAction, &QAction::trigger);
    connect(m_model, &MentionListModel::arrived, m_view, &MentionView::noteArrived);
    connect(m_model, &MentionListModel::completed, this, &WatchPage::selectPending);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, &WatchPage::showEmptiness);
    connect(m_model, &QAbstractItemModel::modelReset, this, &WatchPage::showEmptiness);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
        const int row = m_view->currentIndex().row();
        if (row >= from.row() && row <= to.row())
            showMention(row);
    });
    connect(m_alertStrip, &AlertStrip::crisisRequested, this, [this](core::AlertId alert) { desk().openCrisis(alert); });
    connect(m_alertStrip, &AlertStrip::roomRequested, this,
            [this](core::IncidentId incident) { desk().openPage(PageId::CrisisRoom, incident.value); });
    connect(m_alertStrip, &AlertStrip::acknowledged, this, [this](core::AlertId alert) { settleAlert(alert, monitoring::AlertState::Acknowledged); });
    connect(m_alertStrip, &AlertStrip::dismissed, this, [this](core::AlertId alert) { settleAlert(alert, monitoring::AlertState::Dismissed); });
    connect(m_alertStrip, &AlertStrip::windowRequested, this, &WatchPage::showWindow);
    connect(m_alertStrip, &AlertStrip::cardsChanged, this, &WatchPage::fit);
    connect(m_alertStrip, &AlertStrip::whyRequested, this, &WatchPage::explainAlert);
    connect(m_detailView, &MentionDetailView::noteEntered, this, [this](core::MentionId mention, const QString &text) {
        store::whenDone(workspace().mentions().addNote(workspace().actor(), mention, text), this, [this](const Result<qint64> &note) {
            if (!note)
                desk().showError(tr("The note could not be kept."), note.error());
        });
    });
    connect(m_detailView, &MentionDetailView::labelRemoved, this, [this](core::MentionId mention, const QString &label) {
        settle(workspace().mentions().removeLabel(workspace().actor(), mention, label), tr("The label could not be removed."), {});
    });
    connect(m_detailView, &MentionDetailView::mentionRequested, this, [this](core::MentionId mention) { activate(mention.value); });
}

QString WatchPage::headline() const
{
    const core::Format format = workspace().format();
    QStringList parts;
    if (const int alerts = int(m_alertStrip->alerts().size()); alerts > 0)
        parts += tr("%n alert(s) to look at", nullptr, alerts);
    if (m_isDeskEmpty)
        return tr("nothing yet");
    parts += tr("%Ln mention(s) to do", nullptr, int(m_counts.isNew));
    if (m_curvePanel->lastHour() > 0) {
        const auto usual = m_curvePanel->usualHour();
        //: How much was said in the last hour of the curve; %2 is what is usual then
        parts += usual ? tr("%1 in the last hour, usually %2").arg(format.number(m_curvePanel->lastHour()), format.number(qRound64(*usual)))
                       : tr("%1 in the last hour").arg(format.number(m_curvePanel->lastHour()));
    }
    return parts.join(u" · "_s);
}

void WatchPage::setScope(core::DrillRunId scope)
{
    if (m_hasScope && scope == m_scope)
        return;
    m_hasScope = true;
    m_scope = scope;
    m_curvePanel->setSelection(std::nullopt);
    m_model->setFilter(m_scope, m_filterBar->filter());
    m_curvePanel->setScope(m_scope, m_filterBar->filter().watch);
    enableActions();
    emit headerChanged();
    afterPaint(*this, [this] {
        m_model->release();
        readWatches();
        readSlowly();
    });
}

void WatchPage::activate(qint64 itemId)
{
    if (itemId == 0) {
        if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
            m_view->select(0);
        return;
    }
    m_pending = core::MentionId{itemId};
    if (m_model->rowOf(m_pending) < 0) {
        m_filterBar->clear();
        m_curvePanel->setSelection(std::nullopt);
        m_filterBar->setStatus(std::nullopt);
    }
    selectPending();
}

void WatchPage::selectPending()
{
    const int row = m_pending.isValid() ? m_model->rowOf(m_pending) : -1;
    if (row >= 0) {
        m_pending = {};
        m_view->select(row);
    }
}

void WatchPage::applyFormat()
{
    const core::Format format = workspace().format();
    m_model->setFormat(format);
    m_delegate->setFormat(format);
    m_curvePanel->setFormat(format);
    m_filterBar->setFormat(format);
    m_detailView->setFormat(format);
    m_alertStrip->setAlerts(m_alertStrip->alerts(), format);
    m_view->viewport()->update();
    emit headerChanged();
}

void WatchPage::applyFilter(const monitoring::MentionFilter &filter)
{
    const core::MentionId kept = m_detailView->mentionId();
    m_delegate->setShowsStatus(!filter.status);
    m_model->setFilter(m_scope, filter);
    m_curvePanel->setScope(m_scope, filter.watch);
    const int row = m_model->rowOf(kept);
    if (m_model->rowCount() > 0 && !m_pending.isValid())
        m_view->select(std::max(0, row));
    readSlowly();
}

void WatchPage::noteChanges(const store::Changes &changes)
{
    bool hasNewWatches = false;
    for (const store::Change &change : changes) {
        hasNewWatches = hasNewWatches || change.entity == store::Entity::Watch;
        if (change.entity == store::Entity::Mention && change.id != 0 && change.id == m_detailView->mentionId().value)
            m_detailView->reload();
    }
    if (hasNewWatches)
        readWatches();
    if (!m_slowTimer.isActive())
        m_slowTimer.start(kSlowPause);
}

void WatchPage::readSlowly()
{
    readAlerts();
    monitoring::MentionFilter counted;
    counted.watch = m_filterBar->filter().watch;
    counted.from = m_filterBar->filter().from;
    counted.to = m_filterBar->filter().to;
    store::readAsync(
        workspace().database(), this,
        [scope = m_scope, counted](const store::Connection &connection) {
            return MentionRepository::statusCounts(connection, scope, counted);
        },
        [this, scope = m_scope](const Result<monitoring::StatusCounts> &counts) {
            if (!counts || scope != m_scope)
                return; // the next change asks again
            m_counts = *counts;
            m_filterBar->setCounts(m_counts);
            showEmptiness();
            emit headerChanged();
        });
}

void WatchPage::readAlerts()
{
    store::readAsync(
        workspace().database(), this,
        [scope = m_scope](const store::Connection &connection) {
            return monitoring::AlertRepository::waiting(connection, scope, 20);
        },
        [this, scope = m_scope](const Result<std::vector<monitoring::Alert>> &alerts) {
            if (!alerts || scope != m_scope)
                return;
            m_alertStrip->setAlerts(*alerts, workspace().format());
            enableActions();
            emit headerChanged();
        });
}

void WatchPage::readWatches()
{
    store::readAsync(
        workspace().database(), this,
        [scope = m_scope](const store::Connection &connection) { return monitoring::WatchRepository::list(connection, scope); },
        [this, scope = m_scope](const Result<std::vector<monitoring::Watch>> &watches) {
            if (watches && scope == m_scope)
                m_filterBar->setWatches(*watches);
        });
}

Result<int> WatchPage::badge(const store::Connection &connection, core::DrillRunId scope)
{
    const auto alerts = monitoring::AlertRepository::waiting(connection, scope, 100);
    if (!alerts)
        return fail(alerts.error());
    return int(alerts->size());
}

void WatchPage::showEmptiness()
{
    const bool isEmpty = m_model->rowCount() == 0;
    QWidget *shown = m_view;
    if (isEmpty) {
        monitoring::MentionFilter unfiltered;
        unfiltered.status = m_filterBar->filter().status;
        const bool isFiltered = m_filterBar->filter() != unfiltered;
        shown = m_counts.all() == 0 && !isFiltered ? m_emptyState : m_noHitState;
    }
    if (m_listStack->currentWidget() != shown) {
        m_listStack->setCurrentWidget(shown);
        setFocusProxy(shown);
    }
    showWhatIsThere(shown == m_emptyState);
    if (isEmpty)
        m_detailView->setMention(std::nullopt);
    else if (!m_view->currentIndex().isValid() && !m_pending.isValid())
        m_view->select(0);
    enableActions();
}

void WatchPage::showWhatIsThere(bool isDeskEmpty)
{
    if (m_isDeskEmpty == isDeskEmpty)
        return;
    m_isDeskEmpty = isDeskEmpty;
    for (QWidget *part : std::initializer_list<QWidget *>{m_filterBar, m_hairline})
        part->setVisible(!isDeskEmpty);
    fit();
    emit headerChanged();
}

/// In a low window, or with large text, the alert comes first, then the list; the curve is the first to go. In a narrow one,
/// as beside the composer, which quotes the mention, the list has the room to itself.
void WatchPage::fit()
{
    constexpr int kRoomForTwoCards = 600;
    constexpr int kRoomForCurveToo = 400;
    m_alertStrip->setShort(height() < qRound(kRoomForTwoCards * textScale()));
    const bool isCrowded = m_alertStrip->isVisibleTo(this) && height() < qRound(kRoomForCurveToo * textScale());
    m_curvePanel->setVisible(!m_isDeskEmpty && !isCrowded);
    const int roomForDetail = qRound(2 * kLeastColumn * std::min(textScale(), 1.5));
    m_detailView->setVisible(!m_isDeskEmpty && width() >= roomForDetail);
}

void WatchPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fit();
}

void WatchPage::showMention(int row)
{
    if (m_model->idAt(row) != m_answered)
        m_model->keep(m_answered = {});
    const Mention *mention = row < 0 ? nullptr : m_model->mention(row);
    m_detailView->setMention(mention ? std::optional(*mention) : std::nullopt);
    enableActions();
}

std::optional<Mention> WatchPage::current() const
{
    const Mention *mention = m_model->mention(m_view->currentIndex().row());
    return mention ? std::optional(*mention) : std::nullopt;
}

} // namespace vigie::gui
