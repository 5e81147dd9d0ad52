// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/volumechart.h"
#include "gui/common/volumeplot.h"
#include "gui/shell/theme.h"

#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using namespace vigie::gui;

namespace
{

const core::Instant kStart = core::instantFromMillis(1'700'000'000'000 / 3'600'000 * 3'600'000);

VolumeChartData sixHours()
{
    VolumeChartData data;
    data.step = 15min;
    data.span = {kStart, kStart + 6h};
    for (int i = 0; i < 24; ++i) {
        data.columns.push_back({.start = kStart + i * 15min,
                                .negative = i == 12 ? 30 : 2,
                                .neutral = 3,
                                .positive = 1,
                                .usualLow = 0.0,
                                .usualHigh = 9.0});
    }
    return data;
}

bool hasColour(const QImage &image, const QRect &area, const QColor &colour)
{
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            if (image.pixelColor(x, y).rgb() == colour.rgb())
                return true;
        }
    }
    return false;
}

} // namespace

class VolumeChartTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void draggingSelectsWholeColumns();
    void aClickAloneClearsTheSelection();
    void theKeyboardSelectsAndClears();
    void aGapIsDrawnAndSaid();
    void itTellsItselfInWords();
    void aPinIsActivatedByAClick();
    void pinsThatWouldCoverEachOtherAskWhichIsMeant();
    void theKeyboardGoesFromPinToPinAndOpens();
    void noPinLiesOverTheLegend();
    void theLegendTakesAnotherLineRatherThanBeingCut();
    void nothingToShowPaintsWithoutHarm();

private:
    std::unique_ptr<Theme> m_theme;
};

void VolumeChartTest::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
}

void VolumeChartTest::draggingSelectsWholeColumns()
{
    VolumeChart chart;
    chart.resize(600, kVolumeChartHeight);
    chart.setData(sixHours());
    QSignalSpy changed(&chart, &VolumeChart::selectionChanged);
    QTest::mousePress(&chart, Qt::LeftButton, {}, QPoint(300, 90));
    QTest::mouseMove(&chart, QPoint(400, 90));
    QTest::mouseRelease(&chart, Qt::LeftButton, {}, QPoint(400, 90));
    QCOMPARE(changed.size(), 1);
    QVERIFY(chart.selection());
    QCOMPARE((chart.selection()->from - kStart).count() % std::chrono::milliseconds(15min).count(), 0);
    QCOMPARE((chart.selection()->to - kStart).count() % std::chrono::milliseconds(15min).count(), 0);
    QVERIFY(chart.selection()->to > chart.selection()->from);
}

void VolumeChartTest::aClickAloneClearsTheSelection()
{
    VolumeChart chart;
    chart.resize(600, kVolumeChartHeight);
    chart.setData(sixHours());
    chart.setSelection(TimeSpan{kStart + 1h, kStart + 2h});
    QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(300, 90));
    QVERIFY(!chart.selection());
}

void VolumeChartTest::theKeyboardSelectsAndClears()
{
    VolumeChart chart;
    chart.resize(600, kVolumeChartHeight);
    chart.setData(sixHours());
    QTest::keyClick(&chart, Qt::Key_Left);
    QVERIFY(chart.selection());
    const TimeSpan first = *chart.selection();
    QTest::keyClick(&chart, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(chart.selection()->from, first.from - 15min);
    QCOMPARE(chart.selection()->to, first.to);
    QTest::keyClick(&chart, Qt::Key_Escape);
    QVERIFY(!chart.selection());
}

void VolumeChartTest::aGapIsDrawnAndSaid()
{
    VolumeChart chart;
    chart.resize(600, kVolumeChartHeight);
    VolumeChartData data = sixHours();
    data.columns.clear();
    chart.setData(data);
    const QRect area(250, 50, 100, 40);
    const QColor hatch = color(Token::Control, chart);
    QVERIFY(!hasColour(chart.grab().toImage(), area, hatch));
    data.gaps.push_back({kStart, kStart + 6h});
    chart.setData(data);
    QVERIFY(hasColour(chart.grab().toImage(), area, hatch));
    QVERIFY(chart.accessibleDescription().contains(u"gap"_s));
}

void VolumeChartTest::itTellsItselfInWords()
{
    VolumeChart chart;
    chart.setFormat(core::Format(core::Language::English, QTimeZone::utc()));
    chart.setData(sixHours());
    QVERIFY(!chart.accessibleName().isEmpty());
    QVERIFY(chart.accessibleDescription().contains(u"172"_s)); // 23 × 6 + 34
    QVERIFY(chart.accessibleDescription().contains(u"34"_s));
}

void VolumeChartTest::aPinIsActivatedByAClick()
{
    VolumeChart chart;
    chart.resize(600, kVolumeChartHeight);
    VolumeChartData data = sixHours();
    data.pins.push_back({.at = kStart + 3h, .kind = PinKind::Alert, .text = u"Unusual volume"_s, .id = 7});
    chart.setData(data);
    QSignalSpy activated(&chart, &VolumeChart::pinActivated);
    for (int x = 250; x < 400 && activated.isEmpty(); ++x)
        QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(x, 22));
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().value<VolumePin>().id, 7);
    QVERIFY(!chart.selection());
}

void VolumeChartTest::pinsThatWouldCoverEachOtherAskWhichIsMeant()
{
    VolumeChart chart;
    chart.resize(600, kVolumeChartHeight);
    VolumeChartData data = sixHours();
    data.pins.push_back({.at = kStart + 3h, .kind = PinKind::Alert, .text = u"Unusual volume"_s, .id = 7});
    data.pins.push_back({.at = kStart + 3h + 2min, .kind = PinKind::Reply, .text = u"First reply: bottles"_s, .id = 8});
    chart.setData(data);
    QSignalSpy activated(&chart, &VolumeChart::pinActivated);
    const VolumePlot plot(data, core::Format(core::Language::English, QTimeZone::utc()), chart);
    const QPoint onBoth(int(plot.xOf(kStart + 3h)), int(plot.area().top()) - 10);
    QCOMPARE(plot.pinsAt(onBoth).size(), std::size_t(2));
    QTest::mouseClick(&chart, Qt::LeftButton, {}, onBoth);
    QVERIFY(activated.isEmpty());
    const auto menus = chart.findChildren<QMenu *>();
    QCOMPARE(menus.size(), 1);
    QCOMPARE(menus.first()->actions().size(), 2);
    menus.first()->actions().last()->trigger();
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().value<VolumePin>().id, 8);
}

void VolumeChartTest::theKeyboardGoesFromPinToPinAndOpens()
{
    VolumeChart chart;
    chart.resize(600, kVolumeChartHeight);
    VolumeChartData data = sixHours();
    data.pins.push_back({.at = kStart + 3h, .kind = PinKind::Alert, .text = u"Unusual volume"_s, .id = 7});
    data.pins.push_back({.at = kStart + 1h, .kind = PinKind::Crisis, .text = u"Crisis opened"_s, .id = 8});
    chart.setData(data);
    QSignalSpy activated(&chart, &VolumeChart::pinActivated);
    QTest::keyClick(&chart, Qt::Key_Return);
    QVERIFY(activated.isEmpty());
    QTest::keyClick(&chart, Qt::Key_Down); // the oldest first
    QVERIFY(chart.accessibleDescription().contains(u"Crisis opened"_s));
    QTest::keyClick(&chart, Qt::Key_Down);
    QTest::keyClick(&chart, Qt::Key_Return);
    QCOMPARE(activated.first().first().value<VolumePin>().id, 7);
}

// Pins of the newest minutes used to lie over the words of the legend at the right.
void VolumeChartTest::noPinLiesOverTheLegend()
{
    VolumeChart chart;
    chart.resize(600, kVolumeChartHeight);
    VolumeChartData data = sixHours();
    const int legendHeight = QFontMetrics(textFont(TextSize::Small)).height();
    for (int minutes = 0; minutes <= 360; minutes += 20)
        data.pins.push_back({.at = kStart + std::chrono::minutes(minutes), .kind = PinKind::Reply, .id = minutes});
    const VolumePlot plot(data, core::Format(core::Language::English, QTimeZone::utc()), chart);
    for (int x = 0; x < chart.width(); ++x) {
        for (int y = 0; y < legendHeight; ++y)
            QVERIFY(plot.pinsAt(QPointF(x, y)).empty());
    }
}

// Beside an open reply, in large text, its first words stood outside the chart.
void VolumeChartTest::theLegendTakesAnotherLineRatherThanBeingCut()
{
    VolumeChart chart;
    chart.setData(sixHours());
    const VolumeChartData data = sixHours();
    const auto topAt = [&chart, &data](int width) {
        chart.resize(width, kVolumeChartHeight);
        return VolumePlot(data, core::Format(core::Language::English, QTimeZone::utc()), chart).area().top();
    };
    const double oneLine = topAt(600);
    const int line = QFontMetrics(textFont(TextSize::Small)).height();
    QCOMPARE(topAt(160), oneLine + line);
    const QImage image = chart.grab().toImage();
    const QColor colour = color(Token::ChartNegative, chart); // of the first word
    QVERIFY(hasColour(image, QRect(0, 0, image.width(), int(line * image.devicePixelRatio())), colour));
}

void VolumeChartTest::nothingToShowPaintsWithoutHarm()
{
    VolumeChart chart;
    chart.resize(200, 100);
    QVERIFY(!chart.grab().isNull());
    QTest::keyClick(&chart, Qt::Key_Left);
    QVERIFY(!chart.selection());
}

QTEST_MAIN(VolumeChartTest)
#include "tst_volumechart.moc"
