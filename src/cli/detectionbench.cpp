// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

#include "analysis/postjudge.h"
#include "cli/output.h"
#include "drill/scenario.h"
#include "monitoring/alertservice.h"
#include "monitoring/volumerepository.h"
#include "monitoring/watchrepository.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <random>

using namespace Qt::StringLiterals;

namespace vigie::cli
{
namespace
{

using analysis::Bucket;
using monitoring::Alert;
using monitoring::Replay;

constexpr std::chrono::hours kDay{24};
constexpr double kDaysOfWeek = 7;

double minutesBetween(core::Instant from, core::Instant to)
{
    return std::chrono::duration<double, std::ratio<60>>(to - from).count();
}

double daysBetween(core::Instant from, core::Instant to)
{
    return std::chrono::duration<double, std::ratio<86'400>>(to - from).count();
}

std::vector<Bucket> bucketsOf(const std::vector<networks::Post> &posts, const analysis::PostJudge &judge)
{
    std::map<core::Instant, Bucket> counted;
    for (const networks::Post &post : posts) {
        Bucket &bucket = counted[Bucket::startOf(post.postedAt)];
        bucket.start = Bucket::startOf(post.postedAt);
        ++bucket.total;
        const auto judged = judge.judge(post.text, post.language);
        bucket.negative += judged.tonality.tonality == analysis::Tonality::Negative ? 1 : 0;
    }
    std::vector<Bucket> buckets;
    for (const auto &[start, bucket] : counted)
        buckets.push_back(bucket);
    return buckets;
}

/// Looked at afterwards, with all the posts known: the hour from which the next day differs most from all the days before, by
/// likelihood of Poisson counts. Nothing where no whole quiet day comes first.
std::optional<core::Instant> beginSeenAfterwards(const std::vector<Bucket> &buckets)
{
    if (buckets.empty())
        return std::nullopt;
    const core::Instant first = std::chrono::floor<std::chrono::hours>(buckets.front().start);
    std::vector<double> until{0}; // posts in the hours before
    for (const Bucket &bucket : buckets) {
        const auto hour = std::size_t((bucket.start - first) / std::chrono::hours(1));
        until.resize(std::max(until.size(), hour + 2), until.back());
        until[hour + 1] += bucket.total;
    }
    constexpr std::size_t kHours = 24;
    double best = 10.83; // one chance in a thousand
    std::optional<core::Instant> begin;
    for (std::size_t hour = kHours; hour + kHours < until.size(); ++hour) {
        const double before = until[hour] / double(hour);
        const double after = (until[hour + kHours] - until[hour]) / kHours;
        if (before <= 0 || after <= before)
            continue;
        const double both = (before * double(hour) + after * kHours) / double(hour + kHours);
        const double ratio = 2 * (before * double(hour) * std::log(before / both) + after * kHours * std::log(after / both));
        if (ratio > best) {
            best = ratio;
            begin = first + std::chrono::hours(hour);
        }
    }
    return begin;
}

QJsonObject judgedCrisis(const QString &name, const std::vector<Bucket> &buckets, std::optional<core::Instant> known)
{
    const std::optional<core::Instant> begin = known ? known : beginSeenAfterwards(buckets);
    QJsonObject result{{u"crisis"_s, name},
                       {u"event_began"_s, isoOrNull(begin)},
                       {u"event_began_is"_s, known ? u"known"_s : begin ? u"seen afterwards"_s : u"not seen: no quiet day"_s}};
    for (const Replay &replay : monitoring::replay({}, buckets)) {
        int falseAlerts = 0;
        std::optional<core::Instant> told;
        QString kind;
        for (const Alert &alert : replay.alerts) {
            if (!begin || alert.raisedAt < *begin) {
                ++falseAlerts;
            } else if (!told) {
                told = alert.raisedAt;
                kind = monitoring::alertKindKey(alert.kind);
            }
        }
        const double quietWeeks = begin ? daysBetween(buckets.front().start + kDay, *begin) / kDaysOfWeek : 0;
        QJsonObject figures{{u"first_alert"_s, isoOrNull(told)},
                            {u"kind"_s, kind},
                            {u"minutes_to_alert"_s, told ? QJsonValue(minutesBetween(*begin, *told)) : QJsonValue()},
                            {u"false_alerts"_s, falseAlerts},
                            {u"quiet_weeks_judged"_s, std::round(quietWeeks * 100) / 100}};
        if (quietWeeks > 0)
            figures[u"false_alerts_per_quiet_week"_s] = std::round(falseAlerts / quietWeeks * 100) / 100;
        result[monitoring::sensitivityKey(replay.sensitivity)] = figures;
    }
    return result;
}

/// How much more than a coin's a count scatters: the shape of the gamma factor of each hour, and of each bucket; 0: none.
struct Scatter {
    const char *name;
    double hourShape;
    double bucketShape;
};

/// A year in which nothing happens: the rhythm of day and week, 30 % negative.
std::vector<Bucket> quietYear(double perHour, const Scatter &scatter, quint32 seed)
{
    static constexpr std::array<double, 24> kDayRhythm{.25, .18, .12, .10, .12, .25, .5,  .9,  1.2, 1.3, 1.3, 1.3,
                                                       1.4, 1.4, 1.3, 1.2, 1.2, 1.3, 1.5, 1.7, 1.8, 1.6, 1.1, .6};
    constexpr double kWeekend = 0.6;
    constexpr double kNegative = 0.3;
    const core::Instant monday = core::instantFromMillis(1'735'516'800'000);
    std::mt19937 random(seed);
    const auto factor = [&random](double shape) {
        return shape > 0 ? std::gamma_distribution<>(shape, 1 / shape)(random) : 1.0;
    };
    std::vector<Bucket> buckets;
    buckets.reserve(365 * Bucket::kPerDay);
    double hour = 0;
    for (int i = 0; i < 365 * Bucket::kPerDay; ++i) {
        if (i % Bucket::kPerHour == 0) {
            const std::size_t place = std::size_t(i / Bucket::kPerHour % 24);
            hour = perHour * kDayRhythm[place] * (i / Bucket::kPerDay % 7 > 4 ? kWeekend : 1) * factor(scatter.hourShape);
        }
        Bucket bucket{.start = monday + Bucket::kLength * i};
        bucket.total = std::poisson_distribution<>(hour / Bucket::kPerHour * factor(scatter.bucketShape))(random);
        bucket.negative = bucket.total > 0 ? std::binomial_distribution<>(bucket.total, kNegative)(random) : 0;
        buckets.push_back(bucket);
    }
    return buckets;
}

QJsonObject quietFigures(double perHour, const Scatter &scatter, int seeds)
{
    std::map<QString, double> sum;
    std::map<QString, int> most;
    for (int seed = 1; seed <= seeds; ++seed) {
        for (const Replay &replay : monitoring::replay({}, quietYear(perHour, scatter, quint32(seed)))) {
            const QString key = monitoring::sensitivityKey(replay.sensitivity);
            sum[key] += double(replay.alerts.size()) / seeds;
            most[key] = std::max(most[key], int(replay.alerts.size()));
        }
    }
    QJsonObject figures{{u"quiet_year"_s, QString::fromLatin1(scatter.name)}, {u"posts_per_hour"_s, perHour}, {u"seeds"_s, seeds}};
    for (const auto &[key, mean] : sum)
        figures[key] = QJsonObject{{u"mean"_s, std::round(mean * 100) / 100}, {u"most"_s, most[key]}};
    return figures;
}

int benchCrises(Invocation &call, const analysis::PostJudge &judge)
{
    const auto judgeOne = [&](const QString &name) -> int {
        const auto scenario = drill::loadScenario(name, core::Language::English);
        if (!scenario)
            return call.fails(scenario.error());
        const QString shown = QFileInfo(name).completeBaseName();
        call.print(compact(judgedCrisis(shown, bucketsOf(scenario->posts, judge), scenario->eventBeginsAt)));
        return Done;
    };
    for (const drill::ScenarioSummary &shipped : drill::shippedScenarios(core::Language::English)) {
        if (const int code = judgeOne(shipped.key); code != Done)
            return code;
    }
    if (!call.isSet(u"data"_s))
        return Done;
    const QDir folder(call.value(u"data"_s));
    const QStringList files = folder.entryList({u"*.ndjson"_s}, QDir::Files, QDir::Name);
    if (files.isEmpty())
        return call.fails({.kind = ErrorKind::NotFound, .detail = u"%1: no *.ndjson there"_s.arg(folder.path())});
    for (const QString &file : files) {
        if (const int code = judgeOne(folder.filePath(file)); code != Done)
            return code;
    }
    return Done;
}

int benchDetection(Invocation &call)
{
    static constexpr std::array<Scatter, 4> kScatters{
        {{"poisson", 0, 0}, {"negative-binomial, hours 20", 20, 0}, {"negative-binomial, hours 10", 10, 0},
         {"negative-binomial, hours 20, buckets 5", 20, 5}}};
    constexpr std::array<double, 5> kLevels{2, 5, 15, 50, 200};
    bool isNumber = true;
    const int seeds = call.isSet(u"seeds"_s) ? call.value(u"seeds"_s).toInt(&isNumber) : 5;
    if (!isNumber || seeds < 0)
        return call.usage(u"--seeds takes a number"_s);
    const auto judge = analysis::PostJudge::shipped();
    if (!judge)
        return call.fails(judge.error());
    if (const int code = benchCrises(call, *judge); code != Done)
        return code;
    for (const Scatter &scatter : kScatters) {
        for (const double level : kLevels) {
            if (seeds > 0)
                call.print(compact(quietFigures(level, scatter, seeds)));
        }
    }
    return Done;
}

/// The watch of that name or number; the real world's.
Result<monitoring::Watch> watchNamed(const store::Connection &reader, const QString &name)
{
    const auto watches = monitoring::WatchRepository::list(reader, {});
    if (!watches)
        return fail(watches.error());
    for (const monitoring::Watch &watch : *watches) {
        if (watch.name.compare(name, Qt::CaseInsensitive) == 0 || QString::number(watch.id.value) == name)
            return watch;
    }
    return fail(ErrorKind::NotFound, u"there is no watch named \"%1\""_s.arg(name));
}

int watchHistory(Invocation &call)
{
    const auto language = call.language();
    if (!language)
        return call.usage(language.error().detail);
    bool isNumber = true;
    const int days = call.isSet(u"days"_s) ? call.value(u"days"_s).toInt(&isNumber) : 365;
    if (!isNumber || days < 1 || days > 3650)
        return call.usage(u"--days takes a number from 1 to 3650"_s);
    const auto desk = call.desk(Invocation::Need::Read);
    if (!desk)
        return call.fails(desk.error());
    const store::Connection &reader = (*desk)->reader();
    const auto watch = watchNamed(reader, call.argument(0));
    if (!watch)
        return call.fails(watch.error());
    const auto newest = monitoring::VolumeRepository::newest(reader, {}, watch->id);
    if (!newest)
        return call.fails(newest.error());
    QElapsedTimer timer;
    timer.start();
    const auto replays = monitoring::AlertService::howOften(reader, *watch, newest->value_or(core::Instant()) - kDay * days);
    if (!replays)
        return call.fails(replays.error());
    const core::Format format(*language, QTimeZone::utc());
    const core::Phrasebook phrases(*language);
    Table table(headsIn(phrases, {QT_TRANSLATE_NOOP("Cli", "sensitivity"), QT_TRANSLATE_NOOP("Cli", "alerts"),
                                  QT_TRANSLATE_NOOP("Cli", "days"), QT_TRANSLATE_NOOP("Cli", "a month"),
                                  QT_TRANSLATE_NOOP("Cli", "last")}));
    for (const Replay &replay : *replays) {
        const double perMonth = replay.days > 0 ? double(replay.alerts.size()) * 30 / replay.days : 0;
        QJsonArray alerts;
        for (const Alert &alert : replay.alerts)
            alerts.append(QJsonObject{{u"raised_at"_s, core::toIso(alert.raisedAt)},
                                      {u"kind"_s, monitoring::alertKindKey(alert.kind)},
                                      {u"sentence"_s, monitoring::sentence(alert, format, phrases)}});
        const QString key = monitoring::sensitivityKey(replay.sensitivity);
        if (call.wantsJson())
            call.print(compact({{u"watch"_s, watch->name},
                                {u"sensitivity"_s, key},
                                {u"is_current"_s, replay.sensitivity == watch->sensitivity},
                                {u"days"_s, replay.days},
                                {u"count"_s, qint64(replay.alerts.size())},
                                {u"alerts"_s, alerts},
                                {u"milliseconds"_s, timer.elapsed()}}));
        else
            table.add({key + (replay.sensitivity == watch->sensitivity ? u" *"_s : QString()),
                       QString::number(replay.alerts.size()), QString::number(replay.days, 'f', 0),
                       QString::number(perMonth, 'f', 1),
                       replay.alerts.empty() ? u"–"_s : core::toIso(replay.alerts.back().raisedAt)});
    }
    if (!call.wantsJson())
        call.print(table.toString());
    return Done;
}

} // namespace

QList<Command> detectionCommands()
{
    return {
        {.name = u"watch history"_s,
         .arguments = u"NAME"_s,
         .summary = u"Says how often a watch would have given an alert on what it has counted, at each sensitivity."_s,
         .options = {{u"days"_s, u"How far back; 365 without it."_s, u"N"_s}, {u"lang"_s, u"fr or en."_s, u"LANG"_s}},
         .leastArguments = 1,
         .mostArguments = 1,
         .run = watchHistory},
        {.name = u"bench detection"_s,
         .summary = u"Measures alerts on recorded crises and on quiet years; one JSON object a line."_s,
         .options = {{u"data"_s, u"A folder of recorded crises, *.ndjson; the shipped drills are judged anyway."_s, u"DIR"_s},
                     {u"seeds"_s, u"Quiet years for each level and scatter; 5 without it, 0 for none."_s, u"N"_s}},
         .run = benchDetection},
    };
}

} // namespace vigie::cli
