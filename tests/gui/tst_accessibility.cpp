// SPDX-License-Identifier: GPL-3.0-or-later
// Opens every page and every dialog on the data of a played exercise: whatever the keyboard reaches must have a name to say.
#include "app/pages.h"
#include "drill/drillrunner.h"
#include "gui/common/actdialog.h"
#include "gui/common/cardlist.h"
#include "gui/common/queryhelp.h"
#include "gui/incident/opencrisisdialog.h"
#include "gui/monitoring/alertdialog.h"
#include "gui/monitoring/importdialog.h"
#include "gui/monitoring/mentiondialog.h"
#include "gui/playbook/plandialogs.h"
#include "gui/playbook/stepdialog.h"
#include "gui/reply/composer.h"
#include "gui/settings/budgetdialog.h"
#include "gui/settings/firststart.h"
#include "gui/settings/peoplesection.h"
#include "gui/settings/settingspage.h"
#include "gui/settings/signindialog.h"
#include "gui/settings/sourcedialog.h"
#include "gui/settings/sourcesection.h"
#include "gui/settings/watchdialog.h"
#include "gui/settings/webhooksecretdialog.h"
#include "gui/shell/helpdialog.h"
#include "gui/shell/mainwindow.h"
#include "incident/incidentrepository.h"
#include "monitoring/alertrepository.h"
#include "monitoring/mentionrepository.h"
#include "playbook/playbookrepository.h"
#include "playbook/playbookservice.h"
#include "workspace/workspace.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QMessageBox>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::gui;

namespace
{

/// What is only a frame round other controls, or belongs to the editor or list it stands in.
bool isContainer(const QWidget &widget)
{
    for (const char *name : {"QMenuBar", "QSplitter", "QScrollArea", "QTabWidget", "QStackedWidget", "QCalendarView", "QTableCornerButton"}) {
        if (widget.inherits(name))
            return true;
    }
    const QWidget *parent = widget.parentWidget();
    // The field of a spin box or of a box that can be typed in speaks with its owner's name; so do a view's own parts.
    return parent && (parent->inherits("QAbstractSpinBox") || parent->inherits("QComboBox") || widget.objectName().startsWith(u"qt_")
                      || parent->objectName().startsWith(u"qt_"));
}

/// Every control in `root` that the keyboard reaches and that would be announced as nothing.
QStringList namelessIn(QWidget &root)
{
    QStringList found;
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&root) || isContainer(*widget))
            continue;
        const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        if (!spoken || spoken->text(QAccessible::Name).trimmed().isEmpty())
            found += u"%1 \"%2\" in %3"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                                              QString::fromLatin1(widget->parentWidget()->metaObject()->className()));
    }
    return found;
}

} // namespace

class AccessibilityTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void everyPageNamesItsControls_data();
    void everyPageNamesItsControls();
    void everyActThatAsksNamesItsControls_data() { everyPageNamesItsControls_data(); }
    void everyActThatAsksNamesItsControls();
    void everyDialogNamesItsControls();
    void theComposerNamesItsControls();
    void everyPartOfTheSettingsNamesItsControls();

private:
    void check(QDialog *dialog);
    void closeDialogs();
    [[nodiscard]] qint64 itemOf(PageId page) const;

    QTemporaryDir m_folder;
    std::unique_ptr<Theme> m_theme;
    LanguageSwitch m_languages;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
    core::DrillRunId m_run;
    core::IncidentId m_incident;
    QStringList m_nameless;
};

void AccessibilityTest::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    m_settings = std::make_unique<QSettings>(m_folder.filePath(u"desk.ini"_s), QSettings::IniFormat);
    auto opened = workspace::Workspace::open({.path = m_folder.filePath(u"desk.db"_s), .operatorName = u"ana"_s});
    QVERIFY(opened);
    m_workspace = std::move(*opened);
    QVERIFY(m_workspace->playbooks().installShipped().result().has_value());
    auto scenario = drill::loadScenario(drill::shippedScenarios(core::Language::English).front().key, core::Language::English);
    QVERIFY(scenario);
    drill::DrillRunner &runner = m_workspace->drills();
    QSignalSpy ended(&runner, &drill::DrillRunner::ended);
    QVERIFY(runner.start(*std::move(scenario), {.players = drill::Players::Automatic, .actor = u"ana"_s}).has_value());
    QVERIFY(ended.wait(120'000));
    m_run = runner.run();
    m_workspace->setScope(m_run);
    const auto crises = incident::IncidentRepository::list(m_workspace->reader(), runner.run(), incident::Which::All, 1);
    QVERIFY(crises && !crises->empty());
    m_incident = crises->front().id;
    m_window = std::make_unique<MainWindow>(MainWindow::Parts{.workspace = *m_workspace,
                                                              .theme = *m_theme,
                                                              .languages = m_languages,
                                                              .settings = *m_settings,
                                                              .factories = app::pageFactories()});
    m_window->resize(1280, 800);
    m_window->show();
}

void AccessibilityTest::cleanupTestCase()
{
    m_window.reset();
    m_workspace.reset();
}

qint64 AccessibilityTest::itemOf(PageId page) const
{
    return page == PageId::CrisisRoom ? m_incident.value : 0;
}

void AccessibilityTest::everyPageNamesItsControls_data()
{
    QTest::addColumn<int>("page");
    const char *const names[] = {"watch", "crisis room", "playbooks", "replies", "review", "drills", "settings"};
    for (int i = 0; i < kPageCount; ++i)
        QTest::newRow(names[i]) << i;
}

void AccessibilityTest::everyPageNamesItsControls()
{
    QFETCH(int, page);
    m_window->openPage(PageId(page), itemOf(PageId(page)));
    QTest::qWait(400); // what a page reads in the background arrives
    QStringList nameless = namelessIn(*m_window);
    for (QTabBar *tabs : m_window->page(PageId(page))->findChildren<QTabBar *>()) {
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            QTest::qWait(60);
            nameless += namelessIn(*m_window);
        }
    }
    nameless.removeDuplicates();
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void AccessibilityTest::check(QDialog *dialog)
{
    const QString name = QString::fromLatin1(dialog->metaObject()->className());
    QTest::qWait(20);
    for (const QString &nameless : namelessIn(*dialog))
        m_nameless += name + u": "_s + nameless;
    if (dialog->windowTitle().isEmpty())
        m_nameless += name + u" has no title"_s;
}

void AccessibilityTest::closeDialogs()
{
    for (QWidget *top : QApplication::topLevelWidgets()) {
        auto *dialog = qobject_cast<QDialog *>(top);
        if (!dialog || !dialog->isVisible())
            continue;
        // The desktop's own dialogs name their controls themselves.
        if (!qobject_cast<QFileDialog *>(dialog) && !qobject_cast<QMessageBox *>(dialog))
            check(dialog);
        dialog->reject();
    }
    if (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void AccessibilityTest::everyActThatAsksNamesItsControls()
{
    QFETCH(int, page);
    m_nameless.clear();
    m_window->openPage(PageId(page), itemOf(PageId(page)));
    QTest::qWait(300);
    int asked = 0;
    for (QAction *action : m_window->page(PageId(page))->menuActions()) {
        if (!action || !action->isEnabled() || !action->text().endsWith(u'…'))
            continue;
        action->trigger();
        QTest::qWait(60);
        ++asked;
        closeDialogs();
    }
    m_nameless.removeDuplicates();
    QVERIFY2(m_nameless.isEmpty(), qPrintable(m_nameless.join(u'\n')));
    qInfo("%d acts asked something", asked);
}

void AccessibilityTest::everyDialogNamesItsControls()
{
    m_nameless.clear();
    const auto plans = playbook::PlaybookRepository::list(m_workspace->reader());
    QVERIFY(plans && !plans->empty());
    const auto plan = playbook::PlaybookRepository::read(m_workspace->reader(), plans->front().id);
    QVERIFY(plan);
    const auto alerts = monitoring::AlertRepository::list(m_workspace->reader(), m_run, std::nullopt, 1);
    QVERIFY(alerts && !alerts->empty());
    const QString file = m_folder.filePath(u"posts.csv"_s);
    QFile posts(file);
    QVERIFY(posts.open(QIODevice::WriteOnly));
    posts.write("text,date\nhello,2026-03-01T10:00:00Z\n");
    posts.close();
    const auto english = core::Language::English;
    MainWindow &desk = *m_window;
    for (QDialog *dialog : std::initializer_list<QDialog *>{
             new StepDialog(*plan, {}, english, [](const auto &) {}, &desk),
             new RoleDialog(*plan, plan->roles.front(), english, [](const auto &) {}, &desk),
             new SeverityLevelDialog(*plan, plan->severities.front(), english, [](const auto &) {}, &desk),
             new CadenceDialog(plan->cadence, [](const auto &) {}, &desk),
             new MentionDialog(desk, &desk),
             new FirstStart(desk, [] {}, &desk),
             new WatchDialog(desk, {}, &desk),
             new QueryHelpDialog(english, &desk),
             new HelpDialog(PageId::Watch, {}, english, &desk),
             new AlertDialog(desk, alerts->front(), &desk),
             new SignInDialog(desk, {}, &desk),
             new SourceDialog(desk, {}, {}, &desk),
             new BudgetDialog(desk, {.network = u"x"_s, .handle = u"@us"_s}, {}, &desk),
             new WebhookSecretDialog({.name = u"Tool"_s, .url = u"http://127.0.0.1:8787/"_s}, "secret", &desk),
             new PersonDialog(desk, {}, {}, {{u"crisis-lead"_s, u"Lead"_s}}, &desk),
             new ImportDialog(desk, file, &desk),
         }) {
        dialog->open();
        QTest::qWait(100);
        closeDialogs();
    }
    m_nameless.removeDuplicates();
    QVERIFY2(m_nameless.isEmpty(), qPrintable(m_nameless.join(u'\n')));
}

void AccessibilityTest::theComposerNamesItsControls()
{
    const auto mentions = monitoring::MentionRepository::page(m_workspace->reader(), m_run, {}, std::nullopt, 1);
    QVERIFY(mentions && !mentions->empty());
    m_window->openPage(PageId::Watch);
    m_window->openComposer(mentions->front().id, ReplyVisibility::Public);
    QTest::qWait(300);
    QVERIFY(m_window->findChild<Composer *>());
    const QStringList nameless = namelessIn(*m_window);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void AccessibilityTest::everyPartOfTheSettingsNamesItsControls()
{
    m_window->openPage(PageId::Settings);
    QStringList nameless;
    for (int part = 0; part <= int(SettingsPart::Database); ++part) {
        m_window->openPage(PageId::Settings, part + 1);
        QTest::qWait(80);
        nameless += namelessIn(*m_window);
    }
    nameless.removeDuplicates();
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

QTEST_MAIN(AccessibilityTest)
#include "tst_accessibility.moc"
