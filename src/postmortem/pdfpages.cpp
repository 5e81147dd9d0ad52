// SPDX-License-Identifier: GPL-3.0-or-later
#include "postmortem/pdfpages.h"

#include "core/text.h"

#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace vigie::postmortem::pdf
{

Pages::Pages(QPdfWriter &writer, const ReportDocument &document, int pageCount)
    : m_writer(writer), m_document(document), m_painter(&writer), m_pageCount(pageCount)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    paintFurniture();
}

bool Pages::ensure(qreal height)
{
    if (height <= left())
        return false;
    newPage();
    return true;
}

void Pages::newPage()
{
    m_writer.newPage();
    ++m_page;
    m_y = kTop;
    paintFurniture();
}

void Pages::addOutline(const QString &title)
{
    m_outline.push_back({.title = title, .page = m_page - 1, .topMm = m_y / mm(1)});
}

void Pages::finish()
{
    m_painter.end();
}

void Pages::paintFurniture()
{
    const QFont small = font(7.5);
    if (m_page > 1) {
        const TextBox running(core::elided(m_document.title, 90), small, kWidth * 0.72);
        running.paint(m_painter, {kLeft, mm(14)}, colour::muted, 0, 1);
        const TextBox kicker(m_document.kicker, small, kWidth * 0.26, Qt::AlignRight);
        kicker.paint(m_painter, {kLeft + kWidth * 0.74, mm(14)}, colour::muted, 0, 1);
        m_painter.fillRect(QRectF(kLeft, mm(19), kWidth, pt(0.5)), colour::hairline);
    }
    if (!m_document.drillMark.isEmpty())
        paintDrillBand();

    const qreal y = kPageHeight - mm(13.5);
    m_painter.fillRect(QRectF(kLeft, y - mm(1.5), kWidth, pt(0.5)), colour::hairline);
    TextBox(m_document.footer, small, kWidth * 0.75).paint(m_painter, {kLeft, y}, colour::muted, 0, 1);
    const QString number = m_document.pageOf.arg(m_page).arg(m_pageCount > 0 ? m_pageCount : m_page);
    TextBox(number, small, kWidth * 0.25, Qt::AlignRight).paint(m_painter, {kLeft + kWidth * 0.75, y}, colour::muted);
}

void Pages::paintDrillBand()
{
    const qreal height = mm(8);
    m_painter.fillRect(QRectF(0, 0, kPageWidth, height), colour::drill);
    QFont bold = font(9, Weight::Bold);
    bold.setLetterSpacing(QFont::AbsoluteSpacing, pt(2));
    const TextBox mark(m_document.drillMark, bold, kPageWidth, Qt::AlignHCenter);
    mark.paint(m_painter, {0, (height - mark.height()) / 2}, Qt::white);
}

} // namespace vigie::postmortem::pdf
