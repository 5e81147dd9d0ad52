// SPDX-License-Identifier: GPL-3.0-or-later
#include "postmortem/printedplan.h"

#include "playbook/messagerepository.h"
#include "playbook/personrepository.h"
#include "playbook/playbookrepository.h"

#include <QtGlobal>

#include <algorithm>

using namespace Qt::StringLiterals;
using vigie::playbook::Playbook;

namespace vigie::postmortem
{
namespace
{

QString titlesOf(const QStringList &networks)
{
    QStringList titles;
    for (const QString &network : networks)
        titles << reply::networkTitle(network);
    return titles.join(u", "_s);
}

/// The words of a printed plan: one plan, one language. Lives no longer than what it refers to.
class PlanWriter
{
public:
    PlanWriter(const PlanToPrint &print, const core::Format &format, const core::Phrasebook &phrases)
        : m_print(print), m_plan(print.plan), m_format(format), m_phrases(phrases)
    {
    }

    [[nodiscard]] QString say(const char *source) const { return m_phrases.text("PrintedPlan", source); }
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] std::vector<Section> sections() const;

private:
    [[nodiscard]] const QString &in(const playbook::Text &text) const { return text.in(m_format.language()); }
    [[nodiscard]] QString roleTitle(const QString &key) const;
    [[nodiscard]] QString due(std::chrono::minutes offset, playbook::OffsetFrom from) const;
    [[nodiscard]] QString peopleWith(const QString &role) const;
    [[nodiscard]] QString conditionOf(const playbook::Condition &condition) const;

    [[nodiscard]] Section summary() const;
    [[nodiscard]] Section roles() const;
    [[nodiscard]] Section steps() const;
    [[nodiscard]] Section severities() const;
    [[nodiscard]] Section stakeholders() const;
    [[nodiscard]] Section messages() const;
    [[nodiscard]] Section standdown() const;

    const PlanToPrint &m_print;
    const Playbook &m_plan;
    const core::Format &m_format;
    const core::Phrasebook &m_phrases;
};

QString PlanWriter::subtitle() const
{
    //: Below the title of a printed plan.
    QStringList parts{say(QT_TRANSLATE_NOOP("PrintedPlan", "Version %1")).arg(m_plan.version)};
    //: Of a plan. %1 is a date.
    parts << (m_print.reviewedAt ? say(QT_TRANSLATE_NOOP("PrintedPlan", "reviewed on %1")).arg(m_format.date(*m_print.reviewedAt))
                                 : say(QT_TRANSLATE_NOOP("PrintedPlan", "never reviewed")));
    return parts.join(u" · "_s);
}

std::vector<Section> PlanWriter::sections() const
{
    std::vector<Section> all;
    for (const auto build : {&PlanWriter::summary, &PlanWriter::roles, &PlanWriter::steps, &PlanWriter::severities,
                             &PlanWriter::stakeholders, &PlanWriter::messages, &PlanWriter::standdown}) {
        Section section = (this->*build)();
        if (!section.blocks.empty())
            all.push_back(std::move(section));
    }
    return all;
}

QString PlanWriter::roleTitle(const QString &key) const
{
    const playbook::Role *role = m_plan.role(key);
    return role ? in(role->title) : key;
}

QString PlanWriter::due(std::chrono::minutes offset, playbook::OffsetFrom from) const
{
    const bool isFromStart = from == playbook::OffsetFrom::Opened;
    if (offset.count() == 0)
        //: When a step is due: at once when the crisis opens, or when it is over.
        return isFromStart ? u"T+0"_s : say(QT_TRANSLATE_NOOP("PrintedPlan", "End"));
    //: When a step is due. %1 is a length of time after the end of the crisis.
    return (isFromStart ? u"T+%1"_s : say(QT_TRANSLATE_NOOP("PrintedPlan", "End+%1"))).arg(m_format.duration(offset));
}

QString PlanWriter::peopleWith(const QString &role) const
{
    QStringList lines;
    for (const playbook::Person &person : m_print.people) {
        if (!person.roles.contains(role))
            continue;
        QStringList contact{person.name, person.phone, person.email};
        contact.removeAll(QString());
        lines << contact.join(u", "_s);
        const auto deputy = std::find_if(m_print.people.begin(), m_print.people.end(), [&person](const playbook::Person &other) {
            return person.deputyId.isValid() && other.id == person.deputyId;
        });
        if (deputy != m_print.people.end()) {
            QStringList theirs{deputy->name, deputy->phone};
            theirs.removeAll(QString());
            //: %1 is a name and a telephone number.
            lines << say(QT_TRANSLATE_NOOP("PrintedPlan", "deputy: %1")).arg(theirs.join(u", "_s));
        }
    }
    // A line to write on: a plan without a name is found out too late.
    return lines.isEmpty() ? u"……………………"_s : lines.join(u'\n');
}

QString PlanWriter::conditionOf(const playbook::Condition &condition) const
{
    QStringList parts;
    if (condition.minSeverity > 1)
        //: A step that counts only then. %1 is 1 to 4.
        parts << say(QT_TRANSLATE_NOOP("PrintedPlan", "from severity %1")).arg(condition.minSeverity);
    if (!condition.networks.isEmpty())
        //: A step that counts only then. %1 lists networks.
        parts << say(QT_TRANSLATE_NOOP("PrintedPlan", "if it is on %1")).arg(titlesOf(condition.networks));
    return parts.join(u", "_s);
}

Section PlanWriter::summary() const
{
    Section section{.key = u"summary"_s};
    if (!in(m_plan.summary).isEmpty())
        section.blocks.push_back(ParagraphBlock{.text = in(m_plan.summary)});
    return section;
}

Section PlanWriter::roles() const
{
    TableBlock table{.columns = {{.title = say(QT_TRANSLATE_NOOP("PrintedPlan", "Role")), .width = 1},
                                 {.title = say(QT_TRANSLATE_NOOP("PrintedPlan", "Who, and how to reach them")), .width = 1.4},
                                 {.title = say(QT_TRANSLATE_NOOP("PrintedPlan", "Mission")), .width = 2}}};
    for (const playbook::Role &role : m_plan.roles)
        table.rows.push_back({in(role.title), peopleWith(role.key), in(role.mission)});
    Section section{.key = u"roles"_s, .heading = say(QT_TRANSLATE_NOOP("PrintedPlan", "People in roles"))};
    if (!table.rows.empty())
        section.blocks.push_back(table);
    return section;
}

Section PlanWriter::steps() const
{
    TableBlock table{.columns = {{.title = say(QT_TRANSLATE_NOOP("PrintedPlan", "Due")), .width = 0.6},
                                 {.title = say(QT_TRANSLATE_NOOP("PrintedPlan", "Who")), .width = 1},
                                 {.title = say(QT_TRANSLATE_NOOP("PrintedPlan", "What")), .width = 3.2},
                                 {.title = say(QT_TRANSLATE_NOOP("PrintedPlan", "Done at")), .width = 0.6}}};
    for (const playbook::Step &step : m_plan.steps) {
        QStringList what{in(step.title)};
        if (const QString condition = conditionOf(step.onlyIf); !condition.isEmpty())
            what.last() += u" (%1)"_s.arg(condition);
        if (!in(step.detail).isEmpty())
            what << in(step.detail);
        if (step.requiresProof)
            //: What must be given before a step counts as done.
            what << say(QT_TRANSLATE_NOOP("PrintedPlan", "Proof: %1")).arg(in(step.proof));
        if (const playbook::MessageText *message = m_plan.message(step.message))
            //: %1 is the title of a message.
            what << say(QT_TRANSLATE_NOOP("PrintedPlan", "Message: %1")).arg(in(message->title));
        table.rows.push_back({due(step.offset, step.offsetFrom), roleTitle(step.role), what.join(u'\n'), QString()});
    }
    Section section{.key = u"steps"_s, .heading = say(QT_TRANSLATE_NOOP("PrintedPlan", "Steps"))};
    if (!table.rows.empty())
        section.blocks.push_back(table);
    return section;
}

Section PlanWriter::severities() const
{
    Section section{.key = u"severities"_s, .heading = say(QT_TRANSLATE_NOOP("PrintedPlan", "Severity levels"))};
    for (const playbook::Severity &severity : m_plan.severities) {
        ListBlock list{.heading = u"%1 · %2"_s.arg(severity.level).arg(in(severity.name))};
        for (const playbook::Text &criterion : severity.criteria)
            list.items << in(criterion);
        section.blocks.push_back(list);
    }
    return section;
}

Section PlanWriter::stakeholders() const
{
    TableBlock table{.columns = {{.title = say(QT_TRANSLATE_NOOP("PrintedPlan", "Due")), .width = 0.6},
                                 {.title = say(QT_TRANSLATE_NOOP("PrintedPlan", "Whom")), .width = 1.4},
                                 {.title = say(QT_TRANSLATE_NOOP("PrintedPlan", "By whom")), .width = 1},
                                 {.title = say(QT_TRANSLATE_NOOP("PrintedPlan", "Note")), .width = 2}}};
    for (const playbook::Stakeholder &stakeholder : m_plan.stakeholders) {
        QStringList note{conditionOf(stakeholder.onlyIf), in(stakeholder.note)};
        note.removeAll(QString());
        table.rows.push_back({due(stakeholder.offset, playbook::OffsetFrom::Opened), in(stakeholder.name),
                              roleTitle(stakeholder.role), note.join(u'\n')});
    }
    Section section{.key = u"stakeholders"_s, .heading = say(QT_TRANSLATE_NOOP("PrintedPlan", "Who must be told"))};
    if (!table.rows.empty())
        section.blocks.push_back(table);
    return section;
}

Section PlanWriter::messages() const
{
    Section section{.key = u"messages"_s, .heading = say(QT_TRANSLATE_NOOP("PrintedPlan", "Approved messages"))};
    QStringList unusable;
    for (const playbook::Message &message : m_print.messages) {
        for (const playbook::MessageVariant &variant : message.variants) {
            if (variant.language != m_format.language())
                continue;
            QString heading = in(message.title);
            if (variant.network == u"private")
                //: A message that is said in private, on any network.
                heading += u" · "_s + say(QT_TRANSLATE_NOOP("PrintedPlan", "in private"));
            else if (!variant.network.isEmpty())
                heading += u" · "_s + reply::networkTitle(variant.network);
            if (playbook::isUsable(variant, m_print.printedAt))
                section.blocks.push_back(ParagraphBlock{.text = variant.text, .heading = heading});
            else
                unusable << heading;
        }
    }
    if (!unusable.isEmpty())
        section.blocks.push_back(
            ListBlock{.heading = say(QT_TRANSLATE_NOOP("PrintedPlan", "Not printed: these texts are not approved, or out of date")),
                      .items = unusable,
                      .tone = Tone::Bad});
    return section;
}

Section PlanWriter::standdown() const
{
    ListBlock list;
    for (const playbook::StanddownItem &item : m_plan.standdown)
        list.items << (item.role.isEmpty() ? in(item.text) : u"%1 (%2)"_s.arg(in(item.text), roleTitle(item.role)));
    Section section{.key = u"standdown"_s, .heading = say(QT_TRANSLATE_NOOP("PrintedPlan", "Before the crisis is closed"))};
    if (!list.items.isEmpty())
        section.blocks.push_back(list);
    return section;
}

} // namespace

Result<PlanToPrint> loadPlanToPrint(const store::Connection &connection, const QString &key, core::Instant now)
{
    const auto found = playbook::PlaybookRepository::findByKey(connection, key);
    if (!found)
        return fail(found.error());
    if (!*found)
        return fail(ErrorKind::NotFound, u"there is no playbook \"%1\""_s.arg(key));
    const core::PlaybookId id = (*found)->id;
    auto plan = playbook::PlaybookRepository::read(connection, id);
    if (!plan)
        return fail(plan.error());
    auto messages = playbook::MessageRepository::ofPlaybook(connection, id);
    if (!messages)
        return fail(messages.error());
    auto people = playbook::PersonRepository::list(connection);
    if (!people)
        return fail(people.error());
    return PlanToPrint{.plan = std::move(*plan),
                       .messages = std::move(*messages),
                       .people = std::move(*people),
                       .reviewedAt = (*found)->reviewedAt,
                       .printedAt = now};
}

ReportDocument composePlan(const PlanToPrint &print, core::Language language, const QTimeZone &zone)
{
    ReportDocument document;
    document.language = language;
    document.format = core::Format(language, zone);
    const core::Phrasebook phrases(language);
    const PlanWriter writer(print, document.format, phrases);
    document.kicker = writer.say(QT_TRANSLATE_NOOP("PrintedPlan", "Crisis plan"));
    document.title = print.plan.title.in(language);
    document.subtitle = writer.subtitle();
    QStringList footer{u"Vigie"_s, print.brand, writer.say(QT_TRANSLATE_NOOP("PrintedPlan", "Confidential")),
                       //: %1 is a date and time.
                       writer.say(QT_TRANSLATE_NOOP("PrintedPlan", "Printed on %1"))
                           .arg(document.format.dateTimeWithZone(print.printedAt))};
    footer.removeAll(QString());
    document.footer = footer.join(u" · "_s);
    //: %1 is the page, %2 the number of pages.
    document.pageOf = writer.say(QT_TRANSLATE_NOOP("PrintedPlan", "Page %1 / %2"));
    document.author = print.brand.isEmpty() ? u"Vigie"_s : print.brand;
    document.createdAt = print.printedAt;
    document.sections = writer.sections();
    return document;
}

} // namespace vigie::postmortem
