// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/monitoring/mentiontexts.h"

#include "core/spelling.h"
#include "monitoring/priority.h"
#include "networks/capabilities.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using vigie::analysis::Tonality;
using vigie::monitoring::Mention;

namespace vigie::gui
{

namespace
{

constexpr int kHighPriority = 60;

struct MentionTexts {
    Q_DECLARE_TR_FUNCTIONS(vigie::gui::MentionTexts)
};

QString quoted(const QStringList &terms, core::Language language)
{
    QStringList parts;
    for (const QString &term : terms)
        parts += language == core::Language::French ? u"«\u202f%1\u202f»"_s.arg(term) : u"“%1”"_s.arg(term);
    return parts.join(u", "_s);
}

/// Where "no statement" is told, "statement" says nothing more.
QStringList withoutParts(const QStringList &terms)
{
    QStringList whole;
    for (const QString &term : terms) {
        const auto holds = [&term](const QString &other) { return other != term && other.split(u' ').contains(term); };
        if (!std::any_of(terms.begin(), terms.end(), holds))
            whole += term;
    }
    return whole;
}

/// Loading a phrasebook reads a file, so the two are kept.
const core::Phrasebook &phrasesOf(core::Language language)
{
    static const core::Phrasebook english(core::Language::English);
    static const core::Phrasebook french(core::Language::French);
    return language == core::Language::French ? french : english;
}

} // namespace

QString tonalityName(Tonality tonality)
{
    switch (tonality) {
    case Tonality::Undetermined:
        return MentionTexts::tr("Undetermined");
    case Tonality::Negative:
        return MentionTexts::tr("Negative");
    case Tonality::Neutral:
        return MentionTexts::tr("Neutral");
    case Tonality::Positive:
        return MentionTexts::tr("Positive");
    }
    return {};
}

Pill tonalityPill(Tonality tonality)
{
    const QString name = tonalityName(tonality);
    switch (tonality) {
    case Tonality::Undetermined:
        return {.text = name, .iconName = u"question-circle"_s, .ink = Token::Neutral, .ground = Token::NeutralTint};
    case Tonality::Negative:
        return {.text = name, .iconName = u"emoji-frown"_s, .ink = Token::Negative, .ground = Token::NegativeTint};
    case Tonality::Neutral:
        return {.text = name, .iconName = u"emoji-neutral"_s, .ink = Token::Neutral, .ground = Token::NeutralTint};
    case Tonality::Positive:
        return {.text = name, .iconName = u"emoji-smile"_s, .ink = Token::Positive, .ground = Token::PositiveTint};
    }
    return {};
}

QString statusName(monitoring::Status status)
{
    switch (status) {
    case monitoring::Status::New:
        return MentionTexts::tr("To do");
    case monitoring::Status::Waiting:
        return MentionTexts::tr("Waiting");
    case monitoring::Status::Done:
        return MentionTexts::tr("Done");
    }
    return {};
}

QStringList riskNames(analysis::Risks risks, core::Language language)
{
    QStringList names;
    if (!risks)
        return names;
    for (const analysis::Risk risk : analysis::allRisks()) {
        if (risks.testFlag(risk))
            names += analysis::riskName(risk, phrasesOf(language));
    }
    return names;
}

std::optional<Pill> riskPill(const Mention &mention, core::Language language)
{
    const QStringList names = riskNames(mention.risks, language);
    if (names.isEmpty())
        return std::nullopt;
    const bool isHigh = mention.priority >= kHighPriority;
    return Pill{.text = names.size() == 1 ? names.first() : u"%1 +%2"_s.arg(names.first()).arg(names.size() - 1),
                .iconName = u"exclamation-diamond-fill"_s,
                .ink = isHigh ? Token::Negative : Token::Warning,
                .ground = isHigh ? Token::NegativeTint : Token::WarningTint};
}

QString tonalityReason(const Mention &mention, const core::Format &format)
{
    QStringList negative;
    QStringList positive;
    const monitoring::MentionReasons reasons = reasonsOf(mention);
    const core::Spelling spelling(mention.text);
    for (const analysis::Reason &reason : reasons.tonality)
        (reason.weight < 0 ? negative : positive) += spelling.of(reason.term);
    if (negative.isEmpty() && positive.isEmpty())
        return MentionTexts::tr("No word in it speaks for a tone.");
    QStringList sentences;
    if (!negative.isEmpty())
        sentences += MentionTexts::tr("Weighs towards negative: %1.").arg(quoted(withoutParts(negative), format.language()));
    if (!positive.isEmpty())
        sentences += MentionTexts::tr("Weighs towards positive: %1.").arg(quoted(withoutParts(positive), format.language()));
    return sentences.join(u' ');
}

QString riskReason(const Mention &mention, core::Language language)
{
    const std::vector<analysis::RiskHit> hits = reasonsOf(mention).risks;
    const core::Spelling spelling(mention.text);
    QStringList lines;
    for (const analysis::Risk risk : analysis::allRisks()) {
        QStringList terms;
        for (const analysis::RiskHit &hit : hits) {
            if (hit.risk == risk)
                terms += spelling.of(hit.term);
        }
        if (terms.isEmpty() && !mention.risks.testFlag(risk))
            continue;
        const QString name = analysis::riskName(risk, phrasesOf(language));
        //: A risk topic and the words that gave it
        lines += terms.isEmpty() ? name : MentionTexts::tr("%1: %2").arg(name, quoted(terms, language));
    }
    return lines.join(u'\n');
}

QString priorityReason(const Mention &mention, core::Instant now, const monitoring::PriorityWeights &weights,
                       const core::Format &format)
{
    using monitoring::PriorityFactor;
    const monitoring::PriorityInput input = monitoring::priorityInput(mention, now);
    QStringList parts;
    for (const monitoring::PriorityPart &part : monitoring::priorityParts(input, weights)) {
        const auto said = [&part, &format](const QString &text) {
            // A line may end between two factors, not within one.
            return text.arg(format.number(qRound64(part.points)), format.number(qRound64(part.most))).replace(u' ', u'\u00a0');
        };
        switch (part.factor) {
        case PriorityFactor::Tone:
            parts += said(MentionTexts::tr("tone %1 of %2"));
            break;
        case PriorityFactor::Risk:
            parts += said(MentionTexts::tr("risk %1 of %2"));
            break;
        case PriorityFactor::Reach:
            parts += said(MentionTexts::tr("reach %1 of %2"));
            break;
        case PriorityFactor::Speed:
            //: Copies and reactions an hour
            parts += said(MentionTexts::tr("speed %1 of %2"));
            break;
        case PriorityFactor::Question:
            parts += said(MentionTexts::tr("question %1 of %2"));
            break;
        case PriorityFactor::Waiting:
            //: How long nobody has dealt with it
            parts += said(MentionTexts::tr("waiting %1 of %2"));
            break;
        }
    }
    const QString total = format.number(qint64(monitoring::priorityOf(input, weights)));
    return MentionTexts::tr("%1 of 100: %2.").arg(total, parts.join(u", "_s));
}

QString shownText(const Mention &mention)
{
    if (!mention.goneAt || !mention.text.isEmpty())
        return mention.text;
    //: In a list, in the place of a post's text. %1 is the name of a network.
    return MentionTexts::tr("Deleted on %1. Its text was removed here, too.").arg(networks::networkName(mention.network));
}

Pill gonePill()
{
    //: On the card of a post that was deleted on its network.
    return {.text = MentionTexts::tr("Deleted"), .iconName = u"trash"_s, .ink = Token::Neutral};
}

QString goneReason(const Mention &mention, const core::Format &format)
{
    if (!mention.goneAt)
        return {};
    const QString network = networks::networkName(mention.network);
    const QString when = format.dateTimeWithZone(*mention.goneAt);
    if (mention.text.isEmpty())
        //: %1 is the name of a network, %2 a date and time.
        return MentionTexts::tr("Deleted on %1; Vigie learnt it on %2. The network asks that what was deleted there be deleted "
                                "elsewhere: its text and its author were removed here. Notes, times and evidence that was taken stay.")
            .arg(network, when);
    //: %1 is the name of a network, %2 a date and time.
    return MentionTexts::tr("Deleted on %1; Vigie learnt it on %2. The text is still here because of the legal hold. It is kept as "
                            "evidence, not to be published.")
        .arg(network, when);
}

QString spokenSentence(const Mention &mention, const core::Format &format, core::Instant now)
{
    QStringList parts = {mention.author.displayName()};
    if (mention.goneAt && !mention.text.isEmpty())
        parts += gonePill().text;
    //: For screen readers: %1 is the name of a network
    parts += MentionTexts::tr("on %1").arg(networks::networkName(mention.network));
    parts += format.age(mention.postedAt, now);
    parts += tonalityName(mention.tonality);
    parts += riskNames(mention.risks, format.language());
    if (mention.groupSize > 1)
        parts += MentionTexts::tr("%n copies", nullptr, mention.groupSize);
    if (!mention.assignee.isEmpty())
        parts += MentionTexts::tr("assigned to %1").arg(mention.assignee);
    parts.removeAll(QString());
    return parts.join(u", "_s) + u": "_s + shownText(mention);
}

} // namespace vigie::gui
