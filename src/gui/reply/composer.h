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
class MessagePicker;
class NoticeBar;
class PillLabel;
class QuoteView;
class ReplyActs;
class ReplyEditor;
class ReplySheet;

/**
 * Writes an answer beside the mention it is for, and brings it to where it leaves: in public, in private, or both as one act.
 * Each text has its own session, row and sheet. What is known is in ComposerSession, what may be done in offerFor() and
 * offerForPair(); here is only what is seen.
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

    /// The one text, or the public half of two.
    [[nodiscard]] const ComposerSession &session() const { return *m_session; }
    [[nodiscard]] ReplyEditor &editor() const;
    /// Null while there is but one text.
    [[nodiscard]] const ComposerSession *privateSession() const { return m_privateSession; }

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *buildHeader();
    void buildOptions(QVBoxLayout *layout);
    [[nodiscard]] QWidget *buildFooter();
    void connectAll();
    void connectSession(ComposerSession &session);
    void retranslate();

    // composerpair.cpp: one text becomes two, and two become one.
    enum class Form { Public, Private, Both };
    [[nodiscard]] Form form() const;
    void setForm(Form form);
    void addHalf(reply::Visibility visibility, ComposerSubject subject);
    void leaveHalf(reply::Visibility visibility);
    [[nodiscard]] ReplySheet *addSheet(ComposerSession &session, int place);
    void pairUp();
    [[nodiscard]] QList<ComposerSession *> sessions() const;
    [[nodiscard]] QList<ReplySheet *> sheets() const;

    void showLoaded(ComposerSession &session);
    void showAll();
    void showHeader();
    void showNotices();
    void showReplyNotice();
    void showOptions();
    void showHint();
    void showSaving();
    void showActs();
    void showObstacle(const ReplyOffer &offered);
    void showAssisted();

    // composeracts.cpp
    void openPicker(ReplySheet &sheet);
    void closePicker();
    void insertMessage(const playbook::MessageVariant &variant, const std::vector<playbook::Variable> &variables);
    void doPrimary();
    void perform(ReplyAct act);
    void performSaved(ReplyAct act, const QList<reply::Reply> &on);
    void askForNote();
    void saveAll();
    [[nodiscard]] ReplyOffer offer() const;
    [[nodiscard]] bool mayType(const ComposerSession &session) const;
    /// The text a person is at outside Vigie, if any.
    [[nodiscard]] ComposerSession *sessionByHand() const;

    Desk &m_desk;
    ReplyContext m_context;
    ComposerSession *m_session = nullptr;
    ComposerSession *m_privateSession = nullptr;
    bool m_isPairing = false; ///< asked, or refused: it is not asked again by itself
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
    QPushButton *m_bothButton = nullptr;
    QPushButton *m_frenchButton = nullptr;
    QPushButton *m_englishButton = nullptr;
    QLabel *m_visibilityHint = nullptr;
    QVBoxLayout *m_sheets = nullptr;
    ReplySheet *m_sheet = nullptr;
    ReplySheet *m_privateSheet = nullptr;
    ReplySheet *m_pickedFor = nullptr; ///< where a chosen message goes
    AssistedSend *m_assisted = nullptr;
    PillLabel *m_untestedPill = nullptr;
    ElidedLabel *m_savedLabel = nullptr;
    QLabel *m_obstacleLabel = nullptr;
    QPushButton *m_moreButton = nullptr;
    QMenu *m_moreMenu = nullptr;
    QPushButton *m_primaryButton = nullptr;
};

} // namespace vigie::gui
