// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/widgets.h"

#include "gui/common/icons.h"

#include <QAction>
#include <QEvent>
#include <QFrame>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

ElidedLabel::ElidedLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setFullText(const QString &text)
{
    m_fullText = text;
    setAccessibleName(text);
    elide();
    updateGeometry();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(u"……"_s), QLabel::minimumSizeHint().height()};
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_fullText) + 2, QLabel::sizeHint().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        elide();
}

void ElidedLabel::elide()
{
    const QString shown = fontMetrics().elidedText(m_fullText, Qt::ElideRight, width());
    if (shown != text())
        setText(shown);
    setToolTip(shown == m_fullText ? QString() : m_fullText);
}

PillLabel::PillLabel(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void PillLabel::setPill(const Pill &pill)
{
    m_pill = pill;
    setAccessibleName(pill.text);
    updateGeometry();
    update();
}

QSize PillLabel::sizeHint() const
{
    return {pillWidth(m_pill), pillHeight()};
}

void PillLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPill(&painter, rect(), m_pill, schemeOf(palette()));
}

AvatarLabel::AvatarLabel(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void AvatarLabel::setPerson(const QString &name, const QString &key)
{
    m_name = name;
    m_key = key;
    update();
}

QSize AvatarLabel::sizeHint() const
{
    const int side = qRound(40 * textScale());
    return {side, side};
}

void AvatarLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintAvatar(&painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_name, m_key, schemeOf(palette()));
}

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_iconLabel(new QLabel(this))
    , m_titleLabel(new QLabel(this))
    , m_textLabel(new QLabel(this))
    , m_button(new QPushButton(this))
    , m_secondButton(new QPushButton(this))
{
    constexpr int kTextWidth = 400;
    setTextRole(m_titleLabel, TextRole::Large);
    setTextRole(m_textLabel, TextRole::Muted);
    m_titleLabel->setAlignment(Qt::AlignCenter);
    m_textLabel->setAlignment(Qt::AlignCenter);
    m_textLabel->setWordWrap(true);
    m_textLabel->setMaximumWidth(qRound(kTextWidth * textScale()));
    m_textLabel->setMinimumWidth(std::min(280, kTextWidth));
    setButtonKind(m_button, ButtonKind::Primary);
    setButtonKind(m_secondButton, ButtonKind::Quiet);
    m_button->hide();
    m_secondButton->hide();
    setFocusProxy(m_button);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kHuge, space::kHuge, space::kHuge, space::kHuge);
    layout->setSpacing(space::kSmall);
    layout->addStretch(2);
    layout->addWidget(m_iconLabel, 0, Qt::AlignHCenter);
    layout->addSpacing(space::kSmall);
    layout->addWidget(m_titleLabel, 0, Qt::AlignHCenter);
    // Not aligned but between two springs: an aligned label gets the height it would need at the full width.
    constexpr int kBeforeTheSprings = 1000;
    auto *textRow = new QHBoxLayout;
    textRow->addStretch(1);
    textRow->addWidget(m_textLabel, kBeforeTheSprings);
    textRow->addStretch(1);
    layout->addLayout(textRow);
    layout->addSpacing(space::kMedium);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addWidget(m_secondButton, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_action)
            m_action->trigger();
    });
}

void EmptyState::setTexts(const QString &title, const QString &text)
{
    m_titleLabel->setText(title);
    m_textLabel->setText(text);
}

void EmptyState::setIconName(const QString &name)
{
    m_iconName = name;
    m_iconLabel->setPixmap({});
    const int side = qRound(32 * textScale());
    m_iconLabel->setFixedSize(side, side);
    m_iconLabel->installEventFilter(this);
    m_iconLabel->update();
}

bool EmptyState::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_iconLabel && event->type() == QEvent::Paint && !m_iconName.isEmpty()) {
        QPainter painter(m_iconLabel);
        paintIcon(&painter, m_iconLabel->rect(), m_iconName, color(Token::Muted, *this));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void EmptyState::setAction(QAction *action)
{
    if (m_action)
        m_action->disconnect(this);
    m_action = action;
    if (action) {
        connect(action, &QAction::changed, this, &EmptyState::showAction);
        connect(action, &QObject::destroyed, this, [this] {
            m_action = nullptr;
            showAction();
        });
    }
    showAction();
}

void EmptyState::showAction()
{
    m_button->setVisible(m_action != nullptr);
    if (!m_action)
        return;
    follow(m_button, m_action);
}

void EmptyState::follow(QPushButton *button, const QAction *action)
{
    button->setText(action->text());
    button->setEnabled(action->isEnabled());
}

void EmptyState::setSecondAction(QAction *action)
{
    const auto copy = [this, action] { follow(m_secondButton, action); };
    connect(action, &QAction::changed, m_secondButton, copy);
    connect(action, &QObject::destroyed, m_secondButton, &QWidget::hide);
    connect(m_secondButton, &QPushButton::clicked, action, &QAction::trigger);
    copy();
    m_secondButton->show();
}

QWidget *makeHairline(Qt::Orientation orientation, QWidget *parent)
{
    auto *line = new QWidget(parent);
    line->setAttribute(Qt::WA_StyledBackground);
    line->setProperty("hairline", true);
    if (orientation == Qt::Horizontal)
        line->setFixedHeight(1);
    else
        line->setFixedWidth(1);
    return line;
}

} // namespace vigie::gui
