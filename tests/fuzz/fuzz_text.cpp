// SPDX-License-Identifier: GPL-3.0-or-later
// Any text at all through everything that judges a post.
#include "analysis/neardup.h"
#include "analysis/postjudge.h"
#include "core/text.h"

#include <cstdlib>

using namespace vigie;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Result<analysis::PostJudge> judge = analysis::PostJudge::shipped();
    if (!judge)
        std::abort();
    // Once as UTF-8, once as raw UTF-16 units: broken surrogates come only the second way.
    const QByteArrayView bytes(data, qsizetype(size));
    QString raw;
    for (size_t i = 0; i + 1 < size; i += 2)
        raw.append(QChar(char16_t(data[i] | data[i + 1] << 8)));
    for (const QString &text : {QString::fromUtf8(bytes), raw}) {
        const QString clean = core::sanitized(text);
        if (core::sanitized(clean) != clean)
            std::abort();
        const core::FoldedText folded = core::foldedWithOrigin(text);
        if (folded.text != core::folded(text) || qsizetype(folded.origin.size()) != folded.text.size())
            std::abort();
        (void)core::elided(text, core::graphemeCount(text) / 2);
        const analysis::PostJudgement judgement = judge->judge(text, text.left(5));
        if (!(judgement.tonality.negativity >= 0 && judgement.tonality.negativity <= 1) || judgement.language.isEmpty())
            std::abort();
        if (judgement.fingerprint != analysis::fingerprint(text))
            std::abort();
    }
    return 0;
}
