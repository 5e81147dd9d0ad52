// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/monitoring/alerttexts.h"

#include "networks/capabilities.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;
using vigie::monitoring::Alert;
using vigie::monitoring::AlertKind;
using vigie::monitoring::AlertReasons;

namespace vigie::gui
{

namespace
{

constexpr qsizetype kTermsOnCard = 3;
constexpr double kWorthSaying = 0.05; // a share below this is no news on a card

struct AlertTexts {
    Q_DECLARE_TR_FUNCTIONS(vigie::gui::AlertTexts)
};

bool isShare(const Alert &alert)
{
    return alert.kind == AlertKind::NegativeShare;
}

QString numberOf(const Alert &alert, double value, const core::Format &format)
{
    if (isShare(alert))
        return format.percent(value);
    // Of few posts the tenths count.
    return value > 0 && value < 3 && std::floor(value) != value ? format.decimal(value) : format.number(std::llround(value));
}

QString historyOf(const Alert &alert, const core::Format &format)
{
    return monitoring::historyLength(alert, core::Phrasebook(format.language()));
}

QString usualNote(const Alert &alert, const core::Format &format)
{
    if (alert.kind == AlertKind::SlowBurn)
        return AlertTexts::tr("in these hours on other days");
    if (isShare(alert))
        return AlertTexts::tr("negative over the last %1").arg(historyOf(alert, format));
    switch (alert.reasons.basis) {
    case AlertReasons::Basis::HourOfWeek:
        return AlertTexts::tr("at this hour of this weekday");
    case AlertReasons::Basis::HourOfDay:
        return AlertTexts::tr("at this hour, over the last %1").arg(historyOf(alert, format));
    case AlertReasons::Basis::Lately:
        break;
    }
    return AlertTexts::tr("over the last %1").arg(historyOf(alert, format));
}

QString thresholdNote(const Alert &alert, const core::Format &format)
{
    if (alert.kind == AlertKind::Threshold)
        return AlertTexts::tr("as set for this watch");
    if (alert.reasons.recentMax > 0 && !isShare(alert))
        return AlertTexts::tr("from here on it is unusual; recent peak: %1").arg(format.number(alert.reasons.recentMax));
    return AlertTexts::tr("from here on it is unusual");
}

/// A line may end between two parts, never within one.
QString unbroken(QString part)
{
    return part.replace(u' ', u'\u00a0');
}

QString listOf(const std::vector<monitoring::NamedCount> &counts, const core::Format &format, QString (*name)(const QString &))
{
    QStringList parts;
    for (const monitoring::NamedCount &count : counts)
        //: A network, a source or an author, and how many of the mentions are theirs
        parts += unbroken(AlertTexts::tr("%1 %2").arg(name(count.name), format.number(count.count)));
    return parts.join(u"\u00a0· "_s);
}

/// "x:ana" is @ana on X.
QString authorName(const QString &key)
{
    const QString network = key.section(u':', 0, 0);
    QString handle = key.section(u':', 1);
    if (!handle.startsWith(u'@'))
        handle.prepend(u'@');
    //: An author and the network they write on
    return AlertTexts::tr("%1 (%2)").arg(handle, networks::networkName(network));
}

} // namespace

std::array<AlertFigure, 4> alertFigures(const Alert &alert, const core::Format &format)
{
    const QString window = monitoring::windowLength(alert, format);
    const core::Instant since = alert.reasons.since == core::Instant() ? alert.windowFrom : alert.reasons.since;
    return {AlertFigure{AlertTexts::tr("observed"), numberOf(alert, alert.observed, format),
                        isShare(alert) ? AlertTexts::tr("of the mentions of %1 are negative").arg(window)
                                       : AlertTexts::tr("mentions in %1").arg(window)},
            AlertFigure{AlertTexts::tr("usual"), numberOf(alert, alert.usual, format), usualNote(alert, format)},
            AlertFigure{AlertTexts::tr("threshold"), numberOf(alert, alert.threshold, format), thresholdNote(alert, format)},
            AlertFigure{AlertTexts::tr("since", "since when it rises"), format.time(since), format.date(since)}};
}

QString risenBy(const analysis::RisingTerm &term, const core::Format &format)
{
    if (term.countBefore == 0)
        //: Of a term that rises: in how many posts it stands now
        return AlertTexts::tr("%n post(s), none the day before", nullptr, term.countNow);
    //: Of a term that rises: in how many posts it stands now, and (%1) in how many the day before
    return AlertTexts::tr("%n post(s), the day before %1", nullptr, term.countNow).arg(format.number(term.countBefore));
}

QString networksOf(const Alert &alert, const core::Format &format)
{
    return listOf(alert.reasons.networks, format, [](const QString &key) { return networks::networkName(key); });
}

QString sourcesOf(const Alert &alert, const core::Format &format)
{
    return listOf(alert.reasons.sources, format, [](const QString &name) { return name; });
}

QString authorsOf(const Alert &alert, const core::Format &format)
{
    return listOf(alert.reasons.authors, format, authorName);
}

QStringList shareSentences(const Alert &alert, const core::Format &format)
{
    const AlertReasons &reasons = alert.reasons;
    return {AlertTexts::tr("%1 of these mentions are negative; usually %2.")
                .arg(format.percent(reasons.negativeShare), format.percent(reasons.usualNegativeShare)),
            AlertTexts::tr("%1 of them repeat another one: copies, reposts, nearly the same words.").arg(format.percent(reasons.copies))};
}

QString alertEvidence(const Alert &alert, const core::Format &format)
{
    const AlertReasons &reasons = alert.reasons;
    QStringList parts;
    if (reasons.since != core::Instant())
        parts += AlertTexts::tr("since %1").arg(format.time(reasons.since));
    QStringList terms;
    for (const analysis::RisingTerm &term : reasons.risingTerms) {
        if (terms.size() < kTermsOnCard)
            //: A word and how many posts say it
            terms += AlertTexts::tr("%1 %2").arg(term.term, format.number(term.countNow));
    }
    if (!terms.isEmpty())
        //: Words that are used more than the day before, each with how many posts say it
        parts += AlertTexts::tr("rising: %1").arg(terms.join(u", "_s));
    if (!isShare(alert))
        parts += AlertTexts::tr("%1 negative, usually %2").arg(format.percent(reasons.negativeShare), format.percent(reasons.usualNegativeShare));
    if (reasons.copies >= kWorthSaying)
        parts += AlertTexts::tr("%1 copies").arg(format.percent(reasons.copies));
    return parts.join(u" · "_s);
}

QStringList growthLines(const Alert &alert, const core::Format &format)
{
    const core::Phrasebook phrases(format.language());
    QStringList lines;
    for (const monitoring::AlertStep &step : alert.reasons.steps) {
        Alert before = alert;
        before.kind = step.kind;
        //: What an alert was before it grew: %1 a time, %2 the kind of alert, %3 and %4 numbers
        lines += AlertTexts::tr("%1: %2, %3 (threshold %4)")
                     .arg(format.time(step.at), monitoring::title(step.kind, phrases), numberOf(before, step.observed, format),
                          numberOf(before, step.threshold, format));
    }
    return lines;
}

QString windowText(const Alert &alert, const core::Format &format)
{
    const bool isOneDay = format.date(alert.windowFrom) == format.date(alert.windowTo);
    //: %1 is a date with a time, %2 the time it ends (with the zone)
    return AlertTexts::tr("%1 to %2").arg(format.dateTime(alert.windowFrom), isOneDay ? format.time(alert.windowTo)
                                                                                      : format.dateTime(alert.windowTo));
}

QString settledBy(const Alert &alert)
{
    switch (alert.state) {
    case monitoring::AlertState::New:
        break;
    case monitoring::AlertState::Acknowledged:
        return AlertTexts::tr("taken by %1").arg(alert.acknowledgedBy);
    case monitoring::AlertState::Dismissed:
        return AlertTexts::tr("dismissed by %1").arg(alert.acknowledgedBy);
    }
    return {};
}

} // namespace vigie::gui
