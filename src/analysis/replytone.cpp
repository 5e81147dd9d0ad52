// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/replytone.h"

#include "analysis/language.h"
#include "analysis/lexiconfile.h"
#include "analysis/personaldata.h"
#include "analysis/termmatcher.h"
#include "analysis/words.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace vigie::analysis
{
namespace
{

struct PartText {
    ReplyPart part;
    QStringView key;
    const char *name;
};

constexpr std::array<PartText, 14> kParts{{
    {ReplyPart::Acknowledgement, u"acknowledgement", QT_TRANSLATE_NOOP("ReplyTone", "Acknowledges")},
    {ReplyPart::Empathy, u"empathy", QT_TRANSLATE_NOOP("ReplyTone", "Shows empathy")},
    {ReplyPart::Thanks, u"thanks", QT_TRANSLATE_NOOP("ReplyTone", "Thanks")},
    {ReplyPart::Apology, u"apology", QT_TRANSLATE_NOOP("ReplyTone", "Apologises")},
    {ReplyPart::Regret, u"regret", QT_TRANSLATE_NOOP("ReplyTone", "Regrets")},
    {ReplyPart::Explanation, u"explanation", QT_TRANSLATE_NOOP("ReplyTone", "Explains")},
    {ReplyPart::Responsibility, u"responsibility", QT_TRANSLATE_NOOP("ReplyTone", "Takes responsibility")},
    {ReplyPart::Repentance, u"repentance", QT_TRANSLATE_NOOP("ReplyTone", "Says what will change")},
    {ReplyPart::Repair, u"repair", QT_TRANSLATE_NOOP("ReplyTone", "Repairs")},
    {ReplyPart::Action, u"action", QT_TRANSLATE_NOOP("ReplyTone", "Says what is being done")},
    {ReplyPart::NextStep, u"next-step", QT_TRANSLATE_NOOP("ReplyTone", "Says what comes next")},
    {ReplyPart::PrivateInvitation, u"private", QT_TRANSLATE_NOOP("ReplyTone", "Invites to a private talk")},
    {ReplyPart::Link, u"link", QT_TRANSLATE_NOOP("ReplyTone", "Gives a link")},
    {ReplyPart::HumanContact, u"human-contact", QT_TRANSLATE_NOOP("ReplyTone", "Names a person to talk to")},
}};

struct FindingText {
    QStringView rule;
    ToneSeverity severity;
    const char *message;
};

constexpr std::array<FindingText, 4> kPhraseFindings{{
    {u"defensive", ToneSeverity::Warning,
     QT_TRANSLATE_NOOP("ReplyTone", "This sounds defensive. Say what you will do instead of who is right.")},
    {u"blame", ToneSeverity::Warning,
     QT_TRANSLATE_NOOP("ReplyTone", "This puts the blame on somebody. Speak of what you can change yourselves.")},
    {u"absolute-promise", ToneSeverity::Warning,
     QT_TRANSLATE_NOOP("ReplyTone", "Nobody can promise this. Say what you will do, and by when.")},
    {u"speculation", ToneSeverity::Hint,
     QT_TRANSLATE_NOOP("ReplyTone", "This sounds like a guess. Say what is confirmed, or that you are checking.")},
}};

constexpr const char *kNoAcknowledgement = QT_TRANSLATE_NOOP(
    "ReplyTone",
    "Nothing here acknowledges what the person says, thanks or apologises. Begin with them, not with yourselves.");
constexpr const char *kWrongFrench =
    QT_TRANSLATE_NOOP("ReplyTone", "This does not read as French, the language of the exchange.");
constexpr const char *kWrongEnglish =
    QT_TRANSLATE_NOOP("ReplyTone", "This does not read as English, the language of the exchange.");

const char *personalDataMessage(PersonalDataKind kind)
{
    switch (kind) {
    case PersonalDataKind::Email:
        return QT_TRANSLATE_NOOP("ReplyTone", "An e-mail address must not stand in a public reply.");
    case PersonalDataKind::Phone:
        return QT_TRANSLATE_NOOP("ReplyTone", "A telephone number must not stand in a public reply.");
    case PersonalDataKind::Iban:
        return QT_TRANSLATE_NOOP("ReplyTone", "A bank account must not stand in a public reply.");
    case PersonalDataKind::PaymentCard:
        return QT_TRANSLATE_NOOP("ReplyTone", "The number of a payment card must not stand in a public reply.");
    case PersonalDataKind::OrderNumber:
        return QT_TRANSLATE_NOOP("ReplyTone", "An order or file number must not stand in a public reply.");
    }
    return nullptr;
}

std::optional<ReplyPart> partFromKey(QStringView key)
{
    const auto found = std::find_if(kParts.begin(), kParts.end(), [key](const PartText &p) { return p.key == key; });
    return found == kParts.end() ? std::nullopt : std::optional(found->part);
}

/// What a phrase of the file means: a part, a finding, or neither ("fine").
struct Meaning {
    std::optional<ReplyPart> part;
    int finding = -1; ///< index in kPhraseFindings

    [[nodiscard]] bool isFine() const { return !part && finding < 0; }
    bool operator==(const Meaning &) const = default;
};

struct Hit {
    qsizetype start = 0;
    qsizetype end = 0;
    Meaning meaning;
};

/// Positions of a UTF-16 text as code points, asked in any order.
class CodePoints
{
public:
    explicit CodePoints(QStringView text)
    {
        m_before.reserve(std::size_t(text.size()) + 1);
        qsizetype count = 0;
        for (qsizetype i = 0; i < text.size(); ++i) {
            m_before.push_back(count);
            const bool isFirstHalf = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
            count += isFirstHalf ? 0 : 1;
        }
        m_before.push_back(count);
    }
    [[nodiscard]] qsizetype at(qsizetype unit) const { return m_before[std::size_t(unit)]; }
    [[nodiscard]] qsizetype count() const { return m_before.back(); }

private:
    std::vector<qsizetype> m_before;
};

} // namespace

QString ToneFinding::text(const core::Phrasebook &phrases) const
{
    return message == nullptr ? QString() : phrases.text("ReplyTone", message);
}

bool ReplyToneReport::has(ReplyPart part) const
{
    return std::any_of(parts.begin(), parts.end(), [part](const FoundPart &found) { return found.part == part; });
}

bool ReplyToneReport::hasErrors() const
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const ToneFinding &finding) { return finding.severity == ToneSeverity::Error; });
}

QString replyPartKey(ReplyPart part)
{
    return kParts[std::size_t(part)].key.toString();
}

QString replyPartName(ReplyPart part, const core::Phrasebook &phrases)
{
    return phrases.text("ReplyTone", kParts[std::size_t(part)].name);
}

struct ReplyToneChecker::Rules {
    std::vector<Meaning> meanings;
    TermMatcher matcher;

    [[nodiscard]] static Result<std::unique_ptr<Rules>> fromBytes(const QByteArray &bytes, const QString &name);
    [[nodiscard]] static Result<Meaning> meaningOf(const LexiconEntry &line, const QString &name);
    [[nodiscard]] std::vector<Hit> find(QStringView folded) const;
};

Result<Meaning> ReplyToneChecker::Rules::meaningOf(const LexiconEntry &line, const QString &name)
{
    if (line.fields.size() != 1)
        return failAt({name, line.line}, u"expected one phrase without a tab"_s);
    const QStringView section = line.section;
    if (section == u"fine")
        return Meaning{};
    if (section.startsWith(u"part ")) {
        if (const std::optional<ReplyPart> part = partFromKey(section.sliced(5)))
            return Meaning{part, -1};
    }
    if (section.startsWith(u"finding ")) {
        const QStringView rule = section.sliced(8);
        for (std::size_t i = 0; i < kPhraseFindings.size(); ++i) {
            if (kPhraseFindings[i].rule == rule)
                return Meaning{std::nullopt, int(i)};
        }
    }
    return failAt({name, line.line}, u"unknown section \"%1\""_s.arg(line.section));
}

Result<std::unique_ptr<ReplyToneChecker::Rules>> ReplyToneChecker::Rules::fromBytes(const QByteArray &bytes,
                                                                                    const QString &name)
{
    const Result<std::vector<LexiconEntry>> lines = parseLexicon(bytes, name);
    if (!lines)
        return fail(lines.error());
    auto rules = std::make_unique<Rules>();
    for (const LexiconEntry &line : *lines) {
        const Result<Meaning> meaning = meaningOf(line, name);
        if (!meaning)
            return fail(meaning.error());
        if (!rules->matcher.add(line.fields.front(), int(rules->meanings.size())))
            return failAt({name, line.line}, u"the phrase is empty"_s);
        rules->meanings.push_back(*meaning);
    }
    rules->matcher.build();
    return rules;
}

/// Phrases in the order of the text. What lies in a phrase that is fine is no finding; phrases of one sort that overlap
/// are one. A part may well lie inside a finding ("sorry you feel that way").
std::vector<Hit> ReplyToneChecker::Rules::find(QStringView folded) const
{
    std::vector<Hit> all;
    matcher.match(folded, [&](int id, qsizetype start, qsizetype end) {
        all.push_back({start, end, meanings[std::size_t(id)]});
    });
    std::stable_sort(all.begin(), all.end(),
                     [](const Hit &left, const Hit &right) { return left.start < right.start; });
    const auto isFine = [&all](const Hit &hit) {
        return std::any_of(all.begin(), all.end(), [&hit](const Hit &outer) {
            return outer.meaning.isFine() && outer.start <= hit.start && outer.end >= hit.end;
        });
    };
    std::vector<Hit> kept;
    for (const Hit &hit : all) {
        if (hit.meaning.isFine() || (hit.meaning.finding >= 0 && isFine(hit)))
            continue;
        const auto sameSort =
            std::find_if(kept.rbegin(), kept.rend(), [&hit](const Hit &k) { return k.meaning == hit.meaning; });
        if (sameSort != kept.rend() && sameSort->end > hit.start)
            sameSort->end = std::max(sameSort->end, hit.end);
        else
            kept.push_back(hit);
    }
    return kept;
}

namespace
{

void addPersonalData(const ReplyToneRequest &request, const CodePoints &points, ReplyToneReport &report)
{
    if (request.audience == ReplyAudience::Private)
        return;
    for (const PersonalDataHit &hit : findPersonalData(request.text, request.allowed)) {
        report.findings.push_back({u"personal-data"_s, ToneSeverity::Error, points.at(hit.start), points.at(hit.end),
                                   QString(), personalDataMessage(hit.kind)});
    }
}

void addLinks(QStringView text, const CodePoints &points, ReplyToneReport &report)
{
    for (const QStringView scheme : {QStringView(u"https://"), QStringView(u"http://"), QStringView(u"www.")}) {
        for (qsizetype at = text.indexOf(scheme); at >= 0; at = text.indexOf(scheme, at + 1)) {
            if (at > 0 && isWordUnit(text[at - 1].unicode()))
                continue;
            if (scheme.startsWith(u'w') && at > 0 && text[at - 1] == u'/')
                continue;
            qsizetype end = at;
            while (end < text.size() && !text[end].isSpace())
                ++end;
            report.parts.push_back({ReplyPart::Link, points.at(at), points.at(end)});
        }
    }
}

/// A reply acknowledges in one of five ways. Empathy alone does, but its absence is no fault of its own.
bool acknowledges(const ReplyToneReport &report)
{
    return report.has(ReplyPart::Acknowledgement) || report.has(ReplyPart::Empathy) || report.has(ReplyPart::Thanks) ||
           report.has(ReplyPart::Apology) || report.has(ReplyPart::Regret) || report.has(ReplyPart::Responsibility);
}

void addFindingsOnTheWhole(const ReplyToneRequest &request, QStringView folded, ReplyToneReport &report)
{
    constexpr int kFewestWords = 4; // "{{name}}," or "Hello!" is no reply yet
    int words = 0;
    forEachWord(folded, [&words](const Word &) { ++words; });
    if (words < kFewestWords)
        return;
    const QString language = detectLanguage(PostText{request.text, folded});
    const bool isFrench = request.language == core::Language::French;
    if (language != u"und" && language != core::languageTag(request.language)) {
        report.findings.push_back(
            {u"wrong-language"_s, ToneSeverity::Warning, 0, 0, QString(), isFrench ? kWrongFrench : kWrongEnglish});
        return; // the phrases of one language say nothing of a text in another
    }
    if (!acknowledges(report))
        report.findings.push_back(
            {u"no-acknowledgement"_s, ToneSeverity::Warning, 0, 0, QString(), kNoAcknowledgement});
}

} // namespace

ReplyToneChecker::ReplyToneChecker() = default;
ReplyToneChecker::ReplyToneChecker(ReplyToneChecker &&) noexcept = default;
ReplyToneChecker &ReplyToneChecker::operator=(ReplyToneChecker &&) noexcept = default;
ReplyToneChecker::~ReplyToneChecker() = default;

Result<ReplyToneChecker> ReplyToneChecker::shipped()
{
    const Result<QByteArray> french = readLexiconFile(u":/lexicons/reply_fr.tsv"_s);
    if (!french)
        return fail(french.error());
    const Result<QByteArray> english = readLexiconFile(u":/lexicons/reply_en.tsv"_s);
    if (!english)
        return fail(english.error());
    return fromBytes(*french, *english);
}

Result<ReplyToneChecker> ReplyToneChecker::fromBytes(const QByteArray &french, const QByteArray &english)
{
    Result<std::unique_ptr<Rules>> frenchRules = Rules::fromBytes(french, u"reply_fr.tsv"_s);
    if (!frenchRules)
        return fail(std::move(frenchRules.error()));
    Result<std::unique_ptr<Rules>> englishRules = Rules::fromBytes(english, u"reply_en.tsv"_s);
    if (!englishRules)
        return fail(std::move(englishRules.error()));
    ReplyToneChecker checker;
    checker.m_french = std::move(*frenchRules);
    checker.m_english = std::move(*englishRules);
    return checker;
}

ReplyToneReport ReplyToneChecker::check(const ReplyToneRequest &request) const
{
    ReplyToneReport report;
    const core::FoldedText folded = core::foldedWithOrigin(request.text);
    const CodePoints points(request.text);
    const Rules &rules = request.language == core::Language::French ? *m_french : *m_english;
    for (const Hit &hit : rules.find(folded.text)) {
        if (isInLinkOrHandle(folded.text, hit.start))
            continue;
        const qsizetype first = folded.origin[std::size_t(hit.start)];
        const qsizetype last = folded.origin[std::size_t(hit.end - 1)];
        if (hit.meaning.part) {
            report.parts.push_back({*hit.meaning.part, points.at(first), points.at(last + 1)});
        } else {
            const FindingText &text = kPhraseFindings[std::size_t(hit.meaning.finding)];
            report.findings.push_back({text.rule.toString(), text.severity, points.at(first), points.at(last + 1),
                                       request.text.mid(first, last + 1 - first), text.message});
        }
    }
    addLinks(request.text, points, report);
    addPersonalData(request, points, report);
    std::stable_sort(report.parts.begin(), report.parts.end(),
                     [](const auto &l, const auto &r) { return l.start < r.start; });
    std::stable_sort(report.findings.begin(), report.findings.end(),
                     [](const auto &l, const auto &r) { return l.start < r.start; });
    addFindingsOnTheWhole(request, folded.text, report);
    return report;
}

} // namespace vigie::analysis
