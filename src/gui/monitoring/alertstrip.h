// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "monitoring/alert.h"

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace vigie::gui
{

class ElidedLabel;

/// One alert: what was seen, what is usual, what rises; and what can be done about it.
class AlertCard : public QWidget
{
    Q_OBJECT

public:
    explicit AlertCard(QWidget *parent = nullptr);
    void setAlert(const monitoring::Alert &alert, const core::Format &format);

signals:
    void crisisRequested(vigie::core::AlertId alert);
    void acknowledged(vigie::core::AlertId alert);
    void dismissed(vigie::core::AlertId alert);
    /// Show the time it is about.
    void windowRequested(vigie::core::Instant from, vigie::core::Instant to);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    monitoring::Alert m_alert;
    QBoxLayout *m_row = nullptr;
    QHBoxLayout *m_buttons = nullptr;
    QLabel *m_titleLabel = nullptr;
    QLabel *m_sentenceLabel = nullptr;
    ElidedLabel *m_termsLabel = nullptr;
    QPushButton *m_crisisButton = nullptr;
    QPushButton *m_showButton = nullptr;
    QPushButton *m_acknowledgeButton = nullptr;
    QPushButton *m_dismissButton = nullptr;
};

/// The alerts that nobody has taken, newest first; two at once, the rest behind a button.
class AlertStrip : public QWidget
{
    Q_OBJECT

public:
    explicit AlertStrip(QWidget *parent = nullptr);
    void setAlerts(std::vector<monitoring::Alert> alerts, const core::Format &format);
    [[nodiscard]] const std::vector<monitoring::Alert> &alerts() const { return m_alerts; }

signals:
    void crisisRequested(vigie::core::AlertId alert);
    void acknowledged(vigie::core::AlertId alert);
    void dismissed(vigie::core::AlertId alert);
    void windowRequested(vigie::core::Instant from, vigie::core::Instant to);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showAlerts();

    std::vector<monitoring::Alert> m_alerts;
    core::Format m_format;
    QVBoxLayout *m_layout = nullptr;
    std::vector<AlertCard *> m_cards;
    QPushButton *m_moreButton = nullptr;
    bool m_showsAll = false;
};

} // namespace vigie::gui
