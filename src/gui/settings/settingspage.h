// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/filedialogs.h"
#include "gui/shell/page.h"
#include "store/change.h"

#include <QTimer>

class QStackedWidget;

namespace vigie::gui
{

class CardView;
class SettingsSection;

enum class SettingsPart { Desk, Watches, Priority, Learning, Accounts, Sources, People, Database };

/// The settings: their parts at the left, one of them at the right. activate() takes a SettingsPart, counted from 1.
class SettingsPage : public Page
{
    Q_OBJECT

public:
    explicit SettingsPage(Desk &desk, QWidget *parent = nullptr);

    [[nodiscard]] QString headline() const override;
    [[nodiscard]] QAction *primaryAction() const override;
    [[nodiscard]] QList<QAction *> headerActions() const override;
    [[nodiscard]] QList<QAction *> menuActions() const override;
    void activate(qint64 itemId) override;
    void setScope(core::DrillRunId) override {} // settings are of the desk, whatever is open

    void setFileAsker(const FileAsker &asker);
    void showPart(SettingsPart part);
    [[nodiscard]] SettingsSection *section(SettingsPart part) const { return m_sections.at(int(part)); }

protected:
    void retranslate() override;

private:
    [[nodiscard]] SettingsSection *current() const;
    void showRows();
    void noteChanges(const store::Changes &changes);

    QList<SettingsSection *> m_sections;
    QList<SettingsSection *> m_stale;
    QTimer m_reloadTimer;
    CardView *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
};

} // namespace vigie::gui
