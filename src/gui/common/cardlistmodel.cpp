// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/cardlist.h"

#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

qsizetype CardListModel::find(const QString &key, qsizetype from) const
{
    const auto begin = m_rows.cbegin() + from;
    const auto found = std::find_if(begin, m_rows.cend(), [&key](const CardRow &row) { return row.key == key; });
    return found == m_rows.cend() ? -1 : found - m_rows.cbegin();
}

void CardListModel::setRows(std::vector<CardRow> rows)
{
    QSet<QString> kept;
    for (const CardRow &row : rows)
        kept.insert(row.key);
    Q_ASSERT(kept.size() == qsizetype(rows.size()));
    for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
        if (kept.contains(m_rows[std::size_t(i)].key))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.erase(m_rows.begin() + i);
        endRemoveRows();
    }
    for (qsizetype i = 0; i < qsizetype(rows.size()); ++i) {
        CardRow &row = rows[std::size_t(i)];
        const qsizetype at = find(row.key, i);
        if (at < 0) {
            beginInsertRows({}, int(i), int(i));
            m_rows.insert(m_rows.begin() + i, std::move(row));
            endInsertRows();
            continue;
        }
        if (at != i) {
            beginMoveRows({}, int(at), int(at), {}, int(i));
            std::rotate(m_rows.begin() + i, m_rows.begin() + at, m_rows.begin() + at + 1);
            endMoveRows();
        }
        if (m_rows[std::size_t(i)] != row) {
            m_rows[std::size_t(i)] = std::move(row);
            const QModelIndex changed = index(int(i));
            emit dataChanged(changed, changed);
        }
    }
}

QModelIndex CardListModel::indexOf(QStringView key) const
{
    const qsizetype at = find(key.toString(), 0);
    return at < 0 ? QModelIndex() : index(int(at));
}

const CardRow *CardListModel::rowOf(const QModelIndex &index)
{
    const auto *model = qobject_cast<const CardListModel *>(index.model());
    return model && index.isValid() ? &model->row(index) : nullptr;
}

int CardListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant CardListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CardRow &shown = row(index);
    switch (role) {
    case Qt::DisplayRole:
        return shown.text;
    case Qt::ToolTipRole:
        return shown.toolTip;
    case Qt::AccessibleTextRole:
        if (!shown.spoken.isEmpty())
            return shown.spoken;
        return QStringList{shown.text, shown.meta, shown.trailing}.join(u". "_s);
    default:
        return {};
    }
}

Qt::ItemFlags CardListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const CardRow &shown = row(index);
    const bool isReachable = shown.kind == CardKind::Card || (shown.kind == CardKind::Section && shown.canAdd);
    return isReachable ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                       : Qt::ItemFlags(Qt::ItemNeverHasChildren);
}

} // namespace vigie::gui
