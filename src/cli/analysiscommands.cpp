// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/lines.h"
#include "cli/output.h"

#include "analysis/volumeanomaly.h"
#include "core/text.h"
#include "monitoring/watch.h"
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

/// "2015-02-26 21:42:53" or ISO 8601, UTC.
std::optional<core::Instant> seriesTime(QString text)
{
    text = text.trimmed().replace(u' ', u'T');
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return core::instantFrom(time);
}

/// A count as rows give it: fractions are rounded, what is absurd is cut off.
int toCount(double value)
{
    constexpr double kMost = 100'000'000;
    return std::isnan(value) ? 0 : int(std::lround(std::clamp(value, 0.0, kMost)));
}

int anomalies(Invocation &call)
{
    constexpr double kHighestWithoutAlert = 0.49;
    const auto sensitivity =
        monitoring::sensitivityFromKey(call.isSet(u"sensitivity"_s) ? call.value(u"sensitivity"_s) : u"balanced"_s);
    if (!sensitivity)
        return call.usage(u"--sensitivity takes low, balanced or high"_s);
    QFile file(call.argument(0));
    if (!file.open(QIODevice::ReadOnly))
        return call.fails({.kind = ErrorKind::File, .detail = u"%1: %2"_s.arg(file.fileName(), file.errorString())});
    analysis::VolumeDetector detector(analysis::VolumeRule::forSensitivity(*sensitivity));
    call.print(u"timestamp,value,anomaly_score,alert"_s);
    QByteArray bytes;
    for (int number = 1; takeLine(file, bytes); ++number) {
        const QString line = QString::fromUtf8(bytes).trimmed();
        if (line.isEmpty() || (number == 1 && line.startsWith(u"timestamp")))
            continue;
        const QString stamp = line.section(u',', 0, 0);
        bool isNumber = false;
        const double value = line.section(u',', 1, 1).toDouble(&isNumber);
        const auto time = seriesTime(stamp);
        if (!time || !isNumber)
            return call.fails({.kind = ErrorKind::Parse,
                               .detail = !time ? u"expected a time"_s : u"expected a number"_s,
                               .place = {.file = file.fileName(), .line = number}});
        const auto alarm = detector.push({.start = analysis::Bucket::startOf(*time), .total = toCount(value)});
        const bool isAlert = alarm && !alarm->isEscalation;
        // Within an episode that is told already, the score stays below what makes an alert.
        const double score = isAlert ? detector.score() : std::min(detector.score(), kHighestWithoutAlert);
        call.print(u"%1,%2,%3,%4"_s.arg(stamp, line.section(u',', 1, 1), QString::number(score, 'f', 4),
                                        isAlert ? u"1"_s : u"0"_s));
    }
    return Done;
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
