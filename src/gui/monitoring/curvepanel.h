// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "core/ids.h"
#include "gui/common/volumechart.h"
#include "store/database.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QButtonGroup;
class QPushButton;

namespace vigie::gui
{

/// The curve of a scope or a watch over the last hours or days, kept up to date. All counting happens on a worker thread.
class CurvePanel : public QWidget
{
    Q_OBJECT

public:
    /// What the desk itself did in a span of time, to be pinned; asked on the worker thread.
    using OwnActs = std::function<std::vector<VolumePin>(const store::Connection &, core::DrillRunId, TimeSpan)>;

    explicit CurvePanel(store::Database &database, QWidget *parent = nullptr);
    void setScope(core::DrillRunId scope, core::WatchId watch);
    void setFormat(const core::Format &format);
    void setOwnActs(OwnActs ownActs) { m_ownActs = std::move(ownActs); }
    void setSelection(const std::optional<TimeSpan> &span);
    [[nodiscard]] VolumeChart *chart() const { return m_chart; }
    /// Mentions in the last hour shown, and what is usual there: for the headline.
    [[nodiscard]] int lastHour() const { return m_lastHour; }
    [[nodiscard]] std::optional<double> usualHour() const { return m_usualHour; }

signals:
    void selectionChanged(const std::optional<vigie::gui::TimeSpan> &span);
    void loaded();
    /// A person asked for what a pin of the curve names.
    void pinActivated(const vigie::gui::VolumePin &pin);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Answer {
        VolumeChartData data = {};
        int lastHour = 0;
        std::optional<double> usualHour = std::nullopt;
    };
    struct Question {
        core::DrillRunId scope = {};
        core::WatchId watch = {};
        std::chrono::milliseconds span = {};
        std::chrono::milliseconds step = {};
        core::Instant now = {};
        core::Format format;
    };
    [[nodiscard]] static Result<Answer> answer(const store::Connection &connection, const Question &question, const OwnActs &ownActs);
    void noteChanges(const store::Changes &changes);
    void load();
    void retranslate();
    void showSelection();

    store::Database &m_database;
    core::DrillRunId m_scope;
    core::WatchId m_watch;
    core::Format m_format;
    OwnActs m_ownActs;
    VolumeChart *m_chart = nullptr;
    QButtonGroup *m_ranges = nullptr;
    QPushButton *m_spanButton = nullptr; ///< what is selected, above the plot; a press shows all times again
    QTimer m_timer;
    quint64 m_question = 0;
    bool m_isAsked = false;
    int m_lastHour = 0;
    std::optional<double> m_usualHour;
};

} // namespace vigie::gui
