// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/postfields.h"

#include "core/text.h"
#include "networks/capabilities.h"
#include "networks/plaintext.h"

#include <algorithm>

namespace vigie::networks
{
namespace
{

/// True when core::sanitized() would change nothing, which is so for nearly every text.
bool isClean(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar character) {
        const char16_t unit = character.unicode();
        if (unit < 0x20)
            return unit == u'\n' || unit == u'\t';
        if (unit < 0x7f)
            return true;
        if (unit < 0x2000)
            return unit > 0x9f;
        // Surrogates are in pairs here, since they come out of a decoder.
        return !((unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069) || unit == 0xfeff);
    });
}

QString cleanFromUtf8(std::string_view utf8)
{
    QString text = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    return isClean(text) ? text : core::sanitized(text);
}

bool isAsciiAlphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Letters, digits, dots and single inner hyphens, and not a number at the end: what QUrl takes as it stands.
bool isPlainHost(std::string_view host)
{
    constexpr std::size_t kMaxLabel = 63;
    constexpr std::size_t kMaxHost = 253;
    if (host.empty() || host.size() > kMaxHost)
        return false;
    std::size_t begin = 0;
    for (;;) {
        const std::size_t end = std::min(host.find('.', begin), host.size());
        const std::string_view label = host.substr(begin, end - begin);
        if (label.empty() || label.size() > kMaxLabel || label.front() == '-' || label.back() == '-' ||
            label.find("--") != std::string_view::npos ||
            !std::all_of(label.begin(), label.end(), [](char c) { return isAsciiAlphanumeric(c) || c == '-'; }))
            return false;
        if (end == host.size())
            return label.front() < '0' || label.front() > '9';
        begin = end + 1;
    }
}

/// An address that needs no closer look: a plain host and printable ASCII.
bool isPlainWebAddress(std::string_view utf8)
{
    const std::size_t scheme = utf8.starts_with("https://") ? 8 : utf8.starts_with("http://") ? 7 : 0;
    if (scheme == 0)
        return false;
    const std::size_t end = std::min(utf8.find_first_of("/?", scheme), utf8.size());
    if (!isPlainHost(utf8.substr(scheme, end - scheme)))
        return false;
    return std::all_of(utf8.begin() + std::ptrdiff_t(end), utf8.end(), [](char c) {
        return isAsciiAlphanumeric(c) || std::string_view("/?&=.-_~:@!,;+#()*'").find(c) != std::string_view::npos;
    });
}

} // namespace

QString postTextFromUtf8(std::string_view utf8)
{
    QString text = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    if (text.size() > Post::kMaxTextLength || !isClean(text))
        return cleanPostText(text);
    return text.trimmed();
}

QString identifierFromUtf8(std::string_view utf8)
{
    QString text = cleanFromUtf8(utf8);
    std::replace_if(
        text.begin(), text.end(), [](QChar unit) { return unit == u'\n' || unit == u'\t'; }, u' ');
    return text.trimmed();
}

QString openableUrlFromUtf8(std::string_view utf8)
{
    if (utf8.empty() || qsizetype(utf8.size()) > kMaxUrlSize)
        return {};
    QString url = QString::fromUtf8(utf8.data(), qsizetype(utf8.size())).trimmed();
    return isPlainWebAddress(utf8) || postUrlIsOpenable(url) ? url : QString();
}

QString languageTagFromUtf8(std::string_view utf8)
{
    if (utf8.size() < 2 || utf8.size() > 35)
        return {};
    const bool isTag =
        std::all_of(utf8.begin(), utf8.end(), [](char c) { return isAsciiAlphanumeric(c) || c == '-' || c == '_'; });
    return isTag ? QString::fromLatin1(utf8.data(), qsizetype(utf8.size())).replace(u'_', u'-') : QString();
}

std::optional<QString> networkKeyFrom(std::string_view utf8)
{
    if (utf8.empty() || utf8.size() > 40)
        return std::nullopt;
    const bool isKey = std::all_of(utf8.begin(), utf8.end(),
                                   [](char c) { return isAsciiAlphanumeric(c) || c == '.' || c == '_' || c == '-'; });
    return isKey ? std::optional(QString::fromLatin1(utf8.data(), qsizetype(utf8.size())).toLower()) : std::nullopt;
}

void appendJsonString(QByteArray &json, QStringView text)
{
    static constexpr char kHex[] = "0123456789abcdef";
    json += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (c == '\n') {
            json += "\\n";
        } else if (c == '\t') {
            json += "\\t";
        } else if (byte < 0x20) {
            json += "\\u00";
            json += kHex[byte >> 4];
            json += kHex[byte & 15];
        } else {
            json += c;
        }
    }
    json += '"';
}

} // namespace vigie::networks
