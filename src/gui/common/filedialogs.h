// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace vigie::gui
{

/// A file that a page needs from the person.
struct FileRequest {
    QString title = {};
    QString filter = {};     ///< as QFileDialog takes it
    QString suggestion = {}; ///< the name to begin with, when saving
    bool isForSaving = false;
};

/// Asks, and calls `done` with the path chosen; never when the person cancels. Pages take one, so that tests answer themselves.
using FileAsker = std::function<void(QWidget *parent, const FileRequest &request, const std::function<void(const QString &)> &done)>;

/// The desktop's own dialog, shown without waiting for it.
[[nodiscard]] FileAsker desktopFileAsker();

} // namespace vigie::gui
