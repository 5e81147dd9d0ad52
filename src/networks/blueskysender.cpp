// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/blueskysender.h"

#include "networks/account.h"
#include "networks/blueskypreparation.h"

#include <QJsonDocument>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr int kMostMessagePages = 3; ///< of 100 messages, when looking for one of ours

SentPost sentRecord(const QString &uri)
{
    return {.remoteId = uri, .url = blueskyPostUrl(uri)};
}

SentPost sentMessage(const QString &conversation, const QJsonObject &message)
{
    return {.remoteId = u"chat:%1/%2"_s.arg(conversation, message.value(u"id").toString())};
}

Error notOurDraft()
{
    return {.kind = ErrorKind::InvalidArgument, .detail = u"what was prepared cannot be read"_s};
}

Error oddAnswer()
{
    return {.kind = ErrorKind::Parse, .detail = u"not the JSON that the network's description promises"_s};
}

} // namespace

BlueskySender::BlueskySender(Account &account, HttpClient &http, const core::Clock &clock, QObject *parent)
    : Sender(parent)
    , m_account(account)
    , m_clock(clock)
    , m_session(BlueskySession::of(account, http, clock))
    , m_tids(quint16(QRandomGenerator::global()->bounded(1024)))
{
}

void BlueskySender::later(std::function<void()> act)
{
    QMetaObject::invokeMethod(this, std::move(act), Qt::QueuedConnection);
}

void BlueskySender::prepare(const OutgoingPost &post, Prepared done)
{
    auto *const preparation = new BlueskyPreparation(post, m_account.credentials().userId, m_session, m_tids, m_clock,
                                                     std::move(done), this);
    QMetaObject::invokeMethod(preparation, &BlueskyPreparation::begin, Qt::QueuedConnection);
}

void BlueskySender::send(const OutgoingPost &post, Sent done)
{
    const std::optional<BlueskyDraft> draft = draftFromBytes(post.prepared);
    if (!draft) {
        later([done] { done({.kind = SendOutcome::Kind::Refused, .error = notOurDraft()}); });
        return;
    }
    if (const auto *const record = std::get_if<BlueskyRecordDraft>(&*draft))
        sendRecord(*record, done);
    else
        sendMessage(std::get<BlueskyMessageDraft>(*draft), done);
}

void BlueskySender::sendRecord(const BlueskyRecordDraft &draft, const Sent &done)
{
    const XrpcCall call{.method = u"com.atproto.repo.putRecord"_s, .body = draft.request(), .isProcedure = true};
    m_session.callOnce(call, this, [this, draft, done](const Result<XrpcReply> &reply, Departure departure) {
        if (!reply || !reply->isSuccess())
            return done(failedOutcome(reply, departure, m_clock.now()));
        const QJsonObject answer = reply->json();
        // A page of some gateway is a success too.
        if (answer.value(u"uri").toString() != draft.uri)
            return done({.kind = SendOutcome::Kind::Unknown, .error = oddAnswer()});
        m_wasThere.insert(draft.uri);
        done({.kind = SendOutcome::Kind::Sent, .post = sentRecord(draft.uri)});
    });
}

void BlueskySender::sendMessage(const BlueskyMessageDraft &draft, const Sent &done)
{
    const XrpcCall call{.method = u"chat.bsky.convo.sendMessage"_s,
                        .body = draft.request(),
                        .isProcedure = true,
                        .proxy = m_session.services().chatProxy};
    m_session.callOnce(call, this, [this, draft, done](const Result<XrpcReply> &reply, Departure departure) {
        if (!reply || !reply->isSuccess())
            return done(failedMessageOutcome(reply, departure, m_clock.now()));
        const QJsonObject message = reply->json();
        if (!isMessageOf(draft, message, m_account.credentials().userId))
            return done({.kind = SendOutcome::Kind::Unknown, .error = oddAnswer()});
        done({.kind = SendOutcome::Kind::Sent, .post = sentMessage(draft.conversation, message)});
    });
}

void BlueskySender::find(const OutgoingPost &post, Found done)
{
    const std::optional<BlueskyDraft> draft = draftFromBytes(post.prepared);
    if (!draft) {
        later([done] { done(fail(notOurDraft())); });
        return;
    }
    if (const auto *const record = std::get_if<BlueskyRecordDraft>(&*draft))
        findRecord(*record, done);
    else
        findMessage(std::get<BlueskyMessageDraft>(*draft), done);
}

void BlueskySender::findRecord(const BlueskyRecordDraft &draft, const Found &done)
{
    const AtUri address = AtUri::fromString(draft.uri).value_or(AtUri());
    const XrpcCall call{.method = u"com.atproto.repo.getRecord"_s,
                        .parameters = {{u"repo"_s, address.authority},
                                       {u"collection"_s, address.collection},
                                       {u"rkey"_s, address.recordKey}}};
    m_session.call(call, this, [this, draft, done](const Result<XrpcReply> &reply) {
        if (!reply)
            return done(fail(reply.error()));
        if (reply->code == u"RecordNotFound")
            return done(std::optional<SentPost>());
        if (!reply->isSuccess())
            return done(fail(reply->error(m_clock.now())));
        const QJsonObject answer = reply->json();
        const QJsonObject record = answer.value(u"value").toObject();
        if (answer.value(u"uri").toString() != draft.uri || record.isEmpty())
            return done(fail(oddAnswer()));
        if (record.value(u"text") != draft.record.value(u"text")
            || record.value(u"createdAt") != draft.record.value(u"createdAt"))
            return done(fail(ErrorKind::Conflict, u"another post stands where this one should"_s));
        m_wasThere.insert(draft.uri);
        done(std::optional(sentRecord(draft.uri)));
    });
}

void BlueskySender::findMessage(const BlueskyMessageDraft &draft, const Found &done, const QString &place, int page)
{
    XrpcCall call{.method = u"chat.bsky.convo.getMessages"_s,
                  .parameters = {{u"convoId"_s, draft.conversation}, {u"limit"_s, u"100"_s}},
                  .proxy = m_session.services().chatProxy};
    if (!place.isEmpty())
        call.parameters.emplaceBack(u"cursor"_s, place);
    m_session.call(call, this, [this, draft, done, page](const Result<XrpcReply> &reply) {
        if (!reply)
            return done(fail(reply.error()));
        const QJsonObject answer = reply->json();
        if (!reply->isSuccess() || !answer.value(u"messages").isArray())
            return done(fail(reply->isSuccess() ? oddAnswer() : reply->error(m_clock.now())));
        bool isPast = false; // further back lies what was there before
        for (const QJsonValue value : answer.value(u"messages").toArray()) {
            const QJsonObject message = value.toObject();
            if (isMessageOf(draft, message, m_account.credentials().userId))
                return done(std::optional(sentMessage(draft.conversation, message)));
            isPast = isPast || message.value(u"rev").toString() <= draft.after;
        }
        const QString next = answer.value(u"cursor").toString();
        if (isPast || next.isEmpty())
            return done(std::optional<SentPost>());
        if (page >= kMostMessagePages)
            return done(fail(ErrorKind::NotFound, u"the network does not tell what lies further back"_s));
        findMessage(draft, done, next, page + 1);
    });
}

void BlueskySender::remove(const QString &remoteId, Removed done)
{
    const std::optional<AtUri> address = AtUri::fromString(remoteId);
    if (!address || !address->isPost() || address->authority != m_account.credentials().userId) {
        later([done] { done(fail(ErrorKind::InvalidArgument, u"only posts of this account can be taken back"_s)); });
        return;
    }
    const QJsonObject body{{u"repo"_s, address->authority},
                           {u"collection"_s, address->collection},
                           {u"rkey"_s, address->recordKey}};
    const XrpcCall call{.method = u"com.atproto.repo.deleteRecord"_s,
                        .body = QJsonDocument(body).toJson(QJsonDocument::Compact),
                        .isProcedure = true};
    m_session.call(call, this, [this, remoteId, done](const Result<XrpcReply> &reply) {
        if (!reply)
            return done(fail(reply.error()));
        if (!reply->isSuccess())
            return done(fail(reply->error(m_clock.now())));
        m_wasThere.insert(remoteId);
        // What was gone already changes nothing.
        if (!reply->json().contains(u"commit"))
            return done(fail(ErrorKind::NotFound, u"the post is gone already"_s));
        done({});
    });
}

bool BlueskySender::maySendAgain(const OutgoingPost &post, core::Instant) const
{
    const std::optional<BlueskyDraft> draft = draftFromBytes(post.prepared);
    const auto *const record = draft ? std::get_if<BlueskyRecordDraft>(&*draft) : nullptr;
    return record && !m_wasThere.contains(record->uri);
}

} // namespace vigie::networks
