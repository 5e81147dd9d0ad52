// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/monitoring/curvepanel.h"

#include "gui/common/afterpaint.h"
#include "gui/common/icons.h"
#include "gui/shell/theme.h"
#include "monitoring/alertrepository.h"
#include "monitoring/volumerepository.h"
#include "store/async.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using vigie::monitoring::VolumeRepository;

namespace vigie::gui
{

namespace
{

struct RangeOfTime {
    std::chrono::hours span;
    std::chrono::minutes step;
};
constexpr std::array<RangeOfTime, 4> kRanges = {RangeOfTime{6h, 5min}, {24h, 15min}, {7 * 24h, 120min}, {30 * 24h, 480min}};
constexpr int kFirstRange = 1;
constexpr std::chrono::milliseconds kPause{1000}; // the curve follows a stream at most once a second
constexpr std::chrono::hours kCountsAsNow{24};    // a scope silent for longer is a recording: show its own last hours

} // namespace

CurvePanel::CurvePanel(store::Database &database, QWidget *parent)
    : QWidget(parent)
    , m_database(database)
    , m_format(core::Language::English, QTimeZone::utc())
    , m_chart(new VolumeChart(this))
    , m_ranges(new QButtonGroup(this))
    , m_spanButton(new QPushButton(m_chart))
{
    setPanel(this);
    auto *ranges = new QVBoxLayout;
    ranges->setSpacing(0);
    for (std::size_t i = 0; i < kRanges.size(); ++i) {
        auto *button = new QPushButton(this);
        button->setCheckable(true);
        button->setChecked(int(i) == kFirstRange);
        setButtonKind(button, ButtonKind::Quiet);
        m_ranges->addButton(button, int(i));
        ranges->addWidget(button);
    }
    ranges->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::kLarge, space::kMedium, space::kSmall, space::kSmall);
    row->setSpacing(space::kSmall);
    row->addWidget(m_chart, 1);
    row->addLayout(ranges);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &CurvePanel::load);
    connect(m_ranges, &QButtonGroup::idClicked, this, &CurvePanel::load);
    m_spanButton->setIcon(icon(u"x-lg"_s, Token::Link));
    m_spanButton->setIconSize(QSize(12, 8));
    m_spanButton->setProperty("isCompact", true);
    m_spanButton->setCursor(Qt::ArrowCursor);
    m_spanButton->hide();
    connect(m_spanButton, &QPushButton::clicked, m_chart, [this] { m_chart->setSelection(std::nullopt); });
    connect(m_chart, &VolumeChart::selectionChanged, this, [this](const std::optional<TimeSpan> &span) {
        showSelection();
        emit selectionChanged(span);
    });
    connect(m_chart, &VolumeChart::pinActivated, this, &CurvePanel::pinActivated);
    connect(&database, &store::Database::changed, this, &CurvePanel::noteChanges);
    retranslate();
}

void CurvePanel::setScope(core::DrillRunId scope, core::WatchId watch)
{
    if (m_isAsked && scope == m_scope && watch == m_watch)
        return;
    m_isAsked = true;
    m_scope = scope;
    m_watch = watch;
    afterPaint(*this, [this] { m_timer.start(0); });
}

void CurvePanel::setFormat(const core::Format &format)
{
    m_format = format;
    m_chart->setFormat(format);
    retranslate();
    if (m_isAsked)
        m_timer.start(0); // the pins speak this language
}

void CurvePanel::setSelection(const std::optional<TimeSpan> &span)
{
    m_chart->setSelection(span);
}

void CurvePanel::noteChanges(const store::Changes &changes)
{
    using store::Entity;
    for (const store::Change &change : changes) {
        const bool isOurs = change.entity == Entity::Mention || change.entity == Entity::Volume || change.entity == Entity::Alert
                            || change.entity == Entity::Reply || change.entity == Entity::Source;
        if (isOurs && !m_timer.isActive()) {
            m_timer.start(kPause);
            return;
        }
    }
}

void CurvePanel::load()
{
    const RangeOfTime &range = kRanges[std::size_t(m_ranges->checkedId())];
    const Question question{.scope = m_scope,
                            .watch = m_watch,
                            .span = range.span,
                            .step = range.step,
                            .now = m_database.clock().now(),
                            .format = m_format};
    ++m_question;
    store::readAsync(
        m_database, this,
        [question, ownActs = m_ownActs](const store::Connection &connection) { return answer(connection, question, ownActs); },
        [this, token = m_question](const Result<Answer> &found) {
            if (token != m_question)
                return;
            if (!found) {
                qWarning().noquote() << "the curve could not be read:" << found.error().toString();
                return;
            }
            m_lastHour = found->lastHour;
            m_usualHour = found->usualHour;
            m_chart->setData(found->data);
            emit loaded();
        });
}

Result<CurvePanel::Answer> CurvePanel::answer(const store::Connection &connection, const Question &question, const OwnActs &ownActs)
{
    const auto newest = VolumeRepository::newest(connection, question.scope, question.watch);
    if (!newest)
        return fail(newest.error());
    core::Instant end = question.now;
    if (*newest && **newest + kCountsAsNow < question.now)
        end = **newest + VolumeRepository::kBucket;
    // Columns end on whole steps, so that they do not tremble from load to load.
    const qint64 step = question.step.count();
    end = core::instantFromMillis((core::toMillis(end) + step - 1) / step * step);

    Answer answer;
    answer.data.step = question.step;
    answer.data.span = {end - question.span, end};
    const monitoring::VolumeQuery query{.scope = question.scope, .watch = question.watch, .from = end - question.span, .to = end, .width = question.step};
    const auto points = VolumeRepository::curve(connection, query);
    if (!points)
        return fail(points.error());
    const auto usual = VolumeRepository::usualBand(connection, query);
    if (!usual)
        return fail(usual.error());
    for (std::size_t i = 0; i < points->size(); ++i) {
        const monitoring::VolumePoint &point = (*points)[i];
        VolumeColumn column{.start = point.start,
                            .negative = point.negative,
                            .neutral = point.neutral + point.undetermined,
                            .positive = point.positive};
        constexpr int kEnoughDays = 3;
        if (i < usual->size() && (*usual)[i].days >= kEnoughDays) {
            column.usualLow = 0;
            column.usualHigh = (*usual)[i].high;
        }
        if (point.start >= end - 1h) {
            answer.lastHour += point.total;
            if (column.usualHigh)
                answer.usualHour = answer.usualHour.value_or(0) + (*usual)[i].median;
        }
        answer.data.columns.push_back(column);
    }
    if (const auto gaps = VolumeRepository::gaps(connection, query.from, query.to); gaps && !question.scope.isValid()) {
        for (const monitoring::SourceGap &gap : *gaps)
            answer.data.gaps.push_back({gap.from, gap.to.value_or(end)});
    }
    const core::Phrasebook phrases(question.format.language());
    if (const auto alerts = monitoring::AlertRepository::list(connection, question.scope, query.from)) {
        for (const monitoring::Alert &alert : *alerts) {
            if (!question.watch.isValid() || alert.watch == question.watch) {
                answer.data.pins.push_back({.at = alert.raisedAt,
                                            .kind = PinKind::Alert,
                                            .text = title(alert.kind, phrases) + u'\n' + sentence(alert, question.format, phrases),
                                            .id = alert.id.value});
            }
        }
    }
    if (ownActs) {
        const auto acts = ownActs(connection, question.scope, answer.data.span);
        answer.data.pins.insert(answer.data.pins.end(), acts.begin(), acts.end());
    }
    return answer;
}

void CurvePanel::retranslate()
{
    for (std::size_t i = 0; i < kRanges.size(); ++i) {
        const auto span = kRanges[i].span;
        //: A span of time shown by the curve, as short as can be
        const QString name = span < 48h ? tr("%1 h").arg(span.count()) : tr("%1 d").arg(span.count() / 24);
        QAbstractButton *button = m_ranges->button(int(i));
        button->setText(name);
        button->setAccessibleName(span < 48h ? tr("Show %n hour(s)", nullptr, int(span.count()))
                                             : tr("Show %n day(s)", nullptr, int(span.count() / 24)));
    }
    showSelection();
}

void CurvePanel::showSelection()
{
    const auto &span = m_chart->selection();
    m_spanButton->setVisible(span.has_value());
    if (!span)
        return;
    const bool isOneDay = m_format.date(span->from) == m_format.date(span->to - 1ms);
    //: The span of time that was brushed on the curve
    m_spanButton->setText(isOneDay ? tr("%1, %2 – %3").arg(m_format.dateShort(span->from), m_format.time(span->from), m_format.time(span->to))
                                   : tr("%1 – %2").arg(m_format.dateTime(span->from), m_format.dateTime(span->to)));
    m_spanButton->setToolTip(tr("Show all times again (Escape)"));
    m_spanButton->setAccessibleName(
        tr("Only between %1 and %2; press to show all times again").arg(m_format.dateTime(span->from), m_format.dateTime(span->to)));
    m_spanButton->adjustSize();
    m_spanButton->move(space::kVast, 0);
}

void CurvePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace vigie::gui
