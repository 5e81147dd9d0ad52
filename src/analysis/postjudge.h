// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/posttext.h"
#include "analysis/risk.h"
#include "analysis/tonality.h"
#include "core/result.h"

#include <memory>
#include <vector>

namespace vigie::analysis
{

/// Everything that can be said of one post by its text alone.
struct PostJudgement {
    QString language; ///< BCP 47 primary tag, or "und"
    TonalityJudgement tonality;
    std::vector<RiskHit> risks;
    quint64 fingerprint = 0;
};

/**
 * The judges together, for the intake: folds once, then asks each. A trained model takes a judge's place by being
 * passed here. Const calls may come from any thread.
 */
class PostJudge
{
public:
    PostJudge(std::unique_ptr<const TonalityJudge> tonality, std::unique_ptr<const RiskJudge> risks);
    /// With the model and the lexicons inside the program. An Error names file and line.
    [[nodiscard]] static Result<PostJudge> shipped();
    /// The same with another judge of tonality: a model from a file, or one that a desk teaches.
    [[nodiscard]] static Result<PostJudge> with(std::unique_ptr<const TonalityJudge> tonality);

    [[nodiscard]] PostJudgement judge(QStringView text, QStringView languageHint = {}) const;
    /// The same, where the caller has already folded the text.
    [[nodiscard]] PostJudgement judge(const PostText &text, QStringView languageHint = {}) const;

private:
    std::unique_ptr<const TonalityJudge> m_tonality;
    std::unique_ptr<const RiskJudge> m_risks;
};

} // namespace vigie::analysis
