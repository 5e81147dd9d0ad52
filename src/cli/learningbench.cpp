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

using Steps = std::array<int, 4>;
constexpr Steps kUnseenSteps{0, 100, 300, 1000};
constexpr Steps kKnownSteps{0, 100, 300, 600}; ///< half of a small set has no more
constexpr int kDraws = 10;                     ///< of which posts are corrected
constexpr std::size_t kMostPosts = 6000;

/// A set as a desk: what the base may have learnt from, and what the desk reads and corrects.
struct Desk {
    std::vector<analysis::LabelledPost> training;
    std::vector<analysis::LabelledPost> posts;
    Steps steps;
};

Desk unseenDesk(const LabelledFolder &folder, const LabelledFolder::Set &set)
{
    Desk desk{folder.trainingPosts(set.language, set.name), set.train, kUnseenSteps};
    desk.posts.insert(desk.posts.end(), set.dev.begin(), set.dev.end());
    return desk;
}

/// Half of the set's train part was learnt from; the desk reads the other half of all its posts.
Desk knownDesk(const LabelledFolder &folder, const LabelledFolder::Set &set)
{
    Desk desk{folder.trainingPosts(set.language, set.name), {}, kKnownSteps};
    const auto isLearnt = [](const analysis::LabelledPost &post) { return analysis::postIdentity(post.text) % 2 == 0; };
    std::copy_if(set.train.begin(), set.train.end(), std::back_inserter(desk.training), isLearnt);
    std::remove_copy_if(set.train.begin(), set.train.end(), std::back_inserter(desk.posts), isLearnt);
    std::remove_copy_if(set.dev.begin(), set.dev.end(), std::back_inserter(desk.posts), isLearnt);
    return desk;
}

/// The posts in one of their orders, the same each time.
std::vector<analysis::LabelledPost> shuffled(std::vector<analysis::LabelledPost> posts, quint32 draw)
{
    std::mt19937 random(draw);
    for (std::size_t i = posts.size(); i > 1; --i)
        std::swap(posts[i - 1], posts[random() % i]);
    posts.resize(std::min(posts.size(), kMostPosts));
    return posts;
}

/// Macro-F1 after each step of one draw, on the posts behind the last step's.
std::array<double, 4> scoresOf(const analysis::TrainedTonality &judge, const std::vector<analysis::LabelledPost> &posts,
                               const Steps &steps, const QString &language)
{
    std::array<double, 4> scores{};
    analysis::DeskTonality desk(judge.maker(), judge.baseModel());
    std::vector<analysis::TonalityLesson> lessons;
    for (std::size_t step = 0; step < steps.size(); ++step) {
        for (std::size_t i = lessons.size(); i < std::size_t(steps[step]); ++i)
            lessons.push_back({posts[i].text, language, posts[i].label});
        judge.use(desk.teach(lessons));
        TonalityScore score;
        for (std::size_t i = std::size_t(steps.back()); i < posts.size(); ++i) {
            const QString folded = core::folded(posts[i].text);
            score.add(posts[i].label, judge.judge({posts[i].text, folded}, language));
        }
        scores[step] = score.macroF1();
    }
    return scores;
}

/// What corrections did for a desk, over all draws.
struct Gains {
    std::size_t tested = 0;
    std::array<double, 4> mean{};   ///< of macro-F1
    std::array<double, 4> spread{}; ///< of the gain over the draws: its standard deviation
};

Result<Gains> gainsOf(const Desk &desk, analysis::TonalityLanguage language, int draws)
{
    auto maker = analysis::TonalityFeatureMaker::shipped();
    if (!maker)
        return fail(maker.error());
    auto weights = analysis::TonalityTrainer(*maker).train(desk.training, language);
    if (!weights)
        return fail(weights.error());
    analysis::TonalityModel base;
    base.languages[std::size_t(language)] = std::make_shared<const analysis::TonalityWeights>(std::move(*weights));
    const analysis::TrainedTonality judge(std::move(*maker), std::move(base));
    Gains gains{.tested = std::min(desk.posts.size(), kMostPosts) - std::size_t(desk.steps.back())};
    std::array<double, 4> sum{};
    std::array<double, 4> squares{};
    for (int draw = 1; draw <= draws; ++draw) {
        const auto scores =
            scoresOf(judge, shuffled(desk.posts, quint32(draw)), desk.steps, analysis::tonalityLanguageTag(language));
        for (std::size_t i = 0; i < scores.size(); ++i) {
            const double gain = scores[i] - scores[0];
            gains.mean[i] += scores[i] / draws;
            sum[i] += gain / draws;
            squares[i] += gain * gain / draws;
        }
    }
    for (std::size_t i = 0; i < sum.size(); ++i)
        gains.spread[i] = std::sqrt(std::max(0.0, squares[i] - sum[i] * sum[i]));
    return gains;
}

QStringList cellsOf(const QString &name, const Gains &gains)
{
    QStringList cells{name, QString::number(gains.tested), QString::number(100 * gains.mean[0], 'f', 1)};
    for (std::size_t i = 1; i < gains.mean.size(); ++i)
        cells << u"%1 ±%2"_s.arg(100 * gains.mean[i], 0, 'f', 1).arg(100 * gains.spread[i], 0, 'f', 1);
    return cells;
}

/// One more lesson on top of as many as a desk keeps, and all of them anew: milliseconds of processor.
QJsonObject learningTime(const LabelledFolder::Set &set)
{
    constexpr std::size_t kKept = 5000;
    const auto judge = analysis::TrainedTonality::shipped();
    if (!judge || set.train.size() <= kKept)
        return {};
    std::vector<analysis::TonalityLesson> lessons;
    for (std::size_t i = 0; i <= kKept; ++i)
        lessons.push_back({set.train[i].text, analysis::tonalityLanguageTag(set.language), set.train[i].label});
    const std::vector<analysis::TonalityLesson> kept(lessons.begin(), lessons.end() - 1);
    analysis::DeskTonality desk((*judge)->maker(), (*judge)->baseModel());
    const auto milliseconds = [](const std::function<void()> &work) {
        const std::clock_t start = std::clock();
        work();
        return std::round(1e4 * double(std::clock() - start) / CLOCKS_PER_SEC) / 10;
    };
    const double anew = milliseconds([&] { (void)desk.teach(kept); });
    const double one = milliseconds([&] { (void)desk.teach(lessons); });
    const double check = milliseconds([&] { (void)desk.check(); });
    return {{u"kept"_s, qint64(kKept)}, {u"one_more_ms"_s, one}, {u"all_anew_ms"_s, anew}, {u"cross_validation_ms"_s, check}};
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
    bool isNumber = true;
    const int draws = call.isSet(u"draws"_s) ? call.value(u"draws"_s).toInt(&isNumber) : kDraws;
    if (!isNumber || draws < 1)
        return call.usage(u"--draws takes a number from 1"_s);
    const auto folder = LabelledFolder::read(call.value(u"data"_s));
    if (!folder)
        return call.fails(folder.error());
    QJsonArray rows;
    QJsonObject time;
    for (const bool isKnown : {false, true}) {
        const Steps &steps = isKnown ? kKnownSteps : kUnseenSteps;
        QStringList heads{isKnown ? u"known desk"_s : u"unseen desk"_s, u"tested on"_s};
        for (const int step : steps)
            heads << QString::number(step);
        Table table(heads);
        for (const LabelledFolder::Set &set : folder->sets) {
            call.progress(set.name);
            const Desk desk = isKnown ? knownDesk(*folder, set) : unseenDesk(*folder, set);
            if (desk.posts.size() < std::size_t(steps.back()) * 3 / 2)
                continue;
            const auto gains = gainsOf(desk, set.language, draws);
            if (!gains)
                return call.fails(gains.error());
            table.add(cellsOf(set.name, *gains));
            QJsonObject row{{u"set"_s, set.name}, {u"is_known"_s, isKnown}, {u"posts"_s, qint64(gains->tested)}};
            for (std::size_t i = 0; i < steps.size(); ++i)
                row.insert(QString::number(steps[i]),
                           QJsonObject{{u"macro_f1"_s, gains->mean[i]}, {u"spread_of_gain"_s, gains->spread[i]}});
            rows << row;
            if (time.isEmpty())
                time = learningTime(set);
        }
        call.progress({});
        if (!call.wantsJson())
            call.print(table.toString());
    }
    if (call.wantsJson()) {
        call.print(compact({{u"bench"_s, u"learning"_s}, {u"draws"_s, draws}, {u"rows"_s, rows}, {u"time"_s, time}}));
        return Done;
    }
    call.print(u"Macro-F1 after so many corrections: the mean of %1 draws, tested on the rest of the set's posts; ± one standard"
               " deviation of the gain. Of a known desk the model has learnt half."_s.arg(draws));
    if (!time.isEmpty())
        call.print(u"On top of %1 corrections: one more %2 ms, all anew %3 ms, cross-validation %4 ms of processor"_s
                       .arg(time[u"kept"_s].toInt()).arg(time[u"one_more_ms"_s].toDouble())
                       .arg(time[u"all_anew_ms"_s].toDouble()).arg(time[u"cross_validation_ms"_s].toDouble()));
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
