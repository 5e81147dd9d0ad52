// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/playbookfile.h"

#include "playbook/jsonplaces.h"
#include "playbook/playbookjson.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::playbook
{
namespace
{

/// Enough to mend a file by; a file made to hurt would give a million.
constexpr std::size_t kMaxFindings = 100;

Place placeOf(const QString &file, LineColumn at)
{
    return {.file = file, .line = at.line, .column = at.column};
}

/// The one order that the database gives back as well, so that reading and writing do not shuffle a file.
void putInOrder(Playbook &playbook)
{
    std::ranges::stable_sort(playbook.steps, {}, [](const Step &step) {
        return std::pair(step.offsetFrom == OffsetFrom::StoodDown, step.offset);
    });
    for (MessageText &message : playbook.messages) {
        std::ranges::stable_sort(message.variants, {}, [](const VariantText &variant) {
            return std::pair(core::languageTag(variant.language), variant.network);
        });
    }
}

/// True when something at this path, or round it, was told already: "roles[0].title" hides "roles[0].title.fr".
bool isToldBy(const Remarks &remarks, const QString &path)
{
    return std::ranges::any_of(remarks, [&path](const Remark &told) {
        return told.isError && !told.path.isEmpty() && path.startsWith(told.path) &&
               (path.size() == told.path.size() || path[told.path.size()] == u'.' || path[told.path.size()] == u'[');
    });
}

Remarks remarksOn(const QJsonObject &file, Playbook &playbook)
{
    Remarks remarks;
    playbook = playbookFromJson(file, remarks);
    if (remarks.size() >= kMaxFindings)
        return remarks;
    const Remarks shape = remarks;
    for (Remark &broken : brokenRules(playbook)) {
        if (remarks.size() > 2 * kMaxFindings)
            break;
        if (!isToldBy(shape, broken.path))
            remarks.push_back(std::move(broken));
    }
    return remarks;
}

} // namespace

QString Finding::toString() const
{
    const Error error{
        .kind = ErrorKind::Parse, .detail = path.isEmpty() ? reason : u"%1: %2"_s.arg(path, reason), .place = place};
    return error.toString();
}

PlaybookReading readPlaybook(const QByteArray &json, const QString &fileName)
{
    PlaybookReading reading;
    const auto refuse = [&](LineColumn at, QString reason) {
        reading.findings.push_back({.place = placeOf(fileName, at), .reason = std::move(reason)});
        return reading;
    };
    if (json.size() > kMaxPlaybookBytes)
        return refuse({}, u"the file is larger than 2 MB"_s);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return refuse(lineColumnAt(json, problem.offset), u"not JSON: %1"_s.arg(problem.errorString()));
    if (!document.isObject())
        return refuse({.line = 1, .column = 1}, u"must be one JSON object"_s);

    const JsonPlaces places(json);
    for (const JsonPlaces::Remark &remark : places.remarks())
        reading.findings.push_back(
            {.place = placeOf(fileName, remark.at), .path = remark.path, .reason = remark.reason});
    if (!reading.findings.empty())
        return reading; // lists that are too long, names that mean two things: there is no use in looking further

    Playbook playbook;
    const Remarks remarks = remarksOn(document.object(), playbook);
    for (const Remark &remark : remarks) {
        if (reading.findings.size() == kMaxFindings && !remark.isError)
            continue;
        if (reading.findings.size() > kMaxFindings)
            break;
        reading.findings.push_back({.isError = remark.isError,
                                    .place = placeOf(fileName, places.at(remark.path)),
                                    .path = remark.path,
                                    .reason = remark.reason});
    }
    std::ranges::stable_sort(reading.findings, {}, [](const Finding &finding) {
        return std::pair(finding.place.line, finding.place.column);
    });
    if (std::ranges::none_of(remarks, &Remark::isError)) {
        putInOrder(playbook);
        reading.playbook = std::move(playbook);
    }
    return reading;
}

Result<Playbook> parsePlaybook(const QByteArray &json, const QString &fileName)
{
    PlaybookReading reading = readPlaybook(json, fileName);
    if (reading.playbook)
        return *std::move(reading.playbook);
    const auto errors = std::ranges::count_if(reading.findings, &Finding::isError);
    const auto first = std::ranges::find_if(reading.findings, &Finding::isError);
    QString reason = first->path.isEmpty() ? first->reason : u"%1: %2"_s.arg(first->path, first->reason);
    if (errors > 1)
        reason += u" (and %1 more)"_s.arg(errors - 1);
    return failAt(first->place, reason);
}

Result<Playbook> parseStoredPlaybook(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    Remarks remarks;
    Playbook playbook = playbookFromJson(document.object(), remarks);
    const auto wrong = std::ranges::find_if(remarks, &Remark::isError);
    if (problem.error != QJsonParseError::NoError || wrong != remarks.end())
        return fail(ErrorKind::DatabaseDamaged,
                    u"a stored playbook cannot be read: %1"_s.arg(
                        wrong == remarks.end() ? problem.errorString() : u"%1: %2"_s.arg(wrong->path, wrong->reason)));
    return playbook;
}

Result<Playbook> loadPlaybook(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error{.kind = ErrorKind::File, .detail = file.errorString(), .place = {.file = path}});
    const QByteArray bytes = file.read(kMaxPlaybookBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return fail(Error{.kind = ErrorKind::File, .detail = file.errorString(), .place = {.file = path}});
    return parsePlaybook(bytes, path);
}

QByteArray serialisePlaybook(const Playbook &playbook)
{
    return QJsonDocument(playbookToJson(playbook)).toJson(QJsonDocument::Indented);
}

Result<> storePlaybook(const Playbook &playbook, const QString &path)
{
    QSaveFile file(path);
    const QByteArray bytes = serialisePlaybook(playbook);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(Error{.kind = ErrorKind::File, .detail = file.errorString(), .place = {.file = path}});
    return {};
}

Result<> checkPlaybook(const Playbook &playbook)
{
    const Remarks remarks = brokenRules(playbook);
    const auto broken = std::ranges::find_if(remarks, &Remark::isError);
    if (broken != remarks.end())
        return fail(ErrorKind::InvalidArgument, u"%1: %2"_s.arg(broken->path, broken->reason));
    return {};
}

} // namespace vigie::playbook
