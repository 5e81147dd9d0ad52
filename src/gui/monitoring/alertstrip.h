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

/// One alert: what was seen, what is usual, what rises, what is missing in the judgement; and what can be done about it.
class AlertCard : public QWidget
{
    Q_OBJECT

public:
    explicit AlertCard(QWidget *parent = nullptr);
    /// One that somebody has taken or dismissed says so, and can be put away instead.
    void setAlert(const monitoring::Alert &alert, const core::Format &format);
    /// Without the line of evidence, which "Why?" tells as well.
    void setShort(bool isShort);
    /// Framed: this is the one that was asked for.
    void setPresented(bool isPresented);

signals:
    void crisisRequested(vigie::core::AlertId alert);
    void roomRequested(vigie::core::IncidentId incident);
    void putAway();
    /// Everything it was given for.
    void whyRequested(const vigie::monitoring::Alert &alert);
    void acknowledged(vigie::core::AlertId alert);
    void dismissed(vigie::core::AlertId alert);
    /// Show the time it is about.
    void windowRequested(vigie::core::Instant from, vigie::core::Instant to);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showButtons();
    void showCaveats(const QStringList &caveats);
    /// What it says at this width; in a low window the list gives way, not the words.
    void keepHeight();

    monitoring::Alert m_alert;
    bool m_isPresented = false;
    QBoxLayout *m_row = nullptr;
    QHBoxLayout *m_buttons = nullptr;
    QLabel *m_titleLabel = nullptr;
    QLabel *m_sentenceLabel = nullptr;
    ElidedLabel *m_evidenceLabel = nullptr;
    QWidget *m_caveatRow = nullptr;
    QLabel *m_caveatIcon = nullptr;
    ElidedLabel *m_caveatLabel = nullptr;
    QPushButton *m_whyButton = nullptr;
    QPushButton *m_crisisButton = nullptr;
    QPushButton *m_showButton = nullptr;
    QPushButton *m_acknowledgeButton = nullptr;
    QPushButton *m_dismissButton = nullptr;
};

/// The alerts that nobody has taken, newest first; two at once (one in a low window), the rest behind a button.
class AlertStrip : public QWidget
{
    Q_OBJECT

public:
    explicit AlertStrip(QWidget *parent = nullptr);
    void setAlerts(std::vector<monitoring::Alert> alerts, const core::Format &format);
    [[nodiscard]] const std::vector<monitoring::Alert> &alerts() const { return m_alerts; }
    /// In a low window: one card at once, and that a short one.
    void setShort(bool isShort);
    /// The card on top; null where there is none.
    [[nodiscard]] const monitoring::Alert *first() const;
    /// Shows this one, framed and with the keyboard on it, whether it waits or not.
    void present(const monitoring::Alert &alert);
    [[nodiscard]] core::AlertId presented() const { return m_presented ? m_presented->id : core::AlertId{}; }

signals:
    /// Other cards are shown, or none any more.
    void cardsChanged();
    void crisisRequested(vigie::core::AlertId alert);
    void roomRequested(vigie::core::IncidentId incident);
    void acknowledged(vigie::core::AlertId alert);
    void dismissed(vigie::core::AlertId alert);
    void whyRequested(const vigie::monitoring::Alert &alert);
    void windowRequested(vigie::core::Instant from, vigie::core::Instant to);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showAlerts();
    [[nodiscard]] AlertCard *makeCard();

    std::vector<monitoring::Alert> m_alerts;
    std::optional<monitoring::Alert> m_presented;
    core::Format m_format;
    QVBoxLayout *m_layout = nullptr;
    std::vector<AlertCard *> m_cards;
    QPushButton *m_moreButton = nullptr;
    bool m_showsAll = false;
    bool m_isShort = false;
};

} // namespace vigie::gui
