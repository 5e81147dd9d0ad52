// SPDX-License-Identifier: GPL-3.0-or-later
// What a text still needs, and what is known of it: the variables of ComposerSession.
#include "gui/reply/composersession.h"
#include "playbook/deskvalues.h"
#include "store/async.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

/// An asked value is words of one language; it is kept under its name and, beside it, under name and language.
QString languageKey(const QString &key, core::Language language)
{
    return key + u'@' + core::languageTag(language);
}

} // namespace

const playbook::Variable *ComposerSession::variable(QStringView key) const
{
    const auto found = std::find_if(m_data.variables.begin(), m_data.variables.end(),
                                    [key](const playbook::Variable &variable) { return variable.key == key; });
    return found == m_data.variables.end() ? nullptr : &*found;
}

QString ComposerSession::valueOf(const playbook::Variable &variable) const
{
    switch (variable.source) {
    case playbook::VariableSource::MentionAuthor:
        return m_data.mention ? m_data.mention->author.displayName() : m_reply.recipient;
    case playbook::VariableSource::NextUpdate:
        return m_data.incident && m_data.incident->nextUpdateAt
                   ? m_context.format(m_reply.language).time(*m_data.incident->nextUpdateAt)
                   : QString();
    case playbook::VariableSource::Desk: {
        const QString value = m_data.values.value(variable.key);
        return value.isEmpty() && variable.key == u"brand"_s ? m_context.brand() : value;
    }
    case playbook::VariableSource::Ask:
        break;
    }
    const QString own = m_data.values.value(languageKey(variable.key, m_reply.language));
    if (!own.isEmpty())
        return own;
    const auto other =
        m_reply.language == core::Language::French ? core::Language::English : core::Language::French;
    // Words of the other language are proposed in the form, never put into the text unseen.
    return m_data.values.contains(languageKey(variable.key, other)) ? QString() : m_data.values.value(variable.key);
}

QString ComposerSession::beginMessage(const playbook::MessageVariant &variant,
                                      const std::vector<playbook::Variable> &variables)
{
    if (!variables.empty())
        m_data.variables = variables;
    m_reply.messageVariantId = variant.id;
    playbook::VariableValues values;
    for (const QString &name : playbook::variableNames(variant.text)) {
        const playbook::Variable *const known = variable(name);
        const QString value = known ? valueOf(*known) : m_data.values.value(name);
        if (!value.isEmpty())
            values.insert(name, value);
    }
    return playbook::fillTemplate(variant.text, values).text;
}

std::vector<AskedVariable> ComposerSession::missingVariables() const
{
    std::vector<AskedVariable> asked;
    for (const QString &name : playbook::variableNames(m_reply.text)) {
        const playbook::Variable *const known = variable(name);
        if (!known) {
            asked.push_back({.key = name, .label = name, .proposal = m_data.values.value(name)});
            continue;
        }
        const QString value = valueOf(*known);
        asked.push_back({.key = name,
                         .label = known->label.in(m_context.language()),
                         .example = known->example.in(m_reply.language),
                         .proposal = value.isEmpty() ? m_data.values.value(name) : value,
                         .source = known->source});
    }
    return asked;
}

void ComposerSession::remember(const AskedVariable &asked, const QString &value)
{
    playbook::VariableValues values;
    core::IncidentId scope;
    switch (asked.source) {
    case playbook::VariableSource::MentionAuthor:
    case playbook::VariableSource::NextUpdate:
        return; // true for this reply only
    case playbook::VariableSource::Desk:
        values.insert(asked.key, value);
        break;
    case playbook::VariableSource::Ask:
        if (!m_reply.incidentId.isValid())
            return; // what was asked belongs to one crisis
        scope = m_reply.incidentId;
        values.insert(asked.key, value);
        values.insert(languageKey(asked.key, m_reply.language), value);
        break;
    }
    m_data.values.insert(values);
    store::whenDone(m_context.deskValues.remember(m_context.actor(), values, scope), this, [this](const Result<> &kept) {
        if (!kept)
            emit saveFailed(kept.error());
    });
}

} // namespace vigie::gui
