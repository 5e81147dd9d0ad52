// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/watchdialog.h"

#include "gui/common/icons.h"
#include "gui/common/queryhelp.h"
#include "gui/common/widgets.h"
#include "gui/settings/queryedit.h"
#include "gui/settings/sensitivitychoice.h"
#include "monitoring/watchservice.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using vigie::monitoring::WatchPreview;

namespace vigie::gui
{

namespace
{

constexpr int kWidth = 600;
constexpr int kMaxThreshold = 1'000'000;
constexpr std::chrono::milliseconds kPause{400};

} // namespace

WatchDialog::WatchDialog(Desk &desk, const monitoring::Watch &watch, QWidget *parent)
    : ActDialog(parent)
    , m_desk(desk)
    , m_watch(watch)
    , m_nameEdit(new QLineEdit(watch.name, this))
    , m_queryEdit(new QueryEdit(desk.workspace().language(), this))
    , m_foundLabel(new QLabel(this))
    , m_sensitivity(new SensitivityChoice(this))
    , m_thresholdBox(new QSpinBox(this))
{
    const bool isNew = !watch.id.isValid();
    setMinimumWidth(qRound(kWidth * textScale()));
    setWindowTitle(isNew ? tr("Add a watch") : tr("Edit the watch"));
    setIntroduction(isNew ? tr("What is stored already is looked through as well; it counts, but gives no alert.")
                          : tr("What was found until now stays with the watch, whatever it looks for from now on."));
    setAct(isNew ? tr("Add the watch") : tr("Save the watch"));
    buildFields();
    m_previewTimer.setSingleShot(true);
    connect(&m_previewTimer, &QTimer::timeout, this, &WatchDialog::readPreview);
    connect(m_nameEdit, &QLineEdit::textChanged, this, &WatchDialog::check);
    connect(m_queryEdit, &QueryEdit::changed, this, [this] {
        check();
        askPreview();
    });
    connect(m_thresholdBox, &QSpinBox::valueChanged, this, &WatchDialog::askPreview);
    check();
    askPreview();
}

void WatchDialog::buildFields()
{
    m_queryEdit->setQuery(m_watch.query);
    m_sensitivity->setSensitivity(m_watch.sensitivity);
    m_thresholdBox->setRange(0, kMaxThreshold);
    m_thresholdBox->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_thresholdBox->setSpecialValueText(tr("No fixed threshold"));
    m_thresholdBox->setSuffix(tr(" mentions an hour", "after a number"));
    m_thresholdBox->setValue(m_watch.thresholdPerHour.value_or(0));
    addField(tr("&Name"), m_nameEdit);
    addField(tr("What to &look for"), m_queryEdit,
             tr("Words side by side must all be there; capitals and accents do not matter. Example: Ondine (bottle OR biberon*) -music"));
    addHelp();
    addFound();
    addField(tr("&Alerts"), m_sensitivity, tr("How often each would have given an alert is counted on what is stored."));
    addField(tr("&And in any case above"), m_thresholdBox);
}

void WatchDialog::addHelp()
{
    auto *button = new QPushButton(tr("What can be written (F1)"), this);
    setButtonIcon(button, icon(u"question-circle"_s, Token::Muted));
    button->setAutoDefault(false);
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setButtonKind(button, ButtonKind::Quiet);
    addWide(button);
    const auto *key = new QShortcut(QKeySequence(Qt::Key_F1), this);
    const auto showHelp = [this] { QueryHelpDialog::showFor(m_desk.workspace().language(), this); };
    connect(button, &QPushButton::clicked, this, showHelp);
    connect(key, &QShortcut::activated, this, showHelp);
}

void WatchDialog::addFound()
{
    auto *found = new QWidget(this);
    auto *layout = new QVBoxLayout(found);
    layout->setContentsMargins(0, space::kSmall, 0, 0);
    layout->setSpacing(2);
    setTextRole(m_foundLabel, TextRole::Strong);
    layout->addWidget(m_foundLabel);
    for (int i = 0; i < WatchPreview::kShown; ++i) {
        m_foundPosts.push_back(new ElidedLabel(found));
        setTextRole(m_foundPosts.back(), TextRole::SmallMuted);
        layout->addWidget(m_foundPosts.back());
    }
    addWide(found);
}

bool WatchDialog::isComplete() const
{
    return !m_nameEdit->text().trimmed().isEmpty() && m_queryEdit->isValid();
}

monitoring::Watch WatchDialog::edited() const
{
    monitoring::Watch watch = m_watch;
    watch.name = m_nameEdit->text().trimmed();
    watch.query = m_queryEdit->query();
    watch.sensitivity = m_sensitivity->sensitivity();
    watch.thresholdPerHour = m_thresholdBox->value() > 0 ? std::optional(m_thresholdBox->value()) : std::nullopt;
    return watch;
}

void WatchDialog::askPreview()
{
    if (m_queryEdit->isValid()) {
        m_foundLabel->setText(tr("Looking through what is stored…"));
        m_sensitivity->setPending();
        m_previewTimer.start(kPause);
        return;
    }
    m_previewTimer.stop();
    m_isStale = m_isReading; // what comes is of another query
    m_foundLabel->setText(u" "_s);
    for (ElidedLabel *post : m_foundPosts)
        post->setFullText(u" "_s);
    m_sensitivity->clearReplays();
}

void WatchDialog::readPreview()
{
    if (std::exchange(m_isReading, true)) {
        m_isStale = true;
        return;
    }
    auto &workspace = m_desk.workspace();
    store::readAsync(
        workspace.database(), this,
        [watch = edited(), now = workspace.clock().now()](const store::Connection &connection) {
            return monitoring::previewWatch(connection, watch, now);
        },
        [this](const Result<WatchPreview> &preview) {
            m_isReading = false;
            if (std::exchange(m_isStale, false))
                return askPreview();
            if (m_previewTimer.isActive())
                return; // already asked anew
            if (preview)
                return showPreview(*preview);
            m_sensitivity->clearReplays();
            m_foundLabel->setText(u" "_s);
            m_desk.showError(tr("What is stored could not be looked through."), preview.error());
        });
}

void WatchDialog::showPreview(const WatchPreview &preview)
{
    const core::Format format = m_desk.workspace().format();
    if (preview.looked == 0)
        m_foundLabel->setText(tr("Nothing is stored yet to look through."));
    else
        //: What a watch being written finds; %1 and %2 are numbers
        m_foundLabel->setText(tr("Finds %1 of the newest %2 mentions").arg(format.number(preview.found), format.number(preview.looked)));
    for (std::size_t i = 0; i < m_foundPosts.size(); ++i) {
        const bool isThere = i < preview.newest.size();
        const monitoring::Mention mention = isThere ? preview.newest[i] : monitoring::Mention{};
        //: One of the posts that a watch finds: %1 is who wrote it, %2 when, %3 the text
        m_foundPosts[i]->setFullText(isThere ? tr("%1, %2: %3").arg(mention.author.displayName(), format.dateShort(mention.postedAt),
                                                                    mention.text.simplified())
                                             : u" "_s);
    }
    m_sensitivity->setReplays(preview.replays, format);
    emit previewed();
}

void WatchDialog::act()
{
    auto &workspace = m_desk.workspace();
    if (m_watch.id.isValid())
        finishWith(workspace.watches().update(workspace.actor(), edited()));
    else
        finishWith(workspace.watches().add(workspace.actor(), edited()));
}

} // namespace vigie::gui
