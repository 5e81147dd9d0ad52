// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/drill/scenariopanel.h"

#include "gui/common/cardlist.h"
#include "gui/drill/drillwords.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

constexpr std::array<int, 4> kSpeeds = {1, 10, 60, 300};
constexpr int kUsualSpeed = 60;
constexpr int kTextWidth = 680; // a line that the eye does not lose
constexpr std::size_t kShownProblems = 200;

QLabel *makeText(TextRole role, QWidget *parent)
{
    auto *label = new QLabel(parent);
    setTextRole(label, role);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

CardRow problemRow(int number, const QString &where, const QString &reason)
{
    return {.key = QString::number(number),
            .iconName = u"exclamation-circle"_s,
            .iconToken = Token::Warning,
            .text = reason,
            .meta = where};
}

} // namespace

ScenarioPanel::ScenarioPanel(QWidget *parent)
    : QWidget(parent)
    , m_titleLabel(makeText(TextRole::Title, this))
    , m_metaLabel(makeText(TextRole::Muted, this))
    , m_summaryLabel(makeText(TextRole::Body, this))
    , m_options(new QWidget(this))
    , m_speedLabel(makeText(TextRole::Strong, m_options))
    , m_speedGroup(new QButtonGroup(this))
    , m_skipBox(new QCheckBox(m_options))
    , m_skipHint(makeText(TextRole::SmallMuted, m_options))
    , m_safeLabel(makeText(TextRole::Muted, m_options))
    , m_problemLabel(makeText(TextRole::Strong, this))
    , m_problemView(new CardView(this))
{
    auto *speeds = new QHBoxLayout;
    speeds->setSpacing(space::kSmall);
    for (const int speed : kSpeeds) {
        auto *button = new QPushButton(m_options);
        button->setCheckable(true);
        button->setChecked(speed == kUsualSpeed);
        m_speedGroup->addButton(button, speed);
        speeds->addWidget(button);
    }
    speeds->addStretch();
    m_skipBox->setChecked(true);
    m_problemView->setFitsContents(true);

    auto *options = new QVBoxLayout(m_options);
    options->setContentsMargins(0, space::kLarge, 0, 0);
    options->setSpacing(space::kSmall);
    options->addWidget(m_speedLabel);
    options->addLayout(speeds);
    options->addSpacing(space::kSmall);
    options->addWidget(m_skipBox);
    options->addWidget(m_skipHint);
    options->addSpacing(space::kLarge);
    options->addWidget(m_safeLabel);

    auto *contents = new QWidget(this);
    contents->setObjectName(u"scrollContents"_s);
    contents->setMaximumWidth(qRound((kTextWidth + 2 * space::kHuge) * textScale()));
    auto *column = new QVBoxLayout(contents);
    column->setContentsMargins(space::kHuge, space::kHuge, space::kHuge, space::kHuge);
    column->setSpacing(space::kSmall);
    column->addWidget(m_titleLabel);
    column->addWidget(m_metaLabel);
    column->addSpacing(space::kSmall);
    column->addWidget(m_summaryLabel);
    column->addWidget(m_options);
    column->addSpacing(space::kLarge);
    column->addWidget(m_problemLabel);
    column->addWidget(m_problemView);
    column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(contents);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

double ScenarioPanel::speed() const
{
    return m_speedGroup->checkedId();
}

bool ScenarioPanel::skipsQuietPart() const
{
    return m_skipBox->isChecked() && m_skipBox->isEnabled();
}

void ScenarioPanel::showSummary(const drill::ScenarioSummary &summary)
{
    m_titleLabel->setText(summary.title);
    m_metaLabel->setText(QStringList{DrillWords::languageName(summary.language), summary.brand}.join(u" · "_s));
    m_summaryLabel->setText(summary.summary);
    m_options->show();
    m_problemLabel->hide();
    m_problemView->hide();
}

void ScenarioPanel::showScenario(const drill::Scenario &scenario, const core::Format &format)
{
    QStringList meta{DrillWords::languageName(scenario.language)};
    if (!scenario.brand.isEmpty())
        meta += scenario.brand;
    meta += tr("%n post(s)", nullptr, int(scenario.posts.size()));
    meta += tr("over %1", "%1 is a duration").arg(format.duration(scenario.end() - scenario.begin()));
    if (!scenario.injects.empty())
        meta += tr("%n inject(s)", "of a drill", int(scenario.injects.size()));
    m_titleLabel->setText(scenario.title);
    m_metaLabel->setText(meta.join(u" · "_s));
    m_summaryLabel->setText(scenario.summary.isEmpty()
                                ? tr("A file of posts: they come back in their order, at the pace you choose. It sets no targets.")
                                : scenario.summary);
    m_options->show();
    m_skipBox->setEnabled(scenario.eventBeginsAt.has_value());
    m_problemLabel->setVisible(!scenario.rejects.empty());
    m_problemView->setVisible(!scenario.rejects.empty());
    m_problemLabel->setText(tr("%n line(s) were left out", nullptr, int(scenario.rejects.size())));
    std::vector<CardRow> rows;
    for (const networks::Reject &reject : scenario.rejects) {
        if (rows.size() < kShownProblems)
            rows.push_back(problemRow(int(rows.size()), tr("Line %1").arg(format.number(reject.line)), reject.reason));
    }
    m_problemView->cards().setRows(std::move(rows));
}

void ScenarioPanel::showError(const QString &path, const Error &error)
{
    m_titleLabel->setText(QFileInfo(path).fileName());
    m_metaLabel->setText(tr("This file cannot be played"));
    m_summaryLabel->setText(tr("A drill needs a file with one post a line (NDJSON), each with its time and its text. Nothing was "
                               "changed: mend the file and open it again."));
    m_options->hide();
    m_problemLabel->show();
    m_problemLabel->setText(tr("What is wrong"));
    const QString where = error.place.line > 0
                              ? tr("%1, line %2").arg(error.place.file.isEmpty() ? path : error.place.file).arg(error.place.line)
                              : path;
    m_problemView->show();
    m_problemView->cards().setRows({problemRow(0, where, error.detail)});
}

void ScenarioPanel::retranslate()
{
    m_speedLabel->setText(tr("Pace"));
    for (QAbstractButton *button : m_speedGroup->buttons()) {
        const int speed = m_speedGroup->id(button);
        button->setText(DrillWords::speedName(speed));
        button->setToolTip(speed == 1     ? tr("An hour of the scenario takes an hour")
                           : speed == 60  ? tr("An hour of the scenario takes a minute")
                           : speed == 10  ? tr("An hour of the scenario takes six minutes")
                                          : tr("An hour of the scenario takes twelve seconds"));
    }
    m_skipBox->setText(tr("Start shortly before the event"));
    m_skipHint->setText(tr("The quiet day before it is played at once, so that Vigie knows what is usual."));
    m_safeLabel->setText(tr("Nothing leaves this desk while the exercise is open, and nothing of it enters your figures. Every page "
                            "shows the exercise until you leave it."));
    m_problemView->setAccessibleName(tr("What is wrong with the file"));
}

} // namespace vigie::gui
