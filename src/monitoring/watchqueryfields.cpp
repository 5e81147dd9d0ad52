// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of the query language: what stands before ':' or '<', '=', '>', and what may stand behind.
#include "analysis/risk.h"
#include "analysis/tonality.h"
#include "core/text.h"
#include "monitoring/watchqueryparser.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

using Kind = WatchQuery::Kind;
using Node = WatchQuery::Node;
using Comparison = WatchQuery::Comparison;

struct FieldName {
    QStringView key;
    Kind kind;
};
constexpr std::array<FieldName, 11> kFields{{
    {u"lang", Kind::Language},
    {u"network", Kind::Network},
    {u"author", Kind::Author},
    {u"tonality", Kind::Tonality},
    {u"risk", Kind::Risk},
    {u"has", Kind::Has},
    {u"is", Kind::Is},
    {u"since", Kind::Since},
    {u"until", Kind::Until},
    {u"followers", Kind::Followers},
    {u"negativity", Kind::Negativity},
}};

constexpr const char *kKnownFields = QT_TRANSLATE_NOOP(
    "WatchQuery", "expected one of lang: network: author: tonality: risk: has: is: since: until: followers> negativity>"
                  " (put a text with ':' in quotes)");

/// Where a field's value stands, for underlining it.
struct Value {
    QString text;
    qsizetype start = 0;
    qsizetype length = 1;
};

/// Until nothing changes any more: a capital sharp s folds to a small one, which folds to "ss".
QString fullyFolded(const QString &text)
{
    QString once = core::folded(text);
    QString again = core::folded(once);
    while (again != once) {
        once = std::move(again);
        again = core::folded(once);
    }
    return once;
}

Parsed<Node> oneOf(Kind kind, const Value &value, const QStringList &known)
{
    QString key = fullyFolded(value.text);
    if (!known.contains(key))
        return expected(value.start, value.length, QT_TRANSLATE_NOOP("WatchQuery", "expected one of %1 here"),
                        known.join(u", "_s));
    return Node{.kind = kind, .value = std::move(key)};
}

QStringList tonalityKeys()
{
    using analysis::Tonality;
    QStringList keys;
    for (const Tonality tonality : {Tonality::Negative, Tonality::Neutral, Tonality::Positive, Tonality::Undetermined})
        keys << analysis::tonalityKey(tonality);
    return keys;
}

QStringList riskKeys()
{
    QStringList keys{u"any"_s};
    for (const analysis::Risk risk : analysis::allRisks())
        keys << analysis::riskKey(risk);
    return keys;
}

/// "7d", "36h", "2w", "30min": milliseconds.
std::optional<qint64> span(const QString &text)
{
    struct Unit {
        QStringView name;
        qint64 millis;
    };
    constexpr qint64 kMinute = 60'000;
    static constexpr std::array<Unit, 4> kUnits{
        {{u"min", kMinute}, {u"h", 60 * kMinute}, {u"d", 1440 * kMinute}, {u"w", 10'080 * kMinute}}};
    for (const Unit &unit : kUnits) {
        if (!text.endsWith(unit.name))
            continue;
        bool isNumber = false;
        const int count = QStringView(text).chopped(unit.name.size()).toInt(&isNumber);
        if (isNumber && count > 0 && count <= 100'000)
            return count * unit.millis;
    }
    return std::nullopt;
}

/// A day ("2026-01-31": all of it, so that `until` a day means its end) or a minute or second of it. UTC unless it says.
std::optional<qint64> moment(const QString &text, Kind kind)
{
    const QString upper = text.toUpper();
    if (upper.size() == 10) {
        const QDate day = QDate::fromString(upper, Qt::ISODate);
        if (!day.isValid())
            return std::nullopt;
        return (kind == Kind::Until ? day.addDays(1) : day).startOfDay(Qt::UTC).toMSecsSinceEpoch();
    }
    QDateTime time = QDateTime::fromString(upper, Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toMSecsSinceEpoch();
}

Parsed<Node> time(Kind kind, const Value &value)
{
    if (const auto back = span(value.text.toLower()))
        return Node{.kind = kind, .number = double(*back), .isRelative = true};
    if (const auto at = moment(value.text, kind); at && *at >= 0)
        return Node{.kind = kind, .number = double(*at)};
    return expected(value.start, value.length,
                    QT_TRANSLATE_NOOP("WatchQuery", "expected a day (2026-01-31), a time (2026-01-31T08:30) or a span before now"
                                                    " (30min, 12h, 7d, 2w)"));
}

Parsed<Node> text(Kind kind, const Value &value)
{
    Node node{.kind = kind, .value = fullyFolded(value.text).simplified()};
    if (kind == Kind::Author && node.value.startsWith(u'@'))
        node.value = node.value.mid(1).trimmed();
    if (node.value.isEmpty() || node.value.contains(u'*'))
        return expected(value.start, value.length, QT_TRANSLATE_NOOP("WatchQuery", "expected a plain value right after ':'"));
    return node;
}

Parsed<Node> withValue(Kind kind, const Value &value)
{
    switch (kind) {
    case Kind::Tonality:
        return oneOf(kind, value, tonalityKeys());
    case Kind::Risk:
        return oneOf(kind, value, riskKeys());
    case Kind::Has:
        return oneOf(kind, value, {u"link"_s, u"question"_s});
    case Kind::Is:
        return oneOf(kind, value, {u"reply"_s, u"repost"_s});
    case Kind::Since:
    case Kind::Until:
        return time(kind, value);
    default:
        return text(kind, value);
    }
}

/// "10000", "10k", "1.5m".
std::optional<double> followers(QString text)
{
    double factor = 1;
    if (text.endsWith(u'k', Qt::CaseInsensitive))
        factor = 1000;
    else if (text.endsWith(u'm', Qt::CaseInsensitive))
        factor = 1'000'000;
    if (factor > 1)
        text.chop(1);
    bool isNumber = false;
    const double number = text.replace(u',', u'.').toDouble(&isNumber);
    const bool isWhole = factor > 1 || number == double(qint64(std::clamp(number, 0.0, 1e15)));
    return isNumber && number >= 0 && number * factor <= 1e12 && isWhole ? std::optional(double(qint64(number * factor + 0.5)))
                                                                         : std::nullopt;
}

Parsed<Node> compared(Kind kind, Comparison comparison, const Value &value)
{
    if (kind == Kind::Followers) {
        if (const auto number = followers(value.text))
            return Node{.kind = kind, .comparison = comparison, .number = *number};
        return expected(value.start, value.length, QT_TRANSLATE_NOOP("WatchQuery", "expected a number such as 5000 or 10k"));
    }
    bool isNumber = false;
    const double number = QString(value.text).replace(u',', u'.').toDouble(&isNumber);
    if (!isNumber || !(number >= 0 && number <= 1))
        return expected(value.start, value.length, QT_TRANSLATE_NOOP("WatchQuery", "expected a number from 0 to 1, such as 0.7"));
    return Node{.kind = kind, .comparison = comparison, .number = number};
}

bool isCompared(Kind kind)
{
    return kind == Kind::Followers || kind == Kind::Negativity;
}

/// The sign, and how many characters it takes; 0 where there is none.
std::pair<Comparison, qsizetype> comparisonIn(QStringView text)
{
    if (text.startsWith(u">=") || text.startsWith(u'≥'))
        return {Comparison::AtLeast, text[0] == u'≥' ? 1 : 2};
    if (text.startsWith(u"<=") || text.startsWith(u'≤'))
        return {Comparison::AtMost, text[0] == u'≤' ? 1 : 2};
    if (text.startsWith(u'>'))
        return {Comparison::More, 1};
    if (text.startsWith(u'<'))
        return {Comparison::Less, 1};
    return {Comparison::Equal, text.startsWith(u'=') || text.startsWith(u':') ? 1 : 0};
}

} // namespace

std::optional<Parsed<WatchQuery::Node>> queryField(const QueryToken &token)
{
    const auto sign = std::find_if(token.text.begin(), token.text.end(),
                                   [](QChar c) { return !c.isLetter(); });
    const qsizetype nameLength = sign - token.text.begin();
    const QStringView rest = QStringView(token.text).mid(nameLength);
    const auto [comparison, signLength] = comparisonIn(rest);
    // "https://…" and "12:30" are texts. So is "a=b": only names that are known are compared.
    if (nameLength == 0 || signLength == 0 || rest.startsWith(u"://"))
        return std::nullopt;
    const QString name = core::folded(QStringView(token.text).left(nameLength));
    const auto known = std::find_if(kFields.begin(), kFields.end(), [&name](const FieldName &f) { return f.key == name; });
    const bool isColon = rest.startsWith(u':');
    if (known == kFields.end()) {
        if (!isColon)
            return std::nullopt;
        return expected(token.start, nameLength + 1, kKnownFields);
    }
    Value value{.text = rest.mid(signLength).toString(),
                .start = token.start + nameLength + signLength,
                .length = token.length - nameLength - signLength};
    if (token.hasQuoted && value.text.isEmpty())
        value.text = token.quoted;
    if (isCompared(known->kind))
        return compared(known->kind, comparison, value);
    if (!isColon)
        return expected(token.start + nameLength, signLength, QT_TRANSLATE_NOOP("WatchQuery", "expected ':' after '%1'"), name);
    return withValue(known->kind, value);
}

} // namespace vigie::monitoring
