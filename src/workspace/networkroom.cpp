// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/networkroom.h"

#include "monitoring/accountservice.h"
#include "monitoring/collector.h"
#include "monitoring/sourceprobe.h"
#include "networks/accountbook.h"
#include "networks/httpclient.h"
#include "networks/networks.h"
#include "networks/secretstore.h"
#include "networks/signin.h"
#include "store/async.h"
#include "store/settings.h"
#include "workspace/workspace.h"

#include <QDir>
#include <QFileInfo>
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
    explicit Here(networks::SecretStore &secrets) : http(clock), accounts(secrets) {}

    const core::SystemClock clock; ///< limits and dates of the networks are real, whatever a drill's clock says
    networks::HttpClient http;
    networks::AccountBook accounts;
};

struct NetworkRoom::Reader {
    Reader(store::Database &database, monitoring::Intake &intake, networks::SecretStore &secrets)
        : http(intake.clock()), accounts(secrets), collector(database, intake, http, accounts)
    {
    }
    networks::HttpClient http;
    networks::AccountBook accounts;
    monitoring::Collector collector;
};

NetworkRoom::NetworkRoom(store::Database &database, std::function<monitoring::Intake &()> intake, QString secretFile)
    : m_database(database), m_intake(std::move(intake)), m_secretFile(std::move(secretFile))
{
}

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
        m_accounts = std::make_unique<monitoring::AccountService>(m_database, secrets());
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
    const auto kept = m_database.submit(actor, [path](store::Transaction &transaction) {
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
        m_here = std::make_unique<Here>(secrets());
    return *m_here;
}

NetworkRoom::Reader &NetworkRoom::reader()
{
    if (!m_reader)
        m_reader = std::make_unique<Reader>(m_database, m_intake(), secrets());
    return *m_reader;
}

networks::SignIn *NetworkRoom::makeSignIn(const QString &network, QObject *parent)
{
    return networks::makeSignIn(network, here().http, here().clock, parent);
}

QFuture<Result<networks::Page>> NetworkRoom::probe(const monitoring::Source &source)
{
    return monitoring::probeSource(source, m_database, here().http, here().accounts, here().clock);
}

void NetworkRoom::start()
{
    if (m_thread)
        return;
    Reader &parts = reader();
    m_thread = std::make_unique<QThread>();
    m_thread->setObjectName(u"network"_s);
    for (QObject *const object : std::initializer_list<QObject *>{&parts.http, &parts.accounts, &parts.collector})
        object->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::started, &parts.collector, &monitoring::Collector::start);
    // Sockets and timers end in their own thread; what is left is freed when it is over.
    connect(m_thread.get(), &QThread::finished, &parts.collector, &monitoring::Collector::stop, Qt::DirectConnection);
    m_thread->start();
}

monitoring::Collector &NetworkRoom::collectorHere()
{
    return reader().collector;
}

void NetworkRoom::end()
{
    if (m_thread) {
        m_thread->quit();
        m_thread->wait();
    }
    m_reader.reset();
    m_thread.reset();
}

} // namespace vigie::workspace
