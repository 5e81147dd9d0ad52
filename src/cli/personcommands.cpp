// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/output.h"

#include "analysis/tonality.h"
#include "monitoring/authorrepository.h"
#include "monitoring/mentionrepository.h"
#include "reply/promiserepository.h"
#include "reply/replyrepository.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <set>
#include <vector>

using namespace Qt::StringLiterals;

namespace vigie::cli
{
namespace
{

QJsonObject jsonOf(const monitoring::Author &author)
{
    return {{u"network"_s, author.network},
            {u"handle"_s, author.handle},
            {u"name"_s, author.name},
            {u"url"_s, author.url},
            {u"followers"_s, author.followers < 0 ? QJsonValue() : QJsonValue(author.followers)},
            {u"note"_s, author.note},
            {u"first_seen_at"_s, core::toIso(author.firstSeenAt)}};
}

QJsonObject jsonOf(const monitoring::MentionDetail &detail)
{
    const monitoring::Mention &mention = detail.mention;
    QJsonArray versions;
    for (const monitoring::MentionVersion &version : detail.versions)
        versions << QJsonObject{{u"version"_s, version.version},
                                {u"captured_at"_s, core::toIso(version.capturedAt)},
                                {u"text"_s, version.text}};
    QJsonArray notes;
    for (const monitoring::MentionNote &note : detail.notes)
        notes << QJsonObject{{u"at"_s, core::toIso(note.at)}, {u"by"_s, note.author}, {u"text"_s, note.text}};
    return {{u"id"_s, mention.remoteId},
            {u"url"_s, mention.url},
            {u"drill"_s, mention.scope.isValid()},
            {u"posted_at"_s, core::toIso(mention.postedAt)},
            {u"captured_at"_s, core::toIso(mention.capturedAt)},
            {u"gone_at"_s, isoOrNull(mention.goneAt)},
            {u"text"_s, mention.text},
            {u"lang"_s, mention.language},
            {u"tonality"_s, analysis::tonalityKey(mention.tonality)},
            {u"negativity"_s, mention.negativity},
            {u"priority"_s, mention.priority},
            {u"assignee"_s, mention.assignee},
            {u"labels"_s, QJsonArray::fromStringList(mention.labels)},
            {u"in_reply_to"_s, mention.inReplyTo},
            {u"root"_s, mention.root},
            {u"sha256"_s, QString::fromLatin1(mention.sha256.toHex())},
            {u"extra"_s, QJsonDocument::fromJson(mention.extra).object()},
            {u"versions"_s, versions},
            {u"notes"_s, notes}};
}

QJsonObject jsonOf(const reply::Reply &reply)
{
    return {{u"state"_s, reply::replyStateKey(reply.state)},
            {u"recipient"_s, reply.recipient},
            {u"visibility"_s, reply::visibilityKey(reply.visibility)},
            {u"drill"_s, reply.drillRunId.isValid()},
            {u"sent_at"_s, isoOrNull(reply.sentAt)},
            {u"url"_s, reply.remoteUrl},
            {u"text"_s, reply.text}};
}

QJsonObject jsonOf(const reply::Promise &promise)
{
    return {{u"promised_by"_s, promise.promisedBy},
            {u"promised_to"_s, promise.promisedTo},
            {u"due_at"_s, isoOrNull(promise.dueAt)},
            {u"state"_s, reply::promiseStateKey(promise.state)},
            {u"text"_s, promise.text}};
}

QJsonObject jsonOf(const reply::Remedy &remedy)
{
    return {{u"at"_s, core::toIso(remedy.at)},
            {u"kind"_s, remedy.kind},
            {u"detail"_s, remedy.detail},
            {u"amount_cents"_s, remedy.amount ? QJsonValue(*remedy.amount) : QJsonValue()},
            {u"currency"_s, remedy.currency},
            {u"state"_s, reply::remedyStateKey(remedy.state)}};
}

/// Adds those that are not there yet: one person may stand in several rows.
template <typename Id, typename Find>
Result<> addAll(const Result<std::vector<Id>> &ids, std::set<Id> &known, QJsonArray &all, Find find)
{
    if (!ids)
        return fail(ids.error());
    for (const Id id : *ids) {
        if (!known.insert(id).second)
            continue;
        const auto found = find(id);
        if (!found)
            return fail(found.error());
        if (*found)
            all << jsonOf(**found);
    }
    return {};
}

/// What is kept of a person, as it is gathered.
struct Gathered {
    QJsonArray authors;
    QJsonArray mentions;
    QJsonArray replies;
    QJsonArray promises;
    QJsonArray remedies;
    std::set<core::MentionId> knownMentions;
    std::set<core::ReplyId> knownReplies;
    std::set<core::PromiseId> knownPromises;
    std::set<core::RemedyId> knownRemedies;
};

Result<> gather(const store::Connection &reader, const monitoring::Author &author, Gathered &all)
{
    all.authors << jsonOf(author);
    using monitoring::AuthorRepository;
    if (auto done = addAll(AuthorRepository::mentions(reader, author.id), all.knownMentions, all.mentions,
                           [&](core::MentionId id) { return monitoring::MentionRepository::detail(reader, id); });
        !done)
        return done;
    if (auto done = addAll(AuthorRepository::replies(reader, author.id), all.knownReplies, all.replies,
                           [&](core::ReplyId id) { return reply::ReplyRepository::find(reader, id); });
        !done)
        return done;
    if (auto done = addAll(AuthorRepository::promises(reader, author.id), all.knownPromises, all.promises,
                           [&](core::PromiseId id) { return reply::PromiseRepository::find(reader, id); });
        !done)
        return done;
    return addAll(AuthorRepository::remedies(reader, author.id), all.knownRemedies, all.remedies,
                  [&](core::RemedyId id) { return reply::PromiseRepository::findRemedy(reader, id); });
}

int exportPerson(Invocation &call)
{
    const QString network = call.argument(0).section(u':', 0, 0);
    const QString handle = call.argument(0).section(u':', 1); // a handle may hold a colon, as those of Matrix do
    if (network.isEmpty() || handle.isEmpty())
        return call.usage(u"vigiectl export-person NETWORK:HANDLE FILE"_s);
    const auto desk = call.desk(Invocation::Need::Read);
    if (!desk)
        return call.fails(desk.error());
    const store::Connection &reader = (*desk)->reader();
    const auto authors = monitoring::AuthorRepository::authors(reader, network, handle);
    if (!authors)
        return call.fails(authors.error());
    Gathered all;
    for (const monitoring::Author &author : *authors) {
        if (const auto gathered = gather(reader, author, all); !gathered)
            return call.fails(gathered.error());
    }
    if (authors->empty()) {
        call.note(u"Nothing is kept on %1"_s.arg(call.argument(0)));
        return AnswerIsNo;
    }
    const QJsonObject document{{u"person"_s, call.argument(0)}, {u"exported_at"_s, core::toIso((*desk)->clock().now())},
                               {u"authors"_s, all.authors},     {u"mentions"_s, all.mentions},
                               {u"replies"_s, all.replies},     {u"promises"_s, all.promises},
                               {u"remedies"_s, all.remedies}};
    QSaveFile file(call.argument(1));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(document).toJson()) < 0 || !file.commit())
        return call.fails({.kind = ErrorKind::File, .detail = file.errorString(), .place = {.file = file.fileName()}});
    if (call.wantsJson())
        call.print(compact(
            {{u"file"_s, file.fileName()}, {u"mentions"_s, all.mentions.size()}, {u"replies"_s, all.replies.size()}}));
    else
        call.print(
            u"%1: %2 mentions, %3 replies"_s.arg(file.fileName()).arg(all.mentions.size()).arg(all.replies.size()));
    return Done;
}

} // namespace

QList<Command> personCommands()
{
    return {{.name = u"export-person"_s,
             .arguments = u"NETWORK:HANDLE FILE"_s,
             .summary = u"Writes all that is kept on one person to a JSON file. Exit 1 when it is nothing."_s,
             .leastArguments = 2,
             .mostArguments = 2,
             .run = exportPerson}};
}

} // namespace vigie::cli
