// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signs.h"

#include "gui/common/afterpaint.h"
#include "gui/shell/mainwindow.h"
#include "reply/outbox.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QEvent>
#include <QNetworkInformation>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace vigie::app
{

namespace
{

constexpr std::chrono::seconds kLookAgain{30}; // a suspension may end by itself
constexpr std::chrono::seconds kAfterStart{2};  // the network's state is asked over D-Bus: not during the first paint

} // namespace

Signs::Signs(gui::MainWindow &window) : QObject(&window), m_window(window)
{
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &Signs::readSuspension);
    timer->start(kLookAgain);
    connect(&window.workspace().database(), &store::Database::changed, this, &Signs::noteChanges);
    connect(&window, &gui::MainWindow::resumeRequested, this, [this] { m_window.openPage(gui::PageId::Replies); });
    gui::afterPaint(window, [this] { readSuspension(); });
    QTimer::singleShot(kAfterStart, this, &Signs::watchNetwork);
    window.installEventFilter(this);
}

bool Signs::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        readSuspension();
        showNetwork();
    }
    return QObject::eventFilter(watched, event);
}

void Signs::noteChanges(const store::Changes &changes)
{
    for (const store::Change &change : changes) {
        if (change.entity == store::Entity::Setting) {
            readSuspension();
            return;
        }
    }
}

void Signs::readSuspension()
{
    workspace::Workspace &workspace = m_window.workspace();
    store::readAsync(
        workspace.database(), this,
        [now = workspace.clock().now()](const store::Connection &connection) { return reply::Outbox::suspension(connection, now); },
        [this](const Result<std::optional<reply::Suspension>> &found) {
            if (!found)
                return; // the band stays as it is; the next look tells
            if (!*found) {
                m_window.setSuspension(std::nullopt);
                return;
            }
            const reply::Suspension &suspension = **found;
            const core::Format format = m_window.workspace().format();
            //: %1 is a person, %2 a reason, %3 a date and time
            m_window.setSuspension(suspension.until ? tr("By %1: %2. Until %3.").arg(suspension.by, suspension.reason, format.dateTime(*suspension.until))
                                                    : tr("By %1: %2. Until somebody resumes.").arg(suspension.by, suspension.reason));
        });
}

void Signs::watchNetwork()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return; // this system does not tell: the sources' own state will
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this, &Signs::showNetwork);
    showNetwork();
}

void Signs::showNetwork()
{
    const QNetworkInformation *network = QNetworkInformation::instance();
    const bool isOffline = network && network->reachability() == QNetworkInformation::Reachability::Disconnected;
    m_window.setOffline(isOffline ? std::optional(tr("Everything here goes on working. What waits to be sent stays in Replies; sources are "
                                                     "read again when the network is back, and the gap is shown."))
                                  : std::nullopt);
}

} // namespace vigie::app
