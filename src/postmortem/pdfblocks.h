// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postmortem/pdfpages.h"

namespace vigie::postmortem::pdf
{

/// Kicker, title, subtitle, and the note of a drill.
void paintTitle(Pages &pages, const ReportDocument &document);
/// A section with its heading, over as many pages as it takes.
void paintSection(Pages &pages, const ReportDocument &document, const Section &section);

} // namespace vigie::postmortem::pdf
