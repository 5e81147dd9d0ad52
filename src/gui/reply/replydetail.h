// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/reply/composerdata.h"
#include "gui/reply/replycontext.h"
#include "gui/reply/replyoffer.h"
#include "gui/shell/page.h"
#include "reply/promise.h"
#include "reply/replycheck.h"

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace vigie::gui
{

class AssistedSend;
class CardView;
class ElidedLabel;
class FindingList;
class NoticeBar;
class PillFlow;
class QuoteView;
class ReplyActs;
struct CardRow;

/// What the Replies page shows of one reply.
struct ReplyDetailData {
    ComposerData all = {}; ///< `reply` is set
    reply::ReplyReport report = {};
    std::vector<reply::Promise> promises = {}; ///< of this reply
    std::optional<reply::ReplyFinding> sameText = {}; ///< where it is to leave and went to many already
    bool otherHasErrors = false; ///< the other half of a pair
};
/// `sentences` is the language of what was found.
[[nodiscard]] Result<ReplyDetailData> readReplyDetail(const store::Connection &connection, core::ReplyId id,
                                                      core::Instant now, core::Language sentences);

/// One reply to read, approve, send by hand or settle. Its text is changed in the composer.
class ReplyDetail : public QWidget
{
    Q_OBJECT

public:
    ReplyDetail(Desk &desk, ReplyContext context, ReplyActs &acts, QWidget *parent);

    void setData(ReplyDetailData detail);
    [[nodiscard]] core::ReplyId replyId() const;
    [[nodiscard]] ReplyOffer offer() const;
    void doPrimary();
    void perform(ReplyAct act);
    void addPromise();
    void retranslate();

signals:
    void editRequested();
    void replyRequested(vigie::core::ReplyId id);

private:
    void build();
    void buildBody(QVBoxLayout *body);
    [[nodiscard]] QWidget *buildFooter();
    void showAll();
    void showHead();
    void showText();
    void showPair();
    void send();
    [[nodiscard]] reply::ReplyReport judged(const reply::Reply &reply) const;
    [[nodiscard]] std::pair<const reply::Reply *, const reply::Reply *> halves() const; ///< public, private
    void showHistory();
    void showPromises();
    void showActs();
    void settlePromise(const CardRow &row);
    void choosePromiseState(const CardRow &row, const QPoint &position);
    void setPromiseState(core::PromiseId id, reply::PromiseState state);
    [[nodiscard]] const reply::Reply &reply() const { return *m_data.all.reply; }

    Desk &m_desk;
    ReplyContext m_context;
    ReplyActs &m_acts;
    ReplyDetailData m_data;

    QLabel *m_networkIcon = nullptr;
    ElidedLabel *m_titleLabel = nullptr;
    ElidedLabel *m_whereLabel = nullptr;
    PillFlow *m_pills = nullptr;
    NoticeBar *m_notice = nullptr;
    QLabel *m_otherLabel = nullptr; ///< the other half of a pair, and where it stands
    QPushButton *m_otherButton = nullptr;
    QuoteView *m_quote = nullptr;
    QLabel *m_textLabel = nullptr;
    QLabel *m_countLabel = nullptr;
    PillFlow *m_parts = nullptr;
    FindingList *m_findings = nullptr;
    AssistedSend *m_assisted = nullptr;
    QPushButton *m_linkButton = nullptr;
    QPushButton *m_mentionButton = nullptr;
    QLabel *m_historyTitle = nullptr;
    QLabel *m_historyLabel = nullptr;
    QLabel *m_promisesTitle = nullptr;
    QPushButton *m_promiseButton = nullptr;
    CardView *m_promises = nullptr;
    QWidget *m_footer = nullptr;
    QLabel *m_obstacleLabel = nullptr;
    QHBoxLayout *m_actsLayout = nullptr;
    QPushButton *m_primaryButton = nullptr;
};

} // namespace vigie::gui
