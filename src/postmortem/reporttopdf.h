// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "postmortem/report.h"

#include <QString>

namespace vigie::postmortem
{

/**
 * Paints the report on A4 pages: text as text, the curve as vectors, with title, language and an outline for readers.
 *
 * `path` appears complete or not at all; an existing file is replaced. Needs a QGuiApplication (offscreen will do); may be
 * called from any thread. The same document gives the same bytes on the same machine.
 */
[[nodiscard]] Result<> writePdf(const ReportDocument &document, const QString &path);

} // namespace vigie::postmortem
