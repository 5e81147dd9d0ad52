// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/labelledposts.h"
#include "cli/lines.h"
#include "cli/output.h"
#include "cli/tonalitybench.h"

#include "analysis/language.h"
#include "analysis/postjudge.h"
#include "analysis/trainedtonality.h"
#include "core/text.h"
#include "monitoring/tonalityteacher.h"
#include "networks/postfields.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
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

/// Half of a surrogate pair in an escape: simdjson refuses it, networks send it.
Result<AnalyseInput> lenientInput(const QByteArray &line)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(line, &error).object();
    if (error.error != QJsonParseError::NoError)
        return fail(ErrorKind::Parse, u"no JSON object: "_s + error.errorString());
    if (!object.value(u"text"_s).isString())
        return fail(ErrorKind::Parse, u"expected an object with id and text"_s);
    AnalyseInput input{.id = {}, .text = core::sanitized(object.value(u"text"_s).toString()), .language = object.value(u"lang"_s).toString()};
    const QByteArray id = QJsonDocument(QJsonArray{object.value(u"id"_s)}).toJson(QJsonDocument::Compact);
    input.id = id.sliced(1, id.size() - 2);
    return input;
}

Result<AnalyseInput> analyseInput(simdjson::dom::parser &parser, const QByteArray &line)
{
    simdjson::dom::object object;
    std::string_view text;
    if (parser.parse(line.constData(), std::size_t(line.size())).get(object) != simdjson::SUCCESS ||
        object["text"].get(text) != simdjson::SUCCESS)
        return lenientInput(line);
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

/// The judge of tonality of this call: of --model or as shipped; with --db taught by that desk's lessons.
Result<std::unique_ptr<analysis::TrainedTonality>> tonalityOf(Invocation &call)
{
    auto maker = analysis::TonalityFeatureMaker::shipped();
    if (!maker)
        return fail(maker.error());
    auto model = call.isSet(u"model"_s) ? analysis::TonalityModel::load(call.value(u"model"_s)) : analysis::TonalityModel::shipped();
    if (!model)
        return fail(model.error());
    return std::make_unique<analysis::TrainedTonality>(std::move(*maker), std::move(*model));
}

Result<analysis::PostJudge> judgeOf(Invocation &call)
{
    auto tonality = tonalityOf(call);
    if (!tonality)
        return fail(tonality.error());
    if (call.isSet(u"db"_s)) {
        const auto desk = call.desk(Invocation::Need::Read);
        if (!desk)
            return fail(desk.error());
        if (auto learnt = monitoring::TonalityTeacher((*desk)->database(), **tonality).learn(); !learnt)
            return fail(learnt.error());
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
    for (qint64 number = 1; takeLine(input, line); ++number) {
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

/// A line of corrections: {"id","text","tonality"}, optionally "lang". The labelled sets call the last one "label".
Result<monitoring::ImportedLesson> lessonFrom(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const QJsonValue said = object.contains(u"tonality"_s) ? object.value(u"tonality"_s) : object.value(u"label"_s);
    const auto tonality = analysis::tonalityFromKey(said.toString());
    const QString text = core::sanitized(object.value(u"text"_s).toString());
    if (!tonality || text.isEmpty())
        return fail(ErrorKind::Parse, u"expected an object with id, text and tonality"_s);
    const QJsonValue id = object.value(u"id"_s);
    monitoring::ImportedLesson result;
    result.remoteId = id.isString() ? id.toString() : QString::number(id.toDouble(), 'f', 0);
    if (id.isUndefined() || result.remoteId.isEmpty())
        result.remoteId = u"text:%1"_s.arg(analysis::postIdentity(text), 0, 16);
    result.lesson = {text, analysis::detectLanguage(text, object.value(u"lang"_s).toString()), *tonality};
    return result;
}

Result<std::vector<monitoring::ImportedLesson>> lessonsIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail({.kind = ErrorKind::File, .detail = file.errorString(), .place = {.file = path}});
    std::vector<monitoring::ImportedLesson> lessons;
    QByteArray line;
    for (int number = 1; takeLine(file, line); ++number) {
        line = line.trimmed();
        if (line.isEmpty())
            continue;
        auto lesson = lessonFrom(line);
        if (!lesson)
            return failAt({path, number}, lesson.error().detail);
        lessons.push_back(std::move(*lesson));
    }
    return lessons;
}

/// The most telling ones, each with the number of posts that it stands in.
QString taught(const std::vector<analysis::TaughtWord> &words, bool isWorse)
{
    constexpr qsizetype kShown = 12;
    QStringList shown;
    for (const analysis::TaughtWord &word : words) {
        if ((word.shift < 0) == isWorse && shown.size() < kShown)
            shown += u"%1 (%2)"_s.arg(word.term).arg(word.posts);
    }
    return shown.join(u", "_s);
}

int learn(Invocation &call)
{
    if (call.arguments().isEmpty() && !call.isSet(u"reset"_s))
        return call.usage(u"vigiectl learn FILE.ndjson [--reset]"_s);
    std::vector<monitoring::ImportedLesson> lessons;
    if (!call.arguments().isEmpty()) {
        auto read = lessonsIn(inputPath(call.argument(0)));
        if (!read)
            return call.fails(read.error());
        lessons = std::move(*read);
    }
    const auto tonality = tonalityOf(call);
    if (!tonality)
        return call.fails(tonality.error());
    const auto desk = call.desk(Invocation::Need::Write);
    if (!desk)
        return call.fails(desk.error());
    monitoring::TonalityTeacher teacher((*desk)->database(), **tonality);
    if (call.isSet(u"reset"_s)) {
        if (const auto done = teacher.reset((*desk)->actor()).result(); !done)
            return call.fails(done.error());
    }
    if (!lessons.empty()) {
        if (const auto done = teacher.add((*desk)->actor(), lessons).result(); !done)
            return call.fails(done.error());
    }
    if (const auto done = teacher.learn(); !done)
        return call.fails(done.error());
    const monitoring::LearningState state = teacher.state();
    if (call.wantsJson()) {
        QJsonArray words;
        for (const analysis::TaughtWord &word : state.words)
            words.append(QJsonObject{{u"term"_s, word.term}, {u"language"_s, word.language}, {u"shift"_s, word.shift}, {u"posts"_s, word.posts}});
        call.print(compact({{u"lessons"_s, state.check.lessons},
                            {u"corrected"_s, state.counts.corrected},
                            {u"confirmed"_s, state.counts.confirmed},
                            {u"imported"_s, state.counts.imported},
                            {u"error_before"_s, state.check.errorBefore},
                            {u"error_after"_s, state.check.errorAfter},
                            {u"trust"_s, state.check.trust},
                            {u"words"_s, words}}));
        return Done;
    }
    call.print(u"%1 posts to learn from: %2 corrected, %3 confirmed, %4 from files"_s.arg(state.check.lessons)
                   .arg(state.counts.corrected).arg(state.counts.confirmed).arg(state.counts.imported));
    if (state.check.lessons > 0)
        call.print(u"wrong before: %1 %, after (cross-validated): %2 %; that there was something to learn is %3 % likely"_s
                       .arg(100 * state.check.errorBefore, 0, 'f', 1).arg(100 * state.check.errorAfter, 0, 'f', 1)
                       .arg(100 * state.check.trust, 0, 'f', 0));
    for (const bool isWorse : {true, false}) {
        if (const QString words = taught(state.words, isWorse); !words.isEmpty())
            call.print((isWorse ? u"more negative now: %1"_s : u"more positive now: %1"_s).arg(words));
    }
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
        {.name = u"learn"_s,
         .arguments = u"FILE.ndjson"_s,
         .summary = u"Teaches this desk's tonality by {\"id\",\"text\",\"tonality\"}; prints how often it is wrong before and after."_s,
         .options = {model, {u"reset"_s, u"Forgets what was taught before."_s}},
         .mostArguments = 1,
         .run = learn},
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
        {.name = u"bench learning"_s,
         .summary = u"Takes each set in turn as a desk the model never saw, then as one it knows, and scores what corrections do for it."_s,
         .options = {data, {u"draws"_s, u"Of which posts are corrected; 10 without it."_s, u"N"_s}},
         .run = benchLearning},
        {.name = u"bench analyse"_s,
         .summary = u"The speed of judging, beside folding and CLD2 alone on the same posts."_s,
         .options = {data},
         .run = benchAnalyse},
    };
}

} // namespace vigie::cli
