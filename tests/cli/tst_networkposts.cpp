// SPDX-License-Identifier: GPL-3.0-or-later
// What `vigiectl posts` shows of the answers of networks.
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

class NetworkPostsTest : public QObject
{
    Q_OBJECT

private slots:
    void answersAreShownAsPosts_data();
    void answersAreShownAsPosts();
};

void NetworkPostsTest::answersAreShownAsPosts_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("posts");
    QTest::addColumn<QByteArray>("note");
    const auto row = [](const char *file, const char *format, int code, int posts, const QByteArray &note) {
        QTest::addRow("%s as %s", file, format)
            << QString::fromLatin1(file) << QString::fromLatin1(format) << code << posts << note;
    };
    row("bluesky/search.json", "bluesky", 0, 3, "");
    row("bluesky/notifications.json", "bluesky", 0, 3, "");
    row("bluesky/jetstream-v1.jsonl", "jetstream", 0, 2, "jetstream-v1.jsonl:4: gone: at://did:plc:cccccccccccc");
    row("bluesky/jetstream-v2.jsonl", "jetstream", 0, 2, "jetstream-v2.jsonl:5: gone: at://did:plc:cccccccccccc");
    row("bluesky/jetstream-v1.jsonl", "bluesky", 3, 0, "jetstream-v1.jsonl");
    row("bluesky/search.json", "jetstream", 3, 0, "search.json:1: ");
    row("bluesky/search.json", "carrier-pigeon", 2, 0, "--format takes");
}

void NetworkPostsTest::answersAreShownAsPosts()
{
    QFETCH(QString, file);
    QFETCH(QString, format);
    QFETCH(QByteArray, note);
    QProcess process;
    process.start(QStringLiteral(VIGIE_CTL),
                  {u"posts"_s, QStringLiteral(VIGIE_FIXTURES "/") + file, u"--format"_s, format});
    QVERIFY(process.waitForFinished(60'000));
    QTEST(process.exitCode(), "code");
    int posts = 0;
    for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
        const QJsonObject post = QJsonDocument::fromJson(line).object();
        posts += post.isEmpty() ? 0 : 1;
        if (!post.isEmpty())
            QVERIFY(!post.value(u"id").toString().isEmpty() && !post.value(u"text").toString().isEmpty());
    }
    QTEST(posts, "posts");
    const QByteArray err = process.readAllStandardError();
    QVERIFY2(err.contains(note), err.constData());
}

QTEST_GUILESS_MAIN(NetworkPostsTest)
#include "tst_networkposts.moc"
