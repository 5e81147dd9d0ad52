// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/postmortem/revieweditor.h"

#include "gui/common/icons.h"
#include "gui/postmortem/figuresrow.h"
#include "gui/postmortem/reviewdialogs.h"
#include "gui/postmortem/reviewrows.h"
#include "gui/shell/page.h"
#include "postmortem/reviewservice.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace vigie::gui
{

using postmortem::ActionState;

namespace
{
constexpr auto kSaveDelay = 800ms;

/// Replaces the text without losing the place, and only when it differs.
void replaceText(QPlainTextEdit *edit, const QString &text)
{
    if (edit->toPlainText() != text)
        edit->setPlainText(text);
}
} // namespace

ReviewEditor::ReviewEditor(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_figures(new FiguresRow(this)), m_tabs(new QTabWidget(this))
{
    setPanel(this);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeTexts(), QString());
    m_tabs->addTab(makeFindings(), QString());
    m_actionView = new CardView(this);
    m_tabs->addTab(m_actionView, QString());
    m_timelineView = new CardView(this);
    m_tabs->addTab(m_timelineView, QString());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_figures);
    layout->addWidget(m_tabs, 1);

    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(kSaveDelay);
    connect(&m_saveTimer, &QTimer::timeout, this, &ReviewEditor::saveNow);
    connect(m_actionView, &CardView::addClicked, this, &ReviewEditor::addAction);
    connect(m_actionView, &CardView::opened, this, &ReviewEditor::openAction);
    connect(m_actionView, &CardView::markClicked, this, &ReviewEditor::settleAction);
    connect(m_actionView, &CardView::menuRequested, this, &ReviewEditor::showActionMenu);
}

QWidget *ReviewEditor::makeTexts()
{
    // Large text and the figures above it leave less than three fields need.
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget(scroll);
    page->setObjectName(u"scrollContents"_s);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kMedium);
    layout->setSpacing(space::kTiny);
    for (auto &[field, stretch] : {std::pair{&m_summary, 3}, std::pair{&m_causes, 2}, std::pair{&m_impact, 2}}) {
        field->label = new QLabel(page);
        setTextRole(field->label, TextRole::Strong);
        field->edit = new QPlainTextEdit(page);
        field->edit->setTabChangesFocus(true);
        field->edit->setMinimumHeight(fontMetrics().lineSpacing() * 3);
        field->label->setBuddy(field->edit);
        layout->addWidget(field->label);
        layout->addWidget(field->edit, stretch);
        layout->addSpacing(space::kSmall);
        connect(field->edit, &QPlainTextEdit::textChanged, this, [this] {
            if (m_isFilling)
                return;
            m_isDirty = true;
            m_saveTimer.start();
            showState();
        });
    }
    m_summary.edit->setObjectName(u"summaryEdit"_s);
    m_causes.edit->setObjectName(u"causesEdit"_s);
    m_impact.edit->setObjectName(u"impactEdit"_s);
    m_stateLabel = new QLabel(page);
    setTextRole(m_stateLabel, TextRole::SmallMuted);
    layout->addWidget(m_stateLabel);
    scroll->setWidget(page);
    return scroll;
}

QWidget *ReviewEditor::makeFindings()
{
    m_findingView = new CardView(this);
    connect(m_findingView, &CardView::addClicked, this,
            [this](const CardRow &section) { addFinding(postmortem::FindingKind(section.group)); });
    connect(m_findingView, &CardView::opened, this, &ReviewEditor::openFinding);
    connect(m_findingView, &CardView::menuRequested, this, &ReviewEditor::showFindingMenu);
    return m_findingView;
}

void ReviewEditor::retranslate()
{
    m_tabs->setTabText(0, tr("Account", "the texts of a review: summary, causes, impact"));
    m_tabs->setTabText(1, tr("Findings"));
    m_tabs->setTabText(2, tr("Actions"));
    m_tabs->setTabText(3, tr("Timeline"));
    m_summary.label->setText(tr("&Summary"));
    m_summary.edit->setPlaceholderText(tr("What happened, in five lines, for somebody who was not there."));
    m_causes.label->setText(tr("&Causes and contributing factors"));
    m_causes.edit->setPlaceholderText(tr("Why it happened, and why it was not seen earlier. No names."));
    m_impact.label->setText(tr("&Impact"));
    m_impact.edit->setPlaceholderText(tr("On people, on the business, on the reputation."));
    for (const TextField *field : {&m_summary, &m_causes, &m_impact})
        field->edit->setAccessibleName(field->label->text().remove(u'&'));
    m_findingView->setAccessibleName(tr("Findings: Enter changes one, the menu key shows more"));
    m_actionView->setAccessibleName(tr("Actions: Space settles, Enter changes one"));
    m_timelineView->setAccessibleName(tr("Timeline"));
    showState();
}

void ReviewEditor::setData(const postmortem::ReportData &report)
{
    if (!report.review)
        return;
    if (report.review->id != m_review.id)
        saveNow();
    const bool isOther = report.review->id != m_review.id;
    m_review = *report.review;
    const core::Format format = m_desk.workspace().format();
    m_figures->setFigures(report.figures, format);
    if (isOther || (!m_isDirty && !m_isSaving)) {
        m_isFilling = true;
        replaceText(m_summary.edit, m_review.summary);
        replaceText(m_causes.edit, m_review.causes);
        replaceText(m_impact.edit, m_review.impact);
        m_isFilling = false;
    }
    for (const TextField *field : {&m_summary, &m_causes, &m_impact})
        field->edit->setReadOnly(!isDraft());
    const ReviewRows rows(format, m_desk.workspace().clock().now());
    m_findingView->cards().setRows(ReviewRows::findings(m_review));
    m_actionView->cards().setRows(rows.actions(m_review));
    m_timelineView->cards().setRows(rows.timeline(report.timeline));
    showState();
}

void ReviewEditor::saveNow()
{
    m_saveTimer.stop();
    if (!m_isDirty || !m_review.id.isValid())
        return;
    m_isDirty = false;
    m_isSaving = true;
    const postmortem::ReviewService::Texts texts{.summary = m_summary.edit->toPlainText(),
                                                 .causes = m_causes.edit->toPlainText(),
                                                 .impact = m_impact.edit->toPlainText()};
    auto &workspace = m_desk.workspace();
    store::whenDone(workspace.reviews().saveTexts(workspace.actor(), m_review.id, texts), this,
                    [this, id = m_review.id](const Result<> &saved) {
                        m_isSaving = false;
                        if (!saved) {
                            m_isDirty = id == m_review.id; // still on the screen: the next key tries again
                            m_desk.showError(tr("Could not keep the texts of the review."), saved.error());
                        }
                        showState();
                    });
    showState();
}

void ReviewEditor::showState()
{
    if (!isDraft())
        m_stateLabel->setText(tr("The review is final. Reopen it to change the texts and findings."));
    else if (m_isDirty || m_isSaving)
        m_stateLabel->setText(tr("Keeping what you write…"));
    else
        m_stateLabel->setText(tr("Everything is kept."));
}

// Findings ----------------------------------------------------------------------------------------------------------------

const postmortem::Finding *ReviewEditor::finding(qint64 id) const
{
    const auto found = std::find_if(m_review.findings.begin(), m_review.findings.end(),
                                    [id](const auto &each) { return each.id.value == id; });
    return found == m_review.findings.end() ? nullptr : &*found;
}

void ReviewEditor::addFinding(postmortem::FindingKind kind)
{
    if (isDraft())
        (new FindingDialog(m_desk, {.reviewId = m_review.id, .kind = kind}, this))->open();
}

void ReviewEditor::openFinding(const CardRow &row)
{
    if (const auto *chosen = finding(row.id); chosen && isDraft())
        (new FindingDialog(m_desk, *chosen, this))->open();
}

void ReviewEditor::showFindingMenu(const CardRow &row, const QPoint &position)
{
    if (!finding(row.id) || !isDraft())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(u"pencil"_s), tr("Change…"), this, [this, row] { openFinding(row); });
    menu->addAction(icon(u"trash"_s), tr("Remove"), this, [this, row] { removeFinding(core::FindingId{row.id}); });
    menu->popup(position);
}

void ReviewEditor::removeFinding(core::FindingId id)
{
    const auto *chosen = finding(id.value);
    if (!chosen)
        return;
    auto &workspace = m_desk.workspace();
    store::whenDone(workspace.reviews().removeFinding(workspace.actor(), id), this,
                    [this, kept = *chosen](const Result<> &removed) {
                        if (!removed) {
                            m_desk.showError(tr("Could not remove the finding."), removed.error());
                            return;
                        }
                        m_desk.showUndoToast(tr("Finding removed."), [this, kept] {
                            auto &desk = m_desk;
                            store::whenDone(desk.workspace().reviews().addFinding(desk.workspace().actor(), kept), this,
                                            [&desk](const Result<core::FindingId> &added) {
                                                if (!added)
                                                    desk.showError(tr("Could not put the finding back."), added.error());
                                            });
                        });
                    });
}

// Actions -----------------------------------------------------------------------------------------------------------------

const postmortem::Action *ReviewEditor::action(qint64 id) const
{
    const auto found = std::find_if(m_review.actions.begin(), m_review.actions.end(),
                                    [id](const auto &each) { return each.id.value == id; });
    return found == m_review.actions.end() ? nullptr : &*found;
}

void ReviewEditor::addAction()
{
    if (m_review.id.isValid())
        (new ActionDialog(m_desk, {.reviewId = m_review.id}, this))->open();
}

void ReviewEditor::openAction(const CardRow &row)
{
    if (const auto *chosen = action(row.id))
        (new ActionDialog(m_desk, *chosen, this))->open();
}

void ReviewEditor::settleAction(const CardRow &row)
{
    const auto *chosen = action(row.id);
    if (!chosen)
        return;
    postmortem::Action changed = *chosen;
    changed.state = changed.state == ActionState::Open ? ActionState::Done : ActionState::Open;
    auto &workspace = m_desk.workspace();
    store::whenDone(workspace.reviews().editAction(workspace.actor(), changed), this, [this](const Result<> &edited) {
        if (!edited)
            m_desk.showError(tr("Could not change the action."), edited.error());
    });
}

void ReviewEditor::showActionMenu(const CardRow &row, const QPoint &position)
{
    if (!action(row.id))
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(u"pencil"_s), tr("Change…"), this, [this, row] { openAction(row); });
    menu->addAction(icon(u"trash"_s), tr("Remove"), this, [this, row] { removeAction(core::ActionId{row.id}); });
    menu->popup(position);
}

void ReviewEditor::removeAction(core::ActionId id)
{
    const auto *chosen = action(id.value);
    if (!chosen)
        return;
    auto &workspace = m_desk.workspace();
    store::whenDone(workspace.reviews().removeAction(workspace.actor(), id), this,
                    [this, kept = *chosen](const Result<> &removed) {
                        if (!removed) {
                            m_desk.showError(tr("Could not remove the action."), removed.error());
                            return;
                        }
                        m_desk.showUndoToast(tr("Action removed."), [this, kept] {
                            auto &desk = m_desk;
                            store::whenDone(desk.workspace().reviews().addAction(desk.workspace().actor(), kept), this,
                                            [&desk](const Result<core::ActionId> &added) {
                                                if (!added)
                                                    desk.showError(tr("Could not put the action back."), added.error());
                                            });
                        });
                    });
}

} // namespace vigie::gui
