// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/replylistmodel.h"

#include "gui/reply/pairtexts.h"
#include "gui/reply/replytexts.h"
#include "networks/capabilities.h"

#include <algorithm>

namespace vigie::gui
{

ReplyListModel::ReplyListModel(const core::Clock &clock, core::Format format, QObject *parent)
    : QAbstractListModel(parent), m_clock(clock), m_format(std::move(format))
{
}

void ReplyListModel::setReplies(std::vector<reply::Reply> replies)
{
    removeMissing(replies);
    for (std::size_t row = 0; row < replies.size(); ++row)
        place(int(row), replies[row]);
}

void ReplyListModel::removeMissing(const std::vector<reply::Reply> &wanted)
{
    for (int row = int(m_replies.size()) - 1; row >= 0; --row) {
        const core::ReplyId id = m_replies[std::size_t(row)].id;
        if (std::any_of(wanted.begin(), wanted.end(), [id](const reply::Reply &reply) { return reply.id == id; }))
            continue;
        beginRemoveRows({}, row, row);
        m_replies.erase(m_replies.begin() + row);
        endRemoveRows();
    }
}

/// Everything above `row` is right already.
void ReplyListModel::place(int row, const reply::Reply &reply)
{
    const auto begin = m_replies.begin() + row;
    const auto found = std::find_if(begin, m_replies.end(), [&](const reply::Reply &each) { return each.id == reply.id; });
    if (found == m_replies.end()) {
        beginInsertRows({}, row, row);
        m_replies.insert(begin, reply);
        endInsertRows();
        return;
    }
    if (found != begin) {
        const int from = int(found - m_replies.begin());
        beginMoveRows({}, from, from, {}, row);
        std::rotate(begin, found, found + 1);
        endMoveRows();
    }
    reply::Reply &there = m_replies[std::size_t(row)];
    const bool isSame = there.updatedAt == reply.updatedAt && there.state == reply.state && there.text == reply.text
                        && there.partnerId == reply.partnerId;
    there = reply;
    if (!isSame)
        emit dataChanged(index(row), index(row));
}

void ReplyListModel::setFormat(const core::Format &format)
{
    m_format = format;
    refreshAges();
}

void ReplyListModel::refreshAges()
{
    if (!m_replies.empty())
        emit dataChanged(index(0), index(int(m_replies.size()) - 1), {AgeRole, Qt::AccessibleTextRole});
}

const reply::Reply *ReplyListModel::replyAt(const QModelIndex &index) const
{
    return index.isValid() && std::size_t(index.row()) < m_replies.size() ? &m_replies[std::size_t(index.row())] : nullptr;
}

QModelIndex ReplyListModel::indexOf(core::ReplyId id) const
{
    const auto found = std::find_if(m_replies.begin(), m_replies.end(), [id](const reply::Reply &reply) { return reply.id == id; });
    return found == m_replies.end() ? QModelIndex() : index(int(found - m_replies.begin()));
}

int ReplyListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_replies.size());
}

QVariant ReplyListModel::data(const QModelIndex &index, int role) const
{
    const reply::Reply *const reply = replyAt(index);
    if (!reply)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return ReplyTexts::recipient(*reply);
    case Qt::ToolTipRole:
        return m_format.dateTimeWithZone(reply->updatedAt);
    case Qt::AccessibleTextRole:
        //: Screen reader: a card. Recipient, network, visibility, state, age, writer, text.
        return tr("%1 on %2, %3, %4, %5, by %6: %7")
            .arg(ReplyTexts::recipient(*reply), networks::networkName(reply->network),
                 PairTexts::visibilityPill(*reply).text, ReplyTexts::statePill(*reply).text,
                 m_format.age(reply->updatedAt, m_clock.now()), reply->createdBy, reply->text);
    case ReplyRole:
        return QVariant::fromValue(*reply);
    case AgeRole:
        return m_format.age(reply->updatedAt, m_clock.now());
    default:
        return {};
    }
}

} // namespace vigie::gui
