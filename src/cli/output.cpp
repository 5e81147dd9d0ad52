// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include "core/language.h"

#include <QJsonDocument>

#include <vector>

namespace vigie::cli
{

QString Table::toString() const
{
    std::vector<qsizetype> widths;
    for (const QString &header : m_headers)
        widths.push_back(header.size());
    for (const QStringList &row : m_rows) {
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], row.value(qsizetype(i)).size());
    }
    const auto line = [&widths](const QStringList &cells) {
        QString text;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const QString cell = cells.value(qsizetype(i));
            text += i + 1 < widths.size() ? cell.leftJustified(widths[i] + 2) : cell;
        }
        return text;
    };
    QStringList lines{line(m_headers)};
    for (const QStringList &row : m_rows)
        lines << line(row);
    return lines.join(u'\n');
}

QStringList headsIn(const core::Phrasebook &phrases, std::initializer_list<const char *> heads)
{
    QStringList result;
    for (const char *head : heads)
        result << phrases.text("Cli", head);
    return result;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonValue isoOrNull(const std::optional<core::Instant> &instant)
{
    return instant ? QJsonValue(core::toIso(*instant)) : QJsonValue();
}

} // namespace vigie::cli
