// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/alerthook.h"

#include "monitoring/alertrepository.h"
#include "networks/httpclient.h"
#include "networks/secretstore.h"
#include "networks/webhookrequest.h"
#include "store/async.h"
#include "store/settings.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

constexpr auto kHost = "monitoring.alert-hook"_L1;
constexpr auto kLanguage = "monitoring.alert-hook-language"_L1;
constexpr auto kTold = "monitoring.alert-hook-told"_L1;
constexpr auto kProblem = "monitoring.alert-hook-problem"_L1;
constexpr std::chrono::seconds kPatience{20};

QString actor()
{
    return u"vigie"_s;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

Result<AlertHookState> AlertHookState::read(const store::Connection &connection)
{
    const auto host = store::Settings::value(connection, kHost);
    const auto language = store::Settings::value(connection, kLanguage);
    const auto told = store::Settings::value(connection, kTold);
    const auto problem = store::Settings::value(connection, kProblem);
    for (const auto *value : {&host, &language, &told, &problem}) {
        if (!*value)
            return fail(value->error());
    }
    return AlertHookState{.host = *host,
                          .language = core::languageFromTag(*language).value_or(core::Language::English),
                          .told = core::AlertId{told->toLongLong()},
                          .problem = *problem};
}

QByteArray AlertHookKey::toBytes() const
{
    return compact({{u"url"_s, url}, {u"secret"_s, QString::fromLatin1(secret)}});
}

Result<AlertHookKey> AlertHookKey::fromBytes(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const AlertHookKey key{.url = object.value(u"url"_s).toString(), .secret = object.value(u"secret"_s).toString().toLatin1()};
    if (key.url.isEmpty() || key.secret.isEmpty())
        return fail(ErrorKind::Parse, u"the address to which alerts are told cannot be read: set it again"_s);
    return key;
}

AlertHook::AlertHook(store::Database &database, networks::HttpClient &http, networks::SecretStore &secrets, const core::Clock &clock)
    : m_database(database), m_http(http), m_secrets(secrets), m_clock(clock)
{
}

AlertHook::~AlertHook() = default;

Result<> AlertHook::configure(store::Transaction &transaction, const QString &host, core::Language language)
{
    const auto newest = AlertRepository::newestId(transaction.connection());
    if (!newest)
        return fail(newest.error());
    const std::array<std::pair<QString, QString>, 4> values{{{kHost, host},
                                                             {kLanguage, core::languageTag(language)},
                                                             {kTold, QString::number(newest->value)},
                                                             {kProblem, QString()}}};
    for (const auto &[key, value] : values) {
        if (auto set = store::Settings::setValue(transaction, key, value); !set)
            return set;
    }
    return {};
}

QByteArray AlertHook::payloadOf(const Alert &alert, core::Language language)
{
    const core::Phrasebook phrases(language);
    const core::Format format(language, QTimeZone::utc());
    const QString text = u"Vigie — %1 — %2 — %3"_s.arg(alert.reasons.watchName, title(alert.kind, phrases), sentence(alert, format, phrases));
    return compact({{u"event"_s, u"alert"_s},
                    {u"text"_s, text},
                    {u"alert"_s, QJsonObject{{u"id"_s, alert.id.value},
                                             {u"watch"_s, alert.reasons.watchName},
                                             {u"query"_s, alert.reasons.watchQuery},
                                             {u"kind"_s, alertKindKey(alert.kind)},
                                             {u"raised_at"_s, core::toIso(alert.raisedAt)},
                                             {u"window_from"_s, core::toIso(alert.windowFrom)},
                                             {u"window_to"_s, core::toIso(alert.windowTo)},
                                             {u"observed"_s, alert.observed},
                                             {u"usual"_s, alert.usual},
                                             {u"threshold"_s, alert.threshold}}}});
}

QFuture<Result<int>> AlertHook::tellOnce()
{
    m_round = std::make_unique<QPromise<Result<int>>>();
    m_round->start();
    m_count = 0;
    const QFuture<Result<int>> future = m_round->future();
    look();
    return future;
}

QFuture<Result<>> AlertHook::tryOut(const AlertHookKey &key, core::Language language)
{
    const auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    const QString text =
        core::Phrasebook(language).text("AlertHook", QT_TRANSLATE_NOOP("AlertHook", "Vigie: this is only a test. Alerts will arrive here."));
    post(key, "test-" + QByteArray::number(core::toMillis(m_clock.now())), compact({{u"event"_s, u"test"_s}, {u"text"_s, text}}),
         [promise](const Result<> &answer) {
             promise->addResult(answer);
             promise->finish();
         });
    return promise->future();
}

QFuture<Result<>> AlertHook::test()
{
    const auto reader = m_database.reader();
    const auto state = reader ? AlertHookState::read(**reader) : fail(reader.error());
    if (!state)
        return QtFuture::makeReadyFuture(Result<>(fail(state.error())));
    if (state->host.isEmpty())
        return QtFuture::makeReadyFuture(Result<>(fail(ErrorKind::NotFound, u"alerts are told nowhere"_s)));
    const auto use = [this, language = state->language](const Result<QByteArray> &kept) {
        const auto key = kept.and_then(AlertHookKey::fromBytes);
        return key ? tryOut(*key, language) : QtFuture::makeReadyFuture(Result<>(fail(key.error())));
    };
    return m_secrets.read(secretName()).then(this, use).unwrap();
}

void AlertHook::start()
{
    if (m_timer)
        return;
    m_timer = new QTimer(this);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &AlertHook::look);
    connect(&m_database, &store::Database::changed, this, &AlertHook::noticeChanges);
    look();
}

void AlertHook::stop()
{
    disconnect(&m_database, &store::Database::changed, this, nullptr);
    delete m_timer;
    m_timer = nullptr;
}

void AlertHook::noticeChanges(const store::Changes &changes)
{
    const auto matters = [](const store::Change &change) {
        return change.entity == store::Entity::Alert || change.entity == store::Entity::Setting;
    };
    // While one is to be tried again its timer decides: a server in trouble is not asked at each alert.
    if (m_timer && !m_timer->isActive() && std::any_of(changes.begin(), changes.end(), matters))
        look();
}

void AlertHook::look()
{
    if (m_isTelling)
        return;
    const auto reader = m_database.reader();
    const auto state = reader ? AlertHookState::read(**reader) : fail(reader.error());
    if (!state)
        return endRound(fail(state.error()));
    if (state->host.isEmpty())
        return endRound(m_count);
    const auto next = AlertRepository::nextAfter(**reader, {}, state->told);
    if (!next)
        return endRound(fail(next.error()));
    if (!*next)
        return endRound(m_count);
    tell(*state, **next);
}

void AlertHook::tell(const AlertHookState &state, const Alert &alert)
{
    m_isTelling = true;
    const auto settle = [this, id = alert.id, known = state.problem](const Result<> &answer) {
        if (answer)
            taken(id);
        else
            notTaken(answer.error(), known);
    };
    store::whenDone(m_secrets.read(secretName()), this,
                    [this, delivery = "alert-" + QByteArray::number(alert.id.value), body = payloadOf(alert, state.language),
                     settle](const Result<QByteArray> &kept) {
                        if (const auto key = kept.and_then(AlertHookKey::fromBytes))
                            post(*key, delivery, body, settle);
                        else
                            settle(fail(key.error()));
                    });
}

void AlertHook::post(const AlertHookKey &key, const QByteArray &delivery, const QByteArray &body, const Done &done)
{
    const QByteArray timestamp = QByteArray::number(core::toMillis(m_clock.now()) / 1000);
    const networks::HttpRequest request{.url = QUrl(key.url, QUrl::StrictMode),
                                        .headers = {{"Content-Type", "application/json"},
                                                    {"X-Vigie-Timestamp", timestamp},
                                                    {"X-Vigie-Delivery", delivery},
                                                    {"X-Vigie-Signature", networks::webhookSignature(key.secret, timestamp, body)}},
                                        .verb = "POST",
                                        .body = body,
                                        .timeout = kPatience};
    m_http.sendOnce(request, this, [this, done](const Result<networks::HttpResponse> &answer, networks::Departure) {
        if (!answer)
            done(fail(answer.error()));
        else if (answer->status / 100 != 2)
            done(fail(networks::errorOfStatus(*answer, m_clock.now())));
        else
            done({});
    });
}

void AlertHook::taken(core::AlertId alert)
{
    const auto noted = m_database.submit(actor(), [alert](store::Transaction &transaction) -> Result<> {
        const auto state = AlertHookState::read(transaction.connection());
        if (!state)
            return fail(state.error());
        if (!state->problem.isEmpty()) {
            if (auto cleared = store::Settings::setValue(transaction, kProblem, {}); !cleared)
                return cleared;
        }
        return store::Settings::setValue(transaction, kTold, QString::number(std::max(alert, state->told).value));
    });
    store::whenDone(noted, this, [this](const Result<> &done) {
        m_isTelling = false;
        m_attempt = 0;
        if (!done)
            return endRound(fail(done.error()));
        ++m_count;
        look();
    });
}

void AlertHook::notTaken(const Error &reason, const QString &known)
{
    m_isTelling = false;
    if (m_timer)
        m_timer->start(networks::backoffDelay(++m_attempt, QRandomGenerator::global()->generateDouble()));
    const QString problem = reason.toString();
    if (problem == known)
        return endRound(fail(reason));
    const auto noted = m_database.submit(actor(), [problem](store::Transaction &transaction) {
        return store::Settings::setValue(transaction, kProblem, problem);
    });
    store::whenDone(noted, this, [this, reason](const Result<> &) { endRound(fail(reason)); });
}

void AlertHook::endRound(const Result<int> &result)
{
    if (!m_round)
        return;
    const auto round = std::move(m_round);
    round->addResult(result);
    round->finish();
}

} // namespace vigie::monitoring
