// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/statusline.h"

#include "gui/common/widgets.h"
#include "gui/shell/theme.h"
#include "monitoring/sourcerepository.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

constexpr int kMostNamed = 4; // more sources than this are counted, not named
constexpr std::chrono::seconds kTick{10};

} // namespace

StatusLine::StatusLine(workspace::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_sourcesLabel(new ElidedLabel(this))
    , m_timeLabel(new QLabel(this))
    , m_timer(new QTimer(this))
{
    setPanel(this, Qt::TopEdge);
    setTextRole(m_sourcesLabel, TextRole::SmallMuted);
    setTextRole(m_timeLabel, TextRole::SmallMuted);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::kLarge, space::kTiny, space::kLarge, space::kTiny);
    layout->setSpacing(space::kLarge);
    layout->addWidget(m_sourcesLabel, 1);
    layout->addWidget(m_timeLabel);
    connect(m_timer, &QTimer::timeout, this, &StatusLine::refresh);
    m_timer->start(kTick);
    showSources();
    showTime();
}

void StatusLine::refresh()
{
    showTime();
    store::readAsync(
        m_workspace.database(), this,
        [](const store::Connection &connection) { return monitoring::SourceRepository::list(connection); },
        [this](const Result<std::vector<monitoring::Source>> &sources) {
            if (!sources)
                return; // what is shown stays; the next tick asks again
            m_sources = *sources;
            std::erase_if(m_sources, [](const monitoring::Source &source) { return !monitoring::isReadByItself(source.kind); });
            showSources();
        });
}

QString StatusLine::stateText(const monitoring::Source &source) const
{
    const core::Format format = m_workspace.format();
    const core::Instant now = m_workspace.clock().now();
    if (!source.isEnabled)
        return tr("paused");
    switch (source.state) {
    case monitoring::SourceState::New:
        return tr("not read yet");
    case monitoring::SourceState::Live:
        return tr("● live");
    case monitoring::SourceState::Late:
        //: State of a source; %1 is how long ago it was last read
        return source.lastSuccessAt ? tr("▲ late by %1").arg(format.duration(now - *source.lastSuccessAt)) : tr("▲ late");
    case monitoring::SourceState::Limited:
        return tr("▲ asked to wait");
    case monitoring::SourceState::Failed:
        return tr("✕ failed");
    case monitoring::SourceState::SignedOut:
        return tr("✕ signed out");
    case monitoring::SourceState::Paused:
        return tr("paused");
    }
    return {};
}

void StatusLine::showSources()
{
    using monitoring::SourceState;
    if (m_sources.empty()) {
        m_sourcesLabel->setFullText(tr("No live source: what is shown was imported or typed in."));
        return;
    }
    QStringList parts;
    QStringList all;
    std::optional<core::Instant> last;
    int live = 0;
    for (const monitoring::Source &source : m_sources) {
        all += source.name + u' ' + stateText(source);
        live += source.isEnabled && source.state == SourceState::Live ? 1 : 0;
        if (source.lastAttemptAt)
            last = last ? std::max(*last, *source.lastAttemptAt) : source.lastAttemptAt;
        const bool isTroubled = source.isEnabled && source.state != SourceState::Live && source.state != SourceState::New;
        if (int(m_sources.size()) <= kMostNamed || isTroubled)
            parts += all.constLast();
    }
    if (int(m_sources.size()) > kMostNamed)
        parts.prepend(tr("● %n source(s) live", nullptr, live));
    if (last) {
        const auto local = core::toUtc(*last).toTimeZone(m_workspace.format().zone());
        //: %1 is a time with seconds
        parts += tr("last check %1").arg(local.time().toString(u"HH:mm:ss"_s));
    }
    m_sourcesLabel->setFullText(parts.join(u"   ·   "_s));
    m_sourcesLabel->setToolTip(all.join(u'\n'));
}

void StatusLine::showTime()
{
    const core::Format format = m_workspace.format();
    const core::Instant now = m_workspace.clock().now();
    m_timeLabel->setText(format.dateTimeWithZone(now));
    m_timeLabel->setToolTip(tr("All times are shown in the zone %1.").arg(QString::fromUtf8(format.zone().id())));
}

void StatusLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        showSources();
        showTime();
    }
}

} // namespace vigie::gui
