// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/reply/replycontext.h"
#include "reply/reply.h"
#include "reply/route.h"

#include <QWidget>

#include <array>

class QLabel;
class QLineEdit;
class QPushButton;

namespace vigie::gui
{

/**
 * Sending by hand in three steps: copy the text, open the post, paste the link of the reply. One of its buttons is the
 * primary one at a time. The same strip settles a reply whose outcome nobody knows: then nothing is copied any more.
 */
class AssistedSend : public QWidget
{
    Q_OBJECT

public:
    AssistedSend(UrlOpener openUrl, QWidget *parent);

    /// `payload` as it was frozen; `state` is Sending or Unknown.
    void setPayload(const reply::FrozenPayload &payload, reply::ReplyState state);
    void setBusy(bool isBusy);
    /// What Ctrl+Return does here: the step that is next.
    void triggerPrimary();
    void retranslate();

signals:
    void sent(const QString &url);
    void notSent();
    void unknown();

private:
    void copy();
    void openPost();
    void paste();
    void showState();
    [[nodiscard]] bool isSettling() const { return m_state == reply::ReplyState::Unknown; }
    [[nodiscard]] bool hasUsableLink() const;

    UrlOpener m_openUrl;
    reply::FrozenPayload m_payload;
    reply::ReplyState m_state = reply::ReplyState::Sending;
    bool m_isCopied = false;
    bool m_isOpened = false;
    bool m_isBusy = false;

    QLabel *m_titleLabel = nullptr;
    QLabel *m_introLabel = nullptr;
    std::array<QLabel *, 3> m_numbers = {};
    std::array<QLabel *, 3> m_texts = {};
    QPushButton *m_copyButton = nullptr;
    QPushButton *m_openButton = nullptr;
    QLineEdit *m_linkEdit = nullptr;
    QPushButton *m_sentButton = nullptr;
    QPushButton *m_notSentButton = nullptr;
    QPushButton *m_unknownButton = nullptr;
};

} // namespace vigie::gui
