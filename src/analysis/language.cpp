// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/language.h"

#include "analysis/words.h"

#include <cstdio> // CLD2's header needs it and does not say so

#include <cld2/public/compact_lang_det.h>

#include <QByteArray>

#include <algorithm>
#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace vigie::analysis
{
namespace
{

// Words that a language uses in nearly every sentence. The first list of each holds those that no other language near
// it shares: they count double.
constexpr std::u16string_view kFrenchSure =
    u"les dans pour avec sur pas nous vous une qui mais etes votre notre vos nos cette ces sont je ai suis aux chez "
    u"quand "
    u"toujours jamais rien alors donc aussi tres bien etre fait meme sans sous apres avant depuis comme leur leurs ils "
    u"elles "
    u"mon ma mes toi moi lui faut peut deja encore merci bonjour quoi pourquoi aucun aucune trop cela ca";
constexpr std::u16string_view kFrenchWeak =
    u"le la de des du un et est en que il elle on se son sa ne tu au ce ou y plus ont";
constexpr std::u16string_view kEnglishSure =
    u"the and you your with that this have has for are not my what when they just of from there their been would could "
    u"should "
    u"about because how why which these those who were being than then them his her she our always never still ever "
    u"please thanks thank get got it's don didn doesn isn won";
constexpr std::u16string_view kEnglishWeak =
    u"is in to on it was we he be do i at by so no me us an as if or up am can will go all but out now a its had one";

struct FunctionWord {
    quint64 key = 0; // up to eight letters, packed
    quint8 french = 0;
    quint8 english = 0;
};

quint64 packed(QStringView word)
{
    if (word.size() > 8)
        return 0;
    quint64 key = 0;
    for (const QChar unit : word) {
        if (unit.unicode() >= 0x80)
            return 0;
        key = key << 8 | unit.unicode();
    }
    return key;
}

/// An open hash table of four times as many places as words.
class FunctionWords
{
public:
    FunctionWords()
    {
        addAll(kFrenchSure, &FunctionWord::french, 2);
        addAll(kFrenchWeak, &FunctionWord::french, 1);
        addAll(kEnglishSure, &FunctionWord::english, 2);
        addAll(kEnglishWeak, &FunctionWord::english, 1);
    }

    [[nodiscard]] const FunctionWord *find(QStringView word) const
    {
        const quint64 key = packed(word);
        if (key == 0)
            return nullptr;
        for (std::size_t place = placeOf(key);; place = (place + 1) % kPlaces) {
            if (m_places[place].key == key)
                return &m_places[place];
            if (m_places[place].key == 0)
                return nullptr;
        }
    }

private:
    static constexpr std::size_t kPlaces = 1024;

    static std::size_t placeOf(quint64 key) { return std::size_t((key * 0x9e37'79b9'7f4a'7c15ULL) >> 54); }

    void addAll(std::u16string_view words, quint8 FunctionWord::*weight, quint8 value)
    {
        for (const QStringView word : QStringView(words).tokenize(u' ')) {
            const quint64 key = packed(word);
            std::size_t place = placeOf(key);
            while (m_places[place].key != 0 && m_places[place].key != key)
                place = (place + 1) % kPlaces;
            m_places[place].key = key;
            m_places[place].*weight = value;
        }
    }

    std::array<FunctionWord, kPlaces> m_places{};
};

struct Votes {
    int french = 0;
    int english = 0;
    int words = 0;
    int frenchWords = 0;
    int englishWords = 0;
};

bool isFrenchElision(QStringView word)
{
    return (word.size() == 1 && QStringView(u"ldjncsmt").contains(word[0])) || word == u"qu";
}

bool isEnglishSuffix(QStringView word)
{
    return word == u"t" || word == u"s" || word == u"m" || word == u"re" || word == u"ve" || word == u"ll";
}

Votes countVotes(QStringView folded)
{
    static const FunctionWords functionWords;
    Votes votes;
    forEachWord(folded, [&](const Word &word) {
        if (word.isHashtag)
            return;
        const QStringView letters = word.in(folded);
        const bool beforeApostrophe =
            word.end + 1 < folded.size() && folded[word.end] == u'\'' && isWordUnit(folded[word.end + 1].unicode());
        const bool afterApostrophe =
            word.start > 1 && folded[word.start - 1] == u'\'' && isWordUnit(folded[word.start - 2].unicode());
        if (beforeApostrophe && isFrenchElision(letters)) {
            votes.french += 2;
            ++votes.frenchWords;
        } else if (afterApostrophe && isEnglishSuffix(letters)) {
            votes.english += 2;
            ++votes.englishWords;
            return; // not a word of its own
        } else if (const FunctionWord *found = functionWords.find(letters)) {
            votes.french += found->french;
            votes.english += found->english;
            votes.frenchWords += found->french > 0 ? 1 : 0;
            votes.englishWords += found->english > 0 ? 1 : 0;
        }
        ++votes.words;
    });
    return votes;
}

constexpr int kDecisive = 4;

/// At least two or three function words of one language, hardly any of the other, and one word in five at the least:
/// a German sentence with "and the" in it does not pass.
bool isDecisive(int mine, int other, int myWords, int words)
{
    return mine >= kDecisive && mine >= 3 * other && myWords * 5 >= words;
}

/// The text as CLD2 wants it: UTF-8, without the links and handles that would only mislead it.
QByteArray forCld2(QStringView text)
{
    QByteArray utf8 = text.toUtf8();
    utf8.append(' ');
    char *const begin = utf8.data();
    char *end = begin;
    for (QByteArrayView rest(begin, utf8.size()); !rest.isEmpty();) {
        const QByteArrayView token = rest.first(rest.indexOf(' '));
        if (!token.isEmpty() && token[0] != '@' && token[0] != '#' && !token.startsWith("http")) {
            end = std::copy(token.begin(), token.end(), end); // moves to the front, if at all
            *end++ = ' ';
        }
        rest = rest.sliced(token.size() + 1);
    }
    utf8.truncate(end - begin);
    return utf8;
}

QString primaryTag(QStringView tag)
{
    qsizetype end = 0;
    while (end < tag.size() && end < 8 && tag[end].isLetter() && tag[end].unicode() < 0x80)
        ++end;
    const QString primary = tag.left(end).toString().toLower();
    if (primary.size() < 2 || primary == u"un" || primary == u"und" || primary == u"mul" || primary == u"zxx")
        return {};
    if (primary == u"iw")
        return u"he"_s;
    if (primary == u"jw")
        return u"jv"_s;
    return primary;
}

QString askCld2(QStringView text)
{
    constexpr qsizetype kEnough = 2000; // more text makes it no surer, only slower
    const QByteArray utf8 = forCld2(text.left(kEnough));
    if (utf8.isEmpty())
        return {};
    bool isReliable = false;
    const CLD2::Language language = CLD2::DetectLanguage(utf8.constData(), int(utf8.size()), true, &isReliable);
    if (!isReliable || language == CLD2::UNKNOWN_LANGUAGE)
        return {};
    return primaryTag(QString::fromLatin1(CLD2::LanguageCode(language)));
}

} // namespace

QString detectLanguage(const PostText &text, QStringView hint)
{
    const Votes votes = countVotes(text.folded);
    if (isDecisive(votes.french, votes.english, votes.frenchWords, votes.words))
        return u"fr"_s;
    if (isDecisive(votes.english, votes.french, votes.englishWords, votes.words))
        return u"en"_s;
    if (QString found = askCld2(text.original); !found.isEmpty())
        return found;
    if (QString claimed = primaryTag(hint); !claimed.isEmpty())
        return claimed;
    // Too short for CLD2 and nobody claims anything: a lean of two votes is better than nothing.
    if (votes.french >= 2 && votes.french > 2 * votes.english)
        return u"fr"_s;
    if (votes.english >= 2 && votes.english > 2 * votes.french)
        return u"en"_s;
    return u"und"_s;
}

QString detectLanguage(QStringView text, QStringView hint)
{
    const QString folded = core::folded(text);
    return detectLanguage(PostText{text, folded}, hint);
}

} // namespace vigie::analysis
