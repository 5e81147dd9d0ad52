// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/postmortem/reviewpage.h"

#include "gui/common/columnscroller.h"
#include "gui/common/widgets.h"
#include "gui/postmortem/reportpreview.h"
#include "gui/postmortem/revieweditor.h"
#include "gui/postmortem/reviewrows.h"
#include "postmortem/reporttojson.h"
#include "postmortem/reporttopdf.h"
#include "postmortem/reviewservice.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QSplitter>
#include <QStackedWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace vigie::gui
{

using postmortem::ReviewState;

namespace
{

constexpr auto kReloadDelay = 150ms; // counting anew is not free, and writing goes on meanwhile
constexpr int kListed = 200;

/// Runs `work` on a reader of the pool thread.
template <typename Work>
QFuture<Result<>> runOnReader(store::Database &database, Work work)
{
    return QtConcurrent::run([&database, work = std::move(work)]() -> Result<> {
        const auto reader = database.reader();
        if (!reader)
            return fail(reader.error());
        return work(static_cast<const store::Connection &>(**reader));
    });
}

} // namespace

ReviewPage::ReviewPage(Desk &desk, QWidget *parent, FileAsker asker)
    : Page(desk, parent)
    , m_asker(std::move(asker))
    , m_scope(desk.workspace().scope())
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_crisisView(new CardView(this))
    , m_middle(new QStackedWidget(this))
    , m_notBegun(new EmptyState(this))
    , m_editor(new ReviewEditor(desk, this))
{
    makeActions();
    m_middle->addWidget(m_notBegun);
    m_middle->addWidget(m_editor);
    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(m_crisisView);
    splitter->addWidget(m_middle);
    splitter->addWidget(makePreview());
    splitter->setSizes({220, 460, 400});
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 3);
    splitter->setStretchFactor(2, 2);

    m_empty->setIconName(u"clipboard-data"_s);
    m_notBegun->setIconName(u"journal-text"_s);
    m_notBegun->setAction(m_acts.begin);
    m_stack->addWidget(new QWidget(this)); // until the first answer
    m_stack->addWidget(m_empty);
    m_stack->addWidget(new ColumnScroller(splitter, {180, 360, 280}, this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    connect(m_crisisView, &CardView::selected, this, [this](const CardRow &row) {
        if (m_wanted.value == row.id)
            return;
        m_editor->saveNow();
        m_wanted = core::IncidentId{row.id};
        load();
    });
    m_reloadTimer.setSingleShot(true);
    m_reloadTimer.setInterval(kReloadDelay);
    connect(&m_reloadTimer, &QTimer::timeout, this, &ReviewPage::load);
    connect(&workspace().database(), &store::Database::changed, this, &ReviewPage::reloadFor);
    retranslate();
    load();
}

// Building ----------------------------------------------------------------------------------------------------------------

void ReviewPage::makeActions()
{
    m_acts.begin = makeAction(u"journal-text"_s, {}, [this] { begin(); });
    m_acts.exportPdf = makeAction(u"file-earmark-pdf"_s, Qt::CTRL | Qt::Key_P, [this] { exportPdf(); });
    m_acts.exportJson = makeAction(u"download"_s, {}, [this] { exportJson(); });
    m_acts.exportCsv = makeAction(u"folder2-open"_s, {}, [this] { exportCsv(); });
    m_acts.finalise = makeAction(u"lock"_s, {}, [this] { setFinal(true); });
    m_acts.reopen = makeAction(u"unlock"_s, {}, [this] { setFinal(false); });
    m_acts.addFinding = makeAction(u"lightbulb"_s, Qt::Key_F,
                                   [this] { m_editor->addFinding(postmortem::FindingKind::ToImprove); });
    m_acts.addAction = makeAction(u"plus-lg"_s, Qt::Key_T, [this] { m_editor->addAction(); });
    m_acts.drill = makeAction(u"flag"_s, {}, [this] { desk().openPage(PageId::Drills); });
    m_acts.crisis = makeAction(u"flag"_s, {}, [this] {
        if (m_shown)
            desk().openPage(PageId::CrisisRoom, m_shown->figures.incidentId.value);
    });
}

QWidget *ReviewPage::makePreview()
{
    auto *column = new QWidget(this);
    setPanel(column);
    m_previewLabel = new QLabel(column);
    setTextRole(m_previewLabel, TextRole::Strong);
    m_languageBox = new QComboBox(column);
    m_languageBox->addItem(u"Français"_s, core::languageTag(core::Language::French));
    m_languageBox->addItem(u"English"_s, core::languageTag(core::Language::English));
    m_progress = new QProgressBar(column);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_preview = new ReportPreview(column);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::kLarge, space::kSmall, space::kSmall, space::kSmall);
    head->addWidget(m_previewLabel);
    head->addStretch();
    head->addWidget(m_languageBox);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(makeHairline(Qt::Horizontal, column));
    layout->addWidget(m_progress);
    layout->addWidget(m_preview, 1);
    connect(m_languageBox, &QComboBox::activated, this, &ReviewPage::load);
    return column;
}

void ReviewPage::retranslate()
{
    m_acts.begin->setText(tr("Begin the review"));
    m_acts.exportPdf->setText(tr("Export PDF"));
    m_acts.exportJson->setText(tr("Export the data"));
    m_acts.exportJson->setToolTip(tr("Everything behind the report as one JSON file"));
    m_acts.exportCsv->setText(tr("Export tables (CSV)…"));
    m_acts.finalise->setText(tr("Finalise"));
    m_acts.finalise->setToolTip(tr("Texts and findings are then fixed; actions go on"));
    m_acts.reopen->setText(tr("Reopen the review"));
    m_acts.addFinding->setText(tr("Add a finding"));
    m_acts.addAction->setText(tr("Add an action"));
    m_acts.drill->setText(tr("Try a drill"));
    m_acts.crisis->setText(tr("Go to the crisis room"));
    m_crisisView->setAccessibleName(tr("Crises"));
    m_previewLabel->setText(tr("The document"));
    m_languageBox->setAccessibleName(tr("Language of the document"));
    m_progress->setAccessibleName(tr("Writing the document"));
    m_preview->setAccessibleName(tr("The document as it will be printed"));
    m_empty->setAction(m_acts.drill);
    m_empty->setTexts(tr("Nothing to look back on yet"),
                      tr("Once a crisis was opened, its figures, findings and actions come together here, and the document "
                         "for management is one click away. A drill is a good first one."));
    m_notBegun->setTexts(tr("The review of this crisis has not begun"),
                         tr("Vigie fills in a first draft from what was recorded: the summary, the impact and proposed "
                            "findings. Keep, change or remove each of them."));
    m_editor->retranslate();
    load();
}

// Reading -----------------------------------------------------------------------------------------------------------------

void ReviewPage::activate(qint64 itemId)
{
    if (itemId != 0) {
        m_editor->saveNow();
        m_wanted = core::IncidentId{itemId};
    }
    load();
}

void ReviewPage::setScope(core::DrillRunId scope)
{
    m_editor->saveNow();
    m_scope = scope;
    m_wanted = {};
    load();
}

void ReviewPage::reloadFor(const store::Changes &changes)
{
    const bool matters = std::any_of(changes.begin(), changes.end(), [](const store::Change &change) {
        using store::Entity;
        return change.entity == Entity::Review || change.entity == Entity::Incident || change.entity == Entity::Task
               || change.entity == Entity::Reply || change.entity == Entity::Promise;
    });
    if (matters && isVisible() && !m_reloadTimer.isActive())
        m_reloadTimer.start();
}

core::Language ReviewPage::documentLanguage() const
{
    return core::languageFromTag(m_languageBox->currentData().toString()).value_or(core::Language::English);
}

postmortem::ReportOptions ReviewPage::reportOptions() const
{
    return {.language = documentLanguage(), .zone = workspace().format().zone()};
}

void ReviewPage::load()
{
    const quint64 token = ++m_token;
    const auto read = [scope = m_scope, wanted = m_wanted, now = workspace().clock().now(), options = reportOptions(),
                       setFor = m_languageSetFor](const store::Connection &connection) mutable -> Result<Answer> {
        using postmortem::ReviewRepository;
        const auto kind = scope.isValid() ? ReviewRepository::Scope::Drills : ReviewRepository::Scope::Real;
        auto entries = ReviewRepository::list(connection, kind, {}, kListed);
        if (!entries)
            return fail(entries.error());
        std::erase_if(*entries, [scope](const auto &entry) { return entry.drillRunId != scope; });
        Answer answer{.entries = *std::move(entries)};
        if (answer.entries.empty())
            return answer;
        const bool isKnown = std::any_of(answer.entries.begin(), answer.entries.end(),
                                         [wanted](const auto &entry) { return entry.incidentId == wanted; });
        const core::IncidentId chosen = isKnown ? wanted : answer.entries.front().incidentId;
        auto report = postmortem::loadReportData(connection, chosen, now);
        if (!report)
            return fail(report.error());
        if (setFor != chosen)
            options.language = report->language; // a document begins in the crisis's own language
        answer.document = postmortem::composeReport(*report, options);
        answer.data = *std::move(report);
        return answer;
    };
    store::readAsync(workspace().database(), this, read, [this, token](Result<Answer> answer) {
        if (token != m_token)
            return;
        if (answer)
            showAnswer(*std::move(answer));
        else
            desk().showError(tr("Could not read the review."), answer.error());
        emit loaded();
    });
}

void ReviewPage::showAnswer(Answer answer)
{
    m_entries = std::move(answer.entries);
    m_shown = std::move(answer.data);
    const core::Format format = workspace().format();
    m_crisisView->cards().setRows(ReviewRows(format, workspace().clock().now()).crises(m_entries));
    if (m_shown) {
        m_wanted = m_shown->figures.incidentId;
        m_crisisView->setCurrentIndex(m_crisisView->cards().indexOf(u"crisis.%1"_s.arg(m_wanted.value)));
        if (m_languageSetFor != m_wanted) {
            m_languageSetFor = m_wanted;
            m_languageBox->setCurrentIndex(m_languageBox->findData(core::languageTag(m_shown->language)));
        }
        m_middle->setCurrentIndex(m_shown->review ? 1 : 0);
        m_editor->setData(*m_shown);
        m_preview->setReport(*answer.document);
    }
    m_stack->setCurrentIndex(m_shown ? 2 : 1);
    int openActions = 0;
    for (const postmortem::ReviewListEntry &entry : m_entries)
        openActions += entry.openActions;
    m_headline = openActions > 0 ? tr("%n corrective action(s) still open", nullptr, openActions) : QString();
    showActions();
    emit headerChanged();
}

void ReviewPage::showActions()
{
    const bool hasReview = m_shown && m_shown->review;
    const bool isFinal = hasReview && m_shown->review->state == ReviewState::Final;
    m_acts.begin->setEnabled(m_shown && !hasReview);
    for (QAction *action : {m_acts.exportPdf, m_acts.exportJson, m_acts.exportCsv})
        action->setEnabled(m_shown && m_writing == 0);
    m_acts.finalise->setEnabled(hasReview && !isFinal);
    m_acts.reopen->setEnabled(isFinal);
    m_acts.addFinding->setEnabled(hasReview && !isFinal);
    m_acts.addAction->setEnabled(hasReview);
    m_acts.crisis->setEnabled(m_shown.has_value());
}

QAction *ReviewPage::primaryAction() const
{
    return m_shown ? m_acts.exportPdf : nullptr;
}

QList<QAction *> ReviewPage::headerActions() const
{
    if (!m_shown)
        return {};
    return {m_acts.exportJson, m_acts.reopen->isEnabled() ? m_acts.reopen : m_acts.finalise};
}

QList<QAction *> ReviewPage::menuActions() const
{
    return {m_acts.begin,     m_acts.addFinding, m_acts.addAction,  nullptr,          m_acts.finalise, m_acts.reopen,
            nullptr,          m_acts.exportPdf,  m_acts.exportJson, m_acts.exportCsv, nullptr,         m_acts.crisis};
}

void ReviewPage::hideEvent(QHideEvent *event)
{
    m_editor->saveNow();
    Page::hideEvent(event);
}

// Acts --------------------------------------------------------------------------------------------------------------------

void ReviewPage::begin()
{
    if (!m_shown)
        return;
    store::whenDone(workspace().reviews().prefill(workspace().actor(), m_shown->figures.incidentId), this,
                    [this](const Result<core::ReviewId> &review) {
                        if (!review)
                            desk().showError(tr("Could not begin the review."), review.error());
                        load();
                    });
}

void ReviewPage::setFinal(bool isFinal)
{
    if (!m_shown || !m_shown->review)
        return;
    m_editor->saveNow(); // the writer keeps the order: texts first
    auto &reviews = workspace().reviews();
    const core::ReviewId id = m_shown->review->id;
    store::whenDone(isFinal ? reviews.finalise(workspace().actor(), id) : reviews.reopen(workspace().actor(), id), this,
                    [this, isFinal](const Result<> &answer) {
                        if (!answer)
                            desk().showError(isFinal ? tr("Could not finalise the review.") : tr("Could not reopen the review."),
                                             answer.error());
                        load();
                    });
}

QString ReviewPage::suggestedName(const QString &suffix) const
{
    QString name = m_shown->title.simplified();
    for (QChar &character : name) {
        if (!character.isLetterOrNumber() && character != u'-')
            character = u'_';
    }
    constexpr qsizetype kLongest = 60;
    const QString day = core::toUtc(m_shown->figures.beganAt).toTimeZone(workspace().format().zone()).date().toString(Qt::ISODate);
    return u"%1_%2%3"_s.arg(day, name.left(kLongest), suffix);
}

void ReviewPage::exportPdf()
{
    if (!m_shown)
        return;
    m_editor->saveNow();
    const FileRequest request{.title = tr("Export PDF"),
                              .filter = tr("PDF document (*.pdf)"),
                              .suggestion = suggestedName(u".pdf"_s),
                              .isForSaving = true};
    m_asker(this, request, [this, id = m_shown->figures.incidentId](const QString &path) {
        const auto write = [id, path, options = reportOptions(),
                            now = workspace().clock().now()](const store::Connection &connection) -> Result<> {
            const auto document = postmortem::buildReport(connection, id, options, now);
            if (!document)
                return fail(document.error());
            return postmortem::writePdf(*document, path);
        };
        follow(runOnReader(workspace().database(), write), path, tr("Could not write the PDF."));
    });
}

void ReviewPage::exportJson()
{
    if (!m_shown)
        return;
    const FileRequest request{.title = tr("Export the data"),
                              .filter = tr("JSON data (*.json)"),
                              .suggestion = suggestedName(u".json"_s),
                              .isForSaving = true};
    m_asker(this, request, [this, data = *m_shown](const QString &path) {
        follow(QtConcurrent::run([data, path] { return postmortem::writeJson(data, path); }), path,
               tr("Could not write the data."));
    });
}

void ReviewPage::exportCsv()
{
    if (!m_shown)
        return;
    const FileRequest request{.title = tr("Export tables: the name of a new folder"),
                              .suggestion = suggestedName(QString()),
                              .isForSaving = true};
    m_asker(this, request, [this, data = *m_shown](const QString &path) {
        follow(QtConcurrent::run([data, path] { return postmortem::writeCsvFolder(data, path); }), path,
               tr("Could not write the tables."));
    });
}

void ReviewPage::follow(const QFuture<Result<>> &writing, const QString &path, const QString &attempt)
{
    ++m_writing;
    m_progress->show();
    showActions();
    store::whenDone(writing, this, [this, path, attempt](const Result<> &written) {
        m_progress->setVisible(--m_writing > 0);
        showActions();
        if (!written) {
            desk().showError(attempt, written.error());
            return;
        }
        desk().showToast(tr("Written: %1", "%1 is a file").arg(QDir::toNativeSeparators(path)));
        emit exported(path);
    });
}

} // namespace vigie::gui
