// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/filedialogs.h"
#include "gui/settings/settingssection.h"
#include "monitoring/account.h"
#include "monitoring/source.h"

namespace vigie::gui
{

/// Where posts come from: what is read by itself, and files that are brought in.
class SourceSection : public ListSection
{
    Q_OBJECT

public:
    SourceSection(Desk &desk, QWidget *parent);

    [[nodiscard]] QString title() const override { return tr("Sources"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("rss"); }
    [[nodiscard]] QAction *primaryAction() const override { return m_addAction; }
    [[nodiscard]] QList<QAction *> otherActions() const override { return {m_importAction}; }
    [[nodiscard]] QString headline() const override;
    [[nodiscard]] bool isAbout(const store::Change &change) const override { return change.entity == store::Entity::Source || change.entity == store::Entity::Account; }
    void load() override;
    void retranslate() override;
    void setFileAsker(FileAsker asker) { m_askForFile = std::move(asker); }

private:
    void showRows();
    void edit(qint64 id);
    void setEnabled(qint64 id, bool isEnabled);
    void remove(qint64 id);
    void importFile();
    void showMenu(const CardRow &row, const QPoint &position);
    [[nodiscard]] CardRow row(const monitoring::Source &source) const;
    /// What is read there, in words: an address, "Mentions of @brand", "#tag".
    [[nodiscard]] QString whatIsRead(const monitoring::Source &source) const;

    std::vector<monitoring::Source> m_sources;
    std::vector<monitoring::Account> m_accounts;
    FileAsker m_askForFile = desktopFileAsker();
    QAction *m_addAction;
    QAction *m_importAction;
};

} // namespace vigie::gui
