// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbook/message.h"
#include "store/transaction.h"

namespace vigie::playbook
{

enum class TextOrigin {
    Shipped,  ///< approved as it comes
    Imported, ///< a draft, until somebody approves it
};

/// SHA-256 of the text as UTF-8: what an approval is given to.
[[nodiscard]] QByteArray textSha256(const QString &text);

/// Approves a text, with the dates its message gives, and keeps who and why.
[[nodiscard]] Result<> writeApproval(store::Transaction &transaction, const Message &message, MessageVariant variant,
                                     const QString &actor, const QString &note);

/// Makes the playbook's messages those of `wanted`. A text that is there already keeps its approval.
/// Gives how many texts are new or changed.
[[nodiscard]] Result<int> synchroniseMessages(store::Transaction &transaction, core::PlaybookId id,
                                              const std::vector<MessageText> &wanted, TextOrigin origin);

} // namespace vigie::playbook
