// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/scenario.h"

#include "networks/ndjsonreader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::drill
{
namespace
{

constexpr std::size_t kMaxPosts = 200'000;
constexpr qint64 kMaxManifest = 1'000'000;

QString shippedFolder()
{
    return u":/drills/"_s;
}

Result<QJsonObject> readManifest(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMaxManifest)
        return fail(ErrorKind::File, u"%1: cannot be read"_s.arg(path));
    const QByteArray bytes = file.readAll();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject()) {
        const int line = 1 + int(bytes.left(error.offset).count('\n'));
        return failAt({.file = path, .line = line}, u"not a scenario: "_s + error.errorString());
    }
    return document.object();
}

QString localized(const QJsonObject &object, const QString &name, core::Language language)
{
    const QString text = object.value(name + u'_' + core::languageTag(language)).toString();
    return text.isEmpty() ? object.value(name + u"_en"_s).toString(object.value(name).toString()) : text;
}

std::optional<core::Instant> instantOf(const QJsonValue &value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODate);
    return time.isValid() ? std::optional(core::instantFrom(time)) : std::nullopt;
}

std::optional<int> minutesOf(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

Result<std::vector<Inject>> injectsOf(const QJsonObject &manifest, const QString &path)
{
    std::vector<Inject> injects;
    const QJsonArray list = manifest.value(u"injects"_s).toArray();
    for (const QJsonValue &value : list) {
        const QJsonObject object = value.toObject();
        const auto at = instantOf(object.value(u"at"_s));
        if (!at)
            return failAt({.file = path}, u"injects[%1].at: expected a time"_s.arg(injects.size()));
        injects.push_back({.at = *at,
                           .toRole = object.value(u"to_role"_s).toString(),
                           .title = object.value(u"title"_s).toString(),
                           .text = object.value(u"text"_s).toString()});
    }
    std::stable_sort(injects.begin(), injects.end(), [](const Inject &a, const Inject &b) { return a.at < b.at; });
    return injects;
}

Result<> readPosts(Scenario &scenario, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::File, u"%1: cannot be read (%2)"_s.arg(path, file.errorString()));
    const auto report = networks::readNdjson(file, [&scenario, &path](std::vector<networks::Post> &&posts) -> Result<> {
        if (scenario.posts.size() + posts.size() > kMaxPosts)
            return fail(ErrorKind::InvalidArgument, u"%1: more than %2 posts"_s.arg(path).arg(kMaxPosts));
        std::move(posts.begin(), posts.end(), std::back_inserter(scenario.posts));
        return {};
    });
    if (!report)
        return fail(report.error());
    scenario.rejects = report->rejects;
    if (scenario.posts.empty()) {
        const QString reason = report->rejects.empty() ? u"it is empty"_s : report->rejects.front().reason;
        const int line = report->rejects.empty() ? 0 : int(report->rejects.front().line);
        return failAt({.file = path, .line = line}, u"no post in it: "_s + reason);
    }
    std::stable_sort(scenario.posts.begin(), scenario.posts.end(),
                     [](const networks::Post &a, const networks::Post &b) { return a.postedAt < b.postedAt; });
    return {};
}

Result<Scenario> loadManifest(const QString &path, core::Language fallback)
{
    const auto manifest = readManifest(path);
    if (!manifest)
        return fail(manifest.error());
    Scenario scenario;
    scenario.key = manifest->value(u"key"_s).toString(QFileInfo(path).completeBaseName());
    scenario.language = core::languageFromTag(manifest->value(u"language"_s).toString()).value_or(fallback);
    scenario.title = localized(*manifest, u"title"_s, scenario.language);
    scenario.summary = localized(*manifest, u"summary"_s, scenario.language);
    scenario.brand = manifest->value(u"brand"_s).toString();
    scenario.kind = manifest->value(u"kind"_s).toString();
    scenario.playbookKey = manifest->value(u"playbook"_s).toString();
    scenario.watchQuery = manifest->value(u"watch"_s).toString(u"*"_s);
    scenario.eventBeginsAt = instantOf(manifest->value(u"event_begins_at"_s));
    const QJsonObject expected = manifest->value(u"expected"_s).toObject();
    scenario.targets = {.detectMinutes = minutesOf(expected.value(u"detect_minutes"_s)),
                        .firstReplyMinutes = minutesOf(expected.value(u"first_reply_minutes"_s)),
                        .firstStatementMinutes = minutesOf(expected.value(u"first_statement_minutes"_s))};
    auto injects = injectsOf(*manifest, path);
    if (!injects)
        return fail(injects.error());
    scenario.injects = std::move(*injects);
    const QString posts = manifest->value(u"posts"_s).toString();
    // Only a plain name: a scenario from elsewhere must not reach other files.
    if (posts.isEmpty() || posts.contains(u'/') || posts.contains(u'\\'))
        return failAt({.file = path}, u"posts: expected the name of a file beside this one"_s);
    const QString folder = path.startsWith(u':') ? shippedFolder() : QFileInfo(path).absolutePath() + u'/';
    if (auto read = readPosts(scenario, folder + posts); !read)
        return fail(read.error());
    return scenario;
}

} // namespace

std::vector<ScenarioSummary> shippedScenarios(core::Language preferred)
{
    std::vector<ScenarioSummary> summaries;
    for (const QString &file : QDir(shippedFolder()).entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        const auto manifest = readManifest(shippedFolder() + file);
        if (!manifest)
            continue; // a test loads every shipped scenario; a broken one never leaves the house
        summaries.push_back(
            {.key = manifest->value(u"key"_s).toString(),
             .language = core::languageFromTag(manifest->value(u"language"_s).toString()).value_or(preferred),
             .title = localized(*manifest, u"title"_s, preferred),
             .summary = localized(*manifest, u"summary"_s, preferred),
             .brand = manifest->value(u"brand"_s).toString()});
    }
    std::stable_partition(summaries.begin(), summaries.end(),
                          [preferred](const ScenarioSummary &summary) { return summary.language == preferred; });
    return summaries;
}

Result<Scenario> loadScenario(const QString &nameOrPath, core::Language language)
{
    const QString shipped = shippedFolder() + nameOrPath + u".json"_s;
    if (!nameOrPath.contains(u'/') && QFile::exists(shipped))
        return loadManifest(shipped, language);
    if (!QFileInfo(nameOrPath).isFile())
        return fail(ErrorKind::NotFound, u"%1: no shipped scenario of that name, and no such file"_s.arg(nameOrPath));
    if (nameOrPath.endsWith(u".json"_s))
        return loadManifest(nameOrPath, language);
    Scenario scenario;
    scenario.key = QFileInfo(nameOrPath).completeBaseName();
    scenario.title = scenario.key;
    scenario.title.replace(u'_', u' ');
    scenario.language = language;
    if (auto read = readPosts(scenario, nameOrPath); !read)
        return fail(read.error());
    return scenario;
}

} // namespace vigie::drill
