// SPDX-License-Identifier: GPL-3.0-or-later
#include "postmortem/pdffinish.h"

#include <QCoreApplication>
#include <QLibrary>

using namespace Qt::StringLiterals;

namespace vigie::postmortem::pdf
{

Result<QByteArray> finishPdf(const QByteArray &painted, const Finish &finish)
{
    // qpdf and the ten libraries that it brings would take a sixth of every cold start, and most of them make no PDF.
    QLibrary library(QCoreApplication::applicationDirPath() + u"/../lib/vigie/vigie_qpdf"_s);
    using Function = void (*)(const QByteArray &, const Finish &, Result<QByteArray> &);
    const auto function = reinterpret_cast<Function>(library.resolve("vigieFinishPdf"));
    if (!function)
        return fail(ErrorKind::File, library.errorString());
    Result<QByteArray> answer;
    function(painted, finish, answer);
    return answer;
}

} // namespace vigie::postmortem::pdf
