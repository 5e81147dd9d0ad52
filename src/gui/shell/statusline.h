// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/source.h"

#include <QWidget>

#include <vector>

class QLabel;
class QTimer;

namespace vigie::workspace
{
class Workspace;
}

namespace vigie::gui
{

class ElidedLabel;

/// The foot of the window: which source is live, late or failed, the last check, and the time in the zone that is shown.
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(workspace::Workspace &workspace, QWidget *parent = nullptr);
    /// Asks for the sources' state on a worker thread.
    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showSources();
    void showTime();
    [[nodiscard]] QString stateText(const monitoring::Source &source) const;

    workspace::Workspace &m_workspace;
    std::vector<monitoring::Source> m_sources;
    ElidedLabel *m_sourcesLabel = nullptr;
    QLabel *m_timeLabel = nullptr;
    QTimer *m_timer = nullptr;
};

} // namespace vigie::gui
