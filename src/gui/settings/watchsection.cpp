// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/watchsection.h"

#include "gui/common/icons.h"
#include "gui/settings/alerthookdialog.h"
#include "gui/settings/watchdialog.h"
#include "monitoring/watchrepository.h"
#include "monitoring/watchservice.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

WatchSection::WatchSection(Desk &desk, QWidget *parent)
    : ListSection(desk, parent)
    , m_addAction(makeAction(u"plus-lg"_s, [this] { edit(0); }))
    , m_tellAction(makeAction(u"broadcast"_s, [this] { tellElsewhere(); }))
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

void WatchSection::tellElsewhere()
{
    store::readAsync(
        workspace().database(), this, [](const store::Connection &connection) { return monitoring::AlertHookState::read(connection); },
        [this](const Result<monitoring::AlertHookState> &state) {
            if (!state)
                return desk().showError(tr("Could not read the settings."), state.error());
            (new AlertHookDialog(desk(), *state, this))->open();
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
    m_tellAction->setText(tr("Tell alerts elsewhere…"));
    m_tellAction->setToolTip(tr("To a channel of a chat, or to a program of yours"));
    m_tellAction->setEnabled(!workspace().isReadOnly());
    setIntroduction(tr("A watch is a standing question to everything that comes in. It learns what is usual and gives an alert when that "
                       "changes. Enter edits; the menu key pauses or removes."));
    setEmptyTexts(u"binoculars"_s, tr("Nothing is watched yet"),
                  tr("Say which words matter: your brand, its products, the way people misspell them. Vigie counts what it finds, learns "
                     "what is usual, and wakes you when it is not."),
                  m_addAction);
    view()->setAccessibleName(tr("Watches"));
    showRows();
}

} // namespace vigie::gui
