// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/postjudge.h"
#include "monitoring/intake.h"
#include "monitoring/priority.h"
#include "monitoring/watch.h"
#include "networks/post.h"

#include <QByteArray>

#include <vector>

namespace vigie::monitoring
{

/// The enabled watches of one scope, as they stood at one time.
struct CompiledWatches {
    int generation = 0;
    std::vector<Watch> watches = {};
    WatchSet set = {};
    PriorityWeights weights = {};
};

/// A post with everything that the writer needs, in the form in which it is bound: the writer only inserts.
struct JudgedPost {
    qint64 id = 0;         ///< the one it asks for, see mentionIdFor()
    std::size_t order = 0; ///< its place in the batch as it was handed in
    QByteArray network = {};
    QByteArray remoteId = {};
    QByteArray url = {};
    QByteArray text = {};
    QByteArray language = {};
    QByteArray reasons = {}; ///< JSON
    QByteArray inReplyTo = {};
    QByteArray root = {};
    QByteArray extra = {};
    QByteArray sha256 = {};
    QByteArray authorHandle = {};
    QByteArray authorName = {};
    QByteArray authorUrl = {};
    QByteArray authorKey = {}; ///< network and handle
    qint64 followers = -1;
    qint64 postedAt = 0;
    analysis::Tonality tonality = analysis::Tonality::Undetermined;
    double negativity = 0.5;
    quint32 risks = 0;
    bool isRepost = false;
    bool isIrregular = false; ///< see isIndexedFaithfully()
    quint64 fingerprint = 0;
    int priority = 0;
    int likes = 0;
    int reposts = 0;
    int replies = 0;
    std::vector<core::WatchId> watches = {};
};

[[nodiscard]] JudgedPost judged(const networks::Post &post, const analysis::PostJudge &judge, const WatchSet &watches,
                                core::DrillRunId scope, core::Instant now, const PriorityWeights &weights = {});

/// A batch ready to be stored, ordered by id.
struct JudgedBatch {
    std::vector<JudgedPost> posts = {};
    core::SourceId sourceId = {};
    std::optional<networks::Cursor> cursor = std::nullopt;
    std::optional<networks::Cursor> follows = std::nullopt;
    QString network = {}; ///< of `deleted`
    QStringList deleted = {};
    std::vector<networks::Gap> gaps = {};
    Origin origin = Origin::Import;
    std::optional<core::Instant> completeUntil = std::nullopt;
    std::shared_ptr<const CompiledWatches> watches = {};
};

} // namespace vigie::monitoring
