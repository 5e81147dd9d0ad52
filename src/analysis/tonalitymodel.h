// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/tonalityfeatures.h"

#include <QByteArray>

#include <memory>

namespace vigie::analysis
{

/// Negative, neutral, positive: before they are turned into shares of one.
using TonalityLogits = std::array<float, 3>;
/// The three shares of one.
[[nodiscard]] TonalityLogits softmaxOf(const TonalityLogits &logits);

/// The weights of one language: a linear model over the rows and the dense numbers of TonalityFeatures.
struct TonalityWeights {
    using Row = std::array<qint16, 4>; ///< three weights and one unused, so that a row is one read

    std::vector<Row> rows; ///< kTonalityRows
    float step = 0;        ///< what 1 in a row stands for
    std::array<TonalityLogits, kTonalityDense> dense{};
    std::array<float, kTonalityDense> mean{}; ///< a dense number enters as (number - mean) * scale
    std::array<float, kTonalityDense> scale{};
    TonalityLogits bias{};
    float slope = 1; ///< of negativity: a logistic curve over the log odds of negative
    float offset = 0;

    [[nodiscard]] TonalityLogits logits(const TonalityFeatures &features) const;
    /// Calibrated: of posts with negativity x, about the share x is negative.
    [[nodiscard]] double negativity(const TonalityLogits &logits) const;
    /// The same before calibration.
    [[nodiscard]] static double negativeLogOdds(const TonalityLogits &logits);
};

/**
 * The weights of the languages the model knows, shared and immutable. As a file: a few numbers and one byte for each weight
 * of a row; never a text.
 */
struct TonalityModel {
    std::array<std::shared_ptr<const TonalityWeights>, 2> languages; ///< by TonalityLanguage; may be null

    [[nodiscard]] static Result<TonalityModel> shipped();
    [[nodiscard]] static Result<TonalityModel> load(const QString &path);
    /// Any bytes: a model, or an Error that says what is wrong with them.
    [[nodiscard]] static Result<TonalityModel> fromBytes(const QByteArray &bytes);
    [[nodiscard]] QByteArray toBytes() const;

    [[nodiscard]] const TonalityWeights *weightsFor(TonalityLanguage language) const
    {
        return languages[std::size_t(language)].get();
    }
};

} // namespace vigie::analysis
