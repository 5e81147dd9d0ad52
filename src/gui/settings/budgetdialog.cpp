// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/budgetdialog.h"

#include "gui/shell/page.h"
#include "monitoring/accountservice.h"
#include "networks/capabilities.h"
#include "workspace/networkroom.h"
#include "workspace/workspace.h"

#include <QDoubleSpinBox>

#include <cmath>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

constexpr double kMostDollars = 10'000;

} // namespace

BudgetDialog::BudgetDialog(Desk &desk, const monitoring::Account &account, const monitoring::ReadingCost &cost,
                           QWidget *parent)
    : ActDialog(parent), m_desk(desk), m_account(account.id), m_budgetBox(new QDoubleSpinBox(this))
{
    const QString network = networks::networkName(account.network);
    setWindowTitle(tr("Daily budget of %1", "%1 is an account").arg(account.handle));
    setIntroduction(tr("%1 takes money for each post that is read. When the budget of a day is used up, reading stops until "
                       "midnight UTC; what was missed is read afterwards.").arg(network));
    m_budgetBox->setObjectName(u"budgetBox"_s);
    m_budgetBox->setRange(0, kMostDollars);
    m_budgetBox->setDecimals(2);
    m_budgetBox->setSingleStep(0.5);
    m_budgetBox->setLocale(desk.workspace().format().locale());
    m_budgetBox->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_budgetBox->setSuffix(tr(" US dollars", "after a number"));
    m_budgetBox->setValue(double(cost.budget) / 1000);
    addField(tr("Reading may cost a &day"), m_budgetBox, spentText(cost, desk.workspace().format()));
    setAct(tr("Set the budget"));
}

QString BudgetDialog::spentText(const monitoring::ReadingCost &cost, const core::Format &format)
{
    const auto dollars = [&format](qint64 thousandths) {
        return format.locale().toCurrencyString(double(thousandths) / 1000, u"$"_s, 2);
    };
    if (cost.spent >= cost.budget)
        //: %1 and %2 are sums of money.
        return tr("reading has cost %1 of %2 today: it stops until midnight UTC").arg(dollars(cost.spent), dollars(cost.budget));
    //: %1 and %2 are sums of money.
    return tr("reading has cost %1 of %2 today").arg(dollars(cost.spent), dollars(cost.budget));
}

void BudgetDialog::act()
{
    auto &workspace = m_desk.workspace();
    finishWith(workspace.networks().accounts().setDailyBudget(workspace.actor(), m_account,
                                                              qint64(std::llround(m_budgetBox->value() * 1000))));
}

} // namespace vigie::gui
