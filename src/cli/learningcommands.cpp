// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

#include "analysis/postjudge.h"
#include "analysis/trainedtonality.h"
#include "cli/labelledposts.h"
#include "cli/output.h"
#include "cli/tonalitybench.h"
#include "core/text.h"
#include "networks/postfields.h"

#include <QFile>
#include <QSaveFile>

#include <simdjson.h>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace vigie::cli
{
namespace
{

struct AnalyseInput {
    QByteArray id; ///< as JSON
    QString text;
    QString language;
};

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

Result<AnalyseInput> analyseInput(simdjson::dom::parser &parser, const QByteArray &line)
{
    simdjson::dom::object object;
    std::string_view text;
    if (const auto error = parser.parse(line.constData(), std::size_t(line.size())).get(object))
        return fail(ErrorKind::Parse, u"no JSON object: "_s + QString::fromLatin1(simdjson::error_message(error)));
    if (object["text"].get(text) != simdjson::SUCCESS)
        return fail(ErrorKind::Parse, u"expected an object with id and text"_s);
    AnalyseInput input{.id = "null", .text = core::sanitized(toQString(text)), .language = {}};
    if (simdjson::dom::element id; object["id"].get(id) == simdjson::SUCCESS)
        input.id = QByteArray::fromStdString(simdjson::minify(id));
    if (std::string_view language; object["lang"].get(language) == simdjson::SUCCESS)
        input.language = toQString(language);
    return input;
}

/// One line of answer. Written by hand: a document model would cost more than the judging.
QByteArray answerLine(const QByteArray &id, const analysis::PostJudgement &judgement)
{
    QByteArray line = "{\"id\":" + id + ",\"lang\":";
    networks::appendJsonString(line, judgement.language);
    line += ",\"tonality\":\"" + analysis::tonalityKey(judgement.tonality.tonality).toUtf8() + "\",\"negativity\":";
    line += QByteArray::number(judgement.tonality.negativity, 'g', 4) + ",\"risks\":[";
    analysis::Risks told;
    for (const analysis::RiskHit &hit : judgement.risks) {
        if (told.testFlag(hit.risk))
            continue;
        line += told == analysis::Risks() ? "\"" : ",\"";
        line += analysis::riskKey(hit.risk).toUtf8() + '"';
        told |= hit.risk;
    }
    line += "],\"reasons\":[";
    bool isFirst = true;
    for (const analysis::Reason &reason : judgement.tonality.reasons) {
        line += isFirst ? "{\"term\":" : ",{\"term\":";
        isFirst = false;
        networks::appendJsonString(line, reason.term);
        line += ",\"weight\":" + QByteArray::number(reason.weight, 'g', 3) + '}';
    }
    return line + "]}";
}

/// The judge of this call: with the model of --model, or with what the desk of --db has taught, or as shipped.
Result<analysis::PostJudge> judgeOf(Invocation &call)
{
    auto tonality = analysis::TrainedTonality::shipped();
    if (!tonality)
        return fail(tonality.error());
    if (call.isSet(u"model"_s)) {
        auto model = analysis::TonalityModel::load(call.value(u"model"_s));
        if (!model)
            return fail(model.error());
        (*tonality)->use(std::move(*model));
    }
    return analysis::PostJudge::with(std::move(*tonality));
}

int analyse(Invocation &call)
{
    const auto judge = judgeOf(call);
    if (!judge)
        return call.fails(judge.error());
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return call.fails({.kind = ErrorKind::File, .detail = input.errorString()});
    int code = Done;
    simdjson::dom::parser parser;
    QByteArray line;
    for (qint64 number = 1; !input.atEnd(); ++number) {
        line = input.readLine();
        if (line.trimmed().isEmpty())
            continue;
        const Result<AnalyseInput> post = analyseInput(parser, line);
        if (!post) {
            call.note(u"line %1: %2"_s.arg(QString::number(number), post.error().detail));
            code = BadInput;
            continue;
        }
        call.print(answerLine(post->id, judge->judge(post->text, post->language)));
    }
    return code;
}

int train(Invocation &call)
{
    if (!call.isSet(u"data"_s) || !call.isSet(u"out"_s))
        return call.usage(u"vigiectl train --data DIR [--exclude SET] --out MODEL"_s);
    const auto folder = LabelledFolder::read(call.value(u"data"_s));
    if (!folder)
        return call.fails(folder.error());
    const QString excluded = call.value(u"exclude"_s);
    if (!excluded.isEmpty() && !folder->hasSet(excluded))
        return call.fails({.kind = ErrorKind::NotFound, .detail = u"--exclude: no set of that name: "_s + excluded});
    const auto maker = analysis::TonalityFeatureMaker::shipped();
    if (!maker)
        return call.fails(maker.error());
    const analysis::TonalityTrainer trainer(*maker, [&call](const QString &text) { call.progress(text); });
    const auto model = trainedModel(*folder, excluded, trainer);
    call.progress({});
    if (!model)
        return call.fails(model.error());
    QSaveFile file(call.value(u"out"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(model->toBytes()) < 0 || !file.commit())
        return call.fails({.kind = ErrorKind::File, .detail = file.errorString(), .place = {.file = file.fileName()}});
    return Done;
}

} // namespace

QList<Command> learningCommands()
{
    const QCommandLineOption data(u"data"_s, u"The folder of labelled posts: NAME.train.jsonl and NAME.dev.jsonl."_s, u"DIR"_s);
    const QCommandLineOption model(u"model"_s, u"A model that train wrote, instead of the shipped one."_s, u"FILE"_s);
    return {
        {.name = u"analyse"_s,
         .summary = u"Judges NDJSON of {\"id\",\"text\"} from standard input: language, tonality, risks, reasons."_s,
         .options = {model},
         .run = analyse},
        {.name = u"train"_s,
         .summary = u"Rebuilds the tonality model from labelled posts."_s,
         .options = {data,
                     {u"exclude"_s, u"A set that must stay unseen."_s, u"SET"_s},
                     {u"out"_s, u"The model's file."_s, u"MODEL"_s}},
         .run = train},
        {.name = u"bench tonality"_s,
         .summary = u"Scores the tonality model on the dev parts, in domain and across domains, with its calibration."_s,
         .options = {data, {u"peers"_s, u"A table of other models' figures, to print beside."_s, u"FILE"_s},
                     {u"in-domain-only"_s, u"Trains nothing: the shipped model alone."_s}},
         .run = benchTonality},
    };
}

} // namespace vigie::cli
