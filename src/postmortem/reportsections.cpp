// SPDX-License-Identifier: GPL-3.0-or-later
#include "postmortem/reportsections.h"

#include "core/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace vigie::postmortem
{
namespace
{

constexpr const char *kContext = "Report";
constexpr std::size_t kMostMessages = 60;
constexpr qsizetype kTimelineLength = 180; ///< graphemes
constexpr qsizetype kRepeatedLength = 60;

bool isSeveralDays(const Figures &figures, const core::Format &format)
{
    return format.date(figures.from) != format.date(figures.to);
}

} // namespace

QString ReportWriter::say(const char *source, int count) const
{
    return m_phrases.text(kContext, source, count);
}

std::vector<Section> ReportWriter::sections(const QStringList &wanted) const
{
    std::vector<Section> all;
    for (const auto build : {&ReportWriter::keyFigures, &ReportWriter::curve, &ReportWriter::summary,
                             &ReportWriter::timeline, &ReportWriter::messages, &ReportWriter::figures,
                             &ReportWriter::findings, &ReportWriter::actions, &ReportWriter::promises,
                             &ReportWriter::decisions, &ReportWriter::method}) {
        Section section = (this->*build)();
        if (!section.blocks.empty() && (wanted.isEmpty() || wanted.contains(section.key)))
            all.push_back(std::move(section));
    }
    return all;
}

QString ReportWriter::zoneName() const
{
    const QString id = QString::fromUtf8(m_format.zone().id());
    const QString abbreviation = m_format.zone().abbreviation(core::toUtc(m_figures.from));
    return id == abbreviation ? id : u"%1 (%2)"_s.arg(id, abbreviation);
}

QString ReportWriter::subtitle() const
{
    //: Below the title. %1 is 1 to 4, 4 is the gravest.
    const QString severity = say(QT_TRANSLATE_NOOP("Report", "Severity %1 of 4")).arg(m_data.severity);
    const bool isOpen = !m_figures.resolvedAt && !m_data.isClosed;
    QString period;
    if (isOpen)
        period = say(QT_TRANSLATE_NOOP("Report", "since %1, not over yet")).arg(m_format.dateTime(m_figures.from));
    else if (isSeveralDays(m_figures, m_format))
        //: A period: both are a date and a time.
        period = say(QT_TRANSLATE_NOOP("Report", "from %1 to %2"))
                     .arg(m_format.dateTime(m_figures.from), m_format.dateTime(m_figures.to));
    else
        //: A period within one day: %1 is the date, %2 and %3 are times.
        period = say(QT_TRANSLATE_NOOP("Report", "%1, from %2 to %3"))
                     .arg(m_format.date(m_figures.from), m_format.time(m_figures.from), m_format.time(m_figures.to));
    //: %1 is the name of a time zone.
    const QString zone = say(QT_TRANSLATE_NOOP("Report", "times in %1")).arg(zoneName());
    return QStringList{severity, period, zone}.join(u" · "_s);
}

QString ReportWriter::when(core::Instant at) const
{
    const bool isElsewhen = isSeveralDays(m_figures, m_format) || m_format.date(at) != m_format.date(m_figures.from);
    return isElsewhen ? m_format.dateShort(at) + u' ' + m_format.time(at) : m_format.time(at);
}

QString ReportWriter::delayOr(const Figures::Delay &delay) const
{
    return delay ? m_format.duration(*delay) : say(QT_TRANSLATE_NOOP("Report", "not recorded"));
}

Kpi ReportWriter::delayCard(const QString &label, const Figures::Delay &delay, std::optional<milliseconds> target) const
{
    Kpi card = {.label = label};
    if (!delay) {
        card.value = u"–"_s;
        card.note = say(QT_TRANSLATE_NOOP("Report", "not recorded"));
        card.tone = Tone::Muted;
        return card;
    }
    card.value = m_format.duration(*delay);
    if (!target)
        return card;
    const bool isMet = *delay <= *target;
    //: %1 is a length of time that was to be kept.
    card.note = (isMet ? say(QT_TRANSLATE_NOOP("Report", "target %1: met")) : say(QT_TRANSLATE_NOOP("Report", "target %1: missed")))
                    .arg(m_format.duration(*target));
    card.tone = isMet ? Tone::Good : Tone::Bad;
    return card;
}

Section ReportWriter::keyFigures() const
{
    KpiBlock block;
    Kpi mentions = {.label = say(QT_TRANSLATE_NOOP("Report", "Mentions")), .value = m_format.number(m_figures.mentions)};
    if (m_figures.mentions > 0)
        mentions.note = say(QT_TRANSLATE_NOOP("Report", "up to %1 an hour")).arg(m_format.number(m_figures.peakPerHour));
    block.cards.push_back(mentions);

    const auto share = m_figures.negativeShare();
    block.cards.push_back({.label = say(QT_TRANSLATE_NOOP("Report", "Negative share")),
                           .value = share ? m_format.percent(*share) : u"–"_s,
                           .note = share ? say(QT_TRANSLATE_NOOP("Report", "%1 of %2"))
                                               .arg(m_format.number(m_figures.negative), m_format.number(m_figures.mentions))
                                         : QString(),
                           .tone = share ? Tone::Plain : Tone::Muted});

    Kpi detect = delayCard(say(QT_TRANSLATE_NOOP("Report", "Time to detect")), m_figures.timeToDetect(), {});
    detect.note = say(QT_TRANSLATE_NOOP("Report", "from the beginning"));
    block.cards.push_back(detect);
    block.cards.push_back(delayCard(say(QT_TRANSLATE_NOOP("Report", "Time to first statement")),
                                    m_figures.timeToFirstStatement(), m_figures.targets.firstStatement));
    block.cards.push_back(delayCard(say(QT_TRANSLATE_NOOP("Report", "Time to first reply")),
                                    m_figures.timeToFirstReply(), m_figures.targets.firstReply));
    Kpi resolve = delayCard(say(QT_TRANSLATE_NOOP("Report", "Time to resolve")), m_figures.timeToResolve(), {});
    if (m_figures.timeToResolve())
        resolve.note = say(QT_TRANSLATE_NOOP("Report", "from the beginning"));
    block.cards.push_back(resolve);
    return {.key = u"key-figures"_s, .blocks = {block}};
}

QString ReportWriter::textOf(const CurveMark &mark) const
{
    switch (mark.kind) {
    case MarkKind::Alert:
        return say(QT_TRANSLATE_NOOP("Report", "Alert"));
    case MarkKind::Opened:
        return say(QT_TRANSLATE_NOOP("Report", "Crisis opened"));
    case MarkKind::Reply:
        return say(QT_TRANSLATE_NOOP("Report", "First reply"));
    case MarkKind::Resolved:
        return say(QT_TRANSLATE_NOOP("Report", "Crisis resolved"));
    case MarkKind::Statement:
        return mark.text.isEmpty() ? say(QT_TRANSLATE_NOOP("Report", "Statement published"))
                                   : say(QT_TRANSLATE_NOOP("Report", "Statement: %1")).arg(mark.text);
    case MarkKind::Decision:
        return say(QT_TRANSLATE_NOOP("Report", "Decision: %1")).arg(mark.text);
    case MarkKind::Update:
    case MarkKind::Log:
        break;
    }
    return mark.text;
}

Section ReportWriter::curve() const
{
    Section section = {.key = u"curve"_s, .heading = say(QT_TRANSLATE_NOOP("Report", "Mentions over time"))};
    if (m_figures.mentions == 0) {
        section.blocks.emplace_back(ParagraphBlock{say(QT_TRANSLATE_NOOP("Report", "No mention was counted.")), Tone::Muted});
        return section;
    }
    ChartBlock chart;
    chart.points = m_figures.curve;
    chart.step = m_figures.curveStep;
    chart.usual = m_figures.usualPerStep;
    chart.gaps = m_figures.gaps;
    chart.beganAt = m_figures.beganAt;
    for (CurveMark mark : m_figures.marks) {
        mark.text = core::elided(textOf(mark).simplified(), 58);
        chart.marks.push_back(mark);
    }
    //: Title of the curve's axis. %1 is a length of time: "15 min".
    chart.axisTitle = say(QT_TRANSLATE_NOOP("Report", "Mentions per %1")).arg(m_format.duration(m_figures.curveStep));
    chart.negativeName = say(QT_TRANSLATE_NOOP("Report", "Negative"));
    chart.neutralName = say(QT_TRANSLATE_NOOP("Report", "Neutral or undetermined"));
    chart.positiveName = say(QT_TRANSLATE_NOOP("Report", "Positive"));
    chart.usualName = say(QT_TRANSLATE_NOOP("Report", "Usual level"));
    chart.alertName = say(QT_TRANSLATE_NOOP("Report", "Alert"));
    chart.gapName = say(QT_TRANSLATE_NOOP("Report", "Source not readable"));
    chart.beganName = say(QT_TRANSLATE_NOOP("Report", "Beginning"));
    chart.description = say(QT_TRANSLATE_NOOP("Report", "%1 mentions; the busiest hour, from %2, had %3."))
                            .arg(m_format.number(m_figures.mentions), when(m_figures.peakAt.value_or(m_figures.from)),
                                 m_format.number(m_figures.peakPerHour));
    section.blocks.emplace_back(chart);
    return section;
}

Section ReportWriter::summary() const
{
    Section section = {.key = u"summary"_s, .heading = say(QT_TRANSLATE_NOOP("Report", "Summary"))};
    if (!m_data.review) {
        section.blocks.emplace_back(
            ParagraphBlock{say(QT_TRANSLATE_NOOP("Report", "The review has not been written yet.")), Tone::Muted});
        return section;
    }
    const Review &review = *m_data.review;
    if (review.state == ReviewState::Draft)
        section.blocks.emplace_back(
            ParagraphBlock{say(QT_TRANSLATE_NOOP("Report", "Draft: this review is not final.")), Tone::Muted});
    if (!review.summary.trimmed().isEmpty())
        section.blocks.emplace_back(ParagraphBlock{review.summary});
    const auto titled = [&section](const QString &title, const QString &text) {
        if (text.trimmed().isEmpty())
            return;
        section.blocks.emplace_back(ParagraphBlock{.text = text, .heading = title});
    };
    titled(say(QT_TRANSLATE_NOOP("Report", "Impact")), review.impact);
    titled(say(QT_TRANSLATE_NOOP("Report", "Causes")), review.causes);
    return section;
}

Section ReportWriter::timeline() const
{
    Section section = {.key = u"timeline"_s, .heading = say(QT_TRANSLATE_NOOP("Report", "Timeline"))};
    TableBlock table = {.columns = {{say(QT_TRANSLATE_NOOP("Report", "Time")), 0.17},
                                    {say(QT_TRANSLATE_NOOP("Report", "Event")), 0.63},
                                    {say(QT_TRANSLATE_NOOP("Report", "By")), 0.2}}};
    // One line of a log tells what happened; the whole of a statement stands under "What was said".
    for (const TimelineEntry &entry : m_data.timeline)
        table.rows.push_back({when(entry.at),
                              entry.kind == u"update" ? core::elided(entry.text.simplified(), kTimelineLength) : entry.text,
                              entry.actor});
    if (table.rows.empty())
        section.blocks.emplace_back(ParagraphBlock{say(QT_TRANSLATE_NOOP("Report", "The log is empty.")), Tone::Muted});
    else
        section.blocks.emplace_back(table);
    return section;
}

Section ReportWriter::messages() const
{
    Section section = {.key = u"messages"_s, .heading = say(QT_TRANSLATE_NOOP("Report", "What was said"))};
    if (m_data.messages.empty())
        return section;
    TableBlock table = {.columns = {{say(QT_TRANSLATE_NOOP("Report", "Time")), 0.17},
                                    {say(QT_TRANSLATE_NOOP("Report", "Where, to whom")), 0.23},
                                    {say(QT_TRANSLATE_NOOP("Report", "Text")), 0.6}}};
    const std::size_t shown = std::min(m_data.messages.size(), kMostMessages);
    for (std::size_t i = 0; i < shown; ++i) {
        const SentMessage &message = m_data.messages[i];
        QStringList where;
        if (message.network.isEmpty()) {
            where << say(QT_TRANSLATE_NOOP("Report", "Statement"));
        } else {
            const QString network = reply::networkTitle(message.network);
            //: A private message on a network, %1.
            where << (message.isPublic ? network : say(QT_TRANSLATE_NOOP("Report", "%1, in private")).arg(network));
        }
        if (!message.recipient.isEmpty())
            where << message.recipient;
        // The same words again are named, not printed again: a board reads them once.
        const bool isRepeated = std::any_of(m_data.messages.begin(), m_data.messages.begin() + std::ptrdiff_t(i),
                                            [&message](const SentMessage &earlier) { return earlier.text == message.text; });
        if (isRepeated) {
            table.rows.push_back({when(message.at), where.join(u'\n'),
                                  say(QT_TRANSLATE_NOOP("Report", "The same text again: “%1”"))
                                      .arg(core::elided(message.text.simplified(), kRepeatedLength))});
            continue;
        }
        table.rows.push_back({when(message.at), where.join(u'\n'), message.text});
    }
    section.blocks.emplace_back(table);
    if (shown < m_data.messages.size())
        section.blocks.emplace_back(
            ParagraphBlock{say(QT_TRANSLATE_N_NOOP("Report", "%n more message(s) stand in the exported data."),
                               int(m_data.messages.size() - shown)),
                           Tone::Muted});
    return section;
}

Section ReportWriter::findings() const
{
    Section section = {.key = u"findings"_s, .heading = say(QT_TRANSLATE_NOOP("Report", "Findings"))};
    if (!m_data.review)
        return section;
    const struct {
        FindingKind kind;
        QString heading;
        Tone tone;
    } kinds[] = {
        {FindingKind::Worked, say(QT_TRANSLATE_NOOP("Report", "What worked")), Tone::Good},
        {FindingKind::WentWrong, say(QT_TRANSLATE_NOOP("Report", "What went wrong")), Tone::Bad},
        {FindingKind::ToImprove, say(QT_TRANSLATE_NOOP("Report", "To improve")), Tone::Plain},
        {FindingKind::Luck, say(QT_TRANSLATE_NOOP("Report", "Where luck helped")), Tone::Muted},
    };
    for (const auto &kind : kinds) {
        ListBlock list = {.heading = kind.heading, .tone = kind.tone};
        for (const Finding &finding : m_data.review->findings) {
            if (finding.kind == kind.kind)
                list.items << finding.text;
        }
        if (!list.items.isEmpty())
            section.blocks.emplace_back(list);
    }
    return section;
}

Section ReportWriter::actions() const
{
    Section section = {.key = u"actions"_s, .heading = say(QT_TRANSLATE_NOOP("Report", "Actions"))};
    if (!m_data.review || m_data.review->actions.empty())
        return section;
    TableBlock table = {.columns = {{say(QT_TRANSLATE_NOOP("Report", "Action")), 0.45},
                                    {say(QT_TRANSLATE_NOOP("Report", "Owner")), 0.2},
                                    {say(QT_TRANSLATE_NOOP("Report", "Due")), 0.21},
                                    {say(QT_TRANSLATE_NOOP("Report", "State")), 0.14}}};
    for (const Action &action : m_data.review->actions) {
        //: An action.
        QString state = say(QT_TRANSLATE_NOOP("Report", "Open"));
        if (action.state == ActionState::Done)
            state = say(QT_TRANSLATE_NOOP("Report", "Done"));
        else if (action.state == ActionState::Dropped)
            state = say(QT_TRANSLATE_NOOP("Report", "Dropped"));
        else if (action.dueAt && *action.dueAt < m_data.generatedAt)
            state = say(QT_TRANSLATE_NOOP("Report", "Overdue"));
        table.rows.push_back(
            {action.text, action.owner.isEmpty() ? u"–"_s : action.owner,
             action.dueAt ? m_format.date(*action.dueAt) : u"–"_s, state});
    }
    section.blocks.emplace_back(table);
    return section;
}

Section ReportWriter::promises() const
{
    Section section = {.key = u"promises"_s, .heading = say(QT_TRANSLATE_NOOP("Report", "Promises not settled yet"))};
    TableBlock table = {.columns = {{say(QT_TRANSLATE_NOOP("Report", "Promise")), 0.5},
                                    {say(QT_TRANSLATE_NOOP("Report", "By, to")), 0.29},
                                    {say(QT_TRANSLATE_NOOP("Report", "Due")), 0.21}}};
    for (const reply::Promise &promise : m_data.promises) {
        if (promise.state != reply::PromiseState::Open)
            continue;
        const QString who = promise.promisedTo.isEmpty() ? promise.promisedBy
                                                         : promise.promisedBy + u'\n' + promise.promisedTo;
        table.rows.push_back({promise.text, who, promise.dueAt ? m_format.date(*promise.dueAt) : u"–"_s});
    }
    if (!table.rows.empty())
        section.blocks.emplace_back(table);
    return section;
}

Section ReportWriter::decisions() const
{
    Section section = {.key = u"decisions"_s, .heading = say(QT_TRANSLATE_NOOP("Report", "Decisions"))};
    TableBlock table = {.columns = {{say(QT_TRANSLATE_NOOP("Report", "Time")), 0.17},
                                    {say(QT_TRANSLATE_NOOP("Report", "Decision")), 0.33},
                                    {say(QT_TRANSLATE_NOOP("Report", "Why")), 0.33},
                                    {say(QT_TRANSLATE_NOOP("Report", "By")), 0.17}}};
    for (const DecisionEntry &decision : m_data.decisions)
        table.rows.push_back({when(decision.at), decision.what, decision.why, decision.actor});
    if (!table.rows.empty())
        section.blocks.emplace_back(table);
    return section;
}

Section ReportWriter::method() const
{
    Section section = {.key = u"method"_s, .heading = say(QT_TRANSLATE_NOOP("Report", "How this was counted"))};
    QStringList sentences;
    if (!m_data.watchName.isEmpty())
        sentences << say(QT_TRANSLATE_NOOP("Report", "Counted are the mentions that the watch “%1” found within the period, and "
                                                     "those attached by hand.")).arg(m_data.watchName);
    else if (m_data.isDrill())
        sentences << say(QT_TRANSLATE_NOOP("Report", "Counted are all posts of the exercise."));
    else
        sentences << say(QT_TRANSLATE_NOOP("Report", "Counted are the mentions that were attached to the crisis."));
    sentences << say(QT_TRANSLATE_NOOP("Report", "The time of a mention is the one its network gives. All times are in %1."))
                     .arg(zoneName());
    sentences << say(QT_TRANSLATE_NOOP("Report", "Tonality is estimated by the program and corrected by people; a mention whose "
                                                 "tonality could not be told counts as undetermined, not as neutral."));
    sentences << say(QT_TRANSLATE_NOOP("Report", "The usual level is the mean of up to seven days before the beginning."));
    sentences << say(QT_TRANSLATE_NOOP("Report", "Times to a first statement or reply run from detection. “Not recorded” means "
                                                 "that nobody entered it."));
    sentences << say(QT_TRANSLATE_NOOP("Report", "Emoji are left out of printed texts."));
    section.blocks.emplace_back(ParagraphBlock{sentences.join(u' '), Tone::Muted});
    return section;
}

} // namespace vigie::postmortem
