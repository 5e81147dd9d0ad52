// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/afterpaint.h"

#include <QEvent>
#include <QWidget>

namespace vigie::gui
{

namespace
{

class PaintWatcher final : public QObject
{
public:
    PaintWatcher(QWidget &widget, std::function<void()> then) : QObject(&widget), m_then(std::move(then))
    {
        widget.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            // A widget is painted before its children, and all of them before the hand-over to the display: the next event is
            // the first moment when the frame is done.
            QMetaObject::invokeMethod(this, &PaintWatcher::finish, Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void finish()
    {
        m_then();
        deleteLater();
    }

    std::function<void()> m_then;
};

} // namespace

void afterPaint(QWidget &widget, std::function<void()> then)
{
    new PaintWatcher(widget, std::move(then));
    widget.update();
}

} // namespace vigie::gui
