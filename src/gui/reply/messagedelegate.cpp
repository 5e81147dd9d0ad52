// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/messagedelegate.h"

#include "gui/common/painting.h"
#include "gui/reply/messagechoice.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

Pill pillOf(const QModelIndex &index)
{
    const QString word = index.data(MessageChoiceModel::StateRole).toString();
    switch (playbook::Usability(index.data(MessageChoiceModel::UsabilityRole).toInt())) {
    case playbook::Usability::Usable:
        return {word, u"check2"_s, Token::Positive, Token::PositiveTint};
    case playbook::Usability::Expired:
        return {word, u"clock-history"_s, Token::Warning, Token::WarningTint};
    case playbook::Usability::NotApproved:
        break;
    }
    return {word, u"hourglass-split"_s, Token::Neutral, Token::NeutralTint};
}

double lineHeight(TextSize size)
{
    return std::round(QFontMetricsF(textFont(size)).height() * 1.15);
}

} // namespace

void MessageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Scheme scheme = schemeOf(option.palette);
    const QRectF box = QRectF(option.rect).adjusted(0, 1, 0, -1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setBrush(color(isSelected ? Token::Selection : Token::Hover, scheme));
        painter->drawRoundedRect(box, space::kRadius, space::kRadius);
    }
    const Pill pill = pillOf(index);
    QRectF rest = box.adjusted(space::kMedium, space::kSmall, -space::kMedium, -space::kSmall);
    const double titleHeight = lineHeight(TextSize::Body);
    const int wide = pillWidth(pill);
    paintPill(painter, QRectF(rest.right() - wide, rest.top(), wide, titleHeight), pill, scheme);
    paintText(painter, QRectF(rest.left(), rest.top(), rest.width() - wide - space::kSmall, titleHeight),
              index.data().toString(), textFont(TextSize::Body, QFont::DemiBold), color(Token::Text, scheme), 1);
    rest.setTop(rest.top() + titleHeight);
    paintText(painter, rest, index.data(MessageChoiceModel::MetaRole).toString(), textFont(TextSize::Small),
              color(Token::Muted, scheme), 1);
    rest.setTop(rest.top() + lineHeight(TextSize::Small) + 2);
    const auto usability = playbook::Usability(index.data(MessageChoiceModel::UsabilityRole).toInt());
    paintText(painter, rest, index.data(MessageChoiceModel::PreviewRole).toString(), textFont(TextSize::Body),
              color(usability == playbook::Usability::Usable ? Token::Text : Token::Muted, scheme), 1);
    painter->restore();
}

QSize MessageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const double height = 2 * lineHeight(TextSize::Body) + lineHeight(TextSize::Small) + 2 + 2 * space::kSmall + 2;
    return {option.rect.width(), qRound(height)};
}

} // namespace vigie::gui
