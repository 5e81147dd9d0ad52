// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/networkroom.h"
#include "workspace/workspace.h"

#include "analysis/postjudge.h"
#include "monitoring/mentionservice.h"
#include "monitoring/sourceservice.h"
#include "networks/secretstore.h"
#include "playbook/playbookrepository.h"
#include "playbook/playbookservice.h"
#include "store/database.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using workspace::Workspace;

class WorkspaceTest : public QObject
{
    Q_OBJECT

private slots:
    void aNewDeskIsReadyToWork();
    void theProfileIsKept();
    void whatIsUnderWayWhenItClosesIsFinished();
    void aTeamsOwnRisksAreReadBesideTheDatabase();
    void aMistakeInTheTeamsRisksIsToldAndStopsNothing();
    void aBusyDatabaseOpensForReading();
    void aWebhookOpensWhenCollectingBeginsAndClosesWithTheDesk();
};

void WorkspaceTest::aNewDeskIsReadyToWork()
{
    const QTemporaryDir folder;
    const auto desk = Workspace::open({.path = folder.filePath(u"new/desk.db"_s)});
    QVERIFY2(desk, desk ? "" : qPrintable(desk.error().detail));
    QVERIFY(!(*desk)->actor().isEmpty());
    QCOMPARE(*(*desk)->playbooks().installShipped().result(), 3);
    QCOMPARE(*(*desk)->playbooks().installShipped().result(), 0);
    QCOMPARE(playbook::PlaybookRepository::list((*desk)->reader())->size(), std::size_t(3));
}

void WorkspaceTest::theProfileIsKept()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"desk.db"_s);
    {
        const auto desk = Workspace::open({.path = path});
        QSignalSpy changed(desk->get(), &Workspace::profileChanged);
        (*desk)->setProfile({.brand = u"Mirlouvette"_s, .operatorName = u"Ana Lefèvre"_s, .zone = QTimeZone("Europe/Paris")});
        QTRY_COMPARE(changed.size(), 1);
    }
    const auto desk = Workspace::open({.path = path});
    QCOMPARE((*desk)->profile().brand, u"Mirlouvette"_s);
    QCOMPARE((*desk)->actor(), u"Ana Lefèvre"_s);
    QCOMPARE((*desk)->profile().zone.id(), QByteArray("Europe/Paris"));
}

void WorkspaceTest::whatIsUnderWayWhenItClosesIsFinished()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"desk.db"_s);
    QFuture<Result<core::MentionId>> added;
    {
        const auto desk = Workspace::open({.path = path});
        added = (*desk)->mentions().addByHand(u"ana"_s, {.network = u"x"_s, .remoteId = u"1"_s, .url = {}, .author = {},
                                                         .text = u"Votre biberon fond !"_s, .language = {}, .postedAt = {},
                                                         .inReplyTo = {}, .root = {}, .extra = {}});
    }
    QVERIFY(added.result().has_value());
}

void WorkspaceTest::aTeamsOwnRisksAreReadBesideTheDatabase()
{
    const QTemporaryDir folder;
    QFile own(folder.filePath(u"risk.tsv"_s));
    QVERIFY(own.open(QIODevice::WriteOnly));
    own.write("[executive-named]\n*\tOdile Vantadour\n");
    own.close();
    const auto desk = Workspace::open({.path = folder.filePath(u"desk.db"_s)});
    const auto judgement = (*desk)->judge().judge(u"Odile Vantadour doit nous répondre"_s);
    QVERIFY(analysis::riskMask(judgement.risks).testFlag(analysis::Risk::ExecutiveNamed));
}

void WorkspaceTest::aMistakeInTheTeamsRisksIsToldAndStopsNothing()
{
    const QTemporaryDir folder;
    QFile own(folder.filePath(u"risk.tsv"_s));
    QVERIFY(own.open(QIODevice::WriteOnly));
    own.write("[executive-named]\n*\tOdile Vantadour\n[no-such-risk]\nfr\tfeu\n");
    own.close();
    const auto desk = Workspace::open({.path = folder.filePath(u"desk.db"_s)});
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"risk\\.tsv:4"_s));
    const auto judgement = (*desk)->judge().judge(u"Le boîtier a pris feu, c'est un incendie"_s);
    QVERIFY(analysis::riskMask(judgement.risks).testFlag(analysis::Risk::PhysicalSafety));
}

void WorkspaceTest::aBusyDatabaseOpensForReading()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"desk.db"_s);
    const auto first = Workspace::open({.path = path});
    const auto second = Workspace::open({.path = path});
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::DatabaseBusy);
    const auto reading = Workspace::open({.path = path, .access = store::Access::ReadOnly});
    QVERIFY(reading.has_value());
    QVERIFY((*reading)->isReadOnly());
}

void WorkspaceTest::aWebhookOpensWhenCollectingBeginsAndClosesWithTheDesk()
{
    QTcpServer probe;
    QVERIFY(probe.listen(QHostAddress::LocalHost));
    const quint16 port = probe.serverPort();
    probe.close();
    const auto answers = [port] {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        return socket.waitForConnected(1000);
    };
    const QTemporaryDir folder;
    {
        const auto desk = Workspace::open(
            {.path = folder.filePath(u"desk.db"_s), .secretFile = folder.filePath(u"secrets"_s)});
        QVERIFY((*desk)->networks().secrets().write(u"relay"_s, "s3cret").result());
        QVERIFY((*desk)->sources().add(u"eva"_s, {.name = u"relay"_s,
                                                  .kind = monitoring::SourceKind::Webhook,
                                                  .network = u"import"_s,
                                                  .url = u"http://127.0.0.1:%1/"_s.arg(port),
                                                  .query = u"relay"_s}).result());
        QVERIFY(!answers());
        (*desk)->startCollecting();
        QTRY_VERIFY(answers());
    }
    QVERIFY(!answers());
}

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "tst_workspace.moc"
