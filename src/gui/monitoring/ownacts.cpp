// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/monitoring/ownacts.h"

#include "core/text.h"
#include "incident/incidentrepository.h"
#include "incident/logrepository.h"
#include "reply/replyrepository.h"

#include <QCoreApplication>

#include <algorithm>

namespace vigie::gui
{

namespace
{

constexpr int kExcerpt = 120;
constexpr int kCrisesLookedAt = 20;
constexpr int kRepliesLookedAt = 200;

struct OwnActs {
    Q_DECLARE_TR_FUNCTIONS(vigie::gui::OwnActs)
};

/// The answer with which a crisis first spoke to somebody; nothing where it cannot be told which one it was.
core::ReplyId firstReply(const store::Connection &connection, core::DrillRunId scope, const incident::Incident &crisis)
{
    const auto sent = reply::ReplyRepository::page(
        connection, {.scope = scope, .states = {reply::ReplyState::Sent}, .incidentId = crisis.id}, {}, kRepliesLookedAt);
    if (!sent)
        return {};
    const auto found = std::ranges::find_if(*sent, [&crisis](const reply::Reply &one) { return one.sentAt == crisis.firstReplyAt; });
    return found == sent->end() ? core::ReplyId{} : found->id;
}

void addCrisis(const store::Connection &connection, core::DrillRunId scope, const incident::Incident &crisis, const auto &add)
{
    const auto inLog = [&](core::Instant at, const QString &text) {
        add({.at = at, .kind = PinKind::Crisis, .text = text, .id = crisis.id.value});
    };
    inLog(crisis.openedAt, OwnActs::tr("Crisis opened: %1").arg(crisis.title));
    // Of the answers only the first: a pin for each would hide the curve it is there to explain.
    if (crisis.firstReplyAt) {
        const QString text = OwnActs::tr("First reply: %1").arg(crisis.title);
        if (const core::ReplyId reply = firstReply(connection, scope, crisis); reply.isValid())
            add({.at = *crisis.firstReplyAt, .kind = PinKind::Reply, .text = text, .id = reply.value});
        else
            inLog(*crisis.firstReplyAt, text);
    }
    if (crisis.closedAt)
        inLog(*crisis.closedAt, OwnActs::tr("Crisis closed: %1").arg(crisis.title));
    const auto updates = incident::LogRepository::updates(connection, crisis.id);
    if (!updates)
        return;
    for (const incident::StatusUpdate &update : *updates) {
        if (update.reach == incident::Reach::Public)
            inLog(update.at, OwnActs::tr("Statement: %1").arg(core::elided(update.text.simplified(), kExcerpt)));
    }
}

} // namespace

std::vector<VolumePin> ownActs(const store::Connection &connection, core::DrillRunId scope, const TimeSpan &span)
{
    std::vector<VolumePin> pins;
    const auto add = [&pins, &span](VolumePin pin) {
        if (pin.at >= span.from && pin.at <= span.to)
            pins.push_back(std::move(pin));
    };
    const auto crises = incident::IncidentRepository::list(connection, scope, incident::Which::All, kCrisesLookedAt);
    if (!crises)
        return pins;
    for (const incident::Incident &crisis : *crises)
        addCrisis(connection, scope, crisis, add);
    return pins;
}

} // namespace vigie::gui
