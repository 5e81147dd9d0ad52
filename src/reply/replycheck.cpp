// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/replycheck.h"

#include "core/text.h"
#include "networks/privatelength.h"
#include "playbook/messagetemplate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::reply
{
namespace
{

constexpr const char *kContext = "ReplyCheck";

/// Positions in code points for ascending positions in UTF-16 units.
class CodePoints
{
public:
    explicit CodePoints(QStringView text) : m_text(text) {}
    [[nodiscard]] qsizetype at(qsizetype unit) const { return core::codePointCount(m_text.left(unit)); }

private:
    QStringView m_text;
};


FindingSeverity severityOf(const analysis::ToneFinding &finding)
{
    // Only what can be known for certain may stop a reply; a person may always overrule a judgement of tone.
    if (finding.rule == u"personal-data"_s)
        return finding.severity == analysis::ToneSeverity::Error ? FindingSeverity::Error : FindingSeverity::Warning;
    return finding.severity == analysis::ToneSeverity::Hint ? FindingSeverity::Hint : FindingSeverity::Warning;
}

void addVariables(const ReplyCheckRequest &request, const core::Phrasebook &phrases, std::vector<ReplyFinding> &findings)
{
    const CodePoints points(request.text);
    for (const playbook::Placeholder &variable : playbook::placeholders(request.text)) {
        const QString message =
            variable.isWellFormed
                //: %1 is the name of a variable in a message, such as link.
                ? phrases.text(kContext, QT_TRANSLATE_NOOP("ReplyCheck", "The variable “%1” is not filled in."))
                      .arg(variable.name)
                : phrases.text(kContext, QT_TRANSLATE_NOOP("ReplyCheck", "Double braces that name no variable."));
        findings.push_back({.rule = u"empty-variable"_s,
                            .severity = FindingSeverity::Error,
                            .start = points.at(variable.start),
                            .end = points.at(variable.start + variable.length),
                            .message = message});
    }
}

void addLength(const ReplyCheckRequest &request, const networks::LengthCount &length, const core::Phrasebook &phrases,
               std::vector<ReplyFinding> &findings)
{
    if (length.fits)
        return;
    const qsizetype total = core::codePointCount(request.text);
    const bool isCount = length.limit > 0 && length.count > length.limit;
    const qsizetype over = isCount ? length.count - length.limit : length.bytes - length.byteLimit;
    const QString message =
        isCount
            //: %n is how many characters must go, as that network counts them.
            ? phrases.text(kContext, QT_TRANSLATE_N_NOOP("ReplyCheck", "Too long for this network by %n character(s)."), int(over))
            : phrases.text(kContext, QT_TRANSLATE_N_NOOP("ReplyCheck", "Too long for this network by %n byte(s)."), int(over));
    // What stands behind the limit is marked; where a link or an emoji weighs otherwise this is near, not exact.
    const qsizetype start = isCount ? std::max<qsizetype>(0, total - over) : 0;
    findings.push_back({.rule = u"over-length"_s,
                        .severity = FindingSeverity::Error,
                        .start = start,
                        .end = total,
                        .message = message});
}

/// Those about the whole text last.
bool comesFirst(const ReplyFinding &a, const ReplyFinding &b)
{
    const bool isWholeA = a.start == a.end;
    const bool isWholeB = b.start == b.end;
    return std::tie(isWholeA, a.start, a.severity, a.end) < std::tie(isWholeB, b.start, b.severity, b.end);
}

} // namespace

struct ReplyCheck::Sentences {
    core::Phrasebook english{core::Language::English};
    core::Phrasebook french{core::Language::French};

    [[nodiscard]] const core::Phrasebook &in(core::Language language) const
    {
        return language == core::Language::French ? french : english;
    }
};

QString findingSeverityKey(FindingSeverity severity)
{
    switch (severity) {
    case FindingSeverity::Error:
        return u"error"_s;
    case FindingSeverity::Warning:
        return u"warning"_s;
    case FindingSeverity::Hint:
        return u"hint"_s;
    }
    return {};
}

bool ReplyReport::hasErrors() const
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const ReplyFinding &finding) { return finding.severity == FindingSeverity::Error; });
}

bool ReplyReport::has(QStringView rule) const
{
    return std::any_of(findings.begin(), findings.end(),
                       [rule](const ReplyFinding &finding) { return finding.rule == rule; });
}

ReplyCheck::ReplyCheck(analysis::ReplyToneChecker tone)
    : m_tone(std::move(tone)), m_sentences(std::make_unique<Sentences>())
{
}

ReplyCheck::~ReplyCheck() = default;
ReplyCheck::ReplyCheck(ReplyCheck &&) noexcept = default;

Result<ReplyCheck> ReplyCheck::shipped()
{
    auto tone = analysis::ReplyToneChecker::shipped();
    if (!tone)
        return fail(tone.error());
    return ReplyCheck(std::move(*tone));
}

ReplyReport ReplyCheck::check(const ReplyCheckRequest &request) const
{
    const core::Phrasebook &phrases = m_sentences->in(request.sentences);
    ReplyReport report;
    const auto count = request.visibility == Visibility::Private ? networks::countPrivateLength : networks::countLength;
    report.length = count(request.network, request.text, request.lengthLimit);
    addVariables(request, phrases, report.findings);
    addLength(request, report.length, phrases, report.findings);

    const auto audience = request.visibility == Visibility::Private ? analysis::ReplyAudience::Private
                                                                    : analysis::ReplyAudience::Public;
    const auto tone = m_tone.check(
        {.text = request.text, .language = request.language, .audience = audience, .allowed = request.allowed});
    for (const analysis::ToneFinding &finding : tone.findings) {
        report.findings.push_back({.rule = finding.rule,
                                   .severity = severityOf(finding),
                                   .start = finding.start,
                                   .end = finding.end,
                                   .message = finding.text(phrases)});
    }
    report.parts = tone.parts;
    std::stable_sort(report.findings.begin(), report.findings.end(), comesFirst);
    return report;
}

} // namespace vigie::reply
