// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/tonalitytrainer.h"

#include <map>

namespace vigie::cli
{

/// The labelled posts of a folder: files NAME.train.jsonl and NAME.dev.jsonl of lines {"id","lang","label","text"}.
struct LabelledFolder {
    struct Set {
        QString name;
        analysis::TonalityLanguage language = analysis::TonalityLanguage::English;
        std::vector<analysis::LabelledPost> train = {};
        std::vector<analysis::LabelledPost> dev = {};
    };
    std::vector<Set> sets; ///< by name

    /// An Error names file and line.
    [[nodiscard]] static Result<LabelledFolder> read(const QString &folder);

    /// What may be learnt from: the train parts of all sets but `excluded`, without any post that is also in a dev part or in
    /// the excluded set, so that those stay unseen.
    [[nodiscard]] std::vector<analysis::LabelledPost> trainingPosts(analysis::TonalityLanguage language,
                                                                   const QString &excluded = {}) const;
    [[nodiscard]] bool hasSet(const QString &name) const;
};

/// Trains every language that has posts.
[[nodiscard]] Result<analysis::TonalityModel> trainedModel(const LabelledFolder &folder, const QString &excluded,
                                                           const analysis::TonalityTrainer &trainer);

} // namespace vigie::cli
