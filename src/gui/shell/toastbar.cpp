// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/toastbar.h"

#include "gui/common/icons.h"
#include "gui/shell/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

constexpr int kRoomForActs = 64; // at the foot of a page: what says that an act is done does not cover the next one
constexpr int kWidest = 640;
constexpr std::chrono::seconds kTextStays{5};
constexpr std::chrono::seconds kUndoStays{10};

} // namespace

ToastBar::ToastBar(QWidget *over, QWidget *parent)
    : QWidget(parent)
    , m_over(over)
    , m_label(new QLabel(this))
    , m_undoButton(new QPushButton(this))
    , m_closeButton(new QPushButton(this))
    , m_timer(new QTimer(this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_timer->setSingleShot(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::kLarge, space::kSmall, space::kSmall, space::kSmall);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_undoButton);
    layout->addWidget(m_closeButton);
    QWidget::hide();
    over->installEventFilter(this);
    connect(m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_closeButton, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_undoButton, &QPushButton::clicked, this, &ToastBar::undo);
    applyInk();
}

void ToastBar::showText(const QString &text)
{
    m_undo = nullptr;
    show(Kind::Text, text);
}

void ToastBar::showUndo(const QString &text, std::function<void()> undo)
{
    m_undo = std::move(undo);
    show(Kind::Undo, text);
}

void ToastBar::showError(const QString &text)
{
    m_undo = nullptr;
    show(Kind::Failure, text);
}

QString ToastBar::text() const
{
    return isHidden() ? QString() : m_label->text();
}

bool ToastBar::undo()
{
    if (isHidden() || !m_undo)
        return false;
    const auto act = std::exchange(m_undo, nullptr);
    hide();
    act();
    return true;
}

void ToastBar::show(Kind kind, const QString &text)
{
    m_kind = kind;
    m_label->setText(text);
    m_undoButton->setText(tr("Undo"));
    m_undoButton->setToolTip(tr("Take this back (Ctrl+Z)"));
    m_undoButton->setVisible(kind == Kind::Undo);
    m_closeButton->setAccessibleName(tr("Close this notice"));
    m_closeButton->setToolTip(tr("Close this notice"));
    setAccessibleName(text);
    applyInk();
    place();
    QWidget::show();
    raise();
    QAccessibleEvent announcement(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
    if (kind == Kind::Failure)
        m_timer->stop();
    else
        m_timer->start(kind == Kind::Undo ? kUndoStays : kTextStays);
}

void ToastBar::place()
{
    const QRect room(m_over->mapTo(parentWidget(), QPoint()), m_over->size());
    const int widest = std::min(qRound(kWidest * textScale()), room.width() - 2 * space::kLarge);
    const int buttons = (m_undoButton->isHidden() ? 0 : m_undoButton->sizeHint().width()) + m_closeButton->sizeHint().width();
    const int text = m_label->fontMetrics().horizontalAdvance(m_label->text()) + 2;
    const int width = std::min(widest, text + buttons + space::kLarge + 4 * space::kSmall);
    const int height = std::max(layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : 0, sizeHint().height());
    const int above = qRound(kRoomForActs * textScale());
    setGeometry(room.left() + (room.width() - width) / 2, room.bottom() - height - above, width, height);
}

void ToastBar::applyInk()
{
    // On a ground of the text colour, so that it floats above either theme.
    const bool isFailure = m_kind == Kind::Failure;
    const QString ink = color(isFailure ? Token::FillText : Token::Raised, *this).name();
    const QString sheet = u"QLabel { color: %1; } QPushButton { color: %1; background: transparent; border: 1px solid transparent;"
                          "  font-weight: 600; padding: 4px 8px; } QPushButton:hover, QPushButton:focus { border-color: %1; }"_s.arg(ink);
    if (styleSheet() != sheet)
        setStyleSheet(sheet);
    m_closeButton->setIcon(icon(u"x-lg"_s, isFailure ? Token::FillText : Token::Raised));
    m_closeButton->setIconSize(QSize(12, 12));
}

bool ToastBar::eventFilter(QObject *watched, QEvent *event)
{
    if ((event->type() == QEvent::Resize || event->type() == QEvent::Move) && !isHidden())
        place();
    return QWidget::eventFilter(watched, event);
}

void ToastBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(m_kind == Kind::Failure ? Token::DangerFill : Token::Text, *this));
    painter.drawRoundedRect(rect(), space::kRadius, space::kRadius);
}

void ToastBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyInk();
}

void ToastBar::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    m_timer->stop();
}

void ToastBar::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (m_kind != Kind::Failure && !isHidden())
        m_timer->start(kTextStays);
}

} // namespace vigie::gui
