// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/source.h"

#include <array>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

const std::array<QString, 10> &kindKeys()
{
    static const std::array<QString, 10> keys{u"feed"_s,   u"file"_s,    u"manual"_s,   u"drill"_s,   u"mentions"_s,
                                              u"search"_s, u"hashtag"_s, u"firehose"_s, u"webhook"_s, u"folder"_s};
    return keys;
}

const std::array<QString, 7> &stateKeys()
{
    static const std::array<QString, 7> keys{u"new"_s,    u"live"_s,   u"late"_s,      u"limited"_s,
                                             u"failed"_s, u"paused"_s, u"signed-out"_s};
    return keys;
}

template <typename Enum, std::size_t size>
std::optional<Enum> find(const std::array<QString, size> &keys, QStringView key)
{
    for (std::size_t i = 0; i < size; ++i) {
        if (keys[i] == key)
            return Enum(i);
    }
    return std::nullopt;
}

} // namespace

QString sourceKindKey(SourceKind kind)
{
    return kindKeys().at(std::size_t(kind));
}

std::optional<SourceKind> sourceKindFromKey(QStringView key)
{
    return find<SourceKind>(kindKeys(), key);
}

QString sourceStateKey(SourceState state)
{
    return stateKeys().at(std::size_t(state));
}

std::optional<SourceState> sourceStateFromKey(QStringView key)
{
    return find<SourceState>(stateKeys(), key);
}

} // namespace vigie::monitoring
