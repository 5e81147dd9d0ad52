// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/playbook/playbookrows.h"

#include "gui/playbook/playbookwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

class PlaybookRows
{
    Q_DECLARE_TR_FUNCTIONS(PlaybookRows)

public:
    static CardRow playbookRow(const playbook::PlaybookSummary &summary, const core::Format &format, core::Instant now);
    static void addSeverities(std::vector<CardRow> &rows, const playbook::Playbook &plan, const core::Format &format);
    static void addCadence(std::vector<CardRow> &rows, const playbook::Playbook &plan, const core::Format &format);
    static void addSteps(std::vector<CardRow> &rows, const playbook::Playbook &plan, const core::Format &format);
    static void addStakeholders(std::vector<CardRow> &rows, const playbook::Playbook &plan, const core::Format &format);
    static void addStanddown(std::vector<CardRow> &rows, const playbook::Playbook &plan, core::Language language);
    static CardRow stepRow(const playbook::Playbook &plan, const playbook::Step &step, const core::Format &format);
    static CardRow roleHead(const playbook::Playbook &plan);
    static CardRow roleRow(const playbook::Playbook &plan, const playbook::Role &role, core::Language language);
    static CardRow messageRow(const playbook::Message &message, core::Language language, core::Instant now);
    static QString noPlaybook() { return tr("No plan yet. Import one, or restart Vigie to get those that come with it."); }
};

CardRow section(const QString &key, const QString &text, bool canAdd = false, const QString &spoken = {})
{
    return {.key = key, .kind = CardKind::Section, .text = text, .canAdd = canAdd, .toolTip = spoken, .spoken = spoken};
}

QString bullets(const std::vector<playbook::Text> &texts, core::Language language)
{
    QStringList lines;
    for (const playbook::Text &text : texts)
        lines += text.in(language);
    return lines.join(u" · "_s);
}

CardRow PlaybookRows::playbookRow(const playbook::PlaybookSummary &summary, const core::Format &format, core::Instant now)
{
    const core::Language language = format.language();
    const bool isFresh = isReviewed(summary, now);
    CardRow row{.key = u"playbook/%1"_s.arg(summary.id.value),
                .id = summary.id.value,
                .iconName = isFresh ? u"journal-check"_s : u"journal-text"_s,
                .iconToken = isFresh ? Token::Positive : Token::Muted,
                .text = summary.title.in(language),
                .textLines = 2,
                .isStrong = true,
                .metaLines = 2,
                //: The version of a plan
                .trailing = tr("v%1").arg(summary.version)};
    const QString review = !summary.reviewedAt ? tr("never reviewed")
                                               : tr("reviewed %1", "%1 is a short date").arg(format.dateShort(*summary.reviewedAt));
    QStringList meta{tr("%n step(s)", nullptr, summary.stepCount), tr("%n message(s)", nullptr, summary.messageCount), review};
    if (const QString kind = PlaybookWords::kind(summary.kind); kind != row.text)
        meta.prepend(kind);
    row.meta = meta.join(u" · "_s);
    return row;
}

void PlaybookRows::addSeverities(std::vector<CardRow> &rows, const playbook::Playbook &plan, const core::Format &format)
{
    const core::Language language = format.language();
    rows.push_back(section(u"severities"_s, tr("Severity levels")));
    for (auto level = plan.severities.rbegin(); level != plan.severities.rend(); ++level) {
        QStringList triggers;
        if (level->cadence)
            triggers += tr("speaks every %1", "%1 is a duration").arg(format.duration(*level->cadence));
        if (!level->roles.isEmpty()) {
            QStringList names;
            for (const QString &key : level->roles)
                names += PlaybookWords::role(plan, key, language);
            triggers += tr("calls in %1", "%1 is a list of roles").arg(names.join(u", "_s));
        }
        if (!level->approvals.isEmpty()) {
            QStringList names;
            for (const QString &key : level->approvals)
                names += PlaybookWords::role(plan, key, language);
            triggers += tr("approved by %1", "%1 is a list of roles").arg(names.join(u", "_s));
        }
        rows.push_back({.key = u"severity/%1"_s.arg(level->level),
                        .iconName = level->level >= 3 ? u"exclamation-triangle-fill"_s : u"exclamation-circle"_s,
                        .iconToken = level->level >= 4   ? Token::Negative
                                     : level->level == 3 ? Token::Warning
                                                         : Token::Muted,
                        .text = u"%1 · %2 — %3"_s.arg(level->level).arg(level->name.in(language), bullets(level->criteria, language)),
                        .textLines = 4,
                        .meta = triggers.join(u" · "_s),
                        .metaLines = 3});
    }
}

void PlaybookRows::addCadence(std::vector<CardRow> &rows, const playbook::Playbook &plan, const core::Format &format)
{
    rows.push_back(section(u"cadence"_s, tr("Cadence: how often the crisis speaks")));
    QStringList phases;
    for (const playbook::CadencePhase &phase : plan.cadence.phases)
        phases += phase.until ? tr("every %1 until %2", "durations").arg(format.duration(phase.every), format.duration(*phase.until))
                              : tr("then every %1", "a duration").arg(format.duration(phase.every));
    rows.push_back({.key = u"cadence/first"_s,
                    .iconName = u"megaphone"_s,
                    .text = tr("First statement by %1, its scope by %2", "times after opening")
                                .arg(PlaybookWords::offset(plan.cadence.firstStatement, format),
                                     PlaybookWords::offset(plan.cadence.scope, format)),
                    .meta = phases.join(u" · "_s),
                    .metaLines = 2});
}

CardRow PlaybookRows::stepRow(const playbook::Playbook &plan, const playbook::Step &step, const core::Format &format)
{
    const core::Language language = format.language();
    QStringList meta{PlaybookWords::role(plan, step.role, language)};
    if (const QString condition = PlaybookWords::condition(step.onlyIf); !condition.isEmpty())
        meta += condition;
    if (step.requiresProof)
        meta += step.proof.in(language).isEmpty() ? tr("asks for a proof") : tr("asks for a proof: %1").arg(step.proof.in(language));
    if (const playbook::MessageText *message = step.message.isEmpty() ? nullptr : plan.message(step.message))
        meta += tr("uses “%1”", "the title of a message").arg(message->title.in(language));
    if (!step.detail.in(language).isEmpty())
        meta += step.detail.in(language);
    return {.key = u"step/"_s + step.key,
            .iconName = step.requiresProof ? u"paperclip"_s : u"dash"_s,
            .text = step.title.in(language),
            .meta = meta.join(u" · "_s),
            .metaLines = 3,
            .trailing = PlaybookWords::offset(step, format)};
}

void PlaybookRows::addSteps(std::vector<CardRow> &rows, const playbook::Playbook &plan, const core::Format &format)
{
    for (const QString &phase : PlaybookWords::stepPhases()) {
        //: A section of a plan; %1 is a phase
        CardRow head = section(u"phase/"_s + phase, tr("Steps: %1").arg(PlaybookWords::stepPhase(phase)), true,
                               tr("Add a step to “%1”").arg(PlaybookWords::stepPhase(phase)));
        rows.push_back(std::move(head));
        bool isEmpty = true;
        for (const playbook::Step &step : plan.steps) {
            if (step.phase != phase)
                continue;
            rows.push_back(stepRow(plan, step, format));
            isEmpty = false;
        }
        if (isEmpty)
            rows.push_back({.key = u"nostep/"_s + phase, .kind = CardKind::Hint, .text = tr("No step in this phase.")});
    }
}

void PlaybookRows::addStakeholders(std::vector<CardRow> &rows, const playbook::Playbook &plan, const core::Format &format)
{
    const core::Language language = format.language();
    rows.push_back(section(u"stakeholders"_s, tr("Who must be told")));
    for (const playbook::Stakeholder &stakeholder : plan.stakeholders) {
        QStringList meta{tr("told by %1", "%1 is a role").arg(PlaybookWords::role(plan, stakeholder.role, language))};
        if (const QString condition = PlaybookWords::condition(stakeholder.onlyIf); !condition.isEmpty())
            meta += condition;
        if (!stakeholder.note.in(language).isEmpty())
            meta += stakeholder.note.in(language);
        rows.push_back({.key = u"stakeholder/"_s + stakeholder.key,
                        .iconName = u"telephone"_s,
                        .text = stakeholder.name.in(language),
                        .meta = meta.join(u" · "_s),
                        .metaLines = 2,
                        .trailing = PlaybookWords::offset(stakeholder.offset, format)});
    }
}

void PlaybookRows::addStanddown(std::vector<CardRow> &rows, const playbook::Playbook &plan, core::Language language)
{
    rows.push_back(section(u"standdown"_s, tr("Before standing down")));
    for (const playbook::StanddownItem &item : plan.standdown)
        rows.push_back({.key = u"standdown/"_s + item.key,
                        .iconName = u"check2"_s,
                        .text = item.text.in(language),
                        .meta = PlaybookWords::role(plan, item.role, language)});
}

CardRow PlaybookRows::roleHead(const playbook::Playbook &plan)
{
    return section(u"roles"_s, tr("%n role(s)", nullptr, int(plan.roles.size())), true, tr("Add a role"));
}

CardRow PlaybookRows::roleRow(const playbook::Playbook &plan, const playbook::Role &role, core::Language language)
{
    QStringList meta{role.mission.in(language)};
    for (const playbook::Text &duty : role.duties)
        meta += u"•\u00a0"_s + duty.in(language);
    CardRow row{.key = u"role/"_s + role.key,
                .iconName = role.isForMany ? u"people"_s : u"person-badge"_s,
                .iconToken = Token::Link,
                .text = role.title.in(language),
                .textLines = 2,
                .isStrong = true,
                .meta = meta.join(u"  "_s),
                .metaLines = 8};
    if (!role.deputyRole.isEmpty())
        row.trailing = tr("Deputy: %1").arg(PlaybookWords::role(plan, role.deputyRole, language));
    else if (role.isForMany)
        row.trailing = tr("Several people");
    return row;
}

CardRow PlaybookRows::messageRow(const playbook::Message &message, core::Language language, core::Instant now)
{
    const Pill state = PlaybookWords::statePill(message, now);
    CardRow row{.key = u"message/%1"_s.arg(message.id.value),
                .id = message.id.value,
                .iconName = state.iconName,
                .iconToken = state.ink,
                .text = message.title.in(language),
                .textLines = 2,
                .meta = state.text + u" · "_s + PlaybookWords::audience(message.audience),
                .toolTip = message.situation.in(language)};
    if (playbook::hasDrifted(message)) {
        row.meta = tr("The languages have drifted apart") + u" · "_s + row.meta;
        row.metaIconName = u"translate"_s;
        row.metaToken = Token::Warning;
    }
    return row;
}

} // namespace

std::vector<CardRow> playbookRows(const Library &library, const core::Format &format, core::Instant now)
{
    std::vector<CardRow> rows;
    for (const playbook::PlaybookSummary &summary : library.playbooks)
        rows.push_back(PlaybookRows::playbookRow(summary, format, now));
    if (rows.empty())
        rows.push_back({.key = u"hint"_s, .kind = CardKind::Hint, .text = PlaybookRows::noPlaybook()});
    return rows;
}

std::vector<CardRow> planRows(const playbook::Playbook &plan, const core::Format &format)
{
    std::vector<CardRow> rows;
    PlaybookRows::addSteps(rows, plan, format);
    PlaybookRows::addSeverities(rows, plan, format);
    PlaybookRows::addCadence(rows, plan, format);
    PlaybookRows::addStakeholders(rows, plan, format);
    PlaybookRows::addStanddown(rows, plan, format.language());
    return rows;
}

std::vector<CardRow> roleRows(const playbook::Playbook &plan, core::Language language)
{
    std::vector<CardRow> rows{PlaybookRows::roleHead(plan)};
    for (const playbook::Role &role : plan.roles)
        rows.push_back(PlaybookRows::roleRow(plan, role, language));
    return rows;
}

std::vector<CardRow> messageRows(const OpenPlaybook &playbook, core::Language language, core::Instant now)
{
    std::vector<CardRow> rows;
    for (const QString &phase : PlaybookWords::messagePhases()) {
        bool hasHead = false;
        for (const playbook::Message &message : playbook.messages) {
            if (message.phase != phase)
                continue;
            if (!hasHead)
                rows.push_back(section(u"phase/"_s + phase, PlaybookWords::messagePhase(phase)));
            hasHead = true;
            rows.push_back(PlaybookRows::messageRow(message, language, now));
        }
    }
    return rows;
}

} // namespace vigie::gui
