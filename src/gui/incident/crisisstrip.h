// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "gui/incident/room.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace vigie::gui
{

class ElidedLabel;
class PillLabel;

/// The head of the crisis room: which crisis, how bad, since when, until when the next word is due, and who leads.
class CrisisStrip : public QWidget
{
    Q_OBJECT

public:
    explicit CrisisStrip(QWidget *parent = nullptr);

    void setRoom(const Room &room, const core::Format &format, core::Instant now);
    /// The clocks alone; called every second.
    void tick(core::Instant now);
    /// What the "more" button shows. Not owned.
    void setMenuActions(const QList<QAction *> &actions);
    void retranslate();

signals:
    void crisisChosen(vigie::core::IncidentId id);

private:
    struct Figure {
        QLabel *caption = nullptr;
        QLabel *value = nullptr;
    };
    [[nodiscard]] Figure makeFigure(QHBoxLayout *layout);
    void showChoice(const Room &room);
    void showState();

    std::optional<incident::Incident> m_incident;
    QString m_lead;
    core::Format m_format;
    core::Instant m_now = {};
    ElidedLabel *m_titleLabel;
    QPushButton *m_chooseButton;
    QMenu *m_chooseMenu;
    PillLabel *m_severityPill;
    PillLabel *m_statePill;
    QLabel *m_sinceLabel;
    Figure m_clock;
    Figure m_next;
    Figure m_leader;
    QPushButton *m_moreButton;
    QMenu *m_moreMenu;
    bool m_isShownOverdue = false;
};

} // namespace vigie::gui
