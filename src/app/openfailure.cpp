// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/openfailure.h"

#include "gui/common/errortext.h"
#include "gui/common/icons.h"
#include "gui/shell/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace vigie::gui;

namespace vigie::app
{

OpenFailure::OpenFailure(const QString &path, const Error &error)
{
    constexpr int kIconSide = 32;
    setWindowTitle(u"Vigie"_s);
    const ErrorText text = errorText(error);
    auto *image = new QLabel(this);
    image->setPixmap(icon(u"exclamation-triangle"_s, Token::Warning).pixmap(QSize(kIconSide, kIconSide), devicePixelRatioF()));
    auto *title = new QLabel(text.happened, this);
    setTextRole(title, TextRole::Large);
    auto *safe = new QLabel(text.safe + u' ' + text.next, this);
    auto *file = new QLabel(QDir::toNativeSeparators(path), this);
    // The detail says who holds the file, or which version made it; it is meant for support and stays in English.
    auto *detail = new QLabel(error.detail, this);
    for (QLabel *label : {title, safe, file, detail}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    setTextRole(file, TextRole::SmallMuted);
    setTextRole(detail, TextRole::SmallMuted);

    auto *buttons = new QHBoxLayout;
    const auto addButton = [this, buttons](const QString &name, Choice choice) {
        auto *button = new QPushButton(name, this);
        connect(button, &QPushButton::clicked, this, [this, choice] { choice == OpenOther ? chooseOther() : done(choice); });
        buttons->addWidget(button);
        return button;
    };
    buttons->addStretch(1);
    addButton(tr("Quit"), Quit);
    addButton(tr("Open another file…"), OpenOther);
    QPushButton *primary = nullptr;
    if (error.kind == ErrorKind::DatabaseBusy) {
        addButton(tr("Try again"), TryAgain);
        primary = addButton(tr("Open to read only"), OpenReadOnly);
    } else {
        primary = addButton(tr("Try again"), TryAgain);
    }
    setButtonKind(primary, ButtonKind::Primary);
    primary->setDefault(true);
    primary->setFocus();
    file->setVisible(!error.detail.startsWith(path)); // the detail says it already

    auto *words = new QVBoxLayout;
    words->setSpacing(space::kSmall);
    for (QLabel *label : {title, safe, file, detail})
        words->addWidget(label);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::kLarge);
    head->addWidget(image, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kHuge, space::kHuge, space::kHuge, space::kLarge);
    column->setSpacing(space::kHuge);
    column->addLayout(head);
    column->addLayout(buttons);
    resize(560, sizeHint().height());
}

void OpenFailure::chooseOther()
{
    auto *chooser = new QFileDialog(this, tr("Open a database"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setNameFilter(tr("Databases of Vigie (*.db);;All files (*)"));
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_otherPath = path;
        done(OpenOther);
    });
    chooser->open();
}

} // namespace vigie::app
