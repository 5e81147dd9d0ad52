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
#include <QStringList>

#include <optional>
#include <vector>

namespace vigie::monitoring
{

enum class AlertKind {
    Volume,        ///< more mentions than this watch ever saw lately
    NegativeShare, ///< not more, but clearly worse
    Threshold,     ///< more than the number a person has set
    SlowBurn,      ///< no peak, but more day after day
    NegativePosts, ///< many negative ones at once, be they few among all
};
enum class AlertState { New, Acknowledged, Dismissed };

[[nodiscard]] QString alertKindKey(AlertKind kind); ///< "volume", "negative-share", "threshold", "slow-burn", "negative-posts"
[[nodiscard]] std::optional<AlertKind> alertKindFromKey(QStringView key);
[[nodiscard]] QString alertStateKey(AlertState state); ///< "new", "acknowledged", "dismissed"
[[nodiscard]] std::optional<AlertState> alertStateFromKey(QStringView key);

struct NamedCount {
    QString name = {};
    int count = 0;

    bool operator==(const NamedCount &) const = default;
};

/// A source that could not be read around the alert.
struct MissingSource {
    QString name = {};
    core::Instant from = {};
    std::optional<core::Instant> to = std::nullopt; ///< absent while it lasts

    bool operator==(const MissingSource &) const = default;
};

/// What an alert was before it grew.
struct AlertStep {
    core::Instant at = {};
    AlertKind kind = AlertKind::Volume;
    double observed = 0;
    double threshold = 0;

    bool operator==(const AlertStep &) const = default;
};

/// Why an alert was given, as data: the card, vigiectl and the report all print this.
struct AlertReasons {
    /// What "usual" is taken from.
    enum class Basis { Lately, HourOfDay, HourOfWeek };

    QString watchName = {};
    QString watchQuery = {};
    int recentMax = 0;              ///< the window that stood out most of late
    double negativeShare = 0;       ///< of the window, 0 to 1
    double usualNegativeShare = 0;  ///< of the history
    double historyHours = 0;        ///< how much history stood behind it
    Basis basis = Basis::Lately;
    core::Instant since = {};       ///< when the rise began
    double copies = 0;              ///< which part of the window's mentions repeats another one, 0 to 1
    std::vector<analysis::RisingTerm> risingTerms = {}; ///< against the day before, strongest first, at most 10
    std::vector<analysis::RisingTerm> risingLinks = {}; ///< the same for links, at most 5
    std::vector<NamedCount> authors = {};               ///< who wrote most, at most 5; "network:handle"
    std::vector<NamedCount> networks = {};
    std::vector<NamedCount> sources = {};
    std::vector<core::MentionId> examples = {}; ///< at most 3, those of the highest priority
    std::vector<MissingSource> missing = {};    ///< what could not be read in the window or the day before it
    std::vector<AlertStep> steps = {};          ///< what it was before it grew, oldest first; empty where it never did

    bool operator==(const AlertReasons &) const = default;
};

[[nodiscard]] QString basisKey(AlertReasons::Basis basis); ///< "lately", "hour-of-day", "hour-of-week"
[[nodiscard]] QByteArray toJson(const AlertReasons &reasons);
[[nodiscard]] Result<AlertReasons> alertReasonsFromJson(const QByteArray &json);

struct Alert {
    core::AlertId id = {};
    core::DrillRunId scope = {};
    core::WatchId watch = {};
    AlertKind kind = AlertKind::Volume;
    core::Instant raisedAt = {};   ///< first told, in the time of the posts; what follows may be of a later growth
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
/// "4 days", "20 hours": the history that stood behind it.
[[nodiscard]] QString historyLength(const Alert &alert, const core::Phrasebook &phrases);
/// "60 min", "3 h": the time in which it was observed.
[[nodiscard]] QString windowLength(const Alert &alert, const core::Format &format);
/// What limits the judgement, one sentence each: a source that could not be read, little history. Often empty.
[[nodiscard]] QStringList caveats(const Alert &alert, const core::Format &format, const core::Phrasebook &phrases);
/// "Unusual volume", "Worse tone than usual", "Threshold passed", "Slow rise".
[[nodiscard]] QString title(AlertKind kind, const core::Phrasebook &phrases);

} // namespace vigie::monitoring

Q_DECLARE_METATYPE(vigie::monitoring::Alert)
