// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/sourcesection.h"

#include "gui/common/icons.h"
#include "gui/monitoring/importdialog.h"
#include "gui/settings/sourcedialog.h"
#include "monitoring/accountrepository.h"
#include "monitoring/sourcerepository.h"
#include "monitoring/sourceservice.h"
#include "networks/capabilities.h"
#include "networks/failuretexts.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

SourceSection::SourceSection(Desk &desk, QWidget *parent)
    : ListSection(desk, parent)
    , m_addAction(makeAction(u"plus-lg"_s, [this] { edit(0); }))
    , m_importAction(makeAction(u"file-earmark-arrow-down"_s, [this] { importFile(); }))
{
    connect(view(), &CardView::opened, this, [this](const CardRow &opened) { edit(opened.id); });
    connect(view(), &CardView::menuRequested, this, &SourceSection::showMenu);
}

void SourceSection::load()
{
    struct Known {
        std::vector<monitoring::Source> sources;
        std::vector<monitoring::Account> accounts;
    };
    const auto read = [](const store::Connection &connection) -> Result<Known> {
        auto sources = monitoring::SourceRepository::list(connection);
        auto accounts = monitoring::AccountRepository::list(connection);
        if (!sources || !accounts)
            return fail(sources ? accounts.error() : sources.error());
        return Known{std::move(*sources), std::move(*accounts)};
    };
    store::readAsync(workspace().database(), this, read, [this](Result<Known> known) {
        if (!known)
            return desk().showError(tr("Could not read the sources."), known.error());
        m_sources = std::move(known->sources);
        std::erase_if(m_sources, [](const monitoring::Source &source) { return !monitoring::isReadByItself(source.kind); });
        m_accounts = std::move(known->accounts);
        showRows();
        emit headerChanged();
        emit loaded();
    });
}

QString SourceSection::whatIsRead(const monitoring::Source &source) const
{
    const QString network = networks::networkName(source.network);
    switch (source.kind) {
    case monitoring::SourceKind::Mentions: {
        const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
                                        [&source](const auto &account) { return account.id == source.accountId; });
        return tr("%1: mentions of %2", "%1 is a network, %2 an account")
            .arg(network, found == m_accounts.end() ? QString() : found->handle);
    }
    case monitoring::SourceKind::Search:
        return tr("%1: posts with “%2”", "%1 is a network").arg(network, source.query);
    case monitoring::SourceKind::Hashtag:
        return tr("%1: posts with #%2", "%1 is a network").arg(network, source.query);
    case monitoring::SourceKind::Firehose:
        return tr("%1: every post, kept where a watch asks for it", "%1 is a network").arg(network);
    default:
        return source.url;
    }
}

CardRow SourceSection::row(const monitoring::Source &source) const
{
    const core::Format format = workspace().format();
    const core::Instant now = workspace().clock().now();
    CardRow card{.key = QString::number(source.id.value), .id = source.id.value, .text = source.name, .isStrong = true};
    QString state;
    switch (source.isEnabled ? source.state : monitoring::SourceState::Paused) {
    case monitoring::SourceState::New:
        state = tr("Not read yet", "state of a source");
        card.iconName = u"hourglass-split"_s;
        break;
    case monitoring::SourceState::Live:
        state = tr("Live", "state of a source");
        card.iconName = u"check-circle"_s;
        card.iconToken = Token::Positive;
        break;
    case monitoring::SourceState::Late:
        state = tr("Late", "state of a source");
        card.iconName = u"clock"_s;
        card.iconToken = Token::Warning;
        break;
    case monitoring::SourceState::Limited:
        state = tr("Asked to wait", "state of a source");
        card.iconName = u"hourglass-split"_s;
        card.iconToken = Token::Warning;
        break;
    case monitoring::SourceState::Failed:
        state = tr("Failed", "state of a source");
        card.iconName = u"x-circle-fill"_s;
        card.iconToken = Token::Negative;
        break;
    case monitoring::SourceState::SignedOut:
        state = tr("Signed out", "state of a source");
        card.iconName = u"key"_s;
        card.iconToken = Token::Negative;
        break;
    case monitoring::SourceState::Paused:
        state = tr("Paused", "state of a source");
        card.iconName = u"pause-circle"_s;
        card.isQuiet = true;
        break;
    }
    card.trailing = state;
    card.trailingToken = card.iconToken;
    QStringList meta{whatIsRead(source)};
    if (source.kind != monitoring::SourceKind::Webhook) // that one is told, it does not ask
        meta += tr("every %1", "%1 is a duration").arg(format.duration(source.interval));
    if (source.lastSuccessAt)
        meta += tr("last read %1", "%1 is an age or a date").arg(format.age(*source.lastSuccessAt, now));
    if (!source.stateReason.isEmpty() && source.state != monitoring::SourceState::Live)
        meta += networks::failureText(source.stateReason, core::Phrasebook(format.language()));
    card.meta = meta.join(u" · "_s);
    card.metaLines = 2;
    if (source.lastSuccessAt)
        card.toolTip = tr("Last read on %1").arg(format.dateTimeWithZone(*source.lastSuccessAt));
    return card;
}

void SourceSection::showRows()
{
    std::vector<CardRow> rows;
    for (const monitoring::Source &source : m_sources)
        rows.push_back(row(source));
    setRows(std::move(rows));
}

QString SourceSection::headline() const
{
    const auto wrong = std::count_if(m_sources.begin(), m_sources.end(), [](const auto &source) {
        using enum monitoring::SourceState;
        return source.isEnabled && (source.state == Failed || source.state == Late || source.state == SignedOut);
    });
    QString text = tr("%n source(s)", nullptr, int(m_sources.size()));
    if (wrong > 0)
        text += u" · "_s + tr("%n cannot be read", nullptr, int(wrong));
    return text;
}

void SourceSection::edit(qint64 id)
{
    if (workspace().isReadOnly())
        return;
    const monitoring::Source *known = byId(m_sources, id);
    auto *dialog = new SourceDialog(desk(), known ? *known : monitoring::Source{}, m_accounts, this);
    dialog->open();
}

void SourceSection::setEnabled(qint64 id, bool isEnabled)
{
    finish(workspace().sources().setEnabled(workspace().actor(), core::SourceId{id}, isEnabled),
           isEnabled ? tr("The source is read again.") : tr("The source is paused. The curve shows the time that it was not read."),
           tr("Could not change the source."));
}

void SourceSection::remove(qint64 id)
{
    const monitoring::Source *known = byId(m_sources, id);
    if (!known)
        return;
    askToRemove({.title = tr("Remove the source"),
                 .question = tr("Remove “%1”? It is not read any more. The mentions that came from it stay.").arg(known->name),
                 .done = tr("The source was removed. Its mentions stay."),
                 .attempt = tr("Could not remove the source."),
                 .remove = [this, id] { return workspace().sources().remove(workspace().actor(), core::SourceId{id}); }});
}

void SourceSection::importFile()
{
    m_askForFile(this, {.title = tr("Import a file of posts"),
                        .filter = tr("Posts (*.csv *.tsv *.txt *.ndjson *.jsonl);;All files (*)")},
                 [this](const QString &path) {
                     auto *dialog = new ImportDialog(desk(), path, this);
                     dialog->open();
                 });
}

void SourceSection::showMenu(const CardRow &card, const QPoint &position)
{
    const monitoring::Source *known = byId(m_sources, card.id);
    if (!known || workspace().isReadOnly())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const qint64 id = card.id;
    menu->addAction(icon(u"pencil"_s), tr("Edit…"), this, [this, id] { edit(id); });
    if (known->isEnabled)
        menu->addAction(icon(u"pause-fill"_s), tr("Pause"), this, [this, id] { setEnabled(id, false); });
    else
        menu->addAction(icon(u"play-fill"_s), tr("Read it again"), this, [this, id] { setEnabled(id, true); });
    menu->addSeparator();
    menu->addAction(icon(u"trash"_s), tr("Remove…"), this, [this, id] { remove(id); });
    menu->popup(position);
}

void SourceSection::retranslate()
{
    m_addAction->setText(tr("Add a source…"));
    m_importAction->setText(tr("Import a file…"));
    m_importAction->setToolTip(tr("Bring in an export of your monitoring tool, or any table of posts"));
    setIntroduction(tr("Sources are read by themselves, each at its interval. Files of other tools are brought in once; the same file a "
                       "second time changes nothing. Enter edits; the menu key pauses or removes."));
    setEmptyTexts(u"rss"_s, tr("No source is read yet"),
                  tr("Add the feed of a network, a forum or a press page, or import an export of your monitoring tool: CSV of "
                     "Brandwatch, Talkwalker, Meltwater and others, or one post a line."),
                  m_addAction);
    view()->setAccessibleName(tr("Sources"));
    showRows();
}

} // namespace vigie::gui
