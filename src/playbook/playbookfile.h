// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "playbook/playbook.h"

#include <QByteArray>

namespace vigie::playbook
{

inline constexpr qsizetype kMaxPlaybookBytes = 2 * 1024 * 1024;

/// One thing that is wrong with a playbook's file, in English.
struct Finding {
    bool isError = true; ///< false: a warning, the file can be used
    Place place = {};
    QString path = {}; ///< "steps[3].role", counted from 0; empty for the whole file
    QString reason = {};

    [[nodiscard]] QString toString() const; ///< "file:12:3: steps[3].role: reason"
    bool operator==(const Finding &) const = default;
};

struct PlaybookReading {
    std::optional<Playbook> playbook = std::nullopt; ///< nothing when there is an error
    std::vector<Finding> findings = {};              ///< errors and warnings, in the order of the file
};

/// Everything that can be said about the file, for an editor or `vigiectl playbook validate`. `fileName` is only for
/// the places.
[[nodiscard]] PlaybookReading readPlaybook(const QByteArray &json, const QString &fileName);

/// The same for those who need the playbook alone: the first error, with how many more there are. Warnings are dropped.
[[nodiscard]] Result<Playbook> parsePlaybook(const QByteArray &json, const QString &fileName);

/// Reads and parses a file of at most kMaxPlaybookBytes.
[[nodiscard]] Result<Playbook> loadPlaybook(const QString &path);

/// The file for this playbook, indented, ending in a line feed. parsePlaybook() gives an equal value back.
[[nodiscard]] QByteArray serialisePlaybook(const Playbook &playbook);

/// What the database and a crisis's snapshot hold: only the shape is looked at, since a plan is stored without its
/// messages.
[[nodiscard]] Result<Playbook> parseStoredPlaybook(const QByteArray &json);

/// Writes the file, complete or not at all.
[[nodiscard]] Result<> storePlaybook(const Playbook &playbook, const QString &path);

/// A changed playbook breaks a rule of the format (a role that is gone, a text missing in one language): the first one.
[[nodiscard]] Result<> checkPlaybook(const Playbook &playbook);

} // namespace vigie::playbook
