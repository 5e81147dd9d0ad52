// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/risk.h"
#include "analysis/tonality.h"
#include "core/clock.h"
#include "store/connection.h"
#include "store/transaction.h"

#include <chrono>
#include <optional>
#include <vector>

namespace vigie::monitoring
{

struct Mention;

/// What the priority of a mention is made of.
struct PriorityInput {
    analysis::Tonality tonality = analysis::Tonality::Undetermined;
    double negativity = 0.5;
    analysis::Risks risks = {};
    qint64 followers = -1; ///< of the author; -1: not known
    qint64 reactions = 0;  ///< likes, reposts and replies together
    qint64 copies = 0;     ///< other posts that say the same
    std::chrono::milliseconds age = {}; ///< since it was posted: copies and reactions are counted per hour
    /// Since when nobody has dealt with it; nothing where it is dealt with, or where the clock must not count.
    std::optional<std::chrono::milliseconds> waiting = std::nullopt;
};
/// With all that is known of it at `now`. Only a mention that is not done waits.
[[nodiscard]] PriorityInput priorityInput(const Mention &mention, core::Instant now);

enum class PriorityFactor { Tone, Risk, Reach, Speed, Question, Waiting };

/// The most that each factor can give; a team weighs them in its settings.
struct PriorityWeights {
    double tone = 35;
    double risk = 45;
    double reach = 20;
    double speed = 10;
    double question = 12;
    double waiting = 10;

    /// Of a desk: JSON {"tone":35,…} under the setting kKey; what is missing there is as above. InvalidArgument for what is
    /// no number from 0 to 100.
    [[nodiscard]] static Result<PriorityWeights> read(const store::Connection &connection);
    [[nodiscard]] static Result<PriorityWeights> fromJson(const QByteArray &json);
    [[nodiscard]] QByteArray toJson() const;
    /// Audited and announced; the intake takes them from the next posts on.
    [[nodiscard]] Result<> write(store::Transaction &transaction) const;
    static constexpr QStringView kKey = u"monitoring.priority";

    bool operator==(const PriorityWeights &) const = default;
};

struct PriorityPart {
    PriorityFactor factor = PriorityFactor::Tone;
    double points = 0;
    double most = 0; ///< its weight
};

/**
 * All six factors, in their order, those that give nothing too:
 * - tone: negativity above one third, in proportion; nothing for a neutral or positive post
 * - risk: the gravest topic, and a little for each further one
 * - reach: the power of ten of followers plus ten times the reactions, full at a million
 * - speed: the power of ten of copies and reactions an hour, full at a thousand
 * - question: it asks us something
 * - waiting: in proportion to the time that nobody has dealt with it, full at twelve hours
 *
 * Stored with a mention is the priority as it was captured, without waiting: the one factor that the clock changes must not
 * make every row be written each minute. Who shows a mention adds it up anew with priorityInput(), copies and reactions too.
 */
[[nodiscard]] std::vector<PriorityPart> priorityParts(const PriorityInput &input, const PriorityWeights &weights = {});
/// 0 to 100: in which order a person should look. The sum of the parts.
[[nodiscard]] int priorityOf(const PriorityInput &input, const PriorityWeights &weights = {});

} // namespace vigie::monitoring
