// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/playbook/playbookspage.h"

#include "gui/common/cardlist.h"
#include "gui/common/widgets.h"
#include "gui/playbook/messagepanel.h"
#include "gui/playbook/playbookrows.h"
#include "gui/playbook/playbookwords.h"
#include "gui/playbook/stepdialog.h"
#include "playbook/playbookdifference.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace vigie::gui
{

namespace
{

constexpr auto kReloadDelay = 60ms;
constexpr int kLeastListWidth = 176;

QSplitter *makeSplitter(QWidget *left, QWidget *right, int width, QWidget *parent)
{
    auto *splitter = new QSplitter(parent);
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({width, 1000}); // large text breaks into more lines rather than taking room from what is read
    left->setMinimumWidth(kLeastListWidth);
    return splitter;
}

} // namespace

PlaybooksPage::PlaybooksPage(Desk &desk, QWidget *parent) : Page(desk, parent)
{
    makeActions();
    m_list = new CardView(this);
    m_empty = new EmptyState(this);
    m_empty->setIconName(u"journal-text"_s);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(new QWidget(this)); // until the first answer
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeDetail());
    auto *side = new QWidget(this);
    setPanel(side);
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(0, space::kTiny, 0, 0);
    sideLayout->addWidget(m_list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeSplitter(side, m_stack, 248, this));
    side->setMinimumWidth(qRound(kLeastListWidth * textScale())); // a title of one long word stays whole
    setFocusProxy(m_list);

    connect(m_list, &CardView::selected, this, [this](const CardRow &row) { choose(core::PlaybookId{row.id}); });
    m_reloadTimer.setSingleShot(true);
    m_reloadTimer.setInterval(kReloadDelay);
    connect(&m_reloadTimer, &QTimer::timeout, this, &PlaybooksPage::load);
    connect(&workspace().database(), &store::Database::changed, this, [this](const store::Changes &changes) {
        const bool matters = std::any_of(changes.begin(), changes.end(), [](const store::Change &change) {
            return change.entity == store::Entity::Playbook || change.entity == store::Entity::Message
                   || change.entity == store::Entity::Person;
        });
        if (matters && !m_reloadTimer.isActive())
            m_reloadTimer.start();
    });
    retranslate();
    load();
}

// Building ----------------------------------------------------------------------------------------------------------------

void PlaybooksPage::makeActions()
{
    m_saveAction = makeAction(u"save"_s, QKeySequence::Save, &PlaybooksPage::save);
    m_discardAction = makeAction(u"arrow-counterclockwise"_s, {}, &PlaybooksPage::discard);
    m_reviewAction = makeAction(u"journal-check"_s, {}, &PlaybooksPage::markReviewed);
    m_headAction = makeAction(u"pencil"_s, Qt::Key_F2, &PlaybooksPage::editHead);
    m_importAction = makeAction(u"box-arrow-in-down"_s, Qt::CTRL | Qt::Key_O, &PlaybooksPage::importFile);
    m_exportAction = makeAction(u"upload"_s, Qt::CTRL | Qt::Key_E, &PlaybooksPage::exportFile);
    m_printAction = makeAction(u"printer"_s, QKeySequence::Print, &PlaybooksPage::printPlan);
}

QWidget *PlaybooksPage::makeDetail()
{
    auto *detail = new QWidget(this);
    setPanel(detail);
    m_titleLabel = new QLabel(detail);
    m_summaryLabel = new QLabel(detail);
    m_unsavedLabel = new QLabel(detail);
    setTextRole(m_titleLabel, TextRole::Title);
    setTextRole(m_summaryLabel, TextRole::Muted);
    setTextRole(m_unsavedLabel, TextRole::Warning);
    for (QLabel *label : {m_titleLabel, m_summaryLabel, m_unsavedLabel}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setContentsMargins(space::kLarge, 0, space::kLarge, 0);
    }
    m_planView = new CardView(detail);
    m_roleView = new CardView(detail);
    m_messageView = new CardView(detail);
    m_messagePanel = new MessagePanel(desk(), detail);
    m_tabs = new QTabWidget(detail);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_planView, QString());
    m_tabs->addTab(m_roleView, QString());
    m_tabs->addTab(makeSplitter(m_messageView, m_messagePanel, 208, m_tabs), QString());
    auto *layout = new QVBoxLayout(detail);
    layout->setContentsMargins(0, space::kLarge, 0, 0);
    layout->setSpacing(space::kTiny);
    layout->addWidget(m_titleLabel);
    layout->addWidget(m_summaryLabel);
    layout->addWidget(m_unsavedLabel);
    layout->addSpacing(space::kTiny);
    layout->addWidget(m_tabs, 1);
    connect(m_planView, &CardView::opened, this, &PlaybooksPage::openRow);
    connect(m_planView, &CardView::addClicked, this, &PlaybooksPage::addTo);
    connect(m_planView, &CardView::menuRequested, this, &PlaybooksPage::showStepMenu);
    connect(m_roleView, &CardView::opened, this, &PlaybooksPage::openRole);
    connect(m_roleView, &CardView::addClicked, this, &PlaybooksPage::addRole);
    connect(m_roleView, &CardView::menuRequested, this, &PlaybooksPage::showRoleMenu);
    connect(m_messageView, &CardView::selected, this, &PlaybooksPage::showMessage);
    return detail;
}

void PlaybooksPage::retranslate()
{
    m_saveAction->setText(tr("Save as a new version…"));
    m_discardAction->setText(tr("Drop the changes"));
    m_reviewAction->setText(tr("Mark as reviewed"));
    m_reviewAction->setToolTip(tr("I have read this plan and it holds"));
    m_headAction->setText(tr("Title and summary…"));
    m_importAction->setText(tr("Import…"));
    m_importAction->setToolTip(tr("Import a playbook from a file"));
    m_exportAction->setText(tr("Export…"));
    m_exportAction->setToolTip(tr("Write this playbook into a file"));
    m_printAction->setText(tr("Print the plan…"));
    m_printAction->setToolTip(tr("A PDF with people and approved messages, for the day the network is down"));
    m_tabs->setTabText(0, tr("Plan"));
    m_tabs->setTabText(1, tr("Roles"));
    m_tabs->setTabText(2, tr("Messages"));
    m_list->setAccessibleName(tr("Playbooks"));
    m_planView->setAccessibleName(tr("Plan: Enter edits a step, a level or the cadence; the menu key shows more"));
    m_roleView->setAccessibleName(tr("Role cards: Enter edits one, the menu key shows more"));
    m_messageView->setAccessibleName(tr("Pre-approved messages"));
    m_empty->setTexts(tr("No playbook is here"), tr("A playbook says who does what, when, and with which words, before anybody is tired. "
                                                    "Import one; those that come with Vigie are added at its start."));
    m_empty->setAction(m_importAction);
    m_messagePanel->retranslate();
    showLibrary();
    showCurrent();
}

// Reading -----------------------------------------------------------------------------------------------------------------

void PlaybooksPage::activate(qint64 itemId)
{
    if (itemId != 0)
        choose(core::PlaybookId{itemId});
}

void PlaybooksPage::choose(core::PlaybookId id)
{
    if (!id.isValid() || (id == m_wanted && m_current))
        return;
    if (hasUnsavedPlan() || m_messagePanel->isModified()) {
        // Nothing typed is lost by a click beside it.
        desk().showToast(tr("Save or drop your changes first."));
        if (const QModelIndex index = m_list->cards().indexOf(u"playbook/%1"_s.arg(m_wanted.value)); index.isValid())
            QTimer::singleShot(0, m_list, [this, index] { m_list->setCurrentIndex(index); });
        return;
    }
    m_wanted = id;
    loadCurrent();
}

void PlaybooksPage::load()
{
    store::readAsync(
        workspace().database(), this,
        [now = workspace().clock().now()](const store::Connection &connection) { return readLibrary(connection, now); },
        [this](Result<Library> library) {
            if (!library)
                return desk().showError(tr("Could not read the playbooks."), library.error());
            m_library = *std::move(library);
            const bool isKnown = std::any_of(m_library.playbooks.begin(), m_library.playbooks.end(),
                                             [this](const auto &one) { return one.id == m_wanted; });
            if (!isKnown && !m_library.playbooks.empty())
                m_wanted = m_library.playbooks.front().id;
            showLibrary();
            if (m_library.playbooks.empty())
                m_stack->setCurrentIndex(1);
            else
                loadCurrent();
            emit headerChanged();
            emit loaded();
        });
}

void PlaybooksPage::loadCurrent()
{
    const quint64 token = ++m_token;
    store::readAsync(
        workspace().database(), this,
        [id = m_wanted](const store::Connection &connection) { return readPlaybook(connection, id); },
        [this, token](Result<OpenPlaybook> opened) {
            if (token != m_token)
                return;
            if (!opened)
                return desk().showError(tr("Could not read the playbook."), opened.error());
            // What is being changed stays on the page; only messages and dates are taken anew.
            const bool keepsPlan = m_current && m_current->summary.id == opened->summary.id && hasUnsavedPlan();
            playbook::Playbook changed = keepsPlan ? m_current->plan : playbook::Playbook{};
            m_stored = opened->plan;
            m_current = *std::move(opened);
            if (keepsPlan) {
                changed.messages = m_stored.messages;
                m_current->plan = std::move(changed);
            }
            showCurrent();
            emit playbookShown();
        });
}

void PlaybooksPage::showLibrary()
{
    m_list->cards().setRows(playbookRows(m_library, workspace().format(), workspace().clock().now()));
    if (const QModelIndex index = m_list->cards().indexOf(u"playbook/%1"_s.arg(m_wanted.value)); index.isValid())
        m_list->setCurrentIndex(index);
}

void PlaybooksPage::showCurrent()
{
    if (m_current) {
        const core::Language language = workspace().language();
        m_stack->setCurrentIndex(2);
        showPlan();
        m_roleView->cards().setRows(roleRows(m_current->plan, language));
        m_messageView->cards().setRows(messageRows(*m_current, language, workspace().clock().now()));
        if (!m_messageView->currentRow()) {
            for (int i = 0; i < m_messageView->cards().rowCount(); ++i) {
                const QModelIndex index = m_messageView->cards().index(i);
                if (m_messageView->cards().row(index).kind == CardKind::Card) {
                    m_messageView->setCurrentIndex(index);
                    break;
                }
            }
        }
        showMessage();
    }
    showActions();
    emit headerChanged();
}

void PlaybooksPage::showPlan()
{
    const core::Language language = workspace().language();
    m_titleLabel->setText(m_current->plan.title.in(language));
    m_summaryLabel->setText(m_current->plan.summary.in(language));
    m_planView->cards().setRows(planRows(m_current->plan, workspace().format()));
    const bool isUnsaved = hasUnsavedPlan();
    m_unsavedLabel->setVisible(isUnsaved);
    if (isUnsaved)
        m_unsavedLabel->setText(tr("%n change(s) of the plan are not saved.", nullptr,
                                   std::max(1, int(playbook::differences(m_stored, m_current->plan).size()))));
}

void PlaybooksPage::showMessage()
{
    const CardRow *row = m_messageView->currentRow();
    if (!row || !m_current)
        return;
    for (const playbook::Message &message : m_current->messages) {
        if (message.id.value == row->id)
            m_messagePanel->showMessage(message, m_current->plan);
    }
}

// The header --------------------------------------------------------------------------------------------------------------

bool PlaybooksPage::hasUnsavedPlan() const
{
    return m_current && m_current->plan != m_stored;
}

QString PlaybooksPage::headline() const
{
    QStringList facts{tr("%1 of %2 plans reviewed").arg(m_library.reviewed).arg(m_library.playbooks.size()),
                      tr("%1 of %2 texts in date").arg(m_library.textsInDate).arg(m_library.texts)};
    if (m_library.textsWaiting > 0)
        facts += tr("%n text(s) wait for approval", nullptr, m_library.textsWaiting);
    facts += m_library.people == 0 ? tr("no contacts yet")
                                   : tr("%1 of %2 contacts verified").arg(m_library.peopleVerified).arg(m_library.people);
    return m_library.playbooks.empty() ? QString() : facts.join(u" · "_s);
}

QAction *PlaybooksPage::primaryAction() const
{
    return hasUnsavedPlan() ? m_saveAction : m_reviewAction;
}

QList<QAction *> PlaybooksPage::headerActions() const
{
    return hasUnsavedPlan() ? QList<QAction *>{m_discardAction} : QList<QAction *>{m_importAction, m_exportAction};
}

QList<QAction *> PlaybooksPage::menuActions() const
{
    return {m_saveAction, m_discardAction, nullptr, m_headAction, m_reviewAction, nullptr, m_importAction, m_exportAction, m_printAction};
}

void PlaybooksPage::showActions()
{
    const bool canWrite = !workspace().isReadOnly();
    const bool isUnsaved = hasUnsavedPlan();
    m_saveAction->setEnabled(isUnsaved && canWrite);
    m_discardAction->setEnabled(isUnsaved);
    m_reviewAction->setEnabled(m_current && canWrite);
    m_headAction->setEnabled(m_current && canWrite);
    m_importAction->setEnabled(canWrite);
    m_exportAction->setEnabled(m_current.has_value());
    m_printAction->setEnabled(m_current.has_value());
}

} // namespace vigie::gui
