// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/watch.h"

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{

QString sensitivityKey(analysis::Sensitivity sensitivity)
{
    switch (sensitivity) {
    case analysis::Sensitivity::Low:
        return u"low"_s;
    case analysis::Sensitivity::Balanced:
        return u"balanced"_s;
    case analysis::Sensitivity::High:
        return u"high"_s;
    }
    return {};
}

std::optional<analysis::Sensitivity> sensitivityFromKey(QStringView key)
{
    using analysis::Sensitivity;
    for (const Sensitivity sensitivity : {Sensitivity::Low, Sensitivity::Balanced, Sensitivity::High}) {
        if (sensitivityKey(sensitivity) == key)
            return sensitivity;
    }
    return std::nullopt;
}

} // namespace vigie::monitoring
