// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/postmortem/reviewrows.h"

#include "gui/incident/roomwords.h"

#include <array>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

using postmortem::ActionState;
using postmortem::FindingKind;
using postmortem::ReviewState;

namespace
{

struct KindLook {
    FindingKind kind;
    QString iconName;
    Token token;
};

const std::array<KindLook, 4> &kindLooks()
{
    static const std::array<KindLook, 4> looks = {{{FindingKind::Worked, u"hand-thumbs-up"_s, Token::Positive},
                                                   {FindingKind::WentWrong, u"x-circle"_s, Token::Negative},
                                                   {FindingKind::ToImprove, u"graph-up-arrow"_s, Token::Warning},
                                                   {FindingKind::Luck, u"lightbulb"_s, Token::Link}}};
    return looks;
}

} // namespace

QString ReviewRows::findingKindName(FindingKind kind)
{
    switch (kind) {
    case FindingKind::WentWrong:
        return tr("What went wrong");
    case FindingKind::ToImprove:
        return tr("What to improve");
    case FindingKind::Worked:
        return tr("What worked");
    case FindingKind::Luck:
        break;
    }
    return tr("Where we were lucky");
}

QString ReviewRows::actionStateName(ActionState state)
{
    switch (state) {
    case ActionState::Open:
        return tr("Open", "state of a corrective action");
    case ActionState::Done:
        return tr("Done", "state of a corrective action");
    case ActionState::Dropped:
        break;
    }
    return tr("Dropped", "state of a corrective action");
}

std::vector<CardRow> ReviewRows::crises(const std::vector<postmortem::ReviewListEntry> &entries) const
{
    std::vector<CardRow> rows;
    for (const postmortem::ReviewListEntry &entry : entries) {
        const Pill severity = RoomWords::severityPill(entry.severity, m_format.language());
        QStringList meta{m_format.dateShort(entry.beganAt)};
        if (!entry.isClosed)
            meta += tr("still open");
        else if (!entry.reviewId.isValid())
            meta += tr("review not begun");
        else
            meta += entry.state == ReviewState::Final ? tr("review final") : tr("review in draft");
        if (entry.openActions > 0)
            meta += tr("%n open action(s)", nullptr, entry.openActions);
        rows.push_back({.key = u"crisis.%1"_s.arg(entry.incidentId.value),
                        .id = entry.incidentId.value,
                        .iconName = severity.iconName,
                        .iconToken = severity.ink,
                        .text = entry.title,
                        .textLines = 2,
                        .isStrong = true,
                        .meta = meta.join(u" · "_s),
                        .metaLines = 2,
                        .toolTip = severity.text + u"\n"_s + m_format.dateTimeWithZone(entry.beganAt),
                        .spoken = QStringList{entry.title, severity.text, meta.join(u", "_s)}.join(u". "_s)});
    }
    return rows;
}

std::vector<CardRow> ReviewRows::findings(const postmortem::Review &review)
{
    const bool isDraft = review.state == ReviewState::Draft;
    std::vector<CardRow> rows;
    for (const KindLook &look : kindLooks()) {
        const QString name = findingKindName(look.kind);
        rows.push_back({.key = u"kind.%1"_s.arg(int(look.kind)),
                        .kind = CardKind::Section,
                        .group = int(look.kind),
                        .text = name,
                        .canAdd = isDraft});
        bool isEmpty = true;
        for (const postmortem::Finding &finding : review.findings) {
            if (finding.kind != look.kind)
                continue;
            isEmpty = false;
            rows.push_back({.key = u"finding.%1"_s.arg(finding.id.value),
                            .id = finding.id.value,
                            .group = int(look.kind),
                            .iconName = look.iconName,
                            .iconToken = look.token,
                            .text = finding.text,
                            .textLines = 8,
                            .spoken = name + u". "_s + finding.text});
        }
        if (isEmpty)
            rows.push_back({.key = u"empty.%1"_s.arg(int(look.kind)),
                            .kind = CardKind::Hint,
                            .group = int(look.kind),
                            .text = tr("Nothing noted yet.")});
    }
    return rows;
}

std::vector<CardRow> ReviewRows::actions(const postmortem::Review &review) const
{
    std::vector<CardRow> rows;
    rows.push_back({.key = u"actions"_s,
                    .kind = CardKind::Section,
                    .text = tr("What we change, who does it, until when"),
                    .canAdd = true});
    for (const postmortem::Action &action : review.actions) {
        CardRow row{.key = u"action.%1"_s.arg(action.id.value), .id = action.id.value, .text = action.text, .textLines = 4};
        const bool isOpen = action.state == ActionState::Open;
        row.mark = isOpen ? CardMark::Open : action.state == ActionState::Done ? CardMark::Done : CardMark::Skipped;
        row.isQuiet = !isOpen;
        QStringList meta{action.owner.isEmpty() ? tr("nobody yet", "owner of an action") : action.owner};
        if (action.state != ActionState::Open)
            meta += actionStateName(action.state);
        row.meta = meta.join(u" · "_s);
        if (action.dueAt) {
            row.trailing = m_format.dateShort(*action.dueAt);
            row.toolTip = tr("Due %1").arg(m_format.date(*action.dueAt));
            if (isOpen && *action.dueAt < m_now) {
                row.trailingToken = Token::Negative;
                row.trailing = tr("late: %1", "%1 is a date").arg(row.trailing);
            }
        }
        row.spoken = QStringList{actionStateName(action.state), action.text, row.meta, row.trailing}.join(u". "_s);
        rows.push_back(std::move(row));
    }
    if (review.actions.empty())
        rows.push_back({.key = u"empty"_s,
                        .kind = CardKind::Hint,
                        .text = tr("A review without an action changes nothing. One sentence, one person, one date."),
                        .textLines = 3});
    return rows;
}

std::vector<CardRow> ReviewRows::timeline(const std::vector<postmortem::TimelineEntry> &entries) const
{
    std::vector<CardRow> rows;
    QString day;
    int number = 0;
    for (const postmortem::TimelineEntry &entry : entries) {
        const QString date = m_format.date(entry.at);
        ++number;
        if (date != day) {
            day = date;
            rows.push_back({.key = u"day.%1"_s.arg(number), .kind = CardKind::Section, .text = date});
        }
        rows.push_back({.key = u"entry.%1"_s.arg(number),
                        .iconName = RoomWords::logKindIcon(entry.kind),
                        .iconToken = RoomWords::logKindToken(entry.kind),
                        .text = entry.text,
                        .textLines = 8,
                        .meta = entry.actor,
                        .trailing = m_format.time(entry.at),
                        .toolTip = m_format.dateTimeWithZone(entry.at)});
    }
    return rows;
}

} // namespace vigie::gui
