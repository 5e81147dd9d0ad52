// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "gui/common/actdialog.h"
#include "monitoring/account.h"
#include "monitoring/readingcost.h"

class QDoubleSpinBox;

namespace vigie::gui
{

class Desk;

/// What reading with an account may cost on one day, where its network takes money for it.
class BudgetDialog : public ActDialog
{
    Q_OBJECT

public:
    BudgetDialog(Desk &desk, const monitoring::Account &account, const monitoring::ReadingCost &cost, QWidget *parent);

    /// "today $0.35 of $2.00", and what follows where nothing is left.
    [[nodiscard]] static QString spentText(const monitoring::ReadingCost &cost, const core::Format &format);

protected:
    void act() override;

private:
    Desk &m_desk;
    const core::AccountId m_account;
    QDoubleSpinBox *m_budgetBox;
};

} // namespace vigie::gui
