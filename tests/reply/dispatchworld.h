// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakesender.h"
#include "reply/dispatcher.h"
#include "reply/outbox.h"
#include "replyworld.h"

#include <QCoreApplication>

#include <map>

namespace vigie::reply::test
{

/// A desk with one account of Mastodon (1) and one of X (2), each with a platform that outlives every restart.
class DispatchWorld
{
public:
    explicit DispatchWorld(const ReplyCheck &check) : m_check(check)
    {
        world.fill();
        world.sql(QStringLiteral("INSERT INTO accounts (id, network, handle, base_url, created_at, state) VALUES "
                                 "(1, 'mastodon', '@us@example.org', 'https://example.org/@us', 0, 'signed-in'), "
                                 "(2, 'x', '@us', '', 0, 'signed-in'), (3, 'telegram', 'us_bot', '', 0, 'signed-in')"));
        platforms[2] = {.knowsKeys = false, .prefix = QStringLiteral("x-")};
        platforms[3] = {.knowsKeys = false, .prefix = QStringLiteral("telegram-")};
        open();
    }
    ~DispatchWorld() { kill(); }

    /// As a crash leaves it: nothing is told to anybody any more.
    void kill()
    {
        dispatcher.reset();
        senders.clear();
        dropSenders();
        outbox.reset();
        service.reset();
        world.database.reset();
    }
    void restart()
    {
        kill();
        world.openAgain();
        open();
    }

    /// An approved reply, by Léa, with Max's word.
    core::ReplyId approved(const NewReply &reply)
    {
        const auto id = wait(service->createDraft(QStringLiteral("Léa"), reply)).value();
        if (!wait(service->requestApproval(QStringLiteral("Léa"), id))
            || !wait(service->approve(QStringLiteral("Max"), id, reply.text)))
            qFatal("the reply was not approved");
        return id;
    }
    core::ReplyId queued(const NewReply &reply)
    {
        const auto id = approved(reply);
        if (const auto leaves = wait(outbox->queue(QStringLiteral("Léa"), id)); !leaves)
            qFatal("%s", qPrintable(leaves.error().toString()));
        return id;
    }
    void advance(std::chrono::milliseconds time)
    {
        clock.advance(time);
        world.clock.advance(time);
    }
    /// Lets time pass, and everything happen that is due then.
    void pass(std::chrono::milliseconds time)
    {
        advance(time);
        const auto round = dispatcher->dispatchOnce();
        QTRY_VERIFY_WITH_TIMEOUT(round.isFinished(), 10000);
        QVERIFY(round.resultCount() == 1 && round.result());
    }
    [[nodiscard]] Reply reply(core::ReplyId id) { return world.reply(id); }
    [[nodiscard]] std::vector<ReplyAttempt> attempts(core::ReplyId id)
    {
        return ReplyRepository::attempts(world.reader(), id).value();
    }
    [[nodiscard]] int postsOf(core::ReplyId id)
    {
        int count = 0;
        for (const auto &[account, platform] : platforms)
            count += platform.countOf(reply(id).idempotencyKey);
        return count;
    }
    FakeSender &sender(int account = 1)
    {
        auto &sender = senders[account];
        if (!sender)
            sender = std::make_unique<FakeSender>(platforms[account]);
        return *sender;
    }

    ReplyWorld world;
    core::ManualClock clock{world.clock.now()}; ///< real time; the world's own is the desk's
    std::map<int, FakePlatform> platforms;
    std::map<int, std::unique_ptr<FakeSender>> senders;
    std::unique_ptr<ReplyService> service;
    std::unique_ptr<Outbox> outbox;
    std::unique_ptr<Dispatcher> dispatcher;
    bool isSignedIn = true;
    /// For who brings senders of their own: where they are, and how they go when the program ends.
    std::function<networks::Sender *(int account)> senderOf = [this](int account) { return &sender(account); };
    std::function<void()> dropSenders = [] {};

private:
    void open()
    {
        service = std::make_unique<ReplyService>(*world.database);
        outbox = std::make_unique<Outbox>(*world.database, m_check, clock);
        dispatcher = std::make_unique<Dispatcher>(Dispatcher::Needs{
            .database = *world.database,
            .check = m_check,
            .clock = clock,
            .senderFor = [this](core::AccountId account, const Dispatcher::Deliver &deliver) {
                deliver(isSignedIn ? senderOf(int(account.value)) : nullptr);
            },
            .random = [] { return 1.0; }});
    }

    const ReplyCheck &m_check;
};

inline NewReply answerFrom(int account, const QString &text)
{
    NewReply reply = answerTo(ReplyWorld::kMention, text);
    reply.accountId = core::AccountId{account};
    reply.network = account == 1 ? QStringLiteral("mastodon") : account == 2 ? QStringLiteral("x") : QStringLiteral("telegram");
    return reply;
}

} // namespace vigie::reply::test
