// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/networksearch.h"

#include "core/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

using Node = WatchQuery::Node;
using Kind = WatchQuery::Kind;

/// What a network's search understands.
struct Dialect {
    SearchService service;
    QStringView key;
    qsizetype longest;  ///< characters in one query; 0: no limit is known
    bool knowsOr;       ///< "a OR b", with parentheses
    bool knowsLanguage; ///< lang:fr
    bool knowsNot;      ///< -word
};
constexpr std::array<Dialect, 4> kDialects{{
    // Mastodon's full search knows no OR; on a server without it only tags and handles are found, whatever is asked.
    {SearchService::Mastodon, u"mastodon", 0, false, false, false},
    {SearchService::Bluesky, u"bluesky", 0, false, false, false},
    {SearchService::X, u"x", 512, true, true, true},
    {SearchService::HackerNews, u"hackernews", 512, false, false, false},
}};
constexpr qsizetype kMostQueries = 8; ///< each is a request, every time

const Dialect &dialectOf(SearchService service)
{
    return *std::find_if(kDialects.begin(), kDialects.end(), [service](const Dialect &d) { return d.service == service; });
}

/// Alternatives, each a list of words and phrases that must all be there; nothing: anything may match.
using Alternatives = std::optional<std::vector<QStringList>>;

class Translation
{
public:
    [[nodiscard]] Alternatives alternatives(const Node &node)
    {
        switch (node.kind) {
        case Kind::Term:
            return term(node.value);
        case Kind::Near:
            note(Unsaid::Nearness);
            return all(node);
        case Kind::And:
            return all(node);
        case Kind::Or:
            return any(node);
        case Kind::Not:
            note(Unsaid::Negation);
            return std::nullopt;
        case Kind::Everything:
            return std::nullopt;
        default:
            note(Unsaid::Field);
            return std::nullopt;
        }
    }

    void note(Unsaid what)
    {
        if (std::find(m_unsaid.begin(), m_unsaid.end(), what) == m_unsaid.end())
            m_unsaid.push_back(what);
    }
    [[nodiscard]] const std::vector<Unsaid> &unsaid() const { return m_unsaid; }

private:
    [[nodiscard]] Alternatives term(QString value)
    {
        if (value.endsWith(u'*')) {
            note(Unsaid::Beginning); // no network finds words by their beginning: of a phrase the whole words remain
            value = value.chopped(1);
            const qsizetype blank = value.lastIndexOf(u' ');
            if (blank < 0)
                return std::nullopt;
            value.truncate(blank);
        }
        value.remove(u'"');
        const bool isWord = std::any_of(value.begin(), value.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
        if (!isWord)
            return std::nullopt;
        const bool isPlain = std::all_of(value.begin(), value.end(), [](QChar c) { return c.isLetterOrNumber() || c == u'#' || c == u'@' || c == u'_'; });
        const bool isOperator = value == u"AND" || value == u"OR" || value == u"NOT";
        return std::vector<QStringList>{{isPlain && !isOperator ? value : u'"' + value + u'"'}};
    }

    /// Every choice of the one with every choice of the other, unless these become too many: then the one alone.
    [[nodiscard]] Alternatives all(const Node &node)
    {
        Alternatives result;
        for (const Node &child : node.children) {
            Alternatives other = alternatives(child);
            if (!other)
                continue;
            if (!result) {
                result = std::move(other);
                continue;
            }
            if (qsizetype(result->size() * other->size()) > kMostQueries) {
                note(Unsaid::Length);
                if (other->size() < result->size())
                    result = std::move(other);
                continue;
            }
            std::vector<QStringList> product;
            for (const QStringList &left : *result) {
                for (const QStringList &right : *other)
                    product.push_back(left + right);
            }
            result = std::move(product);
        }
        return result;
    }

    [[nodiscard]] Alternatives any(const Node &node)
    {
        std::vector<QStringList> result;
        for (const Node &child : node.children) {
            Alternatives other = alternatives(child);
            if (!other)
                return std::nullopt;
            result.insert(result.end(), other->begin(), other->end());
        }
        return result;
    }

    std::vector<Unsaid> m_unsaid;
};

/// Words left out until it is short enough: each that goes only brings more posts. The longest word stays to the last.
QString shortened(QStringList words, const Dialect &dialect, Translation &translation)
{
    words.removeDuplicates();
    QString text = words.join(u' ');
    while (dialect.longest > 0 && text.size() > dialect.longest && words.size() > 1) {
        translation.note(Unsaid::Length);
        words.erase(std::min_element(words.begin(), words.end(), [](const QString &a, const QString &b) { return a.size() < b.size(); }));
        text = words.join(u' ');
    }
    return dialect.longest > 0 && text.size() > dialect.longest ? QString() : text;
}

/// What stands beside everything else and a dialect can say as well: a language, a plain word that must not be there.
QString extras(const Node &root, const Dialect &dialect)
{
    QString text;
    const auto add = [&](const Node &node) {
        if (dialect.knowsLanguage && node.kind == Kind::Language && node.value.size() == 2 && node.value != u"un")
            text += u" lang:"_s + node.value;
        const bool isWord = node.kind == Kind::Not && node.children.front().kind == Kind::Term
                            && std::all_of(node.children.front().value.begin(), node.children.front().value.end(),
                                           [](QChar c) { return c.unicode() < 0x80 && c.isLetterOrNumber(); });
        if (dialect.knowsNot && isWord)
            text += u" -"_s + node.children.front().value;
    };
    if (root.kind == Kind::And)
        std::for_each(root.children.begin(), root.children.end(), add);
    return text;
}

} // namespace

std::optional<SearchService> searchServiceFromKey(QStringView network)
{
    const auto found = std::find_if(kDialects.begin(), kDialects.end(), [network](const Dialect &d) { return d.key == network; });
    return found == kDialects.end() ? std::nullopt : std::optional(found->service);
}

NetworkSearch networkSearch(const WatchQuery &query, SearchService service)
{
    const Dialect &dialect = dialectOf(service);
    Translation translation;
    NetworkSearch search;
    const Alternatives alternatives = translation.alternatives(query.root());
    if (!alternatives || alternatives->empty()) {
        translation.note(Unsaid::Everything);
    } else {
        for (const QStringList &words : *alternatives) {
            const QString text = shortened(words, dialect, translation);
            if (!text.isEmpty() && !search.queries.contains(text))
                search.queries << text;
            else if (text.isEmpty())
                translation.note(Unsaid::Everything);
        }
        if (dialect.knowsOr && search.queries.size() > 1) {
            // A network that knows OR is asked once, as long as the query is not too long.
            QStringList grouped;
            for (const QString &one : search.queries)
                grouped << (one.contains(u' ') ? u'(' + one + u')' : one);
            const QString whole = u'(' + grouped.join(u" OR "_s) + u')';
            if (dialect.longest == 0 || whole.size() <= dialect.longest)
                search.queries = QStringList{whole};
        }
        const QString more = extras(query.root(), dialect);
        for (QString &one : search.queries) {
            if (dialect.longest == 0 || one.size() + more.size() <= dialect.longest)
                one += more;
        }
        if (search.queries.size() > kMostQueries)
            translation.note(Unsaid::Length);
    }
    search.unsaid = translation.unsaid();
    // Some alternatives without the others would lose posts.
    if (std::find(search.unsaid.begin(), search.unsaid.end(), Unsaid::Everything) != search.unsaid.end())
        search.queries.clear();
    return search;
}

QString unsaidText(Unsaid what, const core::Phrasebook &phrases)
{
    switch (what) {
    case Unsaid::Beginning:
        return phrases.text("NetworkSearch", QT_TRANSLATE_NOOP("NetworkSearch", "This network cannot search for the beginning of a word."));
    case Unsaid::Nearness:
        return phrases.text("NetworkSearch", QT_TRANSLATE_NOOP("NetworkSearch", "This network cannot search for words near to each other; both are asked for."));
    case Unsaid::Field:
        return phrases.text("NetworkSearch", QT_TRANSLATE_NOOP("NetworkSearch", "Fields of the query are looked at only in what the network brings."));
    case Unsaid::Negation:
        return phrases.text("NetworkSearch", QT_TRANSLATE_NOOP("NetworkSearch", "What must not be there is sorted out in what the network brings."));
    case Unsaid::Length:
        return phrases.text("NetworkSearch", QT_TRANSLATE_NOOP("NetworkSearch", "The query is too long for this network; it is asked for less, and more comes than is needed."));
    case Unsaid::Everything:
        return phrases.text("NetworkSearch", QT_TRANSLATE_NOOP("NetworkSearch", "Nothing of this query can be searched on this network: it needs a whole word."));
    }
    return {};
}

} // namespace vigie::monitoring
