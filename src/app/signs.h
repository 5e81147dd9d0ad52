// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/change.h"

#include <QObject>

namespace vigie::gui
{
class MainWindow;
}

namespace vigie::app
{

/// Keeps the bands of the window true: whether publication is suspended, and whether there is a network.
class Signs : public QObject
{
    Q_OBJECT

public:
    /// `window` is its parent and outlives it.
    explicit Signs(gui::MainWindow &window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void noteChanges(const store::Changes &changes);
    void readSuspension();
    void watchNetwork();
    void showNetwork();

    gui::MainWindow &m_window;
};

} // namespace vigie::app
