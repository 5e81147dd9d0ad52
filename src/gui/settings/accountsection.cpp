// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/accountsection.h"

#include "gui/common/icons.h"
#include "gui/common/networktexts.h"
#include "gui/settings/budgetdialog.h"
#include "gui/settings/signindialog.h"
#include "monitoring/accountrepository.h"
#include "monitoring/accountservice.h"
#include "networks/capabilities.h"
#include "networks/failuretexts.h"
#include "store/async.h"
#include "workspace/networkroom.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

AccountSection::AccountSection(Desk &desk, QWidget *parent)
    : ListSection(desk, parent), m_signInAction(makeAction(u"plus-lg"_s, [this] { signIn({}); }))
{
    connect(view(), &CardView::opened, this, [this](const CardRow &opened) {
        if (const monitoring::Account *known = byId(m_accounts, opened.id))
            signIn(*known);
    });
    connect(view(), &CardView::menuRequested, this, &AccountSection::showMenu);
}

bool AccountSection::isAbout(const store::Change &change) const
{
    // What was read of an account has changed what it cost.
    return change.entity == store::Entity::Account || change.entity == store::Entity::Source
           || change.entity == store::Entity::Setting;
}

void AccountSection::load()
{
    struct Known {
        std::vector<monitoring::Account> accounts = {};
        QHash<qint64, monitoring::ReadingCost> costs = {};
    };
    const auto read = [now = workspace().clock().now()](const store::Connection &connection) -> Result<Known> {
        auto accounts = monitoring::AccountRepository::list(connection);
        if (!accounts)
            return fail(accounts.error());
        Known known{.accounts = std::move(*accounts)};
        for (const monitoring::Account &account : known.accounts) {
            if (!networks::capabilitiesOf(account.network).readingCosts)
                continue;
            const auto cost = monitoring::ReadingCost::of(connection, account.id, now);
            if (!cost)
                return fail(cost.error());
            known.costs.insert(account.id.value, *cost);
        }
        return known;
    };
    store::readAsync(workspace().database(), this, read, [this](Result<Known> known) {
        if (!known)
            return desk().showError(tr("Could not read the accounts."), known.error());
        m_accounts = std::move(known->accounts);
        m_costs = std::move(known->costs);
        showRows();
        emit headerChanged();
        emit loaded();
    });
}

CardRow AccountSection::row(const monitoring::Account &account) const
{
    CardRow card{.key = QString::number(account.id.value), .id = account.id.value, .text = account.handle, .isStrong = true};
    card.iconName = networkIconName(account.network);
    switch (account.state) {
    case monitoring::AccountState::SignedIn:
        card.trailing = tr("Signed in", "state of an account");
        card.trailingToken = Token::Positive;
        break;
    case monitoring::AccountState::SignedOut:
        card.trailing = tr("Sign in again", "state of an account");
        card.trailingToken = Token::Negative;
        break;
    case monitoring::AccountState::Manual:
        card.trailing = tr("By hand", "state of an account: without a key");
        card.isQuiet = true;
        break;
    }
    QStringList meta{networks::networkName(account.network)};
    if (!account.baseUrl.isEmpty())
        meta += account.baseUrl;
    if (networks::capabilitiesOf(account.network).isUntestedLive && account.state != monitoring::AccountState::Manual) {
        meta += NetworkTexts::untested();
        card.metaIconName = u"info-circle"_s;
        card.toolTip = NetworkTexts::untestedExplanation(networks::networkName(account.network));
    }
    if (!account.stateReason.isEmpty() && account.state == monitoring::AccountState::SignedOut)
        meta += networks::failureText(account.stateReason, core::Phrasebook(workspace().format().language()));
    if (account.state == monitoring::AccountState::Manual)
        meta += tr("replies are copied and sent on the network's own page");
    if (const auto cost = m_costs.constFind(account.id.value);
        cost != m_costs.constEnd() && account.state != monitoring::AccountState::Manual) {
        meta += BudgetDialog::spentText(*cost, workspace().format());
        if (cost->spent >= cost->budget) {
            card.metaIconName = u"hourglass-split"_s;
            card.metaToken = Token::Warning;
        }
    }
    card.meta = meta.join(u" · "_s);
    card.metaLines = 2;
    return card;
}

void AccountSection::showRows()
{
    std::vector<CardRow> rows;
    for (const monitoring::Account &account : m_accounts)
        rows.push_back(row(account));
    setRows(std::move(rows));
}

QString AccountSection::headline() const
{
    const auto count = [this](monitoring::AccountState state) {
        return int(std::count_if(m_accounts.begin(), m_accounts.end(), [state](const auto &one) { return one.state == state; }));
    };
    QString text = tr("%n account(s)", nullptr, int(m_accounts.size()));
    if (const int lost = count(monitoring::AccountState::SignedOut); lost > 0)
        text += u" · "_s + tr("%n must sign in again", nullptr, lost);
    return text;
}

void AccountSection::signIn(const monitoring::Account &account)
{
    if (workspace().isReadOnly())
        return;
    auto *dialog = new SignInDialog(desk(), account, this);
    dialog->open();
}

void AccountSection::setBudget(qint64 id)
{
    const monitoring::Account *known = byId(m_accounts, id);
    if (!known)
        return;
    auto *dialog = new BudgetDialog(desk(), *known, m_costs.value(id), this);
    dialog->open();
}

void AccountSection::remove(qint64 id)
{
    const monitoring::Account *known = byId(m_accounts, id);
    if (!known)
        return;
    askToRemove({.title = tr("Remove the account"),
                 .question = tr("Remove “%1”? Its key is forgotten and the sources that read with it end. The mentions that came from it, and the "
                                "replies that were sent with it, stay.")
                                 .arg(known->handle),
                 .done = tr("The account was removed. Its mentions and replies stay."),
                 .attempt = tr("Could not remove the account."),
                 .remove = [this, id] {
                     return workspace().networks().accounts().remove(workspace().actor(), core::AccountId{id});
                 }});
}

void AccountSection::showMenu(const CardRow &card, const QPoint &position)
{
    const monitoring::Account *known = byId(m_accounts, card.id);
    if (!known || workspace().isReadOnly())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(u"key"_s), tr("Sign in…"), this, [this, one = *known] { signIn(one); });
    if (m_costs.contains(card.id) && known->state != monitoring::AccountState::Manual)
        menu->addAction(icon(u"speedometer2"_s), tr("Daily budget…"), this, [this, id = card.id] { setBudget(id); });
    menu->addSeparator();
    menu->addAction(icon(u"trash"_s), tr("Remove…"), this, [this, id = card.id] { remove(id); });
    menu->popup(position);
}

void AccountSection::retranslate()
{
    m_signInAction->setText(tr("Add an account…"));
    setIntroduction(tr("With a signed-in account Vigie reads its mentions and sends replies by itself. Its key stays on this computer, in "
                       "the keychain. Enter signs in again; the menu key removes."));
    setEmptyTexts(u"person-badge"_s, tr("No account yet"),
                  tr("Sign in with your brand's own account: its mentions arrive here, and replies are sent from here. Without one, feeds "
                     "and imports are read, and replies are copied to the network's own page."),
                  m_signInAction);
    view()->setAccessibleName(tr("Accounts"));
    showRows();
}

} // namespace vigie::gui
