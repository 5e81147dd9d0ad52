// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QStringDecoder>
#include <QStringList>

#include <optional>

class QIODevice;

namespace vigie::networks
{

struct CsvRecord {
    QStringList fields;
    qint64 line = 0; ///< on which it starts, from 1
    QString problem; ///< not empty when the record is damaged: an open quote, too long, too many fields
    [[nodiscard]] bool isBlank() const;
};

/**
 * RFC 4180 as it is met in the wild, a block of the device at a time. A quote within an unquoted field is an ordinary
 * character, and so is text behind a closing quote. Holds one record in memory.
 */
class CsvRecords
{
public:
    static constexpr qsizetype kMaxRecordSize = 2'000'000; ///< UTF-16 units
    static constexpr qsizetype kMaxFields = 2000;

    /// Reads the beginning of the device to learn its encoding, and its delimiter unless it is given.
    explicit CsvRecords(QIODevice &device, std::optional<QChar> delimiter = {});

    /// The next record; nothing at the end of the file.
    [[nodiscard]] Result<std::optional<CsvRecord>> next();

    [[nodiscard]] QChar delimiter() const { return m_delimiter; }
    [[nodiscard]] const QString &encoding() const { return m_encoding; }

private:
    enum class State { FieldStart, Plain, Quoted, QuoteInQuoted };

    void detectEncoding(const QByteArray &head);
    [[nodiscard]] bool fill();
    void endField(CsvRecord &record);
    /// True when the unit ended the record.
    bool take(QChar unit, CsvRecord &record);

    QIODevice &m_device;
    QStringDecoder m_decoder;
    QString m_encoding;
    QByteArray m_head; ///< read for detection, not yet decoded
    QString m_block;
    qsizetype m_at = 0;
    QChar m_delimiter = u',';
    QString m_field;
    State m_state = State::FieldStart;
    qsizetype m_size = 0; ///< of the record so far
    qint64 m_line = 1;
    bool m_afterReturn = false; ///< a LF that follows belongs to the CR
    bool m_failed = false;
};

} // namespace vigie::networks
