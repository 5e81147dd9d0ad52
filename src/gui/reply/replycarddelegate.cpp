// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/replycarddelegate.h"

#include "gui/common/icons.h"
#include "gui/reply/pairtexts.h"
#include "gui/reply/replylistmodel.h"
#include "gui/reply/replytexts.h"
#include "networks/capabilities.h"

#include <QAbstractItemView>
#include <QPainter>

#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

constexpr int kTextLines = 2;
constexpr double kShortestName = 3; // line heights: of less of a name, nobody would know whose it is

double lineHeight(TextSize size)
{
    return std::round(QFontMetricsF(textFont(size)).height() * 1.15);
}

void paintGround(QPainter *painter, const QStyleOptionViewItem &option, Scheme scheme)
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected || option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, color(isSelected ? Token::Selection : Token::Hover, scheme));
    if (isSelected)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), color(Token::Link, scheme));
    painter->fillRect(QRect(option.rect.left() + space::kLarge, option.rect.bottom(), option.rect.width() - space::kLarge, 1),
                      color(Token::Hairline, scheme));
}

struct PlacedPill {
    Pill pill;
    QPointF at;
};

/// Within `width`, from the left: one that has no room begins another line.
std::vector<PlacedPill> placedPills(const reply::Reply &reply, double width)
{
    std::vector<PlacedPill> placed;
    QPointF at;
    for (const Pill &pill : {ReplyTexts::statePill(reply), PairTexts::visibilityPill(reply)}) {
        const int needed = pillWidth(pill);
        if (at.x() > 0 && at.x() + needed > width)
            at = QPointF(0, at.y() + pillHeight() + space::kTiny);
        placed.push_back({pill, at});
        at.rx() += needed + space::kTiny;
    }
    return placed;
}

} // namespace

void ReplyCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto reply = index.data(ReplyListModel::ReplyRole).value<reply::Reply>();
    const Scheme scheme = schemeOf(option.palette);
    const QColor muted = color(Token::Muted, scheme);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(painter, option, scheme);
    QRectF rest = QRectF(option.rect).adjusted(space::kLarge, space::kMedium, -space::kLarge, -space::kMedium);

    const double line = lineHeight(TextSize::Body);
    const int side = qRound(16 * textScale());
    paintIcon(painter, QRectF(rest.left(), std::round(rest.top() + (line - side) / 2), side, side),
              networkIconName(reply.network), muted);
    const QString age = index.data(ReplyListModel::AgeRole).toString();
    const QFont small = textFont(TextSize::Small);
    const double ageWidth = QFontMetricsF(small).horizontalAdvance(age) + 1;
    painter->setFont(small);
    painter->setPen(muted);
    painter->drawText(QRectF(rest.right() - ageWidth, rest.top(), ageWidth, line), Qt::AlignRight | Qt::AlignVCenter, age);
    const double left = rest.left() + side + space::kSmall;
    paintText(painter, QRectF(left, rest.top(), rest.right() - ageWidth - space::kSmall - left, line), index.data().toString(),
              textFont(TextSize::Body, QFont::DemiBold), color(Token::Text, scheme), 1);
    rest.setTop(rest.top() + line + space::kTiny);

    const QString text = reply.text.trimmed();
    const QString shown = text.isEmpty() ? tr("No text yet") : text;
    paintText(painter, rest, shown, textFont(TextSize::Body), text.isEmpty() ? muted : color(Token::Text, scheme), kTextLines);
    rest.setTop(rest.top() + kTextLines * line + space::kSmall);

    QRectF behind = rest;
    for (const PlacedPill &placed : placedPills(reply, rest.width())) {
        const QRectF box(rest.topLeft() + placed.at, QSizeF(rest.width(), pillHeight()));
        behind = box.adjusted(paintPill(painter, box, placed.pill, scheme) + 2 * space::kTiny, 0, -placed.at.x(), 0);
    }
    const double smallLine = lineHeight(TextSize::Small);
    if (behind.width() > kShortestName * smallLine)
        paintText(painter, behind.translated(0, (pillHeight() - smallLine) / 2), reply.createdBy, small, muted, 1);
    painter->restore();
}

QSize ReplyCardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *const view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const auto pills = placedPills(index.data(ReplyListModel::ReplyRole).value<reply::Reply>(), width - 2 * space::kLarge);
    const double height = (1 + kTextLines) * lineHeight(TextSize::Body) + space::kTiny + space::kSmall + pills.back().at.y() + pillHeight()
                          + 2 * space::kMedium;
    return {width, qRound(height)};
}

} // namespace vigie::gui
