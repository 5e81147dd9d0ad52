// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/monitoring/mentionlistmodel.h"

#include "gui/monitoring/mentiontexts.h"
#include "store/async.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;
using vigie::monitoring::Mention;
using vigie::monitoring::MentionRepository;

namespace vigie::gui
{

namespace
{

Q_LOGGING_CATEGORY(lcMentionList, "vigie.gui.mentions")

constexpr std::size_t kPageRows = MentionRepository::kPageSize;
constexpr int kPagesKept = 64;
constexpr std::chrono::milliseconds kNewPause{200};
constexpr std::chrono::milliseconds kAllPause{4000};
/// The first page has to be on the screen before a worker takes the processor for a million ids.
constexpr std::chrono::milliseconds kAfterPaint{60};
/// Posts arrive a little out of order: the look for new ones reaches back this far.
constexpr std::chrono::minutes kLateness{15};
/// With more separate places than this, one reset costs less than the signals.
constexpr std::size_t kMostRanges = 48;

/// For so many ids and those that arrive: to copy a million of them for each hundred new ones would be felt.
std::size_t roomFor(std::size_t count)
{
    return count + count / 16 + 1024;
}

core::Instant timeOf(qint64 mentionId)
{
    return core::instantFromMillis(mentionId >> monitoring::kMentionIdShift);
}

} // namespace

MentionListModel::MentionListModel(store::Database &database, QObject *parent)
    : QAbstractTableModel(parent)
    , m_database(database)
    , m_format(core::Language::English, QTimeZone::utc())
    , m_pages(kPagesKept)
{
    m_newTimer.setSingleShot(true);
    m_allTimer.setSingleShot(true);
    connect(&m_newTimer, &QTimer::timeout, this, &MentionListModel::lookForNew);
    connect(&m_allTimer, &QTimer::timeout, this, &MentionListModel::lookAtAll);
    connect(&database, &store::Database::changed, this, &MentionListModel::noteChanges);
}

MentionListModel::~MentionListModel() = default;

void MentionListModel::setFilter(core::DrillRunId scope, const monitoring::MentionFilter &filter)
{
    m_scope = scope;
    m_filter = filter;
    m_filter.now = m_database.clock().now();
    m_isComplete = false;
    ++m_question;
    beginResetModel();
    m_ids.clear();
    m_pages.clear();
    const auto reader = m_database.reader();
    if (reader) {
        // The first page comes at once, on this thread: a keyset page costs a tenth of a millisecond, a glance at a search a few.
        if (const auto first = MentionRepository::page(**reader, scope, m_filter, std::nullopt, MentionRepository::kPageSize,
                                                       MentionRepository::Effort::Glance)) {
            for (auto it = first->rbegin(); it != first->rend(); ++it)
                m_ids.push_back(it->id.value);
        } else {
            qCWarning(lcMentionList) << first.error().toString();
        }
    }
    endResetModel();
    if (!m_isHeld)
        m_allTimer.start(kAfterPaint);
}

void MentionListModel::release()
{
    m_isHeld = false;
    if (!m_isComplete)
        m_allTimer.start(0);
}

void MentionListModel::keep(core::MentionId id)
{
    const core::MentionId before = std::exchange(m_kept, id);
    if (!before.isValid() || before == id)
        return;
    // Later: a view that has just gone to another row does not expect one to leave meanwhile.
    const auto letGo = [this, before] {
        if (before != m_kept && rowOf(before) >= 0)
            reload(before);
    };
    QMetaObject::invokeMethod(this, letGo, Qt::QueuedConnection);
}

void MentionListModel::setFormat(const core::Format &format)
{
    m_format = format;
    if (!m_ids.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

int MentionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

int MentionListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

core::MentionId MentionListModel::idAt(int row) const
{
    return row < 0 || row >= rowCount() ? core::MentionId{} : core::MentionId{m_ids[m_ids.size() - 1 - std::size_t(row)]};
}

int MentionListModel::rowOf(core::MentionId id) const
{
    const auto found = std::ranges::lower_bound(m_ids, id.value);
    return found == m_ids.end() || *found != id.value ? -1 : rowAt(std::size_t(found - m_ids.begin()));
}

const MentionListModel::Page *MentionListModel::pageAt(std::size_t number) const
{
    if (const Page *known = m_pages.object(number))
        return known;
    const auto reader = m_database.reader();
    if (!reader)
        return nullptr;
    const std::size_t from = number * kPageRows;
    const std::size_t to = std::min(from + kPageRows, m_ids.size());
    auto rows = MentionRepository::byIds(**reader, std::vector<qint64>(m_ids.begin() + qsizetype(from), m_ids.begin() + qsizetype(to)));
    if (!rows) {
        qCWarning(lcMentionList) << rows.error().toString();
        return nullptr;
    }
    auto *page = new Page(std::move(*rows));
    std::ranges::sort(*page, {}, &Mention::id);
    m_pages.insert(number, page);
    return m_pages.object(number);
}

const Mention *MentionListModel::mention(int row) const
{
    const core::MentionId id = idAt(row);
    if (!id.isValid())
        return nullptr;
    const Page *page = pageAt((m_ids.size() - 1 - std::size_t(row)) / kPageRows);
    if (!page)
        return nullptr;
    const auto found = std::ranges::lower_bound(*page, id, {}, &Mention::id);
    return found == page->end() || found->id != id ? nullptr : &*found;
}

QVariant MentionListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == IdRole)
        return idAt(index.row()).value;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole && role != UrlRole)
        return {};
    const Mention *value = mention(index.row());
    if (!value)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return value->text;
    case UrlRole:
        return value->url;
    case Qt::ToolTipRole:
        return m_format.dateTimeWithZone(value->postedAt);
    case Qt::AccessibleTextRole:
        return spokenSentence(*value, m_format, m_database.clock().now());
    default:
        return {};
    }
}

void MentionListModel::noteChanges(const store::Changes &changes)
{
    for (const store::Change &change : changes) {
        if (change.entity != store::Entity::Mention || change.drillRunId != m_scope.value)
            continue;
        if (change.kind == store::ChangeKind::Updated && change.id != 0) {
            reload(core::MentionId{change.id});
            continue;
        }
        if (change.kind == store::ChangeKind::Inserted && !m_newTimer.isActive())
            m_newTimer.start(kNewPause);
        if (change.kind == store::ChangeKind::Updated)
            m_pages.clear();
        if (!m_allTimer.isActive())
            m_allTimer.start(kAllPause);
    }
}

Result<MentionListModel::Ids> MentionListModel::readIds(const store::Connection &connection, core::DrillRunId scope,
                                                        const monitoring::MentionFilter &filter)
{
    const auto newestFirst = MentionRepository::ids(connection, scope, filter);
    if (!newestFirst)
        return fail(newestFirst.error());
    auto ids = std::make_shared<std::vector<qint64>>();
    ids->reserve(roomFor(newestFirst->size()));
    ids->assign(newestFirst->rbegin(), newestFirst->rend());
    return ids;
}

void MentionListModel::lookForNew()
{
    if (!m_isComplete) // the whole list is on its way and has them
        return;
    monitoring::MentionFilter recent = m_filter;
    qint64 oldest = 0;
    if (!m_ids.empty()) {
        const core::Instant from = timeOf(m_ids.back()) - kLateness;
        recent.from = recent.from ? std::max(*recent.from, from) : from;
        oldest = monitoring::firstMentionIdAt(*recent.from).value;
    }
    store::readAsync(
        m_database, this,
        [scope = m_scope, recent](const store::Connection &connection) {
            return readIds(connection, scope, recent);
        },
        [this, question = m_question, oldest](const Result<Ids> &ids) {
            if (ids && question == m_question)
                merge(*ids, oldest);
        });
}

void MentionListModel::lookAtAll()
{
    store::readAsync(
        m_database, this,
        [scope = m_scope, filter = m_filter](const store::Connection &connection) {
            return readIds(connection, scope, filter);
        },
        [this, question = m_question](const Result<Ids> &ids) {
            if (question != m_question)
                return;
            if (!ids) {
                qCWarning(lcMentionList) << ids.error().toString();
                return;
            }
            merge(*ids, 0);
            const bool isFirst = !m_isComplete;
            m_isComplete = true;
            if (isFirst)
                emit completed();
        });
}

bool MentionListModel::onlyAddsOlder(const std::vector<qint64> &ids) const
{
    return ids.size() > m_ids.size() && std::equal(m_ids.rbegin(), m_ids.rend(), ids.rbegin());
}

void MentionListModel::merge(const Ids &ids, qint64 oldestCompared)
{
    if (oldestCompared == 0 && onlyAddsOlder(*ids)) {
        // What follows the first page, up to a million at once: they are taken as they came.
        beginInsertRows({}, rowCount(), int(ids->size()) - 1);
        m_ids = std::move(*ids);
        m_pages.clear();
        endInsertRows();
        return;
    }
    struct Range {
        std::size_t position = 0; ///< in m_ids as it is now
        std::vector<qint64> added = {};
        std::size_t removed = 0;
    };
    std::vector<Range> ranges;
    const auto rangeAt = [&ranges](std::size_t position) -> Range & {
        if (ranges.empty() || ranges.back().position + ranges.back().removed != position)
            ranges.push_back({.position = position});
        return ranges.back();
    };
    auto found = ids->begin();
    const auto start = std::ranges::lower_bound(m_ids, oldestCompared) - m_ids.begin();
    for (auto at = std::size_t(start); at < m_ids.size() || found != ids->end();) {
        if (at == m_ids.size() || (found != ids->end() && *found < m_ids[at])) {
            rangeAt(at).added.push_back(*found++);
        } else if (found == ids->end() || m_ids[at] < *found) {
            if (m_ids[at] != m_kept.value)
                ++rangeAt(at).removed;
            ++at;
        } else {
            ++at;
            ++found;
        }
    }
    if (ranges.size() > kMostRanges && oldestCompared > 0)
        return lookAtAll(); // these ids are not the whole list
    if (ranges.size() > kMostRanges) {
        const auto place = std::ranges::lower_bound(*ids, m_kept.value);
        if (rowOf(m_kept) >= 0 && (place == ids->end() || *place != m_kept.value))
            ids->insert(place, m_kept.value);
        replaceAll(std::move(*ids));
        return;
    }
    const std::size_t newestBefore = m_ids.size();
    const int atTop = ranges.empty() || ranges.back().position + ranges.back().removed != newestBefore
                          ? 0
                          : int(ranges.back().added.size());
    const bool wasComplete = m_isComplete;
    for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
        if (range->removed > 0)
            removeAt(range->position, range->removed);
        if (!range->added.empty())
            insertAt(range->position, range->added);
    }
    if (wasComplete && atTop > 0)
        emit arrived(atTop);
}

void MentionListModel::replaceAll(std::vector<qint64> oldestFirst)
{
    beginResetModel();
    m_ids = std::move(oldestFirst);
    m_pages.clear();
    endResetModel();
}

void MentionListModel::insertAt(std::size_t position, const std::vector<qint64> &ids)
{
    const int row = int(m_ids.size() - position);
    beginInsertRows({}, row, row + int(ids.size()) - 1);
    if (m_ids.size() + ids.size() > m_ids.capacity())
        m_ids.reserve(roomFor(m_ids.size() + ids.size()));
    m_ids.insert(m_ids.begin() + qsizetype(position), ids.begin(), ids.end());
    forgetPagesFrom(position);
    endInsertRows();
}

void MentionListModel::removeAt(std::size_t position, std::size_t count)
{
    const int last = rowAt(position);
    beginRemoveRows({}, last - int(count) + 1, last);
    m_ids.erase(m_ids.begin() + qsizetype(position), m_ids.begin() + qsizetype(position + count));
    forgetPagesFrom(position);
    endRemoveRows();
}

void MentionListModel::forgetPagesFrom(std::size_t position)
{
    for (const std::size_t number : m_pages.keys()) {
        if ((number + 1) * kPageRows > position)
            m_pages.remove(number);
    }
}

bool MentionListModel::stillMatches(const Mention &mention) const
{
    return mention.id == m_kept
        || ((!m_filter.status || *m_filter.status == mention.status)
            && (!m_filter.tonality || *m_filter.tonality == mention.tonality)
            && (m_filter.label.isEmpty() || mention.labels.contains(m_filter.label, Qt::CaseInsensitive)));
}

void MentionListModel::reload(core::MentionId id)
{
    const int row = rowOf(id);
    const auto reader = m_database.reader();
    if (!reader)
        return;
    if (row < 0) {
        if (!m_allTimer.isActive()) // it may belong here now: the worker looks
            m_allTimer.start(kNewPause);
        return;
    }
    const auto found = std::ranges::lower_bound(m_ids, id.value);
    const auto position = std::size_t(found - m_ids.begin());
    const auto fresh = MentionRepository::byId(**reader, id);
    if (fresh && (!*fresh || !stillMatches(**fresh))) {
        removeAt(position, 1);
        return;
    }
    m_pages.remove(position / kPageRows);
    emit dataChanged(index(row, 0), index(row, 0));
}

} // namespace vigie::gui
