// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/await.h"
#include "cli/command.h"
#include "cli/output.h"

#include <optional>
#include <vector>

// What the commands on accounts and on sources have in common: things with a name, listed and removed.

namespace vigie::cli
{

/// One of them, for a machine and for a person.
struct Listed {
    QJsonObject json;
    QStringList row;
};

template <typename Thing>
[[nodiscard]] int printAll(const Invocation &call, const Result<std::vector<Thing>> &things, const QStringList &headers,
                           Listed (*listed)(const Thing &thing))
{
    if (!things)
        return call.fails(things.error());
    Table table(headers);
    for (const Thing &thing : *things) {
        const Listed one = listed(thing);
        if (call.wantsJson())
            call.print(compact(one.json));
        else
            table.add(one.row);
    }
    if (!call.wantsJson())
        call.print(table.toString());
    return Done;
}

/// `what` is "account" or "source"; `remove` gets the thing and answers with a future; `left` says what stays.
template <typename Thing, typename Remove>
[[nodiscard]] int removeNamed(const Invocation &call, const Result<std::optional<Thing>> &found, const QString &what,
                              const QString &name, Remove remove, const QString &left)
{
    if (!found)
        return call.fails(found.error());
    if (!*found)
        return call.fails({.kind = ErrorKind::NotFound, .detail = QStringLiteral("there is no %1 %2").arg(what, name)});
    const Result<> removed = await(remove(**found));
    if (!removed)
        return call.fails(removed.error());
    call.note(QStringLiteral("Removed %1%2").arg(name, left));
    return Done;
}

} // namespace vigie::cli
