// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dispatchworld.h"
#include "incident/logrepository.h"
#include "reply/statereasons.h"

Q_DECLARE_METATYPE(vigie::reply::test::Fate)

namespace vigie::reply::test
{

inline const QString kLea = QStringLiteral("Léa");
inline const QString kText = QStringLiteral("Thank you for telling us. We are looking into it and come back at noon.");
inline constexpr int kMastodon = 1; ///< knows keys: the same again makes no second post
inline constexpr int kX = 2;        ///< shows our own posts
inline constexpr int kTelegram = 3; ///< shows nothing

/// A desk with a dispatcher for each test.
class DispatchTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto check = ReplyCheck::shipped();
        QVERIFY2(check, qPrintable(check ? QString() : check.error().toString()));
        m_check = std::make_unique<ReplyCheck>(std::move(*check));
    }
    void init() { m_world = std::make_unique<DispatchWorld>(*m_check); }
    void cleanup() { m_world.reset(); }

protected:
    core::ReplyId queued(int account = kMastodon) { return m_world->queued(answerFrom(account, kText)); }
    FakeSender &sender(int account = kMastodon) { return m_world->sender(account); }
    Reply reply(core::ReplyId id) { return m_world->reply(id); }
    void pass(std::chrono::milliseconds time) { m_world->pass(time); }
    /// What is due begins, and is left where it is: the network keeps silent.
    void begin(std::chrono::milliseconds time)
    {
        m_world->advance(time);
        m_round = m_world->dispatcher->dispatchOnce();
    }
    QStringList log()
    {
        QStringList lines;
        const auto entries = incident::LogRepository::entries(m_world->world.reader(), core::IncidentId{1});
        for (const auto &entry : *entries)
            lines.prepend(entry.text);
        return lines;
    }

    std::unique_ptr<ReplyCheck> m_check;
    std::unique_ptr<DispatchWorld> m_world;
    QFuture<Result<>> m_round;
};

} // namespace vigie::reply::test
