// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/composersession.h"

#include "networks/privatelength.h"
#include "reply/sametext.h"
#include "store/async.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

Q_LOGGING_CATEGORY(lcComposer, "vigie.gui.composer")

using namespace std::chrono_literals;
constexpr auto kCheckPause = 300ms;
constexpr auto kSavePause = 800ms;
constexpr auto kRetryPause = 5s;

core::Language languageFor(const ComposerData &data, core::Language fallback)
{
    if (data.mention) {
        if (const auto language = core::languageFromTag(data.mention->language))
            return *language;
    }
    return data.incident ? data.incident->language : fallback;
}

} // namespace

ComposerSession::ComposerSession(ReplyContext context, QObject *parent) : QObject(parent), m_context(std::move(context))
{
    for (QTimer *timer : {&m_checkTimer, &m_saveTimer})
        timer->setSingleShot(true);
    m_checkTimer.setInterval(kCheckPause);
    connect(&m_checkTimer, &QTimer::timeout, this, &ComposerSession::checkNow);
    connect(&m_saveTimer, &QTimer::timeout, this, &ComposerSession::saveNow);
    connect(&m_context.database, &store::Database::changed, this, &ComposerSession::reactTo);
}

ComposerSession::~ComposerSession()
{
    if (m_written == m_edit || !m_isLoaded)
        return;
    const auto edit = reply::ReplyEdit::of(m_reply);
    if (m_reply.id.isValid()) {
        // Queued with the writer, which finishes its queue before the database closes.
        auto saved = m_context.replies.saveDraft(m_context.actor(), m_reply.id, edit);
        Q_UNUSED(saved)
    } else if (m_isWriting) {
        // Two letters typed and closed at once: the row is being made, or is made and nobody here knows yet. Its text follows.
        m_creation.then([&replies = m_context.replies, actor = m_context.actor(), edit](const Result<core::ReplyId> &id) {
            if (id)
                auto saved = replies.saveDraft(actor, *id, edit);
        });
    } else if (!m_reply.text.isEmpty()) {
        auto created = m_context.replies.createDraft(m_context.actor(), newReply());
        Q_UNUSED(created)
    }
}

void ComposerSession::open(const ComposerSubject &subject)
{
    m_subject = subject;
    reread();
}

void ComposerSession::reread()
{
    ComposerSubject subject = m_subject;
    if (m_reply.id.isValid())
        subject.reply = m_reply.id;
    store::readAsync(
        m_context.database, this,
        [subject, now = m_context.database.clock().now()](const store::Connection &connection) {
            return readComposerData(connection, subject, now);
        },
        [this, token = ++m_readToken](Result<ComposerData> data) {
            if (token != m_readToken)
                return;
            if (data)
                show(std::move(*data));
            else
                emit loadFailed(data.error());
        });
}

void ComposerSession::show(ComposerData data)
{
    if (m_isLoaded && !m_reply.id.isValid())
        data.reply.reset(); // our own row is on its way; what somebody else drafted meanwhile is theirs
    if (m_isLoaded && !data.incident)
        data.incident = m_data.incident;
    if (m_isLoaded && data.variables.empty())
        data.variables = m_data.variables;
    m_data = std::move(data);
    const bool isFirst = !m_isLoaded;
    if (isFirst) {
        m_isLoaded = true;
        if (!m_data.reply) {
            m_reply.visibility = m_subject.visibility;
            m_reply.language = languageFor(m_data, m_context.language());
            m_reply.drillRunId = m_context.scope();
            if (m_data.mention) {
                const monitoring::Mention &mention = *m_data.mention;
                m_reply.mentionId = mention.id;
                m_reply.drillRunId = mention.scope;
                m_reply.network = mention.network;
                m_reply.recipient = mention.author.handle.isEmpty() ? mention.author.name : mention.author.handle;
            }
            if (m_data.incident)
                m_reply.incidentId = m_data.incident->id;
            if (!capabilities().canPrivate)
                m_reply.visibility = reply::Visibility::Public;
        }
    }
    if (m_data.reply)
        adopt(*m_data.reply);
    if (isFirst) {
        m_savedAt = m_reply.updatedAt;
        m_saving = m_reply.id.isValid() ? Saving::Saved : Saving::Nothing;
        emit loaded();
    }
    checkNow();
    emit changed();
}

void ComposerSession::adopt(const reply::Reply &row)
{
    const bool isOurs = m_edit != m_written; // what is being typed here stands before the database
    const reply::Reply before = std::exchange(m_reply, row);
    if (isOurs && before.id.isValid()) {
        m_reply.text = before.text;
        m_reply.visibility = before.visibility;
        m_reply.language = before.language;
        m_reply.messageVariantId = before.messageVariantId;
    } else if (before.id.isValid() && before.text != row.text) {
        emit textReplaced();
    }
}

void ComposerSession::reactTo(const store::Changes &changes)
{
    const bool hasReplies = std::any_of(changes.begin(), changes.end(), [](const store::Change &change) {
        return change.entity == store::Entity::Reply;
    });
    const bool concerns = std::any_of(changes.begin(), changes.end(), [this](const store::Change &change) {
        switch (change.entity) {
        case store::Entity::Reply:
            return m_reply.id.isValid() && (change.id == m_reply.id.value || change.id == 0);
        case store::Entity::Setting:
            return true;
        case store::Entity::Incident:
            return m_reply.incidentId.isValid() && change.id == m_reply.incidentId.value;
        default:
            return false;
        }
    });
    if (concerns && m_isLoaded)
        reread();
    else if (m_isLoaded && hasReplies)
        askForSameText();
}

void ComposerSession::setText(const QString &text)
{
    if (!m_isLoaded || m_reply.text == text)
        return;
    m_reply.text = text;
    m_checkTimer.start();
    touch();
}

void ComposerSession::setVisibility(reply::Visibility visibility)
{
    if (m_reply.visibility == visibility)
        return;
    m_reply.visibility = visibility;
    touch();
    checkNow();
    emit changed();
}

void ComposerSession::setLanguage(core::Language language)
{
    if (m_reply.language == language)
        return;
    m_reply.language = language;
    touch();
    checkNow();
    emit changed();
}

void ComposerSession::touch()
{
    ++m_edit;
    if (!m_reply.id.isValid() && m_reply.text.isEmpty())
        return; // nothing worth a row yet
    m_saving = Saving::Waiting;
    emit savingChanged();
    // The row itself is made at once: from then on a crash loses a second at most.
    if (!m_reply.id.isValid())
        saveNow();
    else
        m_saveTimer.start(kSavePause);
}

void ComposerSession::saveNow()
{
    m_saveTimer.stop();
    if (!m_isLoaded || m_written == m_edit || m_isWriting)
        return;
    if (!m_reply.id.isValid() && m_reply.text.isEmpty())
        return;
    m_isWriting = true;
    m_saving = Saving::Writing;
    emit savingChanged();
    if (m_reply.id.isValid())
        update();
    else
        create();
}

reply::NewReply ComposerSession::newReply() const
{
    return {.drillRunId = m_reply.drillRunId,
            .incidentId = m_reply.incidentId,
            .mentionId = m_reply.mentionId,
            .messageVariantId = m_reply.messageVariantId,
            .network = m_reply.network,
            .recipient = m_reply.recipient,
            .visibility = m_reply.visibility,
            .language = m_reply.language,
            .text = m_reply.text};
}

void ComposerSession::create()
{
    m_creation = m_context.replies.createDraft(m_context.actor(), newReply());
    store::whenDone(m_creation, this, [this, edit = m_edit](const Result<core::ReplyId> &id) {
        if (id) {
            m_reply.id = *id;
            m_reply.createdBy = m_reply.editedBy = m_context.actor();
            m_written = edit;
        }
        finishSave(id ? nullptr : &id.error());
    });
}

void ComposerSession::update()
{
    const auto saved = m_context.replies.saveDraft(m_context.actor(), m_reply.id, reply::ReplyEdit::of(m_reply));
    store::whenDone(saved, this, [this, edit = m_edit](const Result<reply::ReplyState> &state) {
        if (state) {
            m_written = edit;
            m_reply.state = *state;
            m_reply.editedBy = m_context.actor();
        }
        finishSave(state ? nullptr : &state.error());
    });
}

void ComposerSession::finishSave(const Error *error)
{
    m_isWriting = false;
    if (error) {
        m_saving = Saving::Failed;
        m_afterSave.clear();
        m_saveTimer.start(kRetryPause);
        emit savingChanged();
        emit saveFailed(*error);
        return;
    }
    m_savedAt = m_context.database.clock().now();
    m_saving = Saving::Saved;
    if (m_written != m_edit) {
        m_saving = Saving::Waiting;
        if (m_afterSave.empty())
            m_saveTimer.start(kSavePause);
        else
            saveNow();
        emit savingChanged();
        return;
    }
    reread(); // a read that began before this write must not bring the older text back: its token is old now
    emit savingChanged();
    emit changed();
    for (const auto &act : std::exchange(m_afterSave, {}))
        act();
}

void ComposerSession::whenSaved(std::function<void()> act)
{
    if (m_written == m_edit && m_reply.id.isValid()) {
        act();
        return;
    }
    m_afterSave.push_back(std::move(act));
    saveNow();
}

void ComposerSession::checkNow()
{
    m_checkTimer.stop();
    judge();
    emit reportChanged();
    askForSameText();
}

void ComposerSession::judge()
{
    m_report = m_context.check.check({.text = m_reply.text,
                                      .network = m_reply.network,
                                      .language = m_reply.language,
                                      .visibility = m_reply.visibility,
                                      .allowed = m_data.allowedContacts,
                                      .sentences = m_context.language()});
    if (m_reply.text.trimmed().isEmpty()) {
        // An empty sheet is not a bad reply: there is nothing to say of it yet.
        m_report.findings.clear();
    } else if (m_sameText && m_sameTextOf == m_reply.text) {
        m_report.findings.push_back(*m_sameText);
    }
}

void ComposerSession::askForSameText()
{
    ++m_sameTextToken;
    if (!m_isLoaded || !reply::isEditable(m_reply.state) || m_reply.text.trimmed().isEmpty())
        return;
    store::readAsync(
        m_context.database, this,
        [asked = m_reply, now = m_context.database.clock().now(),
         language = m_context.language()](const store::Connection &connection) {
            return reply::sameTextFinding(connection, asked, now, core::Phrasebook(language));
        },
        [this, token = m_sameTextToken, text = m_reply.text](Result<std::optional<reply::ReplyFinding>> found) {
            if (token != m_sameTextToken)
                return;
            if (!found) {
                qCWarning(lcComposer) << "the texts of others could not be read:" << found.error().toString();
                return; // a warning that cannot be given keeps nobody from answering
            }
            m_sameText = std::move(*found);
            m_sameTextOf = text;
            judge();
            emit reportChanged();
        });
}

networks::LengthCount ComposerSession::length() const
{
    return m_reply.visibility == reply::Visibility::Private ? networks::countPrivateLength(m_reply.network, m_reply.text)
                                                            : networks::countLength(m_reply.network, m_reply.text);
}

} // namespace vigie::gui
