// SPDX-License-Identifier: GPL-3.0-or-later
// How one text becomes two, in public and in private, and two become one. No text is ever dropped: what leaves the composer
// stays with the drafts.
#include "gui/reply/composer.h"
#include "gui/reply/replysheet.h"
#include "reply/replyservice.h"
#include "store/async.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

using reply::Visibility;

QList<ComposerSession *> Composer::sessions() const
{
    return m_privateSession ? QList{m_session, m_privateSession} : QList{m_session};
}

QList<ReplySheet *> Composer::sheets() const
{
    return m_privateSheet ? QList{m_sheet, m_privateSheet} : QList{m_sheet};
}

Composer::Form Composer::form() const
{
    if (m_privateSession)
        return Form::Both;
    return m_session->reply().visibility == Visibility::Private ? Form::Private : Form::Public;
}

ReplySheet *Composer::addSheet(ComposerSession &session, int place)
{
    auto *sheet = new ReplySheet(session, m_context, this);
    m_sheets->insertWidget(place, sheet, 1);
    connect(sheet, &ReplySheet::typed, this, &Composer::showActs);
    connect(sheet, &ReplySheet::messageWanted, this, [this, sheet] { openPicker(*sheet); });
    return sheet;
}

void Composer::setForm(Form wanted)
{
    if (!m_session->isLoaded() || wanted == form())
        return;
    const Visibility visibility = wanted == Form::Private ? Visibility::Private : Visibility::Public;
    if (wanted == Form::Both) {
        const bool isPrivate = m_session->reply().visibility == Visibility::Private;
        addHalf(isPrivate ? Visibility::Public : Visibility::Private,
                {.mention = m_session->reply().mentionId, .isFree = true});
    } else if (m_privateSession) {
        leaveHalf(wanted == Form::Private ? Visibility::Public : Visibility::Private);
    } else {
        m_session->setVisibility(visibility);
    }
}

void Composer::addHalf(Visibility visibility, ComposerSubject subject)
{
    auto *session = new ComposerSession(m_context, this);
    connectSession(*session);
    const bool isPublic = visibility == Visibility::Public;
    ReplySheet *const sheet = addSheet(*session, isPublic ? 0 : 1);
    m_privateSession = isPublic ? std::exchange(m_session, session) : session;
    m_privateSheet = isPublic ? std::exchange(m_sheet, sheet) : sheet;
    m_sheet->setObjectName(u"publicSheet"_s);
    m_privateSheet->setObjectName(u"privateSheet"_s);
    for (ReplySheet *const each : sheets())
        each->setHalf(true);
    m_isPairing = false;
    subject.visibility = visibility;
    session->open(subject);
}

void Composer::leaveHalf(Visibility visibility)
{
    const core::ReplyId publicId = m_session->reply().id;
    if (publicId.isValid() && m_privateSession->reply().id.isValid())
        store::whenDone(m_context.replies.unpair(m_context.actor(), publicId), this, [this](const Result<> &done) {
            if (!done)
                m_desk.showError(tr("The two texts could not be parted."), done.error());
        });
    const bool isPublic = visibility == Visibility::Public;
    ComposerSession *const session = isPublic ? m_session : m_privateSession;
    ReplySheet *const sheet = isPublic ? m_sheet : m_privateSheet;
    if (isPublic) {
        m_session = m_privateSession;
        m_sheet = m_privateSheet;
    }
    m_privateSession = nullptr;
    m_privateSheet = nullptr;
    m_sheet->setObjectName(QString());
    m_sheet->setHalf(false);
    disconnect(session, nullptr, this, nullptr);
    session->saveNow();
    if (!session->reply().text.trimmed().isEmpty())
        m_desk.showToast(isPublic ? tr("The public text stays with the drafts.") : tr("The private text stays with the drafts."));
    m_sheets->removeWidget(sheet);
    sheet->hide();
    sheet->deleteLater(); // before its session, which it looks at
    session->deleteLater();
    showAll();
}

void Composer::pairUp()
{
    if (!m_privateSession || m_isPairing)
        return;
    const reply::Reply &publicHalf = m_session->reply();
    const reply::Reply &privateHalf = m_privateSession->reply();
    const bool areBothHere = publicHalf.id.isValid() && privateHalf.id.isValid();
    if (!areBothHere || publicHalf.partnerId == privateHalf.id)
        return;
    m_isPairing = true;
    store::whenDone(m_context.replies.pair(m_context.actor(), publicHalf.id, privateHalf.id), this,
                    [this](const Result<> &paired) {
                        if (!paired)
                            m_desk.showError(tr("The two texts could not be made one answer."), paired.error());
                    });
}

} // namespace vigie::gui
