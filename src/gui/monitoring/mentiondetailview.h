// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "monitoring/mention.h"
#include "store/database.h"

#include <QScrollArea>

#include <optional>

class QAction;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace vigie::gui
{

class AvatarLabel;
class ElidedLabel;
class FlowLayout;
class PillLabel;
class PlainTextView;

/// All of one mention: its text, who wrote it, when, why it was judged so, its copies, labels and notes.
/// Shows at once what the list already holds, and the rest when the worker has read it.
class MentionDetailView : public QScrollArea
{
    Q_OBJECT

public:
    explicit MentionDetailView(store::Database &database, QWidget *parent = nullptr);

    /// The buttons below the text, in their order. Not owned; shown with icon and text of the action.
    void setActions(const QList<QAction *> &actions);
    void setTonalityMenu(QMenu *menu);
    void setFormat(const core::Format &format);
    /// Nothing: an empty detail.
    void setMention(const std::optional<monitoring::Mention> &mention);
    [[nodiscard]] core::MentionId mentionId() const;
    /// Reads it again, when it was changed.
    void reload();
    void focusNote();

signals:
    void noteEntered(vigie::core::MentionId mention, const QString &text);
    void labelRemoved(vigie::core::MentionId mention, const QString &label);
    void mentionRequested(vigie::core::MentionId mention);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QLabel *addSection(QVBoxLayout *column);
    QLabel *addText(QVBoxLayout *column);
    void showMention();
    void showDetail();
    void showTimes();
    void showOthers();
    void showNotes();
    void showLabels();
    void retranslate();
    void readDetail();

    store::Database &m_database;
    core::Format m_format;
    std::optional<monitoring::Mention> m_mention;
    std::optional<monitoring::MentionDetail> m_detail;
    std::vector<monitoring::Mention> m_copies;
    quint64 m_question = 0;

    AvatarLabel *m_avatar = nullptr;
    ElidedLabel *m_nameLabel = nullptr;
    ElidedLabel *m_handleLabel = nullptr;
    PillLabel *m_tonalityPill = nullptr;
    PillLabel *m_riskPill = nullptr;
    QLabel *m_timeLabel = nullptr;
    PillLabel *m_gonePill = nullptr;
    QLabel *m_goneLabel = nullptr;
    PlainTextView *m_textView = nullptr;
    FlowLayout *m_actionsRow = nullptr;
    QVBoxLayout *m_labelsColumn = nullptr;
    QPushButton *m_tonalityButton = nullptr;
    QLabel *m_toneTitle = nullptr;
    QLabel *m_toneLabel = nullptr;
    QLabel *m_riskTitle = nullptr;
    QLabel *m_riskLabel = nullptr;
    QLabel *m_priorityTitle = nullptr;
    QLabel *m_priorityLabel = nullptr;
    QLabel *m_authorTitle = nullptr;
    QLabel *m_authorLabel = nullptr;
    QVBoxLayout *m_authorColumn = nullptr;
    QLabel *m_copiesTitle = nullptr;
    QVBoxLayout *m_copiesColumn = nullptr;
    QLabel *m_notesTitle = nullptr;
    QLabel *m_notesLabel = nullptr;
    QLineEdit *m_noteField = nullptr;
    QLabel *m_evidenceTitle = nullptr;
    PlainTextView *m_evidenceView = nullptr;
};

} // namespace vigie::gui
