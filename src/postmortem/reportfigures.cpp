// SPDX-License-Identifier: GPL-3.0-or-later
// The report's section of figures.
#include "postmortem/reportsections.h"
#include "postmortem/reviewproposal.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::postmortem
{
namespace
{

constexpr const char *kContext = "Report";

QString languageName(const QString &tag, const core::Phrasebook &phrases)
{
    if (tag == u"fr"_s)
        return phrases.text(kContext, QT_TRANSLATE_NOOP("Report", "French"));
    if (tag == u"en"_s)
        return phrases.text(kContext, QT_TRANSLATE_NOOP("Report", "English"));
    if (tag.isEmpty() || tag == u"und"_s)
        return phrases.text(kContext, QT_TRANSLATE_NOOP("Report", "Not known"));
    return tag;
}

} // namespace

TableBlock ReportWriter::ranking(const QString &title, const std::vector<NamedCount> &counts) const
{
    TableBlock table = {.columns = {{title, 0.52},
                                    {say(QT_TRANSLATE_NOOP("Report", "Mentions")), 0.16, true},
                                    {say(QT_TRANSLATE_NOOP("Report", "Share")), 0.16, true},
                                    {say(QT_TRANSLATE_NOOP("Report", "Negative")), 0.16, true}}};
    for (const NamedCount &count : counts)
        table.rows.push_back({count.name, m_format.number(count.count),
                              m_format.percent(double(count.count) / double(std::max<qint64>(1, m_figures.mentions))),
                              m_format.percent(double(count.negative) / double(std::max<qint64>(1, count.count)))});
    return table;
}

Section ReportWriter::figures() const
{
    Section section = {.key = u"figures"_s, .heading = say(QT_TRANSLATE_NOOP("Report", "Figures"))};
    FactsBlock facts;
    const auto add = [&facts](const QString &label, const QString &value) { facts.facts.push_back({label, value}); };
    const auto percent = [this](const std::optional<double> &share) {
        return share ? m_format.percent(*share) : u"–"_s;
    };
    add(say(QT_TRANSLATE_NOOP("Report", "Time until somebody took charge")), delayOr(m_figures.timeToAcknowledge()));
    add(say(QT_TRANSLATE_NOOP("Report", "Median time to a reply")), delayOr(m_figures.medianAnswerDelay));
    add(say(QT_TRANSLATE_NOOP("Report", "Busiest hour")),
        m_figures.peakAt ? say(QT_TRANSLATE_NOOP("Report", "%1, from %2"))
                               .arg(m_format.number(m_figures.peakPerHour), when(*m_figures.peakAt))
                         : u"–"_s);
    add(say(QT_TRANSLATE_NOOP("Report", "Usual per hour, before")),
        m_figures.usualPerHour ? usualText(*m_figures.usualPerHour, m_format)
                               : say(QT_TRANSLATE_NOOP("Report", "no history")));
    add(say(QT_TRANSLATE_NOOP("Report", "Different authors")), m_format.number(m_figures.authors));
    add(say(QT_TRANSLATE_NOOP("Report", "Near-copies")), percent(m_figures.copyShare()));
    add(say(QT_TRANSLATE_NOOP("Report", "Public replies")), m_format.number(m_figures.repliesPublic));
    add(say(QT_TRANSLATE_NOOP("Report", "Private messages")), m_format.number(m_figures.repliesPrivate));
    add(say(QT_TRANSLATE_NOOP("Report", "Tasks done")),
        say(QT_TRANSLATE_NOOP("Report", "%1 of %2")).arg(m_figures.tasks.done).arg(m_figures.tasks.total));
    add(say(QT_TRANSLATE_NOOP("Report", "Tasks late")), m_format.number(m_figures.tasks.late));
    add(say(QT_TRANSLATE_NOOP("Report", "Updates posted, of those due")),
        say(QT_TRANSLATE_NOOP("Report", "%1 of %2")).arg(m_figures.updates).arg(m_figures.updatesExpected));
    add(say(QT_TRANSLATE_NOOP("Report", "Longest time without an update")), delayOr(m_figures.longestSilence));
    section.blocks.emplace_back(facts);

    std::vector<NamedCount> networks = m_figures.topNetworks;
    for (NamedCount &count : networks)
        count.name = reply::networkTitle(count.name);
    std::vector<NamedCount> languages = m_figures.topLanguages;
    for (NamedCount &count : languages)
        count.name = languageName(count.name, m_phrases);
    if (!networks.empty())
        section.blocks.emplace_back(ranking(say(QT_TRANSLATE_NOOP("Report", "Network")), networks));
    if (languages.size() > 1)
        section.blocks.emplace_back(ranking(say(QT_TRANSLATE_NOOP("Report", "Language")), languages));
    if (!m_figures.topAuthors.empty())
        section.blocks.emplace_back(ranking(say(QT_TRANSLATE_NOOP("Report", "Most active authors")), m_figures.topAuthors));
    if (!m_figures.gaps.empty()) {
        ListBlock gaps = {.heading = say(QT_TRANSLATE_NOOP("Report", "When sources could not be read")), .tone = Tone::Bad};
        for (const SourceGap &gap : m_figures.gaps)
            //: A time during which a source, %1, could not be read.
            gaps.items << say(QT_TRANSLATE_NOOP("Report", "%1: from %2 to %3")).arg(gap.source, when(gap.from), when(gap.to));
        section.blocks.emplace_back(gaps);
    }
    return section;
}

} // namespace vigie::postmortem
