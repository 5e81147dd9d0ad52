// SPDX-License-Identifier: GPL-3.0-or-later
// vigiectl bench watches: how many posts a second one core matches with many watches, beside what else could be done in the
// same run with the same terms: folding alone, and one regular expression that holds all of them.
#include "cli/benchtext.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "core/text.h"
#include "monitoring/watchset.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace vigie::cli
{
namespace
{

constexpr int kRounds = 5;

/// Watches as people write them: a brand or two, what may go wrong, something to leave out. `terms` gets what they look for.
std::vector<std::pair<core::WatchId, monitoring::WatchQuery>> drawWatches(BenchText &texts, int count, QSet<QString> &terms)
{
    std::vector<std::pair<core::WatchId, monitoring::WatchQuery>> watches;
    const auto word = [&] {
        // Nobody watches the commonest words.
        const QString drawn = texts.word(300 + texts.random()() % (texts.size() - 300), texts.random()() % 10 < 6);
        terms.insert(drawn);
        return drawn;
    };
    for (int i = 0; i < count; ++i) {
        QString query = word();
        switch (i % 5) {
        case 0:
            break;
        case 1:
            query = u"\"%1 %2\" OR %3"_s.arg(query, word(), word());
            break;
        case 2:
            query = u"%1 (%2 OR %3*) -%4"_s.arg(query, word(), word().left(5), word());
            break;
        case 3:
            query = u"(%1 OR #%2) lang:fr followers>=10"_s.arg(query, word());
            break;
        case 4:
            query = u"%1 OR %2 NEAR/5 (%3 OR %4)"_s.arg(query, word(), word(), word());
            break;
        }
        watches.emplace_back(core::WatchId{i + 1}, *monitoring::WatchQuery::parse(query));
    }
    return watches;
}

/// Items a second: the median of several rounds.
double rate(std::size_t items, const std::function<void()> &round)
{
    std::vector<double> rates;
    for (int i = 0; i < kRounds; ++i) {
        const double before = cpuSeconds();
        round();
        rates.push_back(double(items) / std::max(cpuSeconds() - before, 1e-9));
    }
    std::sort(rates.begin(), rates.end());
    return rates[kRounds / 2];
}

int benchWatches(Invocation &call)
{
    bool isNumber = true;
    bool isCount = true;
    const int watchCount = call.isSet(u"watches"_s) ? call.value(u"watches"_s).toInt(&isNumber) : 500;
    const int postCount = call.isSet(u"posts"_s) ? call.value(u"posts"_s).toInt(&isCount) : 200'000;
    if (!isNumber || !isCount || watchCount < 1 || watchCount > 100'000 || postCount < 100)
        return call.usage(u"--watches takes 1 to 100000, --posts 100 and more"_s);
    BenchText texts;
    std::vector<QString> posts;
    std::vector<QString> folded;
    qsizetype bytes = 0;
    for (int i = 0; i < postCount; ++i) {
        posts.push_back(texts.next());
        folded.push_back(core::folded(posts.back()));
        bytes += posts.back().toUtf8().size();
    }
    QSet<QString> terms;
    auto drawn = drawWatches(texts, watchCount, terms);
    double before = cpuSeconds();
    const monitoring::WatchSet watches(std::move(drawn));
    const double buildMillis = (cpuSeconds() - before) * 1000;

    qint64 matches = 0;
    const auto match = [&](const QString &post, const QString &foldedPost) {
        matches += qint64(watches.match({.text = {post, foldedPost}, .language = u"fr", .network = u"x", .followers = 100}).size());
    };
    const double whole = rate(posts.size(), [&] {
        matches = 0;
        for (const QString &post : posts)
            match(post, core::folded(post));
    });
    const double matching = rate(posts.size(), [&] {
        matches = 0;
        for (std::size_t i = 0; i < posts.size(); ++i)
            match(posts[i], folded[i]);
    });
    qsizetype length = 0;
    const double folding = rate(posts.size(), [&] {
        for (const QString &post : posts)
            length += core::folded(post).size();
    });
    QStringList escaped;
    for (const QString &term : terms)
        escaped << QRegularExpression::escape(core::folded(term));
    QRegularExpression expression(u"\\b(?:"_s + escaped.join(u'|') + u")\\b"_s);
    expression.optimize();
    const std::size_t some = std::min<std::size_t>(posts.size(), 20'000);
    qint64 hits = 0;
    const double regular = rate(some, [&] {
        for (std::size_t i = 0; i < some; ++i) {
            for (auto found = expression.globalMatch(folded[i]); found.hasNext(); found.next())
                ++hits;
        }
    });
    call.print(compact({{u"bench"_s, u"watches"_s},
                        {u"watches"_s, watchCount},
                        {u"terms"_s, qint64(watches.termCount())},
                        {u"posts"_s, postCount},
                        {u"bytes_per_post"_s, double(bytes) / postCount},
                        {u"matches_per_post"_s, double(matches) / postCount},
                        {u"build_ms"_s, buildMillis},
                        {u"memory_mb"_s, double(watches.memoryUsed()) / 1e6},
                        {u"fold_and_match_posts_per_cpu_s"_s, qRound64(whole)},
                        {u"match_posts_per_cpu_s"_s, qRound64(matching)},
                        {u"fold_posts_per_cpu_s"_s, qRound64(folding)},
                        {u"regular_expression_posts_per_cpu_s"_s, qRound64(regular)},
                        {u"times_regular_expression"_s, matching / regular}}));
    return length > 0 && hits >= 0 ? Done : AnswerIsNo;
}

} // namespace

QList<Command> watchBenchCommands()
{
    return {
        {.name = u"bench watches"_s,
         .summary = u"How many posts a second one core matches with many watches; JSON."_s,
         .options = {{u"watches"_s, u"How many (500)."_s, u"N"_s}, {u"posts"_s, u"How many (200000)."_s, u"N"_s}},
         .run = benchWatches},
    };
}

} // namespace vigie::cli
