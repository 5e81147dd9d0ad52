// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/shell/theme.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

#include <optional>
#include <vector>

namespace vigie::gui
{

enum class CardKind {
    Section, ///< a heading over the rows that follow; with `canAdd` a plus at its right
    Card,
    Hint, ///< a quiet sentence where a section has nothing yet
};
/// The box at the left of what can be settled.
enum class CardMark { None, Open, Done, Skipped };

/**
 * One row of a CardView, as a plain value: what it says and what can be done with it. Whoever fills a list makes all its
 * rows anew from the data; the model finds out what really changed.
 */
struct CardRow {
    QString key = {}; ///< which row it is, unique in its list
    CardKind kind = CardKind::Card;
    qint64 id = 0; ///< of what it shows; 0 for a section
    int group = 0; ///< of the caller's choice: which section it belongs to
    QString iconName = {}; ///< at the left, where there is no mark
    Token iconToken = Token::Muted;
    CardMark mark = CardMark::None;
    QString text = {};
    int textLines = 3;
    bool isStrong = false;
    bool isQuiet = false; ///< settled: drawn in Muted
    QString meta = {};    ///< one line below the text
    int metaLines = 1;
    QString metaIconName = {};
    Token metaToken = Token::Muted;
    QString trailing = {}; ///< at the right of the first line: a time, a count
    Token trailingToken = Token::Muted;
    std::optional<bool> isStarred = std::nullopt; ///< nothing: no star
    bool canAdd = false;
    QString toolTip = {};
    QString spoken = {}; ///< the row as one sentence; empty: text and meta

    bool operator==(const CardRow &) const = default;
};

/// The rows of a list, in order. setRows() announces only what differs from the rows before: the selection and the scroll
/// position survive.
class CardListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<CardRow> rows);
    [[nodiscard]] const CardRow &row(const QModelIndex &index) const { return m_rows.at(std::size_t(index.row())); }
    /// Null for an invalid index, and for one of another model.
    [[nodiscard]] static const CardRow *rowOf(const QModelIndex &index);
    [[nodiscard]] const std::vector<CardRow> &rows() const { return m_rows; }
    [[nodiscard]] QModelIndex indexOf(QStringView key) const; ///< invalid when there is none

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole, ToolTipRole and AccessibleTextRole.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// Hints, and sections without a plus, cannot be selected.
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] qsizetype find(const QString &key, qsizetype from) const;

    std::vector<CardRow> m_rows;
};

/// What a point of a row belongs to.
enum class CardPart { Nothing, Body, Mark, Star, Add };

/// Paints CardRows from the tokens. Height follows the width of the view.
class CardDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] static int heightOf(const CardRow &row, int width);
    [[nodiscard]] static CardPart partAt(const CardRow &row, const QRect &rect, const QPoint &position);
};

/**
 * A list of cards. Up and Down, or K and J, move; Space settles (markClicked), S stars, Enter opens; on a section with a plus, Enter and
 * Space add.
 */
class CardView : public QListView
{
    Q_OBJECT

public:
    explicit CardView(QWidget *parent = nullptr);

    [[nodiscard]] CardListModel &cards() const { return *m_model; }
    /// Null when nothing is selected.
    [[nodiscard]] const CardRow *currentRow() const;
    /// As high as all its rows: for a list inside a scrolling page.
    void setFitsContents(bool fits);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void markClicked(const vigie::gui::CardRow &row);
    void starClicked(const vigie::gui::CardRow &row);
    void addClicked(const vigie::gui::CardRow &section);
    void opened(const vigie::gui::CardRow &row); ///< Enter or a double click on a card
    void selected(const vigie::gui::CardRow &row);
    void menuRequested(const vigie::gui::CardRow &row, const QPoint &globalPosition);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    CardListModel *m_model;
    bool m_fitsContents = false;
};

} // namespace vigie::gui
