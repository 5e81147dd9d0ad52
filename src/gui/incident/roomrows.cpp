// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/incident/roomrows.h"

#include "gui/common/icons.h"
#include "gui/incident/roomwords.h"

#include <algorithm>
#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

using incident::FactState;
using incident::Task;
using incident::TaskState;

namespace
{

constexpr auto kFactOrder = std::array{FactState::Confirmed, FactState::Checking, FactState::NotToSay};

bool isDueBefore(const Task &left, const Task &right)
{
    if (left.dueAt.has_value() != right.dueAt.has_value())
        return left.dueAt.has_value();
    if (left.dueAt && *left.dueAt != *right.dueAt)
        return *left.dueAt < *right.dueAt;
    return left.position < right.position;
}

CardRow heading(const QString &key, const QString &text, qint64 count)
{
    return {.key = key, .kind = CardKind::Section, .text = text, .trailing = QString::number(count)};
}

} // namespace

QString RoomRows::dueText(core::Instant due, core::Instant now, const core::Format &format)
{
    if (due < now)
        return tr("%1 late", "%1 is a duration").arg(format.duration(now - due));
    if (due - now < std::chrono::seconds(1))
        return tr("now");
    return tr("in %1", "%1 is a duration").arg(format.duration(due - now));
}

QString RoomRows::role(const QString &key) const
{
    return RoomWords::roleTitle(key, m_format.language(), m_board.plan);
}

// Tasks -------------------------------------------------------------------------------------------------------------------

CardRow RoomRows::taskRow(const Task &task, bool namesRole) const
{
    CardRow row{.key = u"task.%1"_s.arg(task.id.value), .id = task.id.value, .text = task.title};
    QStringList meta;
    if (namesRole)
        meta += role(task.roleKey);
    if (!task.assignee.isEmpty())
        meta += task.assignee;
    QString state;
    switch (task.state) {
    case TaskState::Open:
        row.mark = CardMark::Open;
        if (task.requiresProof)
            meta += tr("proof asked");
        if (task.dueAt) {
            row.trailing = dueText(*task.dueAt, m_now, m_format);
            row.trailingToken = task.isOverdue(m_now) ? Token::Negative : Token::Muted;
        }
        state = tr("to do");
        break;
    case TaskState::Done:
        row.mark = CardMark::Done;
        row.isQuiet = true;
        if (task.doneAt)
            row.trailing = m_format.time(*task.doneAt);
        if (!task.doneBy.isEmpty() && task.doneBy != task.assignee)
            meta += tr("done by %1").arg(task.doneBy);
        if (!task.proof.isEmpty())
            meta += task.proof;
        state = tr("done");
        break;
    case TaskState::Skipped:
        row.mark = CardMark::Skipped;
        row.isQuiet = true;
        meta += tr("skipped: %1", "%1 is the reason").arg(task.proof);
        state = tr("skipped");
        break;
    }
    row.meta = meta.join(u" · "_s);
    row.metaLines = 2;
    QStringList tip;
    if (!task.detail.isEmpty())
        tip += task.detail;
    if (task.dueAt)
        tip += tr("Due %1").arg(m_format.dateTimeWithZone(*task.dueAt));
    row.toolTip = tip.join(u"\n"_s);
    row.spoken = QStringList{state, task.title, row.meta, row.trailing}.join(u". "_s);
    return row;
}

std::vector<CardRow> RoomRows::tasks() const
{
    std::vector<const Task *> overdue;
    std::vector<const Task *> later;
    std::vector<const Task *> settled;
    std::map<QString, std::vector<const Task *>> byRole;
    for (const Task &task : m_board.tasks) {
        if (task.state != TaskState::Open)
            settled.push_back(&task);
        else if (task.isOverdue(m_now))
            overdue.push_back(&task);
        else if (isForLater(task) && m_board.incident.isOpen())
            later.push_back(&task);
        else
            byRole[task.roleKey].push_back(&task);
    }
    const auto isBefore = [](const Task *left, const Task *right) { return isDueBefore(*left, *right); };
    std::vector<std::vector<const Task *>> roles;
    for (auto &[key, tasksOfRole] : byRole) {
        std::sort(tasksOfRole.begin(), tasksOfRole.end(), isBefore);
        roles.push_back(std::move(tasksOfRole));
    }
    std::sort(roles.begin(), roles.end(),
              [&isBefore](const auto &left, const auto &right) { return isBefore(left.front(), right.front()); });
    std::sort(overdue.begin(), overdue.end(), isBefore);
    std::sort(settled.begin(), settled.end(), [](const Task *left, const Task *right) {
        return left->doneAt.value_or(core::Instant{}) > right->doneAt.value_or(core::Instant{});
    });

    std::vector<CardRow> rows;
    if (!overdue.empty()) {
        CardRow late = heading(u"overdue"_s, tr("Overdue"), qint64(overdue.size()));
        late.metaToken = Token::Negative;
        rows.push_back(std::move(late));
        for (const Task *task : overdue)
            rows.push_back(taskRow(*task, true));
    }
    for (const auto &tasksOfRole : roles) {
        const QString &key = tasksOfRole.front()->roleKey;
        const QString holder = m_board.holder(key);
        QString title = role(key);
        if (!holder.isEmpty())
            title += u" · "_s + holder;
        rows.push_back(heading(u"role."_s + key, title, qint64(tasksOfRole.size())));
        for (const Task *task : tasksOfRole)
            rows.push_back(taskRow(*task, false));
    }
    if (!later.empty()) {
        rows.push_back(heading(u"later"_s, tr("When the team stands down"), qint64(later.size())));
        for (const Task *task : later)
            rows.push_back(taskRow(*task, true));
    }
    if (!settled.empty()) {
        rows.push_back(heading(u"settled"_s, tr("Done"), qint64(settled.size())));
        for (const Task *task : settled)
            rows.push_back(taskRow(*task, true));
    }
    return rows;
}

// The log -----------------------------------------------------------------------------------------------------------------

QString RoomRows::logKey(core::LogEntryId id)
{
    return u"log.%1"_s.arg(id.value);
}

std::vector<CardRow> RoomRows::log(const QString &kind, const QString &text) const
{
    constexpr int kLogLines = 12;
    std::vector<CardRow> rows;
    QString day;
    for (const incident::LogEntry &entry : m_board.log) {
        if (!kind.isEmpty() && entry.kind != kind)
            continue;
        if (!text.isEmpty() && !entry.text.contains(text, Qt::CaseInsensitive)
            && !entry.actor.contains(text, Qt::CaseInsensitive))
            continue;
        const QString date = m_format.date(entry.at);
        if (date != day) {
            day = date;
            rows.push_back({.key = u"day.%1"_s.arg(entry.id.value), .kind = CardKind::Section, .text = date});
        }
        const QString kindName = RoomWords::logKindName(entry.kind);
        rows.push_back({.key = logKey(entry.id),
                        .id = entry.id.value,
                        .iconName = RoomWords::logKindIcon(entry.kind),
                        .iconToken = RoomWords::logKindToken(entry.kind),
                        .text = entry.text,
                        .textLines = kLogLines,
                        .meta = u"%1 · %2 · %3"_s.arg(m_format.time(entry.at), entry.actor, kindName),
                        .isStarred = entry.isStarred,
                        .toolTip = m_format.dateTimeWithZone(entry.at),
                        .spoken = u"%1. %2. %3. %4"_s.arg(kindName, entry.text, entry.actor, m_format.time(entry.at))});
    }
    return rows;
}

// The notebook ------------------------------------------------------------------------------------------------------------

CardRow RoomRows::section(NotebookSection section, const QString &title, qint64 count, bool canAdd) const
{
    return {.key = u"section.%1"_s.arg(int(section)),
            .kind = CardKind::Section,
            .group = int(section),
            .text = title,
            .trailing = count > 0 ? m_format.number(count) : QString(),
            .canAdd = canAdd && m_board.incident.isOpen()};
}

CardRow RoomRows::hint(NotebookSection section, const QString &text)
{
    return {.key = u"hint.%1"_s.arg(int(section)),
            .kind = CardKind::Hint,
            .group = int(section),
            .text = text,
            .textLines = 4};
}

std::vector<CardRow> RoomRows::notebook() const
{
    std::vector<CardRow> rows;
    addFacts(rows);
    addStakeholders(rows);
    addMentions(rows);
    addDecisions(rows);
    addUpdates(rows);
    return rows;
}

void RoomRows::addFacts(std::vector<CardRow> &rows) const
{
    const auto count = std::count_if(m_board.facts.begin(), m_board.facts.end(),
                                     [](const auto &fact) { return fact.state != FactState::Withdrawn; });
    rows.push_back(section(NotebookSection::Facts, tr("Facts"), count, true));
    for (const FactState state : kFactOrder) {
        for (const incident::Fact &fact : m_board.facts) {
            if (fact.state != state)
                continue;
            const QString name = RoomWords::factStateName(state);
            QStringList meta{name};
            if (!fact.origin.isEmpty())
                meta += fact.origin;
            meta += m_format.time(fact.updatedAt);
            rows.push_back({.key = u"fact.%1"_s.arg(fact.id.value),
                            .id = fact.id.value,
                            .group = int(NotebookSection::Facts),
                            .iconName = RoomWords::factStateIcon(state),
                            .iconToken = RoomWords::factStateToken(state),
                            .text = fact.text,
                            .textLines = 4,
                            .meta = meta.join(u" · "_s),
                            .toolTip = tr("Noted by %1, %2").arg(fact.actor, m_format.dateTimeWithZone(fact.at)),
                            .spoken = name + u". "_s + fact.text});
        }
    }
    if (count == 0)
        rows.push_back(hint(NotebookSection::Facts, tr("Write down what is confirmed, what is being checked and what must not "
                                                       "be said yet: everybody then says the same.")));
}

void RoomRows::addStakeholders(std::vector<CardRow> &rows) const
{
    const auto waiting = std::count_if(m_board.stakeholders.begin(), m_board.stakeholders.end(),
                                       [](const auto &each) { return !each.toldAt; });
    rows.push_back(section(NotebookSection::Stakeholders, tr("Who must be told"), waiting, true));
    std::vector<const incident::Stakeholder *> sorted;
    for (const incident::Stakeholder &each : m_board.stakeholders)
        sorted.push_back(&each);
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto *left, const auto *right) {
        if (left->toldAt.has_value() != right->toldAt.has_value())
            return !left->toldAt.has_value();
        return left->dueAt.value_or(core::Instant::max()) < right->dueAt.value_or(core::Instant::max());
    });
    for (const incident::Stakeholder *each : sorted) {
        CardRow row{.key = u"stakeholder.%1"_s.arg(each->id),
                    .id = each->id,
                    .group = int(NotebookSection::Stakeholders),
                    .mark = each->toldAt ? CardMark::Done : CardMark::Open,
                    .text = each->name,
                    .isQuiet = each->toldAt.has_value()};
        if (each->toldAt)
            row.meta = tr("told at %1 by %2").arg(m_format.time(*each->toldAt), each->toldBy);
        else if (!each->roleKey.isEmpty())
            row.meta = tr("by %1", "who tells a stakeholder").arg(role(each->roleKey));
        if (!each->toldAt && each->dueAt) {
            row.trailing = dueText(*each->dueAt, m_now, m_format);
            row.trailingToken = each->isOverdue(m_now) ? Token::Negative : Token::Muted;
            row.toolTip = tr("Due %1").arg(m_format.dateTimeWithZone(*each->dueAt));
        }
        row.spoken = QStringList{each->toldAt ? tr("told") : tr("not told yet"), each->name, row.meta, row.trailing}.join(u". "_s);
        rows.push_back(std::move(row));
    }
    if (m_board.stakeholders.empty())
        rows.push_back(hint(NotebookSection::Stakeholders,
                            tr("Managers, partners, authorities, employees: add whoever must hear it from you first.")));
}

void RoomRows::addMentions(std::vector<CardRow> &rows) const
{
    rows.push_back(section(NotebookSection::Mentions, tr("Key mentions"), qint64(m_board.keyMentions.size()), false));
    for (const monitoring::Mention &mention : m_board.keyMentions) {
        rows.push_back({.key = u"mention.%1"_s.arg(mention.id.value),
                        .id = mention.id.value,
                        .group = int(NotebookSection::Mentions),
                        .iconName = networkIconName(mention.network),
                        .text = mention.text,
                        .textLines = 2,
                        .meta = mention.author.displayName(),
                        .trailing = m_format.age(mention.postedAt, m_now),
                        .toolTip = m_format.dateTimeWithZone(mention.postedAt)});
    }
    if (m_board.keyMentions.empty())
        rows.push_back(hint(NotebookSection::Mentions,
                            m_board.mentionCount > 0
                                ? tr("%n mention(s) belong to this crisis. Mark on the Watch page those that everybody should "
                                     "have read.",
                                     nullptr, m_board.mentionCount)
                                : tr("Mark on the Watch page the mentions that everybody should have read.")));
}

void RoomRows::addDecisions(std::vector<CardRow> &rows) const
{
    rows.push_back(section(NotebookSection::Decisions, tr("Decisions"), qint64(m_board.decisions.size()), true));
    for (const incident::Decision &decision : m_board.decisions) {
        CardRow row{.key = u"decision.%1"_s.arg(decision.id.value),
                    .id = decision.id.value,
                    .group = int(NotebookSection::Decisions),
                    .iconName = u"signpost-split"_s,
                    .iconToken = Token::Link,
                    .text = decision.what,
                    .meta = decision.why,
                    .metaLines = 3,
                    .trailing = m_format.time(decision.at)};
        if (decision.recheckAt) {
            row.meta += u" · "_s + tr("look again %1").arg(dueText(*decision.recheckAt, m_now, m_format));
            if (*decision.recheckAt < m_now)
                row.metaToken = Token::Warning;
        }
        row.toolTip = tr("Decided by %1, %2").arg(decision.actor, m_format.dateTimeWithZone(decision.at));
        if (!decision.options.isEmpty())
            row.toolTip += u"\n"_s + tr("Options: %1").arg(decision.options);
        rows.push_back(std::move(row));
    }
    if (m_board.decisions.empty())
        rows.push_back(hint(NotebookSection::Decisions, tr("Say what was decided, and why: the review will ask.")));
}

void RoomRows::addUpdates(std::vector<CardRow> &rows) const
{
    rows.push_back(section(NotebookSection::Updates, tr("Status updates"), qint64(m_board.updates.size()), true));
    std::vector<const incident::StatusUpdate *> sorted;
    for (const incident::StatusUpdate &update : m_board.updates)
        sorted.push_back(&update);
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto *left, const auto *right) { return left->at > right->at; });
    for (const incident::StatusUpdate *update : sorted) {
        const bool isPublic = update->reach == incident::Reach::Public;
        const QString reach = isPublic ? tr("public") : tr("internal");
        rows.push_back({.key = u"update.%1"_s.arg(update->id),
                        .id = update->id,
                        .group = int(NotebookSection::Updates),
                        .iconName = isPublic ? u"megaphone"_s : u"people"_s,
                        .iconToken = isPublic ? Token::Link : Token::Muted,
                        .text = update->text,
                        .textLines = 4,
                        .meta = update->author + u" · "_s + reach,
                        .trailing = m_format.time(update->at),
                        .toolTip = m_format.dateTimeWithZone(update->at)});
    }
    if (sorted.empty())
        rows.push_back(hint(NotebookSection::Updates,
                            tr("The first update says what is known, what is not, and when more will be said.")));
}

} // namespace vigie::gui
