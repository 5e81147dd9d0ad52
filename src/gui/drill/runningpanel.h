// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/alert.h"
#include "gui/drill/drillsession.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QButtonGroup;
class QPushButton;

namespace vigie::workspace
{
class Workspace;
}

namespace vigie::gui
{

class CardView;
class VolumeChart;
struct CardRow;
struct VolumeChartData;

/// The exercise while it runs: its clock, the curve so far, the injects and what was raised.
class RunningPanel : public QWidget
{
    Q_OBJECT

public:
    RunningPanel(workspace::Workspace &workspace, DrillSession &session, QWidget *parent = nullptr);
    void retranslate();
    void setFireAction(QAction *action);

signals:
    void fireRequested(std::size_t inject);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Facts;
    [[nodiscard]] QWidget *makeClock();
    void showClock();
    void showInjects();
    void showRaised();
    void load();
    void refresh();

    workspace::Workspace &m_workspace;
    DrillSession &m_session;
    QTimer m_timer;
    bool m_isLoading = false;
    std::vector<monitoring::Alert> m_alerts;
    QLabel *m_titleLabel = nullptr;
    QLabel *m_timeLabel = nullptr;
    QLabel *m_dateLabel = nullptr;
    QLabel *m_stateLabel = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_postsLabel = nullptr;
    QButtonGroup *m_speedGroup = nullptr;
    VolumeChart *m_chart = nullptr;
    QLabel *m_injectLabel = nullptr;
    QPushButton *m_fireButton = nullptr;
    CardView *m_injectView = nullptr;
    QLabel *m_raisedLabel = nullptr;
    CardView *m_raisedView = nullptr;
};

} // namespace vigie::gui
