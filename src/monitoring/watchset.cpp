// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"
#include "monitoring/watchquery.h"

#include <algorithm>

namespace vigie::monitoring
{
namespace
{

using Kind = WatchQuery::Kind;

/// True where a post with none of the query's terms cannot match, so that the query need not be asked.
bool needsTerm(const WatchQuery::Node &node)
{
    switch (node.kind) {
    case Kind::Term:
        return true;
    case Kind::And:
        return std::any_of(node.children.begin(), node.children.end(), needsTerm);
    case Kind::Or:
        return std::all_of(node.children.begin(), node.children.end(), needsTerm);
    case Kind::Language:
    case Kind::Network:
    case Kind::Author:
    case Kind::Everything:
    case Kind::Not:
        break;
    }
    return false;
}

bool isAuthor(QStringView handle, const QString &value)
{
    const QString folded = core::folded(handle.startsWith(u'@') ? handle.mid(1) : handle);
    const qsizetype at = folded.indexOf(u'@'); // "name@server": the name alone is enough
    return folded == value || (at > 0 && QStringView(folded).left(at) == value);
}

bool isLanguage(QStringView tag, QStringView value)
{
    return tag.startsWith(value, Qt::CaseInsensitive) && (tag.size() == value.size() || tag[value.size()] == u'-');
}

/// A phrase may stand across a line break.
QString onOneLine(QStringView folded)
{
    QString line = folded.toString();
    for (QChar &unit : line) {
        if (unit == u'\n' || unit == u'\t')
            unit = u' ';
    }
    return line;
}

} // namespace

WatchSet::WatchSet(std::vector<std::pair<core::WatchId, WatchQuery>> watches)
{
    for (const auto &[id, query] : watches)
        add(id, query.root());
    m_matcher.build();
}

void WatchSet::add(core::WatchId id, const WatchQuery::Node &root)
{
    Entry entry{.id = id, .needsTerm = needsTerm(root)};
    flatten(entry, root);
    m_watches.push_back(std::move(entry));
}

void WatchSet::flatten(Entry &entry, const WatchQuery::Node &node)
{
    const std::size_t place = entry.nodes.size();
    entry.nodes.push_back({.kind = node.kind, .value = node.value});
    if (node.kind == Kind::Term) {
        entry.nodes[place].term = int(m_watchOfTerm.size());
        (void)m_matcher.add(node.value, int(m_watchOfTerm.size())); // the parser has refused empty terms
        m_watchOfTerm.push_back(int(m_watches.size()));
    }
    for (const WatchQuery::Node &child : node.children)
        flatten(entry, child);
    entry.nodes[place].end = int(entry.nodes.size());
}

bool WatchSet::holds(const Entry &entry, int place, const QueryInput &input, const std::vector<int> &found) const
{
    const Node &node = entry.nodes[std::size_t(place)];
    const auto anyChild = [&](bool wanted) {
        for (int child = place + 1; child < node.end; child = entry.nodes[std::size_t(child)].end) {
            if (holds(entry, child, input, found) == wanted)
                return true;
        }
        return false;
    };
    switch (node.kind) {
    case Kind::Term:
        return std::find(found.begin(), found.end(), node.term) != found.end();
    case Kind::Language:
        return isLanguage(input.language, node.value);
    case Kind::Network:
        return input.network.compare(node.value, Qt::CaseInsensitive) == 0;
    case Kind::Author:
        return isAuthor(input.author, node.value);
    case Kind::Everything:
        return true;
    case Kind::And:
        return !anyChild(false);
    case Kind::Or:
        return anyChild(true);
    case Kind::Not:
        return !anyChild(true);
    }
    return false;
}

std::vector<core::WatchId> WatchSet::match(const QueryInput &input) const
{
    std::vector<int> found;
    const auto note = [&found](int term, qsizetype, qsizetype) {
        if (std::find(found.begin(), found.end(), term) == found.end())
            found.push_back(term);
    };
    if (input.text.folded.contains(u'\n') || input.text.folded.contains(u'\t'))
        m_matcher.match(onOneLine(input.text.folded), note);
    else
        m_matcher.match(input.text.folded, note);

    std::vector<core::WatchId> matched;
    for (std::size_t i = 0; i < m_watches.size(); ++i) {
        const auto isOfThis = [this, i](int term) { return m_watchOfTerm[std::size_t(term)] == int(i); };
        const Entry &entry = m_watches[i];
        if (entry.needsTerm && !std::any_of(found.begin(), found.end(), isOfThis))
            continue;
        if (holds(entry, 0, input, found))
            matched.push_back(entry.id);
    }
    return matched;
}

} // namespace vigie::monitoring
