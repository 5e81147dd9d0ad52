// SPDX-License-Identifier: GPL-3.0-or-later
#include "crisisworld.h"
#include "postmortem/pdfchart.h"
#include "postmortem/pdftext.h"
#include "postmortem/reporttopdf.h"
#include "postmortem/reviewservice.h"

#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::postmortem;
using namespace vigie::postmortem::test;

namespace
{

/// What a poppler tool prints about a file; nothing when the tool is not here.
std::optional<QString> ask(const QString &tool, const QStringList &arguments)
{
    if (QStandardPaths::findExecutable(tool).isEmpty())
        return std::nullopt;
    QProcess process;
    process.start(tool, arguments);
    if (!process.waitForFinished(30000))
        return std::nullopt;
    return QString::fromUtf8(process.readAllStandardOutput());
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ReportToPdfTest : public QObject
{
    Q_OBJECT

private slots:
    void figuresAndAccentsCanBeReadBack();
    void everyFontIsEmbedded();
    void itHasATitleALanguageAndAnOutline();
    void theSameReportGivesTheSameBytes();
    void aDrillIsMarkedOnEveryPage();
    void longContentsGoOnOverPages();
    void anEmptyCrisisIsAReportToo();
    void hostileTextIsPrintedAsText();
    void aPlaceThatCannotBeWrittenIsAnError();
    void anEmojiLeavesNoHole_data();
    void anEmojiLeavesNoHole();
    void axesHaveRoundSteps();

private:
    static ReportOptions options() { return {.zone = QTimeZone("Europe/Paris")}; }
    static QString write(CrisisWorld &world, const ReportOptions &options, const QString &name = u"report.pdf"_s)
    {
        const auto report = buildReport(world.reader(), CrisisWorld::kIncident, options, world.clock.now());
        const QString path = world.folder.filePath(name);
        if (!report || !writePdf(*report, path))
            return {};
        // To look at: VIGIE_KEEP_PDF names a folder.
        if (const QString keep = qEnvironmentVariable("VIGIE_KEEP_PDF"); !keep.isEmpty()) {
            const QString copy = keep + u'/' + QString::fromUtf8(QTest::currentTestFunction()) + u'-' + name;
            QFile::remove(copy);
            QFile::copy(path, copy);
        }
        return path;
    }
    static void fillReview(CrisisWorld &world)
    {
        ReviewService service(*world.database);
        const auto id = wait(service.prefill(u"Inès"_s, CrisisWorld::kIncident, QTimeZone("Europe/Paris"))).value();
        QVERIFY(wait(service.addFinding(u"Inès"_s, {.reviewId = id, .kind = FindingKind::Luck,
                                                    .text = u"Le laboratoire travaillait ce samedi-là."_s})));
        QVERIFY(wait(service.addAction(u"Inès"_s, {.reviewId = id, .text = u"Préparer un message d’attente pour les défauts de produit, en français et en anglais"_s,
                                                   .owner = u"Paul Œhmichen"_s, .dueAt = world.at(60 * 24 * 30)})));
        QVERIFY(wait(service.addAction(u"Inès"_s, {.reviewId = id, .text = u"Nommer une suppléante pour la direction de crise"_s,
                                                   .dueAt = world.at(60 * 24)})));
    }
};

void ReportToPdfTest::figuresAndAccentsCanBeReadBack()
{
    CrisisWorld world;
    world.addCrisis(CrisisWorld::Contents::Full);
    fillReview(world);
    const QString path = write(world, options());
    QVERIFY(!path.isEmpty());
    const auto text = ask(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
    if (!text)
        QSKIP("pdftotext is not installed");
    const core::Format format(core::Language::English, QTimeZone::utc());
    QVERIFY(text->contains(format.number(world.mentions)));
    QVERIFY(text->contains(u"Rappel de la poussette « Plume » : œillets défectueux"_s));
    QVERIFY(text->contains(u"Paul Œhmichen"_s));
    QVERIFY(text->contains(u"offic"_s) == false);
    QVERIFY(text->contains(u"07:10"_s)); // the beginning, in the zone that was asked for
    QVERIFY(text->contains(u"Europe/Paris"_s));
    QVERIFY(text->contains(u"Page 1 / "_s));
    // French too: every section once more.
    ReportOptions french = options();
    french.language = core::Language::French;
    QVERIFY(!write(world, french, u"french.pdf"_s).isEmpty());
}

void ReportToPdfTest::everyFontIsEmbedded()
{
    CrisisWorld world;
    world.addCrisis(CrisisWorld::Contents::Full);
    const auto fonts = ask(u"pdffonts"_s, {write(world, options())});
    if (!fonts)
        QSKIP("pdffonts is not installed");
    const QStringList lines = fonts->split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(lines.size() > 2);
    for (qsizetype i = 2; i < lines.size(); ++i) {
        QVERIFY2(lines[i].contains(u"NotoSans"_s), qPrintable(lines[i]));
        // Columns from the right: object (two), uni, sub, emb.
        const QStringList fields = lines[i].split(u' ', Qt::SkipEmptyParts);
        QVERIFY2(fields.value(fields.size() - 5) == u"yes"_s, qPrintable(lines[i]));
    }
}

void ReportToPdfTest::itHasATitleALanguageAndAnOutline()
{
    CrisisWorld world;
    world.addCrisis(CrisisWorld::Contents::Full);
    const QString path = write(world, options());
    const auto info = ask(u"pdfinfo"_s, {path});
    if (!info)
        QSKIP("pdfinfo is not installed");
    QVERIFY(info->contains(u"Rappel de la poussette"_s));
    QVERIFY(info->contains(u"Maison Lormel"_s));
    QVERIFY(info->contains(u"A4"_s));
    // Nothing compressed hides the catalogue when it is written in full.
    if (const auto plain = ask(u"qpdf"_s, {u"--qdf"_s, u"--object-streams=disable"_s, path, u"-"_s})) {
        QVERIFY(plain->contains(u"/Lang (en)"_s));
        QVERIFY(plain->contains(u"/DisplayDocTitle true"_s));
        QVERIFY(plain->contains(u"/Title (Timeline)"_s));
    }
}

void ReportToPdfTest::theSameReportGivesTheSameBytes()
{
    CrisisWorld world;
    world.addCrisis(CrisisWorld::Contents::Full);
    const QByteArray first = bytesOf(write(world, options(), u"a.pdf"_s));
    QTest::qWait(1100); // another second on the wall clock
    const QByteArray second = bytesOf(write(world, options(), u"b.pdf"_s));
    QVERIFY(!first.isEmpty());
    QCOMPARE(first.size(), second.size());
    QVERIFY(first == second);
}

void ReportToPdfTest::aDrillIsMarkedOnEveryPage()
{
    CrisisWorld world;
    world.addCrisis(CrisisWorld::Contents::Full, 7);
    world.addLogEntries(120, u"Étape %1"_s);
    fillReview(world);
    const auto text = ask(u"pdftotext"_s, {u"-layout"_s, write(world, options()), u"-"_s});
    if (!text)
        QSKIP("pdftotext is not installed");
    const QStringList pages = text->split(u'\f', Qt::SkipEmptyParts);
    QVERIFY(pages.size() > 3);
    for (const QString &page : pages)
        QVERIFY(page.contains(u"DRILL"_s));
}

void ReportToPdfTest::longContentsGoOnOverPages()
{
    CrisisWorld world;
    world.addCrisis(CrisisWorld::Contents::Full);
    world.addLogEntries(200, u"Entrée %1 de la main courante, avec de quoi remplir une ligne et un peu de la suivante, pour voir."_s);
    world.addLogEntries(1, u"Long %1. "_s + u"Une phrase qui revient sans cesse, jusqu’à dépasser la page. "_s.repeated(200) + u"FIN."_s);
    world.run(u"UPDATE incidents SET title = ? WHERE id = 1"_s,
              {u"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft "_s.repeated(3)});
    const auto text = ask(u"pdftotext"_s, {u"-layout"_s, write(world, options()), u"-"_s});
    if (!text)
        QSKIP("pdftotext is not installed");
    for (int i = 0; i < 200; ++i)
        QVERIFY2(text->contains(u"Entrée %1 de"_s.arg(i)), qPrintable(QString::number(i)));
    QVERIFY(text->contains(u"FIN."_s));
    const QStringList pages = text->split(u'\f', Qt::SkipEmptyParts);
    QVERIFY(pages.size() > 8);
    QVERIFY(pages.last().contains(u"Page %1 / %1"_s.arg(pages.size())));
}

void ReportToPdfTest::anEmptyCrisisIsAReportToo()
{
    CrisisWorld world;
    world.addCrisis(CrisisWorld::Contents::Empty);
    const auto text = ask(u"pdftotext"_s, {write(world, options()), u"-"_s});
    if (!text)
        QSKIP("pdftotext is not installed");
    QVERIFY(text->contains(u"not recorded"_s));
    QVERIFY(text->contains(u"No mention was counted."_s));
}

void ReportToPdfTest::hostileTextIsPrintedAsText()
{
    CrisisWorld world;
    world.addCrisis(CrisisWorld::Contents::Full);
    world.addLogEntries(1, u"<b>gras</b> <img src=x> 😀👨‍👩‍👧 fin %1"_s);
    world.addLogEntries(1, u"شركة الأثاث تعتذر عن التأخير %1"_s);
    world.addLogEntries(1, u"לא נמכר יותר %1"_s);
    world.addLogEntries(1, u"製品の回収について %1"_s);
    const auto text = ask(u"pdftotext"_s, {u"-layout"_s, write(world, options()), u"-"_s});
    if (!text)
        QSKIP("pdftotext is not installed");
    QVERIFY(text->contains(u"<b>gras</b> <img src=x> fin 0"_s));
}

void ReportToPdfTest::aPlaceThatCannotBeWrittenIsAnError()
{
    CrisisWorld world;
    world.addCrisis(CrisisWorld::Contents::Empty);
    const auto report = buildReport(world.reader(), CrisisWorld::kIncident, {}, world.clock.now());
    const auto written = writePdf(*report, world.folder.filePath(u"no/such/folder/report.pdf"_s));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::File);
    QVERIFY(written.error().detail.contains(u"report.pdf"_s));
    // A folder, or a device, is never replaced by a file.
    QCOMPARE(writePdf(*report, world.folder.path()).error().kind, ErrorKind::File);
    // What stood there before is untouched when something goes wrong.
    if (::geteuid() == 0)
        return; // root writes everywhere
    const QString path = world.folder.filePath(u"old.pdf"_s);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    QVERIFY(QFile::setPermissions(world.folder.path(), QFile::ReadOwner | QFile::ExeOwner));
    QVERIFY(!writePdf(*report, path));
    QVERIFY(QFile::setPermissions(world.folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(bytesOf(path), QByteArray("old"));
}

void ReportToPdfTest::anEmojiLeavesNoHole_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("printed");
    QTest::newRow("none") << u"Déjà vu"_s << u"Déjà vu"_s;
    QTest::newRow("between") << u"a 😀 b"_s << u"a b"_s;
    QTest::newRow("family") << u"a 👨‍👩‍👧 b"_s << u"a b"_s;
    QTest::newRow("flag, skin, end") << u"merci 🇫🇷👍🏽"_s << u"merci"_s;
    QTest::newRow("alone") << u"😡😡"_s << u"—"_s;
    QTest::newRow("arrow and dash stay") << u"a → b – c"_s << u"a → b – c"_s;
    QTest::newRow("override") << u"abc\u202edef"_s << u"abcdef"_s;
    QTest::newRow("joiner in a script") << u"क्‍ष"_s << u"क्‍ष"_s;
    QTest::newRow("empty") << QString() << QString();
}

void ReportToPdfTest::anEmojiLeavesNoHole()
{
    QFETCH(QString, text);
    QTEST(pdf::printable(text), "printed");
}

void ReportToPdfTest::axesHaveRoundSteps()
{
    QCOMPARE(pdf::niceStep(0, 5), 1.0);
    QCOMPARE(pdf::niceStep(7, 5), 2.0);
    QCOMPARE(pdf::niceStep(496, 5), 100.0);
    QCOMPARE(pdf::niceStep(999, 5), 200.0);
}

QTEST_MAIN(ReportToPdfTest)
#include "tst_reporttopdf.moc"
