// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/actdialog.h"
#include "gui/common/filedialogs.h"
#include "gui/settings/settingssection.h"
#include "monitoring/source.h"

class QLineEdit;
class QSpinBox;

namespace vigie::gui
{

/// Where posts come from: feeds that are read, and files that are brought in.
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
    [[nodiscard]] bool isAbout(const store::Change &change) const override { return change.entity == store::Entity::Source; }
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
    [[nodiscard]] const monitoring::Source *source(qint64 id) const;
    [[nodiscard]] CardRow row(const monitoring::Source &source) const;

    std::vector<monitoring::Source> m_sources;
    FileAsker m_askForFile = desktopFileAsker();
    QAction *m_addAction;
    QAction *m_importAction;
};

class SourceDialog : public ActDialog
{
    Q_OBJECT

public:
    SourceDialog(Desk &desk, const monitoring::Source &source, QWidget *parent);

protected:
    bool isComplete() const override;
    void act() override;

private:
    Desk &m_desk;
    monitoring::Source m_source;
    QLineEdit *m_nameEdit;
    QLineEdit *m_urlEdit;
    QSpinBox *m_intervalBox;
};

} // namespace vigie::gui
