// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/route.h"

#include "networks/capabilities.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace vigie::reply
{

QString FrozenPayload::toJson() const
{
    const QJsonObject object = {
        {u"reply"_s, replyId.value},         {u"attempt"_s, attempt},
        {u"key"_s, idempotencyKey},          {u"network"_s, network},
        {u"recipient"_s, recipient},         {u"visibility"_s, visibility},
        {u"text"_s, text},                   {u"url"_s, url},
    };
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
    return payload;
}

QString AssistedRoute::name() const
{
    return u"assisted"_s;
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
