// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/ids.h"
#include "drill/scenario.h"
#include "drill/score.h"
#include "monitoring/intake.h"
#include "store/database.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace vigie::reply
{
class ReplyCheck;
}

namespace vigie::drill
{

class AutoPlayer;

enum class Players {
    People,    ///< the desk acts; nothing is done for it
    Automatic, ///< AutoPlayer follows the playbook, so that a plan can be tried and a report filled without a team
};

struct DrillOptions {
    static constexpr double kAsFastAsPossible = 0;

    double speed = kAsFastAsPossible; ///< 1: as it happened; 60: an hour a minute
    /// Play what lies before the event at once, so that people need not wait a day for it.
    bool skipsQuietPart = false;
    Players players = Players::People;
    QString playbookKey = {}; ///< empty: the scenario's
    QString actor = {};
};

/**
 * Plays a scenario through the same intake as the real world, on the desk's clock, which it holds meanwhile.
 *
 * Everything lands in a scope of its own (one drill run): it never enters the statistics, and the outbox refuses to send from
 * it. One drill at a time. Lives in the main thread and needs its event loop; nothing blocks, but an automatic player's acts,
 * which are meant for vigiectl.
 */
class DrillRunner : public QObject
{
    Q_OBJECT

public:
    struct Needs {
        store::Database &database;
        core::DeskClock &clock;
        const analysis::PostJudge &judge;
        const reply::ReplyCheck &check;
    };
    explicit DrillRunner(const Needs &needs, QObject *parent = nullptr);
    ~DrillRunner() override;

    enum class State { Idle, Playing, Paused, Ended };
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isOpen() const { return m_state == State::Playing || m_state == State::Paused; }
    [[nodiscard]] core::DrillRunId run() const { return m_run; }
    [[nodiscard]] const Scenario &scenario() const { return m_scenario; }
    [[nodiscard]] core::Instant now() const { return m_now; }
    [[nodiscard]] int playedPosts() const { return int(m_nextPost); }
    [[nodiscard]] double speed() const { return m_options.speed; }
    [[nodiscard]] std::size_t nextInject() const { return m_nextInject; } ///< those before it have happened

    /// Conflict while another one is open. The run and its watch are made before the first post.
    [[nodiscard]] Result<> start(Scenario scenario, const DrillOptions &options);
    void pause();
    void resume();
    void setSpeed(double speed);
    /// Now, instead of at its time.
    void fireInject(std::size_t index);
    /// Ends it early; the score is of what was played.
    void stop();

signals:
    void started(vigie::core::DrillRunId run);
    void advanced();
    void injectHappened(const vigie::drill::Inject &inject);
    void alertRaised(vigie::core::AlertId alert);
    void stateChanged();
    /// Exactly once for each started(). The clock is released.
    void ended(const vigie::drill::DrillScore &score);
    /// Exactly once instead of ended(), when the database or the intake failed.
    void failed(const vigie::Error &error);

private:
    void setState(State state);
    void playNextSlice();
    [[nodiscard]] core::Instant sliceEnd() const;
    void sliceStored(core::Instant end, const Result<monitoring::IntakeReport> &report);
    void finish();
    void giveUp(const Error &error);

    Needs m_needs;
    State m_state = State::Idle;
    Scenario m_scenario;
    DrillOptions m_options;
    core::DrillRunId m_run;
    core::Instant m_now;
    std::size_t m_nextPost = 0;
    std::size_t m_nextInject = 0;
    bool m_isStoring = false;
    std::unique_ptr<monitoring::Intake> m_intake;
    std::unique_ptr<AutoPlayer> m_player;
    QTimer m_tick;
    QElapsedTimer m_sinceTick;
};

} // namespace vigie::drill
