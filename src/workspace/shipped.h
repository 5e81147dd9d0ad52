// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <utility>

namespace vigie::workspace
{

/// What ships inside the program is right, or the program is broken: a test loads it.
template <typename T>
T shipped(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().toString()));
    return std::move(*result);
}

} // namespace vigie::workspace
