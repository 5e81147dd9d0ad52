// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/volumeplot.h"

#include "gui/common/icons.h"
#include "gui/shell/theme.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;
using vigie::core::Instant;

namespace vigie::gui
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(vigie::gui::VolumeChart)
};

constexpr int kPinSide = 14;
constexpr int kPinReach = 2; // px around a mark that still count as on it
constexpr int kSwatch = 8;

/// Not below `value`: an axis that ends on a round number people can halve.
double niceCeiling(double value)
{
    if (value <= 4)
        return 4;
    if (value <= 12)
        return 2 * std::ceil(value / 2);
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 1.2, 1.6, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0}) {
        if (factor * power >= value)
            return factor * power;
    }
    return 10 * power;
}

double ceilingOf(const VolumeChartData &data)
{
    double top = 0;
    for (const VolumeColumn &column : data.columns) {
        top = std::max(top, double(column.total()));
        top = std::max(top, column.usualHigh.value_or(0));
    }
    return niceCeiling(top);
}

/// How far apart the labels of the time axis stand: the smallest step that leaves each at least 72 px.
std::chrono::milliseconds tickStep(std::chrono::milliseconds span, double width)
{
    using namespace std::chrono_literals;
    static constexpr std::array<std::chrono::minutes, 14> kSteps = {5min,  10min, 15min, 30min,  1h,     2h,     3h,
                                                                    6h,    12h,   24h,   2 * 24h, 7 * 24h, 14 * 24h, 28 * 24h};
    const double room = std::max(1.0, width / (72 * textScale()));
    for (const auto step : kSteps) {
        if (double(span.count()) / double(std::chrono::milliseconds(step).count()) <= room)
            return step;
    }
    return kSteps.back();
}

} // namespace

// Geometry ----------------------------------------------------------------------------------------------------------------

VolumePlot::VolumePlot(const VolumeChartData &data, const core::Format &format, const QWidget &widget)
    : m_data(data)
    , m_format(format)
    , m_widget(widget)
    , m_ceiling(ceilingOf(data))
    , m_pinSide(std::round(kPinSide * textScale()))
{
    const QFontMetrics metrics(textFont(TextSize::Small));
    const int left = metrics.horizontalAdvance(format.number(qint64(m_ceiling))) + space::kSmall;
    const int bottom = metrics.height() + space::kSmall;
    const double top = layOutLegend(metrics) * metrics.height() + space::kTiny + m_pinSide + space::kTiny;
    m_area = QRectF(left, top, std::max(1, widget.width() - left - 1), std::max(1.0, widget.height() - top - bottom));
}

int VolumePlot::layOutLegend(const QFontMetrics &metrics)
{
    // In lines of its own at the top: nothing that happens may cover what the colours mean.
    m_legend = {{Words::tr("Negative"), Token::ChartNegative},
                {Words::tr("Neutral"), Token::ChartNeutral},
                {Words::tr("Positive"), Token::ChartPositive},
                {Words::tr("Usual"), Token::ChartUsual}};
    const auto shown = pins();
    if (std::ranges::any_of(shown, [](const VolumePin *pin) { return pin->kind == PinKind::Alert; }))
        m_legend.push_back({Words::tr("Alert"), Token::Negative, u"exclamation-triangle-fill"_s});
    if (std::ranges::any_of(shown, [](const VolumePin *pin) { return pin->kind != PinKind::Alert; }))
        m_legend.push_back({Words::tr("Own act"), Token::Link, u"flag-fill"_s});
    const double iconSide = std::round(10 * textScale());
    const double right = m_widget.width() - 1;
    int lines = 0;
    for (auto first = m_legend.begin(); first != m_legend.end(); ++lines) {
        double width = 0; // of the line: at least one key, then as many as fit
        auto end = first;
        for (; end != m_legend.end(); ++end) {
            const double side = end->iconName.isEmpty() ? kSwatch : iconSide;
            end->sign = QRectF(0, lines * metrics.height() + (metrics.height() - side) / 2, side, side);
            const double needed = (end == first ? 0 : space::kMedium) + side + space::kTiny + metrics.horizontalAdvance(end->text);
            if (end != first && width + needed > right)
                break;
            width += needed;
        }
        for (double x = right - width; first != end; ++first) {
            first->sign.moveLeft(x);
            first->textAt = QPointF(x + first->sign.width() + space::kTiny, lines * metrics.height() + metrics.ascent());
            x = first->textAt.x() + metrics.horizontalAdvance(first->text) + space::kMedium;
        }
    }
    return lines;
}

double VolumePlot::xOf(Instant instant) const
{
    const double whole = double((m_data.span.to - m_data.span.from).count());
    return whole <= 0 ? m_area.left() : m_area.left() + m_area.width() * double((instant - m_data.span.from).count()) / whole;
}

Instant VolumePlot::instantAt(double x) const
{
    const double share = std::clamp((x - m_area.left()) / m_area.width(), 0.0, 1.0);
    return m_data.span.from + std::chrono::milliseconds(qint64(share * double((m_data.span.to - m_data.span.from).count())));
}

Instant VolumePlot::snapped(Instant instant, bool up) const
{
    const qint64 step = std::max<qint64>(1, m_data.step.count());
    const qint64 offset = (instant - m_data.span.from).count();
    const qint64 whole = up ? (offset + step - 1) / step : offset / step;
    return std::clamp(m_data.span.from + std::chrono::milliseconds(whole * step), m_data.span.from, m_data.span.to);
}

const VolumeColumn *VolumePlot::columnAt(Instant instant) const
{
    const auto next = std::ranges::upper_bound(m_data.columns, instant, {}, &VolumeColumn::start);
    if (next == m_data.columns.begin())
        return nullptr;
    const VolumeColumn &column = *std::prev(next);
    return instant < column.start + m_data.step ? &column : nullptr;
}

std::vector<const VolumePin *> VolumePlot::pins() const
{
    std::vector<const VolumePin *> inside;
    for (const VolumePin &pin : m_data.pins) {
        if (pin.at >= m_data.span.from && pin.at <= m_data.span.to)
            inside.push_back(&pin);
    }
    std::ranges::stable_sort(inside, {}, [](const VolumePin *pin) { return pin->at; });
    return inside;
}

std::vector<VolumePlot::Mark> VolumePlot::marks() const
{
    const QFontMetrics metrics(textFont(TextSize::Small, QFont::DemiBold));
    const double top = m_area.top() - m_pinSide - space::kTiny;
    const double right = m_widget.width();
    std::vector<Mark> marks;
    for (const VolumePin *pin : pins()) {
        const double x = std::round(xOf(pin->at));
        if (marks.empty() || x - m_pinSide / 2 > marks.back().rect.right()) {
            const double left = std::clamp(x - std::floor(m_pinSide / 2), 0.0, right - m_pinSide);
            marks.push_back({.rect = QRectF(left, top, m_pinSide, m_pinSide)});
        }
        Mark &mark = marks.back();
        mark.pins.push_back(pin);
        mark.hasAlert = mark.hasAlert || pin->kind == PinKind::Alert;
        if (mark.pins.size() > 1) {
            const double width = m_pinSide + 2 + metrics.horizontalAdvance(m_format.number(qint64(mark.pins.size())));
            mark.rect.setWidth(width);
            mark.rect.moveRight(std::min(mark.rect.right(), right));
        }
    }
    return marks;
}

std::vector<const VolumePin *> VolumePlot::pinsAt(const QPointF &position) const
{
    for (const Mark &mark : marks()) {
        if (mark.rect.adjusted(-kPinReach, -kPinReach, kPinReach, kPinReach).contains(position))
            return mark.pins;
    }
    return {};
}

// Painting ----------------------------------------------------------------------------------------------------------------

void VolumePlot::paint(QPainter &painter, const std::optional<TimeSpan> &selection, const VolumePin *focused) const
{
    painter.setFont(textFont(TextSize::Small));
    paintScale(painter);
    paintTimes(painter);
    paintGaps(painter);
    paintUsual(painter);
    paintColumns(painter, selection);
    paintSelection(painter, selection);
    paintPins(painter, focused);
    paintLegend(painter);
}

void VolumePlot::paintScale(QPainter &painter) const
{
    const QFontMetrics metrics(painter.font());
    for (const double share : {0.0, 0.5, 1.0}) {
        const double y = std::round(m_area.bottom() - share * m_area.height()) + 0.5;
        painter.setPen(ink(share == 0.0 ? Token::Hairline : Token::ChartGrid));
        painter.drawLine(QPointF(m_area.left(), y), QPointF(m_area.right(), y));
        painter.setPen(ink(Token::Muted));
        painter.drawText(QRectF(0, y - metrics.height() / 2.0, m_area.left() - space::kTiny, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, m_format.number(qRound64(share * m_ceiling)));
    }
}

void VolumePlot::paintTimes(QPainter &painter) const
{
    // Ticks stand on round hours and days of the zone that is shown, not of UTC.
    const QFontMetrics metrics(painter.font());
    const auto step = tickStep(m_data.span.to - m_data.span.from, m_area.width());
    const qint64 offset = m_format.zone().offsetFromUtc(core::toUtc(m_data.span.from)) * 1000LL;
    const qint64 local = core::toMillis(m_data.span.from) + offset;
    Instant tick = core::instantFromMillis((local + step.count() - 1) / step.count() * step.count() - offset);
    for (; tick <= m_data.span.to; tick += step) {
        const QString label = axisLabel(tick);
        const double width = metrics.horizontalAdvance(label);
        const double x = std::round(xOf(tick)) + 0.5;
        painter.setPen(ink(Token::Hairline));
        painter.drawLine(QPointF(x, m_area.bottom()), QPointF(x, m_area.bottom() + 3));
        if (x + width / 2 > m_widget.width() || x - width / 2 < 0)
            continue;
        painter.setPen(ink(Token::Muted));
        painter.drawText(QRectF(x - width / 2 - 1, m_area.bottom() + space::kTiny, width + 2, metrics.height()), Qt::AlignCenter, label);
    }
}

QString VolumePlot::axisLabel(Instant instant) const
{
    const QDateTime local = core::toUtc(instant).toTimeZone(m_format.zone());
    return local.time() == QTime(0, 0) ? m_format.dateShort(instant) : m_format.time(instant);
}

void VolumePlot::paintGaps(QPainter &painter) const
{
    for (const TimeSpan &gap : m_data.gaps) {
        const double left = std::max(m_area.left(), xOf(gap.from));
        const double right = std::min(m_area.right(), xOf(gap.to));
        if (right - left < 1)
            continue;
        const QRectF rect(left, m_area.top(), right - left, m_area.height());
        painter.fillRect(rect, ink(Token::NeutralTint));
        painter.fillRect(rect, QBrush(ink(Token::Control), Qt::BDiagPattern));
    }
}

void VolumePlot::paintUsual(QPainter &painter) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink(Token::ChartUsual));
    QPolygonF upper;
    QPolygonF lower;
    const auto flush = [&] {
        std::ranges::reverse(lower);
        painter.drawPolygon(upper + lower);
        upper.clear();
        lower.clear();
    };
    const auto yOf = [this](double value) { return m_area.bottom() - m_area.height() * std::min(1.0, value / m_ceiling); };
    for (const VolumeColumn &column : m_data.columns) {
        if (!column.usualHigh) {
            if (!upper.isEmpty())
                flush();
            continue;
        }
        for (const double x : {xOf(column.start), xOf(column.start + m_data.step)}) {
            upper << QPointF(x, yOf(*column.usualHigh));
            lower << QPointF(x, yOf(column.usualLow.value_or(0)));
        }
    }
    if (!upper.isEmpty())
        flush();
}

void VolumePlot::paintColumns(QPainter &painter, const std::optional<TimeSpan> &selection) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const VolumeColumn &column : m_data.columns) {
        const double left = xOf(column.start);
        const double right = xOf(column.start + m_data.step);
        const double gap = right - left > 4 ? 1 : 0;
        const bool isInside = !selection || (column.start >= selection->from && column.start < selection->to);
        double bottom = m_area.bottom();
        for (const auto &[count, token] : {std::pair{column.negative, Token::ChartNegative},
                                           std::pair{column.neutral, Token::ChartNeutral},
                                           std::pair{column.positive, Token::ChartPositive}}) {
            if (count == 0)
                continue;
            const double height = std::max(1.0, m_area.height() * count / m_ceiling);
            QColor fill = ink(token);
            if (!isInside)
                fill.setAlphaF(0.35f);
            const double edge = std::round(left);
            painter.fillRect(QRectF(edge, std::round(bottom - height), std::max(1.0, std::round(right) - edge - gap),
                                    std::round(bottom) - std::round(bottom - height)),
                             fill);
            bottom -= height;
        }
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

void VolumePlot::paintSelection(QPainter &painter, const std::optional<TimeSpan> &selection) const
{
    if (!selection)
        return;
    const QRectF rect(xOf(selection->from), m_area.top(), xOf(selection->to) - xOf(selection->from), m_area.height());
    QColor fill = ink(Token::Link);
    painter.setPen(QPen(fill, 1));
    fill.setAlphaF(0.12f);
    painter.setBrush(fill);
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
}

void VolumePlot::paintPins(QPainter &painter, const VolumePin *focused) const
{
    for (const Mark &mark : marks()) {
        for (const VolumePin *pin : mark.pins) {
            const bool isAlert = pin->kind == PinKind::Alert;
            const double x = std::round(xOf(pin->at)) + 0.5;
            painter.setPen(QPen(ink(isAlert ? Token::Negative : Token::Link), 1, isAlert ? Qt::SolidLine : Qt::DashLine));
            painter.drawLine(QPointF(x, m_area.top() - 2), QPointF(x, m_area.bottom()));
        }
        const QColor colour = ink(mark.hasAlert ? Token::Negative : Token::Link);
        paintIcon(&painter, QRectF(mark.rect.topLeft(), QSizeF(m_pinSide, m_pinSide)),
                  mark.hasAlert ? u"exclamation-triangle-fill"_s : u"flag-fill"_s, colour);
        if (mark.pins.size() > 1) {
            painter.setFont(textFont(TextSize::Small, QFont::DemiBold));
            painter.setPen(colour);
            painter.drawText(mark.rect, Qt::AlignRight | Qt::AlignVCenter, m_format.number(qint64(mark.pins.size())));
            painter.setFont(textFont(TextSize::Small));
        }
        if (focused && std::ranges::find(mark.pins, focused) != mark.pins.end()) {
            painter.setPen(QPen(ink(Token::Text), 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(mark.rect.adjusted(-2, -2, 2, 2), 3, 3);
        }
    }
}

void VolumePlot::paintLegend(QPainter &painter) const
{
    for (const Key &key : m_legend) {
        painter.setPen(ink(Token::Muted));
        painter.drawText(key.textAt, key.text);
        if (key.iconName.isEmpty()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(ink(key.token));
            painter.drawRoundedRect(key.sign, 2, 2);
        } else {
            paintIcon(&painter, key.sign, key.iconName, ink(key.token));
        }
    }
}

} // namespace vigie::gui
