// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/autoplayer.h"

#include "incident/incidentrepository.h"
#include "incident/logrepository.h"
#include "incident/taskrepository.h"
#include "monitoring/alertrepository.h"
#include "monitoring/mentionrepository.h"
#include "playbook/deskvalues.h"
#include "playbook/messagetemplate.h"
#include "drill/drillrepository.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace vigie::drill
{
namespace
{

constexpr auto kReadsTheAlert = 4min;
constexpr auto kFirstWord = 10min;
constexpr auto kFirstAnswer = 16min;
constexpr auto kBetweenAnswers = 9min;
constexpr std::size_t kMostAnswers = 24;
constexpr auto kLooksBack = 90min; ///< for mentions worth an answer
constexpr int kSeverity = 3;
constexpr int kPublicUpdates = 3;
constexpr const char *kContext = "AutoPlayer";

} // namespace

AutoPlayer::AutoPlayer(store::Database &database, const reply::ReplyCheck &check, const core::Clock &clock,
                       const Scenario &scenario, QString playbookKey, core::DrillRunId run)
    : m_database(database)
    , m_check(check)
    , m_scenario(scenario)
    , m_playbookKey(std::move(playbookKey))
    , m_run(run)
    , m_phrases(scenario.language)
    , m_incidents(database, &clock)
    , m_tasks(database, &clock)
    , m_log(database, &clock)
    , m_replies(database)
    , m_outbox(database, check)
{
}

AutoPlayer::~AutoPlayer() = default;

QString AutoPlayer::phrase(const char *source) const
{
    return m_phrases.text(kContext, source);
}

void AutoPlayer::see(core::AlertId alert)
{
    if (m_alert.isValid())
        return; // one crisis a drill; later alerts belong to it
    const auto reader = m_database.reader();
    const auto raised = reader ? monitoring::AlertRepository::byId(**reader, alert) : fail(reader.error());
    // An alert before the event is a false one: a careful team looks, and goes on watching.
    if (!raised || !*raised || (m_scenario.eventBeginsAt && (*raised)->raisedAt < *m_scenario.eventBeginsAt))
        return;
    m_alert = alert;
    m_openAt = (*raised)->raisedAt + kReadsTheAlert;
}

void AutoPlayer::see(const Inject &inject)
{
    m_injects.push_back(inject);
}

core::Instant AutoPlayer::doneAt(const incident::Task &task) const
{
    // Most a little before their time; every seventh late, as in life.
    const auto given = *task.dueAt - m_openedAt;
    return task.position % 7 == 3 ? *task.dueAt + 6min : m_openedAt + given * 8 / 10;
}

std::optional<core::Instant> AutoPlayer::nextActAt() const
{
    std::optional<core::Instant> next = m_openAt;
    const auto sooner = [&next](const std::optional<core::Instant> &at) {
        if (at && (!next || *at < *next))
            next = at;
    };
    sooner(m_speakAt);
    sooner(m_answerAt);
    if (m_incident.isValid()) {
        const auto reader = m_database.reader();
        const auto tasks = reader ? incident::TaskRepository::ofIncident(**reader, m_incident) : fail(reader.error());
        for (const incident::Task &task : tasks ? *tasks : std::vector<incident::Task>()) {
            if (task.state == incident::TaskState::Open && task.dueAt)
                sooner(doneAt(task));
        }
    }
    return next;
}

Result<> AutoPlayer::act(core::Instant now)
{
    if (m_openAt && *m_openAt <= now) {
        if (auto opened = open(now); !opened)
            return opened;
    }
    if (!m_incident.isValid())
        return {};
    if (auto done = doTasks(now); !done)
        return done;
    if (auto told = tellStakeholders(now); !told)
        return told;
    if (auto spoken = speak(now); !spoken)
        return spoken;
    if (auto noted = noteInjects(); !noted)
        return noted;
    return answerSome(now);
}

Result<> AutoPlayer::open(core::Instant now)
{
    m_openAt.reset();
    incident::OpenRequest request{.title = m_scenario.title,
                                  .kind = m_scenario.kind,
                                  .severity = kSeverity,
                                  .language = m_scenario.language,
                                  .playbookKey = m_playbookKey,
                                  .alertId = m_alert,
                                  .scope = m_run,
                                  .lead = phrase(QT_TRANSLATE_NOOP("AutoPlayer", "Crisis lead (exercise)"))};
    const auto opened = m_incidents.open(request.lead, request).result();
    if (!opened)
        return fail(opened.error());
    m_incident = *opened;
    m_openedAt = now;
    m_speakAt = now + kFirstWord;
    m_answerAt = now + kFirstAnswer;
    const auto linked = m_database
                            .submit(request.lead,
                                    [run = m_run, incident = m_incident](store::Transaction &transaction) {
                                        return DrillRepository::setIncident(transaction, run, incident);
                                    })
                            .result();
    if (!linked)
        return linked;
    const auto reader = m_database.reader();
    if (!reader)
        return fail(reader.error());
    auto plan = incident::IncidentRepository::snapshot(**reader, m_incident);
    if (!plan)
        return fail(plan.error());
    m_plan = plan->value_or(playbook::Playbook());
    if (auto acknowledged = m_incidents.acknowledge(request.lead, m_incident).result(); !acknowledged)
        return acknowledged;
    return decideToOpen();
}

Result<> AutoPlayer::decideToOpen()
{
    const auto reader = m_database.reader();
    const auto alert = reader ? monitoring::AlertRepository::byId(**reader, m_alert) : fail(reader.error());
    if (!alert || !*alert)
        return {};
    const core::Format format(m_scenario.language, QTimeZone::utc());
    const auto decided = m_log
                             .decide(phrase(QT_TRANSLATE_NOOP("AutoPlayer", "Crisis lead (exercise)")),
                                     {.incidentId = m_incident,
                                      .what = phrase(QT_TRANSLATE_NOOP("AutoPlayer", "Activate the crisis team and follow the playbook")),
                                      .why = monitoring::sentence(**alert, format, m_phrases),
                                      .options = phrase(QT_TRANSLATE_NOOP("AutoPlayer", "Watch for another hour; activate now"))})
                             .result();
    return decided ? Result<>() : fail(decided.error());
}

Result<> AutoPlayer::doTasks(core::Instant now)
{
    const auto reader = m_database.reader();
    const auto tasks = reader ? incident::TaskRepository::ofIncident(**reader, m_incident) : fail(reader.error());
    if (!tasks)
        return fail(tasks.error());
    for (const incident::Task &task : *tasks) {
        if (task.state != incident::TaskState::Open || !task.dueAt || doneAt(task) > now)
            continue;
        const playbook::Role *role = m_plan.role(task.roleKey);
        const QString who = !task.assignee.isEmpty() ? task.assignee
                            : role                   ? role->title.in(m_scenario.language)
                                                     : m_scenario.brand;
        const QString proof =
            task.requiresProof ? phrase(QT_TRANSLATE_NOOP("AutoPlayer", "Done by the automatic team of the exercise")) : QString();
        if (auto done = m_tasks.complete(who, task.id, proof).result(); !done)
            return done;
    }
    return {};
}

Result<> AutoPlayer::tellStakeholders(core::Instant now)
{
    const auto reader = m_database.reader();
    const auto people = reader ? incident::LogRepository::stakeholders(**reader, m_incident) : fail(reader.error());
    if (!people)
        return fail(people.error());
    for (const incident::Stakeholder &stakeholder : *people) {
        if (stakeholder.toldAt || !stakeholder.dueAt || *stakeholder.dueAt > now)
            continue;
        const playbook::Role *role = m_plan.role(stakeholder.roleKey);
        const QString who = role ? role->title.in(m_scenario.language) : m_scenario.brand;
        if (auto told = m_log.tellStakeholder(who, stakeholder.id).result(); !told)
            return told;
    }
    return {};
}

Result<> AutoPlayer::speak(core::Instant now)
{
    if (!m_speakAt || *m_speakAt > now)
        return {};
    const QString spokesperson = phrase(QT_TRANSLATE_NOOP("AutoPlayer", "Spokesperson (exercise)"));
    // In public a holding statement, then an update each hour or so; between them the team only tells itself where it stands.
    const bool isPublic = m_spoken == 0 || (m_spoken <= kPublicUpdates * 3 && m_spoken % 3 == 0);
    QString text;
    if (isPublic)
        text = messageText(m_spoken == 0 ? u"holding" : u"update");
    if (text.isEmpty()) {
        text = isPublic ? phrase(QT_TRANSLATE_NOOP("AutoPlayer", "We know what is being reported, we are looking into it, and we will speak again soon."))
                        : phrase(QT_TRANSLATE_NOOP("AutoPlayer", "Nothing new: the plan goes on."));
    }
    const auto posted =
        m_log.postUpdate(spokesperson, m_incident, text, isPublic ? incident::Reach::Public : incident::Reach::Internal)
            .result();
    if (!posted)
        return fail(posted.error());
    ++m_spoken;
    const auto age = std::chrono::duration_cast<std::chrono::minutes>(now - m_openedAt);
    const auto interval = m_plan.key.isEmpty() ? std::chrono::minutes(60) : m_plan.updateInterval(kSeverity, age);
    m_speakAt = now + std::max(interval - 1min, std::chrono::minutes(5));
    return {};
}

Result<> AutoPlayer::answerSome(core::Instant now)
{
    if (!m_answerAt || *m_answerAt > now)
        return {};
    m_answerAt = now + kBetweenAnswers;
    if (m_answered.size() >= kMostAnswers) {
        m_answerAt.reset();
        return {};
    }
    const auto reader = m_database.reader();
    if (!reader)
        return fail(reader.error());
    auto mentions = monitoring::MentionRepository::page(**reader, m_run,
                                                        {.status = monitoring::Status::New,
                                                         .from = now - kLooksBack,
                                                         .collapsesGroups = true},
                                                        std::nullopt, 200);
    if (!mentions)
        return fail(mentions.error());
    const auto gravest = std::max_element(mentions->begin(), mentions->end(), [](const auto &a, const auto &b) {
        return a.priority < b.priority;
    });
    if (gravest == mentions->end() || gravest->network == u"rss" || !m_answered.insert(gravest->id).second)
        return {};
    return answer(*gravest);
}

Result<> AutoPlayer::answer(const monitoring::Mention &mention)
{
    const QString writer = phrase(QT_TRANSLATE_NOOP("AutoPlayer", "Community manager (exercise)"));
    const QString approver = phrase(QT_TRANSLATE_NOOP("AutoPlayer", "Crisis lead (exercise)"));
    const QString text = replyText(mention);
    if (text.isEmpty())
        return {};
    const auto draft = m_replies
                           .createDraft(writer, {.drillRunId = m_run,
                                                 .incidentId = m_incident,
                                                 .mentionId = mention.id,
                                                 .network = mention.network,
                                                 .recipient = mention.author.handle,
                                                 .language = m_scenario.language,
                                                 .text = text})
                           .result();
    if (!draft)
        return fail(draft.error());
    if (auto asked = m_replies.requestApproval(writer, *draft).result(); !asked)
        return asked;
    if (auto approved = m_replies.approve(approver, *draft, text).result(); !approved)
        return approved;
    return m_outbox.markPlayed(writer, *draft).result();
}

Result<> AutoPlayer::noteInjects()
{
    for (const Inject &inject : std::exchange(m_injects, {})) {
        const auto noted = m_log
                               .addNote(phrase(QT_TRANSLATE_NOOP("AutoPlayer", "Facilitator (exercise)")), m_incident,
                                        inject.title + u" — "_s + inject.text)
                               .result();
        if (!noted)
            return fail(noted.error());
    }
    return {};
}

QString AutoPlayer::filled(const playbook::MessageText &message, QStringView network,
                           const monitoring::Mention *mention) const
{
    const playbook::VariantText *best = nullptr;
    for (const playbook::VariantText &variant : message.variants) {
        const bool isOwn = !network.isEmpty() && variant.network == network;
        if (variant.language == m_scenario.language && (isOwn || (variant.network.isEmpty() && !best)))
            best = &variant;
    }
    if (!best)
        return {};
    playbook::VariableValues values;
    // The examples speak of an invented brand; here they speak of the scenario's.
    const playbook::Variable *brand = m_plan.variable(u"brand");
    for (const playbook::Variable &variable : m_plan.variables) {
        QString example = variable.example.in(m_scenario.language);
        if (brand && !m_scenario.brand.isEmpty())
            example.replace(brand->example.in(m_scenario.language), m_scenario.brand);
        values.insert(variable.key, example);
    }
    if (mention)
        values.insert(u"author"_s, mention->author.displayName());
    return playbook::fillTemplate(best->text, values).text;
}

QString AutoPlayer::messageText(QStringView phase) const
{
    for (const playbook::MessageText &message : m_plan.messages) {
        if (message.phase == phase && message.audience == u"public") {
            if (const QString text = filled(message, {}, nullptr); !text.isEmpty())
                return text;
        }
    }
    return {};
}

QString AutoPlayer::replyText(const monitoring::Mention &mention) const
{
    // The messages in turn, so that not everybody gets the same words; only what the outbox would let pass.
    const std::size_t count = m_plan.messages.size();
    for (std::size_t i = 0; i < count; ++i) {
        const playbook::MessageText &message = m_plan.messages[(i + m_answered.size()) % count];
        if (message.phase != u"reply" || message.audience != u"customer")
            continue;
        const QString text = filled(message, mention.network, &mention);
        if (text.isEmpty())
            continue;
        const auto report =
            m_check.check({.text = text, .network = mention.network, .language = m_scenario.language});
        if (!report.hasErrors())
            return text;
    }
    return {};
}

Result<> AutoPlayer::standDown()
{
    if (!m_incident.isValid())
        return {};
    const QString lead = phrase(QT_TRANSLATE_NOOP("AutoPlayer", "Crisis lead (exercise)"));
    if (auto resolved = m_incidents.markResolved(lead, m_incident).result(); !resolved)
        return resolved;
    const auto closed =
        m_incidents.close(lead, m_incident, phrase(QT_TRANSLATE_NOOP("AutoPlayer", "End of the exercise"))).result();
    return closed ? Result<>() : fail(closed.error());
}

} // namespace vigie::drill
