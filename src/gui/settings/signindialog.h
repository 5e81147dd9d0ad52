// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/actdialog.h"
#include "monitoring/account.h"
#include "networks/account.h"

#include <QPromise>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace vigie::networks
{
class SignIn;
struct SignInForm;
}

namespace vigie::gui
{

class Desk;
class PillLabel;

/**
 * Signs in to a network, or adds an account that is used by hand where Vigie knows no sign-in. The network's own page opens
 * in the browser where the person must agree there. Where this computer has no keychain, keys may be kept in a file, when the
 * person says so. Networks that want an app of the desk's own offer two ways: the browser with its client ID, or a token.
 */
class SignInDialog : public ActDialog
{
    Q_OBJECT

public:
    /// An account without a network is a new one.
    SignInDialog(Desk &desk, const monitoring::Account &account, QWidget *parent);

protected:
    bool isComplete() const override;
    void act() override;
    QString failureSentence(const Error &error) const override;

private:
    enum class Way {
        Plain,   ///< what the network's form asks for
        Browser, ///< with the client ID of an app
        Token,
    };
    using Added = Result<core::AccountId>;
    void fillNetworks(const monitoring::Account &account);
    void addFields();
    /// Of an account that signs in again: the app is the same.
    void fillApp(const QString &secretName);
    void showFields();
    [[nodiscard]] QString hint(const std::optional<networks::SignInForm> &form) const;
    [[nodiscard]] Way way() const;
    void startSignIn();
    void pageNeeded(const QUrl &page);
    void signedIn(const Result<networks::Credentials> &credentials);
    void keep();
    void answer(const Added &added);
    [[nodiscard]] QString network() const;

    Desk &m_desk;
    const QUrl m_knownServer; ///< of an account that signs in again; empty: the usual one
    QComboBox *m_networkBox;
    QComboBox *m_wayBox;
    QLineEdit *m_serverEdit;
    QLineEdit *m_handleEdit;
    QLineEdit *m_passwordEdit;
    QLineEdit *m_clientIdEdit;
    QLineEdit *m_clientSecretEdit;
    QLineEdit *m_tokenEdit;
    QLineEdit *m_refreshTokenEdit;
    QLineEdit *m_codeEdit;
    PillLabel *m_untestedPill;
    QLabel *m_hint;
    QCheckBox *m_fileBox; ///< shown once the keychain has failed
    networks::SignIn *m_flow = nullptr;
    std::optional<networks::Credentials> m_credentials; ///< got, but not kept yet
    std::optional<QPromise<Added>> m_promise;
};

} // namespace vigie::gui
