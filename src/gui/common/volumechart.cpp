// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/volumechart.h"

#include "gui/common/icons.h"
#include "gui/common/volumeplot.h"
#include "gui/shell/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using vigie::core::Instant;

namespace vigie::gui
{

namespace
{

constexpr double kBrushStart = 4; // px the pointer moves before it is a drag

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
    if (m_focusedPin && std::ranges::find(m_data.pins, *m_focusedPin) == m_data.pins.end())
        m_focusedPin.reset();
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
    return {640, qRound(kVolumeChartHeight * textScale())};
}

QSize VolumeChart::minimumSizeHint() const
{
    return {240, qRound(kVolumeChartHeight * textScale())};
}

VolumePlot VolumeChart::plot() const
{
    return {m_data, m_format, *this};
}

std::optional<TimeSpan> VolumeChart::shownSelection() const
{
    if (m_brushFrom && m_brushTo)
        return TimeSpan{std::min(*m_brushFrom, *m_brushTo), std::max(*m_brushFrom, *m_brushTo)};
    return m_selection;
}

void VolumeChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_data.span.to <= m_data.span.from)
        return;
    const VolumePin *focused = nullptr;
    if (m_focusedPin && hasFocus()) {
        const auto found = std::ranges::find(m_data.pins, *m_focusedPin);
        focused = found == m_data.pins.end() ? nullptr : &*found;
    }
    plot().paint(painter, shownSelection(), focused);
    if (hasFocus()) {
        painter.setPen(QPen(color(Token::Link, *this), 2));
        painter.setBrush(Qt::NoBrush);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), space::kRadius, space::kRadius);
    }
}

// In words ----------------------------------------------------------------------------------------------------------------

QString VolumeChart::tooltipAt(const QPointF &position) const
{
    const VolumePlot shown = plot();
    if (const auto pins = shown.pinsAt(position); !pins.empty()) {
        QStringList said;
        for (const VolumePin *pin : pins)
            said += m_format.dateTimeWithZone(pin->at) + u'\n' + pin->text;
        return said.join(u"\n\n"_s);
    }
    const Instant instant = shown.instantAt(position.x());
    for (const TimeSpan &gap : m_data.gaps) {
        if (instant >= gap.from && instant < gap.to)
            return tr("No data: a source was not read between %1 and %2.").arg(m_format.time(gap.from), m_format.time(gap.to));
    }
    const VolumeColumn *column = shown.columnAt(instant);
    const Instant start = column ? column->start : shown.snapped(instant, false);
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
    if (m_focusedPin)
        sentences += m_format.time(m_focusedPin->at) + u' ' + m_focusedPin->text.simplified();
    if (!m_data.gaps.empty())
        sentences += tr("%n gap(s) in the data.", nullptr, int(m_data.gaps.size()));
    if (m_selection)
        sentences += tr("Selected: %1 to %2.").arg(m_format.dateTime(m_selection->from), m_format.dateTime(m_selection->to));
    setAccessibleName(tr("Volume of mentions over time"));
    setAccessibleDescription(sentences.join(u' '));
}

// Pointer and keys --------------------------------------------------------------------------------------------------------

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
    const VolumePlot shown = plot();
    if (const auto pins = shown.pinsAt(event->position()); !pins.empty()) {
        activate(pins, event->globalPosition().toPoint());
        return;
    }
    m_brushFrom = shown.instantAt(event->position().x());
    m_brushTo.reset();
}

void VolumeChart::activate(const std::vector<const VolumePin *> &pins, const QPoint &position)
{
    if (pins.size() == 1) {
        const VolumePin chosen = *pins.front(); // the data may change while somebody answers
        emit pinActivated(chosen);
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const VolumePin *pin : pins) {
        const bool isAlert = pin->kind == PinKind::Alert;
        const QString line = m_format.time(pin->at) + u"  "_s + pin->text.section(u'\n', 0, 0);
        QAction *action = menu->addAction(icon(isAlert ? u"exclamation-triangle-fill"_s : u"flag-fill"_s,
                                               isAlert ? Token::Negative : Token::Link),
                                          QString(line).replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this, [this, chosen = *pin] { emit pinActivated(chosen); });
    }
    menu->popup(position);
}

void VolumeChart::mouseMoveEvent(QMouseEvent *event)
{
    const VolumePlot shown = plot();
    if (!m_brushFrom) {
        setCursor(shown.pinsAt(event->position()).empty() ? Qt::CrossCursor : Qt::PointingHandCursor);
        return;
    }
    const double moved = std::abs(shown.xOf(*m_brushFrom) - event->position().x());
    if (moved >= kBrushStart || m_brushTo)
        m_brushTo = shown.instantAt(event->position().x());
    update();
}

void VolumeChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_brushFrom)
        return;
    const auto from = std::exchange(m_brushFrom, std::nullopt);
    const auto to = std::exchange(m_brushTo, std::nullopt);
    if (!to) {
        setSelection(std::nullopt); // a click alone clears
        return;
    }
    const VolumePlot shown = plot();
    const TimeSpan span{shown.snapped(std::min(*from, *to), false), shown.snapped(std::max(*from, *to), true)};
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
    const bool isLeft = event->key() == Qt::Key_Left;
    if (event->key() == Qt::Key_Escape && m_selection)
        setSelection(std::nullopt);
    else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        stepPin(event->key() == Qt::Key_Down ? 1 : -1);
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_focusedPin)
        emit pinActivated(VolumePin(*m_focusedPin));
    else if ((isLeft || event->key() == Qt::Key_Right) && m_data.span.to > m_data.span.from)
        moveSelection(isLeft, event->modifiers().testFlag(Qt::ShiftModifier));
    else
        QWidget::keyPressEvent(event);
}

void VolumeChart::stepPin(int by)
{
    const auto pins = plot().pins();
    if (pins.empty())
        return;
    const auto at = std::ranges::find_if(pins, [this](const VolumePin *pin) { return m_focusedPin && *pin == *m_focusedPin; });
    const int last = int(pins.size()) - 1;
    const int index = at == pins.end() ? (by > 0 ? 0 : last) : std::clamp(int(at - pins.begin()) + by, 0, last);
    m_focusedPin = *pins[std::size_t(index)];
    describe();
    update();
}

void VolumeChart::moveSelection(bool isLeft, bool isExtending)
{
    const auto step = m_data.step;
    TimeSpan span = m_selection.value_or(TimeSpan{plot().snapped(m_data.span.to - step, false), m_data.span.to});
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
