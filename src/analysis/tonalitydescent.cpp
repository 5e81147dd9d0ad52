// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/tonalitydescent.h"

#include <algorithm>
#include <cmath>

namespace vigie::analysis
{
namespace
{

constexpr float kDenseSize = 0.3F; ///< of a dense number that lies one deviation from its mean
constexpr int kByteSteps = 127;
constexpr int kFineness = 64; // as in the model's file

} // namespace

TonalityExample TonalityExample::from(const TonalityFeatures &features, Tonality label)
{
    TonalityExample example;
    for (std::size_t block = 0; block < kTonalityBlocks; ++block) {
        for (const TonalityFeatures::Row &row : features.blocks[block])
            example.rows.push_back(row.row);
        example.ends[block] = quint32(example.rows.size());
    }
    example.scale = features.scale;
    example.dense = features.dense;
    example.label = label == Tonality::Negative ? 0 : label == Tonality::Positive ? 2 : 1;
    return example;
}

TonalityLogits TonalityExample::logitsBy(const TonalityWeights &weights) const
{
    TonalityLogits result = weights.bias;
    std::size_t at = 0;
    for (std::size_t block = 0; block < kTonalityBlocks; ++block) {
        std::array<qint32, 3> sum{};
        for (; at < ends[block]; ++at) {
            const TonalityWeights::Row &row = weights.rows[rows[at]];
            for (std::size_t k = 0; k < 3; ++k)
                sum[k] += row[k];
        }
        for (std::size_t k = 0; k < 3; ++k)
            result[k] += float(sum[k]) * weights.step * scale[block];
    }
    for (std::size_t i = 0; i < kTonalityDense; ++i) {
        const float number = (dense[i] - weights.mean[i]) * weights.scale[i];
        for (std::size_t k = 0; k < 3; ++k)
            result[k] += weights.dense[i][k] * number;
    }
    return result;
}

TonalityDescent::TonalityDescent(const std::vector<TonalityExample> &examples) : m_rows(kTonalityRows)
{
    for (std::size_t i = 0; i < kTonalityDense; ++i) {
        double sum = 0;
        double squares = 0;
        for (const TonalityExample &example : examples) {
            sum += example.dense[i];
            squares += double(example.dense[i]) * example.dense[i];
        }
        const double count = std::max<double>(1, double(examples.size()));
        const double deviation = std::sqrt(std::max(1e-9, squares / count - sum / count * sum / count));
        m_frame.mean[i] = float(sum / count);
        // A number that hardly ever differs must not become a shout where it does.
        m_frame.scale[i] = kDenseSize / std::max(0.05F, float(deviation));
    }
}

std::array<float, kTonalityDense> TonalityDescent::standardised(const TonalityExample &example) const
{
    std::array<float, kTonalityDense> result{};
    for (std::size_t i = 0; i < kTonalityDense; ++i)
        result[i] = (example.dense[i] - m_frame.mean[i]) * m_frame.scale[i];
    return result;
}

TonalityLogits TonalityDescent::logits(const TonalityExample &example) const
{
    TonalityLogits result = m_bias.weight;
    std::size_t at = 0;
    for (std::size_t block = 0; block < kTonalityBlocks; ++block) {
        TonalityLogits sum{};
        for (; at < example.ends[block]; ++at) {
            const TonalityLogits &weight = m_rows[example.rows[at]].weight;
            for (std::size_t k = 0; k < 3; ++k)
                sum[k] += weight[k];
        }
        for (std::size_t k = 0; k < 3; ++k)
            result[k] += sum[k] * example.scale[block];
    }
    const auto dense = standardised(example);
    for (std::size_t i = 0; i < kTonalityDense; ++i) {
        for (std::size_t k = 0; k < 3; ++k)
            result[k] += m_dense[i].weight[k] * dense[i];
    }
    return result;
}

void TonalityDescent::step(Cell &cell, const TonalityLogits &gradient, float rate)
{
    for (std::size_t k = 0; k < 3; ++k) {
        cell.squares[k] += gradient[k] * gradient[k];
        cell.weight[k] -= rate * gradient[k] / std::sqrt(cell.squares[k]);
    }
}

void TonalityDescent::learn(const TonalityExample &example, const Rates &rates)
{
    TonalityLogits gradient = softmaxOf(logits(example));
    gradient[example.label] -= 1;
    for (float &slope : gradient)
        slope *= example.weight;
    const auto times = [&gradient](float factor) {
        return TonalityLogits{gradient[0] * factor, gradient[1] * factor, gradient[2] * factor};
    };
    std::size_t at = 0;
    for (std::size_t block = 0; block < kTonalityBlocks; ++block) {
        const TonalityLogits scaled = times(example.scale[block]);
        for (; at < example.ends[block]; ++at)
            step(m_rows[example.rows[at]], scaled, rates.rows);
    }
    const auto dense = standardised(example);
    for (std::size_t i = 0; i < kTonalityDense; ++i)
        step(m_dense[i], times(dense[i]), rates.dense);
    step(m_bias, gradient, rates.bias);
}

void TonalityDescent::run(const std::vector<const TonalityExample *> &examples, const Rates &rates, quint32 seed)
{
    std::mt19937 random(seed);
    std::vector<const TonalityExample *> order = examples;
    for (int epoch = 0; epoch < rates.epochs; ++epoch) {
        // std::shuffle may differ from library to library.
        for (std::size_t i = order.size(); i > 1; --i)
            std::swap(order[i - 1], order[random() % i]);
        for (const TonalityExample *example : order)
            learn(*example, rates);
    }
}

TonalityWeights TonalityDescent::weights() const
{
    TonalityWeights result = m_frame;
    result.bias = m_bias.weight;
    for (std::size_t i = 0; i < kTonalityDense; ++i)
        result.dense[i] = m_dense[i].weight;
    float most = 1e-6F;
    for (const Cell &cell : m_rows) {
        for (const float weight : cell.weight)
            most = std::max(most, std::abs(weight));
    }
    const float step = most / kByteSteps;
    result.step = step / kFineness;
    result.rows.resize(kTonalityRows);
    for (std::size_t row = 0; row < kTonalityRows; ++row) {
        for (std::size_t k = 0; k < 3; ++k)
            result.rows[row][k] = qint16(std::lround(m_rows[row].weight[k] / step) * kFineness);
    }
    return result;
}

} // namespace vigie::analysis
