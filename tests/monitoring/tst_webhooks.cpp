// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/desk.h"
#include "monitoring/sourcerepository.h"
#include "monitoring/sourceservice.h"
#include "monitoring/webhooks.h"
#include "networks/secretstore.h"

#include <QSignalSpy>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::monitoring;

class WebhooksTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_intake = std::make_unique<Intake>(*m_desk->database, Desk::judge());
        m_secrets = networks::SecretStore::file(m_desk->folder.filePath(u"secrets"_s));
        m_webhooks = std::make_unique<Webhooks>(*m_desk->database, *m_intake, *m_secrets);
    }
    void cleanup()
    {
        m_webhooks.reset();
        m_intake.reset();
    }
    void aSourceOpensADoorAndAPauseClosesIt()
    {
        QSignalSpy opened(m_webhooks.get(), &Webhooks::opened);
        m_webhooks->start();
        const core::SourceId id = addSource(u"http://127.0.0.1/in"_s);
        QTRY_COMPARE(opened.size(), 1);
        const auto port = opened.at(0).at(1).value<quint16>();
        QVERIFY(answers(port));
        QTRY_COMPARE(stateOf(id), SourceState::Live);
        QVERIFY(waitFor(SourceService(*m_desk->database).setEnabled(u"eva"_s, id, false)));
        QTRY_VERIFY(!answers(port));
        QVERIFY(waitFor(SourceService(*m_desk->database).setEnabled(u"eva"_s, id, true)));
        QTRY_COMPARE(opened.size(), 2);
        m_webhooks->stop();
        QVERIFY(!answers(opened.at(1).at(1).value<quint16>()));
    }
    void aDoorWithoutASecretIsAFailureOfTheSource()
    {
        m_webhooks->start();
        SourceService sources(*m_desk->database);
        const core::SourceId id = *waitFor(sources.add(
            u"eva"_s,
            {.name = u"relay"_s, .kind = SourceKind::Webhook, .network = u"import"_s, .url = u"http://127.0.0.1/"_s}));
        QTRY_COMPARE(stateOf(id), SourceState::Failed);
        QTest::qWait(100); // its failure is a change of the source, and must not be tried again at once
        QVERIFY(m_desk->number(u"SELECT count(*) FROM source_gaps"_s) <= 1);
    }
    void theAddressSaysWhereItListens()
    {
        const networks::WebhookSettings here = Webhooks::settingsOf(u"http://127.0.0.1:8787/vigie"_s, "s");
        QCOMPARE(here.port, 8787);
        QCOMPARE(here.path, "/vigie");
        QVERIFY(!here.isOpenToLan);
        QVERIFY(Webhooks::settingsOf(u"http://0.0.0.0:8787"_s, "s").isOpenToLan);
        QCOMPARE(Webhooks::settingsOf({}, "s").path, "/");
        QCOMPARE(Webhooks::newSecret().size(), 64);
        QVERIFY(Webhooks::newSecret() != Webhooks::newSecret());
    }

private:
    core::SourceId addSource(const QString &address)
    {
        SourceService sources(*m_desk->database);
        if (!waitFor(m_secrets->write(u"relay-secret"_s, Webhooks::newSecret())))
            qFatal("the secret cannot be kept");
        return *waitFor(sources.add(u"eva"_s, {.name = u"relay"_s,
                                               .kind = SourceKind::Webhook,
                                               .network = u"import"_s,
                                               .url = address,
                                               .query = u"relay-secret"_s}));
    }
    [[nodiscard]] SourceState stateOf(core::SourceId id) const
    {
        return SourceRepository::byId(m_desk->reader(), id).value()->state;
    }
    static bool answers(quint16 port)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        return socket.waitForConnected(1000);
    }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Intake> m_intake;
    std::unique_ptr<networks::SecretStore> m_secrets;
    std::unique_ptr<Webhooks> m_webhooks;
};

QTEST_GUILESS_MAIN(WebhooksTest)
#include "tst_webhooks.moc"
