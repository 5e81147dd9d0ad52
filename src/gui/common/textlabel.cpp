// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/textlabel.h"

#include "gui/common/painting.h"

#include <QEvent>

namespace vigie::gui
{

namespace
{

constexpr int kUsualWidth = 320; ///< pixels, until a layout has given one

} // namespace

TextLabel::TextLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText); // never rich: the text may come from a network
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFocusPolicy(Qt::ClickFocus);
}

QSize TextLabel::sizeHint() const
{
    const int width = testAttribute(Qt::WA_Resized) ? this->width() : kUsualWidth;
    return {width, heightForWidth(width)};
}

QSize TextLabel::minimumSizeHint() const
{
    ensurePolished();
    return {fontMetrics().averageCharWidth() * 4, fontMetrics().height()};
}

int TextLabel::heightForWidth(int width) const
{
    if (m_measured != text()) {
        m_measured = text();
        m_heights.clear();
    }
    if (const auto known = m_heights.constFind(width); known != m_heights.cend())
        return *known;
    ensurePolished(); // the style may set another font
    const QMargins around = contentsMargins();
    const int textWidth = width - around.left() - around.right();
    const int height = textHeight(m_measured, font(), textWidth, QTextOption::WordWrap) + around.top() + around.bottom();
    m_heights.insert(width, height);
    return height;
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_heights.clear();
}

} // namespace vigie::gui
