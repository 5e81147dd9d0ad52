// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drill/drillrepository.h"
#include "drill/scenario.h"
#include "gui/common/filedialogs.h"
#include "gui/shell/page.h"
#include "store/change.h"

#include <QHash>

#include <memory>

class QStackedWidget;

namespace vigie::gui
{

class CardView;
class DrillSession;
class RunningPanel;
class ScenarioPanel;
class ScorePanel;
struct CardRow;

/**
 * Exercises: what can be played, the one that plays, and the score of those that were. activate() takes a run's id.
 */
class DrillsPage : public Page
{
    Q_OBJECT

public:
    explicit DrillsPage(Desk &desk, QWidget *parent = nullptr);

    [[nodiscard]] QString headline() const override;
    [[nodiscard]] QAction *primaryAction() const override;
    [[nodiscard]] QList<QAction *> headerActions() const override;
    [[nodiscard]] QList<QAction *> menuActions() const override;
    void activate(qint64 itemId) override;
    void setScope(core::DrillRunId scope) override;

    void setFileAsker(FileAsker asker) { m_askForFile = std::move(asker); }
    [[nodiscard]] DrillSession &session() const { return m_session; }

signals:
    void loaded();         ///< the past exercises were read
    void scenarioLoaded(); ///< or could not be

protected:
    void retranslate() override;

private:
    enum class Shown { Scenario, Running, Score };
    struct OpenedFile {
        QString path = {};
        std::shared_ptr<const drill::Scenario> scenario = {};
        std::optional<Error> error = std::nullopt;
    };
    void makeActions();
    void load();
    void showRows();
    void showSelection();
    void showScenario(const QString &key);
    void showActions();
    void select(const QString &key);
    void loadScenario(const QString &nameOrPath);
    void takeScenario(const QString &nameOrPath, Result<drill::Scenario> scenario);
    void noteSession();
    void offerFire(std::size_t inject);

    void start();
    void openFile();
    void togglePause();
    void fireNext();
    void end();
    void openRun();
    void leave();
    void goToReview();
    [[nodiscard]] const drill::DrillRun *currentRun() const;

    DrillSession &m_session;
    FileAsker m_askForFile = desktopFileAsker();
    std::vector<drill::ScenarioSummary> m_shipped;
    std::vector<drill::DrillRun> m_runs;
    QHash<QString, OpenedFile> m_opened; ///< by key of a shipped one, or path
    QStringList m_files;                 ///< opened by the person, in this order
    Shown m_shown = Shown::Scenario;
    QString m_scenarioKey;
    QString m_wantedKey; ///< a row that is to be selected once it is there
    core::DrillRunId m_scope;
    bool m_wasOpen = false;

    QAction *m_startAction = nullptr;
    QAction *m_openFileAction = nullptr;
    QAction *m_pauseAction = nullptr;
    QAction *m_fireAction = nullptr;
    QAction *m_endAction = nullptr;
    QAction *m_openRunAction = nullptr;
    QAction *m_leaveAction = nullptr;
    QAction *m_reviewAction = nullptr;

    CardView *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    ScenarioPanel *m_scenarioPanel = nullptr;
    RunningPanel *m_runningPanel = nullptr;
    ScorePanel *m_scorePanel = nullptr;
};

} // namespace vigie::gui
