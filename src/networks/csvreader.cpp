// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/csvreader.h"

#include "core/text.h"
#include "networks/csvmapping.h"
#include "networks/csvrecords.h"
#include "networks/csvvalues.h"
#include "networks/plaintext.h"
#include "networks/postfields.h"

#include <QCryptographicHash>
#include <QIODevice>
#include <QUrl>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr int kRecordsBeforeHeaders = 40;
constexpr qsizetype kMaxPreviewRows = 20;
constexpr qsizetype kMaxExtraValue = 2000;
constexpr qsizetype kMaxExtra = 64'000;
constexpr qsizetype kMaxIdLength = 2000;

struct CsvHeader {
    QStringList names;
    CsvMapping mapping;
    qint64 line = 1;
    QChar delimiter;
    QString encoding;
};

Result<> rewind(QIODevice &device)
{
    if (device.isSequential() || !device.seek(0))
        return fail(ErrorKind::File, u"a CSV file must be readable from its start"_s);
    return {};
}

int scoreOf(const QStringList &fields, const std::optional<CsvMapping> &given)
{
    int score = headerScore(fields);
    if (given) {
        QStringList keys;
        for (const QString &field : fields)
            keys.append(headerKey(field));
        for (const QStringList &names : given->columns)
            score += 10 * int(std::count_if(names.begin(), names.end(), [&keys](const QString &name) {
                         return keys.contains(headerKey(name));
                     }));
    }
    return score;
}

/// The row of headers: the record among the first ones that looks most like one; vendors write a preamble before it.
Result<CsvHeader> findHeader(QIODevice &device, const std::optional<CsvMapping> &given)
{
    if (const Result<> rewound = rewind(device); !rewound)
        return tl::unexpected(rewound.error());
    CsvRecords records(device);
    CsvHeader header;
    int bestScore = -1;
    for (int i = 0; i < kRecordsBeforeHeaders; ++i) {
        Result<std::optional<CsvRecord>> next = records.next();
        if (!next)
            return tl::unexpected(next.error());
        if (!*next)
            break;
        const CsvRecord &record = **next;
        if (record.isBlank() || !record.problem.isEmpty())
            continue;
        const int score = scoreOf(record.fields, given);
        if (score > bestScore) {
            bestScore = score;
            header.names = record.fields;
            header.line = record.line;
        }
    }
    if (header.names.isEmpty())
        return fail(ErrorKind::Parse, u"the file holds no row"_s);
    for (QString &name : header.names)
        name = core::sanitized(name).trimmed();
    header.delimiter = records.delimiter();
    header.encoding = records.encoding();
    header.mapping = mappingFor(header.names, given);
    return header;
}

QStringList missingFields(const CsvMapping &mapping)
{
    QStringList missing;
    if (!mapping.columns.contains(u"text"_s) && !mapping.columns.contains(u"title"_s))
        missing.append(u"text"_s);
    if (!mapping.columns.contains(u"posted_at"_s))
        missing.append(u"posted_at"_s);
    return missing;
}

QString networkOfHost(const QString &url)
{
    static const std::vector<std::pair<QString, QString>> hosts = {
        {u"twitter.com"_s, u"x"_s},       {u"x.com"_s, u"x"_s},           {u"facebook.com"_s, u"facebook"_s},
        {u"instagram.com"_s, u"instagram"_s}, {u"linkedin.com"_s, u"linkedin"_s}, {u"youtube.com"_s, u"youtube"_s},
        {u"youtu.be"_s, u"youtube"_s},    {u"tiktok.com"_s, u"tiktok"_s}, {u"reddit.com"_s, u"reddit"_s},
        {u"bsky.app"_s, u"bluesky"_s},    {u"threads.net"_s, u"threads"_s}, {u"trustpilot.com"_s, u"trustpilot"_s}};
    const QString host = QUrl(url).host().toLower();
    for (const auto &[domain, network] : hosts) {
        if (host == domain || host.endsWith(u'.' + domain))
            return network;
    }
    return {};
}

/// One row of the file as its fields.
class RowReader
{
public:
    explicit RowReader(const CsvHeader &header);

    void setDateOrder(DateOrder order) { m_dateOrder = order; }
    [[nodiscard]] QString dateText(const QStringList &row) const;
    [[nodiscard]] Result<Post> post(const QStringList &row) const;

private:
    [[nodiscard]] QString value(const QStringList &row, const QString &field) const;
    [[nodiscard]] qint64 count(const QStringList &row, const QString &field, qint64 otherwise) const;
    [[nodiscard]] QString text(const QStringList &row) const;
    [[nodiscard]] Result<core::Instant> time(const QStringList &row) const;
    [[nodiscard]] Result<> setIdentity(Post &post, const QStringList &row) const;
    [[nodiscard]] QByteArray extra(const QStringList &row) const;

    const CsvHeader &m_header;
    QHash<QString, QList<qsizetype>> m_columns;
    std::vector<bool> m_isMapped;
    DateOrder m_dateOrder;
};

RowReader::RowReader(const CsvHeader &header)
    : m_header(header), m_isMapped(std::size_t(header.names.size())), m_dateOrder(header.mapping.dateOrder)
{
    const CsvMapping &mapping = header.mapping;
    for (auto it = mapping.columns.begin(); it != mapping.columns.end(); ++it) {
        for (const QString &name : it.value()) {
            const qsizetype index = header.names.indexOf(name);
            if (index < 0)
                continue;
            m_columns[it.key()].append(index);
            m_isMapped[std::size_t(index)] = true;
        }
    }
}

QString RowReader::value(const QStringList &row, const QString &field) const
{
    for (const qsizetype index : m_columns.value(field)) {
        const QString found = row.value(index).trimmed();
        if (!found.isEmpty())
            return found;
    }
    return {};
}

qint64 RowReader::count(const QStringList &row, const QString &field, qint64 otherwise) const
{
    // One column per network is usual, and the others hold 0.
    qint64 most = otherwise;
    for (const qsizetype index : m_columns.value(field))
        most = std::max(most, csvCount(row.value(index)).value_or(otherwise));
    return most;
}

QString RowReader::text(const QStringList &row) const
{
    const QString body = cleanPostText(value(row, u"text"_s));
    const QString title = cleanPostText(value(row, u"title"_s));
    if (title.isEmpty() || body.startsWith(title))
        return body;
    return body.isEmpty() ? title : cleanPostText(title + u"\n\n"_s + body);
}

QString RowReader::dateText(const QStringList &row) const
{
    const QString date = value(row, u"posted_at"_s);
    const QString time = value(row, u"time"_s);
    return time.isEmpty() || date.contains(u':') ? date : date + u' ' + time;
}

Result<core::Instant> RowReader::time(const QStringList &row) const
{
    const QString text = dateText(row);
    if (text.isEmpty())
        return fail(ErrorKind::Parse, u"posted_at: missing"_s);
    const CsvDate date = csvDate(text, m_dateOrder, m_header.mapping.zone);
    if (date.instant)
        return *date.instant;
    const QString shown = core::sanitized(text).left(40);
    if (date.isAmbiguous)
        return fail(ErrorKind::Parse,
                    u"posted_at: \"%1\" can be day/month or month/day; say which with \"date_order\": \"dmy\" or \"mdy\""_s
                        .arg(shown));
    return fail(ErrorKind::Parse, u"posted_at: \"%1\" is no date that Vigie knows"_s.arg(shown));
}

Result<> RowReader::setIdentity(Post &post, const QStringList &row) const
{
    post.remoteId = csvIdentifier(value(row, u"id"_s));
    if (isRoundedIdentifier(post.remoteId))
        return fail(ErrorKind::Parse, u"id: a spreadsheet has rounded it (%1); export the file again, ids as text"_s.arg(
                                          post.remoteId.left(40)));
    if (post.remoteId.size() > kMaxIdLength)
        return fail(ErrorKind::Parse, u"id: too long"_s);
    if (post.remoteId.isEmpty())
        post.remoteId = post.url;
    if (post.remoteId.isEmpty()) {
        const QByteArray content = post.text.toUtf8() + '\n' + core::toIso(post.postedAt).toLatin1();
        post.remoteId = u"sha256:"_s
                        + QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
    }
    return {};
}

QByteArray RowReader::extra(const QStringList &row) const
{
    QByteArray json;
    for (qsizetype i = 0; i < std::min(row.size(), m_header.names.size()); ++i) {
        const QString cell = row[i].trimmed();
        if (m_isMapped[std::size_t(i)] || cell.isEmpty() || m_header.names[i].isEmpty() || json.size() > kMaxExtra)
            continue;
        json += json.isEmpty() ? '{' : ',';
        appendJsonString(json, m_header.names[i].left(200));
        json += ':';
        appendJsonString(json, core::sanitized(QStringView(cell).left(kMaxExtraValue)));
    }
    return json.isEmpty() ? json : json + '}';
}

Result<Post> RowReader::post(const QStringList &row) const
{
    const bool isTooWide = std::any_of(row.begin() + std::min(row.size(), m_header.names.size()), row.end(),
                                       [](const QString &cell) { return !cell.trimmed().isEmpty(); });
    if (isTooWide)
        return fail(ErrorKind::Parse, u"%1 fields where the headers are %2; a quote may be missing"_s.arg(row.size()).arg(
                                          m_header.names.size()));
    Post post;
    post.text = text(row);
    if (post.text.isEmpty())
        return fail(ErrorKind::Parse, u"text: missing"_s);
    const Result<core::Instant> postedAt = time(row);
    if (!postedAt)
        return tl::unexpected(postedAt.error());
    post.postedAt = *postedAt;
    const QByteArray url = value(row, u"url"_s).toUtf8();
    post.url = openableUrlFromUtf8(std::string_view(url.constData(), std::size_t(url.size())));
    if (const Result<> identified = setIdentity(post, row); !identified)
        return tl::unexpected(identified.error());

    post.network = networkKeyOfName(value(row, u"network_name"_s));
    if (post.network.isEmpty())
        post.network = networkOfHost(post.url);
    if (post.network.isEmpty())
        post.network = m_header.mapping.network.isEmpty() ? u"import"_s : m_header.mapping.network;
    const auto line = [](const QString &text) { return cleanPostText(text).left(500).simplified(); };
    post.author.handle = line(value(row, u"author_handle"_s));
    post.author.name = line(value(row, u"author_name"_s));
    post.author.followers = count(row, u"followers"_s, -1);
    post.language = csvLanguage(value(row, u"lang"_s));
    const auto reference = [](const QString &text) {
        const QString id = csvIdentifier(text);
        return isRoundedIdentifier(id) || id.size() > kMaxIdLength ? QString() : id;
    };
    post.inReplyTo = reference(value(row, u"in_reply_to"_s));
    post.root = reference(value(row, u"root"_s));
    constexpr qint64 kMost = std::numeric_limits<int>::max();
    post.likes = int(std::min(count(row, u"likes"_s, 0), kMost));
    post.reposts = int(std::min(count(row, u"reposts"_s, 0), kMost));
    post.replies = int(std::min(count(row, u"replies"_s, 0), kMost));
    post.extra = extra(row);
    return post;
}

/// Calls `take(record)` for each row below the headers that is not blank.
template <typename Take>
Result<> forEachRow(QIODevice &device, const CsvHeader &header, Take take)
{
    if (const Result<> rewound = rewind(device); !rewound)
        return rewound;
    CsvRecords records(device, header.delimiter);
    for (;;) {
        Result<std::optional<CsvRecord>> next = records.next();
        if (!next)
            return tl::unexpected(next.error());
        if (!*next)
            return {};
        const CsvRecord &record = **next;
        if (record.line <= header.line || (record.problem.isEmpty() && record.isBlank()))
            continue;
        if (const Result<> taken = take(record); !taken)
            return taken;
    }
}

/// What the whole column says; Unknown when it says nothing, or both.
Result<DateOrder> scannedDateOrder(QIODevice &device, const CsvHeader &header, const RowReader &reader)
{
    bool dayFirst = false;
    bool monthFirst = false;
    bool ambiguous = false;
    const Result<> scanned = forEachRow(device, header, [&](const CsvRecord &record) -> Result<> {
        const DateHint hint = dateHintOf(reader.dateText(record.fields));
        dayFirst = dayFirst || hint == DateHint::DayFirst;
        monthFirst = monthFirst || hint == DateHint::MonthFirst;
        ambiguous = ambiguous || hint == DateHint::Ambiguous;
        return {};
    });
    if (!scanned)
        return tl::unexpected(scanned.error());
    if (!ambiguous || dayFirst == monthFirst)
        return DateOrder::Unknown;
    return dayFirst ? DateOrder::DayFirst : DateOrder::MonthFirst;
}

Result<> checkMapping(const CsvHeader &header, const std::optional<CsvMapping> &given)
{
    if (given) {
        for (auto it = given->columns.begin(); it != given->columns.end(); ++it) {
            if (!header.mapping.columns.contains(it.key()))
                return failAt({{}, int(header.line), 0}, u"the file has no column \"%1\" for \"%2\""_s.arg(
                                                              it.value().join(u"\" or \""_s), it.key()));
        }
    }
    const QStringList missing = missingFields(header.mapping);
    if (!missing.isEmpty())
        return failAt({{}, int(header.line), 0},
                      u"no column found for: %1; name it in a map file"_s.arg(missing.join(u", "_s)));
    return {};
}

} // namespace

Result<CsvPreview> previewCsv(QIODevice &device, const std::optional<CsvMapping> &mapping)
{
    const Result<CsvHeader> header = findHeader(device, mapping);
    if (!header)
        return tl::unexpected(header.error());
    CsvPreview preview;
    preview.headers = header->names;
    preview.mapping = header->mapping;
    preview.missing = missingFields(header->mapping);
    preview.delimiter = header->delimiter;
    preview.encoding = header->encoding;
    preview.headerLine = header->line;
    for (const QString &name : header->names) {
        const bool isUsed = std::any_of(header->mapping.columns.begin(), header->mapping.columns.end(),
                                        [&name](const QStringList &names) { return names.contains(name); });
        if (!isUsed && !name.isEmpty())
            preview.unmapped.append(name);
    }
    if (const Result<> rewound = rewind(device); !rewound)
        return tl::unexpected(rewound.error());
    CsvRecords records(device, header->delimiter);
    while (preview.firstRows.size() < kMaxPreviewRows) {
        Result<std::optional<CsvRecord>> next = records.next();
        if (!next)
            return tl::unexpected(next.error());
        if (!*next)
            break;
        CsvRecord &record = **next;
        if (record.line <= header->line || record.isBlank())
            continue;
        for (QString &cell : record.fields)
            cell = core::sanitized(cell);
        preview.firstRows.append(record.fields);
    }
    if (const Result<> rewound = rewind(device); !rewound)
        return tl::unexpected(rewound.error());
    return preview;
}

Result<ImportReport> readCsv(QIODevice &device, const std::optional<CsvMapping> &mapping, const PostSink &sink,
                             const ImportOptions &options)
{
    const Result<CsvHeader> header = findHeader(device, mapping);
    if (!header)
        return tl::unexpected(header.error());
    if (const Result<> checked = checkMapping(*header, mapping); !checked)
        return tl::unexpected(checked.error());
    RowReader reader(*header);
    if (header->mapping.dateOrder == DateOrder::Unknown) {
        const Result<DateOrder> order = scannedDateOrder(device, *header, reader);
        if (!order)
            return tl::unexpected(order.error());
        reader.setDateOrder(*order);
    }
    ImportReport report;
    std::vector<Post> batch;
    const auto flush = [&]() -> Result<> {
        return batch.empty() ? Result<>() : sink(std::exchange(batch, {}));
    };
    const Result<> read = forEachRow(device, *header, [&](const CsvRecord &record) -> Result<> {
        ++report.read;
        Result<Post> post = record.problem.isEmpty() ? reader.post(record.fields)
                                                     : Result<Post>(fail(ErrorKind::Parse, record.problem));
        if (!post) {
            report.reject(record.line, post.error().detail);
            return {};
        }
        ++report.accepted;
        batch.push_back(std::move(*post));
        return batch.size() >= std::max<std::size_t>(options.batchSize, 1) ? flush() : Result<>();
    });
    if (!read)
        return tl::unexpected(read.error());
    if (const Result<> flushed = flush(); !flushed)
        return tl::unexpected(flushed.error());
    return report;
}

} // namespace vigie::networks
