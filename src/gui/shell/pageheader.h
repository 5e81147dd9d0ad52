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

private:
    void follow(QPushButton *button, QAction *action);

    QLabel *m_titleLabel = nullptr;
    ElidedLabel *m_headlineLabel = nullptr;
    QHBoxLayout *m_buttons = nullptr;
    QList<QAction *> m_actions;
};

} // namespace vigie::gui
