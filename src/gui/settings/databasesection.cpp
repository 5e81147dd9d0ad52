// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/databasesection.h"

#include "gui/common/errortext.h"
#include "store/async.h"
#include "store/backup.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

DatabaseSection::DatabaseSection(Desk &desk, QWidget *parent)
    : SettingsSection(desk, parent)
    , m_backupAction(makeAction(u"save"_s, [this] { backUp(); }))
    , m_verifyAction(makeAction(u"shield-check"_s, [this] { verify(); }))
    , m_pathCaption(new QLabel(this))
    , m_pathLabel(new QLabel(this))
    , m_sizeCaption(new QLabel(this))
    , m_sizeLabel(new QLabel(this))
    , m_verdictCaption(new QLabel(this))
    , m_verdictLabel(new QLabel(this))
    , m_problemView(new CardView(this))
    , m_restoreLabel(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kHuge, space::kLarge, space::kHuge, space::kHuge);
    layout->setSpacing(space::kTiny);
    for (const auto &[caption, label] : {std::pair{m_pathCaption, m_pathLabel}, std::pair{m_sizeCaption, m_sizeLabel},
                                         std::pair{m_verdictCaption, m_verdictLabel}}) {
        setTextRole(caption, TextRole::Strong);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        layout->addSpacing(space::kMedium);
        layout->addWidget(caption);
        layout->addWidget(label);
    }
    m_pathLabel->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_restoreLabel->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_restoreLabel->setTextFormat(Qt::PlainText);
    m_restoreLabel->setWordWrap(true);
    m_restoreLabel->setMaximumWidth(qRound(680 * textScale()));
    setTextRole(m_restoreLabel, TextRole::Muted);
    m_problemView->hide();
    layout->addWidget(m_problemView, 1);
    layout->addSpacing(space::kHuge);
    layout->addWidget(m_restoreLabel);
    layout->addStretch();
}

void DatabaseSection::load()
{
    const QString path = workspace().database().path();
    m_bytes = QFileInfo(path).size() + QFileInfo(path + u"-wal"_s).size();
    retranslate();
    emit loaded();
}

void DatabaseSection::verify()
{
    m_isVerifying = true;
    m_verifyAction->setEnabled(false);
    retranslate();
    store::readAsync(
        workspace().database(), this, [](const store::Connection &connection) { return store::verifyDatabase(connection); },
        [this](const Result<store::VerifyReport> &report) {
            m_isVerifying = false;
            m_verifyAction->setEnabled(true);
            m_report = report;
            retranslate();
            emit loaded();
        });
}

void DatabaseSection::showVerdict(const Result<store::VerifyReport> &report)
{
    std::vector<CardRow> rows;
    if (!report) {
        setTextRole(m_verdictLabel, TextRole::Negative);
        m_verdictLabel->setText(errorText(report.error()).toString());
    } else if (report->isSound()) {
        setTextRole(m_verdictLabel, TextRole::Positive);
        m_verdictLabel->setText(tr("✓ The file is whole, and all %1 entries of the audit log fit together.")
                                    .arg(workspace().format().number(report->auditRows)));
    } else {
        setTextRole(m_verdictLabel, TextRole::Negative);
        m_verdictLabel->setText(tr("✗ Something is wrong with the file. Keep it as it is, and restore the latest backup."));
        for (const QString &problem : report->problems)
            rows.push_back({.key = QString::number(rows.size()), .iconName = u"x-circle-fill"_s, .iconToken = Token::Negative, .text = problem});
    }
    m_problemView->setVisible(!rows.empty());
    m_problemView->cards().setRows(std::move(rows));
}

void DatabaseSection::backUp()
{
    const QString name = u"vigie-%1.db"_s.arg(core::toUtc(workspace().clock().now()).toString(u"yyyy-MM-dd"_s));
    m_askForFile(this, {.title = tr("Back up the database"), .filter = tr("Databases of Vigie (*.db)"), .suggestion = name, .isForSaving = true},
                 [this](const QString &path) {
                     if (QFileInfo(path) == QFileInfo(workspace().database().path()))
                         return desk().showToast(tr("Choose another name: this is the database itself."));
                     m_backupAction->setEnabled(false);
                     store::readAsync(
                         workspace().database(), this,
                         [path](const store::Connection &connection) { return store::backupTo(connection, path); },
                         [this, path](const Result<> &written) {
                             m_backupAction->setEnabled(true);
                             if (written)
                                 desk().showToast(tr("Backed up to %1.").arg(QDir::toNativeSeparators(path)));
                             else
                                 desk().showError(tr("Could not back the database up."), written.error());
                             emit loaded();
                         });
                 });
}

void DatabaseSection::retranslate()
{
    m_backupAction->setText(tr("Back up…"));
    m_backupAction->setToolTip(tr("A complete copy; everybody may go on working meanwhile"));
    m_verifyAction->setText(tr("Verify now"));
    m_verifyAction->setToolTip(tr("Checks the file and the whole audit log"));
    m_pathCaption->setText(tr("File"));
    m_pathLabel->setText(QDir::toNativeSeparators(workspace().database().path()));
    m_sizeCaption->setText(tr("Size"));
    m_sizeLabel->setText(workspace().format().locale().formattedDataSize(m_bytes));
    m_verdictCaption->setText(tr("State"));
    m_problemView->setAccessibleName(tr("What is wrong with the file"));
    if (m_isVerifying || !m_report) {
        setTextRole(m_verdictLabel, TextRole::Muted);
        m_verdictLabel->setText(m_isVerifying ? tr("Verifying… this takes some seconds on a large database.")
                                              : tr("Not verified since Vigie was started."));
        m_problemView->hide();
    } else {
        showVerdict(*m_report);
    }
    m_restoreLabel->setText(tr("To restore a backup, close Vigie and run:  vigiectl restore FILE\nIt verifies the copy first and keeps what was "
                               "there as “.before-restore”. From inside a running desk nobody can replace the file by mistake."));
}

} // namespace vigie::gui
