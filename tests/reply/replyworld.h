// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reply/replyrepository.h"
#include "reply/replyservice.h"
#include "store/database.h"

#include <QTemporaryDir>
#include <QTest>

namespace vigie::reply::test
{

/// Waits for a future the way a test may: the writer has a thread of its own.
template <typename T>
Result<T> wait(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.resultCount() > 0 ? future.result() : Result<T>(fail(ErrorKind::Internal, QStringLiteral("no answer")));
}

/// A database in a folder of its own with one post, one crisis, and one drill with a crisis and a post of its own.
class ReplyWorld
{
public:
    ReplyWorld() : clock(core::instantFromMillis(1'770'000'000'000)) { openAgain(); }

    void openAgain()
    {
        database.reset();
        auto opened = store::Database::open(folder.filePath(QStringLiteral("desk.vigie")), clock);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().toString()));
        database = std::move(*opened);
    }

    /// Runs SQL that prepares something.
    void sql(const QString &statement, const QVariantList &values = {})
    {
        const auto done = wait(database->submit(QStringLiteral("test"), [=](store::Transaction &t) -> Result<> {
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
    void fill()
    {
        sql(QStringLiteral("INSERT INTO authors (id, network, handle, url, first_seen_at) "
                           "VALUES (1, 'mastodon', '@lea@example.org', 'https://example.org/@lea', 0)"));
        addMention(kMention, 0);
        addMention(kDrillMention, 7);
        addIncident(1, 0);
        addIncident(2, 7);
    }
    void addMention(qint64 id, int drillRun)
    {
        sql(QStringLiteral(
                "INSERT INTO mentions (id, drill_run_id, network, remote_id, author_id, url, text, lang, tonality, negativity, "
                "risks, reasons, fingerprint, group_id, priority, likes, reposts, replies, in_reply_to, root, posted_at, "
                "captured_at, sha256) VALUES (?, ?, 'mastodon', '42', 1, 'https://example.org/@lea/42', 'Broken.', 'en', 1, "
                "0.9, 0, '[]', 0, ?, 50, 0, 0, 0, '', '', ?, ?, x'')"),
            {id, drillRun, id, id >> 20, id >> 20});
    }
    void addIncident(int id, int drillRun)
    {
        sql(QStringLiteral("INSERT INTO incidents (id, drill_run_id, title, kind, severity, state, language, snapshot, "
                           "began_at, detected_at, opened_at, cadence_s) "
                           "VALUES (?, ?, 'Outage', 'outage', 2, 'open', 'en', '{}', 0, 0, 0, 3600)"),
            {id, drillRun});
    }

    [[nodiscard]] const store::Connection &reader() { return **database->reader(); }
    [[nodiscard]] qint64 number(const QString &statement) { return store::readNumber(reader(), statement).value_or(-1); }
    [[nodiscard]] Reply reply(core::ReplyId id) { return ReplyRepository::find(reader(), id)->value(); }

    static constexpr qint64 kMention = (1'769'999'000'000LL << 20) | 5;
    static constexpr qint64 kDrillMention = (1'769'999'000'000LL << 20) | 6;

    QTemporaryDir folder;
    core::ManualClock clock;
    std::unique_ptr<store::Database> database;
};

inline NewReply answerTo(qint64 mention, const QString &text)
{
    NewReply reply;
    reply.incidentId = core::IncidentId{1};
    reply.mentionId = core::MentionId{mention};
    reply.network = QStringLiteral("mastodon");
    reply.recipient = QStringLiteral("@lea@example.org");
    reply.text = text;
    return reply;
}

} // namespace vigie::reply::test
