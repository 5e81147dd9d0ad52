// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/filedialogs.h"
#include "gui/settings/settingssection.h"
#include "store/auditchain.h"

class QPushButton;

namespace vigie::gui
{

/// The one file that everything is in: whether it is whole, and a copy of it.
class DatabaseSection : public SettingsSection
{
    Q_OBJECT

public:
    DatabaseSection(Desk &desk, QWidget *parent);

    [[nodiscard]] QString title() const override { return tr("Database"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("database"); }
    [[nodiscard]] QAction *primaryAction() const override { return m_backupAction; }
    [[nodiscard]] QList<QAction *> otherActions() const override { return {m_verifyAction}; }
    [[nodiscard]] bool isAbout(const store::Change &) const override { return false; }
    void load() override;
    void retranslate() override;
    void setFileAsker(FileAsker asker) { m_askForFile = std::move(asker); }

private:
    void verify();
    void backUp();
    void showVerdict(const Result<store::VerifyReport> &report);

    FileAsker m_askForFile = desktopFileAsker();
    QAction *m_backupAction;
    QAction *m_verifyAction;
    QLabel *m_pathCaption;
    QLabel *m_pathLabel;
    QLabel *m_sizeCaption;
    QLabel *m_sizeLabel;
    QLabel *m_verdictCaption;
    QLabel *m_verdictLabel;
    CardView *m_problemView;
    QLabel *m_restoreLabel;
    qint64 m_bytes = 0;
    bool m_isVerifying = false;
    std::optional<Result<store::VerifyReport>> m_report;
};

} // namespace vigie::gui
