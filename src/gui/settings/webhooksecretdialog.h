// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/actdialog.h"
#include "monitoring/source.h"

namespace vigie::gui
{

/// The secret of a new webhook, this once: whoever sends signs with it, and Vigie does not show it again.
class WebhookSecretDialog : public ActDialog
{
    Q_OBJECT

public:
    WebhookSecretDialog(const monitoring::Source &source, const QByteArray &secret, QWidget *parent);

protected:
    void act() override { accept(); }
};

} // namespace vigie::gui
