// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/monitoring/filterbar.h"

#include "gui/common/icons.h"
#include "gui/common/queryhelp.h"
#include "gui/monitoring/mentiontexts.h"
#include "monitoring/ui_filterbar.h"
#include "monitoring/watchquery.h"

#include <QAction>
#include <QKeyEvent>

#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;
using vigie::monitoring::Status;

namespace vigie::gui
{

namespace
{

constexpr std::chrono::milliseconds kSearchPause{300};
constexpr int kLongestWatch = 36; // characters of a watch's name, with its arrow
constexpr int kWidestSearch = 420;

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FilterBar>())
    , m_format(core::Language::English, QTimeZone::utc())
{
    m_ui->setupUi(this);
    m_ui->searchLineEdit->addAction(icon(u"search"_s, Token::Muted), QLineEdit::LeadingPosition);
    m_helpAction = m_ui->searchLineEdit->addAction(QIcon(), QLineEdit::TrailingPosition);
    connect(m_helpAction, &QAction::triggered, this, [this] { QueryHelpDialog::showFor(m_format.language(), this); });
    m_ui->searchLineEdit->installEventFilter(this);
    setButtonIcon(m_ui->foldButton, icon(u"layers"_s));
    for (QPushButton *button : {m_ui->newButton, m_ui->waitingButton, m_ui->doneButton, m_ui->allButton})
        setButtonKind(button, ButtonKind::Quiet);
    setButtonKind(m_ui->foldButton, ButtonKind::Quiet);
    setPanel(this, Qt::TopEdge);
    m_filter.status = Status::New;
    m_searchTimer.setSingleShot(true);

    connect(m_ui->searchLineEdit, &QLineEdit::textChanged, this, [this] { m_searchTimer.start(kSearchPause); });
    connect(m_ui->searchLineEdit, &QLineEdit::returnPressed, this, [this] {
        m_searchTimer.stop();
        apply();
        emit listRequested();
    });
    connect(&m_searchTimer, &QTimer::timeout, this, &FilterBar::apply);
    connect(m_ui->watchComboBox, &QComboBox::activated, this, &FilterBar::apply);
    connect(m_ui->tonalityComboBox, &QComboBox::activated, this, &FilterBar::apply);
    connect(m_ui->foldButton, &QPushButton::toggled, this, &FilterBar::apply);
    for (const auto &[button, status] : {std::pair<QPushButton *, std::optional<Status>>{m_ui->newButton, Status::New},
                                         {m_ui->waitingButton, Status::Waiting},
                                         {m_ui->doneButton, Status::Done},
                                         {m_ui->allButton, std::nullopt}}) {
        connect(button, &QPushButton::clicked, this, [this, chosen = status] { setStatus(chosen); });
    }
    retranslate();
}

FilterBar::~FilterBar() = default;

void FilterBar::setWatches(const std::vector<monitoring::Watch> &watches)
{
    QComboBox *box = m_ui->watchComboBox;
    const QVariant chosen = box->currentData();
    box->clear();
    box->addItem(tr("All mentions"), qint64(0));
    for (const monitoring::Watch &watch : watches)
        box->addItem(watch.name, watch.id.value);
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
    fold();
    apply();
}

void FilterBar::setCounts(const monitoring::StatusCounts &counts)
{
    m_counts = counts;
    showCounts();
}

void FilterBar::setFormat(const core::Format &format)
{
    m_format = format;
    showCounts();
}

void FilterBar::setSpan(const std::optional<TimeSpan> &span)
{
    m_filter.from = span ? std::optional(span->from) : std::nullopt;
    m_filter.to = span ? std::optional(span->to) : std::nullopt;
    emit filterChanged(m_filter);
}

void FilterBar::setStatus(std::optional<Status> status)
{
    QPushButton *button = m_ui->allButton;
    if (status)
        button = *status == Status::New ? m_ui->newButton : *status == Status::Waiting ? m_ui->waitingButton : m_ui->doneButton;
    button->setChecked(true);
    showCounts();
    if (m_filter.status == status)
        return;
    m_filter.status = status;
    emit filterChanged(m_filter);
}

void FilterBar::clear()
{
    m_ui->searchLineEdit->clear();
    m_searchTimer.stop();
    m_ui->watchComboBox->setCurrentIndex(0);
    m_ui->tonalityComboBox->setCurrentIndex(0);
    m_ui->foldButton->setChecked(false);
    apply();
}

void FilterBar::focusSearch()
{
    m_ui->searchLineEdit->setFocus(Qt::ShortcutFocusReason);
    m_ui->searchLineEdit->selectAll();
}

void FilterBar::showProblem()
{
    const QString text = m_ui->searchLineEdit->text().trimmed();
    const auto problem = text.isEmpty() ? std::nullopt : monitoring::WatchQuery::problemIn(text);
    const bool isWrong = problem.has_value();
    m_helpAction->setIcon(icon(isWrong ? u"exclamation-circle"_s : u"question-circle"_s, isWrong ? Token::Warning : Token::Muted));
    //: The text of a search cannot be understood: %1 is the number of the character, %2 says what was expected there
    const QString said = isWrong ? tr("The plain words are looked for. At character %1: %2")
                                       .arg(problem->start + 1)
                                       .arg(problem->message(core::Phrasebook(m_format.language())))
                                 : QString();
    m_helpAction->setText(isWrong ? said : tr("What can be searched for"));
    m_ui->searchLineEdit->setAccessibleDescription(said);
}

void FilterBar::apply()
{
    showProblem();
    monitoring::MentionFilter filter = m_filter;
    filter.text = m_ui->searchLineEdit->text().trimmed();
    filter.watch = core::WatchId{m_ui->watchComboBox->currentData().toLongLong()};
    const QVariant tonality = m_ui->tonalityComboBox->currentData();
    filter.tonality = tonality.isValid() && tonality.toInt() >= 0 ? std::optional(analysis::Tonality(tonality.toInt())) : std::nullopt;
    filter.collapsesGroups = m_ui->foldButton->isChecked();
    if (filter == m_filter)
        return;
    m_filter = filter;
    emit filterChanged(m_filter);
}

void FilterBar::showCounts()
{
    const std::initializer_list<std::tuple<QPushButton *, QString, qint64>> all{
        {m_ui->newButton, statusName(Status::New), m_counts.isNew},
        {m_ui->waitingButton, statusName(Status::Waiting), m_counts.waiting},
        {m_ui->doneButton, statusName(Status::Done), m_counts.done},
        {m_ui->allButton, tr("All"), m_counts.all()}};
    m_wholeStatusWidth = 0;
    for (const auto &[button, name, count] : all) {
        const QString whole = name + u"  "_s + m_format.number(count);
        button->setText(whole);
        m_wholeStatusWidth += button->sizeHint().width() + space::kSmall;
        button->setText(m_isNarrow && !button->isChecked() ? name : whole);
        button->setAccessibleName(whole);
    }
    fold();
}

void FilterBar::retranslate()
{
    using analysis::Tonality;
    m_ui->retranslateUi(this);
    showProblem();
    const QVariant chosen = m_ui->tonalityComboBox->currentData();
    m_ui->tonalityComboBox->clear();
    m_ui->tonalityComboBox->addItem(tr("Every tone"), -1);
    for (const Tonality tonality : {Tonality::Negative, Tonality::Neutral, Tonality::Positive, Tonality::Undetermined}) {
        m_ui->tonalityComboBox->addItem(icon(tonalityPill(tonality).iconName, tonalityPill(tonality).ink), tonalityName(tonality),
                                        int(tonality));
    }
    m_ui->tonalityComboBox->setCurrentIndex(std::max(0, m_ui->tonalityComboBox->findData(chosen)));
    if (m_ui->watchComboBox->count() == 0)
        m_ui->watchComboBox->addItem(QString(), qint64(0));
    m_ui->watchComboBox->setItemText(0, tr("All mentions"));
    showCounts();
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
}

// The boxes are as wide as their longest line, so that none is cut; only a very long name of a watch is.
void FilterBar::fold()
{
    m_ui->watchComboBox->setMaximumWidth(fontMetrics().averageCharWidth() * kLongestWatch);
    int fields = m_ui->searchLineEdit->minimumWidth();
    for (const QWidget *const choice : {static_cast<QWidget *>(m_ui->watchComboBox), static_cast<QWidget *>(m_ui->tonalityComboBox),
                                        static_cast<QWidget *>(m_ui->foldButton)})
        fields += space::kSmall + std::min(choice->sizeHint().width(), choice->maximumWidth());
    const int room = width() - 2 * space::kLarge;
    m_ui->barLayout->setDirection(room < fields + m_wholeStatusWidth + 2 * space::kSmall ? QBoxLayout::TopToBottom
                                                                                        : QBoxLayout::LeftToRight);
    const bool isNarrow = room < std::max(fields, m_wholeStatusWidth);
    if (std::exchange(m_isNarrow, isNarrow) == isNarrow)
        return;
    // The boxes on a line of their own, and only the list that is shown says how long it is.
    m_ui->fieldsLayout->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    (isNarrow ? m_ui->searchLayout : m_ui->choiceLayout)->addWidget(m_ui->foldButton);
    const int side = isNarrow ? space::kSmall : space::kLarge;
    m_ui->barLayout->setContentsMargins(side, space::kSmall, side, space::kSmall);
    m_ui->searchLineEdit->setMaximumWidth(isNarrow ? QWIDGETSIZE_MAX : kWidestSearch);
    showCounts();
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->searchLineEdit && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            m_ui->searchLineEdit->clear();
            apply();
            emit listRequested();
            return true;
        }
        if (key->key() == Qt::Key_Down) {
            emit listRequested();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace vigie::gui
