// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <initializer_list>
#include <optional>

namespace vigie::core
{
class Phrasebook;
}

namespace vigie::cli
{

/// Lines up columns for a person. The last column is not padded.
class Table
{
public:
    explicit Table(QStringList headers) : m_headers(std::move(headers)) {}
    void add(const QStringList &row) { m_rows << row; }
    [[nodiscard]] QString toString() const;

private:
    QStringList m_headers;
    QList<QStringList> m_rows;
};

/// The heads of a table in the phrasebook's language. Each is marked with QT_TRANSLATE_NOOP("Cli", …).
[[nodiscard]] QStringList headsIn(const core::Phrasebook &phrases, std::initializer_list<const char *> heads);

[[nodiscard]] QByteArray compact(const QJsonObject &object);
/// ISO 8601, or null.
[[nodiscard]] QJsonValue isoOrNull(const std::optional<core::Instant> &instant);

} // namespace vigie::cli
