// SPDX-License-Identifier: GPL-3.0-or-later
#include "postmortem/pdfblocks.h"

#include "postmortem/pdfchart.h"
#include "postmortem/pdftable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::postmortem::pdf
{
namespace
{

constexpr qreal kBlockGap = mm(3);
constexpr qreal kSectionGap = mm(7.5);

QColor inkOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return colour::good;
    case Tone::Bad:
        return colour::bad;
    case Tone::Muted:
        return colour::muted;
    case Tone::Plain:
        break;
    }
    return colour::ink;
}

/// Paints a box over as many pages as it takes, never leaving a single line behind where two would fit.
void flow(Pages &pages, const TextBox &box, qreal x, const QColor &ink)
{
    int first = 0;
    while (first < box.lineCount()) {
        const int remaining = box.lineCount() - first;
        pages.ensure(std::min(remaining, 2) * box.lineHeight());
        const int room = std::max(1, int(pages.left() / box.lineHeight()));
        const int count = std::min(remaining, room);
        box.paint(pages.painter(), {x, pages.y()}, ink, first, count);
        pages.advance(count * box.lineHeight());
        first += count;
    }
}

void paintCard(Pages &pages, const Kpi &card, const QRectF &area)
{
    QPainter &painter = pages.painter();
    painter.setPen(QPen(colour::hairline, pt(0.7)));
    painter.setBrush(colour::card);
    painter.drawRoundedRect(area, mm(1.6), mm(1.6));
    painter.setBrush(Qt::NoBrush);
    if (card.tone == Tone::Good || card.tone == Tone::Bad)
        painter.fillRect(QRectF(area.left() + mm(2.4), area.top(), mm(8), pt(1.8)), inkOf(card.tone));

    const qreal inner = area.width() - mm(4.8);
    const QPointF corner = area.topLeft() + QPointF(mm(2.4), mm(2.4));
    TextBox(card.label, font(7), inner).paint(painter, corner, colour::muted, 0, 2);
    // A long value gets a smaller letter rather than a second line.
    qreal size = 15;
    while (size > 8 && TextBox(card.value, font(size, Weight::Bold), mm(500)).usedWidth() > inner)
        size -= 0.5;
    const TextBox value(card.value, font(size, Weight::Bold), inner);
    value.paint(painter, corner + QPointF(0, mm(8.2) + (pt(15) - pt(size)) * 0.9), inkOf(card.tone), 0, 1);
    TextBox(card.note, font(7), inner).paint(painter, corner + QPointF(0, mm(16)), colour::muted, 0, 2);
}

void paintKpis(Pages &pages, const KpiBlock &block)
{
    if (block.cards.empty())
        return;
    constexpr int kPerRow = 6;
    constexpr qreal kGap = mm(2.4);
    constexpr qreal kHeight = mm(26);
    const int perRow = std::min<int>(kPerRow, int(block.cards.size()));
    const qreal width = (Pages::kWidth - (perRow - 1) * kGap) / perRow;
    for (std::size_t first = 0; first < block.cards.size(); first += kPerRow) {
        pages.ensure(kHeight);
        const std::size_t end = std::min(block.cards.size(), first + kPerRow);
        for (std::size_t i = first; i < end; ++i)
            paintCard(pages, block.cards[i],
                      QRectF(Pages::kLeft + qreal(i - first) * (width + kGap), pages.y(), width, kHeight));
        pages.advance(kHeight + kGap);
    }
}

void paintSmallHeading(Pages &pages, const QString &text, const QColor &mark)
{
    if (text.isEmpty())
        return;
    const TextBox heading(text, font(9.5, Weight::Bold), Pages::kWidth - mm(5));
    pages.ensure(heading.height() + mm(8));
    pages.painter().fillRect(
        QRectF(Pages::kLeft, pages.y() + heading.lineHeight() * 0.2, mm(1.1), heading.lineHeight() * 0.62), mark);
    heading.paint(pages.painter(), {Pages::kLeft + mm(3), pages.y()}, colour::ink);
    pages.advance(heading.height() + mm(0.8));
}

void paintParagraph(Pages &pages, const ParagraphBlock &paragraph)
{
    paintSmallHeading(pages, paragraph.heading, colour::accent);
    const QFont letters = font(paragraph.tone == Tone::Muted ? 8.5 : 9.5);
    flow(pages, TextBox(printable(paragraph.text), letters, Pages::kWidth), Pages::kLeft, inkOf(paragraph.tone));
}

void paintList(Pages &pages, const ListBlock &list)
{
    paintSmallHeading(pages, list.heading, list.tone == Tone::Plain ? colour::accent : inkOf(list.tone));
    const TextBox bullet(u"•"_s, font(9.5), mm(5));
    for (const QString &item : list.items) {
        const TextBox box(printable(item), font(9.5), Pages::kWidth - mm(7.5));
        pages.ensure(std::min(box.lineCount(), 2) * box.lineHeight());
        bullet.paint(pages.painter(), {Pages::kLeft + mm(3.6), pages.y()}, colour::muted);
        flow(pages, box, Pages::kLeft + mm(7.5), colour::ink);
        pages.advance(mm(0.9));
    }
}

/// Two columns of label and value, read down and then across.
void paintFacts(Pages &pages, const FactsBlock &block)
{
    constexpr qreal kGutter = mm(8);
    constexpr qreal kColumn = (Pages::kWidth - kGutter) / 2;
    const std::size_t rows = (block.facts.size() + 1) / 2;
    for (std::size_t row = 0; row < rows; ++row) {
        std::vector<TextBox> labels;
        std::vector<TextBox> values;
        qreal height = 0;
        for (const std::size_t index : {row, row + rows}) {
            if (index >= block.facts.size())
                break;
            labels.emplace_back(block.facts[index].label, font(8.5), kColumn * 0.64);
            values.emplace_back(printable(block.facts[index].value), font(8.5, Weight::Bold), kColumn * 0.34,
                                Qt::AlignRight);
            height = std::max({height, labels.back().height(), values.back().height()});
        }
        height += mm(2.2);
        pages.ensure(height);
        for (std::size_t column = 0; column < labels.size(); ++column) {
            const qreal x = Pages::kLeft + qreal(column) * (kColumn + kGutter);
            labels[column].paint(pages.painter(), {x, pages.y() + mm(1.1)}, colour::muted);
            values[column].paint(pages.painter(), {x + kColumn * 0.66, pages.y() + mm(1.1)}, colour::ink);
            pages.painter().fillRect(QRectF(x, pages.y() + height - pt(0.5), kColumn, pt(0.5)), colour::hairline);
        }
        pages.advance(height);
    }
}

void paintBlock(Pages &pages, const ReportDocument &document, const Block &block)
{
    if (const auto *kpis = std::get_if<KpiBlock>(&block))
        paintKpis(pages, *kpis);
    else if (const auto *paragraph = std::get_if<ParagraphBlock>(&block))
        paintParagraph(pages, *paragraph);
    else if (const auto *list = std::get_if<ListBlock>(&block))
        paintList(pages, *list);
    else if (const auto *table = std::get_if<TableBlock>(&block))
        paintTable(pages, *table);
    else if (const auto *facts = std::get_if<FactsBlock>(&block))
        paintFacts(pages, *facts);
    else if (const auto *chart = std::get_if<ChartBlock>(&block))
        paintChart(pages, document.format, *chart);
}

/// What a heading wants below it on the same page.
qreal companyOf(const Section &section)
{
    if (section.blocks.empty())
        return 0;
    if (const auto *chart = std::get_if<ChartBlock>(&section.blocks.front()))
        return chartHeight(*chart);
    return mm(16);
}

} // namespace

void paintTitle(Pages &pages, const ReportDocument &document)
{
    const qreal indent = mm(6);
    const qreal width = Pages::kWidth - indent;
    QFont kickerFont = font(8.5, Weight::Bold);
    kickerFont.setLetterSpacing(QFont::AbsoluteSpacing, pt(0.7));
    const TextBox kicker(document.kicker.toUpper(), kickerFont, width);
    const TextBox title(printable(document.title), font(document.title.size() > 70 ? 17 : 22, Weight::Bold), width);
    const TextBox subtitle(document.subtitle, font(9.5), width);
    const bool isDrill = !document.drillMark.isEmpty();
    const qreal top = pages.y();
    const QPointF corner(Pages::kLeft + indent, top);
    QPainter &painter = pages.painter();
    kicker.paint(painter, corner, isDrill ? colour::drill : colour::accent);
    title.paint(painter, corner + QPointF(0, kicker.height() + mm(0.6)), colour::ink);
    const qreal below = kicker.height() + title.height() + mm(1.6);
    subtitle.paint(painter, corner + QPointF(0, below), colour::muted);
    const qreal height = below + subtitle.height();
    painter.fillRect(QRectF(Pages::kLeft, top + mm(0.6), mm(2), height - mm(0.8)), isDrill ? colour::drill : colour::accent);
    pages.advance(height + mm(5));

    if (!document.drillNote.isEmpty()) {
        flow(pages, TextBox(document.drillNote, font(9.5, Weight::Bold), Pages::kWidth), Pages::kLeft, colour::drill);
        pages.advance(mm(3));
    }
}

void paintSection(Pages &pages, const ReportDocument &document, const Section &section)
{
    if (!section.heading.isEmpty()) {
        const TextBox heading(section.heading, font(13, Weight::Bold), Pages::kWidth);
        if (!pages.ensure(kSectionGap + heading.height() + companyOf(section)))
            pages.advance(kSectionGap - kBlockGap);
        pages.addOutline(section.heading);
        heading.paint(pages.painter(), {Pages::kLeft, pages.y()}, colour::ink);
        pages.advance(heading.height() + mm(1.8));
    }
    for (const Block &block : section.blocks) {
        paintBlock(pages, document, block);
        pages.advance(kBlockGap);
    }
}

} // namespace vigie::postmortem::pdf
