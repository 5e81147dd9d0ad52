// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/format.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace vigie::gui
{

struct VolumeColumn {
    core::Instant start = {};
    int negative = 0;
    int neutral = 0; ///< with what is undetermined
    int positive = 0;
    std::optional<double> usualLow = std::nullopt; ///< the usual band behind the column, where it is known
    std::optional<double> usualHigh = std::nullopt;

    [[nodiscard]] int total() const { return negative + neutral + positive; }
};

enum class PinKind {
    Alert,
    Crisis, ///< something the desk did in a crisis: its log has it, at this time
    Reply,
};
struct VolumePin {
    core::Instant at = {};
    PinKind kind = PinKind::Alert;
    QString text = {}; ///< the tooltip, a whole sentence; of several lines, the first names it
    qint64 id = 0;     ///< of the alert, the crisis or the reply

    bool operator==(const VolumePin &) const = default;
};

struct TimeSpan {
    core::Instant from = {};
    core::Instant to = {};

    bool operator==(const TimeSpan &) const = default;
};

struct VolumeChartData {
    std::chrono::milliseconds step = std::chrono::minutes(5);
    TimeSpan span = {}; ///< what the axis shows
    std::vector<VolumeColumn> columns = {}; ///< in the order of time; what is missing counts as nothing said
    std::vector<VolumePin> pins = {};
    std::vector<TimeSpan> gaps = {}; ///< when a source was not read: hatched, because "nothing said" would be a lie
};

class VolumePlot;

/**
 * Volume over time, stacked negative / neutral / positive, with the usual band behind, alerts and one's own acts pinned and
 * gaps hatched. Dragging over it selects a span of time (arrows with Shift do so by keyboard; Escape clears). A click on a pin
 * opens what it names; Up and Down go from pin to pin, Enter opens. Pins that would cover each other share one mark, and a
 * menu asks which is meant. The whole is also said in words by accessibleDescription().
 */
class VolumeChart : public QWidget
{
    Q_OBJECT

public:
    explicit VolumeChart(QWidget *parent = nullptr);

    void setData(VolumeChartData newData);
    void setFormat(const core::Format &format);
    [[nodiscard]] const std::optional<TimeSpan> &selection() const { return m_selection; }
    void setSelection(std::optional<TimeSpan> selection);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// The person brushed a span, or cleared it (nothing).
    void selectionChanged(const std::optional<vigie::gui::TimeSpan> &selection);
    void pinActivated(const vigie::gui::VolumePin &pin);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] VolumePlot plot() const;
    void describe();
    [[nodiscard]] QString tooltipAt(const QPointF &position) const;
    [[nodiscard]] std::optional<TimeSpan> shownSelection() const;
    void activate(const std::vector<const VolumePin *> &pins, const QPoint &position);
    void stepPin(int by);
    void moveSelection(bool isLeft, bool isExtending);

    VolumeChartData m_data;
    core::Format m_format;
    std::optional<TimeSpan> m_selection;
    std::optional<core::Instant> m_brushFrom;
    std::optional<core::Instant> m_brushTo;
    std::optional<VolumePin> m_focusedPin; ///< by keyboard
};

} // namespace vigie::gui
