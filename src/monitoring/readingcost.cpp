// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/readingcost.h"

#include "monitoring/sourcerepository.h"
#include "networks/xcost.h"
#include "store/database.h"
#include "store/settings.h"

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

QString budgetKey(core::AccountId account)
{
    return u"monitoring.daily-budget.%1"_s.arg(account.value);
}

} // namespace

Result<ReadingCost> ReadingCost::of(const store::Connection &connection, core::AccountId account, core::Instant now,
                                    core::SourceId except)
{
    const auto stored = store::Settings::value(connection, budgetKey(account));
    const auto sources = SourceRepository::list(connection);
    if (!stored || !sources)
        return fail(!stored ? stored.error() : sources.error());
    ReadingCost cost{.budget = stored->isEmpty() ? networks::XCost::kDefaultBudget : stored->toLongLong()};
    for (const Source &source : *sources) {
        if (source.accountId == account && source.id != except)
            cost.spent += networks::XCost::ofCursor(source.cursor).spentOn(now);
    }
    return cost;
}

networks::Connector::Purse ReadingCost::purseFor(store::Database &database, const Source &source, core::Instant now)
{
    const auto reader = database.reader();
    const auto cost = reader ? of(**reader, source.accountId, now, source.id) : fail(reader.error());
    if (!cost) {
        qWarning("what reading has cost cannot be known, so nothing is read: %s", qPrintable(cost.error().detail));
        return {};
    }
    return {.budget = cost->budget, .spentByOthers = cost->spent};
}

Result<> ReadingCost::setBudget(store::Transaction &transaction, core::AccountId account, qint64 budget)
{
    if (budget < 0)
        return fail(ErrorKind::InvalidArgument, u"a budget is not below nothing"_s);
    return store::Settings::setValue(transaction, budgetKey(account), QString::number(budget));
}

} // namespace vigie::monitoring
