// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "postmortem/reportdata.h"

#include <QJsonObject>
#include <QString>

namespace vigie::postmortem
{

/// The data behind a report for other programs: times in ISO 8601 UTC, durations in seconds, what was not recorded as null.
[[nodiscard]] QJsonObject reportToJson(const ReportData &data);
[[nodiscard]] Result<> writeJson(const ReportData &data, const QString &path);

/// One file each into `folder`, which is made: figures, curve, timeline, messages, decisions, findings, actions, promises.
/// UTF-8 with a byte-order mark, so that spreadsheets read the accents; no cell starts a formula.
[[nodiscard]] Result<> writeCsvFolder(const ReportData &data, const QString &folder);

} // namespace vigie::postmortem
