// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/monitoring/mentiondelegate.h"

#include "gui/common/icons.h"
#include "gui/monitoring/mentiontexts.h"
#include "networks/capabilities.h"

#include <QPainter>

using namespace Qt::StringLiterals;
using vigie::monitoring::Mention;

namespace vigie::gui
{

namespace
{

constexpr int kCardHeight = 80;
constexpr int kAvatarSide = 32;
constexpr int kNetworkSide = 12;
/// Below this, risks and tones are icons alone; their words stand in the detail and in the spoken sentence.
constexpr int kRoomForWords = 430;
constexpr int kLeastForName = 120;

int scaled(int pixels)
{
    return qRound(pixels * textScale());
}

} // namespace

MentionDelegate::MentionDelegate(Lookup lookup, const core::Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_lookup(std::move(lookup))
    , m_clock(clock)
    , m_format(core::Language::English, QTimeZone::utc())
{
}

void MentionDelegate::setFormat(const core::Format &format)
{
    m_format = format;
}

int MentionDelegate::cardHeight()
{
    return scaled(kCardHeight);
}

QSize MentionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {scaled(320), cardHeight()};
}

void MentionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Scheme scheme = schemeOf(option.palette);
    paintGround(painter, option);
    const QRectF card = QRectF(option.rect).adjusted(space::kLarge, space::kMedium, -space::kMedium, -space::kSmall);
    const QRectF avatar(card.left(), card.top(), scaled(kAvatarSide), scaled(kAvatarSide));
    QRectF body = card;
    body.setLeft(avatar.right() + space::kMedium);
    const Mention *mention = m_lookup(index.row());
    if (!mention) {
        // Removed meanwhile, or not read yet: bars in place of words.
        painter->setPen(Qt::NoPen);
        painter->setBrush(color(Token::Skeleton, scheme));
        painter->drawEllipse(avatar);
        painter->drawRoundedRect(QRectF(body.left(), body.top() + 4, body.width() / 3, 10), 4, 4);
        painter->drawRoundedRect(QRectF(body.left(), body.top() + 28, body.width() * 0.8, 10), 4, 4);
        return;
    }
    paintAvatar(painter, avatar, mention->author.displayName(), mention->author.handle, scheme);
    const QFontMetrics metrics(textFont(TextSize::Body, QFont::DemiBold));
    QRectF line(body.left(), body.top(), body.width(), std::max(metrics.height(), pillHeight()));
    line.setRight(paintBadges(painter, line, *mention, scheme) - space::kSmall);
    paintAuthor(painter, line, *mention, scheme);
    const double top = line.bottom() + space::kTiny;
    paintText(painter, QRectF(body.left(), top, body.width(), body.bottom() - top), shownText(*mention).left(400),
              textFont(TextSize::Body), color(mention->goneAt ? Token::Muted : Token::Text, scheme), 2);
}

void MentionDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option) const
{
    const Scheme scheme = schemeOf(option.palette);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->fillRect(option.rect, color(isSelected ? Token::Selection : isHovered ? Token::Hover : Token::Raised, scheme));
    if (isSelected)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), color(Token::Link, scheme));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), color(Token::Hairline, scheme));
}

double MentionDelegate::paintBadges(QPainter *painter, const QRectF &line, const Mention &mention, Scheme scheme) const
{
    const bool hasRoom = line.width() >= scaled(kRoomForWords);
    double right = line.right();
    painter->setFont(textFont(TextSize::Small));
    painter->setPen(color(Token::Muted, scheme));
    const QString age = m_format.age(mention.postedAt, m_clock.now());
    const double ageWidth = std::max(painter->fontMetrics().horizontalAdvance(age), scaled(32));
    painter->drawText(QRectF(right - ageWidth, line.top(), ageWidth, line.height()), Qt::AlignRight | Qt::AlignVCenter, age);
    right -= ageWidth + space::kSmall;

    std::vector<Pill> pills;
    if (mention.goneAt)
        pills.push_back(gonePill());
    pills.push_back(tonalityPill(mention.tonality));
    if (auto risk = riskPill(mention, m_format.language()))
        pills.push_back(*risk);
    if (mention.groupSize > 1)
        pills.push_back({.text = u"×%1"_s.arg(m_format.number(mention.groupSize)), .iconName = u"layers"_s, .ink = Token::Neutral});
    if (!mention.assignee.isEmpty())
        pills.push_back({.text = mention.assignee.section(u' ', 0, 0), .iconName = u"person"_s, .ink = Token::Neutral});
    if (m_showsStatus && mention.status != monitoring::Status::New) {
        const bool isDone = mention.status == monitoring::Status::Done;
        pills.push_back({.text = statusName(mention.status), .iconName = isDone ? u"check2"_s : u"clock"_s, .ink = Token::Neutral});
    }
    for (std::size_t i = 0; i < pills.size(); ++i) {
        Pill &pill = pills[i];
        const bool isWordy = i < 2 + std::size_t(mention.goneAt.has_value()) && !pill.iconName.isEmpty() && pill.iconName != u"layers";
        if (isWordy && !hasRoom)
            pill.text.clear();
        if (right - pillWidth(pill) - line.left() < scaled(kLeastForName))
            break;
        right -= pillWidth(pill);
        paintPill(painter, QRectF(right, line.top(), line.width(), line.height()), pill, scheme);
        right -= space::kTiny;
    }
    return right;
}

void MentionDelegate::paintAuthor(QPainter *painter, const QRectF &line, const Mention &mention, Scheme scheme) const
{
    double x = line.left();
    const double side = scaled(kNetworkSide);
    paintIcon(painter, QRectF(x, std::round(line.center().y() - side / 2), side, side), networkIconName(mention.network),
              color(Token::Muted, scheme));
    x += side + space::kTiny + 2;
    const QFont strong = textFont(TextSize::Body, QFont::DemiBold);
    const QFontMetrics metrics(strong);
    // Who wrote a deleted post is not kept either: its network stands for them.
    const QString who = mention.author.displayName().isEmpty() && mention.goneAt ? networks::networkName(mention.network)
                                                                                 : mention.author.displayName();
    const QString name = metrics.elidedText(who, Qt::ElideRight, int(line.right() - x));
    painter->setFont(strong);
    painter->setPen(color(Token::Text, scheme));
    painter->drawText(QRectF(x, line.top(), line.right() - x, line.height()), Qt::AlignLeft | Qt::AlignVCenter, name);
    x += metrics.horizontalAdvance(name) + space::kSmall;
    constexpr int kWorthShowing = 40;
    if (mention.author.name.isEmpty() || mention.author.handle.isEmpty() || line.right() - x < kWorthShowing)
        return;
    painter->setFont(textFont(TextSize::Small));
    painter->setPen(color(Token::Muted, scheme));
    const QString handle = mention.author.handle.startsWith(u'@') ? mention.author.handle : u'@' + mention.author.handle;
    painter->drawText(QRectF(x, line.top(), line.right() - x, line.height()), Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(handle, Qt::ElideRight, int(line.right() - x)));
}

} // namespace vigie::gui
