// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/blueskydraft.h"

#include "networks/blueskyids.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr std::chrono::seconds kUsualWait{60}; ///< where "later" comes without a time

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

SendOutcome::Kind kindOf(const XrpcReply &reply, const Error &error)
{
    using Kind = SendOutcome::Kind;
    const int status = reply.response.status;
    if (status == 429 || reply.code == u"RateLimitExceeded")
        return Kind::NotSent;
    if (status == 501) // it does not even know the method
        return Kind::Refused;
    if (status < 400 || status >= 500 || status == 408)
        return Kind::Unknown;
    // Something else stands under our address: only a look tells what.
    if (reply.code == u"InvalidSwap")
        return Kind::Unknown;
    if (status == 401 || (status == 400 && error.kind == ErrorKind::Unauthorized))
        return Kind::NotSent;
    return Kind::Refused;
}

} // namespace

QByteArray BlueskyRecordDraft::request() const
{
    const AtUri address = AtUri::fromString(uri).value_or(AtUri());
    // Null: nothing may be there yet. Without it, another text would silently take the place of this one.
    return compact({{u"repo"_s, address.authority},
                    {u"collection"_s, address.collection},
                    {u"rkey"_s, address.recordKey},
                    {u"record"_s, record},
                    {u"swapRecord"_s, QJsonValue::Null}});
}

QByteArray BlueskyMessageDraft::request() const
{
    return compact({{u"convoId"_s, conversation}, {u"message"_s, message}});
}

QByteArray toBytes(const BlueskyDraft &draft)
{
    if (const auto *const record = std::get_if<BlueskyRecordDraft>(&draft))
        return compact({{u"uri"_s, record->uri}, {u"record"_s, record->record}});
    const auto &message = std::get<BlueskyMessageDraft>(draft);
    return compact({{u"conversation"_s, message.conversation}, {u"after"_s, message.after}, {u"message"_s, message.message}});
}

std::optional<BlueskyDraft> draftFromBytes(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const BlueskyRecordDraft record{object.value(u"uri").toString(), object.value(u"record").toObject()};
    if (const auto address = AtUri::fromString(record.uri); address && address->isPost() && !record.record.isEmpty())
        return record;
    const BlueskyMessageDraft message{object.value(u"conversation").toString(), object.value(u"after").toString(),
                                      object.value(u"message").toObject()};
    if (!message.conversation.isEmpty() && !message.message.isEmpty())
        return message;
    return std::nullopt;
}

QJsonObject blueskyRecord(const QString &text, const std::vector<Facet> &facets, const QString &language,
                          core::Instant writtenAt, const std::optional<BlueskyReplyTo> &replyTo)
{
    QJsonObject record{{u"$type"_s, kBlueskyPost.toString()},
                       {u"text"_s, text},
                       {u"createdAt"_s, core::toUtc(writtenAt).toString(Qt::ISODateWithMs)}};
    if (const QJsonArray json = facetsToJson(facets); !json.isEmpty())
        record.insert(u"facets"_s, json);
    if (!language.isEmpty())
        record.insert(u"langs"_s, QJsonArray{language});
    if (replyTo)
        record.insert(u"reply"_s,
                      QJsonObject{{u"root"_s, replyTo->root.toJson()}, {u"parent"_s, replyTo->parent.toJson()}});
    return record;
}

SendOutcome failedOutcome(const Result<XrpcReply> &reply, Departure departure, core::Instant now)
{
    using Kind = SendOutcome::Kind;
    if (!reply) {
        const Kind unsent = reply.error().kind == ErrorKind::InvalidArgument ? Kind::Refused : Kind::NotSent;
        return {.kind = departure == Departure::Nothing ? unsent : Kind::Unknown, .error = reply.error()};
    }
    SendOutcome outcome{.error = reply->error(now)};
    outcome.kind = kindOf(*reply, outcome.error);
    if (outcome.kind == Kind::NotSent && outcome.error.kind == ErrorKind::RateLimited && !outcome.error.retryAfter)
        outcome.error.retryAfter = kUsualWait;
    return outcome;
}

SendOutcome failedMessageOutcome(const Result<XrpcReply> &reply, Departure departure, core::Instant now)
{
    SendOutcome outcome = failedOutcome(reply, departure, now);
    // Here it is not the session that has run out: waiting would help nobody.
    if (reply && reply->code != u"ExpiredToken" && outcome.error.kind == ErrorKind::Unauthorized)
        outcome = {.kind = SendOutcome::Kind::Refused, .error = noMessageRight()};
    return outcome;
}

Error noMessageRight()
{
    return {.kind = ErrorKind::Unauthorized,
            .detail = u"this app password may not send messages: make one that may"_s};
}

bool isMessageOf(const BlueskyMessageDraft &draft, const QJsonObject &message, const QString &sender)
{
    // Revisions sort as they were made, so that no clock has to be right.
    return message.value(u"sender").toObject().value(u"did").toString() == sender
           && message.value(u"text").toString().trimmed() == draft.message.value(u"text").toString().trimmed()
           && message.value(u"rev").toString() > draft.after && !message.value(u"id").toString().isEmpty();
}

} // namespace vigie::networks
