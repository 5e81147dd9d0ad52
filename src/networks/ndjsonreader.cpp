// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/ndjsonreader.h"

#include "networks/ndjsonpost.h"

#include <QIODevice>

#include <simdjson.h>

#include <cstring>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr qsizetype kBlockSize = 1 << 20;

bool isBlankLine(std::string_view line)
{
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

/// The device as lines, a block at a time.
class NdjsonImport
{
public:
    NdjsonImport(const PostSink &sink, const ImportOptions &options)
        : m_sink(sink), m_batchSize(std::max<std::size_t>(options.batchSize, 1))
    {
    }

    [[nodiscard]] Result<ImportReport> run(QIODevice &device);

private:
    [[nodiscard]] Result<> takeLines(char *begin, char *end, char *&rest);
    [[nodiscard]] Result<> takeLine(std::string_view line);
    [[nodiscard]] Result<> flush();

    const PostSink &m_sink;
    std::size_t m_batchSize;
    NdjsonPostParser m_parser;
    ImportReport m_report;
    std::vector<Post> m_batch;
    qint64 m_line = 0;
    bool m_skipping = false; ///< within a line that is too long
};

Result<> NdjsonImport::flush()
{
    if (m_batch.empty())
        return {};
    std::vector<Post> batch = std::move(m_batch);
    m_batch = {};
    m_batch.reserve(m_batchSize);
    return m_sink(std::move(batch));
}

Result<> NdjsonImport::takeLine(std::string_view line)
{
    ++m_line;
    if (m_line == 1 && line.starts_with("\xef\xbb\xbf"))
        line.remove_prefix(3);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    if (isBlankLine(line))
        return {};
    ++m_report.read;
    if (qsizetype(line.size()) > kMaxNdjsonLine) {
        m_report.reject(m_line, u"the line is longer than 1 MB"_s);
        return {};
    }
    Post post;
    if (!m_parser.parse(line, post)) {
        m_report.reject(m_line, m_parser.reason());
        return {};
    }
    ++m_report.accepted;
    m_batch.push_back(std::move(post));
    return m_batch.size() >= m_batchSize ? flush() : Result<>();
}

Result<> NdjsonImport::takeLines(char *begin, char *end, char *&rest)
{
    while (begin < end) {
        char *const newline = static_cast<char *>(std::memchr(begin, '\n', std::size_t(end - begin)));
        if (!newline)
            break;
        if (m_skipping) {
            m_skipping = false; // counted and rejected when it was found to be too long
        } else if (const Result<> taken = takeLine({begin, std::size_t(newline - begin)}); !taken) {
            return taken;
        }
        begin = newline + 1;
    }
    rest = begin;
    return {};
}

Result<ImportReport> NdjsonImport::run(QIODevice &device)
{
    m_batch.reserve(m_batchSize);
    QByteArray buffer(kMaxNdjsonLine + 16 + kBlockSize + qsizetype(simdjson::SIMDJSON_PADDING), Qt::Uninitialized);
    qsizetype held = 0;
    for (;;) {
        const qint64 got = device.read(buffer.data() + held, kBlockSize);
        if (got < 0)
            return fail(ErrorKind::File, u"cannot read: "_s + device.errorString());
        if (got == 0) {
            // A socket or a pipe may only be slow; a file at its end says so.
            if (!device.atEnd() && device.waitForReadyRead(30'000))
                continue;
            break;
        }
        char *const end = buffer.data() + held + got;
        std::memset(end, 0, simdjson::SIMDJSON_PADDING);
        char *rest = buffer.data();
        if (const Result<> taken = takeLines(buffer.data(), end, rest); !taken)
            return tl::unexpected(taken.error());
        held = end - rest;
        if (m_skipping)
            held = 0;
        if (held > kMaxNdjsonLine + 4) {
            ++m_line;
            ++m_report.read;
            m_report.reject(m_line, u"the line is longer than 1 MB"_s);
            m_skipping = true;
            held = 0;
        }
        std::memmove(buffer.data(), rest, std::size_t(held));
    }
    std::memset(buffer.data() + held, 0, simdjson::SIMDJSON_PADDING);
    if (held > 0 && !m_skipping) {
        if (const Result<> taken = takeLine({buffer.constData(), std::size_t(held)}); !taken)
            return tl::unexpected(taken.error());
    }
    if (const Result<> flushed = flush(); !flushed)
        return tl::unexpected(flushed.error());
    return std::move(m_report);
}

} // namespace

Result<ImportReport> readNdjson(QIODevice &device, const PostSink &sink, const ImportOptions &options)
{
    return NdjsonImport(sink, options).run(device);
}

Result<Post> postFromJson(QByteArrayView line)
{
    if (line.size() > kMaxNdjsonLine)
        return fail(ErrorKind::Parse, u"the line is longer than 1 MB"_s);
    const simdjson::padded_string padded(line.data(), std::size_t(line.size()));
    NdjsonPostParser parser;
    Post post;
    if (!parser.parse(std::string_view(padded.data(), padded.size()), post))
        return fail(ErrorKind::Parse, parser.reason());
    return post;
}

} // namespace vigie::networks
