// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "monitoring/watchjudge.h"

#include <QWidget>

#include <array>

class QLabel;
class QRadioButton;

namespace vigie::gui
{

/// The three sensitivities, each with how often it would have given an alert on what is stored.
class SensitivityChoice : public QWidget
{
    Q_OBJECT

public:
    explicit SensitivityChoice(QWidget *parent);

    void setSensitivity(analysis::Sensitivity sensitivity);
    [[nodiscard]] analysis::Sensitivity sensitivity() const;

    void setReplays(const std::vector<monitoring::Replay> &replays, const core::Format &format);
    /// It is being counted.
    void setPending();
    /// There is nothing to count yet.
    void clearReplays();
    /// "2 alerts in 30 days, the last one on 3 March 2026, 10:05": what stands below one of them.
    [[nodiscard]] QString note(analysis::Sensitivity sensitivity) const;

private:
    struct Line {
        QRadioButton *button = nullptr;
        QLabel *note = nullptr;
    };
    void setNote(const Line &line, const QString &text);

    std::array<Line, 3> m_lines; ///< by the number of the sensitivity
};

} // namespace vigie::gui
