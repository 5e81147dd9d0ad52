// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/actdialog.h"
#include "monitoring/alerthook.h"

class QComboBox;
class QLineEdit;

namespace vigie::gui
{

class Desk;

/// Where alerts are told beside this window: a channel of a chat, or a program of the desk's own. An address is tried before it is kept.
class AlertHookDialog : public ActDialog
{
    Q_OBJECT

public:
    AlertHookDialog(Desk &desk, const monitoring::AlertHookState &state, QWidget *parent);

protected:
    [[nodiscard]] bool isComplete() const override;
    void act() override;

private:
    [[nodiscard]] QFuture<Result<>> configure(const QString &host) const;

    Desk &m_desk;
    const bool m_isSet;
    const QByteArray m_secret;
    QLineEdit *m_urlEdit;
    QComboBox *m_languageBox;
};

} // namespace vigie::gui
