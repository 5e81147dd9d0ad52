// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/signindialog.h"

#include "gui/common/icons.h"
#include "gui/common/networktexts.h"
#include "gui/common/widgets.h"
#include "gui/shell/page.h"
#include "monitoring/accountservice.h"
#include "networks/capabilities.h"
#include "networks/networks.h"
#include "networks/signin.h"
#include "workspace/networkroom.h"
#include "workspace/workspace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

SignInDialog::SignInDialog(Desk &desk, const monitoring::Account &account, QWidget *parent)
    : ActDialog(parent)
    , m_desk(desk)
    , m_networkBox(new QComboBox(this))
    , m_serverEdit(new QLineEdit(account.baseUrl, this))
    , m_handleEdit(new QLineEdit(account.handle, this))
    , m_passwordEdit(new QLineEdit(this))
    , m_codeEdit(new QLineEdit(this))
    , m_untestedPill(new PillLabel(this))
    , m_hint(new QLabel(this))
    , m_fileBox(new QCheckBox(tr("Keep the key in a file that only your user can read (less safe than a keychain)"), this))
{
    const bool isNew = account.network.isEmpty();
    setWindowTitle(isNew ? tr("Add an account") : tr("Sign in again"));
    setIntroduction(tr("Vigie talks with the network from this computer, and with nobody else. The key that it gets stays here."));
    fillNetworks(account);
    addField(tr("&Network"), m_networkBox);
    m_untestedPill->setObjectName(u"untestedPill"_s);
    addWide(m_untestedPill);
    addField(tr("&Server"), m_serverEdit);
    addField(tr("&Handle"), m_handleEdit);
    addField(tr("App &password"), m_passwordEdit,
             tr("Made on the network's own page, for this program alone; never your account's password."));
    m_passwordEdit->setEchoMode(QLineEdit::Password);
    addField(tr("&Code"), m_codeEdit, tr("If the page shows a code, paste it here and press Enter."));
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    setTextRole(m_hint, TextRole::Muted);
    addWide(m_hint);
    addWide(m_fileBox);
    m_fileBox->hide();
    connect(m_networkBox, &QComboBox::currentIndexChanged, this, &SignInDialog::showFields);
    for (QLineEdit *const edit : {m_serverEdit, m_handleEdit, m_passwordEdit})
        connect(edit, &QLineEdit::textChanged, this, &SignInDialog::check);
    connect(m_fileBox, &QCheckBox::toggled, this, &SignInDialog::check);
    connect(m_codeEdit, &QLineEdit::returnPressed, this, [this] {
        if (m_flow && !m_codeEdit->text().trimmed().isEmpty())
            m_flow->enterCode(m_codeEdit->text().trimmed());
    });
    showFields();
}

void SignInDialog::fillNetworks(const monitoring::Account &account)
{
    const QStringList withSignIn = networks::networksWithSignIn();
    for (const QString &name : withSignIn)
        m_networkBox->addItem(icon(networkIconName(name)), networks::networkName(name), name);
    for (const QString &name : networks::knownNetworks()) {
        if (withSignIn.contains(name) || !networks::capabilitiesOf(name).canReply)
            continue;
        m_networkBox->addItem(icon(networkIconName(name)), tr("%1 (by hand)", "%1 is a network").arg(networks::networkName(name)), name);
    }
    const int known = m_networkBox->findData(account.network);
    m_networkBox->setCurrentIndex(std::max(known, 0));
    m_networkBox->setEnabled(account.network.isEmpty());
}

QString SignInDialog::network() const
{
    return m_networkBox->currentData().toString();
}

void SignInDialog::showFields()
{
    const auto form = networks::signInFormOf(network());
    setFieldVisible(m_serverEdit, !form || form->needsServer || !form->usualServer.isEmpty());
    setFieldVisible(m_handleEdit, !form || form->needsHandle);
    setFieldVisible(m_passwordEdit, form && form->needsPassword);
    setFieldVisible(m_codeEdit, false);
    m_serverEdit->setPlaceholderText(form && !form->usualServer.isEmpty() ? form->usualServer : u"https://"_s);
    if (!form)
        m_hint->setText(tr("Vigie cannot sign in to this network. With the account here, replies are prepared, copied, and sent by you on "
                           "the network's own page."));
    else if (form->usesBrowser)
        m_hint->setText(tr("The network's page opens in your browser. Agree there; then come back."));
    else
        m_hint->clear();
    m_hint->setVisible(!m_hint->text().isEmpty());
    NetworkTexts::showUntested(*m_untestedPill, networks::networkName(network()));
    m_untestedPill->setVisible(networks::capabilitiesOf(network()).isUntestedLive);
    setAct(form ? tr("Sign in") : tr("Add the account"));
    check();
}

bool SignInDialog::isComplete() const
{
    if (m_credentials)
        return m_fileBox->isChecked();
    const auto form = networks::signInFormOf(network());
    if (!form)
        return !m_handleEdit->text().trimmed().isEmpty();
    const bool hasServer = !form->needsServer || !m_serverEdit->text().trimmed().isEmpty();
    const bool hasHandle = !form->needsHandle || !m_handleEdit->text().trimmed().isEmpty();
    const bool hasPassword = !form->needsPassword || !m_passwordEdit->text().isEmpty();
    return hasServer && hasHandle && hasPassword;
}

void SignInDialog::act()
{
    m_promise.emplace();
    m_promise->start();
    const QFuture<Added> added = m_promise->future();
    if (m_credentials) {
        workspace::Workspace &workspace = m_desk.workspace();
        workspace.networks().setSecretFile(workspace.actor(), workspace::NetworkRoom::defaultSecretFile());
        keep();
    } else if (networks::signInFormOf(network())) {
        startSignIn();
    } else {
        const auto byHand = m_desk.workspace().networks().accounts().addManual(
            m_desk.workspace().actor(), {.network = network(),
                                         .handle = m_handleEdit->text().trimmed(),
                                         .baseUrl = m_serverEdit->text().trimmed()});
        store::whenDone(byHand, this, [this](const Added &one) { answer(one); });
    }
    finishWith(added, [this](const Added &) { m_desk.showToast(tr("The account was added.")); });
}

void SignInDialog::startSignIn()
{
    delete m_flow;
    m_flow = m_desk.workspace().networks().makeSignIn(network(), this);
    connect(m_flow, &networks::SignIn::needsBrowser, this, &SignInDialog::pageNeeded);
    connect(m_flow, &networks::SignIn::finished, this, &SignInDialog::signedIn);
    m_flow->start({.network = network(),
                   .server = QUrl::fromUserInput(m_serverEdit->text().trimmed()),
                   .identifier = m_handleEdit->text().trimmed(),
                   .password = m_passwordEdit->text().toUtf8()});
}

void SignInDialog::pageNeeded(const QUrl &page)
{
    setFieldVisible(m_codeEdit, true);
    m_codeEdit->setFocus();
    m_hint->setText(tr("Waiting for you to agree in the browser. If no page has opened, go to: %1").arg(page.toString(QUrl::FullyEncoded)));
    m_hint->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_hint->show();
    QDesktopServices::openUrl(page);
}

void SignInDialog::signedIn(const Result<networks::Credentials> &credentials)
{
    if (!credentials)
        return answer(fail(credentials.error()));
    m_credentials = *credentials;
    keep();
}

void SignInDialog::keep()
{
    const auto kept = m_desk.workspace().networks().accounts().signIn(m_desk.workspace().actor(), *m_credentials);
    store::whenDone(kept, this, [this](const Added &added) {
        // No keychain on this computer: the person may choose a file instead, knowing what it means.
        m_fileBox->setVisible(!added && added.error().kind == ErrorKind::File);
        answer(added);
    });
}

void SignInDialog::answer(const Added &added)
{
    if (!m_promise)
        return;
    m_promise->addResult(added);
    m_promise->finish();
    m_promise.reset();
    check();
}

} // namespace vigie::gui
