// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/alert.h"

#include <QCoreApplication>
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

const std::array<QString, 3> &kindKeys()
{
    static const std::array<QString, 3> keys{u"volume"_s, u"negative-share"_s, u"threshold"_s};
    return keys;
}

const std::array<QString, 3> &stateKeys()
{
    static const std::array<QString, 3> keys{u"new"_s, u"acknowledged"_s, u"dismissed"_s};
    return keys;
}

template <typename Enum>
std::optional<Enum> find(const std::array<QString, 3> &keys, QStringView key)
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

/// "4 days", "20 h": how long the history was.
QString historyText(double hours, const core::Phrasebook &phrases)
{
    if (hours >= 48) {
        //: the length of a history: "over the last 4 days"
        return phrases.text(kContext, QT_TRANSLATE_N_NOOP("Alert", "%n day(s)"), int(std::lround(hours / 24)));
    }
    return phrases.text(kContext, QT_TRANSLATE_N_NOOP("Alert", "%n hour(s)"), int(std::lround(hours)));
}

/// "60 min", "3 h": the units are the same in both languages.
QString windowText(std::chrono::milliseconds window, const core::Format &format)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(window).count();
    if (minutes < 120 || minutes % 60 != 0)
        return format.number(minutes) + u"\u00a0min"_s;
    return format.number(minutes / 60) + u"\u00a0h"_s;
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

QByteArray toJson(const AlertReasons &reasons)
{
    QJsonArray terms;
    for (const analysis::RisingTerm &term : reasons.risingTerms)
        terms.append(QJsonArray{term.term, term.countNow, term.countBefore, std::round(term.score * 100) / 100});
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
        {u"rising_terms"_s, terms},
        {u"authors"_s, toArray(reasons.authors)},
        {u"networks"_s, toArray(reasons.networks)},
        {u"examples"_s, examples},
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
    AlertReasons reasons{.watchName = object[u"watch"_s].toString(),
                         .watchQuery = object[u"query"_s].toString(),
                         .recentMax = object[u"recent_max"_s].toInt(),
                         .negativeShare = object[u"negative_share"_s].toDouble(),
                         .usualNegativeShare = object[u"usual_negative_share"_s].toDouble(),
                         .historyHours = object[u"history_hours"_s].toDouble(),
                         .authors = countsFrom(object[u"authors"_s]),
                         .networks = countsFrom(object[u"networks"_s])};
    const QJsonArray terms = object[u"rising_terms"_s].toArray();
    for (const QJsonValue &term : terms) {
        const QJsonArray fields = term.toArray();
        reasons.risingTerms.push_back(
            {fields.at(0).toString(), fields.at(1).toInt(), fields.at(2).toInt(), fields.at(3).toDouble()});
    }
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
    }
    return {};
}

QString sentence(const Alert &alert, const core::Format &format, const core::Phrasebook &phrases)
{
    const QString window = windowText(alert.windowTo - alert.windowFrom, format);
    const QString history = historyText(alert.reasons.historyHours, phrases);
    const auto whole = [&format](double value) { return format.number(std::llround(value)); };
    switch (alert.kind) {
    case AlertKind::Volume:
        //: %n mentions in the window %1 ("60 min"); %2, %3 and %5 are numbers of mentions, %4 a length of time ("4 days")
        return phrases
            .text(kContext,
                  QT_TRANSLATE_N_NOOP(
                      "Alert", "%n mention(s) in %1; usually %2, at most %3 over the last %4; threshold %5"),
                  int(alert.observed))
            .arg(window, whole(alert.usual), whole(alert.reasons.recentMax), history, whole(alert.threshold));
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
        return phrases
            .text(kContext, QT_TRANSLATE_N_NOOP("Alert", "%n mention(s) in %1; the threshold set is %2, usually %3"),
                  int(alert.observed))
            .arg(window, whole(alert.threshold), whole(alert.usual));
    }
    return {};
}

} // namespace vigie::monitoring
