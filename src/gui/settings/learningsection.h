// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/settings/settingssection.h"
#include "monitoring/tonalityteacher.h"

namespace vigie::gui
{

/// What corrections have taught this desk's judge of tonality: how good it has become, which words it reads otherwise now, and
/// the way back to the shipped one.
class LearningSection : public ListSection
{
    Q_OBJECT

public:
    LearningSection(Desk &desk, QWidget *parent);

    [[nodiscard]] QString title() const override { return tr("What was learnt"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("lightbulb"); }
    [[nodiscard]] QAction *primaryAction() const override { return nullptr; }
    [[nodiscard]] QList<QAction *> otherActions() const override { return {m_forgetAction}; }
    [[nodiscard]] QString headline() const override;
    [[nodiscard]] bool isAbout(const store::Change &) const override { return false; } ///< the teacher tells when it has learnt
    /// Nothing is known until the judge has been read.
    void load() override;
    void retranslate() override;

private:
    void show();
    void forget();
    [[nodiscard]] CardRow row(const analysis::TaughtWord &word) const;

    monitoring::LearningState m_state;
    bool m_isListening = false;
    QAction *m_forgetAction;
};

} // namespace vigie::gui
