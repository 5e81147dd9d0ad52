// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/alerthookdialog.h"

#include "gui/shell/page.h"
#include "monitoring/webhooks.h"
#include "networks/secretstore.h"
#include "workspace/networkroom.h"
#include "workspace/workspace.h"

#include <QComboBox>
#include <QHostAddress>
#include <QLineEdit>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

bool isUnencrypted(const QUrl &url)
{
    const QString host = url.host();
    const bool isHere = host == u"localhost"_s || QHostAddress(host).isLoopback();
    return url.scheme() == u"http"_s && !host.isEmpty() && !isHere;
}

} // namespace

AlertHookDialog::AlertHookDialog(Desk &desk, const monitoring::AlertHookState &state, QWidget *parent)
    : ActDialog(parent)
    , m_desk(desk)
    , m_isSet(!state.host.isEmpty())
    , m_secret(monitoring::Webhooks::newSecret())
    , m_urlEdit(new QLineEdit(this))
    , m_languageBox(new QComboBox(this))
{
    setWindowTitle(tr("Tell alerts elsewhere"));
    setIntroduction(tr("Each new alert is also sent to this address while Vigie is open or “vigiectl collect” runs: a channel of "
                       "Mattermost or Slack, or a program of yours. Alerts of exercises are not."));
    m_urlEdit->setObjectName(u"urlEdit"_s);
    m_urlEdit->setPlaceholderText(u"https://chat.example/hooks/…"_s);
    QString hint;
    if (!state.problem.isEmpty())
        hint = tr("The last alert was not taken by %1; it is tried again and again. Leave it empty to stop.", "%1 is the name of a server").arg(state.host);
    else if (m_isSet)
        hint = tr("Now: %1. Leave it empty to stop.", "%1 is the name of a server").arg(state.host);
    addField(tr("&Address"), m_urlEdit, hint);
    for (const core::Language language : {core::Language::French, core::Language::English})
        m_languageBox->addItem(language == core::Language::French ? tr("French") : tr("English"), core::languageTag(language));
    m_languageBox->setCurrentIndex(m_languageBox->findData(core::languageTag(m_isSet ? state.language : desk.workspace().language())));
    addField(tr("&Language"), m_languageBox);
    auto *secret = new QLineEdit(QString::fromLatin1(m_secret), this);
    secret->setObjectName(u"secretEdit"_s);
    secret->setReadOnly(true);
    addField(tr("&Secret"), secret, tr("Signs what is sent, for a program that wants to be sure. A chat does not need it. Shown this once."));
    setAct(tr("Try it and save"));
    connect(m_urlEdit, &QLineEdit::textChanged, this, [this](const QString &url) {
        setAct(url.trimmed().isEmpty() && m_isSet ? tr("Tell alerts nowhere") : tr("Try it and save"));
        setErrorText(isUnencrypted(QUrl(url.trimmed())) ? tr("Alerts do not leave this computer unencrypted: the address begins with https.") : QString());
        check();
    });
    check();
}

bool AlertHookDialog::isComplete() const
{
    const QString text = m_urlEdit->text().trimmed();
    const QUrl url(text, QUrl::StrictMode);
    return text.isEmpty() ? m_isSet : url.isValid() && !url.host().isEmpty() && (url.scheme() == u"https"_s || url.scheme() == u"http"_s)
                                    && !isUnencrypted(url);
}

QFuture<Result<>> AlertHookDialog::configure(const QString &host) const
{
    const core::Language language = core::languageFromTag(m_languageBox->currentData().toString()).value_or(core::Language::English);
    workspace::Workspace &workspace = m_desk.workspace();
    return workspace.database().submit(workspace.actor(), [host, language](store::Transaction &transaction) {
        return monitoring::AlertHook::configure(transaction, host, language);
    });
}

void AlertHookDialog::act()
{
    workspace::NetworkRoom &networks = m_desk.workspace().networks();
    const QString name = monitoring::AlertHook::secretName();
    const monitoring::AlertHookKey key{.url = m_urlEdit->text().trimmed(), .secret = m_secret};
    if (key.url.isEmpty()) {
        return finishWith(networks.secrets().remove(name).then(this, [this](const Result<> &removed) {
            return removed ? configure({}) : QtFuture::makeReadyFuture(removed);
        }).unwrap(), [this](const Result<> &) { m_desk.showToast(tr("Alerts are told nowhere else.")); });
    }
    const core::Language language = core::languageFromTag(m_languageBox->currentData().toString()).value_or(core::Language::English);
    const auto keep = [&networks, name, key](const Result<> &taken) {
        return taken ? networks.secrets().write(name, key.toBytes()) : QtFuture::makeReadyFuture(taken);
    };
    const auto enter = [this, host = QUrl(key.url).host()](const Result<> &kept) {
        return kept ? configure(host) : QtFuture::makeReadyFuture(kept);
    };
    finishWith(networks.alertHookHere().tryOut(key, language).then(this, keep).unwrap().then(this, enter).unwrap(),
               [this](const Result<> &) { m_desk.showToast(tr("A test has arrived. Alerts are told there from now on.")); });
}

} // namespace vigie::gui
