// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/filedialogs.h"
#include "gui/playbook/playbookdata.h"
#include "gui/shell/page.h"
#include "store/change.h"

#include <QTimer>

#include <optional>

class QLabel;
class QStackedWidget;
class QTabWidget;

namespace vigie::gui
{

class CardView;
class EmptyState;
class MessagePanel;
struct CardRow;

/**
 * The plans: what to do, who does it, what to say. Changes of a plan are collected in a copy until they are saved as its next
 * version; texts are saved one by one and need an approval. activate() takes a playbook's id.
 */
class PlaybooksPage : public Page
{
    Q_OBJECT

public:
    explicit PlaybooksPage(Desk &desk, QWidget *parent = nullptr);

    [[nodiscard]] QString headline() const override;
    [[nodiscard]] QAction *primaryAction() const override;
    [[nodiscard]] QList<QAction *> headerActions() const override;
    [[nodiscard]] QList<QAction *> menuActions() const override;
    void activate(qint64 itemId) override;
    void setScope(core::DrillRunId) override {} // plans are the same in an exercise

    void setFileAsker(FileAsker asker) { m_askForFile = std::move(asker); }
    /// The plan as it stands on the page, saved or not; nothing before the first answer.
    [[nodiscard]] const std::optional<OpenPlaybook> &current() const { return m_current; }
    [[nodiscard]] bool hasUnsavedPlan() const;

signals:
    void loaded();       ///< the list was read
    void playbookShown(); ///< and the plan that is selected

protected:
    void retranslate() override;

private:
    void makeActions();
    [[nodiscard]] QWidget *makeDetail();
    void load();
    void loadCurrent();
    void showLibrary();
    void showCurrent();
    void showPlan();
    void showMessage();
    void showActions();
    void openRow(const CardRow &row);
    void addTo(const CardRow &section);
    void showStepMenu(const CardRow &row, const QPoint &position);
    void editStep(const QString &key);
    void removeStep(const QString &key);
    void moveStep(const QString &key, int by);
    void takeStep(const playbook::Step &step);
    void openRole(const CardRow &row);
    void addRole();
    void takeRole(const playbook::Role &role);
    void removeRole(const QString &key);
    void showRoleMenu(const CardRow &row, const QPoint &position);
    void editSeverity(int level);
    void editCadence();
    void choose(core::PlaybookId id);

    void save();
    void discard();
    void markReviewed();
    void editHead();
    void importFile();
    void exportFile();
    void printPlan();
    void runImport(const QString &path);

    FileAsker m_askForFile = desktopFileAsker();
    Library m_library;
    std::optional<OpenPlaybook> m_current; ///< with the changes that are not saved
    playbook::Playbook m_stored;           ///< the plan as the database has it
    core::PlaybookId m_wanted;
    QTimer m_reloadTimer;
    quint64 m_token = 0;

    QAction *m_saveAction = nullptr;
    QAction *m_discardAction = nullptr;
    QAction *m_reviewAction = nullptr;
    QAction *m_headAction = nullptr;
    QAction *m_importAction = nullptr;
    QAction *m_exportAction = nullptr;
    QAction *m_printAction = nullptr;

    CardView *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QLabel *m_titleLabel = nullptr;
    QLabel *m_summaryLabel = nullptr;
    QLabel *m_unsavedLabel = nullptr;
    QTabWidget *m_tabs = nullptr;
    CardView *m_planView = nullptr;
    CardView *m_roleView = nullptr;
    CardView *m_messageView = nullptr;
    MessagePanel *m_messagePanel = nullptr;
};

} // namespace vigie::gui
