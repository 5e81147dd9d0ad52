// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace vigie::gui
{

/// What a person reads when something failed. The only place where such sentences are made.
struct ErrorText {
    QString happened; ///< one sentence; never the English detail of the log
    QString safe;     ///< what is not lost
    QString next;     ///< what to do

    /// The three as one paragraph, leaving out what is empty.
    [[nodiscard]] QString toString() const;
};

[[nodiscard]] ErrorText errorText(const Error &error);

} // namespace vigie::gui
