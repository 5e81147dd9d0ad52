// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/networkroom.h"

#include "monitoring/accountrepository.h"
#include "monitoring/accountservice.h"
#include "monitoring/alerthook.h"
#include "monitoring/collector.h"
#include "monitoring/sourceprobe.h"
#include "monitoring/webhooks.h"
#include "networks/accountbook.h"
#include "networks/httpclient.h"
#include "networks/networks.h"
#include "networks/secretstore.h"
#include "networks/sender.h"
#include "networks/signin.h"
#include "reply/dispatcher.h"
#include "store/async.h"
#include "store/settings.h"
#include "workspace/workspace.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace vigie::workspace
{
namespace
{

Q_LOGGING_CATEGORY(logNetworkRoom, "vigie.networkroom")

QString secretFileKey()
{
    return u"networks.secret-file"_s;
}

} // namespace

struct NetworkRoom::Here {
    Here(store::Database &database, networks::SecretStore &secrets)
        : http(clock), accounts(secrets), alertHook(database, http, secrets, clock)
    {
    }

    const core::SystemClock clock; ///< limits and dates of the networks are real, whatever a drill's clock says
    networks::HttpClient http;
    networks::AccountBook accounts;
    monitoring::AlertHook alertHook;
};

/// Hands the dispatcher the sender of each account: one each, for as long as its key is the same.
class Senders final : public QObject
{
public:
    Senders(store::Database &database, networks::HttpClient &http, networks::AccountBook &accounts, const core::Clock &clock)
        : m_database(database), m_http(http), m_accounts(accounts), m_clock(clock)
    {
    }

    void find(core::AccountId id, const reply::Dispatcher::Deliver &deliver)
    {
        const auto reader = m_database.reader();
        const auto account = reader ? monitoring::AccountRepository::byId(**reader, id) : fail(reader.error());
        const bool hasKey = account && *account && (*account)->state == monitoring::AccountState::SignedIn;
        if (!hasKey)
            return deliver(nullptr);
        const QString name = (*account)->secretName;
        if (networks::Sender *const known = m_senders.value(name))
            return deliver(known);
        m_accounts.find(name, this, [this, name, deliver](const Result<networks::Account *> &found) {
            if (found && !m_senders.contains(name))
                m_senders.insert(name, networks::makeSender(**found, m_http, m_clock, this));
            deliver(m_senders.value(name));
        });
    }

private:
    store::Database &m_database;
    networks::HttpClient &m_http;
    networks::AccountBook &m_accounts;
    const core::Clock &m_clock;
    QHash<QString, networks::Sender *> m_senders;
};

struct NetworkRoom::Line {
    explicit Line(const Needs &needs, networks::SecretStore &secrets)
        : http(needs.intake().clock())
        , accounts(secrets)
        , senders(needs.database, http, accounts, needs.intake().clock())
        , collector(needs.database, needs.intake(), http, accounts)
        , dispatcher({.database = needs.database,
                      .check = needs.check(),
                      .clock = needs.intake().clock(),
                      .senderFor = [this](core::AccountId id, const reply::Dispatcher::Deliver &deliver) {
                          senders.find(id, deliver);
                      }})
        , webhooks(needs.database, needs.intake(), secrets)
        , alertHook(needs.database, http, secrets, needs.intake().clock())
    {
    }
    [[nodiscard]] QList<QObject *> objects() { return {&http, &accounts, &senders, &collector, &dispatcher, &webhooks, &alertHook}; }

    networks::HttpClient http;
    networks::AccountBook accounts;
    Senders senders;
    monitoring::Collector collector;
    reply::Dispatcher dispatcher;
    monitoring::Webhooks webhooks;
    monitoring::AlertHook alertHook;
};

NetworkRoom::NetworkRoom(Needs needs, QString secretFile) : m_needs(std::move(needs)), m_secretFile(std::move(secretFile)) {}

NetworkRoom::~NetworkRoom()
{
    end();
}

networks::SecretStore &NetworkRoom::secrets()
{
    if (!m_secrets)
        m_secrets = m_secretFile.isEmpty() ? networks::SecretStore::keychain() : networks::SecretStore::file(m_secretFile);
    return *m_secrets;
}

monitoring::AccountService &NetworkRoom::accounts()
{
    if (!m_accounts)
        m_accounts = std::make_unique<monitoring::AccountService>(m_needs.database, secrets());
    return *m_accounts;
}

QString NetworkRoom::storedSecretFile(store::Database &database)
{
    const auto reader = database.reader();
    return reader ? store::Settings::value(**reader, secretFileKey()).value_or(QString()) : QString();
}

QString NetworkRoom::defaultSecretFile()
{
    return QFileInfo(Workspace::defaultDatabasePath()).dir().filePath(u"keys.json"_s);
}

void NetworkRoom::setSecretFile(const QString &actor, const QString &path)
{
    const auto kept = m_needs.database.submit(actor, [path](store::Transaction &transaction) {
        return store::Settings::setValue(transaction, secretFileKey(), path);
    });
    store::whenDone(kept, this, [](const Result<> &done) {
        if (!done)
            qCWarning(logNetworkRoom) << "the place of the keys could not be kept:" << done.error().detail;
    });
    const bool wasReading = m_thread != nullptr;
    end();
    m_here.reset();
    m_accounts.reset();
    m_secrets.reset();
    m_secretFile = path;
    if (wasReading)
        start();
}

NetworkRoom::Here &NetworkRoom::here()
{
    if (!m_here)
        m_here = std::make_unique<Here>(m_needs.database, secrets());
    return *m_here;
}

NetworkRoom::Line &NetworkRoom::line()
{
    if (!m_line)
        m_line = std::make_unique<Line>(m_needs, secrets());
    return *m_line;
}

networks::SignIn *NetworkRoom::makeSignIn(const QString &network, QObject *parent)
{
    return networks::makeSignIn(network, here().http, here().clock, parent);
}

QFuture<Result<networks::Page>> NetworkRoom::probe(const monitoring::Source &source)
{
    return monitoring::probeSource(source, m_needs.database, here().http, here().accounts, here().clock);
}

void NetworkRoom::start()
{
    if (m_thread)
        return;
    Line &parts = line();
    m_thread = std::make_unique<QThread>();
    m_thread->setObjectName(u"network"_s);
    for (QObject *const object : parts.objects())
        object->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::started, &parts.collector, &monitoring::Collector::start);
    connect(m_thread.get(), &QThread::started, &parts.dispatcher, &reply::Dispatcher::start);
    connect(m_thread.get(), &QThread::started, &parts.webhooks, &monitoring::Webhooks::start);
    connect(m_thread.get(), &QThread::started, &parts.alertHook, &monitoring::AlertHook::start);
    // Sockets and timers end in their own thread; what is left is freed when it is over.
    connect(m_thread.get(), &QThread::finished, &parts.collector, &monitoring::Collector::stop, Qt::DirectConnection);
    connect(m_thread.get(), &QThread::finished, &parts.dispatcher, &reply::Dispatcher::stop, Qt::DirectConnection);
    connect(m_thread.get(), &QThread::finished, &parts.webhooks, &monitoring::Webhooks::stop, Qt::DirectConnection);
    connect(m_thread.get(), &QThread::finished, &parts.alertHook, &monitoring::AlertHook::stop, Qt::DirectConnection);
    m_thread->start();
}

monitoring::Collector &NetworkRoom::collectorHere()
{
    return line().collector;
}

reply::Dispatcher &NetworkRoom::dispatcherHere()
{
    return line().dispatcher;
}

monitoring::AlertHook &NetworkRoom::alertHookHere()
{
    return here().alertHook;
}

void NetworkRoom::end()
{
    if (m_thread) {
        m_thread->quit();
        m_thread->wait();
    }
    m_line.reset();
    m_thread.reset();
}

} // namespace vigie::workspace
