// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/risk.h"
#include "analysis/tonality.h"
#include "core/clock.h"
#include "core/ids.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace vigie::monitoring
{

/// How far the desk has got with a mention. Stored by these numbers: never renumber.
enum class Status { New = 0, Waiting = 1, Done = 2 };

/// "new", "waiting", "done": for vigiectl, exports and the audit log.
[[nodiscard]] QString statusKey(Status status);
[[nodiscard]] std::optional<Status> statusFromKey(QStringView key);

struct Author {
    core::AuthorId id = {};
    QString network = {};
    QString handle = {}; ///< as the network writes it; the name where the network has no handles; empty when unknown
    QString name = {};
    QString url = {};
    qint64 followers = -1; ///< -1: not known
    QString note = {};     ///< the desk's own, for instance "journalist"
    core::Instant firstSeenAt = {};

    /// The name, else the handle; empty when neither is known.
    [[nodiscard]] QString displayName() const { return name.isEmpty() ? handle : name; }
};

/// One post as the desk holds it: a row of a list as well as the head of its detail. A plain value.
struct Mention {
    core::MentionId id = {};
    core::DrillRunId scope = {};
    QString network = {};
    QString remoteId = {};
    Author author = {};
    core::SourceId sourceId = {}; ///< invalid when it came from a file or by hand
    QString url = {};             ///< http(s), or empty
    QString text = {};            ///< plain text; never render it as rich text
    QString language = {};        ///< BCP 47 primary tag, or "und"
    analysis::Tonality tonality = analysis::Tonality::Undetermined;
    double negativity = 0.5;
    analysis::Risks risks = {};
    QByteArray reasons = {};      ///< what moved tonality and risks, in the form in which it is stored: see reasonsOf()
    core::MentionId groupId = {};               ///< first mention of its near-duplicate group; its own id when alone
    int groupSize = 1; ///< counted up to kMaxGroupSize
    Status status = Status::New;
    int priority = 0; ///< 0 to 100, see priority.h
    QString assignee = {};
    int likes = 0;
    int reposts = 0;
    int replies = 0;
    QString inReplyTo = {}; ///< remote id
    QString root = {};      ///< remote id
    core::Instant postedAt = {};
    core::Instant capturedAt = {};
    int version = 1; ///< above 1 when the text was edited on the network
    QByteArray sha256 = {};
    QByteArray extra = {}; ///< members of the source that Vigie does not know: a JSON object, or empty
    QStringList labels = {};
    std::optional<core::Instant> goneAt = std::nullopt; ///< when it was seen to be deleted on its network; see tombstonerepository.h

    static constexpr int kMaxGroupSize = 1000;
};

/// Why a mention was judged as it was.
struct MentionReasons {
    std::vector<analysis::Reason> tonality = {}; ///< what moved it, strongest first
    std::vector<analysis::RiskHit> risks = {};   ///< what gave them
};
/// Read where it is shown, not with every row of a list.
[[nodiscard]] MentionReasons reasonsOf(const Mention &mention);

/// An older text of a mention that was edited.
struct MentionVersion {
    int version = 1;
    QString text = {};
    QByteArray sha256 = {};
    core::Instant capturedAt = {};
};

struct MentionNote {
    qint64 id = 0;
    core::Instant at = {};
    QString author = {};
    QString text = {};
};

/// What only the detail page shows.
struct MentionDetail {
    Mention mention = {};
    std::vector<MentionVersion> versions = {}; ///< older texts, oldest first
    std::vector<MentionNote> notes = {};       ///< oldest first
    QStringList watchNames = {};
    std::vector<core::WatchId> watches = {};
    qint64 authorMentions = 0;               ///< of this author in this scope, this one included
    qint64 authorNegative = 0;               ///< the negative ones among them
    std::vector<Mention> authorRecent = {}; ///< the author's other mentions, newest first, at most 10
};

// Ids grow with the time of posting: (posted_at_ms << 20) | a hash of the identity. So the order of ids is the order of time.

inline constexpr int kMentionIdShift = 20;

/// The time as it is stored: clamped to what an id can hold (1970 to 2248).
[[nodiscard]] core::Instant clampedPostTime(core::Instant postedAt);
/// The id a post asks for; where it is taken by another post, the next free one is used.
[[nodiscard]] core::MentionId mentionIdFor(core::DrillRunId scope, QStringView network, QStringView remoteId,
                                           core::Instant postedAt);
/// The lowest id that a mention posted at `instant` or later can have: turns a time range into a range of ids.
[[nodiscard]] core::MentionId firstMentionIdAt(core::Instant instant);

} // namespace vigie::monitoring

Q_DECLARE_METATYPE(vigie::monitoring::Mention)
