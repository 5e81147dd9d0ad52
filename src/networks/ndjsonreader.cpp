// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/ndjsonreader.h"

#include "networks/postfields.h"
#include "networks/timestamps.h"

#include <QIODevice>
#include <QJsonDocument>
#include <QJsonObject>

#include <simdjson.h>

#include <array>
#include <cstring>
#include <limits>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

namespace ondemand = simdjson::ondemand;

constexpr qsizetype kBlockSize = 1 << 20;
constexpr std::size_t kMaxIdSize = 2000;

/// Parses one line after another with the same scratch memory.
class PostParser
{
public:
    /// `line` must be followed by SIMDJSON_PADDING readable bytes.
    [[nodiscard]] bool parse(std::string_view line, Post &post);
    [[nodiscard]] const QString &reason() const { return m_reason; }

private:
    enum Seen : unsigned { SeenNetwork = 1, SeenId = 2, SeenText = 4, SeenTime = 8 };

    bool no(QString reason)
    {
        m_reason = std::move(reason);
        return false;
    }
    bool readMember(std::string_view key, ondemand::value value, Post &post);
    bool readOptional(std::string_view key, ondemand::value value, Post &post);
    bool readAuthor(ondemand::value value, Post &post);
    bool readText(ondemand::value value, const char *name, std::string_view &text);
    bool readNetwork(ondemand::value value, Post &post);
    template <typename Number>
    bool readCount(ondemand::value value, const char *name, Number &count);
    bool keep(std::string_view key, ondemand::value value, Post &post);

    ondemand::parser m_parser;
    simdjson::dom::parser m_domParser;
    QString m_reason;
    QString m_lastNetwork; ///< shared by the posts that follow, which saves an allocation each
    QByteArray m_lastNetworkUtf8;
    unsigned m_seen = 0;
};

QString sentence(const char *field, const char *problem)
{
    return QLatin1StringView(field) + u": "_s + QLatin1StringView(problem);
}

bool PostParser::readText(ondemand::value value, const char *name, std::string_view &text)
{
    if (value.get_string().get(text) != simdjson::SUCCESS)
        return no(sentence(name, "expected a string"));
    return true;
}

template <typename Number>
bool PostParser::readCount(ondemand::value value, const char *name, Number &count)
{
    std::int64_t number = 0;
    if (value.get_int64().get(number) != simdjson::SUCCESS || number < 0)
        return no(sentence(name, "expected a whole number, not negative"));
    count = Number(std::min<std::int64_t>(number, std::numeric_limits<Number>::max()));
    return true;
}

bool PostParser::readNetwork(ondemand::value value, Post &post)
{
    std::string_view text;
    if (!readText(value, "network", text))
        return false;
    if (std::string_view(m_lastNetworkUtf8.constData(), std::size_t(m_lastNetworkUtf8.size())) != text || text.empty()) {
        const std::optional<QString> key = networkKeyFrom(text);
        if (!key)
            return no(sentence("network", "expected a short name of letters, digits, '.', '-' or '_'"));
        m_lastNetwork = *key;
        m_lastNetworkUtf8 = QByteArray(text.data(), qsizetype(text.size()));
    }
    post.network = m_lastNetwork;
    m_seen |= SeenNetwork;
    return true;
}

bool PostParser::readMember(std::string_view key, ondemand::value value, Post &post)
{
    std::string_view text;
    if (key == "network")
        return readNetwork(value, post);
    if (key == "text") {
        if (!readText(value, "text", text))
            return false;
        post.text = postTextFromUtf8(text);
        m_seen |= SeenText;
        return true;
    }
    if (key == "id") {
        if (!readText(value, "id", text))
            return false;
        if (text.size() > kMaxIdSize)
            return no(sentence("id", "too long"));
        post.remoteId = identifierFromUtf8(text);
        if (post.remoteId.isEmpty())
            return no(sentence("id", "empty"));
        m_seen |= SeenId;
        return true;
    }
    if (key == "posted_at") {
        if (!readText(value, "posted_at", text))
            return false;
        const std::optional<core::Instant> time = parseRfc3339(text);
        if (!time)
            return no(sentence("posted_at", "expected a time like 2026-01-31T08:12:05Z"));
        post.postedAt = *time;
        m_seen |= SeenTime;
        return true;
    }
    return readOptional(key, value, post);
}

bool PostParser::readOptional(std::string_view key, ondemand::value value, Post &post)
{
    static constexpr std::array<std::string_view, 9> kKnown = {"author",  "url",         "lang", "likes",     "reposts",
                                                               "replies", "in_reply_to", "root", "is_repost"};
    if (std::find(kKnown.begin(), kKnown.end(), key) == kKnown.end())
        return keep(key, value, post);
    bool isNull = false;
    if (value.is_null().get(isNull) == simdjson::SUCCESS && isNull)
        return true;
    std::string_view text;
    if (key == "author")
        return readAuthor(value, post);
    if (key == "likes")
        return readCount(value, "likes", post.likes);
    if (key == "reposts")
        return readCount(value, "reposts", post.reposts);
    if (key == "replies")
        return readCount(value, "replies", post.replies);
    if (key == "is_repost") {
        if (value.get_bool().get(post.isRepost) != simdjson::SUCCESS)
            return no(sentence("is_repost", "expected true or false"));
        return true;
    }
    const char *const name = key == "url" ? "url" : key == "lang" ? "lang" : key == "root" ? "root" : "in_reply_to";
    if (!readText(value, name, text))
        return false;
    if (text.size() > (key == "url" ? std::size_t(kMaxUrlSize) : kMaxIdSize))
        return no(sentence(name, "too long"));
    if (key == "url")
        post.url = openableUrlFromUtf8(text);
    else if (key == "lang")
        post.language = languageTagFromUtf8(text);
    else
        (key == "root" ? post.root : post.inReplyTo) = identifierFromUtf8(text);
    return true;
}

bool PostParser::readAuthor(ondemand::value value, Post &post)
{
    ondemand::object object;
    if (value.get_object().get(object) != simdjson::SUCCESS)
        return no(sentence("author", "expected an object"));
    for (auto field : object) {
        std::string_view key;
        ondemand::value member;
        if (field.unescaped_key().get(key) != simdjson::SUCCESS || field.value().get(member) != simdjson::SUCCESS)
            return no(u"not valid JSON"_s);
        const bool isName = key == "name";
        const bool isKnown = isName || key == "handle" || key == "url" || key == "followers";
        bool isNull = false;
        if (isKnown && member.is_null().get(isNull) == simdjson::SUCCESS && isNull)
            continue;
        if (key == "followers") {
            if (!readCount(member, "author.followers", post.author.followers))
                return false;
            continue;
        }
        std::string_view text;
        if (!isKnown) {
            if (!keep(std::string("author.").append(key), member, post))
                return false;
        } else if (!readText(member, isName ? "author.name" : key == "url" ? "author.url" : "author.handle", text)) {
            return false;
        } else if (text.size() > std::size_t(kMaxUrlSize)) {
            return no(sentence("author", "a member is too long"));
        } else if (key == "url") {
            post.author.url = openableUrlFromUtf8(text);
        } else {
            (isName ? post.author.name : post.author.handle) = identifierFromUtf8(text);
        }
    }
    return true;
}

bool PostParser::keep(std::string_view key, ondemand::value value, Post &post)
{
    // Read on demand, a value that nobody asks for is not fully checked; what we keep must be valid JSON.
    std::string_view raw;
    if (simdjson::to_json_string(value).get(raw) != simdjson::SUCCESS)
        return no(u"not valid JSON"_s);
    QByteArray compact;
    simdjson::dom::element element;
    const simdjson::error_code error = m_domParser.parse(raw.data(), raw.size()).get(element);
    if (error == simdjson::SUCCESS) {
        const std::string text = simdjson::minify(element);
        compact = QByteArray(text.data(), qsizetype(text.size()));
    } else if (error == simdjson::NUMBER_ERROR) {
        // A number beyond 64 bits: legal, and better rounded than lost.
        const QJsonDocument document =
            QJsonDocument::fromJson("[" + QByteArray(raw.data(), qsizetype(raw.size())) + "]");
        if (document.isNull())
            return no(u"not valid JSON"_s);
        compact = document.toJson(QJsonDocument::Compact);
        compact = compact.mid(1, compact.size() - 2);
    } else {
        return no(u"not valid JSON"_s);
    }
    if (post.extra.isEmpty()) {
        post.extra = "{";
    } else {
        post.extra.back() = ',';
    }
    appendJsonString(post.extra, QString::fromUtf8(key.data(), qsizetype(key.size())));
    post.extra += ':' + compact + '}';
    return true;
}

bool PostParser::parse(std::string_view line, Post &post)
{
    m_seen = 0;
    ondemand::document document;
    const simdjson::error_code opened =
        m_parser.iterate(line.data(), line.size(), line.size() + simdjson::SIMDJSON_PADDING).get(document);
    if (opened == simdjson::UTF8_ERROR)
        return no(u"not valid UTF-8"_s);
    ondemand::object object;
    if (opened != simdjson::SUCCESS)
        return no(u"not valid JSON"_s);
    if (document.get_object().get(object) != simdjson::SUCCESS)
        return no(u"expected a JSON object"_s);
    for (auto field : object) {
        std::string_view key;
        ondemand::value value;
        if (field.unescaped_key().get(key) != simdjson::SUCCESS || field.value().get(value) != simdjson::SUCCESS)
            return no(u"not valid JSON"_s);
        if (!readMember(key, value, post))
            return false;
    }
    const char *behind = nullptr;
    if (document.current_location().get(behind) == simdjson::SUCCESS)
        return no(u"something follows the JSON object"_s);
    if (m_seen == (SeenNetwork | SeenId | SeenText | SeenTime))
        return true;
    const char *const missing = !(m_seen & SeenNetwork) ? "network"
                                : !(m_seen & SeenId)    ? "id"
                                : !(m_seen & SeenText)  ? "text"
                                                        : "posted_at";
    return no(sentence(missing, "missing"));
}

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
    PostParser m_parser;
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

void appendMember(QByteArray &json, const char *key, const QString &value)
{
    if (value.isEmpty())
        return;
    json += QByteArrayLiteral(",\"") + key + "\":";
    appendJsonString(json, value);
}

void appendCount(QByteArray &json, const char *key, int value)
{
    if (value != 0)
        json += QByteArrayLiteral(",\"") + key + "\":" + QByteArray::number(value);
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
    PostParser parser;
    Post post;
    if (!parser.parse(std::string_view(padded.data(), padded.size()), post))
        return fail(ErrorKind::Parse, parser.reason());
    return post;
}

QByteArray toNdjson(const Post &post)
{
    QByteArray json;
    json.reserve(post.text.size() + 300);
    json += "{\"network\":";
    appendJsonString(json, post.network);
    json += ",\"id\":";
    appendJsonString(json, post.remoteId);
    appendMember(json, "url", post.url);
    QByteArray author;
    appendMember(author, "handle", post.author.handle);
    appendMember(author, "name", post.author.name);
    appendMember(author, "url", post.author.url);
    if (post.author.followers >= 0)
        author += ",\"followers\":" + QByteArray::number(post.author.followers);
    if (!author.isEmpty())
        json += ",\"author\":{" + author.mid(1) + '}';
    json += ",\"text\":";
    appendJsonString(json, post.text);
    appendMember(json, "lang", post.language);
    json += ",\"posted_at\":\"" + core::toIso(post.postedAt).toLatin1() + '"';
    appendMember(json, "in_reply_to", post.inReplyTo);
    appendMember(json, "root", post.root);
    appendCount(json, "likes", post.likes);
    appendCount(json, "reposts", post.reposts);
    appendCount(json, "replies", post.replies);
    if (post.isRepost)
        json += ",\"is_repost\":true";
    if (post.extra.size() > 2)
        json += ',' + post.extra.mid(1, post.extra.size() - 2);
    return json + '}';
}

} // namespace vigie::networks
