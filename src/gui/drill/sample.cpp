// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/drill/sample.h"

#include "gui/drill/drillsession.h"
#include "gui/shell/page.h"
#include "store/async.h"

#include <QCoreApplication>

namespace vigie::gui
{

namespace
{
constexpr double kSampleSpeed = 60;
}

void startSample(Desk &desk, core::Language language)
{
    DrillSession &session = DrillSession::of(desk);
    if (session.runner().isOpen())
        return;
    const auto load = [language]() -> Result<drill::Scenario> {
        const auto shipped = drill::shippedScenarios(language);
        if (shipped.empty())
            return fail(ErrorKind::NotFound, QStringLiteral("no scenario is shipped"));
        return drill::loadScenario(shipped.front().key, language);
    };
    store::runAsync(&session, load, [&session, &desk](Result<drill::Scenario> scenario) {
        if (scenario)
            session.start(*std::move(scenario), kSampleSpeed, true);
        else
            desk.showError(QCoreApplication::translate("vigie::gui::DrillSession", "Could not start the exercise."),
                           scenario.error());
    });
}

} // namespace vigie::gui
