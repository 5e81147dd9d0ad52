// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/desk.h"
#include "monitoring/sourcerepository.h"
#include "monitoring/sourceservice.h"
#include "monitoring/webhooklistener.h"
#include "networks/ndjsonreader.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::monitoring;

class WebhookListenerTest : public QObject
{
    Q_OBJECT

private slots:
    void aDeliveryIsStoredWhenItIsAnswered()
    {
        QVERIFY(deliver("d-1", networks::toNdjson(post("1", u"Bonjour"_s))).contains(R"("stored":1)"));
        QCOMPARE(desk->number(u"SELECT count(*) FROM mentions"_s), 1);
        QCOMPARE(desk->number(u"SELECT source_id FROM mentions"_s), source.value);
        QCOMPARE(SourceRepository::byId(desk->reader(), source).value()->state, SourceState::Live);
    }
    void aDeliveryThatComesAgainIsAnsweredAndNotTakenAgain()
    {
        QVERIFY(deliver("d-1", networks::toNdjson(post("1", u"Bonjour"_s))).contains(R"("stored":1)"));
        const QByteArray again = deliver("d-1", networks::toNdjson(post("2", u"Bonsoir"_s)));
        QVERIFY(again.startsWith("HTTP/1.1 200 "));
        QVERIFY(again.contains(R"("stored":0)"));
        QCOMPARE(desk->number(u"SELECT count(*) FROM mentions"_s), 1);
        // The same post in another delivery is one that is known.
        QVERIFY(deliver("d-2", networks::toNdjson(post("1", u"Bonjour"_s))).contains(R"("stored":0)"));
        QCOMPARE(desk->number(u"SELECT count(*) FROM webhook_deliveries"_s), 2);
    }
    void deliveriesAreRememberedOverARestartAndForgottenAfterAWeek()
    {
        QVERIFY(deliver("d-1", networks::toNdjson(post("1", u"Bonjour"_s))).startsWith("HTTP/1.1 200 "));
        listener = std::make_unique<WebhookListener>(*desk->database, *intake, source, settings);
        port = *listener->listen();
        QVERIFY(deliver("d-1", networks::toNdjson(post("3", u"Encore"_s))).contains(R"("stored":0)"));
        desk->clock.advance(std::chrono::hours(8 * 24));
        QVERIFY(deliver("d-2", networks::toNdjson(post("4", u"Après"_s))).contains(R"("stored":1)"));
        QCOMPARE(desk->number(u"SELECT count(*) FROM webhook_deliveries"_s), 1);
    }
    void aPortThatIsTakenIsAFailureOfTheSource()
    {
        networks::WebhookSettings taken = settings;
        taken.port = port;
        WebhookListener second(*desk->database, *intake, source, taken);
        QVERIFY(!second.listen());
        QTRY_COMPARE(SourceRepository::byId(desk->reader(), source).value()->state, SourceState::Failed);
    }
    void removingTheSourceForgetsItsDeliveries()
    {
        QVERIFY(deliver("d-1", networks::toNdjson(post("1", u"Bonjour"_s))).startsWith("HTTP/1.1 200 "));
        QVERIFY(waitFor(SourceService(*desk->database).remove(u"eva"_s, source)));
        QCOMPARE(desk->number(u"SELECT count(*) FROM webhook_deliveries"_s), 0);
    }

    void init();
    void cleanup() { listener.reset(); }

private:
    QByteArray deliver(const QByteArray &id, const QByteArray &body)
    {
        const QByteArray at = QByteArray::number(core::toMillis(desk->clock.now()) / 1000);
        QTcpSocket socket;
        QByteArray answer;
        bool isClosed = false;
        connect(&socket, &QTcpSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
        connect(&socket, &QTcpSocket::disconnected, &socket, [&] { isClosed = true; });
        socket.connectToHost(QHostAddress::LocalHost, port);
        socket.write("POST / HTTP/1.1\r\nX-Vigie-Timestamp: " + at + "\r\nX-Vigie-Signature: "
                     + networks::webhookSignature(settings.secret, at, body) + "\r\nX-Vigie-Delivery: " + id
                     + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        [&isClosed] { QTRY_VERIFY(isClosed); }();
        return answer;
    }

    std::unique_ptr<Desk> desk;
    networks::WebhookSettings settings{.secret = "s3cret"};
    core::SourceId source;
    std::unique_ptr<Intake> intake;
    std::unique_ptr<WebhookListener> listener;
    quint16 port = 0;
};

void WebhookListenerTest::init()
{
    intake.reset();
    desk = std::make_unique<Desk>();
    intake = std::make_unique<Intake>(*desk->database, Desk::judge());
    SourceService sources(*desk->database);
    source = *waitFor(sources.add(u"eva"_s, {.name = u"relay"_s, .kind = SourceKind::Webhook, .network = u"import"_s}));
    listener = std::make_unique<WebhookListener>(*desk->database, *intake, source, settings);
    port = *listener->listen();
}

QTEST_GUILESS_MAIN(WebhookListenerTest)
#include "tst_webhooklistener.moc"
