// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/postmortem/reportpreview.h"

#include "gui/shell/theme.h"

#include <QPainter>
#include <QScrollBar>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextList>
#include <QTextTable>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

using postmortem::Tone;

namespace
{

constexpr auto kPaper = Scheme::Light;
constexpr QSize kChartSize(560, 200);

QColor inkOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return color(Token::Positive, kPaper);
    case Tone::Bad:
        return color(Token::Negative, kPaper);
    case Tone::Muted:
        return color(Token::Muted, kPaper);
    case Tone::Plain:
        break;
    }
    return color(Token::Text, kPaper);
}

QTextCharFormat textFormat(TextSize size, QFont::Weight weight = QFont::Normal, Tone tone = Tone::Plain)
{
    QTextCharFormat format;
    format.setFont(textFont(size, weight));
    format.setForeground(inkOf(tone));
    return format;
}

QTextBlockFormat spaced(qreal top, qreal bottom)
{
    QTextBlockFormat format;
    format.setTopMargin(top);
    format.setBottomMargin(bottom);
    format.setLineHeight(130, QTextBlockFormat::ProportionalHeight);
    return format;
}

void addParagraph(QTextCursor &cursor, const QString &text, const QTextCharFormat &format, const QTextBlockFormat &block)
{
    if (text.isEmpty())
        return;
    cursor.insertBlock(block, format);
    cursor.insertText(text, format);
}

void writeCell(QTextTable *table, int row, int column, const QString &text, const QTextCharFormat &format,
               Qt::Alignment alignment = Qt::AlignLeft)
{
    QTextCursor cursor = table->cellAt(row, column).firstCursorPosition();
    QTextBlockFormat block;
    block.setAlignment(alignment);
    cursor.setBlockFormat(block);
    cursor.insertText(text, format);
}

QTextTableFormat plainTable(const QList<double> &shares)
{
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellPadding(space::kTiny);
    format.setCellSpacing(0);
    format.setTopMargin(space::kSmall);
    format.setBottomMargin(space::kSmall);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    double sum = 0;
    for (const double share : shares)
        sum += share;
    QList<QTextLength> widths;
    for (const double share : shares)
        widths += QTextLength(QTextLength::PercentageLength, sum > 0 ? share * 100 / sum : 0);
    format.setColumnWidthConstraints(widths);
    return format;
}

/// After a table or an image the text goes on below it.
void leave(QTextCursor &cursor)
{
    cursor.movePosition(QTextCursor::End);
}

/// The columns of the curve with what is pinned on it.
class ChartPainter
{
public:
    ChartPainter(QPainter &painter, const postmortem::ChartBlock &chart, const core::Format &format)
        : m_painter(painter), m_chart(chart), m_format(format), m_plot(34, 20, kChartSize.width() - 40, kChartSize.height() - 44)
    {
        for (const postmortem::CurvePoint &point : chart.points)
            m_top = std::max(m_top, double(point.total()));
        m_top *= 1.15;
    }

    void paint()
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setFont(textFont(TextSize::Small));
        paintGrid();
        paintColumns();
        if (m_chart.usual) {
            m_painter.setPen(QPen(color(Token::Muted, kPaper), 1, Qt::DashLine));
            m_painter.drawLine(QPointF(m_plot.left(), yOf(*m_chart.usual)), QPointF(m_plot.right(), yOf(*m_chart.usual)));
        }
        for (const postmortem::CurveMark &mark : m_chart.marks)
            paintMark(mark);
    }

private:
    [[nodiscard]] core::Instant start() const { return m_chart.points.front().at; }
    [[nodiscard]] core::Instant end() const { return m_chart.points.back().at + m_chart.step; }
    [[nodiscard]] double yOf(double value) const { return m_plot.bottom() - m_plot.height() * value / m_top; }
    [[nodiscard]] double xOf(core::Instant at) const
    {
        const double share = double((at - start()).count()) / double(std::max<qint64>(1, (end() - start()).count()));
        return m_plot.left() + m_plot.width() * std::clamp(share, 0.0, 1.0);
    }

    void paintGrid()
    {
        for (int i = 0; i <= 2; ++i) {
            const double value = m_top * i / 2;
            m_painter.setPen(color(Token::ChartGrid, kPaper));
            m_painter.drawLine(QPointF(m_plot.left(), yOf(value)), QPointF(m_plot.right(), yOf(value)));
            m_painter.setPen(color(Token::Muted, kPaper));
            m_painter.drawText(QRectF(0, yOf(value) - 8, 30, 16), Qt::AlignRight | Qt::AlignVCenter,
                               m_format.number(qRound64(value)));
        }
        for (int i = 0; i <= 4; ++i) {
            const core::Instant at = start() + (end() - start()) * i / 4;
            const Qt::Alignment side = i == 0 ? Qt::AlignLeft : i == 4 ? Qt::AlignRight : Qt::AlignHCenter;
            const double left = i == 0 ? m_plot.left() : i == 4 ? m_plot.right() - 80 : xOf(at) - 40;
            m_painter.drawText(QRectF(left, m_plot.bottom() + 4, 80, 16), side, m_format.time(at));
        }
    }

    void paintColumns()
    {
        const double width = std::max(1.0, m_plot.width() / double(m_chart.points.size()) - 0.5);
        m_painter.setPen(Qt::NoPen);
        for (const postmortem::CurvePoint &point : m_chart.points) {
            double base = 0;
            for (const auto &[count, token] :
                 {std::pair{point.negative, Token::ChartNegative}, std::pair{point.neutral, Token::ChartNeutral},
                  std::pair{point.positive, Token::ChartPositive}}) {
                const double top = yOf(base + double(count));
                m_painter.setBrush(color(token, kPaper));
                m_painter.drawRect(QRectF(xOf(point.at), top, width, yOf(base) - top));
                base += double(count);
            }
        }
    }

    void paintMark(const postmortem::CurveMark &mark)
    {
        const double x = xOf(mark.at);
        m_painter.setPen(QPen(color(Token::Link, kPaper), 1, Qt::DotLine));
        m_painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
        m_painter.setPen(color(mark.kind == postmortem::MarkKind::Alert ? Token::Negative : Token::Link, kPaper));
        m_painter.drawText(QRectF(x - 12, m_plot.top() - 18, 24, 16), Qt::AlignCenter,
                           mark.number > 0 ? QString::number(mark.number) : u"▲"_s);
    }

    QPainter &m_painter;
    const postmortem::ChartBlock &m_chart;
    const core::Format &m_format;
    QRectF m_plot;
    double m_top = 1;
};

} // namespace

ReportPreview::ReportPreview(QWidget *parent) : QTextBrowser(parent)
{
    setProperty("frame", u"none"_s);
    setFrameShape(NoFrame);
    setOpenLinks(false);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void ReportPreview::setReport(const postmortem::ReportDocument &report)
{
    m_report = report;
    const int position = verticalScrollBar()->value();
    // A new one, not the old one emptied: the view would follow the words to their end.
    auto *paper = new QTextDocument(this);
    paper->setUndoRedoEnabled(false);
    paper->setDefaultFont(textFont(TextSize::Body));
    m_chartNumber = 0;
    QTextFrameFormat page = paper->rootFrame()->frameFormat();
    page.setBackground(color(Token::Raised, kPaper));
    page.setMargin(space::kHuge);
    paper->rootFrame()->setFrameFormat(page);

    QTextCursor cursor(paper);
    cursor.setBlockFormat(spaced(0, 0));
    cursor.insertText(report.kicker, textFormat(TextSize::Small, QFont::DemiBold, Tone::Muted));
    if (!report.drillMark.isEmpty()) {
        QTextCharFormat drill = textFormat(TextSize::Small, QFont::DemiBold);
        drill.setForeground(color(Token::Drill, kPaper));
        cursor.insertText(u"   "_s + report.drillMark, drill);
    }
    addParagraph(cursor, report.title, textFormat(TextSize::Title, QFont::DemiBold), spaced(space::kTiny, 0));
    addParagraph(cursor, report.subtitle, textFormat(TextSize::Body, QFont::Normal, Tone::Muted), spaced(space::kTiny, 0));
    addParagraph(cursor, report.drillNote, textFormat(TextSize::Body), spaced(space::kSmall, 0));
    for (const postmortem::Section &section : report.sections) {
        addParagraph(cursor, section.heading, textFormat(TextSize::Large, QFont::DemiBold),
                     spaced(space::kHuge, space::kTiny));
        for (const postmortem::Block &block : section.blocks)
            std::visit([this, &cursor](const auto &each) { addBlock(cursor, each); }, block);
    }
    setDocument(paper);
    delete std::exchange(m_paper, paper); // only now: the view lets go of the old one itself
    verticalScrollBar()->setValue(position);
}

void ReportPreview::addBlock(QTextCursor &cursor, const postmortem::KpiBlock &block)
{
    constexpr int kColumns = 3;
    const int count = int(block.cards.size());
    if (count == 0)
        return;
    const int columns = std::min(kColumns, count);
    cursor.insertBlock(spaced(space::kSmall, 0), textFormat(TextSize::Body));
    QTextTable *table = cursor.insertTable((count + columns - 1) / columns, columns, plainTable(QList<double>(columns, 1.0)));
    for (int i = 0; i < count; ++i) {
        const postmortem::Kpi &card = block.cards[std::size_t(i)];
        QTextCursor cell = table->cellAt(i / columns, i % columns).firstCursorPosition();
        cell.insertText(card.label, textFormat(TextSize::Small, QFont::Normal, Tone::Muted));
        addParagraph(cell, card.value, textFormat(TextSize::Large, QFont::DemiBold, card.tone), spaced(0, 0));
        addParagraph(cell, card.note, textFormat(TextSize::Small, QFont::Normal, Tone::Muted), spaced(0, space::kSmall));
    }
    leave(cursor);
}

void ReportPreview::addBlock(QTextCursor &cursor, const postmortem::ParagraphBlock &block)
{
    addParagraph(cursor, block.text, textFormat(TextSize::Body, QFont::Normal, block.tone), spaced(space::kTiny, space::kTiny));
}

void ReportPreview::addBlock(QTextCursor &cursor, const postmortem::ListBlock &block)
{
    addParagraph(cursor, block.heading, textFormat(TextSize::Body, QFont::DemiBold, block.tone),
                 spaced(space::kSmall, space::kTiny));
    QTextList *list = nullptr;
    for (const QString &item : block.items) {
        cursor.insertBlock(spaced(0, space::kTiny), textFormat(TextSize::Body));
        if (list)
            list->add(cursor.block());
        else
            list = cursor.createList(QTextListFormat::ListDisc);
        cursor.insertText(item, textFormat(TextSize::Body));
    }
    if (list) {
        // What follows must not become another item.
        cursor.insertBlock(spaced(0, 0), textFormat(TextSize::Small));
        list->remove(cursor.block());
        QTextBlockFormat after = spaced(0, 0);
        after.setIndent(0);
        cursor.setBlockFormat(after);
    }
}

void ReportPreview::addBlock(QTextCursor &cursor, const postmortem::TableBlock &block)
{
    const int columns = int(block.columns.size());
    if (columns == 0)
        return;
    QList<double> shares;
    for (const postmortem::TableColumn &column : block.columns)
        shares += column.width;
    cursor.insertBlock(spaced(0, 0), textFormat(TextSize::Body));
    QTextTable *table = cursor.insertTable(int(block.rows.size()) + 1, columns, plainTable(shares));
    for (int column = 0; column < columns; ++column) {
        const auto alignment = block.columns[std::size_t(column)].isNumber ? Qt::AlignRight : Qt::AlignLeft;
        writeCell(table, 0, column, block.columns[std::size_t(column)].title,
                  textFormat(TextSize::Small, QFont::DemiBold, Tone::Muted), alignment);
        for (int row = 0; row < int(block.rows.size()); ++row)
            writeCell(table, row + 1, column, block.rows[std::size_t(row)].value(column), textFormat(TextSize::Small), alignment);
    }
    leave(cursor);
}

void ReportPreview::addBlock(QTextCursor &cursor, const postmortem::FactsBlock &block)
{
    if (block.facts.empty())
        return;
    cursor.insertBlock(spaced(0, 0), textFormat(TextSize::Body));
    QTextTable *table = cursor.insertTable(int(block.facts.size()), 2, plainTable({2, 3}));
    for (int row = 0; row < int(block.facts.size()); ++row) {
        const auto &fact = block.facts[std::size_t(row)];
        writeCell(table, row, 0, fact.label, textFormat(TextSize::Small, QFont::Normal, Tone::Muted));
        writeCell(table, row, 1, fact.value, textFormat(TextSize::Small));
    }
    leave(cursor);
}

void ReportPreview::addBlock(QTextCursor &cursor, const postmortem::ChartBlock &block)
{
    if (block.points.empty())
        return;
    const qreal ratio = devicePixelRatioF();
    QImage image((QSizeF(kChartSize) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    ChartPainter(painter, block, m_report.format).paint();
    painter.end();
    const QUrl name(u"chart:%1"_s.arg(m_chartNumber++));
    cursor.document()->addResource(QTextDocument::ImageResource, name, image);
    addParagraph(cursor, block.axisTitle, textFormat(TextSize::Small, QFont::Normal, Tone::Muted), spaced(space::kTiny, 0));
    cursor.insertBlock(spaced(0, 0), textFormat(TextSize::Body));
    QTextImageFormat format;
    format.setName(name.toString());
    const int pageWidth = viewport()->width() - 2 * space::kHuge;
    format.setWidth(std::clamp(pageWidth, kChartSize.width() / 2, kChartSize.width()));
    cursor.insertImage(format);
    addParagraph(cursor, block.description, textFormat(TextSize::Small, QFont::Normal, Tone::Muted), spaced(0, space::kTiny));
    QStringList marks;
    for (const postmortem::CurveMark &mark : block.marks)
        marks += (mark.number > 0 ? QString::number(mark.number) + u". "_s : u"▲ "_s) + m_report.format.time(mark.at)
                 + QChar(0x2002) + mark.text;
    for (const QString &mark : marks)
        addParagraph(cursor, mark, textFormat(TextSize::Small), spaced(0, 2));
}

} // namespace vigie::gui
