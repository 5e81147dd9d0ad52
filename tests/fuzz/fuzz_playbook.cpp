// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/messagetemplate.h"
#include "playbook/playbookfile.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace vigie::playbook;
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const PlaybookReading reading = readPlaybook(bytes, QStringLiteral("fuzz.json"));
    const auto parsed = parsePlaybook(bytes, QStringLiteral("fuzz.json"));
    if (parsed.has_value() != reading.playbook.has_value() || (!parsed && parsed.error().detail.isEmpty()))
        std::abort();
    if (parsed) { // what is accepted survives its own writing
        const auto again = parsePlaybook(serialisePlaybook(*parsed), QStringLiteral("again.json"));
        if (!again || *again != *parsed)
            std::abort();
    }

    const QString text = QString::fromUtf8(bytes);
    const VariableValues values{{QStringLiteral("a"), text.left(20)}, {QStringLiteral("b"), QString()}};
    const FilledText filled = fillTemplate(text, values);
    for (const Placeholder &place : filled.unfilled) {
        if (place.start < 0 || place.length < 2 || place.start + place.length > filled.text.size())
            std::abort();
    }
    if (filled.isReady() && (filled.text.contains(QStringLiteral("{{")) || filled.text.contains(QStringLiteral("}}"))))
        std::abort();
    return 0;
}
