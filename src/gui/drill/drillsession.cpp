// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/drill/drillsession.h"

#include "gui/drill/drillwords.h"
#include "gui/shell/page.h"
#include "incident/incidentrepository.h"
#include "incident/logservice.h"
#include "store/async.h"
#include "workspace/workspace.h"

namespace vigie::gui
{

DrillSession &DrillSession::of(Desk &desk)
{
    drill::DrillRunner &runner = desk.workspace().drills();
    if (auto *session = runner.findChild<DrillSession *>(QString(), Qt::FindDirectChildrenOnly))
        return *session;
    return *new DrillSession(desk, runner);
}

DrillSession::DrillSession(Desk &desk, drill::DrillRunner &runner) : QObject(&runner), m_desk(desk), m_runner(runner)
{
    connect(&runner, &drill::DrillRunner::started, this, &DrillSession::enter);
    connect(&runner, &drill::DrillRunner::injectHappened, this, &DrillSession::take);
    connect(&runner, &drill::DrillRunner::advanced, this, &DrillSession::changed);
    connect(&runner, &drill::DrillRunner::stateChanged, this, &DrillSession::changed);
    connect(&runner, &drill::DrillRunner::ended, this, [this] {
        m_desk.showToast(tr("The exercise is over. The score is on the Drills page."));
        emit changed();
        emit ended(m_runner.run());
    });
    connect(&runner, &drill::DrillRunner::failed, this, [this](const Error &error) {
        m_desk.showError(tr("The exercise stopped."), error);
        emit changed();
    });
}

void DrillSession::start(drill::Scenario scenario, double speed, bool skipsQuietPart)
{
    m_happened.clear();
    const auto started = m_runner.start(std::move(scenario), {.speed = speed,
                                                             .skipsQuietPart = skipsQuietPart,
                                                             .players = drill::Players::People,
                                                             .actor = m_desk.workspace().actor()});
    if (!started)
        m_desk.showError(tr("Could not start the exercise."), started.error());
}

void DrillSession::enter(core::DrillRunId run)
{
    m_desk.workspace().setScope(run);
    emit changed();
}

void DrillSession::leave()
{
    m_desk.workspace().setScope({});
    emit changed();
}

std::optional<std::size_t> DrillSession::nextInject() const
{
    for (std::size_t i = 0; i < m_runner.scenario().injects.size(); ++i) {
        if (!m_happened.contains(i))
            return i;
    }
    return std::nullopt;
}

void DrillSession::fire(std::size_t index)
{
    if (!m_happened.contains(index))
        m_runner.fireInject(index);
}

void DrillSession::take(const drill::Inject &inject)
{
    const auto &all = m_runner.scenario().injects;
    const auto found = std::find_if(all.begin(), all.end(), [&inject](const drill::Inject &one) { return &one == &inject; });
    if (found != all.end() && !m_happened.insert(std::size_t(found - all.begin())).second)
        return; // it was fired before its time
    //: An inject of a drill; %1 is the role it is for, %2 its title
    m_desk.showToast(tr("Inject for %1: %2").arg(DrillWords::roleName(inject.toRole), inject.title));
    writeToLog(inject);
    emit changed();
}

void DrillSession::writeToLog(const drill::Inject &inject)
{
    auto &workspace = m_desk.workspace();
    //: A line of the running log; %1 is a role, %2 a title, %3 a text
    const QString line = tr("Inject for %1: %2. %3").arg(DrillWords::roleName(inject.toRole), inject.title, inject.text);
    store::readAsync(
        workspace.database(), this,
        [run = m_runner.run()](const store::Connection &connection) {
            return incident::IncidentRepository::list(connection, run, incident::Which::Open, 1);
        },
        [this, line](const Result<std::vector<incident::Incident>> &open) {
            if (!open || open->empty())
                return; // nobody has opened a crisis yet; the page of drills keeps the inject
            auto &desk = m_desk.workspace();
            store::whenDone(desk.log().addNote(desk.actor(), open->front().id, line), this,
                            [this](const Result<core::LogEntryId> &written) {
                                if (!written)
                                    m_desk.showError(tr("Could not write the inject into the log."), written.error());
                            });
        });
}

} // namespace vigie::gui
