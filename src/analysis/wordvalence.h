// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QStringView>

#include <array>
#include <vector>

namespace vigie::analysis
{

/**
 * How good or bad single words are by several published lists, as the tonality model reads them: a number from -1 to 1 for
 * each list, 0 where it does not know the word. Small, immutable after it was read; may be read from any thread.
 */
class WordValence
{
public:
    static constexpr std::size_t kLists = 3;
    using Values = std::array<float, kLists>;

    /// The list inside the program, of a language the model knows ("fr", "en").
    [[nodiscard]] static Result<WordValence> shipped(QStringView language);
    /// Lines of a folded word and up to kLists whole numbers from -100 to 100, divided by tabs; "# comment" lines.
    [[nodiscard]] static Result<WordValence> fromBytes(const QByteArray &bytes, const QString &name);

    /// The key under which a folded word is looked up: the same that the model's tokens carry.
    [[nodiscard]] static quint64 keyOf(QStringView foldedWord);
    /// Null where no list knows the word.
    [[nodiscard]] const Values *find(quint64 key) const;
    [[nodiscard]] std::size_t size() const { return m_size; }

private:
    struct Place {
        quint64 key = 0;
        Values values{};
    };
    void add(quint64 key, const Values &values);

    std::vector<Place> m_places; ///< an open table, its size a power of two
    std::size_t m_size = 0;
};

} // namespace vigie::analysis
