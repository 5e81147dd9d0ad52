// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tonalityscore.h"

#include <algorithm>
#include <cmath>

namespace vigie::cli
{
namespace
{

constexpr int kBins = 10;

std::size_t indexOf(analysis::Tonality tonality)
{
    return tonality == analysis::Tonality::Negative ? 0 : tonality == analysis::Tonality::Positive ? 2 : 1;
}

} // namespace

void TonalityScore::add(analysis::Tonality label, const analysis::TonalityJudgement &said)
{
    ++m_confusion[indexOf(label)][indexOf(said.tonality)];
    m_said.emplace_back(said.negativity, label == analysis::Tonality::Negative);
}

TonalityScore &TonalityScore::operator+=(const TonalityScore &other)
{
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t k = 0; k < 3; ++k)
            m_confusion[i][k] += other.m_confusion[i][k];
    }
    m_said.insert(m_said.end(), other.m_said.begin(), other.m_said.end());
    return *this;
}

double TonalityScore::f1(analysis::Tonality tonality) const
{
    const std::size_t i = indexOf(tonality);
    double labelled = 0;
    double said = 0;
    for (std::size_t k = 0; k < 3; ++k) {
        labelled += m_confusion[i][k];
        said += m_confusion[k][i];
    }
    return labelled + said > 0 ? 2 * m_confusion[i][i] / (labelled + said) : 0;
}

double TonalityScore::macroF1() const
{
    using analysis::Tonality;
    return (f1(Tonality::Negative) + f1(Tonality::Neutral) + f1(Tonality::Positive)) / 3;
}

double TonalityScore::errorRate() const
{
    const double right = m_confusion[0][0] + m_confusion[1][1] + m_confusion[2][2];
    return m_said.empty() ? 0 : 1 - right / double(m_said.size());
}

double TonalityScore::areaUnderCurve() const
{
    auto sorted = m_said;
    std::sort(sorted.begin(), sorted.end());
    double ranks = 0;
    double negatives = 0;
    for (std::size_t i = 0; i < sorted.size();) {
        std::size_t end = i;
        double here = 0;
        for (; end < sorted.size() && sorted[end].first == sorted[i].first; ++end)
            here += sorted[end].second ? 1 : 0;
        ranks += double(i + 1 + end) / 2 * here; // equal values share their mean rank
        negatives += here;
        i = end;
    }
    const double others = double(sorted.size()) - negatives;
    return negatives > 0 && others > 0 ? (ranks - negatives * (negatives + 1) / 2) / (negatives * others) : 0.5;
}

std::vector<TonalityScore::Bin> TonalityScore::calibration() const
{
    std::vector<Bin> bins(kBins);
    for (const auto &[said, isNegative] : m_said) {
        Bin &bin = bins[std::size_t(std::clamp(int(said * kBins), 0, kBins - 1))];
        ++bin.posts;
        bin.mean += said;
        bin.share += isNegative ? 1 : 0;
    }
    for (int i = 0; i < kBins; ++i) {
        Bin &bin = bins[std::size_t(i)];
        bin.from = double(i) / kBins;
        bin.mean /= std::max(1, bin.posts);
        bin.share /= std::max(1, bin.posts);
    }
    return bins;
}

double TonalityScore::calibrationError() const
{
    double sum = 0;
    for (const Bin &bin : calibration())
        sum += bin.posts * std::abs(bin.mean - bin.share);
    return m_said.empty() ? 0 : sum / double(m_said.size());
}

} // namespace vigie::cli
