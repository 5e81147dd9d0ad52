// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/deskfortests.h"

#include "gui/common/actdialog.h"
#include "gui/common/cardlist.h"
#include "gui/playbook/messagepanel.h"
#include "gui/playbook/plandialogs.h"
#include "gui/playbook/playbookdialogs.h"
#include "gui/playbook/playbookspage.h"
#include "gui/playbook/stepdialog.h"
#include "gui/playbook/varianteditor.h"
#include "playbook/messageservice.h"
#include "playbook/playbookservice.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::gui;

class PlaybooksPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void thePlanIsShownByPhaseWithRolesAndMessages();
    void anEditedStepIsKeptUntilItIsSavedAsANewVersion();
    void aStepThatIsTakenOutComesBackByUndo();
    void movingAStepGivesItTheTimeOfTheOther();
    void aRoleIsAddedEditedAndSaved();
    void aRoleThatThePlanNamesCannotBeTakenOut();
    void aSeverityLevelSaysWhatItSetsInMotion();
    void theCadenceIsChangedPhaseByPhase();
    void aStepNeedsBothLanguages();
    void anEditedTextIsADraftThatItsAuthorCannotApprove();
    void aVariableThatThePlanDoesNotKnowCannotBeSaved();
    void theOtherLanguageIsToldToHaveDrifted();
    void aBadFileIsAnsweredWithLinesAndReasons();
    void anExportedPlaybookCanBeImportedAgain();
    void thePlanIsPrintedForTheDayWithoutANetwork();
    void markingAsReviewedChangesTheHeadline();
    void freshKeysAreWellFormedAndUnique();

private:
    [[nodiscard]] CardView *view(const QString &name) const;
    [[nodiscard]] QAction *act(const QString &text) const;
    [[nodiscard]] VariantEditor *editor(core::Language language) const;
    [[nodiscard]] static QPushButton *button(const QWidget *parent, const QString &text);
    void openFirstStep();
    template <typename Dialog>
    [[nodiscard]] Dialog *dialog() const
    {
        return m_page->findChild<Dialog *>();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DeskForTests> m_desk;
    std::unique_ptr<PlaybooksPage> m_page;
};

void PlaybooksPageTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto workspace = workspace::Workspace::open({.path = m_folder->filePath(u"desk.db"_s), .operatorName = u"ana"_s});
    QVERIFY(workspace);
    QVERIFY((*workspace)->playbooks().installShipped().result().has_value());
    m_desk = std::make_unique<DeskForTests>(std::move(*workspace));
    m_page = std::make_unique<PlaybooksPage>(*m_desk);
    m_page->resize(1080, 720);
    m_page->show();
    QSignalSpy shown(m_page.get(), &PlaybooksPage::playbookShown);
    QVERIFY(shown.wait());
}

void PlaybooksPageTest::cleanup()
{
    QVERIFY2(m_desk->errors.isEmpty(), qPrintable(m_desk->errors.join(u'\n')));
    m_page.reset();
    m_desk.reset();
    m_folder.reset();
}

CardView *PlaybooksPageTest::view(const QString &name) const
{
    for (CardView *view : m_page->findChildren<CardView *>()) {
        if (view->accessibleName().startsWith(name))
            return view;
    }
    return nullptr;
}

QAction *PlaybooksPageTest::act(const QString &text) const
{
    const auto actions = m_page->menuActions();
    const auto found = std::find_if(actions.begin(), actions.end(), [&text](const QAction *action) { return action && action->text() == text; });
    return found == actions.end() ? nullptr : *found;
}

VariantEditor *PlaybooksPageTest::editor(core::Language language) const
{
    const auto editors = m_page->findChildren<VariantEditor *>(); // French first, as on the page
    return editors.at(language == core::Language::French ? 0 : 1);
}

QPushButton *PlaybooksPageTest::button(const QWidget *parent, const QString &text)
{
    for (QPushButton *found : parent->findChildren<QPushButton *>()) {
        if (found->text() == text || found->accessibleName() == text)
            return found;
    }
    return nullptr;
}

void PlaybooksPageTest::openFirstStep()
{
    CardView *plan = view(u"Plan"_s);
    for (const CardRow &row : plan->cards().rows()) {
        if (row.key.startsWith(u"step/"_s)) {
            emit plan->opened(CardRow(row));
            return;
        }
    }
}

void PlaybooksPageTest::thePlanIsShownByPhaseWithRolesAndMessages()
{
    const QAbstractItemModelTester tester(&view(u"Plan"_s)->cards());
    const OpenPlaybook &open = *m_page->current();
    const auto &rows = view(u"Plan"_s)->cards().rows();
    const auto steps = std::count_if(rows.begin(), rows.end(), [](const auto &row) { return row.key.startsWith(u"step/"_s); });
    QCOMPARE(std::size_t(steps), open.plan.steps.size());
    QCOMPARE(view(u"Role"_s)->cards().rowCount(), int(open.plan.roles.size()) + 1); // and their head
    const auto &messages = view(u"Pre-approved"_s)->cards().rows();
    QCOMPARE(std::size_t(std::count_if(messages.begin(), messages.end(), [](const auto &row) { return row.kind == CardKind::Card; })),
             open.messages.size());
    QVERIFY(m_page->headline().contains(u"plans reviewed"_s));
    QVERIFY(m_page->headline().contains(u"no contacts yet"_s));
}

void PlaybooksPageTest::anEditedStepIsKeptUntilItIsSavedAsANewVersion()
{
    const int version = m_page->current()->summary.version;
    openFirstStep();
    auto *step = dialog<StepDialog>();
    QVERIFY(step);
    step->findChildren<QLineEdit *>().at(1)->setText(u"Look at it with a second person"_s);
    step->actButton()->click();
    QVERIFY(m_page->hasUnsavedPlan());
    QCOMPARE(m_page->primaryAction(), act(u"Save as a new version…"_s));
    m_page->primaryAction()->trigger();
    auto *save = dialog<SavePlanDialog>();
    QVERIFY(save);
    QSignalSpy shown(m_page.get(), &PlaybooksPage::playbookShown);
    save->actButton()->click();
    QTRY_COMPARE(m_page->current()->summary.version, version + 1);
    QVERIFY(!m_page->hasUnsavedPlan());
    const auto &steps = m_page->current()->plan.steps;
    QVERIFY(std::any_of(steps.begin(), steps.end(), [](const auto &one) { return one.title.en == u"Look at it with a second person"_s; }));
}

void PlaybooksPageTest::aStepThatIsTakenOutComesBackByUndo()
{
    const playbook::Playbook before = m_page->current()->plan;
    CardView *plan = view(u"Plan"_s);
    const CardRow row = *std::find_if(plan->cards().rows().begin(), plan->cards().rows().end(),
                                      [](const auto &one) { return one.key.startsWith(u"step/"_s); });
    emit plan->menuRequested(row, QPoint());
    QAction *removal = nullptr;
    for (QAction *action : m_page->findChildren<QAction *>()) {
        if (action->text() == u"Take it out of the plan"_s)
            removal = action;
    }
    QVERIFY(removal);
    removal->trigger();
    QCOMPARE(m_page->current()->plan.steps.size(), before.steps.size() - 1);
    QVERIFY(m_desk->undo);
    m_desk->undo();
    QCOMPARE(m_page->current()->plan, before);
    QVERIFY(!m_page->hasUnsavedPlan());
}

void PlaybooksPageTest::movingAStepGivesItTheTimeOfTheOther()
{
    const auto &before = m_page->current()->plan.steps;
    auto first = before.begin();
    auto second = std::find_if(std::next(first), before.end(), [&](const auto &step) { return step.phase == first->phase; });
    QVERIFY(second != before.end());
    const QString key = first->key;
    const auto offset = second->offset;
    const CardRow row = view(u"Plan"_s)->cards().row(view(u"Plan"_s)->cards().indexOf(u"step/"_s + key));
    emit view(u"Plan"_s)->menuRequested(row, QPoint());
    for (QAction *action : m_page->findChildren<QAction *>()) {
        if (action->text() == u"Move it down"_s) {
            action->trigger();
            break;
        }
    }
    QCOMPARE(m_page->current()->plan.step(key)->offset, offset);
    QVERIFY(m_page->hasUnsavedPlan());
    act(u"Drop the changes"_s)->trigger();
    QVERIFY(!m_page->hasUnsavedPlan());
}

void PlaybooksPageTest::aRoleIsAddedEditedAndSaved()
{
    CardView *roles = view(u"Role"_s);
    emit roles->addClicked(CardRow(roles->cards().rows().front()));
    auto *added = dialog<RoleDialog>();
    QVERIFY(added);
    QVERIFY(!added->actButton()->isEnabled());
    const auto lines = added->findChildren<QLineEdit *>();
    lines.at(0)->setText(u"Veille de nuit"_s);
    lines.at(1)->setText(u"Night watch"_s);
    const auto texts = added->findChildren<QPlainTextEdit *>();
    texts.at(0)->setPlainText(u"Lire la nuit."_s);
    texts.at(1)->setPlainText(u"Read at night."_s);
    texts.at(2)->setPlainText(u"Veiller\nRéveiller"_s);
    texts.at(3)->setPlainText(u"Watch"_s);
    QVERIFY(!added->actButton()->isEnabled()); // two duties in French, one in English
    texts.at(3)->setPlainText(u"Watch\nWake"_s);
    added->actButton()->click();
    const playbook::Role *role = m_page->current()->plan.role(u"night-watch");
    QVERIFY(role);
    QCOMPARE(role->duties.size(), std::size_t(2));
    QCOMPARE(role->duties.at(1), (playbook::Text{.en = u"Wake"_s, .fr = u"Réveiller"_s}));

    const int version = m_page->current()->summary.version;
    m_page->primaryAction()->trigger();
    QVERIFY(dialog<SavePlanDialog>());
    dialog<SavePlanDialog>()->actButton()->click();
    QTRY_COMPARE(m_page->current()->summary.version, version + 1);
    QVERIFY(m_page->current()->plan.role(u"night-watch"));
}

void PlaybooksPageTest::aRoleThatThePlanNamesCannotBeTakenOut()
{
    const playbook::Playbook before = m_page->current()->plan;
    CardView *roles = view(u"Role"_s);
    const CardRow row = roles->cards().row(roles->cards().indexOf(u"role/"_s + before.steps.front().role));
    emit roles->menuRequested(row, QPoint());
    for (QAction *action : m_page->findChildren<QAction *>()) {
        if (action->text() == u"Take it out of the plan"_s)
            action->trigger();
    }
    QCOMPARE(m_page->current()->plan, before);
    QVERIFY(m_desk->toasts.last().contains(u"still names this role"_s));
}

void PlaybooksPageTest::aSeverityLevelSaysWhatItSetsInMotion()
{
    CardView *plan = view(u"Plan"_s);
    emit plan->opened(CardRow(plan->cards().row(plan->cards().indexOf(u"severity/2"_s))));
    auto *level = dialog<SeverityLevelDialog>();
    QVERIFY(level);
    level->findChildren<QLineEdit *>().at(1)->setText(u"Awkward"_s);
    level->findChild<QSpinBox *>()->setValue(45);
    auto *roles = level->findChildren<QListWidget *>().at(0);
    for (int i = 0; i < roles->count(); ++i)
        roles->item(i)->setCheckState(i == 0 ? Qt::Checked : Qt::Unchecked);
    level->actButton()->click();
    const playbook::Severity *severity = m_page->current()->plan.severity(2);
    QCOMPARE(severity->name.en, u"Awkward"_s);
    QCOMPARE(severity->cadence, std::optional(std::chrono::minutes(45)));
    QCOMPARE(severity->roles, QStringList{m_page->current()->plan.roles.front().key});
    QVERIFY(m_page->hasUnsavedPlan());
}

void PlaybooksPageTest::theCadenceIsChangedPhaseByPhase()
{
    CardView *plan = view(u"Plan"_s);
    const std::size_t before = m_page->current()->plan.cadence.phases.size();
    emit plan->opened(CardRow(plan->cards().row(plan->cards().indexOf(u"cadence/first"_s))));
    auto *cadence = dialog<CadenceDialog>();
    QVERIFY(cadence);
    button(cadence, u"Add a phase"_s)->click();
    QSpinBox *until = nullptr; // of the new phase, which is the last
    for (QSpinBox *box : cadence->findChildren<QSpinBox *>()) {
        if (box->accessibleName() == u"Until this age of the crisis"_s)
            until = box;
    }
    QVERIFY(until);
    const int good = until->value();
    until->setValue(1);
    QCOMPARE(cadence->actButton()->isEnabled(), before <= 1); // not before the end of the phase above it
    until->setValue(good);
    cadence->actButton()->click();
    QCOMPARE(m_page->current()->plan.cadence.phases.size(), before + 1);
    QVERIFY(!m_page->current()->plan.cadence.phases.back().until);
    QVERIFY(m_page->hasUnsavedPlan());
}

void PlaybooksPageTest::aStepNeedsBothLanguages()
{
    openFirstStep();
    auto *step = dialog<StepDialog>();
    QVERIFY(step->actButton()->isEnabled());
    step->findChildren<QLineEdit *>().at(0)->clear();
    QVERIFY(!step->actButton()->isEnabled());
    step->reject();
}

void PlaybooksPageTest::anEditedTextIsADraftThatItsAuthorCannotApprove()
{
    VariantEditor *english = editor(core::Language::English);
    auto *edit = english->findChildren<QPlainTextEdit *>().first();
    edit->setPlainText(u"We know of the fault and look into it. Next word at {{next_update}}."_s);
    QVERIFY(english->isModified());
    QSignalSpy shown(m_page.get(), &PlaybooksPage::playbookShown);
    button(english, u"Save as a draft"_s)->click();
    QVERIFY(shown.wait());
    QTRY_VERIFY(button(english, u"Ask for approval"_s)->isVisibleTo(english));
    button(english, u"Ask for approval"_s)->click();
    QTRY_VERIFY(button(english, u"Approve…"_s)->isVisibleTo(english));
    QVERIFY(!button(english, u"Approve…"_s)->isEnabled()); // ana wrote it
    m_desk->workspace().setProfile({.operatorName = u"zoe"_s});
    QTRY_COMPARE(m_desk->workspace().actor(), u"zoe"_s);
    QSignalSpy loaded(m_page.get(), &PlaybooksPage::loaded);
    QVERIFY(m_desk->workspace().playbooks().markReviewed(u"zoe"_s, m_page->current()->summary.id).result()); // anything that makes it read again
    QVERIFY(loaded.wait());
    QTRY_VERIFY(button(english, u"Approve…"_s)->isEnabled());
    button(english, u"Approve…"_s)->click();
    auto *note = m_page->findChild<NoteDialog *>();
    QVERIFY(note);
    note->actButton()->click();
    QTRY_VERIFY(!button(english, u"Approve…"_s)->isVisibleTo(english));
    QTRY_VERIFY(m_desk->toasts.contains(u"Approved."_s));
}

void PlaybooksPageTest::aVariableThatThePlanDoesNotKnowCannotBeSaved()
{
    VariantEditor *french = editor(core::Language::French);
    auto *edit = french->findChildren<QPlainTextEdit *>().first();
    const QString before = edit->toPlainText();
    edit->setPlainText(u"Bonjour {{prenom_du_chat}}"_s);
    QVERIFY(!button(french, u"Save as a draft"_s)->isEnabled());
    const auto labels = french->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(u"{{prenom_du_chat}}"_s); }));
    button(french, u"Undo the change"_s)->click();
    QCOMPARE(edit->toPlainText(), before);
    QVERIFY(!french->isModified());
}

void PlaybooksPageTest::theOtherLanguageIsToldToHaveDrifted()
{
    VariantEditor *english = editor(core::Language::English);
    english->findChildren<QPlainTextEdit *>().first()->setPlainText(u"Another text."_s);
    QSignalSpy shown(m_page.get(), &PlaybooksPage::playbookShown);
    button(english, u"Save as a draft"_s)->click();
    QVERIFY(shown.wait());
    auto *panel = m_page->findChild<MessagePanel *>();
    QTRY_VERIFY(button(panel, u"They agree"_s)->isVisibleTo(panel));
    button(panel, u"They agree"_s)->click();
    QTRY_VERIFY(!button(panel, u"They agree"_s)->isVisibleTo(panel));
}

void PlaybooksPageTest::aBadFileIsAnsweredWithLinesAndReasons()
{
    const QString path = m_folder->filePath(u"bad.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\n \"format\": \"vigie-playbook\",\n \"format_version\": 1,\n \"steps\": \"none\"\n}\n");
    file.close();
    m_page->setFileAsker([&path](QWidget *, const FileRequest &, const auto &done) { done(path); });
    act(u"Import…"_s)->trigger();
    QTRY_VERIFY(dialog<FindingsDialog>());
    const auto &rows = dialog<FindingsDialog>()->findChild<CardView *>()->cards().rows();
    QVERIFY(!rows.empty());
    QVERIFY(std::any_of(rows.begin(), rows.end(), [](const auto &row) { return row.trailing == u"line 4"_s; }));
}

void PlaybooksPageTest::anExportedPlaybookCanBeImportedAgain()
{
    const QString path = m_folder->filePath(u"plan.json"_s);
    m_page->setFileAsker([&path](QWidget *, const FileRequest &, const auto &done) { done(path); });
    act(u"Export…"_s)->trigger();
    QTRY_VERIFY(QFile::exists(path));
    QTRY_VERIFY(m_desk->toasts.contains(u"Written to plan.json."_s));
    act(u"Import…"_s)->trigger();
    QTRY_VERIFY(m_desk->toasts.contains(u"The file says what is here already."_s));
}

void PlaybooksPageTest::thePlanIsPrintedForTheDayWithoutANetwork()
{
    const QString path = m_folder->filePath(u"plan.pdf"_s);
    m_page->setFileAsker([&path](QWidget *, const FileRequest &, const auto &done) { done(path); });
    act(u"Print the plan…"_s)->trigger();
    QTRY_VERIFY(m_desk->toasts.contains(u"Written to plan.pdf."_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF-"));
}

void PlaybooksPageTest::markingAsReviewedChangesTheHeadline()
{
    QVERIFY(m_page->headline().startsWith(u"0 of"_s));
    QCOMPARE(m_page->primaryAction()->text(), u"Mark as reviewed"_s);
    m_page->primaryAction()->trigger();
    QTRY_VERIFY(m_page->headline().startsWith(u"1 of"_s));
}

void PlaybooksPageTest::freshKeysAreWellFormedAndUnique()
{
    QCOMPARE(freshKey(u"Écouter l’équipe !"_s, {}, u"step"_s), u"ecouter-l-equipe"_s);
    QCOMPARE(freshKey(u"Call"_s, {u"call"_s, u"call-2"_s}, u"step"_s), u"call-3"_s);
    QCOMPARE(freshKey(u"24 h"_s, {}, u"step"_s), u"step-24-h"_s);
    QCOMPARE(freshKey(QString(), {}, u"step"_s), u"step"_s);
}

QTEST_MAIN(PlaybooksPageTest)
#include "tst_playbookspage.moc"
