// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/language.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using vigie::analysis::detectLanguage;

class LanguageTest : public QObject
{
    Q_OBJECT

private slots:
    void aPostIsReadInItsLanguage_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("hint");
        QTest::addColumn<QString>("expected");
        QTest::newRow("french") << u"Bonjour, mon colis n'est toujours pas arrivé, que faites-vous ?"_s << QString()
                                << u"fr"_s;
        QTest::newRow("english") << u"Hello, my parcel has still not arrived, what are you doing?"_s << QString()
                                 << u"en"_s;
        QTest::newRow("french without accents")
            << u"J'attends depuis une heure et personne ne repond"_s << QString() << u"fr"_s;
        QTest::newRow("short english") << u"That's not what you said"_s << QString() << u"en"_s;
        QTest::newRow("the text beats the hint") << u"I don't know what to do with this thing"_s << u"fr"_s << u"en"_s;
        QTest::newRow("german") << u"Ich warte seit drei Stunden auf meinen Zug und niemand weiß etwas"_s << QString()
                                << u"de"_s;
        QTest::newRow("german with an english phrase")
            << u"Wir haben gestern Abend zusammen \"The Good and the Bad\" im Kino gesehen und waren begeistert"_s
            << QString() << u"de"_s;
        QTest::newRow("spanish") << u"Llevo dos horas esperando el tren y nadie nos dice nada"_s << QString()
                                 << u"es"_s;
        QTest::newRow("japanese") << u"電車がまた遅れています。どうしてですか"_s << QString() << u"ja"_s;
        QTest::newRow("links and handles do not count")
            << u"@the_and_you https://the.and/you/that Le train est encore en retard et nous attendons"_s << QString()
            << u"fr"_s;
        QTest::newRow("nothing") << QString() << QString() << u"und"_s;
        QTest::newRow("only a link") << u"https://example.org/the/and"_s << QString() << u"und"_s;
        QTest::newRow("the hint where the text says nothing") << u"😡😡😡"_s << u"fr-CA"_s << u"fr"_s;
        QTest::newRow("a hint that is none") << u"😡😡😡"_s << u"und"_s << u"und"_s;
        QTest::newRow("an old code in the hint") << u"123"_s << u"iw"_s << u"he"_s;
    }
    void aPostIsReadInItsLanguage()
    {
        QFETCH(QString, text);
        QFETCH(QString, hint);
        QFETCH(QString, expected);
        QCOMPARE(detectLanguage(text, hint), expected);
    }

    void realPostsAreReadRight_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("language");
        QTest::newRow("english") << u"en_umsab.dev.jsonl"_s << u"en"_s;
        QTest::newRow("french") << u"fr_umsab.dev.jsonl"_s << u"fr"_s;
    }
    void realPostsAreReadRight()
    {
        QFETCH(QString, file);
        QFETCH(QString, language);
        QFile posts(QStringLiteral(VIGIE_SHARED) + u"/data/tonality/"_s + file);
        if (!posts.open(QIODevice::ReadOnly))
            QSKIP("the labelled posts are not here");
        int right = 0;
        int all = 0;
        while (!posts.atEnd()) {
            const QString text = QJsonDocument::fromJson(posts.readLine()).object().value(u"text"_s).toString();
            right += detectLanguage(text) == language ? 1 : 0;
            ++all;
        }
        QVERIFY2(right * 100 >= all * 96, qPrintable(u"%1 of %2"_s.arg(right).arg(all)));
    }
};

QTEST_APPLESS_MAIN(LanguageTest)
#include "tst_language.moc"
