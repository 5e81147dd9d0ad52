// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/networkroom.h"
#include "workspace/workspace.h"

#include "analysis/postjudge.h"
#include "monitoring/mentionservice.h"
#include "monitoring/sourceservice.h"
#include "monitoring/tonalityteacher.h"
#include "networks/secretstore.h"
#include "playbook/playbookrepository.h"
#include "playbook/playbookservice.h"
#include "store/database.h"
#include "store/query.h"

#include <QElapsedTimer>
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
    void theThreadThatBeginsToCollectDoesNotLoadTheJudge();
    void whatComesFirstIsJudgedByWhatTheDeskHasTaught();
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

void WorkspaceTest::theThreadThatBeginsToCollectDoesNotLoadTheJudge()
{
    // It did, and the window stood still for as long, just after its first frame. The best of five: others use this machine, too.
    const QTemporaryDir folder;
    QElapsedTimer time;
    time.start();
    QVERIFY(analysis::PostJudge::shipped());
    const qint64 loading = time.nsecsElapsed();
    qint64 best = loading;
    for (int i = 0; i < 5; ++i) {
        const auto desk = Workspace::open({.path = folder.filePath(u"%1.db"_s.arg(i)),
                                           .learning = Workspace::Learning::Beside,
                                           .secretFile = folder.filePath(u"secrets"_s)});
        QSignalSpy loaded(desk->get(), &Workspace::judgeLoaded);
        time.start();
        (*desk)->startCollecting();
        qint64 blocked = time.nsecsElapsed();
        QTRY_COMPARE(loaded.size(), 1);
        time.start();
        QVERIFY(!(*desk)->judge().judge(u"Le boîtier a pris feu"_s).risks.empty());
        best = std::min(best, std::max(blocked, time.nsecsElapsed()));
    }
    QVERIFY2(best < loading / 3, qPrintable(u"%1 ns of %2"_s.arg(best).arg(loading)));
}

void WorkspaceTest::whatComesFirstIsJudgedByWhatTheDeskHasTaught()
{
    // The judge as it ships takes "zorgle" for nothing; this desk has taught what it means.
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"desk.db"_s);
    const QString text = u"the zorgle of shop number 7000 is what it is"_s;
    double untaught = 0;
    {
        const auto desk = Workspace::open({.path = path, .secretFile = folder.filePath(u"secrets"_s)});
        untaught = (*desk)->judge().judge(text, u"en").tonality.negativity;
        std::vector<monitoring::ImportedLesson> lessons;
        for (int i = 0; i < 60; ++i) {
            const bool isBad = i % 2 == 0;
            lessons.push_back({QString::number(i),
                               {u"the %1 of shop number %2 is what it is"_s.arg(isBad ? u"zorgle"_s : u"counter"_s).arg(i), u"en"_s,
                                isBad ? analysis::Tonality::Negative : analysis::Tonality::Neutral}});
        }
        QVERIFY((*desk)->teacher().add(u"eva"_s, lessons).result());
        QDir(folder.path()).mkdir(u"in"_s);
        QVERIFY((*desk)->sources().add(u"eva"_s, {.name = u"folder"_s,
                                                  .kind = monitoring::SourceKind::Folder,
                                                  .network = u"import"_s,
                                                  .url = folder.filePath(u"in"_s)}).result());
    }
    QFile file(folder.filePath(u"in/posts.ndjson"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"network":"mastodon","id":"1","lang":"en","posted_at":"2026-01-31T08:12:05Z","text":")" + text.toUtf8() + "\"}\n");
    file.close();
    // A file that was just written may be written still.
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-600), QFileDevice::FileModificationTime));
    file.close();

    const auto desk = Workspace::open(
        {.path = path, .learning = Workspace::Learning::Beside, .secretFile = folder.filePath(u"secrets"_s)});
    (*desk)->startCollecting();
    const auto stored = [&desk] {
        return store::readFirst((*desk)->reader(), u"SELECT negativity FROM mentions"_s, {},
                                [](const store::Row &row) { return row.real(0); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(stored().value().has_value(), 20'000);
    QVERIFY2(**stored() > untaught + 0.2, qPrintable(QString::number(**stored())));
}

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "tst_workspace.moc"
