// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/tonality.h"

#include <array>
#include <vector>

namespace vigie::cli
{

/// Judgements held against labels. Undetermined counts as neutral.
class TonalityScore
{
public:
    struct Bin {
        double from = 0;
        int posts = 0;
        double mean = 0;  ///< negativity said
        double share = 0; ///< negative in truth
    };

    void add(analysis::Tonality label, const analysis::TonalityJudgement &said);
    TonalityScore &operator+=(const TonalityScore &other);

    [[nodiscard]] int count() const { return int(m_said.size()); }
    [[nodiscard]] double macroF1() const;
    [[nodiscard]] double f1(analysis::Tonality tonality) const;
    [[nodiscard]] double errorRate() const;
    [[nodiscard]] double areaUnderCurve() const; ///< of negativity; 0.5 where one side is missing
    [[nodiscard]] std::vector<Bin> calibration() const;
    [[nodiscard]] double calibrationError() const; ///< mean distance of said and true over ten bins

private:
    std::array<std::array<double, 3>, 3> m_confusion{}; ///< label, said: negative, neutral, positive
    std::vector<std::pair<double, bool>> m_said;        ///< negativity, and whether it is negative
};

} // namespace vigie::cli
