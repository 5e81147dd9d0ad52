// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/folderfile.h"

#include "networks/ndjsonreader.h"

#include <QBuffer>
#include <QDateTime>
#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr qint64 kSlice = 4'000'000;
constexpr qint64 kMostOfCsv = 64'000'000;
constexpr qsizetype kMostFiles = 10'000;
const QString kMapFile = u"map.json"_s;

bool isCsv(const QString &name)
{
    return name.endsWith(u".csv"_s, Qt::CaseInsensitive) || name.endsWith(u".tsv"_s, Qt::CaseInsensitive);
}

bool isNdjson(const QString &name)
{
    static const QStringList kEndings{u".ndjson"_s, u".jsonl"_s, u".json"_s};
    return name != kMapFile && std::any_of(kEndings.begin(), kEndings.end(), [&name](const QString &ending) {
        return name.endsWith(ending, Qt::CaseInsensitive);
    });
}

FolderFile described(const QFileInfo &info)
{
    return {.name = info.fileName(), .size = info.size(), .modifiedAt = info.lastModified().toMSecsSinceEpoch()};
}

Error fileError(const QString &name, const QString &detail)
{
    return {.kind = ErrorKind::File, .detail = detail, .place = {.file = name}};
}

/// Whole lines: what follows the last line break counts only at the end of the file, and only when it is a post already.
void dropUnfinishedLine(QByteArray &bytes, bool isAtEnd)
{
    const qsizetype lastBreak = bytes.lastIndexOf('\n');
    const QByteArrayView rest = QByteArrayView(bytes).sliced(lastBreak + 1);
    if (rest.isEmpty() || (!isAtEnd && lastBreak < 0))
        return; // a line longer than a slice is no post: the reader says so
    if (!isAtEnd || !postFromJson(rest))
        bytes.truncate(lastBreak + 1);
}

Result<FileSlice> readNdjsonSlice(QFile &file, const FolderFile &known, qint64 offset)
{
    if (!file.seek(offset))
        return fail(fileError(known.name, file.errorString()));
    QByteArray bytes = file.read(kSlice);
    if (file.error() != QFileDevice::NoError)
        return fail(fileError(known.name, file.errorString()));
    const bool isAtEnd = offset + bytes.size() >= known.size;
    FileSlice slice{.end = offset + bytes.size()};
    dropUnfinishedLine(bytes, isAtEnd);
    if (!isAtEnd)
        slice.end = offset + bytes.size();
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    const PostSink sink = [&slice](std::vector<Post> &&posts) -> Result<> {
        std::move(posts.begin(), posts.end(), std::back_inserter(slice.posts));
        return {};
    };
    auto report = readNdjson(buffer, sink);
    if (!report)
        return tl::unexpected(report.error());
    slice.report = std::move(*report);
    return slice;
}

Result<FileSlice> readWholeCsv(QFile &file, const FolderFile &known, const std::optional<CsvMapping> &mapping)
{
    if (known.size > kMostOfCsv)
        return fail(fileError(known.name, u"larger than %1 bytes: import it by hand"_s.arg(kMostOfCsv)));
    FileSlice slice{.end = known.size};
    const PostSink sink = [&slice](std::vector<Post> &&posts) -> Result<> {
        std::move(posts.begin(), posts.end(), std::back_inserter(slice.posts));
        return {};
    };
    auto report = readCsv(file, mapping, sink);
    if (!report) {
        Error error = report.error();
        error.place.file = known.name;
        return fail(std::move(error));
    }
    slice.report = std::move(*report);
    return slice;
}

} // namespace

Result<std::vector<FolderFile>> listFolder(const QString &folder)
{
    const QDir place(folder);
    if (folder.isEmpty() || !place.exists() || !place.isReadable())
        return fail(ErrorKind::File, u"the folder cannot be read"_s);
    const QFileInfoList infos = place.entryInfoList(QDir::Files | QDir::Readable, QDir::NoSort);
    std::vector<FolderFile> files;
    for (const QFileInfo &info : infos) {
        if (isCsv(info.fileName()) || isNdjson(info.fileName()))
            files.push_back(described(info));
    }
    if (qsizetype(files.size()) > kMostFiles)
        return fail(ErrorKind::File, u"more than %1 files in the folder"_s.arg(kMostFiles));
    std::sort(files.begin(), files.end(), [](const FolderFile &a, const FolderFile &b) {
        return a.modifiedAt != b.modifiedAt ? a.modifiedAt < b.modifiedAt : a.name < b.name;
    });
    return files;
}

Result<std::optional<CsvMapping>> mappingOfFolder(const QString &folder)
{
    QFile file(QDir(folder).filePath(kMapFile));
    if (!file.exists())
        return std::optional<CsvMapping>();
    if (!file.open(QIODevice::ReadOnly))
        return fail(fileError(kMapFile, file.errorString()));
    auto mapping = csvMappingFromJson(file.read(kSlice));
    if (!mapping)
        return fail(fileError(kMapFile, mapping.error().detail));
    return std::optional(std::move(*mapping));
}

Result<FileSlice> readSlice(const QString &folder, const FolderFile &file, qint64 offset)
{
    QFile device(QDir(folder).filePath(file.name));
    if (!device.open(QIODevice::ReadOnly))
        return fail(fileError(file.name, device.errorString()));
    Result<FileSlice> slice = fail(ErrorKind::Internal, {});
    if (isCsv(file.name)) {
        const auto mapping = mappingOfFolder(folder);
        if (!mapping)
            return tl::unexpected(mapping.error());
        slice = readWholeCsv(device, file, *mapping);
    } else {
        slice = readNdjsonSlice(device, file, offset);
    }
    if (described(QFileInfo(device.fileName())) != file)
        return fail({.kind = ErrorKind::Conflict, .detail = u"the file changed while it was read"_s});
    return slice;
}

} // namespace vigie::networks
