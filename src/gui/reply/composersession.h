// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/reply/composerdata.h"
#include "gui/reply/replycontext.h"
#include "networks/capabilities.h"
#include "reply/replycheck.h"

#include <QObject>
#include <QTimer>

namespace vigie::gui
{

/// A variable that a text still needs, as it is asked for.
struct AskedVariable {
    QString key = {};
    QString label = {};
    QString example = {};
    QString proposal = {}; ///< an older value in the other language, or one to be confirmed; may be empty
    playbook::VariableSource source = playbook::VariableSource::Ask;
};

/**
 * One reply being written, without any widget: loads what is known, keeps the draft row, checks the text.
 *
 * A draft is never lost: the row is made with the first letter, written at each pause of typing and once more when the
 * session goes. Writes go out one at a time and in order. `changed` tells that the row, or what surrounds it, is different.
 */
class ComposerSession : public QObject
{
    Q_OBJECT

public:
    enum class Saving { Nothing, Waiting, Writing, Saved, Failed };

    ComposerSession(ReplyContext context, QObject *parent);
    ~ComposerSession() override;

    void open(const ComposerSubject &subject);

    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    [[nodiscard]] const ComposerData &data() const { return m_data; }
    /// The reply as it stands here, typed text included; id 0 until something was written.
    [[nodiscard]] const reply::Reply &reply() const { return m_reply; }
    [[nodiscard]] bool isDrill() const { return m_reply.drillRunId.isValid(); }
    [[nodiscard]] networks::Capabilities capabilities() const { return networks::capabilitiesOf(m_reply.network); }
    [[nodiscard]] const reply::ReplyReport &report() const { return m_report; }
    /// False while an edit waits for its 300 ms: the report is of an older text.
    [[nodiscard]] bool isReportCurrent() const { return !m_checkTimer.isActive(); }
    /// Of what is typed now, as the network counts it; the report may be of an older text.
    [[nodiscard]] networks::LengthCount length() const;
    [[nodiscard]] Saving saving() const { return m_saving; }
    [[nodiscard]] core::Instant savedAt() const { return m_savedAt; }

    void setText(const QString &text);
    void setVisibility(reply::Visibility visibility);
    void setLanguage(core::Language language);
    /// The text of this message with what is known put in; the reply remembers where it came from.
    [[nodiscard]] QString beginMessage(const playbook::MessageVariant &variant,
                                       const std::vector<playbook::Variable> &variables);
    /// What still stands between braces in the text, each once.
    [[nodiscard]] std::vector<AskedVariable> missingVariables() const;
    /// Keeps a value for the next message of this crisis, or of the desk.
    void remember(const AskedVariable &variable, const QString &value);

    void checkNow();
    void saveNow();
    /// Calls `act` once everything typed is in the database and the reply has its id; never when saving failed.
    void whenSaved(std::function<void()> act);

signals:
    void loaded();
    void loadFailed(const vigie::Error &error);
    void changed();
    /// Somebody else wrote another text into this reply.
    void textReplaced();
    void reportChanged();
    void savingChanged();
    void saveFailed(const vigie::Error &error);

private:
    void show(ComposerData data);
    void adopt(const reply::Reply &row);
    void reread();
    void reactTo(const store::Changes &changes);
    void judge();
    void askForSameText();
    void touch();
    void create();
    void update();
    void finishSave(const Error *error);
    [[nodiscard]] QString valueOf(const playbook::Variable &variable) const;
    [[nodiscard]] const playbook::Variable *variable(QStringView key) const;
    [[nodiscard]] reply::NewReply newReply() const;

    ReplyContext m_context;
    ComposerSubject m_subject;
    ComposerData m_data;
    reply::Reply m_reply;
    reply::ReplyReport m_report;
    /// "This went to many people", of exactly the text that was asked about: it takes the database, so it comes a moment later.
    std::optional<reply::ReplyFinding> m_sameText;
    QString m_sameTextOf;
    int m_sameTextToken = 0;
    QTimer m_checkTimer;
    QTimer m_saveTimer;
    Saving m_saving = Saving::Nothing;
    core::Instant m_savedAt = {};
    QFuture<Result<core::ReplyId>> m_creation;
    std::vector<std::function<void()>> m_afterSave;
    quint64 m_edit = 0;    ///< counts edits
    quint64 m_written = 0; ///< the edit the database has
    int m_readToken = 0;
    /// A write was handed out and its answer has not reached this thread. A finished future is not enough to tell: until
    /// its answer is here the row's id is unknown, and a second row would be made.
    bool m_isWriting = false;
    bool m_isLoaded = false;
};

} // namespace vigie::gui
