// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QtGlobal>

#include <compare>
#include <functional>

namespace vigie::core
{

/// A row's id that cannot be mixed up with the id of another kind of row. 0 means "none".
template <typename Tag>
struct Id {
    qint64 value = 0;

    [[nodiscard]] constexpr bool isValid() const { return value != 0; }
    constexpr auto operator<=>(const Id &) const = default;
};

using MentionId = Id<struct MentionTag>; ///< grows with the time a mention was posted; see monitoring/mention.h
using AuthorId = Id<struct AuthorTag>;
using SourceId = Id<struct SourceTag>;
using AccountId = Id<struct AccountTag>;
using WatchId = Id<struct WatchTag>;
using AlertId = Id<struct AlertTag>;
using PersonId = Id<struct PersonTag>;
using PlaybookId = Id<struct PlaybookTag>;
using PlaybookVersionId = Id<struct PlaybookVersionTag>;
using MessageId = Id<struct MessageTag>;
using MessageVariantId = Id<struct MessageVariantTag>;
using IncidentId = Id<struct IncidentTag>;
using TaskId = Id<struct TaskTag>;
using LogEntryId = Id<struct LogEntryTag>;
using FactId = Id<struct FactTag>;
using DecisionId = Id<struct DecisionTag>;
using ReplyId = Id<struct ReplyTag>;
using PromiseId = Id<struct PromiseTag>;
using RemedyId = Id<struct RemedyTag>;
using ReviewId = Id<struct ReviewTag>;
using FindingId = Id<struct FindingTag>;
using ActionId = Id<struct ActionTag>;

/// Which world a row belongs to: 0 is the real one, anything else a run of a drill.
/// Every list, count and curve is asked for one scope, so that a drill never enters the statistics.
using DrillRunId = Id<struct DrillRunTag>;

} // namespace vigie::core

template <typename Tag>
struct std::hash<vigie::core::Id<Tag>> {
    std::size_t operator()(vigie::core::Id<Tag> id) const noexcept { return std::hash<qint64>{}(id.value); }
};
