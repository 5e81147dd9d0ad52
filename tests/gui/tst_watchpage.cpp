// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/deskfortests.h"

#include "gui/common/cardlist.h"
#include "gui/common/widgets.h"
#include "gui/monitoring/alertdialog.h"
#include "gui/monitoring/alertstrip.h"
#include "gui/monitoring/curvepanel.h"
#include "gui/monitoring/filterbar.h"
#include "gui/monitoring/mentiondetailview.h"
#include "gui/monitoring/mentiondialog.h"
#include "gui/monitoring/mentionlistmodel.h"
#include "gui/monitoring/mentionview.h"
#include "gui/monitoring/watchpage.h"
#include "gui/shell/languageswitch.h"
#include "gui/shell/theme.h"
#include "monitoring/alertrepository.h"
#include "monitoring/alertservice.h"
#include "monitoring/intake.h"
#include "monitoring/mentionservice.h"
#include "monitoring/tombstonerepository.h"
#include "monitoring/watchservice.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
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
    void aMentionThatIsGoneCannotBeAnswered();
    void anExerciseTakesNoMentionByHand();
    void aPinOfAnAlertShowsItsCardWhateverBecameOfIt();
    void aCardSaysWhatRisesAndWhatIsMissing();
    void inALowWindowTheAlertKeepsItsWordsAndTheCurveGoes();
    void whyAnAlertWasGivenIsToldInFull();
    void aPinOfAnOwnActOpensWhatItNames();
    void aSearchThatIsNoQuerySaysSoAndLooksForItsWords();
    void theBoxesOfTheFilterAreNotCutInFrench();
    void whereTheRoomIsSmallNothingOfTheFilterIsCut();
    void besideTheComposerInANarrowWindowTheListHasTheRoom();
    void whatIsAnsweredStaysBesideTheComposerUntilAnotherIsChosen();

private:
    [[nodiscard]] workspace::Workspace &workspace() const { return m_desk->workspace(); }
    [[nodiscard]] QAction *act(const QString &text) const;
    void addMentionByHand();
    [[nodiscard]] core::AlertId addAlert(const monitoring::AlertReasons &reasons = {.watchName = QStringLiteral("All")});
    [[nodiscard]] static monitoring::AlertReasons fullReasons();
    [[nodiscard]] static QString textsOf(const QWidget *widget);

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

core::AlertId WatchPageTest::addAlert(const monitoring::AlertReasons &reasons)
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
                                  .reasons = reasons};
    const auto added = workspace()
                           .database()
                           .submit(u"ana"_s, [alert](store::Transaction &transaction) { return monitoring::AlertRepository::add(transaction, alert); })
                           .result();
    return added ? *added : core::AlertId{};
}

monitoring::AlertReasons WatchPageTest::fullReasons()
{
    const core::Instant since = core::instantFromMillis(1'772'359'200'000); // 1 March 2026, 10:00 UTC
    return {.watchName = u"Ondine"_s,
            .watchQuery = u"ondine -musique"_s,
            .recentMax = 9,
            .negativeShare = 0.62,
            .usualNegativeShare = 0.2,
            .historyHours = 30,
            .since = since,
            .copies = 0.25,
            .risingTerms = {{.term = u"fuite"_s, .countNow = 18, .countBefore = 2, .score = 40}},
            .risingLinks = {{.term = u"presse.example/ondine"_s, .countNow = 7, .countBefore = 0, .score = 20}},
            .authors = {{u"mastodon:@lea@social.example"_s, 4}},
            .networks = {{u"mastodon"_s, 31}, {u"x"_s, 9}},
            .sources = {{u"Fil de presse"_s, 12}},
            .missing = {{.name = u"Forum"_s, .from = since - 3h, .to = since - 2h}},
            .steps = {{.at = since, .kind = monitoring::AlertKind::SlowBurn, .observed = 21, .threshold = 11}}};
}

QString WatchPageTest::textsOf(const QWidget *widget)
{
    QStringList texts;
    for (const QLabel *label : widget->findChildren<QLabel *>())
        texts += label->isVisibleTo(widget) ? label->text() : QString();
    return texts.join(u'\n').replace(u'\u00a0', u' ');
}

void WatchPageTest::aCardSaysWhatRisesAndWhatIsMissing()
{
    QVERIFY(addAlert(fullReasons()).isValid());
    auto *strip = m_page->findChild<AlertStrip *>();
    QTRY_COMPARE(strip->alerts().size(), std::size_t(1));
    const auto *card = strip->findChild<AlertCard *>();
    QStringList texts;
    for (const ElidedLabel *label : card->findChildren<ElidedLabel *>())
        texts += label->fullText();
    const QString said = texts.join(u'\n');
    for (const QString &part : {u"fuite 18"_s, u"since 10:00"_s, u"62% negative, usually 20%"_s, u"25% copies"_s, u"Forum"_s, u"and 1 more"_s})
        QVERIFY2(said.contains(part), qPrintable(part + u" in\n"_s + said));
    QVERIFY(card->accessibleDescription().contains(u"Only 30 hours of history"_s)); // read out, though it is not the first
}

// With text at 200 % on a small screen, the layout used to cut every line of the card.
void WatchPageTest::inALowWindowTheAlertKeepsItsWordsAndTheCurveGoes()
{
    QVERIFY(addAlert(fullReasons()).isValid());
    QVERIFY(addAlert(fullReasons()).isValid());
    auto *strip = m_page->findChild<AlertStrip *>();
    auto *curve = m_page->findChild<CurvePanel *>();
    const auto shown = [strip] {
        const auto cards = strip->findChildren<AlertCard *>();
        return std::count_if(cards.begin(), cards.end(), [strip](const AlertCard *card) { return card->isVisibleTo(strip); });
    };
    networks::Post post;
    post.text = u"Ondine leaks"_s;
    QVERIFY(workspace().mentions().addByHand(u"ana"_s, post).result());
    QTRY_COMPARE(shown(), 2);
    QTRY_VERIFY(curve->isVisibleTo(m_page.get()));
    m_page->resize(700, 280);
    QTRY_COMPARE(shown(), 1);
    QVERIFY(!curve->isVisibleTo(m_page.get()));
    const auto *card = strip->findChild<AlertCard *>();
    for (const QLabel *label : card->findChildren<QLabel *>()) {
        if (label->isVisibleTo(card))
            QTRY_VERIFY2(label->height() >= (label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height()),
                         qPrintable(label->text()));
    }
    m_page->resize(1080, 720);
    QTRY_COMPARE(shown(), 2);
    QVERIFY(curve->isVisibleTo(m_page.get()));
}

// Everything that issue 3 asks of the reasons, for somebody who sees them for the first time.
void WatchPageTest::whyAnAlertWasGivenIsToldInFull()
{
    networks::Post post;
    post.text = u"Ondine leaks again"_s;
    const auto stored = workspace().mentions().addByHand(u"ana"_s, post).result();
    QVERIFY(stored);
    monitoring::AlertReasons reasons = fullReasons();
    reasons.examples = {*stored};
    const QString endless(2000, u'w');
    reasons.risingTerms.push_back({.term = endless, .countNow = 3, .countBefore = 0, .score = 9});
    reasons.risingLinks.push_back({.term = u"presse.example/"_s + endless, .countNow = 2, .countBefore = 0, .score = 9});
    QVERIFY(addAlert(reasons).isValid());
    auto *strip = m_page->findChild<AlertStrip *>();
    QTRY_COMPARE(strip->alerts().size(), std::size_t(1));
    QTRY_VERIFY(act(u"Why this alert…"_s)->isEnabled());
    act(u"Why this alert…"_s)->trigger();
    auto *dialog = m_page->findChild<AlertDialog *>();
    QVERIFY(dialog);
    auto *examples = dialog->findChild<CardView *>();
    QTRY_COMPARE(examples->cards().rowCount(), 1);
    QVERIFY(examples->cards().rows().front().text.contains(u"leaks again"_s));
    const auto *scroll = dialog->findChild<QScrollArea *>();
    QVERIFY(scroll->widget()->width() <= scroll->viewport()->width()); // nothing that came from the network widens it
    const QString said = textsOf(dialog);
    for (const QString &part : {u"40"_s, u"observed"_s, u"usual"_s, u"threshold"_s, u"12"_s, u"10:00"_s, u"over the last 30 hours"_s, u"recent peak: 9"_s,
                                u"fuite"_s, u"18 post(s), the day before 2"_s, u"presse.example/ondine"_s, u"Mastodon 31 · X 9"_s, u"Fil de presse 12"_s,
                                u"@lea@social.example (Mastodon) 4"_s, u"62% of these mentions are negative; usually 20%."_s, u"25% of them repeat"_s,
                                u"Slow rise, 21 (threshold 11)"_s, u"“Forum” could not be read"_s, u"Only 30 hours of history"_s, u"ondine -musique"_s,
                                u"In French: "_s, u"40 mentions en 60"_s})
        QVERIFY2(said.contains(part), qPrintable(part + u" in\n"_s + said));
    const qint64 shown = examples->cards().rows().front().id;
    emit examples->opened(examples->cards().rows().front());
    QCOMPARE(shown, stored->value);
}

void WatchPageTest::addMentionByHand()
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
}

void WatchPageTest::aMentionTypedByHandIsJudgedAndShown()
{
    addMentionByHand();
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

void WatchPageTest::aMentionThatIsGoneCannotBeAnswered()
{
    addMentionByHand();
    QTRY_VERIFY(act(u"Reply in public"_s)->isEnabled());
    const monitoring::Mention shown = *m_page->model().mention(0);
    const auto buried = workspace()
                            .database()
                            .submit(u"ana"_s,
                                    [shown](store::Transaction &transaction) {
                                        return monitoring::TombstoneRepository::bury(transaction, {}, shown.network, shown.remoteId);
                                    })
                            .result();
    QCOMPARE(buried.value_or(0), 1);
    QTRY_VERIFY(!act(u"Reply in public"_s)->isEnabled());
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

void WatchPageTest::aSearchThatIsNoQuerySaysSoAndLooksForItsWords()
{
    networks::Post post;
    post.text = u"Ondine leaks"_s;
    QVERIFY(workspace().mentions().addByHand(u"ana"_s, post).result());
    QTRY_COMPARE(m_page->model().rowCount(), 1);
    auto *search = m_page->findChild<QLineEdit *>(u"searchLineEdit"_s);
    const QAction *sign = search->actions().constLast();
    search->setText(u"(leaks"_s);
    QTRY_VERIFY2(sign->text().contains(u"At character 7"_s) && sign->text().contains(u"')'"_s), qPrintable(sign->text()));
    QCOMPARE(search->accessibleDescription(), sign->text());
    QCOMPARE(m_page->model().rowCount(), 1);
    search->setText(u"leaks"_s);
    QTRY_COMPARE(sign->text(), u"What can be searched for"_s);
    QVERIFY(search->accessibleDescription().isEmpty());
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

// Beside an open reply, in large text, both the boxes and the buttons were cut.
void WatchPageTest::whereTheRoomIsSmallNothingOfTheFilterIsCut()
{
    QWidget page;
    FilterBar bar(&page);
    bar.setCounts({.isNew = 1420, .waiting = 17, .done = 20});
    page.show();
    const auto shownWhole = [&bar] {
        for (const QWidget *const one : bar.findChildren<QWidget *>()) {
            const bool isTold = qobject_cast<const QPushButton *>(one) || qobject_cast<const QComboBox *>(one);
            if (isTold && one->width() < one->sizeHint().width())
                return false;
        }
        return true;
    };
    const auto textOf = [&bar](const char *name) { return bar.findChild<QPushButton *>(QString::fromLatin1(name))->text(); };
    bar.resize(1200, 200);
    QCoreApplication::processEvents();
    QVERIFY(shownWhole());
    QCOMPARE(textOf("waitingButton"), u"Waiting  17"_s);

    int fields = bar.findChild<QLineEdit *>()->minimumWidth() + 2 * space::kLarge;
    for (const QWidget *const choice : bar.findChildren<QComboBox *>())
        fields += choice->sizeHint().width() + space::kSmall;
    bar.resize(fields, 200); // the button beside them has no room
    QCoreApplication::processEvents();
    QVERIFY(shownWhole());
    QCOMPARE(textOf("waitingButton"), u"Waiting"_s);
    QCOMPARE(bar.findChild<QPushButton *>(u"waitingButton"_s)->accessibleName(), u"Waiting  17"_s);
    bar.setStatus(monitoring::Status::Waiting);
    QCOMPARE(textOf("waitingButton"), u"Waiting  17"_s);

    bar.resize(1200, 200);
    QCoreApplication::processEvents();
    QCOMPARE(textOf("newButton"), u"To do  1,420"_s);
}

// The composer was pushed out of the window, and its button with it.
void WatchPageTest::besideTheComposerInANarrowWindowTheListHasTheRoom()
{
    addMentionByHand();
    const auto *detail = m_page->findChild<MentionDetailView *>();
    QTRY_VERIFY(detail->isVisible());
    m_page->resize(500, 720);
    QTRY_VERIFY(!detail->isVisible());
    QVERIFY(m_page->width() <= 500);
    m_page->resize(1080, 720);
    QTRY_VERIFY(detail->isVisible());
}

// One read Sonia while answering Hervé: the draft made his mention wait, and it left the list of what is to do.
void WatchPageTest::whatIsAnsweredStaysBesideTheComposerUntilAnotherIsChosen()
{
    addMentionByHand();
    const auto *detail = m_page->findChild<MentionDetailView *>();
    auto *view = m_page->findChild<MentionView *>();
    networks::Post post;
    post.network = u"mastodon"_s;
    post.remoteId = u"2"_s;
    post.postedAt = workspace().clock().now() - 1h;
    post.text = u"Sonia asks for the opening hours"_s;
    QVERIFY(workspace().intake().accept({.posts = {post}}).result());
    m_page->findChild<QPushButton *>(u"newButton"_s)->click();
    QTRY_COMPARE(view->model()->rowCount(), 2);
    view->select(0);
    QTRY_VERIFY(detail->mentionId().isValid());
    const core::MentionId answered = detail->mentionId();
    act(u"Reply in public"_s)->trigger();
    QCOMPARE(m_desk->composed, QList<qint64>{answered.value});
    QVERIFY(workspace().mentions().setStatus(u"ana"_s, answered, monitoring::Status::Waiting).result()); // what a draft does
    QTest::qWait(300);
    QCOMPARE(detail->mentionId(), answered);
    QCOMPARE(view->model()->rowCount(), 2);
    view->select(1);
    QTRY_COMPARE(view->model()->rowCount(), 1);
    QVERIFY(detail->mentionId() != answered);
}

QTEST_MAIN(WatchPageTest)
#include "tst_watchpage.moc"
