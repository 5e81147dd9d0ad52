// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/capabilities.h"
#include "networks/postfields.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie::networks;

class PostFieldsTest : public QObject
{
    Q_OBJECT

private slots:
    void anOrdinaryAddressIsKept_data();
    void anOrdinaryAddressIsKept();
    void anAddressThatCannotBeOpenedIsDropped_data();
    void anAddressThatCannotBeOpenedIsDropped();
    void theQuickLookTakesNothingThatTheCloseOneRefuses();
};

void PostFieldsTest::anOrdinaryAddressIsKept_data()
{
    QTest::addColumn<QByteArray>("address");
    for (const char *address :
         {"https://exemple.org", "https://veille.exemple/@lea/9007199254740993", "http://a-b.exemple.org/?q=1&r=2#top",
          "https://exemple.org:8443/a", "https://xn--exmple-cva.org/", "https://127.0.0.1/x", "https://exemplé.org/é"})
        QTest::newRow(address) << QByteArray(address);
}

void PostFieldsTest::anOrdinaryAddressIsKept()
{
    QFETCH(QByteArray, address);
    QCOMPARE(openableUrlFromUtf8(address.toStdString()), QString::fromUtf8(address));
}

void PostFieldsTest::anAddressThatCannotBeOpenedIsDropped_data()
{
    QTest::addColumn<QByteArray>("address");
    for (const char *address : {"", "javascript:alert(1)", "file:///etc/passwd", "https://",
                                "https://veille.exempl-/@lea/1", "https://-a.org/", "https://a..org/",
                                "https://me:secret@exemple.org/", "https://exemple.org/a b", "//exemple.org/"})
        QTest::newRow(address) << QByteArray(address);
}

void PostFieldsTest::anAddressThatCannotBeOpenedIsDropped()
{
    QFETCH(QByteArray, address);
    QCOMPARE(openableUrlFromUtf8(address.toStdString()), QString());
}

void PostFieldsTest::theQuickLookTakesNothingThatTheCloseOneRefuses()
{
    constexpr std::string_view kParts = "aZ09.-_~/?#@:=&%+!*'(),;[";
    QRandomGenerator random(7);
    int kept = 0;
    for (int i = 0; i < 200'000; ++i) {
        std::string address = "https://";
        for (int length = random.bounded(1, 14); length > 0; --length)
            address += kParts[std::size_t(random.bounded(int(kParts.size())))];
        const QString url = openableUrlFromUtf8(address);
        kept += url.isEmpty() ? 0 : 1;
        QVERIFY2(url.isEmpty() || postUrlIsOpenable(url), address.c_str());
    }
    QVERIFY(kept > 1000);
}

QTEST_GUILESS_MAIN(PostFieldsTest)
#include "tst_postfields.moc"
