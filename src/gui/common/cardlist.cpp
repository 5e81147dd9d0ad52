// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/cardlist.h"

#include "gui/common/icons.h"
#include "gui/common/painting.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSet>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

int scaled(int pixels)
{
    return qRound(pixels * textScale());
}

QFont textFontOf(const CardRow &row)
{
    return textFont(TextSize::Body, row.isStrong ? QFont::DemiBold : QFont::Normal);
}

int lineHeight(const QFont &font)
{
    return int(std::round(QFontMetricsF(font).height() * 1.15)); // as paintText() sets them
}

int linesNeeded(const QString &text, const QFont &font, double width, int atMost)
{
    if (text.isEmpty() || atMost <= 1)
        return text.isEmpty() ? 0 : 1;
    QTextLayout layout(text.simplified(), font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    int lines = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid() && lines < atMost; line = layout.createLine()) {
        line.setLineWidth(width);
        ++lines;
    }
    layout.endLayout();
    return lines;
}

/// Where everything of a row stands. The one place that knows, for painting, measuring and clicking.
struct Geometry {
    QRect lead;     ///< icon or mark
    QRect text;     ///< as wide as the text may be; its height is that of its lines
    QRect meta;
    QRect trailing;
    QRect star;
    QRect add;
    int height = 0;
};

Geometry geometryOf(const CardRow &row, const QRect &rect)
{
    Geometry geometry;
    const int side = scaled(16);
    const int left = rect.left() + space::kLarge;
    int right = rect.right() + 1 - space::kLarge;
    if (row.kind == CardKind::Section) {
        geometry.height = scaled(36);
        const int top = rect.top() + scaled(10);
        if (row.canAdd) {
            geometry.add = QRect(right - side, top + scaled(2), side, side);
            right -= side + space::kSmall;
        }
        geometry.text = QRect(left, top, std::max(0, right - left), scaled(20));
        return geometry;
    }
    const int padding = scaled(8);
    const int textTop = rect.top() + padding;
    const QFont font = textFontOf(row);
    const int line = lineHeight(font);
    int textLeft = left;
    if (row.kind == CardKind::Card && (row.mark != CardMark::None || !row.iconName.isEmpty())) {
        geometry.lead = QRect(left, textTop + (line - side) / 2, side, side);
        textLeft = left + side + scaled(space::kSmall);
    }
    if (row.isStarred) {
        geometry.star = QRect(right - side, textTop + (line - side) / 2, side, side);
        right -= side + space::kSmall;
    }
    int textRight = right;
    if (!row.trailing.isEmpty()) {
        const int width = QFontMetrics(textFont(TextSize::Small)).horizontalAdvance(row.trailing) + 2;
        geometry.trailing = QRect(right - width, textTop, width, line);
        textRight -= width + space::kMedium;
    }
    const int textWidth = std::max(scaled(40), textRight - textLeft);
    const int lines = linesNeeded(row.text, font, textWidth, row.textLines);
    geometry.text = QRect(textLeft, textTop, textWidth, lines * line);
    int bottom = geometry.text.top() + geometry.text.height();
    if (!row.meta.isEmpty()) {
        const QFont small = textFont(TextSize::Small);
        const int metaWidth = std::max(scaled(40), right - textLeft);
        const int iconWidth = row.metaIconName.isEmpty() ? 0 : scaled(16);
        const int metaLines = linesNeeded(row.meta, small, metaWidth - iconWidth, row.metaLines);
        bottom += scaled(2);
        geometry.meta = QRect(textLeft, bottom, metaWidth, metaLines * lineHeight(small));
        bottom += geometry.meta.height();
    }
    geometry.height = bottom + padding - rect.top();
    return geometry;
}

void paintMark(QPainter *painter, const QRect &rect, CardMark mark, const QPalette &palette)
{
    switch (mark) {
    case CardMark::None:
        break;
    case CardMark::Open:
        paintIcon(painter, rect, u"circle"_s, color(Token::Muted, palette));
        break;
    case CardMark::Done:
        paintIcon(painter, rect, u"check-circle-fill"_s, color(Token::Positive, palette));
        break;
    case CardMark::Skipped:
        paintIcon(painter, rect, u"dash-circle"_s, color(Token::Muted, palette));
        break;
    }
}

void paintSection(QPainter *painter, const CardRow &row, const Geometry &geometry, const QPalette &palette)
{
    painter->setFont(textFont(TextSize::Small, QFont::DemiBold));
    painter->setPen(color(row.metaToken, palette));
    const QString text = painter->fontMetrics().elidedText(row.text, Qt::ElideRight, geometry.text.width());
    painter->drawText(geometry.text, Qt::AlignVCenter | Qt::AlignLeft, text);
    if (!row.trailing.isEmpty()) {
        QRect rest = geometry.text;
        rest.setLeft(rest.left() + painter->fontMetrics().horizontalAdvance(text) + space::kSmall);
        painter->setFont(textFont(TextSize::Small));
        painter->setPen(color(row.trailingToken, palette));
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft, row.trailing);
    }
    if (row.canAdd)
        paintIcon(painter, geometry.add, u"plus-lg"_s, color(Token::Link, palette));
}

void paintCard(QPainter *painter, const CardRow &row, const Geometry &geometry, const QPalette &palette)
{
    if (row.mark != CardMark::None)
        paintMark(painter, geometry.lead, row.mark, palette);
    else if (!row.iconName.isEmpty() && row.kind == CardKind::Card)
        paintIcon(painter, geometry.lead, row.iconName, color(row.iconToken, palette));
    const bool isMuted = row.isQuiet || row.kind == CardKind::Hint;
    paintText(painter, geometry.text, row.text, textFontOf(row), color(isMuted ? Token::Muted : Token::Text, palette),
              row.textLines);
    if (!row.meta.isEmpty()) {
        const QColor ink = color(row.metaToken, palette);
        QRect meta = geometry.meta;
        if (!row.metaIconName.isEmpty()) {
            const int side = scaled(12);
            const int first = lineHeight(textFont(TextSize::Small));
            paintIcon(painter, QRect(meta.left(), meta.top() + (first - side) / 2, side, side), row.metaIconName, ink);
            meta.setLeft(meta.left() + scaled(16));
        }
        paintText(painter, meta, row.meta, textFont(TextSize::Small), ink, row.metaLines);
    }
    if (!row.trailing.isEmpty()) {
        painter->setFont(textFont(TextSize::Small));
        painter->setPen(color(row.trailingToken, palette));
        painter->drawText(geometry.trailing, Qt::AlignVCenter | Qt::AlignRight, row.trailing);
    }
    if (row.isStarred)
        paintIcon(painter, geometry.star, *row.isStarred ? u"star-fill"_s : u"star"_s,
                  color(*row.isStarred ? Token::Warning : Token::Muted, palette));
}

const CardRow *rowOf(const QModelIndex &index)
{
    const auto *model = qobject_cast<const CardListModel *>(index.model());
    return model && index.isValid() ? &model->row(index) : nullptr;
}

} // namespace

// The model ---------------------------------------------------------------------------------------------------------------

qsizetype CardListModel::find(const QString &key, qsizetype from) const
{
    const auto begin = m_rows.cbegin() + from;
    const auto found = std::find_if(begin, m_rows.cend(), [&key](const CardRow &row) { return row.key == key; });
    return found == m_rows.cend() ? -1 : found - m_rows.cbegin();
}

void CardListModel::setRows(std::vector<CardRow> rows)
{
    QSet<QString> kept;
    for (const CardRow &row : rows)
        kept.insert(row.key);
    Q_ASSERT(kept.size() == qsizetype(rows.size()));
    for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
        if (kept.contains(m_rows[std::size_t(i)].key))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.erase(m_rows.begin() + i);
        endRemoveRows();
    }
    for (qsizetype i = 0; i < qsizetype(rows.size()); ++i) {
        CardRow &row = rows[std::size_t(i)];
        const qsizetype at = find(row.key, i);
        if (at < 0) {
            beginInsertRows({}, int(i), int(i));
            m_rows.insert(m_rows.begin() + i, std::move(row));
            endInsertRows();
            continue;
        }
        if (at != i) {
            beginMoveRows({}, int(at), int(at), {}, int(i));
            std::rotate(m_rows.begin() + i, m_rows.begin() + at, m_rows.begin() + at + 1);
            endMoveRows();
        }
        if (m_rows[std::size_t(i)] != row) {
            m_rows[std::size_t(i)] = std::move(row);
            const QModelIndex changed = index(int(i));
            emit dataChanged(changed, changed);
        }
    }
}

QModelIndex CardListModel::indexOf(QStringView key) const
{
    const qsizetype at = find(key.toString(), 0);
    return at < 0 ? QModelIndex() : index(int(at));
}

int CardListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant CardListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CardRow &shown = row(index);
    switch (role) {
    case Qt::DisplayRole:
        return shown.text;
    case Qt::ToolTipRole:
        return shown.toolTip;
    case Qt::AccessibleTextRole:
        if (!shown.spoken.isEmpty())
            return shown.spoken;
        return QStringList{shown.text, shown.meta, shown.trailing}.join(u". "_s);
    default:
        return {};
    }
}

Qt::ItemFlags CardListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const CardRow &shown = row(index);
    const bool isReachable = shown.kind == CardKind::Card || (shown.kind == CardKind::Section && shown.canAdd);
    return isReachable ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                       : Qt::ItemFlags(Qt::ItemNeverHasChildren);
}

// The delegate ------------------------------------------------------------------------------------------------------------

void CardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const CardRow *row = rowOf(index);
    if (!row)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    const QRectF ground = QRectF(option.rect).adjusted(space::kTiny, 1, -space::kTiny, -1);
    const bool isReachable = index.flags().testFlag(Qt::ItemIsEnabled);
    painter->setPen(Qt::NoPen);
    if (isReachable && option.state.testFlag(QStyle::State_Selected) && row->kind == CardKind::Card) {
        painter->setBrush(color(Token::Selection, option.palette));
        painter->drawRoundedRect(ground, space::kRadius, space::kRadius);
    } else if (isReachable && option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setBrush(color(Token::Hover, option.palette));
        painter->drawRoundedRect(ground, space::kRadius, space::kRadius);
    }
    if (hasFocus && isReachable) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(color(Token::Link, option.palette), 1.5));
        painter->drawRoundedRect(ground.adjusted(1, 1, -1, -1), space::kRadius, space::kRadius);
    }
    const Geometry geometry = geometryOf(*row, option.rect);
    if (row->kind == CardKind::Section)
        paintSection(painter, *row, geometry, option.palette);
    else
        paintCard(painter, *row, geometry, option.palette);
    painter->restore();
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const CardRow *row = rowOf(index);
    if (!row)
        return {};
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    return {width, geometryOf(*row, QRect(0, 0, width, 0)).height};
}

CardPart CardDelegate::partAt(const CardRow &row, const QRect &rect, const QPoint &position)
{
    if (row.kind == CardKind::Hint || !rect.contains(position))
        return CardPart::Nothing;
    const Geometry geometry = geometryOf(row, rect);
    const auto isNear = [&position](const QRect &target) {
        return !target.isEmpty() && target.adjusted(-8, -8, 8, 8).contains(position);
    };
    if (row.kind == CardKind::Section)
        return row.canAdd && isNear(geometry.add) ? CardPart::Add : CardPart::Nothing;
    if (row.mark != CardMark::None && isNear(geometry.lead))
        return CardPart::Mark;
    if (isNear(geometry.star))
        return CardPart::Star;
    return CardPart::Body;
}

// The view ----------------------------------------------------------------------------------------------------------------

CardView::CardView(QWidget *parent) : QListView(parent), m_model(new CardListModel(this))
{
    setModel(m_model);
    setItemDelegate(new CardDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setViewportMargins(0, space::kTiny, 0, space::kTiny);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &CardView::updateGeometry);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &CardView::updateGeometry);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
        scheduleDelayedItemsLayout(); // a longer text may need another line
        updateGeometry();
    });
}

const CardRow *CardView::currentRow() const
{
    return rowOf(currentIndex());
}

void CardView::setFitsContents(bool fits)
{
    m_fitsContents = fits;
    setVerticalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Preferred, fits ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    updateGeometry();
}

QSize CardView::sizeHint() const
{
    if (!m_fitsContents)
        return QListView::sizeHint();
    int height = 2 * space::kTiny;
    const int width = viewport()->width();
    for (const CardRow &row : m_model->rows())
        height += geometryOf(row, QRect(0, 0, width, 0)).height;
    return {QListView::sizeHint().width(), height};
}

QSize CardView::minimumSizeHint() const
{
    return m_fitsContents ? QSize(120, sizeHint().height()) : QSize(120, 80);
}

void CardView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (event->oldSize().width() == event->size().width())
        return;
    scheduleDelayedItemsLayout(); // a list lays out anew for another height only; here the width makes the heights
    if (m_fitsContents)
        updateGeometry();
}

void CardView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    const QModelIndex index = indexAt(event->pos());
    const CardRow *shown = rowOf(index);
    if (!shown)
        return;
    const CardRow row = *shown; // the list may change while somebody answers
    switch (CardDelegate::partAt(row, visualRect(index), event->pos())) {
    case CardPart::Mark:
        emit markClicked(row);
        break;
    case CardPart::Star:
        emit starClicked(row);
        break;
    case CardPart::Add:
        emit addClicked(row);
        break;
    case CardPart::Body:
    case CardPart::Nothing:
        break;
    }
}

void CardView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QListView::mouseDoubleClickEvent(event);
    const QModelIndex index = indexAt(event->pos());
    const CardRow *shown = rowOf(index);
    if (!shown || CardDelegate::partAt(*shown, visualRect(index), event->pos()) != CardPart::Body)
        return;
    const CardRow row = *shown;
    emit opened(row);
}

void CardView::keyPressEvent(QKeyEvent *event)
{
    const CardRow *shown = currentRow();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!shown || event->modifiers() != Qt::NoModifier) {
        QListView::keyPressEvent(event);
        return;
    }
    const CardRow row = *shown;
    if (row.kind == CardKind::Section && row.canAdd && (isEnter || event->key() == Qt::Key_Space))
        emit addClicked(row);
    else if (row.kind == CardKind::Card && isEnter)
        emit opened(row);
    else if (row.mark != CardMark::None && event->key() == Qt::Key_Space)
        emit markClicked(row);
    else if (row.isStarred && event->key() == Qt::Key_S)
        emit starClicked(row);
    else if (event->key() == Qt::Key_J || event->key() == Qt::Key_K)
        setCurrentIndex(moveCursor(event->key() == Qt::Key_J ? MoveDown : MoveUp, Qt::NoModifier));
    else
        QListView::keyPressEvent(event);
}

void CardView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isByKey ? currentIndex() : indexAt(event->pos());
    const CardRow *shown = rowOf(index);
    if (!shown)
        return;
    const CardRow row = *shown;
    emit menuRequested(row, isByKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

void CardView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (const CardRow *shown = rowOf(current)) {
        const CardRow row = *shown;
        emit selected(row);
    }
}

} // namespace vigie::gui
