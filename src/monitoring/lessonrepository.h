// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/desktonality.h"
#include "store/connection.h"
#include "store/transaction.h"

namespace vigie::monitoring
{

/// A labelled post from a file.
struct ImportedLesson {
    QString remoteId; ///< the same one given again replaces what was said before
    analysis::TonalityLesson lesson;
};

struct LessonCounts {
    int corrected = 0; ///< mentions whose tonality a person changed
    int confirmed = 0; ///< mentions of which a person said that the tonality is right
    int imported = 0;

    [[nodiscard]] int all() const { return corrected + confirmed + imported; }
};

/**
 * What people of this desk said of the tonality of posts: corrections of real mentions, and posts from files. A correction
 * that was taken back is no lesson; nor is anything said in a drill, or before the last reset.
 */
class LessonRepository
{
public:
    static constexpr int kMost = 5000; ///< the newest ones are learnt from …
    /// … and the oldest leave so many at a time, since each leaving means learning all the others anew.
    static constexpr int kLeaveTogether = 500;

    /// Oldest first.
    [[nodiscard]] static Result<std::vector<analysis::TonalityLesson>> lessons(const store::Connection &connection);
    [[nodiscard]] static Result<LessonCounts> counts(const store::Connection &connection);

    [[nodiscard]] static Result<> add(store::Transaction &transaction, const std::vector<ImportedLesson> &lessons);
    /// Deletes what came from files; corrections stay in the mentions' history, but teach nothing any more.
    [[nodiscard]] static Result<> reset(store::Transaction &transaction);
};

} // namespace vigie::monitoring
