// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/labelledposts.h"

#include "cli/lines.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace vigie::cli
{
namespace
{

Result<> readFile(const QString &path, LabelledFolder::Set &set, std::vector<analysis::LabelledPost> &posts)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail({.kind = ErrorKind::File, .detail = file.errorString(), .place = {.file = path}});
    QByteArray line;
    for (int number = 1; takeLine(file, line); ++number) {
        line = line.trimmed();
        if (line.isEmpty())
            continue;
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        const auto label = analysis::tonalityFromKey(object.value(u"label"_s).toString());
        const auto language = analysis::tonalityLanguageFromTag(object.value(u"lang"_s).toString());
        if (!label || !language || !object.value(u"text"_s).isString())
            return failAt({path, number}, u"expected an object with lang (fr, en), label and text"_s);
        set.language = *language;
        posts.push_back({core::sanitized(object.value(u"text"_s).toString()), set.name, *label});
    }
    return {};
}

} // namespace

Result<LabelledFolder> LabelledFolder::read(const QString &folder)
{
    LabelledFolder result;
    const QDir dir(folder);
    for (const QString &file : dir.entryList({u"*.train.jsonl"_s}, QDir::Files, QDir::Name)) {
        Set set{.name = file.chopped(qsizetype(sizeof(".train.jsonl")) - 1)};
        if (auto done = readFile(dir.filePath(file), set, set.train); !done)
            return fail(done.error());
        const QString dev = dir.filePath(set.name + u".dev.jsonl"_s);
        if (QFile::exists(dev)) {
            if (auto done = readFile(dev, set, set.dev); !done)
                return fail(done.error());
        }
        result.sets.push_back(std::move(set));
    }
    if (result.sets.empty())
        return fail({.kind = ErrorKind::NotFound, .detail = u"no *.train.jsonl here"_s, .place = {.file = folder}});
    return result;
}

bool LabelledFolder::hasSet(const QString &name) const
{
    return std::any_of(sets.begin(), sets.end(), [&name](const Set &set) { return set.name == name; });
}

std::vector<analysis::LabelledPost> LabelledFolder::trainingPosts(analysis::TonalityLanguage language,
                                                                  const QString &excluded) const
{
    std::unordered_set<quint64> unseen;
    for (const Set &set : sets) {
        for (const analysis::LabelledPost &post : set.dev)
            unseen.insert(analysis::postIdentity(post.text));
        if (set.name == excluded) {
            for (const analysis::LabelledPost &post : set.train)
                unseen.insert(analysis::postIdentity(post.text));
        }
    }
    std::vector<analysis::LabelledPost> posts;
    for (const Set &set : sets) {
        if (set.language != language || set.name == excluded)
            continue;
        std::copy_if(set.train.begin(), set.train.end(), std::back_inserter(posts), [&unseen](const auto &post) {
            return !unseen.contains(analysis::postIdentity(post.text));
        });
    }
    return posts;
}

Result<analysis::TonalityModel> trainedModel(const LabelledFolder &folder, const QString &excluded,
                                             const analysis::TonalityTrainer &trainer)
{
    analysis::TonalityModel model;
    for (const analysis::TonalityLanguage language : analysis::kTonalityLanguages) {
        const auto posts = folder.trainingPosts(language, excluded);
        if (posts.empty())
            continue;
        auto weights = trainer.train(posts, language);
        if (!weights)
            return fail(weights.error());
        model.languages[std::size_t(language)] =
            std::make_shared<const analysis::TonalityWeights>(std::move(*weights));
    }
    return model;
}

} // namespace vigie::cli
