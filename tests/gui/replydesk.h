// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/reply/replycontext.h"
#include "gui/shell/page.h"
#include "incident/incidentservice.h"
#include "playbook/deskvalues.h"
#include "playbook/playbookservice.h"
#include "reply/outbox.h"
#include "reply/promiseservice.h"
#include "reply/replyrepository.h"
#include "reply/replyservice.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace vigie::gui::test
{

/// Waits for a future the way a test may: the writer has a thread of its own.
template <typename T>
Result<T> settled(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.resultCount() > 0 ? future.result() : Result<T>(fail(ErrorKind::Internal, QStringLiteral("no answer")));
}

/// What a page asked of the window, to be looked at.
class WitnessDesk final : public Desk
{
public:
    workspace::Workspace &workspace() override { qFatal("nothing here may ask for the whole workspace"); }
    void openPage(PageId, qint64) override {}
    void openMention(core::MentionId mention) override { openedMention = mention; }
    void openCrisisAt(core::IncidentId, core::Instant) override {}
    void openComposer(core::MentionId, ReplyVisibility) override {}
    void openCrisis(core::AlertId) override {}
    void showToast(const QString &text) override { toasts += text; }
    void showUndoToast(const QString &text, const std::function<void()> &undo) override
    {
        toasts += text;
        lastUndo = undo;
    }
    void showError(const QString &attempt, const Error &error) override
    {
        errors += attempt + QLatin1Char(' ') + error.toString();
    }

    core::MentionId openedMention = {};
    QStringList toasts;
    QStringList errors;
    std::function<void()> lastUndo;
};

/**
 * A desk for replies: the shipped playbooks, a French crisis opened from one of them, one post of each kind that matters here
 * and a drill with a post of its own.
 */
class ReplyDesk
{
public:
    ReplyDesk() : clock(core::instantFromMillis(1'770'000'000'000)), shipped(reply::ReplyCheck::shipped())
    {
        if (!shipped)
            qFatal("%s", qPrintable(shipped.error().toString()));
        auto opened = store::Database::open(folder.filePath(QStringLiteral("desk.vigie")), clock);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().toString()));
        database = std::move(*opened);
        replies = std::make_unique<reply::ReplyService>(*database);
        outbox = std::make_unique<reply::Outbox>(*database, *shipped);
        promises = std::make_unique<reply::PromiseService>(*database);
        deskValues = std::make_unique<playbook::DeskValueService>(*database);
        fill();
    }
    ~ReplyDesk()
    {
        QThreadPool::globalInstance()->waitForDone();
        database.reset(); // before the services, as the workspace does: what the writer still finishes may call them
    }

    [[nodiscard]] ReplyContext context()
    {
        return {.database = *database,
                .replies = *replies,
                .outbox = *outbox,
                .promises = *promises,
                .check = *shipped,
                .deskValues = *deskValues,
                .actor = [this] { return actor; },
                .scope = [this] { return scope; },
                .language = [this] { return language; },
                .format = [](core::Language wanted) { return core::Format(wanted, QTimeZone("Europe/Paris")); },
                .brand = [] { return QStringLiteral("Mirlouvette"); },
                .openUrl =
                    [this](const QUrl &url) {
                        openedUrls += url;
                        return true;
                    }};
    }

    void sql(const QString &statement, const QVariantList &values = {})
    {
        const auto done = settled(database->submit(QStringLiteral("test"), [=](store::Transaction &t) -> Result<> {
            QSqlQuery query(t.connection().database());
            query.prepare(statement);
            for (int i = 0; i < values.size(); ++i)
                query.bindValue(i, values[i]);
            if (!query.exec())
                return fail(ErrorKind::Database, query.lastError().text());
            return {};
        }));
        if (!done)
            qFatal("%s", qPrintable(done.error().toString()));
    }
    void addMention(qint64 id, int drillRun, const QString &network, const QString &tag, const QString &text)
    {
        sql(QStringLiteral("INSERT OR IGNORE INTO authors (id, network, handle, name, url, first_seen_at) "
                           "VALUES (?, ?, '@camille_lefevre', 'Camille Lefèvre', 'https://example.org/@camille', 0)"),
            {id, network});
        sql(QStringLiteral(
                "INSERT INTO mentions (id, drill_run_id, network, remote_id, author_id, url, text, lang, tonality, negativity, "
                "risks, reasons, fingerprint, group_id, priority, likes, reposts, replies, in_reply_to, root, posted_at, "
                "captured_at, sha256) VALUES (?, ?, ?, ?, (SELECT id FROM authors WHERE network = ?), ?, ?, ?, 1, 0.9, 0, '[]', 0, ?, 50, 0, 0, 0, '', '', ?, ?, x'')"),
            {id, drillRun, network, QString::number(id), network, QStringLiteral("https://example.org/post/%1").arg(id), text,
             tag, id, id >> 20, id >> 20});
    }

    [[nodiscard]] const store::Connection &reader() { return **database->reader(); }
    [[nodiscard]] reply::Reply reply(core::ReplyId id) { return reply::ReplyRepository::find(reader(), id)->value(); }
    [[nodiscard]] std::vector<reply::Reply> all()
    {
        return reply::ReplyRepository::page(reader(), {.scope = scope}, {}, 100).value();
    }
    core::ReplyId draft(qint64 mention, const QString &network, const QString &text,
                        reply::Visibility visibility = reply::Visibility::Public)
    {
        reply::NewReply wanted;
        wanted.drillRunId = scope;
        wanted.mentionId = core::MentionId{mention};
        wanted.incidentId = crisis;
        wanted.network = network;
        wanted.recipient = QStringLiteral("@camille_lefevre");
        wanted.visibility = visibility;
        wanted.language = core::Language::French;
        wanted.text = text;
        return settled(replies->createDraft(QStringLiteral("Léa"), wanted)).value();
    }
    core::ReplyId approved(qint64 mention, const QString &network, const QString &text,
                           reply::Visibility visibility = reply::Visibility::Public)
    {
        const core::ReplyId id = draft(mention, network, text, visibility);
        if (!settled(replies->requestApproval(QStringLiteral("Léa"), id))
            || !settled(replies->approve(QStringLiteral("Max"), id, text)))
            qFatal("the reply could not be approved");
        return id;
    }

    /// Grows with the time of posting, as real ids do.
    static constexpr qint64 kFirst = 1'769'999'000'000LL << 20;
    static constexpr qint64 kX = kFirst + 1;
    static constexpr qint64 kMastodon = kFirst + 2;
    static constexpr qint64 kLinkedIn = kFirst + 3;
    static constexpr qint64 kEnglish = kFirst + 4; ///< in no crisis
    static constexpr qint64 kDrill = kFirst + 5;
    static constexpr int kDrillRun = 7;

    QTemporaryDir folder;
    core::ManualClock clock;
    Result<reply::ReplyCheck> shipped;
    std::unique_ptr<store::Database> database;
    std::unique_ptr<reply::ReplyService> replies;
    std::unique_ptr<reply::Outbox> outbox;
    std::unique_ptr<reply::PromiseService> promises;
    std::unique_ptr<playbook::DeskValueService> deskValues;
    WitnessDesk window;
    QString actor = QStringLiteral("Léa");
    core::DrillRunId scope = {};
    core::Language language = core::Language::English;
    core::IncidentId crisis = {};
    QList<QUrl> openedUrls;

private:
    void fill()
    {
        playbook::PlaybookService playbooks(*database);
        if (const auto installed = settled(playbooks.installShipped()); !installed)
            qFatal("%s", qPrintable(installed.error().toString()));
        const QString angry = QStringLiteral("Mon chauffe-biberon a fondu cette nuit, à côté du lit de ma fille. Personne ne "
                                             "répond chez vous, c’est inadmissible.");
        addMention(kX, 0, QStringLiteral("x"), QStringLiteral("fr"), angry);
        addMention(kMastodon, 0, QStringLiteral("mastodon"), QStringLiteral("fr"), angry);
        addMention(kLinkedIn, 0, QStringLiteral("linkedin"), QStringLiteral("fr"), angry);
        addMention(kEnglish, 0, QStringLiteral("bluesky"), QStringLiteral("en"),
                   QStringLiteral("My bottle warmer melted last night. Nobody answers."));
        addMention(kDrill, kDrillRun, QStringLiteral("x"), QStringLiteral("fr"), angry);
        incident::IncidentService incidents(*database);
        const auto opened = settled(incidents.open(
            QStringLiteral("Léa"),
            {.title = QStringLiteral("Chauffe-biberons qui fondent"),
             .severity = 3,
             .language = core::Language::French,
             .playbookKey = QStringLiteral("product-safety"),
             .mentions = {core::MentionId{kX}, core::MentionId{kMastodon}, core::MentionId{kLinkedIn}}}));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().toString()));
        crisis = *opened;
    }
};

} // namespace vigie::gui::test
