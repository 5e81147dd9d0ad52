// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/filedialogs.h"

#include <QFileDialog>

namespace vigie::gui
{

FileAsker desktopFileAsker()
{
    return [](QWidget *parent, const FileRequest &request, const std::function<void(const QString &)> &done) {
        auto *dialog = new QFileDialog(parent, request.title, QString(), request.filter);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(request.isForSaving ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
        dialog->setFileMode(request.isForSaving ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
        if (!request.suggestion.isEmpty())
            dialog->selectFile(request.suggestion);
        QObject::connect(dialog, &QFileDialog::fileSelected, parent, done);
        dialog->open();
    };
}

} // namespace vigie::gui
