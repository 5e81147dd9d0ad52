// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/icons.h"
#include "gui/common/widgets.h"
#include "gui/shell/stylesheet.h"
#include "gui/shell/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenuBar>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace vigie::gui;

namespace
{

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &first, const QColor &second)
{
    const double a = luminance(first);
    const double b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT

private slots:
    void textReachesWcagAaOnEveryGround_data();
    void textReachesWcagAaOnEveryGround();
    void outlinesAndChartColoursStandOutFromTheirGround();
    void theStyleSheetLeavesNoPlaceholderBehind();
    void switchingTheThemeChangesThePaletteAtOnce();
    void textGrowsWithTheScale();
    void anIconIsTintedAndCrispAtTwiceThePixels();
    void iconsThatQtPutsOnWidgetsAreOurs();
    void anUnknownIconIsNullAndSaysSo();
    void aPillIsAsWideAsItPaints();
};

void ThemeTest::textReachesWcagAaOnEveryGround_data()
{
    QTest::addColumn<Token>("ink");
    QTest::addColumn<Token>("ground");
    using enum Token;
    const std::vector<std::pair<Token, std::vector<Token>>> pairs = {
        {Text, {Surface, Raised, Hover, Selection, NeutralTint, OfflineBand, NegativeTint, WarningTint, PositiveTint, DrillTint}},
        {Muted, {Surface, Raised, Hover, Selection}},
        {AccentText, {Accent, AccentHover}},
        {Link, {Surface, Raised, Selection}},
        {Negative, {Surface, Raised, NegativeTint, Selection}},
        {Warning, {Surface, Raised, WarningTint, Selection}},
        {Positive, {Surface, Raised, PositiveTint, Selection}},
        {Neutral, {Surface, Raised, NeutralTint}},
        {Drill, {Surface, Raised, DrillTint}},
        {FillText, {DrillBand, DangerFill}},
    };
    for (const auto &[ink, grounds] : pairs) {
        for (const Token ground : grounds)
            QTest::addRow("token %d on %d", int(ink), int(ground)) << ink << ground;
    }
}

void ThemeTest::textReachesWcagAaOnEveryGround()
{
    QFETCH(Token, ink);
    QFETCH(Token, ground);
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const double found = contrast(color(ink, scheme), color(ground, scheme));
        QVERIFY2(found >= 4.5, qPrintable(u"%1 in %2"_s.arg(found).arg(scheme == Scheme::Light ? u"light"_s : u"dark"_s)));
    }
}

void ThemeTest::outlinesAndChartColoursStandOutFromTheirGround()
{
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        for (const Token token : {Token::Control, Token::Link, Token::ChartNegative, Token::ChartPositive})
            QVERIFY2(contrast(color(token, scheme), color(Token::Raised, scheme)) >= 3.0, qPrintable(QString::number(int(token))));
        // Neighbours in a stacked column differ by lightness too, for eyes that do not tell red from green.
        QVERIFY(contrast(color(Token::ChartNegative, scheme), color(Token::ChartNeutral, scheme)) >= 1.5);
        QVERIFY(contrast(color(Token::ChartPositive, scheme), color(Token::ChartNeutral, scheme)) >= 1.5);
    }
}

void ThemeTest::theStyleSheetLeavesNoPlaceholderBehind()
{
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const QString sheet = styleSheetFor(scheme, 1.5);
        QVERIFY(!sheet.contains(u'@'));
        QVERIFY(sheet.contains(u"font-size: 30px"_s)); // 20 px at 150 %
        QVERIFY(sheet.contains(u"QWidget#scrollContents"_s));
        QVERIFY(!sheet.contains(u"#000000"_s)); // what an unknown token would give
    }
}

void ThemeTest::switchingTheThemeChangesThePaletteAtOnce()
{
    Theme theme(*qApp);
    theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(schemeOf(QApplication::palette()), Scheme::Dark);
    theme.setChoice(Theme::Choice::Light);
    QCOMPARE(schemeOf(QApplication::palette()), Scheme::Light);
    QCOMPARE(QApplication::palette().color(QPalette::Window), color(Token::Surface, Scheme::Light));
}

void ThemeTest::textGrowsWithTheScale()
{
    Theme theme(*qApp);
    QCOMPARE(textFont(TextSize::Title).pixelSize(), 20);
    theme.setTextScale(2.0);
    QCOMPARE(textFont(TextSize::Title).pixelSize(), 40);
    theme.setTextScale(1.0);
}

void ThemeTest::anIconIsTintedAndCrispAtTwiceThePixels()
{
    Theme theme(*qApp);
    const QIcon bell = icon(u"bell"_s, Token::Negative);
    const QPixmap pixmap = bell.pixmap(QSize(16, 16), 2.0);
    QCOMPARE(pixmap.size(), QSize(32, 32));
    QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    bool hasInk = false;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            hasInk = hasInk || image.pixelColor(x, y) == color(Token::Negative, Scheme::Light);
    }
    QVERIFY(hasInk);
}

/// Qt's own are PNG files; to read the first of them it loads every image plugin there is, in the middle of the start.
void ThemeTest::iconsThatQtPutsOnWidgetsAreOurs()
{
    const Theme theme(*qApp);
    QLineEdit edit;
    edit.setClearButtonEnabled(true);
    const auto *button = edit.findChild<QToolButton *>();
    QVERIFY(button);
    QCOMPARE(button->icon().name(), u"x-circle-fill"_s);
    const QMenuBar bar;
    const auto *extension = bar.findChild<QToolButton *>();
    QVERIFY(extension);
    QCOMPARE(extension->icon().name(), u"chevron-down"_s);
}

void ThemeTest::anUnknownIconIsNullAndSaysSo()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"no icon \"no-such-icon\""_s));
    QVERIFY(icon(u"no-such-icon"_s).isNull());
    for (const QString &network : {u"mastodon"_s, u"bluesky"_s, u"x"_s, u"rss"_s, u"never-heard-of"_s})
        QVERIFY(!icon(networkIconName(network)).isNull());
}

void ThemeTest::aPillIsAsWideAsItPaints()
{
    Theme theme(*qApp);
    const Pill pill{.text = u"Negative"_s, .iconName = u"emoji-frown"_s};
    QPixmap canvas(200, 40);
    QPainter painter(&canvas);
    QCOMPARE(paintPill(&painter, canvas.rect(), pill, Scheme::Light), pillWidth(pill));
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
