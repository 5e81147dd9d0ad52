// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/webhooks.h"

#include "monitoring/sourcerepository.h"
#include "networks/secretstore.h"
#include "store/async.h"

#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

Q_LOGGING_CATEGORY(logWebhooks, "vigie.webhook")

constexpr std::chrono::minutes kTryAgain{1};

} // namespace

Webhooks::Webhooks(store::Database &database, Intake &intake, networks::SecretStore &secrets)
    : m_database(database), m_intake(intake), m_secrets(secrets)
{
}

Webhooks::~Webhooks() = default;

QByteArray Webhooks::newSecret()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), qsizetype(sizeof(words))).toHex();
}

networks::WebhookSettings Webhooks::settingsOf(const QString &address, const QByteArray &secret)
{
    const QUrl url(address);
    const QString path = url.path();
    return {.secret = secret,
            .port = quint16(std::clamp(url.port(0), 0, 65'535)),
            .path = path.isEmpty() ? QByteArray("/") : path.toUtf8(),
            .isOpenToLan = url.host() == u"0.0.0.0"_s};
}

void Webhooks::start()
{
    if (m_timer)
        return;
    m_timer = new QTimer(this);
    connect(m_timer, &QTimer::timeout, this, &Webhooks::tryAgain);
    m_timer->start(kTryAgain);
    connect(&m_database, &store::Database::changed, this, &Webhooks::noticeChanges);
    follow();
}

void Webhooks::stop()
{
    disconnect(&m_database, &store::Database::changed, this, nullptr);
    delete m_timer;
    m_timer = nullptr;
    m_doors.clear();
}

void Webhooks::noticeChanges(const store::Changes &changes)
{
    const auto matters = [](const store::Change &change) { return change.entity == store::Entity::Source; };
    if (m_timer && std::any_of(changes.begin(), changes.end(), matters))
        follow();
}

void Webhooks::tryAgain()
{
    std::erase_if(m_doors, [](const auto &entry) { return !entry.second.listener; });
    follow();
}

void Webhooks::follow()
{
    const auto reader = m_database.reader();
    const auto sources = reader ? SourceRepository::list(**reader) : fail(reader.error());
    if (!sources) {
        qCWarning(logWebhooks) << "the sources cannot be read:" << sources.error().detail;
        return;
    }
    const auto isWanted = [&sources](const auto &entry) {
        return std::any_of(sources->begin(), sources->end(), [&entry](const Source &source) {
            return source.id == entry.first && source.isEnabled && source.url == entry.second.address
                   && source.query == entry.second.secretName;
        });
    };
    std::erase_if(m_doors, [&isWanted](const auto &entry) { return !isWanted(entry); });
    for (const Source &source : *sources) {
        if (source.kind != SourceKind::Webhook || !source.isEnabled)
            continue;
        // One that could not be opened waits for the timer: its own failure is a change of the source.
        if (!m_doors.try_emplace(source.id, Door{source.url, source.query, nullptr}).second)
            continue;
        store::whenDone(m_secrets.read(source.query), this,
                        [this, source](const Result<QByteArray> &secret) { open(source, secret); });
    }
}

void Webhooks::open(const Source &source, const Result<QByteArray> &secret)
{
    const auto door = m_doors.find(source.id);
    const bool isStale = door == m_doors.end() || door->second.address != source.url
                         || door->second.secretName != source.query || door->second.listener;
    if (isStale)
        return;
    auto listener = std::make_unique<WebhookListener>(m_database, m_intake, source.id,
                                                      settingsOf(source.url, secret.value_or(QByteArray())), this);
    const auto port = listener->listen();
    if (!port)
        return; // noted with the source
    door->second.listener = std::move(listener);
    emit opened(source.id, *port);
}

} // namespace vigie::monitoring
