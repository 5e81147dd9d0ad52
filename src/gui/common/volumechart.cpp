// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/volumechart.h"

#include "gui/common/icons.h"
#include "gui/shell/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;
using vigie::core::Instant;

namespace vigie::gui
{

namespace
{

constexpr int kPinSide = 14;
constexpr double kBrushStart = 4; // px the pointer moves before it is a drag

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

VolumeChart::VolumeChart(QWidget *parent)
    : QWidget(parent)
    , m_format(core::Language::English, QTimeZone::utc())
{
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus); // a click brushes; it does not take the keys from the list
    setCursor(Qt::CrossCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void VolumeChart::setData(VolumeChartData newData)
{
    m_data = std::move(newData);
    m_ceiling = ceiling();
    describe();
    update();
}

void VolumeChart::setFormat(const core::Format &format)
{
    m_format = format;
    describe();
    update();
}

void VolumeChart::setSelection(std::optional<TimeSpan> selection)
{
    if (m_selection == selection)
        return;
    m_selection = selection;
    describe();
    update();
    emit selectionChanged(m_selection);
}

QSize VolumeChart::sizeHint() const
{
    return {640, qRound(152 * textScale())};
}

QSize VolumeChart::minimumSizeHint() const
{
    return {240, qRound(152 * textScale())};
}

double VolumeChart::ceiling() const
{
    double top = 0;
    for (const VolumeColumn &column : m_data.columns) {
        top = std::max(top, double(column.total()));
        top = std::max(top, column.usualHigh.value_or(0));
    }
    return niceCeiling(top);
}

QRectF VolumeChart::plotRect() const
{
    const QFontMetrics metrics(textFont(TextSize::Small));
    const int left = metrics.horizontalAdvance(m_format.number(qint64(m_ceiling))) + space::kSmall;
    const int bottom = metrics.height() + space::kSmall;
    const int top = std::max(metrics.height(), qRound(kPinSide * textScale())) + space::kSmall;
    return QRectF(left, top, std::max(1, width() - left - 1), std::max(1, height() - top - bottom));
}

double VolumeChart::xOf(Instant instant) const
{
    const QRectF plot = plotRect();
    const double whole = double((m_data.span.to - m_data.span.from).count());
    return whole <= 0 ? plot.left() : plot.left() + plot.width() * double((instant - m_data.span.from).count()) / whole;
}

Instant VolumeChart::instantAt(double x) const
{
    const QRectF plot = plotRect();
    const double share = std::clamp((x - plot.left()) / plot.width(), 0.0, 1.0);
    return m_data.span.from + std::chrono::milliseconds(qint64(share * double((m_data.span.to - m_data.span.from).count())));
}

Instant VolumeChart::snapped(Instant instant, bool up) const
{
    const qint64 step = std::max<qint64>(1, m_data.step.count());
    const qint64 offset = (instant - m_data.span.from).count();
    const qint64 whole = up ? (offset + step - 1) / step : offset / step;
    return std::clamp(m_data.span.from + std::chrono::milliseconds(whole * step), m_data.span.from, m_data.span.to);
}

const VolumeColumn *VolumeChart::columnAt(Instant instant) const
{
    const auto next = std::ranges::upper_bound(m_data.columns, instant, {}, &VolumeColumn::start);
    if (next == m_data.columns.begin())
        return nullptr;
    const VolumeColumn &column = *std::prev(next);
    return instant < column.start + m_data.step ? &column : nullptr;
}

const VolumePin *VolumeChart::pinAt(const QPointF &position) const
{
    const double reach = kPinSide * textScale() / 2 + 2;
    if (position.y() > plotRect().top())
        return nullptr;
    for (const VolumePin &pin : m_data.pins) {
        if (std::abs(xOf(pin.at) - position.x()) <= reach)
            return &pin;
    }
    return nullptr;
}

void VolumeChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(textFont(TextSize::Small));
    if (m_data.span.to <= m_data.span.from)
        return;
    paintGrid(painter);
    paintGaps(painter);
    paintUsual(painter);
    paintColumns(painter);
    paintSelection(painter);
    paintPins(painter);
    paintLegend(painter);
    if (hasFocus()) {
        painter.setPen(QPen(color(Token::Link, *this), 2));
        painter.setBrush(Qt::NoBrush);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), space::kRadius, space::kRadius);
    }
}

void VolumeChart::paintGrid(QPainter &painter) const
{
    const QRectF plot = plotRect();
    const QFontMetrics metrics(painter.font());
    for (const double share : {0.0, 0.5, 1.0}) {
        const double y = std::round(plot.bottom() - share * plot.height()) + 0.5;
        painter.setPen(color(share == 0.0 ? Token::Hairline : Token::ChartGrid, *this));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(color(Token::Muted, *this));
        painter.drawText(QRectF(0, y - metrics.height() / 2.0, plot.left() - space::kTiny, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, m_format.number(qRound64(share * m_ceiling)));
    }
    // Ticks stand on round hours and days of the zone that is shown, not of UTC.
    const auto step = tickStep(m_data.span.to - m_data.span.from, plot.width());
    const qint64 offset = m_format.zone().offsetFromUtc(core::toUtc(m_data.span.from)) * 1000LL;
    const qint64 local = core::toMillis(m_data.span.from) + offset;
    Instant tick = core::instantFromMillis((local + step.count() - 1) / step.count() * step.count() - offset);
    for (; tick <= m_data.span.to; tick += step) {
        const QString label = axisLabel(tick);
        const double width = metrics.horizontalAdvance(label);
        const double x = std::round(xOf(tick)) + 0.5;
        painter.setPen(color(Token::Hairline, *this));
        painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 3));
        if (x + width / 2 > this->width() || x - width / 2 < 0)
            continue;
        painter.setPen(color(Token::Muted, *this));
        painter.drawText(QRectF(x - width / 2 - 1, plot.bottom() + space::kTiny, width + 2, metrics.height()), Qt::AlignCenter, label);
    }
}

QString VolumeChart::axisLabel(Instant instant) const
{
    const QDateTime local = core::toUtc(instant).toTimeZone(m_format.zone());
    return local.time() == QTime(0, 0) ? m_format.dateShort(instant) : m_format.time(instant);
}

void VolumeChart::paintGaps(QPainter &painter) const
{
    const QRectF plot = plotRect();
    for (const TimeSpan &gap : m_data.gaps) {
        const double left = std::max(plot.left(), xOf(gap.from));
        const double right = std::min(plot.right(), xOf(gap.to));
        if (right - left < 1)
            continue;
        const QRectF area(left, plot.top(), right - left, plot.height());
        painter.fillRect(area, color(Token::NeutralTint, *this));
        painter.fillRect(area, QBrush(color(Token::Control, *this), Qt::BDiagPattern));
    }
}

void VolumeChart::paintUsual(QPainter &painter) const
{
    const QRectF plot = plotRect();
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Token::ChartUsual, *this));
    QPolygonF outline;
    const auto flush = [&] {
        painter.drawPolygon(outline);
        outline.clear();
    };
    QPolygonF lower;
    for (const VolumeColumn &column : m_data.columns) {
        if (!column.usualHigh) {
            if (!outline.isEmpty()) {
                std::ranges::reverse(lower);
                outline += lower;
                lower.clear();
                flush();
            }
            continue;
        }
        const auto yOf = [&](double value) { return plot.bottom() - plot.height() * std::min(1.0, value / m_ceiling); };
        for (const double x : {xOf(column.start), xOf(column.start + m_data.step)}) {
            outline << QPointF(x, yOf(*column.usualHigh));
            lower << QPointF(x, yOf(column.usualLow.value_or(0)));
        }
    }
    if (!outline.isEmpty()) {
        std::ranges::reverse(lower);
        outline += lower;
        flush();
    }
}

void VolumeChart::paintColumns(QPainter &painter) const
{
    const QRectF plot = plotRect();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const VolumeColumn &column : m_data.columns) {
        const double left = xOf(column.start);
        const double right = xOf(column.start + m_data.step);
        const double gap = right - left > 4 ? 1 : 0;
        const bool isInside = !m_selection || (column.start >= m_selection->from && column.start < m_selection->to);
        double bottom = plot.bottom();
        for (const auto &[count, token] : {std::pair{column.negative, Token::ChartNegative},
                                           std::pair{column.neutral, Token::ChartNeutral},
                                           std::pair{column.positive, Token::ChartPositive}}) {
            if (count == 0)
                continue;
            const double height = std::max(1.0, plot.height() * count / m_ceiling);
            QColor fill = color(token, *this);
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

void VolumeChart::paintPins(QPainter &painter) const
{
    const QRectF plot = plotRect();
    const double side = std::round(kPinSide * textScale());
    for (const VolumePin &pin : m_data.pins) {
        if (pin.at < m_data.span.from || pin.at > m_data.span.to)
            continue;
        const bool isAlert = pin.kind == PinKind::Alert;
        const QColor ink = color(isAlert ? Token::Negative : Token::Link, *this);
        const double x = std::round(xOf(pin.at));
        painter.setPen(QPen(ink, 1, isAlert ? Qt::SolidLine : Qt::DashLine));
        painter.drawLine(QPointF(x + 0.5, plot.top() - 2), QPointF(x + 0.5, plot.bottom()));
        const double left = std::clamp(x - std::floor(side / 2), 0.0, width() - side);
        paintIcon(&painter, QRectF(left, plot.top() - side - 3, side, side),
                  isAlert ? u"exclamation-triangle-fill"_s : u"flag-fill"_s, ink);
    }
}

void VolumeChart::paintSelection(QPainter &painter) const
{
    std::optional<TimeSpan> span = m_selection;
    if (m_brushFrom && m_brushTo)
        span = TimeSpan{std::min(*m_brushFrom, *m_brushTo), std::max(*m_brushFrom, *m_brushTo)};
    if (!span)
        return;
    const QRectF plot = plotRect();
    const QRectF area(xOf(span->from), plot.top(), xOf(span->to) - xOf(span->from), plot.height());
    QColor fill = color(Token::Link, *this);
    painter.setPen(QPen(fill, 1));
    fill.setAlphaF(0.12f);
    painter.setBrush(fill);
    painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5));
}

void VolumeChart::paintLegend(QPainter &painter) const
{
    // Words stand beside the colours, right above the plot, where no pin of the newest minutes is hidden by them.
    const QFontMetrics metrics(painter.font());
    const QRectF plot = plotRect();
    struct Key {
        QString text;
        Token token;
    };
    const std::array<Key, 4> keys = {Key{tr("Usual"), Token::ChartUsual}, Key{tr("Positive"), Token::ChartPositive},
                                     Key{tr("Neutral"), Token::ChartNeutral}, Key{tr("Negative"), Token::ChartNegative}};
    double x = plot.right();
    const double y = 0;
    for (const Key &key : keys) {
        x -= metrics.horizontalAdvance(key.text);
        painter.setPen(color(Token::Muted, *this));
        painter.drawText(QPointF(x, y + metrics.ascent()), key.text);
        x -= space::kMedium;
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(key.token, *this));
        painter.drawRoundedRect(QRectF(x, y + metrics.height() / 2.0 - 4, 8, 8), 2, 2);
        x -= space::kMedium;
    }
}

QString VolumeChart::tooltipAt(const QPointF &position) const
{
    if (const VolumePin *pin = pinAt(position))
        return m_format.dateTimeWithZone(pin->at) + u'\n' + pin->text;
    const Instant instant = instantAt(position.x());
    for (const TimeSpan &gap : m_data.gaps) {
        if (instant >= gap.from && instant < gap.to)
            return tr("No data: a source was not read between %1 and %2.").arg(m_format.time(gap.from), m_format.time(gap.to));
    }
    const VolumeColumn *column = columnAt(instant);
    const Instant start = column ? column->start : snapped(instant, false);
    QStringList lines = {m_format.dateTimeWithZone(start)};
    lines += tr("%Ln mention(s)", nullptr, column ? column->total() : 0);
    if (column && column->total() > 0) {
        lines += tr("negative %1 · neutral %2 · positive %3")
                     .arg(m_format.number(column->negative), m_format.number(column->neutral), m_format.number(column->positive));
    }
    if (column && column->usualHigh) {
        lines += tr("usually %1 to %2")
                     .arg(m_format.number(qRound64(column->usualLow.value_or(0))), m_format.number(qRound64(*column->usualHigh)));
    }
    return lines.join(u'\n');
}

// In sentences with their own numbers: what a curve shows, for who cannot see it.
void VolumeChart::describe()
{
    int total = 0;
    int negative = 0;
    const VolumeColumn *peak = nullptr;
    for (const VolumeColumn &column : m_data.columns) {
        total += column.total();
        negative += column.negative;
        if (!peak || column.total() > peak->total())
            peak = &column;
    }
    QStringList sentences;
    sentences += tr("%Ln mention(s) in this time.", nullptr, total);
    if (total > 0 && peak) {
        sentences += tr("%1 of them negative.").arg(m_format.percent(double(negative) / total));
        sentences += tr("The peak is %1 at %2.").arg(m_format.number(peak->total()), m_format.dateTime(peak->start));
    }
    int alerts = 0;
    for (const VolumePin &pin : m_data.pins)
        alerts += pin.kind == PinKind::Alert ? 1 : 0;
    if (alerts > 0)
        sentences += tr("%n alert(s) pinned.", nullptr, alerts);
    if (!m_data.gaps.empty())
        sentences += tr("%n gap(s) in the data.", nullptr, int(m_data.gaps.size()));
    if (m_selection)
        sentences += tr("Selected: %1 to %2.").arg(m_format.dateTime(m_selection->from), m_format.dateTime(m_selection->to));
    setAccessibleName(tr("Volume of mentions over time"));
    setAccessibleDescription(sentences.join(u' '));
}

bool VolumeChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), tooltipAt(help->pos()), this);
        return true;
    }
    return QWidget::event(event);
}

void VolumeChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_data.span.to <= m_data.span.from)
        return;
    if (const VolumePin *pin = pinAt(event->position())) {
        emit pinActivated(pin->kind, pin->id);
        return;
    }
    m_brushFrom = instantAt(event->position().x());
    m_brushTo.reset();
}

void VolumeChart::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_brushFrom)
        return;
    const double moved = std::abs(xOf(*m_brushFrom) - event->position().x());
    if (moved >= kBrushStart || m_brushTo)
        m_brushTo = instantAt(event->position().x());
    update();
}

void VolumeChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_brushFrom)
        return;
    const auto from = m_brushFrom;
    const auto to = m_brushTo;
    m_brushFrom.reset();
    m_brushTo.reset();
    if (!to) {
        setSelection(std::nullopt); // a click alone clears
        return;
    }
    const TimeSpan span{snapped(std::min(*from, *to), false), snapped(std::max(*from, *to), true)};
    setSelection(span.from < span.to ? std::optional(span) : std::nullopt);
    update();
}

void VolumeChart::leaveEvent(QEvent *event)
{
    QToolTip::hideText();
    QWidget::leaveEvent(event);
}

void VolumeChart::keyPressEvent(QKeyEvent *event)
{
    const bool isExtending = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool isLeft = event->key() == Qt::Key_Left;
    if (event->key() == Qt::Key_Escape && m_selection) {
        setSelection(std::nullopt);
        return;
    }
    if ((!isLeft && event->key() != Qt::Key_Right) || m_data.span.to <= m_data.span.from) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto step = m_data.step;
    TimeSpan span = m_selection.value_or(TimeSpan{snapped(m_data.span.to - step, false), m_data.span.to});
    if (m_selection) {
        if (!isExtending) {
            span.from += isLeft ? -step : step;
            span.to += isLeft ? -step : step;
        } else if (isLeft) {
            span.from -= step;
        } else {
            span.to += step;
        }
    }
    span.from = std::max(span.from, m_data.span.from);
    span.to = std::min(span.to, m_data.span.to);
    if (span.from < span.to)
        setSelection(span);
}

void VolumeChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange)
        update();
}

} // namespace vigie::gui
