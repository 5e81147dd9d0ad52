// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/cardlist.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

// The view ----------------------------------------------------------------------------------------------------------------

CardView::CardView(QWidget *parent) : QListView(parent), m_model(new CardListModel(this))
{
    setModel(m_model);
    setItemDelegate(new CardDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setViewportMargins(0, space::kTiny, 0, space::kTiny);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &CardView::updateGeometry);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &CardView::updateGeometry);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
        scheduleDelayedItemsLayout(); // a longer text may need another line
        updateGeometry();
    });
}

const CardRow *CardView::currentRow() const
{
    return CardListModel::rowOf(currentIndex());
}

void CardView::setFitsContents(bool fits)
{
    m_fitsContents = fits;
    setVerticalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Preferred, fits ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    updateGeometry();
}

QSize CardView::sizeHint() const
{
    if (!m_fitsContents)
        return QListView::sizeHint();
    int height = 2 * space::kTiny;
    const int width = viewport()->width();
    for (const CardRow &row : m_model->rows())
        height += CardDelegate::heightOf(row, width);
    return {QListView::sizeHint().width(), height};
}

QSize CardView::minimumSizeHint() const
{
    return m_fitsContents ? QSize(120, sizeHint().height()) : QSize(120, 80);
}

void CardView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (event->oldSize().width() == event->size().width())
        return;
    scheduleDelayedItemsLayout(); // a list lays out anew for another height only; here the width makes the heights
    if (m_fitsContents)
        updateGeometry();
}

void CardView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    const QModelIndex index = indexAt(event->pos());
    const CardRow *shown = CardListModel::rowOf(index);
    if (!shown)
        return;
    const CardRow row = *shown; // the list may change while somebody answers
    switch (CardDelegate::partAt(row, visualRect(index), event->pos())) {
    case CardPart::Mark:
        emit markClicked(row);
        break;
    case CardPart::Star:
        emit starClicked(row);
        break;
    case CardPart::Add:
        emit addClicked(row);
        break;
    case CardPart::Body:
    case CardPart::Nothing:
        break;
    }
}

void CardView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QListView::mouseDoubleClickEvent(event);
    const QModelIndex index = indexAt(event->pos());
    const CardRow *shown = CardListModel::rowOf(index);
    if (!shown || CardDelegate::partAt(*shown, visualRect(index), event->pos()) != CardPart::Body)
        return;
    const CardRow row = *shown;
    emit opened(row);
}

void CardView::keyPressEvent(QKeyEvent *event)
{
    const CardRow *shown = currentRow();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!shown || event->modifiers() != Qt::NoModifier) {
        QListView::keyPressEvent(event);
        return;
    }
    const CardRow row = *shown;
    if (row.kind == CardKind::Section && row.canAdd && (isEnter || event->key() == Qt::Key_Space))
        emit addClicked(row);
    else if (row.kind == CardKind::Card && isEnter)
        emit opened(row);
    else if (row.mark != CardMark::None && event->key() == Qt::Key_Space)
        emit markClicked(row);
    else if (row.isStarred && event->key() == Qt::Key_S)
        emit starClicked(row);
    else if (event->key() == Qt::Key_J || event->key() == Qt::Key_K)
        setCurrentIndex(moveCursor(event->key() == Qt::Key_J ? MoveDown : MoveUp, Qt::NoModifier));
    else
        QListView::keyPressEvent(event);
}

void CardView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isByKey ? currentIndex() : indexAt(event->pos());
    const CardRow *shown = CardListModel::rowOf(index);
    if (!shown)
        return;
    const CardRow row = *shown;
    emit menuRequested(row, isByKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

void CardView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (const CardRow *shown = CardListModel::rowOf(current)) {
        const CardRow row = *shown;
        emit selected(row);
    }
}

} // namespace vigie::gui
