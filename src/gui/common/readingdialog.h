// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QDialogButtonBox;
class QScrollArea;
class QVBoxLayout;

namespace vigie::gui
{

/**
 * A window in which something is read to its end: it scrolls, it is closed, and it is never taller than the screen, however
 * large the text. Derive, set the title and fill a column. Show it with show() or open(): it deletes itself.
 */
class ReadingDialog : public QDialog
{
    Q_OBJECT

protected:
    /// `size` at 100 % text.
    ReadingDialog(QSize size, QWidget *parent);

    /// Empty, and shown in the place of what was read before.
    [[nodiscard]] QVBoxLayout *newColumn();
    /// "Close" stands there already.
    [[nodiscard]] QDialogButtonBox *buttons() const { return m_buttons; }
    void changeEvent(QEvent *event) override;

private:
    QScrollArea *m_scroll;
    QDialogButtonBox *m_buttons;
};

} // namespace vigie::gui
