// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/drill/drillspage.h"

#include "gui/common/cardlist.h"
#include "gui/common/icons.h"
#include "gui/drill/drillsession.h"
#include "gui/drill/drillwords.h"
#include "gui/drill/runningpanel.h"
#include "gui/drill/scenariopanel.h"
#include "gui/drill/scorepanel.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

const auto kScenarioPrefix = u"scenario/"_s;
const auto kRunPrefix = u"run/"_s;
constexpr int kLeastListWidth = 220;

} // namespace

DrillsPage::DrillsPage(Desk &desk, QWidget *parent)
    : Page(desk, parent), m_session(DrillSession::of(desk)), m_scope(desk.workspace().scope())
{
    makeActions();
    m_list = new CardView(this);
    m_scenarioPanel = new ScenarioPanel(this);
    m_runningPanel = new RunningPanel(workspace(), m_session, this);
    m_runningPanel->setFireAction(m_fireAction);
    m_scorePanel = new ScorePanel(this);
    m_stack = new QStackedWidget(this);
    for (QWidget *panel : std::initializer_list<QWidget *>{m_scenarioPanel, m_runningPanel, m_scorePanel}) {
        setPanel(panel);
        m_stack->addWidget(panel);
    }
    auto *side = new QWidget(this);
    setPanel(side);
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(0, 0, 0, 0);
    sideLayout->addWidget(m_list);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(side);
    splitter->addWidget(m_stack);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({300, 1000});
    side->setMinimumWidth(kLeastListWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    setFocusProxy(m_list);

    connect(m_list, &CardView::selected, this, &DrillsPage::showSelection);
    connect(m_list, &CardView::addClicked, this, &DrillsPage::openFile);
    connect(m_runningPanel, &RunningPanel::fireRequested, this, &DrillsPage::offerFire);
    connect(&m_session, &DrillSession::changed, this, &DrillsPage::noteSession);
    connect(&m_session, &DrillSession::ended, this, [this](core::DrillRunId run) {
        load();
        select(kRunPrefix + QString::number(run.value));
    });
    connect(&workspace().database(), &store::Database::changed, this, [this](const store::Changes &changes) {
        if (std::any_of(changes.begin(), changes.end(), [](const auto &change) { return change.entity == store::Entity::DrillRun; }))
            load();
    });
    retranslate();
    load();
}

void DrillsPage::makeActions()
{
    m_startAction = makeAction(u"play-fill"_s, Qt::CTRL | Qt::Key_Return, &DrillsPage::start);
    m_openFileAction = makeAction(u"folder2-open"_s, Qt::CTRL | Qt::Key_O, &DrillsPage::openFile);
    m_pauseAction = makeAction(u"pause-fill"_s, Qt::CTRL | Qt::Key_P, &DrillsPage::togglePause);
    m_fireAction = makeAction(u"lightning"_s, Qt::CTRL | Qt::Key_I, &DrillsPage::fireNext);
    m_endAction = makeAction(u"stop-fill"_s, {}, &DrillsPage::end);
    m_openRunAction = makeAction(u"eye"_s, Qt::CTRL | Qt::Key_Return, &DrillsPage::openRun);
    m_leaveAction = makeAction(u"door-closed"_s, Qt::CTRL | Qt::Key_L, &DrillsPage::leave);
    m_reviewAction = makeAction(u"clipboard-data"_s, {}, &DrillsPage::goToReview);
}

void DrillsPage::retranslate()
{
    m_startAction->setText(tr("Start the exercise"));
    m_openFileAction->setText(tr("Open a file of posts…"));
    m_fireAction->setText(tr("Fire the next inject now"));
    m_endAction->setText(tr("End the exercise…"));
    m_openRunAction->setText(tr("Open this exercise"));
    m_openRunAction->setToolTip(tr("Every page then shows this exercise, to be read"));
    m_leaveAction->setText(tr("Leave the exercise"));
    m_leaveAction->setToolTip(tr("Every page shows the real world again"));
    m_reviewAction->setText(tr("Go to the review"));
    m_list->setAccessibleName(tr("Scenarios and past exercises"));
    m_shipped = drill::shippedScenarios(workspace().language());
    for (const drill::ScenarioSummary &shipped : m_shipped)
        m_opened.remove(shipped.key); // its title and summary are in the other language
    m_scenarioPanel->retranslate();
    m_runningPanel->retranslate();
    m_scorePanel->retranslate();
    showRows();
    showSelection();
    showActions();
}

// Reading -----------------------------------------------------------------------------------------------------------------

void DrillsPage::activate(qint64 itemId)
{
    if (itemId != 0)
        select(kRunPrefix + QString::number(itemId));
    else if (m_session.runner().isOpen() && m_session.runner().run().isValid())
        select(kRunPrefix + QString::number(m_session.runner().run().value));
    else if (!m_list->currentRow() && m_scope.isValid())
        select(kRunPrefix + QString::number(m_scope.value)); // who reads an exercise wants to know how it went
    else if (!m_list->currentRow() && !m_shipped.empty())
        select(kScenarioPrefix + m_shipped.front().key);
}

void DrillsPage::setScope(core::DrillRunId scope)
{
    m_scope = scope;
    showActions();
    emit headerChanged();
}

void DrillsPage::load()
{
    store::readAsync(
        workspace().database(), this, [](const store::Connection &connection) { return drill::DrillRepository::list(connection); },
        [this](Result<std::vector<drill::DrillRun>> runs) {
            if (!runs)
                return desk().showError(tr("Could not read the past exercises."), runs.error());
            m_runs = *std::move(runs);
            showRows();
            if (m_wantedKey.isEmpty())
                showSelection();
            else
                select(QString(m_wantedKey));
            emit headerChanged();
            emit loaded();
        });
}

void DrillsPage::showRows()
{
    const core::Format format = workspace().format();
    const drill::DrillRunner &runner = m_session.runner();
    std::vector<CardRow> rows;
    rows.push_back({.key = u"scenarios"_s, .kind = CardKind::Section, .text = tr("Scenarios"), .canAdd = true,
                    .toolTip = m_openFileAction->text(), .spoken = m_openFileAction->text()});
    for (const drill::ScenarioSummary &scenario : m_shipped)
        rows.push_back(DrillWords::scenarioRow(scenario));
    for (const QString &path : m_files) {
        const OpenedFile &file = m_opened[path];
        CardRow row = DrillWords::scenarioRow({.key = path,
                                               .language = file.scenario ? file.scenario->language : workspace().language(),
                                               .title = file.scenario ? file.scenario->title : QFileInfo(path).fileName()});
        row.iconName = file.error ? u"exclamation-triangle"_s : u"files"_s;
        row.iconToken = file.error ? Token::Warning : Token::Drill;
        row.meta = file.error ? tr("Cannot be played") : QFileInfo(path).fileName();
        row.toolTip = path;
        rows.push_back(std::move(row));
    }
    rows.push_back({.key = u"runs"_s, .kind = CardKind::Section, .text = tr("Exercises played")});
    for (const drill::DrillRun &run : m_runs)
        rows.push_back(DrillWords::runRow(run, format, runner.isOpen() && runner.run() == run.id));
    if (m_runs.empty())
        rows.push_back({.key = u"hint"_s, .kind = CardKind::Hint,
                        .text = tr("None yet. A drill of forty minutes shows more than a plan read twice.")});
    m_list->cards().setRows(std::move(rows));
}

void DrillsPage::select(const QString &key)
{
    const QModelIndex index = m_list->cards().indexOf(key);
    m_wantedKey = index.isValid() ? QString() : key; // taken when the list has been read
    if (index.isValid())
        m_list->setCurrentIndex(index);
    showSelection();
}

const drill::DrillRun *DrillsPage::currentRun() const
{
    const CardRow *row = m_list->currentRow();
    if (!row || !row->key.startsWith(kRunPrefix))
        return nullptr;
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [row](const auto &run) { return run.id.value == row->id; });
    return found == m_runs.end() ? nullptr : &*found;
}

void DrillsPage::showSelection()
{
    const CardRow *row = m_list->currentRow();
    if (const drill::DrillRun *run = currentRun()) {
        const drill::DrillRunner &runner = m_session.runner();
        m_shown = runner.isOpen() && runner.run() == run->id ? Shown::Running : Shown::Score;
        if (m_shown == Shown::Score)
            m_scorePanel->showRun(*run, workspace().format());
    } else if (row && row->key.startsWith(kScenarioPrefix)) {
        m_shown = Shown::Scenario;
        showScenario(row->key.mid(kScenarioPrefix.size()));
    }
    m_stack->setCurrentIndex(int(m_shown));
    showActions();
    emit headerChanged();
}

void DrillsPage::showScenario(const QString &key)
{
    m_scenarioKey = key;
    const OpenedFile opened = m_opened.value(key);
    if (opened.scenario)
        return m_scenarioPanel->showScenario(*opened.scenario, workspace().format());
    if (opened.error)
        return m_scenarioPanel->showError(key, *opened.error);
    for (const drill::ScenarioSummary &shipped : m_shipped) {
        if (shipped.key == key)
            m_scenarioPanel->showSummary(shipped);
    }
    if (!m_opened.contains(key)) {
        m_opened.insert(key, {.path = key});
        loadScenario(key);
    }
}

void DrillsPage::loadScenario(const QString &nameOrPath)
{
    store::runAsync(
        this, [nameOrPath, language = workspace().language()] { return drill::loadScenario(nameOrPath, language); },
        [this, nameOrPath](Result<drill::Scenario> scenario) { takeScenario(nameOrPath, std::move(scenario)); });
}

void DrillsPage::takeScenario(const QString &nameOrPath, Result<drill::Scenario> scenario)
{
    OpenedFile opened{.path = nameOrPath};
    if (scenario)
        opened.scenario = std::make_shared<const drill::Scenario>(*std::move(scenario));
    else
        opened.error = scenario.error();
    m_opened.insert(nameOrPath, std::move(opened));
    showRows();
    showSelection();
    emit scenarioLoaded();
}

// The header --------------------------------------------------------------------------------------------------------------

QString DrillsPage::headline() const
{
    const drill::DrillRunner &runner = m_session.runner();
    const core::Format format = workspace().format();
    if (runner.isOpen())
        //: Headline while a drill runs; %1 is its clock, %2 and %3 count posts
        return tr("Exercise under way: %1, %2 of %3 posts")
            .arg(format.time(runner.now()), format.number(runner.playedPosts()),
                 format.number(qint64(runner.scenario().posts.size())));
    if (m_scope.isValid())
        return tr("You are reading exercise no. %1").arg(m_scope.value);
    return m_runs.empty() ? tr("Practise before you need it") : tr("%n exercise(s) played", nullptr, int(m_runs.size()));
}

QAction *DrillsPage::primaryAction() const
{
    switch (m_shown) {
    case Shown::Scenario:
        return m_startAction;
    case Shown::Running:
        return m_pauseAction;
    case Shown::Score:
        break;
    }
    const drill::DrillRun *run = currentRun();
    return run && run->id == m_scope ? m_leaveAction : m_openRunAction;
}

QList<QAction *> DrillsPage::headerActions() const
{
    if (m_shown == Shown::Scenario)
        return m_scope.isValid() && !m_session.runner().isOpen() ? QList<QAction *>{m_leaveAction, m_openFileAction}
                                                                  : QList<QAction *>{m_openFileAction};
    if (m_shown == Shown::Running)
        return {m_endAction};
    return {m_reviewAction};
}

QList<QAction *> DrillsPage::menuActions() const
{
    return {m_startAction, m_openFileAction, nullptr,       m_pauseAction,  m_fireAction,
            m_endAction,   nullptr,          m_openRunAction, m_reviewAction, m_leaveAction};
}

void DrillsPage::showActions()
{
    const drill::DrillRunner &runner = m_session.runner();
    const bool isOpen = runner.isOpen();
    const bool isPaused = runner.state() == drill::DrillRunner::State::Paused;
    const drill::DrillRun *run = currentRun();
    m_startAction->setEnabled(!isOpen && m_shown == Shown::Scenario && m_opened.value(m_scenarioKey).scenario
                              && !workspace().isReadOnly());
    m_startAction->setToolTip(isOpen ? tr("Another exercise is under way") : QString());
    m_pauseAction->setEnabled(isOpen);
    m_pauseAction->setText(isPaused ? tr("Resume") : tr("Pause"));
    m_pauseAction->setIcon(icon(isPaused ? u"play-fill"_s : u"pause-fill"_s));
    m_fireAction->setEnabled(isOpen && m_session.nextInject().has_value());
    m_endAction->setEnabled(isOpen);
    m_openRunAction->setEnabled(run && run->id != m_scope);
    m_leaveAction->setEnabled(m_scope.isValid() && !isOpen);
    m_reviewAction->setEnabled(run);
}

void DrillsPage::noteSession()
{
    const bool isOpen = m_session.runner().isOpen();
    if (isOpen != m_wasOpen) {
        m_wasOpen = isOpen;
        load();
    }
    showActions();
    emit headerChanged();
}

// Acts --------------------------------------------------------------------------------------------------------------------

void DrillsPage::start()
{
    const auto scenario = m_opened.value(m_scenarioKey).scenario;
    if (!scenario)
        return;
    connect(
        &m_session.runner(), &drill::DrillRunner::started, this,
        [this](core::DrillRunId run) {
            // Known already: no need to wait for the list to be read.
            const drill::Scenario &played = m_session.runner().scenario();
            m_runs.insert(m_runs.begin(), {.id = run, .scenario = played.key, .title = played.title, .language = played.language,
                                           .startedAt = played.begin()});
            showRows();
            select(kRunPrefix + QString::number(run.value));
        },
        Qt::SingleShotConnection);
    m_session.start(*scenario, m_scenarioPanel->speed(), m_scenarioPanel->skipsQuietPart());
}

void DrillsPage::openFile()
{
    m_askForFile(this, {.title = tr("Open a file of posts"), .filter = tr("Posts or scenarios (*.ndjson *.jsonl *.json);;All files (*)")},
                 [this](const QString &path) {
                     if (!m_files.contains(path))
                         m_files += path;
                     m_opened.insert(path, {.path = path});
                     showRows();
                     select(kScenarioPrefix + path);
                     loadScenario(path);
                 });
}

void DrillsPage::togglePause()
{
    drill::DrillRunner &runner = m_session.runner();
    if (runner.state() == drill::DrillRunner::State::Paused)
        runner.resume();
    else
        runner.pause();
}

void DrillsPage::fireNext()
{
    if (const auto next = m_session.nextInject())
        m_session.fire(*next);
}

void DrillsPage::offerFire(std::size_t inject)
{
    m_session.fire(inject);
}

void DrillsPage::end()
{
    auto *question = new QMessageBox(QMessageBox::Question, tr("End the exercise"),
                                     tr("End the exercise here? The score is then of what was played so far; it cannot go on "
                                        "afterwards. Everything done in it stays readable."),
                                     QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *endButton = question->addButton(tr("End and score"), QMessageBox::AcceptRole);
    setButtonKind(endButton, ButtonKind::Primary);
    connect(endButton, &QPushButton::clicked, &m_session.runner(), &drill::DrillRunner::stop);
    question->open();
}

void DrillsPage::openRun()
{
    const drill::DrillRun *run = currentRun();
    if (!run)
        return;
    workspace().setScope(run->id);
    desk().openPage(PageId::Watch);
}

void DrillsPage::leave()
{
    m_session.leave();
    desk().showToast(tr("You are back in the real world."));
}

void DrillsPage::goToReview()
{
    const drill::DrillRun *run = currentRun();
    if (!run)
        return;
    const qint64 incident = run->incident.value;
    workspace().setScope(run->id);
    desk().openPage(PageId::Review, incident);
}

} // namespace vigie::gui
