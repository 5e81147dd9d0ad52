// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/readingdialog.h"
#include "gui/shell/page.h"
#include "monitoring/alert.h"
#include "monitoring/mention.h"

class QVBoxLayout;

namespace vigie::gui
{

class CardView;

/**
 * Everything that an alert was given for: its numbers with what stands behind each, what rises, who speaks, three posts that
 * stand for it, how it grew, and what is missing in the judgement. Follows the alert while it grows. Show it with open(): it
 * deletes itself.
 */
class AlertDialog : public ReadingDialog
{
    Q_OBJECT

public:
    AlertDialog(Desk &desk, monitoring::Alert alert, QWidget *parent);

signals:
    /// Show the mentions of that time.
    void windowRequested(vigie::core::Instant from, vigie::core::Instant to);
    void mentionRequested(vigie::core::MentionId mention);
    void crisisRequested(vigie::core::AlertId alert);
    void roomRequested(vigie::core::IncidentId incident);

private:
    void buildButtons();
    void showAlert();
    void addHead(QVBoxLayout *column);
    void addFigures(QVBoxLayout *column);
    void addRising(QVBoxLayout *column);
    void addVoices(QVBoxLayout *column);
    void addExamples(QVBoxLayout *column);
    void addLimits(QVBoxLayout *column);
    void addWatch(QVBoxLayout *column);
    void readExamples();
    void showExamples(const std::vector<monitoring::Mention> &mentions);
    void follow();

    Desk &m_desk;
    monitoring::Alert m_alert;
    core::Format m_format;
    core::Phrasebook m_phrases;
    CardView *m_examples = nullptr; ///< of what is shown now
};

} // namespace vigie::gui
