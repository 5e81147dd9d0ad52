// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/mention.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

constexpr qint64 kHashMask = (qint64(1) << kMentionIdShift) - 1;
constexpr qint64 kMaxMillis = (qint64(1) << (63 - kMentionIdShift)) - 1;

/// FNV-1a: stable for ever, because ids made of it are stored.
class StableHash
{
public:
    void add(QStringView text)
    {
        for (const QChar unit : text)
            addByte(unit.unicode());
        addByte(0xffff); // so that ("a", "bc") and ("ab", "c") differ
    }
    void addByte(quint64 value) { m_hash = (m_hash ^ value) * 0x100'0000'01b3; }
    [[nodiscard]] quint64 value() const { return m_hash ^ (m_hash >> 32); }

private:
    quint64 m_hash = 0xcbf2'9ce4'8422'2325;
};

const std::array<QString, 3> &statusKeys()
{
    static const std::array<QString, 3> keys{u"new"_s, u"waiting"_s, u"done"_s};
    return keys;
}

} // namespace

QString statusKey(Status status)
{
    return statusKeys().at(std::size_t(status));
}

std::optional<Status> statusFromKey(QStringView key)
{
    for (std::size_t i = 0; i < statusKeys().size(); ++i) {
        if (statusKeys()[i] == key)
            return Status(i);
    }
    return std::nullopt;
}

MentionReasons reasonsOf(const Mention &mention)
{
    MentionReasons reasons;
    const QJsonArray entries = QJsonDocument::fromJson(mention.reasons).array();
    for (const QJsonValue &entry : entries) {
        const QJsonArray fields = entry.toArray();
        const QString term = fields.at(0).toString();
        if (const auto risk = analysis::riskFromKey(fields.at(2).toString()))
            reasons.risks.push_back({*risk, term});
        else
            reasons.tonality.push_back({term, fields.at(1).toDouble()});
    }
    return reasons;
}

core::Instant clampedPostTime(core::Instant postedAt)
{
    return core::instantFromMillis(std::clamp<qint64>(core::toMillis(postedAt), 1, kMaxMillis));
}

core::MentionId mentionIdFor(core::DrillRunId scope, QStringView network, QStringView remoteId, core::Instant postedAt)
{
    StableHash hash;
    hash.addByte(quint64(scope.value));
    hash.add(network);
    hash.add(remoteId);
    return {firstMentionIdAt(clampedPostTime(postedAt)).value | (qint64(hash.value()) & kHashMask)};
}

core::MentionId firstMentionIdAt(core::Instant instant)
{
    return {std::clamp<qint64>(core::toMillis(instant), 0, kMaxMillis) << kMentionIdShift};
}

} // namespace vigie::monitoring
