// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "drill/drillrepository.h"
#include "drill/scenario.h"
#include "gui/common/cardlist.h"

#include <QCoreApplication>

namespace vigie::gui
{

/// The words of drills and the rows of their lists, in the language of the interface.
class DrillWords
{
    Q_DECLARE_TR_FUNCTIONS(DrillWords)

public:
    /// "Spokesperson" for "spokesperson"; the key in readable form for a role that is not one of the usual eight.
    [[nodiscard]] static QString roleName(const QString &key);
    [[nodiscard]] static QString languageName(core::Language language);
    [[nodiscard]] static QString speedName(double speed);
    /// "2 targets met, 1 missed"; empty where there are no targets.
    [[nodiscard]] static QString summary(const drill::DrillScore &score, const core::Format &format);

    [[nodiscard]] static CardRow scenarioRow(const drill::ScenarioSummary &scenario);
    [[nodiscard]] static CardRow runRow(const drill::DrillRun &run, const core::Format &format, bool isOpen);
    /// Each fact against its target: an icon, the word, the value.
    [[nodiscard]] static std::vector<CardRow> scoreRows(const drill::DrillScore &score, const core::Format &format);
};

} // namespace vigie::gui
