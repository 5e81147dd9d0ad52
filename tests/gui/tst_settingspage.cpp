// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/deskfortests.h"

#include "gui/common/cardlist.h"
#include "gui/common/widgets.h"
#include "gui/settings/accountsection.h"
#include "gui/settings/alerthookdialog.h"
#include "gui/settings/budgetdialog.h"
#include "gui/common/queryhelp.h"
#include "gui/settings/databasesection.h"
#include "gui/monitoring/importdialog.h"
#include "gui/settings/learningsection.h"
#include "gui/settings/peoplesection.h"
#include "gui/settings/settingspage.h"
#include "gui/settings/signindialog.h"
#include "gui/settings/sourcedialog.h"
#include "gui/settings/sourcesection.h"
#include "gui/settings/prioritysection.h"
#include "gui/settings/queryedit.h"
#include "gui/settings/sensitivitychoice.h"
#include "gui/settings/watchdialog.h"
#include "gui/settings/watchsection.h"
#include "gui/settings/webhooksecretdialog.h"
#include "gui/shell/theme.h"
#include "monitoring/accountrepository.h"
#include "monitoring/accountservice.h"
#include "monitoring/intake.h"
#include "monitoring/mentionrepository.h"
#include "monitoring/sourcerepository.h"
#include "monitoring/sourceservice.h"
#include "monitoring/tombstonerepository.h"
#include "monitoring/watchrepository.h"
#include "monitoring/watchservice.h"
#include "playbook/personrepository.h"
#include "playbook/personservice.h"
#include "reply/outbox.h"
#include "networks/fakenetwork.h"
#include "networks/secretstore.h"
#include "networks/walkcursor.h"
#include "networks/xcost.h"
#include "reply/replyservice.h"
#include "workspace/networkroom.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::gui;

class SettingsPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theDeskIsSavedOnceSomethingIsTyped();
    void aQueryThatCannotBeUnderstoodSaysWhereAndWhatWasExpected();
    void aWatchIsAddedPausedAndRemoved();
    void aWatchBeingWrittenShowsWhatItFindsAndHowOftenItWouldHaveFired();
    void theHelpOnQueriesStaysBesideTheEditor();
    void thePriorityIsWeighedAndItsEffectShown();
    void whatWasLearntIsNamedAndCanBeForgotten();
    void alertsAreToldToAnAddressThatHasTakenATest();
    void aFeedNeedsAnAddressAndShowsItsState();
    void removingASourceSaysWhatHappensFirst();
    void anAccountByHandIsAddedAndRemoved();
    void mentionsAreReadWithAnAccountThatIsSignedIn();
    void aFolderIsReadLikeAnyOtherSource();
    void aWebhookShowsItsSecretOnce();
    void aNetworkThatWasNeverTriedSaysSo();
    void aNetworkWithAnAppOfOnesOwnSaysWhereItsKeysComeFrom();
    void anAddressThatIsNoneIsSaidAtOnce();
    void aFormHigherThanTheScreenKeepsItsButtonsOnIt();
    void tabGoesDownTheSignInFormOfEveryNetwork();
    void aTokenIsTriedBeforeItIsTaken();
    void whatReadingXCostsIsShownAndItsBudgetSet();
    void aLegalHoldIsAskedForAndWrittenDown();
    void aTableIsMappedBeforeItIsImported();
    void aFileOfPostsIsImportedAndBadLinesAreListed();
    void peopleAreAddedVerifiedAndFlaggedWhenStale();
    void theDatabaseIsVerifiedAndBackedUp();

private:
    template <typename Section>
    [[nodiscard]] Section *section(SettingsPart part)
    {
        m_page->showPart(part);
        return static_cast<Section *>(m_page->section(part));
    }
    [[nodiscard]] static CardView *view(const QWidget *section) { return section->findChild<CardView *>(); }
    [[nodiscard]] workspace::Workspace &workspace() const { return m_desk->workspace(); }
    [[nodiscard]] QString path(const QString &name, const QByteArray &content) const;
    static bool trigger(const QWidget *section, const QString &text);

    /// In place of a keychain, which a test has not.
    void useKeyFile()
    {
        workspace().networks().setSecretFile(u"ana"_s, path(u"keys"_s, {}));
        QVERIFY(QFile::setPermissions(workspace().networks().secretFile(), QFile::ReadOwner | QFile::WriteOwner));
    }
    core::AccountId signIn(const QString &network, const QString &handle)
    {
        useKeyFile();
        const auto account =
            workspace().networks().accounts().signIn(u"ana"_s, {.network = network, .handle = handle, .accessToken = "t"});
        [&] { QTRY_VERIFY(account.isFinished() && account.result()); }();
        return account.result().value_or(core::AccountId{});
    }
    /// By the name it is spoken with, without its mnemonic.
    template <typename Widget>
    [[nodiscard]] static Widget *field(const QWidget *dialog, const QString &name)
    {
        for (Widget *one : dialog->findChildren<Widget *>()) {
            if (one->accessibleName() == name)
                return one;
        }
        qFatal("no field %s", qPrintable(name));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DeskForTests> m_desk;
    std::unique_ptr<SettingsPage> m_page;
};

void SettingsPageTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto workspace = workspace::Workspace::open({.path = m_folder->filePath(u"desk.db"_s), .operatorName = u"ana"_s});
    QVERIFY(workspace);
    m_desk = std::make_unique<DeskForTests>(std::move(*workspace));
    m_page = std::make_unique<SettingsPage>(*m_desk);
    m_page->resize(1080, 720);
    m_page->show();
    QSignalSpy loaded(m_page->section(SettingsPart::Desk), &SettingsSection::loaded);
    QVERIFY(loaded.wait());
}

void SettingsPageTest::cleanup()
{
    QVERIFY2(m_desk->errors.isEmpty(), qPrintable(m_desk->errors.join(u'\n')));
    m_page.reset();
    m_desk.reset();
    m_folder.reset();
}

QString SettingsPageTest::path(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder->filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
    return file.fileName();
}

bool SettingsPageTest::trigger(const QWidget *section, const QString &text)
{
    for (QAction *action : section->findChildren<QAction *>()) {
        if (action->text() == text) {
            action->trigger();
            return true;
        }
    }
    return false;
}

void SettingsPageTest::theDeskIsSavedOnceSomethingIsTyped()
{
    QWidget *desk = m_page->section(SettingsPart::Desk);
    QVERIFY(!m_page->primaryAction()->isEnabled());
    const auto edits = desk->findChildren<QLineEdit *>();
    const auto named = [&edits](const QString &name) {
        return *std::find_if(edits.begin(), edits.end(), [&name](const QLineEdit *edit) { return edit->accessibleName() == name; });
    };
    named(u"Brand"_s)->setText(u"Mirlouvette"_s);
    named(u"Your name"_s)->setText(u"Zoé"_s);
    desk->findChild<QPlainTextEdit *>()->setPlainText(u"01 23 45 67 89\n\n contact@mirlouvette.example "_s);
    for (QComboBox *box : desk->findChildren<QComboBox *>()) {
        if (box->accessibleName() == u"Approval"_s)
            box->setCurrentIndex(1);
    }
    QVERIFY(m_page->primaryAction()->isEnabled());
    m_page->primaryAction()->trigger();
    QTRY_COMPARE(workspace().actor(), u"Zoé"_s);
    QCOMPARE(workspace().profile().brand, u"Mirlouvette"_s);
    const QStringList contacts{u"01 23 45 67 89"_s, u"contact@mirlouvette.example"_s};
    QTRY_COMPARE(reply::Outbox::allowedContacts(workspace().reader()).value_or(QStringList()), contacts);
    QTRY_VERIFY(reply::ReplyService::approvalPolicy(workspace().reader()) == reply::ApprovalPolicy::None);
    QVERIFY(!m_page->primaryAction()->isEnabled());
    QTRY_VERIFY(m_page->headline().contains(u"Zoé"_s));
}

void SettingsPageTest::aQueryThatCannotBeUnderstoodSaysWhereAndWhatWasExpected()
{
    QueryEdit edit(core::Language::English, nullptr);
    edit.show();
    QVERIFY(edit.problem().isEmpty()); // nothing typed is not yet wrong
    QVERIFY(!edit.isValid());
    edit.setQuery(u"Ondine (biberon OR bottle"_s);
    QVERIFY(!edit.isValid());
    QVERIFY2(edit.problem().contains(u"')'"_s), qPrintable(edit.problem()));
    const auto marks = edit.findChild<QPlainTextEdit *>()->extraSelections();
    QCOMPARE(marks.size(), 1);
    QVERIFY(marks.first().cursor.hasSelection());
    edit.setQuery(u"Ondine (biberon OR bottle)"_s);
    QVERIFY(edit.isValid());
    QVERIFY(edit.problem().isEmpty());
    QVERIFY(edit.findChild<QPlainTextEdit *>()->extraSelections().isEmpty());
}

void SettingsPageTest::aWatchIsAddedPausedAndRemoved()
{
    auto *watches = section<WatchSection>(SettingsPart::Watches);
    const QAbstractItemModelTester tester(&view(watches)->cards());
    QVERIFY(!view(watches)->isVisibleTo(watches)); // the empty state teaches
    m_page->primaryAction()->trigger();
    auto *dialog = watches->findChild<WatchDialog *>();
    QVERIFY(!dialog->actButton()->isEnabled());
    dialog->findChild<QLineEdit *>()->setText(u"Ondine"_s);
    dialog->findChild<QueryEdit *>()->setQuery(u"ondine"_s);
    QVERIFY(dialog->actButton()->isEnabled());
    dialog->actButton()->click();
    QTRY_COMPARE(view(watches)->cards().rowCount(), 1);
    QCOMPARE(view(watches)->cards().rows().front().trailing, u"On"_s);
    emit view(watches)->menuRequested(view(watches)->cards().rows().front(), QPoint());
    QVERIFY(trigger(watches, u"Pause"_s));
    QTRY_COMPARE(view(watches)->cards().rows().front().trailing, u"Paused"_s);
    emit view(watches)->menuRequested(view(watches)->cards().rows().front(), QPoint());
    QVERIFY(trigger(watches, u"Remove"_s));
    QTRY_COMPARE(view(watches)->cards().rowCount(), 0);
}

void SettingsPageTest::aWatchBeingWrittenShowsWhatItFindsAndHowOftenItWouldHaveFired()
{
    using namespace std::chrono_literals;
    const core::Instant first = core::instantFromMillis(1'772'323'200'000); // 1 March 2026
    std::vector<networks::Post> posts;
    const auto add = [&posts](const QString &text, core::Instant at) {
        networks::Post post;
        post.network = u"x"_s;
        post.remoteId = QString::number(posts.size());
        post.text = text;
        post.postedAt = at;
        posts.push_back(post);
    };
    for (int hour = 0; hour < 20 * 24; ++hour) {
        for (int i = 0; i < 2; ++i)
            add(u"Ondine biberon %1"_s.arg(hour), first + 1h * hour + 25min * i);
        add(u"something else %1"_s.arg(hour), first + 1h * hour + 20min);
    }
    for (int i = 0; i < 150; ++i)
        add(u"Ondine fuite %1"_s.arg(i), first + 24h * 15 + 20s * i);
    QVERIFY(workspace().intake().accept({.posts = posts}).result());

    auto *dialog = new WatchDialog(*m_desk, {}, m_page.get());
    dialog->open();
    const auto *choice = dialog->findChild<SensitivityChoice *>();
    QSignalSpy previewed(dialog, &WatchDialog::previewed);
    dialog->findChild<QueryEdit *>()->setQuery(u"ondine"_s);
    QCOMPARE(choice->note(analysis::Sensitivity::Balanced), u"Counting…"_s);
    QVERIFY(previewed.wait(20'000));
    const auto says = [dialog](const QString &text) {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) { return label->text().contains(text); });
    };
    QVERIFY(says(u"Finds 1,110 of the newest 1,590 mentions"_s));
    QVERIFY(says(u"Ondine biberon 479"_s));
    for (const auto sensitivity : {analysis::Sensitivity::Low, analysis::Sensitivity::Balanced, analysis::Sensitivity::High})
        QVERIFY2(choice->note(sensitivity).contains(u"in 18 day(s)"_s), qPrintable(choice->note(sensitivity)));
    QVERIFY2(choice->note(analysis::Sensitivity::Balanced).contains(u"March 2026"_s), qPrintable(choice->note(analysis::Sensitivity::Balanced)));
    dialog->findChild<QueryEdit *>()->setQuery(u"(ondine"_s);
    QVERIFY(choice->note(analysis::Sensitivity::Balanced).isEmpty()); // nothing is claimed of a query that cannot be understood
    dialog->reject();
}

void SettingsPageTest::theHelpOnQueriesStaysBesideTheEditor()
{
    auto *dialog = new WatchDialog(*m_desk, {}, m_page.get());
    dialog->open();
    const auto pressF1 = [dialog] {
        QApplication::setActiveWindow(dialog); // without a window manager nobody else does
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
    };
    pressF1();
    auto *help = dialog->findChild<QueryHelpDialog *>();
    QVERIFY(help);
    QVERIFY(help->isVisible());
    QVERIFY(!help->isModal());
    pressF1();
    QCOMPARE(dialog->findChildren<QueryHelpDialog *>().size(), 1);
    const auto labels = help->findChildren<QLabel *>();
    for (const QString &part : {u"NEAR/5"_s, u"since:7d"_s, u"biberon"_s, u"bottle"_s, u"At character"_s})
        QVERIFY2(std::any_of(labels.begin(), labels.end(), [&part](const QLabel *label) { return label->text().contains(part); }), qPrintable(part));
    dialog->reject();
}

void SettingsPageTest::thePriorityIsWeighedAndItsEffectShown()
{
    auto *priority = section<PrioritySection>(SettingsPart::Priority);
    QAction *usual = m_page->headerActions().first();
    QVERIFY(!m_page->primaryAction()->isEnabled() && !usual->isEnabled());
    const auto order = [priority] {
        QStringList ids;
        for (const CardRow &row : priority->examples()->cards().rows())
            ids += QString::number(row.id);
        return ids.join(u' ');
    };
    QCOMPARE(order(), u"0 1 2"_s); // somebody burnt comes before somebody loud, before a question
    for (QSpinBox *box : priority->findChildren<QSpinBox *>()) {
        if (box->accessibleName() == u"Risk"_s)
            box->setValue(0);
        if (box->accessibleName() == u"Waiting"_s)
            box->setValue(100);
    }
    QCOMPARE(order(), u"2 1 0"_s);
    QVERIFY(priority->examples()->cards().rows().front().trailing.contains(u"now"_s));
    for (const QString &factor : {u"tone"_s, u"risk"_s, u"reach"_s, u"speed"_s, u"question"_s, u"waiting"_s})
        QVERIFY2(priority->examples()->cards().rows().front().meta.contains(factor), qPrintable(factor));
    m_page->primaryAction()->trigger();
    QTRY_COMPARE(monitoring::PriorityWeights::read(workspace().reader())->waiting, 100.0);
    QCOMPARE(monitoring::PriorityWeights::read(workspace().reader())->risk, 0.0);
    QVERIFY(!m_page->primaryAction()->isEnabled());
    usual->trigger();
    QCOMPARE(order(), u"0 1 2"_s);
    m_page->primaryAction()->trigger();
    QTRY_COMPARE(*monitoring::PriorityWeights::read(workspace().reader()), monitoring::PriorityWeights());
}

void SettingsPageTest::whatWasLearntIsNamedAndCanBeForgotten()
{
    auto *learning = section<LearningSection>(SettingsPart::Learning);
    QTRY_VERIFY_WITH_TIMEOUT(workspace().isJudgeLoaded(), 20'000);
    QAction *forget = m_page->headerActions().first();
    QVERIFY(!forget->isEnabled());
    QCOMPARE(view(learning)->cards().rowCount(), 0);

    std::vector<monitoring::ImportedLesson> lessons;
    for (int i = 0; i < 60; ++i)
        lessons.push_back({QString::number(i), {u"the %1 of shop number %2 is what it is"_s.arg(i % 2 ? u"Zorglé"_s : u"counter"_s).arg(i), u"en"_s,
                                                i % 2 ? analysis::Tonality::Negative : analysis::Tonality::Neutral}});
    QVERIFY(workspace().teacher().add(u"ana"_s, lessons).result());
    QTRY_VERIFY_WITH_TIMEOUT(view(learning)->cards().rowCount() > 0, 20'000);
    const CardRow &first = view(learning)->cards().rows().front();
    QCOMPARE(first.text, u"Zorglé"_s);
    QCOMPARE(first.trailing, u"More negative here"_s);
    QVERIFY2(first.meta.contains(u"30"_s) && first.meta.contains(u"shop number 59"_s), qPrintable(first.meta));
    QVERIFY2(m_page->headline().startsWith(u"60 "_s), qPrintable(m_page->headline()));

    QVERIFY(forget->isEnabled());
    forget->trigger();
    auto *question = learning->findChild<QMessageBox *>();
    QVERIFY(question);
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::AcceptRole)
            button->click();
    }
    QTRY_COMPARE_WITH_TIMEOUT(view(learning)->cards().rowCount(), 0, 20'000);
    QVERIFY(!forget->isEnabled());
    QVERIFY(m_page->headline().isEmpty());
    QThreadPool::globalInstance()->waitForDone();
}

void SettingsPageTest::alertsAreToldToAnAddressThatHasTakenATest()
{
    useKeyFile();
    QByteArray received;
    int status = 404;
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [&, socket] {
            received += socket->readAll();
            if (!received.endsWith('}'))
                return;
            socket->write("HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            socket->disconnectFromHost();
        });
    });
    auto *watches = section<SettingsSection>(SettingsPart::Watches);
    const auto open = [&]() -> AlertHookDialog * {
        m_page->headerActions().first()->trigger();
        AlertHookDialog *dialog = nullptr;
        (void)QTest::qWaitFor([&] { return (dialog = watches->findChild<AlertHookDialog *>()) != nullptr; });
        return dialog;
    };
    const auto state = [this] { return monitoring::AlertHookState::read(workspace().reader()).value(); };
    QPointer<AlertHookDialog> dialog = open();
    QVERIFY(dialog);
    auto *url = dialog->findChild<QLineEdit *>(u"urlEdit"_s);
    QVERIFY(!dialog->actButton()->isEnabled());
    for (const QString &bad : {u"ftp://127.0.0.1/"_s, u"http://chat.example/hook"_s}) {
        url->setText(bad);
        QVERIFY(!dialog->actButton()->isEnabled());
    }
    url->setText(u"http://127.0.0.1:%1/hook"_s.arg(server.serverPort()));
    dialog->actButton()->click();
    QTRY_VERIFY(received.contains("this is only a test"));
    QTRY_VERIFY(dialog && dialog->actButton()->isEnabled()); // it says why, and stays
    QVERIFY(state().host.isEmpty());

    received.clear();
    status = 200;
    dialog->actButton()->click();
    QTRY_VERIFY(!dialog);
    QVERIFY(received.contains("X-Vigie-Signature: sha256="));
    QTRY_COMPARE(state().host, u"127.0.0.1"_s);

    dialog = open();
    QVERIFY(dialog && dialog->actButton()->isEnabled());
    dialog->actButton()->click();
    QTRY_VERIFY(state().host.isEmpty());
    QTRY_VERIFY(!dialog);
}

void SettingsPageTest::aFeedNeedsAnAddressAndShowsItsState()
{
    auto *sources = section<SourceSection>(SettingsPart::Sources);
    m_page->primaryAction()->trigger();
    auto *dialog = sources->findChild<SourceDialog *>();
    const auto edits = dialog->findChildren<QLineEdit *>();
    edits.at(0)->setText(u"Forum"_s);
    edits.at(2)->setText(u"ftp://example.org"_s);
    QVERIFY(!dialog->actButton()->isEnabled());
    edits.at(2)->setText(u"https://forum.example/feed"_s);
    QVERIFY(dialog->actButton()->isEnabled());
    dialog->actButton()->click();
    QTRY_COMPARE(view(sources)->cards().rowCount(), 1);
    QCOMPARE(view(sources)->cards().rows().front().trailing, u"Not read yet"_s);
}

void SettingsPageTest::removingASourceSaysWhatHappensFirst()
{
    auto *sources = section<SourceSection>(SettingsPart::Sources);
    QVERIFY(workspace().sources().add(u"ana"_s, {.name = u"Forum"_s, .url = u"https://forum.example/feed"_s}).result());
    QTRY_COMPARE(view(sources)->cards().rowCount(), 1);
    emit view(sources)->menuRequested(view(sources)->cards().rows().front(), QPoint());
    QVERIFY(trigger(sources, u"Remove…"_s));
    auto *question = sources->findChild<QMessageBox *>();
    QVERIFY(question->text().contains(u"The mentions that came from it stay"_s));
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::AcceptRole)
            button->click();
    }
    QTRY_COMPARE(view(sources)->cards().rowCount(), 0);
}

void SettingsPageTest::anAccountByHandIsAddedAndRemoved()
{
    auto *accounts = section<AccountSection>(SettingsPart::Accounts);
    m_page->primaryAction()->trigger();
    auto *dialog = accounts->findChild<SignInDialog *>();
    QVERIFY(dialog);
    auto *network = dialog->findChild<QComboBox *>();
    network->setCurrentIndex(network->findData(u"linkedin"_s));
    QVERIFY(!dialog->actButton()->isEnabled());
    field<QLineEdit>(dialog, u"Handle"_s)->setText(u"Mirlouvette"_s);
    QVERIFY(dialog->actButton()->isEnabled());
    dialog->actButton()->click();
    QTRY_COMPARE(view(accounts)->cards().rowCount(), 1);
    QCOMPARE(view(accounts)->cards().rows().front().trailing, u"By hand"_s);
    emit view(accounts)->menuRequested(view(accounts)->cards().rows().front(), QPoint());
    QVERIFY(trigger(accounts, u"Remove…"_s));
    auto *question = accounts->findChild<QMessageBox *>();
    QVERIFY(question->text().contains(u"Its key is forgotten"_s));
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::AcceptRole)
            button->click();
    }
    QTRY_COMPARE(view(accounts)->cards().rowCount(), 0);
}

void SettingsPageTest::mentionsAreReadWithAnAccountThatIsSignedIn()
{
    auto *sources = section<SourceSection>(SettingsPart::Sources);
    m_page->primaryAction()->trigger();
    auto *without = sources->findChild<SourceDialog *>();
    QCOMPARE(without->findChild<QComboBox *>()->count(), 3); // nothing that takes an account: feeds, folders, webhooks
    delete without;
    useKeyFile();
    QSignalSpy loaded(sources, &SettingsSection::loaded);
    const auto account = workspace().networks().accounts().signIn(
        u"ana"_s, {.network = u"rss"_s, .handle = u"@ondine"_s, .accessToken = "t"}); // the one network that is always there
    QTRY_VERIFY(account.isFinished());
    QVERIFY(account.result());
    QTRY_VERIFY(!loaded.isEmpty());
    m_page->primaryAction()->trigger();
    auto *dialog = sources->findChild<SourceDialog *>();
    auto *kind = dialog->findChild<QComboBox *>();
    kind->setCurrentIndex(kind->findData(int(monitoring::SourceKind::Mentions)));
    dialog->findChildren<QLineEdit *>().at(0)->setText(u"Ours"_s);
    QVERIFY(dialog->actButton()->isEnabled());
    dialog->actButton()->click();
    QTRY_COMPARE(view(sources)->cards().rowCount(), 1);
    QVERIFY(view(sources)->cards().rows().front().meta.contains(u"mentions of @ondine"_s));
}

void SettingsPageTest::aFolderIsReadLikeAnyOtherSource()
{
    auto *sources = section<SourceSection>(SettingsPart::Sources);
    m_page->primaryAction()->trigger();
    auto *dialog = sources->findChild<SourceDialog *>();
    auto *kind = dialog->findChild<QComboBox *>();
    kind->setCurrentIndex(kind->findData(int(monitoring::SourceKind::Folder)));
    field<QLineEdit>(dialog, u"Name"_s)->setText(u"Exports"_s);
    QVERIFY(!dialog->actButton()->isEnabled());
    field<QLineEdit>(dialog, u"Folder"_s)->setText(m_folder->path());
    QVERIFY(dialog->actButton()->isEnabled());
    dialog->actButton()->click();
    QTRY_COMPARE(view(sources)->cards().rowCount(), 1);
    QVERIFY(view(sources)->cards().rows().front().meta.startsWith(m_folder->path()));
}

void SettingsPageTest::aWebhookShowsItsSecretOnce()
{
    auto *sources = section<SourceSection>(SettingsPart::Sources);
    useKeyFile();
    m_page->primaryAction()->trigger();
    auto *dialog = sources->findChild<SourceDialog *>();
    auto *kind = dialog->findChild<QComboBox *>();
    kind->setCurrentIndex(kind->findData(int(monitoring::SourceKind::Webhook)));
    field<QLineEdit>(dialog, u"Name"_s)->setText(u"Monitoring tool"_s);
    dialog->findChild<QSpinBox *>(u"portBox"_s)->setValue(8899);
    dialog->actButton()->click();
    QTRY_VERIFY(sources->findChild<WebhookSecretDialog *>());
    const auto *shown = sources->findChild<WebhookSecretDialog *>();
    QCOMPARE(shown->findChild<QLineEdit *>(u"addressEdit"_s)->text(), u"http://127.0.0.1:8899/"_s);
    const QString secret = shown->findChild<QLineEdit *>(u"secretEdit"_s)->text();
    QVERIFY(secret.size() >= 20);
    const auto kept = monitoring::SourceRepository::byName(workspace().reader(), u"Monitoring tool"_s);
    QVERIFY(kept && *kept);
    auto read = workspace().networks().secrets().read((*kept)->query);
    QTRY_VERIFY(read.isFinished());
    QCOMPARE(QString::fromLatin1(read.result().value()), secret);
    QCOMPARE((*kept)->url, u"http://127.0.0.1:8899/"_s);
}

void SettingsPageTest::aNetworkThatWasNeverTriedSaysSo()
{
    auto *accounts = section<AccountSection>(SettingsPart::Accounts);
    m_page->primaryAction()->trigger();
    auto *dialog = accounts->findChild<SignInDialog *>();
    auto *network = dialog->findChild<QComboBox *>();
    const auto *mark = dialog->findChild<PillLabel *>(u"untestedPill"_s);
    network->setCurrentIndex(network->findData(u"mastodon"_s));
    QVERIFY(mark->isHidden());
    network->setCurrentIndex(network->findData(u"reddit"_s));
    QVERIFY(!mark->isHidden());
    QVERIFY(mark->accessibleName().startsWith(u"Untested live: "_s));
    QVERIFY(mark->toolTip().contains(u"Reddit"_s));
    signIn(u"reddit"_s, u"u/ondine"_s);
    QTRY_COMPARE(view(accounts)->cards().rowCount(), 1);
    QVERIFY(view(accounts)->cards().rows().front().meta.contains(u"Untested live"_s));
    QVERIFY(view(accounts)->cards().rows().front().toolTip.contains(u"recorded answers"_s));
}

void SettingsPageTest::aNetworkWithAnAppOfOnesOwnSaysWhereItsKeysComeFrom()
{
    auto *accounts = section<AccountSection>(SettingsPart::Accounts);
    m_page->primaryAction()->trigger();
    auto *dialog = accounts->findChild<SignInDialog *>();
    auto *network = dialog->findChild<QComboBox *>();
    const auto shows = [dialog](const QString &name) { return field<QLineEdit>(dialog, name)->parentWidget()->isVisibleTo(dialog); };
    const auto says = [dialog](const QString &words) {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisibleTo(dialog) && label->text().contains(words);
        });
    };
    network->setCurrentIndex(network->findData(u"x"_s));
    QVERIFY(shows(u"Client ID"_s) && !shows(u"Access token"_s) && !shows(u"Handle"_s) && !shows(u"Client secret"_s));
    QVERIFY(says(u"http://127.0.0.1:17823/signed-in"_s) && says(u"tweet.write"_s));
    QVERIFY(!dialog->actButton()->isEnabled());
    field<QLineEdit>(dialog, u"Client ID"_s)->setText(u"desk-app"_s);
    QVERIFY(dialog->actButton()->isEnabled());
    auto *way = field<QComboBox>(dialog, u"Sign in"_s);
    way->setCurrentIndex(1);
    QVERIFY(shows(u"Client ID"_s) && shows(u"Access token"_s) && shows(u"Refresh token"_s) && shows(u"Handle"_s));
    QVERIFY(!dialog->actButton()->isEnabled());
    field<QLineEdit>(dialog, u"Access token"_s)->setText(u"t0k"_s);
    QVERIFY(dialog->actButton()->isEnabled());
    field<QLineEdit>(dialog, u"Refresh token"_s)->setText(u"t0k-2"_s);
    field<QLineEdit>(dialog, u"Client ID"_s)->clear();
    QVERIFY(!dialog->actButton()->isEnabled()); // nobody could renew it
    for (const QString &secret : {u"Access token"_s, u"Refresh token"_s, u"Client secret"_s})
        QCOMPARE(field<QLineEdit>(dialog, secret)->echoMode(), QLineEdit::Password);
    network->setCurrentIndex(network->findData(u"youtube"_s));
    way->setCurrentIndex(0);
    QVERIFY(shows(u"Client secret"_s) && says(u"Desktop app"_s));
    network->setCurrentIndex(network->findData(u"facebook"_s));
    QVERIFY(shows(u"Access token"_s) && !shows(u"Client ID"_s) && !way->isVisibleTo(dialog) && says(u"pages_manage_engagement"_s));
    network->setCurrentIndex(network->findData(u"bluesky"_s));
    QVERIFY(!shows(u"Access token"_s) && !shows(u"Client ID"_s) && shows(u"App password"_s));
}

void SettingsPageTest::anAddressThatIsNoneIsSaidAtOnce()
{
    auto *sources = section<SourceSection>(SettingsPart::Sources);
    m_page->primaryAction()->trigger();
    auto *dialog = sources->findChild<SourceDialog *>();
    auto *address = field<QLineEdit>(dialog, u"Address"_s);
    const auto isTold = [dialog] {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [dialog](const QLabel *label) {
            return label->isVisibleTo(dialog) && label->text().contains(u"must begin with http"_s);
        });
    };
    field<QLineEdit>(dialog, u"Name"_s)->setText(u"Press"_s);
    QVERIFY(!isTold());
    address->setText(u"https"_s); // still being typed
    QVERIFY(!isTold());
    address->setText(u"htp:/news.example"_s);
    QVERIFY(isTold() && !dialog->actButton()->isEnabled());
    address->setText(u"https://news.example/feed"_s);
    QVERIFY(!isTold() && dialog->actButton()->isEnabled());
}

void SettingsPageTest::aFormHigherThanTheScreenKeepsItsButtonsOnIt()
{
    auto *accounts = section<AccountSection>(SettingsPart::Accounts);
    Theme theme(*qApp);
    theme.setTextScale(2.0);
    m_page->primaryAction()->trigger();
    auto *dialog = accounts->findChild<SignInDialog *>();
    QTRY_VERIFY(dialog->isVisible());
    auto *network = dialog->findChild<QComboBox *>();
    network->setCurrentIndex(network->findData(u"youtube"_s));
    field<QComboBox>(dialog, u"Sign in"_s)->setCurrentIndex(1); // the most fields of all
    QCoreApplication::processEvents();
    QVERIFY2(dialog->height() <= dialog->screen()->availableGeometry().height() * 9 / 10, qPrintable(QString::number(dialog->height())));
    QVERIFY(dialog->rect().contains(QRect(dialog->actButton()->mapTo(dialog, QPoint()), dialog->actButton()->size())));
    delete dialog;
    theme.setTextScale(1.0);
}

void SettingsPageTest::tabGoesDownTheSignInFormOfEveryNetwork()
{
    auto *accounts = section<AccountSection>(SettingsPart::Accounts);
    m_page->primaryAction()->trigger();
    auto *dialog = accounts->findChild<SignInDialog *>();
    auto *network = dialog->findChild<QComboBox *>();
    QTRY_VERIFY(dialog->isVisible());
    const auto bottomOf = [dialog](const QWidget *field) { return field->mapTo(dialog, QPoint(0, field->height())).y(); };
    for (int i = 0; i < network->count(); ++i) {
        network->setCurrentIndex(i);
        QCoreApplication::processEvents();
        int seen = 0;
        const QWidget *field = network->nextInFocusChain();
        for (int bottom = bottomOf(network); field != network; field = field->nextInFocusChain()) {
            const bool isField = qobject_cast<const QLineEdit *>(field) || qobject_cast<const QComboBox *>(field);
            if (!isField || !field->isVisibleTo(dialog))
                continue;
            QVERIFY2(bottomOf(field) > bottom, qPrintable(network->currentText() + u": "_s + field->accessibleName()));
            bottom = bottomOf(field);
            ++seen;
        }
        QVERIFY(seen > 0);
    }
    network->setCurrentIndex(network->findData(u"linkedin"_s)); // by hand: there is no server to ask for
    QVERIFY(!field<QLineEdit>(dialog, u"Server"_s)->isVisibleTo(dialog));
}

void SettingsPageTest::aTokenIsTriedBeforeItIsTaken()
{
    auto *accounts = section<AccountSection>(SettingsPart::Accounts);
    useKeyFile();
    FakeNetwork network;
    const auto known = workspace().networks().accounts().signIn(
        u"ana"_s, {.network = u"x"_s, .baseUrl = network.url({}), .handle = u"@LumioCare"_s, .accessToken = "t0k-old", .clientId = "desk-app"});
    QTRY_VERIFY(known.isFinished() && known.result());
    QTRY_COMPARE(view(accounts)->cards().rowCount(), 1);
    emit view(accounts)->opened(view(accounts)->cards().rows().front());
    auto *dialog = accounts->findChild<SignInDialog *>();
    QTRY_COMPARE(field<QLineEdit>(dialog, u"Client ID"_s)->text(), u"desk-app"_s); // the app is the same
    field<QComboBox>(dialog, u"Sign in"_s)->setCurrentIndex(1);
    field<QLineEdit>(dialog, u"Access token"_s)->setText(u"t0k-wrong"_s);
    network.expect("/2/users/me", {.status = 401, .body = R"({"title":"Unauthorized"})"});
    dialog->actButton()->click();
    const auto says = [dialog](const QString &words) {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text().contains(words); });
    };
    QTRY_VERIFY(says(u"Not signed in: the network does not take this token: it is wrong, or has run out."_s));
    QVERIFY(!says(u"t0k-wrong"_s));
    field<QLineEdit>(dialog, u"Access token"_s)->setText(u"t0k-good"_s);
    network.expect("/2/users/me", {.body = R"({"data":{"id":"777","name":"Lumio Care","username":"LumioCare"}})"});
    dialog->actButton()->click();
    const auto kept = [this] {
        const auto account = monitoring::AccountRepository::byHandle(workspace().reader(), u"x"_s, u"@LumioCare"_s);
        return account && *account ? **account : monitoring::Account();
    };
    QTRY_COMPARE(kept().displayName, u"Lumio Care"_s);
    auto key = workspace().networks().secrets().read(kept().secretName);
    QTRY_VERIFY(key.isFinished());
    QVERIFY(key.result() && key.result()->contains("t0k-good"));
    QCOMPARE(network.requests().last().headers.value("authorization"), "Bearer t0k-good");
    network.verify();
}

void SettingsPageTest::whatReadingXCostsIsShownAndItsBudgetSet()
{
    auto *accounts = section<AccountSection>(SettingsPart::Accounts);
    const core::AccountId id = signIn(u"x"_s, u"@ondine"_s);
    const auto source = workspace().sources().add(
        u"ana"_s, {.name = u"Ours"_s, .kind = monitoring::SourceKind::Mentions, .network = u"x"_s, .accountId = id}).result();
    QVERIFY(source);
    networks::WalkCursor read;
    networks::XCost cost;
    cost.note(workspace().clock().now(), 50, 10, networks::XPrices::kPost);
    read.more.insert(u"cost"_s, cost.toJson());
    const auto stored = workspace().database().submit(u"ana"_s, [source, cursor = read.toCursor()](store::Transaction &transaction) {
        const auto kept = monitoring::SourceRepository::storeCursor(transaction, *source, cursor);
        return kept ? monitoring::SourceRepository::noteSuccess(transaction, *source) : kept;
    }).result();
    QVERIFY(stored);
    const auto meta = [accounts] {
        const auto &rows = view(accounts)->cards().rows();
        return rows.empty() ? QString() : rows.front().meta;
    };
    QTRY_VERIFY2(meta().contains(u"reading has cost $0.35 of $2.00 today"_s), qPrintable(meta()));

    emit view(accounts)->menuRequested(view(accounts)->cards().rows().front(), QPoint());
    QVERIFY(trigger(accounts, u"Daily budget…"_s));
    auto *dialog = accounts->findChild<BudgetDialog *>();
    QCOMPARE(dialog->findChild<QDoubleSpinBox *>()->value(), 2.0);
    dialog->findChild<QDoubleSpinBox *>()->setValue(0.30);
    dialog->actButton()->click();
    QTRY_VERIFY2(meta().contains(u"$0.35 of $0.30 today: it stops until midnight UTC"_s), qPrintable(meta()));
}

void SettingsPageTest::aLegalHoldIsAskedForAndWrittenDown()
{
    auto *part = section<SettingsSection>(SettingsPart::Desk);
    auto *box = part->findChild<QCheckBox *>(u"legalHoldBox"_s);
    QTRY_VERIFY(box->isEnabled());
    const auto isHeld = [this] { return monitoring::TombstoneRepository::isUnderLegalHold(workspace().reader()).value(); };
    const auto answer = [part](QMessageBox::ButtonRole role) {
        auto *question = part->findChild<QMessageBox *>();
        for (QAbstractButton *button : question->buttons()) {
            if (question->buttonRole(button) == role)
                button->click();
        }
        delete question;
    };
    box->click();
    QVERIFY(!box->isChecked());
    QVERIFY(part->findChild<QMessageBox *>()->text().contains(u"audit log"_s));
    answer(QMessageBox::RejectRole);
    QVERIFY(!isHeld());
    box->click();
    answer(QMessageBox::AcceptRole);
    QTRY_VERIFY(box->isChecked());
    QVERIFY(isHeld());
    box->click();
    answer(QMessageBox::AcceptRole);
    QTRY_VERIFY(!box->isChecked());
    QVERIFY(!isHeld());
}

void SettingsPageTest::aTableIsMappedBeforeItIsImported()
{
    auto *sources = section<SourceSection>(SettingsPart::Sources);
    const QString file = path(u"export.csv"_s, "Wer;Was;Wann\nana;Ondine leaks;2026-03-11T10:00:00Z\nbo;;2026-03-11T10:05:00Z\n");
    sources->setFileAsker([&file](QWidget *, const FileRequest &, const auto &done) { done(file); });
    m_page->headerActions().first()->trigger();
    auto *dialog = sources->findChild<ImportDialog *>();
    QVERIFY(dialog);
    QSignalSpy previewed(dialog, &ImportDialog::previewed);
    QVERIFY(previewed.wait());
    QVERIFY(!dialog->importButton()->isEnabled());
    dialog->fieldBox(u"text"_s)->setCurrentText(u"Was"_s);
    dialog->fieldBox(u"posted_at"_s)->setCurrentText(u"Wann"_s);
    dialog->fieldBox(u"author_handle"_s)->setCurrentText(u"Wer"_s);
    QVERIFY(dialog->importButton()->isEnabled());
    QSignalSpy imported(dialog, &ImportDialog::imported);
    dialog->importButton()->click();
    QVERIFY(imported.wait(20'000));
    const auto labels = dialog->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(u"1 new post"_s); }));
}

void SettingsPageTest::aFileOfPostsIsImportedAndBadLinesAreListed()
{
    auto *sources = section<SourceSection>(SettingsPart::Sources);
    const QString file = path(u"posts.ndjson"_s,
                              "{\"network\":\"x\",\"id\":\"1\",\"text\":\"Ondine leaks\",\"posted_at\":\"2026-03-11T10:00:00Z\"}\n"
                              "{\"network\":\"x\",\"id\":\"2\",\n");
    sources->setFileAsker([&file](QWidget *, const FileRequest &, const auto &done) { done(file); });
    m_page->headerActions().first()->trigger();
    auto *dialog = sources->findChild<ImportDialog *>();
    QSignalSpy previewed(dialog, &ImportDialog::previewed);
    QVERIFY(previewed.wait());
    QSignalSpy imported(dialog, &ImportDialog::imported);
    QVERIFY(dialog->importButton()->isEnabled());
    dialog->importButton()->click();
    QVERIFY(imported.wait(20'000));
    const auto &rows = view(dialog)->cards().rows();
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(rows.front().trailing, u"line 2"_s);
}

void SettingsPageTest::peopleAreAddedVerifiedAndFlaggedWhenStale()
{
    auto *people = section<PeopleSection>(SettingsPart::People);
    m_page->primaryAction()->trigger();
    auto *dialog = people->findChild<PersonDialog *>();
    const auto edits = dialog->findChildren<QLineEdit *>();
    edits.at(0)->setText(u"Nadia Belkacem"_s);
    edits.at(2)->setText(u"+33 6 00 00 00 00"_s);
    dialog->actButton()->click();
    QTRY_COMPARE(view(people)->cards().rowCount(), 1);
    QCOMPARE(view(people)->cards().rows().front().trailing, u"Never verified"_s);
    QTRY_VERIFY(m_page->headline().contains(u"to verify"_s));
    view(people)->setCurrentIndex(view(people)->cards().index(0));
    QVERIFY(trigger(people, u"Verify now"_s));
    QTRY_VERIFY(view(people)->cards().rows().front().trailing.startsWith(u"Verified"_s));
}

void SettingsPageTest::theDatabaseIsVerifiedAndBackedUp()
{
    auto *database = section<DatabaseSection>(SettingsPart::Database);
    QSignalSpy loaded(database, &SettingsSection::loaded);
    m_page->headerActions().first()->trigger();
    QVERIFY(loaded.wait());
    const auto labels = database->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(u"The file is whole"_s); }));
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(u"vigiectl restore"_s); }));
    const QString copy = m_folder->filePath(u"copy.db"_s);
    database->setFileAsker([&copy](QWidget *, const FileRequest &request, const auto &done) {
        QVERIFY(request.isForSaving);
        done(copy);
    });
    m_page->primaryAction()->trigger();
    QTRY_VERIFY(QFile::exists(copy));
    QTRY_VERIFY(!m_desk->toasts.isEmpty());
}

QTEST_MAIN(SettingsPageTest)
#include "tst_settingspage.moc"
