// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on the Watch page: its actions, their keys, and what they start.
#include "gui/common/filedialogs.h"
#include "gui/common/icons.h"
#include "gui/common/widgets.h"
#include "gui/monitoring/alertdialog.h"
#include "gui/monitoring/alertstrip.h"
#include "gui/monitoring/curvepanel.h"
#include "gui/monitoring/filterbar.h"
#include "gui/monitoring/importdialog.h"
#include "gui/monitoring/mentiondelegate.h"
#include "gui/monitoring/mentiondetailview.h"
#include "gui/monitoring/mentiondialog.h"
#include "gui/monitoring/mentionlistmodel.h"
#include "gui/monitoring/mentiontexts.h"
#include "gui/monitoring/mentionview.h"
#include "gui/monitoring/reasondialog.h"
#include "gui/monitoring/watchpage.h"
#include "monitoring/alertrepository.h"
#include "monitoring/alertservice.h"
#include "monitoring/mentionservice.h"
#include "monitoring/tonalityteacher.h"
#include "networks/capabilities.h"
#include "playbook/personrepository.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QDesktopServices>
#include <QEvent>
#include <QInputDialog>
#include <QMenu>
#include <QUrl>

using namespace Qt::StringLiterals;
using vigie::monitoring::Mention;
using vigie::monitoring::Status;

namespace vigie::gui
{

void WatchPage::buildActions()
{
    const auto make = [this](const QString &iconName, const QKeySequence &key, auto act) {
        auto *action = new QAction(iconName.isEmpty() ? QIcon() : icon(iconName), QString(), this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    m_crisisAction = make(u"exclamation-triangle"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), [this] {
        const auto &alerts = m_alertStrip->alerts();
        desk().openCrisis(alerts.empty() ? core::AlertId{} : alerts.front().id);
    });
    m_whyAction = make(u"info-circle"_s, QKeySequence(Qt::Key_I), [this] {
        if (const monitoring::Alert *alert = m_alertStrip->first())
            explainAlert(*alert);
    });
    m_importAction = make(u"box-arrow-in-down"_s, QKeySequence(Qt::CTRL | Qt::Key_I), [this] { importFile(); });
    m_addAction = make(u"plus-lg"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M), [this] { addByHand(); });
    m_drillAction = make(u"flag"_s, {}, [this] { desk().openPage(PageId::Drills); });
    m_nextAction = make(u"arrow-down"_s, QKeySequence(Qt::Key_J), [this] { m_view->step(1); });
    m_previousAction = make(u"arrow-up"_s, QKeySequence(Qt::Key_K), [this] { m_view->step(-1); });
    m_replyAction = make(u"reply"_s, QKeySequence(Qt::Key_R), [this] { answer(ReplyVisibility::Public); });
    m_privateAction = make(u"lock"_s, QKeySequence(Qt::Key_P), [this] { answer(ReplyVisibility::Private); });
    m_assignAction = make(u"person-plus"_s, QKeySequence(Qt::Key_A), [this] { showAssignMenu(); });
    m_doneAction = make(u"check2"_s, QKeySequence(Qt::Key_E), [this] { changeStatus(Status::Done, {}); });
    m_nothingAction = make(u"eye-slash"_s, QKeySequence(Qt::Key_S), [this] { askWhyNothing(); });
    m_waitingAction = make(u"clock"_s, QKeySequence(Qt::Key_W), [this] { changeStatus(Status::Waiting, {}); });
    m_againAction = make(u"arrow-counterclockwise"_s, QKeySequence(Qt::Key_U), [this] { changeStatus(Status::New, {}); });
    m_labelAction = make(u"tag"_s, QKeySequence(Qt::Key_L), [this] { askLabel(); });
    m_noteAction = make(u"sticky"_s, QKeySequence(Qt::Key_N), [this] { m_detailView->focusNote(); });
    m_originalAction = make(u"box-arrow-up-right"_s, QKeySequence(Qt::Key_O), [this] { openOriginal(); });
    m_searchAction = make(u"search"_s, QKeySequence(Qt::Key_Slash), [this] { m_filterBar->focusSearch(); });
    m_clearAction = make(u"filter"_s, {}, [this] {
        m_filterBar->clear();
        m_curvePanel->setSelection(std::nullopt);
        m_filterBar->setStatus(std::nullopt);
        m_view->setFocus();
    });
    buildTonalityMenu();
}

void WatchPage::buildTonalityMenu()
{
    using analysis::Tonality;
    m_tonalityMenu = new QMenu(this);
    for (const Tonality tonality : {Tonality::Negative, Tonality::Neutral, Tonality::Positive, Tonality::Undetermined}) {
        QAction *action = m_tonalityMenu->addAction(icon(tonalityPill(tonality).iconName, tonalityPill(tonality).ink), QString());
        action->setData(int(tonality));
        connect(action, &QAction::triggered, this, [this, chosen = tonality] { correctTonality(chosen); });
    }
    m_learningAction = m_tonalityMenu->addAction(QString());
    m_learningAction->setEnabled(false);
    m_learningAction->setVisible(false);
    connect(m_tonalityMenu, &QMenu::aboutToShow, this, &WatchPage::showLearning);
}

QList<QAction *> WatchPage::menuActions() const
{
    return {m_nextAction,     m_previousAction, nullptr,       m_replyAction, m_privateAction,
            m_assignAction,   m_doneAction,     m_nothingAction, m_waitingAction, m_againAction,
            nullptr,          m_labelAction,    m_noteAction,  m_tonalityMenu->menuAction(), m_originalAction,
            nullptr,          m_searchAction,   m_clearAction, nullptr,       m_addAction,
            m_importAction,   nullptr,          m_whyAction,   m_crisisAction};
}

void WatchPage::enableActions()
{
    const auto mention = current();
    const bool canWrite = !workspace().isReadOnly();
    for (QAction *action : {m_assignAction, m_nothingAction, m_labelAction, m_noteAction})
        action->setEnabled(mention.has_value() && canWrite);
    // A post that its network no longer has cannot be answered there, and who wrote it is mostly forgotten here.
    m_replyAction->setEnabled(mention && canWrite && !mention->goneAt);
    m_tonalityMenu->setEnabled(mention.has_value() && canWrite);
    m_privateAction->setEnabled(mention && canWrite && !mention->goneAt && networks::capabilitiesOf(mention->network).canPrivate);
    m_doneAction->setEnabled(mention && canWrite && mention->status != Status::Done);
    m_waitingAction->setEnabled(mention && canWrite && mention->status != Status::Waiting);
    m_againAction->setEnabled(mention && canWrite && mention->status != Status::New);
    m_originalAction->setEnabled(mention && networks::postUrlIsOpenable(mention->url));
    m_crisisAction->setEnabled(canWrite);
    m_whyAction->setEnabled(m_alertStrip->first() != nullptr);
    m_importAction->setEnabled(canWrite);
    m_addAction->setEnabled(canWrite && !m_scope.isValid()); // an exercise has its own posts
    m_nextAction->setEnabled(m_model->rowCount() > 0);
    m_previousAction->setEnabled(m_model->rowCount() > 0);
}

void WatchPage::settle(const QFuture<Result<>> &act, const QString &attempt, const std::function<void()> &done)
{
    store::whenDone(act, this, [this, attempt, done](const Result<> &result) {
        if (!result)
            desk().showError(attempt, result.error());
        else if (done)
            done();
    });
}

/// A draft makes the mention wait, so it would leave the list of what is to do, and the next one stand beside the composer.
void WatchPage::answer(ReplyVisibility visibility)
{
    const auto mention = current();
    if (!mention)
        return;
    m_model->keep(m_answered = mention->id);
    desk().openComposer(mention->id, visibility);
}

void WatchPage::changeStatus(Status status, const QString &reason)
{
    const auto mention = current();
    if (!mention)
        return;
    m_model->keep(m_answered = {}); // what is settled by hand goes
    const QString actor = workspace().actor();
    const auto undo = [this, id = mention->id, was = mention->status, actor] {
        settle(workspace().mentions().setStatus(actor, id, was), tr("The mention could not be put back."), {});
    };
    QString said;
    switch (status) {
    case Status::New:
        said = tr("Back on the list.");
        break;
    case Status::Waiting:
        said = tr("Waiting for an answer or for news.");
        break;
    case Status::Done:
        said = reason.isEmpty() ? tr("Done.") : tr("Closed without an answer.");
        break;
    }
    settle(workspace().mentions().setStatus(actor, mention->id, status, reason), tr("The mention could not be changed."),
           [this, said, undo] { desk().showUndoToast(said, undo); });
}

void WatchPage::askWhyNothing()
{
    auto *dialog = new ReasonDialog(this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { changeStatus(Status::Done, dialog->reason()); });
    dialog->open();
}

void WatchPage::showAssignMenu()
{
    const auto mention = current();
    if (!mention)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString me = workspace().actor();
    //: Assigns a mention to oneself; %1 is one's own name
    connect(menu->addAction(icon(u"person-check"_s), tr("I take it (%1)").arg(me)), &QAction::triggered, this, [this, me] { assignTo(me); });
    const auto people = playbook::PersonRepository::list(workspace().reader());
    if (people) {
        menu->addSeparator();
        for (const playbook::Person &person : *people) {
            if (person.name == me)
                continue;
            const QString line = person.jobTitle.isEmpty() ? person.name : person.name + u" · "_s + person.jobTitle;
            connect(menu->addAction(icon(u"person"_s), QString(line).replace(u'&', u"&&"_s)), &QAction::triggered, this,
                    [this, name = person.name] { assignTo(name); });
        }
    }
    if (!mention->assignee.isEmpty()) {
        menu->addSeparator();
        connect(menu->addAction(tr("Release it (now with %1)").arg(mention->assignee)), &QAction::triggered, this, [this] { assignTo({}); });
    }
    menu->popup(m_detailView->mapToGlobal(QPoint(space::kHuge, space::kVast * 2)));
    menu->setActiveAction(menu->actions().constFirst());
}

void WatchPage::assignTo(const QString &person)
{
    const auto mention = current();
    if (!mention)
        return;
    const QString actor = workspace().actor();
    const auto undo = [this, id = mention->id, was = mention->assignee, actor] {
        settle(workspace().mentions().assign(actor, id, was), tr("The mention could not be given back."), {});
    };
    settle(workspace().mentions().assign(actor, mention->id, person), tr("The mention could not be assigned."), [this, person, undo] {
        desk().showUndoToast(person.isEmpty() ? tr("Released.") : tr("Assigned to %1.").arg(person), undo);
    });
}

void WatchPage::askLabel()
{
    const auto mention = current();
    if (!mention)
        return;
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Label"));
    dialog->setLabelText(tr("Label for this mention"));
    if (const auto labels = monitoring::MentionRepository::labels(workspace().reader()))
        dialog->setComboBoxItems(*labels);
    dialog->setComboBoxEditable(true);
    dialog->setTextValue(QString());
    connect(dialog, &QInputDialog::textValueSelected, this, [this, id = mention->id](const QString &text) {
        if (!text.trimmed().isEmpty())
            settle(workspace().mentions().addLabel(workspace().actor(), id, text.trimmed()), tr("The label could not be added."), {});
    });
    dialog->open();
}

void WatchPage::correctTonality(analysis::Tonality tonality)
{
    const auto mention = current();
    if (!mention)
        return;
    const QString actor = workspace().actor();
    const QString done = mention->tonality == tonality ? tr("Tone confirmed: %1.") : tr("Tone corrected: %1.");
    const auto undo = [this, id = mention->id, was = mention->tonality, actor] {
        settle(workspace().mentions().correctTonality(actor, id, was), tr("The tone could not be put back."), {});
    };
    settle(workspace().mentions().correctTonality(actor, mention->id, tonality), tr("The tone could not be corrected."),
           [this, tonality, done, undo] { desk().showUndoToast(done.arg(tonalityName(tonality)), undo); });
}

void WatchPage::showLearning()
{
    const analysis::LearningCheck check = workspace().teacher().state().check;
    const core::Format format = workspace().format();
    m_learningAction->setVisible(check.lessons > 0);
    //: Last line of the menu of tones. %n posts whose tone people corrected or confirmed; %1 and %2 are percentages.
    m_learningAction->setText(tr("Learnt from %n post(s): wrong on %1 before, on %2 after", nullptr, check.lessons)
                                  .arg(format.percent(check.errorBefore), format.percent(check.errorAfter)));
}

void WatchPage::settleAlert(core::AlertId alert, monitoring::AlertState state)
{
    const QString actor = workspace().actor();
    if (state == monitoring::AlertState::Acknowledged) {
        settle(workspace().alerts().acknowledge(actor, alert), tr("The alert could not be taken."),
               [this] { desk().showToast(tr("You look into this alert.")); });
    } else {
        settle(workspace().alerts().dismiss(actor, alert), tr("The alert could not be dismissed."),
               [this] { desk().showToast(tr("Alert dismissed. It stays on the curve.")); });
    }
}

void WatchPage::openPin(const VolumePin &pin)
{
    switch (pin.kind) {
    case PinKind::Alert:
        presentAlert(core::AlertId{pin.id});
        break;
    case PinKind::Crisis:
        desk().openCrisisAt(core::IncidentId{pin.id}, pin.at);
        break;
    case PinKind::Reply:
        desk().openPage(PageId::Replies, pin.id);
        break;
    }
}

void WatchPage::presentAlert(core::AlertId alert)
{
    store::readAsync(
        workspace().database(), this,
        [alert](const store::Connection &connection) { return monitoring::AlertRepository::byId(connection, alert); },
        [this](const Result<std::optional<monitoring::Alert>> &found) {
            if (!found)
                desk().showError(tr("The alert could not be read."), found.error());
            else if (*found)
                m_alertStrip->present(**found);
        });
}

void WatchPage::explainAlert(const monitoring::Alert &alert)
{
    auto *dialog = new AlertDialog(desk(), alert, this);
    connect(dialog, &AlertDialog::windowRequested, this, &WatchPage::showWindow);
    connect(dialog, &AlertDialog::mentionRequested, this, [this](core::MentionId mention) { activate(mention.value); });
    connect(dialog, &AlertDialog::crisisRequested, this, [this](core::AlertId id) { desk().openCrisis(id); });
    connect(dialog, &AlertDialog::roomRequested, this,
            [this](core::IncidentId incident) { desk().openPage(PageId::CrisisRoom, incident.value); });
    dialog->open();
}

void WatchPage::showWindow(core::Instant from, core::Instant to)
{
    m_filterBar->setStatus(std::nullopt);
    m_curvePanel->setSelection(TimeSpan{from, to});
}

void WatchPage::openOriginal()
{
    const auto mention = current();
    if (mention && networks::postUrlIsOpenable(mention->url))
        QDesktopServices::openUrl(QUrl(mention->url));
}

void WatchPage::addByHand()
{
    auto *dialog = new MentionDialog(desk(), this);
    connect(dialog, &MentionDialog::added, this, [this](core::MentionId mention) { activate(mention.value); });
    dialog->open();
}

void WatchPage::importFile()
{
    desktopFileAsker()(this, {.title = tr("Import a file of posts"), .filter = tr("Posts (*.csv *.tsv *.txt *.ndjson *.jsonl);;All files (*)")},
               [this](const QString &path) { (new ImportDialog(desk(), path, this))->open(); });
}

void WatchPage::retranslate()
{
    const auto name = [](QAction *action, const QString &text, const QString &shortText, const QString &tip) {
        action->setText(text);
        action->setIconText(shortText);
        action->setToolTip(tip);
    };
    name(m_crisisAction, tr("Open a crisis…"), tr("Open a crisis…"), tr("Open a crisis with its playbook"));
    name(m_whyAction, tr("Why this alert…"), tr("Why?"), tr("Everything the alert was given for"));
    name(m_importAction, tr("Import…"), tr("Import…"), tr("Bring in posts from a file (CSV or NDJSON)"));
    name(m_addAction, tr("Add a mention…"), tr("Add…"), tr("Enter what no source brings: a letter, a call, a closed group"));
    name(m_drillAction, tr("Try a drill"), tr("Try a drill"), tr("Practise on a recorded crisis"));
    name(m_nextAction, tr("Next mention"), tr("Next"), {});
    name(m_previousAction, tr("Previous mention"), tr("Previous"), {});
    name(m_replyAction, tr("Reply in public"), tr("Reply"), {});
    name(m_privateAction, tr("Reply in private"), tr("Private"), {});
    name(m_assignAction, tr("Assign…"), tr("Assign"), {});
    name(m_doneAction, tr("Mark as done"), tr("Done"), {});
    name(m_nothingAction, tr("Say nothing…"), tr("Say nothing"), {});
    name(m_waitingAction, tr("Mark as waiting"), tr("Waiting"), {});
    name(m_againAction, tr("Put back on the list"), tr("Put back"), {});
    name(m_labelAction, tr("Label…"), tr("Label"), {});
    name(m_noteAction, tr("Write a note"), tr("Note"), {});
    name(m_originalAction, tr("Open on its network"), tr("Original"), {});
    name(m_searchAction, tr("Search"), tr("Search"), {});
    name(m_clearAction, tr("Show everything"), tr("Show everything"), {});
    m_tonalityMenu->setTitle(tr("Correct the tone"));
    for (QAction *action : m_tonalityMenu->actions()) {
        if (action != m_learningAction)
            action->setText(tonalityName(analysis::Tonality(action->data().toInt())));
    }
    m_emptyState->setTexts(tr("Nothing has been said yet"),
                           tr("Here you see what people say about you, newest first, with its tone and its risks. Import a file of "
                              "posts, add a source in Settings, or try a drill."));
    m_noHitState->setTexts(tr("Nothing here"), tr("No mention fits what is chosen above: the search, the watch, the tone, the time "
                                                  "or the state."));
    m_view->setAccessibleName(tr("Mentions"));
}

void WatchPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_model)
        applyFormat();
    if (event->type() == QEvent::FontChange && m_view)
        m_view->setRowHeight(MentionDelegate::cardHeight());
    Page::changeEvent(event);
}

} // namespace vigie::gui
