// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/rail.h"

#include "gui/common/icons.h"
#include "gui/common/painting.h"

#include <QButtonGroup>
#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

constexpr int kRowHeight = 36;
constexpr int kIconSide = 16;
constexpr int kMostShown = 99; // above, the exact number says nothing more

QString badgeText(int count)
{
    return count > kMostShown ? u"99+"_s : QString::number(count);
}

} // namespace

RailButton::RailButton(QString iconName, QWidget *parent) : QAbstractButton(parent), m_iconName(std::move(iconName))
{
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
}

void RailButton::setBadge(int count)
{
    if (count == m_badge)
        return;
    m_badge = count;
    describe();
    updateGeometry();
    update();
}

void RailButton::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    updateGeometry();
    update();
}

void RailButton::describe()
{
    //: Spoken name of a page in the rail. %1 is the page, %n how much waits there.
    setAccessibleName(m_badge > 0 ? tr("%1, %n waiting", nullptr, m_badge).arg(text()) : text());
}

bool RailButton::event(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    return QAbstractButton::event(event);
}

QSize RailButton::sizeHint() const
{
    const QFontMetrics metrics(textFont(TextSize::Body, QFont::DemiBold));
    const int badge = m_badge > 0 ? pillWidth({.text = badgeText(kMostShown + 1)}) + space::kSmall : 0;
    const int words = m_isCompact ? 0 : space::kMedium + metrics.horizontalAdvance(text());
    const int width = space::kMedium * 2 + qRound(kIconSide * textScale()) + words + badge;
    return {width, qRound(kRowHeight * textScale())};
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Scheme scheme = schemeOf(palette());
    const QRectF row = QRectF(rect()).adjusted(0, 2, 0, -2);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(isChecked() ? Token::Selection : Token::Hover, scheme));
        painter.drawRoundedRect(row, space::kRadius, space::kRadius);
    }
    if (hasFocus()) {
        painter.setPen(QPen(color(Token::Link, scheme), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), space::kRadius, space::kRadius);
    }
    const int side = qRound(kIconSide * textScale());
    const double top = std::round((height() - side) / 2.0);
    paintIcon(&painter, QRectF(space::kMedium, top, side, side), m_iconName,
              color(isChecked() ? Token::Link : Token::Muted, scheme));
    double right = width() - space::kSmall;
    if (m_badge > 0) {
        const Pill pill{.text = badgeText(m_badge),
                        .ink = m_isUrgent ? Token::FillText : Token::Neutral,
                        .ground = m_isUrgent ? Token::DangerFill : (isChecked() ? Token::Raised : Token::NeutralTint)};
        right -= pillWidth(pill);
        paintPill(&painter, QRectF(right, 0, pillWidth(pill), height()), pill, scheme);
        right -= space::kSmall;
    }
    if (m_isCompact)
        return;
    const int left = space::kMedium + side + space::kMedium;
    painter.setFont(textFont(TextSize::Body, isChecked() ? QFont::DemiBold : QFont::Medium));
    painter.setPen(color(Token::Text, scheme));
    const QString shown = painter.fontMetrics().elidedText(text(), Qt::ElideRight, int(right) - left);
    painter.drawText(QRectF(left, 0, right - left, height()), Qt::AlignVCenter | Qt::AlignLeft, shown);
}

Rail::Rail(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kSmall, space::kMedium, space::kSmall, space::kMedium);
    layout->setSpacing(0);
    for (int i = 0; i < kPageCount; ++i) {
        auto *button = new RailButton(iconName(PageId(i)), this);
        m_group->addButton(button, i);
        if (PageId(i) == PageId::Settings)
            layout->addStretch(1);
        layout->addWidget(button);
    }
    button(PageId::CrisisRoom)->setUrgent(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { emit pageRequested(PageId(id)); });
    retranslate();
}

RailButton *Rail::button(PageId page) const
{
    return static_cast<RailButton *>(m_group->button(int(page)));
}

void Rail::setCurrent(PageId page)
{
    button(page)->setChecked(true);
}

void Rail::setBadge(PageId page, int count)
{
    button(page)->setBadge(count);
}

void Rail::setRoom(int windowWidth)
{
    constexpr int kRoomForWords = 960; // at 100 % text
    const bool isCompact = windowWidth < qRound(kRoomForWords * textScale());
    for (int i = 0; i < kPageCount; ++i)
        button(PageId(i))->setCompact(isCompact);
}

QString Rail::title(PageId page)
{
    switch (page) {
    case PageId::Watch:
        //: The page where one watches what is said (French: Veille)
        return tr("Watch");
    case PageId::CrisisRoom:
        return tr("Crisis room");
    case PageId::Playbooks:
        return tr("Playbooks");
    case PageId::Replies:
        return tr("Replies");
    case PageId::Review:
        //: The post-mortem (French: Retour d'expérience)
        return tr("Review");
    case PageId::Drills:
        return tr("Drills");
    case PageId::Settings:
        return tr("Settings");
    }
    return {};
}

QString Rail::iconName(PageId page)
{
    switch (page) {
    case PageId::Watch:
        return u"binoculars"_s;
    case PageId::CrisisRoom:
        return u"exclamation-triangle"_s;
    case PageId::Playbooks:
        return u"journal-text"_s;
    case PageId::Replies:
        return u"chat-left-text"_s;
    case PageId::Review:
        return u"clipboard-data"_s;
    case PageId::Drills:
        return u"flag"_s;
    case PageId::Settings:
        return u"gear"_s;
    }
    return {};
}

void Rail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Surface, *this));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), color(Token::Hairline, *this));
}

void Rail::retranslate()
{
    setAccessibleName(tr("Pages"));
    for (int i = 0; i < kPageCount; ++i) {
        RailButton *entry = button(PageId(i));
        entry->setText(title(PageId(i)));
        entry->setAccessibleName(title(PageId(i)));
        //: Tooltip of a page in the rail: %1 is its name, %2 a key
        entry->setToolTip(tr("%1 (Ctrl+%2)").arg(title(PageId(i))).arg(i + 1));
        entry->updateGeometry();
    }
}

} // namespace vigie::gui
