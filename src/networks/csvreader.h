// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/importreport.h"

#include <QMap>
#include <QStringList>
#include <QTimeZone>

#include <optional>

class QIODevice;

namespace vigie::networks
{

/// What 03/04/2026 means. Unknown: decided by scanning the column, and refused when the column does not tell.
enum class DateOrder { Unknown, DayFirst, MonthFirst };

/**
 * Which column holds what. Field names are those of csvFields(); header names are compared without case, accents and
 * outer blanks. A field may name several columns: the first that is not empty in a row is taken.
 */
struct CsvMapping {
    QString vendor;                     ///< "brandwatch", …, "generic"; "custom" when a person made it
    QMap<QString, QStringList> columns; ///< field -> headers
    DateOrder dateOrder = DateOrder::Unknown;
    QString network;                             ///< for rows whose columns do not name one; "import" when empty
    QTimeZone zone = QTimeZone(QByteArray("UTC")); ///< of times written without one

    bool operator==(const CsvMapping &) const = default;
};

/// "id", "url", "text", "title", "posted_at", … in the order in which a person would map them.
[[nodiscard]] QStringList csvFields();

/**
 * A map file: {"text": "Contenu", "posted_at": "Date", "date_order": "dmy", "network": "facebook", "time_zone":
 * "Europe/Paris"}. "columns" may hold the fields instead; a value may be a list of headers.
 */
[[nodiscard]] Result<CsvMapping> csvMappingFromJson(const QByteArray &json);
[[nodiscard]] QByteArray toJson(const CsvMapping &mapping);

/// What a mapper shows before an import.
struct CsvPreview {
    QStringList headers;
    CsvMapping mapping;          ///< as detected, or as given
    QStringList unmapped;        ///< headers that no field uses
    QStringList missing;         ///< required fields that no header serves: "text", "posted_at"
    QList<QStringList> firstRows; ///< as in the file, at most 20, sanitised
    QChar delimiter = u',';
    QString encoding; ///< "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"
    qint64 headerLine = 1;
};

/// The device must be open for reading and seekable; it is left at its start.
[[nodiscard]] Result<CsvPreview> previewCsv(QIODevice &device, const std::optional<CsvMapping> &mapping = {});

/**
 * Reads posts of a CSV file as RFC 4180 and the vendors write it: quoted line breaks, "," ";" or tab, UTF-8 or UTF-16,
 * a preamble before the headers. Without a mapping the vendor is recognised by the headers. A row without an id is known
 * by its URL, else by the SHA-256 of its text and time; an id that a spreadsheet has rounded (1.23E+18) is rejected.
 * Columns that no field uses are kept in Post::extra.
 *
 * The device must be open for reading and seekable. Rejects carry the line on which the record starts. Fails when the
 * required columns are missing, and when the device or the sink fails. Blocks; call it off the GUI thread.
 */
[[nodiscard]] Result<ImportReport> readCsv(QIODevice &device, const std::optional<CsvMapping> &mapping,
                                           const PostSink &sink, const ImportOptions &options = {});

} // namespace vigie::networks
