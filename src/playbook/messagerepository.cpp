// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/messagerepository.h"

#include "store/query.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace vigie::playbook
{
namespace
{

using store::Row;

QString messageColumns()
{
    return u"id, playbook_id, key, phase, audience, title_en, title_fr, situation_en, situation_fr, owner_role, "
           "approver_role, review_due_days, expires_days"_s;
}

Message readMessage(const Row &row)
{
    return {.id = row.id<core::MessageId>(0),
            .playbookId = row.id<core::PlaybookId>(1),
            .key = row.text(2),
            .phase = row.text(3),
            .audience = row.text(4),
            .title = {.en = row.text(5), .fr = row.text(6)},
            .situation = {.en = row.text(7), .fr = row.text(8)},
            .ownerRole = row.text(9),
            .approverRole = row.text(10),
            .reviewDueDays = row.smallInteger(11),
            .expiresDays = row.smallInteger(12)};
}

QString variantColumns()
{
    return u"v.id, v.message_id, v.language, v.network, v.text, v.version, v.state, v.approved_by, v.approved_at, "
           "v.expires_at, v.review_at, v.updated_at, v.updated_by"_s;
}

MessageVariant readVariant(const Row &row)
{
    return {.id = row.id<core::MessageVariantId>(0),
            .messageId = row.id<core::MessageId>(1),
            .language = core::languageFromTag(row.text(2)).value_or(core::Language::English),
            .network = row.text(3),
            .text = row.text(4),
            .version = row.smallInteger(5),
            .state = approvalStateFromKey(row.text(6)).value_or(ApprovalState::Draft),
            .approvedBy = row.text(7),
            .approvedAt = row.optionalInstant(8),
            .expiresAt = row.optionalInstant(9),
            .reviewAt = row.optionalInstant(10),
            .updatedAt = row.instant(11),
            .updatedBy = row.text(12)};
}

Result<> done(const Result<int> &changed)
{
    if (!changed)
        return fail(changed.error());
    return {};
}

} // namespace

Result<std::vector<Message>> MessageRepository::ofPlaybook(const store::Connection &connection, core::PlaybookId id)
{
    auto messages = store::readAll(connection,
                                   u"SELECT %1 FROM messages WHERE playbook_id = ? AND is_retired = 0 "
                                   "ORDER BY position, id LIMIT 500"_s.arg(messageColumns()),
                                   {id}, readMessage);
    if (!messages)
        return messages;
    const auto variants = store::readAll(connection,
                                         u"SELECT %1 FROM message_variants v JOIN messages m ON m.id = v.message_id "
                                         "WHERE m.playbook_id = ? AND m.is_retired = 0 AND v.is_retired = 0 "
                                         "ORDER BY v.message_id, v.language, v.network"_s.arg(variantColumns()),
                                         {id}, readVariant);
    if (!variants)
        return fail(variants.error());
    QHash<core::MessageId, std::vector<MessageVariant>> byMessage;
    for (const MessageVariant &variant : *variants)
        byMessage[variant.messageId].push_back(variant);
    for (Message &message : *messages)
        message.variants = byMessage.value(message.id);
    return messages;
}

Result<std::optional<Message>> MessageRepository::find(const store::Connection &connection, core::MessageId id)
{
    auto message =
        store::readFirst(connection, u"SELECT %1 FROM messages WHERE id = ? AND is_retired = 0"_s.arg(messageColumns()),
                         {id}, readMessage);
    if (!message || !*message)
        return message;
    auto variants = store::readAll(connection,
                                   u"SELECT %1 FROM message_variants v WHERE v.message_id = ? AND v.is_retired = 0 "
                                   "ORDER BY v.language, v.network"_s.arg(variantColumns()),
                                   {id}, readVariant);
    if (!variants)
        return fail(variants.error());
    (*message)->variants = std::move(*variants);
    return message;
}

Result<std::optional<MessageVariant>> MessageRepository::findVariant(const store::Connection &connection,
                                                                     core::MessageVariantId id)
{
    return store::readFirst(
        connection, u"SELECT %1 FROM message_variants v WHERE v.id = ? AND v.is_retired = 0"_s.arg(variantColumns()),
        {id}, readVariant);
}

Result<std::vector<Approval>> MessageRepository::approvals(const store::Connection &connection,
                                                           core::MessageVariantId id)
{
    return store::readAll(connection,
                          u"SELECT variant_id, version, actor, decision, note, at, text_sha256 FROM message_approvals "
                          "WHERE variant_id = ? ORDER BY id DESC LIMIT 100"_s,
                          {id}, [](const Row &row) {
                              return Approval{.variantId = row.id<core::MessageVariantId>(0),
                                              .version = row.smallInteger(1),
                                              .actor = row.text(2),
                                              .decision =
                                                  approvalStateFromKey(row.text(3)).value_or(ApprovalState::Rejected),
                                              .note = row.text(4),
                                              .at = row.instant(5),
                                              .textSha256 = row.bytes(6)};
                          });
}

Result<std::vector<MessageVariant>> MessageRepository::pending(const store::Connection &connection)
{
    return store::readAll(connection,
                          u"SELECT %1 FROM message_variants v JOIN messages m ON m.id = v.message_id "
                          "JOIN playbooks p ON p.id = m.playbook_id "
                          "WHERE v.state = 'pending' AND v.is_retired = 0 AND m.is_retired = 0 AND p.is_archived = 0 "
                          "ORDER BY v.updated_at, v.id LIMIT 500"_s.arg(variantColumns()),
                          {}, readVariant);
}

Result<core::MessageId> MessageRepository::insert(store::Transaction &transaction, core::PlaybookId playbookId,
                                                  const MessageText &message, int position)
{
    // A key that was retired comes back as the same message, since replies may point at it.
    const auto id = store::readFirst(
        transaction,
        u"INSERT INTO messages (playbook_id, key, phase, audience, title_en, title_fr, situation_en, situation_fr, "
        "owner_role, approver_role, review_due_days, expires_days, position) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?) "
        "ON CONFLICT (playbook_id, key) DO UPDATE SET phase = excluded.phase, audience = excluded.audience, "
        "title_en = excluded.title_en, title_fr = excluded.title_fr, situation_en = excluded.situation_en, "
        "situation_fr = excluded.situation_fr, owner_role = excluded.owner_role, "
        "approver_role = excluded.approver_role, review_due_days = excluded.review_due_days, "
        "expires_days = excluded.expires_days, position = excluded.position, is_retired = 0 WHERE is_retired = 1 "
        "RETURNING id"_s,
        {playbookId, message.key, message.phase, message.audience, message.title.en, message.title.fr,
         message.situation.en, message.situation.fr, message.ownerRole, message.approverRole, message.reviewDueDays,
         message.expiresDays, position},
        [](const Row &row) { return row.id<core::MessageId>(0); });
    if (!id)
        return fail(id.error());
    if (!*id)
        return fail(ErrorKind::Conflict, u"the playbook has a message “%1” already"_s.arg(message.key));
    return **id;
}

Result<> MessageRepository::updateHead(store::Transaction &transaction, core::MessageId id, const MessageText &message)
{
    return done(store::execute(
        transaction,
        u"UPDATE messages SET phase = ?, audience = ?, title_en = ?, title_fr = ?, situation_en = ?, situation_fr = ?, "
        "owner_role = ?, approver_role = ?, review_due_days = ?, expires_days = ? WHERE id = ?"_s,
        {message.phase, message.audience, message.title.en, message.title.fr, message.situation.en,
         message.situation.fr, message.ownerRole, message.approverRole, message.reviewDueDays, message.expiresDays,
         id}));
}

Result<> MessageRepository::setPosition(store::Transaction &transaction, core::MessageId id, int position)
{
    return done(store::execute(transaction, u"UPDATE messages SET position = ? WHERE id = ?"_s, {position, id}));
}

Result<> MessageRepository::retire(store::Transaction &transaction, core::MessageId id)
{
    if (auto variants =
            store::execute(transaction, u"UPDATE message_variants SET is_retired = 1 WHERE message_id = ?"_s, {id});
        !variants)
        return fail(variants.error());
    return done(store::execute(transaction, u"UPDATE messages SET is_retired = 1 WHERE id = ?"_s, {id}));
}

Result<core::MessageVariantId> MessageRepository::insertVariant(store::Transaction &transaction,
                                                                const MessageVariant &variant)
{
    const auto id = store::readFirst(
        transaction,
        u"INSERT INTO message_variants (message_id, language, network, text, version, state, approved_by, approved_at, "
        "expires_at, review_at, updated_at, updated_by) VALUES (?,?,?,?,?,?,?,?,?,?,?,?) "
        "ON CONFLICT (message_id, language, network) DO UPDATE SET text = excluded.text, "
        "version = max(excluded.version, message_variants.version + 1), state = excluded.state, "
        "approved_by = excluded.approved_by, approved_at = excluded.approved_at, expires_at = excluded.expires_at, "
        "review_at = excluded.review_at, updated_at = excluded.updated_at, updated_by = excluded.updated_by, "
        "is_retired = 0 WHERE message_variants.is_retired = 1 RETURNING id"_s,
        {variant.messageId, core::languageTag(variant.language), variant.network, variant.text, variant.version,
         toKey(variant.state), variant.approvedBy, variant.approvedAt, variant.expiresAt, variant.reviewAt,
         variant.updatedAt, variant.updatedBy},
        [](const Row &row) { return row.id<core::MessageVariantId>(0); });
    if (!id)
        return fail(id.error());
    if (!*id)
        return fail(ErrorKind::Conflict, u"there is a text for this language and network already"_s);
    return **id;
}

Result<> MessageRepository::updateVariant(store::Transaction &transaction, const MessageVariant &variant)
{
    return done(store::execute(
        transaction,
        u"UPDATE message_variants SET text = ?, version = ?, state = ?, approved_by = ?, approved_at = ?, "
        "expires_at = ?, review_at = ?, updated_at = ?, updated_by = ? WHERE id = ?"_s,
        {variant.text, variant.version, toKey(variant.state), variant.approvedBy, variant.approvedAt, variant.expiresAt,
         variant.reviewAt, variant.updatedAt, variant.updatedBy, variant.id}));
}

Result<> MessageRepository::retireVariant(store::Transaction &transaction, core::MessageVariantId id)
{
    return done(store::execute(transaction, u"UPDATE message_variants SET is_retired = 1 WHERE id = ?"_s, {id}));
}

Result<> MessageRepository::insertApproval(store::Transaction &transaction, const Approval &approval)
{
    return done(
        store::execute(transaction,
                       u"INSERT INTO message_approvals (variant_id, version, actor, decision, note, at, text_sha256) "
                       "VALUES (?,?,?,?,?,?,?)"_s,
                       {approval.variantId, approval.version, approval.actor, toKey(approval.decision), approval.note,
                        approval.at, approval.textSha256}));
}

} // namespace vigie::playbook
