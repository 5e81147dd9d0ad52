// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/messagetemplate.h"
#include "playbook/playbookjson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace vigie::playbook
{
namespace
{

QJsonObject toJson(const Text &text)
{
    return {{u"en"_s, text.en}, {u"fr"_s, text.fr}};
}

QJsonValue orNull(const std::optional<std::chrono::minutes> &value)
{
    return value ? QJsonValue(qint64(value->count())) : QJsonValue();
}

void insertIfGiven(QJsonObject &object, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        object.insert(name, value);
}

void insertIfGiven(QJsonObject &object, const QString &name, const Text &value)
{
    if (value != Text{})
        object.insert(name, toJson(value));
}

void insertIfGiven(QJsonObject &object, const QString &name, const Condition &value)
{
    if (value == Condition{})
        return;
    QJsonObject condition;
    if (value.minSeverity > 0)
        condition.insert(u"min_severity"_s, value.minSeverity);
    if (!value.networks.isEmpty())
        condition.insert(u"networks"_s, QJsonArray::fromStringList(value.networks));
    object.insert(name, condition);
}

template <typename Element, typename Write>
QJsonArray listOf(const std::vector<Element> &elements, Write write)
{
    QJsonArray list;
    for (const Element &element : elements)
        list.append(write(element));
    return list;
}

QJsonArray textsOf(const std::vector<Text> &texts)
{
    return listOf(texts, [](const Text &text) { return toJson(text); });
}

QJsonObject writeCadence(const Cadence &cadence)
{
    return {{u"first_statement_minutes"_s, qint64(cadence.firstStatement.count())},
            {u"scope_minutes"_s, qint64(cadence.scope.count())},
            {u"phases"_s, listOf(cadence.phases, [](const CadencePhase &phase) {
                 return QJsonObject{{u"until_minutes"_s, orNull(phase.until)},
                                    {u"every_minutes"_s, qint64(phase.every.count())}};
             })}};
}

QJsonObject writeRole(const Role &role)
{
    QJsonObject object{{u"key"_s, role.key},
                       {u"title"_s, toJson(role.title)},
                       {u"mission"_s, toJson(role.mission)},
                       {u"duties"_s, textsOf(role.duties)},
                       {u"many"_s, role.isForMany}};
    insertIfGiven(object, u"deputy_role"_s, role.deputyRole);
    return object;
}

QJsonObject writeSeverity(const Severity &severity)
{
    return {{u"level"_s, severity.level},
            {u"name"_s, toJson(severity.name)},
            {u"criteria"_s, textsOf(severity.criteria)},
            {u"triggers"_s, QJsonObject{{u"cadence_minutes"_s, orNull(severity.cadence)},
                                        {u"roles"_s, QJsonArray::fromStringList(severity.roles)},
                                        {u"approvals"_s, QJsonArray::fromStringList(severity.approvals)}}}};
}

QString sourceKey(VariableSource source)
{
    switch (source) {
    case VariableSource::Desk:
        return u"brand"_s;
    case VariableSource::MentionAuthor:
        return u"mention.author"_s;
    case VariableSource::NextUpdate:
        return u"incident.next_update"_s;
    case VariableSource::Ask:
        break;
    }
    return u"ask"_s;
}

QJsonObject writeVariable(const Variable &variable)
{
    return {{u"key"_s, variable.key},
            {u"label"_s, toJson(variable.label)},
            {u"example"_s, toJson(variable.example)},
            {u"source"_s, sourceKey(variable.source)}};
}

QJsonObject writeStep(const Step &step)
{
    QJsonObject object{{u"key"_s, step.key},
                       {u"title"_s, toJson(step.title)},
                       {u"detail"_s, toJson(step.detail)},
                       {u"phase"_s, step.phase},
                       {u"role"_s, step.role},
                       {u"offset_minutes"_s, qint64(step.offset.count())},
                       {u"requires_proof"_s, step.requiresProof}};
    if (step.offsetFrom == OffsetFrom::StoodDown)
        object.insert(u"offset_from"_s, u"stood_down"_s);
    insertIfGiven(object, u"only_if"_s, step.onlyIf);
    insertIfGiven(object, u"proof"_s, step.proof);
    insertIfGiven(object, u"message"_s, step.message);
    return object;
}

QJsonObject writeStakeholder(const Stakeholder &stakeholder)
{
    QJsonObject object{{u"key"_s, stakeholder.key},
                       {u"name"_s, toJson(stakeholder.name)},
                       {u"role"_s, stakeholder.role},
                       {u"offset_minutes"_s, qint64(stakeholder.offset.count())}};
    insertIfGiven(object, u"note"_s, stakeholder.note);
    insertIfGiven(object, u"message"_s, stakeholder.message);
    insertIfGiven(object, u"only_if"_s, stakeholder.onlyIf);
    return object;
}

QJsonObject writeStanddown(const StanddownItem &item)
{
    QJsonObject object{{u"key"_s, item.key}, {u"text"_s, toJson(item.text)}, {u"role"_s, item.role}};
    insertIfGiven(object, u"message"_s, item.message);
    return object;
}

QJsonObject writeVariant(const VariantText &variant)
{
    return {{u"language"_s, core::languageTag(variant.language)},
            {u"network"_s, variant.network.isEmpty() ? QJsonValue() : QJsonValue(variant.network)},
            {u"text"_s, variant.text}};
}

QJsonObject writeMessage(const MessageText &message)
{
    QStringList variables;
    for (const VariantText &variant : message.variants)
        variables.append(variableNames(variant.text));
    variables.removeDuplicates();
    return {{u"key"_s, message.key},
            {u"phase"_s, message.phase},
            {u"audience"_s, message.audience},
            {u"title"_s, toJson(message.title)},
            {u"situation"_s, toJson(message.situation)},
            {u"owner_role"_s, message.ownerRole},
            {u"approver_role"_s, message.approverRole},
            {u"review_due_days"_s, message.reviewDueDays},
            {u"expires_days"_s, message.expiresDays},
            {u"variables"_s, QJsonArray::fromStringList(variables)},
            {u"variants"_s, listOf(message.variants, writeVariant)}};
}

} // namespace

QJsonObject playbookToJson(const Playbook &playbook)
{
    return {{u"format"_s, u"vigie-playbook"_s},
            {u"format_version"_s, 1},
            {u"key"_s, playbook.key},
            {u"version"_s, playbook.version},
            {u"kind"_s, playbook.kind},
            {u"title"_s, toJson(playbook.title)},
            {u"summary"_s, toJson(playbook.summary)},
            {u"cadence"_s, writeCadence(playbook.cadence)},
            {u"roles"_s, listOf(playbook.roles, writeRole)},
            {u"severities"_s, listOf(playbook.severities, writeSeverity)},
            {u"variables"_s, listOf(playbook.variables, writeVariable)},
            {u"steps"_s, listOf(playbook.steps, writeStep)},
            {u"stakeholders"_s, listOf(playbook.stakeholders, writeStakeholder)},
            {u"standdown"_s, listOf(playbook.standdown, writeStanddown)},
            {u"messages"_s, listOf(playbook.messages, writeMessage)}};
}

} // namespace vigie::playbook
