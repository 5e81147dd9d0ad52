// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "monitoring/mentionrepository.h"
#include "store/database.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QTimer>

#include <memory>
#include <vector>

namespace vigie::gui
{

/**
 * The mentions that match a filter, newest first, however many there are: one column, a row a mention.
 *
 * Holds the ids of all rows (8 bytes each, oldest first, so that what is new is put at the end) and the values of the last 64
 * pages looked at; a page is 64 reads by primary key, a quarter of a millisecond. setFilter() shows the first page at once; the
 * whole list of ids comes from a worker thread a moment later. New mentions are put in at most five times a second.
 */
class MentionListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< qint64
        UrlRole,               ///< QString, empty when the post has none
    };

    explicit MentionListModel(store::Database &database, QObject *parent = nullptr);
    ~MentionListModel() override;

    void setFilter(core::DrillRunId scope, const monitoring::MentionFilter &filter);
    [[nodiscard]] const monitoring::MentionFilter &filter() const { return m_filter; }
    void setFormat(const core::Format &format);
    /// From now on until release() only the first page is read: the ids of a million rows wait until it has been painted.
    void hold() { m_isHeld = true; }
    void release();
    /// This row stays, whatever becomes of its mention, until another one is kept (or none): what somebody is answering must not
    /// leave from under their eyes. setFilter() does not look at it.
    void keep(core::MentionId id);
    /// False from setFilter() on until all ids are there; rowCount() is then only what is known so far.
    [[nodiscard]] bool isComplete() const { return m_isComplete; }

    /// The row's value; a null pointer when it cannot be read (removed meanwhile). Valid until the next call.
    [[nodiscard]] const monitoring::Mention *mention(int row) const;
    [[nodiscard]] core::MentionId idAt(int row) const;
    /// -1 when it is not in the list.
    [[nodiscard]] int rowOf(core::MentionId id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    /// Display: the text. AccessibleText: who, when, how and what as one sentence. ToolTip: the full time.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
    /// All ids are known now.
    void completed();
    /// So many new rows were put in at the top.
    void arrived(int count);

private:
    using Page = std::vector<monitoring::Mention>;

    void noteChanges(const store::Changes &changes);
    void lookForNew();
    void lookAtAll();
    using Ids = std::shared_ptr<std::vector<qint64>>; ///< oldest first; shared, because an answer is copied on its way
    [[nodiscard]] static Result<Ids> readIds(const store::Connection &connection, core::DrillRunId scope,
                                             const monitoring::MentionFilter &filter);
    /// `ids` is all there is from `oldestCompared` on.
    void merge(const Ids &ids, qint64 oldestCompared);
    [[nodiscard]] bool onlyAddsOlder(const std::vector<qint64> &ids) const;
    void reload(core::MentionId id);
    [[nodiscard]] bool stillMatches(const monitoring::Mention &mention) const;
    void insertAt(std::size_t position, const std::vector<qint64> &ids);
    void removeAt(std::size_t position, std::size_t count);
    void replaceAll(std::vector<qint64> oldestFirst);
    [[nodiscard]] int rowAt(std::size_t position) const { return int(m_ids.size() - 1 - position); }
    [[nodiscard]] const Page *pageAt(std::size_t number) const;
    void forgetPagesFrom(std::size_t position);

    store::Database &m_database;
    core::DrillRunId m_scope;
    monitoring::MentionFilter m_filter;
    core::Format m_format;
    core::MentionId m_kept;
    std::vector<qint64> m_ids; ///< oldest first; row 0 is the last
    mutable QCache<std::size_t, Page> m_pages;
    bool m_isComplete = false;
    bool m_isHeld = false;
    quint64 m_question = 0; ///< answers to an older question are dropped
    QTimer m_newTimer;      ///< soon: what is newer than the newest
    QTimer m_allTimer;      ///< later: everything, for posts that came late or changed many at once
};

} // namespace vigie::gui
