// SPDX-License-Identifier: GPL-3.0-or-later
// Signs in with the real program, against a network of our own on loopback.
#include "networks/fakenetwork.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

#include <memory>

using namespace Qt::StringLiterals;

class AccountsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aTokenComesFromStandardInputAndStaysInTheKeyFile();
    void aTokenThatIsRefusedSaysWhatIsMissing();
    void anAppSignsInWithTheBrowser();

private:
    void start(const QStringList &arguments)
    {
        m_process = std::make_unique<QProcess>();
        m_process->start(QStringLiteral(VIGIE_CTL),
                         QStringList{u"--db"_s, path(u"desk.vigie"_s), u"--secret-file"_s, path(u"keys"_s)} + arguments);
        QVERIFY(m_process->waitForStarted());
    }
    /// Its exit code; the fake network answers meanwhile.
    int end()
    {
        [this] { QTRY_COMPARE_WITH_TIMEOUT(m_process->state(), QProcess::NotRunning, 60'000); }();
        m_out = m_process->readAllStandardOutput();
        m_err += m_process->readAllStandardError();
        return m_process->exitCode();
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QString url(const QString &at) const { return m_network->url(at).toString(); }
    /// All that the desk holds beside its keys.
    [[nodiscard]] QByteArray everythingButTheKeys() const
    {
        QByteArray all;
        for (const QFileInfo &one : QDir(m_folder->path()).entryInfoList(QDir::Files | QDir::Hidden)) {
            QFile file(one.filePath());
            if (one.fileName() != u"keys" && file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_out;
    QByteArray m_err;
};

void AccountsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_network = std::make_unique<FakeNetwork>();
    m_out.clear();
    m_err.clear();
}

void AccountsTest::cleanup()
{
    m_network->verify();
    m_process.reset();
    m_network.reset();
    m_folder.reset();
}

void AccountsTest::aTokenComesFromStandardInputAndStaysInTheKeyFile()
{
    m_network->expect("/2/users/me", {.body = R"({"data":{"id":"777","name":"Lumio Care","username":"LumioCare"}})"});
    start({u"account"_s, u"login"_s, u"x"_s, u"--server"_s, url({}), u"--password-stdin"_s});
    m_process->write("t0k-cli\n");
    QVERIFY2(end() == 0, m_err.constData());
    QVERIFY(m_err.contains("Signed in as @LumioCare"));
    QVERIFY(m_err.contains("untested live"));
    QVERIFY(!m_err.contains("t0k-cli") && !m_out.contains("t0k-cli"));
    start({u"account"_s, u"list"_s, u"--json"_s});
    QCOMPARE(end(), 0);
    QVERIFY(m_out.contains(R"("state":"signed-in")") && m_out.contains("@LumioCare"));
    QVERIFY(!everythingButTheKeys().contains("t0k-cli"));
    QVERIFY(everythingButTheKeys().contains("LumioCare"));
    QFile keys(path(u"keys"_s));
    QVERIFY(keys.open(QIODevice::ReadOnly));
    const QJsonObject kept = QJsonDocument::fromJson(keys.readAll()).object();
    QCOMPARE(kept.size(), 1);
    QVERIFY(QByteArray::fromBase64(kept.begin()->toString().toLatin1()).contains("t0k-cli"));
    QVERIFY(!(keys.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
}

void AccountsTest::aTokenThatIsRefusedSaysWhatIsMissing()
{
    m_network->expect("/2/users/me", {.status = 403, .body = R"({"title":"Forbidden","detail":"t0k-cli has no such scope"})"});
    start({u"account"_s, u"login"_s, u"x"_s, u"--server"_s, url({}), u"--password-stdin"_s});
    m_process->write("t0k-cli\n");
    QCOMPARE(end(), 5);
    QVERIFY(m_err.contains("this token lacks a right; it needs: tweet.read"));
    QVERIFY(!m_err.contains("t0k-cli"));
    start({u"account"_s, u"list"_s, u"--json"_s});
    QCOMPARE(end(), 0);
    QVERIFY(m_out.isEmpty());
}

void AccountsTest::anAppSignsInWithTheBrowser()
{
    m_network->expect("/token", {.body = R"({"access_token":"t0k-access","refresh_token":"t0k-refresh"})"});
    m_network->expect("/channels?part=snippet&mine=true",
                      {.body = R"({"items":[{"id":"UC1","snippet":{"title":"Lumio","customUrl":"@lumio"}}]})"});
    start({u"account"_s, u"login"_s, u"youtube"_s, u"--server"_s, url({}), u"--token-url"_s, url(u"/token"_s), u"--client-id"_s,
           u"desk-app"_s, u"--client-secret-stdin"_s});
    m_process->write("no-secret\n");
    const auto shown = [this] {
        m_err += m_process->readAllStandardError();
        return QRegularExpression(u"https://accounts\\.google\\.com/\\S+"_s).match(QString::fromUtf8(m_err)).captured();
    };
    QTRY_VERIFY_WITH_TIMEOUT(!shown().isEmpty(), 60'000);
    const QUrlQuery asked{QUrl(shown())};
    QCOMPARE(asked.queryItemValue(u"code_challenge_method"_s), u"S256"_s);
    const QUrl redirect(asked.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
    QTcpSocket browser;
    browser.connectToHost(redirect.host(), quint16(redirect.port()));
    QTRY_COMPARE(browser.state(), QTcpSocket::ConnectedState);
    browser.write("GET " + redirect.path().toUtf8() + "?code=c0de&state=" + asked.queryItemValue(u"state"_s).toUtf8() + " HTTP/1.1\r\n\r\n");
    QVERIFY2(end() == 0, m_err.constData());
    QVERIFY(m_err.contains("Signed in as @lumio"));
    QVERIFY(!m_err.contains("t0k-") && !m_err.contains("no-secret"));
    const QUrlQuery sent(QString::fromUtf8(m_network->requests().at(0).body));
    QCOMPARE(sent.queryItemValue(u"client_secret"_s), u"no-secret"_s);
    QVERIFY(!everythingButTheKeys().contains("t0k-"));
}

QTEST_GUILESS_MAIN(AccountsTest)
#include "tst_accounts.moc"
