// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/fuzzy.h"

#include "core/text.h"

#include <vector>

namespace vigie::gui
{

namespace
{

constexpr int kWordStart = 8;
constexpr int kInARow = 9;
constexpr int kAnywhere = 1;
constexpr int kImpossible = -100'000;

bool startsWord(const QString &text, qsizetype at)
{
    return at == 0 || !core::isWordCharacter(text.at(at - 1).unicode());
}

} // namespace

std::optional<int> fuzzyScore(QStringView typed, QStringView name)
{
    const QString needle = core::folded(typed).remove(u' ');
    const QString text = core::folded(name);
    if (needle.isEmpty())
        return 0;
    // best[i]: the best score with needle[0..k] placed and its last character exactly at text[i].
    std::vector<int> best(std::size_t(text.size()), kImpossible);
    for (qsizetype k = 0; k < needle.size(); ++k) {
        std::vector<int> next(best.size(), kImpossible);
        int bestBefore = k == 0 ? 0 : kImpossible;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const auto at = std::size_t(i);
            if (text.at(i) == needle.at(k)) {
                int score = bestBefore + (startsWord(text, i) ? kWordStart : kAnywhere);
                if (k > 0 && i > 0)
                    score = std::max(score, best[at - 1] + kInARow);
                next[at] = score;
            }
            if (k > 0)
                bestBefore = std::max(bestBefore, best[at]);
        }
        best = std::move(next);
    }
    int score = kImpossible;
    for (const int candidate : best)
        score = std::max(score, candidate);
    if (score <= 0)
        return std::nullopt;
    // Of two that fit alike the shorter name is meant.
    return score * 100 - int(std::min<qsizetype>(text.size(), 99));
}

} // namespace vigie::gui
