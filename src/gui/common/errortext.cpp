// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/errortext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(vigie::gui::ErrorText)
};

ErrorText textOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Internal:
        break;
    case ErrorKind::InvalidArgument:
        return {.happened = Words::tr("Something in what was entered does not make sense."),
                .safe = Words::tr("Nothing was changed."),
                .next = Words::tr("Check the entry and try again.")};
    case ErrorKind::Parse:
        return {.happened = Words::tr("The file or the answer is not in the expected form."),
                .safe = Words::tr("Nothing was changed."),
                .next = Words::tr("Check that it is the right file, or export it again.")};
    case ErrorKind::File:
        return {.happened = Words::tr("The file could not be read or written."),
                .safe = Words::tr("What Vigie holds is not touched."),
                .next = Words::tr("Check that the folder exists, that there is room on the disk and that you may write there.")};
    case ErrorKind::Database:
        return {.happened = Words::tr("The database refused the operation."),
                .safe = Words::tr("Nothing was half done: what was saved before is safe."),
                .next = Words::tr("Check the room on the disk and try again.")};
    case ErrorKind::DatabaseTooNew:
        return {.happened = Words::tr("This database was made by a later version of Vigie."),
                .safe = Words::tr("It was left untouched."),
                .next = Words::tr("Install the latest version of Vigie, then open it again.")};
    case ErrorKind::DatabaseBusy:
        return {.happened = Words::tr("Another Vigie has this database open."),
                .safe = Words::tr("Nothing was changed."),
                .next = Words::tr("Close the other one, or open this database to read only.")};
    case ErrorKind::DatabaseDamaged:
        return {.happened = Words::tr("The database file is damaged or is not a database of Vigie."),
                .safe = Words::tr("It was left as it is."),
                .next = Words::tr("Restore the latest backup, or choose another file.")};
    case ErrorKind::NotFound:
        return {.happened = Words::tr("It is no longer there."), .safe = {}, .next = Words::tr("It may have been removed meanwhile.")};
    case ErrorKind::Conflict:
        return {.happened = Words::tr("It changed meanwhile, or is in a state that does not allow this."),
                .safe = Words::tr("Nothing was changed."),
                .next = Words::tr("Look at it again before you go on.")};
    case ErrorKind::Network:
        return {.happened = Words::tr("The network did not answer."),
                .safe = Words::tr("What you wrote is kept."),
                .next = Words::tr("Check the connection; Vigie tries again by itself.")};
    case ErrorKind::Timeout:
        return {.happened = Words::tr("The answer took too long."),
                .safe = Words::tr("What you wrote is kept."),
                .next = Words::tr("Try again in a moment.")};
    case ErrorKind::RateLimited:
        return {.happened = Words::tr("The network asks to be called less often."),
                .safe = Words::tr("Nothing is lost; what waits goes out later."),
                .next = Words::tr("Vigie tries again by itself.")};
    case ErrorKind::Unauthorized:
        return {.happened = Words::tr("The network refused the account."),
                .safe = Words::tr("What you wrote is kept."),
                .next = Words::tr("Sign in again in Settings.")};
    case ErrorKind::Cancelled:
        return {.happened = Words::tr("It was cancelled."), .safe = Words::tr("Nothing was changed."), .next = {}};
    case ErrorKind::Suspended:
        return {.happened = Words::tr("Publication is suspended, or this is a drill: nothing goes out."),
                .safe = Words::tr("The text is kept."),
                .next = Words::tr("Resume publication first, if that is what you want.")};
    }
    return {.happened = Words::tr("Vigie met a fault of its own."),
            .safe = Words::tr("What was saved before is safe."),
            .next = Words::tr("Try again; if it comes back, send the log to support.")};
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
        text.next = Words::tr("Look at line %1 of the file.").arg(error.place.line);
    }
    return text;
}

} // namespace vigie::gui
