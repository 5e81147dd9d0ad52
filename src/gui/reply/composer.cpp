// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/composer.h"

#include "gui/common/icons.h"
#include "gui/common/widgets.h"
#include "gui/reply/assistedsend.h"
#include "gui/reply/messagepicker.h"
#include "gui/reply/replyreasondialog.h"
#include "gui/reply/replyacts.h"
#include "gui/reply/replyeditor.h"
#include "gui/reply/replytexts.h"
#include "gui/reply/replywidgets.h"
#include "gui/reply/variableform.h"
#include "store/async.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

using reply::ReplyState;

Composer::Composer(Desk &desk, ReplyContext context, QWidget *parent)
    : SidePanel(parent)
    , m_desk(desk)
    , m_context(std::move(context))
    , m_session(new ComposerSession(m_context, this))
    , m_acts(new ReplyActs(desk, m_context, this))
{
    build();
    connectSession();
    retranslate();
    m_stack->setEnabled(false); // until it is loaded: a letter typed before would have no reply to go to
}

Composer::~Composer() = default;

void Composer::connectSession()
{
    connect(m_session, &ComposerSession::loaded, this, &Composer::showLoaded);
    connect(m_session, &ComposerSession::loadFailed, this,
            [this](const Error &error) { m_desk.showError(tr("The reply could not be opened."), error); });
    connect(m_session, &ComposerSession::changed, this, &Composer::showAll);
    connect(m_session, &ComposerSession::textReplaced, this, [this] {
        const QSignalBlocker quiet(m_editor);
        m_editor->replaceText(m_session->reply().text);
    });
    connect(m_session, &ComposerSession::reportChanged, this, &Composer::showReport);
    connect(m_session, &ComposerSession::savingChanged, this, &Composer::showSaving);
    connect(m_session, &ComposerSession::saveFailed, this,
            [this](const Error &error) { m_desk.showError(tr("The draft could not be saved."), error); });
    connect(m_editor, &ReplyEditor::textChanged, this, [this] {
        m_session->setText(m_editor->text());
        m_counterLabel->setText(counterText());
        showActs();
    });
    connect(m_variables, &VariableForm::filled, this, [this](const AskedVariable &variable, const QString &value) {
        m_session->remember(variable, value);
        m_editor->fillVariable(variable.key, value);
        m_session->checkNow();
        if (m_session->missingVariables().empty())
            m_editor->setFocus();
    });
    connect(m_findings, &FindingList::findingActivated, m_editor, &ReplyEditor::select);
    connect(m_picker, &MessagePicker::chosen, this, &Composer::insertMessage);
    connect(m_picker, &MessagePicker::cancelled, this, &Composer::closePicker);
    connect(m_acts, &ReplyActs::busyChanged, this, &Composer::showActs);
    connect(m_closeButton, &QPushButton::clicked, this, [this] {
        m_session->saveNow();
        emit closeRequested();
    });
    const auto id = [this] { return m_session->reply().id; };
    connect(m_assisted, &AssistedSend::sent, this, [this, id](const QString &url) { m_acts->markSent(id(), url); });
    connect(m_assisted, &AssistedSend::notSent, this, [this, id] { m_acts->markNotSent(id()); });
    connect(m_assisted, &AssistedSend::unknown, this, [this, id] { m_acts->markUnknown(id()); });
}

void Composer::openMention(core::MentionId mention, reply::Visibility visibility)
{
    m_session->open({.mention = mention, .visibility = visibility});
}

void Composer::openReply(core::ReplyId id)
{
    m_session->open({.reply = id});
}

void Composer::showLoaded()
{
    m_stack->setEnabled(true);
    {
        const QSignalBlocker quiet(m_editor);
        m_editor->setPlainText(m_session->reply().text);
        m_editor->moveCursor(QTextCursor::End);
    }
    m_editor->setFocus(); // never a button: a stray Space must not act
}

bool Composer::mayType() const
{
    const ReplyState state = m_session->reply().state;
    return state == ReplyState::Draft || (m_isUnlocked && reply::isEditable(state));
}

void Composer::showAll()
{
    if (!m_session->isLoaded())
        return;
    if (m_session->reply().state == ReplyState::Draft || !reply::isEditable(m_session->reply().state))
        m_isUnlocked = false;
    showHeader();
    showNotices();
    showOptions();
    showReport();
    showSaving();
    showAssisted();
    showActs();
}

ReplyOffer Composer::offer() const
{
    return offerFor(m_session->reply(), {.actor = m_context.actor(),
                                         .policy = m_session->data().policy,
                                         .isSuspended = m_session->data().suspension.has_value(),
                                         .hasErrors = m_session->report().hasErrors()});
}

void Composer::showActs()
{
    if (!m_session->isLoaded())
        return;
    const ReplyOffer offered = offer();
    m_primaryButton->setVisible(offered.primary.has_value());
    if (offered.primary) {
        m_primaryButton->setText(ReplyTexts::act(*offered.primary));
        m_primaryButton->setToolTip(tr("%1 (Ctrl+Return)").arg(ReplyTexts::act(*offered.primary)));
    }
    m_primaryButton->setEnabled(offered.primary && offered.obstacle == ReplyObstacle::None && !m_acts->isBusy()
                                && m_session->isLoaded());
    QString obstacle = ReplyTexts::obstacle(offered.obstacle);
    const auto &findings = m_session->report().findings;
    const bool isOnlyMissing = std::all_of(findings.begin(), findings.end(), [](const reply::ReplyFinding &finding) {
        return finding.severity != reply::FindingSeverity::Error || finding.rule == u"empty-variable"_s;
    });
    if (offered.obstacle == ReplyObstacle::Errors && isOnlyMissing)
        obstacle = tr("Fill in what is missing first.");
    m_obstacleLabel->setText(obstacle);
    m_obstacleLabel->setVisible(!obstacle.isEmpty());
    setTextRole(m_obstacleLabel,
                offered.obstacle == ReplyObstacle::Errors || offered.obstacle == ReplyObstacle::Suspended
                    ? TextRole::Negative
                    : TextRole::SmallMuted);
    m_moreMenu->clear();
    for (const ReplyAct act : offered.others) {
        if (act == ReplyAct::Edit && mayType())
            continue;
        if (act == ReplyAct::Cancel && !m_session->reply().id.isValid())
            continue;
        QAction *const entry = m_moreMenu->addAction(ReplyTexts::act(act));
        entry->setEnabled(!m_acts->isBusy());
        connect(entry, &QAction::triggered, this, [this, act] { perform(act); });
    }
    m_moreButton->setVisible(!m_moreMenu->isEmpty());
    m_assisted->setBusy(m_acts->isBusy());
}

void Composer::openPicker()
{
    const reply::Reply &reply = m_session->reply();
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
    m_editor->setFocus();
}

void Composer::insertMessage(const playbook::MessageVariant &variant, const std::vector<playbook::Variable> &variables)
{
    const QString text = m_session->beginMessage(variant, variables);
    m_stack->setCurrentIndex(0);
    if (m_editor->text().trimmed().isEmpty())
        m_editor->replaceText(text);
    else
        m_editor->insertText(text);
    m_session->checkNow();
    m_editor->setFocus();
    m_variables->focusFirst();
}

void Composer::doPrimary()
{
    if (isForAPerson(m_session->reply().state, m_session->data().attempts)) {
        m_assisted->triggerPrimary();
        return;
    }
    if (m_acts->isBusy() || !m_session->isLoaded())
        return;
    m_variables->commit();
    m_session->checkNow(); // what is typed now, not what was checked 300 ms ago
    const ReplyOffer offered = offer();
    if (offered.primary && offered.obstacle == ReplyObstacle::None)
        perform(*offered.primary);
}

void Composer::perform(ReplyAct act)
{
    if (act == ReplyAct::Edit) {
        m_isUnlocked = true;
        showAll();
        m_editor->setFocus();
        return;
    }
    if (act == ReplyAct::Reject) {
        askForNote();
        return;
    }
    m_session->whenSaved([this, act] {
        const core::ReplyId id = m_session->reply().id;
        switch (act) {
        case ReplyAct::RequestApproval:
            return m_acts->requestApproval(id);
        case ReplyAct::TakeBack:
            return m_acts->takeBack(id);
        case ReplyAct::Approve:
            return m_acts->approve(id, m_session->reply().text);
        case ReplyAct::Send:
            return m_acts->beginSending(id);
        case ReplyAct::Recall:
            return m_acts->recall(id);
        case ReplyAct::Play:
            return m_acts->markPlayed(id);
        case ReplyAct::Cancel:
            return m_acts->cancel(id, {});
        case ReplyAct::Reopen:
            return m_acts->reopen(id);
        case ReplyAct::Edit:
        case ReplyAct::Reject:
            return;
        }
    });
}

void Composer::askForNote()
{
    auto *dialog = new ReplyReasonDialog({.title = tr("Send back to %1").arg(m_session->reply().editedBy),
                                     .explanation = tr("The reply becomes a draft again, and your note stands above it."),
                                     .label = tr("What should change?"),
                                     .button = tr("Send back")},
                                    ReplyReasonDialog::Until::NotAsked, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_acts->reject(m_session->reply().id, dialog->reason()); });
    dialog->open();
}

void Composer::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers().testFlag(Qt::ControlModifier) && m_stack->currentIndex() == 0) {
        doPrimary();
    } else if (event->key() == Qt::Key_Escape && m_stack->currentIndex() == 0) {
        m_session->saveNow();
        emit closeRequested();
    } else {
        SidePanel::keyPressEvent(event);
    }
}

void Composer::changeEvent(QEvent *event)
{
    SidePanel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_session->checkNow();
        showAll();
    }
}

void Composer::retranslate()
{
    setAccessibleName(tr("Composer"));
    m_closeButton->setAccessibleName(tr("Close"));
    m_closeButton->setToolTip(tr("Close; the draft is kept (Esc)"));
    m_publicButton->setText(ReplyTexts::visibility(reply::Visibility::Public));
    m_privateButton->setText(ReplyTexts::visibility(reply::Visibility::Private));
    m_frenchButton->setAccessibleName(tr("Reply in French"));
    m_frenchButton->setToolTip(m_frenchButton->accessibleName());
    m_englishButton->setAccessibleName(tr("Reply in English"));
    m_englishButton->setToolTip(m_englishButton->accessibleName());
    m_insertButton->setText(tr("Insert a pre-approved message"));
    m_editor->setAccessibleName(tr("Text of the reply"));
    m_editor->setPlaceholderText(tr("Write, or insert a pre-approved message. It is saved as you type."));
    m_moreButton->setAccessibleName(tr("More"));
    m_moreButton->setToolTip(tr("More"));
    m_variables->retranslate();
    m_picker->retranslate();
    m_assisted->retranslate();
}

} // namespace vigie::gui
