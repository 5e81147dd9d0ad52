// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "gui/common/cardlist.h"
#include "gui/incident/room.h"

#include <QCoreApplication>

namespace vigie::gui
{

/// The sections of the notebook beside the log; CardRow::group of its rows.
enum class NotebookSection { Facts, Stakeholders, Mentions, Decisions, Updates };

/// What makes the rows of the crisis room out of its board: no widgets, no clock of its own.
class RoomRows
{
    Q_DECLARE_TR_FUNCTIONS(RoomRows)

public:
    RoomRows(const Board &board, const core::Format &format, core::Instant now)
        : m_board(board), m_format(format), m_now(now)
    {
    }

    /// Overdue first, over all roles; then by role, the one with the nearest due time first; at the end what is settled.
    [[nodiscard]] std::vector<CardRow> tasks() const;
    /// Only entries of one kind where `kind` is given, and only those with `text` in them.
    [[nodiscard]] std::vector<CardRow> log(const QString &kind = {}, const QString &text = {}) const;
    [[nodiscard]] std::vector<CardRow> notebook() const;

    [[nodiscard]] static QString logKey(core::LogEntryId id); ///< CardRow::key of an entry of the log
    /// "in 12 min" or "6 min late".
    [[nodiscard]] static QString dueText(core::Instant due, core::Instant now, const core::Format &format);

private:
    [[nodiscard]] CardRow taskRow(const incident::Task &task, bool namesRole) const;
    void addFacts(std::vector<CardRow> &rows) const;
    void addStakeholders(std::vector<CardRow> &rows) const;
    void addMentions(std::vector<CardRow> &rows) const;
    void addDecisions(std::vector<CardRow> &rows) const;
    void addUpdates(std::vector<CardRow> &rows) const;
    [[nodiscard]] CardRow section(NotebookSection section, const QString &title, qint64 count, bool canAdd) const;
    [[nodiscard]] static CardRow hint(NotebookSection section, const QString &text);
    [[nodiscard]] QString role(const QString &key) const;

    const Board &m_board;
    const core::Format &m_format;
    core::Instant m_now;
};

} // namespace vigie::gui
