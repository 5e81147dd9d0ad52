// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace vigie::app
{

/**
 * Says once, in the logging category vigie.start, that the first frame of a window has been handed to the display. Off unless
 * QT_LOGGING_RULES="vigie.start.info=true" asks for it; tests/bench/bench_start.cpp measures the start with it.
 */
class FirstPaint : public QObject
{
    Q_OBJECT

public:
    /// `window` is its parent. Call it before the window is shown.
    static void announce(QWidget &window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit FirstPaint(QWidget &window);
};

} // namespace vigie::app
