// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/firstpaint.h"

#include <QEvent>
#include <QLoggingCategory>
#include <QWidget>

namespace vigie::app
{

namespace
{

Q_LOGGING_CATEGORY(lcStart, "vigie.start", QtWarningMsg)

} // namespace

FirstPaint::FirstPaint(QWidget &window) : QObject(&window) {}

void FirstPaint::announce(QWidget &window)
{
    if (lcStart().isInfoEnabled())
        window.installEventFilter(new FirstPaint(window));
}

bool FirstPaint::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        // The window is the first to be painted: its children and the hand-over to the display follow before the next event.
        QMetaObject::invokeMethod(this, [this] {
            qCInfo(lcStart, "first paint");
            deleteLater();
        }, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace vigie::app
