// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/oauthloopback.h"

#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using networks::OAuthLoopback;

class OAuthLoopbackTest : public QObject
{
    Q_OBJECT

private slots:
    void theChallengeIsThatOfTheStandard();
    void secretsAreLongAndNeverTheSame();
    void theRightAnswerArrivesOnceAndTheDoorCloses();
    void whatHasNotOurStateIsTurnedAwayAndWaitingGoesOn_data();
    void whatHasNotOurStateIsTurnedAwayAndWaitingGoesOn();
    void aRefusalInTheBrowserIsToldAsOne();
    void aHeadInPiecesAndOneWithoutEndAreStood();
    void nobodyElseOnTheNetworkCanCall();
    void codesAreReadAsPeoplePasteThem_data();
    void codesAreReadAsPeoplePasteThem();

private:
    QByteArray call(const OAuthLoopback &loopback, const QByteArray &requestLine)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(loopback.redirectUrl().port()));
        if (!QTest::qWaitFor([&] { return socket.state() == QTcpSocket::ConnectedState; }, 2000))
            return {};
        socket.write(requestLine + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        (void)QTest::qWaitFor([&] { return socket.state() == QTcpSocket::UnconnectedState; }, 5000);
        return socket.readAll();
    }
};

void OAuthLoopbackTest::theChallengeIsThatOfTheStandard()
{
    // RFC 7636, appendix B.
    QCOMPARE(networks::pkceChallenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}

void OAuthLoopbackTest::secretsAreLongAndNeverTheSame()
{
    QSet<QByteArray> verifiers;
    QSet<QString> states;
    static const QRegularExpression verifier(u"^[A-Za-z0-9_-]{43}$"_s);
    static const QRegularExpression state(u"^[A-Za-z0-9]{32}$"_s);
    for (int i = 0; i < 50; ++i) {
        const networks::Pkce pkce = networks::makePkce();
        QVERIFY(verifier.match(QString::fromLatin1(pkce.verifier)).hasMatch());
        QCOMPARE(pkce.challenge, networks::pkceChallenge(pkce.verifier));
        verifiers.insert(pkce.verifier);
        const QString made = networks::makeOAuthState();
        QVERIFY(state.match(made).hasMatch());
        states.insert(made);
    }
    QCOMPARE(verifiers.size(), 50);
    QCOMPARE(states.size(), 50);
}

void OAuthLoopbackTest::theRightAnswerArrivesOnceAndTheDoorCloses()
{
    OAuthLoopback loopback;
    QVERIFY(loopback.listen(u"S1"_s));
    QCOMPARE(loopback.redirectUrl().host(), u"127.0.0.1"_s);
    QSignalSpy spy(&loopback, &OAuthLoopback::answered);
    const QByteArray page = call(loopback, "GET /signed-in?code=a%2Bb%20c&state=S1");
    QVERIFY(page.startsWith("HTTP/1.1 200"));
    QVERIFY(!page.contains("a+b") && page.contains("no-store"));
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.at(0).at(0).value<Result<QString>>().value(), u"a+b c"_s);
    QCOMPARE(call(loopback, "GET /signed-in?code=x&state=S1"), QByteArray());
    QCOMPARE(spy.size(), 1);
}

void OAuthLoopbackTest::whatHasNotOurStateIsTurnedAwayAndWaitingGoesOn_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("another state") << QByteArray("GET /signed-in?code=x&state=S2");
    QTest::newRow("no state") << QByteArray("GET /signed-in?code=x");
    QTest::newRow("no code") << QByteArray("GET /signed-in?state=S1");
    QTest::newRow("nothing") << QByteArray("GET /signed-in");
    QTest::newRow("an icon") << QByteArray("GET /favicon.ico");
    QTest::newRow("another verb") << QByteArray("POST /signed-in?code=x&state=S1");
    QTest::newRow("an address elsewhere") << QByteArray("GET http://elsewhere.example/?code=x&state=S1");
    QTest::newRow("no request") << QByteArray("\x16\x03\x01");
    QTest::newRow("a refusal for another") << QByteArray("GET /signed-in?error=access_denied&state=S2");
}

void OAuthLoopbackTest::whatHasNotOurStateIsTurnedAwayAndWaitingGoesOn()
{
    QFETCH(QByteArray, request);
    OAuthLoopback loopback;
    QVERIFY(loopback.listen(u"S1"_s));
    QSignalSpy spy(&loopback, &OAuthLoopback::answered);
    QVERIFY(call(loopback, request).startsWith("HTTP/1.1 4"));
    QCOMPARE(spy.size(), 0);
    QVERIFY(call(loopback, "GET /signed-in?code=x&state=S1").startsWith("HTTP/1.1 200"));
    QCOMPARE(spy.size(), 1);
}

void OAuthLoopbackTest::aRefusalInTheBrowserIsToldAsOne()
{
    OAuthLoopback loopback;
    QVERIFY(loopback.listen(u"S1"_s));
    QSignalSpy spy(&loopback, &OAuthLoopback::answered);
    call(loopback, "GET /signed-in?error=access_denied&state=S1");
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.at(0).at(0).value<Result<QString>>().error().kind, ErrorKind::Unauthorized);
}

void OAuthLoopbackTest::aHeadInPiecesAndOneWithoutEndAreStood()
{
    OAuthLoopback loopback;
    QVERIFY(loopback.listen(u"S1"_s));
    QSignalSpy spy(&loopback, &OAuthLoopback::answered);
    QTcpSocket endless;
    endless.connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(loopback.redirectUrl().port()));
    QTRY_COMPARE(endless.state(), QTcpSocket::ConnectedState);
    endless.write(QByteArray(100'000, 'a'));
    QTRY_COMPARE(endless.state(), QTcpSocket::UnconnectedState);
    QTcpSocket slow;
    slow.connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(loopback.redirectUrl().port()));
    QTRY_COMPARE(slow.state(), QTcpSocket::ConnectedState);
    for (const char byte : QByteArray("GET /signed-in?code=x&state=S1 HTTP/1.1\r\n\r\n")) {
        slow.write(&byte, 1);
        slow.flush();
        QTest::qWait(1);
    }
    QTRY_COMPARE(spy.size(), 1);
}

void OAuthLoopbackTest::nobodyElseOnTheNetworkCanCall()
{
    OAuthLoopback loopback;
    QVERIFY(loopback.listen(u"S1"_s));
    const auto port = quint16(loopback.redirectUrl().port());
    QTcpServer same; // the port is taken on loopback alone
    QVERIFY(!same.listen(QHostAddress(QHostAddress::LocalHost), port));
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(u"127.0.0.2"_s), port));
}

void OAuthLoopbackTest::codesAreReadAsPeoplePasteThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code"); // empty: an error
    QTest::newRow("a code") << u"abc-DEF_123"_s << u"abc-DEF_123"_s;
    QTest::newRow("with blanks around") << u"  abc\n"_s << u"abc"_s;
    QTest::newRow("an address") << u"http://127.0.0.1:5/signed-in?code=abc&state=S1"_s << u"abc"_s;
    QTest::newRow("an address of another sign-in") << u"http://127.0.0.1:5/signed-in?code=abc&state=S2"_s << QString();
    QTest::newRow("an address without a code") << u"https://veille.exemple/about"_s << QString();
    QTest::newRow("a sentence") << u"my code is abc"_s << QString();
    QTest::newRow("nothing") << u" "_s << QString();
}

void OAuthLoopbackTest::codesAreReadAsPeoplePasteThem()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    const auto read = networks::oauthCodeFrom(text, u"S1"_s);
    QCOMPARE(read.value_or(QString()), code);
}

QTEST_GUILESS_MAIN(OAuthLoopbackTest)
#include "tst_oauthloopback.moc"
