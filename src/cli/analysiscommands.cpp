// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/lines.h"
#include "cli/output.h"
#include "cli/times.h"

#include "analysis/volumeanomaly.h"
#include "core/text.h"
#include "monitoring/watch.h"
#include "networks/csvrecords.h"
#include "networks/lengthrule.h"
#include "networks/plaintext.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace vigie::cli
{
namespace
{

constexpr qint64 kMaxText = 10'000'000;

QByteArray standardInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    return input.read(kMaxText);
}

int plainText(Invocation &call)
{
    call.print(networks::plainTextFromHtml(QByteArrayView(standardInput())));
    return Done;
}

int length(Invocation &call)
{
    if (!call.isSet(u"network"_s))
        return call.usage(u"vigiectl length --network N < TEXT"_s);
    QByteArray text = standardInput();
    if (text.endsWith('\n'))
        text.chop(1); // the line feed that echo adds is not meant
    const auto count = networks::countLength(call.value(u"network"_s), QString::fromUtf8(text));
    call.print(compact({{u"count"_s, count.count},
                        {u"limit"_s, count.limit > 0 ? QJsonValue(count.limit) : QJsonValue()},
                        {u"fits"_s, count.fits},
                        {u"unit"_s, networks::lengthUnitName(count.unit)}}));
    return count.fits ? Done : AnswerIsNo;
}

/// The two columns of a series, by their names where the first row has names, otherwise the first two.
struct SeriesColumns {
    qsizetype time = 0;
    qsizetype value = 1;
    bool hasNames = false;
};

SeriesColumns columnsOf(const QStringList &firstRow)
{
    QStringList names;
    for (const QString &name : firstRow)
        names << name.trimmed().toLower();
    const qsizetype time = names.indexOf(u"timestamp"_s);
    if (time < 0)
        return {};
    const qsizetype value = names.indexOf(u"value"_s);
    return {.time = time, .value = value >= 0 ? value : time + 1, .hasNames = true};
}

/// A count as rows give it: fractions are rounded, what is absurd is cut off.
int toCount(double value)
{
    constexpr double kMost = 100'000'000;
    return std::isnan(value) ? 0 : int(std::lround(std::clamp(value, 0.0, kMost)));
}

/// A row of the series, and how it was written.
struct SeriesRow {
    QString stamp;
    QString written;
    core::Instant time;
    double value = 0;
};

Result<SeriesRow> seriesRow(const networks::CsvRecord &record, const SeriesColumns &columns, const QString &file)
{
    SeriesRow row{.stamp = record.fields.value(columns.time).trimmed(),
                  .written = record.fields.value(columns.value).trimmed(),
                  .time = {}};
    bool isNumber = false;
    row.value = row.written.toDouble(&isNumber);
    const auto time = timeIn(row.stamp);
    if (!record.problem.isEmpty() || !time || !isNumber) {
        const QString reason = !record.problem.isEmpty() ? record.problem : !time ? u"expected a time"_s : u"expected a number"_s;
        return fail({.kind = ErrorKind::Parse, .detail = reason, .place = {.file = file, .line = int(record.line)}});
    }
    row.time = *time;
    return row;
}

void printRow(const Invocation &call, const SeriesRow &row, double score, bool isAlert)
{
    if (call.wantsJson()) {
        call.print(compact({{u"timestamp"_s, row.stamp},
                            {u"value"_s, std::isfinite(row.value) ? QJsonValue(row.value) : QJsonValue()},
                            {u"anomaly_score"_s, score},
                            {u"alert"_s, isAlert ? 1 : 0}}));
    } else {
        call.print(u"%1,%2,%3,%4"_s.arg(row.stamp, row.written, QString::number(score, 'f', 4), isAlert ? u"1"_s : u"0"_s));
    }
}

int anomalies(Invocation &call)
{
    constexpr double kHighestWithoutAlert = 0.49;
    const auto sensitivity =
        monitoring::sensitivityFromKey(call.isSet(u"sensitivity"_s) ? call.value(u"sensitivity"_s) : u"balanced"_s);
    if (!sensitivity)
        return call.usage(u"--sensitivity takes low, balanced or high"_s);
    QFile file(inputPath(call.argument(0)));
    if (!file.open(QIODevice::ReadOnly))
        return call.fails({.kind = ErrorKind::File, .detail = u"%1: %2"_s.arg(file.fileName(), file.errorString())});
    analysis::VolumeDetector detector(analysis::VolumeRule::forSensitivity(*sensitivity));
    if (!call.wantsJson())
        call.print(u"timestamp,value,anomaly_score,alert"_s);
    networks::CsvRecords records(file);
    std::optional<SeriesColumns> columns;
    while (true) {
        const auto record = records.next();
        if (!record)
            return call.fails(record.error());
        if (!*record)
            return Done;
        if ((*record)->isBlank())
            continue;
        if (!columns) {
            columns = columnsOf((*record)->fields);
            if (columns->hasNames)
                continue;
        }
        const auto row = seriesRow(**record, *columns, file.fileName());
        if (!row)
            return call.fails(row.error());
        const auto alarm = detector.push({.start = analysis::Bucket::startOf(row->time), .total = toCount(row->value)});
        const bool isAlert = alarm && !alarm->isEscalation;
        // Within an episode that is told already, the score stays below what makes an alert.
        printRow(call, *row, isAlert ? detector.score() : std::min(detector.score(), kHighestWithoutAlert), isAlert);
    }
}

} // namespace

QList<Command> analysisCommands()
{
    return {
        {.name = u"anomalies"_s,
         .arguments = u"FILE.csv"_s,
         .summary = u"Runs the volume detector over timestamp,value rows."_s,
         .options = {{u"sensitivity"_s, u"low, balanced or high."_s, u"S"_s}},
         .leastArguments = 1,
         .mostArguments = 1,
         .run = anomalies},
        {.name = u"plain-text"_s, .summary = u"Turns HTML from standard input into the text that would be stored."_s, .run = plainText},
        {.name = u"length"_s,
         .summary = u"Counts standard input as a network counts it."_s,
         .options = {{u"network"_s, u"x, bluesky, mastodon, …"_s, u"N"_s}},
         .run = length},
    };
}

} // namespace vigie::cli
