// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/painting.h"
#include "gui/common/plaintextview.h"
#include "gui/common/textlabel.h"

#include <QTest>
#include <QTextDocument>

using namespace Qt::StringLiterals;
using namespace vigie::gui;

namespace
{

void addTexts()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("one word") << u"Bonjour"_s;
    QTest::newRow("French") << u"J’ai trouvé un morceau de métal dans le biberon de ma fille : que faites-vous ? Répondez, s’il vous plaît !"_s;
    QTest::newRow("lines") << u"First line\nSecond line, which is a good deal longer than the first\n\nLast"_s;
    QTest::newRow("Windows lines") << u"First\r\nSecond"_s;
    QTest::newRow("a last break") << u"First\n"_s;
    QTest::newRow("emoji") << u"Never again 😡😡 👨‍👩‍👧 what a shame 🇫🇷"_s;
    QTest::newRow("Arabic") << u"مرحبا بالعالم this is mixed مرة أخرى"_s;
    QTest::newRow("long word") << u"see https://example.org/"_s + QString(300, u'a') + u" now"_s;
}

} // namespace

class TextLabelTest : public QObject
{
    Q_OBJECT

private slots:
    void aTextIsAsHighAsInADocument_data() { addTexts(); }
    void aTextIsAsHighAsInADocument();
    void aLabelIsAsHighAsOneOfQt_data() { addTexts(); }
    void aLabelIsAsHighAsOneOfQt();
    void aViewShowsItsWholeText_data() { addTexts(); }
    void aViewShowsItsWholeText();
    void aNewTextAndANewFontAreMeasuredAnew();
};

void TextLabelTest::aTextIsAsHighAsInADocument()
{
    QFETCH(QString, text);
    for (const auto mode : {QTextOption::WordWrap, QTextOption::WrapAtWordBoundaryOrAnywhere}) {
        QTextDocument document;
        document.setDocumentMargin(0);
        document.setDefaultTextOption([mode] {
            QTextOption option;
            option.setWrapMode(mode);
            return option;
        }());
        document.setPlainText(text);
        for (const int width : {80, 127, 240, 333, 600}) {
            document.setTextWidth(width);
            QCOMPARE(textHeight(text, document.defaultFont(), width, mode), qCeil(document.size().height()));
        }
    }
}

void TextLabelTest::aLabelIsAsHighAsOneOfQt()
{
    QFETCH(QString, text);
    TextLabel label;
    label.setText(text);
    QLabel reference;
    reference.setTextFormat(Qt::PlainText);
    reference.setWordWrap(true);
    reference.setTextInteractionFlags(label.textInteractionFlags());
    reference.setText(text);
    for (const int width : {120, 240, 333, 600}) {
        // Qt's has no height for an empty text; ours keeps its line.
        QCOMPARE(label.heightForWidth(width), text.isEmpty() ? label.fontMetrics().height() : reference.heightForWidth(width));
    }
}

void TextLabelTest::aViewShowsItsWholeText()
{
    QFETCH(QString, text);
    PlainTextView view;
    view.setText(text);
    for (const int width : {120, 240, 600}) {
        view.resize(width, 10);
        view.show();
        const double needed = view.document()->size().height();
        QVERIFY2(view.height() >= needed && view.height() <= needed + 2, qPrintable(u"%1 for %2"_s.arg(view.height()).arg(needed)));
    }
}

void TextLabelTest::aNewTextAndANewFontAreMeasuredAnew()
{
    TextLabel label;
    label.setText(u"Short"_s);
    const int low = label.heightForWidth(200);
    label.setText(QString(u"A text of many words "_s).repeated(20));
    const int high = label.heightForWidth(200);
    QVERIFY(high > low);
    QFont font = label.font();
    font.setPixelSize(30);
    label.setFont(font);
    QVERIFY(label.heightForWidth(200) > high);
}

QTEST_MAIN(TextLabelTest)
#include "tst_textlabel.moc"
