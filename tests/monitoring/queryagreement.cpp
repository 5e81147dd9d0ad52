// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/queryagreement.h"

#include "monitoring/desk.h"
#include "monitoring/judgedpost.h"
#include "monitoring/storedquery.h"

#include <QElapsedTimer>
#include <QHash>

#include <algorithm>
#include <array>
#include <random>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

const QStringList &words()
{
    static const QStringList list{
        u"panne"_s,     u"pannes"_s,     u"métro"_s,      u"retard"_s,    u"cœur"_s,       u"coeur"_s,    u"œuf"_s,      u"bœufs"_s,
        u"dégâts"_s,    u"degats"_s,     u"L'eau"_s,      u"l’eau"_s,     u"aujourd'hui"_s, u"colis"_s,   u"Ørsted"_s,   u"orsted"_s,
        u"Łódź"_s,      u"lodz"_s,       u"Straße"_s,     u"strasse"_s,   u"train"_s,      u"trains"_s,   u"feu"_s,      u"brûlé"_s,
        u"hospital"_s,  u"lawyer"_s,     u"boycott"_s,    u"help"_s,      u"nul"_s,        u"nulle"_s,    u"merci"_s,    u"super"_s,
        u"awful"_s,     u"e-mail"_s,     u"email"_s,      u"foo_bar"_s,   u"foo"_s,        u"bar"_s,      u"c++"_s,      u"50%"_s,
        u"日本"_s,      u"日本人"_s,     u"авария"_s,     u"مشكلة"_s,     u"remboursement"_s, u"remboursez"_s, u"illisible"_s, u"oiseau"_s,
        u"e\u0301te\u0301"_s, u"été"_s,  u"ete"_s,        u"𝗽𝗮𝗻𝗻𝗲"_s,    u"ʼeau"_s,       u"dollildo"_s, u"service"_s,  u"client"_s};
    return list;
}

const QStringList &between()
{
    static const QStringList list{u" "_s, u" "_s, u" "_s, u" "_s, u" "_s, u", "_s, u". "_s, u" ! "_s, u" ? "_s, u"\n"_s, u"-"_s, u"_"_s, u"/"_s,
                                  u"🔥"_s, u"🤔"_s, u" 😡 "_s, u"🥰"_s, u"🇫🇷"_s, u"❤️"_s, u"\u200d"_s, u"\u0337"_s, u"\u00a0"_s, u"  "_s, u"\uf8ff"_s,
                                  u"𝟓"_s, u"ʼ"_s, u"…"_s, u"\ufe0f"_s, u" #"_s, u" @"_s, u"#"_s, u"'"_s, u"’"_s, u"\t"_s};
    return list;
}

class Draw
{
public:
    explicit Draw(unsigned seed) : m_random(seed) {}

    int below(int limit) { return int(m_random() % unsigned(limit)); }
    /// The first ones most often, as in any language.
    const QString &word()
    {
        const double share = double(m_random()) / double(std::mt19937::max());
        return words()[std::min<qsizetype>(qsizetype(share * share * double(words().size())), words().size() - 1)];
    }
    const QString &any(const QStringList &list) { return list[below(int(list.size()))]; }

    networks::Post post(int number, core::Instant newest)
    {
        networks::Post drawn;
        const int length = 1 + below(12);
        for (int i = 0; i < length; ++i)
            drawn.text += word() + any(between());
        if (below(6) == 0)
            drawn.text += u" https://example.org/"_s + word();
        const int author = below(300);
        static const QStringList networks{u"mastodon"_s, u"bluesky"_s, u"x"_s, u"rss"_s};
        drawn.network = any(networks);
        drawn.remoteId = QString::number(number);
        drawn.author = {.handle = author % 5 == 0 ? QString() : u"@a%1@s.example"_s.arg(author),
                        .name = u"Zoé %1"_s.arg(author),
                        .url = {},
                        .followers = author % 7 == 0 ? -1 : qint64(author) * author};
        drawn.language = any({u"fr"_s, u"en"_s, QString()});
        drawn.postedAt = newest - std::chrono::minutes(below(20'000)) - std::chrono::milliseconds(below(3));
        drawn.inReplyTo = below(4) == 0 ? u"1"_s : QString();
        drawn.isRepost = below(6) == 0;
        return drawn;
    }

    QString term()
    {
        switch (below(9)) {
        case 0:
            return u'"' + word() + u' ' + word() + u'"';
        case 1:
            return u'"' + word() + u' ' + word().left(2) + u"\"*"_s;
        case 2:
        case 3:
            return word().left(2 + below(3)) + u'*';
        case 4:
            return u'#' + word();
        case 5:
            return u'"' + word() + any(between()) + word() + u'"';
        default:
            return word();
        }
    }

    QString field()
    {
        static const QStringList list{u"lang:fr"_s,         u"lang:en"_s,         u"network:x"_s,       u"author:a12"_s,      u"author:@a7@s.example"_s,
                                      u"author:\"zoé 10\""_s, u"followers>1000"_s, u"followers<=400"_s, u"negativity>0.6"_s, u"negativity<=0.5"_s,
                                      u"tonality:negative"_s, u"tonality:undetermined"_s, u"risk:any"_s, u"risk:legal-threat"_s, u"has:link"_s, u"has:question"_s,
                                      u"is:reply"_s,        u"is:repost"_s,       u"since:3d"_s,        u"until:5d"_s,        u"since:2026-02-25"_s,
                                      u"until:2026-02-26T10:00"_s, u"*"_s};
        return any(list);
    }

    QString query(int depth)
    {
        const int kind = below(depth <= 0 ? 4 : 10);
        if (kind < 3)
            return term();
        if (kind == 3)
            return field();
        if (kind == 4)
            return u"(%1 OR %2) NEAR/%3 %4"_s.arg(term(), term(), QString::number(1 + below(6)), term());
        if (kind == 5)
            return u"%1 NEAR/%2 %3"_s.arg(term(), QString::number(1 + below(6)), term());
        if (kind == 6)
            return u"NOT (%1)"_s.arg(query(depth - 1));
        return u"(%1) %2 (%3)"_s.arg(query(depth - 1), any({u"AND"_s, u"OR"_s, u""_s, u"AND NOT"_s}), query(depth - 1));
    }

private:
    std::mt19937 m_random;
};

std::vector<std::pair<core::WatchId, WatchQuery>> drawQueries(Draw &draw, int count)
{
    std::vector<std::pair<core::WatchId, WatchQuery>> queries;
    while (int(queries.size()) < count) {
        auto query = WatchQuery::parse(draw.query(3));
        if (query) // a drawn phrase of nothing but marks is none
            queries.emplace_back(core::WatchId{qint64(queries.size())}, std::move(*query));
    }
    return queries;
}

/// The whole list again, in pages of another size each time.
bool pagesGiveTheSame(const StoredQuery &stored, const store::Connection &reader, const std::vector<qint64> &whole, Draw &draw)
{
    std::vector<qint64> paged;
    IdRange range;
    const int size = 1 + draw.below(200);
    while (paged.size() < 1000) {
        const auto page = stored.ids(reader, {}, range, {}, {}, size);
        if (!page || page->empty())
            break;
        paged.insert(paged.end(), page->begin(), page->end());
        range.end = page->back();
    }
    const auto length = std::ptrdiff_t(std::min(paged.size(), whole.size()));
    return (paged.size() == whole.size() || paged.size() >= 1000)
           && std::equal(paged.begin(), paged.begin() + length, whole.begin());
}

} // namespace

QueryAgreement queryAgreement(int posts, int queries, unsigned seed)
{
    Draw draw(seed);
    Desk desk;
    Intake intake(*desk.database, Desk::judge());
    const auto drawn = drawQueries(draw, queries);
    const WatchSet set(drawn);
    QueryAgreement result{.posts = posts, .queries = queries};
    std::vector<QList<QString>> streamed(drawn.size()); // remote ids by query
    QElapsedTimer timer;
    for (int stored = 0; stored < posts;) {
        IntakeBatch batch;
        for (; stored < posts && batch.posts.size() < 1000; ++stored)
            batch.posts.push_back(draw.post(stored, desk.clock.now()));
        timer.start();
        for (const networks::Post &post : batch.posts) {
            const JudgedPost judgedPost = judged(post, Desk::judge(), set, {}, desk.clock.now());
            result.unfaithful += judgedPost.isIrregular ? 1 : 0;
            for (const core::WatchId watch : judgedPost.watches)
                streamed[std::size_t(watch.value)] << post.network + u' ' + post.remoteId;
        }
        result.streamSeconds += double(timer.nsecsElapsed()) / 1e9;
        if (const auto report = waitFor(intake.accept(std::move(batch))); !report)
            qFatal("%s", qPrintable(report.error().toString()));
    }
    QHash<qint64, QString> names;
    const auto rows = store::readAll(desk.reader(), u"SELECT id, network || ' ' || remote_id FROM mentions"_s, {},
                                     [](const store::Row &row) { return std::pair(row.integer(0), row.text(1)); });
    for (const auto &[id, name] : *rows)
        names.insert(id, name);

    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const StoredQuery stored(drawn[i].second, desk.clock.now());
        result.indexed += stored.indexExpression().isEmpty() ? 0 : 1;
        timer.start();
        const auto found = stored.ids(desk.reader(), {}, {}, {}, {}, -1);
        result.searchSeconds += double(timer.nsecsElapsed()) / 1e9;
        if (!found) {
            result.differences << drawn[i].second.source() + u": "_s + found.error().toString();
            continue;
        }
        QStringList searched;
        for (const qint64 id : *found)
            searched << names.value(id);
        QStringList expectedNames = streamed[i];
        searched.sort();
        expectedNames.sort();
        result.matches += expectedNames.size();
        if (result.differences.size() < 20 && searched != expectedNames)
            result.differences << u"%1: the stream finds %2, the search %3"_s.arg(
                drawn[i].second.source(), QString::number(expectedNames.size()), QString::number(searched.size()));
        if (result.differences.size() < 20
            && (!std::is_sorted(found->rbegin(), found->rend()) || !pagesGiveTheSame(stored, desk.reader(), *found, draw)))
            result.differences << drawn[i].second.source() + u": the pages give other mentions than the whole list"_s;
    }
    return result;
}

} // namespace vigie::monitoring
