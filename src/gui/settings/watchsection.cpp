// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/watchsection.h"

#include "gui/common/icons.h"
#include "gui/common/queryhelp.h"
#include "monitoring/watchquery.h"
#include "monitoring/watchrepository.h"
#include "monitoring/watchservice.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

constexpr int kMaxThreshold = 1'000'000;

} // namespace

// The list ----------------------------------------------------------------------------------------------------------------

WatchSection::WatchSection(Desk &desk, QWidget *parent)
    : ListSection(desk, parent), m_addAction(makeAction(u"plus-lg"_s, [this] { edit(0); }))
{
    connect(view(), &CardView::opened, this, [this](const CardRow &row) { edit(row.id); });
    connect(view(), &CardView::menuRequested, this, &WatchSection::showMenu);
}

void WatchSection::load()
{
    store::readAsync(
        workspace().database(), this,
        [](const store::Connection &connection) { return monitoring::WatchRepository::list(connection, {}); },
        [this](Result<std::vector<monitoring::Watch>> watches) {
            if (!watches)
                return desk().showError(tr("Could not read the watches."), watches.error());
            m_watches = *std::move(watches);
            showRows();
            emit headerChanged();
            emit loaded();
        });
}

void WatchSection::showRows()
{
    std::vector<CardRow> rows;
    for (const monitoring::Watch &watch : m_watches) {
        QStringList meta;
        switch (watch.sensitivity) {
        case analysis::Sensitivity::Low:
            meta += tr("Alerts rarely");
            break;
        case analysis::Sensitivity::Balanced:
            meta += tr("Balanced");
            break;
        case analysis::Sensitivity::High:
            meta += tr("Alerts early");
            break;
        }
        if (watch.thresholdPerHour)
            meta += tr("and above %n mention(s) an hour", nullptr, *watch.thresholdPerHour);
        rows.push_back({.key = QString::number(watch.id.value),
                        .id = watch.id.value,
                        .iconName = watch.isEnabled ? u"binoculars"_s : u"pause-circle"_s,
                        .iconToken = watch.isEnabled ? Token::Link : Token::Muted,
                        .text = watch.name,
                        .isStrong = true,
                        .isQuiet = !watch.isEnabled,
                        .meta = watch.query + u"  ·  "_s + meta.join(u", "_s),
                        .metaLines = 2,
                        .trailing = watch.isEnabled ? tr("On", "a watch") : tr("Paused", "a watch")});
    }
    setRows(std::move(rows));
}

const monitoring::Watch *WatchSection::watch(qint64 id) const
{
    const auto found = std::find_if(m_watches.begin(), m_watches.end(), [id](const auto &watch) { return watch.id.value == id; });
    return found == m_watches.end() ? nullptr : &*found;
}

QString WatchSection::headline() const
{
    return tr("%n watch(es)", nullptr, int(m_watches.size()));
}

void WatchSection::edit(qint64 id)
{
    if (workspace().isReadOnly())
        return;
    const monitoring::Watch *known = watch(id);
    auto *dialog = new WatchDialog(desk(), known ? *known : monitoring::Watch{}, this);
    dialog->open();
}

void WatchSection::setEnabled(qint64 id, bool isEnabled)
{
    finish(workspace().watches().setEnabled(workspace().actor(), core::WatchId{id}, isEnabled),
           isEnabled ? tr("The watch is on again.") : tr("The watch is paused: what it looks for gives no alert."),
           tr("Could not change the watch."));
}

void WatchSection::remove(qint64 id)
{
    // What was found stays; the mentions only lose the watch.
    finish(workspace().watches().remove(workspace().actor(), core::WatchId{id}), tr("The watch was removed. The mentions it found stay."),
           tr("Could not remove the watch. Where an alert or a crisis names it, it can only be paused."));
}

void WatchSection::showMenu(const CardRow &row, const QPoint &position)
{
    const monitoring::Watch *known = watch(row.id);
    if (!known || workspace().isReadOnly())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const qint64 id = row.id;
    menu->addAction(icon(u"pencil"_s), tr("Edit…"), this, [this, id] { edit(id); });
    if (known->isEnabled)
        menu->addAction(icon(u"pause-fill"_s), tr("Pause"), this, [this, id] { setEnabled(id, false); });
    else
        menu->addAction(icon(u"play-fill"_s), tr("Turn on"), this, [this, id] { setEnabled(id, true); });
    menu->addSeparator();
    menu->addAction(icon(u"trash"_s), tr("Remove"), this, [this, id] { remove(id); });
    menu->popup(position);
}

void WatchSection::retranslate()
{
    m_addAction->setText(tr("Add a watch…"));
    setIntroduction(tr("A watch is a standing question to everything that comes in. It learns what is usual and gives an alert when that "
                       "changes. Enter edits; the menu key pauses or removes."));
    setEmptyTexts(u"binoculars"_s, tr("Nothing is watched yet"),
                  tr("Say which words matter: your brand, its products, the way people misspell them. Vigie counts what it finds, learns "
                     "what is usual, and wakes you when it is not."),
                  m_addAction);
    view()->setAccessibleName(tr("Watches"));
    showRows();
}

// The query ---------------------------------------------------------------------------------------------------------------

QueryEdit::QueryEdit(core::Language language, QWidget *parent)
    : QWidget(parent), m_edit(new QPlainTextEdit(this)), m_problemLabel(new QLabel(this)), m_phrases(language)
{
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(m_edit->fontMetrics().lineSpacing() * 4 + 2 * space::kMedium);
    m_problemLabel->setWordWrap(true);
    m_problemLabel->setTextFormat(Qt::PlainText);
    setTextRole(m_problemLabel, TextRole::Negative);
    QSizePolicy policy = m_problemLabel->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // a dialog round it does not jump
    m_problemLabel->setSizePolicy(policy);
    setFocusProxy(m_edit);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kTiny);
    layout->addWidget(m_edit);
    layout->addWidget(m_problemLabel);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &QueryEdit::check);
    check();
}

QString QueryEdit::query() const
{
    return m_edit->toPlainText().replace(u'\n', u' ').trimmed();
}

void QueryEdit::setQuery(const QString &query)
{
    m_edit->setPlainText(query);
}

QString QueryEdit::problem() const
{
    return m_problemLabel->isVisibleTo(this) ? m_problemLabel->text() : QString();
}

void QueryEdit::check()
{
    const QString text = m_edit->toPlainText().replace(u'\n', u' ');
    const auto problem = monitoring::WatchQuery::problemIn(text);
    m_isValid = !problem;
    QList<QTextEdit::ExtraSelection> marks;
    const bool isSilent = m_isValid || text.trimmed().isEmpty(); // an empty field is not yet wrong
    m_problemLabel->setVisible(!isSilent);
    if (!isSilent) {
        // Where something is missing at the end, there is only the last character to underline.
        const int start = std::clamp(int(problem->start), 0, std::max(0, int(text.size()) - 1));
        QTextEdit::ExtraSelection mark;
        mark.cursor = m_edit->textCursor();
        mark.cursor.setPosition(start);
        mark.cursor.setPosition(std::min(start + int(problem->length), int(text.size())), QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(color(Token::Negative, *this));
        mark.format.setBackground(color(Token::NegativeTint, *this));
        marks += mark;
        //: Where a query cannot be understood; %1 counts characters from 1, %2 says what was expected
        m_problemLabel->setText(tr("At character %1: %2").arg(problem->start + 1).arg(problem->message(m_phrases)));
    }
    m_edit->setExtraSelections(marks);
    emit changed();
}

// The dialog --------------------------------------------------------------------------------------------------------------

WatchDialog::WatchDialog(Desk &desk, const monitoring::Watch &watch, QWidget *parent)
    : ActDialog(parent)
    , m_desk(desk)
    , m_watch(watch)
    , m_nameEdit(new QLineEdit(watch.name, this))
    , m_queryEdit(new QueryEdit(desk.workspace().language(), this))
    , m_sensitivityBox(new QComboBox(this))
    , m_thresholdBox(new QSpinBox(this))
{
    const bool isNew = !watch.id.isValid();
    setMinimumWidth(qRound(560 * textScale()));
    setWindowTitle(isNew ? tr("Add a watch") : tr("Edit the watch"));
    setIntroduction(isNew ? tr("What is stored already is looked through as well; it counts, but gives no alert.")
                          : tr("What was found until now stays with the watch, whatever it looks for from now on."));
    setAct(isNew ? tr("Add the watch") : tr("Save the watch"));
    m_queryEdit->setQuery(watch.query);
    m_sensitivityBox->addItem(tr("Rarely: only what is far from usual"), int(analysis::Sensitivity::Low));
    m_sensitivityBox->addItem(tr("Balanced"), int(analysis::Sensitivity::Balanced));
    m_sensitivityBox->addItem(tr("Early: rather once too often"), int(analysis::Sensitivity::High));
    m_sensitivityBox->setCurrentIndex(m_sensitivityBox->findData(int(watch.sensitivity)));
    m_thresholdBox->setRange(0, kMaxThreshold);
    m_thresholdBox->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_thresholdBox->setSpecialValueText(tr("No fixed threshold"));
    m_thresholdBox->setSuffix(tr(" mentions an hour", "after a number"));
    m_thresholdBox->setValue(watch.thresholdPerHour.value_or(0));
    addField(tr("&Name"), m_nameEdit);
    addField(tr("What to &look for"), m_queryEdit,
             tr("Words side by side must all be there; capitals and accents do not matter. Example: Ondine (bottle OR biberon*) -music"));
    auto *helpButton = new QPushButton(tr("What can be written (F1)"), this);
    setButtonIcon(helpButton, icon(u"question-circle"_s, Token::Muted));
    helpButton->setAutoDefault(false);
    setButtonKind(helpButton, ButtonKind::Quiet);
    addWide(helpButton);
    const auto *helpKey = new QShortcut(QKeySequence(Qt::Key_F1), this);
    const auto showHelp = [this] { QueryHelpDialog::showFor(m_desk.workspace().language(), this); };
    connect(helpButton, &QPushButton::clicked, this, showHelp);
    connect(helpKey, &QShortcut::activated, this, showHelp);
    addField(tr("&Alerts"), m_sensitivityBox, tr("Against what this watch has learned to be usual."));
    addField(tr("&And in any case above"), m_thresholdBox);
    connect(m_nameEdit, &QLineEdit::textChanged, this, &WatchDialog::check);
    connect(m_queryEdit, &QueryEdit::changed, this, &WatchDialog::check);
    check();
}

bool WatchDialog::isComplete() const
{
    return !m_nameEdit->text().trimmed().isEmpty() && m_queryEdit->isValid();
}

void WatchDialog::act()
{
    m_watch.name = m_nameEdit->text().trimmed();
    m_watch.query = m_queryEdit->query();
    m_watch.sensitivity = analysis::Sensitivity(m_sensitivityBox->currentData().toInt());
    m_watch.thresholdPerHour = m_thresholdBox->value() > 0 ? std::optional(m_thresholdBox->value()) : std::nullopt;
    auto &workspace = m_desk.workspace();
    if (m_watch.id.isValid())
        finishWith(workspace.watches().update(workspace.actor(), m_watch));
    else
        finishWith(workspace.watches().add(workspace.actor(), m_watch));
}

} // namespace vigie::gui
