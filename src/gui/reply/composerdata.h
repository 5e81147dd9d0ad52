// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incident.h"
#include "monitoring/mention.h"
#include "playbook/message.h"
#include "playbook/messagetemplate.h"
#include "reply/outbox.h"
#include "reply/replyservice.h"

namespace vigie::gui
{

/// Everything the composer shows that it did not write itself. Read on another thread, in one go.
struct ComposerData {
    std::optional<monitoring::Mention> mention = std::nullopt;
    std::optional<incident::Incident> incident = std::nullopt;
    std::optional<reply::Reply> reply = std::nullopt;   ///< what is continued
    std::optional<reply::Reply> earlier = std::nullopt; ///< an answer this mention has got already
    std::optional<reply::Reply> partner = std::nullopt; ///< the other half of `reply`
    std::vector<reply::ReplyAttempt> attempts = {};
    reply::ApprovalPolicy policy = reply::ApprovalPolicy::FourEyes;
    std::optional<reply::Suspension> suspension = std::nullopt;
    QStringList allowedContacts = {};
    QString ownHandle = {}; ///< of the account that would answer; empty: none can
    playbook::VariableValues values = {};           ///< the desk's, with the crisis's before them
    std::vector<playbook::Variable> variables = {}; ///< declared by the playbook that counts here
};

struct ComposerSubject {
    core::MentionId mention = {};
    core::ReplyId reply = {}; ///< this very reply; none: an unfinished one to the mention, of the same visibility
    reply::Visibility visibility = reply::Visibility::Public;
    bool isFree = false; ///< continue nothing but a text that may become half of a pair
};

[[nodiscard]] Result<ComposerData> readComposerData(const store::Connection &connection, const ComposerSubject &subject,
                                                    core::Instant now);

/// The network takes this answer from a person alone, not from a program.
[[nodiscard]] bool isByHandOnly(const reply::Reply &reply, const ComposerData &data);

/// The open crisis this mention belongs to, newest first.
[[nodiscard]] Result<std::optional<incident::Incident>> openCrisisOf(const store::Connection &connection,
                                                                     const monitoring::Mention &mention);

/// The playbook whose messages these are.
struct MessageShelf {
    playbook::Text title = {};
    std::vector<playbook::Message> messages = {};
    std::vector<playbook::Variable> variables = {};
};
/// The crisis's playbook as it was at opening, with today's messages and approvals; without one, all playbooks.
[[nodiscard]] Result<std::vector<MessageShelf>> readMessageShelves(const store::Connection &connection,
                                                                   core::IncidentId incident);

} // namespace vigie::gui
