// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"
#include "postmortem/figures.h"
#include "postmortem/review.h"
#include "reply/promise.h"
#include "reply/reply.h"

#include <vector>

namespace vigie::postmortem
{

struct TimelineEntry {
    core::Instant at = {};
    QString kind = {};
    QString text = {};
    QString actor = {};
    bool isStarred = false;
};

/// A reply that left, or a statement that was published.
struct SentMessage {
    core::Instant at = {};
    QString network = {}; ///< empty for a statement
    QString recipient = {};
    bool isPublic = true;
    QString text = {};
    QString url = {};
    QString by = {};
};

struct DecisionEntry {
    core::Instant at = {};
    QString what = {};
    QString why = {};
    QString options = {};
    QString actor = {};
};

/// Everything a report is made of, in no language yet: what the PDF, the JSON and the CSV files are made from.
struct ReportData {
    QString title = {};
    QString kind = {};
    int severity = 1; ///< 1 to 4; 4 is the gravest
    bool isClosed = false;
    core::Language language = core::Language::English; ///< the crisis's own
    core::Instant generatedAt = {};
    QString brand = {};     ///< of the desk; may be empty
    QString watchName = {}; ///< whose mentions were counted; empty without a watch
    Figures figures = {};
    std::optional<Review> review = std::nullopt;
    std::vector<TimelineEntry> timeline = {}; ///< the starred entries; the whole log where none is starred
    std::vector<SentMessage> messages = {};
    std::vector<DecisionEntry> decisions = {};
    std::vector<reply::Promise> promises = {};

    [[nodiscard]] bool isDrill() const { return figures.scope.isValid(); }
};

[[nodiscard]] Result<ReportData> loadReportData(const store::Connection &connection, core::IncidentId id,
                                                core::Instant now);

} // namespace vigie::postmortem
