// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/lengthrule.h"

#include <QFile>
#include <QSet>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr qsizetype kMaxUrl = 4096;
constexpr qsizetype kMaxLabel = 63;
constexpr qsizetype kMaxDomain = 253;
constexpr qsizetype kMaxSlug = 40; ///< of a t.co link

struct TopLevelDomains {
    QSet<QString> names;
    qsizetype longestForeign = 0; ///< the longest one not written in ASCII
};

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar unit) { return unit.unicode() < 0x80; });
}

const TopLevelDomains &topLevelDomains()
{
    static const TopLevelDomains domains = [] {
        QFile file(u":/networks/tlds.txt"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the table of top-level domains is not in the binary");
        TopLevelDomains table;
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
            if (line.startsWith(u'#'))
                continue;
            table.names.insert(line);
            if (!isAscii(line))
                table.longestForeign = std::max(table.longestForeign, line.size());
        }
        return table;
    }();
    return domains;
}

bool isAsciiAlphanumeric(QChar unit)
{
    const char16_t c = unit.unicode();
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

bool isLatinAccent(QChar unit)
{
    const char16_t c = unit.unicode();
    return (c >= 0xc0 && c <= 0x24f && c != 0xd7 && c != 0xf7) || c == 0x253 || c == 0x254 || c == 0x256 || c == 0x257
           || c == 0x259 || c == 0x25b || c == 0x263 || c == 0x268 || c == 0x26f || c == 0x272 || c == 0x289 || c == 0x28b
           || c == 0x2bb || (c >= 0x300 && c <= 0x36f) || (c >= 0x1e00 && c <= 0x1eff);
}

/// What a domain name is made of: letters and digits of any script. The dot, "-" and "_" come extra.
bool isDomainUnit(QChar unit)
{
    const char16_t c = unit.unicode();
    if (c < 0x80)
        return isAsciiAlphanumeric(unit);
    return !unit.isSpace() && c != 0xa0 && !(c >= 0x2000 && c <= 0x206f) && c != 0x3000 && c != 0xfeff && c < 0xfffe
           && c != 0xfffd;
}

/// What may not stand before a link: it would be part of a word, of a mention, a hashtag or a cashtag.
bool mayPrecedeLink(QChar unit)
{
    const char16_t c = unit.unicode();
    return !isAsciiAlphanumeric(unit) && c != u'@' && c != 0xff20 && c != u'$' && c != u'#' && c != 0xff03 && c != 0xfeff
           && c < 0xfffe;
}

bool isLatinDomainUnit(QChar unit)
{
    return isAsciiAlphanumeric(unit) || isLatinAccent(unit) || unit == u'-' || unit == u'.';
}

bool isPathUnit(QChar unit)
{
    const char16_t c = unit.unicode();
    if (c < 0x80)
        return isAsciiAlphanumeric(unit) || QStringView(u"!*';:=+,.$/%#[]-_~@|&").contains(unit);
    return c == 0x2013 || isLatinAccent(unit) || (c >= 0x400 && c <= 0x4ff);
}

bool mayEndPath(QChar unit)
{
    const char16_t c = unit.unicode();
    return c < 0x80 ? isAsciiAlphanumeric(unit) || QStringView(u"+-=_#/").contains(unit) : isPathUnit(unit) && c != 0x2013;
}

/// Finds the links of one text.
class LinkScanner
{
public:
    explicit LinkScanner(QStringView text) : m_text(text) {}
    [[nodiscard]] std::vector<LinkSpan> scan();

private:
    struct Domain {
        qsizetype end = -1; ///< -1: none
        qsizetype suffixAt = 0;
    };

    [[nodiscard]] qsizetype domainRunEnd(qsizetype at) const;
    [[nodiscard]] qsizetype suffixLength(QStringView label, qsizetype at) const;
    [[nodiscard]] Domain domainIn(qsizetype start, qsizetype end) const;
    [[nodiscard]] bool isValidDomain(qsizetype start, qsizetype end) const;
    [[nodiscard]] qsizetype tailEnd(qsizetype at) const;
    [[nodiscard]] qsizetype pathEnd(qsizetype at) const;
    [[nodiscard]] qsizetype parenthesesEnd(qsizetype at) const;
    [[nodiscard]] qsizetype queryEnd(qsizetype at) const;
    [[nodiscard]] qsizetype shortenedEnd(qsizetype domainAt, qsizetype domainEnd) const;
    [[nodiscard]] qsizetype takeWithScheme(qsizetype start, qsizetype domainAt);
    [[nodiscard]] qsizetype takeWithoutScheme(qsizetype start, qsizetype runEnd);

    QStringView m_text;
    std::vector<LinkSpan> m_links;
};

qsizetype LinkScanner::domainRunEnd(qsizetype at) const
{
    while (at < m_text.size() && (isDomainUnit(m_text[at]) || m_text[at] == u'.' || m_text[at] == u'-' || m_text[at] == u'_'))
        ++at;
    return at;
}

/// The length of the top-level domain with which a label begins; 0 when it begins with none. `at` is its place.
qsizetype LinkScanner::suffixLength(QStringView label, qsizetype at) const
{
    qsizetype ascii = 0;
    while (ascii < label.size() && isAsciiAlphanumeric(label[ascii]))
        ++ascii;
    const auto mayFollow = [this](qsizetype behind) {
        return behind >= m_text.size()
               || (!isAsciiAlphanumeric(m_text[behind]) && !QStringView(u"@+-").contains(m_text[behind]));
    };
    const TopLevelDomains &known = topLevelDomains();
    if (ascii > 0) {
        if (label.startsWith(u"xn--", Qt::CaseInsensitive)) {
            while (ascii < label.size() && (isAsciiAlphanumeric(label[ascii]) || label[ascii] == u'-'))
                ++ascii;
            return ascii > 4 && mayFollow(at + ascii) ? ascii : 0;
        }
        return mayFollow(at + ascii) && known.names.contains(label.left(ascii).toString().toLower()) ? ascii : 0;
    }
    for (qsizetype length = std::min(label.size(), known.longestForeign); length > 0; --length) {
        if (mayFollow(at + length) && known.names.contains(label.left(length).toString()))
            return length;
    }
    return 0;
}

/// The longest domain name that begins at `start` and has a known ending.
LinkScanner::Domain LinkScanner::domainIn(qsizetype start, qsizetype end) const
{
    Domain best;
    qsizetype labelAt = start;
    bool isFirst = true;
    bool previousMayBeName = false;
    while (labelAt < end) {
        qsizetype labelEnd = labelAt;
        while (labelEnd < end && m_text[labelEnd] != u'.')
            ++labelEnd;
        const QStringView label = m_text.mid(labelAt, labelEnd - labelAt);
        if (label.isEmpty() || label.startsWith(u'-') || label.startsWith(u'_'))
            break;
        if (!isFirst && previousMayBeName) {
            if (const qsizetype length = suffixLength(label, labelAt); length > 0)
                best = {labelAt + length, labelAt};
        }
        if (label.endsWith(u'-') || label.endsWith(u'_'))
            break;
        previousMayBeName = !label.contains(u'_');
        isFirst = false;
        labelAt = labelEnd + 1;
    }
    return best;
}

bool LinkScanner::isValidDomain(qsizetype start, qsizetype end) const
{
    const QStringView domain = m_text.mid(start, end - start);
    if (domain.size() > kMaxDomain)
        return false;
    const QList<QStringView> labels = domain.split(u'.');
    return std::all_of(labels.begin(), labels.end(), [](QStringView label) {
        if (isAscii(label))
            return label.size() <= kMaxLabel;
        if (label.startsWith(u"xn--", Qt::CaseInsensitive))
            return false;
        const QByteArray encoded = QUrl::toAce(label.toString());
        return !encoded.isEmpty() && encoded.size() <= kMaxLabel;
    });
}

/// The end of a group in parentheses that is properly closed, at most one group within it; `at` when it is none.
qsizetype LinkScanner::parenthesesEnd(qsizetype at) const
{
    qsizetype i = at + 1;
    int depth = 1;
    for (; i < m_text.size() && depth > 0; ++i) {
        if (m_text[i] == u'(' && depth < 2)
            ++depth;
        else if (m_text[i] == u')')
            --depth;
        else if (!isPathUnit(m_text[i]))
            return at;
    }
    return depth == 0 && i - at > 2 ? i : at;
}

qsizetype LinkScanner::pathEnd(qsizetype at) const
{
    qsizetype good = at + 1; // "/" alone is a path
    for (qsizetype i = at + 1; i < m_text.size();) {
        if (m_text[i] == u'(') {
            const qsizetype closed = parenthesesEnd(i);
            if (closed == i)
                break;
            i = good = closed;
            continue;
        }
        if (!isPathUnit(m_text[i]))
            break;
        if (mayEndPath(m_text[i]))
            good = i + 1;
        ++i;
    }
    return good;
}

qsizetype LinkScanner::queryEnd(qsizetype at) const
{
    qsizetype good = at;
    for (qsizetype i = at + 1; i < m_text.size(); ++i) {
        const QChar unit = m_text[i];
        if (!isAsciiAlphanumeric(unit) && !QStringView(u"!?*'@();:&=+$/%#[]-_.,~|").contains(unit))
            break;
        if (isAsciiAlphanumeric(unit) || QStringView(u"-_&=#/").contains(unit))
            good = i + 1;
    }
    return good;
}

/// Behind the domain: port, path, query.
qsizetype LinkScanner::tailEnd(qsizetype at) const
{
    if (at + 1 < m_text.size() && m_text[at] == u':' && m_text[at + 1].isDigit()) {
        ++at;
        while (at < m_text.size() && m_text[at] >= u'0' && m_text[at] <= u'9')
            ++at;
    }
    if (at < m_text.size() && m_text[at] == u'/')
        at = pathEnd(at);
    if (at < m_text.size() && m_text[at] == u'?')
        at = queryEnd(at);
    return at;
}

/// The end of one of X's own short links, whose path is letters and digits alone; 0 when it is none.
qsizetype LinkScanner::shortenedEnd(qsizetype domainAt, qsizetype domainEnd) const
{
    if (m_text.mid(domainAt, domainEnd - domainAt).compare(u"t.co", Qt::CaseInsensitive) != 0
        || domainEnd + 1 >= m_text.size() || m_text[domainEnd] != u'/' || !isAsciiAlphanumeric(m_text[domainEnd + 1]))
        return 0;
    qsizetype end = domainEnd + 1;
    while (end < m_text.size() && isAsciiAlphanumeric(m_text[end]))
        ++end;
    return end;
}

/// Returns where to go on.
qsizetype LinkScanner::takeWithScheme(qsizetype start, qsizetype domainAt)
{
    const qsizetype runEnd = domainRunEnd(domainAt);
    const Domain domain = domainIn(domainAt, runEnd);
    if (domain.end < 0)
        return std::max(domainAt, start + 1);
    qsizetype end = tailEnd(domain.end);
    if (!isValidDomain(domainAt, domain.end) || end - start > kMaxUrl)
        return end;
    if (const qsizetype slugEnd = shortenedEnd(domainAt, domain.end); slugEnd > 0) {
        if (slugEnd - domain.end - 1 > kMaxSlug)
            return end;
        end = slugEnd;
    }
    m_links.push_back({start, end - start});
    return end;
}

qsizetype LinkScanner::takeWithoutScheme(qsizetype start, qsizetype runEnd)
{
    const Domain domain = domainIn(start, runEnd);
    if (domain.end < 0)
        return runEnd;
    const qsizetype end = tailEnd(domain.end);
    const bool followsPunctuation = start > 0 && QStringView(u"-_./").contains(m_text[start - 1]);
    if (followsPunctuation || !isValidDomain(start, domain.end) || end - start > kMaxUrl)
        return end;
    // Without a scheme only names in Latin letters are links, and one run may hold several: "見てa.comとb.com".
    for (qsizetype at = start; at < domain.end;) {
        qsizetype latinEnd = at;
        while (latinEnd < domain.end && isLatinDomainUnit(m_text[latinEnd]))
            ++latinEnd;
        const Domain found = latinEnd > at ? domainIn(at, domain.end) : Domain();
        if (found.end < 0 || found.suffixAt > latinEnd) {
            at = latinEnd + 1;
            continue;
        }
        m_links.push_back({at, (found.end == domain.end ? end : found.end) - at});
        at = found.end;
    }
    return end;
}

std::vector<LinkSpan> LinkScanner::scan()
{
    qsizetype at = 0;
    while (at < m_text.size()) {
        if (!isDomainUnit(m_text[at]) || (at > 0 && !mayPrecedeLink(m_text[at - 1]))) {
            ++at;
            continue;
        }
        const qsizetype runEnd = domainRunEnd(at);
        if (!m_text.mid(runEnd).startsWith(u"://")) {
            at = std::max(takeWithoutScheme(at, runEnd), at + 1);
            continue;
        }
        const QStringView run = m_text.mid(at, runEnd - at);
        const qsizetype scheme = run.endsWith(u"https", Qt::CaseInsensitive)  ? 5
                                 : run.endsWith(u"http", Qt::CaseInsensitive) ? 4
                                                                              : 0;
        const qsizetype start = runEnd - scheme;
        if (scheme > 0 && (start == 0 || mayPrecedeLink(m_text[start - 1])))
            at = takeWithScheme(start, runEnd + 3);
        else
            at = runEnd + 3;
    }
    return std::move(m_links);
}

} // namespace

std::vector<LinkSpan> linksAsXCounts(QStringView text)
{
    return LinkScanner(text).scan();
}

} // namespace vigie::networks
