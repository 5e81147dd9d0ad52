// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/cardlist.h"

#include "gui/common/icons.h"
#include "gui/common/painting.h"

#include <QPainter>
#include <QTextLayout>

#include <cmath>

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
    QTextLayout layout(oneLine(text), font);
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

} // namespace

void CardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const CardRow *row = CardListModel::rowOf(index);
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
    const CardRow *row = CardListModel::rowOf(index);
    if (!row)
        return {};
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    return {width, heightOf(*row, width)};
}

int CardDelegate::heightOf(const CardRow &row, int width)
{
    return geometryOf(row, QRect(0, 0, width, 0)).height;
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

} // namespace vigie::gui
