// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>

namespace vigie::store
{

enum class Entity {
    Mention,
    Source,
    Watch,
    Volume,
    Alert,
    Playbook,
    Message,
    Person,
    Incident,
    Task,
    Reply,
    Promise,
    Review,
    DrillRun,
    Account,
    Lesson, ///< what people taught the judge of tonality
    Setting,
};

enum class ChangeKind { Inserted, Updated, Removed };

/// What a committed transaction changed: enough for a model to know whether it must look again, and at which row.
struct Change {
    Entity entity = Entity::Mention;
    ChangeKind kind = ChangeKind::Updated;
    qint64 id = 0;         ///< 0 when many rows changed
    int count = 1;         ///< how many rows
    qint64 drillRunId = 0; ///< the scope the rows belong to, where rows have one
    qint64 parentId = 0;   ///< the incident, for what belongs to one; otherwise 0

    bool operator==(const Change &) const = default;
};

using Changes = QList<Change>;

} // namespace vigie::store

Q_DECLARE_METATYPE(vigie::store::Change)
