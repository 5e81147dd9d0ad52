// SPDX-License-Identifier: GPL-3.0-or-later
#include "postmortem/report.h"

#include "postmortem/reportsections.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::postmortem
{

const Section *ReportDocument::section(QStringView key) const
{
    const auto found =
        std::find_if(sections.begin(), sections.end(), [key](const Section &section) { return section.key == key; });
    return found == sections.end() ? nullptr : &*found;
}

QStringList reportSectionKeys()
{
    return {u"key-figures"_s, u"curve"_s,   u"summary"_s,  u"timeline"_s,  u"messages"_s, u"figures"_s,
            u"findings"_s,    u"actions"_s, u"promises"_s, u"decisions"_s, u"method"_s};
}

ReportDocument composeReport(const ReportData &data, const ReportOptions &options)
{
    ReportDocument document;
    document.language = options.language;
    document.format = core::Format(options.language, options.zone);
    const core::Phrasebook phrases(options.language);
    const ReportWriter writer(data, document.format, phrases);

    document.kicker = writer.say(QT_TRANSLATE_NOOP("Report", "Crisis post-mortem"));
    document.title = data.title;
    document.subtitle = writer.subtitle();
    if (data.isDrill()) {
        //: In capitals, on every page of the report of an exercise.
        document.drillMark = writer.say(QT_TRANSLATE_NOOP("Report", "DRILL"));
        document.drillNote = writer.say(QT_TRANSLATE_NOOP(
            "Report", "This crisis was played as an exercise. No post is real, and nothing was sent to anybody."));
    }
    QStringList footer = {u"Vigie"_s};
    if (!data.brand.isEmpty())
        footer << data.brand;
    footer << (data.isDrill() ? document.drillMark : writer.say(QT_TRANSLATE_NOOP("Report", "Confidential")))
           //: %1 is a date and time.
           << writer.say(QT_TRANSLATE_NOOP("Report", "Generated on %1"))
                  .arg(document.format.dateTimeWithZone(data.generatedAt));
    document.footer = footer.join(u" · "_s);
    //: %1 is the page, %2 the number of pages.
    document.pageOf = writer.say(QT_TRANSLATE_NOOP("Report", "Page %1 / %2"));
    document.author = data.brand.isEmpty() ? u"Vigie"_s : data.brand;
    document.createdAt = data.generatedAt;
    document.sections = writer.sections(options.sections);
    return document;
}

Result<ReportDocument> buildReport(const store::Connection &connection, core::IncidentId id,
                                   const ReportOptions &options, core::Instant now)
{
    const auto data = loadReportData(connection, id, now);
    if (!data)
        return fail(data.error());
    return composeReport(*data, options);
}

} // namespace vigie::postmortem
