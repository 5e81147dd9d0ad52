// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/risingterms.h"

#include "analysis/tellingwords.h"
#include "analysis/words.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <string_view>

using namespace Qt::StringLiterals;

namespace vigie::analysis
{
namespace
{

constexpr int kFewestPosts = 3;
constexpr double kLowestScore = 6.63; // one chance in a hundred
constexpr double kPairCarriesWord = 0.8;

bool carriesMeaning(const Word &word, QStringView letters)
{
    return (letters.size() >= 2 || word.isHashtag) && isTellingWord(letters);
}

struct Counts {
    int now = 0;
    int before = 0;
};

/// Calls `callback(folded term, start, end)` for each word that carries meaning and each pair of such words side by
/// side.
template <typename Callback>
void forEachTerm(QStringView folded, Callback &&callback)
{
    Word previous;
    bool hasPrevious = false;
    forEachWord(folded, [&](const Word &word) {
        const QStringView letters = word.in(folded);
        if (!carriesMeaning(word, letters)) {
            hasPrevious = false;
            return;
        }
        const qsizetype start = word.isHashtag ? word.start - 1 : word.start;
        callback(folded.sliced(start, word.end - start).toString(), start, word.end);
        if (hasPrevious && start == previous.end + 1 && folded[previous.end].isSpace())
            callback(folded.sliced(previous.start, word.end - previous.start).toString(), previous.start, word.end);
        previous = {start, word.end, word.isHashtag};
        hasPrevious = true;
    });
}

void count(std::span<const QString> texts, QHash<QString, Counts> &counts, int Counts::*which)
{
    for (const QString &text : texts) {
        QSet<QString> seen;
        forEachTerm(core::folded(text), [&](QString term, qsizetype, qsizetype) { seen.insert(std::move(term)); });
        for (const QString &term : std::as_const(seen))
            ++(counts[term].*which);
    }
}

double cell(double observed, double expected)
{
    return observed <= 0 || expected <= 0 ? 0 : observed * std::log(observed / expected);
}

/// Dunning's ratio on posts with and without the term, in both texts; 0 where its share has not risen.
double logLikelihood(const Counts &term, double postsNow, double postsBefore)
{
    const double now = term.now;
    const double before = term.before;
    if (now / postsNow <= before / postsBefore)
        return 0;
    const double all = postsNow + postsBefore;
    const double with = (now + before) / all;
    return 2 * (cell(now, postsNow * with) + cell(before, postsBefore * with) +
                cell(postsNow - now, postsNow * (1 - with)) + cell(postsBefore - before, postsBefore * (1 - with)));
}

bool isPair(const QString &term)
{
    return term.contains(u' ');
}

/// Calls `callback` with each address of the text, shortened to what names the page.
template <typename Callback>
void forEachLink(const QString &text, Callback &&callback)
{
    static const QStringView kMarks[] = {u"https://", u"http://"};
    static const QStringView kTrailing = u".,;:!?)]}>»”\"'…";
    for (const QStringView mark : kMarks) {
        for (qsizetype at = text.indexOf(mark, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(mark, at + mark.size(), Qt::CaseInsensitive)) {
            QStringView link = QStringView(text).sliced(at + mark.size());
            const auto *end = std::find_if(link.begin(), link.end(), [](QChar unit) {
                return unit.isSpace() || unit == u'?' || unit == u'#' || unit == u'<' || unit == u'"';
            });
            link = link.first(end - link.begin());
            while (!link.isEmpty() && (kTrailing.contains(link.back()) || link.back() == u'/'))
                link.chop(1);
            if (link.startsWith(u"www.", Qt::CaseInsensitive))
                link = link.sliced(4);
            const qsizetype slash = link.indexOf(u'/');
            const QStringView host = slash < 0 ? link : link.first(slash);
            if (host.contains(u'.'))
                callback(host.toString().toLower() + link.sliced(host.size()).toString());
        }
    }
}

void countLinks(std::span<const QString> texts, QHash<QString, Counts> &counts, int Counts::*which)
{
    for (const QString &text : texts) {
        QSet<QString> seen;
        forEachLink(text, [&seen](QString link) { seen.insert(std::move(link)); });
        for (const QString &link : std::as_const(seen))
            ++(counts[link].*which);
    }
}

/// A pair hides its words where it carries nearly all of their posts, and itself goes where one word says more.
void dropRepeats(std::vector<RisingTerm> &terms)
{
    QHash<QString, int> words;
    for (const RisingTerm &term : terms) {
        if (!isPair(term.term))
            words.insert(term.term, term.countNow);
    }
    QSet<QString> dropped;
    for (const RisingTerm &term : terms) {
        if (!isPair(term.term))
            continue;
        const qsizetype space = term.term.indexOf(u' ');
        const QString parts[] = {term.term.left(space), term.term.mid(space + 1)};
        bool carriesOne = false;
        for (const QString &part : parts) {
            if (words.contains(part) && term.countNow >= kPairCarriesWord * words.value(part)) {
                dropped.insert(part);
                carriesOne = true;
            }
        }
        if (!carriesOne && (words.contains(parts[0]) || words.contains(parts[1])))
            dropped.insert(term.term);
    }
    std::erase_if(terms, [&](const RisingTerm &term) { return dropped.contains(term.term); });
}

/// Each term as it was written most often, accents and capitals included.
void writeAsPeopleDo(std::vector<RisingTerm> &terms, std::span<const QString> texts)
{
    QHash<QString, QHash<QString, int>> forms;
    for (const RisingTerm &term : terms)
        forms.insert(term.term, {});
    for (const QString &text : texts) {
        const core::FoldedText folded = core::foldedWithOrigin(text);
        forEachTerm(folded.text, [&](const QString &term, qsizetype start, qsizetype end) {
            const auto found = forms.find(term);
            if (found == forms.end())
                return;
            const qsizetype first = folded.origin[std::size_t(start)];
            const qsizetype last = folded.origin[std::size_t(end - 1)];
            ++(*found)[text.mid(first, last - first + 1)];
        });
    }
    for (RisingTerm &term : terms) {
        const QHash<QString, int> written = forms.value(term.term);
        int best = 0;
        for (auto form = written.begin(); form != written.end(); ++form) {
            if (form.value() > best || (form.value() == best && form.key() < term.term)) {
                best = form.value();
                term.term = form.key();
            }
        }
    }
}

std::vector<RisingTerm> risen(const QHash<QString, Counts> &counts, std::span<const QString> before,
                              std::span<const QString> now, int fewestPosts)
{
    // Without a past everything is new: compare with as many posts that say nothing.
    const auto postsNow = double(now.size());
    const double postsBefore = before.empty() ? postsNow : double(before.size());
    std::vector<RisingTerm> terms;
    for (auto entry = counts.cbegin(); entry != counts.cend(); ++entry) {
        if (entry->now < fewestPosts)
            continue;
        const double score = logLikelihood(*entry, postsNow, postsBefore);
        if (score >= kLowestScore)
            terms.push_back({entry.key(), entry->now, entry->before, score});
    }
    return terms;
}

void keepStrongest(std::vector<RisingTerm> &terms, std::size_t limit)
{
    std::sort(terms.begin(), terms.end(), [](const RisingTerm &left, const RisingTerm &right) {
        return left.score != right.score ? left.score > right.score : left.term < right.term;
    });
    if (terms.size() > limit)
        terms.resize(limit);
}

} // namespace

std::vector<RisingTerm> risingTerms(std::span<const QString> before, std::span<const QString> now, std::size_t limit)
{
    QHash<QString, Counts> counts;
    count(now, counts, &Counts::now);
    count(before, counts, &Counts::before);
    std::vector<RisingTerm> terms = risen(counts, before, now, kFewestPosts);
    dropRepeats(terms);
    keepStrongest(terms, limit);
    writeAsPeopleDo(terms, now);
    return terms;
}

std::vector<RisingTerm> risingLinks(std::span<const QString> before, std::span<const QString> now, std::size_t limit)
{
    constexpr int kFewestLinking = 2;
    QHash<QString, Counts> counts;
    countLinks(now, counts, &Counts::now);
    countLinks(before, counts, &Counts::before);
    std::vector<RisingTerm> links = risen(counts, before, now, kFewestLinking);
    keepStrongest(links, limit);
    return links;
}

} // namespace vigie::analysis
