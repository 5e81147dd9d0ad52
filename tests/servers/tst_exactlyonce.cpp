// SPDX-License-Identifier: GPL-3.0-or-later
// The way from the outbox to a server and back, with real requests over a line that breaks: each reply is there once, or the
// desk says that it does not know. The server here is one of a few lines; the same run serves for a real one.
#include "exactlyonce.h"
#include "fakemastodon.h"

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::networks;
using namespace vigie::reply;

namespace
{

/// The least that a sender is.
class TinySender final : public Sender
{
public:
    TinySender(HttpClient &http, QUrl server, FakeMastodon::Keys keys) : m_http(http), m_server(std::move(server)), m_keys(keys) {}

    void prepare(const OutgoingPost &post, Prepared done) override
    {
        const QByteArray body =
            QJsonDocument(QJsonObject{{u"status"_s, post.text}, {u"in_reply_to_id"_s, post.parentId}}).toJson();
        QMetaObject::invokeMethod(this, [done, body] { done(body); }, Qt::QueuedConnection);
    }
    void send(const OutgoingPost &post, Sent done) override
    {
        HttpRequest request{.url = m_server.resolved(QUrl(u"/api/v1/statuses"_s)), .verb = "POST", .body = post.prepared};
        request.headers = {{"Idempotency-Key", post.idempotencyKey.toUtf8()}, {"Content-Type", "application/json"}};
        request.timeout = std::chrono::milliseconds(250);
        m_http.sendOnce(request, this, [done](const Result<HttpResponse> &answer, Departure departure) {
            SendOutcome outcome;
            if (!answer) {
                outcome.kind = departure == Departure::Nothing ? SendOutcome::Kind::NotSent : SendOutcome::Kind::Unknown;
                outcome.error = answer.error();
            } else {
                outcome = {.kind = SendOutcome::Kind::Sent,
                           .post = postOf(QJsonDocument::fromJson(answer->body).object())};
            }
            done(outcome);
        });
    }
    void find(const OutgoingPost &post, Found done) override
    {
        m_http.send({.url = m_server.resolved(QUrl(u"/api/v1/accounts/1/statuses"_s))}, this,
                    [done, post](const Result<HttpResponse> &answer) {
                        if (!answer)
                            return done(fail(answer.error()));
                        const QJsonArray posts = QJsonDocument::fromJson(answer->body).array();
                        for (const QJsonValue &one : posts) {
                            const QJsonObject status = one.toObject();
                            if (status[u"text"_s] == post.text && status[u"in_reply_to_id"_s] == post.parentId)
                                return done(std::optional(postOf(status)));
                        }
                        done(std::optional<SentPost>());
                    });
    }
    void remove(const QString &, Removed done) override
    {
        QMetaObject::invokeMethod(this, [done] { done({}); }, Qt::QueuedConnection);
    }
    bool maySendAgain(const OutgoingPost &, core::Instant) const override { return m_keys == FakeMastodon::Keys::Obeyed; }

private:
    static SentPost postOf(const QJsonObject &status)
    {
        return {.remoteId = status[u"id"_s].toString(), .url = status[u"url"_s].toString()};
    }

    HttpClient &m_http;
    const QUrl m_server;
    const FakeMastodon::Keys m_keys;
};

} // namespace

class ExactlyOnceTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto check = ReplyCheck::shipped();
        QVERIFY2(check, qPrintable(check ? QString() : check.error().toString()));
        m_check = std::make_unique<ReplyCheck>(std::move(*check));
    }
    void eachReplyIsThereOnceOrUnknown_data()
    {
        QTest::addColumn<bool>("obeysKeys");
        QTest::newRow("a server that knows keys") << true;
        QTest::newRow("a server that shows our posts") << false;
    }
    void eachReplyIsThereOnceOrUnknown();

private:
    std::unique_ptr<ReplyCheck> m_check;
};

void ExactlyOnceTest::eachReplyIsThereOnceOrUnknown()
{
    QFETCH(bool, obeysKeys);
    FakeMastodon server(obeysKeys ? FakeMastodon::Keys::Obeyed : FakeMastodon::Keys::Ignored);
    ExactlyOnce test(*m_check,
                     {.name = QString::fromUtf8(QTest::currentDataTag()),
                      .server = server.url(),
                      .account = obeysKeys ? 1 : 2,
                      .makeSender =
                          [&server](HttpClient &http, const QUrl &baseUrl) {
                              return std::make_unique<TinySender>(http, baseUrl, server.keys());
                          },
                      .postsWith = [&server](const QString &text) { return server.postsWith(text); }},
                     {.replies = 80});
    test.run();
    std::printf("%s\n", qPrintable(test.printedTable()));
    QVERIFY2(test.wrong().isEmpty(), qPrintable(test.wrong().join(u'\n')));
    QVERIFY(test.crashes() > 0);
    int sent = 0;
    for (const auto &[fault, outcomes] : test.table()) {
        const auto found = outcomes.find(u"sent, there 1"_s);
        sent += found == outcomes.end() ? 0 : found->second;
    }
    // Where the server knows keys everything gets there; elsewhere all but what never reached it.
    QVERIFY2(sent > (obeysKeys ? 72 : 40), qPrintable(QString::number(sent)));
}

QTEST_GUILESS_MAIN(ExactlyOnceTest)
#include "tst_exactlyonce.moc"
