// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDialog>

namespace vigie::app
{

/// Shown in place of the desk when its database cannot be opened: who holds it, or what is wrong with it, and what to do.
class OpenFailure : public QDialog
{
    Q_OBJECT

public:
    enum Choice { Quit = 0, OpenReadOnly = 2, TryAgain = 3, OpenOther = 4 };

    OpenFailure(const QString &path, const Error &error);
    /// After OpenOther: the file that was chosen.
    [[nodiscard]] const QString &otherPath() const { return m_otherPath; }

private:
    void chooseOther();

    QString m_otherPath;
};

} // namespace vigie::app
