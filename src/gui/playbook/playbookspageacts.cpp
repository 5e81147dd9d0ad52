// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does on the page of playbooks.
#include "gui/common/cardlist.h"
#include "gui/common/icons.h"
#include "gui/playbook/playbookdialogs.h"
#include "gui/playbook/playbookspage.h"
#include "gui/playbook/stepdialog.h"
#include "playbook/playbookservice.h"
#include "postmortem/printedplan.h"
#include "postmortem/reporttopdf.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QFile>
#include <QFileInfo>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

const auto kStepPrefix = u"step/"_s;
const auto kPhasePrefix = u"phase/"_s;
const auto kSeverityPrefix = u"severity/"_s;
const auto kCadencePrefix = u"cadence/"_s;

/// What stands in a file, or why it cannot be read: for a pool thread.
playbook::PlaybookReading readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {.findings = {{.place = {.file = path}, .reason = file.errorString()}}};
    return playbook::readPlaybook(file.read(playbook::kMaxPlaybookBytes + 1), QFileInfo(path).fileName());
}

/// The order that every plan is shown and stored in.
void putInOrder(std::vector<playbook::Step> &steps)
{
    std::ranges::stable_sort(steps, {}, [](const playbook::Step &step) {
        return std::pair(step.offsetFrom == playbook::OffsetFrom::StoodDown, step.offset);
    });
}

} // namespace

// Steps -------------------------------------------------------------------------------------------------------------------

void PlaybooksPage::openRow(const CardRow &row)
{
    if (row.key.startsWith(kStepPrefix))
        editStep(row.key.mid(kStepPrefix.size()));
    else if (row.key.startsWith(kSeverityPrefix))
        editSeverity(row.key.mid(kSeverityPrefix.size()).toInt());
    else if (row.key.startsWith(kCadencePrefix))
        editCadence();
}

void PlaybooksPage::addTo(const CardRow &section)
{
    if (!m_current || workspace().isReadOnly())
        return;
    playbook::Step step{.phase = section.key.mid(kPhasePrefix.size())};
    for (const playbook::Step &other : m_current->plan.steps) {
        if (other.phase == step.phase) { // after the last of its phase
            step.offset = other.offset;
            step.offsetFrom = other.offsetFrom;
            step.role = other.role;
        }
    }
    auto *dialog = new StepDialog(m_current->plan, step, workspace().language(),
                                  [this](const playbook::Step &taken) { takeStep(taken); }, this);
    dialog->open();
}

void PlaybooksPage::editStep(const QString &key)
{
    const playbook::Step *step = m_current ? m_current->plan.step(key) : nullptr;
    if (!step || workspace().isReadOnly())
        return;
    auto *dialog = new StepDialog(m_current->plan, *step, workspace().language(),
                                  [this](const playbook::Step &taken) { takeStep(taken); }, this);
    dialog->open();
}

void PlaybooksPage::takeStep(const playbook::Step &step)
{
    if (!m_current)
        return;
    auto &steps = m_current->plan.steps;
    const auto known = std::ranges::find(steps, step.key, &playbook::Step::key);
    if (known != steps.end())
        *known = step;
    else
        steps.push_back(step);
    putInOrder(steps);
    showCurrent();
    if (const QModelIndex index = m_planView->cards().indexOf(kStepPrefix + step.key); index.isValid())
        m_planView->setCurrentIndex(index);
}

void PlaybooksPage::removeStep(const QString &key)
{
    const playbook::Playbook before = m_current->plan;
    std::erase_if(m_current->plan.steps, [&key](const playbook::Step &step) { return step.key == key; });
    showCurrent();
    desk().showUndoToast(tr("The step is out of the plan once you save it."), [this, before] {
        if (m_current && m_current->plan.key == before.key) {
            m_current->plan = before;
            showCurrent();
        }
    });
}

void PlaybooksPage::moveStep(const QString &key, int by)
{
    auto &steps = m_current->plan.steps;
    const auto at = std::ranges::find(steps, key, &playbook::Step::key);
    if (at == steps.end())
        return;
    // The neighbour as it is shown: the next one of the same phase.
    auto other = at;
    do {
        if ((by < 0 && other == steps.begin()) || (by > 0 && std::next(other) == steps.end()))
            return;
        other += by;
    } while (other->phase != at->phase);
    // Steps stand by their time: who changes places takes the other's time.
    std::swap(at->offset, other->offset);
    std::swap(at->offsetFrom, other->offsetFrom);
    std::iter_swap(at, other);
    putInOrder(steps);
    showCurrent();
    if (const QModelIndex index = m_planView->cards().indexOf(kStepPrefix + key); index.isValid())
        m_planView->setCurrentIndex(index);
}

void PlaybooksPage::showStepMenu(const CardRow &row, const QPoint &position)
{
    if (!m_current || workspace().isReadOnly() || !row.key.startsWith(kStepPrefix))
        return;
    const QString key = row.key.mid(kStepPrefix.size());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(u"pencil"_s), tr("Edit the step…"), this, [this, key] { editStep(key); });
    menu->addAction(icon(u"arrow-up"_s), tr("Move it up"), this, [this, key] { moveStep(key, -1); });
    menu->addAction(icon(u"arrow-down"_s), tr("Move it down"), this, [this, key] { moveStep(key, 1); });
    menu->addSeparator();
    menu->addAction(icon(u"trash"_s), tr("Take it out of the plan"), this, [this, key] { removeStep(key); });
    menu->popup(position);
}

// The plan ----------------------------------------------------------------------------------------------------------------

void PlaybooksPage::save()
{
    if (!hasUnsavedPlan())
        return;
    const playbook::Playbook plan = m_current->plan;
    auto *dialog = new SavePlanDialog(
        playbook::differences(m_stored, plan), m_stored.version, workspace().language(),
        [this, plan](const QString &note) { return workspace().playbooks().save(workspace().actor(), plan, note); },
        [this, plan](int version) {
            m_stored = plan; // the database has it now; the read that follows brings its number
            desk().showToast(tr("Saved as version %1. Crises that run keep theirs.").arg(version));
            loadCurrent();
        },
        this);
    dialog->open();
}

void PlaybooksPage::discard()
{
    if (!hasUnsavedPlan())
        return;
    const playbook::Playbook dropped = std::exchange(m_current->plan, m_stored);
    showCurrent();
    desk().showUndoToast(tr("The changes were dropped."), [this, dropped] {
        if (m_current && m_current->plan.key == dropped.key && m_stored.version == dropped.version) {
            m_current->plan = dropped;
            showCurrent();
        }
    });
}

void PlaybooksPage::editHead()
{
    if (!m_current)
        return;
    auto *dialog = new PlanHeadDialog(
        m_current->plan,
        [this](const playbook::Text &title, const playbook::Text &summary) {
            m_current->plan.title = title;
            m_current->plan.summary = summary;
            showCurrent();
        },
        this);
    dialog->open();
}

void PlaybooksPage::markReviewed()
{
    if (!m_current)
        return;
    store::whenDone(workspace().playbooks().markReviewed(workspace().actor(), m_current->summary.id), this,
                    [this](const Result<> &marked) {
                        if (marked)
                            desk().showToast(tr("Marked as reviewed today."));
                        else
                            desk().showError(tr("Could not mark the plan as reviewed."), marked.error());
                    });
}

// Files -------------------------------------------------------------------------------------------------------------------

void PlaybooksPage::importFile()
{
    m_askForFile(this, {.title = tr("Import a playbook"), .filter = tr("Playbooks (*.json);;All files (*)")},
                 [this](const QString &path) { runImport(path); });
}

void PlaybooksPage::runImport(const QString &path)
{
    store::runAsync(this, [path] { return readFile(path); }, [this, path](const playbook::PlaybookReading &reading) {
        if (!reading.playbook) {
            auto *dialog = new FindingsDialog(path, reading.findings, workspace().language(), this);
            dialog->open();
            return;
        }
        store::whenDone(workspace().playbooks().importFile(workspace().actor(), path), this,
                        [this](const Result<playbook::ImportOutcome> &outcome) {
                            if (!outcome)
                                return desk().showError(tr("Could not import the playbook."), outcome.error());
                            using Kind = playbook::ImportOutcome::Kind;
                            QString told = outcome->kind == Kind::Unchanged    ? tr("The file says what is here already.")
                                           : outcome->kind == Kind::NewVersion ? tr("Imported as version %1.").arg(outcome->version)
                                                                               : tr("Imported as a new playbook.");
                            if (outcome->draftTexts > 0)
                                told += u' ' + tr("%n text(s) are drafts until somebody approves them.", nullptr, outcome->draftTexts);
                            desk().showToast(told);
                            m_wanted = outcome->id;
                            load();
                        });
    });
}

void PlaybooksPage::exportFile()
{
    if (!m_current)
        return;
    const QString key = m_current->plan.key;
    m_askForFile(this,
                 {.title = tr("Export the playbook"), .filter = tr("Playbooks (*.json)"), .suggestion = key + u".json"_s, .isForSaving = true},
                 [this, key](const QString &path) {
                     store::runAsync(
                         this, [&service = workspace().playbooks(), key, path] { return service.exportFile(key, path); },
                         [this, path](const Result<> &written) {
                             if (written)
                                 desk().showToast(tr("Written to %1.").arg(QFileInfo(path).fileName()));
                             else
                                 desk().showError(tr("Could not write the file."), written.error());
                         });
                 });
}

/// As it is stored: what is being changed is nobody's plan yet.
void PlaybooksPage::printPlan()
{
    if (!m_current)
        return;
    const QString key = m_stored.key;
    m_askForFile(this, {.title = tr("Print the plan"), .filter = tr("PDF document (*.pdf)"), .suggestion = key + u".pdf"_s, .isForSaving = true},
                 [this, key](const QString &path) {
                     const auto write = [key, path, profile = workspace().profile(), language = workspace().format().language(),
                                         now = workspace().clock().now()](const store::Connection &connection) -> Result<> {
                         auto print = postmortem::loadPlanToPrint(connection, key, now);
                         if (!print)
                             return fail(print.error());
                         print->brand = profile.brand;
                         return postmortem::writePdf(postmortem::composePlan(*print, language, profile.zone), path);
                     };
                     store::readAsync(workspace().database(), this, write, [this, path](const Result<> &written) {
                         if (written)
                             desk().showToast(tr("Written to %1.").arg(QFileInfo(path).fileName()));
                         else
                             desk().showError(tr("Could not write the PDF."), written.error());
                     });
                 });
}

} // namespace vigie::gui
