// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/tonalitymodel.h"

#include <random>

namespace vigie::analysis
{

/// A labelled post as the descent reads it: features without what only reasons need.
struct TonalityExample {
    std::vector<quint32> rows;                    ///< of all blocks, one behind the other
    std::array<quint32, kTonalityBlocks> ends{};  ///< of each block in `rows`
    std::array<float, kTonalityBlocks> scale{};
    std::array<float, kTonalityDense> dense{};
    std::size_t label = 0; ///< 0 negative, 1 neutral, 2 positive
    float weight = 1;

    [[nodiscard]] static TonalityExample from(const TonalityFeatures &features, Tonality label);
    /// As TonalityWeights say of the features it was made from.
    [[nodiscard]] TonalityLogits logitsBy(const TonalityWeights &weights) const;
};

/**
 * Softmax regression by stochastic descent (AdaGrad) on hashed rows and dense numbers. Deterministic: the order of the
 * examples and the seed decide everything, on one thread.
 */
class TonalityDescent
{
public:
    struct Rates {
        float rows = 0.05F;
        float dense = 0.05F;
        float bias = 0.05F;
        int epochs = 8;
    };

    /// From nothing; the dense numbers are brought to one size by what the examples show.
    explicit TonalityDescent(const std::vector<TonalityExample> &examples);

    void run(const std::vector<const TonalityExample *> &examples, const Rates &rates, quint32 seed);
    [[nodiscard]] TonalityLogits logits(const TonalityExample &example) const;
    /// Rounded to what a model file holds.
    [[nodiscard]] TonalityWeights weights() const;

private:
    struct Cell {
        TonalityLogits weight{};
        TonalityLogits squares{kTiny, kTiny, kTiny};
    };
    static constexpr float kTiny = 1e-8F;
    static void step(Cell &cell, const TonalityLogits &gradient, float rate);
    [[nodiscard]] std::array<float, kTonalityDense> standardised(const TonalityExample &example) const;
    void learn(const TonalityExample &example, const Rates &rates);

    std::vector<Cell> m_rows;
    std::array<Cell, kTonalityDense> m_dense{};
    Cell m_bias;
    TonalityWeights m_frame; ///< mean, scale and calibration; no rows
};

} // namespace vigie::analysis
