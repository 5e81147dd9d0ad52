// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/sourcedialog.h"

#include "gui/common/errortext.h"
#include "gui/common/icons.h"
#include "gui/common/networktexts.h"
#include "gui/common/widgets.h"
#include "gui/settings/webhooksecretdialog.h"
#include "gui/shell/page.h"
#include "monitoring/sourceservice.h"
#include "monitoring/webhooks.h"
#include "networks/capabilities.h"
#include "networks/failuretexts.h"
#include "networks/page.h"
#include "networks/secretstore.h"
#include "workspace/networkroom.h"
#include "workspace/workspace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QUrl>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

using monitoring::SourceKind;

constexpr int kLongestInterval = 24 * 60;
constexpr std::size_t kPreviewed = 4;
constexpr int kLeastPort = 1024; // those below belong to the system
constexpr int kMostPort = 65535;
constexpr int kUsualPort = 8787;
constexpr int kShownLetters = 16;

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
    , m_folderEdit(new QLineEdit(source.kind == SourceKind::Folder ? source.url : QString(), this))
    , m_folderButton(new QPushButton(this))
    , m_portBox(new QSpinBox(this))
    , m_fileBox(new QCheckBox(this))
    , m_untestedPill(new PillLabel(this))
    , m_intervalBox(new QSpinBox(this))
    , m_previewButton(new QPushButton(tr("Show what it would bring"), this))
    , m_preview(new QLabel(this))
{
    const bool isNew = !source.id.isValid();
    setWindowTitle(isNew ? tr("Add a source") : tr("Edit the source"));
    setIntroduction(tr("Vigie reads it from this computer, at its interval. Nothing is sent but the request itself."));
    setAct(isNew ? tr("Add the source") : tr("Save the source"));
    for (QComboBox *const box : {m_kindBox, m_accountBox}) { // a long entry must not make the dialog wider than its fields
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(kShownLetters);
    }
    fillKinds();
    fillAccounts();
    buildFields();
    for (QLineEdit *const edit : {m_nameEdit, m_urlEdit, m_queryEdit, m_folderEdit})
        connect(edit, &QLineEdit::textChanged, this, &SourceDialog::showFields);
    for (QComboBox *const box : {m_kindBox, m_accountBox})
        connect(box, &QComboBox::currentIndexChanged, this, &SourceDialog::showFields);
    connect(m_previewButton, &QPushButton::clicked, this, &SourceDialog::showPreview);
    connect(m_folderButton, &QPushButton::clicked, this, &SourceDialog::chooseFolder);
    showFields();
}

void SourceDialog::buildFields()
{
    const bool isNew = !m_source.id.isValid();
    m_urlEdit->setPlaceholderText(u"https://"_s);
    m_intervalBox->setRange(1, kLongestInterval);
    m_intervalBox->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_intervalBox->setSuffix(tr(" min", "after a number"));
    m_intervalBox->setValue(int(std::chrono::duration_cast<std::chrono::minutes>(m_source.interval).count()));
    addField(tr("&Name"), m_nameEdit);
    addField(tr("&What is read"), m_kindBox);
    addField(tr("With which &account"), m_accountBox);
    m_untestedPill->setObjectName(u"untestedPill"_s);
    addWide(m_untestedPill);
    addField(tr("Words to &look for"), m_queryEdit, tr("In the network's own way of searching; watches look at what arrives."));
    addField(tr("&Address"), m_urlEdit, isNew ? QString() : tr("Another address is read from its beginning."));
    buildLocalFields();
    addField(tr("&Read every"), m_intervalBox);
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setWordWrap(true);
    setTextRole(m_preview, TextRole::Muted);
    addWide(m_previewButton);
    addWide(m_preview);
    m_preview->hide();
}

void SourceDialog::buildLocalFields()
{
    addField(tr("&Folder"), m_folderEdit, tr("NDJSON and CSV files that appear in it are read; those that are there already, too."));
    m_folderButton->setText(tr("Choose a folder…"));
    m_folderButton->setAutoDefault(false);
    addWide(m_folderButton);
    m_portBox->setObjectName(u"portBox"_s);
    m_portBox->setRange(kLeastPort, kMostPort);
    m_portBox->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_portBox->setGroupSeparatorShown(false);
    m_portBox->setValue(m_source.kind == SourceKind::Webhook ? QUrl(m_source.url).port(kUsualPort) : kUsualPort);
    addField(tr("&Port"), m_portBox,
             tr("Other programs of this computer bring posts to http://127.0.0.1 at this port, signed with a secret that is "
                "shown once, when the source has been added."));
    m_fileBox->setText(tr("Keep the secret in a file that only your user can read (less safe than a keychain)"));
    addWide(m_fileBox);
    m_fileBox->hide();
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
    m_kindBox->addItem(icon(u"folder2-open"_s), tr("Files that appear in a folder"), int(SourceKind::Folder));
    m_kindBox->addItem(icon(u"box-arrow-in-down"_s), tr("What another program brings (webhook)"), int(SourceKind::Webhook));
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
    const bool isLocal = now == SourceKind::Folder || now == SourceKind::Webhook;
    const bool isOfAccount = now != SourceKind::Feed && !isLocal;
    setFieldVisible(m_accountBox, isOfAccount);
    setFieldVisible(m_queryEdit, now == SourceKind::Search || now == SourceKind::Hashtag);
    setFieldVisible(m_urlEdit, now == SourceKind::Feed);
    setFieldVisible(m_folderEdit, now == SourceKind::Folder);
    m_folderButton->setVisible(now == SourceKind::Folder);
    setFieldVisible(m_portBox, now == SourceKind::Webhook);
    setFieldVisible(m_intervalBox, now != SourceKind::Webhook);
    m_previewButton->setVisible(now != SourceKind::Webhook);
    const QString network = described().network;
    NetworkTexts::showUntested(*m_untestedPill, networks::networkName(network));
    m_untestedPill->setVisible(isOfAccount && networks::capabilitiesOf(network).isUntestedLive);
    const QString address = m_urlEdit->text().trimmed();
    const bool isBegun = u"https://"_s.startsWith(address) || u"http://"_s.startsWith(address);
    const bool isWrong = kind() == SourceKind::Feed && !isBegun && !networks::postUrlIsOpenable(address);
    setErrorText(isWrong ? tr("The address must begin with http:// or https://.") : QString());
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
    case SourceKind::Folder:
        return !source.url.isEmpty();
    case SourceKind::Webhook:
        return true;
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
    if (source.kind == SourceKind::Folder || source.kind == SourceKind::Webhook) {
        source.network = u"import"_s; // the posts name theirs
        QUrl address(source.id.isValid() ? source.url : u"http://127.0.0.1/"_s);
        address.setPort(m_portBox->value());
        source.url = source.kind == SourceKind::Folder ? m_folderEdit->text().trimmed() : address.toString();
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
    else if (source.kind == SourceKind::Webhook)
        addWebhook(source);
    else
        finishWith(workspace.sources().add(workspace.actor(), source));
}

void SourceDialog::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("A folder that files appear in"), m_folderEdit->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_folderEdit, &QLineEdit::setText);
    dialog->open();
}

void SourceDialog::addWebhook(monitoring::Source source)
{
    workspace::Workspace &workspace = m_desk.workspace();
    if (m_fileBox->isChecked())
        workspace.networks().setSecretFile(workspace.actor(), workspace::NetworkRoom::defaultSecretFile());
    source.query = QUuid::createUuid().toString(QUuid::WithoutBraces); // the name of its secret
    const QByteArray secret = monitoring::Webhooks::newSecret();
    // The secret first: a source that is there can be opened.
    auto added = workspace.networks().secrets().write(source.query, secret).then(this, [&workspace, source](const Result<> &kept) {
        return kept ? workspace.sources().add(workspace.actor(), source)
                    : QtFuture::makeReadyFuture(Result<core::SourceId>(fail(kept.error())));
    }).unwrap();
    store::whenDone(added, this, [this](const Result<core::SourceId> &answer) {
        m_fileBox->setVisible(!answer && answer.error().kind == ErrorKind::File);
    });
    finishWith(added, [this, secret, source](const Result<core::SourceId> &) {
        (new WebhookSecretDialog(source, secret, parentWidget()))->open();
    });
}

} // namespace vigie::gui
