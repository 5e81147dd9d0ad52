// SPDX-License-Identifier: GPL-3.0-or-later
#include "postmortem/wholefile.h"

#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace vigie::postmortem
{

Result<> writeWholeFile(const QString &path, const QByteArray &bytes)
{
    const QFileInfo target(path);
    if (target.exists() && !target.isFile())
        return fail(ErrorKind::File, u"%1 is not a file that can be replaced"_s.arg(path));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorKind::File, u"%1 cannot be written: %2"_s.arg(path, file.errorString()));
    if (file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorKind::File, u"%1 was not written: %2"_s.arg(path, file.errorString()));
    return {};
}

} // namespace vigie::postmortem
