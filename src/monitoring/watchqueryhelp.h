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

struct QueryHelpSection {
    QString title = {};
    QString note = {}; ///< a sentence on all of them; may be empty
    std::vector<QueryHelpLine> lines = {};
};

/// The query language told to people, from a single word to what a mistake looks like: the one text of the help, the watch
/// editor and vigiectl. Examples come in both languages, those in the phrasebook's first.
[[nodiscard]] std::vector<QueryHelpSection> queryHelp(const core::Phrasebook &phrases);

} // namespace vigie::monitoring
