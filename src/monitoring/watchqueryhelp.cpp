// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/watchqueryhelp.h"

#include "analysis/risk.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

struct Line {
    const char *form;
    const char *meaning;
};

constexpr std::array<Line, 17> kLines{{
    {QT_TRANSLATE_NOOP("WatchQuery", "word"),
     QT_TRANSLATE_NOOP("WatchQuery", "the whole word; capitals and accents do not matter. #tag and @name as they stand in the text")},
    {QT_TRANSLATE_NOOP("WatchQuery", "\"two words\""),
     QT_TRANSLATE_NOOP("WatchQuery", "these words in this order")},
    {QT_TRANSLATE_NOOP("WatchQuery", "begin*"), QT_TRANSLATE_NOOP("WatchQuery", "every word that begins like this")},
    {QT_TRANSLATE_NOOP("WatchQuery", "one two"), QT_TRANSLATE_NOOP("WatchQuery", "both; AND between them says the same")},
    {QT_TRANSLATE_NOOP("WatchQuery", "one OR two"),
     QT_TRANSLATE_NOOP("WatchQuery", "one of them. Binds less than AND: a b OR c is (a AND b) OR c")},
    {QT_TRANSLATE_NOOP("WatchQuery", "NOT one, -one"), QT_TRANSLATE_NOOP("WatchQuery", "not this")},
    {QT_TRANSLATE_NOOP("WatchQuery", "(one OR two) three"), QT_TRANSLATE_NOOP("WatchQuery", "parentheses hold together")},
    {QT_TRANSLATE_NOOP("WatchQuery", "one NEAR/5 two"),
     QT_TRANSLATE_NOOP("WatchQuery", "at most 5 words apart, in either order; NEAR/1 are neighbours. Words, phrases, begin*, or"
                                     " (several OR others)")},
    {"lang:fr", QT_TRANSLATE_NOOP("WatchQuery", "the language of the post")},
    {"network:mastodon", QT_TRANSLATE_NOOP("WatchQuery", "where it was posted: x, bluesky, mastodon, rss, …")},
    {"author:@name", QT_TRANSLATE_NOOP("WatchQuery", "who posted it; author:\"First Last\" where there is a blank")},
    {"followers>=10k", QT_TRANSLATE_NOOP("WatchQuery", "of the author: > >= < <= = and a number; k and m for thousands and millions")},
    {"negativity>0.7", QT_TRANSLATE_NOOP("WatchQuery", "how negative, from 0 to 1. Also tonality:negative, neutral, positive, undetermined")},
    {"risk:health", QT_TRANSLATE_NOOP("WatchQuery", "a risk topic: %1")},
    {"has:link  has:question", QT_TRANSLATE_NOOP("WatchQuery", "an address or a question mark in the text")},
    {"is:reply  is:repost", QT_TRANSLATE_NOOP("WatchQuery", "an answer to another post; a post shared by somebody else")},
    {"since:7d  until:2026-01-31",
     QT_TRANSLATE_NOOP("WatchQuery", "when it was posted: a day, a time (2026-01-31T08:30, UTC) or a span before now (30min, 12h, 7d,"
                                     " 2w). The day of until: is included")},
}};

} // namespace

std::vector<QueryHelpLine> queryHelp(const core::Phrasebook &phrases)
{
    QStringList risks{u"any"_s};
    for (const analysis::Risk risk : analysis::allRisks())
        risks << analysis::riskKey(risk);
    std::vector<QueryHelpLine> lines;
    for (const Line &line : kLines) {
        QString meaning = phrases.text("WatchQuery", line.meaning);
        if (meaning.contains(u"%1"))
            meaning = meaning.arg(risks.join(u", "_s));
        lines.push_back({phrases.text("WatchQuery", line.form), std::move(meaning)});
    }
    return lines;
}

} // namespace vigie::monitoring
