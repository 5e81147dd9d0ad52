// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/shell/page.h"

#include <QAbstractButton>

class QButtonGroup;
class QLabel;

namespace vigie::gui
{

/// One page in the rail: icon, name, and how much waits there.
class RailButton : public QAbstractButton
{
    Q_OBJECT

public:
    RailButton(QString iconName, QWidget *parent);
    void setBadge(int count);
    [[nodiscard]] int badge() const { return m_badge; }
    void setUrgent(bool isUrgent) { m_isUrgent = isUrgent; }
    /// The icon alone; the name is in the tooltip.
    void setCompact(bool isCompact);
    [[nodiscard]] bool isCompact() const { return m_isCompact; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void describe();

    QString m_iconName;
    int m_badge = 0;
    bool m_isUrgent = false;
    bool m_isCompact = false;
};

/// The column at the left: the seven pages.
class Rail : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);
    void setCurrent(PageId page);
    void setBadge(PageId page, int count);
    /// In a window too narrow for the size of its text, the pages get the room that their names take here.
    void setRoom(int windowWidth);
    [[nodiscard]] RailButton *button(PageId page) const;
    [[nodiscard]] static QString title(PageId page);
    [[nodiscard]] static QString iconName(PageId page);

signals:
    void pageRequested(vigie::gui::PageId page);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();

    QButtonGroup *m_group = nullptr;
};

} // namespace vigie::gui
