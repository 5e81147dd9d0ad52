// SPDX-License-Identifier: GPL-3.0-or-later
//
// The least a Qt Widgets program can do: a window with a sentence. What bench_start holds the program's start against.

#include "gui/common/afterpaint.h"

#include <QApplication>
#include <QLabel>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QLabel window(u"A window with a sentence."_s);
    window.resize(1280, 800);
    vigie::gui::afterPaint(window, [] { std::fputs("first paint\n", stderr); });
    window.show();
    return QApplication::exec();
}
