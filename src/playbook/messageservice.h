// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbook/message.h"
#include "store/database.h"

namespace vigie::playbook
{

/// The life of a pre-approved text: draft → pending → approved or rejected; every change starts again at draft.
class MessageService
{
public:
    explicit MessageService(store::Database &database)
        : m_database(database)
    {
    }

    /// A new message; all its texts are drafts. Conflict when the playbook has this key.
    [[nodiscard]] QFuture<Result<core::MessageId>> add(const QString &actor, core::PlaybookId playbookId,
                                                       const MessageText &message);
    /// Title, situation, roles, days; not the texts.
    [[nodiscard]] QFuture<Result<>> updateHead(const QString &actor, core::MessageId id, const MessageText &message);
    /// A new text is a draft with the next version; its approval is gone. The same text changes nothing.
    /// `basedOn` is the version that was on screen: Conflict when somebody changed it meanwhile.
    /// InvalidArgument when the text is blank or uses a variable the playbook does not declare.
    [[nodiscard]] QFuture<Result<>> editText(const QString &actor, core::MessageVariantId id, const QString &text,
                                             int basedOn);
    /// One more text for a language and a network.
    [[nodiscard]] QFuture<Result<core::MessageVariantId>> addVariant(const QString &actor, core::MessageId id,
                                                                     const VariantText &variant);
    [[nodiscard]] QFuture<Result<>> requestApproval(const QString &actor, core::MessageVariantId id);
    /// Conflict when the text is not pending, or has a version other than `version`; Unauthorized for one's own text.
    [[nodiscard]] QFuture<Result<>> approve(const QString &actor, core::MessageVariantId id, int version,
                                            const QString &note = {});
    /// The note is required: the author must know what to change.
    [[nodiscard]] QFuture<Result<>> reject(const QString &actor, core::MessageVariantId id, int version,
                                           const QString &note);
    /// A person has read both languages and says that they still agree: the mark of drift goes.
    [[nodiscard]] QFuture<Result<>> confirmAgreement(const QString &actor, core::MessageId id, const QString &network);

private:
    store::Database &m_database;
};

} // namespace vigie::playbook
