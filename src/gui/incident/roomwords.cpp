// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/incident/roomwords.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

using incident::FactState;

namespace
{

struct LogKind {
    const char *name;
    QString iconName;
    Token token = Token::Muted;
};

const LogKind &logKind(const QString &kind)
{
    static const QHash<QString, LogKind> kinds = {
        {u"note"_s, {QT_TRANSLATE_NOOP("RoomWords", "Note"), u"chat-left-text"_s}},
        {u"opened"_s, {QT_TRANSLATE_NOOP("RoomWords", "Opened"), u"flag-fill"_s, Token::Negative}},
        {u"acknowledged"_s, {QT_TRANSLATE_NOOP("RoomWords", "Taken in charge"), u"person-check"_s}},
        {u"severity"_s, {QT_TRANSLATE_NOOP("RoomWords", "Severity"), u"exclamation-triangle"_s, Token::Warning}},
        {u"role"_s, {QT_TRANSLATE_NOOP("RoomWords", "Role"), u"person-badge"_s}},
        {u"task"_s, {QT_TRANSLATE_NOOP("RoomWords", "Task"), u"check2-circle"_s, Token::Positive}},
        {u"update"_s, {QT_TRANSLATE_NOOP("RoomWords", "Status update"), u"megaphone"_s, Token::Link}},
        {u"decision"_s, {QT_TRANSLATE_NOOP("RoomWords", "Decision"), u"signpost-split"_s, Token::Link}},
        {u"fact"_s, {QT_TRANSLATE_NOOP("RoomWords", "Fact"), u"patch-check"_s}},
        {u"stakeholder"_s, {QT_TRANSLATE_NOOP("RoomWords", "Told"), u"telephone"_s}},
        {u"mention"_s, {QT_TRANSLATE_NOOP("RoomWords", "Mention"), u"chat-quote"_s}},
        {u"reply"_s, {QT_TRANSLATE_NOOP("RoomWords", "Reply"), u"reply"_s, Token::Link}},
        {u"alert"_s, {QT_TRANSLATE_NOOP("RoomWords", "Alert"), u"bell"_s, Token::Warning}},
        {u"resolved"_s, {QT_TRANSLATE_NOOP("RoomWords", "Resolved"), u"check-circle"_s, Token::Positive}},
        {u"closed"_s, {QT_TRANSLATE_NOOP("RoomWords", "Closed"), u"door-closed"_s}},
        {u"reopened"_s, {QT_TRANSLATE_NOOP("RoomWords", "Reopened"), u"arrow-counterclockwise"_s, Token::Warning}}};
    static const LogKind other = {QT_TRANSLATE_NOOP("RoomWords", "Entry"), u"journal-text"_s};
    const auto found = kinds.constFind(kind);
    return found == kinds.constEnd() ? other : *found;
}

} // namespace

QString RoomWords::severityName(int severity, core::Language language, const std::optional<playbook::Playbook> &plan)
{
    QString name;
    if (plan) {
        if (const playbook::Severity *level = plan->severity(severity))
            name = level->name.in(language);
    }
    if (name.isEmpty()) {
        switch (severity) {
        case 1:
            name = tr("Watch", "severity level 1 of 4, the mildest");
            break;
        case 2:
            name = tr("Serious", "severity level 2 of 4");
            break;
        case 3:
            name = tr("Grave", "severity level 3 of 4");
            break;
        default:
            name = tr("Critical", "severity level 4 of 4, the gravest");
            break;
        }
    }
    return u"%1 · %2"_s.arg(severity).arg(name);
}

Pill RoomWords::severityPill(int severity, core::Language language, const std::optional<playbook::Playbook> &plan)
{
    Pill pill{.text = severityName(severity, language, plan)};
    if (severity >= 3) {
        pill.iconName = severity == incident::kGravestSeverity ? u"exclamation-octagon"_s : u"exclamation-triangle-fill"_s;
        pill.ink = Token::Negative;
        pill.ground = Token::NegativeTint;
    } else if (severity == 2) {
        pill.iconName = u"exclamation-triangle"_s;
        pill.ink = Token::Warning;
        pill.ground = Token::WarningTint;
    } else {
        pill.iconName = u"info-circle"_s;
        pill.ink = Token::Neutral;
    }
    return pill;
}

QString RoomWords::roleTitle(const QString &key, core::Language language, const std::optional<playbook::Playbook> &plan)
{
    if (plan) {
        if (const playbook::Role *role = plan->role(key))
            return role->title.in(language);
    }
    if (key.isEmpty())
        return tr("No role");
    if (key == kLeadRole)
        return tr("Crisis lead");
    QString readable = key;
    readable.replace(u'-', u' ');
    readable[0] = readable.at(0).toUpper();
    return readable;
}

QString RoomWords::factStateName(FactState state)
{
    switch (state) {
    case FactState::Confirmed:
        return tr("Confirmed");
    case FactState::Checking:
        return tr("Being checked");
    case FactState::NotToSay:
        return tr("Not to say");
    case FactState::Withdrawn:
        break;
    }
    return tr("Withdrawn");
}

QString RoomWords::factStateIcon(FactState state)
{
    switch (state) {
    case FactState::Confirmed:
        return u"patch-check"_s;
    case FactState::Checking:
        return u"hourglass-split"_s;
    case FactState::NotToSay:
        return u"eye-slash"_s;
    case FactState::Withdrawn:
        break;
    }
    return u"x-circle"_s;
}

Token RoomWords::factStateToken(FactState state)
{
    switch (state) {
    case FactState::Confirmed:
        return Token::Positive;
    case FactState::Checking:
        return Token::Warning;
    case FactState::NotToSay:
        return Token::Negative;
    case FactState::Withdrawn:
        break;
    }
    return Token::Muted;
}

QString RoomWords::logKindName(const QString &kind)
{
    return tr(logKind(kind).name);
}

QString RoomWords::logKindIcon(const QString &kind)
{
    return logKind(kind).iconName;
}

Token RoomWords::logKindToken(const QString &kind)
{
    return logKind(kind).token;
}

} // namespace vigie::gui
