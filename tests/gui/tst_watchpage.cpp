// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/deskfortests.h"

#include "gui/monitoring/alertstrip.h"
#include "gui/monitoring/curvepanel.h"
#include "gui/monitoring/mentiondialog.h"
#include "gui/monitoring/mentionlistmodel.h"
#include "gui/monitoring/watchpage.h"
#include "gui/shell/languageswitch.h"
#include "gui/shell/theme.h"
#include "monitoring/alertrepository.h"
#include "monitoring/alertservice.h"
#include "monitoring/mentionservice.h"
#include "monitoring/watchservice.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using namespace vigie::gui;

class WatchPageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void init();
    void cleanup();
    void aMentionTypedByHandIsJudgedAndShown();
    void aMentionByHandNeedsATextAndAnAddressThatCanBeOpened();
    void anExerciseTakesNoMentionByHand();
    void aPinOfAnAlertShowsItsCardWhateverBecameOfIt();
    void aPinOfAnOwnActOpensWhatItNames();
    void theBoxesOfTheFilterAreNotCutInFrench();

private:
    [[nodiscard]] workspace::Workspace &workspace() const { return m_desk->workspace(); }
    [[nodiscard]] QAction *act(const QString &text) const;
    [[nodiscard]] core::AlertId addAlert();

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DeskForTests> m_desk;
    std::unique_ptr<WatchPage> m_page;
};

void WatchPageTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = workspace::Workspace::open({.path = m_folder->filePath(u"desk.db"_s), .operatorName = u"ana"_s});
    QVERIFY(opened);
    m_desk = std::make_unique<DeskForTests>(std::move(*opened));
    m_page = std::make_unique<WatchPage>(*m_desk);
    m_page->setScope({});
    m_page->resize(1080, 720);
    m_page->show();
}

void WatchPageTest::cleanup()
{
    QVERIFY2(m_desk->errors.isEmpty(), qPrintable(m_desk->errors.join(u'\n')));
    m_page.reset();
    m_desk.reset();
    m_folder.reset();
}

QAction *WatchPageTest::act(const QString &text) const
{
    for (QAction *action : m_page->menuActions()) {
        if (action && action->text() == text)
            return action;
    }
    return nullptr;
}

core::AlertId WatchPageTest::addAlert()
{
    const core::Instant now = workspace().clock().now();
    const auto watch = workspace().watches().add(u"ana"_s, {.name = u"All"_s, .query = u"*"_s}).result();
    if (!watch)
        return {};
    const monitoring::Alert alert{.watch = *watch,
                                  .raisedAt = now - 10min,
                                  .capturedAt = now,
                                  .windowFrom = now - 70min,
                                  .windowTo = now - 10min,
                                  .observed = 40,
                                  .usual = 5,
                                  .threshold = 12,
                                  .reasons = {.watchName = u"All"_s}};
    const auto added = workspace()
                           .database()
                           .submit(u"ana"_s, [alert](store::Transaction &transaction) { return monitoring::AlertRepository::add(transaction, alert); })
                           .result();
    return added ? *added : core::AlertId{};
}

void WatchPageTest::aMentionTypedByHandIsJudgedAndShown()
{
    act(u"Add a mention…"_s)->trigger();
    auto *dialog = m_page->findChild<MentionDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QPlainTextEdit *>()->setPlainText(u"A customer called: the bottle burst and burnt her hand."_s);
    const auto lines = dialog->findChildren<QLineEdit *>();
    for (QLineEdit *line : lines) {
        if (line->accessibleName() == u"Author"_s)
            line->setText(u"Mme Petit"_s);
    }
    QSignalSpy added(dialog, &MentionDialog::added);
    dialog->actButton()->click();
    QVERIFY(added.wait());
    QTRY_COMPARE(m_page->model().rowCount(), 1);
    QTRY_VERIFY(m_page->model().mention(0));
    const auto *mention = m_page->model().mention(0);
    QCOMPARE(mention->author.name, u"Mme Petit"_s);
    QCOMPARE(mention->network, u"manual"_s);
    QCOMPARE(mention->language, u"en"_s);
    QVERIFY(mention->postedAt <= workspace().clock().now());
    QVERIFY(mention->postedAt > workspace().clock().now() - 2min);
}

void WatchPageTest::aMentionByHandNeedsATextAndAnAddressThatCanBeOpened()
{
    MentionDialog dialog(*m_desk, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(!dialog.actButton()->isEnabled());
    dialog.findChild<QPlainTextEdit *>()->setPlainText(u"Text"_s);
    QVERIFY(dialog.actButton()->isEnabled());
    QLineEdit *address = nullptr;
    for (QLineEdit *line : dialog.findChildren<QLineEdit *>()) {
        if (line->accessibleName() == u"Address"_s)
            address = line;
    }
    QVERIFY(address);
    address->setText(u"javascript:alert(1)"_s);
    QVERIFY(!dialog.actButton()->isEnabled());
    address->setText(u"https://www.reddit.com/r/parents/1"_s);
    QVERIFY(dialog.actButton()->isEnabled());
    QCOMPARE(dialog.findChild<QComboBox *>()->currentData().toString(), u"reddit"_s); // the address names it
}

void WatchPageTest::anExerciseTakesNoMentionByHand()
{
    QVERIFY(act(u"Add a mention…"_s)->isEnabled());
    m_page->setScope(core::DrillRunId{1});
    QVERIFY(!act(u"Add a mention…"_s)->isEnabled());
}

void WatchPageTest::aPinOfAnAlertShowsItsCardWhateverBecameOfIt()
{
    const core::AlertId alert = addAlert();
    QVERIFY(alert.isValid());
    auto *strip = m_page->findChild<AlertStrip *>();
    QTRY_COMPARE(strip->alerts().size(), std::size_t(1));
    QVERIFY(workspace().alerts().dismiss(u"ana"_s, alert).result().has_value());
    QTRY_VERIFY(strip->alerts().empty());
    QVERIFY(!strip->isVisibleTo(m_page.get()));
    emit m_page->findChild<CurvePanel *>()->pinActivated({.kind = PinKind::Alert, .id = alert.value});
    QTRY_VERIFY(strip->isVisibleTo(m_page.get()));
    QCOMPARE(strip->presented(), alert);
    for (QPushButton *button : strip->findChildren<QPushButton *>()) {
        if (button->text() == u"Put away"_s)
            button->click();
    }
    QVERIFY(!strip->isVisibleTo(m_page.get()));
}

void WatchPageTest::aPinOfAnOwnActOpensWhatItNames()
{
    auto *curve = m_page->findChild<CurvePanel *>();
    const core::Instant at = workspace().clock().now() - 5min;
    emit curve->pinActivated({.at = at, .kind = PinKind::Reply, .id = 12});
    QCOMPARE(m_desk->pages.last().page, PageId::Replies);
    QCOMPARE(m_desk->pages.last().itemId, 12);
    emit curve->pinActivated({.at = at, .kind = PinKind::Crisis, .id = 3});
    QCOMPARE(m_desk->moments.last(), std::pair(qint64(3), at));
}

// "Toutes les mer…": at 1280 pixels the two boxes used to be narrower than what they say.
void WatchPageTest::theBoxesOfTheFilterAreNotCutInFrench()
{
    LanguageSwitch languages;
    languages.setLanguage(core::Language::French);
    QCoreApplication::processEvents();
    WatchPage page(*m_desk);
    page.resize(1080, 720);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    const auto boxes = page.findChildren<QComboBox *>();
    QCOMPARE(boxes.size(), 2);
    for (QComboBox *box : boxes) {
        QStyleOptionComboBox option;
        option.initFrom(box);
        const QRect field = box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box);
        const QString longest = box->itemText(0);
        QVERIFY2(box->fontMetrics().horizontalAdvance(longest) <= field.width(),
                 qPrintable(u"%1: %2 of %3 px"_s.arg(longest).arg(field.width()).arg(box->fontMetrics().horizontalAdvance(longest))));
        QVERIFY(box->accessibleName() != u"Watch"_s);
    }
    languages.setLanguage(core::Language::English);
}

QTEST_MAIN(WatchPageTest)
#include "tst_watchpage.moc"
