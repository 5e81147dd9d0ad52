// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/webhooksecretdialog.h"

#include "gui/common/icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

WebhookSecretDialog::WebhookSecretDialog(const monitoring::Source &source, const QByteArray &secret, QWidget *parent)
    : ActDialog(parent)
{
    setWindowTitle(tr("The secret of “%1”").arg(source.name));
    setIntroduction(tr("The program that sends needs this address and this secret, with which it signs what it brings. The secret "
                       "is shown this once: copy it now."));
    auto *address = new QLineEdit(source.url, this);
    auto *field = new QLineEdit(QString::fromLatin1(secret), this);
    for (QLineEdit *const edit : {address, field})
        edit->setReadOnly(true);
    field->setObjectName(u"secretEdit"_s);
    address->setObjectName(u"addressEdit"_s);
    addField(tr("&Address"), address);
    addField(tr("&Secret"), field);
    auto *copy = new QPushButton(tr("Copy the secret"), this);
    setButtonIcon(copy, icon(u"clipboard"_s));
    copy->setAutoDefault(false);
    addWide(copy);
    connect(copy, &QPushButton::clicked, this, [copy, field] {
        QGuiApplication::clipboard()->setText(field->text());
        copy->setText(tr("Copied"));
        setButtonIcon(copy, icon(u"clipboard-check"_s, Token::Positive));
    });
    setAct(tr("I have copied it"));
}

} // namespace vigie::gui
