// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postmortem/pdffinish.h"
#include "postmortem/pdftext.h"
#include "postmortem/report.h"

#include <QPainter>

class QPdfWriter;

namespace vigie::postmortem::pdf
{

/**
 * The pages, one after the other: where the next thing goes, when a new page begins, and what stands on each of them.
 */
class Pages
{
public:
    static constexpr qreal kPageWidth = mm(210);
    static constexpr qreal kPageHeight = mm(297);
    static constexpr qreal kLeft = mm(18);
    static constexpr qreal kWidth = kPageWidth - 2 * kLeft;
    static constexpr qreal kBottom = kPageHeight - mm(20); ///< the last place for content

    /// `pageCount` 0: not known yet.
    Pages(QPdfWriter &writer, const ReportDocument &document, int pageCount);

    [[nodiscard]] bool isActive() const { return m_painter.isActive(); }
    [[nodiscard]] QPainter &painter() { return m_painter; }
    [[nodiscard]] qreal y() const { return m_y; }
    [[nodiscard]] qreal left() const { return kBottom - m_y; } ///< what is free on this page
    [[nodiscard]] static qreal fullPage() { return kBottom - kTop; }
    void advance(qreal by) { m_y += by; }
    /// Begins a new page where less than `height` is left. True when it did.
    bool ensure(qreal height);
    void newPage();
    void addOutline(const QString &title);
    /// Ends the last page.
    void finish();

    [[nodiscard]] int pageCount() const { return m_page; }
    [[nodiscard]] const std::vector<OutlineEntry> &outline() const { return m_outline; }

private:
    static constexpr qreal kTop = mm(25);

    void paintFurniture();
    void paintDrillBand();

    QPdfWriter &m_writer;
    const ReportDocument &m_document;
    QPainter m_painter;
    std::vector<OutlineEntry> m_outline;
    qreal m_y = mm(20);
    int m_page = 1;
    int m_pageCount;
};

} // namespace vigie::postmortem::pdf
