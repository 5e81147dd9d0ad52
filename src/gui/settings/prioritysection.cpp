// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/prioritysection.h"

#include "gui/common/widgets.h"
#include "gui/monitoring/mentiontexts.h"
#include "monitoring/mention.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using vigie::monitoring::Mention;
using vigie::monitoring::PriorityWeights;

namespace vigie::gui
{

namespace
{

constexpr int kFormWidth = 640;
constexpr int kMost = 100;

constexpr std::array<double PriorityWeights::*, 6> kWeights{&PriorityWeights::tone,     &PriorityWeights::risk,
                                                            &PriorityWeights::reach,    &PriorityWeights::speed,
                                                            &PriorityWeights::question, &PriorityWeights::waiting};

/// Invented mentions that differ in what weighs in them.
std::array<Mention, 3> exampleMentions(core::Instant now)
{
    using analysis::Risk;
    using std::chrono::minutes;
    Mention burnt{.tonality = analysis::Tonality::Negative, .negativity = 0.85, .risks = Risk::PhysicalSafety, .postedAt = now - minutes(90)};
    burnt.author.followers = 240;
    burnt.likes = 6;
    Mention loud{.tonality = analysis::Tonality::Negative, .negativity = 0.7, .risks = Risk::CallToAction, .groupSize = 60, .postedAt = now - minutes(40)};
    loud.author.followers = 250'000;
    loud.reposts = 400;
    Mention question{.tonality = analysis::Tonality::Neutral, .negativity = 0.3, .risks = Risk::QuestionToUs, .postedAt = now - minutes(600)};
    question.author.followers = 80;
    return {burnt, loud, question};
}

} // namespace

PrioritySection::PrioritySection(Desk &desk, QWidget *parent)
    : SettingsSection(desk, parent)
    , m_saveAction(makeAction(u"save"_s, [this] { save(); }))
    , m_resetAction(makeAction(u"arrow-counterclockwise"_s, [this] { show(PriorityWeights()); }))
    , m_introduction(new QLabel(this))
    , m_examplesTitle(new QLabel(this))
    , m_examplesHint(new QLabel(this))
    , m_examples(new CardView(this))
{
    auto *contents = new QWidget(this);
    contents->setObjectName(u"scrollContents"_s);
    contents->setMaximumWidth(qRound((kFormWidth + 2 * space::kHuge) * textScale()));
    auto *form = new QVBoxLayout(contents);
    form->setContentsMargins(space::kHuge, space::kLarge, space::kHuge, space::kHuge);
    form->setSpacing(space::kTiny);
    setTextRole(m_introduction, TextRole::Muted);
    setTextRole(m_examplesTitle, TextRole::Large);
    setTextRole(m_examplesHint, TextRole::SmallMuted);
    for (QLabel *label : {m_introduction, m_examplesHint})
        label->setWordWrap(true);
    form->addWidget(m_introduction);
    addFields(form);
    form->addSpacing(space::kHuge);
    form->addWidget(m_examplesTitle);
    form->addWidget(m_examplesHint);
    m_examples->setFitsContents(true);
    form->addWidget(m_examples);
    form->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(contents);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    m_saveAction->setShortcut(QKeySequence::Save);
    m_saveAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_saveAction);
    m_saveAction->setEnabled(false);
    m_resetAction->setEnabled(false);
}

void PrioritySection::addFields(QVBoxLayout *form)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::kHuge);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (Field &field : m_fields) {
        field = {new QSpinBox(this), new QLabel(this), new QLabel(this)};
        field.box->setRange(0, kMost);
        field.box->setButtonSymbols(QAbstractSpinBox::NoButtons);
        field.caption->setBuddy(field.box);
        field.hint->setWordWrap(true);
        setTextRole(field.caption, TextRole::Strong);
        setTextRole(field.hint, TextRole::SmallMuted);
        grid->setRowMinimumHeight(row++, space::kMedium);
        grid->addWidget(field.caption, row, 0);
        grid->addWidget(field.box, row, 1, 2, 1, Qt::AlignVCenter);
        grid->addWidget(field.hint, row + 1, 0);
        row += 2;
        connect(field.box, &QSpinBox::valueChanged, this, &PrioritySection::check);
    }
    form->addLayout(grid);
}

void PrioritySection::load()
{
    store::readAsync(
        workspace().database(), this, [](const store::Connection &connection) { return PriorityWeights::read(connection); },
        [this](const Result<PriorityWeights> &weights) {
            if (!weights)
                return desk().showError(tr("Could not read the settings."), weights.error());
            const bool keepsTyping = m_isLoaded && typed() != m_stored;
            m_stored = *weights;
            m_isLoaded = true;
            if (!keepsTyping)
                show(m_stored);
            check();
            emit loaded();
        });
}

void PrioritySection::show(const PriorityWeights &weights)
{
    for (std::size_t i = 0; i < m_fields.size(); ++i)
        m_fields[i].box->setValue(int(std::lround(weights.*kWeights[i])));
}

PriorityWeights PrioritySection::typed() const
{
    PriorityWeights weights = m_stored;
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        // What a file has set to a fraction stays one until somebody types another number.
        if (m_fields[i].box->value() != std::lround(weights.*kWeights[i]))
            weights.*kWeights[i] = m_fields[i].box->value();
    }
    return weights;
}

void PrioritySection::check()
{
    const bool canWrite = m_isLoaded && !workspace().isReadOnly();
    m_saveAction->setEnabled(canWrite && typed() != m_stored);
    m_resetAction->setEnabled(canWrite && typed() != PriorityWeights());
    showExamples();
}

void PrioritySection::showExamples()
{
    const std::array<QString, 3> texts{tr("“The charger caught fire, my daughter has burnt her hand.” 240 followers, 6 likes, waiting for 90 min"),
                                       tr("“Enough. Let us all send theirs back.” 250,000 followers, 400 reposts, 59 copies, waiting for 40 min"),
                                       tr("“Does the old cable fit the new model?” 80 followers, waiting for 10 h")};
    const core::Instant now = workspace().clock().now();
    const core::Format format = workspace().format();
    const std::array<Mention, 3> mentions = exampleMentions(now);
    const PriorityWeights weights = typed();
    struct Ranked {
        int priority;
        CardRow row;
    };
    std::vector<Ranked> ranked;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        const int priority = monitoring::priorityOf(monitoring::priorityInput(mentions[i], now), weights);
        const int before = monitoring::priorityOf(monitoring::priorityInput(mentions[i], now), m_stored);
        //: A priority with these weights, and (%2) with those that are saved
        const QString trailing = priority == before ? format.number(priority) : tr("%1 (now %2)").arg(format.number(priority), format.number(before));
        ranked.push_back({priority,
                          {.key = QString::number(i),
                           .id = qint64(i),
                           .iconName = tonalityPill(mentions[i].tonality).iconName,
                           .iconToken = tonalityPill(mentions[i].tonality).ink,
                           .text = texts[i],
                           .meta = priorityReason(mentions[i], now, weights, format),
                           .metaLines = 2,
                           .trailing = trailing}});
    }
    std::ranges::stable_sort(ranked, std::ranges::greater(), &Ranked::priority);
    std::vector<CardRow> rows;
    for (Ranked &each : ranked)
        rows.push_back(std::move(each.row));
    m_examples->cards().setRows(std::move(rows));
}

void PrioritySection::save()
{
    const PriorityWeights weights = typed();
    m_stored = weights;
    finish(workspace().database().submit(workspace().actor(), [weights](store::Transaction &transaction) { return weights.write(transaction); }),
           tr("Saved. What comes in from now on is weighed like this."), tr("Could not save the settings."));
    check();
}

void PrioritySection::setField(std::size_t index, const QString &caption, const QString &hint)
{
    const Field &field = m_fields.at(index);
    field.caption->setText(caption);
    field.hint->setText(hint);
    //: After a number: how much a factor can add to a priority
    field.box->setSuffix(tr(" points"));
    field.box->setAccessibleName(caption);
    field.box->setAccessibleDescription(hint);
}

void PrioritySection::retranslate()
{
    m_saveAction->setText(tr("Save"));
    m_resetAction->setText(tr("Usual weights"));
    m_introduction->setText(tr("The priority says which mention a person should look at first. Each factor adds points, up to the weight it has "
                               "here; the sum is at most 100. Every mention shows its own."));
    setField(0, tr("Tone"), tr("How negative the words are; nothing for a neutral or positive mention."));
    setField(1, tr("Risk"), tr("The gravest risk topic, from people in danger down to somebody named; a little for each further one."));
    setField(2, tr("Reach"), tr("Followers and reactions, by powers of ten; all of it at a million."));
    setField(3, tr("Speed"), tr("Copies and reactions an hour, by powers of ten; all of it at a thousand."));
    setField(4, tr("Question"), tr("It asks you something."));
    setField(5, tr("Waiting"), tr("How long nobody has dealt with it; all of it after twelve hours."));
    m_examplesTitle->setText(tr("What it does to three examples"));
    m_examplesHint->setText(tr("Invented mentions, in the order in which they would be looked at."));
    m_examples->setAccessibleName(tr("Examples"));
    showExamples();
}

} // namespace vigie::gui
