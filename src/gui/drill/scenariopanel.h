// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "drill/scenario.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QLabel;

namespace vigie::gui
{

class CardView;

/// What a scenario is about and how it will be played. Without its posts it shows what the list knows.
class ScenarioPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ScenarioPanel(QWidget *parent = nullptr);

    void showSummary(const drill::ScenarioSummary &summary);
    void showScenario(const drill::Scenario &scenario, const core::Format &format);
    /// The file cannot be played: where, and why.
    void showError(const QString &path, const Error &error);
    void retranslate();

    [[nodiscard]] double speed() const;
    [[nodiscard]] bool skipsQuietPart() const;

private:
    QLabel *m_titleLabel;
    QLabel *m_metaLabel;
    QLabel *m_summaryLabel;
    QWidget *m_options;
    QLabel *m_speedLabel;
    QButtonGroup *m_speedGroup;
    QCheckBox *m_skipBox;
    QLabel *m_skipHint;
    QLabel *m_safeLabel;
    QLabel *m_problemLabel;
    CardView *m_problemView;
};

} // namespace vigie::gui
