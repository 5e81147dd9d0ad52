// SPDX-License-Identifier: GPL-3.0-or-later
// Against Bluesky's own PDS with its own limits on, named by LIMITED_PDS_URL.
#include "networks/networks.h"
#include "networks/signin.h"
#include "servers/blueskyworld.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using networks::Credentials;
using networks::HttpClient;

class BlueskyLimitsTest : public QObject
{
    Q_OBJECT

private slots:
    void theRealLimitIsObeyedAndThenAllGoesOn();

private:
    Result<Credentials> signIn(HttpClient &http, const QString &handle, const QByteArray &password);

    core::SystemClock m_clock;
};

Result<Credentials> BlueskyLimitsTest::signIn(HttpClient &http, const QString &handle, const QByteArray &password)
{
    const std::unique_ptr<networks::SignIn> flow(networks::makeSignIn(u"bluesky"_s, http, m_clock, nullptr));
    QSignalSpy ends(flow.get(), &networks::SignIn::finished);
    flow->start({.network = u"bluesky"_s, .server = BlueskyWorld::address("LIMITED_PDS_URL"), .identifier = handle,
                 .password = password});
    if (!QTest::qWaitFor([&ends] { return !ends.isEmpty(); }, 30'000))
        return fail(ErrorKind::Timeout, u"the sign-in did not end"_s);
    return ends.at(0).at(0).value<Result<Credentials>>();
}

void BlueskyLimitsTest::theRealLimitIsObeyedAndThenAllGoesOn()
{
    if (qEnvironmentVariableIsEmpty("LIMITED_PDS_URL"))
        QSKIP("no server with limits: LIMITED_PDS_URL says where it is");
    qputenv("PDS_URL", qgetenv("LIMITED_PDS_URL"));
    BlueskyWorld world(m_clock);
    const auto person = world.join(u"lea"_s);
    HttpClient http(m_clock);
    // 30 sign-ins in five minutes, and then no more.
    int tries = 0;
    Result<Credentials> last = signIn(http, person.handle, person.appPassword);
    for (; last && tries < 60; ++tries)
        last = signIn(http, person.handle, person.appPassword);
    QVERIFY(!last);
    qInfo("after %d sign-ins: %s", tries, qPrintable(last.error().toString()));
    QCOMPARE(last.error().kind, ErrorKind::RateLimited);
    QVERIFY(tries >= 29);
    QVERIFY(last.error().retryAfter && *last.error().retryAfter > 0s && *last.error().retryAfter <= 300s);

    // Who has not been told is told the same by the server itself.
    HttpClient stranger(m_clock);
    const auto refused = signIn(stranger, person.handle, person.appPassword);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::RateLimited);
    // What needs no sign-in goes on.
    QVERIFY(!world.write(person, u"Malgré tout."_s).isEmpty());

    const std::chrono::milliseconds wait = *refused.error().retryAfter + 1s;
    qInfo("waiting %lld s, as the server says", qlonglong(wait.count() / 1000));
    QTest::qWait(int(wait.count()));
    const auto again = signIn(http, person.handle, person.appPassword);
    QVERIFY2(again, again ? "" : qPrintable(again.error().toString()));
    QCOMPARE(again->userId, person.did);
}

QTEST_GUILESS_MAIN(BlueskyLimitsTest)
#include "tst_bluesky_limits.moc"
