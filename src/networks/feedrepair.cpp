// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/feedrepair.h"

#include "networks/htmlentities.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr qsizetype kLongestReference = 34;

bool isXmlCharacter(uint code)
{
    return code == 0x9 || code == 0xa || code == 0xd || (code >= 0x20 && code <= 0xd7ff) ||
           (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

bool isXmlName(QStringView name)
{
    return name == u"amp" || name == u"lt" || name == u"gt" || name == u"quot" || name == u"apos";
}

/// What stands for the reference "&body;" in XML, whose own five are not asked for; nothing when it is none.
QString mended(QStringView body)
{
    if (!body.startsWith(u'#'))
        return namedEntity(body).toHtmlEscaped();
    const bool isHex = body.size() > 1 && (body[1] == u'x' || body[1] == u'X');
    const QStringView digits = body.mid(isHex ? 2 : 1);
    bool isNumber = false;
    const uint code = digits.toUInt(&isNumber, isHex ? 16 : 10);
    const bool hasSign = !digits.isEmpty() && (digits[0] == u'+' || digits[0] == u'-' || digits[0].isSpace());
    const bool isOverlong = !isNumber && !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), [](QChar unit) {
        return unit.isLetterOrNumber();
    });
    if (hasSign || (!isNumber && !isOverlong))
        return {};
    if (!isNumber || !isXmlCharacter(code))
        return u"\ufffd"_s;
    if (code >= 0x80 && code <= 0x9f)
        return QString(QChar(fromC1(char16_t(code))));
    return u"&#%1;"_s.arg(code);
}

/// The end of what begins at `at` and holds no references: a CDATA section, a comment. Nothing begins: `at`.
qsizetype endOfVerbatim(QStringView xml, qsizetype at)
{
    if (at + 1 == xml.size() || xml[at + 1] != u'!')
        return at;
    const auto endOf = [&](QStringView start, QStringView end) {
        if (!xml.mid(at).startsWith(start))
            return at;
        const qsizetype found = xml.indexOf(end, at + start.size());
        return found < 0 ? xml.size() : found + end.size();
    };
    const qsizetype cdata = endOf(u"<![CDATA[", u"]]>");
    return cdata != at ? cdata : endOf(u"<!--", u"-->");
}

} // namespace

char16_t fromC1(char16_t unit)
{
    static constexpr std::array<char16_t, 32> kC1 = {0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                                     0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd,
                                                     0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                     0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178};
    return unit >= 0x80 && unit <= 0x9f ? kC1[unit - 0x80] : unit;
}

QString withReferencesMended(const QString &xml)
{
    if (!xml.contains(u'&'))
        return xml;
    QString result;
    result.reserve(xml.size() + xml.size() / 16);
    const QStringView view(xml);
    qsizetype copied = 0;
    for (qsizetype at = 0; at < view.size(); ++at) {
        if (view[at] > u'<')
            continue; // as most are
        if (view[at] == u'<') {
            at = std::max(at, endOfVerbatim(view, at) - 1);
            continue;
        }
        if (view[at] != u'&')
            continue;
        const QStringView body = view.mid(at + 1, kLongestReference);
        const qsizetype length = body.indexOf(u';');
        if (length > 0 && isXmlName(body.left(length))) {
            at += length;
            continue; // is right, and copied with what is around it
        }
        result += view.mid(copied, at - copied);
        const QString reference = length > 0 ? mended(body.left(length)) : QString();
        result += reference.isEmpty() ? u"&amp;"_s : reference;
        at += reference.isEmpty() ? 0 : length + 1;
        copied = at + 1;
    }
    result += view.mid(copied);
    return result;
}

void closeLastTag(QString &xml)
{
    qsizetype at = xml.size();
    while (at > 0 && (xml[at - 1].isLetterOrNumber() || xml[at - 1] == u':' || xml[at - 1].isSpace()))
        --at;
    if (at >= 2 && at < xml.size() && xml[at - 1] == u'/' && xml[at - 2] == u'<')
        xml += u'>';
}

} // namespace vigie::networks
