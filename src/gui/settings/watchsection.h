// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"
#include "gui/common/actdialog.h"
#include "gui/settings/settingssection.h"
#include "monitoring/watch.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;
class QCheckBox;

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
    [[nodiscard]] QString headline() const override;
    [[nodiscard]] bool isAbout(const store::Change &change) const override { return change.entity == store::Entity::Watch; }
    void load() override;
    void retranslate() override;

private:
    void showRows();
    void edit(qint64 id);
    void setEnabled(qint64 id, bool isEnabled);
    void remove(qint64 id);
    void showMenu(const CardRow &row, const QPoint &position);
    [[nodiscard]] const monitoring::Watch *watch(qint64 id) const;

    std::vector<monitoring::Watch> m_watches;
    QAction *m_addAction;
};

/// A query as it is typed, with the place underlined where it cannot be understood and what was expected there.
class QueryEdit : public QWidget
{
    Q_OBJECT

public:
    /// Speaks of problems in this language.
    QueryEdit(core::Language language, QWidget *parent);
    [[nodiscard]] QString query() const;
    void setQuery(const QString &query);
    [[nodiscard]] bool isValid() const { return m_isValid; }
    [[nodiscard]] QString problem() const;

signals:
    void changed();

private:
    void check();

    QPlainTextEdit *m_edit;
    QLabel *m_problemLabel;
    core::Phrasebook m_phrases;
    bool m_isValid = false;
};

class WatchDialog : public ActDialog
{
    Q_OBJECT

public:
    WatchDialog(Desk &desk, const monitoring::Watch &watch, QWidget *parent);

protected:
    bool isComplete() const override;
    void act() override;

private:
    Desk &m_desk;
    monitoring::Watch m_watch;
    QLineEdit *m_nameEdit;
    QueryEdit *m_queryEdit;
    QComboBox *m_sensitivityBox;
    QSpinBox *m_thresholdBox;
};

} // namespace vigie::gui
