// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/mention.h"
#include "store/connection.h"

#include <QString>

#include <vector>

namespace vigie::monitoring
{

/// Finds what is kept of one person, for the day they ask. Everywhere: in the real world and in drills.
class AuthorRepository
{
public:
    /// Whom a network knows by that handle, with "@" before it or without, in capitals or not: a network may have
    /// written it in several ways. Empty when nobody is known by it.
    [[nodiscard]] static Result<std::vector<Author>> authors(const store::Connection &connection,
                                                             const QString &network, const QString &handle);
    /// All they wrote, oldest first.
    [[nodiscard]] static Result<std::vector<core::MentionId>> mentions(const store::Connection &connection,
                                                                       core::AuthorId author);
    /// What answers one of these mentions or was addressed to that handle, oldest first.
    [[nodiscard]] static Result<std::vector<core::ReplyId>> replies(const store::Connection &connection,
                                                                    core::AuthorId author);
    /// What was promised to that handle, or for one of these mentions; and what was offered for one.
    [[nodiscard]] static Result<std::vector<core::PromiseId>> promises(const store::Connection &connection,
                                                                       core::AuthorId author);
    [[nodiscard]] static Result<std::vector<core::RemedyId>> remedies(const store::Connection &connection,
                                                                      core::AuthorId author);
};

} // namespace vigie::monitoring
