// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/mastodonreply.h"

#include "networks/htmlentities.h"
#include "networks/htmltokens.h"
#include "networks/mastodonapi.h"
#include "networks/mastodonjson.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

// A host's port belongs to its name, a full stop after it does not.
const QRegularExpression &mentionPattern()
{
    static const QRegularExpression pattern(
        u"(?<![\\w/@])@([\\w.-]*\\w)(?:@([\\w-]+(?:\\.[\\w-]+)*(?::\\d+)?))?"_s, QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

enum class Links { Kept, Dropped };

/// Letters and digits, without mentions.
QString comparable(QString text, Links links)
{
    static const QRegularExpression link(u"https?://\\S+"_s, QRegularExpression::CaseInsensitiveOption);
    if (links == Links::Dropped)
        text.replace(link, u" "_s);
    text.replace(mentionPattern(), u" "_s);
    QString result;
    const QList<uint> points = text.normalized(QString::NormalizationForm_C).toUcs4();
    for (const char32_t point : points) {
        if (QChar::isLetterOrNumber(point))
            result += QString::fromUcs4(&point, 1);
    }
    return result;
}

/// All the text of a piece of HTML: what a server hides of a long link is part of it.
QString textOfHtml(const QString &html, Links links)
{
    QString text;
    HtmlTokens tokens(html);
    bool isInLink = false;
    QString linkText;
    for (HtmlToken token = tokens.next(); token.kind != HtmlToken::Kind::End; token = tokens.next()) {
        if (token.kind == HtmlToken::Kind::Text) {
            (isInLink ? linkText : text) += withEntitiesResolved(token.text.toString());
            continue;
        }
        const bool isAnchor = token.name == u"a";
        if (isInLink && isAnchor) {
            const QString plain = linkText.trimmed();
            const bool isName = plain.startsWith(u'@') || plain.startsWith(u'#');
            if (isName || links == Links::Kept)
                text += linkText;
            linkText.clear();
        } else if (token.name == u"p" || token.name == u"br") {
            (isInLink ? linkText : text) += u' ';
        }
        if (isAnchor)
            isInLink = token.kind == HtmlToken::Kind::StartTag;
    }
    return text + linkText;
}

int widthOf(const QString &visibility)
{
    static const QStringList kFromNarrow{u"direct"_s, u"private"_s, u"unlisted"_s, u"public"_s};
    return int(kFromNarrow.indexOf(visibility));
}

/// One sentence of the server's, for a person who must know why; never more than a line.
QString reasonOf(const HttpResponse &response)
{
    const QJsonValue error = QJsonDocument::fromJson(response.body).object()[u"error"_s];
    const QString reason = mastodonjson::lineOf(error.isObject() ? error.toObject()[u"message"_s] : error).left(200);
    return reason.isEmpty() ? u"HTTP status %1"_s.arg(response.status)
                            : u"the server refused it with status %1: %2"_s.arg(QString::number(response.status), reason);
}

SendOutcome ending(SendOutcome::Kind kind, const Error &error)
{
    return {.kind = kind, .post = {}, .error = error};
}

SendOutcome outcomeOfSuccess(const HttpResponse &response, const MastodonDraft &draft, const MastodonContext &context)
{
    const Result<MastodonStatus> status = parseMastodonStatus(response.body, context);
    if (!status)
        return ending(SendOutcome::Kind::Unknown, status.error());
    return {.kind = SendOutcome::Kind::Sent, .post = sentPostOf(*status, draft), .error = {}};
}

} // namespace

QByteArray MastodonDraft::toJson() const
{
    QJsonObject object = {{u"status"_s, status}, {u"visibility"_s, visibility}};
    if (!inReplyToId.isEmpty())
        object.insert(u"in_reply_to_id"_s, inReplyToId);
    if (!language.isEmpty())
        object.insert(u"language"_s, language);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<MastodonDraft> MastodonDraft::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const MastodonDraft draft{.status = object[u"status"_s].toString(),
                              .inReplyToId = object[u"in_reply_to_id"_s].toString(),
                              .visibility = object[u"visibility"_s].toString(),
                              .language = object[u"language"_s].toString()};
    if (draft.status.isEmpty() || draft.visibility.isEmpty())
        return std::nullopt;
    return draft;
}

QString withMention(const QString &text, const QString &recipient, const QStringList &ownServers)
{
    QString name = recipient.trimmed();
    if (name.startsWith(u'@'))
        name.remove(0, 1);
    if (name.isEmpty())
        return text;
    const QString user = name.section(u'@', 0, 0);
    const QString server = name.section(u'@', 1);
    const bool isLocal = server.isEmpty() || ownServers.contains(server, Qt::CaseInsensitive);
    for (auto it = mentionPattern().globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString host = match.captured(2);
        const bool isSameServer = host.isEmpty() || ownServers.contains(host, Qt::CaseInsensitive)
                                      ? isLocal
                                      : host.compare(server, Qt::CaseInsensitive) == 0;
        if (isSameServer && match.captured(1).compare(user, Qt::CaseInsensitive) == 0)
            return text;
    }
    return u'@' + (isLocal ? user : name) + u' ' + text;
}

QString narrowerVisibility(const QString &one, const QString &other)
{
    return widthOf(one) < widthOf(other) ? one : other;
}

SendOutcome mastodonOutcome(const Result<HttpResponse> &result, Departure departure, const MastodonDraft &draft,
                            const MastodonContext &context)
{
    using Kind = SendOutcome::Kind;
    if (!result)
        return ending(departure == Departure::Nothing ? Kind::NotSent : Kind::Unknown, result.error());
    const int status = result->status;
    if (status >= 200 && status < 300)
        return outcomeOfSuccess(*result, draft, context);
    Error error = withOwnWait(errorOfStatus(*result, context.receivedAt));
    if (status == 401 || status == 429)
        return ending(Kind::NotSent, error);
    // A gateway that waited in vain says 408 of its own; what stands behind it may have gone on.
    if (status >= 400 && status < 500 && status != 408) {
        error.detail = reasonOf(*result);
        return ending(Kind::Refused, error);
    }
    return ending(Kind::Unknown, error);
}

bool isTheDraft(const MastodonStatus &status, const MastodonDraft &draft, core::Instant earliest)
{
    if (status.post.isRepost || status.inReplyToId != draft.inReplyToId || status.post.postedAt < earliest)
        return false;
    for (const Links links : {Links::Kept, Links::Dropped}) {
        if (comparable(textOfHtml(status.content, links), links) == comparable(draft.status, links))
            return true;
    }
    return false;
}

SentPost sentPostOf(const MastodonStatus &status, const MastodonDraft &draft)
{
    SentPost sent{.remoteId = status.post.remoteId, .url = status.post.url, .warnings = {}};
    if (status.visibility != draft.visibility)
        sent.warnings.append(u"the server made it \"%1\" instead of \"%2\""_s.arg(status.visibility, draft.visibility));
    if (status.inReplyToId != draft.inReplyToId)
        sent.warnings.append(u"the server did not put it below the post that it answers"_s);
    if (textOfHtml(status.content, Links::Kept).trimmed().isEmpty())
        sent.warnings.append(u"the server published it without its text"_s);
    return sent;
}

} // namespace vigie::networks
