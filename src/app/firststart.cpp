// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/firststart.h"

#include "gui/drill/sample.h"
#include "gui/settings/firststart.h"
#include "gui/shell/mainwindow.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QSettings>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace vigie::app
{

namespace
{

constexpr std::chrono::milliseconds kAfterPaint{250};
constexpr qsizetype kMostRemembered = 50;
const auto kOfferedKey = u"firstStart/offered"_s;

void show(gui::MainWindow &window)
{
    const auto playSample = [&window] { gui::startSample(window, window.workspace().language()); };
    (new gui::FirstStart(window, playSample, &window))->open();
}

void askWhetherNew(gui::MainWindow &window, QSettings &settings)
{
    const QString path = window.workspace().database().path();
    QStringList offered = settings.value(kOfferedKey).toStringList();
    if (offered.contains(path))
        return;
    store::readAsync(window.workspace().database(), &window, &gui::FirstStart::isForThis,
                     [&window, &settings, offered, path](const Result<bool> &isNew) mutable {
                         if (!isNew || !*isNew)
                             return; // a page tells of a database that cannot be read
                         offered.prepend(path);
                         settings.setValue(kOfferedKey, offered.mid(0, kMostRemembered));
                         show(window);
                     });
}

} // namespace

void offerFirstStart(gui::MainWindow &window, QSettings &settings)
{
    QTimer::singleShot(kAfterPaint, &window, [&window, &settings] { askWhetherNew(window, settings); });
}

} // namespace vigie::app
