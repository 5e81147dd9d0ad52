// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/posttext.h"

#include <string>
#include <vector>

namespace vigie::analysis
{

/// A word, sign or picture of a post as the tonality model sees it.
struct TonalityToken {
    enum class Kind : quint8 { Word, Hashtag, Sign, Picture, Handle, Link };

    quint32 start = 0; ///< in TonalityTokens::text; the unit before and the one after are spaces
    quint32 end = 0;
    quint64 hash = 0;
    Kind kind = Kind::Word;
    bool isNegated = false;  ///< lies within the reach of "not", "pas", …
    qint32 negator = -1;     ///< the token that negates it
};

/// What is counted while the tokens are made.
struct TonalityMarks {
    int exclamations = 0;
    int questions = 0;
    int ellipses = 0;
    int elongations = 0; ///< "nuuul"
    int links = 0;
    int handles = 0;
    int hashtags = 0;
    int goodFaces = 0; ///< ":)"
    int badFaces = 0;
    int pictures = 0;
    int quotes = 0;
    int ironies = 0; ///< "#ironie", "/s", "lol", …
    int words = 0;
};

/**
 * Tokens of one post. Links, handles and digits become one sign each; runs of a letter are cut to two; emoticons are told
 * from punctuation; a hashtag in compounds ("#EpicFail") adds its parts; SMS spellings are written out; HTML entities and
 * \uXXXX escapes that an export left behind are undone. Reads at most kMostUnits of the text. Reusable: make() starts anew.
 */
class TonalityTokens
{
public:
    static constexpr qsizetype kMostUnits = 4000;

    std::u16string text;
    std::vector<TonalityToken> tokens;
    TonalityMarks marks;

    void make(const PostText &post, bool isFrench);
    [[nodiscard]] QStringView letters(const TonalityToken &token) const
    {
        return QStringView(text).sliced(token.start, token.end - token.start);
    }

private:
    void addToken(QStringView units, TonalityToken::Kind kind);
    [[nodiscard]] qsizetype takeWord(QStringView folded, qsizetype i, bool isFrench);
    [[nodiscard]] qsizetype takeSign(QStringView folded, qsizetype i);
    [[nodiscard]] qsizetype takeEmoticon(QStringView folded, qsizetype i);
    [[nodiscard]] qsizetype takePicture(QStringView folded, qsizetype i);
    void addHashtagParts(QStringView original);
    void findNegations(bool isFrench);
};

} // namespace vigie::analysis
