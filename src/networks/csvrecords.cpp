// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/csvrecords.h"

#include <QIODevice>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr qint64 kBlockSize = 256 * 1024;

/// The delimiter that cuts the most lines of the head into the same number of fields, more than one.
QChar sniffedDelimiter(QStringView head)
{
    QChar best = u',';
    qsizetype bestScore = 0;
    for (const QChar candidate : {QChar(u','), QChar(u';'), QChar(u'\t')}) {
        qsizetype fields = 1;
        qsizetype previous = 0;
        qsizetype score = 0;
        bool quoted = false;
        for (const QChar unit : head) {
            if (unit == u'"') {
                quoted = !quoted;
            } else if (!quoted && unit == candidate) {
                ++fields;
            } else if (!quoted && (unit == u'\n' || unit == u'\r')) {
                if (fields > 1)
                    score += fields == previous ? 2 * fields : 1;
                if (fields > 1 || unit == u'\n')
                    previous = fields;
                fields = 1;
            }
        }
        if (fields > 1)
            score += fields == previous ? 2 * fields : 1;
        if (score > bestScore) {
            bestScore = score;
            best = candidate;
        }
    }
    return best;
}

bool isValidUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes); // a character cut off at the end stays in the decoder and is no error
    Q_UNUSED(text)
    return !decoder.hasError();
}

} // namespace

bool CsvRecord::isBlank() const
{
    return std::all_of(fields.begin(), fields.end(), [](const QString &field) { return field.trimmed().isEmpty(); });
}

CsvRecords::CsvRecords(QIODevice &device, std::optional<QChar> delimiter) : m_device(device)
{
    m_head = device.read(kBlockSize);
    detectEncoding(m_head);
    if (!fill())
        return;
    m_delimiter = delimiter ? *delimiter : sniffedDelimiter(QStringView(m_block).left(64 * 1024));
}

void CsvRecords::detectEncoding(const QByteArray &head)
{
    if (head.startsWith("\xff\xfe")) {
        m_encoding = u"UTF-16LE"_s;
        m_decoder = QStringDecoder(QStringDecoder::Utf16LE);
    } else if (head.startsWith("\xfe\xff")) {
        m_encoding = u"UTF-16BE"_s;
        m_decoder = QStringDecoder(QStringDecoder::Utf16BE);
    } else if (head.startsWith("\xef\xbb\xbf") || isValidUtf8(head)) {
        m_encoding = u"UTF-8"_s;
        m_decoder = QStringDecoder(QStringDecoder::Utf8);
    } else {
        // Old exports of spreadsheets: Latin-1, whose C1 controls are really windows-1252.
        m_encoding = u"windows-1252"_s;
        m_decoder = QStringDecoder(QStringDecoder::Latin1);
    }
}

bool CsvRecords::fill()
{
    while (m_at >= m_block.size()) {
        QByteArray bytes = std::exchange(m_head, {});
        if (bytes.isEmpty())
            bytes = m_device.read(kBlockSize);
        if (bytes.isEmpty()) {
            m_failed = !m_device.atEnd();
            return false;
        }
        m_block = m_decoder(bytes);
        if (m_encoding == u"windows-1252"_s) {
            static constexpr std::array<char16_t, 32> kWindows = {
                0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
                0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
                0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178};
            for (QChar &unit : m_block) {
                if (unit.unicode() >= 0x80 && unit.unicode() <= 0x9f)
                    unit = QChar(kWindows[unit.unicode() - 0x80]);
            }
        }
        m_at = 0;
    }
    return true;
}

void CsvRecords::endField(CsvRecord &record)
{
    if (record.fields.size() < kMaxFields)
        record.fields.append(m_field);
    else
        record.problem = u"more than 2000 fields"_s;
    m_field.clear();
    m_state = State::FieldStart;
}

bool CsvRecords::take(QChar unit, CsvRecord &record)
{
    const bool isLineEnd = unit == u'\n' || unit == u'\r';
    if (m_state == State::Quoted) {
        if (unit == u'"')
            m_state = State::QuoteInQuoted;
        else if (++m_size <= kMaxRecordSize)
            m_field += unit;
        return false;
    }
    if (m_state == State::QuoteInQuoted && unit == u'"') {
        m_field += unit;
        m_state = State::Quoted;
        return false;
    }
    if (isLineEnd) {
        endField(record);
        return true;
    }
    if (unit == m_delimiter) {
        endField(record);
        return false;
    }
    if (m_state == State::FieldStart && unit == u'"') {
        m_state = State::Quoted;
        return false;
    }
    // ="00123" is how spreadsheets are kept from reading digits as a number: the quotes belong to it.
    if (m_state == State::Plain && unit == u'"' && m_field == u"="_s) {
        m_field.clear();
        m_state = State::Quoted;
        return false;
    }
    m_state = State::Plain;
    if (++m_size <= kMaxRecordSize)
        m_field += unit;
    return false;
}

Result<std::optional<CsvRecord>> CsvRecords::next()
{
    CsvRecord record;
    record.line = m_line;
    m_size = 0;
    bool any = false;
    while (fill()) {
        const QChar unit = m_block[m_at++];
        if (m_afterReturn && unit == u'\n') {
            m_afterReturn = false;
            if (m_state == State::Quoted)
                m_field += unit; // a CR LF within a field is one line, but both of it
            else
                record.line = m_line;
            continue;
        }
        m_afterReturn = unit == u'\r';
        if (unit == u'\n' || unit == u'\r')
            ++m_line;
        any = true;
        if (take(unit, record)) {
            if (m_size > kMaxRecordSize)
                record.problem = u"the record is longer than 2 million characters"_s;
            return std::optional(std::move(record));
        }
    }
    if (m_failed)
        return fail(ErrorKind::File, u"cannot read: "_s + m_device.errorString());
    if (!any)
        return std::optional<CsvRecord>();
    if (m_state == State::Quoted)
        record.problem = u"a quoted field is never closed"_s;
    endField(record);
    return std::optional(std::move(record));
}

} // namespace vigie::networks
