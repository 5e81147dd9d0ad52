// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "drill/drillrepository.h"

#include <QWidget>

class QLabel;

namespace vigie::gui
{

class CardView;

/// What an exercise showed, each fact against its target.
class ScorePanel : public QWidget
{
    Q_OBJECT

public:
    explicit ScorePanel(QWidget *parent = nullptr);
    void showRun(const drill::DrillRun &run, const core::Format &format);
    void retranslate();

private:
    QLabel *m_titleLabel;
    QLabel *m_metaLabel;
    QLabel *m_noteLabel;
    CardView *m_view;
};

} // namespace vigie::gui
