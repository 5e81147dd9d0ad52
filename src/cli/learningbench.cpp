// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tonalitybench.h"

#include "analysis/desktonality.h"
#include "analysis/postjudge.h"
#include "analysis/trainedtonality.h"
#include "cli/labelledposts.h"
#include "cli/output.h"
#include "cli/tonalityscore.h"

#include <cstdio> // CLD2's header needs it and does not say so

#include <cld2/public/compact_lang_det.h>

#include <QElapsedTimer>
#include <QJsonArray>

#include <ctime>
#include <functional>
#include <random>

using namespace Qt::StringLiterals;

namespace vigie::cli
{
namespace
{

constexpr std::array kCorrections{0, 100, 300, 1000};
constexpr int kDraws = 3; ///< of which posts are corrected; their mean is told
constexpr std::size_t kMostPosts = 6000;

/// The posts of a set in one of its orders, the same each time.
std::vector<analysis::LabelledPost> shuffled(const LabelledFolder::Set &set, quint32 draw)
{
    std::vector<analysis::LabelledPost> posts = set.train;
    posts.insert(posts.end(), set.dev.begin(), set.dev.end());
    std::mt19937 random(draw);
    for (std::size_t i = posts.size(); i > 1; --i)
        std::swap(posts[i - 1], posts[random() % i]);
    posts.resize(std::min(posts.size(), kMostPosts));
    return posts;
}

TonalityScore scoreAfter(const analysis::TrainedTonality &judge, const std::vector<analysis::LabelledPost> &posts,
                         const QString &language, int corrections)
{
    std::vector<analysis::TonalityLesson> lessons;
    for (std::size_t i = 0; i < std::size_t(corrections); ++i)
        lessons.push_back({posts[i].text, language, posts[i].label});
    judge.use(analysis::DeskTonality(judge.maker(), judge.baseModel()).learn(lessons).model);
    TonalityScore score;
    for (std::size_t i = kCorrections.back(); i < posts.size(); ++i) {
        const QString folded = core::folded(posts[i].text);
        score.add(posts[i].label, judge.judge({posts[i].text, folded}, language));
    }
    return score;
}

/// Seconds of this thread's processor for `work` on each text.
double seconds(const std::vector<QString> &texts, const std::function<void(const QString &)> &work)
{
    const std::clock_t start = std::clock();
    for (const QString &text : texts)
        work(text);
    return double(std::clock() - start) / CLOCKS_PER_SEC;
}

} // namespace

int benchLearning(Invocation &call)
{
    if (!call.isSet(u"data"_s))
        return call.usage(u"vigiectl bench learning --data DIR"_s);
    const auto folder = LabelledFolder::read(call.value(u"data"_s));
    if (!folder)
        return call.fails(folder.error());
    Table table({u"unseen desk"_s, u"tested on"_s, u"0"_s, u"100"_s, u"300"_s, u"1000"_s});
    QJsonArray rows;
    for (const LabelledFolder::Set &set : folder->sets) {
        call.progress(set.name);
        if (set.train.size() + set.dev.size() < 2 * std::size_t(kCorrections.back()))
            continue;
        auto maker = analysis::TonalityFeatureMaker::shipped();
        if (!maker)
            return call.fails(maker.error());
        auto weights = analysis::TonalityTrainer(*maker).train(folder->trainingPosts(set.language, set.name), set.language);
        if (!weights)
            return call.fails(weights.error());
        analysis::TonalityModel base;
        base.languages[std::size_t(set.language)] = std::make_shared<const analysis::TonalityWeights>(std::move(*weights));
        const analysis::TrainedTonality judge(std::move(*maker), std::move(base));
        std::array<double, kCorrections.size()> means{};
        int tested = 0;
        for (int draw = 1; draw <= kDraws; ++draw) {
            const std::vector<analysis::LabelledPost> posts = shuffled(set, quint32(draw));
            for (std::size_t i = 0; i < kCorrections.size(); ++i) {
                const TonalityScore score =
                    scoreAfter(judge, posts, analysis::tonalityLanguageTag(set.language), kCorrections[i]);
                means[i] += score.macroF1() / kDraws;
                tested = score.count();
            }
        }
        QStringList cells{set.name, QString::number(tested)};
        QJsonObject row{{u"set"_s, set.name}, {u"posts"_s, tested}};
        for (std::size_t i = 0; i < kCorrections.size(); ++i) {
            cells << QString::number(100 * means[i], 'f', 1);
            row.insert(QString::number(kCorrections[i]), means[i]);
        }
        table.add(cells);
        rows << row;
    }
    call.progress({});
    if (call.wantsJson()) {
        call.print(compact({{u"bench"_s, u"learning"_s}, {u"rows"_s, rows}}));
        return Done;
    }
    call.print(u"Macro-F1 after so many corrections, mean of %1 draws, always on the same rest of the set's posts"_s.arg(kDraws));
    call.print(table.toString());
    return Done;
}

int benchAnalyse(Invocation &call)
{
    if (!call.isSet(u"data"_s))
        return call.usage(u"vigiectl bench analyse --data DIR"_s);
    const auto folder = LabelledFolder::read(call.value(u"data"_s));
    if (!folder)
        return call.fails(folder.error());
    const auto judge = analysis::PostJudge::shipped();
    if (!judge)
        return call.fails(judge.error());
    const auto tonality = analysis::TrainedTonality::shipped();
    if (!tonality)
        return call.fails(tonality.error());
    std::vector<QString> texts;
    std::vector<QByteArray> utf8;
    for (const LabelledFolder::Set &set : folder->sets) {
        for (const analysis::LabelledPost &post : set.train)
            texts.push_back(post.text);
    }
    for (const QString &text : texts)
        utf8.push_back(text.toUtf8());
    qsizetype sink = 0; // so that nothing is optimised away
    const auto fold = [&sink](const QString &text) { sink += core::folded(text).size(); };
    fold(texts.front());
    const double folding = seconds(texts, fold);
    std::size_t next = 0;
    const double cld2 = seconds(texts, [&](const QString &) {
        bool isReliable = false;
        const QByteArray &text = utf8[next++];
        sink += CLD2::DetectLanguage(text.constData(), int(text.size()), true, &isReliable);
    });
    const double alone = seconds(texts, [&](const QString &text) {
        const QString folded = core::folded(text);
        sink += qsizetype((*tonality)->judge({text, folded}, u"en").reasons.size());
    });
    const double all = seconds(texts, [&](const QString &text) { sink += qsizetype(judge->judge(text).risks.size()); });
    const auto rate = [&texts](double time) { return std::round(double(texts.size()) / std::max(time, 1e-9)); };
    call.print(compact({{u"bench"_s, u"analyse"_s},
                        {u"posts"_s, qint64(texts.size())},
                        {u"posts_per_s"_s, rate(all)},
                        {u"tonality_posts_per_s"_s, rate(alone)},
                        {u"cld2_posts_per_s"_s, rate(cld2)},
                        {u"folding_posts_per_s"_s, rate(folding)},
                        {u"ratio_to_cld2"_s, cld2 / all},
                        {u"ratio_to_folding"_s, folding / all},
                        {u"checksum"_s, qint64(sink)}}));
    return Done;
}

} // namespace vigie::cli
