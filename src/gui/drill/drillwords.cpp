// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/drill/drillwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

QString DrillWords::roleName(const QString &key)
{
    if (key == u"crisis-lead"_s)
        return tr("Crisis lead");
    if (key == u"deputy"_s)
        return tr("Deputy");
    if (key == u"log-keeper"_s)
        return tr("Log keeper");
    if (key == u"spokesperson"_s)
        return tr("Spokesperson");
    if (key == u"community-manager"_s)
        return tr("Community manager");
    if (key == u"customer-liaison"_s)
        return tr("Customer-service liaison");
    if (key == u"legal"_s)
        return tr("Legal");
    if (key == u"subject-expert"_s)
        return tr("Subject expert");
    if (key.isEmpty())
        return tr("Everybody");
    QString readable = key;
    readable.replace(u'-', u' ');
    readable[0] = readable.at(0).toUpper();
    return readable;
}

QString DrillWords::languageName(core::Language language)
{
    return language == core::Language::French ? tr("French") : tr("English");
}

QString DrillWords::speedName(double speed)
{
    if (speed <= 1)
        return tr("As it happened");
    //: A speed of play: 60 times faster than it happened
    return tr("× %1").arg(qRound(speed));
}

QString DrillWords::summary(const drill::DrillScore &score, const core::Format &format)
{
    const auto lines = drill::describe(score, format, core::Phrasebook(format.language()));
    const auto count = [&lines](bool met) {
        return int(std::count_if(lines.begin(), lines.end(), [met](const auto &line) { return line.isMet == met; }));
    };
    QStringList parts;
    if (count(true) > 0)
        parts += tr("%n target(s) met", nullptr, count(true));
    if (count(false) > 0)
        parts += tr("%n missed", "targets of a drill", count(false));
    return parts.join(u" · "_s);
}

CardRow DrillWords::scenarioRow(const drill::ScenarioSummary &scenario)
{
    QStringList meta{languageName(scenario.language)};
    if (!scenario.brand.isEmpty())
        meta += scenario.brand;
    return {.key = u"scenario/"_s + scenario.key,
            .iconName = u"flag"_s,
            .iconToken = Token::Drill,
            .text = scenario.title,
            .textLines = 2,
            .isStrong = true,
            .meta = meta.join(u" · "_s)};
}

CardRow DrillWords::runRow(const drill::DrillRun &run, const core::Format &format, bool isOpen)
{
    CardRow row{.key = u"run/%1"_s.arg(run.id.value),
                .id = run.id.value,
                .iconName = u"clock-history"_s,
                .text = run.title,
                .textLines = 2,
                //: %1 is the number of a drill, in the order in which they were played
                .trailing = tr("No. %1").arg(run.id.value)};
    if (isOpen) {
        row.iconName = u"play-circle"_s;
        row.iconToken = Token::Drill;
        row.meta = tr("Under way");
        row.metaToken = Token::Drill;
    } else if (run.score) {
        row.meta = summary(*run.score, format);
        if (row.meta.isEmpty())
            row.meta = tr("Played; no targets");
    } else {
        row.meta = tr("Broken off, without a score");
    }
    return row;
}

std::vector<CardRow> DrillWords::scoreRows(const drill::DrillScore &score, const core::Format &format)
{
    std::vector<CardRow> rows;
    int number = 0;
    for (const drill::ScoreLine &line : drill::describe(score, format, core::Phrasebook(format.language()))) {
        CardRow row{.key = QString::number(++number),
                    .iconName = u"dash-circle"_s,
                    .text = line.label,
                    .meta = line.value,
                    .trailing = tr("No target")};
        if (line.isMet) {
            row.iconName = *line.isMet ? u"check-circle-fill"_s : u"x-circle-fill"_s;
            row.iconToken = row.trailingToken = *line.isMet ? Token::Positive : Token::Negative;
            //: A target of a drill
            row.trailing = *line.isMet ? tr("Met") : tr("Missed");
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace vigie::gui
