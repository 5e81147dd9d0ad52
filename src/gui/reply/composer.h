// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/reply/composersession.h"
#include "gui/reply/replyoffer.h"
#include "gui/shell/page.h"

class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace vigie::gui
{

class AssistedSend;
class ElidedLabel;
class FindingList;
class MessagePicker;
class NoticeBar;
class PillFlow;
class PillLabel;
class QuoteView;
class ReplyActs;
class ReplyEditor;
class VariableForm;

/**
 * Writes one reply beside the mention it answers, and brings it to where it leaves. What it knows is in ComposerSession,
 * what it may do in offerFor(); here is only what is seen.
 */
class Composer : public SidePanel
{
    Q_OBJECT

public:
    /// On the desk's workspace, for this mention.
    Composer(Desk &desk, core::MentionId mention, ReplyVisibility visibility, QWidget *parent = nullptr);
    Composer(Desk &desk, ReplyContext context, QWidget *parent = nullptr);
    ~Composer() override;

    /// Continues what was begun for this mention with this visibility, or begins.
    void openMention(core::MentionId mention, reply::Visibility visibility);
    void openReply(core::ReplyId id);

    [[nodiscard]] const ComposerSession &session() const { return *m_session; }
    [[nodiscard]] ReplyEditor &editor() const { return *m_editor; }

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *buildHeader();
    void buildOptions(QVBoxLayout *layout);
    void buildEditor(QVBoxLayout *layout);
    [[nodiscard]] QWidget *buildFooter();
    void connectSession();
    void retranslate();

    void showLoaded();
    void showAll();
    void showHeader();
    void showNotices();
    void showOptions();
    void showReport();
    void showSaving();
    void showActs();
    void showAssisted();

    void openPicker();
    void closePicker();
    void insertMessage(const playbook::MessageVariant &variant, const std::vector<playbook::Variable> &variables);
    void doPrimary();
    void perform(ReplyAct act);
    void askForNote();
    [[nodiscard]] ReplyOffer offer() const;
    [[nodiscard]] bool mayType() const;
    [[nodiscard]] QString counterText() const;

    Desk &m_desk;
    ReplyContext m_context;
    ComposerSession *m_session = nullptr;
    ReplyActs *m_acts = nullptr;
    bool m_isUnlocked = false; ///< a waiting or approved text was opened for editing on purpose

    QStackedWidget *m_stack = nullptr;
    MessagePicker *m_picker = nullptr;
    QLabel *m_networkIcon = nullptr;
    ElidedLabel *m_titleLabel = nullptr;
    ElidedLabel *m_whereLabel = nullptr;
    PillLabel *m_statePill = nullptr;
    QPushButton *m_closeButton = nullptr;
    NoticeBar *m_worldNotice = nullptr; ///< suspended, or an exercise
    NoticeBar *m_replyNotice = nullptr; ///< about this reply
    QuoteView *m_quote = nullptr;
    QPushButton *m_publicButton = nullptr;
    QPushButton *m_privateButton = nullptr;
    QPushButton *m_frenchButton = nullptr;
    QPushButton *m_englishButton = nullptr;
    QLabel *m_visibilityHint = nullptr;
    QPushButton *m_insertButton = nullptr;
    VariableForm *m_variables = nullptr;
    ReplyEditor *m_editor = nullptr;
    QLabel *m_counterLabel = nullptr;
    PillFlow *m_parts = nullptr;
    FindingList *m_findings = nullptr;
    AssistedSend *m_assisted = nullptr;
    QLabel *m_savedLabel = nullptr;
    QLabel *m_obstacleLabel = nullptr;
    QPushButton *m_moreButton = nullptr;
    QMenu *m_moreMenu = nullptr;
    QPushButton *m_primaryButton = nullptr;
};

} // namespace vigie::gui
