// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/band.h"

#include "gui/common/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

Band::Band(QString iconName, Token ground, Token ink, QWidget *parent)
    : QWidget(parent)
    , m_iconName(std::move(iconName))
    , m_ground(ground)
    , m_ink(ink)
    , m_wordLabel(new QLabel(this))
    , m_sentenceLabel(new QLabel(this))
    , m_button(new QPushButton(this))
{
    setTextRole(m_wordLabel, TextRole::Strong);
    setButtonKind(m_button, ButtonKind::Quiet);
    for (QLabel *label : {m_wordLabel, m_sentenceLabel})
        label->setTextFormat(Qt::PlainText);
    m_sentenceLabel->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    const int iconRoom = space::kLarge + qRound(16 * textScale()) + space::kMedium;
    layout->setContentsMargins(iconRoom, space::kTiny, space::kSmall, space::kTiny);
    layout->setSpacing(space::kMedium);
    layout->addWidget(m_wordLabel);
    layout->addWidget(m_sentenceLabel, 1);
    layout->addWidget(m_button);
    setMinimumHeight(qRound(36 * textScale()));
    m_button->hide();
    hide();
    connect(m_button, &QPushButton::clicked, this, &Band::buttonClicked);
    applyInk();
}

void Band::setTexts(const QString &word, const QString &sentence)
{
    m_wordLabel->setText(word);
    m_sentenceLabel->setText(sentence);
    setAccessibleName(word);
    setAccessibleDescription(sentence);
}

void Band::setButtonText(const QString &text)
{
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
}

void Band::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(m_ground, *this));
    const int side = qRound(16 * textScale());
    paintIcon(&painter, QRectF(space::kLarge, (height() - side) / 2, side, side), m_iconName, color(m_ink, *this));
}

void Band::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyInk();
}

void Band::applyInk()
{
    // The style sheet knows no band: its words take the ink by name of colour, made anew at each switch of theme.
    const QString ink = u"color: %1;"_s.arg(color(m_ink, *this).name());
    if (m_wordLabel->styleSheet() == ink)
        return;
    m_wordLabel->setStyleSheet(ink);
    m_sentenceLabel->setStyleSheet(ink);
    m_button->setStyleSheet(u"QPushButton { %1 background: transparent; border: 1px solid %2; }"_s.arg(ink, color(m_ink, *this).name()));
}

} // namespace vigie::gui
