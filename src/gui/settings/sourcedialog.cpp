// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/sourcedialog.h"

#include "gui/common/errortext.h"
#include "gui/common/icons.h"
#include "gui/shell/page.h"
#include "monitoring/sourceservice.h"
#include "networks/capabilities.h"
#include "networks/failuretexts.h"
#include "networks/page.h"
#include "workspace/networkroom.h"
#include "workspace/workspace.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

using monitoring::SourceKind;

constexpr int kLongestInterval = 24 * 60;
constexpr std::size_t kPreviewed = 4;

std::vector<monitoring::Account> signedIn(std::vector<monitoring::Account> accounts)
{
    std::erase_if(accounts, [](const auto &account) { return account.state != monitoring::AccountState::SignedIn; });
    return accounts;
}

} // namespace

SourceDialog::SourceDialog(Desk &desk, const monitoring::Source &source, const std::vector<monitoring::Account> &accounts,
                           QWidget *parent)
    : ActDialog(parent)
    , m_desk(desk)
    , m_source(source)
    , m_accounts(signedIn(accounts))
    , m_nameEdit(new QLineEdit(source.name, this))
    , m_kindBox(new QComboBox(this))
    , m_accountBox(new QComboBox(this))
    , m_queryEdit(new QLineEdit(source.query, this))
    , m_urlEdit(new QLineEdit(source.url, this))
    , m_intervalBox(new QSpinBox(this))
    , m_previewButton(new QPushButton(tr("Show what it would bring"), this))
    , m_preview(new QLabel(this))
{
    const bool isNew = !source.id.isValid();
    setWindowTitle(isNew ? tr("Add a source") : tr("Edit the source"));
    setIntroduction(tr("Vigie reads it from this computer, at its interval. Nothing is sent but the request itself."));
    setAct(isNew ? tr("Add the source") : tr("Save the source"));
    fillKinds();
    fillAccounts();
    m_urlEdit->setPlaceholderText(u"https://"_s);
    m_intervalBox->setRange(1, kLongestInterval);
    m_intervalBox->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_intervalBox->setSuffix(tr(" min", "after a number"));
    m_intervalBox->setValue(int(std::chrono::duration_cast<std::chrono::minutes>(source.interval).count()));
    addField(tr("&Name"), m_nameEdit);
    addField(tr("&What is read"), m_kindBox);
    addField(tr("With which &account"), m_accountBox);
    addField(tr("Words to &look for"), m_queryEdit, tr("In the network's own way of searching; watches look at what arrives."));
    addField(tr("&Address"), m_urlEdit, isNew ? QString() : tr("Another address is read from its beginning."));
    addField(tr("&Read every"), m_intervalBox);
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setWordWrap(true);
    setTextRole(m_preview, TextRole::Muted);
    addWide(m_previewButton);
    addWide(m_preview);
    m_preview->hide();
    for (QLineEdit *const edit : {m_nameEdit, m_urlEdit, m_queryEdit})
        connect(edit, &QLineEdit::textChanged, this, &SourceDialog::showFields);
    connect(m_kindBox, &QComboBox::currentIndexChanged, this, &SourceDialog::showFields);
    connect(m_previewButton, &QPushButton::clicked, this, &SourceDialog::showPreview);
    showFields();
}

void SourceDialog::fillKinds()
{
    m_kindBox->addItem(icon(u"rss"_s), tr("A feed: RSS, Atom or JSON"), int(SourceKind::Feed));
    const bool canMention = std::any_of(m_accounts.begin(), m_accounts.end(), [](const auto &account) {
        return networks::capabilitiesOf(account.network).canRead;
    });
    if (canMention || m_source.accountId.isValid())
        m_kindBox->addItem(icon(u"person-badge"_s), tr("Mentions of an account, and replies to it"), int(SourceKind::Mentions));
    const bool canSearch = std::any_of(m_accounts.begin(), m_accounts.end(), [](const auto &account) {
        return networks::capabilitiesOf(account.network).canSearch;
    });
    if (canSearch || m_source.kind == SourceKind::Search || m_source.kind == SourceKind::Hashtag) {
        m_kindBox->addItem(icon(u"search"_s), tr("Posts with certain words"), int(SourceKind::Search));
        m_kindBox->addItem(icon(u"tag"_s), tr("Posts with a hashtag"), int(SourceKind::Hashtag));
    }
    const int current = m_kindBox->findData(int(m_source.kind));
    m_kindBox->setCurrentIndex(std::max(current, 0));
    // Another kind would be another source: its mentions, its cursor and its gaps belong to what was read.
    m_kindBox->setEnabled(!m_source.id.isValid());
    m_accountBox->setEnabled(!m_source.id.isValid());
}

void SourceDialog::fillAccounts()
{
    for (const monitoring::Account &account : m_accounts)
        m_accountBox->addItem(icon(networkIconName(account.network)), account.handle, account.id.value);
    m_accountBox->setCurrentIndex(std::max(0, m_accountBox->findData(m_source.accountId.value)));
}

SourceKind SourceDialog::kind() const
{
    return SourceKind(m_kindBox->currentData().toInt());
}

void SourceDialog::showFields()
{
    const SourceKind now = kind();
    setFieldVisible(m_accountBox, now != SourceKind::Feed);
    setFieldVisible(m_queryEdit, now == SourceKind::Search || now == SourceKind::Hashtag);
    setFieldVisible(m_urlEdit, now == SourceKind::Feed);
    check();
    m_previewButton->setEnabled(isComplete());
}

bool SourceDialog::isComplete() const
{
    const monitoring::Source source = described();
    if (source.name.isEmpty())
        return false;
    switch (source.kind) {
    case SourceKind::Feed:
        return networks::postUrlIsOpenable(source.url);
    case SourceKind::Search:
    case SourceKind::Hashtag:
        return source.accountId.isValid() && !source.query.isEmpty();
    default:
        return source.accountId.isValid();
    }
}

monitoring::Source SourceDialog::described() const
{
    monitoring::Source source = m_source;
    source.name = m_nameEdit->text().trimmed();
    source.interval = std::chrono::minutes(m_intervalBox->value());
    source.kind = kind();
    source.query = m_queryEdit->text().trimmed();
    if (source.kind == SourceKind::Feed) {
        source.url = m_urlEdit->text().trimmed();
        return source;
    }
    const core::AccountId id{m_accountBox->currentData().toLongLong()};
    const auto account = std::find_if(m_accounts.begin(), m_accounts.end(), [id](const auto &one) { return one.id == id; });
    if (account != m_accounts.end() && !m_source.id.isValid()) {
        source.accountId = id;
        source.network = account->network;
    }
    return source;
}

void SourceDialog::showPreview()
{
    m_previewButton->setEnabled(false);
    m_preview->setText(tr("Reading…"));
    m_preview->show();
    store::whenDone(m_desk.workspace().networks().probe(described()), this,
                    [this](const Result<networks::Page> &page) { previewed(page); });
}

void SourceDialog::previewed(const Result<networks::Page> &page)
{
    m_previewButton->setEnabled(isComplete());
    const core::Format format = m_desk.workspace().format();
    if (!page) {
        m_preview->setText(networks::failureText(page.error().detail, core::Phrasebook(format.language())));
        return;
    }
    std::vector<networks::Post> posts = page->posts;
    std::sort(posts.begin(), posts.end(), [](const auto &a, const auto &b) { return a.postedAt > b.postedAt; });
    QStringList lines{tr("%n post(s). The newest:", nullptr, int(posts.size()))};
    if (posts.empty())
        lines = QStringList{tr("It answers, and holds no post just now.")};
    for (std::size_t i = 0; i < std::min(kPreviewed, posts.size()); ++i) {
        constexpr qsizetype kLine = 90;
        const QString text = posts[i].text.simplified();
        lines += u"%1 — %2"_s.arg(format.dateTime(posts[i].postedAt), text.size() > kLine ? text.left(kLine) + u'…' : text);
    }
    m_preview->setText(lines.join(u'\n'));
}

void SourceDialog::act()
{
    auto &workspace = m_desk.workspace();
    const monitoring::Source source = described();
    if (source.id.isValid())
        finishWith(workspace.sources().update(workspace.actor(), source));
    else
        finishWith(workspace.sources().add(workspace.actor(), source));
}

} // namespace vigie::gui
