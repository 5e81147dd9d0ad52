// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/volumechart.h"
#include "gui/shell/page.h"
#include "monitoring/alert.h"
#include "monitoring/mentionrepository.h"
#include "store/change.h"

#include <QFuture>
#include <QTimer>

class QMenu;
class QSplitter;
class QStackedWidget;

namespace vigie::gui
{

class AlertStrip;
class CurvePanel;
class EmptyState;
class FilterBar;
class MentionDelegate;
class MentionDetailView;
class MentionListModel;
class MentionView;

/**
 * What people say: alerts on top, the curve, the list of mentions and the one that is read. All of it by keyboard.
 */
class WatchPage : public Page
{
    Q_OBJECT

public:
    explicit WatchPage(Desk &desk, QWidget *parent = nullptr);
    ~WatchPage() override;

    [[nodiscard]] QString headline() const override;
    /// None while there is nothing at all: then the page itself offers how to begin.
    [[nodiscard]] QAction *primaryAction() const override { return m_isDeskEmpty ? nullptr : m_crisisAction; }
    [[nodiscard]] QList<QAction *> headerActions() const override
    {
        if (m_isDeskEmpty)
            return {m_crisisAction};
        return m_scope.isValid() ? QList<QAction *>{m_importAction} : QList<QAction *>{m_addAction, m_importAction};
    }
    [[nodiscard]] QList<QAction *> menuActions() const override;
    /// `itemId` is a mention to be shown, whatever the filter.
    void activate(qint64 itemId) override;
    void setScope(core::DrillRunId scope) override;

    [[nodiscard]] MentionListModel &model() const { return *m_model; }
    [[nodiscard]] MentionView &view() const { return *m_view; }

    /// For the rail: alerts nobody has taken.
    [[nodiscard]] static Result<int> badge(const store::Connection &connection, core::DrillRunId scope);

protected:
    void retranslate() override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildLayout();
    void buildActions();
    void buildTonalityMenu();
    void connectParts();
    void applyFormat();
    void applyFilter(const monitoring::MentionFilter &filter);
    void applySpan(const std::optional<TimeSpan> &span);
    void noteChanges(const store::Changes &changes);
    void readSlowly();
    void readAlerts();
    void readWatches();
    void showEmptiness();
    void showWhatIsThere(bool isDeskEmpty);
    void fit();
    void showMention(int row);
    void selectPending();
    void enableActions();
    [[nodiscard]] std::optional<monitoring::Mention> current() const;
    /// Says so where an act failed; otherwise runs `done`.
    void settle(const QFuture<Result<>> &act, const QString &attempt, const std::function<void()> &done);
    void answer(ReplyVisibility visibility);
    void changeStatus(monitoring::Status status, const QString &reason);
    void askWhyNothing();
    void showAssignMenu();
    void assignTo(const QString &person);
    void askLabel();
    void correctTonality(analysis::Tonality tonality);
    void showLearning(); ///< in the menu of tones: what corrections were good for
    void settleAlert(core::AlertId alert, monitoring::AlertState state);
    void importFile();
    void addByHand();
    void openOriginal();
    void openPin(const VolumePin &pin);
    void presentAlert(core::AlertId alert);
    void explainAlert(const monitoring::Alert &alert);
    void showWindow(core::Instant from, core::Instant to);

    MentionListModel *m_model = nullptr;
    MentionDelegate *m_delegate = nullptr;
    AlertStrip *m_alertStrip = nullptr;
    CurvePanel *m_curvePanel = nullptr;
    FilterBar *m_filterBar = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_listStack = nullptr;
    QWidget *m_hairline = nullptr;
    MentionView *m_view = nullptr;
    EmptyState *m_emptyState = nullptr;
    EmptyState *m_noHitState = nullptr;
    MentionDetailView *m_detailView = nullptr;

    core::DrillRunId m_scope;
    monitoring::StatusCounts m_counts;
    core::MentionId m_pending; ///< to be selected as soon as the list has it
    core::MentionId m_answered; ///< stays in the list until another one is selected, or it is settled by hand
    QTimer m_slowTimer;
    bool m_hasScope = false;
    bool m_isDeskEmpty = false;

    QAction *m_crisisAction = nullptr;
    QAction *m_whyAction = nullptr;
    QAction *m_importAction = nullptr;
    QAction *m_addAction = nullptr;
    QAction *m_drillAction = nullptr;
    QAction *m_nextAction = nullptr;
    QAction *m_previousAction = nullptr;
    QAction *m_replyAction = nullptr;
    QAction *m_privateAction = nullptr;
    QAction *m_assignAction = nullptr;
    QAction *m_doneAction = nullptr;
    QAction *m_nothingAction = nullptr;
    QAction *m_waitingAction = nullptr;
    QAction *m_againAction = nullptr;
    QAction *m_labelAction = nullptr;
    QAction *m_noteAction = nullptr;
    QAction *m_originalAction = nullptr;
    QAction *m_searchAction = nullptr;
    QAction *m_clearAction = nullptr;
    QMenu *m_tonalityMenu = nullptr;
    QAction *m_learningAction = nullptr;
};

} // namespace vigie::gui
