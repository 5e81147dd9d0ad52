// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/walkcursor.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using networks::Page;
using networks::Post;
using networks::WalkCursor;

namespace
{

core::Instant minute(int number)
{
    return core::instantFromMillis(1'700'000'000'000) + std::chrono::minutes(number);
}

/// Posts "newest" down to "oldest", one a minute.
Page pageOf(int newest, int oldest)
{
    Page page;
    for (int i = newest; i >= oldest; --i) {
        Post post;
        post.remoteId = u"p%1"_s.arg(i);
        post.postedAt = minute(i);
        page.posts.push_back(post);
    }
    return page;
}

} // namespace

class WalkCursorTest : public QObject
{
    Q_OBJECT

private slots:
    void itWalksBackToWhatIsKnown();
    void aDeletedAnchorIsPassedByTime();
    void aBudgetThatEndsIsAGapButNotTheFirstTime();
    void anEmptyPageKeepsWhatIsKnown();
    void anythingElseIsAnEmptyCursor_data();
    void anythingElseIsAnEmptyCursor();
};

void WalkCursorTest::itWalksBackToWhatIsKnown()
{
    WalkCursor walk;
    Page first = pageOf(10, 1);
    networks::walkOn(walk, first, {}, 5);
    QVERIFY(!first.hasMore);
    walk = WalkCursor::from(*first.next);
    QCOMPARE(walk.known.size(), 10);
    QCOMPARE(walk.knownUntil, minute(10));

    Page second = pageOf(30, 21);
    networks::walkOn(walk, second, u"t1"_s, 5);
    QVERIFY(second.hasMore);
    walk = WalkCursor::from(*second.next); // a restart in the middle of the walk
    QCOMPARE(walk.pageToken, u"t1"_s);
    QCOMPARE(walk.knownUntil, minute(10));
    Page third = pageOf(20, 11);
    networks::walkOn(walk, third, u"t2"_s, 5);
    QVERIFY(third.hasMore);
    Page fourth = pageOf(10, 1);
    networks::walkOn(walk, fourth, u"t3"_s, 5);
    QVERIFY(!fourth.hasMore);
    QCOMPARE(walk.pageToken, QString());
    QCOMPARE(walk.known.front(), u"p30"_s);
    QCOMPARE(walk.known.size(), 30);
    QCOMPARE(walk.knownUntil, minute(30));
}

void WalkCursorTest::aDeletedAnchorIsPassedByTime()
{
    WalkCursor walk;
    Page first = pageOf(20, 20);
    networks::walkOn(walk, first, {}, 5);
    Page second = pageOf(40, 21);
    networks::walkOn(walk, second, u"a"_s, 5);
    QVERIFY(second.hasMore);
    Page third = pageOf(19, 1); // "p20" is gone
    networks::walkOn(walk, third, u"b"_s, 5);
    QVERIFY(!third.hasMore);
}

void WalkCursorTest::aBudgetThatEndsIsAGapButNotTheFirstTime()
{
    WalkCursor walk;
    Page first = pageOf(10, 6);
    networks::walkOn(walk, first, u"a"_s, 1);
    QVERIFY(!first.hasMore);
    QVERIFY(first.gaps.empty());
    Page second = pageOf(100, 91);
    networks::walkOn(walk, second, u"a"_s, 2);
    QVERIFY(second.hasMore);
    Page third = pageOf(90, 81);
    networks::walkOn(walk, third, u"b"_s, 2);
    QVERIFY(!third.hasMore);
    QCOMPARE(third.gaps.size(), 1u);
    QCOMPARE(third.gaps[0].from, minute(10));
    QCOMPARE(third.gaps[0].to, minute(81));
    QCOMPARE(walk.knownUntil, minute(100));
}

void WalkCursorTest::anEmptyPageKeepsWhatIsKnown()
{
    WalkCursor walk;
    Page first = pageOf(10, 1);
    networks::walkOn(walk, first, {}, 5);
    const WalkCursor before = walk;
    Page empty;
    networks::walkOn(walk, empty, {}, 5);
    QCOMPARE(walk, before);
    QCOMPARE(WalkCursor::from(*empty.next), before);
}

void WalkCursorTest::anythingElseIsAnEmptyCursor_data()
{
    QTest::addColumn<QByteArray>("cursor");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a feed's") << QByteArray(R"({"etag":"x"})");
    QTest::newRow("a list") << QByteArray("[1]");
    QTest::newRow("wrong types") << QByteArray(R"({"known":{},"known_until":"x","page":7,"pages":-3,"more":[]})");
}

void WalkCursorTest::anythingElseIsAnEmptyCursor()
{
    QFETCH(QByteArray, cursor);
    QCOMPARE(WalkCursor::from(cursor), WalkCursor());
}

QTEST_APPLESS_MAIN(WalkCursorTest)
#include "tst_walkcursor.moc"
