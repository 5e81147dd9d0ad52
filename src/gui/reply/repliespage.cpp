// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/repliespage.h"

#include "gui/common/cardlist.h"
#include "gui/common/icons.h"
#include "gui/common/widgets.h"
#include "gui/reply/composer.h"
#include "gui/reply/promiserows.h"
#include "gui/reply/replyacts.h"
#include "gui/reply/replycarddelegate.h"
#include "gui/reply/replydetail.h"
#include "gui/reply/replylistmodel.h"
#include "gui/reply/replyreasondialog.h"
#include "gui/reply/replytexts.h"
#include "reply/promiseservice.h"
#include "store/async.h"

#include <QAction>
#include <QListView>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace vigie::gui
{

RepliesPage::RepliesPage(Desk &desk, ReplyContext context, QWidget *parent)
    : Page(desk, parent)
    , m_context(std::move(context))
    , m_acts(new ReplyActs(desk, m_context, this))
    , m_model(new ReplyListModel(m_context.database.clock(), m_context.uiFormat(), this))
    , m_scope(m_context.scope())
{
    makeActions();
    build();
    connectAll();
    retranslate();
    reload();
}

RepliesPage::~RepliesPage() = default;

void RepliesPage::connectAll()
{
    m_reloadTimer.setSingleShot(true);
    m_reloadTimer.setInterval(0); // several changes of one turn of the loop are read once
    connect(&m_reloadTimer, &QTimer::timeout, this, &RepliesPage::reload);
    m_ageTimer.start(30s);
    connect(&m_ageTimer, &QTimer::timeout, m_model, &ReplyListModel::refreshAges);
    connect(&m_context.database, &store::Database::changed, this, [this](const store::Changes &changes) {
        const bool concerns = std::any_of(changes.begin(), changes.end(), [](const store::Change &change) {
            return change.entity == store::Entity::Reply || change.entity == store::Entity::Promise
                   || change.entity == store::Entity::Setting;
        });
        if (concerns)
            m_reloadTimer.start();
    });
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_hasChosenGroup = true;
        setGroup(ReplyGroup(index));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        const reply::Reply *const reply = m_model->replyAt(current);
        if (reply && reply->id != m_shown)
            showReply(reply->id);
    });
    connect(m_list, &QListView::activated, this, &RepliesPage::edit);
    connect(m_promises, &CardView::selected, this, [this](const CardRow &row) {
        for (const reply::Promise &promise : m_now.promises) {
            if (promise.id.value == row.id && promise.replyId.isValid())
                showReply(promise.replyId);
        }
    });
    connect(m_promises, &CardView::markClicked, this, [this](const CardRow &row) {
        const core::PromiseId id{row.id};
        store::whenDone(m_context.promises.settle(m_context.actor(), id, reply::PromiseState::Kept), this,
                        [this, id](const Result<> &settled) {
                            if (!settled) {
                                desk().showError(tr("The promise could not be settled."), settled.error());
                                return;
                            }
                            desk().showUndoToast(tr("Promise kept."), [this, id] {
                                const auto undone = m_context.promises.settle(m_context.actor(), id, reply::PromiseState::Open);
                                Q_UNUSED(undone)
                            });
                        });
    });
    connect(m_detail, &ReplyDetail::editRequested, this, &RepliesPage::edit);
    connect(m_detail, &ReplyDetail::replyRequested, this, [this](core::ReplyId id) { activate(id.value); });
    connect(m_nextAction, &QAction::triggered, this, [this] { move(1); });
    connect(m_previousAction, &QAction::triggered, this, [this] { move(-1); });
    connect(m_editAction, &QAction::triggered, this, &RepliesPage::edit);
    connect(m_primaryAct, &QAction::triggered, m_detail, &ReplyDetail::doPrimary);
    connect(m_rejectAction, &QAction::triggered, this, [this] { m_detail->perform(ReplyAct::Reject); });
    connect(m_cancelAction, &QAction::triggered, this, [this] { m_detail->perform(ReplyAct::Cancel); });
    connect(m_promiseAction, &QAction::triggered, m_detail, &ReplyDetail::addPromise);
    connect(m_suspendAction, &QAction::triggered, this, &RepliesPage::askToSuspend);
    connect(m_resumeAction, &QAction::triggered, m_acts, &ReplyActs::resume);
}

Result<int> RepliesPage::badge(const store::Connection &connection, core::DrillRunId scope)
{
    const auto counts = reply::ReplyRepository::counts(connection, scope);
    if (!counts)
        return fail(counts.error());
    return counts->pending + counts->approved + counts->sending + counts->unknown + counts->failed;
}

QString RepliesPage::headline() const
{
    QStringList parts;
    if (m_now.suspension)
        parts += tr("publication suspended");
    if (const int count = m_now.countOf(ReplyGroup::ToSettle); count > 0)
        //: Replies whose outcome a person must settle.
        parts += tr("%n to settle", nullptr, count);
    if (m_now.counts.pending > 0)
        //: Replies.
        parts += tr("%n to approve", nullptr, m_now.counts.pending);
    if (m_now.counts.approved > 0)
        //: Replies.
        parts += tr("%n to send", nullptr, m_now.counts.approved);
    return parts.isEmpty() ? tr("Nothing waits for anybody") : parts.join(u" · "_s);
}

QList<QAction *> RepliesPage::headerActions() const
{
    return {m_now.suspension ? m_resumeAction : m_suspendAction};
}

QList<QAction *> RepliesPage::menuActions() const
{
    return {m_nextAction, m_previousAction, nullptr, m_editAction, m_primaryAct, m_rejectAction, m_cancelAction, nullptr,
            m_promiseAction, nullptr, m_suspendAction, m_resumeAction};
}

void RepliesPage::activate(qint64 itemId)
{
    if (itemId == 0) {
        reload();
        return;
    }
    const core::ReplyId id{itemId};
    store::readAsync(
        m_context.database, this,
        [id](const store::Connection &connection) { return reply::ReplyRepository::find(connection, id); },
        [this, id](const Result<std::optional<reply::Reply>> &found) {
            if (!found || !*found)
                return;
            m_wanted = id;
            m_hasChosenGroup = true;
            setGroup(groupOf((*found)->state));
        });
}

void RepliesPage::setScope(core::DrillRunId scope)
{
    m_scope = scope;
    m_shown = {};
    m_hasChosenGroup = false;
    closeComposer();
    m_right->setCurrentWidget(m_nothingChosen);
    reload();
}

void RepliesPage::reload()
{
    store::readAsync(
        m_context.database, this,
        [scope = m_scope, group = m_group, now = m_context.database.clock().now()](const store::Connection &connection) {
            return readReplyQueue(connection, scope, group, now);
        },
        [this, token = ++m_listToken](Result<ReplyQueue> queue) {
            if (token != m_listToken)
                return;
            if (queue)
                apply(std::move(*queue));
            else
                desk().showError(tr("The replies could not be read."), queue.error());
        });
    if (m_shown.isValid())
        reloadDetail();
}

void RepliesPage::apply(ReplyQueue queue)
{
    m_now = std::move(queue);
    if (!m_hasChosenGroup) {
        // What waits longest for a person comes first; nobody has to look for it.
        m_hasChosenGroup = true;
        for (const ReplyGroup group : {ReplyGroup::ToSettle, ReplyGroup::ToApprove, ReplyGroup::ToSend, ReplyGroup::InHand,
                                       ReplyGroup::Drafts, ReplyGroup::Sent}) {
            if (m_now.countOf(group) > 0 && group != m_group) {
                setGroup(group);
                return;
            }
            if (m_now.countOf(group) > 0)
                break;
        }
    }
    showTabs();
    showList();
    showActions();
    emit headerChanged();
}

void RepliesPage::showTabs()
{
    const core::Format format = m_context.uiFormat();
    for (int i = 0; i < kReplyGroupCount; ++i) {
        const ReplyGroup group = ReplyGroup(i);
        const int count = m_now.countOf(group);
        //: A tab with the number of what is in it.
        m_tabs->setTabText(i, count > 0 ? tr("%1  %2").arg(ReplyGroups::name(group), format.number(count)) : ReplyGroups::name(group));
        m_tabs->setAccessibleTabName(i, m_tabs->tabText(i));
    }
    const int settle = int(ReplyGroup::ToSettle);
    const bool isRed = m_now.countOf(ReplyGroup::ToSettle) > 0;
    m_tabs->setTabIcon(settle, isRed ? icon(u"exclamation-triangle-fill"_s, Token::Negative) : QIcon());
    const bool isLate = std::any_of(m_now.promises.begin(), m_now.promises.end(), [this](const reply::Promise &promise) {
        return promise.dueAt && *promise.dueAt < m_context.database.clock().now();
    });
    m_tabs->setTabIcon(int(ReplyGroup::Promises), isLate ? icon(u"alarm"_s, Token::Negative) : QIcon());
    const QSignalBlocker quiet(m_tabs);
    m_tabs->setCurrentIndex(int(m_group));
}

void RepliesPage::showList()
{
    const core::Format format = m_context.uiFormat();
    m_promises->cards().setRows(PromiseRows::of(m_now.promises, format, m_context.database.clock().now()));
    const QModelIndex before = m_list->currentIndex();
    m_model->setReplies(m_now.replies);
    if (m_group == ReplyGroup::Promises) {
        m_lists->setCurrentWidget(m_now.promises.empty() ? static_cast<QWidget *>(m_empty) : m_promises);
        showEmptyTexts();
        if (!m_promises->currentIndex().isValid() && !m_now.promises.empty())
            m_promises->setCurrentIndex(m_promises->cards().index(0));
        return;
    }
    m_lists->setCurrentWidget(m_now.replies.empty() ? static_cast<QWidget *>(m_empty) : m_list);
    showEmptyTexts();
    if (m_wanted.isValid() && m_model->indexOf(m_wanted).isValid()) {
        select(std::exchange(m_wanted, {}));
    } else if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0) {
        const int row = std::clamp(before.row(), 0, m_model->rowCount() - 1);
        m_list->setCurrentIndex(m_model->index(row));
    } else if (m_now.replies.empty() && !m_composer) {
        m_shown = {};
        m_right->setCurrentWidget(m_nothingChosen);
    }
}

void RepliesPage::showEmptyTexts()
{
    const ReplyGroups::Emptiness words = ReplyGroups::emptiness(m_group);
    m_empty->setIconName(words.iconName);
    m_empty->setTexts(words.title, words.text);
}

void RepliesPage::setGroup(ReplyGroup group)
{
    const bool isOther = m_group != group;
    m_group = group;
    {
        const QSignalBlocker quiet(m_tabs);
        m_tabs->setCurrentIndex(int(group));
    }
    if (isOther) {
        closeComposer();
        m_shown = {};
        m_right->setCurrentWidget(m_nothingChosen);
        m_model->setReplies({});
    }
    reload();
}

void RepliesPage::select(core::ReplyId id)
{
    const QModelIndex index = m_model->indexOf(id);
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void RepliesPage::showReply(core::ReplyId id)
{
    closeComposer();
    m_shown = id;
    reloadDetail();
}

void RepliesPage::reloadDetail()
{
    store::readAsync(
        m_context.database, this,
        [id = m_shown, now = m_context.database.clock().now(),
         sentences = m_context.language()](const store::Connection &connection) {
            return readReplyDetail(connection, id, now, sentences);
        },
        [this, token = ++m_detailToken](Result<ReplyDetailData> detail) {
            if (token != m_detailToken || !m_shown.isValid())
                return;
            if (!detail) {
                desk().showError(tr("The reply could not be read."), detail.error());
                return;
            }
            m_detail->setData(std::move(*detail));
            if (!m_composer)
                m_right->setCurrentWidget(m_detail);
            showActions();
        });
}

void RepliesPage::edit()
{
    if (!m_shown.isValid() || m_composer || m_right->currentWidget() != m_detail)
        return;
    m_composer = new Composer(desk(), m_context, m_right);
    m_composer->openReply(m_shown);
    m_right->addWidget(m_composer);
    m_right->setCurrentWidget(m_composer);
    connect(m_composer, &SidePanel::closeRequested, this, [this] {
        closeComposer();
        m_right->setCurrentWidget(m_detail);
        m_list->setFocus();
    });
    showActions();
}

void RepliesPage::closeComposer()
{
    if (!m_composer)
        return;
    Composer *const composer = std::exchange(m_composer, nullptr);
    composer->hide();
    m_right->removeWidget(composer);
    composer->deleteLater();
    showActions();
}

void RepliesPage::move(int by)
{
    if (m_model->rowCount() == 0 || m_group == ReplyGroup::Promises)
        return;
    const int row = std::clamp(m_list->currentIndex().row() + by, 0, m_model->rowCount() - 1);
    m_list->setCurrentIndex(m_model->index(row));
}

void RepliesPage::showActions()
{
    const bool isShown = m_shown.isValid() && m_detail->replyId() == m_shown && !m_composer;
    const ReplyOffer offered = isShown ? m_detail->offer() : ReplyOffer{};
    const auto offers = [&offered](ReplyAct act) {
        return std::find(offered.others.begin(), offered.others.end(), act) != offered.others.end();
    };
    m_editAction->setEnabled(isShown && offers(ReplyAct::Edit));
    m_rejectAction->setEnabled(offers(ReplyAct::Reject));
    m_cancelAction->setEnabled(offers(ReplyAct::Cancel));
    m_promiseAction->setEnabled(isShown);
    m_primaryAct->setEnabled(isShown);
    m_primaryAct->setText(offered.primary ? ReplyTexts::act(*offered.primary) : tr("Next step"));
    m_suspendAction->setVisible(!m_now.suspension);
    m_resumeAction->setVisible(m_now.suspension.has_value());
}

void RepliesPage::askToSuspend()
{
    auto *dialog = new ReplyReasonDialog(
        {.title = tr("Suspend all publishing"),
         .explanation = tr("Nothing goes out until somebody resumes, on any network, for anybody. Drafts can still be written "
                           "and approved. A red band says so on every page."),
         .label = tr("Why?"),
         .button = tr("Suspend")},
        ReplyReasonDialog::Until::Asked, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        std::optional<core::Instant> until;
        if (const auto span = dialog->span())
            until = m_context.database.clock().now() + *span;
        m_acts->suspend(dialog->reason(), until);
    });
    dialog->open();
}

void RepliesPage::retranslate()
{
    m_model->setFormat(m_context.uiFormat());
    m_tabs->setAccessibleName(tr("Replies by what they wait for"));
    m_list->setAccessibleName(tr("Replies"));
    m_promises->setAccessibleName(tr("Open promises"));
    m_nothingChosen->setTexts(tr("Replies, from the first word to the link"),
                              tr("Select a reply to read it, and to do what it waits for."));
    m_nextAction->setText(tr("Next reply"));
    m_previousAction->setText(tr("Previous reply"));
    m_editAction->setText(tr("Edit the reply"));
    m_rejectAction->setText(tr("Send back with a note…"));
    m_cancelAction->setText(tr("Cancel this reply"));
    m_promiseAction->setText(tr("Add a promise…"));
    m_suspendAction->setText(tr("Suspend all publishing…"));
    m_resumeAction->setText(tr("Resume publishing"));
    m_detail->retranslate();
    showTabs();
    showList();
    showActions();
}

} // namespace vigie::gui
