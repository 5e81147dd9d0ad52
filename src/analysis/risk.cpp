// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/risk.h"

#include "analysis/lexiconfile.h"
#include "analysis/words.h"

#include <QFile>
#include <QVarLengthArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace vigie::analysis
{
namespace
{

constexpr quint8 kFrench = 1;
constexpr quint8 kEnglish = 2;
constexpr QStringView kExceptions = u"not-a-risk";
constexpr qsizetype kMostFound = 500; // in one post; a text of nothing but terms must not cost more

struct RiskText {
    Risk risk;
    QStringView key;
    const char *name;
};

constexpr std::array<RiskText, 12> kRisks{{
    {Risk::PhysicalSafety, u"physical-safety", QT_TRANSLATE_NOOP("Risk", "Physical safety")},
    {Risk::Health, u"health", QT_TRANSLATE_NOOP("Risk", "Health")},
    {Risk::LegalThreat, u"legal-threat", QT_TRANSLATE_NOOP("Risk", "Legal threat")},
    {Risk::Discrimination, u"discrimination", QT_TRANSLATE_NOOP("Risk", "Discrimination")},
    {Risk::Harassment, u"harassment", QT_TRANSLATE_NOOP("Risk", "Harassment")},
    {Risk::DataLeak, u"data-leak", QT_TRANSLATE_NOOP("Risk", "Data leak")},
    {Risk::Boycott, u"boycott", QT_TRANSLATE_NOOP("Risk", "Boycott")},
    {Risk::PressInterest, u"press-interest", QT_TRANSLATE_NOOP("Risk", "Press interest")},
    {Risk::ExecutiveNamed, u"executive-named", QT_TRANSLATE_NOOP("Risk", "Executive named")},
    {Risk::SelfHarmOrViolence, u"self-harm-or-violence", QT_TRANSLATE_NOOP("Risk", "Self-harm or violence")},
    {Risk::CallToAction, u"call-to-action", QT_TRANSLATE_NOOP("Risk", "Call to action")},
    {Risk::QuestionToUs, u"question-to-us", QT_TRANSLATE_NOOP("Risk", "Question to us")},
}};

std::optional<quint8> languagesFrom(QStringView field)
{
    if (field == u"fr")
        return kFrench;
    if (field == u"en")
        return kEnglish;
    if (field == u"*")
        return quint8(kFrench | kEnglish);
    return std::nullopt;
}

/// A language that no rule knows gets all the rules: a wrong guess of the language must not hide a danger.
quint8 languagesOf(QStringView tag)
{
    return tag == u"fr" ? kFrench : tag == u"en" ? kEnglish : quint8(kFrench | kEnglish);
}

} // namespace

std::span<const Risk> allRisks()
{
    static constexpr auto kAll = [] {
        std::array<Risk, kRisks.size()> all{};
        for (std::size_t i = 0; i < kRisks.size(); ++i)
            all[i] = kRisks[i].risk;
        return all;
    }();
    return kAll;
}

QString riskKey(Risk risk)
{
    const auto found = std::find_if(kRisks.begin(), kRisks.end(), [risk](const RiskText &t) { return t.risk == risk; });
    return found == kRisks.end() ? QString() : found->key.toString();
}

std::optional<Risk> riskFromKey(QStringView key)
{
    const auto found = std::find_if(kRisks.begin(), kRisks.end(), [key](const RiskText &t) { return t.key == key; });
    return found == kRisks.end() ? std::nullopt : std::optional(found->risk);
}

QString riskName(Risk risk, const core::Phrasebook &phrases)
{
    const auto found = std::find_if(kRisks.begin(), kRisks.end(), [risk](const RiskText &t) { return t.risk == risk; });
    return found == kRisks.end() ? QString() : phrases.text("Risk", found->name);
}

Risks riskMask(std::span<const RiskHit> hits)
{
    Risks mask;
    for (const RiskHit &hit : hits)
        mask |= hit.risk;
    return mask;
}

Result<RiskRules> RiskRules::shipped()
{
    return load(u":/lexicons/risk.tsv"_s);
}

Result<RiskRules> RiskRules::load(const QString &path)
{
    const Result<QByteArray> bytes = readLexiconFile(path);
    if (!bytes)
        return fail(bytes.error());
    return fromBytes(*bytes, path);
}

Result<RiskRules> RiskRules::shippedWith(const QString &ownFile)
{
    if (!QFile::exists(ownFile))
        return shipped();
    const QString shippedFile = u":/lexicons/risk.tsv"_s;
    RiskRules rules;
    for (const QString &file : {shippedFile, ownFile}) {
        const Result<QByteArray> bytes = readLexiconFile(file);
        if (!bytes)
            return fail(bytes.error());
        if (auto added = rules.add(*bytes, file); !added)
            return fail(added.error());
    }
    rules.build();
    return rules;
}

Result<RiskRules> RiskRules::fromBytes(const QByteArray &bytes, const QString &name)
{
    RiskRules rules;
    if (auto added = rules.add(bytes, name); !added)
        return fail(added.error());
    rules.build();
    return rules;
}

Result<> RiskRules::add(const QByteArray &bytes, const QString &name)
{
    const Result<std::vector<LexiconEntry>> lines = parseLexicon(bytes, name);
    if (!lines)
        return fail(lines.error());
    for (const LexiconEntry &line : *lines) {
        const bool isException = line.section == kExceptions;
        const std::optional<Risk> risk = riskFromKey(line.section);
        if (!risk && !isException)
            return failAt({name, line.line}, u"unknown risk \"%1\""_s.arg(line.section));
        if (line.fields.size() != 2)
            return failAt({name, line.line}, u"expected a language, a tab and a term"_s);
        const std::optional<quint8> languages = languagesFrom(line.fields.at(0));
        if (!languages)
            return failAt({name, line.line}, u"the language is fr, en or *, not \"%1\""_s.arg(line.fields.at(0)));
        const Rule rule{.risk = risk.value_or(Risk::PhysicalSafety),
                        .languages = *languages,
                        .isException = isException,
                        .term = core::folded(line.fields.at(1))};
        if (auto added = addRule(rule, {name, line.line}); !added)
            return added;
    }
    return {};
}

/// A rule, or with "!" before its term the end of one that stands further up.
Result<> RiskRules::addRule(const Rule &rule, Place place)
{
    const QString term = rule.term.startsWith(u'!') ? rule.term.mid(1).trimmed() : rule.term;
    if (QString(term).remove(u'*').trimmed().isEmpty())
        return failAt(std::move(place), u"the term is empty"_s);
    if (term == rule.term) {
        m_rules.push_back(rule);
        return {};
    }
    bool isKnown = false;
    for (Rule &known : m_rules) {
        if (known.term != term || known.isException != rule.isException || (!rule.isException && known.risk != rule.risk))
            continue;
        isKnown = isKnown || (known.languages & rule.languages) != 0;
        known.languages &= quint8(~rule.languages);
    }
    if (!isKnown)
        return failAt(std::move(place), u"there is no term \"%1\" to take away under this topic and language"_s.arg(term));
    return {};
}

void RiskRules::build()
{
    std::erase_if(m_rules, [](const Rule &rule) { return rule.languages == 0; });
    for (std::size_t i = 0; i < m_rules.size(); ++i)
        m_matcher.add(m_rules[i].term, int(i));
    m_matcher.build();
}

std::vector<RiskHit> RiskRules::judge(const PostText &text, QStringView language) const
{
    struct Found {
        const Rule *rule;
        qsizetype start;
        qsizetype end;
    };
    const quint8 languages = languagesOf(language);
    const bool asks = text.folded.contains(u'?');
    QVarLengthArray<Found, 16> found;
    QVarLengthArray<Found, 4> sayings;
    m_matcher.match(text.folded, [&](int id, qsizetype start, qsizetype end) {
        const Rule &rule = m_rules[std::size_t(id)];
        if ((rule.languages & languages) == 0 || (rule.risk == Risk::QuestionToUs && !asks))
            return;
        if (rule.isException)
            sayings.push_back({&rule, start, end});
        else if (found.size() < kMostFound && !isInLinkOrHandle(text.folded, start))
            found.push_back({&rule, start, end});
    });
    std::vector<RiskHit> hits;
    for (const Found &one : found) {
        const bool isSaying = std::any_of(sayings.begin(), sayings.end(), [&one](const Found &saying) {
            return saying.start <= one.start && one.end <= saying.end;
        });
        if (isSaying)
            continue;
        RiskHit hit{one.rule->risk, text.folded.sliced(one.start, one.end - one.start).toString()};
        if (std::find(hits.begin(), hits.end(), hit) == hits.end())
            hits.push_back(std::move(hit));
    }
    return hits;
}

} // namespace vigie::analysis
