// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/messageservice.h"

#include "core/text.h"
#include "playbook/messageimport.h"
#include "playbook/messagerepository.h"
#include "playbook/messagetemplate.h"
#include "playbook/playbookfile.h"
#include "playbook/playbookrepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::playbook
{
namespace
{

using store::ChangeKind;
using store::Entity;

Result<> conclude(store::Transaction &transaction, const QString &action, core::MessageId id,
                  const QJsonObject &details = {}, ChangeKind kind = ChangeKind::Updated)
{
    transaction.announce({.entity = Entity::Message, .kind = kind, .id = id.value});
    return transaction.audit(action, u"message"_s, id.value, details);
}

Result<Message> requireMessage(store::Transaction &transaction, core::MessageId id)
{
    auto message = MessageRepository::find(transaction, id);
    if (!message)
        return fail(message.error());
    if (!*message)
        return fail(ErrorKind::NotFound, u"there is no message %1"_s.arg(id.value));
    return **message;
}

struct Found {
    Message message;
    MessageVariant variant;
};

Result<Found> requireVariant(store::Transaction &transaction, core::MessageVariantId id)
{
    const auto variant = MessageRepository::findVariant(transaction, id);
    if (!variant)
        return fail(variant.error());
    if (!*variant)
        return fail(ErrorKind::NotFound, u"there is no text %1"_s.arg(id.value));
    auto message = requireMessage(transaction, (*variant)->messageId);
    if (!message)
        return fail(message.error());
    return Found{.message = *std::move(message), .variant = **variant};
}

/// The playbook with this message in it must keep the rules of the format: that covers blank texts, placeholders that
/// are none, variables that nobody declared, roles that are not there.
Result<> checkInPlaybook(store::Transaction &transaction, core::PlaybookId id, const MessageText &message)
{
    auto playbook = PlaybookRepository::read(transaction, id);
    if (!playbook)
        return fail(playbook.error());
    std::erase_if(playbook->messages, [&message](const MessageText &other) { return other.key == message.key; });
    playbook->messages.push_back(message);
    return checkPlaybook(*playbook);
}

QJsonObject describe(const MessageVariant &variant)
{
    return {{u"variant"_s, variant.id.value},
            {u"language"_s, core::languageTag(variant.language)},
            {u"network"_s, variant.network},
            {u"version"_s, variant.version}};
}

void clearApproval(MessageVariant &variant)
{
    variant.approvedBy.clear();
    variant.approvedAt.reset();
    variant.expiresAt.reset();
    variant.reviewAt.reset();
}

bool isSamePerson(const QString &one, const QString &other)
{
    return core::folded(one.trimmed()) == core::folded(other.trimmed());
}

Result<Found> requirePending(store::Transaction &transaction, core::MessageVariantId id, int version)
{
    auto found = requireVariant(transaction, id);
    if (!found)
        return found;
    if (found->variant.state != ApprovalState::Pending)
        return fail(ErrorKind::Conflict,
                    u"the text does not wait for an approval; it is %1"_s.arg(toKey(found->variant.state)));
    if (found->variant.version != version)
        return fail(
            ErrorKind::Conflict,
            u"the text was changed meanwhile: it has version %1, not %2"_s.arg(found->variant.version).arg(version));
    return found;
}

} // namespace

QFuture<Result<core::MessageId>> MessageService::add(const QString &actor, core::PlaybookId playbookId,
                                                     const MessageText &message)
{
    return m_database.submit(actor, [playbookId, message](store::Transaction &transaction) -> Result<core::MessageId> {
        const auto others = MessageRepository::ofPlaybook(transaction, playbookId);
        if (!others)
            return fail(others.error());
        if (std::ranges::find(*others, message.key, &Message::key) != others->end())
            return fail(ErrorKind::Conflict, u"the playbook has a message “%1” already"_s.arg(message.key));
        if (auto checked = checkInPlaybook(transaction, playbookId, message); !checked)
            return fail(checked.error());
        const auto id = MessageRepository::insert(transaction, playbookId, message, int(others->size()));
        if (!id)
            return id;
        for (const VariantText &text : message.variants) {
            const auto variant = MessageRepository::insertVariant(transaction, {.messageId = *id,
                                                                                .language = text.language,
                                                                                .network = text.network,
                                                                                .text = text.text,
                                                                                .updatedAt = transaction.now(),
                                                                                .updatedBy = transaction.actor()});
            if (!variant)
                return fail(variant.error());
        }
        if (auto told = conclude(transaction, u"message.add"_s, *id, {{u"key"_s, message.key}}, ChangeKind::Inserted);
            !told)
            return fail(told.error());
        return id;
    });
}

QFuture<Result<>> MessageService::updateHead(const QString &actor, core::MessageId id, const MessageText &message)
{
    return m_database.submit(actor, [id, message](store::Transaction &transaction) -> Result<> {
        const auto known = requireMessage(transaction, id);
        if (!known)
            return fail(known.error());
        MessageText next = message;
        next.key = known->key;
        next.variants = known->toText().variants;
        if (auto checked = checkInPlaybook(transaction, known->playbookId, next); !checked)
            return checked;
        if (auto written = MessageRepository::updateHead(transaction, id, next); !written)
            return written;
        return conclude(transaction, u"message.update"_s, id, {{u"key"_s, known->key}});
    });
}

QFuture<Result<>> MessageService::editText(const QString &actor, core::MessageVariantId id, const QString &text,
                                           int basedOn)
{
    return m_database.submit(
        actor, [id, text = core::sanitized(text), basedOn](store::Transaction &transaction) -> Result<> {
            auto found = requireVariant(transaction, id);
            if (!found)
                return fail(found.error());
            auto &[message, variant] = *found;
            if (variant.version != basedOn)
                return fail(
                    ErrorKind::Conflict,
                    u"the text was changed meanwhile: it has version %1, not %2"_s.arg(variant.version).arg(basedOn));
            if (variant.text == text)
                return {};
            MessageText changed = message.toText();
            for (VariantText &one : changed.variants) {
                if (one.language == variant.language && one.network == variant.network)
                    one.text = text;
            }
            if (auto checked = checkInPlaybook(transaction, message.playbookId, changed); !checked)
                return checked;
            variant.version = nextVersion(message, variant);
            variant.text = text;
            variant.state = ApprovalState::Draft;
            variant.updatedAt = transaction.now();
            variant.updatedBy = transaction.actor();
            clearApproval(variant);
            if (auto written = MessageRepository::updateVariant(transaction, variant); !written)
                return written;
            return conclude(transaction, u"message.edit"_s, message.id, describe(variant));
        });
}

QFuture<Result<core::MessageVariantId>> MessageService::addVariant(const QString &actor, core::MessageId id,
                                                                   const VariantText &variant)
{
    return m_database.submit(actor, [id, variant](store::Transaction &transaction) -> Result<core::MessageVariantId> {
        const auto message = requireMessage(transaction, id);
        if (!message)
            return fail(message.error());
        if (variant.text.trimmed().isEmpty())
            return fail(ErrorKind::InvalidArgument, u"the text is empty"_s);
        const auto playbook = PlaybookRepository::read(transaction, message->playbookId);
        if (!playbook)
            return fail(playbook.error());
        // The twin in the other language comes next, so the rule that both cover the same networks cannot hold here.
        for (const Placeholder &placeholder : placeholders(variant.text)) {
            if (!placeholder.isWellFormed || !playbook->variable(placeholder.name))
                return fail(ErrorKind::InvalidArgument, u"the variable “%1” is not declared"_s.arg(placeholder.name));
        }
        const auto twin = std::ranges::find_if(message->variants, [&variant](const MessageVariant &other) {
            return other.network == variant.network && other.language != variant.language;
        });
        MessageVariant added{.messageId = id,
                             .language = variant.language,
                             .network = variant.network,
                             .text = core::sanitized(variant.text),
                             .version = twin == message->variants.end() ? 1 : twin->version,
                             .updatedAt = transaction.now(),
                             .updatedBy = transaction.actor()};
        const auto variantId = MessageRepository::insertVariant(transaction, added);
        if (!variantId)
            return variantId;
        added.id = *variantId;
        if (auto told = conclude(transaction, u"message.edit"_s, id, describe(added)); !told)
            return fail(told.error());
        return variantId;
    });
}

QFuture<Result<>> MessageService::requestApproval(const QString &actor, core::MessageVariantId id)
{
    return m_database.submit(actor, [id](store::Transaction &transaction) -> Result<> {
        auto found = requireVariant(transaction, id);
        if (!found)
            return fail(found.error());
        auto &[message, variant] = *found;
        const bool hasExpired = usability(variant, transaction.now()) == Usability::Expired;
        if (variant.state == ApprovalState::Pending || (variant.state == ApprovalState::Approved && !hasExpired))
            return fail(ErrorKind::Conflict, u"the text is %1 already"_s.arg(toKey(variant.state)));
        variant.state = ApprovalState::Pending;
        clearApproval(variant);
        if (auto written = MessageRepository::updateVariant(transaction, variant); !written)
            return written;
        return conclude(transaction, u"message.request-approval"_s, message.id, describe(variant));
    });
}

QFuture<Result<>> MessageService::approve(const QString &actor, core::MessageVariantId id, int version,
                                          const QString &note)
{
    return m_database.submit(actor, [id, version, note](store::Transaction &transaction) -> Result<> {
        const auto found = requirePending(transaction, id, version);
        if (!found)
            return fail(found.error());
        if (isSamePerson(transaction.actor(), found->variant.updatedBy))
            return fail(ErrorKind::Unauthorized, u"nobody may approve their own text"_s);
        if (auto written = writeApproval(transaction, found->message, found->variant, transaction.actor(), note);
            !written)
            return written;
        return conclude(transaction, u"message.approve"_s, found->message.id, describe(found->variant));
    });
}

QFuture<Result<>> MessageService::reject(const QString &actor, core::MessageVariantId id, int version,
                                         const QString &note)
{
    return m_database.submit(actor, [id, version, note](store::Transaction &transaction) -> Result<> {
        if (note.trimmed().isEmpty())
            return fail(ErrorKind::InvalidArgument, u"a refusal needs a note: the author must know what to change"_s);
        auto found = requirePending(transaction, id, version);
        if (!found)
            return fail(found.error());
        found->variant.state = ApprovalState::Rejected;
        if (auto written = MessageRepository::updateVariant(transaction, found->variant); !written)
            return written;
        auto kept = MessageRepository::insertApproval(transaction, {.variantId = id,
                                                                    .version = version,
                                                                    .actor = transaction.actor(),
                                                                    .decision = ApprovalState::Rejected,
                                                                    .note = note.trimmed(),
                                                                    .at = transaction.now(),
                                                                    .textSha256 = textSha256(found->variant.text)});
        if (!kept)
            return kept;
        return conclude(transaction, u"message.reject"_s, found->message.id, describe(found->variant));
    });
}

QFuture<Result<>> MessageService::confirmAgreement(const QString &actor, core::MessageId id, const QString &network)
{
    return m_database.submit(actor, [id, network](store::Transaction &transaction) -> Result<> {
        auto message = requireMessage(transaction, id);
        if (!message)
            return fail(message.error());
        const auto lagging = laggingLanguage(*message, network);
        if (!lagging)
            return {};
        for (MessageVariant &variant : message->variants) {
            if (variant.language != *lagging || variant.network != network)
                continue;
            variant.version = nextVersion(*message, variant); // the text is the same, so its approval stays
            if (auto written = MessageRepository::updateVariant(transaction, variant); !written)
                return written;
        }
        return conclude(transaction, u"message.confirm-agreement"_s, id, {{u"network"_s, network}});
    });
}

} // namespace vigie::playbook
