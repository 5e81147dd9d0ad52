// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/ids.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace vigie::playbook
{

inline constexpr std::chrono::days kContactIsStaleAfter{90};

/// Somebody of the team. Names are what other rooms store: they must be unique among active people.
struct Person {
    core::PersonId id = {};
    QString name = {};
    QString jobTitle = {};
    QString email = {};
    QString phone = {};
    QString note = {};
    core::PersonId deputyId = {};
    std::optional<core::Instant> verifiedAt = std::nullopt; ///< when somebody last checked the contacts
    bool isActive = true;
    QStringList roles = {}; ///< role keys, sorted

    bool operator==(const Person &) const = default;
};

/// The contacts were never verified, or more than 90 days ago.
[[nodiscard]] bool isStale(const Person &person, core::Instant now);

} // namespace vigie::playbook

Q_DECLARE_METATYPE(vigie::playbook::Person)
