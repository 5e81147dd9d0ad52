// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/importer.h"

#include "networks/ndjsonreader.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

/// Large enough that the full-text index is written in big pieces, small enough that two of them weigh little.
constexpr std::size_t kBatchSize = 5000;
constexpr qint64 kPeeked = 4096;

Result<networks::ImportReport> readPosts(QIODevice &device, FileFormat format, const ImportRequest &request,
                                         const networks::PostSink &sink)
{
    const networks::ImportOptions options{.batchSize = kBatchSize};
    if (format == FileFormat::Csv)
        return networks::readCsv(device, request.mapping, sink, options);
    return networks::readNdjson(device, sink, options);
}

} // namespace

FileFormat detectFormat(QIODevice &device)
{
    const QByteArray start = device.peek(kPeeked);
    qsizetype at = start.startsWith("\xef\xbb\xbf") ? 3 : 0;
    while (at < start.size() && QChar::isSpace(uint(uchar(start[at]))))
        ++at;
    return at < start.size() && start[at] == '{' ? FileFormat::Ndjson : FileFormat::Csv;
}

Result<ImportReport> importDevice(Intake &intake, QIODevice &device, const ImportRequest &request)
{
    const FileFormat format = request.format == FileFormat::Auto ? detectFormat(device) : request.format;
    const qint64 size = device.size();
    IntakeStream stream(intake);
    const networks::PostSink sink = [&](std::vector<networks::Post> &&posts) -> Result<> {
        if (request.isCancelled && *request.isCancelled)
            return fail(ErrorKind::Cancelled, u"the import was cancelled"_s);
        auto pushed = stream.push({.posts = std::move(posts),
                                   .sourceId = request.sourceId,
                                   .origin = request.origin,
                                   .actor = request.actor});
        if (pushed && request.progress)
            request.progress(device.pos(), size);
        return pushed;
    };
    const auto read = readPosts(device, format, request, sink);
    const auto finished = stream.finish();
    if (!read || !finished) {
        Error error = read ? finished.error() : read.error();
        if (error.place.file.isEmpty())
            error.place.file = request.path;
        return fail(std::move(error));
    }
    if (request.progress)
        request.progress(size, size);
    return ImportReport{.read = read->read,
                        .stored = stream.report().stored,
                        .duplicate = stream.report().duplicate,
                        .edited = stream.report().edited,
                        .rejectedCount = read->rejected,
                        .rejected = read->rejects,
                        .alerts = stream.report().alerts,
                        .format = format};
}

Result<ImportReport> importFile(Intake &intake, const ImportRequest &request)
{
    QFile file(request.path);
    if (!file.open(QIODevice::ReadOnly))
        return fail({.kind = ErrorKind::File,
                     .detail = u"cannot be opened: %1"_s.arg(file.errorString()),
                     .place = {.file = request.path}});
    return importDevice(intake, file, request);
}

} // namespace vigie::monitoring
