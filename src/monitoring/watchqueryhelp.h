// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"

#include <QString>

#include <vector>

namespace vigie::monitoring
{

/// One thing that can be written in a query, and what it finds.
struct QueryHelpLine {
    QString form = {};
    QString meaning = {};
};

/// The query language told to people: the one text of the watch editor, the search field and vigiectl.
[[nodiscard]] std::vector<QueryHelpLine> queryHelp(const core::Phrasebook &phrases);

} // namespace vigie::monitoring
