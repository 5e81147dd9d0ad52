// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/judgedpost.h"

#include "core/text.h"
#include "monitoring/mention.h"
#include "monitoring/storedquery.h"
#include "networks/postfields.h"

#include <QCryptographicHash>

namespace vigie::monitoring
{
namespace
{

/// [["term",weight],…] for the tonality, ["term",0,"risk-key"] for the risks.
QByteArray reasonsJson(const analysis::PostJudgement &judgement)
{
    QByteArray json("[");
    const auto open = [&json](const QString &term) {
        json += json.size() > 1 ? ",[" : "[";
        networks::appendJsonString(json, term);
    };
    for (const analysis::Reason &reason : judgement.tonality.reasons) {
        open(reason.term);
        json += ',' + QByteArray::number(reason.weight, 'g', 3) + ']';
    }
    for (const analysis::RiskHit &hit : judgement.risks) {
        open(hit.term);
        json += ",0,";
        networks::appendJsonString(json, analysis::riskKey(hit.risk));
        json += ']';
    }
    return json + ']';
}

} // namespace

JudgedPost judged(const networks::Post &post, const analysis::PostJudge &judge, const WatchSet &watches,
                  core::DrillRunId scope, core::Instant now, const PriorityWeights &weights)
{
    const QString folded = core::folded(post.text);
    const analysis::PostText text{post.text, folded};
    const analysis::PostJudgement judgement = judge.judge(text, post.language);
    const core::Instant postedAt = clampedPostTime(post.postedAt);
    // A feed names its authors but gives them no handle: the name is what tells them apart.
    const QString &handle = post.author.handle.isEmpty() ? post.author.name : post.author.handle;

    JudgedPost result;
    result.id = mentionIdFor(scope, post.network, post.remoteId, postedAt).value;
    result.network = post.network.toUtf8();
    result.remoteId = post.remoteId.toUtf8();
    result.url = post.url.toUtf8();
    result.text = post.text.toUtf8();
    result.language = judgement.language.toUtf8();
    result.reasons = reasonsJson(judgement);
    result.inReplyTo = post.inReplyTo.toUtf8();
    result.root = post.root.toUtf8();
    result.extra = post.extra;
    result.sha256 = QCryptographicHash::hash(result.text, QCryptographicHash::Sha256);
    result.authorHandle = handle.toUtf8();
    result.authorName = post.author.name.toUtf8();
    result.authorUrl = post.author.url.toUtf8();
    result.authorKey = result.network + '\0' + result.authorHandle;
    result.followers = post.author.followers;
    result.postedAt = core::toMillis(postedAt);
    result.tonality = judgement.tonality.tonality;
    result.negativity = judgement.tonality.negativity;
    const analysis::Risks risks = analysis::riskMask(judgement.risks);
    result.risks = risks.toInt();
    result.isRepost = post.isRepost;
    result.isIrregular = !isIndexedFaithfully(post.text);
    result.fingerprint = judgement.fingerprint;
    result.priority = priorityOf({.tonality = result.tonality,
                                  .negativity = result.negativity,
                                  .risks = risks,
                                  .followers = post.author.followers,
                                  .reactions = qint64(post.likes) + post.reposts + post.replies,
                                  .age = std::max(std::chrono::milliseconds(0), now - postedAt)},
                                 weights);
    result.likes = post.likes;
    result.reposts = post.reposts;
    result.replies = post.replies;
    if (!watches.isEmpty())
        result.watches = watches.match({.text = text,
                                        .language = judgement.language,
                                        .network = post.network,
                                        .author = handle,
                                        .followers = post.author.followers,
                                        .negativity = result.negativity,
                                        .tonality = result.tonality,
                                        .risks = risks,
                                        .isReply = !post.inReplyTo.isEmpty(),
                                        .isRepost = post.isRepost,
                                        .postedAt = postedAt,
                                        .now = now});
    return result;
}

} // namespace vigie::monitoring
