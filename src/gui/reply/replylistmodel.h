// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "reply/reply.h"

#include <QAbstractListModel>

#include <vector>

namespace vigie::gui
{

/// The replies of one group, newest change first. setReplies() announces only what differs, so that selection and scroll
/// position survive what others do.
class ReplyListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ReplyRole = Qt::UserRole + 1, ///< the reply::Reply itself
        AgeRole,                      ///< "4 min", of the last change
    };

    ReplyListModel(const core::Clock &clock, core::Format format, QObject *parent = nullptr);

    void setReplies(std::vector<reply::Reply> replies);
    void setFormat(const core::Format &format);
    /// The ages moved on.
    void refreshAges();
    [[nodiscard]] const reply::Reply *replyAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(core::ReplyId id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole is the recipient, ToolTipRole the full time, AccessibleTextRole the card as one sentence.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void removeMissing(const std::vector<reply::Reply> &wanted);
    void place(int row, const reply::Reply &reply);

    const core::Clock &m_clock;
    core::Format m_format;
    std::vector<reply::Reply> m_replies;
};

} // namespace vigie::gui

Q_DECLARE_METATYPE(vigie::reply::Reply)
