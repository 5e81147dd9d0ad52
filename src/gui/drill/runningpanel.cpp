// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/drill/runningpanel.h"

#include "gui/common/cardlist.h"
#include "gui/common/volumechart.h"
#include "gui/drill/drillwords.h"
#include "monitoring/alertrepository.h"
#include "monitoring/volumerepository.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace vigie::gui
{

namespace
{

constexpr std::array<int, 4> kSpeeds = {1, 10, 60, 300};
constexpr auto kReloadPause = 500ms;
constexpr auto kCurveSpan = 6h;
constexpr auto kCurveStep = 10min;

} // namespace

/// What is read for the panel, off the thread of the window.
struct RunningPanel::Facts {
    VolumeChartData chart;
    std::vector<monitoring::Alert> alerts;
};

RunningPanel::RunningPanel(workspace::Workspace &workspace, DrillSession &session, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_session(session)
{
    m_chart = new VolumeChart(this);
    m_chart->setMinimumHeight(qRound(120 * textScale()));
    m_injectLabel = new QLabel(this);
    m_fireButton = new QPushButton(this);
    setButtonKind(m_fireButton, ButtonKind::Quiet);
    m_injectView = new CardView(this);
    m_raisedLabel = new QLabel(this);
    m_raisedView = new CardView(this);
    for (QLabel *label : {m_injectLabel, m_raisedLabel}) {
        setTextRole(label, TextRole::Strong);
        label->setMinimumHeight(qRound(32 * textScale()));
    }
    auto *injectHead = new QHBoxLayout;
    injectHead->setContentsMargins(space::kLarge, 0, 0, 0);
    injectHead->addWidget(m_injectLabel, 1);
    injectHead->addWidget(m_fireButton);
    m_raisedLabel->setContentsMargins(space::kLarge, 0, 0, 0);

    auto *injects = new QVBoxLayout;
    injects->setSpacing(0);
    injects->addLayout(injectHead);
    injects->addWidget(m_injectView, 1);
    auto *raised = new QVBoxLayout;
    raised->setSpacing(0);
    raised->addWidget(m_raisedLabel);
    raised->addWidget(m_raisedView, 1);
    auto *columns = new QHBoxLayout;
    columns->setContentsMargins(space::kSmall, 0, space::kSmall, 0);
    columns->setSpacing(space::kLarge);
    columns->addLayout(injects, 3);
    columns->addLayout(raised, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, space::kSmall);
    layout->setSpacing(space::kMedium);
    layout->addWidget(makeClock());
    auto *curve = new QHBoxLayout;
    curve->setContentsMargins(space::kLarge, 0, space::kHuge, 0);
    curve->addWidget(m_chart);
    layout->addLayout(curve);
    layout->addLayout(columns, 1);

    m_timer.setSingleShot(true);
    m_timer.setInterval(kReloadPause);
    connect(&m_timer, &QTimer::timeout, this, &RunningPanel::load);
    connect(&session, &DrillSession::changed, this, &RunningPanel::refresh);
    const auto fireRow = [this](const CardRow &row) { emit fireRequested(std::size_t(row.id)); };
    connect(m_injectView, &CardView::markClicked, this, fireRow);
    connect(m_injectView, &CardView::opened, this, fireRow);
}

QWidget *RunningPanel::makeClock()
{
    auto *head = new QWidget(this);
    m_titleLabel = new QLabel(head);
    m_timeLabel = new QLabel(head);
    m_dateLabel = new QLabel(head);
    m_stateLabel = new QLabel(head);
    m_postsLabel = new QLabel(head);
    m_progress = new QProgressBar(head);
    m_progress->setTextVisible(false);
    setTextRole(m_titleLabel, TextRole::Large);
    setTextRole(m_timeLabel, TextRole::Display);
    setTextRole(m_dateLabel, TextRole::Muted);
    setTextRole(m_stateLabel, TextRole::Strong);
    setTextRole(m_postsLabel, TextRole::SmallMuted);
    m_titleLabel->setTextFormat(Qt::PlainText);
    m_titleLabel->setWordWrap(true);
    m_speedGroup = new QButtonGroup(this);
    auto *speeds = new QHBoxLayout;
    speeds->setSpacing(space::kTiny);
    speeds->addWidget(m_stateLabel);
    speeds->addStretch();
    for (const int speed : kSpeeds) {
        auto *button = new QPushButton(head);
        button->setCheckable(true);
        setButtonKind(button, ButtonKind::Quiet);
        m_speedGroup->addButton(button, speed);
        speeds->addWidget(button);
    }
    connect(m_speedGroup, &QButtonGroup::idClicked, this, [this](int speed) { m_session.runner().setSpeed(speed); });

    auto *clock = new QVBoxLayout;
    clock->setSpacing(0);
    clock->addWidget(m_timeLabel);
    clock->addWidget(m_dateLabel);
    auto *right = new QVBoxLayout;
    right->setSpacing(space::kTiny);
    right->addWidget(m_titleLabel);
    right->addLayout(speeds);
    right->addWidget(m_progress);
    right->addWidget(m_postsLabel);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(space::kHuge, space::kLarge, space::kHuge, 0);
    row->setSpacing(space::kVast);
    row->addLayout(clock);
    row->addLayout(right, 1);
    return head;
}

void RunningPanel::setFireAction(QAction *action)
{
    const auto copy = [this, action] {
        m_fireButton->setText(action->text());
        m_fireButton->setIcon(action->icon());
        m_fireButton->setEnabled(action->isEnabled());
    };
    connect(action, &QAction::changed, m_fireButton, copy);
    connect(m_fireButton, &QPushButton::clicked, action, &QAction::trigger);
    copy();
}

void RunningPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showClock();
    showInjects();
    load();
}

void RunningPanel::refresh()
{
    if (!isVisible())
        return;
    showClock();
    showInjects();
    if (!m_timer.isActive())
        m_timer.start();
}

void RunningPanel::showClock()
{
    const drill::DrillRunner &runner = m_session.runner();
    if (!runner.isOpen())
        return;
    const core::Format format = m_workspace.format();
    const int total = int(runner.scenario().posts.size());
    m_titleLabel->setText(runner.scenario().title);
    m_timeLabel->setText(format.time(runner.now()));
    m_timeLabel->setToolTip(format.dateTimeWithZone(runner.now()));
    m_dateLabel->setText(format.date(runner.now()));
    const bool isPaused = runner.state() == drill::DrillRunner::State::Paused;
    m_stateLabel->setText(isPaused ? tr("Paused") : tr("Under way"));
    m_progress->setMaximum(std::max(total, 1));
    m_progress->setValue(runner.playedPosts());
    //: Posts of a drill: how many were played, of how many
    m_postsLabel->setText(tr("%1 of %2 posts").arg(format.number(runner.playedPosts()), format.number(total)));
    m_progress->setAccessibleDescription(m_postsLabel->text());
    if (QAbstractButton *button = m_speedGroup->button(qRound(runner.speed())))
        button->setChecked(true);
}

void RunningPanel::showInjects()
{
    const drill::DrillRunner &runner = m_session.runner();
    if (!runner.isOpen())
        return;
    const core::Format format = m_workspace.format();
    const auto next = m_session.nextInject();
    std::vector<CardRow> rows;
    const auto &injects = runner.scenario().injects;
    for (std::size_t i = 0; i < injects.size(); ++i) {
        const drill::Inject &inject = injects[i];
        const bool isDone = m_session.hasHappened(i);
        CardRow row{.key = QString::number(i),
                    .id = qint64(i),
                    .mark = isDone ? CardMark::Done : CardMark::Open,
                    .text = inject.title,
                    .isStrong = next == i,
                    .isQuiet = isDone,
                    .meta = DrillWords::roleName(inject.toRole) + u" · "_s + inject.text,
                    .metaLines = next == i ? 6 : 1,
                    .trailing = format.time(inject.at),
                    .toolTip = isDone ? inject.text : tr("Fire now: %1").arg(inject.text)};
        if (next == i) {
            row.trailing = inject.at > runner.now() ? tr("in %1", "%1 is a duration").arg(format.duration(inject.at - runner.now()))
                                                    : tr("now");
            row.trailingToken = Token::Drill;
        }
        rows.push_back(std::move(row));
    }
    if (rows.empty())
        rows.push_back({.key = u"hint"_s, .kind = CardKind::Hint, .text = tr("This scenario has no injects: only posts.")});
    m_injectView->cards().setRows(std::move(rows));
}

void RunningPanel::load()
{
    const drill::DrillRunner &runner = m_session.runner();
    if (m_isLoading || !runner.run().isValid())
        return;
    m_isLoading = true;
    const core::Instant now = runner.now();
    const auto read = [run = runner.run(), now](const store::Connection &connection) -> Result<Facts> {
        const monitoring::VolumeQuery query{.scope = run, .from = now - kCurveSpan, .to = now, .width = kCurveStep};
        const auto curve = monitoring::VolumeRepository::curve(connection, query);
        if (!curve)
            return fail(curve.error());
        auto alerts = monitoring::AlertRepository::list(connection, run);
        if (!alerts)
            return fail(alerts.error());
        Facts facts{.chart = {.step = kCurveStep, .span = {query.from, query.to}}, .alerts = *std::move(alerts)};
        for (const monitoring::VolumePoint &point : *curve)
            facts.chart.columns.push_back({.start = point.start,
                                           .negative = point.negative,
                                           .neutral = point.neutral + point.undetermined,
                                           .positive = point.positive});
        return facts;
    };
    store::readAsync(m_workspace.database(), this, read, [this](Result<Facts> facts) {
        m_isLoading = false;
        if (!facts)
            return; // the next advance asks again
        const core::Format format = m_workspace.format();
        const core::Phrasebook phrases(format.language());
        for (const monitoring::Alert &alert : facts->alerts) {
            if (alert.raisedAt >= facts->chart.span.from)
                facts->chart.pins.push_back({.at = alert.raisedAt,
                                             .kind = PinKind::Alert,
                                             .text = monitoring::sentence(alert, format, phrases),
                                             .id = alert.id.value});
        }
        m_alerts = std::move(facts->alerts);
        m_chart->setFormat(format);
        m_chart->setData(std::move(facts->chart));
        showRaised();
    });
}

void RunningPanel::showRaised()
{
    const core::Format format = m_workspace.format();
    const core::Phrasebook phrases(format.language());
    std::vector<CardRow> rows;
    for (const monitoring::Alert &alert : m_alerts)
        rows.push_back({.key = QString::number(alert.id.value),
                        .id = alert.id.value,
                        .iconName = u"bell-fill"_s,
                        .iconToken = Token::Warning,
                        .text = monitoring::title(alert.kind, phrases),
                        .isStrong = true,
                        .meta = monitoring::sentence(alert, format, phrases),
                        .metaLines = 4,
                        .trailing = format.time(alert.raisedAt)});
    if (rows.empty())
        rows.push_back({.key = u"hint"_s, .kind = CardKind::Hint, .text = tr("No alert yet. What Vigie raises stands here.")});
    m_raisedView->cards().setRows(std::move(rows));
}

void RunningPanel::retranslate()
{
    m_injectLabel->setText(tr("Injects"));
    m_raisedLabel->setText(tr("What was raised"));
    m_injectView->setAccessibleName(tr("Injects: Space or Enter fires one now"));
    m_raisedView->setAccessibleName(tr("Alerts of the exercise"));
    m_progress->setAccessibleName(tr("Progress of the exercise"));
    m_timeLabel->setAccessibleName(tr("Clock of the exercise"));
    for (QAbstractButton *button : m_speedGroup->buttons()) {
        button->setText(DrillWords::speedName(m_speedGroup->id(button)));
        button->setToolTip(tr("Change the pace"));
    }
    showClock();
    showInjects();
    showRaised();
}

} // namespace vigie::gui
