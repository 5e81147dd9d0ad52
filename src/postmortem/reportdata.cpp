// SPDX-License-Identifier: GPL-3.0-or-later
#include "postmortem/reportdata.h"

#include "playbook/deskvalues.h"
#include "postmortem/figuresrepository.h"
#include "postmortem/reportrepository.h"
#include "postmortem/reviewrepository.h"
#include "reply/promiserepository.h"

using namespace Qt::StringLiterals;

namespace vigie::postmortem
{
namespace
{

/// Puts what was read where it belongs, or hands the error on.
template <typename T>
Result<> take(Result<T> read, T &into)
{
    if (!read)
        return fail(read.error());
    into = std::move(*read);
    return {};
}

Result<QString> brandOf(const store::Connection &connection)
{
    const auto values = playbook::DeskValueRepository::read(connection);
    if (!values)
        return fail(values.error());
    return values->value(u"brand"_s);
}

} // namespace

Result<ReportData> loadReportData(const store::Connection &connection, core::IncidentId id, core::Instant now)
{
    const auto header = FiguresRepository::header(connection, id);
    if (!header)
        return fail(header.error());
    ReportData data;
    data.title = header->title;
    data.kind = header->kind;
    data.severity = header->severity;
    data.isClosed = header->isClosed;
    data.language = core::languageFromTag(header->language).value_or(core::Language::English);
    data.generatedAt = now;
    const Result<> steps[] = {
        take(figuresOf(connection, id, now), data.figures),
        take(brandOf(connection), data.brand),
        take(ReportRepository::watchName(connection, header->watchId), data.watchName),
        take(ReviewRepository::ofIncident(connection, id), data.review),
        take(ReportRepository::timeline(connection, id), data.timeline),
        take(ReportRepository::messages(connection, id), data.messages),
        take(ReportRepository::decisions(connection, id), data.decisions),
        take(reply::PromiseRepository::ofIncident(connection, id), data.promises),
    };
    for (const Result<> &step : steps) {
        if (!step)
            return fail(step.error());
    }
    return data;
}

} // namespace vigie::postmortem
