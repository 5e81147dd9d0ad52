// SPDX-License-Identifier: GPL-3.0-or-later
#include "postmortem/reporttopdf.h"

#include "postmortem/pdfblocks.h"
#include "postmortem/pdffinish.h"
#include "postmortem/wholefile.h"

#include <QBuffer>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace vigie::postmortem
{
namespace
{

struct Painted {
    QByteArray bytes;
    int pages = 0;
    std::vector<pdf::OutlineEntry> outline;
};

Result<Painted> paint(const ReportDocument &document, int pageCount)
{
    Painted painted;
    QBuffer buffer(&painted.bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
    writer.setResolution(pdf::kResolution);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setTitle(document.title);
    pdf::Pages pages(writer, document, pageCount);
    if (!pages.isActive())
        return fail(ErrorKind::Internal, u"the PDF writer does not start"_s);
    pdf::paintTitle(pages, document);
    for (const Section &section : document.sections)
        pdf::paintSection(pages, document, section);
    pages.finish();
    painted.pages = pages.pageCount();
    painted.outline = pages.outline();
    return painted;
}

} // namespace

Result<> writePdf(const ReportDocument &document, const QString &path)
{
    // Twice: each page names the number of all pages, which only the end knows. A report takes some ten milliseconds.
    const auto counted = paint(document, 0);
    if (!counted)
        return fail(counted.error());
    const auto painted = paint(document, counted->pages);
    if (!painted)
        return fail(painted.error());
    const auto finished = pdf::finishPdf(painted->bytes, {.title = document.title,
                                                          .author = document.author,
                                                          .language = core::languageTag(document.language),
                                                          .createdAt = document.createdAt,
                                                          .outline = painted->outline});
    if (!finished)
        return fail(finished.error());
    return writeWholeFile(path, *finished);
}

} // namespace vigie::postmortem
