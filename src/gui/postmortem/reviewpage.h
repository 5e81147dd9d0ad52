// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/cardlist.h"
#include "gui/common/filedialogs.h"
#include "gui/shell/page.h"
#include "postmortem/report.h"
#include "postmortem/reviewrepository.h"
#include "store/change.h"

#include <QFuture>
#include <QTimer>

class QComboBox;
class QLabel;
class QProgressBar;
class QSplitter;
class QStackedWidget;

namespace vigie::gui
{

class EmptyState;
class ReportPreview;
class ReviewEditor;

/**
 * What was learned: the crises at the left, the review of one in the middle, the document beside it as it will be printed.
 * activate() takes an incident's id. What is read and counted runs in a pool thread and is read anew after each change.
 */
class ReviewPage : public Page
{
    Q_OBJECT

public:
    explicit ReviewPage(Desk &desk, QWidget *parent = nullptr, FileAsker asker = desktopFileAsker());

    [[nodiscard]] QString headline() const override { return m_headline; }
    [[nodiscard]] QAction *primaryAction() const override;
    [[nodiscard]] QList<QAction *> headerActions() const override;
    [[nodiscard]] QList<QAction *> menuActions() const override;
    void activate(qint64 itemId) override;
    void setScope(core::DrillRunId scope) override;
    /// What is shown now; nothing while there is no crisis.
    [[nodiscard]] const std::optional<postmortem::ReportData> &shown() const { return m_shown; }

signals:
    void loaded();
    void exported(const QString &path);

protected:
    void retranslate() override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Acts {
        QAction *begin = nullptr;
        QAction *exportPdf = nullptr;
        QAction *exportJson = nullptr;
        QAction *exportCsv = nullptr;
        QAction *finalise = nullptr;
        QAction *reopen = nullptr;
        QAction *addFinding = nullptr;
        QAction *addAction = nullptr;
        QAction *crisis = nullptr;
        QAction *drill = nullptr; ///< of the empty page
    };
    /// All that one answer of the pool holds.
    struct Answer {
        std::vector<postmortem::ReviewListEntry> entries = {};
        std::optional<postmortem::ReportData> data = std::nullopt;
        std::optional<postmortem::ReportDocument> document = std::nullopt;
    };
    enum class Shown { Nothing, NotBegun, Review };

    void makeActions();
    [[nodiscard]] QWidget *makePreview();
    void load();
    void showAnswer(Answer answer);
    void showActions();
    void reloadFor(const store::Changes &changes);
    void begin();
    void setFinal(bool isFinal);
    void exportPdf();
    void exportJson();
    void exportCsv();
    /// Shows that something is being written, then where it went or why not.
    void follow(const QFuture<Result<>> &writing, const QString &path, const QString &attempt);
    [[nodiscard]] core::Language documentLanguage() const;
    [[nodiscard]] postmortem::ReportOptions reportOptions() const;
    [[nodiscard]] QString suggestedName(const QString &suffix) const;

    FileAsker m_asker;
    core::DrillRunId m_scope;
    core::IncidentId m_wanted;
    std::vector<postmortem::ReviewListEntry> m_entries;
    std::optional<postmortem::ReportData> m_shown;
    core::IncidentId m_languageSetFor; ///< the crisis whose own language the box began with
    QString m_headline;
    Acts m_acts;
    quint64 m_token = 0;
    int m_writing = 0;
    QTimer m_reloadTimer;

    QStackedWidget *m_stack;
    EmptyState *m_empty;
    CardView *m_crisisView;
    QStackedWidget *m_middle;
    EmptyState *m_notBegun;
    ReviewEditor *m_editor;
    QLabel *m_previewLabel = nullptr;
    QComboBox *m_languageBox = nullptr;
    QProgressBar *m_progress = nullptr;
    ReportPreview *m_preview = nullptr;
};

} // namespace vigie::gui
