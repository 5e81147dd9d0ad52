// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"
#include "core/result.h"
#include "playbook/person.h"
#include "store/connection.h"

#include <vector>

namespace vigie::gui
{

/// A role that people can have: its key, and its title in the language of the interface.
struct KnownRole {
    QString key = {};
    QString title = {};
};

struct Directory {
    std::vector<playbook::Person> people = {};
    std::vector<KnownRole> roles = {};
};

/// Everybody, and the roles that the plans name, each once.
[[nodiscard]] Result<Directory> readDirectory(const store::Connection &connection, core::Language language);

} // namespace vigie::gui
