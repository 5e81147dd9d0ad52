// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dispatchworld.h"
#include "faultproxy.h"
#include "networks/httpclient.h"

#include <QElapsedTimer>
#include <QString>
#include <QUrl>

#include <functional>
#include <map>
#include <memory>

/// A network on which replies are to be there once each: a fake one, or a real server on loopback.
struct NetworkUnderTest {
    QString name = {};
    QUrl server = {};
    int account = 1; ///< of the desk: 1 is Mastodon, 2 is X
    QString recipient = {}; ///< of the replies; empty: who wrote the desk's one mention
    /// Makes the desk one of this network, when its rows are not: called once, with what its account takes for the server.
    std::function<void(vigie::reply::test::ReplyWorld &world, const QUrl &baseUrl)> settleIn = {};
    /// Sends to `baseUrl`, which is the proxy in front of the server.
    std::function<std::unique_ptr<vigie::networks::Sender>(vigie::networks::HttpClient &http, const QUrl &baseUrl)> makeSender;
    /// What is really there, asked without the proxy. Every text is another one.
    std::function<int(const QString &text)> postsWith;
};

/**
 * Sends replies through a proxy that spoils most of their first requests, ends the program now and then, and counts what is
 * there in the end. Repetitions are spoilt too, but less often.
 */
class ExactlyOnce
{
public:
    /// How the desk's clock goes. Fast: half a minute whenever the server has nothing more to do; the program ends now and
    /// then. Real: as ours, which a real server dates its posts by; the program ends after seconds, and in the midst of what
    /// is delayed or not answered.
    enum class Time { Fast, Real };
    struct Options {
        int replies = 100;
        unsigned seed = 1;
        int crashOneIn = 12;                          ///< stretches of time
        std::chrono::milliseconds delay{400};         ///< of what is delayed; longer than a fake sender waits for an answer
        Time time = Time::Fast;
        std::chrono::milliseconds silence{600};       ///< in real time, until the program ends where no answer comes
        std::chrono::milliseconds longest = std::chrono::minutes(15); ///< in real time, for all
    };
    ExactlyOnce(const vigie::reply::ReplyCheck &check, NetworkUnderTest network, Options options);
    ~ExactlyOnce();

    void run();

    /// "cut after request" × "sent, there 1" → how many: by what happened to the first attempt of each.
    [[nodiscard]] const std::map<Fault, std::map<QString, int>> &table() const { return m_table; }
    [[nodiscard]] QString printedTable() const;
    /// Replies that are there twice, or are not what the desk says. Empty when all is well.
    [[nodiscard]] const QStringList &wrong() const { return m_wrong; }
    [[nodiscard]] int crashes() const { return m_crashes; }

private:
    void queueAll();
    void runFast();
    void runInRealTime();
    void letPass(std::chrono::milliseconds time);
    void liveOn();
    void keepUpWithTime();
    [[nodiscard]] bool hasMoreToDo();
    /// In real time: how long the program lives, where the request that is on its way has this fault.
    [[nodiscard]] std::chrono::milliseconds lifeWith(Fault fault);
    void judge();
    Fault draw(const vigie::networks::OutgoingPost &post);

    const NetworkUnderTest m_network;
    const Options m_options;
    FaultProxy m_proxy;
    std::unique_ptr<vigie::networks::HttpClient> m_http;
    std::unique_ptr<vigie::networks::Sender> m_sender;
    vigie::reply::test::DispatchWorld m_world;
    std::vector<vigie::core::ReplyId> m_ids;
    std::map<QString, Fault> m_firstFaults; ///< by key
    std::map<Fault, std::map<QString, int>> m_table;
    QStringList m_wrong;
    int m_crashes = 0;
    unsigned m_random;
    QElapsedTimer m_life; ///< in real time, of the program
    std::chrono::milliseconds m_lifetime{};
};
