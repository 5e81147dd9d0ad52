// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/drillrunner.h"

#include "drill/autoplayer.h"
#include "drill/drillrepository.h"
#include "drill/scoring.h"
#include "monitoring/watchrepository.h"
#include "store/async.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace vigie::drill
{
namespace
{

constexpr auto kTick = 200ms;
/// Without a speed, this much of the scenario is one batch: fine enough that an alert has its true time.
constexpr auto kSlice = 5min;
/// After the last post the clock runs on, so that a team (or the automatic one) can bring it to an end.
constexpr auto kAftermath = 60min;
constexpr auto kLeadIn = 20min; ///< of the quiet part that is still played at speed

} // namespace

DrillRunner::DrillRunner(const Needs &needs, QObject *parent) : QObject(parent), m_needs(needs)
{
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, &DrillRunner::playNextSlice);
}

DrillRunner::~DrillRunner()
{
    m_needs.clock.release();
}

Result<> DrillRunner::start(Scenario scenario, const DrillOptions &options)
{
    if (isOpen())
        return fail(ErrorKind::Conflict, u"a drill is open already"_s);
    const monitoring::Watch watch{.name = scenario.brand.isEmpty() ? scenario.title : scenario.brand,
                                  .query = scenario.watchQuery};
    if (const auto query = monitoring::WatchQuery::parse(watch.query); !query)
        return fail(query.error());
    m_scenario = std::move(scenario);
    m_options = options;
    m_now = m_scenario.begin();
    m_nextPost = 0;
    m_nextInject = 0;
    m_needs.clock.hold(m_now);
    const DrillRun run{.scenario = m_scenario.key,
                       .title = m_scenario.title,
                       .language = m_scenario.language,
                       .startedAt = m_now};
    auto made = m_needs.database.submit(options.actor, [run, watch](store::Transaction &transaction) -> Result<core::DrillRunId> {
        const auto id = DrillRepository::insert(transaction, run);
        if (!id)
            return fail(id.error());
        monitoring::Watch own = watch;
        own.scope = *id;
        if (const auto added = monitoring::WatchRepository::add(transaction, own); !added)
            return fail(added.error());
        if (const auto row = transaction.audit(u"drill.start"_s, u"drill"_s, id->value, {{u"scenario"_s, run.scenario}}); !row)
            return fail(row.error());
        return *id;
    });
    setState(State::Playing);
    store::whenDone(made, this, [this](const Result<core::DrillRunId> &id) {
        if (!id)
            return giveUp(id.error());
        m_run = *id;
        m_intake = std::make_unique<monitoring::Intake>(m_needs.database, m_needs.judge, m_run);
        if (m_options.players == Players::Automatic)
            m_player = std::make_unique<AutoPlayer>(m_needs.database, m_needs.check, m_needs.clock, m_scenario,
                                                    m_options.playbookKey, m_run);
        emit started(m_run);
        m_sinceTick.start();
        if (m_options.speed > DrillOptions::kAsFastAsPossible)
            m_tick.start();
        playNextSlice();
    });
    return {};
}

void DrillRunner::setState(State state)
{
    m_state = state;
    emit stateChanged();
}

void DrillRunner::pause()
{
    if (m_state != State::Playing)
        return;
    m_tick.stop();
    setState(State::Paused);
}

void DrillRunner::resume()
{
    if (m_state != State::Paused)
        return;
    setState(State::Playing);
    m_sinceTick.start();
    if (m_options.speed > DrillOptions::kAsFastAsPossible)
        m_tick.start();
    playNextSlice();
}

void DrillRunner::setSpeed(double speed)
{
    m_options.speed = speed;
    m_sinceTick.start();
    if (m_state != State::Playing || !m_run.isValid())
        return;
    if (speed > DrillOptions::kAsFastAsPossible)
        m_tick.start();
    else
        m_tick.stop();
    playNextSlice();
}

void DrillRunner::fireInject(std::size_t index)
{
    if (isOpen() && index < m_scenario.injects.size())
        emit injectHappened(m_scenario.injects[index]);
}

void DrillRunner::stop()
{
    if (!isOpen())
        return;
    m_tick.stop();
    m_options.speed = 1; // a slice that is being stored must not start the next one
    setState(State::Paused);
    if (!m_isStoring)
        finish();
    else
        m_nextPost = m_scenario.posts.size(); // sliceStored() ends it
}

core::Instant DrillRunner::sliceEnd() const
{
    const bool isQuiet = m_options.skipsQuietPart && m_scenario.eventBeginsAt
                         && m_now < *m_scenario.eventBeginsAt - kLeadIn;
    if (m_options.speed > DrillOptions::kAsFastAsPossible && !isQuiet) {
        const auto elapsed = std::chrono::milliseconds(qint64(double(m_sinceTick.elapsed()) * m_options.speed));
        return m_now + std::max(elapsed, std::chrono::milliseconds(1));
    }
    core::Instant end = m_now + kSlice;
    // A night without a post is one slice.
    if (m_nextPost < m_scenario.posts.size())
        end = std::max(end, m_scenario.posts[m_nextPost].postedAt + 1ms);
    if (isQuiet)
        end = std::min(end, std::max(*m_scenario.eventBeginsAt - kLeadIn, m_now + 1ms));
    if (m_player) {
        if (const auto act = m_player->nextActAt(); act && *act > m_now)
            end = std::min(end, *act);
    }
    return end;
}

void DrillRunner::playNextSlice()
{
    if (m_state != State::Playing || m_isStoring || !m_intake)
        return;
    const core::Instant end = sliceEnd();
    m_sinceTick.start();
    monitoring::IntakeBatch batch{.origin = monitoring::Origin::Drill, .actor = m_options.actor, .completeUntil = end};
    while (m_nextPost < m_scenario.posts.size() && m_scenario.posts[m_nextPost].postedAt < end)
        batch.posts.push_back(m_scenario.posts[m_nextPost++]);
    m_isStoring = true;
    m_needs.clock.hold(end);
    store::whenDone(m_intake->accept(std::move(batch)), this,
                    [this, end](const Result<monitoring::IntakeReport> &report) { sliceStored(end, report); });
}

void DrillRunner::sliceStored(core::Instant end, const Result<monitoring::IntakeReport> &report)
{
    m_isStoring = false;
    if (!report)
        return giveUp(report.error());
    m_now = end;
    for (const core::AlertId alert : report->alerts) {
        emit alertRaised(alert);
        if (m_player)
            m_player->see(alert);
    }
    while (m_nextInject < m_scenario.injects.size() && m_scenario.injects[m_nextInject].at <= m_now) {
        const Inject &inject = m_scenario.injects[m_nextInject++];
        if (m_player)
            m_player->see(inject);
        emit injectHappened(inject);
    }
    if (m_player) {
        if (auto acted = m_player->act(m_now); !acted)
            return giveUp(acted.error());
    }
    emit advanced();
    const bool isOver = m_nextPost >= m_scenario.posts.size()
                        && (m_state == State::Paused || m_now >= m_scenario.end() + kAftermath);
    if (isOver)
        return finish();
    if (m_options.speed <= DrillOptions::kAsFastAsPossible || (m_options.skipsQuietPart && m_scenario.eventBeginsAt
                                                               && m_now < *m_scenario.eventBeginsAt - kLeadIn))
        QMetaObject::invokeMethod(this, &DrillRunner::playNextSlice, Qt::QueuedConnection);
}

void DrillRunner::finish()
{
    m_tick.stop();
    if (m_player) {
        if (auto acted = m_player->standDown(); !acted)
            return giveUp(acted.error());
    }
    const auto reader = m_needs.database.reader();
    auto score = reader ? scoreRun(**reader, m_run, m_scenario, m_needs.check, m_now) : fail(reader.error());
    if (!score)
        return giveUp(score.error());
    score->wasAutomatic = m_player != nullptr;
    const auto done = m_needs.database.submit(
        m_options.actor, [run = m_run, score = *score](store::Transaction &transaction) -> Result<> {
            if (auto finished = DrillRepository::finish(transaction, run, score); !finished)
                return finished;
            return transaction.audit(u"drill.end"_s, u"drill"_s, run.value);
        });
    store::whenDone(done, this, [this, score = *score](const Result<> &finished) {
        if (!finished)
            return giveUp(finished.error());
        m_player.reset();
        m_intake.reset();
        m_needs.clock.release();
        setState(State::Ended);
        emit ended(score);
    });
}

void DrillRunner::giveUp(const Error &error)
{
    m_tick.stop();
    m_player.reset();
    m_intake.reset();
    m_needs.clock.release();
    setState(State::Ended);
    emit failed(error);
}

} // namespace vigie::drill
