// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/risingterms.h"
#include "core/clock.h"
#include "core/format.h"
#include "core/ids.h"
#include "core/language.h"
#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace vigie::monitoring
{

enum class AlertKind {
    Volume,        ///< more mentions than this watch ever saw lately
    NegativeShare, ///< not more, but clearly worse
    Threshold,     ///< more than the number a person has set
};
enum class AlertState { New, Acknowledged, Dismissed };

[[nodiscard]] QString alertKindKey(AlertKind kind); ///< "volume", "negative-share", "threshold"
[[nodiscard]] std::optional<AlertKind> alertKindFromKey(QStringView key);
[[nodiscard]] QString alertStateKey(AlertState state); ///< "new", "acknowledged", "dismissed"
[[nodiscard]] std::optional<AlertState> alertStateFromKey(QStringView key);

struct NamedCount {
    QString name = {};
    int count = 0;

    bool operator==(const NamedCount &) const = default;
};

/// Why an alert was given, as data: the card, vigiectl and the report all print this.
struct AlertReasons {
    QString watchName = {};
    QString watchQuery = {};
    int recentMax = 0;              ///< highest window of the history
    double negativeShare = 0;       ///< of the window, 0 to 1
    double usualNegativeShare = 0;  ///< of the history
    double historyHours = 0;        ///< how much history stood behind it
    std::vector<analysis::RisingTerm> risingTerms = {}; ///< against the day before, strongest first, at most 10
    std::vector<NamedCount> authors = {};               ///< who wrote most, at most 5; "network:handle"
    std::vector<NamedCount> networks = {};
    std::vector<core::MentionId> examples = {}; ///< at most 3, those of the highest priority

    bool operator==(const AlertReasons &) const = default;
};

[[nodiscard]] QByteArray toJson(const AlertReasons &reasons);
[[nodiscard]] Result<AlertReasons> alertReasonsFromJson(const QByteArray &json);

struct Alert {
    core::AlertId id = {};
    core::DrillRunId scope = {};
    core::WatchId watch = {};
    AlertKind kind = AlertKind::Volume;
    core::Instant raisedAt = {};   ///< in the time of the posts
    core::Instant capturedAt = {}; ///< when this program found it
    core::Instant windowFrom = {};
    core::Instant windowTo = {};
    double observed = 0; ///< mentions in the window; kind NegativeShare: the share
    double usual = 0;
    double threshold = 0;
    AlertReasons reasons = {};
    AlertState state = AlertState::New;
    std::optional<core::Instant> acknowledgedAt = std::nullopt;
    QString acknowledgedBy = {}; ///< who acknowledged or dismissed it
    core::IncidentId incident = {};

    bool operator==(const Alert &) const = default;
};

/// "39 mentions in 60 min; usually 14, at most 33 over the last 4 days; threshold 39", in the phrasebook's language.
[[nodiscard]] QString sentence(const Alert &alert, const core::Format &format, const core::Phrasebook &phrases);
/// "Unusual volume", "Worse tone than usual", "Threshold passed".
[[nodiscard]] QString title(AlertKind kind, const core::Phrasebook &phrases);

} // namespace vigie::monitoring

Q_DECLARE_METATYPE(vigie::monitoring::Alert)
