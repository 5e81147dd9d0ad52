// SPDX-License-Identifier: GPL-3.0-or-later
#include "postmortem/pdfchart.h"

#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace vigie::postmortem::pdf
{
namespace
{

constexpr qreal kPlotHeight = mm(56);
constexpr qreal kPinRow = mm(4.6);
constexpr qreal kAxisWidth = mm(10);
constexpr qreal kPinRadius = mm(1.95);
constexpr qreal kKeyLine = mm(4.9);

/// Round steps of time, so that the labels stand on full hours and days.
constexpr std::array<minutes, 14> kTimeSteps = {minutes(5),   minutes(10),  minutes(15),   minutes(30), hours(1),
                                                hours(2),     hours(3),     hours(6),      hours(12),   hours(24),
                                                hours(24 * 2), hours(24 * 7), hours(24 * 14), hours(24 * 28)};

struct Pin {
    const CurveMark *mark;
    qreal x;
    int row;
};

bool isAlert(const CurveMark &mark)
{
    return mark.kind == MarkKind::Alert;
}

void paintPin(QPainter &painter, QPointF centre, int number)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour::accent);
    painter.drawEllipse(centre, kPinRadius, kPinRadius);
    painter.setBrush(Qt::NoBrush);
    const TextBox text(QString::number(number), font(number > 9 ? 6 : 7, Weight::Bold), 4 * kPinRadius, Qt::AlignHCenter);
    text.paint(painter, centre - QPointF(2 * kPinRadius, text.height() / 2), Qt::white);
}

class ChartPainter
{
public:
    ChartPainter(Pages &pages, const core::Format &format, const ChartBlock &chart)
        : m_painter(pages.painter()), m_format(format), m_chart(chart)
    {
        m_from = m_chart.points.front().at;
        m_to = m_chart.points.back().at + m_chart.step;
        qint64 most = 0;
        for (const CurvePoint &point : m_chart.points)
            most = std::max(most, point.total());
        m_step = niceStep(std::max(double(most), m_chart.usual.value_or(0)), 5);
        m_top = std::max(1.0, std::ceil(double(most) / m_step)) * m_step;
        placePins();
        const qreal y = pages.y() + legendHeight() + m_pinRows * kPinRow + mm(1.2);
        m_plot = QRectF(Pages::kLeft + kAxisWidth, y, Pages::kWidth - kAxisWidth, kPlotHeight);
    }

    /// Gives the height that it took.
    qreal paint(qreal top)
    {
        paintLegend(top);
        paintGaps();
        paintGrid();
        paintBars();
        paintUsual();
        paintMarks();
        paintTimeAxis();
        return m_plot.bottom() + mm(9.5) - top;
    }

private:
    [[nodiscard]] static qreal legendHeight() { return mm(10.5); }
    [[nodiscard]] qreal xOf(core::Instant at) const
    {
        const double share = double((at - m_from).count()) / double((m_to - m_from).count());
        return Pages::kLeft + kAxisWidth + (Pages::kWidth - kAxisWidth) * std::clamp(share, 0.0, 1.0);
    }
    [[nodiscard]] qreal yOf(double value) const { return m_plot.bottom() - m_plot.height() * value / m_top; }

    /// Pins that would cover one another go to another row.
    void placePins()
    {
        std::array<qreal, 3> lastX;
        lastX.fill(-1e9);
        for (const CurveMark &mark : m_chart.marks) {
            if (isAlert(mark))
                continue;
            const qreal x = xOf(mark.at);
            int row = 0;
            while (row < 2 && x - lastX[std::size_t(row)] < 2.2 * kPinRadius)
                ++row;
            const qreal placed = std::max(x, lastX[std::size_t(row)] + 2.2 * kPinRadius);
            lastX[std::size_t(row)] = placed;
            m_pins.push_back({&mark, placed, row});
            m_pinRows = std::max(m_pinRows, row + 1);
        }
    }

    /// A sample with its name; gives where the next may begin.
    qreal paintKey(qreal x, qreal y, const QString &name, const auto &sample)
    {
        const TextBox text(name, font(7.5), mm(70));
        const QRectF box(x, y + (text.height() - mm(2.4)) / 2, mm(3.6), mm(2.4));
        sample(box);
        text.paint(m_painter, {x + mm(4.8), y}, colour::muted);
        return x + mm(4.8) + text.usedWidth() + mm(4.5);
    }

    void paintLegend(qreal y)
    {
        qreal x = Pages::kLeft;
        const TextBox title(m_chart.axisTitle, font(7.5, Weight::Bold), mm(80));
        title.paint(m_painter, {x, y}, colour::ink);
        y += mm(4.6);
        const auto filled = [this](const QColor &fill) {
            return [this, fill](const QRectF &box) { m_painter.fillRect(box, fill); };
        };
        x = paintKey(x, y, m_chart.negativeName, filled(colour::negative));
        x = paintKey(x, y, m_chart.neutralName, filled(colour::neutral));
        x = paintKey(x, y, m_chart.positiveName, filled(colour::positive));
        if (m_chart.usual)
            x = paintKey(x, y, m_chart.usualName, [this](const QRectF &box) {
                m_painter.setPen(usualPen());
                m_painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
            });
        if (std::any_of(m_chart.marks.begin(), m_chart.marks.end(), isAlert))
            x = paintKey(x, y, m_chart.alertName, [this](const QRectF &box) { paintTriangle(box.center()); });
        if (!m_chart.gaps.empty())
            paintKey(x, y, m_chart.gapName, [this](const QRectF &box) { paintHatching(box); });
    }

    [[nodiscard]] static QPen usualPen()
    {
        QPen pen(colour::ink, pt(0.8));
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({4, 2.5});
        return pen;
    }

    void paintTriangle(QPointF centre)
    {
        const qreal r = mm(1.3);
        QPainterPath path(centre + QPointF(0, -r));
        path.lineTo(centre + QPointF(r, r * 0.8));
        path.lineTo(centre + QPointF(-r, r * 0.8));
        path.closeSubpath();
        m_painter.fillPath(path, colour::warning);
    }

    void paintHatching(const QRectF &area)
    {
        m_painter.fillRect(area, QColor(0xf3, 0xf4, 0xf6));
        m_painter.save();
        m_painter.setClipRect(area);
        m_painter.setPen(QPen(QColor(0xb8, 0xbf, 0xc9), pt(0.5)));
        for (qreal x = area.left() - area.height(); x < area.right(); x += mm(1.5))
            m_painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()));
        m_painter.restore();
    }

    void paintGaps()
    {
        for (const SourceGap &gap : m_chart.gaps) {
            const qreal left = xOf(gap.from);
            const qreal width = std::max(xOf(gap.to) - left, mm(0.6));
            if (gap.to > m_from && gap.from < m_to)
                paintHatching(QRectF(left, m_plot.top(), width, m_plot.height()));
        }
    }

    void paintGrid()
    {
        for (double value = 0; value <= m_top + m_step / 2; value += m_step) {
            const qreal y = yOf(value);
            m_painter.setPen(QPen(value == 0 ? colour::muted : colour::grid, value == 0 ? pt(0.7) : pt(0.5)));
            m_painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
            const TextBox label(m_format.number(qint64(value)), font(7), kAxisWidth - mm(1.6), Qt::AlignRight);
            label.paint(m_painter, {Pages::kLeft, y - label.height() / 2}, colour::muted);
        }
    }

    void paintBars()
    {
        const qreal slot = m_plot.width() / qreal(m_chart.points.size());
        const qreal gap = std::min(slot * 0.14, mm(0.5));
        for (const CurvePoint &point : m_chart.points) {
            const qreal x = xOf(point.at) + gap / 2;
            double below = 0;
            const auto stack = [&](qint64 count, const QColor &fill) {
                if (count == 0)
                    return;
                const qreal top = yOf(below + double(count));
                m_painter.fillRect(QRectF(x, top, slot - gap, yOf(below) - top), fill);
                below += double(count);
            };
            stack(point.negative, colour::negative);
            stack(point.neutral, colour::neutral);
            stack(point.positive, colour::positive);
        }
    }

    void paintUsual()
    {
        if (!m_chart.usual || *m_chart.usual > m_top)
            return;
        m_painter.setPen(usualPen());
        const qreal y = yOf(*m_chart.usual);
        m_painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
    }

    void paintMarks()
    {
        for (const CurveMark &mark : m_chart.marks) {
            if (!isAlert(mark))
                continue;
            QPen pen(colour::warning, pt(0.7));
            pen.setDashPattern({2, 2});
            m_painter.setPen(pen);
            m_painter.drawLine(QPointF(xOf(mark.at), m_plot.top() + mm(1.4)), QPointF(xOf(mark.at), m_plot.bottom()));
            paintTriangle({xOf(mark.at), m_plot.top() + mm(0.4)});
        }
        for (const Pin &pin : m_pins) {
            const qreal y = m_plot.top() - mm(0.9) - kPinRadius - (m_pinRows - 1 - pin.row) * kPinRow;
            m_painter.setPen(QPen(colour::accent, pt(0.6)));
            m_painter.drawLine(QPointF(xOf(pin.mark->at), m_plot.bottom()), QPointF(xOf(pin.mark->at), m_plot.top()));
            m_painter.drawLine(QPointF(xOf(pin.mark->at), m_plot.top()), QPointF(pin.x, y));
        }
        for (const Pin &pin : m_pins)
            paintPin(m_painter, {pin.x, m_plot.top() - mm(0.9) - kPinRadius - (m_pinRows - 1 - pin.row) * kPinRow}, pin.mark->number);
    }

    void paintTimeAxis()
    {
        const auto range = m_to - m_from;
        minutes step = kTimeSteps.back();
        for (const minutes candidate : kTimeSteps) {
            if (range / candidate <= 8) {
                step = candidate;
                break;
            }
        }
        // Steps are counted in the zone's own time, so that labels stand on full hours there.
        const qint64 offset = m_format.zone().offsetFromUtc(core::toUtc(m_from)) * 1000LL;
        const qint64 width = duration_cast<milliseconds>(step).count();
        qint64 at = (core::toMillis(m_from) + offset + width - 1) / width * width - offset;
        QString lastDay;
        for (; at <= core::toMillis(m_to); at += width) {
            const core::Instant instant = core::instantFromMillis(at);
            const qreal x = xOf(instant);
            m_painter.setPen(QPen(colour::muted, pt(0.6)));
            m_painter.drawLine(QPointF(x, m_plot.bottom()), QPointF(x, m_plot.bottom() + mm(0.9)));
            const QString day = m_format.dateShort(instant);
            const bool isDaily = step >= hours(24);
            QString label = isDaily ? day : m_format.time(instant);
            if (!isDaily && day != lastDay)
                label += u'\n' + day;
            lastDay = day;
            const qreal half = mm(11);
            const qreal centre = std::clamp(x, m_plot.left() + mm(2), m_plot.right() - mm(5));
            const TextBox text(label, font(7), 2 * half, Qt::AlignHCenter);
            text.paint(m_painter, {centre - half, m_plot.bottom() + mm(1)}, colour::muted);
        }
    }

    QPainter &m_painter;
    const core::Format &m_format;
    const ChartBlock &m_chart;
    core::Instant m_from;
    core::Instant m_to;
    double m_step = 1;
    double m_top = 1;
    QRectF m_plot;
    std::vector<Pin> m_pins;
    int m_pinRows = 0;
};

std::vector<const CurveMark *> ownActs(const ChartBlock &chart)
{
    std::vector<const CurveMark *> acts;
    for (const CurveMark &mark : chart.marks) {
        if (!isAlert(mark))
            acts.push_back(&mark);
    }
    return acts;
}

/// What the numbers stand for, in two columns read down.
void paintPinKey(Pages &pages, const core::Format &format, const ChartBlock &chart)
{
    const auto acts = ownActs(chart);
    const std::size_t rows = (acts.size() + 1) / 2;
    const qreal width = Pages::kWidth / 2;
    for (std::size_t row = 0; row < rows; ++row) {
        for (const std::size_t index : {row, row + rows}) {
            if (index >= acts.size())
                break;
            const CurveMark &mark = *acts[index];
            const QPointF corner(Pages::kLeft + (index == row ? 0 : width), pages.y());
            paintPin(pages.painter(), corner + QPointF(kPinRadius, kKeyLine / 2), mark.number);
            const TextBox time(format.time(mark.at), font(7.5, Weight::Bold), mm(16));
            time.paint(pages.painter(), corner + QPointF(mm(5.4), (kKeyLine - time.lineHeight()) / 2), colour::ink, 0, 1);
            const TextBox text(fitted(printable(mark.text), font(7.5), width - mm(24)), font(7.5), width - mm(22));
            text.paint(pages.painter(), corner + QPointF(mm(20), (kKeyLine - text.lineHeight()) / 2), colour::muted, 0, 1);
        }
        pages.advance(kKeyLine);
    }
}

} // namespace

double niceStep(double highest, int steps)
{
    const double wanted = std::max(1.0, highest / std::max(1, steps));
    const double power = std::pow(10.0, std::floor(std::log10(wanted)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= wanted)
            return factor * power;
    }
    return 10 * power;
}

qreal chartHeight(const ChartBlock &chart)
{
    return kPlotHeight + 3 * kPinRow + mm(23) + qreal((ownActs(chart).size() + 1) / 2) * kKeyLine;
}

void paintChart(Pages &pages, const core::Format &format, const ChartBlock &chart)
{
    if (chart.points.empty())
        return;
    pages.ensure(chartHeight(chart));
    ChartPainter painter(pages, format, chart);
    pages.advance(painter.paint(pages.y()));
    paintPinKey(pages, format, chart);
}

} // namespace vigie::postmortem::pdf
