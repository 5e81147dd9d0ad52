// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/plaintextview.h"

#include "gui/common/painting.h"

#include <QEvent>
#include <QTextDocument>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

PlainTextView::PlainTextView(QWidget *parent) : QTextEdit(parent)
{
    setReadOnly(true);
    setAcceptRichText(false);
    setFrameShape(QFrame::NoFrame);
    setProperty("frame", u"none"_s);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(0);
    document()->setUndoRedoEnabled(false);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PlainTextView::setText(const QString &text)
{
    if (toPlainText() == text)
        return; // a selection in it stays
    setPlainText(text);
    m_heights.clear();
    fit();
}

int PlainTextView::heightForWidth(int width) const
{
    if (const auto known = m_heights.constFind(width); known != m_heights.cend())
        return *known;
    const int height = textHeight(toPlainText(), font(), width, wordWrapMode()) + 1;
    m_heights.insert(width, height);
    return height;
}

QSize PlainTextView::sizeHint() const
{
    const int width = std::max(120, viewport()->width());
    return {width, heightForWidth(width)};
}

QSize PlainTextView::minimumSizeHint() const
{
    return {40, sizeHint().height()};
}

void PlainTextView::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the panel around it scrolls
}

void PlainTextView::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fit();
}

void PlainTextView::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_heights.clear();
        fit();
    }
}

void PlainTextView::fit()
{
    const int height = heightForWidth(viewport()->width());
    if (minimumHeight() != height)
        setFixedHeight(height);
}

} // namespace vigie::gui
