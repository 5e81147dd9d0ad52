// SPDX-License-Identifier: GPL-3.0-or-later
#include "postmortem/pdffinish.h"

// The newest of qpdf's smart pointers; it warns where nobody chooses.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>

using namespace Qt::StringLiterals;

namespace vigie::postmortem::pdf
{
namespace
{

QPDFObjectHandle text(const QString &value)
{
    return QPDFObjectHandle::newUnicodeString(value.toStdString());
}

QPDFObjectHandle destination(QPDFObjectHandle page, qreal topMm)
{
    auto array = QPDFObjectHandle::newArray();
    array.appendItem(page);
    array.appendItem(QPDFObjectHandle::newName("/XYZ"));
    array.appendItem(QPDFObjectHandle::newInteger(0));
    array.appendItem(QPDFObjectHandle::newReal((297.0 - topMm + 3.0) * 72.0 / 25.4, 1));
    array.appendItem(QPDFObjectHandle::newNull());
    return array;
}

void addOutline(QPDF &pdf, const std::vector<OutlineEntry> &entries)
{
    const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
    if (entries.empty())
        return;
    auto root = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    std::vector<QPDFObjectHandle> items;
    for (const OutlineEntry &entry : entries) {
        auto item = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        item.replaceKey("/Title", text(entry.title));
        item.replaceKey("/Parent", root);
        const std::size_t page = std::min(std::size_t(entry.page), pages.size() - 1);
        item.replaceKey("/Dest", destination(pages[page].getObjectHandle(), entry.topMm));
        items.push_back(item);
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0)
            items[i].replaceKey("/Prev", items[i - 1]);
        if (i + 1 < items.size())
            items[i].replaceKey("/Next", items[i + 1]);
    }
    root.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
    root.replaceKey("/First", items.front());
    root.replaceKey("/Last", items.back());
    root.replaceKey("/Count", QPDFObjectHandle::newInteger(int(items.size())));
    pdf.getRoot().replaceKey("/Outlines", root);
}

void describe(QPDF &pdf, const Finish &finish)
{
    auto catalogue = pdf.getRoot();
    catalogue.replaceKey("/Lang", text(finish.language));
    auto preferences = QPDFObjectHandle::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    catalogue.replaceKey("/ViewerPreferences", preferences);

    auto info = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    const QString date = core::toUtc(finish.createdAt).toString(u"'D:'yyyyMMddHHmmss'Z'"_s);
    info.replaceKey("/Title", text(finish.title));
    info.replaceKey("/Author", text(finish.author));
    info.replaceKey("/Creator", text(u"Vigie"_s));
    info.replaceKey("/Producer", text(u"Qt, qpdf"_s));
    info.replaceKey("/CreationDate", QPDFObjectHandle::newString(date.toStdString()));
    info.replaceKey("/ModDate", QPDFObjectHandle::newString(date.toStdString()));
    pdf.getTrailer().replaceKey("/Info", info);
}

} // namespace

Result<QByteArray> finishPdf(const QByteArray &painted, const Finish &finish)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("report", painted.constData(), std::size_t(painted.size()));
        describe(pdf, finish);
        addOutline(pdf, finish.outline);
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()), qsizetype(buffer->getSize()));
    } catch (const std::exception &error) {
        return fail(ErrorKind::Internal, u"the PDF could not be finished: "_s + QString::fromUtf8(error.what()));
    }
}

} // namespace vigie::postmortem::pdf
