// SPDX-License-Identifier: GPL-3.0-or-later
// The library that pdffinish.cpp loads. It has nothing of Vigie but what stands in headers.
#include "postmortem/pdffinish.h"

// The C interface: qpdf 11's C++ headers do not compile as C++20 with clang and GCC's library.
#include <qpdf/qpdf-c.h>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace vigie::postmortem::pdf
{
namespace
{

/**
 * The document in qpdf's hands. Objects are handles that live as long as it does. A failed call makes the later ones
 * harmless, so one look at failure() at the end is enough.
 */
class Document
{
public:
    Document() : m_data(qpdf_init())
    {
        qpdf_silence_errors(m_data.get());
        qpdf_set_suppress_warnings(m_data.get(), QPDF_TRUE);
    }

    operator qpdf_data() const { return m_data.get(); }

    [[nodiscard]] qpdf_oh text(const QString &value) const
    {
        return qpdf_oh_new_unicode_string(m_data.get(), value.toUtf8().constData());
    }
    [[nodiscard]] qpdf_oh indirectDictionary() const
    {
        return qpdf_make_indirect_object(m_data.get(), qpdf_oh_new_dictionary(m_data.get()));
    }
    void put(qpdf_oh dictionary, const char *key, qpdf_oh value) const
    {
        qpdf_oh_replace_key(m_data.get(), dictionary, key, value);
    }
    [[nodiscard]] Result<> failure() const
    {
        if (qpdf_has_error(m_data.get()) == QPDF_FALSE)
            return {};
        const char *const reason = qpdf_get_error_full_text(m_data.get(), qpdf_get_error(m_data.get()));
        return fail(ErrorKind::Internal, u"the PDF could not be finished: "_s + QString::fromUtf8(reason));
    }

private:
    struct Cleanup {
        void operator()(qpdf_data data) const { qpdf_cleanup(&data); }
    };
    std::unique_ptr<std::remove_pointer_t<qpdf_data>, Cleanup> m_data;
};

qpdf_oh destination(const Document &pdf, qpdf_oh page, qreal topMm)
{
    const qpdf_oh array = qpdf_oh_new_array(pdf);
    qpdf_oh_append_item(pdf, array, page);
    qpdf_oh_append_item(pdf, array, qpdf_oh_new_name(pdf, "/XYZ"));
    qpdf_oh_append_item(pdf, array, qpdf_oh_new_integer(pdf, 0));
    qpdf_oh_append_item(pdf, array, qpdf_oh_new_real_from_double(pdf, (297.0 - topMm + 3.0) * 72.0 / 25.4, 1));
    qpdf_oh_append_item(pdf, array, qpdf_oh_new_null(pdf));
    return array;
}

void addOutline(const Document &pdf, const std::vector<OutlineEntry> &entries)
{
    const int pages = qpdf_get_num_pages(pdf);
    if (entries.empty() || pages < 1)
        return;
    const qpdf_oh root = pdf.indirectDictionary();
    std::vector<qpdf_oh> items;
    for (const OutlineEntry &entry : entries) {
        const qpdf_oh item = pdf.indirectDictionary();
        const qpdf_oh page = qpdf_get_page_n(pdf, std::size_t(std::clamp(entry.page, 0, pages - 1)));
        pdf.put(item, "/Title", pdf.text(entry.title));
        pdf.put(item, "/Parent", root);
        pdf.put(item, "/Dest", destination(pdf, page, entry.topMm));
        if (!items.empty()) {
            pdf.put(item, "/Prev", items.back());
            pdf.put(items.back(), "/Next", item);
        }
        items.push_back(item);
    }
    pdf.put(root, "/Type", qpdf_oh_new_name(pdf, "/Outlines"));
    pdf.put(root, "/First", items.front());
    pdf.put(root, "/Last", items.back());
    pdf.put(root, "/Count", qpdf_oh_new_integer(pdf, int(items.size())));
    pdf.put(qpdf_get_root(pdf), "/Outlines", root);
}

void describe(const Document &pdf, const Finish &finish)
{
    const qpdf_oh catalogue = qpdf_get_root(pdf);
    pdf.put(catalogue, "/Lang", pdf.text(finish.language));
    const qpdf_oh preferences = qpdf_oh_new_dictionary(pdf);
    pdf.put(preferences, "/DisplayDocTitle", qpdf_oh_new_bool(pdf, QPDF_TRUE));
    pdf.put(catalogue, "/ViewerPreferences", preferences);

    const qpdf_oh info = pdf.indirectDictionary();
    const QByteArray date = core::toUtc(finish.createdAt).toString(u"'D:'yyyyMMddHHmmss'Z'"_s).toLatin1();
    pdf.put(info, "/Title", pdf.text(finish.title));
    pdf.put(info, "/Author", pdf.text(finish.author));
    pdf.put(info, "/Creator", pdf.text(u"Vigie"_s));
    pdf.put(info, "/Producer", pdf.text(u"Qt, qpdf"_s));
    pdf.put(info, "/CreationDate", qpdf_oh_new_string(pdf, date.constData()));
    pdf.put(info, "/ModDate", qpdf_oh_new_string(pdf, date.constData()));
    pdf.put(qpdf_get_trailer(pdf), "/Info", info);
}

Result<QByteArray> finished(const QByteArray &painted, const Finish &finish)
{
    const Document pdf;
    qpdf_read_memory(pdf, "report", painted.constData(), static_cast<unsigned long long>(painted.size()), nullptr);
    if (auto read = pdf.failure(); !read)
        return fail(read.error());
    describe(pdf, finish);
    addOutline(pdf, finish.outline);
    qpdf_init_write_memory(pdf);
    qpdf_set_deterministic_ID(pdf, QPDF_TRUE);
    qpdf_set_object_stream_mode(pdf, qpdf_o_generate);
    qpdf_write(pdf);
    if (auto written = pdf.failure(); !written)
        return fail(written.error());
    return QByteArray(reinterpret_cast<const char *>(qpdf_get_buffer(pdf)), qsizetype(qpdf_get_buffer_length(pdf)));
}

} // namespace
} // namespace vigie::postmortem::pdf

extern "C" Q_DECL_EXPORT void vigieFinishPdf(const QByteArray &painted, const vigie::postmortem::pdf::Finish &finish,
                                             vigie::Result<QByteArray> &answer)
{
    answer = vigie::postmortem::pdf::finished(painted, finish);
}
