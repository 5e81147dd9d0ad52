// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/composer.h"
#include "gui/reply/promisedialog.h"
#include "gui/reply/replycarddelegate.h"
#include "gui/reply/replyeditor.h"
#include "gui/reply/replylistmodel.h"
#include "gui/reply/replyoffer.h"
#include "gui/reply/repliespage.h"
#include "gui/reply/replytexts.h"
#include "gui/reply/replywidgets.h"
#include "gui/shell/theme.h"
#include "reply/promiserepository.h"
#include "replydesk.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::gui;
using namespace vigie::gui::test;
using reply::ReplyState;

namespace
{

const QString kGood = u"Bonjour Camille, merci de nous avoir écrit. Nous vérifions et revenons vers vous à midi."_s;

} // namespace

class RepliesPageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void init() { m_desk = std::make_unique<ReplyDesk>(); }
    void cleanup()
    {
        m_page.reset();
        QCOMPARE(m_desk->window.errors, QStringList());
        m_desk.reset();
    }
    void cleanupTestCase() { m_theme.reset(); }

    void theModelSaysOnlyWhatChanged();
    void aHalfOfAPairSaysSoOnItsCard();
    void aCardGrowsWhereItsPillsHaveNoRoomInOneLine();
    void everyStateStandsInOneGroup();
    void onlyWhatTheServicesAllowIsOffered();
    void thePageOpensWhereAPersonIsNeeded();
    void anApproverApprovesFromThePage();
    void aReplyGoesBackWithANote();
    void aDraftIsEditedInPlace();
    void anUnknownOutcomeIsSettled();
    void aReplyOfASignedInAccountGoesOnItsWayAndIsTakenBack();
    void aHalfNamesTheOtherAndWhatBecameOfThePair();
    void theHalvesOfAPairAreSentTogether();
    void whatAnAccountIsSendingAsksNothingOfAPerson();
    void aPromiseIsAddedAndKept();
    void publicationIsSuspendedAndResumed();
    void itFollowsWhatOthersDo();
    void aDrillShowsItsOwnRepliesOnly();
    void itemsAreFoundByTheirId();

private:
    RepliesPage &open()
    {
        m_page = std::make_unique<RepliesPage>(m_desk->window, m_desk->context());
        m_page->resize(1080, 720);
        m_page->show();
        return *m_page;
    }
    template <typename T>
    T *find(const char *name)
    {
        T *const found = m_page->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    void click(const char *name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    [[nodiscard]] QAbstractItemModel *list() { return find<QListView>("replyList")->model(); }
    void choose(ReplyGroup group) { find<QTabBar>("replyGroupTabs")->setCurrentIndex(int(group)); }
    void detailShows(const QString &text) { QTRY_COMPARE(find<QLabel>("replyTextLabel")->text(), text); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ReplyDesk> m_desk;
    std::unique_ptr<RepliesPage> m_page;
};

void RepliesPageTest::theModelSaysOnlyWhatChanged()
{
    ReplyListModel model(m_desk->clock, core::Format(core::Language::English, QTimeZone::utc()));
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const auto reply = [](qint64 id, const QString &text) {
        reply::Reply made;
        made.id = core::ReplyId{id};
        made.text = text;
        return made;
    };
    model.setReplies({reply(1, u"a"_s), reply(2, u"b"_s), reply(3, u"c"_s)});
    QCOMPARE(inserted.size(), 3);
    model.setReplies({reply(3, u"c"_s), reply(1, u"a"_s), reply(2, u"B"_s)});
    QCOMPARE(moved.size(), 1);
    QCOMPARE(changed.size(), 1);
    model.setReplies({reply(3, u"c"_s)});
    QCOMPARE(removed.size(), 2);
    QCOMPARE(model.rowCount(), 1);
    model.setReplies({});
    QCOMPARE(reset.size(), 0);
}

void RepliesPageTest::aHalfOfAPairSaysSoOnItsCard()
{
    ReplyListModel model(m_desk->clock, core::Format(core::Language::English, QTimeZone::utc()));
    reply::Reply acknowledgement;
    acknowledgement.id = core::ReplyId{1};
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setReplies({acknowledgement});
    const auto spoken = [&model](int row) { return model.index(row).data(Qt::AccessibleTextRole).toString(); };
    QVERIFY2(!spoken(0).contains(u"1 of 2"_s), qPrintable(spoken(0)));
    reply::Reply message;
    message.id = core::ReplyId{2};
    message.visibility = reply::Visibility::Private;
    message.partnerId = acknowledgement.id;
    acknowledgement.partnerId = message.id;
    model.setReplies({acknowledgement, message});
    QCOMPARE(changed.size(), 1);
    QVERIFY2(spoken(0).contains(u"Public, 1 of 2"_s), qPrintable(spoken(0)));
    QVERIFY2(spoken(1).contains(u"Private, 2 of 2"_s), qPrintable(spoken(1)));
}

// In large text the second pill was cut at the edge of the list.
void RepliesPageTest::aCardGrowsWhereItsPillsHaveNoRoomInOneLine()
{
    ReplyListModel model(m_desk->clock, core::Format(core::Language::English, QTimeZone::utc()));
    reply::Reply reply;
    reply.id = core::ReplyId{1};
    model.setReplies({reply});
    const ReplyCardDelegate delegate;
    QStyleOptionViewItem option;
    const auto heightAt = [&](int width) {
        option.rect = QRect(0, 0, width, 0);
        return delegate.sizeHint(option, model.index(0)).height();
    };
    const int both = pillWidth(ReplyTexts::statePill(reply)) + pillWidth(ReplyTexts::visibilityPill(reply.visibility));
    const int oneLine = heightAt(both + space::kTiny + 2 * space::kLarge);
    QCOMPARE(heightAt(4 * both), oneLine);
    QCOMPARE(heightAt(both + 2 * space::kLarge), oneLine + pillHeight() + space::kTiny);
}

void RepliesPageTest::everyStateStandsInOneGroup()
{
    std::size_t count = 0;
    for (int i = 0; i < kReplyGroupCount; ++i)
        count += statesOf(ReplyGroup(i)).size();
    QCOMPARE(count, std::size_t(8));
}

void RepliesPageTest::onlyWhatTheServicesAllowIsOffered()
{
    reply::Reply reply;
    reply.text = kGood;
    reply.editedBy = u"Léa"_s;
    ReplyCircumstances now = {.actor = u"Léa"_s};
    QCOMPARE(offerFor(reply, now).primary, std::optional(ReplyAct::RequestApproval));
    now.policy = reply::ApprovalPolicy::None;
    QCOMPARE(offerFor(reply, now).primary, std::optional(ReplyAct::Send));
    now.isSuspended = true;
    QCOMPARE(offerFor(reply, now).obstacle, ReplyObstacle::Suspended);
    now.hasErrors = true;
    QCOMPARE(offerFor(reply, now).obstacle, ReplyObstacle::Errors);
    now = {.actor = u"Léa"_s};
    reply.state = ReplyState::Pending;
    QCOMPARE(offerFor(reply, now).obstacle, ReplyObstacle::OwnText);
    now.actor = u"Max"_s;
    QCOMPARE(offerFor(reply, now).obstacle, ReplyObstacle::None);
    reply.state = ReplyState::Approved;
    reply.drillRunId = core::DrillRunId{7};
    now.isSuspended = true;
    QCOMPARE(offerFor(reply, now).primary, std::optional(ReplyAct::Play));
    QCOMPARE(offerFor(reply, now).obstacle, ReplyObstacle::None);
    reply.state = ReplyState::Sending;
    QVERIFY(!offerFor(reply, now).primary);
}

void RepliesPageTest::thePageOpensWhereAPersonIsNeeded()
{
    m_desk->draft(ReplyDesk::kX, u"x"_s, kGood);
    const core::ReplyId id = m_desk->approved(ReplyDesk::kMastodon, u"mastodon"_s, kGood);
    QVERIFY(settled(m_desk->outbox->begin(u"Léa"_s, id)));
    QVERIFY(settled(m_desk->outbox->markUnknown(u"Léa"_s, id, u"coupure"_s)));
    open();
    QTRY_COMPARE(find<QTabBar>("replyGroupTabs")->currentIndex(), int(ReplyGroup::ToSettle));
    QTRY_COMPARE(list()->rowCount(), 1);
    QVERIFY(m_page->headline().contains(u"1"_s));
    detailShows(kGood);
}

void RepliesPageTest::anApproverApprovesFromThePage()
{
    const core::ReplyId id = m_desk->draft(ReplyDesk::kX, u"x"_s, kGood);
    QVERIFY(settled(m_desk->replies->requestApproval(u"Léa"_s, id)));
    m_desk->actor = u"Max"_s;
    open();
    detailShows(kGood);
    QTRY_VERIFY(find<QPushButton>("detailPrimaryButton")->isEnabled());
    QCOMPARE(find<QPushButton>("detailPrimaryButton")->text(), u"Approve"_s);
    click("detailPrimaryButton");
    QTRY_COMPARE(m_desk->reply(id).state, ReplyState::Approved);
    QTRY_COMPARE(list()->rowCount(), 0);
}

void RepliesPageTest::aReplyGoesBackWithANote()
{
    const core::ReplyId id = m_desk->draft(ReplyDesk::kX, u"x"_s, kGood);
    QVERIFY(settled(m_desk->replies->requestApproval(u"Léa"_s, id)));
    m_desk->actor = u"Max"_s;
    open();
    detailShows(kGood);
    QAction *const reject = m_page->menuActions().at(5);
    QTRY_VERIFY(reject->isEnabled());
    reject->trigger();
    auto *note = find<QPlainTextEdit>("reasonEdit");
    QVERIFY(!find<QPushButton>("acceptButton")->isEnabled());
    note->setPlainText(u"Donner une heure."_s);
    click("acceptButton");
    QTRY_COMPARE(m_desk->reply(id).state, ReplyState::Draft);
    QCOMPARE(m_desk->reply(id).stateReason, u"Donner une heure."_s);
}

void RepliesPageTest::aDraftIsEditedInPlace()
{
    const core::ReplyId id = m_desk->draft(ReplyDesk::kX, u"x"_s, kGood);
    open();
    choose(ReplyGroup::Drafts);
    detailShows(kGood);
    QTest::keyClick(find<QListView>("replyList"), Qt::Key_R);
    auto *composer = m_page->findChild<Composer *>();
    QVERIFY(composer);
    QTRY_COMPARE(composer->editor().text(), kGood);
    composer->editor().setPlainText(kGood + u" Léa"_s);
    click("closeComposerButton");
    detailShows(kGood + u" Léa"_s);
    QCOMPARE(m_desk->reply(id).text, kGood + u" Léa"_s);
}

void RepliesPageTest::anUnknownOutcomeIsSettled()
{
    const core::ReplyId id = m_desk->approved(ReplyDesk::kX, u"x"_s, kGood);
    QVERIFY(settled(m_desk->outbox->begin(u"Léa"_s, id)));
    QVERIFY(settled(m_desk->outbox->markUnknown(u"Léa"_s, id, u"coupure"_s)));
    open();
    detailShows(kGood);
    QTRY_VERIFY(find<QLineEdit>("linkEdit")->isVisible());
    QVERIFY(find<QPushButton>("copyButton")->isHidden());
    find<QLineEdit>("linkEdit")->setText(u"https://x.com/mirlouvette/status/2"_s);
    click("markSentButton");
    QTRY_COMPARE(m_desk->reply(id).state, ReplyState::Sent);
}

void RepliesPageTest::aReplyOfASignedInAccountGoesOnItsWayAndIsTakenBack()
{
    m_desk->sql(u"INSERT INTO accounts (id, network, handle, created_at, state) VALUES (1, 'mastodon', '@us', 0, 'signed-in')"_s);
    const core::ReplyId id = m_desk->approved(ReplyDesk::kMastodon, u"mastodon"_s, kGood);
    open();
    choose(ReplyGroup::ToSend);
    detailShows(kGood);
    QTRY_COMPARE(find<QPushButton>("detailPrimaryButton")->text(), u"Send"_s);
    click("detailPrimaryButton");
    QTRY_VERIFY(isOnItsWay(m_desk->reply(id)));
    QTRY_COMPARE(find<QPushButton>("detailPrimaryButton")->text(), u"Take back before it leaves"_s);
    QTRY_VERIFY(m_desk->window.lastUndo);
    click("detailPrimaryButton");
    QTRY_VERIFY(!isOnItsWay(m_desk->reply(id)));
    QCOMPARE(m_desk->reply(id).state, ReplyState::Approved);
    QVERIFY(m_desk->window.errors.isEmpty());
}

void RepliesPageTest::aHalfNamesTheOtherAndWhatBecameOfThePair()
{
    const core::ReplyId publicId = m_desk->approved(ReplyDesk::kMastodon, u"mastodon"_s, kGood);
    const core::ReplyId privateId =
        m_desk->approved(ReplyDesk::kMastodon, u"mastodon"_s, u"Votre commande."_s, reply::Visibility::Private);
    QVERIFY(settled(m_desk->replies->pair(u"Léa"_s, publicId, privateId)));
    m_desk->sql(u"UPDATE replies SET state = 'sent', sent_at = 1 WHERE id = ?"_s, {publicId.value});
    m_desk->sql(u"UPDATE replies SET state = 'failed', state_reason = 'blocked' WHERE id = ?"_s, {privateId.value});
    open();
    m_page->activate(privateId.value);
    detailShows(u"Votre commande."_s);
    QTRY_VERIFY(find<QLabel>("otherHalfLabel")->isVisible());
    QCOMPARE(find<QLabel>("otherHalfLabel")->text(), u"Public acknowledgement: Sent"_s);
    const auto said = [this] {
        QStringList all;
        for (const NoticeBar *notice : m_page->findChildren<NoticeBar *>())
            all += notice->text();
        return all.join(u'\n');
    };
    QVERIFY(said().contains(u"The acknowledgement is out; the private message was refused: blocked"_s));
    click("otherHalfButton");
    detailShows(kGood);
    QCOMPARE(find<QLabel>("otherHalfLabel")->text(), u"Private message: Refused by the network"_s);
}

void RepliesPageTest::theHalvesOfAPairAreSentTogether()
{
    m_desk->sql(u"INSERT INTO accounts (id, network, handle, created_at, state) VALUES (1, 'mastodon', '@us', 0, 'signed-in')"_s);
    const core::ReplyId publicId = m_desk->approved(ReplyDesk::kMastodon, u"mastodon"_s, kGood);
    const core::ReplyId privateId =
        m_desk->draft(ReplyDesk::kMastodon, u"mastodon"_s, u"Votre commande."_s, reply::Visibility::Private);
    QVERIFY(settled(m_desk->replies->pair(u"Léa"_s, publicId, privateId)));
    open();
    m_page->activate(publicId.value);
    detailShows(kGood);
    QTRY_COMPARE(find<QPushButton>("detailPrimaryButton")->text(), u"Send"_s);
    QVERIFY(!find<QPushButton>("detailPrimaryButton")->isEnabled()); // the other half is not approved
    QVERIFY(settled(m_desk->replies->requestApproval(u"Léa"_s, privateId)));
    QVERIFY(settled(m_desk->replies->approve(u"Max"_s, privateId, u"Votre commande."_s)));
    QTRY_VERIFY(find<QPushButton>("detailPrimaryButton")->isEnabled());
    click("detailPrimaryButton");
    QTRY_VERIFY(isOnItsWay(m_desk->reply(publicId)));
    QVERIFY(isOnItsWay(m_desk->reply(privateId)));
}

void RepliesPageTest::whatAnAccountIsSendingAsksNothingOfAPerson()
{
    const core::ReplyId id = m_desk->approved(ReplyDesk::kMastodon, u"mastodon"_s, kGood);
    QVERIFY(settled(m_desk->outbox->begin(u"Léa"_s, id)));
    m_desk->sql(u"UPDATE reply_attempts SET route = 'api'"_s);
    open();
    m_page->activate(id.value);
    detailShows(kGood);
    QVERIFY(!find<QLineEdit>("linkEdit")->isVisibleTo(m_page.get()));
}

void RepliesPageTest::aPromiseIsAddedAndKept()
{
    m_desk->draft(ReplyDesk::kX, u"x"_s, kGood);
    open();
    choose(ReplyGroup::Drafts);
    detailShows(kGood);
    QTRY_VERIFY(find<QPushButton>("addPromiseButton")->isVisible());
    click("addPromiseButton");
    find<QPlainTextEdit>("promiseTextEdit")->setPlainText(u"Rappeler Camille"_s);
    m_page->findChild<PromiseDialog *>()->actButton()->click();
    const auto openPromises = [this] { return reply::PromiseRepository::open(m_desk->reader(), {}).value(); };
    QTRY_COMPARE(openPromises().size(), std::size_t(1));
    QCOMPARE(openPromises().front().promisedTo, u"@camille_lefevre"_s);
    choose(ReplyGroup::Promises);
    auto *promises = find<QListView>("promiseList");
    QTRY_COMPARE(promises->model()->rowCount(), 1);
    promises->setCurrentIndex(promises->model()->index(0, 0));
    QTest::keyClick(promises, Qt::Key_Space);
    QTRY_COMPARE(openPromises().size(), std::size_t(0));
    QTRY_VERIFY(m_desk->window.lastUndo); // offered once the write is answered
    m_desk->window.lastUndo();
    QTRY_COMPARE(openPromises().size(), std::size_t(1));
}

void RepliesPageTest::publicationIsSuspendedAndResumed()
{
    open();
    QTRY_VERIFY(m_page->headerActions().front()->isVisible());
    m_page->headerActions().front()->trigger();
    find<QPlainTextEdit>("reasonEdit")->setPlainText(u"Enquête"_s);
    click("acceptButton");
    const auto standing = [this] { return reply::Outbox::suspension(m_desk->reader(), m_desk->clock.now()).value(); };
    QTRY_VERIFY(standing().has_value());
    QCOMPARE(standing()->reason, u"Enquête"_s);
    QTRY_VERIFY(m_page->headline().contains(u"suspended"_s));
    m_page->headerActions().front()->trigger();
    QTRY_VERIFY(!standing().has_value());
}

void RepliesPageTest::itFollowsWhatOthersDo()
{
    open();
    choose(ReplyGroup::Drafts);
    m_desk->draft(ReplyDesk::kX, u"x"_s, kGood);
    QTRY_COMPARE(list()->rowCount(), 1);
    QTRY_VERIFY(find<QTabBar>("replyGroupTabs")->tabText(int(ReplyGroup::Drafts)).contains(u'1'));
}

void RepliesPageTest::aDrillShowsItsOwnRepliesOnly()
{
    m_desk->draft(ReplyDesk::kX, u"x"_s, kGood);
    open();
    choose(ReplyGroup::Drafts);
    QTRY_COMPARE(list()->rowCount(), 1);
    m_page->setScope(core::DrillRunId{ReplyDesk::kDrillRun});
    choose(ReplyGroup::Drafts);
    QTRY_COMPARE(list()->rowCount(), 0);
}

void RepliesPageTest::itemsAreFoundByTheirId()
{
    m_desk->draft(ReplyDesk::kX, u"x"_s, kGood);
    const core::ReplyId id = m_desk->approved(ReplyDesk::kMastodon, u"mastodon"_s, kGood + u" Max"_s);
    open();
    m_page->activate(id.value);
    QTRY_COMPARE(find<QTabBar>("replyGroupTabs")->currentIndex(), int(ReplyGroup::ToSend));
    detailShows(kGood + u" Max"_s);
}

QTEST_MAIN(RepliesPageTest)
#include "tst_repliespage.moc"
