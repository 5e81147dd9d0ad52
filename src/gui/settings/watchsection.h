// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/settings/settingssection.h"
#include "monitoring/watch.h"

namespace vigie::gui
{

/// What is looked for, and how readily it gives an alert. Always the real world's: a drill brings its own watch.
class WatchSection : public ListSection
{
    Q_OBJECT

public:
    WatchSection(Desk &desk, QWidget *parent);

    [[nodiscard]] QString title() const override { return tr("Watches"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("binoculars"); }
    [[nodiscard]] QAction *primaryAction() const override { return m_addAction; }
    [[nodiscard]] QList<QAction *> otherActions() const override { return {m_tellAction}; }
    [[nodiscard]] QString headline() const override;
    [[nodiscard]] bool isAbout(const store::Change &change) const override { return change.entity == store::Entity::Watch; }
    void load() override;
    void retranslate() override;

private:
    void showRows();
    void edit(qint64 id);
    void tellElsewhere();
    void setEnabled(qint64 id, bool isEnabled);
    void remove(qint64 id);
    void showMenu(const CardRow &row, const QPoint &position);
    [[nodiscard]] const monitoring::Watch *watch(qint64 id) const;

    std::vector<monitoring::Watch> m_watches;
    QAction *m_addAction;
    QAction *m_tellAction;
};

} // namespace vigie::gui
