// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drill/drillrunner.h"

#include <QObject>

#include <optional>
#include <set>

namespace vigie::gui
{

class Desk;

/**
 * The exercise of this desk, whether the page of drills was ever shown or not: moves the desk into the exercise when it starts,
 * hands each inject over (a toast, and a line in the log of the crisis that is open), and says when it is over.
 *
 * One per workspace; lives as long as its runner. The desk stays in the exercise after its end, so that the team reads what it
 * did, until leave().
 */
class DrillSession : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] static DrillSession &of(Desk &desk);

    [[nodiscard]] drill::DrillRunner &runner() const { return m_runner; }
    /// Starts, with people as the players. A refusal is shown by the desk.
    void start(drill::Scenario scenario, double speed, bool skipsQuietPart);
    /// Hands the inject over now; its own time then passes without a second one.
    void fire(std::size_t index);
    [[nodiscard]] bool hasHappened(std::size_t index) const { return m_happened.contains(index); }
    /// The first that has not happened; nothing when all have.
    [[nodiscard]] std::optional<std::size_t> nextInject() const;
    /// Back to the real world.
    void leave();

signals:
    void changed();
    void ended(vigie::core::DrillRunId run);

private:
    DrillSession(Desk &desk, drill::DrillRunner &runner);
    void enter(core::DrillRunId run);
    void take(const drill::Inject &inject);
    void writeToLog(const drill::Inject &inject);

    Desk &m_desk;
    drill::DrillRunner &m_runner;
    std::set<std::size_t> m_happened;
};

} // namespace vigie::gui
