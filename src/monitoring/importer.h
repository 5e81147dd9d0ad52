// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "monitoring/intake.h"
#include "networks/csvreader.h"
#include "networks/importreport.h"

#include <QIODevice>

#include <atomic>
#include <functional>

namespace vigie::monitoring
{

enum class FileFormat { Auto, Ndjson, Csv };

struct ImportReport {
    qint64 read = 0;
    qint64 stored = 0;
    qint64 duplicate = 0; ///< known already, edited ones not included
    qint64 edited = 0;
    qint64 rejectedCount = 0;                       ///< all of them
    std::vector<networks::Reject> rejected = {}; ///< line and reason; at most networks::ImportReport::kMaxListed
    std::vector<core::AlertId> alerts = {};
    FileFormat format = FileFormat::Ndjson;
};

struct ImportRequest {
    QString path = {};
    FileFormat format = FileFormat::Auto;
    std::optional<networks::CsvMapping> mapping = std::nullopt; ///< absent: recognised by the headers
    core::SourceId sourceId = {};
    Origin origin = Origin::Import;
    QString actor = QStringLiteral("vigie");
    /// Bytes read and in all. Called in the importing thread, at most once a batch.
    std::function<void(qint64 done, qint64 total)> progress = {};
    const std::atomic<bool> *isCancelled = nullptr; ///< may be absent; what was stored until then stays
};

/**
 * Reads a file of posts into an Intake. Safe to interrupt and to repeat: whatever was committed is complete, and a second
 * run stores only what is missing. Blocks; call it off the GUI thread (store::runAsync). Posts of one batch are sorted by
 * time, so a file in any order will do; but detection only goes forward.
 */
[[nodiscard]] Result<ImportReport> importFile(Intake &intake, const ImportRequest &request);
/// The same from an open, seekable device; `request.path` is only used in messages.
[[nodiscard]] Result<ImportReport> importDevice(Intake &intake, QIODevice &device, const ImportRequest &request);

/// By the first byte that is not blank: '{' begins NDJSON.
[[nodiscard]] FileFormat detectFormat(QIODevice &device);

} // namespace vigie::monitoring
