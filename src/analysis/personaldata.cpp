// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/personaldata.h"

#include "analysis/words.h"

#include <algorithm>
#include <array>
#include <optional>

namespace vigie::analysis
{
namespace
{

bool isDigit(QChar unit)
{
    return unit >= u'0' && unit <= u'9';
}

bool isAsciiLetter(QChar unit)
{
    return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z');
}

bool isGroupMark(QChar unit)
{
    return unit == u' ' || unit == u'.' || unit == u'-' || unit == u'\u00a0' || unit == u'\u202f' || unit == u'(' ||
           unit == u')' || unit == u'/';
}

/// A run of digits with single marks between its groups: "06 12-34.56 78".
struct Digits {
    qsizetype start = 0;
    qsizetype end = 0;
    QString digits;
    bool hasPlus = false;
};

Digits readDigits(QStringView text, qsizetype start)
{
    Digits run{start, start, {}, false};
    qsizetype i = start;
    if (text[i] == u'+') {
        run.hasPlus = true;
        ++i;
    }
    for (int marks = 0; i < text.size() && marks <= 2; ++i) {
        if (isDigit(text[i])) {
            run.digits.append(text[i]);
            run.end = i + 1;
            marks = 0;
        } else if (isGroupMark(text[i])) {
            ++marks;
        } else {
            break;
        }
    }
    return run;
}

/// Marks at the end of a group stand alone but in "(0) 6"; "2024. 06" is two numbers.
bool isFrenchPhone(const Digits &run)
{
    if (run.hasPlus)
        return false;
    const QString &d = run.digits;
    if (d.size() == 10)
        return d[0] == u'0' && d[1] != u'0';
    return d.size() == 13 && d.startsWith(u"0033");
}

bool isInternationalPhone(const Digits &run)
{
    return run.hasPlus && run.digits.size() >= 8 && run.digits.size() <= 15;
}

/// "555-123-4567", "(555) 123-4567": ten digits in groups of 3, 3 and 4.
bool isNorthAmericanPhone(const Digits &run, QStringView text)
{
    if (run.hasPlus || run.digits.size() != 10 || run.digits[0] < u'2')
        return false;
    std::array<int, 4> groups{};
    std::size_t group = 0;
    for (qsizetype i = run.start; i < run.end; ++i) {
        if (isDigit(text[i]))
            ++groups[group];
        else if (groups[group] > 0 && ++group >= groups.size())
            return false;
    }
    return groups == std::array<int, 4>{3, 3, 4, 0};
}

bool passesLuhn(const QString &digits)
{
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        int value = digits[digits.size() - 1 - i].unicode() - u'0';
        if (i % 2 == 1)
            value = value * 2 > 9 ? value * 2 - 9 : value * 2;
        sum += value;
    }
    return sum % 10 == 0;
}

bool isPaymentCard(const Digits &run)
{
    const QString &d = run.digits;
    if (run.hasPlus || d.size() < 13 || d.size() > 19 || d[0] < u'3' || d[0] > u'6')
        return false;
    return passesLuhn(d);
}

/// ISO 13616: the first four characters moved to the end, letters as 10 to 35, the whole modulo 97 is 1.
bool hasIbanChecksum(const QString &iban)
{
    int rest = 0;
    for (qsizetype i = 0; i < iban.size(); ++i) {
        const char16_t unit = iban[(i + 4) % iban.size()].unicode();
        const int value = unit <= u'9' ? unit - u'0' : unit - u'A' + 10;
        rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
}

/// The end of an IBAN that starts here, or -1. Spaces may stand between its groups.
qsizetype ibanEnd(QStringView text, qsizetype start)
{
    constexpr qsizetype kShortest = 15;
    constexpr qsizetype kLongest = 34;
    if (start + 4 >= text.size() || !isAsciiLetter(text[start]) || !isAsciiLetter(text[start + 1]) ||
        !isDigit(text[start + 2]))
        return -1;
    QString iban;
    qsizetype best = -1;
    for (qsizetype i = start; i < text.size() && iban.size() < kLongest; ++i) {
        const QChar unit = text[i];
        if (isDigit(unit) || isAsciiLetter(unit))
            iban.append(unit.toUpper());
        else if (unit != u' ' && unit != u'\u00a0' && unit != u'\u202f' && unit != u'-')
            break;
        else
            continue;
        const bool endsWord = i + 1 == text.size() || !isWordUnit(text[i + 1].unicode());
        if (endsWord && iban.size() >= kShortest && hasIbanChecksum(iban))
            best = i + 1;
    }
    return best;
}

bool isMailUnit(QChar unit)
{
    return isAsciiLetter(unit) || isDigit(unit) || unit == u'.' || unit == u'_' || unit == u'-' || unit == u'+' ||
           unit == u'%';
}

std::optional<PersonalDataHit> mailAround(QStringView text, qsizetype at)
{
    qsizetype start = at;
    while (start > 0 && isMailUnit(text[start - 1]))
        --start;
    qsizetype end = at + 1;
    while (end < text.size() &&
           (isAsciiLetter(text[end]) || isDigit(text[end]) || text[end] == u'.' || text[end] == u'-'))
        ++end;
    while (end > at + 1 && (text[end - 1] == u'.' || text[end - 1] == u'-'))
        --end;
    const QStringView domain = text.sliced(at + 1, end - at - 1);
    const qsizetype dot = domain.lastIndexOf(u'.');
    // "@someone@server.social" is a handle of the Fediverse.
    const bool isHandle = start > 0 && text[start - 1] == u'@';
    if (start == at || isHandle || dot < 1 || domain.size() - dot < 3)
        return std::nullopt;
    return PersonalDataHit{PersonalDataKind::Email, start, end};
}

constexpr std::array<QStringView, 12> kOrderWords{u"commande", u"order",   u"dossier", u"reservation",
                                                  u"booking",  u"colis",   u"suivi",   u"tracking",
                                                  u"ticket",   u"contrat", u"client",  u"account"};

/// "commande n° 4512-AB78": after one of these words, a token of at least five with three digits in it.
std::optional<PersonalDataHit> orderAfter(QStringView text, qsizetype from)
{
    constexpr int kMostFillers = 3; // "number", "n°", ":", "is"
    qsizetype i = from;
    for (int token = 0; token <= kMostFillers && i < text.size(); ++token) {
        while (i < text.size() && !isWordUnit(text[i].unicode())) {
            if (text[i] == u'.' || text[i] == u'\n' || text[i] == u'!' || text[i] == u'?')
                return std::nullopt;
            ++i;
        }
        const qsizetype start = i;
        int digits = 0;
        while (i < text.size() && (isWordUnit(text[i].unicode()) ||
                                   (text[i] == u'-' && i + 1 < text.size() && isWordUnit(text[i + 1].unicode())))) {
            digits += isDigit(text[i]) ? 1 : 0;
            ++i;
        }
        if (i - start >= 5 && digits >= 3)
            return PersonalDataHit{PersonalDataKind::OrderNumber, start, i};
    }
    return std::nullopt;
}

QString comparable(QStringView text)
{
    QString result;
    for (const QChar unit : text) {
        if (isWordUnit(unit.unicode()) || unit == u'@' || unit == u'+')
            result.append(unit.toLower());
    }
    return result;
}

bool isAllowed(QStringView found, const QStringList &allowed)
{
    const QString key = comparable(found);
    return std::any_of(allowed.begin(), allowed.end(), [&key](const QString &own) { return comparable(own) == key; });
}

std::optional<PersonalDataHit> numberAt(QStringView text, qsizetype start)
{
    const Digits run = readDigits(text, start);
    if (run.digits.isEmpty() || (run.end < text.size() && isWordUnit(text[run.end].unicode())))
        return std::nullopt;
    if (isPaymentCard(run))
        return PersonalDataHit{PersonalDataKind::PaymentCard, run.start, run.end};
    if (isFrenchPhone(run) || isInternationalPhone(run) || isNorthAmericanPhone(run, text))
        return PersonalDataHit{PersonalDataKind::Phone, run.start, run.end};
    return std::nullopt;
}

std::optional<PersonalDataHit> hitAt(QStringView text, qsizetype i)
{
    const bool startsWord = i == 0 || !isWordUnit(text[i - 1].unicode());
    if (text[i] == u'@')
        return mailAround(text, i);
    if (startsWord && (isDigit(text[i]) || (text[i] == u'+' && i + 1 < text.size() && isDigit(text[i + 1]))))
        return numberAt(text, i);
    if (startsWord && isAsciiLetter(text[i])) {
        if (const qsizetype end = ibanEnd(text, i); end >= 0)
            return PersonalDataHit{PersonalDataKind::Iban, i, end};
    }
    return std::nullopt;
}

void addOrderNumbers(QStringView text, std::vector<PersonalDataHit> &hits)
{
    const core::FoldedText folded = core::foldedWithOrigin(text);
    forEachWord(folded.text, [&](const Word &word) {
        if (std::find(kOrderWords.begin(), kOrderWords.end(), word.in(folded.text)) == kOrderWords.end())
            return;
        const qsizetype end = folded.origin[std::size_t(word.end - 1)] + 1;
        const std::optional<PersonalDataHit> found = orderAfter(text, end);
        const auto overlaps = [&found](const PersonalDataHit &hit) {
            return hit.start < found->end && found->start < hit.end;
        };
        if (found && std::none_of(hits.begin(), hits.end(), overlaps))
            hits.push_back(*found);
    });
}

} // namespace

std::vector<PersonalDataHit> findPersonalData(QStringView text, const QStringList &allowed)
{
    std::vector<PersonalDataHit> hits;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (const std::optional<PersonalDataHit> hit = hitAt(text, i)) {
            hits.push_back(*hit);
            i = std::max(i, hit->end - 1);
        }
    }
    addOrderNumbers(text, hits);
    std::erase_if(hits, [&](const PersonalDataHit &hit) {
        return isAllowed(text.sliced(hit.start, hit.end - hit.start), allowed);
    });
    std::sort(hits.begin(), hits.end(), [](const auto &left, const auto &right) { return left.start < right.start; });
    return hits;
}

} // namespace vigie::analysis
