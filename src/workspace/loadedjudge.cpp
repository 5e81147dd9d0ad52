// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/loadedjudge.h"

#include "workspace/shipped.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace vigie::workspace
{

namespace
{

/// The shipped rules and those in "risk.tsv" beside the database, which a team writes. A mistake in it is told with its line;
/// the desk goes on with the shipped rules, because a crisis does not wait for a tab.
std::unique_ptr<analysis::RiskRules> riskRulesBeside(const QString &database)
{
    auto rules = analysis::RiskRules::shippedWith(QFileInfo(database).dir().filePath(u"risk.tsv"_s));
    if (!rules) {
        qWarning("%s", qPrintable(rules.error().toString()));
        rules = analysis::RiskRules::shipped();
    }
    return std::make_unique<analysis::RiskRules>(shipped(std::move(rules)));
}

} // namespace

LoadedJudge LoadedJudge::beside(const QString &database)
{
    return {shipped(analysis::TrainedTonality::shipped()), riskRulesBeside(database)};
}

} // namespace vigie::workspace
