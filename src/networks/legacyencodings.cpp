// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/legacyencodings.h"

#include <algorithm>
#include <array>

#include <iconv.h>

namespace vigie::networks
{
namespace
{

/// A list of its own: a converter is chosen by a name that comes from outside, and not each that a system has is harmless.
bool isKnown(const QByteArray &name)
{
    static constexpr std::array<const char *, 40> kNames = {
        "big5",        "big5-hkscs",   "euc-kr",       "euc-jp",       "shift_jis",    "gb2312",      "gbk",
        "gb18030",     "koi8-r",       "koi8-u",       "iso-8859-2",   "iso-8859-3",   "iso-8859-4",  "iso-8859-5",
        "iso-8859-6",  "iso-8859-7",   "iso-8859-8",   "iso-8859-9",   "iso-8859-10",  "iso-8859-11", "iso-8859-13",
        "iso-8859-14", "iso-8859-16",  "windows-874",  "windows-1250", "windows-1251", "windows-1253", "windows-1254",
        "windows-1255", "windows-1256", "windows-1257", "windows-1258", "cp1250",       "cp1251",      "cp949",
        "ibm866",      "tis-620",      "macintosh",    "cp437",        "cp850"};
    return std::any_of(kNames.begin(), kNames.end(), [&name](const char *known) { return name == known; });
}

} // namespace

std::optional<QString> decodedFromLegacy(const QByteArray &name, const QByteArray &bytes)
{
    if (!isKnown(name))
        return std::nullopt;
    // What calls itself GB 2312 or Big5 uses their extensions on the web.
    const QByteArray wider = name == "gb2312" ? QByteArray("gb18030") : name == "big5" ? QByteArray("big5-hkscs") : name;
    const QByteArray converterName = wider.startsWith("windows-") ? "cp" + wider.mid(8) : wider;
    const iconv_t converter = iconv_open("UTF-8", converterName.constData());
    if (converter == iconv_t(-1))
        return std::nullopt;
    QByteArray utf8;
    QByteArray input = bytes; // iconv() wants it writable
    char *in = input.data();
    std::size_t left = std::size_t(input.size());
    std::array<char, 8192> block{};
    bool isInvalid = false;
    while (left > 0 && !isInvalid) {
        char *out = block.data();
        std::size_t room = block.size();
        const std::size_t before = left;
        const std::size_t done = iconv(converter, &in, &left, &out, &room);
        utf8.append(block.data(), out - block.data());
        // Filled blocks go on; anything that does not move is no text in this encoding.
        isInvalid = done == std::size_t(-1) && left == before && room == block.size();
    }
    iconv_close(converter);
    return isInvalid ? std::nullopt : std::optional(QString::fromUtf8(utf8));
}

} // namespace vigie::networks
