// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/importer.h"

#include <QDialog>

#include <atomic>
#include <memory>

class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;
class QProgressBar;

namespace vigie::workspace
{
class Workspace;
}

namespace vigie::gui
{

/**
 * Asks for a file, brings its posts in on a worker thread, shows how far it is and lets it be cancelled; then says what came
 * in and which lines were refused, and why. What was stored before a cancel stays, and a second run adds only what is missing.
 */
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(workspace::Workspace &workspace, QWidget *parent);
    ~ImportDialog() override;

    void chooseFile();
    void start(const QString &path);

signals:
    /// With the sentence that sums it up.
    void finishedWith(const QString &sentence);

private:
    void showProgress(qint64 done, qint64 total);
    void showReport(const Result<monitoring::ImportReport> &result);

    workspace::Workspace &m_workspace;
    std::shared_ptr<std::atomic<bool>> m_isCancelled = std::make_shared<std::atomic<bool>>(false);
    QLabel *m_label = nullptr;
    QProgressBar *m_bar = nullptr;
    QPlainTextEdit *m_rejects = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace vigie::gui
