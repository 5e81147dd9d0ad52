// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/format.h"
#include "core/ids.h"
#include "core/result.h"
#include "store/connection.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace vigie::analysis
{
class PostJudge;
}
namespace vigie::drill
{
class DrillRunner;
}
namespace vigie::incident
{
class IncidentService;
class LogService;
class TaskService;
} // namespace vigie::incident
namespace vigie::monitoring
{
class AlertService;
class Collector;
class Intake;
class MentionService;
class SourceService;
class TonalityTeacher;
class WatchService;
} // namespace vigie::monitoring
namespace vigie::playbook
{
class DeskValueService;
class MessageService;
class PersonService;
class PlaybookService;
} // namespace vigie::playbook
namespace vigie::postmortem
{
class ReviewService;
}
namespace vigie::reply
{
class Outbox;
class PromiseService;
class ReplyCheck;
class ReplyService;
} // namespace vigie::reply
namespace vigie::store
{
class Database;
}

namespace vigie::workspace
{

class NetworkRoom;

/// What the desk knows of itself; kept in the database.
struct DeskProfile {
    QString brand = {};      ///< fills {{brand}}
    QString operatorName = {}; ///< who acts here: the actor of every audit row
    QTimeZone zone = QTimeZone::systemTimeZone();
};

/**
 * One opened database and all that lives on it, started and stopped in order. The one place where everything is put together:
 * the desktop program and vigiectl each make one.
 *
 * Lives in the main thread. What takes long to make (the judges with their lexicons, the live intake, the collector) is made
 * at its first use, so that opening is quick. The judges are read from the program on a pool thread: a window asks for them with
 * loadJudge() before it uses them.
 */
class Workspace : public QObject
{
    Q_OBJECT

public:
    /// When the judge learns what the desk taught it: before its first judgement, or beside it, so that nobody waits.
    enum class Learning { First, Beside };

    struct Options {
        QString path = {};
        store::Access access = store::Access::ReadWrite;
        core::Language language = core::Language::English; ///< of the interface, to begin with
        QString operatorName = {};                         ///< empty: what the database says, or the user's login name
        Learning learning = Learning::First;
        QString secretFile = {}; ///< keeps the keys of accounts where there is no keychain; empty: the desk's choice
    };
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> open(const Options &options);
    /// Stops the collector, waits for reads under way, finishes the writer's queue, closes.
    ~Workspace() override;

    /// <the user's data folder>/vigie.db
    [[nodiscard]] static QString defaultDatabasePath();

    [[nodiscard]] store::Database &database();
    /// This thread's reader. A database that was opened always has one; should it fail, the program ends with the reason.
    [[nodiscard]] const store::Connection &reader();
    [[nodiscard]] const core::Clock &clock() const;
    [[nodiscard]] bool isReadOnly() const;

    [[nodiscard]] const DeskProfile &profile() const;
    void setProfile(const DeskProfile &profile);
    [[nodiscard]] const QString &actor() const; ///< profile().operatorName, never empty
    [[nodiscard]] core::Language language() const; ///< of the interface
    void setLanguage(core::Language language);
    [[nodiscard]] core::Format format() const; ///< of the interface, in the desk's zone
    [[nodiscard]] core::Format format(core::Language language) const; ///< of a document

    /// Which world everything shows: 0, or a drill. While a drill that is over is shown, the clock stands at its end.
    [[nodiscard]] core::DrillRunId scope() const;
    void setScope(core::DrillRunId scope);

    [[nodiscard]] monitoring::MentionService &mentions();
    [[nodiscard]] monitoring::WatchService &watches();
    [[nodiscard]] monitoring::AlertService &alerts();
    [[nodiscard]] monitoring::SourceService &sources();
    /// Accounts, keys, and what reads and sends.
    [[nodiscard]] NetworkRoom &networks();
    [[nodiscard]] monitoring::TonalityTeacher &teacher();
    /// Reads the judge beside this thread, which may be waiting for nothing; judgeLoaded() tells that it is there.
    void loadJudge();
    [[nodiscard]] bool isJudgeLoaded() const;
    /// Waits for it where it is not there yet, and so does all that judges: teacher, intake, mentions, drills.
    [[nodiscard]] const analysis::PostJudge &judge();
    [[nodiscard]] monitoring::Intake &intake(); ///< of the real world
    [[nodiscard]] playbook::PlaybookService &playbooks();
    [[nodiscard]] playbook::MessageService &messages();
    [[nodiscard]] playbook::PersonService &people();
    [[nodiscard]] playbook::DeskValueService &deskValues();
    [[nodiscard]] incident::IncidentService &incidents();
    [[nodiscard]] incident::TaskService &tasks();
    [[nodiscard]] incident::LogService &log();
    [[nodiscard]] reply::ReplyService &replies();
    [[nodiscard]] reply::ReplyCheck &replyCheck();
    [[nodiscard]] reply::Outbox &outbox();
    [[nodiscard]] reply::PromiseService &promises();
    [[nodiscard]] postmortem::ReviewService &reviews();
    [[nodiscard]] drill::DrillRunner &drills();

    /// Reads the configured sources on a thread of its own until the workspace closes. Returns at once; what comes from outside
    /// is let in from the moment on that the judge is there and has learnt what the desk taught it.
    void startCollecting();

signals:
    void scopeChanged(vigie::core::DrillRunId scope);
    void languageChanged(vigie::core::Language language);
    void profileChanged();
    void judgeLoaded(); ///< once

private:
    struct Parts;
    explicit Workspace(std::unique_ptr<Parts> parts);
    void takeJudge();
    /// What was being sent when the program ended is unknown now, and a person must say what became of it.
    void settleInterruptedReplies();

    std::unique_ptr<Parts> m_parts;
};

} // namespace vigie::workspace
