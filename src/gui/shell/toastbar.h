// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QTimer;

namespace vigie::gui
{

/**
 * One sentence that floats at the foot of a widget, in their common window, for some seconds, with a button to take the act back where there is one.
 * A new one replaces the old. While the pointer or the focus is on it, it stays. Errors stay until they are closed.
 */
class ToastBar : public QWidget
{
    Q_OBJECT

public:
    /// `over` is in `parent`, which outlives it.
    ToastBar(QWidget *over, QWidget *parent);

    void showText(const QString &text);
    void showUndo(const QString &text, std::function<void()> undo);
    void showError(const QString &text);
    [[nodiscard]] QString text() const;
    /// Takes back the act that is shown, if it can be: for Ctrl+Z.
    bool undo();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    enum class Kind { Text, Undo, Failure };
    void show(Kind kind, const QString &text);
    void place();
    void applyInk();

    QWidget *const m_over;
    QLabel *m_label = nullptr;
    QPushButton *m_undoButton = nullptr;
    QPushButton *m_closeButton = nullptr;
    QTimer *m_timer = nullptr;
    Kind m_kind = Kind::Text;
    std::function<void()> m_undo;
};

} // namespace vigie::gui
