// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postmortem/report.h"

namespace vigie::postmortem
{

/// The words of a report: one language, one zone, one crisis. Lives no longer than what it refers to.
class ReportWriter
{
public:
    ReportWriter(const ReportData &data, const core::Format &format, const core::Phrasebook &phrases)
        : m_data(data), m_figures(data.figures), m_format(format), m_phrases(phrases)
    {
    }

    /// The sections that have something to say, in the order of reportSectionKeys().
    [[nodiscard]] std::vector<Section> sections(const QStringList &wanted) const;
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] QString zoneName() const;
    [[nodiscard]] QString say(const char *source, int count = -1) const;

private:
    [[nodiscard]] Section keyFigures() const;
    [[nodiscard]] Section curve() const;
    [[nodiscard]] Section summary() const;
    [[nodiscard]] Section timeline() const;
    [[nodiscard]] Section messages() const;
    [[nodiscard]] Section figures() const;
    [[nodiscard]] Section findings() const;
    [[nodiscard]] Section actions() const;
    [[nodiscard]] Section promises() const;
    [[nodiscard]] Section decisions() const;
    [[nodiscard]] Section method() const;

    [[nodiscard]] QString when(core::Instant at) const; ///< with the day where the period has several
    [[nodiscard]] QString delayOr(const Figures::Delay &delay) const;
    [[nodiscard]] Kpi delayCard(const QString &label, const Figures::Delay &delay,
                                std::optional<std::chrono::milliseconds> target) const;
    [[nodiscard]] QString textOf(const CurveMark &mark) const;
    [[nodiscard]] TableBlock ranking(const QString &title, const std::vector<NamedCount> &counts) const;

    const ReportData &m_data;
    const Figures &m_figures;
    const core::Format &m_format;
    const core::Phrasebook &m_phrases;
};

} // namespace vigie::postmortem
