// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a tonality model or as a list of valences: an error, or something that reads back as it was written.
#include "analysis/tonalitymodel.h"

#include <cstdlib>

using namespace vigie;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto model = analysis::TonalityModel::fromBytes(bytes);
    if (model && model->toBytes().size() != bytes.size())
        std::abort();
    // The start of a model before bytes that are too few: every number of the head is read.
    QByteArray head = bytes;
    head.prepend(QByteArray("\x4e\x4f\x54\x56\x01\x00\x12\x00", 8));
    (void)analysis::TonalityModel::fromBytes(head);
    const auto words = analysis::WordValence::fromBytes(bytes, u"words.tsv"_s);
    if (!words && words.error().place.line < 1)
        std::abort();
    return 0;
}
