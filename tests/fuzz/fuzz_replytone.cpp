// SPDX-License-Identifier: GPL-3.0-or-later
// Any draft at all through the checks of a reply; places must lie inside the text.
#include "analysis/replytone.h"
#include "core/text.h"

#include <cstdlib>

using namespace vigie;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Result<analysis::ReplyToneChecker> checker = analysis::ReplyToneChecker::shipped();
    if (!checker || size == 0)
        return 0;
    analysis::ReplyToneRequest request;
    request.language = (data[0] & 1) != 0 ? core::Language::French : core::Language::English;
    request.audience = (data[0] & 2) != 0 ? analysis::ReplyAudience::Private : analysis::ReplyAudience::Public;
    if ((data[0] & 4) != 0) {
        for (size_t i = 1; i + 1 < size; i += 2)
            request.text.append(QChar(char16_t(data[i] | data[i + 1] << 8)));
    } else {
        request.text = QString::fromUtf8(QByteArrayView(data + 1, qsizetype(size - 1)));
    }
    const analysis::ReplyToneReport report = checker->check(request);
    const qsizetype length = core::codePointCount(request.text);
    for (const analysis::ToneFinding &finding : report.findings) {
        if (finding.start < 0 || finding.start > finding.end || finding.end > length || finding.message == nullptr)
            std::abort();
    }
    for (const analysis::FoundPart &part : report.parts) {
        if (part.start < 0 || part.start >= part.end || part.end > length)
            std::abort();
    }
    return 0;
}
