// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/feedparser.h"
#include "networks/plaintext.h"
#include "networks/timestamps.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using networks::FeedDocument;
using networks::FeedFormat;
using networks::Post;

// The public corpus of feedparser: each file says in a line of Python what a reader must make of it. What our model keeps
// is held against ours; types, bases, contributors and the like it does not keep.

namespace
{

/// One "path == literal" of an expectation.
struct Term {
    QString path;
    QString literal;
};

/// Cuts at " and " and at "==", but not within quotes or brackets.
QList<Term> termsOf(const QString &expectation)
{
    QStringList parts{QString()};
    QString quote;
    int depth = 0;
    for (qsizetype i = 0; i < expectation.size(); ++i) {
        const QStringView rest = QStringView(expectation).mid(i);
        if (!quote.isEmpty()) {
            if (rest.startsWith(u'\\')) {
                parts.back() += rest.left(2);
                ++i;
                continue;
            }
            if (rest.startsWith(quote)) {
                parts.back() += quote;
                i += quote.size() - 1;
                quote.clear();
                continue;
            }
        } else if (rest.startsWith(u"'''") || rest.startsWith(u"\"\"\"")) {
            quote = rest.left(3).toString();
            parts.back() += quote;
            i += 2;
            continue;
        } else if (rest.startsWith(u'\'') || rest.startsWith(u'"')) {
            quote = rest.left(1).toString();
        } else if (rest.startsWith(u'(') || rest.startsWith(u'[') || rest.startsWith(u'{')) {
            ++depth;
        } else if (rest.startsWith(u')') || rest.startsWith(u']') || rest.startsWith(u'}')) {
            --depth;
        } else if (depth == 0 && rest.startsWith(u" and ")) {
            parts.append(QString());
            i += 4;
            continue;
        } else if (depth == 0 && rest.startsWith(u"==")) {
            parts.back() += u'\x1f';
            ++i;
            continue;
        }
        parts.back() += rest.front();
    }
    QList<Term> terms;
    for (const QString &part : std::as_const(parts)) {
        const QStringList sides = part.split(u'\x1f');
        if (sides.size() == 2)
            terms.append({sides[0].trimmed(), sides[1].trimmed()});
    }
    return terms;
}

/// 'caf\\xe9', u"\\u2026", '''a''', 'a' + 'b'. Nothing for what is no text.
std::optional<QString> textOf(const QString &literal)
{
    QString text;
    qsizetype i = 0;
    while (i < literal.size()) {
        if (literal[i].isSpace() || literal[i] == u'+' || literal[i] == u'u') {
            ++i;
            continue;
        }
        if (literal[i] != u'\'' && literal[i] != u'"')
            return std::nullopt;
        const QString quote = literal.mid(i, 3) == QString(3, literal[i]) ? literal.mid(i, 3) : literal.mid(i, 1);
        for (i += quote.size(); i < literal.size() && literal.mid(i, quote.size()) != quote; ++i) {
            if (literal[i] != u'\\') {
                text += literal[i];
                continue;
            }
            const QChar kind = literal[++i];
            const qsizetype digits = kind == u'x' ? 2 : kind == u'u' ? 4 : kind == u'U' ? 8 : 0;
            if (digits > 0)
                text += QChar::fromUcs4(literal.mid(i + 1, digits).toUInt(nullptr, 16));
            else
                text += kind == u'n' ? QChar(u'\n') : kind == u't' ? QChar(u'\t') : kind == u'r' ? QChar(u'\r') : kind;
            i += digits;
        }
        i += quote.size();
    }
    return text;
}

/// (2003, 12, 31, 10, 14, 55, 2, 365, 0)
std::optional<core::Instant> timeOf(const QString &literal)
{
    static const QRegularExpression tuple(u"^\\((\\d+), (\\d+), (\\d+), (\\d+), (\\d+), (\\d+),"_s);
    const QRegularExpressionMatch match = tuple.match(literal);
    if (!match.hasMatch())
        return std::nullopt;
    const auto part = [&match](int i) { return match.captured(i).toInt(); };
    return networks::instantOf(part(1), part(2), part(3), part(4), part(5), part(6));
}

QString versionOf(const FeedDocument &feed)
{
    const QString digits = QString(feed.version).remove(u'.');
    return (feed.format == FeedFormat::Atom ? u"atom"_s : u"rss"_s) + digits;
}

/// Whether our feed has it; nothing when our model keeps no such thing.
std::optional<bool> isMet(const FeedDocument &feed, const Term &term)
{
    const std::optional<QString> text = textOf(term.literal);
    const QString wanted = networks::plainTextFromHtml(text.value_or(QString()));
    const auto same = [&](const QString &got) {
        return got == wanted || (!wanted.isEmpty() && networks::plainTextFromHtml(got) == wanted) || got == text;
    };
    static const QRegularExpression atFeed(u"^feed(?:\\['(\\w+)'\\]|\\.(\\w+))(.*)$"_s);
    static const QRegularExpression atEntry(u"^entries\\[0\\]\\['(\\w+)'\\](.*)$"_s);
    if (term.path == u"version"_s && text)
        return *text == versionOf(feed);
    if (const QRegularExpressionMatch match = atFeed.match(term.path); match.hasMatch() && text) {
        const QString field = match.captured(1) + match.captured(2);
        const bool isValue = match.captured(3).isEmpty() || match.captured(3) == u"['value']"_s;
        if (isValue && (field == u"title"_s || field == u"title_detail"_s))
            return same(feed.title);
        if (isValue && (field.startsWith(u"tagline"_s) || field.startsWith(u"subtitle"_s) || field == u"description"_s))
            return same(feed.subtitle);
        if (field == u"link"_s)
            return feed.link == *text;
        if (field == u"language"_s)
            return feed.language.compare(*text, Qt::CaseInsensitive) == 0;
        return std::nullopt;
    }
    const QRegularExpressionMatch match = atEntry.match(term.path);
    if (!match.hasMatch())
        return std::nullopt;
    const Post post = feed.posts.empty() ? Post() : feed.posts.front();
    const QString field = match.captured(1);
    const QString rest = match.captured(2);
    static const QStringList kDates{u"published_parsed"_s, u"created_parsed"_s, u"updated_parsed"_s, u"issued_parsed"_s,
                                    u"modified_parsed"_s};
    static const QStringList kDateTexts{u"published"_s, u"created"_s, u"updated"_s, u"issued"_s, u"modified"_s};
    if (kDates.contains(field)) {
        const std::optional<core::Instant> time = timeOf(term.literal);
        return time ? std::optional(post.postedAt == *time) : std::nullopt;
    }
    if (!text)
        return std::nullopt;
    if (kDateTexts.contains(field))
        return networks::parseFeedDate(*text) == post.postedAt;
    if (field == u"id"_s)
        return post.remoteId == *text;
    if (field == u"link"_s)
        return post.url == *text;
    if (field == u"author"_s || ((field == u"author_detail"_s || field == u"authors"_s) && rest.endsWith(u"['name']"_s)
                                 && !rest.startsWith(u"[1]"_s)))
        return same(post.author.name);
    if (field == u"author_detail"_s && rest == u"['url']"_s)
        return post.author.url == *text;
    const bool isText = field == u"title"_s || field == u"title_detail"_s || field == u"summary"_s ||
                        field == u"content"_s || field == u"summary_detail"_s || field == u"description"_s;
    const bool isValue = rest.isEmpty() || rest == u"['value']"_s || rest == u"[0]['value']"_s;
    if (isText && rest.endsWith(u"['language']"_s))
        return post.language.compare(*text, Qt::CaseInsensitive) == 0;
    if (isText && isValue)
        // A title stands before the rest, in one text.
        return same(post.text) ||
               (field.startsWith(u"title"_s) ? post.text.startsWith(wanted + u"\n\n"_s)
                                             : post.text.endsWith(u"\n\n"_s + wanted) && !wanted.isEmpty());
    return std::nullopt;
}

struct CorpusFile {
    QString name;
    QString expectation;
    Result<FeedDocument> feed;
};

/// What was reached, by folder: less is a step back. What is not met is another reading, not a failure to read: U+27E8 of
/// HTML 5 for HTML 4's U+2329, an author without the address, the text below an <iframe> that no browser shows…
struct Floor {
    const char *folder;
    int parsed;
    int met;
};
constexpr Floor kFloors[] = {
    {"encoding", 51, 4},           {"entities", 160, 157},         {"illformed", 2, 1},
    {"illformed/chardet", 3, 0},   {"illformed/geo", 2, 0},        {"wellformed/amp", 36, 36},
    {"wellformed/atom", 92, 42},   {"wellformed/atom10", 140, 35}, {"wellformed/base", 76, 28},
    {"wellformed/cdf", 9, 8},      {"wellformed/feedburner", 1, 0}, {"wellformed/geo", 1, 0},
    {"wellformed/http", 4, 0},     {"wellformed/itunes", 26, 2},   {"wellformed/lang", 43, 20},
    {"wellformed/media-rss", 6, 1}, {"wellformed/namespace", 17, 14}, {"wellformed/node_precedence", 2, 0},
    {"wellformed/psc", 4, 0},      {"wellformed/rdf", 9, 8},       {"wellformed/rss", 109, 43},
    {"wellformed/sanitize", 448, 399}, {"wellformed/sgml", 1, 1},  {"wellformed/xml", 1, 1},
};

struct Tally {
    int files = 0;
    int parsed = 0;
    int met = 0;
    int all = 0;
};

} // namespace

class FeedCorpusTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void expectationsAreMet();
    void nothingButTextIsLeftOfHostileMarkup();

private:
    std::vector<CorpusFile> m_files;
};

void FeedCorpusTest::initTestCase()
{
    const QString root = QStringLiteral(VIGIE_SHARED "/fixtures/feeds/feedparser/");
    QFile manifest(root + u"manifest.json"_s);
    if (!manifest.open(QIODevice::ReadOnly))
        QSKIP("the shared corpus of feeds is absent");
    const QJsonArray tests = QJsonDocument::fromJson(manifest.readAll()).array();
    static const QRegularExpression header(u"Header:\\s*([\\w-]+):\\s*([^\\n]+)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    for (const QJsonValue &test : tests) {
        const QString name = test[u"file"_s].toString();
        QFile file(root + name);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
        const QByteArray bytes = file.readAll();
        networks::FeedContext context{.url = QUrl(u"http://127.0.0.1:8097/"_s + name), .contentType = {}};
        auto headers = header.globalMatch(QString::fromLatin1(bytes.left(1500)));
        while (headers.hasNext()) {
            const QRegularExpressionMatch match = headers.next();
            if (match.captured(1).compare(u"content-type"_s, Qt::CaseInsensitive) == 0)
                context.contentType = match.captured(2).toLatin1();
            else if (match.captured(1).compare(u"content-location"_s, Qt::CaseInsensitive) == 0)
                context.url = context.url.resolved(QUrl(match.captured(2).trimmed()));
            else if (match.captured(1).compare(u"content-language"_s, Qt::CaseInsensitive) == 0)
                context.contentLanguage = match.captured(2).trimmed().toLatin1();
        }
        m_files.push_back({name, test[u"expect"_s].toString(), networks::parseFeed(bytes, context)});
    }
}

void FeedCorpusTest::expectationsAreMet()
{
    QMap<QString, Tally> folders;
    const bool isShown = qEnvironmentVariableIsSet("VIGIE_SHOW_CORPUS");
    for (const CorpusFile &file : m_files) {
        Tally &tally = folders[QFileInfo(file.name).path().mid(6)];
        ++tally.files;
        tally.parsed += file.feed ? 1 : 0;
        if (!file.feed && isShown)
            qInfo().noquote() << file.name << file.feed.error().toString() << file.expectation.left(100);
        const QList<Term> terms = termsOf(file.expectation);
        for (const Term &term : terms) {
            const std::optional<bool> met = isMet(file.feed ? *file.feed : FeedDocument(), term);
            if (!met)
                continue;
            ++tally.all;
            tally.met += *met && file.feed ? 1 : 0;
            if (!*met && isShown)
                qInfo().noquote() << file.name << term.path << "wants" << term.literal << "has"
                                  << (file.feed && !file.feed->posts.empty() ? file.feed->posts[0].text : QString());
        }
    }
    Tally sum;
    for (auto it = folders.begin(); it != folders.end(); ++it) {
        qInfo().noquote() << it.key() << "parsed" << it->parsed << "of" << it->files << "met" << it->met << "of"
                          << it->all;
        sum.files += it->files;
        sum.parsed += it->parsed;
        sum.met += it->met;
        sum.all += it->all;
    }
    for (const Floor &floor : kFloors) {
        const Tally tally = folders.value(QLatin1StringView(floor.folder));
        QVERIFY2(tally.parsed >= floor.parsed && tally.met >= floor.met, floor.folder);
    }
    qInfo("all: parsed %d of %d, met %d of %d", sum.parsed, sum.files, sum.met, sum.all);
}

void FeedCorpusTest::nothingButTextIsLeftOfHostileMarkup()
{
    int cases = 0;
    static const QRegularExpression hostile(
        u"<\\s*/?\\s*[a-z!?]|\\b(?:java|vb|live)script\\s*:|\\bdata:text|\\bon[a-z]{3,20}\\s*=|\\bsrc\\s*=|expression\\s*\\(|url\\s*\\("_s,
        QRegularExpression::CaseInsensitiveOption);
    for (const CorpusFile &file : m_files) {
        if (!file.name.contains(u"/sanitize/"_s) || !file.feed)
            continue;
        ++cases;
        QStringList texts{file.feed->title, file.feed->subtitle};
        QStringList addresses{file.feed->link};
        for (const Post &post : file.feed->posts) {
            texts << post.text << post.author.name << post.remoteId;
            addresses << post.url << post.author.url;
        }
        for (const QString &text : std::as_const(texts)) {
            QVERIFY2(!hostile.match(text).hasMatch(), qPrintable(file.name + u" leaves "_s + text.left(200)));
        }
        for (const QString &address : std::as_const(addresses))
            QVERIFY2(address.isEmpty() || address.startsWith(u"http"_s), qPrintable(file.name));
    }
    qInfo("hostile markup: %d cases", cases);
}

QTEST_GUILESS_MAIN(FeedCorpusTest)
#include "tst_feedcorpus.moc"
