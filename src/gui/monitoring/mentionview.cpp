// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/monitoring/mentionview.h"

#include "gui/common/icons.h"
#include "gui/shell/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

MentionView::MentionView(QWidget *parent) : QTableView(parent), m_arrivedButton(new QPushButton(this))
{
    horizontalHeader()->hide();
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    // Every pixel is painted, by a card or below: then scrolling moves what is there, and only the new rows are painted.
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_arrivedButton->hide();
    m_arrivedButton->setFocusPolicy(Qt::NoFocus); // Home does the same
    setButtonKind(m_arrivedButton, ButtonKind::Primary);
    connect(m_arrivedButton, &QPushButton::clicked, this, &QTableView::scrollToTop);
}

void MentionView::setRowHeight(int height)
{
    verticalHeader()->setDefaultSectionSize(height);
    verticalScrollBar()->setSingleStep(height / 2);
}

void MentionView::setModel(QAbstractItemModel *newModel)
{
    // Connected before the base class is, so that the position is noted before the view learns of the rows.
    connect(newModel, &QAbstractItemModel::rowsAboutToBeInserted, this, &MentionView::holdPosition);
    QTableView::setModel(newModel);
    connect(newModel, &QAbstractItemModel::rowsInserted, this, &MentionView::keepPosition);
    connect(newModel, &QAbstractItemModel::modelReset, this, [this] {
        m_arrived = 0;
        showArrived();
    });
}

void MentionView::holdPosition(const QModelIndex &, int first, int)
{
    const int value = verticalScrollBar()->value();
    const int topRow = rowAt(0);
    m_heldScroll = value > 0 && first <= topRow ? value : -1;
}

void MentionView::keepPosition(const QModelIndex &, int first, int last)
{
    if (m_heldScroll < 0)
        return;
    const int grown = (last - first + 1) * verticalHeader()->defaultSectionSize();
    updateGeometries(); // the scroll bar's range has to know the new rows first
    verticalScrollBar()->setValue(m_heldScroll + grown);
    m_heldScroll = -1;
}

void MentionView::noteArrived(int count)
{
    if (verticalScrollBar()->value() == 0)
        return; // they are in sight
    m_arrived += count;
    showArrived();
}

void MentionView::showArrived()
{
    m_arrivedButton->setVisible(m_arrived > 0);
    if (m_arrived <= 0)
        return;
    m_arrivedButton->setText(tr("%n new", nullptr, m_arrived));
    m_arrivedButton->setToolTip(tr("Go to the newest (Home)"));
    m_arrivedButton->adjustSize();
    m_arrivedButton->move((viewport()->width() - m_arrivedButton->width()) / 2, space::kSmall);
    m_arrivedButton->raise();
}

void MentionView::step(int rows)
{
    const int count = model() ? model()->rowCount() : 0;
    if (count > 0)
        select(std::clamp((currentIndex().isValid() ? currentIndex().row() : -1) + rows, 0, count - 1));
}

void MentionView::select(int row)
{
    const QModelIndex index = model()->index(row, 0);
    setCurrentIndex(index);
    scrollTo(index);
}

void MentionView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    emit rowChanged(current.isValid() ? current.row() : -1);
}

void MentionView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    // What was being read stays in sight when a panel opens beside the list, and its filters take another line.
    if (visualRect(currentIndex()).intersects(QRect(QPoint(0, 0), event->oldSize())))
        scrollTo(currentIndex());
    showArrived();
}

void MentionView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showArrived();
}

void MentionView::paintEvent(QPaintEvent *event)
{
    const int end = verticalHeader()->length() - verticalOffset();
    const QRect below(0, end, viewport()->width(), viewport()->height() - end);
    if (below.isValid())
        QPainter(viewport()).fillRect(below, color(Token::Raised, *this));
    QTableView::paintEvent(event);
}

void MentionView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (verticalScrollBar()->value() == 0 && m_arrived > 0) {
        m_arrived = 0;
        showArrived();
    }
}

} // namespace vigie::gui
