// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace vigie::cli
{

/// Takes the next line, with what ends it. False where no byte comes any more; QIODevice::atEnd() would be true from the
/// start for a pipe that was opened by its name.
[[nodiscard]] inline bool takeLine(QIODevice &input, QByteArray &line)
{
    line = input.readLine();
    return !line.isEmpty();
}

} // namespace vigie::cli
