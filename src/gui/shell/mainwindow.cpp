// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/mainwindow.h"

#include "gui/common/afterpaint.h"
#include "gui/common/errortext.h"
#include "gui/shell/band.h"
#include "gui/shell/pageheader.h"
#include "gui/shell/rail.h"
#include "gui/shell/statusline.h"
#include "gui/shell/toastbar.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QAbstractButton>
#include <QAction>
#include <QActionGroup>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

constexpr std::chrono::milliseconds kBadgePause{500}; // badges follow a stream of changes at most this often
constexpr int kComposerWidth = 420;
constexpr int kLeastPageWidth = 320;
const auto kGeometryKey = u"window/geometry"_s;
const auto kStateKey = u"window/page"_s;

} // namespace

MainWindow::MainWindow(Parts parts) : m_parts(std::move(parts)), m_badgeTimer(new QTimer(this))
{
    setWindowTitle(u"Vigie"_s);
    setMinimumSize(960, 600);
    buildLayout();
    buildMenus();
    retranslate();
    m_badgeTimer->setSingleShot(true);
    connect(m_badgeTimer, &QTimer::timeout, this, &MainWindow::refreshBadges);
    connect(&workspace().database(), &store::Database::changed, this, &MainWindow::noteChanges);
    connect(&workspace(), &workspace::Workspace::scopeChanged, this, &MainWindow::applyScope);
    connect(&workspace(), &workspace::Workspace::profileChanged, this, [this] { m_statusLine->refresh(); });
    if (!restoreGeometry(m_parts.settings.value(kGeometryKey).toByteArray()))
        resize(1280, 800);
    applyScope();
    afterPaint(*m_statusLine, [this] { m_statusLine->refresh(); });
}

MainWindow::~MainWindow() = default;

void MainWindow::buildLayout()
{
    auto *central = new QWidget(this);
    m_rail = new Rail(central);
    m_header = new PageHeader(central);
    m_stack = new QStackedWidget(central);
    m_stack->setMinimumWidth(kLeastPageWidth); // the composer beside it keeps its room
    m_splitter = new QSplitter(Qt::Horizontal, central);
    m_splitter->addWidget(m_stack);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_drillBand = new Band(u"flag-fill"_s, Token::DrillBand, Token::FillText, central);
    m_suspendedBand = new Band(u"stop-circle"_s, Token::DangerFill, Token::FillText, central);
    m_offlineBand = new Band(u"wifi-off"_s, Token::OfflineBand, Token::Text, central);
    m_statusLine = new StatusLine(workspace(), central);

    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    for (Band *band : {m_drillBand, m_suspendedBand, m_offlineBand})
        column->addWidget(band);
    column->addWidget(m_header);
    column->addWidget(m_splitter, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(column, 1);
    auto *whole = new QVBoxLayout(central);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(row, 1);
    whole->addWidget(m_statusLine);
    setCentralWidget(central);

    m_toast = new ToastBar(m_stack, central); // not over the composer, whose acts it would cover
    connect(m_rail, &Rail::pageRequested, this, [this](PageId page) { openPage(page); });
    connect(m_drillBand, &Band::buttonClicked, this, [this] { openPage(PageId::Drills); });
    connect(m_suspendedBand, &Band::buttonClicked, this, &MainWindow::resumeRequested);
}

Page *MainWindow::page(PageId id)
{
    const auto index = std::size_t(id);
    if (m_pages[index] || !m_parts.factories.pages[index])
        return m_pages[index];
    Page *made = m_parts.factories.pages[index](*this, m_stack);
    m_pages[index] = made;
    m_stack->addWidget(made);
    made->setScope(workspace().scope());
    connect(made, &Page::headerChanged, this, [this, id] {
        if (id == m_current)
            showCurrentHeader();
    });
    return made;
}

void MainWindow::openPage(PageId id, qint64 itemId)
{
    Page *shown = page(id);
    if (!shown)
        return;
    m_current = id;
    m_rail->setCurrent(id);
    shown->activate(itemId);
    m_stack->setCurrentWidget(shown);
    showCurrentHeader();
    buildPageMenu();
    if (QWidget *inner = shown->focusWidget() ? shown->focusWidget() : shown)
        inner->setFocus();
}

void MainWindow::openMention(core::MentionId mention)
{
    openPage(PageId::Watch, mention.value);
}

void MainWindow::openCrisisAt(core::IncidentId incident, core::Instant at)
{
    openPage(PageId::CrisisRoom, incident.value);
    if (Page *room = page(PageId::CrisisRoom))
        room->showMoment(at);
}

void MainWindow::openComposer(core::MentionId mention, ReplyVisibility visibility)
{
    if (!m_parts.factories.composer)
        return;
    closeComposer();
    m_composer = m_parts.factories.composer(*this, mention, visibility, m_splitter);
    m_splitter->addWidget(m_composer);
    m_splitter->setStretchFactor(1, 0);
    const int width = std::min(qRound(kComposerWidth * textScale()), m_splitter->width() / 2); // the list stays of use
    m_splitter->setSizes({m_splitter->width() - width, width});
    m_closeComposerAction->setEnabled(true);
    connect(m_composer, &SidePanel::closeRequested, this, &MainWindow::closeComposer);
    m_composer->setFocus();
}

void MainWindow::openCrisis(core::AlertId alert)
{
    if (m_parts.factories.openCrisis)
        m_parts.factories.openCrisis(*this, alert, this);
    else
        openPage(PageId::CrisisRoom);
}

void MainWindow::closeComposer()
{
    if (!m_composer)
        return;
    m_composer->setParent(this); // out of the splitter: the next one gets its width
    m_composer->hide();
    m_composer->deleteLater();
    m_composer.clear();
    m_closeComposerAction->setEnabled(false);
    if (Page *shown = m_pages[std::size_t(m_current)])
        (shown->focusWidget() ? shown->focusWidget() : shown)->setFocus();
}

void MainWindow::showToast(const QString &text)
{
    m_toast->showText(text);
}

void MainWindow::showUndoToast(const QString &text, const std::function<void()> &undo)
{
    m_toast->showUndo(text, undo);
}

void MainWindow::showError(const QString &attempt, const Error &error)
{
    qWarning().noquote() << attempt << error.toString();
    m_toast->showError(attempt + u' ' + errorText(error).toString());
}

void MainWindow::setSuspension(const std::optional<QString> &sentence)
{
    m_suspension = sentence;
    retranslateBands();
}

void MainWindow::setOffline(const std::optional<QString> &sentence)
{
    m_offline = sentence;
    retranslateBands();
}

void MainWindow::setLanguage(core::Language language)
{
    m_parts.settings.setValue(u"language"_s, core::languageTag(language));
    workspace().setLanguage(language);
    m_parts.languages.setLanguage(language); // sends LanguageChange to every widget
}

void MainWindow::showCurrentHeader()
{
    if (const Page *shown = m_pages[std::size_t(m_current)])
        m_header->showPage(Rail::title(m_current), *shown);
}

void MainWindow::applyScope()
{
    const core::DrillRunId scope = workspace().scope();
    m_drillBand->setVisible(scope.isValid());
    setWindowTitle(scope.isValid() ? tr("Vigie — DRILL") : u"Vigie"_s);
    for (Page *shown : m_pages) {
        if (shown)
            shown->setScope(scope);
    }
    afterPaint(*m_rail, [this] { refreshBadges(); });
}

void MainWindow::noteChanges(const store::Changes &changes)
{
    if (!m_badgeTimer->isActive())
        m_badgeTimer->start(kBadgePause);
    for (const store::Change &change : changes) {
        if (change.entity == store::Entity::Source) {
            m_statusLine->refresh();
            break;
        }
    }
}

void MainWindow::refreshBadges()
{
    const core::DrillRunId scope = workspace().scope();
    for (int i = 0; i < kPageCount; ++i) {
        const auto &count = m_parts.factories.badges[std::size_t(i)];
        if (!count)
            continue;
        store::readAsync(
            workspace().database(), this,
            [count, scope](const store::Connection &connection) { return count(connection, scope); },
            [this, i, scope](const Result<int> &number) {
                // An answer about another scope is old; an error leaves the number as it is until the next change.
                if (number && scope == workspace().scope())
                    m_rail->setBadge(PageId(i), *number);
            });
    }
}

// Not sooner: a page that is made in a window of its final size is laid out once; before, its texts were laid out for a dozen
// widths on the way to it.
void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (m_stack->currentWidget())
        return;
    const int last = m_parts.settings.value(kStateKey, 0).toInt();
    const bool isKnown = last >= 0 && last < kPageCount && m_parts.factories.pages[std::size_t(last)];
    openPage(isKnown ? PageId(last) : PageId::Watch);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_parts.settings.setValue(kGeometryKey, saveGeometry());
    m_parts.settings.setValue(kStateKey, int(m_current));
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::StyleChange) // the size of the text is in it
        m_rail->setRoom(width());
}

/// Enter presses the button that has the focus, as in a dialog; Qt leaves it to Space outside of one.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    auto *button = qobject_cast<QAbstractButton *>(focusWidget());
    if (isEnter && button && !event->isAutoRepeat() && !(event->modifiers() & ~Qt::KeypadModifier))
        button->click();
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_rail->setRoom(width());
}

} // namespace vigie::gui
