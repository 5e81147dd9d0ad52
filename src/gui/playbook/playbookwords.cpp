// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/playbook/playbookwords.h"

#include "networks/capabilities.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

QString readable(QString key)
{
    key.replace(u'-', u' ');
    if (!key.isEmpty())
        key[0] = key.at(0).toUpper();
    return key;
}

/// How much a text needs somebody: what a message as a whole shows.
int urgency(const playbook::MessageVariant &variant, core::Instant now)
{
    switch (variant.state) {
    case playbook::ApprovalState::Rejected:
        return 5;
    case playbook::ApprovalState::Pending:
        return 4;
    case playbook::ApprovalState::Draft:
        return 3;
    case playbook::ApprovalState::Approved:
        break;
    }
    return !playbook::isUsable(variant, now) ? 6 : playbook::isReviewDue(variant, now) ? 1 : 0;
}

} // namespace

QString PlaybookWords::kind(const QString &key)
{
    const QHash<QString, QString> names{{u"product-safety"_s, tr("Product safety")},
                                        {u"service-outage"_s, tr("Service outage")},
                                        {u"data-leak"_s, tr("Data leak")},
                                        {u"employee-conduct"_s, tr("Conduct of an employee")},
                                        {u"discrimination"_s, tr("Discrimination")},
                                        {u"rumour"_s, tr("Rumour")},
                                        {u"hacked-account"_s, tr("Hacked account")},
                                        {u"accident"_s, tr("Accident")},
                                        {u"social-conflict"_s, tr("Social conflict")},
                                        {u"bad-joke"_s, tr("Bad joke")},
                                        {u"other"_s, tr("Other")}};
    return names.value(key, readable(key));
}

QStringList PlaybookWords::stepPhases()
{
    return {u"detect"_s, u"acknowledge"_s, u"respond"_s, u"resolve"_s, u"learn"_s};
}

QString PlaybookWords::stepPhase(const QString &key)
{
    const QHash<QString, QString> names{{u"detect"_s, tr("Detect", "a phase of a plan")},
                                        {u"acknowledge"_s, tr("Acknowledge", "a phase of a plan")},
                                        {u"respond"_s, tr("Respond", "a phase of a plan")},
                                        {u"resolve"_s, tr("Resolve", "a phase of a plan")},
                                        {u"learn"_s, tr("Learn", "a phase of a plan")}};
    return names.value(key, readable(key));
}

QStringList PlaybookWords::messagePhases()
{
    return {u"holding"_s, u"update"_s, u"correction"_s, u"apology"_s, u"closing"_s, u"reply"_s};
}

QString PlaybookWords::messagePhase(const QString &key)
{
    const QHash<QString, QString> names{{u"holding"_s, tr("Holding statement")}, {u"update"_s, tr("Update")},
                                        {u"correction"_s, tr("Correction")},     {u"apology"_s, tr("Apology")},
                                        {u"closing"_s, tr("Closing")},           {u"reply"_s, tr("Reply")}};
    return names.value(key, readable(key));
}

QString PlaybookWords::audience(const QString &key)
{
    const QHash<QString, QString> names{{u"public"_s, tr("The public")},
                                        {u"affected"_s, tr("People affected")},
                                        {u"customer"_s, tr("A customer")},
                                        {u"press"_s, tr("The press")},
                                        {u"employees"_s, tr("Employees")}};
    return names.value(key, readable(key));
}

QString PlaybookWords::network(const QString &key)
{
    if (key.isEmpty())
        return tr("Any network");
    if (key == u"private"_s)
        return tr("Private message");
    return networks::networkName(key);
}

QString PlaybookWords::language(core::Language language)
{
    return language == core::Language::French ? tr("French") : tr("English");
}

QString PlaybookWords::offset(std::chrono::minutes minutes, const core::Format &format)
{
    //: When a step is due: %1 after the crisis was opened. T is the time of opening.
    return minutes.count() == 0 ? tr("T+0") : tr("T+%1").arg(format.duration(minutes));
}

QString PlaybookWords::offset(const playbook::Step &step, const core::Format &format)
{
    if (step.offsetFrom == playbook::OffsetFrom::StoodDown)
        //: When a step is due: %1 after the team stood down
        return tr("End+%1").arg(format.duration(step.offset));
    return offset(step.offset, format);
}

QString PlaybookWords::role(const playbook::Playbook &plan, const QString &key, core::Language language)
{
    if (key.isEmpty())
        return tr("Nobody yet");
    const playbook::Role *role = plan.role(key);
    return role ? role->title.in(language) : readable(key);
}

QString PlaybookWords::condition(const playbook::Condition &condition)
{
    QStringList parts;
    if (condition.minSeverity > 1)
        parts += tr("from severity %1").arg(condition.minSeverity);
    if (!condition.networks.isEmpty()) {
        QStringList names;
        for (const QString &key : condition.networks)
            names += network(key);
        //: A step that counts only when the crisis is on these networks
        parts += tr("only on %1").arg(names.join(u", "_s));
    }
    return parts.join(u", "_s);
}

Pill PlaybookWords::statePill(const playbook::MessageVariant &variant, core::Instant now)
{
    switch (variant.state) {
    case playbook::ApprovalState::Draft:
        return {.text = tr("Draft"), .iconName = u"pencil"_s, .ink = Token::Neutral, .ground = Token::NeutralTint};
    case playbook::ApprovalState::Pending:
        return {.text = tr("Waiting for approval"), .iconName = u"hourglass-split"_s, .ink = Token::Warning, .ground = Token::WarningTint};
    case playbook::ApprovalState::Rejected:
        return {.text = tr("Rejected"), .iconName = u"x-circle"_s, .ink = Token::Negative, .ground = Token::NegativeTint};
    case playbook::ApprovalState::Approved:
        break;
    }
    if (!playbook::isUsable(variant, now))
        return {.text = tr("Expired"), .iconName = u"alarm"_s, .ink = Token::Negative, .ground = Token::NegativeTint};
    if (playbook::isReviewDue(variant, now))
        return {.text = tr("To be reread"), .iconName = u"alarm"_s, .ink = Token::Warning, .ground = Token::WarningTint};
    return {.text = tr("Approved"), .iconName = u"check-circle"_s, .ink = Token::Positive, .ground = Token::PositiveTint};
}

Pill PlaybookWords::statePill(const playbook::Message &message, core::Instant now)
{
    const auto worst = std::max_element(message.variants.begin(), message.variants.end(),
                                        [now](const auto &a, const auto &b) { return urgency(a, now) < urgency(b, now); });
    return worst == message.variants.end()
               ? Pill{.text = tr("No text"), .iconName = u"dash-circle"_s, .ink = Token::Warning, .ground = Token::WarningTint}
               : statePill(*worst, now);
}

QString PlaybookWords::difference(const playbook::Difference &difference, core::Language language)
{
    const QString title = difference.title.in(language).isEmpty() ? difference.key : difference.title.in(language);
    const auto part = [&difference] {
        switch (difference.part) {
        case playbook::PlaybookPart::General:
            return tr("Title, kind or summary");
        case playbook::PlaybookPart::Cadence:
            return tr("Cadence");
        case playbook::PlaybookPart::Role:
            return tr("Role");
        case playbook::PlaybookPart::Severity:
            return tr("Severity");
        case playbook::PlaybookPart::Variable:
            return tr("Variable");
        case playbook::PlaybookPart::Step:
            return tr("Step");
        case playbook::PlaybookPart::Stakeholder:
            return tr("Somebody to tell");
        case playbook::PlaybookPart::Standdown:
            return tr("Item for standing down");
        case playbook::PlaybookPart::Message:
            break;
        }
        return tr("Message");
    };
    if (title.isEmpty())
        return tr("%1: changed", "a part of a plan").arg(part());
    switch (difference.kind) {
    case playbook::DifferenceKind::Added:
        return tr("%1 added: %2", "a part of a plan, its title").arg(part(), title);
    case playbook::DifferenceKind::Removed:
        return tr("%1 removed: %2", "a part of a plan, its title").arg(part(), title);
    case playbook::DifferenceKind::Changed:
        break;
    }
    return tr("%1 changed: %2", "a part of a plan, its title").arg(part(), title);
}

} // namespace vigie::gui
