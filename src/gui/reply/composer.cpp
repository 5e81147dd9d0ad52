// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/composer.h"

#include "gui/common/icons.h"
#include "gui/common/widgets.h"
#include "gui/reply/assistedsend.h"
#include "gui/reply/messagepicker.h"
#include "gui/reply/replyacts.h"
#include "gui/reply/replyeditor.h"
#include "gui/reply/replysheet.h"
#include "gui/reply/replytexts.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

using reply::ReplyState;

Composer::Composer(Desk &desk, ReplyContext context, QWidget *parent)
    : SidePanel(parent)
    , m_desk(desk)
    , m_context(std::move(context))
    , m_session(new ComposerSession(m_context, this))
    , m_acts(new ReplyActs(desk, m_context, this))
{
    build();
    connectSession(*m_session);
    m_sheet = addSheet(*m_session, 0);
    connectAll();
    retranslate();
    m_stack->setEnabled(false); // until it is loaded: a letter typed before would have no reply to go to
}

Composer::~Composer() = default;

ReplyEditor &Composer::editor() const
{
    return m_sheet->editor();
}

void Composer::connectSession(ComposerSession &session)
{
    connect(&session, &ComposerSession::loaded, this, [this, &session] { showLoaded(session); });
    connect(&session, &ComposerSession::loadFailed, this,
            [this](const Error &error) { m_desk.showError(tr("The reply could not be opened."), error); });
    connect(&session, &ComposerSession::changed, this, &Composer::showAll);
    connect(&session, &ComposerSession::reportChanged, this, &Composer::showActs);
    connect(&session, &ComposerSession::savingChanged, this, &Composer::showSaving);
    connect(&session, &ComposerSession::saveFailed, this,
            [this](const Error &error) { m_desk.showError(tr("The draft could not be saved."), error); });
}

void Composer::connectAll()
{
    connect(m_picker, &MessagePicker::chosen, this, &Composer::insertMessage);
    connect(m_picker, &MessagePicker::cancelled, this, &Composer::closePicker);
    connect(m_acts, &ReplyActs::busyChanged, this, &Composer::showActs);
    connect(m_closeButton, &QPushButton::clicked, this, [this] {
        saveAll();
        emit closeRequested();
    });
    const auto id = [this] {
        const ComposerSession *const session = sessionByHand();
        return session ? session->reply().id : core::ReplyId{};
    };
    connect(m_assisted, &AssistedSend::sent, this, [this, id](const QString &url) { m_acts->markSent(id(), url); });
    connect(m_assisted, &AssistedSend::notSent, this, [this, id] { m_acts->markNotSent(id()); });
    connect(m_assisted, &AssistedSend::unknown, this, [this, id] { m_acts->markUnknown(id()); });
}

void Composer::openMention(core::MentionId mention, reply::Visibility visibility)
{
    m_session->open({.mention = mention, .visibility = visibility});
}

void Composer::openReply(core::ReplyId id)
{
    m_session->open({.reply = id});
}

void Composer::showLoaded(ComposerSession &session)
{
    ReplySheet *const sheet = &session == m_session ? m_sheet : m_privateSheet;
    m_stack->setEnabled(true);
    sheet->showText();
    sheet->editor().setFocus(); // never a button: a stray Space must not act
    if (m_privateSession) {
        const ComposerSession &other = &session == m_session ? *m_privateSession : *m_session;
        if (!session.reply().id.isValid() && other.isLoaded())
            session.setLanguage(other.reply().language);
        return;
    }
    const auto &partner = session.data().partner;
    if (!partner || !reply::isEditable(partner->state) || !reply::isEditable(session.reply().state))
        return;
    // Half of an answer in two parts: the other half belongs beside it.
    addHalf(partner->visibility, {.reply = partner->id});
}

bool Composer::mayType(const ComposerSession &session) const
{
    const ReplyState state = session.reply().state;
    return state == ReplyState::Draft || (m_isUnlocked && reply::isEditable(state));
}

void Composer::showAll()
{
    if (!m_session->isLoaded())
        return;
    const auto all = sessions();
    const bool mayBeLocked = std::any_of(all.begin(), all.end(), [](const ComposerSession *session) {
        return session->reply().state != ReplyState::Draft && reply::isEditable(session->reply().state);
    });
    m_isUnlocked = m_isUnlocked && mayBeLocked;
    showHeader();
    showNotices();
    showOptions();
    for (ReplySheet *const sheet : sheets()) {
        sheet->setWritable(mayType(sheet->session()));
        if (sheet->session().isLoaded())
            sheet->showAll();
    }
    showSaving();
    showAssisted();
    showActs();
}

void Composer::saveAll()
{
    for (ComposerSession *const session : sessions())
        session->saveNow();
}

void Composer::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers().testFlag(Qt::ControlModifier) && m_stack->currentIndex() == 0) {
        doPrimary();
    } else if (event->key() == Qt::Key_Escape && m_stack->currentIndex() == 0) {
        saveAll();
        emit closeRequested();
    } else {
        SidePanel::keyPressEvent(event);
    }
}

void Composer::changeEvent(QEvent *event)
{
    SidePanel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        for (ComposerSession *const session : sessions())
            session->checkNow();
        showAll();
    }
}

void Composer::retranslate()
{
    setAccessibleName(tr("Composer"));
    m_closeButton->setAccessibleName(tr("Close"));
    m_closeButton->setToolTip(tr("Close; the draft is kept (Esc)"));
    m_publicButton->setText(ReplyTexts::visibility(reply::Visibility::Public));
    m_privateButton->setText(ReplyTexts::visibility(reply::Visibility::Private));
    //: A public and a private text, sent as one act.
    m_bothButton->setText(tr("Both"));
    m_bothButton->setToolTip(tr("A public acknowledgement and a private message, as one act"));
    setButtonIcon(m_publicButton, icon(u"globe2"_s));
    setButtonIcon(m_privateButton, icon(u"lock"_s));
    m_frenchButton->setAccessibleName(tr("Reply in French"));
    m_frenchButton->setToolTip(m_frenchButton->accessibleName());
    m_englishButton->setAccessibleName(tr("Reply in English"));
    m_englishButton->setToolTip(m_englishButton->accessibleName());
    m_moreButton->setAccessibleName(tr("More"));
    m_moreButton->setToolTip(tr("More"));
    for (ReplySheet *const sheet : sheets())
        sheet->retranslate();
    m_picker->retranslate();
    m_assisted->retranslate();
}

} // namespace vigie::gui
