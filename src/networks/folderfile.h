// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/csvreader.h"

#include <QString>

#include <optional>
#include <vector>

namespace vigie::networks
{

/// A file of a watched folder, as it was when the folder was listed.
struct FolderFile {
    QString name = {};
    qint64 size = 0;
    qint64 modifiedAt = 0; ///< milliseconds since 1970

    bool operator==(const FolderFile &) const = default;
};

/// The NDJSON and CSV files of a folder by their endings, oldest first. Fails when there is no such folder.
[[nodiscard]] Result<std::vector<FolderFile>> listFolder(const QString &folder);

/// How a CSV of this folder is read where its headers are not known: the file "map.json" in it. Nothing when there is none.
[[nodiscard]] Result<std::optional<CsvMapping>> mappingOfFolder(const QString &folder);

struct FileSlice {
    std::vector<Post> posts = {};
    qint64 end = 0;         ///< where to go on; the file's size when it is done
    ImportReport report = {};
};

/**
 * A piece of a file from `offset` on: some megabytes of NDJSON, a CSV as a whole. An unfinished last line of NDJSON is left
 * alone: it comes with the file's next change. Fails when the file is not `file` any more. Blocks; needs no thread of its own.
 */
[[nodiscard]] Result<FileSlice> readSlice(const QString &folder, const FolderFile &file, qint64 offset);

} // namespace vigie::networks
