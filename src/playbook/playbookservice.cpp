// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/playbookservice.h"

#include "playbook/messageimport.h"
#include "playbook/messagerepository.h"
#include "playbook/playbookfile.h"

#include <QDirIterator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::playbook
{
namespace
{

using store::ChangeKind;
using store::Entity;

Result<> conclude(store::Transaction &transaction, const QString &action, core::PlaybookId id, ChangeKind kind,
                  const QJsonObject &details = {})
{
    transaction.announce({.entity = Entity::Playbook, .kind = kind, .id = id.value});
    return transaction.audit(action, u"playbook"_s, id.value, details);
}

Result<PlaybookSummary> require(store::Transaction &transaction, core::PlaybookId id)
{
    auto summary = PlaybookRepository::find(transaction, id);
    if (!summary)
        return fail(summary.error());
    if (!*summary)
        return fail(ErrorKind::NotFound, u"there is no playbook %1"_s.arg(id.value));
    return **summary;
}

Result<ImportOutcome> addNew(store::Transaction &transaction, const Playbook &playbook, TextOrigin origin,
                             const QString &note)
{
    const auto id = PlaybookRepository::insert(transaction, playbook, note);
    if (!id)
        return fail(id.error());
    const auto texts = synchroniseMessages(transaction, *id, playbook.messages, origin);
    if (!texts)
        return fail(texts.error());
    const bool isShipped = origin == TextOrigin::Shipped;
    if (auto told = conclude(transaction, isShipped ? u"playbook.install"_s : u"playbook.import"_s, *id,
                             ChangeKind::Inserted, {{u"key"_s, playbook.key}, {u"version"_s, playbook.version}});
        !told)
        return fail(told.error());
    return ImportOutcome{.id = *id,
                         .version = playbook.version,
                         .kind = ImportOutcome::Kind::Added,
                         .draftTexts = isShipped ? 0 : *texts};
}

Result<ImportOutcome> importOver(store::Transaction &transaction, const PlaybookSummary &known, Playbook playbook,
                                 const QString &note)
{
    const auto current = PlaybookRepository::read(transaction, known.id);
    if (!current)
        return fail(current.error());
    ImportOutcome outcome{.id = known.id, .version = known.version, .kind = ImportOutcome::Kind::Unchanged};
    Playbook asNow = playbook;
    asNow.version = current->version;
    if (asNow == *current)
        return outcome;
    playbook.version = std::max(known.version + 1, playbook.version);
    if (auto written = PlaybookRepository::insertVersion(transaction, known.id, playbook, note); !written)
        return fail(written.error());
    const auto texts = synchroniseMessages(transaction, known.id, playbook.messages, TextOrigin::Imported);
    if (!texts)
        return fail(texts.error());
    outcome.version = playbook.version;
    outcome.kind = ImportOutcome::Kind::NewVersion;
    outcome.draftTexts = *texts;
    transaction.announce({.entity = Entity::Message});
    if (auto told = conclude(transaction, u"playbook.import"_s, known.id, ChangeKind::Updated,
                             {{u"key"_s, playbook.key}, {u"version"_s, playbook.version}});
        !told)
        return fail(told.error());
    return outcome;
}

QStringList filesIn(const QString &folder)
{
    QStringList paths;
    QDirIterator files(folder, {u"*.json"_s}, QDir::Files);
    while (files.hasNext())
        paths.append(files.next());
    paths.sort(); // the same order, and so the same ids, everywhere
    return paths;
}

QFuture<Result<>> setArchived(store::Database &database, const QString &actor, core::PlaybookId id, bool isArchived)
{
    return database.submit(actor, [id, isArchived](store::Transaction &transaction) -> Result<> {
        if (const auto known = require(transaction, id); !known)
            return fail(known.error());
        if (auto written = PlaybookRepository::setArchived(transaction, id, isArchived); !written)
            return written;
        return conclude(transaction, isArchived ? u"playbook.archive"_s : u"playbook.unarchive"_s, id,
                        ChangeKind::Updated);
    });
}

} // namespace

QString shippedActor()
{
    return u"Vigie"_s;
}

QString shippedFolder()
{
    return u":/playbooks"_s;
}

QFuture<Result<int>> PlaybookService::installShipped(const QString &folder)
{
    return m_database.submit(shippedActor(), [folder](store::Transaction &transaction) -> Result<int> {
        int added = 0;
        for (const QString &path : filesIn(folder)) {
            const auto playbook = loadPlaybook(path);
            if (!playbook)
                return fail(playbook.error());
            const auto known = PlaybookRepository::findByKey(transaction, playbook->key);
            if (!known)
                return fail(known.error());
            if (*known)
                continue;
            if (auto outcome = addNew(transaction, *playbook, TextOrigin::Shipped, u"shipped with Vigie"_s); !outcome)
                return fail(outcome.error());
            ++added;
        }
        return added;
    });
}

QFuture<Result<ImportOutcome>> PlaybookService::importFile(const QString &actor, const QString &path)
{
    // Read in the writer's thread: the file may be larger than what the caller's thread may wait for.
    return m_database.submit(actor, [path](store::Transaction &transaction) -> Result<ImportOutcome> {
        auto playbook = loadPlaybook(path);
        if (!playbook)
            return fail(playbook.error());
        const auto known = PlaybookRepository::findByKey(transaction, playbook->key);
        if (!known)
            return fail(known.error());
        const QString note = u"imported"_s;
        return *known ? importOver(transaction, **known, *std::move(playbook), note)
                      : addNew(transaction, *playbook, TextOrigin::Imported, note);
    });
}

Result<> PlaybookService::exportFile(const QString &key, const QString &path)
{
    const auto reader = m_database.reader();
    if (!reader)
        return fail(reader.error());
    const auto known = PlaybookRepository::findByKey(**reader, key);
    if (!known)
        return fail(known.error());
    if (!*known)
        return fail(ErrorKind::NotFound, u"there is no playbook “%1”"_s.arg(key));
    const auto playbook = PlaybookRepository::read(**reader, (*known)->id);
    if (!playbook)
        return fail(playbook.error());
    return storePlaybook(*playbook, path);
}

QFuture<Result<int>> PlaybookService::save(const QString &actor, const Playbook &playbook, const QString &note)
{
    return m_database.submit(actor, [playbook, note](store::Transaction &transaction) -> Result<int> {
        const auto known = PlaybookRepository::findByKey(transaction, playbook.key);
        if (!known)
            return fail(known.error());
        if (!*known)
            return fail(ErrorKind::NotFound, u"there is no playbook “%1”"_s.arg(playbook.key));
        const core::PlaybookId id = (*known)->id;
        const auto current = PlaybookRepository::read(transaction, id);
        if (!current)
            return fail(current.error());
        if (playbook.version != current->version)
            return fail(
                ErrorKind::Conflict,
                u"the playbook has version %1 by now; the change was made from version %2"_s.arg(current->version)
                    .arg(playbook.version));
        Playbook next = playbook;
        next.messages = current->messages;
        if (next == *current)
            return current->version;
        if (auto checked = checkPlaybook(next); !checked)
            return fail(checked.error());
        next.version = current->version + 1;
        if (auto written = PlaybookRepository::insertVersion(transaction, id, next, note); !written)
            return fail(written.error());
        if (auto told = conclude(transaction, u"playbook.save"_s, id, ChangeKind::Updated,
                                 {{u"key"_s, next.key}, {u"version"_s, next.version}});
            !told)
            return fail(told.error());
        return next.version;
    });
}

QFuture<Result<>> PlaybookService::markReviewed(const QString &actor, core::PlaybookId id)
{
    return m_database.submit(actor, [id](store::Transaction &transaction) -> Result<> {
        if (const auto known = require(transaction, id); !known)
            return fail(known.error());
        if (auto written = PlaybookRepository::setReviewedAt(transaction, id, transaction.now()); !written)
            return written;
        return conclude(transaction, u"playbook.review"_s, id, ChangeKind::Updated);
    });
}

QFuture<Result<>> PlaybookService::archive(const QString &actor, core::PlaybookId id)
{
    return setArchived(m_database, actor, id, true);
}

QFuture<Result<>> PlaybookService::unarchive(const QString &actor, core::PlaybookId id)
{
    return setArchived(m_database, actor, id, false);
}

} // namespace vigie::playbook
