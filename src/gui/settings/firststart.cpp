// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/firststart.h"

#include "drill/drillrepository.h"
#include "gui/monitoring/importdialog.h"
#include "gui/shell/theme.h"
#include "incident/incidentrepository.h"
#include "monitoring/mentionrepository.h"
#include "monitoring/sourcerepository.h"
#include "monitoring/sourceservice.h"
#include "monitoring/watchquery.h"
#include "monitoring/watchrepository.h"
#include "monitoring/watchservice.h"
#include "networks/capabilities.h"
#include "playbook/personservice.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

constexpr int kWidth = 640;
constexpr int kHeight = 460;
constexpr double kShareOfScreen = 0.9;
constexpr int kStepCount = 3;
constexpr int kIndent = 24; // what belongs to a choice stands below its words

} // namespace

FirstStart::FirstStart(Desk &desk, std::function<void()> playSample, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_playSample(std::move(playSample)), m_stack(new QStackedWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Set up the desk"));
    const QSize wanted(qRound(kWidth * textScale()), qRound(kHeight * textScale()));
    resize(wanted.boundedTo(screen()->availableGeometry().size() * kShareOfScreen));
    auto *steps = new QHBoxLayout;
    steps->setSpacing(space::kHuge);
    for (const QString &name : {tr("1  Your brand"), tr("2  Where to listen"), tr("3  You")}) {
        m_stepLabels += new QLabel(name, this);
        steps->addWidget(m_stepLabels.last());
    }
    steps->addStretch();
    m_stack->addWidget(makeBrandStep());
    m_stack->addWidget(makeSourceStep());
    m_stack->addWidget(makePersonStep());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kVast, space::kHuge, space::kVast, space::kHuge);
    layout->setSpacing(space::kHuge);
    layout->addLayout(steps);
    // For a small screen and for text at 200 %.
    auto *scroll = new QScrollArea(this);
    m_stack->setObjectName(u"scrollContents"_s);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_stack);
    layout->addWidget(scroll, 1);
    layout->addWidget(makeFoot());
    showStep(0);
    store::readAsync(
        desk.workspace().database(), this,
        [language = desk.workspace().language()](const store::Connection &connection) { return readDirectory(connection, language); },
        [this](const Result<Directory> &directory) {
            if (!directory)
                return m_desk.showError(tr("Could not read the roles of the plans."), directory.error());
            for (const KnownRole &role : directory->roles)
                m_roleBox->addItem(role.title, role.key);
            emit rolesRead();
        });
}

// The steps ---------------------------------------------------------------------------------------------------------------

QVBoxLayout *FirstStart::makeStep(QWidget *step, const QString &title, const QString &text)
{
    auto *layout = new QVBoxLayout(step);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kTiny);
    auto *titleLabel = new QLabel(title, step);
    setTextRole(titleLabel, TextRole::Title);
    auto *textLabel = new QLabel(text, step);
    setTextRole(textLabel, TextRole::Muted);
    textLabel->setWordWrap(true);
    layout->addWidget(titleLabel);
    layout->addWidget(textLabel);
    layout->addSpacing(space::kMedium);
    return layout;
}

void FirstStart::addField(QVBoxLayout *layout, const QString &label, QWidget *field, const QString &hint)
{
    auto *caption = new QLabel(label, field->parentWidget());
    setTextRole(caption, TextRole::Strong);
    caption->setBuddy(field);
    field->setAccessibleName(QString(label).remove(u'&'));
    field->setAccessibleDescription(hint);
    layout->addSpacing(space::kSmall);
    layout->addWidget(caption);
    layout->addWidget(field);
    if (hint.isEmpty())
        return;
    auto *below = new QLabel(hint, field->parentWidget());
    setTextRole(below, TextRole::SmallMuted);
    below->setWordWrap(true);
    layout->addWidget(below);
}

QWidget *FirstStart::makeBrandStep()
{
    auto *step = new QWidget(this);
    auto *layout = makeStep(step, tr("Whom does this desk look after?"),
                            tr("Vigie counts what is said with these words, learns what is usual, and wakes you when it is not."));
    m_brandEdit = new QLineEdit(m_desk.workspace().profile().brand, step);
    m_wordsEdit = new QPlainTextEdit(step);
    m_wordsEdit->setTabChangesFocus(true);
    m_wordsEdit->setFixedHeight(m_wordsEdit->fontMetrics().lineSpacing() * 4 + 2 * space::kMedium);
    addField(layout, tr("&Brand"), m_brandEdit, tr("As it stands in your answers."));
    addField(layout, tr("&Words to watch"), m_wordsEdit,
             tr("One a line: the brand, its products, how people misspell them. Capitals and accents do not matter."));
    layout->addStretch();
    connect(m_brandEdit, &QLineEdit::textEdited, this, [this, last = QString()](const QString &brand) mutable {
        // The brand is the first word to watch, until somebody writes another.
        if (m_wordsEdit->toPlainText() == last) {
            m_wordsEdit->setPlainText(brand);
            m_wordsEdit->moveCursor(QTextCursor::End);
        }
        last = brand;
    });
    connect(m_wordsEdit, &QPlainTextEdit::textChanged, this, &FirstStart::check);
    return step;
}

QWidget *FirstStart::makeSourceStep()
{
    auto *step = new QWidget(this);
    auto *layout = makeStep(step, tr("Where do people talk about it?"),
                            tr("One place is enough to begin with. More are added in Settings, as many as you like."));
    m_fromGroup = new QButtonGroup(this);
    const auto choice = [&](From from, const QString &text) {
        auto *button = new QRadioButton(text, step);
        m_fromGroup->addButton(button, int(from));
        layout->addSpacing(space::kSmall);
        layout->addWidget(button);
        return button;
    };
    const auto below = [&](QWidget *field) {
        auto *row = new QHBoxLayout;
        row->setContentsMargins(kIndent, 0, 0, 0);
        row->addWidget(field);
        if (qobject_cast<QPushButton *>(field))
            row->addStretch();
        layout->addLayout(row);
    };
    choice(From::Feed, tr("A &feed of a network, a forum or the press (RSS, Atom, JSON)"))->setChecked(true);
    m_feedEdit = new QLineEdit(step);
    m_feedEdit->setPlaceholderText(u"https://"_s);
    m_feedEdit->setAccessibleName(tr("Address of the feed"));
    below(m_feedEdit);
    choice(From::File, tr("A file of &posts: an export of your monitoring tool (CSV, NDJSON)"));
    m_fileButton = new QPushButton(tr("Choose the file…"), step);
    below(m_fileButton);
    choice(From::Sample, tr("The &sample crisis of an invented brand, as an exercise"));
    choice(From::Nowhere, tr("&Later"));
    layout->addStretch();
    connect(m_fromGroup, &QButtonGroup::idToggled, this, &FirstStart::check);
    connect(m_feedEdit, &QLineEdit::textEdited, this, [this] {
        m_fromGroup->button(int(From::Feed))->setChecked(true);
        check();
    });
    connect(m_fileButton, &QPushButton::clicked, this, &FirstStart::chooseFile);
    return step;
}

QWidget *FirstStart::makePersonStep()
{
    auto *step = new QWidget(this);
    auto *layout = makeStep(step, tr("Who sits at this desk?"),
                            tr("Your name stands beside everything you do here. Your role decides which tasks of a crisis are yours."));
    m_nameEdit = new QLineEdit(m_desk.workspace().profile().operatorName, step);
    m_roleBox = new QComboBox(step);
    m_roleBox->addItem(tr("No role yet"), QString());
    addField(layout, tr("Your &name"), m_nameEdit, {});
    addField(layout, tr("Your &role"), m_roleBox, tr("From the plans that come with Vigie. It can be changed at any time."));
    layout->addStretch();
    connect(m_nameEdit, &QLineEdit::textChanged, this, &FirstStart::check);
    return step;
}

QWidget *FirstStart::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *skipButton = new QPushButton(tr("Skip"), foot);
    skipButton->setToolTip(tr("Begin with an empty desk; everything is in Settings"));
    auto *drillButton = new QPushButton(tr("Try the drill"), foot);
    drillButton->setToolTip(tr("See a crisis arrive, with an invented brand; nothing is sent"));
    m_backButton = new QPushButton(tr("Back"), foot);
    m_nextButton = new QPushButton(foot);
    for (QPushButton *button : {skipButton, drillButton})
        setButtonKind(button, ButtonKind::Quiet);
    setButtonKind(m_nextButton, ButtonKind::Primary);
    m_nextButton->setDefault(true);
    for (QPushButton *button : {skipButton, drillButton, m_backButton})
        button->setAutoDefault(false);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kSmall);
    row->addWidget(skipButton);
    row->addWidget(drillButton);
    row->addStretch();
    row->addWidget(m_backButton);
    row->addWidget(m_nextButton);
    connect(skipButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(drillButton, &QPushButton::clicked, this, [this] {
        accept();
        m_playSample();
    });
    connect(m_backButton, &QPushButton::clicked, this, [this] { showStep(m_stack->currentIndex() - 1); });
    connect(m_nextButton, &QPushButton::clicked, this, &FirstStart::goOn);
    return foot;
}

// Going through -----------------------------------------------------------------------------------------------------------

void FirstStart::showStep(int step)
{
    m_stack->setCurrentIndex(step);
    for (int i = 0; i < kStepCount; ++i)
        setTextRole(m_stepLabels.at(i), i == step ? TextRole::Strong : TextRole::Muted);
    m_backButton->setVisible(step > 0);
    m_nextButton->setText(step + 1 < kStepCount ? tr("Continue") : tr("Set up the desk"));
    const std::array<QWidget *, kStepCount> first = {m_brandEdit, m_feedEdit, m_nameEdit};
    first[std::size_t(step)]->setFocus();
    check();
}

FirstStart::From FirstStart::from() const
{
    return From(m_fromGroup->checkedId());
}

void FirstStart::check()
{
    bool isComplete = m_waiting == 0;
    if (m_stack->currentIndex() == 0) {
        const QString query = queryFor(m_wordsEdit->toPlainText());
        isComplete = isComplete && (query.isEmpty() || monitoring::WatchQuery::parse(query));
    } else if (m_stack->currentIndex() == 1) {
        isComplete = isComplete && (from() != From::Feed || networks::postUrlIsOpenable(m_feedEdit->text().trimmed()))
                     && (from() != From::File || !m_path.isEmpty());
    } else {
        isComplete = isComplete && !m_nameEdit->text().trimmed().isEmpty();
    }
    m_nextButton->setEnabled(isComplete);
}

void FirstStart::chooseFile()
{
    m_askForFile(this,
                 {.title = tr("Import a file of posts"), .filter = tr("Posts (*.csv *.tsv *.txt *.ndjson *.jsonl);;All files (*)")},
                 [this](const QString &path) {
                     m_path = path;
                     m_fileButton->setText(QFileInfo(path).fileName());
                     m_fromGroup->button(int(From::File))->setChecked(true);
                     check();
                 });
}

void FirstStart::goOn()
{
    if (m_stack->currentIndex() + 1 < kStepCount)
        showStep(m_stack->currentIndex() + 1);
    else
        finish();
}

QString FirstStart::queryFor(const QString &words)
{
    static const QRegularExpression between(u"[\\n,;]+"_s);
    static const QRegularExpression plain(u"^[#@]?[\\p{L}\\p{N}]+\\*?$"_s);
    QStringList terms;
    for (const QString &part : words.split(between)) {
        const QString term = QString(part).remove(u'"').simplified();
        // What could be read as an operator or a field stands in quotes, as a phrase does.
        const bool isOperator = term == u"AND" || term == u"OR" || term == u"NOT";
        if (!term.isEmpty())
            terms += plain.match(term).hasMatch() && !isOperator ? term : u'"' + term + u'"';
    }
    terms.removeDuplicates();
    return terms.join(u" OR "_s);
}

Result<bool> FirstStart::isForThis(const store::Connection &connection)
{
    const auto watches = monitoring::WatchRepository::list(connection, {});
    if (!watches)
        return fail(watches.error());
    const auto sources = monitoring::SourceRepository::list(connection);
    if (!sources)
        return fail(sources.error());
    const auto crises = incident::IncidentRepository::count(connection, {}, incident::Which::All);
    if (!crises)
        return fail(crises.error());
    const auto exercises = drill::DrillRepository::list(connection, 1);
    if (!exercises)
        return fail(exercises.error());
    const auto mentions = monitoring::MentionRepository::page(connection, {}, {}, std::nullopt, 1);
    if (!mentions)
        return fail(mentions.error());
    return watches->empty() && sources->empty() && *crises == 0 && exercises->empty() && mentions->empty();
}

// What was typed ----------------------------------------------------------------------------------------------------------

template <typename T>
void FirstStart::keep(const QFuture<Result<T>> &future, const QString &attempt)
{
    ++m_waiting;
    store::whenDone(future, this, [this, attempt](const Result<T> &kept) {
        if (!kept)
            m_desk.showError(attempt, kept.error());
        if (--m_waiting > 0)
            return;
        if (kept)
            m_desk.showToast(tr("The desk is set up. Everything can be changed in Settings."));
        emit settled();
        accept();
    });
}

void FirstStart::addWatch()
{
    const QString query = queryFor(m_wordsEdit->toPlainText());
    if (query.isEmpty())
        return;
    const QString brand = m_brandEdit->text().trimmed();
    workspace::Workspace &workspace = m_desk.workspace();
    keep(workspace.watches().add(workspace.actor(), {.name = brand.isEmpty() ? tr("Our words") : brand, .query = query}),
         tr("Could not add the watch."));
}

void FirstStart::addSource()
{
    if (from() != From::Feed)
        return;
    const QUrl url(m_feedEdit->text().trimmed());
    workspace::Workspace &workspace = m_desk.workspace();
    keep(workspace.sources().add(workspace.actor(), {.name = url.host(), .url = url.toString()}), tr("Could not add the feed."));
}

void FirstStart::addPerson()
{
    playbook::Person person{.name = m_nameEdit->text().trimmed()};
    if (const QString role = m_roleBox->currentData().toString(); !role.isEmpty())
        person.roles = {role};
    workspace::Workspace &workspace = m_desk.workspace();
    keep(workspace.people().add(workspace.actor(), person), tr("Could not add you to the directory."));
}

void FirstStart::finish()
{
    workspace::Workspace &workspace = m_desk.workspace();
    workspace::DeskProfile profile = workspace.profile();
    profile.brand = m_brandEdit->text().trimmed();
    profile.operatorName = m_nameEdit->text().trimmed();
    workspace.setProfile(profile);
    // Last comes what outlives this dialog.
    if (from() == From::Sample)
        connect(this, &FirstStart::settled, this, [play = m_playSample] { play(); });
    if (from() == From::File) {
        connect(this, &FirstStart::settled, this,
                [&desk = m_desk, path = m_path, window = parentWidget()] { (new ImportDialog(desk, path, window))->open(); });
    }
    ++m_waiting; // until all are asked
    addWatch();
    addSource();
    addPerson();
    --m_waiting;
    check();
}

} // namespace vigie::gui
