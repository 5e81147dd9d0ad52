// SPDX-License-Identifier: GPL-3.0-or-later
#include "postmortem/reviewproposal.h"

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace vigie::postmortem
{
namespace
{

constexpr const char *kContext = "Review";
constexpr milliseconds kQuickDetection = minutes(15);
constexpr milliseconds kSlowDetection = minutes(60);

class Proposer
{
public:
    Proposer(const ReportData &data, const core::Format &format, const core::Phrasebook &phrases)
        : m_data(data), m_figures(data.figures), m_format(format), m_phrases(phrases)
    {
    }

    ReviewProposal propose()
    {
        m_proposal.summary = summary().join(u' ');
        m_proposal.impact = impact().join(u' ');
        proposeOnTimes();
        proposeOnWork();
        return m_proposal;
    }

private:
    [[nodiscard]] QString say(const char *source, int count = -1) const { return m_phrases.text(kContext, source, count); }

    [[nodiscard]] QStringList summary() const
    {
        QStringList sentences;
        sentences << say(QT_TRANSLATE_NOOP("Review", "The crisis “%1” began on %2."))
                         .arg(m_data.title, m_format.dateTime(m_figures.beganAt));
        if (const auto delay = m_figures.timeToDetect(); delay && delay->count() > 0)
            sentences << say(QT_TRANSLATE_NOOP("Review", "It was detected after %1.")).arg(m_format.duration(*delay));
        if (const auto share = m_figures.negativeShare())
            sentences << say(QT_TRANSLATE_N_NOOP("Review", "%Ln mention(s) were counted, %1 of them negative."),
                             int(m_figures.mentions))
                             .arg(m_format.percent(*share));
        else
            sentences << say(QT_TRANSLATE_NOOP("Review", "No mention was counted."));
        if (m_figures.mentions > 0 && m_figures.usualPerHour)
            sentences << say(QT_TRANSLATE_N_NOOP("Review", "The busiest hour had %Ln mention(s); %1 are usual."),
                             int(m_figures.peakPerHour))
                             .arg(usualText(*m_figures.usualPerHour, m_format));
        //: %1 is a length of time since the crisis was detected.
        sentences << (m_figures.timeToFirstStatement()
                          ? say(QT_TRANSLATE_NOOP("Review", "The first statement was published after %1."))
                                .arg(m_format.duration(*m_figures.timeToFirstStatement()))
                          : say(QT_TRANSLATE_NOOP("Review", "No statement was published.")));
        //: %1 is a length of time since the crisis was detected.
        sentences << (m_figures.timeToFirstReply()
                          ? say(QT_TRANSLATE_NOOP("Review", "The first reply was given after %1."))
                                .arg(m_format.duration(*m_figures.timeToFirstReply()))
                          : say(QT_TRANSLATE_NOOP("Review", "No reply was given.")));
        //: %1 is a length of time since the crisis began.
        sentences << (m_figures.timeToResolve()
                          ? say(QT_TRANSLATE_NOOP("Review", "The crisis was resolved after %1."))
                                .arg(m_format.duration(*m_figures.timeToResolve()))
                          : say(QT_TRANSLATE_NOOP("Review", "The end of the crisis was not recorded.")));
        return sentences;
    }

    [[nodiscard]] QStringList impact() const
    {
        QStringList sentences;
        if (m_figures.authors > 0)
            sentences << say(QT_TRANSLATE_N_NOOP("Review", "%Ln different author(s) wrote about it."),
                             int(m_figures.authors));
        if (!m_figures.topNetworks.empty())
            sentences << say(QT_TRANSLATE_NOOP("Review", "The network with the most mentions was %1 (%2)."))
                             .arg(reply::networkTitle(m_figures.topNetworks.front().name),
                                  m_format.number(m_figures.topNetworks.front().count));
        if (const auto share = m_figures.copyShare(); share && *share >= 0.05)
            sentences << say(QT_TRANSLATE_NOOP("Review", "%1 of the mentions repeat another one almost word for word."))
                             .arg(m_format.percent(*share));
        return sentences;
    }

    void add(FindingKind kind, const QString &text)
    {
        const int position = int(m_proposal.findings.size());
        m_proposal.findings.push_back(
            //: Before a finding that the program proposes and a person has yet to agree with.
            {.kind = kind, .text = say(QT_TRANSLATE_NOOP("Review", "Proposal: %1")).arg(text), .position = position});
    }

    /// One finding from a time and its target; `reached` has %1 for the time and %2 for the target.
    void addTarget(const Figures::Delay &delay, milliseconds target, const char *reached, const char *never)
    {
        if (!delay) {
            if (m_figures.mentions > 0)
                add(FindingKind::WentWrong, say(never));
            return;
        }
        add(*delay <= target ? FindingKind::Worked : FindingKind::ToImprove,
            say(reached).arg(m_format.duration(*delay), m_format.duration(target)));
    }

    void proposeOnTimes()
    {
        if (const auto delay = m_figures.timeToDetect(); delay && m_figures.mentions > 0) {
            if (*delay <= kQuickDetection)
                add(FindingKind::Worked, say(QT_TRANSLATE_NOOP("Review", "The crisis was detected within %1 of its beginning."))
                                             .arg(m_format.duration(kQuickDetection)));
            else if (*delay > kSlowDetection)
                add(FindingKind::ToImprove, say(QT_TRANSLATE_NOOP("Review", "It took %1 to detect the crisis."))
                                                .arg(m_format.duration(*delay)));
        }
        addTarget(m_figures.timeToAcknowledge(), m_figures.targets.acknowledge,
                  QT_TRANSLATE_NOOP("Review", "Somebody took charge %1 after detection; the target is %2."),
                  QT_TRANSLATE_NOOP("Review", "Nobody is recorded as having taken charge."));
        addTarget(m_figures.timeToFirstStatement(), m_figures.targets.firstStatement,
                  QT_TRANSLATE_NOOP("Review", "The first statement came %1 after detection; the target is %2."),
                  QT_TRANSLATE_NOOP("Review", "No statement was published."));
        addTarget(m_figures.timeToFirstReply(), m_figures.targets.firstReply,
                  QT_TRANSLATE_NOOP("Review", "The first reply came %1 after detection; the target is %2."),
                  QT_TRANSLATE_NOOP("Review", "Nobody who wrote got a reply."));
    }

    void proposeOnWork()
    {
        if (m_figures.tasks.late > 0)
            add(FindingKind::ToImprove,
                say(QT_TRANSLATE_N_NOOP("Review", "%Ln task(s) were done late or not at all."), m_figures.tasks.late));
        else if (m_figures.tasks.total > 0)
            add(FindingKind::Worked, say(QT_TRANSLATE_NOOP("Review", "No task was late.")));
        if (m_figures.updatesExpected > m_figures.updates && m_figures.longestSilence)
            add(FindingKind::ToImprove,
                say(QT_TRANSLATE_NOOP("Review", "%1 of %2 expected updates were posted; the longest silence lasted %3."))
                    .arg(m_format.number(m_figures.updates), m_format.number(m_figures.updatesExpected),
                         m_format.duration(*m_figures.longestSilence)));
        else if (m_figures.updatesExpected > 0)
            add(FindingKind::Worked, say(QT_TRANSLATE_NOOP("Review", "Updates were posted as often as planned.")));
        if (m_figures.promisesBroken > 0)
            add(FindingKind::WentWrong,
                say(QT_TRANSLATE_N_NOOP("Review", "%Ln promise(s) were not kept."), m_figures.promisesBroken));
        if (m_figures.promisesOpen > 0)
            add(FindingKind::ToImprove,
                say(QT_TRANSLATE_N_NOOP("Review", "%Ln promise(s) are still open."), m_figures.promisesOpen));
        if (m_figures.repliesUnknown > 0)
            add(FindingKind::ToImprove,
                say(QT_TRANSLATE_N_NOOP("Review", "For %Ln reply(s) nobody has said whether they were published."),
                    int(m_figures.repliesUnknown)));
        if (!m_figures.gaps.empty())
            add(FindingKind::ToImprove,
                say(QT_TRANSLATE_N_NOOP("Review", "Sources could not be read %n time(s); what was said then may be missing."),
                    int(m_figures.gaps.size())));
    }

    const ReportData &m_data;
    const Figures &m_figures;
    const core::Format &m_format;
    const core::Phrasebook &m_phrases;
    ReviewProposal m_proposal;
};

} // namespace

QString usualText(double perHour, const core::Format &format)
{
    const bool isWhole = std::abs(perHour - std::round(perHour)) < 0.05;
    return format.decimal(perHour, perHour < 10 && !isWhole ? 1 : 0);
}

ReviewProposal proposeReview(const ReportData &data, const core::Format &format, const core::Phrasebook &phrases)
{
    return Proposer(data, format, phrases).propose();
}

} // namespace vigie::postmortem
