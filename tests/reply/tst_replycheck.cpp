// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/replycheck.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::reply;

class ReplyCheckTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto check = ReplyCheck::shipped();
        QVERIFY2(check, qPrintable(check ? QString() : check.error().toString()));
        m_check = std::make_unique<ReplyCheck>(std::move(*check));
    }

    void aGoodReplyHasNoError();
    void anUnfilledVariableIsAnError_data();
    void anUnfilledVariableIsAnError();
    void positionsAreCodePoints();
    void aTextTooLongForItsNetworkIsAnError();
    void aServersOwnLimitReplacesTheUsualOne();
    void personalDataIsAnErrorInPublicOnly();
    void aDefensiveToneWarnsButNeverStops();
    void findingsStandInTheOrderOfTheText();

private:
    ReplyReport check(const QString &text, const QString &network = u"mastodon"_s) const
    {
        return m_check->check({.text = text, .network = network});
    }
    static const ReplyFinding *find(const ReplyReport &report, QStringView rule)
    {
        for (const ReplyFinding &finding : report.findings) {
            if (finding.rule == rule)
                return &finding;
        }
        return nullptr;
    }

    std::unique_ptr<ReplyCheck> m_check;
};

void ReplyCheckTest::aGoodReplyHasNoError()
{
    const auto report = check(u"Thank you for telling us. We are looking into it and come back to you before noon."_s);
    QVERIFY(!report.hasErrors());
    QVERIFY(report.length.fits);
    QVERIFY(!report.parts.empty());
}

void ReplyCheckTest::anUnfilledVariableIsAnError_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("end");
    QTest::newRow("plain") << u"Hi {{author}}!"_s << 3 << 13;
    QTest::newRow("spaces") << u"Hi {{ next_update }}"_s << 3 << 20;
    QTest::newRow("empty") << u"{{}}"_s << 0 << 4;
    QTest::newRow("not closed") << u"Hi {{author, thank you"_s << 3 << 5;
}

void ReplyCheckTest::anUnfilledVariableIsAnError()
{
    QFETCH(QString, text);
    const auto report = check(text);
    const ReplyFinding *finding = find(report, u"empty-variable");
    QVERIFY(finding);
    QCOMPARE(finding->severity, FindingSeverity::Error);
    QTEST(int(finding->start), "start");
    QTEST(int(finding->end), "end");
    QVERIFY(!finding->message.isEmpty());
}

void ReplyCheckTest::positionsAreCodePoints()
{
    const auto report = check(u"😀😀 {{link}}"_s);
    QCOMPARE(find(report, u"empty-variable")->start, 3);
    QCOMPARE(find(report, u"empty-variable")->end, 11);
}

void ReplyCheckTest::aTextTooLongForItsNetworkIsAnError()
{
    const auto report = check(QString(301, u'a'), u"bluesky"_s);
    const ReplyFinding *finding = find(report, u"over-length");
    QVERIFY(finding);
    QCOMPARE(finding->severity, FindingSeverity::Error);
    QCOMPARE(finding->start, 300);
    QCOMPARE(finding->end, 301);
    QVERIFY(finding->message.contains(u"1"_s));
    QVERIFY(!check(QString(300, u'a'), u"bluesky"_s).has(u"over-length"));
}

void ReplyCheckTest::aServersOwnLimitReplacesTheUsualOne()
{
    ReplyCheckRequest request = {.text = QString(600, u'a'), .network = u"mastodon"_s};
    QVERIFY(m_check->check(request).has(u"over-length"));
    request.lengthLimit = 5000;
    QVERIFY(!m_check->check(request).has(u"over-length"));
}

void ReplyCheckTest::personalDataIsAnErrorInPublicOnly()
{
    ReplyCheckRequest request = {.text = u"Thank you, we wrote to lea.martin@mail.example."_s, .network = u"mastodon"_s};
    const auto report = m_check->check(request);
    QVERIFY(find(report, u"personal-data"));
    QVERIFY(report.hasErrors());
    request.visibility = Visibility::Private;
    QVERIFY(!m_check->check(request).hasErrors());
}

void ReplyCheckTest::aDefensiveToneWarnsButNeverStops()
{
    const auto report = m_check->check({.text = u"C’est de votre faute, vous n’aviez qu’à lire la notice."_s,
                                        .network = u"mastodon"_s,
                                        .language = core::Language::French});
    QVERIFY(!report.findings.empty());
    QVERIFY(!report.hasErrors());
}

void ReplyCheckTest::findingsStandInTheOrderOfTheText()
{
    const auto report = check(u"{{b}} then lea.martin@mail.example then {{a}}"_s);
    qsizetype last = 0;
    for (const ReplyFinding &finding : report.findings) {
        if (finding.start == finding.end)
            break;
        QVERIFY(finding.start >= last);
        last = finding.start;
    }
    QCOMPARE(report.findings.front().rule, u"empty-variable"_s);
}

QTEST_GUILESS_MAIN(ReplyCheckTest)
#include "tst_replycheck.moc"
