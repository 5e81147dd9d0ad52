// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result.h"

using namespace Qt::StringLiterals;

namespace vigie
{

QString Error::toString() const
{
    QString text = place.file;
    if (place.line > 0) {
        text += text.isEmpty() ? u"line "_s : u":"_s;
        text += QString::number(place.line);
        if (place.column > 0)
            text += u":"_s + QString::number(place.column);
    }
    if (!text.isEmpty())
        text += u": "_s;
    return text + detail;
}

} // namespace vigie
