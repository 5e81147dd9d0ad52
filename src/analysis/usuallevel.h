// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/bucket.h"

#include <array>

namespace vigie::analysis
{

/**
 * How many posts are usual in an hour: at this hour of this weekday where two weeks have been seen, else at this hour of
 * any day, else just lately.
 *
 * Each is a slowly forgetting mean into which an hour counts for at most about twice what was usual, so that a storm does
 * not become the norm. Hours in UTC. Constant memory; a plain value.
 */
class UsualLevel
{
public:
    enum class Basis { Nothing, Lately, HourOfDay, HourOfWeek };

    struct Level {
        double perHour = 0;
        Basis basis = Basis::Nothing;
    };

    [[nodiscard]] Level at(core::Instant instant) const;
    /// One whole hour that begins at `hourStart` and of which nothing is missing.
    void learn(core::Instant hourStart, double posts);
    /// Whole weeks of hours seen, at most 99.
    [[nodiscard]] int weeks() const { return m_hours / kHoursOfWeek; }

private:
    static constexpr int kHoursOfWeek = 168;

    struct Mean {
        float value = 0;
        quint8 seen = 0;
        void learn(double posts, double memory, int needed);
    };

    std::array<Mean, kHoursOfWeek> m_ofWeek = {};
    std::array<Mean, 24> m_ofDay = {};
    Mean m_lately;
    int m_hours = 0;
};

} // namespace vigie::analysis
