// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace vigie::playbook
{

/// A text in both languages. Plain text; "\n" breaks a line.
struct Text {
    QString en = {};
    QString fr = {};

    [[nodiscard]] const QString &in(core::Language language) const
    {
        return language == core::Language::French ? fr : en;
    }
    bool operator==(const Text &) const = default;
};

struct CadencePhase {
    std::optional<std::chrono::minutes> until = std::nullopt; ///< age of the crisis; nothing for the last phase
    std::chrono::minutes every = {};

    bool operator==(const CadencePhase &) const = default;
};

/// How often the crisis speaks, where the severity does not say otherwise.
struct Cadence {
    std::chrono::minutes firstStatement = {};
    std::chrono::minutes scope = {};
    std::vector<CadencePhase> phases = {};

    bool operator==(const Cadence &) const = default;
};

struct Role {
    QString key = {};
    Text title = {};
    Text mission = {};
    std::vector<Text> duties = {};
    QString deputyRole = {}; ///< empty for none
    bool isForMany = false;

    bool operator==(const Role &) const = default;
};

/// Level 4 is the gravest.
struct Severity {
    int level = 1;
    Text name = {};
    std::vector<Text> criteria = {};
    std::optional<std::chrono::minutes> cadence = std::nullopt; ///< nothing: the playbook's
    QStringList roles = {};                                     ///< called in at this level
    QStringList approvals = {};                                 ///< all of these approve what is said in public

    bool operator==(const Severity &) const = default;
};

enum class VariableSource {
    Desk,          ///< "brand": one value for the whole desk; see deskvalues.h
    MentionAuthor, ///< "mention.author"
    NextUpdate,    ///< "incident.next_update"
    Ask,           ///< the person who writes, once per crisis
};

struct Variable {
    QString key = {};
    Text label = {};
    Text example = {};
    VariableSource source = VariableSource::Ask;

    bool operator==(const Variable &) const = default;
};

/// When a step or a stakeholder counts. Without conditions: always.
struct Condition {
    int minSeverity = 0;
    QStringList networks = {}; ///< at least one of these carries a mention of the crisis

    [[nodiscard]] bool holds(int severity, const QStringList &networksSeen) const;
    bool operator==(const Condition &) const = default;
};

enum class OffsetFrom { Opened, StoodDown };

struct Step {
    QString key = {};
    Text title = {};
    Text detail = {};
    QString phase = {}; ///< detect, acknowledge, respond, resolve, learn
    QString role = {};
    std::chrono::minutes offset = {};
    OffsetFrom offsetFrom = OffsetFrom::Opened;
    Condition onlyIf = {};
    bool requiresProof = false;
    Text proof = {};      ///< what to give; empty when no proof is asked
    QString message = {}; ///< key of the pre-approved message it uses; empty for none

    bool operator==(const Step &) const = default;
};

/// Somebody who must be told.
struct Stakeholder {
    QString key = {};
    Text name = {};
    QString role = {}; ///< who tells
    std::chrono::minutes offset = {};
    Text note = {};
    QString message = {};
    Condition onlyIf = {};

    bool operator==(const Stakeholder &) const = default;
};

struct StanddownItem {
    QString key = {};
    Text text = {};
    QString role = {};
    QString message = {};

    bool operator==(const StanddownItem &) const = default;
};

struct VariantText {
    core::Language language = core::Language::English;
    QString network = {}; ///< empty for any, "private" for any private message
    QString text = {};

    bool operator==(const VariantText &) const = default;
};

/// A pre-approved message as the file has it. Its life in the database (versions, approvals) is playbook::Message.
struct MessageText {
    QString key = {};
    QString phase = {};    ///< holding, update, correction, apology, closing, reply
    QString audience = {}; ///< public, affected, press, employees, customer
    Text title = {};
    Text situation = {};
    QString ownerRole = {};
    QString approverRole = {};
    int reviewDueDays = 180;
    int expiresDays = 365;
    std::vector<VariantText> variants = {};

    bool operator==(const MessageText &) const = default;
};

/**
 * One plan for one kind of crisis, in both languages: what resources/playbooks/FORMAT.md describes.
 * A plain value; parse, write and check it with playbookfile.h.
 */
struct Playbook {
    QString key = {};
    int version = 1;
    QString kind = {}; ///< product-safety, service-outage, …; other
    Text title = {};
    Text summary = {};
    Cadence cadence = {};
    std::vector<Role> roles = {};
    std::vector<Severity> severities = {};
    std::vector<Variable> variables = {};
    std::vector<Step> steps = {}; ///< in the order shown: by offset, those after standing down last
    std::vector<Stakeholder> stakeholders = {};
    std::vector<StanddownItem> standdown = {};
    std::vector<MessageText> messages = {};

    [[nodiscard]] const Role *role(QStringView key) const; ///< null when there is none; so are the next four
    [[nodiscard]] const Severity *severity(int level) const;
    [[nodiscard]] const Step *step(QStringView key) const;
    [[nodiscard]] const Variable *variable(QStringView key) const;
    [[nodiscard]] const MessageText *message(QStringView key) const;

    /// Between two updates, at this severity and age of the crisis. Never zero.
    [[nodiscard]] std::chrono::minutes updateInterval(int severityLevel, std::chrono::minutes age) const;

    bool operator==(const Playbook &) const = default;
};

} // namespace vigie::playbook
