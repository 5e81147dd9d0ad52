// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/desk.h"

#include "monitoring/alerthook.h"
#include "monitoring/alertrepository.h"
#include "networks/httpclient.h"
#include "networks/secretstore.h"
#include "networks/webhookrequest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::monitoring;

namespace
{

/// A server of the desk's own: believes what is signed, and answers as it is told to.
class Receiver : public QTcpServer
{
public:
    struct Delivery {
        QByteArray id;
        QJsonObject body;
    };

    explicit Receiver(QByteArray secret, const core::Clock &clock) : m_secret(std::move(secret)), m_clock(clock)
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
    }
    [[nodiscard]] QString url() const { return u"http://127.0.0.1:%1/alerts"_s.arg(serverPort()); }

    int status = 200;
    bool isSilent = false; ///< closes the connection without an answer
    std::vector<Delivery> taken = {};
    QStringList objections = {};

protected:
    void incomingConnection(qintptr handle) override
    {
        auto *socket = new QTcpSocket(this);
        socket->setSocketDescriptor(handle);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }

private:
    void read(QTcpSocket &socket)
    {
        m_bytes[&socket] += socket.readAll();
        const QByteArray &all = m_bytes[&socket];
        const qsizetype end = all.indexOf("\r\n\r\n");
        const auto head = end < 0 ? std::nullopt : networks::parseWebhookHead(all.left(end));
        if (!head || all.size() < end + 4 + head->contentLength().value_or(0))
            return;
        const QByteArray body = all.mid(end + 4);
        m_bytes.remove(&socket);
        if (const auto objection = networks::objectionTo(*head, body, m_secret, m_clock.now()))
            objections += *objection;
        taken.push_back({networks::deliveryIdOf(*head), QJsonDocument::fromJson(body).object()});
        if (!isSilent)
            socket.write("HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        socket.disconnectFromHost();
    }

    QByteArray m_secret;
    const core::Clock &m_clock;
    QHash<QTcpSocket *, QByteArray> m_bytes;
};

} // namespace

class AlertHookTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_secrets = networks::SecretStore::file(m_desk->folder.filePath(u"secrets"_s));
        m_receiver = std::make_unique<Receiver>(kSecret, m_desk->clock);
        m_http = std::make_unique<networks::HttpClient>(m_desk->clock);
        m_hook = std::make_unique<AlertHook>(*m_desk->database, *m_http, *m_secrets, m_desk->clock);
        m_watch = m_desk->addWatch({.name = u"Ondine"_s, .query = u"ondine"_s});
    }
    void cleanup()
    {
        m_hook.reset();
        m_http.reset();
        m_receiver.reset();
        m_desk.reset();
    }

    void eachNewAlertIsToldOnceSignedAndInWords()
    {
        addAlert();
        configure(core::Language::French); // what was there before is not told
        addAlert();
        addAlert();
        QCOMPARE(told(), 2);
        QCOMPARE(m_receiver->objections, QStringList());
        QCOMPARE(m_receiver->taken.size(), std::size_t(2));
        QCOMPARE(m_receiver->taken.front().id, QByteArray("alert-2"));
        const QJsonObject body = m_receiver->taken.front().body;
        QCOMPARE(body.value(u"event"_s).toString(), u"alert"_s);
        const QString text = body.value(u"text"_s).toString();
        QVERIFY2(text.contains(u"Ondine"_s) && text.contains(u"39 mentions"_s) && text.contains(u"d’ordinaire"_s), qPrintable(text));
        const QJsonObject alert = body.value(u"alert"_s).toObject();
        QCOMPARE(alert.value(u"observed"_s).toInt(), 39);
        QCOMPARE(alert.value(u"raised_at"_s).toString(), u"2026-03-01T12:00:00Z"_s);
        QCOMPARE(told(), 0);
    }

    void noAlertOfADrillIsTold()
    {
        configure();
        addAlert(core::DrillRunId{7});
        QCOMPARE(told(), 0);
        QVERIFY(m_receiver->taken.empty());
    }

    void whatIsNotTakenIsKeptAndItsReasonShown()
    {
        configure();
        addAlert();
        m_receiver->status = 503;
        QVERIFY(!round());
        QVERIFY(!state().problem.isEmpty());
        QCOMPARE(state().told, core::AlertId{});
        m_receiver->status = 204;
        QCOMPARE(told(), 1);
        QCOMPARE(state().problem, QString());
        QCOMPARE(m_receiver->taken.size(), std::size_t(2));
        QCOMPARE(m_receiver->taken.at(0).id, m_receiver->taken.at(1).id); // so that the receiver can tell
    }

    void aLostAnswerIsNoSuccess()
    {
        configure();
        addAlert();
        m_receiver->isSilent = true;
        QVERIFY(!round());
        m_receiver->isSilent = false;
        QCOMPARE(told(), 1);
    }

    void onceStartedItTellsByItself()
    {
        configure();
        m_hook->start();
        addAlert();
        QTRY_COMPARE(m_receiver->taken.size(), std::size_t(1));
        QTRY_COMPARE(state().told, core::AlertId{1});
        QTest::qWait(50);
        QCOMPARE(m_receiver->taken.size(), std::size_t(1));
        m_hook->stop();
        addAlert();
        QTest::qWait(50);
        QCOMPARE(m_receiver->taken.size(), std::size_t(1));
    }

    void aTestStoresNothing()
    {
        configure();
        QVERIFY(answerOf(m_hook->test()));
        QCOMPARE(m_receiver->taken.size(), std::size_t(1));
        QCOMPARE(m_receiver->taken.front().body.value(u"event"_s).toString(), u"test"_s);
        QCOMPARE(state().told, core::AlertId{});
        configure(core::Language::English, {});
        QVERIFY(!answerOf(m_hook->test()));
    }

    void anUnencryptedAddressElsewhereIsNotSpokenTo()
    {
        configure(core::Language::English, u"http://192.0.2.1/alerts"_s);
        addAlert();
        QVERIFY(!round());
        QVERIFY(!state().problem.isEmpty());
    }

    void theAddressIsKeptWithTheSecretsAlone()
    {
        configure(core::Language::English, u"https://chat.example/hooks/s3cr3t"_s);
        QCOMPARE(m_desk->number(u"SELECT count(*) FROM audit_log WHERE instr(details, 's3cr3t') > 0"_s), 0);
        QCOMPARE(m_desk->number(u"SELECT count(*) FROM settings WHERE instr(value, 's3cr3t') > 0"_s), 0);
        QVERIFY(!AlertHookKey::fromBytes("{}"));
    }

private:
    inline static const QByteArray kSecret = "a secret of the desk";

    template <typename Answer>
    static Answer answerOf(QFuture<Answer> future)
    {
        for (int i = 0; i < 1000 && !future.isFinished(); ++i)
            QTest::qWait(10);
        return future.result();
    }
    Result<int> round() { return answerOf(m_hook->tellOnce()); }
    int told()
    {
        const auto result = round();
        return result ? *result : -1;
    }
    [[nodiscard]] AlertHookState state() const { return AlertHookState::read(m_desk->reader()).value(); }
    void configure(core::Language language, const QString &url)
    {
        QVERIFY(waitFor(m_secrets->write(AlertHook::secretName(), AlertHookKey{.url = url, .secret = kSecret}.toBytes())));
        QVERIFY(waitFor(m_desk->database->submit(u"eva"_s, [language, host = QUrl(url).host()](store::Transaction &transaction) {
            return AlertHook::configure(transaction, host, language);
        })));
    }
    void configure(core::Language language = core::Language::English) { configure(language, m_receiver->url()); }
    void addAlert(core::DrillRunId scope = {})
    {
        const Alert alert{.scope = scope,
                          .watch = m_watch,
                          .raisedAt = m_desk->clock.now(),
                          .capturedAt = m_desk->clock.now(),
                          .windowFrom = m_desk->clock.now() - std::chrono::hours(1),
                          .windowTo = m_desk->clock.now(),
                          .observed = 39,
                          .usual = 14,
                          .threshold = 39,
                          .reasons = {.watchName = u"Ondine"_s}};
        QVERIFY(waitFor(m_desk->database->submit(u"test"_s, [alert](store::Transaction &transaction) -> Result<> {
            const auto added = AlertRepository::add(transaction, alert);
            return added ? Result<>() : fail(added.error());
        })));
    }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<networks::SecretStore> m_secrets;
    std::unique_ptr<Receiver> m_receiver;
    std::unique_ptr<networks::HttpClient> m_http;
    std::unique_ptr<AlertHook> m_hook;
    core::WatchId m_watch;
};

QTEST_GUILESS_MAIN(AlertHookTest)
#include "tst_alerthook.moc"
