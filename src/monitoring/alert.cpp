// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/alert.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

constexpr const char *kContext = "Alert";

const std::array<QString, 5> &kindKeys()
{
    static const std::array<QString, 5> keys{u"volume"_s, u"negative-share"_s, u"threshold"_s, u"slow-burn"_s,
                                             u"negative-posts"_s};
    return keys;
}

const std::array<QString, 3> &stateKeys()
{
    static const std::array<QString, 3> keys{u"new"_s, u"acknowledged"_s, u"dismissed"_s};
    return keys;
}

const std::array<QString, 3> &basisKeys()
{
    static const std::array<QString, 3> keys{u"lately"_s, u"hour-of-day"_s, u"hour-of-week"_s};
    return keys;
}

template <typename Enum, std::size_t N>
std::optional<Enum> find(const std::array<QString, N> &keys, QStringView key)
{
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] == key)
            return Enum(i);
    }
    return std::nullopt;
}

QJsonArray toArray(const std::vector<NamedCount> &counts)
{
    QJsonArray array;
    for (const NamedCount &entry : counts)
        array.append(QJsonArray{entry.name, entry.count});
    return array;
}

std::vector<NamedCount> countsFrom(const QJsonValue &value)
{
    std::vector<NamedCount> counts;
    const QJsonArray entries = value.toArray();
    for (const QJsonValue &entry : entries)
        counts.push_back({entry.toArray().at(0).toString(), entry.toArray().at(1).toInt()});
    return counts;
}

/// A time that may be absent: the epoch stands for none.
QJsonValue timeValue(core::Instant instant)
{
    return instant == core::Instant() ? QJsonValue() : QJsonValue(core::toIso(instant));
}

core::Instant timeFrom(const QJsonValue &value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.isValid() ? core::instantFrom(time) : core::Instant();
}

QJsonArray toArray(const std::vector<analysis::RisingTerm> &terms)
{
    QJsonArray array;
    for (const analysis::RisingTerm &term : terms)
        array.append(QJsonArray{term.term, term.countNow, term.countBefore, std::round(term.score * 100) / 100});
    return array;
}

std::vector<analysis::RisingTerm> termsFrom(const QJsonValue &value)
{
    std::vector<analysis::RisingTerm> terms;
    const QJsonArray entries = value.toArray();
    for (const QJsonValue &entry : entries) {
        const QJsonArray fields = entry.toArray();
        terms.push_back({fields.at(0).toString(), fields.at(1).toInt(), fields.at(2).toInt(), fields.at(3).toDouble()});
    }
    return terms;
}

QJsonArray toArray(const std::vector<MissingSource> &missing)
{
    QJsonArray array;
    for (const MissingSource &source : missing)
        array.append(QJsonObject{{u"source"_s, source.name},
                                 {u"from"_s, core::toIso(source.from)},
                                 {u"to"_s, source.to ? QJsonValue(core::toIso(*source.to)) : QJsonValue()}});
    return array;
}

std::vector<MissingSource> missingFrom(const QJsonValue &value)
{
    std::vector<MissingSource> missing;
    const QJsonArray entries = value.toArray();
    for (const QJsonValue &entry : entries) {
        const QJsonObject source = entry.toObject();
        missing.push_back({source[u"source"_s].toString(), timeFrom(source[u"from"_s]), std::nullopt});
        if (source[u"to"_s].isString())
            missing.back().to = timeFrom(source[u"to"_s]);
    }
    return missing;
}

QJsonArray toArray(const std::vector<AlertStep> &steps)
{
    QJsonArray array;
    for (const AlertStep &step : steps)
        array.append(QJsonObject{{u"at"_s, core::toIso(step.at)},
                                 {u"kind"_s, alertKindKey(step.kind)},
                                 {u"observed"_s, step.observed},
                                 {u"threshold"_s, step.threshold}});
    return array;
}

std::vector<AlertStep> stepsFrom(const QJsonValue &value)
{
    std::vector<AlertStep> steps;
    const QJsonArray entries = value.toArray();
    for (const QJsonValue &entry : entries) {
        const QJsonObject step = entry.toObject();
        steps.push_back({timeFrom(step[u"at"_s]),
                         alertKindFromKey(step[u"kind"_s].toString()).value_or(AlertKind::Volume),
                         step[u"observed"_s].toDouble(), step[u"threshold"_s].toDouble()});
    }
    return steps;
}

} // namespace

QString alertKindKey(AlertKind kind)
{
    return kindKeys().at(std::size_t(kind));
}

std::optional<AlertKind> alertKindFromKey(QStringView key)
{
    return find<AlertKind>(kindKeys(), key);
}

QString alertStateKey(AlertState state)
{
    return stateKeys().at(std::size_t(state));
}

std::optional<AlertState> alertStateFromKey(QStringView key)
{
    return find<AlertState>(stateKeys(), key);
}

QString basisKey(AlertReasons::Basis basis)
{
    return basisKeys().at(std::size_t(basis));
}

QByteArray toJson(const AlertReasons &reasons)
{
    QJsonArray examples;
    for (const core::MentionId id : reasons.examples)
        examples.append(QString::number(id.value)); // a JSON number is a double, which cannot hold it
    const QJsonObject object{
        {u"watch"_s, reasons.watchName},
        {u"query"_s, reasons.watchQuery},
        {u"recent_max"_s, reasons.recentMax},
        {u"negative_share"_s, reasons.negativeShare},
        {u"usual_negative_share"_s, reasons.usualNegativeShare},
        {u"history_hours"_s, reasons.historyHours},
        {u"usual_from"_s, basisKey(reasons.basis)},
        {u"since"_s, timeValue(reasons.since)},
        {u"copies_share"_s, reasons.copies},
        {u"rising_terms"_s, toArray(reasons.risingTerms)},
        {u"rising_links"_s, toArray(reasons.risingLinks)},
        {u"authors"_s, toArray(reasons.authors)},
        {u"networks"_s, toArray(reasons.networks)},
        {u"sources"_s, toArray(reasons.sources)},
        {u"examples"_s, examples},
        {u"missing"_s, toArray(reasons.missing)},
        {u"steps"_s, toArray(reasons.steps)},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<AlertReasons> alertReasonsFromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return fail(ErrorKind::Parse, u"alert reasons: expected a JSON object (%1)"_s.arg(error.errorString()));
    const QJsonObject object = document.object();
    const auto basis = find<AlertReasons::Basis>(basisKeys(), object[u"usual_from"_s].toString());
    AlertReasons reasons{.watchName = object[u"watch"_s].toString(),
                         .watchQuery = object[u"query"_s].toString(),
                         .recentMax = object[u"recent_max"_s].toInt(),
                         .negativeShare = object[u"negative_share"_s].toDouble(),
                         .usualNegativeShare = object[u"usual_negative_share"_s].toDouble(),
                         .historyHours = object[u"history_hours"_s].toDouble(),
                         .basis = basis.value_or(AlertReasons::Basis::Lately),
                         .since = timeFrom(object[u"since"_s]),
                         .copies = object[u"copies_share"_s].toDouble(),
                         .risingTerms = termsFrom(object[u"rising_terms"_s]),
                         .risingLinks = termsFrom(object[u"rising_links"_s]),
                         .authors = countsFrom(object[u"authors"_s]),
                         .networks = countsFrom(object[u"networks"_s]),
                         .sources = countsFrom(object[u"sources"_s]),
                         .missing = missingFrom(object[u"missing"_s]),
                         .steps = stepsFrom(object[u"steps"_s])};
    const QJsonArray examples = object[u"examples"_s].toArray();
    for (const QJsonValue &example : examples)
        reasons.examples.push_back({example.toString().toLongLong()});
    return reasons;
}

QString title(AlertKind kind, const core::Phrasebook &phrases)
{
    switch (kind) {
    case AlertKind::Volume:
        return phrases.text(kContext, QT_TRANSLATE_NOOP("Alert", "Unusual volume"));
    case AlertKind::NegativeShare:
        return phrases.text(kContext, QT_TRANSLATE_NOOP("Alert", "Worse tone than usual"));
    case AlertKind::Threshold:
        return phrases.text(kContext, QT_TRANSLATE_NOOP("Alert", "Threshold passed"));
    case AlertKind::SlowBurn:
        return phrases.text(kContext, QT_TRANSLATE_NOOP("Alert", "Slow rise"));
    case AlertKind::NegativePosts:
        return phrases.text(kContext, QT_TRANSLATE_NOOP("Alert", "Many negative mentions"));
    }
    return {};
}

QString historyLength(const Alert &alert, const core::Phrasebook &phrases)
{
    const double hours = alert.reasons.historyHours;
    if (hours >= 48) {
        //: the length of a history: "over the last 4 days"
        return phrases.text(kContext, QT_TRANSLATE_N_NOOP("Alert", "%n day(s)"), int(std::lround(hours / 24)));
    }
    return phrases.text(kContext, QT_TRANSLATE_N_NOOP("Alert", "%n hour(s)"), int(std::lround(hours)));
}

QString windowLength(const Alert &alert, const core::Format &format)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(alert.windowTo - alert.windowFrom).count();
    if (minutes < 120 || minutes % 60 != 0)
        return format.number(minutes) + u"\u00a0min"_s; // the units are the same in both languages
    return format.number(minutes / 60) + u"\u00a0h"_s;
}

QString sentence(const Alert &alert, const core::Format &format, const core::Phrasebook &phrases)
{
    const QString window = windowLength(alert, format);
    const QString history = historyLength(alert, phrases);
    const auto whole = [&format](double value) { return format.number(std::llround(value)); };
    // Of few posts the tenths count.
    const QString usual = alert.usual > 0 && alert.usual < 3 ? format.decimal(alert.usual) : whole(alert.usual);
    const auto observed = [&phrases, &alert](const char *text) {
        return phrases.text(kContext, text, int(std::lround(alert.observed)));
    };
    switch (alert.kind) {
    case AlertKind::Volume:
        switch (alert.reasons.basis) {
        case AlertReasons::Basis::HourOfWeek:
            //: %n mentions in the window %1 ("60 min"); %2, %3 and %4 are numbers of mentions
            return observed(QT_TRANSLATE_N_NOOP("Alert", "%n mention(s) in %1; usually %2 at this hour of this weekday, "
                                                         "recent peak %3; threshold %4"))
                .arg(window, usual, whole(alert.reasons.recentMax), whole(alert.threshold));
        case AlertReasons::Basis::HourOfDay:
            //: As before; %5 is a length of time ("4 days")
            return observed(QT_TRANSLATE_N_NOOP("Alert", "%n mention(s) in %1; usually %2 at this hour over the last %5, "
                                                         "recent peak %3; threshold %4"))
                .arg(window, usual, whole(alert.reasons.recentMax), whole(alert.threshold), history);
        case AlertReasons::Basis::Lately:
            break;
        }
        //: As before; %5 is a length of time ("30 hours")
        return observed(QT_TRANSLATE_N_NOOP("Alert", "%n mention(s) in %1; usually %2 over the last %5, recent peak %3; "
                                                     "threshold %4"))
            .arg(window, usual, whole(alert.reasons.recentMax), whole(alert.threshold), history);
    case AlertKind::NegativeShare:
        //: %1, %2 and %4 are percentages ("62 %"), %3 and %5 lengths of time ("3 h", "4 days")
        return phrases
            .text(kContext,
                  QT_TRANSLATE_NOOP(
                      "Alert", "%1 of the mentions of the last %3 are negative; usually %2 over the last %5; threshold %4"))
            .arg(format.percent(alert.observed), format.percent(alert.usual), window, format.percent(alert.threshold),
                 history);
    case AlertKind::Threshold:
        //: %n mentions in the window %1 ("60 min"); %2 is the number a person has set, %3 what is usual
        return observed(QT_TRANSLATE_N_NOOP("Alert", "%n mention(s) in %1; the threshold set is %2, usually %3"))
            .arg(window, whole(alert.threshold), usual);
    case AlertKind::SlowBurn:
        //: %n mentions in the window %1 ("6 h"); %2, %3 and %4 are numbers of mentions
        return observed(QT_TRANSLATE_N_NOOP("Alert", "%n mention(s) in %1 without a sudden peak; usually %2 in these hours, "
                                                     "at most %3 recently; threshold %4"))
            .arg(window, usual, whole(alert.reasons.recentMax), whole(alert.threshold));
    case AlertKind::NegativePosts:
        //: %n negative mentions in the window %1 ("15 min"); %2, %3 and %4 are numbers of negative mentions
        return observed(QT_TRANSLATE_N_NOOP("Alert", "%n negative mention(s) in %1; usually %2, recent peak %3; "
                                                     "threshold %4"))
            .arg(window, usual, whole(alert.reasons.recentMax), whole(alert.threshold));
    }
    return {};
}

QStringList caveats(const Alert &alert, const core::Format &format, const core::Phrasebook &phrases)
{
    constexpr double kLittleHistory = 72;
    QStringList sentences;
    for (const MissingSource &source : alert.reasons.missing) {
        if (source.to) {
            //: %1 is a source, %2 and %3 are times
            sentences += phrases
                             .text(kContext, QT_TRANSLATE_NOOP("Alert", "“%1” could not be read from %2 to %3: there may "
                                                                        "have been more."))
                             .arg(source.name, format.dateTime(source.from), format.dateTime(*source.to));
        } else {
            //: %1 is a source, %2 a time
            sentences +=
                phrases.text(kContext, QT_TRANSLATE_NOOP("Alert", "“%1” cannot be read since %2: there may be more."))
                    .arg(source.name, format.dateTime(source.from));
        }
    }
    if (alert.kind != AlertKind::Threshold && alert.reasons.basis == AlertReasons::Basis::Lately
        && alert.reasons.historyHours < kLittleHistory) {
        //: %1 is a length of time ("30 hours")
        sentences += phrases
                         .text(kContext, QT_TRANSLATE_NOOP("Alert", "Only %1 of history: what is usual at this hour is not "
                                                                    "known yet."))
                         .arg(historyLength(alert, phrases));
    }
    return sentences;
}

} // namespace vigie::monitoring
