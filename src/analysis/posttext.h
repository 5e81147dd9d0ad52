// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text.h"

#include <QString>
#include <QStringView>

namespace vigie::analysis
{

/// A post's text together with its folded form (core::folded), made once and read by every judge.
/// Two views: whoever makes one keeps both strings alive.
struct PostText {
    QStringView original;
    QStringView folded;
};

} // namespace vigie::analysis
