// SPDX-License-Identifier: GPL-3.0-or-later
#include "house/lineartime.h"
#include "networks/plaintext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;

class PlainTextTest : public QObject
{
    Q_OBJECT

private slots:
    void htmlBecomesWhatAReaderSees_data();
    void htmlBecomesWhatAReaderSees();
    void directionalOverridesAndControlsAreRemoved();
    void invalidUtf8BecomesReplacementCharacters();
    void theResultIsCutAtAWholeCharacter();
    void hostileInputTakesLinearTime_data();
    void hostileInputTakesLinearTime();
};

void PlainTextTest::htmlBecomesWhatAReaderSees_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &html, const QString &expected) {
        QTest::newRow(name) << html << expected;
    };
    row("empty", {}, {});
    row("plain", u"Bonjour  à\n tous"_s, u"Bonjour à tous"_s);
    row("paragraphs", u"<p>un</p><p>deux<br>trois</p>"_s, u"un\n\ndeux\ntrois"_s);
    row("two breaks", u"un<br><br/>deux"_s, u"un\n\ndeux"_s);
    row("blocks", u"<div>un<div>deux</div></div>trois"_s, u"un\ndeux\ntrois"_s);
    row("inline", u"<b>un</b><i>e</i> <a href='x'>lien</a>"_s, u"une lien"_s);
    row("list", u"<p>x</p><ul><li>un</li><li><p>deux</p></ul>fin"_s, u"x\n\n- un\n- deux\n\nfin"_s);
    row("numbered list", u"<ol start=3><li>un<li>deux</ol>"_s, u"3. un\n4. deux"_s);
    row("table", u"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"_s, u"a b\nc"_s);
    row("preformatted", u"<pre>a\n  b</pre>c"_s, u"a\n  b\nc"_s);
    row("script", u"a<script>if (a<b) alert('</p>')</script><style>p{}</style>b"_s, u"ab"_s);
    row("head", u"<html><head><title>T</title><meta x></head><body>b</body></html>"_s, u"b"_s);
    row("comment", u"a<!-- <b> -->b<!doctype x><?php x ?>c"_s, u"abc"_s);
    row("svg", u"a<svg><title>x</title><text>y</text></svg>b"_s, u"ab"_s);
    row("entities", u"&eacute;&amp;&lt;b&gt;&nbsp;&#233;&#xe9;&#128;&hellip;&euro"_s,
        u"é&<b>\u00a0éé€…&euro"_s);
    row("old entities", u"AT&ampT &copy2024 &notit; a &b=c"_s, u"AT&T ©2024 ¬it; a &b=c"_s);
    row("impossible numbers", u"&#0;&#xD800;&#99999999999;"_s, u"\ufffd\ufffd\ufffd"_s);
    row("less-than", u"1 < 2 et 3 <4 <3"_s, u"1 < 2 et 3 <4 <3"_s);
    row("escaped markup is text", u"&lt;script&gt;x&lt;/script&gt;"_s, u"<script>x</script>"_s);
    row("quoted greater-than", u"<a title=\"a > b\">x</a>"_s, u"x"_s);
    row("mastodon link",
        u"<p>Lire <a href=\"https://example.org/un/long/chemin\"><span class=\"invisible\">https://</span>"
        "<span class=\"ellipsis\">example.org/un/lo</span><span class=\"invisible\">ng/chemin</span></a> svp</p>"_s,
        u"Lire example.org/un/lo… svp"_s);
    row("mastodon mention",
        u"<p><span class=\"h-card\"><a href=\"https://a.b/@c\" class=\"u-url mention\">@<span>c</span></a></span> oui</p>"_s,
        u"@c oui"_s);
    row("unclosed invisible ends with its paragraph", u"<p><span class='invisible'>x<p>y"_s, u"y"_s);
    row("emoji picture", u"ok <img class=\"wp-smiley\" alt=\"😀\"> <img alt='photo'>!"_s, u"ok 😀 !"_s);
    row("tag cut off", u"texte <a href=\"http"_s, u"texte"_s);
    row("misnested", u"<b>a<p>b</b>c</p>d</div></p>"_s, u"a\n\nbc\n\nd"_s);
}

void PlainTextTest::htmlBecomesWhatAReaderSees()
{
    QFETCH(QString, html);
    QFETCH(QString, expected);
    QCOMPARE(networks::plainTextFromHtml(html), expected);
    QCOMPARE(networks::plainTextFromHtml(html.toUtf8()), expected);
}

void PlainTextTest::directionalOverridesAndControlsAreRemoved()
{
    QCOMPARE(networks::plainTextFromHtml(u"a\u202eb&#x202e;c&#7;d\u0000e"_s), u"abcd"_s + u"e"_s);
}

void PlainTextTest::invalidUtf8BecomesReplacementCharacters()
{
    QCOMPARE(networks::plainTextFromHtml(QByteArray("a\xff<b>\xc3</b>")), u"a\ufffd\ufffd"_s);
}

void PlainTextTest::theResultIsCutAtAWholeCharacter()
{
    const QString text = networks::plainTextFromHtml(QString(u"a"_s + u"😀"_s.repeated(networks::Post::kMaxTextLength)));
    QCOMPARE(text.size(), networks::Post::kMaxTextLength - 1);
    QVERIFY(text.back().isLowSurrogate());
}

void PlainTextTest::hostileInputTakesLinearTime_data()
{
    QTest::addColumn<QByteArray>("html");
    constexpr int kMany = 250'000;
    QTest::newRow("deep") << QByteArray("<div>").repeated(kMany);
    QTest::newRow("deep and closed") << QByteArray("<p><b a>").repeated(kMany / 2) + QByteArray("</b>").repeated(kMany);
    QTest::newRow("formatting and blocks") << QByteArray("<i><p>").repeated(kMany);
    QTest::newRow("open comments") << QByteArray("<!--").repeated(kMany);
    QTest::newRow("raw text") << QByteArray("<script></scrip>").repeated(kMany / 4);
    QTest::newRow("attributes") << "<a " + QByteArray("b=c ").repeated(kMany) + ">x";
    QTest::newRow("quotes") << QByteArray("<a b='").repeated(kMany);
    QTest::newRow("ampersands") << QByteArray("&").repeated(kMany * 4);
    QTest::newRow("lists") << QByteArray("<ol><li>").repeated(kMany);
    QTest::newRow("closing nothing") << QByteArray("<div>").repeated(300) + QByteArray("</x>").repeated(kMany);
}

void PlainTextTest::hostileInputTakesLinearTime()
{
    QFETCH(QByteArray, html);
    QVERIFY(networks::plainTextFromHtml(html).size() <= networks::Post::kMaxTextLength);
    const QByteArray quarter = html.left(html.size() / 4);
    const double ratio = tests::growth([&] { (void)networks::plainTextFromHtml(quarter); },
                                       [&] { (void)networks::plainTextFromHtml(html); });
    QVERIFY2(ratio <= tests::kLinear, qPrintable(QString::number(ratio)));
}

QTEST_APPLESS_MAIN(PlainTextTest)
#include "tst_plaintext.moc"
