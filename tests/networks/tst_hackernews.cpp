// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/fakenetwork.h"
#include "networks/hackernewsparser.h"
#include "networks/httpclient.h"
#include "networks/networks.h"
#include "networks/reading.h"

#include <QSignalSpy>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace vigie;
using networks::Connector;
using networks::Page;
using networks::ReadTask;

namespace
{

constexpr qint64 kNow = 1769847125; // 2026-01-31T08:12:05Z

/// The service, as far as its search by date goes: newest first, at most a thousand of a query.
class FakeSearch : public QObject
{
public:
    FakeSearch()
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *const socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { answer(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("the fake search cannot listen on loopback");
    }
    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1/api/v1"_s.arg(m_server.serverPort())); }

    std::vector<qint64> times; ///< created_at_i of hit number i, in any order
    QList<QByteArray> targets;

private:
    void answer(QTcpSocket *socket)
    {
        const QByteArray target = socket->readAll().split(' ').value(1);
        targets << target;
        const QString filters =
            QUrlQuery(QUrl::fromEncoded(target)).queryItemValue(u"numericFilters"_s, QUrl::FullyDecoded);
        qint64 after = -1;
        qint64 before = std::numeric_limits<qint64>::max();
        for (const QString &filter : filters.split(u',', Qt::SkipEmptyParts)) {
            if (filter.startsWith(u"created_at_i>"_s))
                after = filter.mid(13).toLongLong();
            else if (filter.startsWith(u"created_at_i<"_s))
                before = filter.mid(13).toLongLong();
        }
        std::vector<std::pair<qint64, std::size_t>> found;
        for (std::size_t i = 0; i < times.size(); ++i) {
            if (times[i] > after && times[i] < before)
                found.emplace_back(-times[i], i);
        }
        std::sort(found.begin(), found.end());
        QByteArray hits;
        for (std::size_t i = 0; i < std::min<std::size_t>(found.size(), 1000); ++i)
            hits += (i ? "," : "") + QByteArray("{\"objectID\":\"") + QByteArray::number(quint64(found[i].second))
                    + "\",\"author\":\"a\",\"comment_text\":\"t\",\"parent_id\":1,\"created_at_i\":"
                    + QByteArray::number(-found[i].first) + "}";
        const QByteArray body = "{\"hits\":[" + hits + "],\"nbHits\":" + QByteArray::number(quint64(found.size())) + "}";
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) +
                      "\r\nConnection: close\r\n\r\n" + body);
        socket->disconnectFromHost();
    }

    QTcpServer m_server;
};

} // namespace

class HackerNewsTest : public QObject
{
    Q_OBJECT

private slots:
    void anAnswerOfTheSearchIsRead();
    void aTreeOfCommentsIsRead();
    void theDocumentedExamplesAreRead();
    void badAnswersAreErrorsOrHolesButNoCrash_data();
    void badAnswersAreErrorsOrHolesButNoCrash();
    void moreThanAThousandHitsAreReadInSlices();
    void theNextReadingTakesTheLastHourAgainAndNoMore();
    void aSecondWithMoreThanASliceIsAGap();
    void anAuthorIsReadByItsTag();
    void whatCannotBeAskedHasNoReader();

private:
    std::unique_ptr<Connector> reader(const ReadTask &task)
    {
        return std::unique_ptr<Connector>(networks::makeReader(task, nullptr, m_http, m_clock, nullptr));
    }
    /// All pages of one walk; each cursor goes in again, as it would from the database.
    std::vector<Page> walk(const QUrl &base, networks::Cursor cursor = {})
    {
        std::vector<Page> pages;
        do {
            const auto connector = reader({.network = u"hackernews"_s,
                                           .what = ReadTask::What::Search,
                                           .query = u"lumio lampe"_s,
                                           .url = base});
            const Result<Page> page = fetchOnce(*connector, cursor);
            if (!page || !page->next)
                return {};
            cursor = *page->next;
            pages.push_back(*page);
        } while (pages.back().hasMore && pages.size() < 100);
        return pages;
    }

    core::ManualClock m_clock{core::instantFromMillis(kNow * 1000)};
    networks::HttpClient m_http{m_clock};
};

void HackerNewsTest::anAnswerOfTheSearchIsRead()
{
    const auto answer = networks::parseHackerNews(ownFixture(u"hackernews/search_by_date.json"_s), {});
    QVERIFY(answer);
    QCOMPARE(answer->hits, 3);
    QCOMPARE(answer->oldest, 1769839200);
    QCOMPARE(answer->posts.size(), 3u);
    const networks::Post &comment = answer->posts[0];
    QCOMPARE(comment.network, u"hackernews"_s);
    QCOMPARE(comment.remoteId, u"40000003"_s);
    QCOMPARE(comment.url, u"https://news.ycombinator.com/item?id=40000003"_s);
    QCOMPARE(comment.author.handle, u"lea_k"_s);
    QCOMPARE(comment.author.url, u"https://news.ycombinator.com/user?id=lea_k"_s);
    QCOMPARE(comment.text, u"My Lumio lamp got very hot / smoked.\n\nAnyone else?"_s);
    QCOMPARE(comment.inReplyTo, u"40000002"_s);
    QCOMPARE(comment.root, u"40000001"_s);
    QCOMPARE(core::toIso(comment.postedAt), u"2026-01-31T08:12:05Z"_s);
    const networks::Post &link = answer->posts[1];
    QCOMPARE(link.text, u"Lumio recalls its lamps &amp; chargers\n\nhttps://journal.example/lumio?a=1&b=2"_s);
    QCOMPARE(link.likes, 57);
    QCOMPARE(link.replies, 12);
    QCOMPARE(link.root, QString());
    QCOMPARE(answer->posts[2].text, u"Ask HN: Lumio lamps?\n\nIs it only lot 4417?"_s);
}

void HackerNewsTest::aTreeOfCommentsIsRead()
{
    const auto answer = networks::parseHackerNews(ownFixture(u"hackernews/item.json"_s), {});
    QVERIFY(answer);
    QCOMPARE(idsOf(answer->posts), QStringList({u"10"_s, u"12"_s}));
    QCOMPARE(answer->posts[1].text, u"> deleted"_s);
    QCOMPARE(answer->posts[1].inReplyTo, u"11"_s);
    QCOMPARE(answer->posts[1].root, u"10"_s);
}

void HackerNewsTest::theDocumentedExamplesAreRead()
{
    const auto shared = [](const QString &name) {
        QFile file(QStringLiteral(VIGIE_SHARED "/fixtures/hn/") + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray search = shared(u"search_by_date_doc_example.json"_s);
    if (search.isEmpty())
        QSKIP("the shared examples of Hacker News are absent");
    const auto answer = networks::parseHackerNews(search, m_clock.now());
    QVERIFY(answer);
    QCOMPARE(answer->posts.size(), 1u);
    QCOMPARE(answer->posts[0].remoteId, u"1"_s);
    QCOMPARE(answer->posts[0].author.handle, u"pg"_s);
    QCOMPARE(answer->posts[0].text, u"Y Combinator\n\nhttps://ycombinator.com"_s);
    QCOMPARE(answer->posts[0].likes, 57);
    QCOMPARE(answer->posts[0].postedAt, m_clock.now());
    const auto tree = networks::parseHackerNews(shared(u"item_doc_example.json"_s), {});
    QVERIFY(tree);
    QCOMPARE(idsOf(tree->posts), QStringList({u"1"_s, u"15"_s, u"17"_s}));
    QCOMPARE(tree->posts[1].text, u"\"the rising star of venture capital\" -unknown VC eating lunch on SHR"_s);
    QCOMPARE(tree->posts[2].inReplyTo, u"15"_s);
    QCOMPARE(core::toIso(tree->posts[2].postedAt), u"2006-10-09T19:52:45Z"_s);
}

void HackerNewsTest::badAnswersAreErrorsOrHolesButNoCrash_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("posts"); // -1: an error
    QTest::newRow("empty") << QByteArray() << -1;
    QTest::newRow("truncated") << QByteArray(R"({"hits":[{"objectID":"1")") << -1;
    QTest::newRow("HTML") << QByteArray("<html>503</html>") << -1;
    QTest::newRow("a list") << QByteArray("[]") << -1;
    QTest::newRow("an error with status 200") << QByteArray(R"({"message":"Too many requests","status":429})") << -1;
    QTest::newRow("hits of a wrong type") << QByteArray(R"({"hits":{"objectID":"1"}})") << -1;
    QTest::newRow("a hit of a wrong type") << QByteArray(R"({"hits":["1",null,7,[],{"objectID":"2"}]})") << 1;
    QTest::newRow("an id that is no whole number") << QByteArray(R"({"hits":[{"objectID":1.5},{"objectID":1.5E+30}]})") << 0;
    QTest::newRow("an id beyond 2^53") << QByteArray(R"({"hits":[{"objectID":9007199254740993}]})") << 1;
    QTest::newRow("members of wrong types")
        << QByteArray(R"({"hits":[{"objectID":"1","author":{},"comment_text":[],"points":"x","created_at_i":"y"}]})") << 1;
    QTest::newRow("nested too deeply") << QByteArray("{\"children\":[").repeated(5000) << -1;
}

void HackerNewsTest::badAnswersAreErrorsOrHolesButNoCrash()
{
    QFETCH(QByteArray, body);
    QFETCH(int, posts);
    const auto answer = networks::parseHackerNews(body, m_clock.now());
    QCOMPARE(answer ? int(answer->posts.size()) : -1, posts);
    if (posts == 1)
        QVERIFY(!answer->posts[0].remoteId.contains(u'e', Qt::CaseInsensitive));
    if (body.contains("9007199254740993"))
        QCOMPARE(answer->posts[0].remoteId, u"9007199254740993"_s);
}

void HackerNewsTest::moreThanAThousandHitsAreReadInSlices()
{
    FakeSearch search;
    for (int i = 0; i < 2500; ++i)
        search.times.push_back(kNow - i / 3); // three a second, so that slices end within a second
    const std::vector<Page> pages = walk(search.url());
    QCOMPARE(pages.size(), 3u);
    QSet<QString> ids;
    for (const Page &page : pages) {
        const QStringList some = idsOf(page.posts);
        ids.unite(QSet<QString>(some.begin(), some.end()));
        QVERIFY(page.gaps.empty());
    }
    QCOMPARE(ids.size(), 2500);
}

void HackerNewsTest::theNextReadingTakesTheLastHourAgainAndNoMore()
{
    FakeSearch search;
    search.times = {kNow - 10'000, kNow - 3000, kNow - 100};
    const std::vector<Page> first = walk(search.url());
    QCOMPARE(first.size(), 1u);
    QVERIFY(search.targets.at(0).contains("query=lumio%20lampe"));
    QVERIFY(search.targets.at(0).contains("tags=%28story%2Ccomment%29"));
    QVERIFY(!search.targets.at(0).contains("numericFilters"));
    search.times.push_back(kNow - 2000); // written long ago, indexed only now
    search.times.push_back(kNow);
    const std::vector<Page> second = walk(search.url(), *first.back().next);
    QCOMPARE(second.size(), 1u);
    QCOMPARE(idsOf(second[0].posts), QStringList({u"4"_s, u"2"_s, u"3"_s, u"1"_s}));
}

void HackerNewsTest::aSecondWithMoreThanASliceIsAGap()
{
    FakeSearch search;
    search.times.assign(1500, kNow);
    search.times.push_back(kNow - 60);
    const std::vector<Page> pages = walk(search.url());
    QVERIFY(!pages.empty());
    std::vector<networks::Gap> gaps;
    for (const Page &page : pages)
        gaps.insert(gaps.end(), page.gaps.begin(), page.gaps.end());
    QCOMPARE(gaps.size(), 1u);
    QCOMPARE(gaps[0].from, core::instantFromMillis(kNow * 1000));
    QVERIFY(idsOf(pages.back().posts).contains(u"1500"_s));
}

void HackerNewsTest::anAuthorIsReadByItsTag()
{
    FakeNetwork network;
    network.expect("/api/v1/search_by_date?tags=%28story%2Ccomment%29%2Cauthor_lea_k&hitsPerPage=1000",
                   {.body = ownFixture(u"hackernews/search_by_date.json"_s)});
    const auto connector = reader({.network = u"hackernews"_s,
                                   .what = ReadTask::What::Mentions,
                                   .query = u"lea_k"_s,
                                   .url = network.url(u"/api/v1/"_s)});
    QVERIFY(connector);
    const Result<Page> page = fetchOnce(*connector);
    network.verify();
    QVERIFY(page);
    QCOMPARE(page->posts.size(), 3u);
    QVERIFY(!page->hasMore);
}

void HackerNewsTest::whatCannotBeAskedHasNoReader()
{
    QVERIFY(!reader({.network = u"hackernews"_s, .what = ReadTask::What::Search, .query = u"  "_s}));
    QVERIFY(!reader({.network = u"hackernews"_s, .what = ReadTask::What::Mentions, .query = u"a),story"_s}));
    QVERIFY(!reader({.network = u"hackernews"_s, .what = ReadTask::What::Hashtag, .query = u"a"_s}));
}

QTEST_GUILESS_MAIN(HackerNewsTest)
#include "tst_hackernews.moc"
