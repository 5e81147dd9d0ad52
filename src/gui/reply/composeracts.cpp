// SPDX-License-Identifier: GPL-3.0-or-later
// What the composer does with its one or two replies.
#include "gui/common/widgets.h"
#include "gui/reply/assistedsend.h"
#include "gui/reply/composer.h"
#include "gui/reply/messagepicker.h"
#include "gui/reply/replyacts.h"
#include "gui/reply/replyeditor.h"
#include "gui/reply/replyreasondialog.h"
#include "gui/reply/replysheet.h"
#include "gui/reply/replytexts.h"
#include "store/async.h"

#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

using reply::ReplyState;

ReplyOffer Composer::offer() const
{
    const auto around = [this](const ComposerSession &session) {
        return ReplyCircumstances{.actor = m_context.actor(),
                                  .policy = session.data().policy,
                                  .isSuspended = session.data().suspension.has_value(),
                                  .hasErrors = session.report().hasErrors(),
                                  .isByHandOnly = isByHandOnly(session.reply(), session.data())};
    };
    if (!m_privateSession)
        return offerFor(m_session->reply(), around(*m_session));
    return offerForPair(m_session->reply(), around(*m_session), m_privateSession->reply(), around(*m_privateSession));
}

void Composer::showActs()
{
    const auto all = sessions();
    if (!std::all_of(all.begin(), all.end(), [](const ComposerSession *session) { return session->isLoaded(); })) {
        m_primaryButton->setEnabled(false);
        return;
    }
    const ReplyOffer offered = offer();
    m_primaryButton->setVisible(offered.primary.has_value());
    if (offered.primary) {
        m_primaryButton->setText(ReplyTexts::act(*offered.primary));
        m_primaryButton->setToolTip(tr("%1 (Ctrl+Return)").arg(ReplyTexts::act(*offered.primary)));
    }
    m_primaryButton->setEnabled(offered.primary && offered.obstacle == ReplyObstacle::None && !m_acts->isBusy());
    showObstacle(offered);
    m_moreMenu->clear();
    const bool mayTypeAll = std::all_of(all.begin(), all.end(), [this](const auto *session) { return mayType(*session); });
    for (const ReplyAct act : offered.others) {
        if (act == ReplyAct::Edit && mayTypeAll)
            continue;
        if (act == ReplyAct::Cancel
            && std::none_of(all.begin(), all.end(), [](const auto *session) { return session->reply().id.isValid(); }))
            continue;
        QAction *const entry = m_moreMenu->addAction(ReplyTexts::act(act));
        entry->setEnabled(!m_acts->isBusy());
        connect(entry, &QAction::triggered, this, [this, act] { perform(act); });
    }
    m_moreButton->setVisible(!m_moreMenu->isEmpty());
    m_assisted->setBusy(m_acts->isBusy());
}

void Composer::showObstacle(const ReplyOffer &offered)
{
    QString obstacle = ReplyTexts::obstacle(offered.obstacle);
    bool isOnlyMissing = true;
    for (const ComposerSession *const session : sessions()) {
        const auto &findings = session->report().findings;
        isOnlyMissing = isOnlyMissing && std::all_of(findings.begin(), findings.end(), [](const reply::ReplyFinding &finding) {
                            return finding.severity != reply::FindingSeverity::Error || finding.rule == u"empty-variable"_s;
                        });
    }
    if (offered.obstacle == ReplyObstacle::Errors && isOnlyMissing)
        obstacle = tr("Fill in what is missing first.");
    if (offered.obstacle == ReplyObstacle::Empty && m_privateSession)
        obstacle = tr("Write both texts: the acknowledgement and the private message.");
    m_obstacleLabel->setText(obstacle);
    m_obstacleLabel->setVisible(!obstacle.isEmpty());
    setTextRole(m_obstacleLabel,
                offered.obstacle == ReplyObstacle::Errors || offered.obstacle == ReplyObstacle::Suspended
                    ? TextRole::Negative
                    : TextRole::SmallMuted);
}

void Composer::openPicker(ReplySheet &sheet)
{
    m_pickedFor = &sheet;
    const reply::Reply &reply = sheet.session().reply();
    const bool isPrivate = reply.visibility == reply::Visibility::Private;
    m_picker->setWish(reply.language, isPrivate ? u"private"_s : reply.network, m_context.language(),
                      m_context.database.clock().now());
    m_stack->setCurrentWidget(m_picker);
    m_picker->start();
    store::readAsync(
        m_context.database, this,
        [id = reply.incidentId](const store::Connection &connection) { return readMessageShelves(connection, id); },
        [this](Result<std::vector<MessageShelf>> shelves) {
            if (shelves)
                m_picker->setShelves(std::move(*shelves));
            else
                m_desk.showError(tr("The messages could not be read."), shelves.error());
        });
}

void Composer::closePicker()
{
    m_stack->setCurrentIndex(0);
    m_pickedFor->editor().setFocus();
}

void Composer::insertMessage(const playbook::MessageVariant &variant, const std::vector<playbook::Variable> &variables)
{
    m_stack->setCurrentIndex(0);
    m_pickedFor->insertMessage(variant, variables);
}

void Composer::doPrimary()
{
    if (sessionByHand()) {
        m_assisted->triggerPrimary();
        return;
    }
    const auto all = sessions();
    if (m_acts->isBusy() || !std::all_of(all.begin(), all.end(), [](const auto *session) { return session->isLoaded(); }))
        return;
    for (ReplySheet *const sheet : sheets())
        sheet->commitVariables();
    const ReplyOffer offered = offer();
    if (offered.primary && offered.obstacle == ReplyObstacle::None)
        perform(*offered.primary);
}

void Composer::perform(ReplyAct act)
{
    if (act == ReplyAct::Edit) {
        m_isUnlocked = true;
        showAll();
        m_sheet->editor().setFocus();
        return;
    }
    if (act == ReplyAct::Reject) {
        askForNote();
        return;
    }
    // A half that was never begun has nothing to be saved, and nothing to be cancelled.
    const bool isOnePrivate = m_privateSession && !m_session->reply().id.isValid();
    ComposerSession *const first = isOnePrivate ? m_privateSession : m_session;
    ComposerSession *const second =
        m_privateSession && !isOnePrivate && m_privateSession->reply().id.isValid() ? m_privateSession : first;
    first->whenSaved([this, act, first, second] {
        second->whenSaved([this, act, first, second] {
            QList<reply::Reply> on = {first->reply()};
            if (second != first)
                on += second->reply();
            performSaved(act, on);
        });
    });
}

void Composer::performSaved(ReplyAct act, const QList<reply::Reply> &on)
{
    const Halves halves = offer().halves;
    QList<reply::Reply> those;
    ReplyActs::Ids ids;
    for (const reply::Reply &reply : on) {
        const bool isPrivate = reply.visibility == reply::Visibility::Private;
        if (m_privateSession && (!concerns(act, reply) || halves == (isPrivate ? Halves::Public : Halves::Private)))
            continue;
        those += reply;
        ids += reply.id;
    }
    if (ids.isEmpty())
        return;
    switch (act) {
    case ReplyAct::RequestApproval:
        return m_acts->requestApproval(ids);
    case ReplyAct::TakeBack:
        return m_acts->takeBack(ids);
    case ReplyAct::Approve:
        return m_acts->approve(those);
    case ReplyAct::Send:
        return ids.size() > 1 ? m_acts->beginSendingPair(ids[0], ids[1]) : m_acts->beginSending(ids[0]);
    case ReplyAct::SendByHand:
        return m_acts->beginByHand(ids[0]);
    case ReplyAct::Recall:
        return m_acts->recall(ids[0]);
    case ReplyAct::Play:
        return m_acts->markPlayed(ids);
    case ReplyAct::Cancel:
        return m_acts->cancel(ids, {});
    case ReplyAct::Reopen:
        return m_acts->reopen(ids);
    case ReplyAct::Edit:
    case ReplyAct::Reject:
        return;
    }
}

void Composer::askForNote()
{
    ReplyActs::Ids ids;
    QString writer = m_session->reply().editedBy;
    for (const ComposerSession *const session : sessions()) {
        if (!concerns(ReplyAct::Reject, session->reply()))
            continue;
        ids += session->reply().id;
        writer = session->reply().editedBy;
    }
    auto *dialog = new ReplyReasonDialog({.title = tr("Send back to %1").arg(writer),
                                     .explanation = tr("The reply becomes a draft again, and your note stands above it."),
                                     .label = tr("What should change?"),
                                     .button = tr("Send back")},
                                    ReplyReasonDialog::Until::NotAsked, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, ids] { m_acts->reject(ids, dialog->reason()); });
    dialog->open();
}

} // namespace vigie::gui
