// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/cardlist.h"
#include "gui/incident/room.h"
#include "gui/shell/page.h"
#include "store/change.h"

#include <QFuture>
#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace vigie::gui
{

class CrisisStrip;
class EmptyState;

/**
 * Where a crisis is led: its clocks above; tasks, log and notebook side by side. Everything shown is one Board, read anew in
 * a pool thread after each change; the lists find out what differs. activate() takes an incident's id.
 */
class CrisisRoomPage : public Page
{
    Q_OBJECT

public:
    explicit CrisisRoomPage(Desk &desk, QWidget *parent = nullptr);

    [[nodiscard]] QString headline() const override { return m_headline; }
    [[nodiscard]] QAction *primaryAction() const override;
    [[nodiscard]] QList<QAction *> headerActions() const override;
    [[nodiscard]] QList<QAction *> menuActions() const override;
    void activate(qint64 itemId) override;
    /// Selects the entry of the log that was written then; its filters give way.
    void showMoment(core::Instant at) override;
    void setScope(core::DrillRunId scope) override;
    /// For the rail: how many crises are open.
    [[nodiscard]] static Result<int> badge(const store::Connection &connection, core::DrillRunId scope);
    /// What is shown now; without a board when no crisis is open.
    [[nodiscard]] const Room &room() const { return m_room; }

signals:
    void loaded();

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Acts {
        QAction *open = nullptr;
        QAction *postUpdate = nullptr;
        QAction *decide = nullptr;
        QAction *addNote = nullptr;
        QAction *addTask = nullptr;
        QAction *addFact = nullptr;
        QAction *addStakeholder = nullptr;
        QAction *takeCharge = nullptr;
        QAction *severity = nullptr;
        QAction *handOver = nullptr;
        QAction *resolve = nullptr;
        QAction *close = nullptr;
        QAction *reopen = nullptr;
        QAction *legalHold = nullptr;
        QAction *review = nullptr;
    };
    void makeActions();
    [[nodiscard]] QWidget *makeTasks();
    [[nodiscard]] QWidget *makeLog();
    [[nodiscard]] QWidget *makeNotebook();

    void load();
    void showRoom(Room room);
    void showRows();
    void showLog();
    void selectMoment();
    void showTimes();
    void showActions();
    void reloadFor(const store::Changes &changes);

    void openCrisis();
    void postUpdate();
    void decide();
    void focusNote();
    void addTask();
    void addFact();
    void addStakeholder();
    void takeCharge();
    void changeSeverity();
    void handOver();
    void markResolved();
    void closeCrisis();
    void reopenCrisis();
    void toggleLegalHold();
    void goToReview();

    void settleTask(const CardRow &row);
    void skipTask(core::TaskId id);
    void showTaskMenu(const CardRow &row, const QPoint &position);
    void toggleStar(const CardRow &row);
    void writeNote();
    void settleNotebookRow(const CardRow &row);
    void openNotebookRow(const CardRow &row);
    void addToNotebook(const CardRow &section);
    void showNotebookMenu(const CardRow &row, const QPoint &position);
    void setFactState(core::FactId id, incident::FactState state);
    /// Says what went wrong; runs `done` otherwise.
    template <typename T, typename Done>
    void run(const QFuture<Result<T>> &future, const QString &attempt, Done done);
    template <typename T>
    void run(const QFuture<Result<T>> &future, const QString &attempt);

    Room m_room;
    core::IncidentId m_wanted;
    std::optional<core::Instant> m_moment; ///< to be selected in the log once it is read
    core::DrillRunId m_scope;
    QString m_headline;
    Acts m_acts;
    quint64 m_token = 0; ///< of the newest read; older answers are dropped
    QTimer m_reloadTimer;
    QTimer m_clockTimer;
    int m_ticks = 0;
    bool m_isLogAtEnd = true;

    QStackedWidget *m_stack;
    EmptyState *m_empty;
    CrisisStrip *m_strip;
    QSplitter *m_splitter;
    QLabel *m_taskLabel = nullptr;
    QToolButton *m_addTaskButton = nullptr;
    CardView *m_taskView = nullptr;
    QLabel *m_logLabel = nullptr;
    QComboBox *m_kindBox = nullptr;
    QLineEdit *m_searchEdit = nullptr;
    CardView *m_logView = nullptr;
    QLineEdit *m_noteEdit = nullptr;
    QLabel *m_notebookLabel = nullptr;
    CardView *m_notebookView = nullptr;
};

} // namespace vigie::gui
