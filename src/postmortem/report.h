// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "postmortem/reportdata.h"

#include <QStringList>

#include <variant>

namespace vigie::postmortem
{

/// How a value is to be taken. Colour says it on paper, and a word beside it.
enum class Tone { Plain, Good, Bad, Muted };

struct Kpi {
    QString label = {};
    QString value = {};
    QString note = {};
    Tone tone = Tone::Plain;
};
struct KpiBlock {
    std::vector<Kpi> cards = {};
};
struct ParagraphBlock {
    QString text = {};
    Tone tone = Tone::Plain;
    QString heading = {}; ///< small, above it; mostly empty
};
/// Lines with a mark before each; under a heading of their own where there is one.
struct ListBlock {
    QString heading = {};
    QStringList items = {};
    Tone tone = Tone::Plain;
};
struct TableColumn {
    QString title = {};
    double width = 1.0; ///< its share of what is left by the others
    bool isNumber = false; ///< set to the right
};
struct TableBlock {
    std::vector<TableColumn> columns = {};
    std::vector<QStringList> rows = {};
};
/// Two columns, label and value: for many figures in little space.
struct FactsBlock {
    struct Fact {
        QString label = {};
        QString value = {};
    };
    std::vector<Fact> facts = {};
};
/// The curve with every word that is painted on it.
struct ChartBlock {
    std::vector<CurvePoint> points = {};
    std::chrono::milliseconds step = {};
    std::optional<double> usual = std::nullopt; ///< per step
    std::vector<CurveMark> marks = {};
    std::vector<SourceGap> gaps = {};
    core::Instant beganAt = {};
    QString axisTitle = {}; ///< "Mentions per 15 min"
    QString negativeName = {};
    QString neutralName = {};
    QString positiveName = {};
    QString usualName = {};
    QString alertName = {};
    QString gapName = {};
    QString beganName = {};
    QString description = {}; ///< what it shows, in words
};

using Block = std::variant<KpiBlock, ParagraphBlock, ListBlock, TableBlock, FactsBlock, ChartBlock>;

struct Section {
    QString key = {}; ///< stable: "summary", "curve", "timeline", "messages", "figures", "findings", "actions", …
    QString heading = {}; ///< empty: the section has none (the row of figures below the title)
    std::vector<Block> blocks = {};
};

/// All that is printed, every sentence in its language, no widgets. Also what a preview on the screen shows.
struct ReportDocument {
    core::Language language = core::Language::English;
    QString kicker = {}; ///< "Post-mortem"
    QString title = {};
    QString subtitle = {};    ///< severity, period, zone
    QString drillMark = {};   ///< "DRILL" on every page; empty for a real crisis
    QString drillNote = {};   ///< the sentence below the title of a drill
    QString footer = {};      ///< at the left of each page
    QString pageOf = {};      ///< "Page %1 / %2"
    QString continued = {};   ///< beside a heading that goes on, on the next page
    QString author = {};      ///< metadata
    core::Instant createdAt = {};
    core::Format format = core::Format(core::Language::English, QTimeZone::utc());
    std::vector<Section> sections = {};

    [[nodiscard]] const Section *section(QStringView key) const;
};

/// The sections a report has, in order; `keys` empty: all of them.
struct ReportOptions {
    core::Language language = core::Language::English;
    QTimeZone zone = QTimeZone::utc();
    QStringList sections = {};
};
[[nodiscard]] QStringList reportSectionKeys();

[[nodiscard]] ReportDocument composeReport(const ReportData &data, const ReportOptions &options);
/// loadReportData and composeReport in one. Some hundred milliseconds: not for the GUI thread.
[[nodiscard]] Result<ReportDocument> buildReport(const store::Connection &connection, core::IncidentId id,
                                                 const ReportOptions &options, core::Instant now);

} // namespace vigie::postmortem
