// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbook/message.h"
#include "store/transaction.h"

namespace vigie::playbook
{

class MessageRepository
{
public:
    /// With their variants, in the order of the file. Those taken out of the playbook are left out.
    [[nodiscard]] static Result<std::vector<Message>> ofPlaybook(const store::Connection &connection,
                                                                 core::PlaybookId id);
    [[nodiscard]] static Result<std::optional<Message>> find(const store::Connection &connection, core::MessageId id);
    [[nodiscard]] static Result<std::optional<MessageVariant>> findVariant(const store::Connection &connection,
                                                                           core::MessageVariantId id);
    /// Who decided what on this text, newest first, at most 100.
    [[nodiscard]] static Result<std::vector<Approval>> approvals(const store::Connection &connection,
                                                                 core::MessageVariantId id);
    /// Texts that wait for somebody's yes, of all playbooks that are not archived.
    [[nodiscard]] static Result<std::vector<MessageVariant>> pending(const store::Connection &connection);

    /// `position` is its place in the file.
    [[nodiscard]] static Result<core::MessageId> insert(store::Transaction &transaction, core::PlaybookId playbookId,
                                                        const MessageText &message, int position);
    /// Everything about the message but its texts.
    [[nodiscard]] static Result<> updateHead(store::Transaction &transaction, core::MessageId id,
                                             const MessageText &message);
    [[nodiscard]] static Result<> setPosition(store::Transaction &transaction, core::MessageId id, int position);
    /// Taken out of the playbook, with its texts. Replies that used them still find them.
    [[nodiscard]] static Result<> retire(store::Transaction &transaction, core::MessageId id);
    [[nodiscard]] static Result<core::MessageVariantId> insertVariant(store::Transaction &transaction,
                                                                      const MessageVariant &variant);
    [[nodiscard]] static Result<> updateVariant(store::Transaction &transaction, const MessageVariant &variant);
    [[nodiscard]] static Result<> retireVariant(store::Transaction &transaction, core::MessageVariantId id);
    [[nodiscard]] static Result<> insertApproval(store::Transaction &transaction, const Approval &approval);
};

} // namespace vigie::playbook
