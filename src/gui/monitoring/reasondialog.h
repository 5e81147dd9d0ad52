// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>

namespace vigie::gui
{

namespace Ui
{
class ReasonDialog;
}

/// Asks why nothing will be said. OK stays disabled until there is a reason.
class ReasonDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ReasonDialog(QWidget *parent = nullptr);
    ~ReasonDialog() override;
    [[nodiscard]] QString reason() const;

private:
    std::unique_ptr<Ui::ReasonDialog> m_ui;
};

} // namespace vigie::gui
