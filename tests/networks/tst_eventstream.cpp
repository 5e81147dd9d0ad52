// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/eventstream.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using networks::EventStreamParser;
using networks::StreamEvent;

class EventStreamTest : public QObject
{
    Q_OBJECT

private slots:
    void eventsAreCutAsTheStandardSays_data();
    void eventsAreCutAsTheStandardSays();
    void howTheBytesAreCutMakesNoDifference();
    void anEventThatIsTooLargeIsDroppedAndTheNextIsRead();
    void recordedStreamsGiveTheirEvents();

private:
    static std::vector<StreamEvent> parse(const QByteArray &bytes) { return EventStreamParser().feed(bytes); }
};

void EventStreamTest::eventsAreCutAsTheStandardSays_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<QByteArray>>("expected"); // name, data, name, data, …
    const auto row = [](const char *name, const QByteArray &bytes, const QList<QByteArray> &expected) {
        QTest::newRow(name) << bytes << expected;
    };
    row("nothing", "", {});
    row("comments and heartbeats", ":)\n\n:thump\n\n: more\n", {});
    row("named", "event: update\ndata: {}\n\n", {"update", "{}"});
    row("unnamed", "data: a\n\n", {"message", "a"});
    row("no blank after the colon", "event:update\ndata:a\n\n", {"update", "a"});
    row("only one blank is taken", "data:  a \n\n", {"message", " a "});
    row("several lines", "data: a\ndata\ndata: b\n\n", {"message", "a\n\nb"});
    row("an event without data is none", "event: filters_changed\n\ndata: a\n\n", {"message", "a"});
    row("empty data is data", "event: x\ndata:\n\n", {"x", ""});
    row("carriage returns", "data: a\r\rdata: b\r\n\r\n", {"message", "a", "message", "b"});
    row("an unfinished event is none", "data: a\n", {});
    row("unknown fields and ids", "id: 1\nretry: 5\nwhatever: x\ndata: a\n\n", {"message", "a"});
    row("byte order mark", "\xEF\xBB\xBF" "data: a\n\n", {"message", "a"});
}

void EventStreamTest::eventsAreCutAsTheStandardSays()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QList<QByteArray>, expected);
    QList<QByteArray> found;
    for (const StreamEvent &event : parse(bytes))
        found << event.name << event.data;
    QCOMPARE(found, expected);
}

void EventStreamTest::howTheBytesAreCutMakesNoDifference()
{
    QFile file(QStringLiteral(VIGIE_FIXTURES "/mastodon/stream.sse"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    const std::vector<StreamEvent> expected = parse(whole);
    QCOMPARE(expected.size(), 3u);
    QCOMPARE(expected[1].name, "delete");
    QCOMPARE(expected[2].data, "un\ndeux");
    for (qsizetype at = 0; at <= whole.size(); ++at) {
        EventStreamParser parser;
        std::vector<StreamEvent> found = parser.feed(whole.left(at));
        const std::vector<StreamEvent> rest = parser.feed(whole.mid(at));
        found.insert(found.end(), rest.begin(), rest.end());
        QVERIFY2(found == expected, qPrintable(QString::number(at)));
    }
}

void EventStreamTest::anEventThatIsTooLargeIsDroppedAndTheNextIsRead()
{
    EventStreamParser parser;
    std::vector<StreamEvent> found = parser.feed("data: " + QByteArray(3'000'000, 'a'));
    QVERIFY(found.empty());
    found = parser.feed("\n\ndata: b\n\n");
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].data, "b");
    QCOMPARE(parser.dropped(), 1);
}

void EventStreamTest::recordedStreamsGiveTheirEvents()
{
    QHash<QByteArray, int> counts;
    const QString folder = QStringLiteral(VIGIE_SHARED "/fixtures/mastodon/decoded/");
    for (const QString &name : {u"test_stream_direct.json"_s, u"test_stream_user_direct.json"_s, u"test_stream_user_local.json"_s}) {
        QFile file(folder + name);
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the recorded answers are not on this machine");
        const QJsonArray exchanges = QJsonDocument::fromJson(file.readAll()).array();
        for (const QJsonValue &exchange : exchanges) {
            const QString body = exchange[u"response"_s][u"body"_s].toString();
            for (const StreamEvent &event : parse(body.toUtf8())) {
                ++counts[event.name];
                if (event.name != "delete")
                    QVERIFY(QJsonDocument::fromJson(event.data).isObject());
            }
        }
    }
    qInfo() << counts;
    QVERIFY(counts.value("update") > 0 && counts.value("notification") > 0);
}

QTEST_APPLESS_MAIN(EventStreamTest)
#include "tst_eventstream.moc"
