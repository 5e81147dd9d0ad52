// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshots.h"

#include "gui/shell/mainwindow.h"
#include "incident/incidentrepository.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QDir>
#include <QTimer>

#include <array>

using namespace Qt::StringLiterals;

namespace vigie::app
{

namespace
{

constexpr std::array<QSize, 2> kSizes = {QSize(1280, 800), QSize(1920, 1080)};
/// What a page reads in the background has to arrive, and its timers to fire, before it is drawn.
constexpr std::chrono::milliseconds kSettle{900};

QString pageName(gui::PageId page)
{
    static constexpr std::array<const char16_t *, gui::kPageCount> kNames = {u"watch",  u"crisis-room", u"playbooks", u"replies",
                                                                             u"review", u"drills",      u"settings"};
    return QString::fromUtf16(kNames[std::size_t(page)]);
}

/// A crisis that is closed is only shown when it is asked for.
qint64 newestCrisis(gui::MainWindow &window)
{
    workspace::Workspace &desk = window.workspace();
    const auto incidents = incident::IncidentRepository::list(desk.reader(), desk.scope(), incident::Which::All, 1);
    return incidents && !incidents->empty() ? incidents->front().id.value : 0;
}

struct Tour {
    int step = 0;
    int failures = 0;
};

void takeNext(gui::MainWindow &window, const QString &folder, std::shared_ptr<Tour> tour)
{
    if (tour->step == gui::kPageCount * int(kSizes.size())) {
        QCoreApplication::exit(tour->failures);
        return;
    }
    const auto page = gui::PageId(tour->step % gui::kPageCount);
    const QSize size = kSizes[std::size_t(tour->step / gui::kPageCount)];
    ++tour->step;
    window.resize(size);
    window.openPage(page, page == gui::PageId::CrisisRoom ? newestCrisis(window) : 0);
    if (window.currentPage() != page) {
        takeNext(window, folder, tour); // not built into this program
        return;
    }
    QTimer::singleShot(kSettle, &window, [&window, folder, tour, page, size] {
        const QString path = u"%1/%2-%3x%4.png"_s.arg(folder, pageName(page)).arg(size.width()).arg(size.height());
        if (!window.grab().save(path)) {
            qWarning().noquote() << "could not write" << path;
            ++tour->failures;
        }
        takeNext(window, folder, tour);
    });
}

} // namespace

void takeScreenshots(gui::MainWindow &window, const QString &folder)
{
    QDir().mkpath(folder);
    auto tour = std::make_shared<Tour>();
    QTimer::singleShot(0, &window, [&window, folder, tour] { takeNext(window, folder, tour); });
}

} // namespace vigie::app
