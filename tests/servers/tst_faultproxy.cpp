// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakemastodon.h"
#include "faultproxy.h"
#include "networks/httpclient.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::networks;

class FaultProxyTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<FakeMastodon>(FakeMastodon::Keys::Ignored);
        m_proxy = std::make_unique<FaultProxy>(m_server->url());
        m_proxy->setDelay(std::chrono::milliseconds(250));
        m_http = std::make_unique<HttpClient>(m_clock);
    }
    void cleanup()
    {
        m_http.reset();
        m_proxy.reset();
        m_server.reset();
    }

    void eachFaultDoesWhatItSays_data();
    void eachFaultDoesWhatItSays();
    void onlyTheNextWritingRequestIsSpoilt();
    void whereNoServerIsNothingIsAnswered();

private:
    struct Answer {
        std::optional<Result<HttpResponse>> result;
        Departure departure = Departure::Nothing;
    };
    void post(Answer &answer, std::chrono::milliseconds timeout = std::chrono::seconds(5))
    {
        HttpRequest request{.url = m_proxy->url().resolved(QUrl(u"/api/v1/statuses"_s)), .verb = "POST"};
        request.body = R"({"status":"Thank you."})";
        request.timeout = timeout;
        m_http->sendOnce(request, this, [&answer](const Result<HttpResponse> &result, Departure departure) {
            answer.result = result;
            answer.departure = departure;
        });
    }

    core::SystemClock m_clock;
    std::unique_ptr<FakeMastodon> m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<HttpClient> m_http;
};

Q_DECLARE_METATYPE(Fault)

void FaultProxyTest::eachFaultDoesWhatItSays_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<bool>("isAnswered");
    QTest::addColumn<int>("posts"); // in the end, whatever we were told
    const auto row = [](Fault fault, bool isAnswered, int posts) {
        QTest::newRow(qPrintable(faultName(fault))) << fault << isAnswered << posts;
    };
    row(Fault::None, true, 1);
    row(Fault::CutBeforeRequest, false, 0);
    row(Fault::CutDuringRequest, false, 0);
    row(Fault::CutAfterRequest, false, 1);
    row(Fault::CutDuringAnswer, false, 1);
    row(Fault::DelayedRequest, false, 1);
    row(Fault::DelayedAnswer, false, 1);
    row(Fault::NoAnswer, false, 1);
}

void FaultProxyTest::eachFaultDoesWhatItSays()
{
    QFETCH(Fault, fault);
    QFETCH(bool, isAnswered);
    QFETCH(int, posts);
    m_proxy->arm(fault);
    Answer answer;
    post(answer, std::chrono::milliseconds(fault == Fault::None ? 5000 : 120));
    QTRY_VERIFY(answer.result);
    QCOMPARE(answer.result->has_value(), isAnswered);
    QCOMPARE(answer.departure, Departure::Possible); // a connection was made: nobody can say that nothing left
    if (posts == 0)
        QTest::qWait(50);
    QTRY_COMPARE(m_server->postsWith(u"Thank you."_s), posts);
    QCOMPARE(m_proxy->done().at(fault), 1);
}

void FaultProxyTest::onlyTheNextWritingRequestIsSpoilt()
{
    m_proxy->arm(Fault::CutAfterRequest);
    std::optional<Result<HttpResponse>> read;
    m_http->send({.url = m_proxy->url().resolved(QUrl(u"/api/v1/accounts/1/statuses"_s))}, this,
                 [&read](const Result<HttpResponse> &result) { read = result; });
    QTRY_VERIFY(read);
    QVERIFY(read->has_value());
    Answer first;
    post(first);
    QTRY_VERIFY(first.result);
    QVERIFY(!*first.result);
    Answer second;
    post(second);
    QTRY_VERIFY(second.result);
    QVERIFY(second.result->has_value());
    QCOMPARE(m_server->postsWith(u"Thank you."_s), 2);
}

void FaultProxyTest::whereNoServerIsNothingIsAnswered()
{
    m_server.reset();
    Answer answer;
    post(answer);
    QTRY_VERIFY(answer.result);
    QVERIFY(!*answer.result);
}

QTEST_GUILESS_MAIN(FaultProxyTest)
#include "tst_faultproxy.moc"
