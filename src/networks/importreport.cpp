// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/importreport.h"

namespace vigie::networks
{

void ImportReport::reject(qint64 line, QString reason)
{
    ++rejected;
    if (rejects.size() < kMaxListed)
        rejects.push_back({line, std::move(reason)});
}

} // namespace vigie::networks
