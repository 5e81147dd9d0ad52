// SPDX-License-Identifier: GPL-3.0-or-later
// The program's own senders, through a line that breaks, on servers that none of us wrote: whatever happens on the way, and
// whenever the program ends, each reply is there once, or the desk says that it does not know.
#include "servers/exactlyonce.h"
#include "servers/numberedtext.h"
#include "servers/realnetwork.h"

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::reply;

namespace
{

constexpr int kReplies = 300;
const QString kNetwork = QStringLiteral(VIGIE_NETWORK);

/// A post of Bluesky's has its address before it leaves: what did not arrive is sent again. The server of Mastodon's kind knows
/// no keys: what was cut off before it was read stays unknown until a person says.
int leastSent()
{
    return kNetwork == u"bluesky" ? kReplies * 95 / 100 : kReplies / 2;
}

} // namespace

class OnceOnServersTest : public QObject
{
    Q_OBJECT

private slots:
    void eachReplyIsThereOnceOrUnknown();
};

void OnceOnServersTest::eachReplyIsThereOnceOrUnknown()
{
    const std::unique_ptr<RealNetwork> network = RealNetwork::make(kNetwork, u"alice"_s);
    if (!network)
        QSKIP("no server of this kind was started");
    auto check = ReplyCheck::shipped();
    QVERIFY(check);
    std::optional<QHash<int, int>> there;
    ExactlyOnce test(*check,
                     {.name = kNetwork,
                      .server = network->server(),
                      .recipient = network->recipient,
                      .settleIn = [&network](test::ReplyWorld &world, const QUrl &base) { askIn(world, *network, base); },
                      .makeSender = [&network](networks::HttpClient &http,
                                               const QUrl &base) { return network->makeSender(http, base); },
                      .postsWith =
                          [&network, &there](const QString &text) {
                              if (!there)
                                  there = network->repliesThere();
                              return there->value(numberIn(text));
                          }},
                     {.replies = kReplies, .time = ExactlyOnce::Time::Real});
    test.run();
    std::printf("%s\n", qPrintable(test.printedTable()));
    QVERIFY2(test.wrong().isEmpty(), qPrintable(test.wrong().join(u'\n')));
    QVERIFY(test.crashes() > 0);
    int sent = 0;
    for (const auto &[fault, outcomes] : test.table()) {
        for (const auto &[outcome, count] : outcomes) {
            QVERIFY2(!outcome.startsWith(u"waiting"), "not all was settled in time");
            sent += outcome == u"sent, there 1" ? count : 0;
        }
    }
    QVERIFY2(sent >= leastSent(), qPrintable(QString::number(sent)));
}

QTEST_GUILESS_MAIN(OnceOnServersTest)
#include "tst_onceonservers.moc"
