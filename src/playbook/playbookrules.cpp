// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/messagetemplate.h"
#include "playbook/playbookjson.h"

#include <QSet>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace vigie::playbook
{
namespace
{

constexpr qsizetype kMaxTextLength = 10'000;
constexpr qsizetype kMaxKeyLength = 64;
constexpr qsizetype kMaxVariableLength = 32;

constexpr QStringView kKinds[] = {u"product-safety",  u"service-outage", u"data-leak",      u"employee-conduct",
                                  u"discrimination",  u"rumour",         u"hacked-account", u"accident",
                                  u"social-conflict", u"bad-joke",       u"other"};
constexpr QStringView kStepPhases[] = {u"detect", u"acknowledge", u"respond", u"resolve", u"learn"};
constexpr QStringView kMessagePhases[] = {u"holding", u"update", u"correction", u"apology", u"closing", u"reply"};
constexpr QStringView kAudiences[] = {u"public", u"affected", u"press", u"employees", u"customer"};

bool isLowerLetter(QChar c)
{
    return c >= u'a' && c <= u'z';
}

/// Lower case letters, digits and one joining character, a letter first.
bool isName(QStringView name, QChar joint, qsizetype limit)
{
    return !name.isEmpty() && name.size() <= limit && isLowerLetter(name.front()) &&
           std::ranges::all_of(name,
                               [joint](QChar c) { return isLowerLetter(c) || (c >= u'0' && c <= u'9') || c == joint; });
}

class Rules
{
public:
    explicit Rules(const Playbook &playbook)
        : m_playbook(playbook)
    {
    }

    [[nodiscard]] Remarks check() &&
    {
        checkHead();
        checkCadence();
        checkRoles();
        checkSeverities();
        checkVariables();
        checkSteps();
        checkStakeholders();
        checkMessages();
        return std::move(m_remarks);
    }

private:
    void error(const QString &path, QString reason)
    {
        m_remarks.push_back({.isError = true, .path = path, .reason = std::move(reason)});
    }
    void warn(const QString &path, QString reason)
    {
        m_remarks.push_back({.isError = false, .path = path, .reason = std::move(reason)});
    }

    void checkText(const QString &path, const Text &text)
    {
        checkOneText(path + u".fr"_s, text.fr, u"the French text"_s);
        checkOneText(path + u".en"_s, text.en, u"the English text"_s);
    }
    void checkOptionalText(const QString &path, const Text &text)
    {
        if (text != Text{})
            checkText(path, text);
    }
    void checkOneText(const QString &path, const QString &text, const QString &what)
    {
        if (text.trimmed().isEmpty())
            error(path, u"%1 is missing"_s.arg(what));
        else if (text.size() > kMaxTextLength)
            error(path, u"%1 is longer than %2 characters"_s.arg(what).arg(kMaxTextLength));
    }
    void checkWord(const QString &path, const QString &word, std::span<const QStringView> known)
    {
        if (std::ranges::find(known, word) != known.end())
            return;
        QStringList words;
        for (const QStringView one : known)
            words.append(one.toString());
        error(path, u"“%1” is none of %2"_s.arg(word.left(40), words.join(u", ")));
    }

    template <typename Element>
    void checkKeys(const QString &list, const std::vector<Element> &elements, QChar joint = u'-',
                   qsizetype limit = kMaxKeyLength)
    {
        QSet<QString> seen;
        for (std::size_t i = 0; i < elements.size(); ++i) {
            const QString &key = elements[i].key;
            if (!isName(key, joint, limit))
                error(at(list, i, u"key"),
                      u"“%1” is not a key: lower case letters, digits and “%2”, a letter first"_s.arg(key.left(40),
                                                                                                      joint));
            else if (seen.contains(key))
                error(at(list, i, u"key"), u"“%1” is there already"_s.arg(key));
            seen.insert(key);
        }
    }
    void checkRole(const QString &path, const QString &key)
    {
        if (!m_playbook.role(key))
            error(path, u"there is no role “%1”"_s.arg(key.left(kMaxKeyLength)));
    }
    void checkRoles(const QString &path, const QStringList &keys)
    {
        for (qsizetype i = 0; i < keys.size(); ++i)
            checkRole(path + u'[' + QString::number(i) + u']', keys[i]);
    }
    void checkOptionalMessage(const QString &path, const QString &key)
    {
        if (!key.isEmpty() && !m_playbook.message(key))
            error(path, u"there is no message “%1”"_s.arg(key.left(kMaxKeyLength)));
    }
    [[nodiscard]] static QString at(const QString &list, std::size_t index, QStringView member = {})
    {
        const QString path = list + u'[' + QString::number(index) + u']';
        return member.isEmpty() ? path : u"%1.%2"_s.arg(path, member);
    }

    void checkHead()
    {
        if (!isName(m_playbook.key, u'-', kMaxKeyLength))
            error(u"key"_s, u"“%1” is not a key: lower case letters, digits and “-”, a letter first"_s.arg(
                                m_playbook.key.left(40)));
        checkWord(u"kind"_s, m_playbook.kind, kKinds);
        checkText(u"title"_s, m_playbook.title);
        checkText(u"summary"_s, m_playbook.summary);
    }

    void checkCadence()
    {
        const auto &phases = m_playbook.cadence.phases;
        if (phases.empty())
            error(u"cadence.phases"_s, u"at least one phase is needed"_s);
        for (std::size_t i = 0; i < phases.size(); ++i) {
            const bool isLast = i + 1 == phases.size();
            const QString path = at(u"cadence.phases"_s, i, u"until_minutes");
            if (isLast != !phases[i].until.has_value())
                error(path,
                      isLast ? u"the last phase must have null here"_s : u"only the last phase may have null here"_s);
            else if (i > 0 && !isLast && phases[i - 1].until && *phases[i].until <= *phases[i - 1].until)
                error(path, u"must be later than the phase before"_s);
        }
    }

    void checkRoles()
    {
        const auto &roles = m_playbook.roles;
        checkKeys(u"roles"_s, roles);
        for (std::size_t i = 0; i < roles.size(); ++i) {
            checkText(at(u"roles"_s, i, u"title"), roles[i].title);
            checkText(at(u"roles"_s, i, u"mission"), roles[i].mission);
            for (std::size_t duty = 0; duty < roles[i].duties.size(); ++duty)
                checkText(at(at(u"roles"_s, i, u"duties"), duty), roles[i].duties[duty]);
            if (roles[i].deputyRole.isEmpty())
                continue;
            checkRole(at(u"roles"_s, i, u"deputy_role"), roles[i].deputyRole);
            if (roles[i].deputyRole == roles[i].key)
                error(at(u"roles"_s, i, u"deputy_role"), u"a role cannot stand in for itself"_s);
        }
    }

    void checkSeverities()
    {
        const auto &severities = m_playbook.severities;
        QSet<int> seen;
        for (std::size_t i = 0; i < severities.size(); ++i) {
            if (seen.contains(severities[i].level))
                error(at(u"severities"_s, i, u"level"), u"level %1 is there already"_s.arg(severities[i].level));
            seen.insert(severities[i].level);
            checkText(at(u"severities"_s, i, u"name"), severities[i].name);
            for (std::size_t k = 0; k < severities[i].criteria.size(); ++k)
                checkText(at(at(u"severities"_s, i, u"criteria"), k), severities[i].criteria[k]);
            checkRoles(at(u"severities"_s, i, u"triggers.roles"), severities[i].roles);
            checkRoles(at(u"severities"_s, i, u"triggers.approvals"), severities[i].approvals);
        }
        for (int level = 1; level <= 4; ++level) {
            if (!seen.contains(level))
                error(u"severities"_s, u"level %1 is missing"_s.arg(level));
        }
    }

    void checkVariables()
    {
        const auto &variables = m_playbook.variables;
        checkKeys(u"variables"_s, variables, u'_', kMaxVariableLength);
        for (std::size_t i = 0; i < variables.size(); ++i) {
            checkText(at(u"variables"_s, i, u"label"), variables[i].label);
            checkText(at(u"variables"_s, i, u"example"), variables[i].example);
        }
    }

    void checkSteps()
    {
        const auto &steps = m_playbook.steps;
        checkKeys(u"steps"_s, steps);
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const Step &step = steps[i];
            checkText(at(u"steps"_s, i, u"title"), step.title);
            checkOptionalText(at(u"steps"_s, i, u"detail"), step.detail);
            checkWord(at(u"steps"_s, i, u"phase"), step.phase, kStepPhases);
            checkRole(at(u"steps"_s, i, u"role"), step.role);
            checkOptionalMessage(at(u"steps"_s, i, u"message"), step.message);
            checkOptionalText(at(u"steps"_s, i, u"proof"), step.proof);
            if (step.requiresProof && step.proof == Text{})
                error(at(u"steps"_s, i, u"proof"), u"a step that requires a proof must say which"_s);
            if (!step.requiresProof && step.proof != Text{})
                error(at(u"steps"_s, i, u"proof"), u"only a step that requires a proof may name one"_s);
        }
    }

    void checkStakeholders()
    {
        const auto &stakeholders = m_playbook.stakeholders;
        checkKeys(u"stakeholders"_s, stakeholders);
        for (std::size_t i = 0; i < stakeholders.size(); ++i) {
            checkText(at(u"stakeholders"_s, i, u"name"), stakeholders[i].name);
            checkOptionalText(at(u"stakeholders"_s, i, u"note"), stakeholders[i].note);
            checkRole(at(u"stakeholders"_s, i, u"role"), stakeholders[i].role);
            checkOptionalMessage(at(u"stakeholders"_s, i, u"message"), stakeholders[i].message);
        }
        const auto &standdown = m_playbook.standdown;
        checkKeys(u"standdown"_s, standdown);
        for (std::size_t i = 0; i < standdown.size(); ++i) {
            checkText(at(u"standdown"_s, i, u"text"), standdown[i].text);
            checkRole(at(u"standdown"_s, i, u"role"), standdown[i].role);
            checkOptionalMessage(at(u"standdown"_s, i, u"message"), standdown[i].message);
        }
    }

    void checkMessages()
    {
        const auto &messages = m_playbook.messages;
        checkKeys(u"messages"_s, messages);
        for (std::size_t i = 0; i < messages.size(); ++i) {
            const MessageText &message = messages[i];
            checkWord(at(u"messages"_s, i, u"phase"), message.phase, kMessagePhases);
            checkWord(at(u"messages"_s, i, u"audience"), message.audience, kAudiences);
            checkText(at(u"messages"_s, i, u"title"), message.title);
            checkText(at(u"messages"_s, i, u"situation"), message.situation);
            checkRole(at(u"messages"_s, i, u"owner_role"), message.ownerRole);
            checkRole(at(u"messages"_s, i, u"approver_role"), message.approverRole);
            if (message.ownerRole == message.approverRole)
                error(at(u"messages"_s, i, u"approver_role"), u"the owner of a message cannot approve it"_s);
            if (message.expiresDays < message.reviewDueDays)
                error(at(u"messages"_s, i, u"expires_days"), u"must not be less than review_due_days"_s);
            checkVariants(at(u"messages"_s, i, u"variants"), message.variants);
        }
    }

    void checkVariants(const QString &list, const std::vector<VariantText> &variants)
    {
        QSet<QString> networks[2]; // by language
        for (std::size_t i = 0; i < variants.size(); ++i) {
            const VariantText &variant = variants[i];
            QSet<QString> &seen = networks[variant.language == core::Language::French ? 1 : 0];
            if (seen.contains(variant.network))
                error(at(list, i), u"there is a text for this language and network already"_s);
            seen.insert(variant.network);
            if (!variant.network.isEmpty() && !isName(variant.network, u'-', kMaxKeyLength))
                error(at(list, i, u"network"), u"“%1” is not the name of a network"_s.arg(variant.network.left(40)));
            checkOneText(at(list, i, u"text"), variant.text, u"the text"_s);
            if (variant.text.size() <= kMaxTextLength)
                checkPlaceholders(at(list, i, u"text"), variant.text);
        }
        if (networks[0].isEmpty() || networks[1].isEmpty())
            error(list, networks[1].isEmpty() ? u"a French text is missing"_s : u"an English text is missing"_s);
        else if (networks[0] != networks[1])
            error(list, u"both languages must have texts for the same networks"_s);
    }

    void checkPlaceholders(const QString &path, const QString &text)
    {
        QSet<QString> told;
        for (const Placeholder &placeholder : placeholders(text)) {
            if (told.contains(placeholder.name))
                continue;
            told.insert(placeholder.name);
            const QString name = placeholder.name.left(40);
            if (!placeholder.isWellFormed)
                error(path, u"“{{%1” is not a variable"_s.arg(name));
            else if (!m_playbook.variable(placeholder.name))
                error(path, u"the variable “%1” is not declared"_s.arg(name));
            else if (text.sliced(placeholder.start + 2, placeholder.length - 4) != placeholder.name)
                warn(path, u"the variable should be written {{%1}}"_s.arg(name));
        }
    }

    const Playbook &m_playbook;
    Remarks m_remarks;
};

} // namespace

Remarks brokenRules(const Playbook &playbook)
{
    return Rules(playbook).check();
}

} // namespace vigie::playbook
