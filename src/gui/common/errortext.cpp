// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/errortext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

QString tr(const char *source)
{
    return QCoreApplication::translate("vigie::gui::ErrorText", source);
}

ErrorText textOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Internal:
        break;
    case ErrorKind::InvalidArgument:
        return {.happened = tr("Something in what was entered does not make sense."),
                .safe = tr("Nothing was changed."),
                .next = tr("Check the entry and try again.")};
    case ErrorKind::Parse:
        return {.happened = tr("The file or the answer is not in the expected form."),
                .safe = tr("Nothing was changed."),
                .next = tr("Check that it is the right file, or export it again.")};
    case ErrorKind::File:
        return {.happened = tr("The file could not be read or written."),
                .safe = tr("What Vigie holds is not touched."),
                .next = tr("Check that the folder exists, that there is room on the disk and that you may write there.")};
    case ErrorKind::Database:
        return {.happened = tr("The database refused the operation."),
                .safe = tr("Nothing was half done: what was saved before is safe."),
                .next = tr("Check the room on the disk and try again.")};
    case ErrorKind::DatabaseTooNew:
        return {.happened = tr("This database was made by a later version of Vigie."),
                .safe = tr("It was left untouched."),
                .next = tr("Install the latest version of Vigie, then open it again.")};
    case ErrorKind::DatabaseBusy:
        return {.happened = tr("Another Vigie has this database open."),
                .safe = tr("Nothing was changed."),
                .next = tr("Close the other one, or open this database to read only.")};
    case ErrorKind::DatabaseDamaged:
        return {.happened = tr("The database file is damaged or is not a database of Vigie."),
                .safe = tr("It was left as it is."),
                .next = tr("Restore the latest backup, or choose another file.")};
    case ErrorKind::NotFound:
        return {.happened = tr("It is no longer there."), .safe = {}, .next = tr("It may have been removed meanwhile.")};
    case ErrorKind::Conflict:
        return {.happened = tr("It changed meanwhile, or is in a state that does not allow this."),
                .safe = tr("Nothing was changed."),
                .next = tr("Look at it again before you go on.")};
    case ErrorKind::Network:
        return {.happened = tr("The network did not answer."),
                .safe = tr("What you wrote is kept."),
                .next = tr("Check the connection; Vigie tries again by itself.")};
    case ErrorKind::Timeout:
        return {.happened = tr("The answer took too long."),
                .safe = tr("What you wrote is kept."),
                .next = tr("Try again in a moment.")};
    case ErrorKind::RateLimited:
        return {.happened = tr("The network asks to be called less often."),
                .safe = tr("Nothing is lost; what waits goes out later."),
                .next = tr("Vigie tries again by itself.")};
    case ErrorKind::Unauthorized:
        return {.happened = tr("The network refused the account."),
                .safe = tr("What you wrote is kept."),
                .next = tr("Sign in again in Settings.")};
    case ErrorKind::Cancelled:
        return {.happened = tr("It was cancelled."), .safe = tr("Nothing was changed."), .next = {}};
    case ErrorKind::Suspended:
        return {.happened = tr("Publication is suspended, or this is a drill: nothing goes out."),
                .safe = tr("The text is kept."),
                .next = tr("Resume publication first, if that is what you want.")};
    }
    return {.happened = tr("Vigie met a fault of its own."),
            .safe = tr("What was saved before is safe."),
            .next = tr("Try again; if it comes back, send the log to support.")};
}

} // namespace

QString ErrorText::toString() const
{
    QStringList parts;
    for (const QString &part : {happened, safe, next}) {
        if (!part.isEmpty())
            parts += part;
    }
    return parts.join(u' ');
}

ErrorText errorText(const Error &error)
{
    ErrorText text = textOf(error.kind);
    if (error.kind == ErrorKind::Parse && error.place.line > 0) {
        //: %1 is a line number of a file
        text.next = tr("Look at line %1 of the file.").arg(error.place.line);
    }
    return text;
}

} // namespace vigie::gui
