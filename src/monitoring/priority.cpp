// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/priority.h"

#include <algorithm>
#include <cmath>

namespace vigie::monitoring
{
namespace
{

double weightOf(analysis::Risk risk)
{
    using analysis::Risk;
    switch (risk) {
    case Risk::PhysicalSafety:
    case Risk::SelfHarmOrViolence:
        return 45;
    case Risk::Health:
        return 42;
    case Risk::DataLeak:
        return 38;
    case Risk::LegalThreat:
    case Risk::PressInterest:
        return 35;
    case Risk::Discrimination:
    case Risk::Harassment:
        return 32;
    case Risk::Boycott:
    case Risk::CallToAction:
        return 25;
    case Risk::ExecutiveNamed:
        return 15;
    case Risk::QuestionToUs:
        return 12;
    }
    return 0;
}

double tonePart(const PriorityInput &input)
{
    if (input.tonality != analysis::Tonality::Negative)
        return 0;
    return 35 * std::clamp((input.negativity - 0.5) * 2, 0.0, 1.0);
}

double riskPart(analysis::Risks risks)
{
    double gravest = 0;
    int topics = 0;
    for (const analysis::Risk risk : analysis::allRisks()) {
        if (!risks.testFlag(risk))
            continue;
        gravest = std::max(gravest, weightOf(risk));
        ++topics;
    }
    return topics == 0 ? 0 : std::min(45.0, gravest + 3 * (topics - 1));
}

double reachPart(const PriorityInput &input)
{
    constexpr double kFullReach = 6; // powers of ten
    const double people = double(std::max<qint64>(input.followers, 0)) + 10 * double(std::max<qint64>(input.reactions, 0));
    return 20 * std::min(1.0, std::log10(1 + people) / kFullReach);
}

} // namespace

int priorityOf(const PriorityInput &input)
{
    const double sum = tonePart(input) + riskPart(input.risks) + reachPart(input);
    return std::clamp(int(std::lround(sum)), 0, 100);
}

} // namespace vigie::monitoring
