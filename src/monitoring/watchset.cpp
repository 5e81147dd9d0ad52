// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/watchset.h"

#include "analysis/words.h"
#include "core/text.h"

#include <algorithm>
#include <optional>

namespace vigie::monitoring
{
namespace
{

using Kind = WatchQuery::Kind;
using Comparison = WatchQuery::Comparison;

enum Trait : quint32 { HasLink = 1, HasQuestion = 2, IsReply = 4, IsRepost = 8 };

quint32 maskOf(const WatchQuery::Node &node)
{
    switch (node.kind) {
    case Kind::Risk:
        if (const auto risk = analysis::riskFromKey(node.value))
            return quint32(*risk);
        return ~quint32(0); // any
    case Kind::Tonality:
        return quint32(analysis::tonalityFromKey(node.value).value_or(analysis::Tonality::Undetermined));
    case Kind::Has:
        return node.value == u"link" ? HasLink : HasQuestion;
    case Kind::Is:
        return node.value == u"reply" ? IsReply : IsRepost;
    default:
        return 0;
    }
}

/// How rare a post is that holds what `node` needs, guessed from the length of its terms; 0 where it needs none.
int rarity(const WatchQuery::Node &node)
{
    int result = 0;
    switch (node.kind) {
    case Kind::Term:
        return int(node.value.size()) * 2 - (node.value.endsWith(u'*') ? 3 : 0) + 2;
    case Kind::And:
    case Kind::Near:
        for (const WatchQuery::Node &child : node.children)
            result = std::max(result, rarity(child));
        return result;
    case Kind::Or:
        result = rarity(node.children.front());
        for (const WatchQuery::Node &child : node.children)
            result = std::min(result, rarity(child));
        return result;
    default:
        return 0;
    }
}

bool isLanguage(QStringView tag, QStringView value)
{
    return tag.startsWith(value, Qt::CaseInsensitive) && (tag.size() == value.size() || tag[value.size()] == u'-');
}

bool holdsLink(QStringView folded)
{
    for (qsizetype i = 0; i < folded.size(); ++i) {
        if ((folded[i] == u'h' || folded[i] == u'w') && analysis::startsLink(folded.sliced(i))
            && (i == 0 || !analysis::isWordUnit(folded[i - 1].unicode())))
            return true;
    }
    return false;
}

bool holdsQuestion(QStringView folded)
{
    return folded.contains(u'?') || folded.contains(u'؟') || folded.contains(u'？');
}

bool compares(double left, Comparison comparison, double right)
{
    switch (comparison) {
    case Comparison::Less:
        return left < right;
    case Comparison::AtMost:
        return left <= right;
    case Comparison::Equal:
        return left == right;
    case Comparison::AtLeast:
        return left >= right;
    case Comparison::More:
        return left > right;
    }
    return false;
}

struct Span {
    qsizetype start = 0;
    qsizetype end = 0;
};

/// What a thread needs for one post at a time and would else allocate for each. A number is "set" where its stamp is the
/// present one, so that nothing has to be cleared between posts.
struct Scratch {
    std::vector<quint32> termStamp;
    std::vector<quint32> watchStamp;
    std::vector<int> candidates;
    std::vector<std::pair<int, Span>> places; ///< of the terms that a NEAR asks about, in the order of their ends
    quint32 stamp = 0;

    void begin(std::size_t terms, std::size_t watches)
    {
        if (++stamp == 0) {
            std::fill(termStamp.begin(), termStamp.end(), 0);
            std::fill(watchStamp.begin(), watchStamp.end(), 0);
            stamp = 1;
        }
        if (termStamp.size() < terms)
            termStamp.resize(terms, 0);
        if (watchStamp.size() < watches)
            watchStamp.resize(watches, 0);
        candidates.clear();
        places.clear();
    }
    void propose(int watch)
    {
        if (std::exchange(watchStamp[std::size_t(watch)], stamp) != stamp)
            candidates.push_back(watch);
    }
    [[nodiscard]] bool isFound(int term) const { return termStamp[std::size_t(term)] == stamp; }
};

} // namespace

/// Judges trees for one post. What several trees may ask for is worked out once, at the first question.
class WatchJudging
{
public:
    WatchJudging(const WatchSet &set, const QueryInput &input, const Scratch &scratch)
        : m_set(set), m_input(input), m_scratch(scratch)
    {
    }

    [[nodiscard]] bool holds(int place)
    {
        const WatchSet::Node &node = m_set.m_nodes[std::size_t(place)];
        switch (node.kind) {
        case Kind::Term:
            return m_scratch.isFound(node.term);
        case Kind::Near:
            return isNear(place);
        case Kind::And:
            return !anyChild(place, false);
        case Kind::Or:
            return anyChild(place, true);
        case Kind::Not:
            return !anyChild(place, true);
        case Kind::Everything:
            return true;
        default:
            return fieldHolds(node);
        }
    }

private:
    [[nodiscard]] bool anyChild(int place, bool wanted)
    {
        const int end = m_set.m_nodes[std::size_t(place)].end;
        for (int child = place + 1; child < end; child = m_set.m_nodes[std::size_t(child)].end) {
            if (holds(child) == wanted)
                return true;
        }
        return false;
    }

    [[nodiscard]] bool fieldHolds(const WatchSet::Node &node)
    {
        const auto limit = core::instantFromMillis(node.isRelative ? core::toMillis(m_input.now) - qint64(node.number)
                                                                   : qint64(node.number));
        switch (node.kind) {
        case Kind::Language:
            return isLanguage(m_input.language, node.value);
        case Kind::Network:
            return m_input.network.compare(node.value, Qt::CaseInsensitive) == 0;
        case Kind::Author:
            return isAuthor(node.value);
        case Kind::Followers:
            return m_input.followers >= 0 && compares(double(m_input.followers), node.comparison, node.number);
        case Kind::Negativity:
            return compares(m_input.negativity, node.comparison, node.number);
        case Kind::Tonality:
            return quint32(m_input.tonality) == node.mask;
        case Kind::Risk:
            return (m_input.risks.toInt() & node.mask) != 0;
        case Kind::Has:
            return node.mask == HasLink ? holdsLink(m_input.text.folded) : holdsQuestion(m_input.text.folded);
        case Kind::Is:
            return node.mask == IsReply ? m_input.isReply : m_input.isRepost;
        case Kind::Since:
            return m_input.postedAt >= limit;
        case Kind::Until:
            return m_input.postedAt < limit;
        default:
            return false;
        }
    }

    [[nodiscard]] bool isAuthor(const QString &value)
    {
        if (!m_author) {
            const QStringView handle = m_input.author;
            m_author = core::folded(handle.startsWith(u'@') ? handle.mid(1) : handle);
        }
        const qsizetype at = m_author->indexOf(u'@'); // "name@server": the name alone is enough
        return *m_author == value || (at > 0 && QStringView(*m_author).left(at) == value);
    }

    /// Where the terms of one side of a NEAR stand, by their beginnings.
    [[nodiscard]] std::vector<Span> placesOf(int side) const
    {
        std::vector<Span> places;
        const int end = m_set.m_nodes[std::size_t(side)].end;
        for (const auto &[term, span] : m_scratch.places) {
            for (int node = side; node < end; ++node) {
                if (m_set.m_nodes[std::size_t(node)].term == term) {
                    places.push_back(span);
                    break;
                }
            }
        }
        std::sort(places.begin(), places.end(), [](const Span &a, const Span &b) { return a.start < b.start; });
        return places;
    }

    /// Whether one of `after` begins at most `words` words behind the end of one of `before`.
    [[nodiscard]] bool follows(const std::vector<Span> &before, const std::vector<Span> &after, int words)
    {
        for (const Span &first : before) {
            const auto next = std::lower_bound(after.begin(), after.end(), first.end,
                                               [](const Span &span, qsizetype end) { return span.start < end; });
            if (next != after.end() && wordsBetween(first.end, next->start) <= words)
                return true;
        }
        return false;
    }

    [[nodiscard]] int wordsBetween(qsizetype from, qsizetype to)
    {
        const QStringView text = m_input.text.folded;
        if (m_wordStarts.empty()) {
            m_wordStarts.reserve(std::size_t(text.size()) + 1);
            m_wordStarts.push_back(0);
            bool wasWord = false;
            for (const QChar unit : text) {
                const bool isWord = analysis::isWordUnit(unit.unicode());
                m_wordStarts.push_back(m_wordStarts.back() + (isWord && !wasWord ? 1 : 0));
                wasWord = isWord;
            }
        }
        const bool beginsInWord = from > 0 && from < to && analysis::isWordUnit(text[from].unicode())
                                  && analysis::isWordUnit(text[from - 1].unicode());
        return m_wordStarts[std::size_t(to)] - m_wordStarts[std::size_t(from)] + (beginsInWord ? 1 : 0);
    }

    [[nodiscard]] bool isNear(int place)
    {
        const int left = place + 1;
        const int right = m_set.m_nodes[std::size_t(left)].end;
        if (!holds(left) || !holds(right))
            return false;
        const auto lefts = placesOf(left);
        const auto rights = placesOf(right);
        const int words = int(m_set.m_nodes[std::size_t(place)].number) - 1;
        return follows(lefts, rights, words) || follows(rights, lefts, words);
    }

    const WatchSet &m_set;
    const QueryInput &m_input;
    const Scratch &m_scratch;
    std::optional<QString> m_author;
    std::vector<int> m_wordStarts; ///< by position: how many words begin before it
};

WatchSet::WatchSet(std::vector<std::pair<core::WatchId, WatchQuery>> watches)
{
    m_watches.reserve(watches.size());
    for (const auto &[id, query] : watches) {
        const int watch = int(m_watches.size());
        m_watches.push_back({id, int(m_nodes.size())});
        flatten(query.root(), false);
        if (rarity(query.root()) == 0) {
            m_alwaysJudged.push_back(watch);
            continue;
        }
        for (const int term : neededTerms(query.root())) {
            std::vector<int> &waiting = m_watchesOfTerm[std::size_t(term)];
            if (waiting.empty() || waiting.back() != watch)
                waiting.push_back(watch);
        }
    }
    m_matcher.build();
}

/// The same word in many watches is looked for once.
int WatchSet::termNumber(const QString &value)
{
    const int next = int(m_isPlaced.size());
    const auto known = m_numbers.constFind(core::folded(value));
    if (known != m_numbers.cend())
        return *known;
    m_numbers.insert(core::folded(value), next);
    m_isPlaced.push_back(false);
    m_watchesOfTerm.emplace_back();
    m_matcher.add(value, next); // the parser lets no empty term through; one would only never be found
    return next;
}

void WatchSet::flatten(const WatchQuery::Node &node, bool isPlaced)
{
    const std::size_t place = m_nodes.size();
    m_nodes.push_back({.kind = node.kind,
                       .comparison = node.comparison,
                       .isRelative = node.isRelative,
                       .number = node.number,
                       .mask = maskOf(node)});
    if (node.kind == Kind::Term) {
        const int term = termNumber(node.value);
        m_nodes[place].term = term;
        m_isPlaced[std::size_t(term)] = m_isPlaced[std::size_t(term)] || isPlaced;
    } else {
        m_nodes[place].value = node.value;
    }
    for (const WatchQuery::Node &child : node.children)
        flatten(child, isPlaced || node.kind == Kind::Near);
    m_nodes[place].end = int(m_nodes.size());
}

/// Terms of which a post must hold at least one; of several such choices the one that fewest posts will meet.
std::vector<int> WatchSet::neededTerms(const WatchQuery::Node &node)
{
    switch (node.kind) {
    case Kind::Term:
        return {termNumber(node.value)};
    case Kind::And:
    case Kind::Near:
        return neededTerms(*std::max_element(node.children.begin(), node.children.end(),
                                             [](const auto &a, const auto &b) { return rarity(a) < rarity(b); }));
    case Kind::Or: {
        std::vector<int> terms;
        for (const WatchQuery::Node &child : node.children) {
            const auto needed = neededTerms(child);
            terms.insert(terms.end(), needed.begin(), needed.end());
        }
        return terms;
    }
    default:
        return {};
    }
}

std::size_t WatchSet::memoryUsed() const
{
    return m_matcher.memoryUsed() + m_nodes.size() * sizeof(Node) + m_watches.size() * sizeof(Entry)
           + m_watchesOfTerm.size() * (sizeof(std::vector<int>) + 2 * sizeof(int)) + std::size_t(m_numbers.size()) * 64;
}

std::vector<core::WatchId> WatchSet::match(const QueryInput &input) const
{
    static thread_local Scratch ofThisThread;
    Scratch &scratch = ofThisThread; // to look a thread's own up costs something each time
    scratch.begin(m_isPlaced.size(), m_watches.size());
    m_matcher.match(input.text.folded, [this, &scratch](int term, qsizetype start, qsizetype end) {
        if (m_isPlaced[std::size_t(term)])
            scratch.places.emplace_back(term, Span{start, end});
        if (scratch.isFound(term))
            return;
        scratch.termStamp[std::size_t(term)] = scratch.stamp;
        for (const int watch : m_watchesOfTerm[std::size_t(term)])
            scratch.propose(watch);
    });
    for (const int watch : m_alwaysJudged)
        scratch.propose(watch);

    std::vector<core::WatchId> matched;
    if (scratch.candidates.empty())
        return matched;
    std::sort(scratch.candidates.begin(), scratch.candidates.end());
    WatchJudging judging(*this, input, scratch);
    for (const int watch : scratch.candidates) {
        if (judging.holds(m_watches[std::size_t(watch)].root))
            matched.push_back(m_watches[std::size_t(watch)].id);
    }
    return matched;
}

} // namespace vigie::monitoring
