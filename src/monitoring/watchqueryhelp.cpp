// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/watchqueryhelp.h"

#include "analysis/risk.h"
#include "monitoring/watchquery.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <span>
#include <utility>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

struct Line {
    const char *form;
    const char *meaning;
};

constexpr std::array<Line, 4> kWords{{
    {QT_TRANSLATE_NOOP("WatchQuery", "word"),
     QT_TRANSLATE_NOOP("WatchQuery", "the whole word; capitals and accents do not matter. #tag and @name as they stand in the text")},
    {QT_TRANSLATE_NOOP("WatchQuery", "\"two words\""),
     QT_TRANSLATE_NOOP("WatchQuery", "these words in this order")},
    {QT_TRANSLATE_NOOP("WatchQuery", "begin*"), QT_TRANSLATE_NOOP("WatchQuery", "every word that begins like this")},
    {"*", QT_TRANSLATE_NOOP("WatchQuery", "every post; useful beside a field: * risk:health")},
}};

constexpr std::array<Line, 5> kOperators{{
    {QT_TRANSLATE_NOOP("WatchQuery", "one two"), QT_TRANSLATE_NOOP("WatchQuery", "both; AND between them says the same")},
    {QT_TRANSLATE_NOOP("WatchQuery", "one OR two"),
     QT_TRANSLATE_NOOP("WatchQuery", "one of them. Binds less than AND: a b OR c is (a AND b) OR c")},
    {QT_TRANSLATE_NOOP("WatchQuery", "NOT one, -one"), QT_TRANSLATE_NOOP("WatchQuery", "not this")},
    {QT_TRANSLATE_NOOP("WatchQuery", "(one OR two) three"), QT_TRANSLATE_NOOP("WatchQuery", "parentheses hold together")},
    {QT_TRANSLATE_NOOP("WatchQuery", "one NEAR/5 two"),
     QT_TRANSLATE_NOOP("WatchQuery", "at most 5 words apart, in either order; NEAR/1 are neighbours, NEAR alone is NEAR/10. Words,"
                                     " phrases, begin*, or (several OR others)")},
}};

constexpr std::array<Line, 10> kFields{{
    {"lang:fr", QT_TRANSLATE_NOOP("WatchQuery", "the language of the post")},
    {"network:mastodon", QT_TRANSLATE_NOOP("WatchQuery", "where it was posted: x, bluesky, mastodon, rss, …")},
    {"author:@name", QT_TRANSLATE_NOOP("WatchQuery", "who posted it; author:\"First Last\" where there is a blank")},
    {"followers>=10k", QT_TRANSLATE_NOOP("WatchQuery", "of the author: > >= < <= = and a number; k and m for thousands and millions")},
    {"negativity>0.7", QT_TRANSLATE_NOOP("WatchQuery", "how negative, from 0 to 1: > >= < <= =")},
    {"tonality:negative", QT_TRANSLATE_NOOP("WatchQuery", "the tone: negative, neutral, positive, undetermined")},
    {"risk:health", QT_TRANSLATE_NOOP("WatchQuery", "a risk topic: %1")},
    {"has:link  has:question", QT_TRANSLATE_NOOP("WatchQuery", "an address or a question mark in the text")},
    {"is:reply  is:repost", QT_TRANSLATE_NOOP("WatchQuery", "an answer to another post; a post shared by somebody else")},
    {"since:7d  until:2026-01-31",
     QT_TRANSLATE_NOOP("WatchQuery", "when it was posted: a day, a time (2026-01-31T08:30, UTC) or a span before now (30min, 12h, 7d,"
                                     " 2w). The day of until: is included")},
}};

// Queries to copy: each in the language in which it looks.
constexpr std::array<Line, 3> kFrenchExamples{{
    {"Ondine (biberon OR tétine*) -musique",
     QT_TRANSLATE_NOOP("WatchQuery", "the brand together with one of its products, and not what else bears the name")},
    {"(rappel* OR fuite*) NEAR/5 (biberon* OR Ondine)",
     QT_TRANSLATE_NOOP("WatchQuery", "a recall or a leak said close to the product, in whatever order")},
    {"Ondine (followers>=10k OR network:rss) lang:fr since:24h",
     QT_TRANSLATE_NOOP("WatchQuery", "in French, of the last day: big accounts and the press")},
}};
constexpr std::array<Line, 3> kEnglishExamples{{
    {"Ondine (\"baby bottle\" OR cup*) -music",
     QT_TRANSLATE_NOOP("WatchQuery", "the brand together with one of its products, and not what else bears the name")},
    {"(recall* OR leak*) NEAR/5 (bottle* OR Ondine)",
     QT_TRANSLATE_NOOP("WatchQuery", "a recall or a leak said close to the product, in whatever order")},
    {"Ondine risk:any negativity>=0.7 -is:repost",
     QT_TRANSLATE_NOOP("WatchQuery", "clearly negative and touching a risk, without what is only passed on")},
}};

constexpr std::array<const char *, 3> kMistakes{"Ondine (bottle OR cup", "Ondine followers>many", "Ondine colour:red"};

QueryHelpSection section(const core::Phrasebook &phrases, const char *title, const QString &note, std::span<const Line> lines)
{
    QueryHelpSection section{.title = phrases.text("WatchQuery", title), .note = note};
    for (const Line &line : lines)
        section.lines.push_back({phrases.text("WatchQuery", line.form), phrases.text("WatchQuery", line.meaning)});
    return section;
}

QueryHelpSection fields(const core::Phrasebook &phrases)
{
    QueryHelpSection known
        = section(phrases, QT_TRANSLATE_NOOP("WatchQuery", "Fields"),
                  phrases.text("WatchQuery", QT_TRANSLATE_NOOP("WatchQuery", "They stand beside words, or alone; NOT and - work on "
                                                                             "them too.")),
                  kFields);
    QStringList risks{u"any"_s};
    for (const analysis::Risk risk : analysis::allRisks())
        risks << analysis::riskKey(risk);
    for (QueryHelpLine &line : known.lines)
        line.meaning.replace(u"%1"_s, risks.join(u", "_s));
    return known;
}

/// Real mistakes and what is really said of them.
QueryHelpSection mistakes(const core::Phrasebook &phrases)
{
    QueryHelpSection wrong{
        .title = phrases.text("WatchQuery", QT_TRANSLATE_NOOP("WatchQuery", "Where something is wrong")),
        .note = phrases.text("WatchQuery", QT_TRANSLATE_NOOP("WatchQuery",
                                                             "While a watch is typed, the place is underlined and the line below says "
                                                             "what was expected there; the watch cannot be saved until it is mended. "
                                                             "The search field shows a sign at its end, and looks for the plain words."))};
    for (const char *mistake : kMistakes) {
        const QString query = QString::fromUtf8(mistake);
        if (const auto problem = WatchQuery::problemIn(query)) {
            //: A mistake in a query: %1 is the number of the character, %2 says what was expected there
            wrong.lines.push_back({query, phrases.text("WatchQuery", QT_TRANSLATE_NOOP("WatchQuery", "At character %1: %2"))
                                              .arg(problem->start + 1)
                                              .arg(problem->message(phrases))});
        }
    }
    return wrong;
}

} // namespace

std::vector<QueryHelpSection> queryHelp(const core::Phrasebook &phrases)
{
    std::vector<QueryHelpSection> sections;
    sections.push_back(section(phrases, QT_TRANSLATE_NOOP("WatchQuery", "Words"), {}, kWords));
    sections.push_back(section(phrases, QT_TRANSLATE_NOOP("WatchQuery", "How words are joined"),
                               phrases.text("WatchQuery", QT_TRANSLATE_NOOP("WatchQuery", "AND, OR, NOT and NEAR in capitals, in every "
                                                                                          "language. NOT binds most, then NEAR, AND, OR.")),
                               kOperators));
    sections.push_back(fields(phrases));
    QueryHelpSection first = section(phrases, QT_TRANSLATE_NOOP("WatchQuery", "Examples in English"), {}, kEnglishExamples);
    QueryHelpSection second = section(phrases, QT_TRANSLATE_NOOP("WatchQuery", "Examples in French"), {}, kFrenchExamples);
    if (phrases.language() == core::Language::French)
        std::swap(first, second);
    sections.push_back(std::move(first));
    sections.push_back(std::move(second));
    sections.push_back(mistakes(phrases));
    return sections;
}

} // namespace vigie::monitoring
