// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/cardlist.h"
#include "postmortem/reportdata.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QTabWidget;

namespace vigie::gui
{

class Desk;
class FiguresRow;

/**
 * The middle of the review page: the figures, the three texts, findings, actions and the timeline of one crisis. Texts are
 * kept some moments after the last key, and before another crisis is shown.
 */
class ReviewEditor : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewEditor(Desk &desk, QWidget *parent = nullptr);
    /// Before the program or the page goes on: keeps what is not kept yet.
    void saveNow();
    /// `report` has a review. A text that is being written is not replaced.
    void setData(const postmortem::ReportData &report);
    void retranslate();

    void addFinding(postmortem::FindingKind kind);
    void addAction();

private:
    struct TextField {
        QLabel *label = nullptr;
        QPlainTextEdit *edit = nullptr;
    };
    [[nodiscard]] QWidget *makeTexts();
    [[nodiscard]] QWidget *makeFindings();
    void showState();
    void openFinding(const CardRow &row);
    void openAction(const CardRow &row);
    void settleAction(const CardRow &row);
    void showFindingMenu(const CardRow &row, const QPoint &position);
    void showActionMenu(const CardRow &row, const QPoint &position);
    void removeFinding(core::FindingId id);
    void removeAction(core::ActionId id);
    [[nodiscard]] const postmortem::Finding *finding(qint64 id) const; ///< null when it is gone
    [[nodiscard]] const postmortem::Action *action(qint64 id) const;
    [[nodiscard]] bool isDraft() const { return m_review.state == postmortem::ReviewState::Draft; }

    Desk &m_desk;
    postmortem::Review m_review;
    bool m_isDirty = false;
    bool m_isSaving = false;
    bool m_isFilling = false;
    QTimer m_saveTimer;
    FiguresRow *m_figures;
    QTabWidget *m_tabs;
    TextField m_summary;
    TextField m_causes;
    TextField m_impact;
    QLabel *m_stateLabel = nullptr;
    CardView *m_findingView = nullptr;
    CardView *m_actionView = nullptr;
    CardView *m_timelineView = nullptr;
};

} // namespace vigie::gui
