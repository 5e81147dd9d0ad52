// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a list of words: an error with its line, or a judge that works.
#include "analysis/replytone.h"
#include "analysis/risk.h"
#include "analysis/tonality.h"

#include <cstdlib>

using namespace vigie;
using namespace Qt::StringLiterals;

namespace
{

template <typename T>
void expectPlace(const Result<T> &result)
{
    if (!result && (result.error().place.file.isEmpty() || result.error().place.line < 1))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString text = QString::fromUtf8(bytes);
    const QString folded = core::folded(text);
    const analysis::PostText post{text, folded};

    const Result<analysis::LexiconTonality> tonality = analysis::LexiconTonality::fromBytes(bytes, bytes);
    expectPlace(tonality);
    if (tonality)
        (void)tonality->judge(post, u"en");
    const Result<analysis::RiskRules> risks = analysis::RiskRules::fromBytes(bytes, u"risk.tsv"_s);
    expectPlace(risks);
    if (risks)
        (void)risks->judge(post, u"fr");
    const Result<analysis::ReplyToneChecker> checker = analysis::ReplyToneChecker::fromBytes(bytes, bytes);
    expectPlace(checker);
    if (checker)
        (void)checker->check({text, core::Language::English, analysis::ReplyAudience::Public, {}});
    return 0;
}
