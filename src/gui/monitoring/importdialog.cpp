// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/monitoring/importdialog.h"

#include "gui/common/errortext.h"
#include "gui/shell/theme.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

ImportDialog::ImportDialog(workspace::Workspace &workspace, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_label(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_rejects(new QPlainTextEdit(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import posts"));
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the import"));
    m_rejects->setReadOnly(true);
    m_rejects->setAccessibleName(tr("Lines that were refused"));
    m_rejects->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kHuge, space::kHuge, space::kHuge, space::kLarge);
    column->setSpacing(space::kMedium);
    column->addWidget(m_label);
    column->addWidget(m_bar);
    column->addWidget(m_rejects, 1);
    column->addWidget(m_buttons);
    setMinimumWidth(qRound(480 * textScale()));
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::rejected, this, [this] { m_isCancelled->store(true); });
}

ImportDialog::~ImportDialog()
{
    m_isCancelled->store(true);
}

void ImportDialog::chooseFile()
{
    auto *chooser = new QFileDialog(parentWidget(), tr("Import posts from a file"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters({tr("Exports of posts (*.csv *.tsv *.ndjson *.jsonl *.json)"), tr("All files (*)")});
    connect(chooser, &QFileDialog::fileSelected, this, &ImportDialog::start);
    connect(chooser, &QDialog::rejected, this, &QObject::deleteLater);
    chooser->open();
}

void ImportDialog::start(const QString &path)
{
    m_label->setText(tr("Reading %1…").arg(QFileInfo(path).fileName()));
    m_bar->setRange(0, 0);
    open();
    monitoring::ImportRequest request;
    request.path = path;
    request.actor = m_workspace.actor();
    // The worker holds the flag itself: the dialog may be gone before it looks.
    request.progress = [self = QPointer<ImportDialog>(this)](qint64 done, qint64 total) {
        QMetaObject::invokeMethod(
            qApp, [self, done, total] { if (self) self->showProgress(done, total); }, Qt::QueuedConnection);
    };
    store::runAsync(
        this,
        [&intake = m_workspace.intake(), request, flag = m_isCancelled]() mutable {
            request.isCancelled = flag.get();
            return monitoring::importFile(intake, request);
        },
        [this](const Result<monitoring::ImportReport> &result) { showReport(result); });
}

void ImportDialog::showProgress(qint64 done, qint64 total)
{
    constexpr int kSteps = 1000;
    m_bar->setRange(0, kSteps);
    m_bar->setValue(total > 0 ? int(done * kSteps / total) : 0);
}

void ImportDialog::showReport(const Result<monitoring::ImportReport> &result)
{
    m_bar->hide();
    m_buttons->setStandardButtons(QDialogButtonBox::Close);
    if (!result) {
        m_label->setText(tr("The file could not be imported.") + u' ' + errorText(result.error()).toString());
        return;
    }
    const core::Format format = m_workspace.format();
    const monitoring::ImportReport &report = *result;
    QStringList sentences = {tr("%n new mention(s) stored.", nullptr, int(report.stored))};
    if (report.duplicate > 0)
        sentences += tr("%n were known already.", nullptr, int(report.duplicate));
    if (report.edited > 0)
        sentences += tr("%n had a changed text; both versions are kept.", nullptr, int(report.edited));
    if (!report.alerts.empty())
        sentences += tr("%n alert(s) raised.", nullptr, int(report.alerts.size()));
    if (report.rejectedCount == 0) {
        emit finishedWith(sentences.join(u' '));
        accept();
        return;
    }
    sentences += tr("%n line(s) were refused:", nullptr, int(report.rejectedCount));
    m_label->setText(sentences.join(u' '));
    QStringList lines;
    for (const networks::Reject &reject : report.rejected)
        lines += tr("line %1: %2").arg(format.number(reject.line), reject.reason);
    m_rejects->setPlainText(lines.join(u'\n'));
    m_rejects->show();
    resize(width(), qRound(420 * textScale()));
}

} // namespace vigie::gui
