// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/replydetail.h"

#include "core/text.h"
#include "gui/common/cardlist.h"
#include "gui/common/icons.h"
#include "gui/common/widgets.h"
#include "gui/reply/assistedsend.h"
#include "gui/reply/pairtexts.h"
#include "gui/reply/promisedialog.h"
#include "gui/reply/promiserows.h"
#include "gui/reply/replyacts.h"
#include "gui/reply/replyreasondialog.h"
#include "gui/reply/replytexts.h"
#include "gui/reply/replywidgets.h"
#include "networks/capabilities.h"
#include "reply/promiserepository.h"
#include "reply/promiseservice.h"
#include "reply/sametext.h"

#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

using reply::ReplyState;

namespace
{

/// Promises of one reply, settled ones too.
Result<std::vector<reply::Promise>> promisesOf(const store::Connection &connection, const reply::Reply &reply)
{
    auto promises = reply.incidentId.isValid() ? reply::PromiseRepository::ofIncident(connection, reply.incidentId)
                                               : reply::PromiseRepository::open(connection, reply.drillRunId);
    if (promises)
        std::erase_if(*promises, [&](const reply::Promise &promise) { return promise.replyId != reply.id; });
    return promises;
}

} // namespace

Result<ReplyDetailData> readReplyDetail(const store::Connection &connection, core::ReplyId id, core::Instant now,
                                        core::Language sentences)
{
    auto all = readComposerData(connection, {.reply = id}, now);
    if (!all)
        return fail(all.error());
    auto promises = promisesOf(connection, *all->reply);
    if (!promises)
        return fail(promises.error());
    auto sameText = reply::isEditable(all->reply->state)
                        ? reply::sameTextFinding(connection, *all->reply, now, core::Phrasebook(sentences))
                        : Result<std::optional<reply::ReplyFinding>>(std::nullopt);
    if (!sameText)
        return fail(sameText.error());
    return ReplyDetailData{
        .all = std::move(*all), .promises = std::move(*promises), .sameText = std::move(*sameText)};
}

ReplyDetail::ReplyDetail(Desk &desk, ReplyContext context, ReplyActs &acts, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_context(std::move(context)), m_acts(acts)
{
    build();
    connect(&m_acts, &ReplyActs::busyChanged, this, [this] {
        if (m_data.all.reply)
            showActs();
    });
}

void ReplyDetail::setData(ReplyDetailData detail)
{
    m_data = std::move(detail);
    m_data.report = judged(reply());
    m_data.otherHasErrors = m_data.all.partner && judged(*m_data.all.partner).hasErrors();
    if (m_data.sameText)
        m_data.report.findings.push_back(*m_data.sameText);
    retranslate();
}

reply::ReplyReport ReplyDetail::judged(const reply::Reply &reply) const
{
    return m_context.check.check({.text = reply.text,
                                  .network = reply.network,
                                  .language = reply.language,
                                  .visibility = reply.visibility,
                                  .allowed = m_data.all.allowedContacts,
                                  .sentences = m_context.language()});
}

core::ReplyId ReplyDetail::replyId() const
{
    return m_data.all.reply ? m_data.all.reply->id : core::ReplyId{};
}

void ReplyDetail::retranslate()
{
    m_mentionButton->setText(tr("Show the mention"));
    m_linkButton->setText(tr("Open the published reply"));
    m_otherButton->setText(tr("Open the other half"));
    setButtonIcon(m_otherButton, icon(u"link-45deg"_s));
    m_historyTitle->setText(tr("History"));
    m_promisesTitle->setText(tr("Promises"));
    m_promiseButton->setText(tr("Add a promise"));
    setButtonIcon(m_mentionButton, icon(u"arrow-up-right"_s));
    setButtonIcon(m_linkButton, icon(u"box-arrow-up-right"_s));
    setButtonIcon(m_promiseButton, icon(u"plus-lg"_s));
    m_promises->setAccessibleName(tr("Promises of this reply"));
    m_assisted->retranslate();
    if (m_data.all.reply)
        showAll();
}

void ReplyDetail::showAll()
{
    showHead();
    showPair();
    showText();
    showHistory();
    showPromises();
    showActs();
}

void ReplyDetail::showHead()
{
    const auto &mention = m_data.all.mention;
    const core::Format format = m_context.uiFormat();
    const QString who = mention && !mention->author.displayName().isEmpty() ? mention->author.displayName() : reply().recipient;
    m_titleLabel->setFullText(who.isEmpty() ? ReplyTexts::recipient(reply()) : who);
    QStringList where = {networks::networkName(reply().network)};
    if (!reply().recipient.isEmpty() && reply().recipient != who)
        where += reply().recipient;
    if (m_data.all.incident)
        where += m_data.all.incident->title;
    m_whereLabel->setFullText(where.join(u" · "_s));
    const int side = qRound(20 * textScale());
    m_networkIcon->setPixmap(icon(networkIconName(reply().network), Token::Muted).pixmap(QSize(side, side), devicePixelRatioF()));
    m_networkIcon->setAccessibleName(networks::networkName(reply().network));
    m_mentionButton->setVisible(reply().mentionId.isValid());
    m_pills->setPills({ReplyTexts::statePill(reply()), PairTexts::visibilityPill(reply()),
                       Pill{core::languageTag(reply().language).toUpper(), u"translate"_s}});
    m_quote->setVisible(mention.has_value());
    if (mention)
        m_quote->setQuote(format.dateTime(mention->postedAt), mention->text);
    const QString reason = ReplyTexts::reason(reply(), m_context.language());
    const bool isBad = reply().state == ReplyState::Unknown || reply().state == ReplyState::Failed;
    const bool isPlayed = reply().stateReason == reply::kPlayedReason;
    m_notice->setNotice(isPlayed ? NoticeBar::Kind::Drill : isBad ? NoticeBar::Kind::Warning : NoticeBar::Kind::Info,
                        //: %1 is the note of the person who did not approve.
                        reply().state == ReplyState::Draft && !reason.isEmpty() ? tr("Sent back: %1").arg(reason) : reason);
}

std::pair<const reply::Reply *, const reply::Reply *> ReplyDetail::halves() const
{
    const reply::Reply *const other = &*m_data.all.partner;
    return reply().visibility == reply::Visibility::Private ? std::pair(other, &reply()) : std::pair(&reply(), other);
}

void ReplyDetail::showPair()
{
    const auto &other = m_data.all.partner;
    m_otherLabel->setVisible(other.has_value());
    m_otherButton->setVisible(other.has_value());
    if (!other)
        return;
    const auto [publicHalf, privateHalf] = halves();
    if (const PairNotice said = PairTexts::notice(*publicHalf, *privateHalf, m_context.language()); !said.text.isEmpty())
        m_notice->setNotice(said.kind, said.text);
    //: The other half of an answer in two parts. %1 is what it is, such as "Private message", %2 its state, such as "Sent".
    m_otherLabel->setText(tr("%1: %2").arg(PairTexts::half(other->visibility), PairTexts::statePill(*other).text));
}

void ReplyDetail::showText()
{
    const QString text = reply().text.trimmed();
    m_textLabel->setText(text.isEmpty() ? tr("No text yet.") : reply().text);
    const core::Format format = m_context.uiFormat();
    const networks::LengthCount &length = m_data.report.length;
    m_countLabel->setText(length.limit > 0 ? tr("%1 / %2").arg(format.number(length.count), format.number(length.limit))
                                           : tr("%n character(s)", nullptr, int(length.count)));
    setTextRole(m_countLabel, length.fits ? TextRole::SmallMuted : TextRole::Negative);
    QList<Pill> parts;
    QList<analysis::ReplyPart> seen;
    for (const analysis::FoundPart &part : m_data.report.parts) {
        if (!seen.contains(part.part))
            parts += Pill{ReplyTexts::part(part.part), u"check2"_s};
        seen += part.part;
    }
    m_parts->setPills(parts);
    const bool isJudged = reply::isEditable(reply().state) && !text.isEmpty();
    m_findings->setFindings(isJudged ? m_data.report.findings : std::vector<reply::ReplyFinding>{});
    // While an account sends it there is nothing for a person to do.
    const bool isOpen = isForAPerson(reply().state, m_data.all.attempts);
    m_assisted->setVisible(isOpen);
    if (isOpen) {
        if (const auto payload = reply::FrozenPayload::fromJson(m_data.all.attempts.back().payload))
            m_assisted->setPayload(*payload, reply().state);
    }
    m_linkButton->setVisible(networks::postUrlIsOpenable(reply().remoteUrl));
    m_linkButton->setToolTip(reply().remoteUrl);
}

void ReplyDetail::showHistory()
{
    const core::Format format = m_context.uiFormat();
    //: History of a reply. %1 is a date and time, %2 a person.
    QStringList lines = {tr("%1: drafted by %2").arg(format.dateTime(reply().createdAt), reply().createdBy)};
    if (reply().approvedAt)
        //: History of a reply. %1 is a date and time, %2 a person.
        lines += tr("%1: approved by %2").arg(format.dateTime(*reply().approvedAt), reply().approvedBy);
    for (const reply::ReplyAttempt &attempt : m_data.all.attempts) {
        //: History of a reply. %1 is a date and time, %2 a number, %3 what came of it: sent, not sent …
        const QString line = attempt.route == reply::kAssistedRoute
                                 ? tr("%1: attempt %2 by hand, %3")
                                 //: History of a reply. %1 is a date and time, %2 a number, %3 what came of it.
                                 : tr("%1: attempt %2 by the desk's account, %3");
        lines += line.arg(format.dateTime(attempt.startedAt), format.number(attempt.number),
                          ReplyTexts::attemptOutcome(attempt.outcome));
    }
    if (reply().sentAt)
        //: History of a reply. %1 is a date and time.
        lines += reply().stateReason == reply::kPlayedReason ? tr("%1: answered in the exercise").arg(format.dateTime(*reply().sentAt))
                                                             : tr("%1: sent").arg(format.dateTime(*reply().sentAt));
    m_historyLabel->setText(lines.join(u'\n'));
}

void ReplyDetail::showPromises()
{
    m_promises->cards().setRows(
        PromiseRows::of(m_data.promises, m_context.uiFormat(), m_context.database.clock().now()));
    m_promises->setVisible(!m_data.promises.empty());
}

ReplyOffer ReplyDetail::offer() const
{
    if (!m_data.all.reply)
        return {};
    const ReplyCircumstances around{.actor = m_context.actor(),
                                    .policy = m_data.all.policy,
                                    .isSuspended = m_data.all.suspension.has_value(),
                                    .hasErrors = m_data.report.hasErrors(),
                                    .isByHandOnly = isByHandOnly(reply(), m_data.all)};
    if (!m_data.all.partner)
        return offerFor(reply(), around);
    ReplyCircumstances ofOther = around;
    ofOther.hasErrors = m_data.otherHasErrors;
    return offerForHalf(reply(), around, *m_data.all.partner, ofOther);
}

void ReplyDetail::showActs()
{
    const ReplyOffer offered = offer();
    while (QLayoutItem *item = m_actsLayout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (auto act = offered.others.rbegin(); act != offered.others.rend(); ++act) {
        auto *button = new QPushButton(ReplyTexts::act(*act), this);
        button->setEnabled(!m_acts.isBusy());
        if (*act == ReplyAct::Cancel)
            setButtonKind(button, ButtonKind::Quiet);
        m_actsLayout->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, which = *act] { perform(which); });
    }
    m_footer->setVisible(offered.primary || !offered.others.empty());
    m_primaryButton->setVisible(offered.primary.has_value());
    if (offered.primary) {
        m_primaryButton->setText(ReplyTexts::act(*offered.primary));
        m_primaryButton->setToolTip(tr("%1 (Ctrl+Return)").arg(ReplyTexts::act(*offered.primary)));
        m_primaryButton->setEnabled(offered.obstacle == ReplyObstacle::None && !m_acts.isBusy());
    }
    m_obstacleLabel->setText(ReplyTexts::obstacle(offered.obstacle));
    setTextRole(m_obstacleLabel, offered.obstacle == ReplyObstacle::Suspended || offered.obstacle == ReplyObstacle::Errors
                                     ? TextRole::Negative
                                     : TextRole::SmallMuted);
    m_assisted->setBusy(m_acts.isBusy());
}

void ReplyDetail::doPrimary()
{
    if (!m_data.all.reply || m_acts.isBusy())
        return;
    if (m_assisted->isVisibleTo(this)) {
        m_assisted->triggerPrimary();
        return;
    }
    const ReplyOffer offered = offer();
    if (offered.primary && offered.obstacle == ReplyObstacle::None)
        perform(*offered.primary);
}

void ReplyDetail::perform(ReplyAct act)
{
    if (!m_data.all.reply)
        return;
    const core::ReplyId id = replyId();
    switch (act) {
    case ReplyAct::Edit:
        emit editRequested();
        return;
    case ReplyAct::RequestApproval:
        return m_acts.requestApproval({id});
    case ReplyAct::TakeBack:
        return m_acts.takeBack({id});
    case ReplyAct::Approve:
        return m_acts.approve({reply()});
    case ReplyAct::Reject: {
        auto *dialog = new ReplyReasonDialog(
            {.title = tr("Send back to %1").arg(reply().editedBy),
             .explanation = tr("The reply becomes a draft again, and your note stands above it."),
             .label = tr("What should change?"),
             .button = tr("Send back")},
            ReplyReasonDialog::Until::NotAsked, this);
        connect(dialog, &QDialog::accepted, this, [this, id, dialog] { m_acts.reject({id}, dialog->reason()); });
        dialog->open();
        return;
    }
    case ReplyAct::Send:
        return send();
    case ReplyAct::SendByHand:
        return m_acts.beginByHand(id);
    case ReplyAct::Recall:
        return m_acts.recall(id);
    case ReplyAct::Play:
        return m_acts.markPlayed({id});
    case ReplyAct::Cancel:
        return m_acts.cancel({id}, {});
    case ReplyAct::Reopen:
        return m_acts.reopen({id});
    }
}

void ReplyDetail::send()
{
    const auto &other = m_data.all.partner;
    if (!other || !reply::isEditable(other->state))
        return m_acts.beginSending(replyId());
    const auto [publicHalf, privateHalf] = halves();
    m_acts.beginSendingPair(publicHalf->id, privateHalf->id);
}

void ReplyDetail::addPromise()
{
    if (m_data.all.reply)
        (new PromiseDialog(m_context, reply(), this))->open();
}

void ReplyDetail::settlePromise(const CardRow &row)
{
    setPromiseState(core::PromiseId{row.id},
                    row.mark == CardMark::Open ? reply::PromiseState::Kept : reply::PromiseState::Open);
}

void ReplyDetail::choosePromiseState(const CardRow &row, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const core::PromiseId id{row.id};
    menu->addAction(tr("Kept"), this, [this, id] { setPromiseState(id, reply::PromiseState::Kept); });
    menu->addAction(tr("Broken"), this, [this, id] { setPromiseState(id, reply::PromiseState::Broken); });
    menu->addAction(tr("Still open"), this, [this, id] { setPromiseState(id, reply::PromiseState::Open); });
    menu->popup(position);
}

void ReplyDetail::setPromiseState(core::PromiseId id, reply::PromiseState state)
{
    store::whenDone(m_context.promises.settle(m_context.actor(), id, state), this, [this](const Result<> &settled) {
        if (!settled)
            m_desk.showError(tr("The promise could not be settled."), settled.error());
    });
}

} // namespace vigie::gui
