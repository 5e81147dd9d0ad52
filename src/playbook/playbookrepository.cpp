// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/playbookrepository.h"

#include "playbook/messagerepository.h"
#include "playbook/playbookfile.h"
#include "playbook/playbookjson.h"
#include "store/query.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace vigie::playbook
{
namespace
{

using store::Row;

QString selectSummaries()
{
    return u"SELECT p.id, p.key, p.kind, p.version, p.created_at, p.updated_at, p.reviewed_at, p.is_archived, "
           u"v.content, "
           "(SELECT count(*) FROM messages m WHERE m.playbook_id = p.id AND m.is_retired = 0) FROM playbooks p "
           "JOIN playbook_versions v ON v.playbook_id = p.id AND v.version = p.version "_s;
}

PlaybookSummary readSummary(const Row &row)
{
    const QJsonObject content = QJsonDocument::fromJson(row.text(8).toUtf8()).object();
    const auto text = [&content](const QString &name) {
        const QJsonObject both = content.value(name).toObject();
        return Text{.en = both.value(u"en"_s).toString(), .fr = both.value(u"fr"_s).toString()};
    };
    return {.id = row.id<core::PlaybookId>(0),
            .key = row.text(1),
            .kind = row.text(2),
            .title = text(u"title"_s),
            .summary = text(u"summary"_s),
            .version = row.smallInteger(3),
            .stepCount = int(content.value(u"steps"_s).toArray().size()),
            .messageCount = row.smallInteger(9),
            .createdAt = row.instant(4),
            .updatedAt = row.instant(5),
            .reviewedAt = row.optionalInstant(6),
            .isArchived = row.boolean(7)};
}

/// The plan without its messages, which have a life of their own.
QString contentOf(const Playbook &playbook)
{
    QJsonObject content = playbookToJson(playbook);
    content.insert(u"messages"_s, QJsonArray());
    return QString::fromUtf8(QJsonDocument(content).toJson(QJsonDocument::Compact));
}

Result<> insertVersionRow(store::Transaction &transaction, core::PlaybookId id, const Playbook &playbook,
                          const QString &note)
{
    const auto inserted =
        store::insert(transaction,
                      u"INSERT INTO playbook_versions (playbook_id, version, content, created_at, "
                      "created_by, note) VALUES (?,?,?,?,?,?)"_s,
                      {id, playbook.version, contentOf(playbook), transaction.now(), transaction.actor(), note});
    if (!inserted)
        return fail(inserted.error());
    return {};
}

Result<> done(const Result<int> &changed)
{
    if (!changed)
        return fail(changed.error());
    return {};
}

} // namespace

Result<std::vector<PlaybookSummary>> PlaybookRepository::list(const store::Connection &connection, Shelf shelf)
{
    return store::readAll(connection, selectSummaries() + u"WHERE p.is_archived <= ? ORDER BY p.id LIMIT 500"_s,
                          {shelf == Shelf::WithArchived ? 1 : 0}, readSummary);
}

Result<std::optional<PlaybookSummary>> PlaybookRepository::find(const store::Connection &connection,
                                                                core::PlaybookId id)
{
    return store::readFirst(connection, selectSummaries() + u"WHERE p.id = ?"_s, {id}, readSummary);
}

Result<std::optional<PlaybookSummary>> PlaybookRepository::findByKey(const store::Connection &connection,
                                                                     const QString &key)
{
    return store::readFirst(connection, selectSummaries() + u"WHERE p.key = ?"_s, {key}, readSummary);
}

Result<Playbook> PlaybookRepository::read(const store::Connection &connection, core::PlaybookId id, int version)
{
    const auto content =
        store::readFirst(connection,
                         u"SELECT v.content FROM playbooks p JOIN playbook_versions v ON v.playbook_id = p.id "
                         "AND v.version = CASE WHEN ? = 0 THEN p.version ELSE ? END WHERE p.id = ?"_s,
                         {version, version, id}, [](const Row &row) { return row.text(0); });
    if (!content)
        return fail(content.error());
    if (!*content)
        return fail(ErrorKind::NotFound, version == 0 ? u"there is no playbook %1"_s.arg(id.value)
                                                      : u"playbook %1 has no version %2"_s.arg(id.value).arg(version));
    auto playbook = parseStoredPlaybook((*content)->toUtf8());
    if (!playbook)
        return playbook;
    const auto messages = MessageRepository::ofPlaybook(connection, id);
    if (!messages)
        return fail(messages.error());
    for (const Message &message : *messages)
        playbook->messages.push_back(message.toText());
    return playbook;
}

Result<std::vector<PlaybookVersion>> PlaybookRepository::versions(const store::Connection &connection,
                                                                  core::PlaybookId id)
{
    return store::readAll(connection,
                          u"SELECT version, created_at, created_by, note FROM playbook_versions WHERE playbook_id = ? "
                          "ORDER BY version DESC LIMIT 1000"_s,
                          {id}, [](const Row &row) {
                              return PlaybookVersion{.version = row.smallInteger(0),
                                                     .createdAt = row.instant(1),
                                                     .createdBy = row.text(2),
                                                     .note = row.text(3)};
                          });
}

Result<core::PlaybookId> PlaybookRepository::insert(store::Transaction &transaction, const Playbook &playbook,
                                                    const QString &note)
{
    const auto id = store::insert(
        transaction, u"INSERT INTO playbooks (key, kind, version, created_at, updated_at) VALUES (?,?,?,?,?)"_s,
        {playbook.key, playbook.kind, playbook.version, transaction.now(), transaction.now()});
    if (!id)
        return fail(id.error());
    const core::PlaybookId playbookId{*id};
    if (auto version = insertVersionRow(transaction, playbookId, playbook, note); !version)
        return fail(version.error());
    return playbookId;
}

Result<> PlaybookRepository::insertVersion(store::Transaction &transaction, core::PlaybookId id,
                                           const Playbook &playbook, const QString &note)
{
    if (auto version = insertVersionRow(transaction, id, playbook, note); !version)
        return version;
    return done(store::execute(transaction,
                               u"UPDATE playbooks SET version = ?, kind = ?, updated_at = ? WHERE id = ?"_s,
                               {playbook.version, playbook.kind, transaction.now(), id}));
}

Result<> PlaybookRepository::setReviewedAt(store::Transaction &transaction, core::PlaybookId id, core::Instant at)
{
    return done(store::execute(transaction, u"UPDATE playbooks SET reviewed_at = ? WHERE id = ?"_s, {at, id}));
}

Result<> PlaybookRepository::setArchived(store::Transaction &transaction, core::PlaybookId id, bool isArchived)
{
    return done(store::execute(transaction, u"UPDATE playbooks SET is_archived = ? WHERE id = ?"_s, {isArchived, id}));
}

} // namespace vigie::playbook
