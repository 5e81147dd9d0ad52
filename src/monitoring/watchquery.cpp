// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/watchquery.h"

#include "core/text.h"
#include "monitoring/watchqueryparser.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

using Node = WatchQuery::Node;
using Kind = WatchQuery::Kind;
using Comparison = WatchQuery::Comparison;

QString sign(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Less:
        return u"<"_s;
    case Comparison::AtMost:
        return u"<="_s;
    case Comparison::Equal:
        return u"="_s;
    case Comparison::AtLeast:
        return u">="_s;
    case Comparison::More:
        return u">"_s;
    }
    return {};
}

QString kindKey(Kind kind)
{
    switch (kind) {
    case Kind::Term:
        return u"term"_s;
    case Kind::Near:
        return u"near"_s;
    case Kind::Language:
        return u"lang"_s;
    case Kind::Network:
        return u"network"_s;
    case Kind::Author:
        return u"author"_s;
    case Kind::Followers:
        return u"followers"_s;
    case Kind::Negativity:
        return u"negativity"_s;
    case Kind::Tonality:
        return u"tonality"_s;
    case Kind::Risk:
        return u"risk"_s;
    case Kind::Has:
        return u"has"_s;
    case Kind::Is:
        return u"is"_s;
    case Kind::Since:
        return u"since"_s;
    case Kind::Until:
        return u"until"_s;
    case Kind::Everything:
        return u"everything"_s;
    case Kind::And:
        return u"and"_s;
    case Kind::Or:
        return u"or"_s;
    case Kind::Not:
        return u"not"_s;
    }
    return {};
}

/// In quotes where it would else end too early.
QString fieldValue(const QString &value)
{
    const bool isPlain = std::none_of(value.begin(), value.end(),
                                      [](QChar c) { return c.isSpace() || c == u'(' || c == u')'; });
    return isPlain ? value : u'"' + value + u'"';
}

QString numberText(double number)
{
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

QString timeText(const Node &node)
{
    if (!node.isRelative)
        return core::toIso(core::instantFromMillis(qint64(node.number)));
    constexpr qint64 kMinute = 60'000;
    const qint64 minutes = qint64(node.number) / kMinute;
    if (minutes % 1440 == 0)
        return QString::number(minutes / 1440) + u'd';
    return minutes % 60 == 0 ? QString::number(minutes / 60) + u'h' : QString::number(minutes) + u"min"_s;
}

QString canonicalText(const Node &node)
{
    const auto joined = [&node](const QString &between) {
        QStringList parts;
        for (const Node &child : node.children)
            parts << canonicalText(child);
        return u'(' + parts.join(between) + u')';
    };
    switch (node.kind) {
    case Kind::Term:
        return node.value.endsWith(u'*') ? u'"' + node.value.chopped(1) + u"\"*"_s : u'"' + node.value + u'"';
    case Kind::Near:
        return joined(u" NEAR/%1 "_s.arg(int(node.number)));
    case Kind::Author:
        return u"author:"_s + fieldValue(u'@' + node.value);
    case Kind::Language:
    case Kind::Network:
    case Kind::Tonality:
    case Kind::Risk:
    case Kind::Has:
    case Kind::Is:
        return kindKey(node.kind) + u':' + fieldValue(node.value);
    case Kind::Followers:
        return u"followers"_s + sign(node.comparison) + QString::number(qint64(node.number));
    case Kind::Negativity:
        return u"negativity"_s + sign(node.comparison) + numberText(node.number);
    case Kind::Since:
    case Kind::Until:
        return kindKey(node.kind) + u':' + timeText(node);
    case Kind::Everything:
        return u"*"_s;
    case Kind::And:
        return joined(u" AND "_s);
    case Kind::Or:
        return joined(u" OR "_s);
    case Kind::Not:
        return u"NOT "_s + canonicalText(node.children.front());
    }
    return {};
}

QJsonObject jsonOf(const Node &node)
{
    QJsonObject object{{u"kind"_s, kindKey(node.kind)}};
    switch (node.kind) {
    case Kind::Term:
        object.insert(u"value"_s, node.value.endsWith(u'*') ? node.value.chopped(1) : node.value);
        if (node.value.endsWith(u'*'))
            object.insert(u"prefix"_s, true);
        break;
    case Kind::Near:
        object.insert(u"distance"_s, int(node.number));
        break;
    case Kind::Followers:
    case Kind::Negativity:
        object.insert(u"comparison"_s, sign(node.comparison));
        object.insert(u"number"_s, node.number);
        break;
    case Kind::Since:
    case Kind::Until:
        object.insert(u"value"_s, timeText(node));
        break;
    default:
        if (!node.value.isEmpty())
            object.insert(u"value"_s, node.value);
        break;
    }
    if (!node.children.empty()) {
        QJsonArray children;
        for (const Node &child : node.children)
            children << jsonOf(child);
        object.insert(u"children"_s, children);
    }
    return object;
}

Parsed<Node> treeOf(QStringView query)
{
    if (query.size() > WatchQuery::kMaxLength)
        return expected(WatchQuery::kMaxLength, query.size() - WatchQuery::kMaxLength,
                        QT_TRANSLATE_NOOP("WatchQuery", "expected at most %1 characters"), QString::number(WatchQuery::kMaxLength));
    return WatchQueryParser(query).parse();
}

} // namespace

QString QueryProblem::message(const core::Phrasebook &phrases) const
{
    const QString text = phrases.text("WatchQuery", expectation);
    return argument.isEmpty() ? text : text.arg(argument);
}

WatchQuery::WatchQuery(QString source, Node root)
    : m_source(std::move(source)), m_root(std::make_shared<const Node>(std::move(root)))
{
}

Result<WatchQuery> WatchQuery::parse(QStringView query)
{
    auto root = treeOf(query);
    if (root)
        return WatchQuery(query.toString(), std::move(*root));
    const QueryProblem &problem = root.error();
    QString detail = QString::fromLatin1(problem.expectation);
    if (!problem.argument.isEmpty())
        detail = detail.arg(problem.argument);
    return failAt({.file = {}, .column = int(problem.start) + 1}, detail);
}

std::optional<QueryProblem> WatchQuery::problemIn(QStringView query)
{
    auto root = treeOf(query);
    return root ? std::nullopt : std::optional(std::move(root.error()));
}

std::optional<WatchQuery> WatchQuery::typed(QStringView text)
{
    static constexpr QStringView kAlone = u" \t\"()-"; // a search for these, before anything else is typed, is a search for nothing
    if (std::all_of(text.begin(), text.end(), [](QChar c) { return kAlone.contains(c); }))
        return std::nullopt;
    if (auto query = parse(text))
        return std::move(*query);
    Node all{.kind = Kind::And};
    QString word;
    const auto take = [&all, &word](bool isPrefix) {
        const bool isOperator = word == u"AND" || word == u"OR" || word == u"NOT" || word == u"NEAR";
        if (!isOperator && !core::folded(word).isEmpty() && all.children.size() < std::size_t(kMaxTerms))
            all.children.push_back({.kind = Kind::Term, .value = isPrefix ? word + u'*' : word});
        word.clear();
    };
    for (const QChar c : text.left(kMaxLength)) {
        if (core::isWordCharacter(c.unicode()) || c.isSurrogate())
            word += c;
        else
            take(c == u'*');
    }
    take(false);
    if (all.children.empty())
        return std::nullopt;
    Node root = all.children.size() == 1 ? std::move(all.children.front()) : std::move(all);
    return WatchQuery(text.toString(), std::move(root));
}

QString WatchQuery::canonical() const
{
    return canonicalText(*m_root);
}

QJsonObject WatchQuery::toJson() const
{
    return jsonOf(*m_root);
}

} // namespace vigie::monitoring
