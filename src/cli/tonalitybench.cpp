// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tonalitybench.h"

#include "analysis/trainedtonality.h"
#include "cli/labelledposts.h"
#include "cli/lines.h"
#include "cli/output.h"
#include "cli/tonalityscore.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace vigie::cli
{
namespace
{

/// Figures of others on the same sets, in the order of the columns: as --peers FILE gives them.
struct Peers {
    QStringList names = {};
    QHash<QString, QStringList> values = {}; ///< by "set" + tab + "all" or "others"
};

/// Tab-divided: set, trained on, then a figure for each peer. A line that begins with "set" names the columns of those below.
Result<Peers> readPeers(const QString &path)
{
    Peers peers;
    if (path.isEmpty())
        return peers;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail({.kind = ErrorKind::File, .detail = file.errorString(), .place = {.file = path}});
    qsizetype first = 0; // column of the table that is read
    QByteArray line;
    while (takeLine(file, line)) {
        const QStringList cells = QString::fromUtf8(line).chopped(1).split(u'	');
        if (cells.size() < 3 || cells.first().startsWith(u'#'))
            continue;
        if (cells.first() == u"set") {
            first = peers.names.size();
            peers.names += cells.mid(2);
            continue;
        }
        QStringList &values = peers.values[cells[0] + u'\t' + cells[1]];
        values.resize(first);
        values += cells.mid(2);
    }
    return peers;
}

TonalityScore scoreOf(const analysis::TrainedTonality &judge, const LabelledFolder::Set &set)
{
    TonalityScore score;
    for (const analysis::LabelledPost &post : set.dev) {
        const QString folded = core::folded(post.text);
        score.add(post.label, judge.judge({post.text, folded}, analysis::tonalityLanguageTag(set.language)));
    }
    return score;
}

QStringList row(const LabelledFolder::Set &set, const QString &trainedOn, const TonalityScore &score, const Peers &peers)
{
    return QStringList{set.name,
                       trainedOn,
                       QString::number(score.count()),
                       QString::number(100 * score.macroF1(), 'f', 1),
                       QString::number(100 * score.f1(analysis::Tonality::Negative), 'f', 1),
                       QString::number(score.areaUnderCurve(), 'f', 3),
                       QString::number(score.calibrationError(), 'f', 3)} +
           peers.values.value(set.name + u'\t' + trainedOn);
}

QJsonObject json(const LabelledFolder::Set &set, const QString &trainedOn, const TonalityScore &score)
{
    return {{u"set"_s, set.name},
            {u"trained_on"_s, trainedOn},
            {u"posts"_s, score.count()},
            {u"macro_f1"_s, score.macroF1()},
            {u"negative_f1"_s, score.f1(analysis::Tonality::Negative)},
            {u"auc"_s, score.areaUnderCurve()},
            {u"calibration_error"_s, score.calibrationError()}};
}

void printCurve(const Invocation &call, const TonalityScore &all)
{
    Table table({u"negativity"_s, u"posts"_s, u"mean"_s, u"negative"_s});
    for (const TonalityScore::Bin &bin : all.calibration()) {
        if (bin.posts == 0)
            continue;
        table.add({u"%1–%2"_s.arg(bin.from, 0, 'f', 1).arg(bin.from + 0.1, 0, 'f', 1), QString::number(bin.posts),
                   QString::number(bin.mean, 'f', 3), QString::number(bin.share, 'f', 3)});
    }
    call.print(u"\nCalibration of negativity over all dev parts: of posts with this negativity, how many are negative"_s);
    call.print(table.toString());
}

} // namespace

int benchTonality(Invocation &call)
{
    if (!call.isSet(u"data"_s))
        return call.usage(u"vigiectl bench tonality --data DIR"_s);
    const auto folder = LabelledFolder::read(call.value(u"data"_s));
    if (!folder)
        return call.fails(folder.error());
    const auto judge = analysis::TrainedTonality::shipped();
    if (!judge)
        return call.fails(judge.error());
    const auto peers = readPeers(call.value(u"peers"_s));
    if (!peers)
        return call.fails(peers.error());
    Table table(QStringList{u"set"_s, u"trained on"_s, u"posts"_s, u"macro-F1"_s, u"negative F1"_s, u"AUC"_s,
                            u"calibration"_s} +
                peers->names);
    QJsonArray rows;
    TonalityScore all;
    for (const LabelledFolder::Set &set : folder->sets) {
        const TonalityScore score = scoreOf(**judge, set);
        all += score;
        table.add(row(set, u"all"_s, score, *peers));
        rows << json(set, u"all"_s, score);
    }
    const analysis::TonalityTrainer trainer((*judge)->maker());
    for (const LabelledFolder::Set &set : folder->sets) {
        if (call.isSet(u"in-domain-only"_s))
            break;
        call.progress(u"without %1"_s.arg(set.name));
        auto weights = trainer.train(folder->trainingPosts(set.language, set.name), set.language);
        if (!weights)
            return call.fails(weights.error());
        analysis::TonalityModel model;
        model.languages[std::size_t(set.language)] = std::make_shared<const analysis::TonalityWeights>(std::move(*weights));
        (*judge)->use(std::move(model));
        const TonalityScore score = scoreOf(**judge, set);
        table.add(row(set, u"others"_s, score, *peers));
        rows << json(set, u"others"_s, score);
    }
    call.progress({});
    if (call.wantsJson()) {
        call.print(compact({{u"bench"_s, u"tonality"_s}, {u"rows"_s, rows}}));
        return Done;
    }
    call.print(table.toString());
    printCurve(call, all);
    return Done;
}

} // namespace vigie::cli
