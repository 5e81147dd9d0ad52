// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <QFuture>

namespace vigie::monitoring
{

/// What the audit trail calls a kind of record, and what is done with it.
struct RecordWords {
    QString kind = {}; ///< "watch", "source"
    QString enable = {};
    QString disable = {};
    QString remove = {};
};

/// Turns a record of `Repository` on or off. NotFound when there is none.
template <typename Repository, typename Id>
[[nodiscard]] QFuture<Result<>> setRecordEnabled(store::Database &database, const QString &actor, Id id, bool isEnabled,
                                                 const RecordWords &words)
{
    return database.submit(actor, [id, isEnabled, words](store::Transaction &transaction) -> Result<> {
        const auto known = Repository::byId(transaction, id);
        if (!known)
            return fail(known.error());
        if (!*known)
            return fail(ErrorKind::NotFound, QStringLiteral("there is no %1 %2").arg(words.kind).arg(id.value));
        auto changed = **known;
        changed.isEnabled = isEnabled;
        if (auto done = Repository::update(transaction, changed); !done)
            return done;
        return transaction.audit(isEnabled ? words.enable : words.disable, words.kind, id.value);
    });
}

template <typename Repository, typename Id>
[[nodiscard]] QFuture<Result<>> removeRecord(store::Database &database, const QString &actor, Id id, const RecordWords &words)
{
    return database.submit(actor, [id, words](store::Transaction &transaction) -> Result<> {
        if (auto done = Repository::remove(transaction, id); !done)
            return done;
        return transaction.audit(words.remove, words.kind, id.value);
    });
}

} // namespace vigie::monitoring
