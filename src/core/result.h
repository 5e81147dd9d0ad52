// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <chrono>
#include <optional>

namespace vigie
{

enum class ErrorKind {
    Internal,
    InvalidArgument, ///< the caller (a person, a script) asked for something that makes no sense
    Parse,           ///< bytes that are not what they should be; see Error::place
    File,            ///< a file cannot be opened, read or written
    Database,
    DatabaseTooNew, ///< made by a later version of Vigie; left untouched
    DatabaseBusy,   ///< another process holds it; detail says who
    DatabaseDamaged,
    NotFound,
    Conflict, ///< the thing changed meanwhile, or is in a state that forbids the act
    Network,
    Timeout,
    RateLimited,
    Unauthorized,
    Cancelled,
    Suspended, ///< outgoing acts are suspended, or this is a drill
};

/// Where in an input something is wrong. Lines and columns count from 1; 0 means "not known".
struct Place {
    QString file;
    int line = 0;
    int column = 0;

    bool operator==(const Place &) const = default;
};

struct Error {
    ErrorKind kind = ErrorKind::Internal;
    QString detail; ///< English, for the log and the command line; no token, no password, no text of a post
    std::optional<int> httpStatus = std::nullopt;
    std::optional<std::chrono::seconds> retryAfter = std::nullopt;
    Place place = {};

    /// "file:12:3: reason", leaving out what is not known.
    [[nodiscard]] QString toString() const;

    /// Asked for by the meta-type of every signal that carries a Result.
    bool operator==(const Error &) const = default;
};

/// The one type for "this can fail". Mark every function that returns it [[nodiscard]].
template <typename T = void>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, QString detail)
{
    return tl::unexpected<Error>(Error{.kind = kind, .detail = std::move(detail)});
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

[[nodiscard]] inline tl::unexpected<Error> failAt(Place place, QString detail)
{
    return tl::unexpected<Error>(
        Error{.kind = ErrorKind::Parse, .detail = std::move(detail), .place = std::move(place)});
}

} // namespace vigie
