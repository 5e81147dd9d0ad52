// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace vigie::postmortem::pdf
{

/// A place a reader can jump to.
struct OutlineEntry {
    QString title = {};
    int page = 0;       ///< from 0
    qreal topMm = 0;    ///< from the page's upper edge
};

struct Finish {
    QString title = {};
    QString author = {};
    QString language = {}; ///< BCP 47
    core::Instant createdAt = {};
    std::vector<OutlineEntry> outline = {};
};

/// Adds what Qt's writer cannot: language, outline, the title in the window, fixed dates. Gives the whole new file.
[[nodiscard]] Result<QByteArray> finishPdf(const QByteArray &painted, const Finish &finish);

} // namespace vigie::postmortem::pdf
