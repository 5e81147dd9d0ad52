// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/mentionservice.h"

#include "monitoring/intake.h"
#include "monitoring/mentionrepository.h"
#include "monitoring/tombstonerepository.h"
#include "networks/plaintext.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QUrl>

#include <functional>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

constexpr std::size_t kMaxAuditedIds = 1000;

QString openableUrl(const QString &url)
{
    const QUrl parsed(url.trimmed(), QUrl::StrictMode);
    const bool isWeb = parsed.scheme() == u"https" || parsed.scheme() == u"http";
    return parsed.isValid() && isWeb && !parsed.host().isEmpty() ? url.trimmed() : QString();
}

/// So that the same thing added twice is one mention.
QString remoteIdFor(const networks::Post &post)
{
    if (!post.url.isEmpty())
        return post.url;
    const QByteArray identity = post.author.handle.toUtf8() + '\0' + post.text.toUtf8();
    return u"text:"_s + QString::fromLatin1(QCryptographicHash::hash(identity, QCryptographicHash::Sha256).toHex());
}

/// One act on one mention: the change and its audit row.
QFuture<Result<>> act(store::Database &database, const QString &actor, core::MentionId id, const QString &action,
                      const QJsonObject &details, std::function<Result<>(store::Transaction &)> change)
{
    return database.submit(actor, [=](store::Transaction &transaction) -> Result<> {
        if (auto done = change(transaction); !done)
            return done;
        return transaction.audit(action, u"mention"_s, id.value, details);
    });
}

} // namespace

QFuture<Result<>> MentionService::setStatus(const QString &actor, core::MentionId id, Status status, const QString &reason)
{
    return setStatus(actor, std::vector{id}, status, reason);
}

QFuture<Result<>> MentionService::setStatus(const QString &actor, const std::vector<core::MentionId> &ids, Status status,
                                            const QString &reason)
{
    return m_database.submit(actor, [ids, status, reason = reason.trimmed()](store::Transaction &transaction) -> Result<> {
        QJsonArray audited;
        for (const core::MentionId id : ids) {
            if (auto done = MentionRepository::setStatus(transaction, id, status); !done)
                return done;
            if (!reason.isEmpty()) {
                if (auto noted = MentionRepository::addNote(transaction, id, reason); !noted)
                    return fail(noted.error());
            }
            if (std::size_t(audited.size()) < kMaxAuditedIds)
                audited.append(QString::number(id.value));
        }
        QJsonObject details{{u"status"_s, statusKey(status)}};
        if (!reason.isEmpty())
            details.insert(u"reason"_s, reason);
        if (ids.size() > 1) {
            details.insert(u"count"_s, qint64(ids.size()));
            details.insert(u"mentions"_s, audited);
        }
        return transaction.audit(u"mention.status"_s, u"mention"_s, ids.size() == 1 ? ids.front().value : 0, details);
    });
}

QFuture<Result<>> MentionService::assign(const QString &actor, core::MentionId id, const QString &person)
{
    return act(m_database, actor, id, u"mention.assign"_s, {{u"assignee"_s, person}}, [=](store::Transaction &transaction) {
        return MentionRepository::setAssignee(transaction, id, person);
    });
}

QFuture<Result<>> MentionService::addLabel(const QString &actor, core::MentionId id, const QString &label)
{
    const QString name = label.simplified();
    if (name.isEmpty())
        return QtFuture::makeReadyFuture(Result<>(fail(ErrorKind::InvalidArgument, u"a label needs a name"_s)));
    return act(m_database, actor, id, u"mention.label"_s, {{u"added"_s, name}}, [=](store::Transaction &transaction) {
        return MentionRepository::addLabel(transaction, id, name);
    });
}

QFuture<Result<>> MentionService::removeLabel(const QString &actor, core::MentionId id, const QString &label)
{
    const QString name = label.simplified();
    return act(m_database, actor, id, u"mention.label"_s, {{u"removed"_s, name}}, [=](store::Transaction &transaction) {
        return MentionRepository::removeLabel(transaction, id, name);
    });
}

QFuture<Result<qint64>> MentionService::addNote(const QString &actor, core::MentionId id, const QString &text)
{
    const QString note = networks::cleanPostText(text);
    if (note.isEmpty())
        return QtFuture::makeReadyFuture(Result<qint64>(fail(ErrorKind::InvalidArgument, u"a note needs a text"_s)));
    return m_database.submit(actor, [id, note](store::Transaction &transaction) -> Result<qint64> {
        const auto added = MentionRepository::addNote(transaction, id, note);
        if (!added)
            return added;
        if (auto audited = transaction.audit(u"mention.note"_s, u"mention"_s, id.value, {{u"note"_s, *added}}); !audited)
            return fail(audited.error());
        return added;
    });
}

QFuture<Result<>> MentionService::correctTonality(const QString &actor, core::MentionId id, analysis::Tonality tonality)
{
    return act(m_database, actor, id, u"mention.tonality"_s, {{u"now"_s, analysis::tonalityKey(tonality)}},
               [=](store::Transaction &transaction) {
                   return MentionRepository::correctTonality(transaction, id, tonality);
               });
}

QFuture<Result<core::MentionId>> MentionService::addByHand(const QString &actor, networks::Post post)
{
    post.text = networks::cleanPostText(post.text);
    if (post.text.isEmpty())
        return QtFuture::makeReadyFuture(
            Result<core::MentionId>(fail(ErrorKind::InvalidArgument, u"a mention needs a text"_s)));
    post.url = openableUrl(post.url);
    post.author.handle = core::sanitized(post.author.handle).simplified();
    post.author.name = core::sanitized(post.author.name).simplified();
    post.author.url = openableUrl(post.author.url);
    if (post.network.isEmpty())
        post.network = u"manual"_s;
    if (post.remoteId.isEmpty())
        post.remoteId = remoteIdFor(post);
    if (post.postedAt == core::Instant())
        post.postedAt = m_database.clock().now();
    return m_intake.accept({.posts = {std::move(post)}, .origin = Origin::Manual, .actor = actor})
        .then([](const Result<IntakeReport> &report) -> Result<core::MentionId> {
            if (!report)
                return fail(report.error());
            return report->mentions.front();
        });
}

QFuture<Result<>> MentionService::setLegalHold(const QString &actor, bool isHeld)
{
    return m_database.submit(
        actor, [isHeld](store::Transaction &transaction) { return TombstoneRepository::setLegalHold(transaction, isHeld); });
}

} // namespace vigie::monitoring
