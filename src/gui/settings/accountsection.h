// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/settings/settingssection.h"
#include "monitoring/account.h"
#include "monitoring/readingcost.h"

#include <QHash>

namespace vigie::gui
{

/// The desk's own accounts on the networks: signed in, or used by hand.
class AccountSection : public ListSection
{
    Q_OBJECT

public:
    AccountSection(Desk &desk, QWidget *parent);

    [[nodiscard]] QString title() const override { return tr("Accounts"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("person-badge"); }
    [[nodiscard]] QAction *primaryAction() const override { return m_signInAction; }
    [[nodiscard]] QString headline() const override;
    [[nodiscard]] bool isAbout(const store::Change &change) const override;
    void load() override;
    void retranslate() override;

private:
    void showRows();
    void setBudget(qint64 id);
    void signIn(const monitoring::Account &account);
    void remove(qint64 id);
    void showMenu(const CardRow &row, const QPoint &position);
    [[nodiscard]] CardRow row(const monitoring::Account &account) const;

    std::vector<monitoring::Account> m_accounts;
    QHash<qint64, monitoring::ReadingCost> m_costs; ///< of those whose reading costs money, by account
    QAction *m_signInAction;
};

} // namespace vigie::gui
