// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/webhookrequest.h"

#include "networks/ndjsonreader.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr qsizetype kMostHeaders = 100;

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f && c != ':'; });
}

/// Takes as long for a wrong first byte as for a wrong last one.
bool isEqualInConstantTime(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= unsigned(uchar(a[i]) ^ uchar(b[i]));
    return difference == 0;
}

DeliveredPosts postsOfList(const QJsonArray &list)
{
    DeliveredPosts delivered;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QByteArray json = QJsonDocument(list.at(i).toObject()).toJson(QJsonDocument::Compact);
        auto post = postFromJson(json);
        if (post)
            delivered.posts.push_back(std::move(*post));
        else
            delivered.rejects.push_back({i + 1, post.error().detail});
    }
    return delivered;
}

} // namespace

std::optional<qint64> WebhookHead::contentLength() const
{
    const QByteArray text = headers.value("content-length");
    bool isNumber = false;
    const qint64 length = text.toLongLong(&isNumber);
    const bool isDigits =
        !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber || !isDigits || headers.contains("transfer-encoding"))
        return std::nullopt;
    return length;
}

std::optional<WebhookHead> parseWebhookHead(const QByteArray &bytes)
{
    QList<QByteArray> lines = bytes.split('\n');
    if (lines.isEmpty() || lines.size() > kMostHeaders + 1)
        return std::nullopt;
    const QList<QByteArray> request = lines.takeFirst().trimmed().split(' ');
    const bool isHttp = request.size() == 3 && (request[2] == "HTTP/1.1" || request[2] == "HTTP/1.0");
    if (!isHttp || !isToken(request[0]) || !request[1].startsWith('/'))
        return std::nullopt;
    WebhookHead head{.method = request[0], .path = request[1].left(request[1].indexOf('?')), .headers = {}};
    if (!request[1].contains('?'))
        head.path = request[1];
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0 || !isToken(QByteArrayView(line).first(colon)))
            return std::nullopt;
        const QByteArray name = line.left(colon).toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (head.headers.contains(name) && head.headers.value(name) != value && name != "accept")
            return std::nullopt;
        head.headers.insert(name, value);
    }
    return head;
}

QByteArray webhookSignature(const QByteArray &secret, const QByteArray &timestamp, const QByteArray &body)
{
    return "sha256="
           + QMessageAuthenticationCode::hash(timestamp + '.' + body, secret, QCryptographicHash::Sha256).toHex();
}

std::optional<QString> objectionTo(const WebhookHead &head, const QByteArray &body, const QByteArray &secret,
                                   core::Instant now)
{
    const QByteArray timestamp = head.headers.value("x-vigie-timestamp");
    bool isNumber = false;
    const qint64 seconds = timestamp.toLongLong(&isNumber);
    constexpr qint64 kMostSeconds = 100'000'000'000;
    if (!isNumber || seconds < 0 || seconds > kMostSeconds)
        return u"X-Vigie-Timestamp must hold seconds since 1970"_s;
    if (secret.isEmpty() || !isEqualInConstantTime(head.headers.value("x-vigie-signature").toLower(),
                                                   webhookSignature(secret, timestamp, body)))
        return u"the signature does not fit"_s;
    const auto distance = now - core::instantFromMillis(seconds * 1000);
    if (distance > kWebhookWindow || distance < -kWebhookWindow)
        return u"the time is more than five minutes off"_s;
    return std::nullopt;
}

QByteArray deliveryIdOf(const WebhookHead &head)
{
    constexpr qsizetype kLongest = 200;
    const QByteArray id = head.headers.value("x-vigie-delivery");
    const bool isVisible = std::all_of(id.begin(), id.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    return isVisible && id.size() <= kLongest ? id : QByteArray();
}

Result<DeliveredPosts> postsOfDelivery(const QByteArray &body)
{
    DeliveredPosts delivered;
    const QByteArray trimmed = body.trimmed();
    if (trimmed.startsWith('[')) {
        const QJsonDocument document = QJsonDocument::fromJson(trimmed);
        if (!document.isArray())
            return fail(ErrorKind::Parse, u"not valid JSON"_s);
        delivered = postsOfList(document.array());
    } else if (auto single = postFromJson(trimmed)) {
        delivered.posts.push_back(std::move(*single)); // an object may spread over lines; it is not NDJSON then
    } else {
        QBuffer buffer;
        buffer.setData(trimmed);
        buffer.open(QIODevice::ReadOnly);
        const auto report = readNdjson(buffer, [&delivered](std::vector<Post> &&posts) -> Result<> {
            std::move(posts.begin(), posts.end(), std::back_inserter(delivered.posts));
            return {};
        });
        if (!report)
            return tl::unexpected(report.error());
        delivered.rejects = report->rejects;
    }
    if (delivered.posts.empty())
        return fail(ErrorKind::Parse, delivered.rejects.empty() ? u"no post in it"_s : delivered.rejects.front().reason);
    return delivered;
}

} // namespace vigie::networks
