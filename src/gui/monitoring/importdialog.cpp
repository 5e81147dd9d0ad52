// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/monitoring/importdialog.h"

#include "gui/common/cardlist.h"
#include "gui/common/errortext.h"
#include "networks/failuretexts.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableWidget>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace vigie::gui
{

namespace
{

constexpr int kPreviewRows = 6;
constexpr int kPreviewLines = 3;
constexpr int kBarSteps = 1000;
constexpr auto kProgressPause = 100ms;
enum Step { Mapper, Running, Finished };

} // namespace

ImportDialog::ImportDialog(Desk &desk, const QString &path, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_path(path)
    , m_titleLabel(new QLabel(QFileInfo(path).fileName(), this))
    , m_metaLabel(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_problemLabel(new QLabel(this))
    , m_importButton(new QPushButton(tr("Import"), this))
    , m_closeButton(new QPushButton(tr("Cancel"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import a file of posts"));
    resize(qRound(860 * textScale()), qRound(600 * textScale()));
    setTextRole(m_titleLabel, TextRole::Large);
    setTextRole(m_metaLabel, TextRole::Muted);
    setTextRole(m_problemLabel, TextRole::Negative);
    m_titleLabel->setTextFormat(Qt::PlainText);
    m_metaLabel->setWordWrap(true);
    m_problemLabel->setTextFormat(Qt::PlainText);
    m_problemLabel->setWordWrap(true);
    m_problemLabel->hide();
    setButtonKind(m_importButton, ButtonKind::Primary);
    m_importButton->setDefault(true);
    m_importButton->setEnabled(false);
    m_stack->addWidget(makeMapper());
    auto *running = new QWidget(this);
    auto *runningLayout = new QVBoxLayout(running);
    m_bar = new QProgressBar(running);
    m_bar->setRange(0, kBarSteps);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the import"));
    runningLayout->addWidget(m_bar);
    runningLayout->addStretch();
    m_stack->addWidget(running);
    m_stack->addWidget(makeResult());

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_closeButton);
    buttons->addWidget(m_importButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kHuge, space::kLarge, space::kHuge, space::kLarge);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_titleLabel);
    layout->addWidget(m_metaLabel);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_problemLabel);
    layout->addLayout(buttons);
    connect(m_importButton, &QPushButton::clicked, this, &ImportDialog::start);
    connect(m_closeButton, &QPushButton::clicked, this, [this] {
        if (m_stack->currentIndex() == Running)
            m_progress->isCancelled = true; // the report then says how far it went
        else
            close();
    });
    store::runAsync(this, [path] { return readPreview(path); }, [this](const Result<Preview> &preview) {
        if (preview)
            showPreview(*preview);
        else
            showProblem(preview.error());
        emit previewed();
    });
}

ImportDialog::~ImportDialog()
{
    m_progress->isCancelled = true;
}

QWidget *ImportDialog::makeMapper()
{
    auto *mapper = new QWidget(this);
    auto *fields = new QWidget(mapper);
    fields->setObjectName(u"scrollContents"_s);
    m_fields = new QFormLayout(fields);
    m_fields->setContentsMargins(0, 0, space::kMedium, 0);
    m_fields->setVerticalSpacing(space::kSmall);
    m_fields->setHorizontalSpacing(space::kLarge);
    m_fields->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    auto *scroll = new QScrollArea(mapper);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(fields);
    m_table = new QTableWidget(mapper);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->verticalHeader()->hide();
    m_table->setWordWrap(false);
    m_table->setAccessibleName(tr("First rows of the file"));
    auto *layout = new QVBoxLayout(mapper);
    layout->setContentsMargins(0, space::kSmall, 0, 0);
    layout->setSpacing(space::kMedium);
    layout->addWidget(scroll, 3);
    layout->addWidget(m_table, 2);
    return mapper;
}

QWidget *ImportDialog::makeResult()
{
    auto *result = new QWidget(this);
    m_resultLabel = new QLabel(result);
    m_resultLabel->setWordWrap(true);
    m_resultLabel->setTextFormat(Qt::PlainText);
    m_resultView = new CardView(result);
    m_resultView->setAccessibleName(tr("Lines that were not taken"));
    auto *layout = new QVBoxLayout(result);
    layout->setContentsMargins(0, space::kSmall, 0, 0);
    layout->setSpacing(space::kMedium);
    layout->addWidget(m_resultLabel);
    layout->addWidget(m_resultView, 1);
    return result;
}

// What the file is --------------------------------------------------------------------------------------------------------

Result<ImportDialog::Preview> ImportDialog::readPreview(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error{.kind = ErrorKind::File, .detail = file.errorString(), .place = {.file = path}});
    Preview preview{.format = monitoring::detectFormat(file)};
    file.seek(0);
    if (preview.format == monitoring::FileFormat::Csv) {
        auto csv = networks::previewCsv(file);
        if (!csv)
            return fail(csv.error());
        preview.csv = *std::move(csv);
        return preview;
    }
    constexpr qint64 kLongestLine = 400;
    for (int i = 0; i < kPreviewLines && !file.atEnd(); ++i)
        preview.firstLines += QString::fromUtf8(file.readLine().trimmed().left(kLongestLine));
    return preview;
}

void ImportDialog::showPreview(const Preview &preview)
{
    m_preview = preview;
    if (!preview.csv) {
        m_metaLabel->setText(tr("One post a line. Every field has its name already: there is nothing to choose."));
        m_table->setColumnCount(1);
        m_table->setRowCount(int(preview.firstLines.size()));
        m_table->setHorizontalHeaderLabels({tr("First lines")});
        for (int i = 0; i < preview.firstLines.size(); ++i)
            m_table->setItem(i, 0, new QTableWidgetItem(preview.firstLines.at(i)));
        m_table->horizontalHeader()->setStretchLastSection(true);
        m_importButton->setEnabled(true);
        return;
    }
    const networks::CsvPreview &csv = *preview.csv;
    const bool isKnown = csv.mapping.vendor != u"generic"_s;
    m_metaLabel->setText((isKnown ? tr("A table as %1 exports it.", "%1 is the name of a tool").arg(csv.mapping.vendor)
                                  : tr("A table. Say which column is what; what is not used is kept beside the post."))
                         + u' ' + tr("%1, %n column(s).", "an encoding, a count", int(csv.headers.size())).arg(csv.encoding));
    for (const QString &field : networks::csvFields()) {
        auto *box = new QComboBox(this);
        box->addItem(tr("— not in the file —"), QString());
        for (const QString &header : csv.headers)
            box->addItem(header, header);
        const QStringList mapped = csv.mapping.columns.value(field);
        box->setCurrentIndex(mapped.isEmpty() ? 0 : std::max(0, box->findData(mapped.first())));
        box->setAccessibleName(fieldName(field));
        const bool isRequired = field == u"text"_s || field == u"posted_at"_s;
        auto *label = new QLabel(isRequired ? tr("%1 (needed)").arg(fieldName(field)) : fieldName(field), this);
        if (isRequired)
            setTextRole(label, TextRole::Strong);
        label->setBuddy(box);
        m_fields->addRow(label, box);
        m_fieldBoxes.insert(field, box);
        connect(box, &QComboBox::currentIndexChanged, this, &ImportDialog::checkMapping);
    }
    m_dateOrderBox = new QComboBox(this);
    m_dateOrderBox->addItem(tr("By what the column shows"), int(networks::DateOrder::Unknown));
    m_dateOrderBox->addItem(tr("3 April: the day comes first"), int(networks::DateOrder::DayFirst));
    m_dateOrderBox->addItem(tr("4 March: the month comes first"), int(networks::DateOrder::MonthFirst));
    m_dateOrderBox->setCurrentIndex(m_dateOrderBox->findData(int(csv.mapping.dateOrder)));
    m_dateOrderBox->setAccessibleName(tr("03/04/2026 means"));
    m_fields->addRow(tr("03/04/2026 means"), m_dateOrderBox);
    showRows(csv);
    checkMapping();
}

void ImportDialog::showRows(const networks::CsvPreview &preview)
{
    const int rows = std::min(kPreviewRows, int(preview.firstRows.size()));
    m_table->setColumnCount(int(preview.headers.size()));
    m_table->setHorizontalHeaderLabels(preview.headers);
    m_table->setRowCount(rows);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < std::min(preview.headers.size(), preview.firstRows.at(row).size()); ++column)
            m_table->setItem(row, column, new QTableWidgetItem(preview.firstRows.at(row).at(column)));
    }
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_table->columnCount(); ++column)
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column), qRound(260 * textScale())));
}

void ImportDialog::showProblem(const Error &error)
{
    Error told = error;
    told.detail = networks::rejectText(error.detail, core::Phrasebook(m_desk.workspace().language()));
    if (error.kind == ErrorKind::File)
        told.detail.clear(); // what the system says of it is English
    m_problemLabel->setText(errorText(error).toString() + u' ' + told.toString());
    m_problemLabel->show();
    m_importButton->setEnabled(false);
    m_closeButton->setText(tr("Close"));
}

void ImportDialog::checkMapping()
{
    QStringList missing;
    for (const QString &field : {u"text"_s, u"posted_at"_s}) {
        if (const QComboBox *box = m_fieldBoxes.value(field); box && box->currentData().toString().isEmpty())
            missing += fieldName(field);
    }
    m_importButton->setEnabled(missing.isEmpty());
    m_problemLabel->setVisible(!missing.isEmpty());
    m_problemLabel->setText(tr("Choose the column of: %1").arg(missing.join(u", "_s)));
}

std::optional<networks::CsvMapping> ImportDialog::mapping() const
{
    if (!m_preview.csv)
        return std::nullopt;
    networks::CsvMapping mapping = m_preview.csv->mapping;
    for (auto it = m_fieldBoxes.begin(); it != m_fieldBoxes.end(); ++it) {
        const QString header = it.value()->currentData().toString();
        const QStringList before = mapping.columns.value(it.key());
        if (header.isEmpty())
            mapping.columns.remove(it.key());
        else if (before.isEmpty() || before.first() != header)
            mapping.columns.insert(it.key(), {header}); // where nothing was changed, the columns behind the first count too
    }
    mapping.dateOrder = networks::DateOrder(m_dateOrderBox->currentData().toInt());
    if (mapping != m_preview.csv->mapping)
        mapping.vendor = u"custom"_s;
    return mapping;
}

QString ImportDialog::fieldName(const QString &field)
{
    const QHash<QString, QString> names{{u"id"_s, tr("Identifier")},
                                        {u"url"_s, tr("Address of the post")},
                                        {u"text"_s, tr("Text")},
                                        {u"title"_s, tr("Title")},
                                        {u"posted_at"_s, tr("Date, or date and time")},
                                        {u"time"_s, tr("Time, where it stands apart")},
                                        {u"network_name"_s, tr("Network")},
                                        {u"author_handle"_s, tr("Author's account")},
                                        {u"author_name"_s, tr("Author's name")},
                                        {u"followers"_s, tr("Followers")},
                                        {u"lang"_s, tr("Language")},
                                        {u"in_reply_to"_s, tr("Reply to")},
                                        {u"root"_s, tr("First post of the thread")},
                                        {u"likes"_s, tr("Likes")},
                                        {u"reposts"_s, tr("Reposts")},
                                        {u"replies"_s, tr("Replies")}};
    return names.value(field, field);
}

// The import --------------------------------------------------------------------------------------------------------------

void ImportDialog::start()
{
    m_stack->setCurrentIndex(Running);
    m_importButton->hide();
    m_metaLabel->setText(tr("You may go on working meanwhile. What is stored stays, even when you cancel."));
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &ImportDialog::showProgress);
    timer->start(kProgressPause);
    monitoring::Intake &intake = m_desk.workspace().intake();
    const auto run = [&intake, path = m_path, mapping = mapping(), actor = m_desk.workspace().actor(), progress = m_progress] {
        monitoring::ImportRequest request{.path = path, .mapping = mapping, .actor = actor, .isCancelled = &progress->isCancelled};
        request.progress = [progress](qint64 done, qint64 total) {
            progress->done = done;
            progress->total = total;
        };
        return monitoring::importFile(intake, request);
    };
    store::runAsync(this, run, [this, timer](const Result<monitoring::ImportReport> &report) {
        timer->stop();
        if (report) {
            showReport(*report);
        } else {
            m_stack->setCurrentIndex(Mapper);
            showProblem(report.error());
        }
        emit imported();
    });
}

void ImportDialog::showProgress()
{
    const qint64 total = m_progress->total;
    if (total > 0)
        m_bar->setValue(int(m_progress->done * kBarSteps / total));
}

void ImportDialog::showReport(const monitoring::ImportReport &report)
{
    const core::Format format = m_desk.workspace().format();
    m_stack->setCurrentIndex(Finished);
    m_metaLabel->setText(m_progress->isCancelled ? tr("Cancelled: what was read until then is stored.") : tr("Imported."));
    QStringList parts{tr("%n new post(s)", nullptr, int(report.stored))};
    if (report.duplicate > 0)
        parts += tr("%n known already", nullptr, int(report.duplicate));
    if (report.edited > 0)
        parts += tr("%n changed since", nullptr, int(report.edited));
    if (!report.alerts.empty())
        parts += tr("%n alert(s)", nullptr, int(report.alerts.size()));
    parts += report.rejectedCount > 0 ? tr("%n line(s) were not taken", nullptr, int(report.rejectedCount)) : tr("no line was left out");
    m_resultLabel->setText(parts.join(u" · "_s));
    std::vector<CardRow> rows;
    const core::Phrasebook phrases(format.language());
    for (const networks::Reject &reject : report.rejected)
        rows.push_back({.key = QString::number(rows.size()),
                        .iconName = u"exclamation-circle"_s,
                        .iconToken = Token::Warning,
                        .text = networks::rejectText(reject.reason, phrases),
                        .trailing = tr("line %1").arg(format.number(reject.line))});
    m_resultView->setVisible(!rows.empty());
    m_resultView->cards().setRows(std::move(rows));
    m_closeButton->setText(tr("Close"));
    setButtonKind(m_closeButton, ButtonKind::Primary);
}

} // namespace vigie::gui
