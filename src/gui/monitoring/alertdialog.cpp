// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/monitoring/alertdialog.h"

#include "core/text.h"
#include "gui/common/cardlist.h"
#include "gui/common/icons.h"
#include "gui/common/textlabel.h"
#include "gui/common/widgets.h"
#include "gui/monitoring/alerttexts.h"
#include "gui/monitoring/mentiontexts.h"
#include "monitoring/alertrepository.h"
#include "monitoring/mentionrepository.h"
#include "networks/capabilities.h"
#include "store/async.h"
#include "store/database.h"
#include "workspace/workspace.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

constexpr int kNameWidth = 150;

QLabel *addText(QVBoxLayout *column, const QString &text, TextRole role = TextRole::Body)
{
    auto *label = new TextLabel;
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a word of any length must not widen the page
    label->setText(text);
    setTextRole(label, role);
    column->addWidget(label);
    return label;
}

void addSection(QVBoxLayout *column, const QString &title)
{
    column->addSpacing(space::kLarge);
    addText(column, title, TextRole::Section);
    column->addSpacing(space::kTiny);
}

/// Lines of a name and what is said of it.
class Pairs
{
public:
    explicit Pairs(QVBoxLayout *column) : m_grid(new QGridLayout)
    {
        m_grid->setHorizontalSpacing(space::kLarge);
        m_grid->setVerticalSpacing(space::kTiny);
        m_grid->setColumnMinimumWidth(0, qRound(kNameWidth * textScale()));
        m_grid->setColumnStretch(1, 1);
        column->addLayout(m_grid);
    }
    void add(const QString &name, const QString &value, TextRole nameRole)
    {
        if (value.isEmpty())
            return;
        int side = 0;
        for (const auto &[text, role] : {std::pair(name, nameRole), std::pair(value, TextRole::Body)}) {
            auto *cell = new QVBoxLayout;
            addText(cell, text, role);
            cell->addStretch(1);
            m_grid->addLayout(cell, m_row, side++);
        }
        ++m_row;
    }

private:
    QGridLayout *m_grid;
    int m_row = 0;
};

} // namespace

AlertDialog::AlertDialog(Desk &desk, monitoring::Alert alert, QWidget *parent)
    : ReadingDialog({680, 720}, parent)
    , m_desk(desk)
    , m_alert(std::move(alert))
    , m_format(desk.workspace().format())
    , m_phrases(m_format.language())
{
    setWindowTitle(tr("Why this alert"));
    buildButtons();
    showAlert();
    connect(&desk.workspace().database(), &store::Database::changed, this, [this](const store::Changes &changes) {
        if (std::ranges::any_of(changes, [this](const store::Change &change) {
                return change.entity == store::Entity::Alert && (change.id == 0 || change.id == m_alert.id.value);
            }))
            follow();
    });
}

void AlertDialog::buildButtons()
{
    auto *showButton = buttons()->addButton(tr("Show the mentions"), QDialogButtonBox::ActionRole);
    const bool hasCrisis = m_alert.incident.isValid();
    auto *crisisButton = buttons()->addButton(hasCrisis ? tr("Go to the crisis") : tr("Open a crisis…"), QDialogButtonBox::ActionRole);
    setButtonKind(crisisButton, ButtonKind::Primary);
    crisisButton->setEnabled(hasCrisis || !m_desk.workspace().isReadOnly());
    for (QAbstractButton *button : buttons()->buttons()) {
        if (auto *push = qobject_cast<QPushButton *>(button))
            push->setAutoDefault(false); // Enter in a dialog that is read must not open a crisis
    }
    connect(showButton, &QPushButton::clicked, this, [this] {
        emit windowRequested(m_alert.windowFrom, m_alert.windowTo);
        accept();
    });
    connect(crisisButton, &QPushButton::clicked, this, [this] {
        accept();
        if (m_alert.incident.isValid())
            emit roomRequested(m_alert.incident);
        else
            emit crisisRequested(m_alert.id);
    });
}

void AlertDialog::showAlert()
{
    QVBoxLayout *column = newColumn();
    addHead(column);
    addFigures(column);
    addRising(column);
    addVoices(column);
    addExamples(column);
    addLimits(column);
    addWatch(column);
    column->addStretch(1);
    readExamples();
}

void AlertDialog::addHead(QVBoxLayout *column)
{
    //: Head of what an alert was given for: %1 says what it is, %2 names the watch
    addText(column, tr("%1 · %2").arg(monitoring::title(m_alert.kind, m_phrases), m_alert.reasons.watchName), TextRole::Title);
    const QString settled = settledBy(m_alert);
    const QString when = windowText(m_alert, m_format) + u" ("_s + m_format.zone().abbreviation(core::toUtc(m_alert.windowTo)) + u')';
    addText(column, settled.isEmpty() ? when : when + u" · "_s + settled, TextRole::Muted);
    column->addSpacing(space::kMedium);
    addText(column, monitoring::sentence(m_alert, m_format, m_phrases), TextRole::Large);
    // A team speaks two languages: the sentence to pass on stands here in the other one too.
    column->addSpacing(space::kTiny);
    const auto other = m_format.language() == core::Language::French ? core::Language::English : core::Language::French;
    const QString said = monitoring::sentence(m_alert, core::Format(other, m_format.zone()), core::Phrasebook(other));
    addText(column, (other == core::Language::French ? tr("In French: %1") : tr("In English: %1")).arg(said), TextRole::SmallMuted);
}

void AlertDialog::addFigures(QVBoxLayout *column)
{
    column->addSpacing(space::kLarge);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kLarge);
    for (const AlertFigure &figure : alertFigures(m_alert, m_format)) {
        auto *cell = new QVBoxLayout;
        cell->setSpacing(0);
        addText(cell, figure.value, TextRole::Title);
        addText(cell, figure.caption, TextRole::Strong);
        addText(cell, figure.note, TextRole::SmallMuted);
        cell->addStretch(1);
        row->addLayout(cell, 1);
    }
    column->addLayout(row);
    const QStringList growth = growthLines(m_alert, m_format);
    if (!growth.isEmpty()) {
        addSection(column, tr("Before it grew to this"));
        addText(column, growth.join(u'\n'));
    }
}

void AlertDialog::addRising(QVBoxLayout *column)
{
    addSection(column, tr("Said more than the day before"));
    const auto &reasons = m_alert.reasons;
    if (reasons.risingTerms.empty()) {
        addText(column, tr("No word stands out."), TextRole::Muted);
    } else {
        Pairs pairs(column);
        for (const analysis::RisingTerm &term : reasons.risingTerms)
            pairs.add(term.term, risenBy(term, m_format), TextRole::Strong);
    }
    if (reasons.risingLinks.empty())
        return;
    addSection(column, tr("Linked to more than the day before"));
    for (const analysis::RisingTerm &link : reasons.risingLinks) {
        auto *address = new ElidedLabel;
        address->setFullText(link.term);
        setTextRole(address, TextRole::Strong);
        column->addWidget(address);
        addText(column, risenBy(link, m_format));
    }
}

void AlertDialog::addVoices(QVBoxLayout *column)
{
    addSection(column, tr("Who says it, and how"));
    Pairs pairs(column);
    pairs.add(tr("Networks"), networksOf(m_alert, m_format), TextRole::Muted);
    pairs.add(tr("Sources"), sourcesOf(m_alert, m_format), TextRole::Muted);
    pairs.add(tr("Most active authors"), authorsOf(m_alert, m_format), TextRole::Muted);
    const QStringList shares = shareSentences(m_alert, m_format);
    pairs.add(tr("Tone"), shares.at(0), TextRole::Muted);
    pairs.add(tr("Copies"), shares.at(1), TextRole::Muted);
}

void AlertDialog::addExamples(QVBoxLayout *column)
{
    addSection(column, tr("Posts that stand for it"));
    m_examples = new CardView;
    m_examples->setFitsContents(true);
    m_examples->setAccessibleName(tr("Posts that stand for it"));
    column->addWidget(m_examples);
    connect(m_examples, &CardView::opened, this, [this](const CardRow &row) {
        accept();
        emit mentionRequested(core::MentionId{row.id});
    });
}

void AlertDialog::addLimits(QVBoxLayout *column)
{
    addSection(column, tr("What is missing"));
    const QStringList caveats = monitoring::caveats(m_alert, m_format, m_phrases);
    if (caveats.isEmpty())
        addText(column, tr("Nothing that is known of: every source could be read, and there is enough history to compare with."), TextRole::Muted);
    for (const QString &caveat : caveats)
        addText(column, caveat, TextRole::Warning);
}

void AlertDialog::addWatch(QVBoxLayout *column)
{
    addSection(column, tr("The watch that gave it"));
    addText(column, m_alert.reasons.watchQuery, TextRole::Strong);
    if (!m_alert.scope.isValid()) // a drill brings its own
        addText(column, tr("How readily it gives an alert can be changed in Settings, Watches."), TextRole::SmallMuted);
}

void AlertDialog::readExamples()
{
    std::vector<qint64> ids;
    for (const core::MentionId id : m_alert.reasons.examples)
        ids.push_back(id.value);
    store::readAsync(
        m_desk.workspace().database(), this,
        [ids](const store::Connection &connection) { return monitoring::MentionRepository::byIds(connection, ids); },
        [this](const Result<std::vector<monitoring::Mention>> &mentions) {
            if (mentions)
                showExamples(*mentions);
            else
                m_desk.showError(tr("The posts could not be read."), mentions.error());
        });
}

void AlertDialog::showExamples(const std::vector<monitoring::Mention> &mentions)
{
    std::vector<CardRow> rows;
    for (const monitoring::Mention &mention : mentions) {
        const Pill tone = tonalityPill(mention.tonality);
        QStringList meta{mention.author.displayName(), networks::networkName(mention.network), m_format.dateTime(mention.postedAt)};
        if (mention.groupSize > 1)
            meta += tr("said %n time(s)", nullptr, mention.groupSize);
        rows.push_back({.key = QString::number(mention.id.value),
                        .id = mention.id.value,
                        .iconName = tone.iconName,
                        .iconToken = tone.ink,
                        .text = mention.text.simplified(),
                        .meta = meta.join(u" · "_s),
                        .toolTip = tr("Enter shows it in the list"),
                        .spoken = spokenSentence(mention, m_format, m_desk.workspace().clock().now())});
    }
    if (rows.empty())
        rows.push_back({.key = u"none"_s, .kind = CardKind::Hint, .text = tr("They are not kept any more.")});
    m_examples->cards().setRows(std::move(rows));
}

void AlertDialog::follow()
{
    store::readAsync(
        m_desk.workspace().database(), this,
        [id = m_alert.id](const store::Connection &connection) { return monitoring::AlertRepository::byId(connection, id); },
        [this](const Result<std::optional<monitoring::Alert>> &found) {
            if (!found || !*found || **found == m_alert)
                return; // the next change asks again
            m_alert = **found;
            showAlert();
        });
}

} // namespace vigie::gui
