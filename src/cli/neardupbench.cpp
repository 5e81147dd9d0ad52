// SPDX-License-Identifier: GPL-3.0-or-later
// vigiectl bench neardup: near-duplicates over millions of posts: how fast, and whether the memory stays flat.
#include "analysis/neardup.h"
#include "cli/benchtext.h"
#include "cli/commands.h"
#include "cli/output.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace vigie::cli
{
namespace
{

int benchNearDuplicates(Invocation &call)
{
    bool isCount = true;
    const int count = call.isSet(u"posts"_s) ? call.value(u"posts"_s).toInt(&isCount) : 5'000'000;
    if (!isCount || count < 1000)
        return call.usage(u"--posts takes 1000 and more"_s);
    BenchText texts;
    analysis::NearDuplicateIndex index;
    std::vector<QString> recent(10'000);
    qint64 copies = 0;
    qint64 found = 0;
    qint64 foundElsewhere = 0;
    double seconds = 0;
    QJsonArray memory;
    for (int i = 0; i < count; ++i) {
        // Every tenth post passes an earlier one on.
        QString &slot = recent[std::size_t(i) % recent.size()];
        const bool isCopy = i >= int(recent.size()) && texts.random()() % 10 == 0;
        const QString text = isCopy ? u"RT @quelqu_un: "_s + recent[texts.random()() % recent.size()] + u" https://lien.example/x"_s
                                    : texts.next();
        if (!isCopy)
            slot = text;
        const double before = cpuSeconds();
        const bool isFound = index.findAndAdd(analysis::fingerprint(text), i + 1).has_value();
        seconds += cpuSeconds() - before;
        copies += isCopy ? 1 : 0;
        found += isCopy && isFound ? 1 : 0;
        foundElsewhere += !isCopy && isFound ? 1 : 0;
        if ((i + 1) % std::max(1, count / 5) == 0)
            memory << qRound(residentMemory());
        if (i % 10'000 == 0)
            call.progress(u"%1 of %2"_s.arg(i).arg(count));
    }
    call.progress({});
    call.print(compact({{u"bench"_s, u"neardup"_s},
                        {u"posts"_s, count},
                        {u"posts_per_cpu_s"_s, qRound64(count / seconds)},
                        {u"copies"_s, copies},
                        {u"copies_found"_s, double(found) / double(std::max<qint64>(copies, 1))},
                        {u"others_grouped"_s, double(foundElsewhere) / double(std::max<qint64>(count - copies, 1))},
                        {u"resident_mb_each_fifth"_s, memory}}));
    return Done;
}

} // namespace

QList<Command> nearDuplicateBenchCommands()
{
    return {
        {.name = u"bench neardup"_s,
         .summary = u"Groups copies among millions of posts; says how fast, how many were found, and the memory; JSON."_s,
         .options = {{u"posts"_s, u"How many (5000000)."_s, u"N"_s}},
         .run = benchNearDuplicates},
    };
}

} // namespace vigie::cli
