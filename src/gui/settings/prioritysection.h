// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/settings/settingssection.h"
#include "monitoring/priority.h"

#include <array>

class QSpinBox;
class QVBoxLayout;

namespace vigie::gui
{

/// How much each factor of a mention's priority weighs on this desk, and what that does to three examples.
class PrioritySection : public SettingsSection
{
    Q_OBJECT

public:
    PrioritySection(Desk &desk, QWidget *parent);

    [[nodiscard]] QString title() const override { return tr("Priority"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("sliders"); }
    [[nodiscard]] QAction *primaryAction() const override { return m_saveAction; }
    [[nodiscard]] QList<QAction *> otherActions() const override { return {m_resetAction}; }
    [[nodiscard]] bool isAbout(const store::Change &change) const override { return change.entity == store::Entity::Setting; }
    void load() override;
    void retranslate() override;

    [[nodiscard]] CardView *examples() const { return m_examples; }

private:
    struct Field {
        QSpinBox *box = nullptr;
        QLabel *caption = nullptr;
        QLabel *hint = nullptr;
    };
    void addFields(QVBoxLayout *form);
    void setField(std::size_t index, const QString &caption, const QString &hint);
    void show(const monitoring::PriorityWeights &weights);
    [[nodiscard]] monitoring::PriorityWeights typed() const;
    void check();
    void showExamples();
    void save();

    monitoring::PriorityWeights m_stored;
    bool m_isLoaded = false;
    QAction *m_saveAction;
    QAction *m_resetAction;
    QLabel *m_introduction;
    QLabel *m_examplesTitle;
    QLabel *m_examplesHint;
    CardView *m_examples;
    std::array<Field, 6> m_fields; ///< in the order of PriorityFactor
};

} // namespace vigie::gui
