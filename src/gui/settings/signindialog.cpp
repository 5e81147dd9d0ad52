// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/signindialog.h"

#include "gui/common/icons.h"
#include "gui/common/networktexts.h"
#include "gui/common/widgets.h"
#include "gui/shell/page.h"
#include "monitoring/accountservice.h"
#include "networks/capabilities.h"
#include "networks/failuretexts.h"
#include "networks/networks.h"
#include "networks/secretstore.h"
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
    , m_knownServer(account.baseUrl)
    , m_networkBox(new QComboBox(this))
    , m_wayBox(new QComboBox(this))
    , m_serverEdit(new QLineEdit(account.baseUrl, this))
    , m_handleEdit(new QLineEdit(account.handle, this))
    , m_passwordEdit(new QLineEdit(this))
    , m_clientIdEdit(new QLineEdit(this))
    , m_clientSecretEdit(new QLineEdit(this))
    , m_tokenEdit(new QLineEdit(this))
    , m_refreshTokenEdit(new QLineEdit(this))
    , m_codeEdit(new QLineEdit(this))
    , m_untestedPill(new PillLabel(this))
    , m_hint(new QLabel(this))
    , m_fileBox(new QCheckBox(tr("Keep the key in a file that only your user can read (less safe than a keychain)"), this))
{
    const bool isNew = account.network.isEmpty();
    setWindowTitle(isNew ? tr("Add an account") : tr("Sign in again"));
    setIntroduction(tr("Vigie talks with the network from this computer, and with nobody else. The key that it gets stays here."));
    fillNetworks(account);
    addFields();
    for (QComboBox *const box : {m_networkBox, m_wayBox})
        connect(box, &QComboBox::currentIndexChanged, this, &SignInDialog::showFields);
    for (QLineEdit *const edit : {m_serverEdit, m_handleEdit, m_passwordEdit, m_clientIdEdit, m_clientSecretEdit, m_tokenEdit,
                                  m_refreshTokenEdit})
        connect(edit, &QLineEdit::textChanged, this, &SignInDialog::check);
    connect(m_fileBox, &QCheckBox::toggled, this, &SignInDialog::check);
    connect(m_codeEdit, &QLineEdit::returnPressed, this, [this] {
        if (m_flow && !m_codeEdit->text().trimmed().isEmpty())
            m_flow->enterCode(m_codeEdit->text().trimmed());
    });
    showFields();
    if (!account.secretName.isEmpty())
        fillApp(account.secretName);
}

void SignInDialog::fillApp(const QString &secretName)
{
    store::whenDone(m_desk.workspace().networks().secrets().read(secretName), this, [this](const Result<QByteArray> &secret) {
        const networks::Credentials known = secret ? networks::Credentials::fromJson(*secret) : networks::Credentials();
        if (known.clientId.isEmpty()) {
            m_wayBox->setCurrentIndex(m_wayBox->findData(int(Way::Token)));
        } else if (m_clientIdEdit->text().isEmpty() && m_clientSecretEdit->text().isEmpty()) {
            m_clientIdEdit->setText(QString::fromUtf8(known.clientId));
            m_clientSecretEdit->setText(QString::fromUtf8(known.clientSecret));
        }
    });
}

void SignInDialog::addFields()
{
    addField(tr("&Network"), m_networkBox);
    m_untestedPill->setObjectName(u"untestedPill"_s);
    addWide(m_untestedPill);
    m_wayBox->addItem(tr("In the browser, with your app's client ID"), int(Way::Browser));
    m_wayBox->addItem(tr("With a token that you have made"), int(Way::Token));
    m_wayBox->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // the dialog is no wider for it
    addField(tr("Sign &in"), m_wayBox);
    addField(tr("&Server"), m_serverEdit);
    addField(tr("Access &token"), m_tokenEdit);
    addField(tr("&Handle"), m_handleEdit);
    addField(tr("App &password"), m_passwordEdit,
             tr("Made on the network's own page, for this program alone; never your account's password."));
    addField(tr("&Refresh token"), m_refreshTokenEdit, tr("If there is one: with it and the client ID, the sign-in lasts."));
    addField(tr("C&lient ID"), m_clientIdEdit);
    addField(tr("Client s&ecret"), m_clientSecretEdit);
    for (QLineEdit *const secret : {m_passwordEdit, m_tokenEdit, m_refreshTokenEdit, m_clientSecretEdit})
        secret->setEchoMode(QLineEdit::Password);
    addField(tr("&Code"), m_codeEdit, tr("If the page shows a code, paste it here and press Enter."));
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    setTextRole(m_hint, TextRole::Muted);
    addWide(m_hint);
    addWide(m_fileBox);
    m_fileBox->hide();
    // A network that asks for less than the one before leaves room: below the fields, not between them.
    auto *room = new QWidget;
    room->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    addWide(room);
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

SignInDialog::Way SignInDialog::way() const
{
    const auto form = networks::signInFormOf(network());
    if (!form || !form->takesToken)
        return Way::Plain;
    return form->usesBrowser ? Way(m_wayBox->currentData().toInt()) : Way::Token;
}

QString SignInDialog::hint(const std::optional<networks::SignInForm> &form) const
{
    if (!form)
        return tr("Vigie cannot sign in to this network. With the account here, replies are prepared, copied, and sent by you on the "
                  "network's own page.");
    if (way() == Way::Plain)
        return form->usesBrowser ? tr("The network's page opens in your browser. Agree there; then come back.") : QString();
    const auto key = way() == Way::Token ? NetworkTexts::Key::Token : NetworkTexts::Key::ClientId;
    const QString where = NetworkTexts::whereToGet(key, network(), form->redirect);
    //: A sentence on where to get a token, and then the rights it needs, as the network names them.
    return tr("%1 It needs the rights: %2.").arg(where, form->rights.join(u", "_s));
}

void SignInDialog::showFields()
{
    const auto form = networks::signInFormOf(network());
    const Way chosen = way();
    const bool isByApp = chosen != Way::Plain && form->takesClientId;
    setFieldVisible(m_wayBox, isByApp && form->usesBrowser);
    setFieldVisible(m_serverEdit, form && (form->needsServer || !form->usualServer.isEmpty()));
    setFieldVisible(m_handleEdit, !form || form->needsHandle || (form->takesHandle && chosen == Way::Token));
    setFieldVisible(m_passwordEdit, form && form->needsPassword);
    setFieldVisible(m_tokenEdit, chosen == Way::Token);
    setFieldVisible(m_refreshTokenEdit, chosen == Way::Token && isByApp);
    setFieldVisible(m_clientIdEdit, isByApp);
    setFieldVisible(m_clientSecretEdit, isByApp && form->takesClientSecret);
    setFieldVisible(m_codeEdit, false);
    m_handleEdit->setPlaceholderText(chosen == Way::Token ? tr("Only if the token is for several accounts") : QString());
    m_serverEdit->setPlaceholderText(form && !form->usualServer.isEmpty() ? form->usualServer : u"https://"_s);
    m_hint->setText(hint(form));
    m_hint->setVisible(!m_hint->text().isEmpty());
    m_hint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    NetworkTexts::showUntested(*m_untestedPill, networks::networkName(network()));
    m_untestedPill->setVisible(networks::capabilitiesOf(network()).isUntestedLive);
    setAct(form ? tr("Sign in") : tr("Add the account"));
    if (isVisible())
        fitHeight();
    check();
}

bool SignInDialog::isComplete() const
{
    if (m_credentials)
        return m_fileBox->isChecked();
    const auto form = networks::signInFormOf(network());
    const auto isFilled = [](const QLineEdit *edit) { return !edit->text().trimmed().isEmpty(); };
    if (!form)
        return isFilled(m_handleEdit);
    switch (way()) {
    case Way::Token: // what is renewed is renewed by its app
        return isFilled(m_tokenEdit) && (!isFilled(m_refreshTokenEdit) || isFilled(m_clientIdEdit));
    case Way::Browser:
        return isFilled(m_clientIdEdit) && (!form->takesClientSecret || isFilled(m_clientSecretEdit));
    case Way::Plain:
        break;
    }
    const bool hasServer = !form->needsServer || isFilled(m_serverEdit);
    const bool hasHandle = !form->needsHandle || isFilled(m_handleEdit);
    return hasServer && hasHandle && (!form->needsPassword || isFilled(m_passwordEdit));
}

QString SignInDialog::failureSentence(const Error &error) const
{
    // What the network, or the sign-in, says of what was typed; it says more than the kind of the error.
    const bool isOfSignIn = error.kind == ErrorKind::Unauthorized || error.kind == ErrorKind::InvalidArgument
                            || error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Conflict;
    if (!isOfSignIn || m_credentials)
        return ActDialog::failureSentence(error);
    const core::Phrasebook phrases(m_desk.workspace().format().language());
    //: %1 is a reason in small letters: "the network does not take this token".
    return tr("Not signed in: %1.").arg(networks::failureText(error.detail, phrases));
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
                                         .baseUrl = m_knownServer.toString()});
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
    networks::SignInRequest request{.network = network(),
                                    .server = QUrl::fromUserInput(m_serverEdit->text().trimmed()),
                                    .identifier = m_handleEdit->text().trimmed(),
                                    .password = m_passwordEdit->text().toUtf8()};
    const Way chosen = way();
    if (chosen != Way::Plain) { // without a field for the server: what another network has left there is none of this one's
        request.server = m_knownServer;
        request.clientId = m_clientIdEdit->text().toUtf8();
        request.clientSecret = m_clientSecretEdit->text().toUtf8();
        request.password.clear();
    }
    if (chosen == Way::Token) {
        request.password = m_tokenEdit->text().toUtf8();
        request.refreshToken = m_refreshTokenEdit->text().toUtf8();
    }
    m_flow->start(request);
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
