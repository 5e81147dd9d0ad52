// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

class QPushButton;

namespace vigie::gui
{

/**
 * The list: a table of one column with rows of fixed height, which opens a million rows faster than a list view.
 * What comes in above never moves what is being read; a button then says how many are new.
 */
class MentionView : public QTableView
{
    Q_OBJECT

public:
    explicit MentionView(QWidget *parent = nullptr);
    void setRowHeight(int height);
    void setModel(QAbstractItemModel *model) override;
    /// Moves the selection by so many rows, within the list.
    void step(int rows);
    void select(int row);

public slots:
    void noteArrived(int count);

signals:
    void rowChanged(int row); ///< -1: nothing is selected

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyboardSearch(const QString &) override {} // letters are commands here; and a search would read a million rows
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void holdPosition(const QModelIndex &parent, int first, int last);
    void keepPosition(const QModelIndex &parent, int first, int last);
    void showArrived();

    QPushButton *m_arrivedButton = nullptr;
    int m_arrived = 0;
    int m_heldScroll = -1;
};

} // namespace vigie::gui
