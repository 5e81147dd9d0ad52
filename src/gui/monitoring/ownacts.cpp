// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/monitoring/ownacts.h"

#include "core/text.h"
#include "incident/incidentrepository.h"
#include "incident/logrepository.h"

#include <QCoreApplication>

namespace vigie::gui
{

namespace
{

constexpr int kExcerpt = 120;
constexpr int kCrisesLookedAt = 20;

struct OwnActs {
    Q_DECLARE_TR_FUNCTIONS(vigie::gui::OwnActs)
};

void addCrises(const store::Connection &connection, core::DrillRunId scope, const auto &add)
{
    const auto incidents = incident::IncidentRepository::list(connection, scope, incident::Which::All, kCrisesLookedAt);
    if (!incidents)
        return;
    for (const incident::Incident &one : *incidents) {
        add(one.openedAt, OwnActs::tr("Crisis opened: %1").arg(one.title), one.id.value);
        // Of the answers only the first: a pin for each would hide the curve it is there to explain.
        if (one.firstReplyAt)
            add(*one.firstReplyAt, OwnActs::tr("First reply: %1").arg(one.title), one.id.value);
        if (one.closedAt)
            add(*one.closedAt, OwnActs::tr("Crisis closed: %1").arg(one.title), one.id.value);
        const auto updates = incident::LogRepository::updates(connection, one.id);
        if (!updates)
            continue;
        for (const incident::StatusUpdate &update : *updates) {
            if (update.reach == incident::Reach::Public)
                add(update.at, OwnActs::tr("Statement: %1").arg(core::elided(update.text.simplified(), kExcerpt)), one.id.value);
        }
    }
}

} // namespace

std::vector<VolumePin> ownActs(const store::Connection &connection, core::DrillRunId scope, const TimeSpan &span)
{
    std::vector<VolumePin> pins;
    const auto add = [&pins, &span](core::Instant at, const QString &text, qint64 id) {
        if (at >= span.from && at <= span.to)
            pins.push_back({.at = at, .kind = PinKind::OwnAct, .text = text, .id = id});
    };
    addCrises(connection, scope, add);
    return pins;
}

} // namespace vigie::gui
