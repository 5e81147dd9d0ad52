// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/blueskyjetstream.h"

#include "networks/blueskyids.h"
#include "networks/blueskyparser.h"
#include "networks/timestamps.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr qint64 kMostMicros = qint64(1) << 53; // the year 2255
constexpr qsizetype kMaxWord = 64;

/// What both wires say of one change, each in its own place.
struct Change {
    QString did;
    QString kind; ///< "commit", "account", …
    QJsonObject body;
};

qint64 microsFrom(const QJsonValue &time)
{
    const QByteArray text = time.toString().toLatin1();
    const auto at = parseRfc3339(std::string_view(text.constData(), std::size_t(text.size())));
    return at ? std::clamp<qint64>(core::toMillis(*at), 0, kMostMicros / 1000) * 1000 : 0;
}

/// A word that the protocol defines, and nothing that a server makes up.
QString wordFrom(const QJsonValue &value)
{
    const QString word = value.toString();
    const bool isWord = !word.isEmpty() && word.size() <= kMaxWord
                        && std::all_of(word.begin(), word.end(),
                                       [](QChar unit) { return unit.unicode() < 0x80 && unit.isLetterOrNumber(); });
    return isWord ? word : u"unknown"_s;
}

void readCommit(const Change &change, core::Instant receivedAt, JetstreamEvent &event)
{
    const QJsonObject &commit = change.body;
    const QString operation = commit.value(u"operation").toString();
    const AtUri address{change.did, commit.value(u"collection").toString(), commit.value(u"rkey").toString()};
    if (!address.isPost() || !isRecordKey(address.recordKey))
        return;
    if (operation == u"delete") {
        event.kind = JetstreamEvent::Kind::Deleted;
        event.gone = address.toString();
    } else if (operation == u"create" || operation == u"update") {
        std::optional<core::Instant> seenAt;
        if (event.timeUs > 0)
            seenAt = core::instantFromMillis(event.timeUs / 1000);
        event.post = blueskyPostFromRecord(address.toString(), commit.value(u"cid").toString(),
                                           commit.value(u"record").toObject(), seenAt, receivedAt);
        if (event.post)
            event.kind = JetstreamEvent::Kind::Post;
    }
}

void readAccount(const Change &change, JetstreamEvent &event)
{
    // "suspended" and "deactivated" may be over tomorrow; what they hide is not gone.
    const QString status = change.body.value(u"status").toString();
    if (change.body.value(u"active").toBool(true) || (status != u"deleted" && status != u"takendown"))
        return;
    event.kind = JetstreamEvent::Kind::AccountGone;
    event.gone = AtUri{change.did, {}, {}}.toString();
}

Result<JetstreamEvent> readChange(const Change &change, core::Instant receivedAt, JetstreamEvent event)
{
    if (!isDid(change.did))
        return fail(ErrorKind::Parse, u"jetstream: an event of nobody"_s);
    if (change.kind == u"commit")
        readCommit(change, receivedAt, event);
    else if (change.kind == u"account")
        readAccount(change, event);
    return event;
}

/// {"$type": "message", "payload": {"$type": "…#commit", "seq": …}} or {"$type": "error", "error": …}
Result<JetstreamEvent> readFrame(const QJsonObject &frame, core::Instant receivedAt)
{
    JetstreamEvent event;
    if (frame.value(u"$type").toString() == u"error") {
        event.kind = JetstreamEvent::Kind::Refused;
        event.reason = wordFrom(frame.value(u"error"));
        return event;
    }
    const QJsonObject payload = frame.value(u"payload").toObject();
    const QString kind = payload.value(u"$type").toString().section(u'#', -1);
    if (kind == u"info") {
        if (payload.value(u"name").toString() == u"OutdatedCursor")
            event.kind = JetstreamEvent::Kind::Outdated;
        return event;
    }
    event.sequence = payload.value(u"seq").toInteger(0);
    if (event.sequence <= 0)
        return fail(ErrorKind::Parse, u"jetstream: an event without its number"_s);
    event.timeUs = microsFrom(payload.value(u"time"));
    const QJsonObject body = kind == u"commit" ? payload : payload.value(kind).toObject();
    return readChange({payload.value(u"did").toString(), kind, body}, receivedAt, std::move(event));
}

} // namespace

Result<JetstreamEvent> parseJetstreamEvent(const QByteArray &message, core::Instant receivedAt)
{
    const QJsonDocument document = QJsonDocument::fromJson(message);
    if (!document.isObject())
        return fail(ErrorKind::Parse, u"jetstream: not a JSON object"_s);
    const QJsonObject object = document.object();
    if (object.contains(u"$type"))
        return readFrame(object, receivedAt);
    JetstreamEvent event;
    event.timeUs = object.value(u"time_us").toInteger(0);
    if (event.timeUs <= 0 || event.timeUs > kMostMicros)
        return fail(ErrorKind::Parse, u"jetstream: an event without its time"_s);
    const QString kind = object.value(u"kind").toString();
    return readChange({object.value(u"did").toString(), kind, object.value(kind).toObject()}, receivedAt,
                      std::move(event));
}

} // namespace vigie::networks
