// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/route.h"

#include "networks/capabilities.h"
#include "networks/sender.h"
#include "reply/reply.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace vigie::reply
{

QString FrozenPayload::toJson() const
{
    QJsonObject object = {
        {u"reply"_s, replyId.value},         {u"attempt"_s, attempt},
        {u"key"_s, idempotencyKey},          {u"network"_s, network},
        {u"recipient"_s, recipient},         {u"visibility"_s, visibility},
        {u"text"_s, text},                   {u"url"_s, url},
    };
    if (account.isValid()) {
        object.insert(u"account"_s, account.value);
        object.insert(u"language"_s, language);
        object.insert(u"parent"_s, parentId);
        object.insert(u"root"_s, rootId);
        object.insert(u"at"_s, core::toMillis(at));
        object.insert(u"prepared"_s, QString::fromLatin1(prepared.toBase64()));
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<FrozenPayload> FrozenPayload::fromJson(const QString &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    if (!document.isObject())
        return fail(ErrorKind::Parse, u"a frozen payload is not a JSON object"_s);
    const QJsonObject object = document.object();
    FrozenPayload payload;
    payload.replyId = core::ReplyId{object[u"reply"_s].toInteger()};
    payload.attempt = object[u"attempt"_s].toInt();
    payload.idempotencyKey = object[u"key"_s].toString();
    payload.network = object[u"network"_s].toString();
    payload.recipient = object[u"recipient"_s].toString();
    payload.visibility = object[u"visibility"_s].toString();
    payload.text = object[u"text"_s].toString();
    payload.url = object[u"url"_s].toString();
    payload.account = core::AccountId{object[u"account"_s].toInteger()};
    payload.language = object[u"language"_s].toString();
    payload.parentId = object[u"parent"_s].toString();
    payload.rootId = object[u"root"_s].toString();
    payload.at = core::instantFromMillis(object[u"at"_s].toInteger());
    payload.prepared = QByteArray::fromBase64(object[u"prepared"_s].toString().toLatin1());
    return payload;
}

networks::OutgoingPost FrozenPayload::toPost() const
{
    return {.text = text,
            .language = language,
            .isPrivate = visibilityFromKey(visibility) == Visibility::Private,
            .recipient = recipient,
            .parentId = parentId,
            .rootId = rootId,
            .idempotencyKey = idempotencyKey,
            .at = at,
            .prepared = prepared};
}

bool FrozenPayload::saysTheSameAs(const FrozenPayload &other) const
{
    return replyId == other.replyId && idempotencyKey == other.idempotencyKey && network == other.network
           && account == other.account && recipient == other.recipient && visibility == other.visibility
           && language == other.language && parentId == other.parentId && text == other.text;
}

QString AssistedRoute::name() const
{
    return kAssistedRoute.toString();
}

Result<Handover> AssistedRoute::start(const FrozenPayload &payload)
{
    return Handover{
        .replyId = payload.replyId,
        .attempt = payload.attempt,
        .text = payload.text,
        .url = networks::postUrlIsOpenable(payload.url) ? payload.url : QString(),
    };
}

} // namespace vigie::reply
