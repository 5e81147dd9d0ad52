// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/posttext.h"
#include "core/result.h"

#include <memory>
#include <optional>
#include <vector>

namespace vigie::analysis
{

/// Stored in the database by these numbers: never renumber.
enum class Tonality { Undetermined = 0, Negative = 1, Neutral = 2, Positive = 3 };

/// "undetermined", "negative", "neutral", "positive": what vigiectl prints and the query language reads.
[[nodiscard]] QString tonalityKey(Tonality tonality);
[[nodiscard]] std::optional<Tonality> tonalityFromKey(QStringView key);

/// A word (or an emoji) that counted, folded, with its final weight: below 0 speaks for negative.
struct Reason {
    QString term;
    double weight = 0;

    bool operator==(const Reason &) const = default;
};

struct TonalityJudgement {
    Tonality tonality = Tonality::Undetermined;
    double negativity = 0.5; ///< 0 to 1; 0.5 where nothing is known. For ranking within one brand, not a probability
    std::vector<Reason> reasons; ///< strongest first, at most kMaxReasons

    static constexpr std::size_t kMaxReasons = 6;
};

/// Judges the tonality of one post. Const calls may come from any thread.
class TonalityJudge
{
public:
    virtual ~TonalityJudge() = default;
    /// `language` is a BCP 47 primary tag, as detectLanguage() gives it. Undetermined for a language the judge does not
    /// know, and for a text with too little in it to judge.
    [[nodiscard]] virtual TonalityJudgement judge(const PostText &text, QStringView language) const = 0;
};

/// What a lexicon finds in a text, before it is judged.
struct LexiconScore {
    double sum = 0; ///< below 0: bad
    double positive = 0;
    double negative = 0; ///< without its sign
    std::vector<Reason> hits; ///< in the order of the text
};

struct LexiconTable;

/**
 * Tonality by a weighted list of words for each language: negation within a window of three words, intensifiers, emoji,
 * exclamation marks and elongated words. Small and explainable; it knows French and English.
 *
 * The lists are plain files that anybody can extend; their format is told in their first lines.
 */
class LexiconTonality final : public TonalityJudge
{
public:
    /// The lists inside the program. An Error names file and line.
    [[nodiscard]] static Result<LexiconTonality> shipped();
    [[nodiscard]] static Result<LexiconTonality> load(const QString &frenchPath, const QString &englishPath);
    /// From bytes, for tests: `french` and `english` are the contents of such files.
    [[nodiscard]] static Result<LexiconTonality> fromBytes(const QByteArray &french, const QByteArray &english);

    LexiconTonality(LexiconTonality &&) noexcept;
    LexiconTonality &operator=(LexiconTonality &&) noexcept;
    ~LexiconTonality() override;

    [[nodiscard]] TonalityJudgement judge(const PostText &text, QStringView language) const override;
    /// Nothing found for a language without a list.
    [[nodiscard]] LexiconScore score(const PostText &text, QStringView language) const;

private:
    [[nodiscard]] const LexiconTable *tableFor(QStringView language) const;
    LexiconTonality();

    std::unique_ptr<LexiconTable> m_french;
    std::unique_ptr<LexiconTable> m_english;
};

} // namespace vigie::analysis
