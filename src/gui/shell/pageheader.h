// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace vigie::gui
{

class ElidedLabel;
class Page;

/// Title, the one line of what matters, and the page's actions with the primary one at the right: the same for all pages.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(QWidget *parent = nullptr);
    void showPage(const QString &title, const Page &page);

    /// Narrower than with all its words: then some buttons have none.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void follow(QPushButton *button, QAction *action);
    /// Takes the words from buttons that have an icon, one after the other, until the line is wide enough. The primary act
    /// keeps its words; the others have theirs as tool tip and spoken name.
    void fit();

    QLabel *m_titleLabel = nullptr;
    ElidedLabel *m_headlineLabel = nullptr;
    QHBoxLayout *m_buttons = nullptr;
    QList<QAction *> m_actions;
    QList<std::pair<QPushButton *, QAction *>> m_shown;
};

} // namespace vigie::gui
