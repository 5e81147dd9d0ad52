// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/playbookservice.h"

#include "playbook/deskvalues.h"
#include "playbook/messagerepository.h"
#include "playbook/messageservice.h"
#include "playbook/personrepository.h"
#include "playbook/personservice.h"
#include "playbook/testplaybook.h"
#include "store/auditchain.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace vigie;
using namespace vigie::playbook;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
const QString kAnne = u"Anne"_s;
const QString kBob = u"Bob"_s;

template <typename T>
bool failsWith(const Result<T> &result, ErrorKind kind)
{
    return !result && result.error().kind == kind;
}
} // namespace

class PlaybookServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void shippedPlaybooksAreInstalledOnceAndReadyToUse();
    void whatWasChangedIsNotInstalledAgain();
    void exportingAndImportingGiveTheSamePlaybook();
    void importingAKnownKeyGivesANewVersionWithDraftsWhereTextsDiffer();
    void importingTheSameFileChangesNothing();
    void aBrokenFileNamesLineAndReasonAndChangesNothing();
    void aMessageThatLeftAndCameBackIsTheSameMessage();
    void savingKeepsEveryOldVersion();
    void savingFromAnOldVersionIsAConflict();
    void savingAPlanThatBreaksTheRulesIsRefused();
    void anArchivedPlaybookIsNoLongerOffered();

    void anEditedTextIsADraftWithoutItsApproval();
    void anEditFromAnOldVersionIsAConflict();
    void aTextWithAnUndeclaredVariableIsRefused();
    void ownTextCannotBeApprovedByOneself();
    void aRefusalNeedsANote();
    void anApprovalIsGivenToTheVersionThatWasRead();
    void anExpiredTextNeedsApprovalAgain();
    void oneLanguageThatChangedAloneHasDrifted();
    void aVariantIsChosenByNetwork();
    void everyActLeavesOneAuditRow();

    void staleContactsAreFlagged();
    void anotherPhoneNumberMustBeVerifiedAgain();
    void twoActivePeopleCannotShareAName();
    void peopleAreFoundByRole();
    void valuesOfACrisisStandBeforeThoseOfTheDesk();

private:
    [[nodiscard]] const store::Connection &reader() { return **m_database->reader(); }
    [[nodiscard]] QString writeFile(const QByteArray &content)
    {
        const QString path = m_folder->filePath(u"playbook.json"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the file");
        return path;
    }
    [[nodiscard]] core::PlaybookId installSmall()
    {
        QDir().mkpath(m_folder->filePath(u"shipped"_s));
        QFile file(m_folder->filePath(u"shipped/small.json"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(test::smallPlaybookFile()) < 0)
            qFatal("cannot write the file");
        file.close();
        const auto added = m_playbooks->installShipped(m_folder->filePath(u"shipped"_s)).result();
        if (!added)
            qFatal("%s", qPrintable(added.error().toString()));
        return (*PlaybookRepository::findByKey(reader(), u"small"_s))->id;
    }
    [[nodiscard]] Message holding(core::PlaybookId id)
    {
        const auto messages = MessageRepository::ofPlaybook(reader(), id);
        return messages->front();
    }
    [[nodiscard]] MessageVariant variant(core::PlaybookId id, core::Language language)
    {
        return *holding(id).variantFor(language, {});
    }
    [[nodiscard]] qint64 auditRows() { return *store::readNumber(reader(), u"SELECT count(*) FROM audit_log"_s); }

    core::ManualClock m_clock{core::instantFromMillis(1'750'000'000'000)};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<PlaybookService> m_playbooks;
    std::unique_ptr<MessageService> m_messages;
    std::unique_ptr<PersonService> m_people;
};

void PlaybookServiceTest::init()
{
    m_database.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock.set(core::instantFromMillis(1'750'000'000'000));
    auto database = store::Database::open(m_folder->filePath(u"desk.db"_s), m_clock);
    QVERIFY(database);
    m_database = std::move(*database);
    m_playbooks = std::make_unique<PlaybookService>(*m_database);
    m_messages = std::make_unique<MessageService>(*m_database);
    m_people = std::make_unique<PersonService>(*m_database);
}

void PlaybookServiceTest::shippedPlaybooksAreInstalledOnceAndReadyToUse()
{
    const auto first = m_playbooks->installShipped().result();
    QVERIFY2(first, first ? "" : qPrintable(first.error().toString()));
    QVERIFY(*first >= 3);
    const auto second = m_playbooks->installShipped().result();
    QVERIFY(second);
    QCOMPARE(*second, 0);
    const auto list = PlaybookRepository::list(reader());
    QVERIFY(list);
    QCOMPARE(int(list->size()), *first);
    for (const PlaybookSummary &summary : *list) {
        QVERIFY(!summary.title.fr.isEmpty() && !summary.title.en.isEmpty());
        QVERIFY(summary.stepCount > 0);
        const auto messages = MessageRepository::ofPlaybook(reader(), summary.id);
        QVERIFY(messages);
        QCOMPARE(int(messages->size()), summary.messageCount);
        for (const Message &message : *messages) {
            QVERIFY(!hasDrifted(message));
            for (const MessageVariant &text : message.variants) {
                QVERIFY(isUsable(text, m_clock.now()));
                QCOMPARE(text.approvedBy, shippedActor());
            }
        }
    }
}

void PlaybookServiceTest::whatWasChangedIsNotInstalledAgain()
{
    const auto id = installSmall();
    auto plan = PlaybookRepository::read(reader(), id);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().toString()));
    plan->title.en = u"Mine"_s;
    QVERIFY(m_playbooks->save(kAnne, *plan, u"renamed"_s).result());
    QCOMPARE(installSmall(), id);
    QCOMPARE(PlaybookRepository::read(reader(), id)->title.en, u"Mine"_s);
}

void PlaybookServiceTest::exportingAndImportingGiveTheSamePlaybook()
{
    const auto id = installSmall();
    const QString path = m_folder->filePath(u"out.json"_s);
    QVERIFY(m_playbooks->exportFile(u"small"_s, path));
    const auto exported = loadPlaybook(path);
    QVERIFY2(exported, exported ? "" : qPrintable(exported.error().toString()));
    QCOMPARE(*exported, *PlaybookRepository::read(reader(), id));
    QCOMPARE(*exported, *parsePlaybook(test::smallPlaybookFile(), {}));
    QVERIFY(failsWith(m_playbooks->exportFile(u"absent"_s, path), ErrorKind::NotFound));
}

void PlaybookServiceTest::importingAKnownKeyGivesANewVersionWithDraftsWhereTextsDiffer()
{
    const auto id = installSmall();
    QByteArray changed = test::smallPlaybookFile();
    changed.replace("We are checking. More here", "We are looking into it. More here");
    const auto outcome = m_playbooks->importFile(kAnne, writeFile(changed)).result();
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().toString()));
    QCOMPARE(outcome->id, id);
    QCOMPARE(outcome->kind, ImportOutcome::Kind::NewVersion);
    QCOMPARE(outcome->version, 2);
    QCOMPARE(outcome->draftTexts, 1);
    QCOMPARE(variant(id, core::Language::English).state, ApprovalState::Draft);
    QCOMPARE(variant(id, core::Language::French).state, ApprovalState::Approved);
    QCOMPARE(PlaybookRepository::versions(reader(), id)->size(), std::size_t(2));
}

void PlaybookServiceTest::importingTheSameFileChangesNothing()
{
    (void)installSmall();
    const auto outcome = m_playbooks->importFile(kAnne, writeFile(test::smallPlaybookFile())).result();
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, ImportOutcome::Kind::Unchanged);
    QCOMPARE(outcome->version, 1);
}

void PlaybookServiceTest::aBrokenFileNamesLineAndReasonAndChangesNothing()
{
    const auto id = installSmall();
    QByteArray broken = test::smallPlaybookFile();
    broken.replace("\"role\": \"crisis-lead\", \"offset_minutes\": 5", "\"role\": \"ghost\", \"offset_minutes\": 5");
    const QString path = writeFile(broken);
    const qint64 before = auditRows();
    const auto outcome = m_playbooks->importFile(kAnne, path).result();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Parse);
    QVERIFY2(outcome.error().toString().startsWith(path + u":30:"_s), qPrintable(outcome.error().toString()));
    QVERIFY(outcome.error().detail.contains(u"there is no role “ghost”"_s));
    QCOMPARE(auditRows(), before);
    QCOMPARE(PlaybookRepository::read(reader(), id)->version, 1);
}

void PlaybookServiceTest::aMessageThatLeftAndCameBackIsTheSameMessage()
{
    const auto id = installSmall();
    const Message before = holding(id);
    QByteArray renamed = test::smallPlaybookFile();
    renamed.replace("\"message\": \"holding\"", "\"message\": \"other\"")
        .replace("{\"key\": \"holding\"", "{\"key\": \"other\"");
    QVERIFY(m_playbooks->importFile(kAnne, writeFile(renamed)).result());
    QCOMPARE(holding(id).key, u"other"_s);
    QVERIFY(!*MessageRepository::findVariant(reader(), before.variants.front().id));
    const auto back = m_playbooks->importFile(kAnne, writeFile(test::smallPlaybookFile())).result();
    QVERIFY2(back, back ? "" : qPrintable(back.error().toString()));
    QCOMPARE(holding(id).id, before.id);
    QCOMPARE(holding(id).variants.size(), std::size_t(4));
    QCOMPARE(holding(id).variants.front().state, ApprovalState::Draft); // back, but nobody has approved it again
}

void PlaybookServiceTest::savingKeepsEveryOldVersion()
{
    const auto id = installSmall();
    auto plan = PlaybookRepository::read(reader(), id);
    QVERIFY(plan);
    plan->steps.front().offset = 7min;
    m_clock.advance(1h);
    const auto version = m_playbooks->save(kAnne, *plan, u"checked sooner"_s).result();
    QVERIFY2(version, version ? "" : qPrintable(version.error().toString()));
    QCOMPARE(*version, 2);
    QCOMPARE(PlaybookRepository::read(reader(), id)->steps.front().offset, std::chrono::minutes(7min));
    QCOMPARE(PlaybookRepository::read(reader(), id, 1)->steps.front().offset, std::chrono::minutes(5min));
    QVERIFY(failsWith(PlaybookRepository::read(reader(), id, 3), ErrorKind::NotFound));
    const auto versions = PlaybookRepository::versions(reader(), id);
    QCOMPARE(versions->front().note, u"checked sooner"_s);
    QCOMPARE(versions->front().createdBy, kAnne);
    QCOMPARE(versions->back().createdBy, shippedActor());
}

void PlaybookServiceTest::savingFromAnOldVersionIsAConflict()
{
    const auto id = installSmall();
    const auto read = PlaybookRepository::read(reader(), id);
    Playbook mine = *read;
    Playbook theirs = *read;
    mine.title.en = u"Mine"_s;
    theirs.title.en = u"Theirs"_s;
    QVERIFY(m_playbooks->save(kAnne, mine, {}).result());
    QVERIFY(failsWith(m_playbooks->save(kBob, theirs, {}).result(), ErrorKind::Conflict));
    QCOMPARE(PlaybookRepository::read(reader(), id)->title.en, u"Mine"_s);
}

void PlaybookServiceTest::savingAPlanThatBreaksTheRulesIsRefused()
{
    const auto id = installSmall();
    auto plan = PlaybookRepository::read(reader(), id);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().toString()));
    plan->steps.front().title.fr.clear();
    const auto saved = m_playbooks->save(kAnne, *plan, {}).result();
    QVERIFY(failsWith(saved, ErrorKind::InvalidArgument));
    QVERIFY(saved.error().detail.contains(u"steps[0].title.fr"_s));
}

void PlaybookServiceTest::anArchivedPlaybookIsNoLongerOffered()
{
    const auto id = installSmall();
    QVERIFY(m_playbooks->archive(kAnne, id).result());
    QVERIFY(PlaybookRepository::list(reader())->empty());
    QCOMPARE(PlaybookRepository::list(reader(), Shelf::WithArchived)->size(), std::size_t(1));
    QVERIFY(m_playbooks->unarchive(kAnne, id).result());
    QVERIFY(m_playbooks->markReviewed(kAnne, id).result());
    QCOMPARE(PlaybookRepository::list(reader())->front().reviewedAt, std::optional(m_clock.now()));
    QVERIFY(failsWith(m_playbooks->archive(kAnne, core::PlaybookId{99}).result(), ErrorKind::NotFound));
}

void PlaybookServiceTest::anEditedTextIsADraftWithoutItsApproval()
{
    const auto id = installSmall();
    const MessageVariant before = variant(id, core::Language::English);
    QVERIFY(isUsable(before, m_clock.now()));
    QVERIFY(m_messages->editText(kAnne, before.id, u"New words. {{ link }}"_s, before.version).result());
    const MessageVariant after = variant(id, core::Language::English);
    QCOMPARE(after.version, 2);
    QCOMPARE(after.state, ApprovalState::Draft);
    QVERIFY(after.approvedBy.isEmpty() && !after.approvedAt && !after.expiresAt);
    QCOMPARE(after.updatedBy, kAnne);
    QVERIFY(!isUsable(after, m_clock.now()));
    // The same text again is no change.
    QVERIFY(m_messages->editText(kBob, after.id, after.text, after.version).result());
    QCOMPARE(variant(id, core::Language::English).updatedBy, kAnne);
}

void PlaybookServiceTest::anEditFromAnOldVersionIsAConflict()
{
    const auto id = installSmall();
    const MessageVariant text = variant(id, core::Language::English);
    QVERIFY(m_messages->editText(kAnne, text.id, u"First"_s, text.version).result());
    QVERIFY(failsWith(m_messages->editText(kBob, text.id, u"Second"_s, text.version).result(), ErrorKind::Conflict));
    QCOMPARE(variant(id, core::Language::English).text, u"First"_s);
}

void PlaybookServiceTest::aTextWithAnUndeclaredVariableIsRefused()
{
    const auto id = installSmall();
    const MessageVariant text = variant(id, core::Language::English);
    const auto edited = m_messages->editText(kAnne, text.id, u"Hello {{nobody}}"_s, text.version).result();
    QVERIFY(failsWith(edited, ErrorKind::InvalidArgument));
    QVERIFY(edited.error().detail.contains(u"nobody"_s));
    QVERIFY(
        failsWith(m_messages->editText(kAnne, text.id, u"  "_s, text.version).result(), ErrorKind::InvalidArgument));
    QVERIFY(failsWith(m_messages->editText(kAnne, text.id, u"{{the link}}"_s, text.version).result(),
                      ErrorKind::InvalidArgument));
}

void PlaybookServiceTest::ownTextCannotBeApprovedByOneself()
{
    const auto id = installSmall();
    const MessageVariant text = variant(id, core::Language::English);
    QVERIFY(m_messages->editText(kAnne, text.id, u"New"_s, 1).result());
    QVERIFY(failsWith(m_messages->approve(kBob, text.id, 2).result(), ErrorKind::Conflict)); // nobody asked
    QVERIFY(m_messages->requestApproval(kAnne, text.id).result());
    QCOMPARE(MessageRepository::pending(reader())->size(), std::size_t(1));
    QVERIFY(failsWith(m_messages->approve(kAnne, text.id, 2).result(), ErrorKind::Unauthorized));
    QVERIFY(failsWith(m_messages->approve(u" ANNE "_s, text.id, 2).result(), ErrorKind::Unauthorized));
    QCOMPARE(variant(id, core::Language::English).state, ApprovalState::Pending);
    QVERIFY(m_messages->approve(kBob, text.id, 2, u"fine"_s).result());
    const MessageVariant approved = variant(id, core::Language::English);
    QCOMPARE(approved.approvedBy, kBob);
    QVERIFY(isUsable(approved, m_clock.now()));
    const auto approvals = MessageRepository::approvals(reader(), text.id);
    QCOMPARE(approvals->size(), std::size_t(2)); // the shipped one and Bob's
    QCOMPARE(approvals->front().note, u"fine"_s);
    QCOMPARE(approvals->front().version, 2);
}

void PlaybookServiceTest::aRefusalNeedsANote()
{
    const auto id = installSmall();
    const MessageVariant text = variant(id, core::Language::English);
    QVERIFY(m_messages->editText(kAnne, text.id, u"New"_s, 1).result());
    QVERIFY(m_messages->requestApproval(kAnne, text.id).result());
    QVERIFY(failsWith(m_messages->reject(kBob, text.id, 2, u" "_s).result(), ErrorKind::InvalidArgument));
    QVERIFY(m_messages->reject(kBob, text.id, 2, u"too cold"_s).result());
    QCOMPARE(variant(id, core::Language::English).state, ApprovalState::Rejected);
    QVERIFY(m_messages->requestApproval(kAnne, text.id).result()); // asked again, after talking
}

void PlaybookServiceTest::anApprovalIsGivenToTheVersionThatWasRead()
{
    const auto id = installSmall();
    const MessageVariant text = variant(id, core::Language::English);
    QVERIFY(m_messages->editText(kAnne, text.id, u"New"_s, 1).result());
    QVERIFY(m_messages->requestApproval(kAnne, text.id).result());
    QVERIFY(m_messages->editText(kAnne, text.id, u"Newer"_s, 2).result());
    QVERIFY(m_messages->requestApproval(kAnne, text.id).result());
    QVERIFY(failsWith(m_messages->approve(kBob, text.id, 2).result(), ErrorKind::Conflict));
    QVERIFY(m_messages->approve(kBob, text.id, 3).result());
}

void PlaybookServiceTest::anExpiredTextNeedsApprovalAgain()
{
    const auto id = installSmall();
    m_clock.advance(std::chrono::days(181));
    QVERIFY(isReviewDue(variant(id, core::Language::English), m_clock.now()));
    QVERIFY(isUsable(variant(id, core::Language::English), m_clock.now()));
    m_clock.advance(std::chrono::days(184)); // to the day
    const MessageVariant text = variant(id, core::Language::English);
    QCOMPARE(usability(text, m_clock.now()), Usability::Expired);
    QVERIFY(m_messages->requestApproval(kAnne, text.id).result());
    QVERIFY(m_messages->approve(kBob, text.id, text.version).result());
    QVERIFY(isUsable(variant(id, core::Language::English), m_clock.now()));
}

void PlaybookServiceTest::oneLanguageThatChangedAloneHasDrifted()
{
    const auto id = installSmall();
    using enum core::Language;
    const auto edit = [&](core::Language language, const QString &text) {
        const MessageVariant now = variant(id, language);
        return m_messages->editText(kAnne, now.id, text, now.version).result().has_value();
    };
    QVERIFY(edit(English, u"One"_s));
    QCOMPARE(laggingLanguage(holding(id), {}), std::optional(French));
    QVERIFY(edit(English, u"Two"_s));
    QVERIFY(edit(French, u"Deux"_s));
    QVERIFY(!hasDrifted(holding(id)));
    QVERIFY(edit(French, u"Deux !"_s));
    QCOMPARE(laggingLanguage(holding(id), {}), std::optional(English));
    const auto state = variant(id, English).state;
    QVERIFY(m_messages->confirmAgreement(kBob, holding(id).id, {}).result());
    QVERIFY(!hasDrifted(holding(id)));
    QCOMPARE(variant(id, English).state, state);
}

void PlaybookServiceTest::aVariantIsChosenByNetwork()
{
    const auto id = installSmall();
    const Message message = holding(id);
    QCOMPARE(message.variantFor(core::Language::French, u"x")->network, u"x"_s);
    QCOMPARE(message.variantFor(core::Language::French, u"mastodon")->network, QString());
    QVERIFY(m_messages->addVariant(kAnne, message.id, {core::Language::French, u"private"_s, u"Bonjour"_s}).result());
    QCOMPARE(holding(id).variantFor(core::Language::French, u"private")->text, u"Bonjour"_s);
    QVERIFY(failsWith(
        m_messages->addVariant(kAnne, message.id, {core::Language::French, u"private"_s, u"Encore"_s}).result(),
        ErrorKind::Conflict));
}

void PlaybookServiceTest::everyActLeavesOneAuditRow()
{
    const auto id = installSmall();
    const MessageVariant text = variant(id, core::Language::English);
    const qint64 before = auditRows();
    QSignalSpy changed(m_database.get(), &store::Database::changed);
    QVERIFY(m_messages->editText(kAnne, text.id, u"New"_s, 1).result());
    QVERIFY(m_messages->requestApproval(kAnne, text.id).result());
    QVERIFY(m_messages->approve(kBob, text.id, 2).result());
    QCOMPARE(auditRows(), before + 3);
    QTRY_COMPARE(changed.size(), 3);
    QVERIFY(store::verifyDatabase(reader())->isSound());
}

void PlaybookServiceTest::staleContactsAreFlagged()
{
    const auto id = m_people->add(kAnne, {.name = u"Zoé"_s, .phone = u"01"_s}).result();
    QVERIFY(id);
    const auto person = [&] { return **PersonRepository::find(reader(), *id); };
    QVERIFY(isStale(person(), m_clock.now()));
    QVERIFY(m_people->markVerified(kAnne, *id).result());
    m_clock.advance(std::chrono::days(90));
    QVERIFY(!isStale(person(), m_clock.now()));
    m_clock.advance(1min);
    QVERIFY(isStale(person(), m_clock.now()));
}

void PlaybookServiceTest::anotherPhoneNumberMustBeVerifiedAgain()
{
    const auto id = m_people->add(kAnne, {.name = u"Zoé"_s, .phone = u"01"_s}).result();
    QVERIFY(m_people->markVerified(kAnne, *id).result());
    Person person = **PersonRepository::find(reader(), *id);
    person.jobTitle = u"Press"_s;
    QVERIFY(m_people->update(kAnne, person).result());
    QVERIFY((*PersonRepository::find(reader(), *id))->verifiedAt);
    person.phone = u"02"_s;
    QVERIFY(m_people->update(kAnne, person).result());
    QVERIFY(!(*PersonRepository::find(reader(), *id))->verifiedAt);
}

void PlaybookServiceTest::twoActivePeopleCannotShareAName()
{
    const auto first = m_people->add(kAnne, {.name = u"Zoé"_s}).result();
    QVERIFY(first);
    QVERIFY(failsWith(m_people->add(kAnne, {.name = u" Zoé "_s}).result(), ErrorKind::Conflict));
    QVERIFY(failsWith(m_people->add(kAnne, {.name = u"  "_s}).result(), ErrorKind::InvalidArgument));
    QVERIFY(m_people->deactivate(kAnne, *first).result());
    QVERIFY(m_people->add(kAnne, {.name = u"Zoé"_s}).result());
    QCOMPARE(PersonRepository::list(reader())->size(), std::size_t(1));
    QCOMPARE(PersonRepository::list(reader(), Who::Everybody)->size(), std::size_t(2));
}

void PlaybookServiceTest::peopleAreFoundByRole()
{
    const auto deputy = m_people->add(kAnne, {.name = u"Deputy"_s, .roles = {u"deputy"_s}}).result();
    QVERIFY(deputy);
    QVERIFY(m_people->add(kAnne, {.name = u"Lead"_s, .deputyId = *deputy, .roles = {u"crisis-lead"_s, u"deputy"_s}})
                .result());
    const auto leads = PersonRepository::withRole(reader(), u"crisis-lead"_s);
    QCOMPARE(leads->size(), std::size_t(1));
    QCOMPARE(leads->front().deputyId, *deputy);
    QCOMPARE(leads->front().roles, QStringList({u"crisis-lead"_s, u"deputy"_s}));
    QCOMPARE(PersonRepository::withRole(reader(), u"deputy"_s)->size(), std::size_t(2));
}

void PlaybookServiceTest::valuesOfACrisisStandBeforeThoseOfTheDesk()
{
    DeskValueService values(*m_database);
    QVERIFY(values.remember(kAnne, {{u"brand"_s, u"Belmarque"_s}, {u"link"_s, u"desk"_s}}).result());
    QVERIFY(values.remember(kAnne, {{u"link"_s, u"crisis"_s}}, core::IncidentId{7}).result());
    QCOMPARE(DeskValueRepository::read(reader())->value(u"link"_s), u"desk"_s);
    const auto own = DeskValueRepository::read(reader(), core::IncidentId{7});
    QCOMPARE(own->value(u"link"_s), u"crisis"_s);
    QCOMPARE(own->value(u"brand"_s), u"Belmarque"_s);
    QVERIFY(values.remember(kAnne, {{u"link"_s, QString()}}, core::IncidentId{7}).result());
    QCOMPARE(DeskValueRepository::read(reader(), core::IncidentId{7})->value(u"link"_s), u"desk"_s);
    QCOMPARE(DeskValueRepository::read(reader())->size(), 2);
}

QTEST_GUILESS_MAIN(PlaybookServiceTest)
#include "tst_playbookservice.moc"
