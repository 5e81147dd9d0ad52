// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/blueskypreparation.h"

#include "core/text.h"
#include "networks/lengthrule.h"
#include "networks/postfields.h"

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr qsizetype kMostMessageGraphemes = 1000;
constexpr qsizetype kMostMessageBytes = 10'000;

std::optional<StrongReference> referenceFrom(const QJsonObject &object)
{
    const StrongReference reference{object.value(u"uri").toString(), object.value(u"cid").toString()};
    const std::optional<AtUri> address = AtUri::fromString(reference.uri);
    return address && address->isPost() && !reference.cid.isEmpty() ? std::optional(reference) : std::nullopt;
}

std::optional<Error> objectionTo(const QString &text, bool isPrivate)
{
    if (text.isEmpty())
        return Error{.kind = ErrorKind::InvalidArgument, .detail = u"there is no text"_s};
    const bool fits = isPrivate ? core::graphemeCount(text) <= kMostMessageGraphemes
                                      && text.toUtf8().size() <= kMostMessageBytes
                                : countLength(u"bluesky", text).fits;
    if (!fits)
        return Error{.kind = ErrorKind::InvalidArgument, .detail = u"the text is too long for this network"_s};
    return std::nullopt;
}

QString languageTag(const QString &language)
{
    const QByteArray utf8 = language.toUtf8();
    return languageTagFromUtf8(std::string_view(utf8.constData(), std::size_t(utf8.size())));
}

Error oddAnswer()
{
    return {.kind = ErrorKind::Parse, .detail = u"not the JSON that the network's description promises"_s};
}

} // namespace

BlueskyPreparation::BlueskyPreparation(OutgoingPost post, QString ourDid, BlueskySession &session, TidMaker &tids,
                                       const core::Clock &clock, Done done, QObject *parent)
    : QObject(parent)
    , m_post(std::move(post))
    , m_text(core::sanitized(m_post.text).trimmed())
    , m_ourDid(std::move(ourDid))
    , m_session(session)
    , m_tids(tids)
    , m_clock(clock)
    , m_done(std::move(done))
    , m_facets(facetsOf(m_text))
{
}

void BlueskyPreparation::begin()
{
    if (const auto objection = objectionTo(m_text, m_post.isPrivate))
        return finish(fail(*objection));
    if (m_post.isPrivate)
        return askRecipient();
    if (m_post.parentId.isEmpty())
        return askMention(0);
    askParent();
}

void BlueskyPreparation::ask(const XrpcCall &call, Read read)
{
    m_session.call(call, this, [this, read = std::move(read)](const Result<XrpcReply> &reply) {
        if (!reply)
            return finish(fail(reply.error()));
        read(*reply);
    });
}

void BlueskyPreparation::askParent()
{
    const std::optional<AtUri> address = AtUri::fromString(m_post.parentId);
    if (!address || !address->isPost())
        return finish(fail(ErrorKind::InvalidArgument, u"what it answers is no post of this network"_s));
    ask({.method = u"app.bsky.feed.getPosts"_s, .parameters = {{u"uris"_s, m_post.parentId}}},
        [this](const XrpcReply &reply) { readParent(reply); });
}

void BlueskyPreparation::readParent(const XrpcReply &reply)
{
    if (!reply.isSuccess())
        return finish(fail(reply.error(m_clock.now())));
    const QJsonObject view = reply.json().value(u"posts").toArray().at(0).toObject();
    const std::optional<StrongReference> parent = referenceFrom(view);
    if (!parent || parent->uri != m_post.parentId)
        return askParentRecord();
    if (view.value(u"viewer").toObject().value(u"replyDisabled").toBool())
        return finish(fail(ErrorKind::Conflict, u"its author does not let this account answer"_s));
    answer(*parent, view.value(u"record").toObject());
}

/// A post may stand in its author's repository before the AppView lists it.
void BlueskyPreparation::askParentRecord()
{
    const AtUri address = AtUri::fromString(m_post.parentId).value_or(AtUri());
    ask({.method = u"com.atproto.repo.getRecord"_s,
         .parameters = {{u"repo"_s, address.authority},
                        {u"collection"_s, address.collection},
                        {u"rkey"_s, address.recordKey}}},
        [this](const XrpcReply &reply) {
            const QJsonObject found = reply.json();
            const std::optional<StrongReference> parent = referenceFrom(found);
            if (reply.response.status == 400 || (reply.isSuccess() && (!parent || parent->uri != m_post.parentId)))
                return finish(fail(ErrorKind::NotFound, u"the post it answers is gone"_s));
            if (!reply.isSuccess())
                return finish(fail(reply.error(m_clock.now())));
            answer(*parent, found.value(u"value").toObject());
        });
}

void BlueskyPreparation::answer(const StrongReference &parent, const QJsonObject &record)
{
    const QJsonObject above = record.value(u"reply").toObject();
    m_replyTo = BlueskyReplyTo{referenceFrom(above.value(u"root").toObject()).value_or(parent), parent};
    askMention(0);
}

void BlueskyPreparation::askMention(std::size_t at)
{
    while (at < m_facets.size() && m_facets[at].kind != Facet::Kind::Mention)
        ++at;
    if (at == m_facets.size()) {
        const AtUri address{m_ourDid, kBlueskyPost.toString(), m_tids.make(m_clock.now())};
        return finish(toBytes(BlueskyRecordDraft{
            address.toString(),
            blueskyRecord(m_text, m_facets, languageTag(m_post.language), m_clock.now(), m_replyTo)}));
    }
    ask({.method = u"com.atproto.identity.resolveHandle"_s, .parameters = {{u"handle"_s, m_facets[at].value}}},
        [this, at](const XrpcReply &reply) {
            const QString did = reply.json().value(u"did").toString();
            // A name that nobody has stays what it is: text.
            if (!reply.isSuccess() && reply.response.status != 400)
                return finish(fail(reply.error(m_clock.now())));
            if (reply.isSuccess() && isDid(did))
                m_facets[at].value = did;
            askMention(at + 1);
        });
}

/// Who wrote the post is known by DID for ever; a handle may be someone else's by now, who must not read this.
void BlueskyPreparation::askRecipient()
{
    if (isDid(m_post.recipient))
        return askAvailability(m_post.recipient);
    if (const auto parent = AtUri::fromString(m_post.parentId); parent && isDid(parent->authority))
        return askAvailability(parent->authority);
    const QString handle = m_post.recipient.startsWith(u'@') ? m_post.recipient.sliced(1) : m_post.recipient;
    if (!isHandle(handle))
        return finish(fail(ErrorKind::InvalidArgument, u"there is nobody to write to"_s));
    ask({.method = u"com.atproto.identity.resolveHandle"_s, .parameters = {{u"handle"_s, handle}}},
        [this](const XrpcReply &reply) {
            const QString did = reply.json().value(u"did").toString();
            if (reply.response.status == 400)
                return finish(fail(ErrorKind::NotFound, u"the network does not know this name"_s));
            if (!reply.isSuccess() || !isDid(did))
                return finish(fail(reply.isSuccess() ? oddAnswer() : reply.error(m_clock.now())));
            askAvailability(did);
        });
}

void BlueskyPreparation::askOfMessages(const XrpcCall &call, Read read)
{
    XrpcCall proxied = call;
    proxied.proxy = m_session.services().chatProxy;
    ask(proxied, [this, read = std::move(read)](const XrpcReply &reply) {
        const Error error = reply.error(m_clock.now());
        if (!reply.isSuccess() && error.kind == ErrorKind::Unauthorized)
            return finish(fail(noMessageRight()));
        read(reply);
    });
}

void BlueskyPreparation::askAvailability(const QString &recipient)
{
    askOfMessages({.method = u"chat.bsky.convo.getConvoAvailability"_s, .parameters = {{u"members"_s, recipient}}},
                  [this, recipient](const XrpcReply &reply) {
                      const QJsonObject answer = reply.json();
                      if (reply.response.status == 501 || reply.response.status == 404)
                          return askConversation(recipient); // the next answer tells it too
                      if (!reply.isSuccess())
                          return finish(fail(reply.error(m_clock.now())));
                      if (!answer.value(u"canChat").toBool())
                          return finish(fail(ErrorKind::Conflict,
                                             u"this person takes no messages from this account"_s));
                      askConversation(recipient);
                  });
}

void BlueskyPreparation::askConversation(const QString &recipient)
{
    askOfMessages({.method = u"chat.bsky.convo.getConvoForMembers"_s, .parameters = {{u"members"_s, recipient}}},
                  [this](const XrpcReply &reply) {
                      if (!reply.isSuccess())
                          return finish(fail(reply.error(m_clock.now())));
                      askNewest(reply.json().value(u"convo").toObject());
                  });
}

void BlueskyPreparation::askNewest(const QJsonObject &conversation)
{
    const QString id = conversation.value(u"id").toString();
    if (id.isEmpty())
        return finish(fail(oddAnswer()));
    askOfMessages({.method = u"chat.bsky.convo.getMessages"_s, .parameters = {{u"convoId"_s, id}, {u"limit"_s, u"1"_s}}},
                  [this, id](const XrpcReply &reply) {
                      if (!reply.isSuccess() || !reply.json().value(u"messages").isArray())
                          return finish(fail(reply.isSuccess() ? oddAnswer() : reply.error(m_clock.now())));
                      const QJsonObject newest = reply.json().value(u"messages").toArray().at(0).toObject();
                      QJsonObject message{{u"text"_s, m_text}};
                      if (const QJsonArray facets = facetsToJson(m_facets); !facets.isEmpty())
                          message.insert(u"facets"_s, facets);
                      finish(toBytes(BlueskyMessageDraft{id, newest.value(u"rev").toString(), message}));
                  });
}

void BlueskyPreparation::finish(const Result<QByteArray> &result)
{
    deleteLater();
    if (const Done done = std::exchange(m_done, nullptr))
        done(result);
}

} // namespace vigie::networks
