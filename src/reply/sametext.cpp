// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/sametext.h"

#include "core/text.h"
#include "reply/outboxrepository.h"

#include <QSet>

#include <chrono>

using namespace Qt::StringLiterals;

namespace vigie::reply
{
namespace
{

constexpr int kMostTexts = 1000; // more than a desk sends in an hour

QString normalized(const QString &text)
{
    QString result;
    for (const QString &word : text.simplified().split(u' ', Qt::SkipEmptyParts)) {
        if (word.startsWith(u'@'))
            continue;
        for (const QChar unit : core::folded(word)) {
            if (core::isWordCharacter(unit.unicode()))
                result += unit;
        }
        result += u' ';
    }
    return result;
}

} // namespace

Result<std::optional<ReplyFinding>> sameTextFinding(const store::Connection &connection, const Reply &reply,
                                                    core::Instant now, const core::Phrasebook &phrases)
{
    const QString text = normalized(reply.text);
    if (text.trimmed().isEmpty())
        return std::nullopt;
    const auto recent = OutboxRepository::recentTexts(connection, reply.drillRunId, now - std::chrono::hours(1), reply.id,
                                                      kMostTexts);
    if (!recent)
        return fail(recent.error());
    QSet<QString> recipients;
    for (const RecentText &other : *recent) {
        if (other.recipient != reply.recipient && normalized(other.text) == text)
            recipients.insert(other.recipient);
    }
    if (recipients.size() < kSameTextRecipients)
        return std::nullopt;
    return ReplyFinding{.rule = u"same-text"_s,
                        .severity = FindingSeverity::Warning,
                        //: %n is a number of people.
                        .message = phrases.text("ReplyCheck",
                                                QT_TRANSLATE_N_NOOP("ReplyCheck", "The same text went to %n other people within the hour."),
                                                int(recipients.size()))};
}

} // namespace vigie::reply
