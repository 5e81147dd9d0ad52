// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "postmortem/figures.h"

#include <QWidget>

#include <array>

class QLabel;

namespace vigie::gui
{

/// The five times of a crisis side by side. Each says in its tooltip from which moments it was counted.
class FiguresRow : public QWidget
{
    Q_OBJECT

public:
    explicit FiguresRow(QWidget *parent = nullptr);
    void setFigures(const postmortem::Figures &figures, const core::Format &format);

private:
    struct Cell {
        QWidget *widget = nullptr;
        QLabel *caption = nullptr;
        QLabel *value = nullptr;
        QLabel *note = nullptr;
    };
    struct Moment {
        QString name = {};
        std::optional<core::Instant> at = std::nullopt;
    };
    void fill(const Cell &cell, const QString &caption, const Moment &from, const Moment &to,
              std::optional<std::chrono::milliseconds> target, const core::Format &format);

    std::array<Cell, 5> m_cells = {};
};

} // namespace vigie::gui
