// SPDX-License-Identifier: GPL-3.0-or-later
#include "postmortem/pdftable.h"

#include <algorithm>
#include <numeric>

namespace vigie::postmortem::pdf
{
namespace
{

constexpr qreal kPadX = mm(1.8);
constexpr qreal kPadY = mm(1.35);

std::vector<qreal> columnWidths(const TableBlock &table)
{
    const qreal sum = std::accumulate(table.columns.begin(), table.columns.end(), 0.0,
                                      [](qreal total, const TableColumn &column) { return total + column.width; });
    std::vector<qreal> widths;
    widths.reserve(table.columns.size());
    for (const TableColumn &column : table.columns)
        widths.push_back(Pages::kWidth * column.width / sum);
    return widths;
}

class TablePainter
{
public:
    TablePainter(Pages &pages, const TableBlock &table)
        : m_pages(pages), m_table(table), m_widths(columnWidths(table)), m_body(font(8.5)), m_head(font(7.5, Weight::Bold))
    {
        for (std::size_t i = 0; i < m_table.columns.size(); ++i)
            m_header.emplace_back(m_table.columns[i].title, m_head, textWidth(i), alignment(i));
    }

    void paint()
    {
        m_pages.ensure(headerHeight() + mm(14));
        paintHeader();
        for (const QStringList &row : m_table.rows)
            paintRow(row);
    }

private:
    [[nodiscard]] qreal textWidth(std::size_t column) const { return m_widths[column] - 2 * kPadX; }
    [[nodiscard]] Qt::Alignment alignment(std::size_t column) const
    {
        return m_table.columns[column].isNumber ? Qt::AlignRight : Qt::AlignLeft;
    }
    [[nodiscard]] static int lines(const std::vector<TextBox> &cells)
    {
        int most = 1;
        for (const TextBox &cell : cells)
            most = std::max(most, cell.lineCount());
        return most;
    }
    [[nodiscard]] qreal headerHeight() const
    {
        return lines(m_header) * m_header.front().lineHeight() + 2 * kPadY;
    }

    void paintHeader()
    {
        const qreal height = headerHeight();
        QPainter &painter = m_pages.painter();
        painter.fillRect(QRectF(Pages::kLeft, m_pages.y(), Pages::kWidth, height), colour::card);
        painter.fillRect(QRectF(Pages::kLeft, m_pages.y() + height - pt(0.8), Pages::kWidth, pt(0.8)), colour::hairline);
        paintCells(m_header, colour::muted, 0, -1);
        m_pages.advance(height);
    }

    void paintCells(const std::vector<TextBox> &cells, const QColor &ink, int first, int count)
    {
        qreal x = Pages::kLeft;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            cells[i].paint(m_pages.painter(), {x + kPadX, m_pages.y() + kPadY}, ink, first, count);
            x += m_widths[i];
        }
    }

    void paintRow(const QStringList &row)
    {
        std::vector<TextBox> cells;
        cells.reserve(m_table.columns.size());
        for (std::size_t i = 0; i < m_table.columns.size(); ++i)
            cells.emplace_back(printable(row.value(qsizetype(i))), m_body, textWidth(i), alignment(i));
        const int total = lines(cells);
        const qreal lineHeight = cells.front().lineHeight();
        const qreal whole = total * lineHeight + 2 * kPadY;
        const bool fitsSomewhere = whole <= Pages::fullPage() - headerHeight();
        int first = 0;
        while (first < total) {
            const qreal needed = fitsSomewhere ? whole : 3 * lineHeight + 2 * kPadY;
            if (m_pages.ensure(needed))
                paintHeader();
            const int room = std::max(1, int((m_pages.left() - 2 * kPadY) / lineHeight));
            const int count = std::min(total - first, room);
            paintCells(cells, colour::ink, first, count);
            m_pages.advance(count * lineHeight + 2 * kPadY);
            first += count;
        }
        m_pages.painter().fillRect(QRectF(Pages::kLeft, m_pages.y() - pt(0.5), Pages::kWidth, pt(0.5)), colour::hairline);
    }

    Pages &m_pages;
    const TableBlock &m_table;
    std::vector<qreal> m_widths;
    QFont m_body;
    QFont m_head;
    std::vector<TextBox> m_header;
};

} // namespace

void paintTable(Pages &pages, const TableBlock &table)
{
    if (!table.columns.empty() && !table.rows.empty())
        TablePainter(pages, table).paint();
}

} // namespace vigie::postmortem::pdf
