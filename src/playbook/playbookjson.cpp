// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/playbookjson.h"

#include "core/text.h"
#include "playbook/messagetemplate.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace vigie::playbook
{
namespace
{

using std::chrono::minutes;
constexpr int kMaxMinutes = 366 * 24 * 60;
constexpr int kMaxDays = 36'500;

/// One object of the file: reads its members, and tells what is not as it should be.
class Members
{
public:
    Members(QJsonObject object, QString path, Remarks &remarks)
        : m_object(std::move(object))
        , m_path(std::move(path))
        , m_remarks(remarks)
    {
    }

    [[nodiscard]] QString pathOf(const QString &name) const { return m_path.isEmpty() ? name : m_path + u'.' + name; }
    [[nodiscard]] bool has(const QString &name) const
    {
        const QJsonValue value = m_object.value(name);
        return !value.isUndefined() && !value.isNull();
    }
    void error(const QString &name, QString reason) const
    {
        m_remarks.push_back({.isError = true, .path = pathOf(name), .reason = std::move(reason)});
    }
    void warn(const QString &name, QString reason) const
    {
        m_remarks.push_back({.isError = false, .path = pathOf(name), .reason = std::move(reason)});
    }

    void knowOnly(std::initializer_list<QStringView> names) const
    {
        for (auto member = m_object.begin(); member != m_object.end(); ++member) {
            const QString name = member.key();
            if (!name.startsWith(u'$') && std::find(names.begin(), names.end(), name) == names.end())
                warn(name, u"“%1” is not known here and is ignored"_s.arg(core::elided(name, 40)));
        }
    }

    [[nodiscard]] QString optionalString(const QString &name) const
    {
        if (!has(name))
            return {};
        const QJsonValue value = m_object.value(name);
        if (!value.isString())
            error(name, u"must be a string"_s);
        return core::sanitized(value.toString());
    }
    [[nodiscard]] QString string(const QString &name) const
    {
        if (!has(name))
            error(name, u"“%1” is missing"_s.arg(name));
        return optionalString(name);
    }

    [[nodiscard]] int integer(const QString &name, int least, int most) const
    {
        if (!has(name)) {
            error(name, u"“%1” is missing"_s.arg(name));
            return least;
        }
        const QJsonValue value = m_object.value(name);
        const double number = value.toDouble(std::nan(""));
        if (!value.isDouble() || !(number == std::floor(number))) {
            error(name, u"must be a whole number"_s);
            return least;
        }
        if (number < least || number > most) {
            error(name, u"must be between %1 and %2"_s.arg(least).arg(most));
            return least;
        }
        return int(number);
    }
    [[nodiscard]] minutes minutesOf(const QString &name, int least = 0) const
    {
        return minutes(integer(name, least, kMaxMinutes));
    }
    [[nodiscard]] std::optional<minutes> optionalMinutes(const QString &name, int least) const
    {
        return has(name) ? std::optional(minutesOf(name, least)) : std::nullopt;
    }
    [[nodiscard]] bool boolean(const QString &name) const
    {
        if (has(name) && !m_object.value(name).isBool())
            error(name, u"must be true or false"_s);
        return m_object.value(name).toBool();
    }

    [[nodiscard]] Members object(const QString &name) const
    {
        if (has(name) && !m_object.value(name).isObject())
            error(name, u"must be an object"_s);
        return {m_object.value(name).toObject(), pathOf(name), m_remarks};
    }
    [[nodiscard]] Members requiredObject(const QString &name) const
    {
        if (!has(name))
            error(name, u"“%1” is missing"_s.arg(name));
        return object(name);
    }
    /// Whether a text is there in both languages is a rule (brokenRules), since an edited playbook must keep it too.
    [[nodiscard]] Text text(const QString &name) const
    {
        const Members both = object(name);
        both.knowOnly({u"fr", u"en"});
        return {.en = both.optionalString(u"en"_s), .fr = both.optionalString(u"fr"_s)};
    }

    template <typename Read>
    [[nodiscard]] auto list(const QString &name, Read read) const
    {
        std::vector<std::invoke_result_t<Read, const Members &>> elements;
        forEach(name, [&](const QJsonValue &value, const QString &path) {
            if (value.isObject())
                elements.push_back(read(Members(value.toObject(), path, m_remarks)));
            else
                m_remarks.push_back({.isError = true, .path = path, .reason = u"must be an object"_s});
        });
        return elements;
    }
    [[nodiscard]] QStringList strings(const QString &name) const
    {
        QStringList elements;
        forEach(name, [&](const QJsonValue &value, const QString &path) {
            if (!value.isString())
                m_remarks.push_back({.isError = true, .path = path, .reason = u"must be a string"_s});
            elements.append(core::sanitized(value.toString()));
        });
        return elements;
    }

private:
    template <typename Use>
    void forEach(const QString &name, Use use) const
    {
        if (has(name) && !m_object.value(name).isArray())
            error(name, u"must be a list"_s);
        const QJsonArray array = m_object.value(name).toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            use(array.at(i), pathOf(name) + u'[' + QString::number(i) + u']');
    }

    QJsonObject m_object;
    QString m_path;
    Remarks &m_remarks;
};

Cadence readCadence(const Members &cadence)
{
    cadence.knowOnly({u"first_statement_minutes", u"scope_minutes", u"phases"});
    return {.firstStatement = cadence.minutesOf(u"first_statement_minutes"_s),
            .scope = cadence.minutesOf(u"scope_minutes"_s),
            .phases = cadence.list(u"phases"_s, [](const Members &phase) {
                phase.knowOnly({u"until_minutes", u"every_minutes"});
                return CadencePhase{.until = phase.optionalMinutes(u"until_minutes"_s, 1),
                                    .every = phase.minutesOf(u"every_minutes"_s, 1)};
            })};
}

Role readRole(const Members &role)
{
    role.knowOnly({u"key", u"title", u"mission", u"duties", u"deputy_role", u"many"});
    // A duty is a text itself, so it is read through a list of the objects that texts are.
    return {.key = role.string(u"key"_s),
            .title = role.text(u"title"_s),
            .mission = role.text(u"mission"_s),
            .duties = role.list(u"duties"_s,
                                [](const Members &duty) {
                                    duty.knowOnly({u"fr", u"en"});
                                    return Text{.en = duty.optionalString(u"en"_s), .fr = duty.optionalString(u"fr"_s)};
                                }),
            .deputyRole = role.optionalString(u"deputy_role"_s),
            .isForMany = role.boolean(u"many"_s)};
}

Severity readSeverity(const Members &severity)
{
    severity.knowOnly({u"level", u"name", u"criteria", u"triggers"});
    const Members triggers = severity.object(u"triggers"_s);
    triggers.knowOnly({u"cadence_minutes", u"roles", u"approvals"});
    return {.level = severity.integer(u"level"_s, 1, 4),
            .name = severity.text(u"name"_s),
            .criteria = severity.list(u"criteria"_s,
                                      [](const Members &criterion) {
                                          criterion.knowOnly({u"fr", u"en"});
                                          return Text{.en = criterion.optionalString(u"en"_s),
                                                      .fr = criterion.optionalString(u"fr"_s)};
                                      }),
            .cadence = triggers.optionalMinutes(u"cadence_minutes"_s, 1),
            .roles = triggers.strings(u"roles"_s),
            .approvals = triggers.strings(u"approvals"_s)};
}

constexpr std::pair<VariableSource, QStringView> kSources[] = {{VariableSource::Desk, u"brand"},
                                                               {VariableSource::MentionAuthor, u"mention.author"},
                                                               {VariableSource::NextUpdate, u"incident.next_update"},
                                                               {VariableSource::Ask, u"ask"}};

Variable readVariable(const Members &variable)
{
    variable.knowOnly({u"key", u"label", u"example", u"source"});
    Variable read{
        .key = variable.string(u"key"_s), .label = variable.text(u"label"_s), .example = variable.text(u"example"_s)};
    const QString source = variable.string(u"source"_s);
    const auto known = std::find_if(std::begin(kSources), std::end(kSources),
                                    [&source](const auto &candidate) { return candidate.second == source; });
    if (known != std::end(kSources))
        read.source = known->first;
    else if (variable.has(u"source"_s))
        variable.error(u"source"_s, u"must be brand, mention.author, incident.next_update or ask"_s);
    return read;
}

Condition readCondition(const Members &condition)
{
    condition.knowOnly({u"min_severity", u"networks"});
    return {.minSeverity = condition.has(u"min_severity"_s) ? condition.integer(u"min_severity"_s, 1, 4) : 0,
            .networks = condition.strings(u"networks"_s)};
}

Step readStep(const Members &step)
{
    step.knowOnly({u"key", u"title", u"detail", u"phase", u"role", u"offset_minutes", u"offset_from", u"only_if",
                   u"requires_proof", u"proof", u"message"});
    const QString from = step.optionalString(u"offset_from"_s);
    if (!from.isEmpty() && from != u"opened" && from != u"stood_down")
        step.error(u"offset_from"_s, u"must be opened or stood_down"_s);
    return {.key = step.string(u"key"_s),
            .title = step.text(u"title"_s),
            .detail = step.text(u"detail"_s),
            .phase = step.string(u"phase"_s),
            .role = step.string(u"role"_s),
            .offset = step.minutesOf(u"offset_minutes"_s),
            .offsetFrom = from == u"stood_down" ? OffsetFrom::StoodDown : OffsetFrom::Opened,
            .onlyIf = readCondition(step.object(u"only_if"_s)),
            .requiresProof = step.boolean(u"requires_proof"_s),
            .proof = step.text(u"proof"_s),
            .message = step.optionalString(u"message"_s)};
}

Stakeholder readStakeholder(const Members &stakeholder)
{
    stakeholder.knowOnly({u"key", u"name", u"role", u"offset_minutes", u"note", u"message", u"only_if"});
    return {.key = stakeholder.string(u"key"_s),
            .name = stakeholder.text(u"name"_s),
            .role = stakeholder.string(u"role"_s),
            .offset = stakeholder.minutesOf(u"offset_minutes"_s),
            .note = stakeholder.text(u"note"_s),
            .message = stakeholder.optionalString(u"message"_s),
            .onlyIf = readCondition(stakeholder.object(u"only_if"_s))};
}

StanddownItem readStanddown(const Members &item)
{
    item.knowOnly({u"key", u"text", u"role", u"message"});
    return {.key = item.string(u"key"_s),
            .text = item.text(u"text"_s),
            .role = item.string(u"role"_s),
            .message = item.optionalString(u"message"_s)};
}

VariantText readVariant(const Members &variant)
{
    variant.knowOnly({u"language", u"network", u"text"});
    VariantText read{.network = variant.optionalString(u"network"_s), .text = variant.string(u"text"_s)};
    const QString language = variant.string(u"language"_s);
    if (language == u"fr")
        read.language = core::Language::French;
    else if (language != u"en" && variant.has(u"language"_s))
        variant.error(u"language"_s, u"must be fr or en"_s);
    return read;
}

MessageText readMessage(const Members &message)
{
    message.knowOnly({u"key", u"phase", u"audience", u"title", u"situation", u"owner_role", u"approver_role",
                      u"review_due_days", u"expires_days", u"variables", u"variants"});
    MessageText read{.key = message.string(u"key"_s),
                     .phase = message.string(u"phase"_s),
                     .audience = message.string(u"audience"_s),
                     .title = message.text(u"title"_s),
                     .situation = message.text(u"situation"_s),
                     .ownerRole = message.string(u"owner_role"_s),
                     .approverRole = message.string(u"approver_role"_s),
                     .reviewDueDays = message.integer(u"review_due_days"_s, 1, kMaxDays),
                     .expiresDays = message.integer(u"expires_days"_s, 1, kMaxDays),
                     .variants = message.list(u"variants"_s, readVariant)};
    QStringList used;
    for (const VariantText &variant : read.variants)
        used.append(variableNames(variant.text));
    QStringList listed = message.strings(u"variables"_s);
    const QSet<QString> usedSet(used.begin(), used.end());
    if (QSet<QString>(listed.begin(), listed.end()) != usedSet)
        message.warn(u"variables"_s, u"does not list exactly the variables that the texts use"_s);
    return read;
}

} // namespace

Playbook playbookFromJson(const QJsonObject &file, Remarks &remarks)
{
    const Members top(file, {}, remarks);
    top.knowOnly({u"format", u"format_version", u"key", u"version", u"kind", u"title", u"summary", u"cadence", u"roles",
                  u"severities", u"variables", u"steps", u"stakeholders", u"standdown", u"messages"});
    if (top.string(u"format"_s) != u"vigie-playbook")
        top.error(u"format"_s, u"must be “vigie-playbook”"_s);
    (void)top.integer(u"format_version"_s, 1, 1);
    return {.key = top.string(u"key"_s),
            .version = top.integer(u"version"_s, 1, 1'000'000),
            .kind = top.string(u"kind"_s),
            .title = top.text(u"title"_s),
            .summary = top.text(u"summary"_s),
            .cadence = readCadence(top.requiredObject(u"cadence"_s)),
            .roles = top.list(u"roles"_s, readRole),
            .severities = top.list(u"severities"_s, readSeverity),
            .variables = top.list(u"variables"_s, readVariable),
            .steps = top.list(u"steps"_s, readStep),
            .stakeholders = top.list(u"stakeholders"_s, readStakeholder),
            .standdown = top.list(u"standdown"_s, readStanddown),
            .messages = top.list(u"messages"_s, readMessage)};
}

} // namespace vigie::playbook
