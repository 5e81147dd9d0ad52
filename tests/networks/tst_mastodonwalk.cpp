// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/mastodonwalk.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using networks::MastodonCursor;
using networks::MastodonItem;
using networks::MastodonList;
using networks::MastodonStep;
using networks::Post;

namespace
{

constexpr core::Instant kStart = core::instantFromMillis(1769847125000);

MastodonItem item(int number)
{
    MastodonItem result{.id = QString::number(number), .at = kStart + number * 1s};
    networks::MastodonStatus status;
    status.post.remoteId = result.id;
    result.status = status;
    return result;
}

/// A list on a server that does, or does not, what it is asked.
struct FakeList {
    int pageSize = 40;
    int depth = 1'000'000; ///< how many of its newest entries it gives at all
    bool honoursMaxId = true;
    bool honoursSince = true;
    std::vector<MastodonItem> items = {}; ///< the newest first

    void add(int from, int to)
    {
        std::vector<MastodonItem> all;
        for (int number = to; number >= from; --number)
            all.push_back(item(number));
        all.insert(all.end(), items.begin(), items.end());
        items = std::move(all);
    }

    [[nodiscard]] MastodonList page(const QString &before, const QString &since) const
    {
        MastodonList result;
        int rank = 0;
        for (const MastodonItem &entry : items) {
            if (++rank > depth)
                break;
            if (honoursMaxId && !before.isEmpty() && entry.id.toInt() >= before.toInt())
                continue;
            if (honoursSince && !since.isEmpty() && entry.id.toInt() <= since.toInt())
                break;
            if (int(result.items.size()) == pageSize)
                break;
            result.items.push_back(entry);
        }
        return result;
    }
};

struct Reading {
    QStringList ids = {};
    std::vector<networks::Gap> gaps = {};
    int requests = 0;
    bool wasStored = false;
};

/// Reads until nothing more is promised, with every cursor written down and read again.
Reading readAll(FakeList &list, MastodonCursor &cursor, bool asksSince, const std::function<void(int)> &between = {})
{
    Reading reading;
    for (bool hasMore = true; hasMore && reading.requests < 1000;) {
        const QString since = cursor.walk ? cursor.walk->since : (asksSince ? cursor.since() : QString());
        const MastodonList page = list.page(cursor.walk ? cursor.walk->before : QString(), since);
        const MastodonStep step = networks::walkOn(cursor, page, since, kStart + 100'000s);
        ++reading.requests;
        for (const Post &post : step.posts)
            reading.ids.append(post.remoteId);
        if (step.gap)
            reading.gaps.push_back(*step.gap);
        if (step.hasNews) {
            cursor = MastodonCursor::fromCursor(step.cursor.toCursor(), cursor.list);
            reading.wasStored = true;
        }
        hasMore = step.hasMore;
        if (between)
            between(reading.requests);
    }
    return reading;
}

bool holdsEachOnce(const QStringList &ids, int from, int to)
{
    QSet<QString> unique(ids.begin(), ids.end());
    if (unique.size() != ids.size() || ids.size() != to - from + 1)
        return false;
    for (int number = from; number <= to; ++number) {
        if (!unique.contains(QString::number(number)))
            return false;
    }
    return true;
}

} // namespace

class MastodonWalkTest : public QObject
{
    Q_OBJECT

private slots:
    void everyPostIsReadOnceWhateverTheServerIgnores_data();
    void everyPostIsReadOnceWhateverTheServerIgnores();
    void whatArrivesDuringAWalkComesWithTheNext();
    void aServerThatDoesNotPageBackLeavesAGapThatIsTold();
    void aServerThatKnowsOnlyItsNewestLeavesAGapThatIsTold_data();
    void aServerThatKnowsOnlyItsNewestLeavesAGapThatIsTold();
    void aWalkThatNeverEndsIsCutWithAGap();
    void theFirstWalkEndsQuietly();
    void deletedPlacesDoNotStopTheReading();
    void aLatePostBetweenKnownOnesIsFound();
    void anEditedPostComesAgain();
    void nothingNewLeavesTheCursorAlone();
    void disorderAndDoublesLoseNothing();
    void foreignCursorsCountAsEmpty_data();
    void foreignCursorsCountAsEmpty();
};

void MastodonWalkTest::everyPostIsReadOnceWhateverTheServerIgnores_data()
{
    QTest::addColumn<bool>("honoursSince");
    QTest::addColumn<bool>("asksSince");
    QTest::addColumn<int>("pageSize");
    for (const bool honours : {true, false}) {
        for (const bool asks : {true, false}) {
            for (const int size : {7, 40, 100'000}) {
                QTest::addRow("since %s, %s, pages of %d", honours ? "honoured" : "ignored", asks ? "asked" : "not asked", size)
                    << honours << asks << size;
            }
        }
    }
}

void MastodonWalkTest::everyPostIsReadOnceWhateverTheServerIgnores()
{
    QFETCH(bool, honoursSince);
    QFETCH(bool, asksSince);
    QFETCH(int, pageSize);
    FakeList list{.pageSize = pageSize, .honoursSince = honoursSince};
    list.add(1, 20);
    MastodonCursor cursor;
    QVERIFY(holdsEachOnce(readAll(list, cursor, asksSince).ids, 1, 20));
    for (int round = 0; round < 3; ++round) {
        const int from = 21 + round * 120;
        list.add(from, from + 119);
        const Reading reading = readAll(list, cursor, asksSince);
        QVERIFY(holdsEachOnce(reading.ids, from, from + 119));
        QVERIFY(reading.gaps.empty());
        const Reading again = readAll(list, cursor, asksSince);
        QVERIFY(again.ids.isEmpty());
        QCOMPARE(again.requests, 1);
    }
}

void MastodonWalkTest::whatArrivesDuringAWalkComesWithTheNext()
{
    FakeList list{.pageSize = 10};
    list.add(1, 5);
    MastodonCursor cursor;
    readAll(list, cursor, false);
    list.add(6, 60);
    int next = 61;
    QStringList ids = readAll(list, cursor, false, [&](int) {
                          list.add(next, next + 2);
                          next += 3;
                      }).ids;
    ids += readAll(list, cursor, false).ids;
    QVERIFY(holdsEachOnce(ids, 6, next - 1));
}

void MastodonWalkTest::aServerThatDoesNotPageBackLeavesAGapThatIsTold()
{
    FakeList list{.pageSize = 20, .honoursMaxId = false, .honoursSince = false};
    list.add(1, 20);
    MastodonCursor cursor;
    QVERIFY(readAll(list, cursor, true).gaps.empty());
    list.add(21, 30); // less than a page: nothing is missed
    const Reading small = readAll(list, cursor, true);
    QVERIFY(holdsEachOnce(small.ids, 21, 30));
    QVERIFY(small.gaps.empty());
    list.add(31, 100);
    const Reading large = readAll(list, cursor, true);
    QVERIFY(holdsEachOnce(large.ids, 81, 100));
    QCOMPARE(large.gaps.size(), 1u);
    QCOMPARE(large.gaps[0].from, kStart + 30s);
    QCOMPARE(large.gaps[0].to, kStart + 81s);
    QVERIFY(readAll(list, cursor, true).gaps.empty());
}

void MastodonWalkTest::aServerThatKnowsOnlyItsNewestLeavesAGapThatIsTold_data()
{
    QTest::addColumn<bool>("asksSince");
    QTest::addColumn<bool>("honoursSince");
    QTest::newRow("not asked to end") << false << true;
    QTest::newRow("asked to end, and obeys") << true << true;
    QTest::newRow("asked to end, and ignores it") << true << false;
}

void MastodonWalkTest::aServerThatKnowsOnlyItsNewestLeavesAGapThatIsTold()
{
    QFETCH(bool, asksSince);
    QFETCH(bool, honoursSince);
    FakeList list{.pageSize = 64, .depth = 64, .honoursSince = honoursSince};
    list.add(1, 60);
    MastodonCursor cursor;
    readAll(list, cursor, asksSince);
    list.add(61, 110);
    const Reading complete = readAll(list, cursor, asksSince);
    QVERIFY(holdsEachOnce(complete.ids, 61, 110));
    QVERIFY(complete.gaps.empty());
    list.add(111, 300);
    const Reading cut = readAll(list, cursor, asksSince);
    QVERIFY(holdsEachOnce(cut.ids, 237, 300));
    QCOMPARE(cut.gaps.size(), 1u);
    QCOMPARE(cut.gaps[0].from, kStart + 110s);
    QCOMPARE(cut.gaps[0].to, kStart + 237s);
}

void MastodonWalkTest::aWalkThatNeverEndsIsCutWithAGap()
{
    FakeList list{.pageSize = 1};
    list.add(1, 1);
    MastodonCursor cursor;
    readAll(list, cursor, false);
    list.add(2, 400);
    const Reading reading = readAll(list, cursor, false);
    QCOMPARE(reading.requests, MastodonCursor::kMaxPages);
    QCOMPARE(reading.gaps.size(), 1u);
    QCOMPARE(reading.gaps[0].from, kStart + 1s);
    QVERIFY(readAll(list, cursor, false).ids.isEmpty());
}

void MastodonWalkTest::theFirstWalkEndsQuietly()
{
    FakeList list{.pageSize = 40};
    list.add(1, 5000);
    MastodonCursor cursor;
    const Reading reading = readAll(list, cursor, false);
    QCOMPARE(reading.ids.size(), 40 * MastodonCursor::kMaxFirstPages);
    QVERIFY(reading.gaps.empty());
    QVERIFY(readAll(list, cursor, false).ids.isEmpty());
    FakeList empty;
    MastodonCursor begun;
    QVERIFY(readAll(empty, begun, false).wasStored);
    QVERIFY(begun.hasBegun);
    QVERIFY(!readAll(empty, begun, false).wasStored);
    empty.add(1, 100); // and where nothing was known, nothing can be missed
    const Reading second = readAll(empty, begun, false);
    QVERIFY(holdsEachOnce(second.ids, 1, 100));
    QVERIFY(second.gaps.empty());
}

void MastodonWalkTest::deletedPlacesDoNotStopTheReading()
{
    FakeList list{.pageSize = 40};
    list.add(1, 300);
    MastodonCursor cursor;
    readAll(list, cursor, false);
    list.items.erase(list.items.begin(), list.items.begin() + 250); // all but the oldest are gone
    list.add(301, 310);
    const Reading reading = readAll(list, cursor, false);
    QVERIFY(holdsEachOnce(reading.ids, 301, 310));
    QVERIFY(reading.gaps.empty()); // what was known is met below
}

void MastodonWalkTest::aLatePostBetweenKnownOnesIsFound()
{
    FakeList list{.pageSize = 40};
    list.add(1, 50);
    MastodonCursor cursor;
    readAll(list, cursor, false);
    MastodonItem late = item(5000);
    late.at = kStart + 45s;
    list.items.insert(list.items.begin() + 5, late); // federation brought it late, under its own old time
    QCOMPARE(readAll(list, cursor, false).ids, QStringList{u"5000"_s});
}

void MastodonWalkTest::anEditedPostComesAgain()
{
    FakeList list{.pageSize = 40};
    list.add(1, 50);
    MastodonCursor cursor;
    readAll(list, cursor, false);
    list.items[3].status->isEdited = true;
    const Reading reading = readAll(list, cursor, false);
    QCOMPARE(reading.ids, QStringList{u"47"_s});
    QVERIFY(!reading.wasStored);
}

void MastodonWalkTest::nothingNewLeavesTheCursorAlone()
{
    FakeList list{.pageSize = 40};
    list.add(1, 50);
    MastodonCursor cursor;
    QVERIFY(readAll(list, cursor, true).wasStored);
    const MastodonCursor before = cursor;
    QVERIFY(!readAll(list, cursor, true).wasStored);
    QVERIFY(cursor == before);
}

void MastodonWalkTest::disorderAndDoublesLoseNothing()
{
    FakeList list{.pageSize = 100'000};
    list.add(1, 200);
    std::reverse(list.items.begin(), list.items.end());
    list.items.insert(list.items.end(), list.items.begin(), list.items.begin() + 50);
    MastodonCursor cursor;
    const QStringList ids = readAll(list, cursor, false).ids;
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 200);
    list.items.insert(list.items.begin() + 120, item(201));
    QCOMPARE(readAll(list, cursor, false).ids, QStringList{u"201"_s});
}

void MastodonWalkTest::foreignCursorsCountAsEmpty_data()
{
    QTest::addColumn<QByteArray>("cursor");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("nonsense") << QByteArray("nonsense");
    QTest::newRow("another list") << MastodonCursor{.list = u"other"_s, .hasBegun = true, .seen = {u"1"_s}}.toCursor();
    QTest::newRow("another version") << QByteArray(R"({"v":99,"list":"mine","begun":true,"seen":["1"]})");
    QTest::newRow("wrong types") << QByteArray(R"({"v":1,"list":"mine","begun":"yes","seen":{"a":1},"newest":"now","walk":[]})");
}

void MastodonWalkTest::foreignCursorsCountAsEmpty()
{
    QFETCH(QByteArray, cursor);
    MastodonCursor expected;
    expected.list = u"mine"_s;
    QVERIFY(MastodonCursor::fromCursor(cursor, u"mine"_s) == expected);
}

QTEST_APPLESS_MAIN(MastodonWalkTest)
#include "tst_mastodonwalk.moc"
