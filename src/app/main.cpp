// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/firststart.h"
#include "app/openfailure.h"
#include "app/pages.h"
#include "app/screenshots.h"
#include "app/signs.h"
#include "app/stallwatch.h"
#include "drill/drillrepository.h"
#include "gui/common/afterpaint.h"
#include "gui/drill/sample.h"
#include "gui/shell/languageswitch.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/theme.h"
#include "playbook/playbookservice.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QFontMetrics>
#include <QLocale>
#include <QLoggingCategory>
#include <QSettings>
#include <QThreadPool>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace vigie;

namespace
{

/// QT_LOGGING_RULES="vigie.start.info=true" makes it say when the first frame is on the display: tests/bench/bench_start.cpp
/// measures the start with it.
Q_LOGGING_CATEGORY(lcStart, "vigie.start", QtWarningMsg)

struct Arguments {
    QString database = {};
    QString language = {};
    QString theme = {};
    QString screenshots = {};
    int textSize = 0;
    QString drill = {};
    bool wantsSample = false;
};

Arguments readArguments(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "Crisis desk for communications teams."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption database(u"db"_s, QApplication::translate("main", "Open this database."), u"file"_s);
    const QCommandLineOption language(u"language"_s, QApplication::translate("main", "Speak this language: en or fr."), u"tag"_s);
    const QCommandLineOption theme(u"theme"_s, QApplication::translate("main", "system, light or dark."), u"name"_s);
    const QCommandLineOption textSize(u"text-size"_s, QApplication::translate("main", "Text size in percent, 100 to 200."), u"percent"_s);
    const QCommandLineOption screenshots(u"screenshots"_s, QApplication::translate("main", "Write a picture of every page, then quit."), u"folder"_s);
    const QCommandLineOption sample(u"sample"_s, QApplication::translate("main", "Play the sample crisis, in a database of its own."));
    const QCommandLineOption drill(u"drill"_s, QApplication::translate("main", "Show this exercise: its number, or last."), u"number"_s);
    parser.addOptions({database, language, theme, textSize, screenshots, drill, sample});
    parser.process(application);
    const auto refuse = [&parser](const QCommandLineOption &option) {
        std::fprintf(stderr, "vigie: %s is no value of --%s; see vigie --help\n", qPrintable(parser.value(option)),
                     qPrintable(option.names().constFirst()));
        std::exit(2);
    };
    if (parser.isSet(language) && !core::languageFromTag(parser.value(language)))
        refuse(language);
    if (parser.isSet(theme) && !QStringList{u"system"_s, u"light"_s, u"dark"_s}.contains(parser.value(theme)))
        refuse(theme);
    if (const int size = parser.value(textSize).toInt(); parser.isSet(textSize) && (size < 100 || size > 200))
        refuse(textSize);
    return {parser.value(database), parser.value(language), parser.value(theme), parser.value(screenshots), parser.value(textSize).toInt(),
            parser.value(drill), parser.isSet(sample)};
}

core::Language chosenLanguage(const Arguments &arguments, const QSettings &settings)
{
    for (const QString &tag : {arguments.language, settings.value(u"language"_s).toString(), QLocale::system().name()}) {
        if (const auto language = core::languageFromTag(tag))
            return *language;
    }
    return core::Language::English;
}

/// The run that --drill names; none where there is no such run.
core::DrillRunId chosenDrill(const QString &choice, const store::Connection &reader)
{
    if (choice != u"last")
        return core::DrillRunId{choice.toLongLong()};
    const auto runs = drill::DrillRepository::list(reader, 1);
    return runs && !runs->empty() ? runs->front().id : core::DrillRunId();
}

/// Opens the database, asking the person as long as it fails. Null: quit.
std::unique_ptr<workspace::Workspace> openWorkspace(workspace::Workspace::Options options)
{
    for (;;) {
        auto opened = workspace::Workspace::open(options);
        if (opened)
            return std::move(*opened);
        qWarning().noquote() << "cannot open" << options.path << ":" << opened.error().toString();
        // exec() here: there is no window and nothing else is running yet.
        app::OpenFailure failure(options.path, opened.error());
        switch (failure.exec()) {
        case app::OpenFailure::OpenReadOnly:
            options.access = store::Access::ReadOnly;
            break;
        case app::OpenFailure::OpenOther:
            options.path = failure.otherPath();
            options.access = store::Access::ReadWrite;
            break;
        case app::OpenFailure::TryAgain:
            break;
        default:
            return nullptr;
        }
    }
}

/// The playbooks of this version, and, but for pictures of what is there, the reading of sources.
void startWork(workspace::Workspace &workspace, bool isTour)
{
    if (workspace.isReadOnly())
        return;
    store::whenDone(workspace.playbooks().installShipped(), &workspace, [](const Result<int> &installed) {
        if (!installed)
            qWarning().noquote() << "the playbooks were not installed:" << installed.error().toString();
    });
    if (!isTour)
        workspace.startCollecting();
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"vigie"_s);
    QApplication::setApplicationDisplayName(u"Vigie"_s);
    QApplication::setApplicationVersion(QString::fromLatin1(VIGIE_VERSION));
    QApplication::setDesktopFileName(u"org.vigie.Vigie"_s);

    gui::Theme theme(application);
    const Arguments arguments = readArguments(application); // ends the program for --help: no thread may run yet
    // The system's fonts are listed, and those of the first frame read from the disk, while the rest is made ready.
    QThreadPool::globalInstance()->start([font = QApplication::font()] { QFontMetrics(font).horizontalAdvance(u"Vigie 👁"_s); });

    QSettings settings(QSettings::IniFormat, QSettings::UserScope, u"vigie"_s, u"desk"_s);
    const core::Language language = chosenLanguage(arguments, settings);
    gui::LanguageSwitch languages;
    languages.setLanguage(language);
    const QString themeKey = arguments.theme.isEmpty() ? settings.value(u"theme"_s).toString() : arguments.theme;
    theme.setChoice(gui::Theme::choiceFromKey(themeKey));
    const int textSize = arguments.textSize > 0 ? arguments.textSize : settings.value(u"textSize"_s, 100).toInt();
    theme.setTextScale(textSize / 100.0);

    workspace::Workspace::Options options;
    options.learning = workspace::Workspace::Learning::Beside;
    options.path = arguments.database.isEmpty() ? workspace::Workspace::defaultDatabasePath() : arguments.database;
    if (arguments.wantsSample && arguments.database.isEmpty())
        options.path = QFileInfo(options.path).dir().filePath(u"sample.db"_s); // the real one is not touched
    options.language = language;
    const auto workspace = openWorkspace(options);
    if (!workspace)
        return 1;

    if (!arguments.drill.isEmpty())
        workspace->setScope(chosenDrill(arguments.drill, workspace->reader()));
    gui::MainWindow window({.workspace = *workspace,
                            .theme = theme,
                            .languages = languages,
                            .settings = settings,
                            .factories = app::pageFactories()});
    new app::Signs(window);
    // What the first frame does not show waits until it is done: two threads of work beside it would delay it.
    gui::afterPaint(window, [&] {
        qCInfo(lcStart, "first paint");
        theme.followSystem();
        if (app::StallWatch::isWanted())
            new app::StallWatch(&window);
        startWork(*workspace, !arguments.screenshots.isEmpty());
        if (arguments.wantsSample && !workspace->isReadOnly()) {
            QObject::connect(workspace.get(), &workspace::Workspace::judgeLoaded, &window,
                             [&window, language] { gui::startSample(window, language); });
            workspace->loadJudge();
        }
    });
    window.show();
    if (!arguments.screenshots.isEmpty())
        app::takeScreenshots(window, arguments.screenshots);
    else if (!workspace->isReadOnly() && !arguments.wantsSample && arguments.drill.isEmpty())
        app::offerFirstStart(window, settings);
    return QApplication::exec();
}
