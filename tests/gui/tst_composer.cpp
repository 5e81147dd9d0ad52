// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/widgets.h"
#include "gui/reply/composer.h"
#include "gui/reply/messagechoice.h"
#include "gui/reply/replyeditor.h"
#include "gui/reply/replywidgets.h"
#include "gui/shell/theme.h"
#include "replydesk.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::gui;
using namespace vigie::gui::test;
using reply::ReplyState;
using reply::Visibility;

namespace
{

const QString kGood = u"Bonjour Camille, merci de nous avoir écrit. Nous vérifions et revenons vers vous à midi."_s;

} // namespace

class ComposerTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void init() { m_desk = std::make_unique<ReplyDesk>(); }
    void cleanup()
    {
        m_composer.reset();
        QCOMPARE(m_desk->window.errors, m_expectedErrors);
        m_expectedErrors.clear();
        m_desk.reset();
    }
    void cleanupTestCase() { m_theme.reset(); }

    void theLanguageIsTheMentions_data();
    void theLanguageIsTheMentions();
    void anInsertedMessageFillsWhatIsKnownAndAsksForTheRest();
    void aMissingVariableKeepsTheReplyHere();
    void aValueIsRememberedForTheNextReplyOfTheCrisis();
    void aMessageNobodyApprovedCannotBeInserted();
    void anExpiredMessageCannotBeInserted();
    void tooLongForXKeepsTheReplyHere();
    void personalDataStopsAPublicReplyOnly();
    void privateIsOfferedOnlyWhereTheNetworkHasIt();
    void aDraftOutlivesThePanelThatClosesAtOnce();
    void aDraftIsContinued();
    void publicAndPrivateDraftsStandSideBySide();
    void whatIsPastedBecomesPlainText();
    void aNoBreakSpaceSurvives();
    void nobodyApprovesTheirOwnText();
    void approvalCanBeAskedForAndTakenBack();
    void anApprovedTextIsNotChangedByAStrayKey();
    void anApproverWhoReadsSeesWhatTheWriterChanges();
    void sendingByHandGoesFromCopyToLink();
    void whatWasNotSentIsApprovedAgain();
    void aReplyOfADrillIsOnlyPlayed();
    void nothingLeavesWhilePublicationIsSuspended();
    void oneKeyAloneSendsNothing();
    void theLanguageOfTheInterfaceChangesWithoutRestart();
    void bothIsOfferedOnlyWhereTheNetworkHasAPrivateWay();
    void bothTextsLeaveAsOneAct();
    void eachHalfHasItsOwnLengthAndChecks();
    void aPrivateTextIsNeverMadeTheAcknowledgement();
    void whoLeavesBothLosesNoText();
    void halvesAreApprovedTogetherAndReopenedTogether();
    void byHandThePrivateHalfComesAfterThePublicOne();
    void theSameTextToManyIsWarnedOfAndNotKeptBack();
    void whatTheNetworkTakesFromAPersonAloneOpensInTheBrowser();
    void aNetworkThatWasNeverTriedSaysSoAtTheFoot();
    void everyControlHasASpokenName();

private:
    Composer &open(qint64 mention, Visibility visibility = Visibility::Public)
    {
        m_composer = std::make_unique<Composer>(m_desk->window, m_desk->context());
        m_composer->openMention(core::MentionId{mention}, visibility);
        shown();
        return *m_composer;
    }
    Composer &openReply(core::ReplyId id)
    {
        m_composer = std::make_unique<Composer>(m_desk->window, m_desk->context());
        m_composer->openReply(id);
        shown();
        return *m_composer;
    }
    void shown()
    {
        m_composer->resize(480, 900);
        m_composer->show();
        QTRY_VERIFY(m_composer->session().isLoaded());
    }
    void close()
    {
        m_composer.reset();
        // The writer answers in order: when this is done, everything before it is in the database.
        m_desk->sql(u"UPDATE settings SET value = value"_s);
    }
    template <typename T>
    T *find(const char *name)
    {
        T *const found = m_composer->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    void type(const QString &text)
    {
        m_composer->editor().setPlainText(text);
        QTRY_VERIFY(m_composer->session().isReportCurrent());
    }
    void click(const char *name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    [[nodiscard]] ReplyState state() const { return m_composer->session().reply().state; }
    void insertMessage(const QString &words)
    {
        click("openPickerButton");
        auto *list = find<QListView>("messageList");
        QTRY_VERIFY(list->model()->rowCount() > 0);
        find<QLineEdit>("messageSearchEdit")->setText(words);
        QTRY_VERIFY(list->model()->rowCount() >= 1 && list->model()->rowCount() < 14);
    }
    /// Both halves of one answer, on the sheets and in the database.
    void typeBoth(const QString &inPublic, const QString &inPrivate)
    {
        click("bothButton");
        QTRY_VERIFY(m_composer->privateSession() && m_composer->privateSession()->isLoaded() && m_composer->session().isLoaded());
        sheetEditor("publicSheet").setPlainText(inPublic);
        sheetEditor("privateSheet").setPlainText(inPrivate);
        QTRY_VERIFY(m_composer->session().reply().partnerId.isValid());
        QTRY_COMPARE(m_composer->session().saving(), ComposerSession::Saving::Saved);
        QTRY_COMPARE(m_composer->privateSession()->saving(), ComposerSession::Saving::Saved);
        QTRY_VERIFY(m_composer->session().isReportCurrent() && m_composer->privateSession()->isReportCurrent());
    }
    ReplyEditor &sheetEditor(const char *sheet) { return *find<QWidget>(sheet)->findChild<ReplyEditor *>(); }
    void signIn(const QString &network)
    {
        m_desk->sql(u"INSERT INTO accounts (id, network, handle, created_at, state, secret_name) "
                    "VALUES (1, ?, '@mirlouvette', 0, 'signed-in', 'key')"_s,
                    {network});
    }
    void withoutApproval()
    {
        QVERIFY(settled(m_desk->replies->setApprovalPolicy(u"Léa"_s, reply::ApprovalPolicy::None)));
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ReplyDesk> m_desk;
    std::unique_ptr<Composer> m_composer;
    QStringList m_expectedErrors;
};

void ComposerTest::theLanguageIsTheMentions_data()
{
    QTest::addColumn<qint64>("mention");
    QTest::addColumn<int>("language");
    QTest::newRow("a French post in a crisis") << ReplyDesk::kX << int(core::Language::French);
    QTest::newRow("an English post outside any crisis") << ReplyDesk::kEnglish << int(core::Language::English);
}

void ComposerTest::theLanguageIsTheMentions()
{
    QFETCH(const qint64, mention);
    QFETCH(const int, language);
    open(mention);
    QCOMPARE(int(m_composer->session().reply().language), language);
}

void ComposerTest::anInsertedMessageFillsWhatIsKnownAndAsksForTheRest()
{
    open(ReplyDesk::kX);
    QCOMPARE(m_composer->session().reply().incidentId, m_desk->crisis);
    insertMessage(u"signalements"_s);
    click("insertMessageButton");
    const QString text = m_composer->editor().text();
    QVERIFY(text.contains(u"{{product}}"_s));
    QVERIFY(!text.contains(u"{{next_update}}"_s));
    auto *product = find<QLineEdit>("variable_product");
    QVERIFY(!product->placeholderText().isEmpty());
    product->setFocus();
    QTest::keyClicks(product, u"Nuage 2"_s);
    QTest::keyClick(product, Qt::Key_Return);
    QVERIFY(m_composer->editor().text().contains(u"Nuage 2"_s));
    QVERIFY(!m_composer->editor().text().contains(u"{{product}}"_s));
    QTRY_COMPARE(m_composer->session().saving(), ComposerSession::Saving::Saved);
    QVERIFY(m_desk->all().front().messageVariantId.isValid());
}

void ComposerTest::aMissingVariableKeepsTheReplyHere()
{
    open(ReplyDesk::kX);
    type(u"Bonjour, merci de votre message. Tout est ici : {{link}}."_s);
    QVERIFY(m_composer->session().report().has(u"empty-variable"));
    QVERIFY(!find<QPushButton>("primaryButton")->isEnabled());
    auto *field = find<QLineEdit>("variable_link");
    field->setFocus();
    QTest::keyClicks(field, u"https://example.com/infos"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(find<QPushButton>("primaryButton")->isEnabled());
    QVERIFY(m_composer->editor().text().endsWith(u"https://example.com/infos."_s));
}

void ComposerTest::aValueIsRememberedForTheNextReplyOfTheCrisis()
{
    open(ReplyDesk::kX);
    type(u"Votre {{product}} : merci de votre message."_s);
    auto *field = find<QLineEdit>("variable_product");
    field->setFocus();
    QTest::keyClicks(field, u"Nuage 2"_s);
    QTest::keyClick(field, Qt::Key_Return);
    close();
    open(ReplyDesk::kMastodon);
    insertMessage(u"signalements"_s);
    click("insertMessageButton");
    QVERIFY(m_composer->editor().text().contains(u"Nuage 2"_s));

    // In the other language it is proposed to a person, never put in unseen.
    close();
    open(ReplyDesk::kLinkedIn);
    click("englishButton");
    insertMessage(u"received reports"_s);
    click("insertMessageButton");
    QVERIFY(!m_composer->editor().text().contains(u"Nuage 2"_s));
    QCOMPARE(find<QLineEdit>("variable_product")->text(), u"Nuage 2"_s);
}

void ComposerTest::aMessageNobodyApprovedCannotBeInserted()
{
    m_desk->sql(u"UPDATE message_variants SET state = 'draft'"_s);
    open(ReplyDesk::kX);
    insertMessage(u"signalements"_s);
    QVERIFY(!find<QPushButton>("insertMessageButton")->isEnabled());
    QTest::keyClick(find<QLineEdit>("messageSearchEdit"), Qt::Key_Return);
    QVERIFY(m_composer->editor().text().isEmpty());
}

void ComposerTest::anExpiredMessageCannotBeInserted()
{
    m_desk->sql(u"UPDATE message_variants SET expires_at = 1"_s);
    open(ReplyDesk::kX);
    insertMessage(u"signalements"_s);
    QVERIFY(!find<QPushButton>("insertMessageButton")->isEnabled());
}

void ComposerTest::tooLongForXKeepsTheReplyHere()
{
    open(ReplyDesk::kX);
    type(u"Merci. "_s + QString(280, u'a'));
    QVERIFY(m_composer->session().report().has(u"over-length"));
    QVERIFY(!find<QPushButton>("primaryButton")->isEnabled());
    QVERIFY(find<QLabel>("counterLabel")->text().contains(u"287"_s));
    type(kGood);
    QVERIFY(find<QPushButton>("primaryButton")->isEnabled());
    QCOMPARE(find<QLabel>("counterLabel")->text(), u"%1 / 280"_s.arg(kGood.size()));
}

void ComposerTest::personalDataStopsAPublicReplyOnly()
{
    open(ReplyDesk::kX);
    type(kGood + u" Votre adresse est bien camille.lefevre@wanadoo.fr ?"_s);
    QVERIFY(m_composer->session().report().has(u"personal-data"));
    QVERIFY(!find<QPushButton>("primaryButton")->isEnabled());
    click("privateButton");
    QVERIFY(find<QPushButton>("primaryButton")->isEnabled());
    QCOMPARE(m_composer->session().reply().visibility, Visibility::Private);
}

void ComposerTest::privateIsOfferedOnlyWhereTheNetworkHasIt()
{
    open(ReplyDesk::kLinkedIn, Visibility::Private);
    QCOMPARE(m_composer->session().reply().visibility, Visibility::Public);
    QVERIFY(!find<QPushButton>("privateButton")->isEnabled());
    close();
    open(ReplyDesk::kX, Visibility::Private);
    QVERIFY(find<QPushButton>("privateButton")->isChecked());
}

void ComposerTest::aDraftOutlivesThePanelThatClosesAtOnce()
{
    open(ReplyDesk::kX);
    m_composer->editor().setPlainText(u"B"_s);
    m_composer->editor().setPlainText(kGood);
    close();
    QTRY_COMPARE(m_desk->all().size(), std::size_t(1));
    QTRY_COMPARE(m_desk->all().front().text, kGood);
}

void ComposerTest::aDraftIsContinued()
{
    open(ReplyDesk::kX);
    type(kGood);
    QTRY_COMPARE(m_composer->session().saving(), ComposerSession::Saving::Saved);
    QVERIFY(find<QLabel>("savedLabel")->text().contains(u"Saved"_s));
    close();
    open(ReplyDesk::kX);
    QCOMPARE(m_composer->editor().text(), kGood);
    QCOMPARE(m_desk->all().size(), std::size_t(1));
}

void ComposerTest::publicAndPrivateDraftsStandSideBySide()
{
    open(ReplyDesk::kX);
    type(kGood);
    close();
    open(ReplyDesk::kX, Visibility::Private);
    QVERIFY(m_composer->editor().text().isEmpty());
    type(u"En privé."_s);
    close();
    QTRY_COMPARE(m_desk->all().size(), std::size_t(2));
}

void ComposerTest::whatIsPastedBecomesPlainText()
{
    open(ReplyDesk::kX);
    auto *mime = new QMimeData;
    mime->setHtml(u"<b>gras</b>"_s);
    mime->setText(u"gras\u202Egauche"_s);
    QGuiApplication::clipboard()->setMimeData(mime);
    m_composer->editor().paste();
    QCOMPARE(m_composer->editor().text(), u"grasgauche"_s);
}

void ComposerTest::aNoBreakSpaceSurvives()
{
    // QPlainTextEdit turns it into a plain space, which French typography cannot do without.
    open(ReplyDesk::kX);
    type(u"Merci\u00A0: à midi."_s);
    QCOMPARE(m_composer->session().reply().text, u"Merci\u00A0: à midi."_s);
}

void ComposerTest::nobodyApprovesTheirOwnText()
{
    open(ReplyDesk::kX);
    type(kGood);
    click("primaryButton");
    QTRY_COMPARE(state(), ReplyState::Pending);
    QTRY_VERIFY(!find<QPushButton>("primaryButton")->isEnabled());
    const core::ReplyId id = m_composer->session().reply().id;
    close();
    m_desk->actor = u"Max"_s;
    openReply(id);
    QVERIFY(find<QPushButton>("primaryButton")->isEnabled());
    click("primaryButton");
    QTRY_COMPARE(state(), ReplyState::Approved);
    QCOMPARE(m_desk->reply(id).approvedBy, u"Max"_s);
}

void ComposerTest::approvalCanBeAskedForAndTakenBack()
{
    open(ReplyDesk::kX);
    type(kGood);
    click("primaryButton");
    QTRY_VERIFY(m_desk->window.lastUndo);
    m_desk->window.lastUndo();
    QTRY_COMPARE(m_desk->reply(m_composer->session().reply().id).state, ReplyState::Draft);
    QTRY_COMPARE(state(), ReplyState::Draft);
}

void ComposerTest::anApprovedTextIsNotChangedByAStrayKey()
{
    openReply(m_desk->approved(ReplyDesk::kX, u"x"_s, kGood));
    QVERIFY(m_composer->editor().isReadOnly());
    QTest::keyClicks(&m_composer->editor(), u"x"_s);
    QCOMPARE(m_composer->editor().text(), kGood);
    const QList<QAction *> acts = find<QMenu>("moreActsMenu")->actions();
    QVERIFY(!acts.isEmpty());
    acts.front()->trigger();
    QVERIFY(!m_composer->editor().isReadOnly());
}

void ComposerTest::anApproverWhoReadsSeesWhatTheWriterChanges()
{
    const core::ReplyId id = m_desk->draft(ReplyDesk::kX, u"x"_s, kGood);
    m_desk->actor = u"Max"_s;
    openReply(id);
    reply::ReplyEdit edit = reply::ReplyEdit::of(m_desk->reply(id));
    edit.text += u" Léa"_s;
    QVERIFY(settled(m_desk->replies->saveDraft(u"Léa"_s, id, edit)));
    QTRY_COMPARE(m_composer->editor().text(), edit.text);
    QCOMPARE(m_desk->reply(id).editedBy, u"Léa"_s);
}

void ComposerTest::sendingByHandGoesFromCopyToLink()
{
    const core::ReplyId id = m_desk->approved(ReplyDesk::kX, u"x"_s, kGood);
    openReply(id);
    click("primaryButton");
    QTRY_COMPARE(state(), ReplyState::Sending);
    QVERIFY(m_composer->editor().isReadOnly());
    QTRY_VERIFY(find<QPushButton>("copyButton")->isVisible());
    click("copyButton");
    QCOMPARE(QGuiApplication::clipboard()->text(), kGood);
    click("openPostButton");
    QCOMPARE(m_desk->openedUrls, QList<QUrl>{QUrl(u"https://example.org/post/%1"_s.arg(ReplyDesk::kX))});
    QVERIFY(!find<QPushButton>("markSentButton")->isEnabled());
    find<QLineEdit>("linkEdit")->setText(u"javascript:alert(1)"_s);
    QVERIFY(!find<QPushButton>("markSentButton")->isEnabled());
    find<QLineEdit>("linkEdit")->setText(u"https://x.com/mirlouvette/status/1"_s);
    click("markSentButton");
    QTRY_COMPARE(state(), ReplyState::Sent);
    QCOMPARE(m_desk->reply(id).remoteUrl, u"https://x.com/mirlouvette/status/1"_s);
}

void ComposerTest::whatWasNotSentIsApprovedAgain()
{
    const core::ReplyId id = m_desk->approved(ReplyDesk::kX, u"x"_s, kGood);
    openReply(id);
    click("primaryButton");
    QTRY_VERIFY(find<QPushButton>("notSentButton")->isVisible());
    click("notSentButton");
    QTRY_COMPARE(state(), ReplyState::Approved);
    QCOMPARE(reply::ReplyRepository::attempts(m_desk->reader(), id)->back().outcome, u"failed"_s);
}

void ComposerTest::aReplyOfADrillIsOnlyPlayed()
{
    withoutApproval();
    m_desk->scope = core::DrillRunId{ReplyDesk::kDrillRun};
    open(ReplyDesk::kDrill);
    type(kGood);
    QCOMPARE(find<QPushButton>("primaryButton")->text(), u"Answered (exercise)"_s);
    QVERIFY(find<NoticeBar>("worldNotice")->isVisible());
    click("primaryButton");
    QTRY_COMPARE(state(), ReplyState::Sent);
    const core::ReplyId id = m_composer->session().reply().id;
    QCOMPARE(m_desk->reply(id).stateReason, reply::kPlayedReason.toString());
    QVERIFY(reply::ReplyRepository::attempts(m_desk->reader(), id)->empty());
    QVERIFY(m_desk->openedUrls.isEmpty());
}

void ComposerTest::nothingLeavesWhilePublicationIsSuspended()
{
    openReply(m_desk->approved(ReplyDesk::kX, u"x"_s, kGood));
    QVERIFY(find<QPushButton>("primaryButton")->isEnabled());
    QVERIFY(settled(m_desk->outbox->suspend(u"Max"_s, u"Enquête en cours"_s, std::nullopt)));
    QTRY_VERIFY(!find<QPushButton>("primaryButton")->isEnabled());
    QVERIFY(find<NoticeBar>("worldNotice")->text().contains(u"Enquête en cours"_s));
    QVERIFY(settled(m_desk->outbox->resume(u"Max"_s)));
    QTRY_VERIFY(find<QPushButton>("primaryButton")->isEnabled());
}

void ComposerTest::oneKeyAloneSendsNothing()
{
    withoutApproval();
    open(ReplyDesk::kX);
    type(kGood);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space, Qt::Key_S, Qt::Key_F5})
        QTest::keyClick(m_composer.get(), key);
    QCOMPARE(state(), ReplyState::Draft);
    QTest::keyClick(m_composer.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(state(), ReplyState::Sending);
}

void ComposerTest::theLanguageOfTheInterfaceChangesWithoutRestart()
{
    open(ReplyDesk::kX);
    type(u"Bonjour {{link}}"_s);
    m_desk->language = core::Language::French;
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(m_composer.get(), &change);
    const auto labels = m_composer->findChildren<QLabel *>();
    const bool isAsked = std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text() == u"Page d’information sur la situation"_s;
    });
    QVERIFY(isAsked);
}

void ComposerTest::bothIsOfferedOnlyWhereTheNetworkHasAPrivateWay()
{
    open(ReplyDesk::kLinkedIn);
    QVERIFY(!find<QPushButton>("bothButton")->isEnabled());
    close();
    open(ReplyDesk::kMastodon);
    QVERIFY(find<QPushButton>("bothButton")->isEnabled());
}

void ComposerTest::bothTextsLeaveAsOneAct()
{
    withoutApproval();
    signIn(u"mastodon"_s);
    open(ReplyDesk::kMastodon);
    typeBoth(kGood, u"Votre commande 4711 vous sera remboursée."_s);
    QCOMPARE(find<QPushButton>("primaryButton")->text(), u"Send"_s);
    click("primaryButton");
    const core::ReplyId publicId = m_composer->session().reply().id;
    const core::ReplyId privateId = m_composer->privateSession()->reply().id;
    QTRY_VERIFY(reply::isOnItsWay(m_desk->reply(publicId)));
    QVERIFY(reply::isOnItsWay(m_desk->reply(privateId)));
    QCOMPARE(m_desk->reply(publicId).visibility, Visibility::Public);
    QCOMPARE(m_desk->reply(privateId).visibility, Visibility::Private);
    QCOMPARE(reply::pairState(m_desk->reply(publicId), m_desk->reply(privateId)), reply::PairState::UnderWay);
    QTRY_VERIFY(find<NoticeBar>("replyNotice")->text().contains(u"first the acknowledgement"_s));

    // Taken back, both stay, and stay one answer.
    QTRY_VERIFY(m_desk->window.lastUndo);
    m_desk->window.lastUndo();
    QTRY_VERIFY(!reply::isOnItsWay(m_desk->reply(publicId)) && !reply::isOnItsWay(m_desk->reply(privateId)));
    QCOMPARE(m_desk->reply(publicId).partnerId, privateId);
}

void ComposerTest::eachHalfHasItsOwnLengthAndChecks()
{
    withoutApproval();
    open(ReplyDesk::kX);
    const QString longText = kGood + u' ' + QString(u"encore "_s).repeated(60) + u"camille.lefevre@wanadoo.fr"_s;
    typeBoth(kGood, longText);
    QVERIFY(m_composer->privateSession()->report().length.fits); // X's messages are longer than its posts
    QVERIFY(!m_composer->privateSession()->report().has(u"personal-data"));
    QVERIFY(find<QPushButton>("primaryButton")->isEnabled());
    sheetEditor("publicSheet").setPlainText(longText);
    QTRY_VERIFY(m_composer->session().report().has(u"over-length"));
    QVERIFY(m_composer->session().report().has(u"personal-data"));
    QVERIFY(!find<QPushButton>("primaryButton")->isEnabled());
    sheetEditor("publicSheet").setPlainText({});
    QTRY_VERIFY(m_composer->session().report().findings.empty());
    QVERIFY(!find<QPushButton>("primaryButton")->isEnabled()); // half an answer is none
    sheetEditor("publicSheet").setPlainText(kGood);
    QTRY_VERIFY(find<QPushButton>("primaryButton")->isEnabled());
    sheetEditor("privateSheet").setPlainText(u"Votre commande {{order}}."_s);
    QTRY_VERIFY(m_composer->privateSession()->report().has(u"empty-variable"));
    QVERIFY(!find<QPushButton>("primaryButton")->isEnabled());
}

void ComposerTest::aPrivateTextIsNeverMadeTheAcknowledgement()
{
    open(ReplyDesk::kX, Visibility::Private);
    type(u"Votre numéro de commande : 4711."_s);
    QTRY_COMPARE(m_composer->session().saving(), ComposerSession::Saving::Saved);
    const core::ReplyId id = m_composer->session().reply().id;
    click("bothButton");
    QTRY_VERIFY(m_composer->session().isLoaded());
    QVERIFY(m_composer->editor().text().isEmpty());
    QCOMPARE(m_composer->privateSession()->reply().id, id);
    QCOMPARE(sheetEditor("privateSheet").text(), u"Votre numéro de commande : 4711."_s);
    QCOMPARE(m_desk->reply(id).visibility, Visibility::Private);
}

void ComposerTest::whoLeavesBothLosesNoText()
{
    open(ReplyDesk::kX);
    typeBoth(kGood, u"Votre commande."_s);
    sheetEditor("privateSheet").setPlainText(u"Votre commande 4711."_s); // not saved yet
    click("publicButton");
    QVERIFY(!m_composer->privateSession());
    QTRY_COMPARE(m_desk->all().size(), std::size_t(2));
    const auto texts = [this] {
        QStringList all;
        for (const reply::Reply &reply : m_desk->all())
            all += reply.text + (reply.partnerId.isValid() ? u" (paired)"_s : QString());
        all.sort();
        return all;
    };
    QTRY_COMPARE(texts(), (QStringList{kGood, u"Votre commande 4711."_s}));
    QVERIFY(!m_desk->window.toasts.isEmpty());

    // And both again: the text that was left is the one that is continued.
    QTRY_VERIFY(find<QPushButton>("bothButton")->isEnabled()); // once the composer knows that the two are parted
    click("bothButton");
    QTRY_VERIFY(m_composer->privateSession()->isLoaded());
    QCOMPARE(sheetEditor("privateSheet").text(), u"Votre commande 4711."_s);
}

void ComposerTest::halvesAreApprovedTogetherAndReopenedTogether()
{
    signIn(u"mastodon"_s);
    open(ReplyDesk::kMastodon);
    typeBoth(kGood, u"Votre commande 4711."_s);
    const core::ReplyId publicId = m_composer->session().reply().id;
    const core::ReplyId privateId = m_composer->privateSession()->reply().id;
    QCOMPARE(find<QPushButton>("primaryButton")->text(), u"Request approval"_s);
    click("primaryButton");
    QTRY_COMPARE(m_desk->reply(privateId).state, ReplyState::Pending);
    QCOMPARE(m_desk->reply(publicId).state, ReplyState::Pending);
    QTRY_VERIFY(!find<QPushButton>("primaryButton")->isEnabled()); // nobody approves a text of their own
    close();

    m_desk->actor = u"Max"_s;
    openReply(privateId); // from whichever half: both are there
    QTRY_VERIFY(m_composer->privateSession() && m_composer->session().isLoaded());
    QCOMPARE(m_composer->session().reply().id, publicId);
    QTRY_COMPARE(find<QPushButton>("primaryButton")->text(), u"Approve"_s);
    QTRY_VERIFY(find<QPushButton>("primaryButton")->isEnabled());
    click("primaryButton");
    QTRY_COMPARE(m_desk->reply(privateId).state, ReplyState::Approved);
    QCOMPARE(m_desk->reply(publicId).state, ReplyState::Approved);
    QTRY_COMPARE(find<QPushButton>("primaryButton")->text(), u"Send"_s);
    QTRY_VERIFY(find<QPushButton>("primaryButton")->isEnabled());
    click("primaryButton");
    QTRY_VERIFY(reply::isOnItsWay(m_desk->reply(privateId)));
}

void ComposerTest::byHandThePrivateHalfComesAfterThePublicOne()
{
    withoutApproval();
    open(ReplyDesk::kX); // no account of the desk there
    typeBoth(kGood, u"Votre commande 4711."_s);
    const core::ReplyId publicId = m_composer->session().reply().id;
    const core::ReplyId privateId = m_composer->privateSession()->reply().id;
    click("primaryButton");
    QTRY_COMPARE(m_desk->reply(publicId).state, ReplyState::Sending);
    QCOMPARE(m_desk->reply(privateId).state, ReplyState::Draft);
    QTRY_VERIFY(find<QPushButton>("copyButton")->isVisible());
    find<QLineEdit>("linkEdit")->setText(u"https://x.com/mirlouvette/status/1"_s);
    click("markSentButton");
    QTRY_COMPARE(m_desk->reply(publicId).state, ReplyState::Sent);
    QTRY_VERIFY(find<QPushButton>("primaryButton")->isVisible() && find<QPushButton>("primaryButton")->isEnabled());
    click("primaryButton");
    QTRY_COMPARE(m_desk->reply(privateId).state, ReplyState::Sending);
}

void ComposerTest::theSameTextToManyIsWarnedOfAndNotKeptBack()
{
    withoutApproval();
    const auto sendTo = [this](const QString &recipient) {
        const core::ReplyId id = m_desk->draft(ReplyDesk::kLinkedIn, u"linkedin"_s, kGood);
        m_desk->sql(u"UPDATE replies SET recipient = ?, state = 'sent', sent_at = ? WHERE id = ?"_s,
                    {recipient, core::toMillis(m_desk->clock.now()), id.value});
    };
    sendTo(u"@a"_s);
    sendTo(u"@b"_s);
    open(ReplyDesk::kX);
    type(kGood);
    QTest::qWait(50); // what is asked off this thread has come back by then
    QVERIFY(!m_composer->session().report().has(u"same-text"));
    sendTo(u"@c"_s); // somebody else, while this is being written
    QTRY_VERIFY(m_composer->session().report().has(u"same-text"));
    const auto rows = m_composer->findChildren<FindingRow *>();
    QVERIFY(std::any_of(rows.begin(), rows.end(), [](const FindingRow *row) {
        return row->isVisible() && row->finding().message.contains(u"3 other people"_s);
    }));
    QVERIFY(find<QPushButton>("primaryButton")->isEnabled());
    type(kGood + u" Une question de plus pour vous."_s);
    QTRY_VERIFY(!m_composer->session().report().has(u"same-text"));
}

void ComposerTest::whatTheNetworkTakesFromAPersonAloneOpensInTheBrowser()
{
    withoutApproval();
    signIn(u"x"_s);
    open(ReplyDesk::kX); // a post that names nobody
    type(kGood);
    QTRY_COMPARE(find<QPushButton>("primaryButton")->text(), u"Open in the browser"_s);
    click("primaryButton");
    QTRY_COMPARE(state(), ReplyState::Sending);
    QVERIFY(find<QPushButton>("copyButton")->isVisible());
    close();
    m_desk->sql(u"UPDATE mentions SET text = '@Mirlouvette mon biberon a fondu' WHERE id = ?"_s, {ReplyDesk::kX});
    m_desk->sql(u"DELETE FROM reply_attempts"_s);
    m_desk->sql(u"UPDATE replies SET state = 'draft'"_s);
    open(ReplyDesk::kX);
    QTRY_COMPARE(find<QPushButton>("primaryButton")->text(), u"Send"_s);
}

void ComposerTest::aNetworkThatWasNeverTriedSaysSoAtTheFoot()
{
    open(ReplyDesk::kMastodon);
    QVERIFY(find<PillLabel>("untestedPill")->isHidden());
    close();
    open(ReplyDesk::kX);
    QVERIFY(find<PillLabel>("untestedPill")->isVisible());
    QVERIFY(find<PillLabel>("untestedPill")->accessibleName().startsWith(u"Untested live: "_s));
}

void ComposerTest::everyControlHasASpokenName()
{
    open(ReplyDesk::kX);
    type(u"Bonjour {{link}}"_s);
    click("openPickerButton");
    m_composer->findChild<QPushButton *>(u"bothButton"_s)->click();
    QTRY_VERIFY(m_composer->privateSession()->isLoaded());
    for (QWidget *widget : m_composer->findChildren<QWidget *>()) {
        const bool isPopup = widget->window() != m_composer.get();
        if (widget->focusPolicy() == Qt::NoFocus || isPopup || widget->objectName().startsWith(u"qt_"_s))
            continue;
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        const bool isNamed = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        const bool isInner = qobject_cast<QAbstractScrollArea *>(widget->parentWidget()) != nullptr;
        QVERIFY2(isNamed || isInner || widget->isHidden(),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
}

QTEST_MAIN(ComposerTest)
#include "tst_composer.moc"
