// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postmortem/pdfpages.h"

namespace vigie::postmortem::pdf
{

/// Its header comes again on each page; a row is kept together unless it is longer than a page.
void paintTable(Pages &pages, const TableBlock &table);

} // namespace vigie::postmortem::pdf
