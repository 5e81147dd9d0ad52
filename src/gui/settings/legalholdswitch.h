// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;

namespace vigie::gui
{

class Desk;

/// Keeps the text of what is deleted on its network, for the lawyers. Asks before either way, and takes effect at once.
class LegalHoldSwitch : public QWidget
{
    Q_OBJECT

public:
    LegalHoldSwitch(Desk &desk, QWidget *parent);

    void load();
    void retranslate();

private:
    void ask();
    void set(bool isHeld);
    void show(bool isHeld);

    Desk &m_desk;
    QCheckBox *m_box;
    QLabel *m_hint;
    bool m_isHeld = false;
};

} // namespace vigie::gui
