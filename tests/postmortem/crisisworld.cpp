// SPDX-License-Identifier: GPL-3.0-or-later
#include "crisisworld.h"

#include <QSqlError>
#include <QSqlQuery>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace vigie::postmortem::test
{
namespace
{

constexpr qint64 kMinute = 60'000;
constexpr qint64 kBucket = 5 * kMinute;

/// Mentions in each five minutes since the beginning: a steep rise, a long tail.
int volumeAt(int bucket)
{
    const double x = bucket;
    return int(std::lround(46.0 * std::pow(x / 26.0, 1.6) * std::exp(1.6 * (1.0 - x / 26.0)) + (bucket * 7 % 5) * 0.6));
}

} // namespace

CrisisWorld::CrisisWorld() : clock(began + std::chrono::hours(48))
{
    auto opened = store::Database::open(folder.filePath(u"desk.vigie"_s), clock);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().toString()));
    database = std::move(*opened);
    run({{u"INSERT INTO watches (id, name, query, created_at) VALUES (1, 'Marque', 'marque', 0)"_s, {}},
         {u"INSERT INTO settings (key, value) VALUES ('variable.brand', 'Maison Lormel')"_s, {}}});
}

void CrisisWorld::run(const std::vector<std::pair<QString, QVariantList>> &statements)
{
    const auto done = wait(database->submit(u"test"_s, [&](store::Transaction &transaction) -> Result<> {
        for (const auto &[sql, values] : statements) {
            QSqlQuery query(transaction.connection().database());
            query.prepare(sql);
            for (int i = 0; i < values.size(); ++i)
                query.bindValue(i, values[i]);
            if (!query.exec())
                return fail(ErrorKind::Database, query.lastError().text() + sql);
        }
        return {};
    }));
    if (!done)
        qFatal("%s", qPrintable(done.error().toString()));
}

void CrisisWorld::addCrisis(Contents contents, int drillRun, const QString &language)
{
    const qint64 start = core::toMillis(began);
    const bool isFull = contents == Contents::Full;
    const auto orNull = [isFull, start](int minutes) { return isFull ? QVariant(start + minutes * kMinute) : QVariant(); };
    if (drillRun != 0)
        run(u"INSERT INTO watches (id, drill_run_id, name, query, created_at) VALUES (2, ?, 'Exercice', 'marque', 0)"_s,
            {drillRun});
    run(u"INSERT INTO incidents (id, drill_run_id, title, kind, severity, state, language, snapshot, watch_id, began_at, "
        "detected_at, opened_at, acknowledged_at, first_statement_at, first_reply_at, resolved_at, closed_at, cadence_s) "
        "VALUES (1, ?, ?, 'product-safety', 3, 'closed', ?, '{}', ?, ?, ?, ?, ?, ?, ?, ?, ?, 3600)"_s,
        {drillRun, isFull ? u"Rappel de la poussette « Plume » : œillets défectueux"_s : u"Fausse alerte"_s, language,
         drillRun != 0 ? 2 : 1, start, start + 18 * kMinute, start + 24 * kMinute, orNull(29), orNull(71), orNull(58),
         orNull(860), start + 900 * kMinute});
    if (!isFull)
        return;
    addHistoryAndMentions(drillRun);
    addWork(drillRun);
}

void CrisisWorld::addHistoryAndMentions(int drillRun)
{
    const qint64 start = core::toMillis(began);
    const qint64 watch = drillRun != 0 ? 2 : 1;
    std::vector<std::pair<QString, QVariantList>> rows;
    const std::array<QString, 4> networks = {u"x"_s, u"mastodon"_s, u"bluesky"_s, u"facebook"_s};
    const std::array<QString, 6> handles = {u"@lea_m"_s, u"@parents75"_s, u"@ines.b"_s, u"@tomk"_s, u"@conso_info"_s, u"@y"_s};
    for (int i = 0; i < int(handles.size()); ++i)
        rows.push_back({u"INSERT INTO authors (id, network, handle, first_seen_at) VALUES (?, ?, ?, 0)"_s,
                        {i + 1, networks[std::size_t(i) % networks.size()], handles[std::size_t(i)]}});
    // Seven quiet days: three mentions an hour.
    for (qint64 hour = 1; hour <= 24 * 7; ++hour)
        rows.push_back({u"INSERT INTO volume_buckets VALUES (?, ?, 3, 1, 2, 0, 0)"_s,
                        {watch, (start - hour * 12 * kBucket) / kBucket * kBucket}});
    qint64 id = 0;
    for (int bucket = 0; bucket < 172; ++bucket) {
        const int total = volumeAt(bucket);
        std::array<int, 4> byTonality = {};
        for (int i = 0; i < total; ++i) {
            const int tonality = i % 10 < (bucket < 60 ? 6 : 4) ? 1 : i % 10 == 9 ? 3 : i % 10 == 8 ? 0 : 2;
            ++byTonality[std::size_t(tonality)];
            const qint64 posted = start + bucket * kBucket + i * 3000;
            id = (posted << 20) | i;
            const bool isCopy = i % 4 == 3;
            rows.push_back(
                {u"INSERT INTO mentions (id, drill_run_id, network, remote_id, author_id, url, text, lang, tonality, negativity, "
                 "risks, reasons, fingerprint, group_id, priority, likes, reposts, replies, in_reply_to, root, posted_at, "
                 "captured_at, sha256) VALUES (?, ?, ?, ?, ?, '', 'x', ?, ?, 0.5, 0, '[]', 0, ?, 50, 0, 0, 0, '', '', ?, ?, x'')"_s,
                 {id, drillRun, networks[std::size_t(i * i) % networks.size()], QString::number(id), i % 6 + 1,
                  i % 9 == 0 ? u"en"_s : u"fr"_s, tonality, isCopy ? id - 1 : id, posted, posted}});
            rows.push_back({u"INSERT INTO mention_watches VALUES (?, ?)"_s, {watch, id}});
            ++mentions;
            negative += tonality == 1 ? 1 : 0;
        }
        rows.push_back({u"INSERT OR REPLACE INTO volume_buckets VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                        {watch, (start + bucket * kBucket) / kBucket * kBucket, total, byTonality[1], byTonality[2],
                         byTonality[3], byTonality[0]}});
    }
    run(rows);
}

void CrisisWorld::addWork(int drillRun)
{
    const qint64 start = core::toMillis(began);
    const auto time = [start](int minutes) { return QVariant(start + minutes * kMinute); };
    const qint64 watch = drillRun != 0 ? 2 : 1;
    std::vector<std::pair<QString, QVariantList>> rows;
    rows.push_back({u"INSERT INTO alerts (drill_run_id, watch_id, kind, raised_at, captured_at, window_from, window_to, "
                    "observed, usual, threshold, reasons, incident_id) VALUES (?, ?, 'volume', ?, ?, ?, ?, 39, 3, 12, '{}', 1)"_s,
                    {drillRun, watch, time(18), time(19), time(-42), time(18)}});
    rows.push_back({u"INSERT INTO sources (id, name, kind, network, created_at) VALUES (1, 'Mastodon piaille.fr', 'feed', "
                    "'mastodon', 0)"_s, {}});
    rows.push_back({u"INSERT INTO source_gaps (source_id, from_at, to_at, reason) VALUES (1, ?, ?, 'timeout')"_s,
                    {time(410), time(455)}});
    const QString log = u"INSERT INTO log_entries (incident_id, at, kind, text, actor, is_starred) VALUES (1, ?, ?, ?, ?, ?)"_s;
    rows.push_back({log, {time(24), u"opened"_s, u"Crise ouverte depuis l’alerte « volume » (39 mentions en 1 h, 3 d’habitude)."_s, u"Inès Béranger"_s, 1}});
    rows.push_back({log, {time(29), u"role"_s, u"Inès Béranger prend la direction de crise ; porte-parole : Paul Œhmichen."_s, u"Inès Béranger"_s, 1}});
    rows.push_back({log, {time(33), u"note"_s, u"Appel au service qualité."_s, u"Paul Œhmichen"_s, 0}});
    rows.push_back({log, {time(58), u"reply"_s, u"Première réponse publique à @lea_m sur X."_s, u"Tom Klein"_s, 1}});
    rows.push_back({log, {time(71), u"update"_s, u"Communiqué d’attente publié : les ventes sont suspendues, prochain point à 9 h 30."_s, u"Paul Œhmichen"_s, 1}});
    rows.push_back({log, {time(142), u"decision"_s, u"Rappel des séries 24-03 à 24-09 décidé après le rapport du laboratoire, remboursement sans ticket de caisse, et mise à jour de la page d’aide en français et en anglais."_s, u"Inès Béranger"_s, 1}});
    rows.push_back({log, {time(860), u"resolved"_s, u"Retour au niveau habituel ; cellule levée."_s, u"Inès Béranger"_s, 1}});

    const QString update = u"INSERT INTO status_updates (incident_id, at, author, text, is_public) VALUES (1, ?, ?, ?, ?)"_s;
    rows.push_back({update, {time(71), u"Paul Œhmichen"_s, u"Nous avons connaissance de signalements sur la poussette Plume. Par précaution, nous suspendons sa vente. Prochain point à 9 h 30."_s, 1}});
    rows.push_back({update, {time(120), u"Inès Béranger"_s, u"Le laboratoire répond à 8 h 30."_s, 0}});
    rows.push_back({update, {time(205), u"Paul Œhmichen"_s, u"Nous rappelons les poussettes Plume des séries 24-03 à 24-09. Cessez de les utiliser : nous les remboursons, sans ticket de caisse."_s, 1}});
    rows.push_back({u"INSERT INTO decisions (incident_id, at, what, why, options, actor) VALUES (1, ?, 'Rappeler les séries "
                    "24-03 à 24-09', 'Le défaut est confirmé par le laboratoire sur 3 œillets sur 40.', 'Attendre un second avis', "
                    "'Inès Béranger')"_s, {time(142)}});
    const QString reply = u"INSERT INTO replies (drill_run_id, incident_id, mention_id, network, recipient, visibility, language, "
                          "text, state, idempotency_key, created_by, edited_by, approved_by, created_at, updated_at, sent_at, "
                          "remote_url) VALUES (?, 1, ?, ?, ?, ?, 'fr', ?, 'sent', ?, 'Tom Klein', 'Tom Klein', 'Paul Œhmichen', "
                          "?, ?, ?, ?)"_s;
    const auto mentionAt = [start](int minutes) { return QVariant((start + minutes * kMinute) << 20); };
    rows.push_back({reply, {drillRun, mentionAt(25), u"x"_s, u"@lea_m"_s, u"public"_s,
                            u"Bonjour Léa, merci de nous avoir alertés. Nous vérifions et revenons vers vous ce matin. – Tom"_s,
                            u"k1"_s, time(50), time(58), time(58), u"https://x.com/lormel/status/1"_s}});
    rows.push_back({reply, {drillRun, mentionAt(60), u"mastodon"_s, u"@parents75"_s, u"private"_s,
                            u"Merci de nous indiquer le numéro de série : nous vous remboursons dès aujourd’hui."_s, u"k2"_s,
                            time(150), time(160), time(160), u""_s}});
    const QString task = u"INSERT INTO tasks (incident_id, position, title, due_at, state, done_at) VALUES (1, ?, 'T', ?, ?, ?)"_s;
    rows.push_back({task, {1, time(60), u"done"_s, time(40)}});
    rows.push_back({task, {2, time(60), u"done"_s, time(75)}});
    rows.push_back({task, {3, QVariant(), u"done"_s, time(300)}});
    rows.push_back({task, {4, time(400), u"open"_s, QVariant()}});
    rows.push_back({task, {5, time(400), u"skipped"_s, QVariant()}});
    rows.push_back({u"INSERT INTO promises (incident_id, text, promised_by, promised_to, due_at) VALUES (1, 'Rembourser sous "
                    "cinq jours', 'Tom Klein', '@parents75', ?)"_s, {time(60 * 24 * 5)}});
    // The foreign keys of replies ask for the mentions they answer.
    for (const int minutes : {25, 60})
        rows.insert(rows.begin(),
                    {u"INSERT OR IGNORE INTO mentions (id, drill_run_id, network, remote_id, author_id, url, text, lang, tonality, "
                     "negativity, risks, reasons, fingerprint, group_id, priority, likes, reposts, replies, in_reply_to, root, "
                     "posted_at, captured_at, sha256) VALUES (?, ?, 'other', ?, 1, '', 'x', 'fr', 1, 0.5, 0, '[]', 0, 0, 50, 0, 0, 0, "
                     "'', '', 0, 0, x'')"_s,
                     {mentionAt(minutes), drillRun, u"a%1"_s.arg(minutes)}});
    run(rows);
}

void CrisisWorld::addLogEntries(int count, const QString &text)
{
    std::vector<std::pair<QString, QVariantList>> rows;
    for (int i = 0; i < count; ++i)
        rows.push_back({u"INSERT INTO log_entries (incident_id, at, kind, text, actor, is_starred) VALUES (1, ?, 'note', ?, "
                        "'Inès Béranger', 1)"_s,
                        {core::toMillis(at(i)), text.arg(i)}});
    run(rows);
}

} // namespace vigie::postmortem::test
