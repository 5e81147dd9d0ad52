// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/scenario.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdint>
#include <cstdlib>

// A manifest beside two good posts: the manifest is what comes from elsewhere; the posts have fuzz_ndjson.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace vigie;
    static const QTemporaryDir folder;
    static const bool hasPosts = [] {
        QFile posts(folder.filePath(QStringLiteral("p.ndjson")));
        return posts.open(QIODevice::WriteOnly) &&
               posts.write(R"({"network":"x","id":"1","text":"un","posted_at":"2026-01-31T08:12:05Z"})"
                           "\n"
                           R"({"network":"x","id":"2","text":"two","posted_at":"2026-01-31T08:13:05Z"})"
                           "\n") > 0;
    }();
    QFile manifest(folder.filePath(QStringLiteral("m.json")));
    if (!hasPosts || !manifest.open(QIODevice::WriteOnly))
        std::abort();
    manifest.write(reinterpret_cast<const char *>(data), qint64(size));
    manifest.close();
    const auto scenario = drill::loadScenario(manifest.fileName(), core::Language::French);
    if (scenario ? scenario->posts.size() != 2 : scenario.error().detail.isEmpty())
        std::abort();
    return 0;
}
