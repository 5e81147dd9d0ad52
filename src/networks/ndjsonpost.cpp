// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/ndjsonpost.h"

#include "networks/postfields.h"
#include "networks/timestamps.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace vigie::networks
{

namespace ondemand = simdjson::ondemand;

namespace
{

constexpr std::size_t kMaxIdSize = 2000;

QString sentence(const char *field, const char *problem)
{
    return QLatin1StringView(field) + u": "_s + QLatin1StringView(problem);
}

} // namespace

bool NdjsonPostParser::readText(ondemand::value value, const char *name, std::string_view &text)
{
    if (value.get_string().get(text) != simdjson::SUCCESS)
        return no(sentence(name, "expected a string"));
    return true;
}

template <typename Number>
bool NdjsonPostParser::readCount(ondemand::value value, const char *name, Number &count)
{
    std::int64_t number = 0;
    if (value.get_int64().get(number) != simdjson::SUCCESS || number < 0)
        return no(sentence(name, "expected a whole number, not negative"));
    count = Number(std::min<std::int64_t>(number, std::numeric_limits<Number>::max()));
    return true;
}

bool NdjsonPostParser::readNetwork(ondemand::value value, Post &post)
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

bool NdjsonPostParser::readMember(std::string_view key, ondemand::value value, Post &post)
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

bool NdjsonPostParser::readOptional(std::string_view key, ondemand::value value, Post &post)
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

bool NdjsonPostParser::readAuthor(ondemand::value value, Post &post)
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

bool NdjsonPostParser::keep(std::string_view key, ondemand::value value, Post &post)
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

bool NdjsonPostParser::parse(std::string_view line, Post &post)
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

} // namespace vigie::networks
