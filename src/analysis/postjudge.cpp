// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/postjudge.h"

#include "analysis/language.h"
#include "analysis/neardup.h"
#include "analysis/trainedtonality.h"

namespace vigie::analysis
{

PostJudge::PostJudge(std::unique_ptr<const TonalityJudge> tonality, std::unique_ptr<const RiskJudge> risks)
    : m_tonality(std::move(tonality))
    , m_risks(std::move(risks))
{
    Q_ASSERT(m_tonality && m_risks);
}

Result<PostJudge> PostJudge::shipped()
{
    Result<std::unique_ptr<TrainedTonality>> tonality = TrainedTonality::shipped();
    if (!tonality)
        return fail(std::move(tonality.error()));
    return with(std::move(*tonality));
}

Result<PostJudge> PostJudge::with(std::unique_ptr<const TonalityJudge> tonality)
{
    Result<RiskRules> risks = RiskRules::shipped();
    if (!risks)
        return fail(std::move(risks.error()));
    return PostJudge(std::move(tonality), std::make_unique<RiskRules>(std::move(*risks)));
}

PostJudgement PostJudge::judge(QStringView text, QStringView languageHint) const
{
    const QString folded = core::folded(text);
    return judge(PostText{text, folded}, languageHint);
}

PostJudgement PostJudge::judge(const PostText &text, QStringView languageHint) const
{
    PostJudgement judgement;
    judgement.language = detectLanguage(text, languageHint);
    judgement.tonality = m_tonality->judge(text, judgement.language);
    judgement.risks = m_risks->judge(text, judgement.language);
    judgement.fingerprint = fingerprint(text);
    return judgement;
}

} // namespace vigie::analysis
