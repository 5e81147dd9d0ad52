// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reply/promise.h"
#include "store/database.h"

#include <QFuture>

namespace vigie::reply
{

/// Who promised what to whom, and what was offered to make it good.
class PromiseService
{
public:
    explicit PromiseService(store::Database &database) : m_database(database) {}

    /// `promise.promisedBy` empty: the actor. InvalidArgument without a text.
    [[nodiscard]] QFuture<Result<core::PromiseId>> add(const QString &actor, const Promise &promise);
    /// Kept or broken; Open takes a settlement back.
    [[nodiscard]] QFuture<Result<>> settle(const QString &actor, core::PromiseId id, PromiseState state);
    [[nodiscard]] QFuture<Result<core::RemedyId>> offer(const QString &actor, const Remedy &remedy);
    [[nodiscard]] QFuture<Result<>> setRemedyState(const QString &actor, core::RemedyId id, RemedyState state);

private:
    store::Database &m_database;
};

} // namespace vigie::reply
