// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/volumechart.h"
#include "gui/shell/theme.h"

#include <QRectF>

class QPainter;

namespace vigie::gui
{

/**
 * Where everything of a volume chart stands in a given size, and how it is painted: from the top the legend, the pins, the
 * plot, the times. The one place that knows, for painting and for the pointer. Refers to its data; make one when it is needed.
 */
class VolumePlot
{
public:
    VolumePlot(const VolumeChartData &data, const core::Format &format, const QWidget &widget);

    [[nodiscard]] QRectF area() const { return m_area; } ///< of the columns
    [[nodiscard]] double xOf(core::Instant instant) const;
    [[nodiscard]] core::Instant instantAt(double x) const;
    /// The beginning of the column around it, or the end with `up`.
    [[nodiscard]] core::Instant snapped(core::Instant instant, bool up) const;
    [[nodiscard]] const VolumeColumn *columnAt(core::Instant instant) const; ///< null where nothing was counted
    /// All that share the mark below the pointer, oldest first: marks that would cover each other are one.
    [[nodiscard]] std::vector<const VolumePin *> pinsAt(const QPointF &position) const;
    /// Those inside the span, oldest first.
    [[nodiscard]] std::vector<const VolumePin *> pins() const;

    void paint(QPainter &painter, const std::optional<TimeSpan> &selection, const VolumePin *focused) const;

private:
    struct Key {
        QString text = {};
        Token token = Token::Muted;
        QString iconName = {}; ///< a square of the colour without
        QRectF sign = {};
        QPointF textAt = {};
    };
    struct Mark {
        QRectF rect = {}; ///< the icon and, where it stands for several, their number
        std::vector<const VolumePin *> pins = {};
        bool hasAlert = false;
    };
    /// At the right, in as many lines as the width asks for; gives their number.
    int layOutLegend(const QFontMetrics &metrics);
    [[nodiscard]] std::vector<Mark> marks() const;
    [[nodiscard]] QColor ink(Token token) const { return color(token, m_widget); }
    [[nodiscard]] QString axisLabel(core::Instant instant) const;
    void paintScale(QPainter &painter) const;
    void paintTimes(QPainter &painter) const;
    void paintGaps(QPainter &painter) const;
    void paintUsual(QPainter &painter) const;
    void paintColumns(QPainter &painter, const std::optional<TimeSpan> &selection) const;
    void paintSelection(QPainter &painter, const std::optional<TimeSpan> &selection) const;
    void paintPins(QPainter &painter, const VolumePin *focused) const;
    void paintLegend(QPainter &painter) const;

    const VolumeChartData &m_data;
    const core::Format m_format;
    const QWidget &m_widget;
    double m_ceiling = 1;
    double m_pinSide = 0;
    std::vector<Key> m_legend;
    QRectF m_area;
};

/// Height at 100 % text: legend, pins, a plot of some 90 px, times.
inline constexpr int kVolumeChartHeight = 168;

} // namespace vigie::gui
