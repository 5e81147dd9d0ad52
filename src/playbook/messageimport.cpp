// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/messageimport.h"

#include "playbook/messagerepository.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::playbook
{
namespace
{

class Synchronisation
{
public:
    Synchronisation(store::Transaction &transaction, TextOrigin origin)
        : m_transaction(transaction)
        , m_origin(origin)
    {
    }

    [[nodiscard]] int changedTexts() const { return m_changedTexts; }

    [[nodiscard]] Result<> add(core::PlaybookId playbookId, const MessageText &wanted, int position)
    {
        const auto id = MessageRepository::insert(m_transaction, playbookId, wanted, position);
        if (!id)
            return fail(id.error());
        Message message{.id = *id, .reviewDueDays = wanted.reviewDueDays, .expiresDays = wanted.expiresDays};
        for (const VariantText &text : wanted.variants) {
            if (auto written = addVariant(message, text); !written)
                return written;
        }
        return {};
    }

    [[nodiscard]] Result<> bringUpToDate(Message &message, const MessageText &wanted, int position)
    {
        if (auto head = MessageRepository::updateHead(m_transaction, message.id, wanted); !head)
            return head;
        if (auto placed = MessageRepository::setPosition(m_transaction, message.id, position); !placed)
            return placed;
        for (const VariantText &text : wanted.variants) {
            const auto known = std::ranges::find_if(message.variants, [&text](const MessageVariant &variant) {
                return variant.language == text.language && variant.network == text.network;
            });
            const auto written =
                known == message.variants.end() ? addVariant(message, text) : change(message, *known, text.text);
            if (!written)
                return written;
        }
        for (const MessageVariant &variant : message.variants) {
            const bool isWanted = std::ranges::any_of(wanted.variants, [&variant](const VariantText &text) {
                return variant.language == text.language && variant.network == text.network;
            });
            if (isWanted)
                continue;
            if (auto retired = MessageRepository::retireVariant(m_transaction, variant.id); !retired)
                return retired;
        }
        return {};
    }

private:
    [[nodiscard]] Result<> addVariant(const Message &message, const VariantText &text)
    {
        MessageVariant variant{.messageId = message.id,
                               .language = text.language,
                               .network = text.network,
                               .text = text.text,
                               .updatedAt = m_transaction.now(),
                               .updatedBy = m_transaction.actor()};
        const auto id = MessageRepository::insertVariant(m_transaction, variant);
        if (!id)
            return fail(id.error());
        variant.id = *id;
        ++m_changedTexts;
        if (m_origin == TextOrigin::Imported)
            return {};
        return writeApproval(m_transaction, message, variant, m_transaction.actor(), u"shipped with Vigie"_s);
    }

    [[nodiscard]] Result<> change(const Message &message, MessageVariant &variant, const QString &text)
    {
        if (variant.text == text)
            return {};
        variant = asDraft(message, variant, text);
        ++m_changedTexts;
        return MessageRepository::updateVariant(m_transaction, variant);
    }

    [[nodiscard]] MessageVariant asDraft(const Message &message, const MessageVariant &variant,
                                         const QString &text) const
    {
        return {.id = variant.id,
                .messageId = variant.messageId,
                .language = variant.language,
                .network = variant.network,
                .text = text,
                .version = nextVersion(message, variant),
                .updatedAt = m_transaction.now(),
                .updatedBy = m_transaction.actor()};
    }

    store::Transaction &m_transaction;
    const TextOrigin m_origin;
    int m_changedTexts = 0;
};

} // namespace

QByteArray textSha256(const QString &text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
}

Result<> writeApproval(store::Transaction &transaction, const Message &message, MessageVariant variant,
                       const QString &actor, const QString &note)
{
    const core::Instant now = transaction.now();
    variant.state = ApprovalState::Approved;
    variant.approvedBy = actor;
    variant.approvedAt = now;
    variant.expiresAt = now + std::chrono::days(message.expiresDays);
    variant.reviewAt = now + std::chrono::days(message.reviewDueDays);
    if (auto written = MessageRepository::updateVariant(transaction, variant); !written)
        return written;
    return MessageRepository::insertApproval(transaction, {.variantId = variant.id,
                                                           .version = variant.version,
                                                           .actor = actor,
                                                           .decision = ApprovalState::Approved,
                                                           .note = note,
                                                           .at = now,
                                                           .textSha256 = textSha256(variant.text)});
}

Result<int> synchroniseMessages(store::Transaction &transaction, core::PlaybookId id,
                                const std::vector<MessageText> &wanted, TextOrigin origin)
{
    auto known = MessageRepository::ofPlaybook(transaction, id);
    if (!known)
        return fail(known.error());
    Synchronisation work(transaction, origin);
    int position = 0;
    for (const MessageText &message : wanted) {
        const auto present = std::ranges::find(*known, message.key, &Message::key);
        const auto written =
            present == known->end() ? work.add(id, message, position) : work.bringUpToDate(*present, message, position);
        if (!written)
            return fail(written.error());
        ++position;
    }
    for (const Message &message : *known) {
        if (std::ranges::find(wanted, message.key, &MessageText::key) != wanted.end())
            continue;
        if (auto retired = MessageRepository::retire(transaction, message.id); !retired)
            return fail(retired.error());
    }
    return work.changedTexts();
}

} // namespace vigie::playbook
